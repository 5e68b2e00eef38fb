"""Which forms to write, as which kind of file, and where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ports import FormSummary
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.naming import named

_ID = Qt.ItemDataRole.UserRole
_KINDS = ("xlsx", "pdf", "json")


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to write: `kind` is the file's ending; `target` one file, or a folder with one file for each form."""

    kind: str
    form_ids: tuple[int, ...]
    target: Path


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """What the dialog starts with: `name` is the file name, without ending, when one form is written."""

    forms: Sequence[FormSummary]
    chosen: int
    folder: Path
    name: str
    kind: str = "xlsx"


class ExportDialog(QDialog):
    """Nothing is written here; `order` says what was asked for."""

    def __init__(self, offer: ExportOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "exportDialog", self.tr("导出"))
        self.setWindowTitle(self.tr("导出"))
        self._offer = offer
        self._own_target = False
        self._kind = named(QComboBox(self), "exportKind", self.tr("文件种类"))
        self._shape = named(QComboBox(self), "exportShape", self.tr("文件个数"))
        self._forms = named(QListWidget(self), "exportForms", self.tr("要导出的表"))
        self._all = QPushButton(self.tr("全选"), self)
        self._only = QPushButton(self.tr("只选当前表"), self)
        self._target = named(QLineEdit(self), "exportTarget", self.tr("保存到"))
        self._browse = QPushButton(self.tr("浏览…"), self)
        self._note = named(QLabel(self), "exportNote", self.tr("说明"))
        self._buttons = QDialogButtonBox(self)
        self._ok = self._buttons.addButton(self.tr("导出"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._fill()
        self._lay_out()
        self._connect()
        self._choose_only()

    def order(self) -> ExportOrder:
        """What was asked for."""
        return ExportOrder(self._kind.currentData(), self._chosen(), Path(self._target.text().strip()))

    def _fill(self) -> None:
        for kind, text in (
            ("xlsx", self.tr("Excel 表格（.xlsx）")),
            ("pdf", self.tr("PDF 文件（.pdf）")),
            ("json", self.tr("JSON 数据（.json），可再导入")),
        ):
            self._kind.addItem(text, kind)
        self._kind.setCurrentIndex(self._kind.findData(self._offer.kind))
        self._shape.addItem(self.tr("合成一个文件"), True)
        self._shape.addItem(self.tr("每张表一个文件"), False)
        for form in self._offer.forms:
            text = form.project_name or self.tr("（未填项目名称）")
            item = QListWidgetItem(f"{text}  {form.year or ''}", self._forms)
            item.setData(_ID, form.form_id)
            item.setCheckState(Qt.CheckState.Unchecked)

    def _lay_out(self) -> None:
        choose = QHBoxLayout()
        choose.addWidget(self._all)
        choose.addWidget(self._only)
        choose.addStretch(1)
        where = QHBoxLayout()
        where.addWidget(self._target, 1)
        where.addWidget(self._browse)
        rows = QFormLayout()
        rows.addRow(self.tr("文件种类"), self._kind)
        rows.addRow(self.tr("要导出的表"), self._forms)
        rows.addRow("", choose)
        rows.addRow(self.tr("文件个数"), self._shape)
        rows.addRow(self.tr("保存到"), where)
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addLayout(rows, 1)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        self.resize(620, 460)

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._follow)
        self._shape.currentIndexChanged.connect(self._follow)
        self._forms.itemChanged.connect(self._follow)
        self._all.clicked.connect(self._choose_all)
        self._only.clicked.connect(self._choose_only)
        self._target.textEdited.connect(self._keep_target)
        self._target.textChanged.connect(self._judge)
        self._browse.clicked.connect(self._ask_target)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _chosen(self) -> tuple[int, ...]:
        items = (self._forms.item(row) for row in range(self._forms.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _choose_all(self) -> None:
        self._check({form.form_id for form in self._offer.forms})

    def _choose_only(self) -> None:
        self._check({self._offer.chosen})

    def _check(self, form_ids: set[int]) -> None:
        self._forms.blockSignals(True)
        for row in range(self._forms.count()):
            item = self._forms.item(row)
            wanted = item.data(_ID) in form_ids
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self._forms.blockSignals(False)
        self._follow()

    def _keep_target(self) -> None:
        self._own_target = True

    def _is_one_file(self) -> bool:
        return len(self._chosen()) == 1 or bool(self._shape.currentData())

    def _follow(self) -> None:
        """Propose where to write; what the user typed keeps its name and only changes its ending."""
        self._shape.setEnabled(len(self._chosen()) > 1)
        stem = _without_ending(self._target.text().strip()) if self._own_target else str(self._proposal())
        self._target.setText(f"{stem}.{self._kind.currentData()}" if self._is_one_file() else stem)
        self._judge()

    def _proposal(self) -> Path:
        chosen = self._chosen()
        if chosen == (self._offer.chosen,):
            return self._offer.folder / self._offer.name
        return self._offer.folder / self.tr("自评表-{0}张").format(len(chosen))

    def _judge(self) -> None:
        """Say what will happen, and leave no button that cannot work."""
        target = Path(self._target.text().strip())
        chosen = self._chosen()
        replaces = self._is_one_file() and target.is_file()
        notes = {
            self.tr("请至少选一张表。"): not chosen,
            self.tr("请填写保存到哪里。"): not target.name,
            self.tr("已有同名文件，导出后会被替换。"): replaces,
        }
        self._note.setText(next((text for text, applies in notes.items() if applies), ""))
        theme.restyle(self._note, "tone", "warning")
        self._ok.setEnabled(bool(chosen) and bool(target.name))
        self._ok.setText(self.tr("替换") if replaces else self.tr("导出"))

    def _ask_target(self) -> None:
        start = self._target.text()
        if self._is_one_file():
            kind = self._kind.currentData()
            title, kinds = self.tr("导出到文件"), f"{kind.upper()} (*.{kind})"
            option = QFileDialog.Option.DontConfirmOverwrite
            name, _ = QFileDialog.getSaveFileName(self, title, start, kinds, options=option)
        else:
            name = QFileDialog.getExistingDirectory(self, self.tr("导出到文件夹"), str(Path(start).parent))
        if name:
            self._own_target = True
            self._target.setText(name)
            self._follow()


def _without_ending(target: str) -> str:
    for kind in _KINDS:
        target = target.removesuffix(f".{kind}")
    return target
