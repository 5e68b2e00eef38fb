"""Which forms to write, as which kind of file, and where to."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget

# Kinds of files with their endings.
_ENDINGS = {"xlsx": "xlsx", "docx": "docx", "pdf": "pdf", "list": "xlsx", "json": "json"}


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to write: `kind` is the key of the writer; `target` one file, or a folder with one file for each form."""

    kind: str
    form_ids: tuple[int, ...]
    target: Path

    @property
    def file_ending(self) -> str:
        """That of the files, without the dot."""
        return _ENDINGS[self.kind]

    @property
    def is_one_file(self) -> bool:
        """Whether all forms go into one file."""
        return self.target.suffix.lower() == f".{self.file_ending}"


@dataclass(frozen=True, slots=True)
class ExportInput:
    """What the dialog starts with: `name` is the file name, without ending, when one form is written."""

    forms: FormChooserInput
    folder: Path
    name: str
    kind: str = "xlsx"


class ExportDialog(QDialog):
    """Nothing is written here; `order` says what was asked for."""

    def __init__(self, offer: ExportInput, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "exportDialog", self.tr("导出"))
        self.setWindowTitle(self.tr("导出"))
        self._offer = offer
        self._own_target = False
        self._kind = name_widget(QComboBox(self), "exportKind", self.tr("文件种类"))
        self._shape = name_widget(QComboBox(self), "exportShape", self.tr("文件个数"))
        self._forms = FormChooser(offer.forms, "exportForms", self)
        self._target = name_widget(QLineEdit(self), "exportTarget", self.tr("保存到"))
        self._browse = QPushButton(self.tr("浏览…"), self)
        self._note = name_widget(QLabel(self), "exportNote", self.tr("说明"))
        self._buttons = QDialogButtonBox(self)
        self._ok = self._buttons.addButton(self.tr("导出"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._fill_choices()
        self._lay_out()
        self._connect_signals()
        self._forms.tick_forms({offer.forms.current})

    def export_request(self) -> ExportRequest:
        """What was asked for."""
        return ExportRequest(
            self._kind.currentData(), self._forms.ticked_form_ids(), Path(self._target.text().strip())
        )

    def _fill_choices(self) -> None:
        for kind, text in (
            ("xlsx", self.tr("Excel 表格（.xlsx）")),
            ("docx", self.tr("Word 文档（.docx）")),
            ("pdf", self.tr("PDF 文件（.pdf）")),
            ("list", self.tr("指标清单（.xlsx），平台导入用")),
            ("json", self.tr("JSON 数据（.json），可再导入")),
        ):
            self._kind.addItem(text, kind)
        self._kind.setCurrentIndex(self._kind.findData(self._offer.kind))
        self._shape.addItem(self.tr("合成一个文件"), True)
        self._shape.addItem(self.tr("每张表一个文件"), False)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self._target, 1)
        where.addWidget(self._browse)
        rows = QFormLayout()
        rows.addRow(self.tr("文件种类"), self._kind)
        rows.addRow(self.tr("要导出的表"), self._forms)
        rows.addRow(self.tr("文件个数"), self._shape)
        rows.addRow(self.tr("保存到"), where)
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addLayout(rows, 1)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        self.resize(620, 460)

    def _connect_signals(self) -> None:
        self._kind.currentIndexChanged.connect(self._update_target)
        self._shape.currentIndexChanged.connect(self._update_target)
        self._forms.changed.connect(self._update_target)
        self._target.textEdited.connect(self._on_target_edited)
        self._target.textChanged.connect(self._update_note_and_button)
        self._browse.clicked.connect(self._ask_target)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _on_target_edited(self) -> None:
        self._own_target = True

    def _is_one_file(self) -> bool:
        return len(self._forms.ticked_form_ids()) == 1 or bool(self._shape.currentData())

    def _update_target(self) -> None:
        """Propose where to write; what the user typed keeps its name and only changes its ending."""
        self._shape.setEnabled(len(self._forms.ticked_form_ids()) > 1)
        stem = (
            _without_ending(self._target.text().strip()) if self._own_target else str(self._proposed_path())
        )
        self._target.setText(f"{stem}.{self._file_ending}" if self._is_one_file() else stem)
        self._update_note_and_button()

    @property
    def _file_ending(self) -> str:
        return _ENDINGS[self._kind.currentData()]

    def _proposed_path(self) -> Path:
        """The list has a name of its own: it must not take the place of the form's spreadsheet."""
        chosen, is_list = self._forms.ticked_form_ids(), self._kind.currentData() == "list"
        if chosen == (self._offer.forms.current,):
            name = self._offer.name + (self.tr("-指标清单") if is_list else "")
        else:
            name = (self.tr("指标清单-{0}张") if is_list else self.tr("自评表-{0}张")).format(len(chosen))
        return self._offer.folder / name

    def _update_note_and_button(self) -> None:
        """Say what will happen, and leave no button that cannot work."""
        target = Path(self._target.text().strip())
        chosen = self._forms.ticked_form_ids()
        replaces = self._is_one_file() and target.is_file()
        notes = {
            self.tr("请至少选一张表。"): not chosen,
            self.tr("请填写保存到哪里。"): not target.name,
            self.tr("已有同名文件，导出后会被替换。"): replaces,
        }
        self._note.setText(next((text for text, applies in notes.items() if applies), ""))
        theme.set_style_property(self._note, "tone", "warning")
        self._ok.setEnabled(bool(chosen) and bool(target.name))
        self._ok.setText(self.tr("替换") if replaces else self.tr("导出"))

    def _ask_target(self) -> None:
        start = self._target.text()
        if self._is_one_file():
            title, kinds = self.tr("导出到文件"), f"{self._file_ending.upper()} (*.{self._file_ending})"
            option = QFileDialog.Option.DontConfirmOverwrite
            name, _ = QFileDialog.getSaveFileName(self, title, start, kinds, options=option)
        else:
            name = QFileDialog.getExistingDirectory(self, self.tr("导出到文件夹"), str(Path(start).parent))
        if name:
            self._own_target = True
            self._target.setText(name)
            self._update_target()


def _without_ending(target: str) -> str:
    for ending in dict.fromkeys(_ENDINGS.values()):
        target = target.removesuffix(f".{ending}")
    return target
