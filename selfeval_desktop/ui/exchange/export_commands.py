"""Export of stored forms to files: which forms, which kind of file, where to, and how they are written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QWidget

from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.outputs import HANDED_IN, FormOutput
from selfeval_desktop.app.ports.documents import ignore_progress
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.delivery import Delivery

_ENDINGS = {"xlsx": "xlsx", "docx": "docx", "pdf": "pdf", "list": "xlsx", "json": "json"}
"""The endings of the files, without the dot, by the kind of file."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to write: `kind` is the key of the writer; `target` one file, or a folder with one file for each form."""

    kind: str
    form_ids: tuple[int, ...]
    target: Path

    @property
    def file_ending(self) -> str:
        """The ending of the files, without the dot."""
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


class ExportDialog(TaskDialog):
    """Writes nothing itself; see `export_request`."""

    def __init__(self, offer: ExportInput, parent: QWidget | None = None) -> None:
        super().__init__("exportDialog", self.tr("导出"), parent)
        self._offer = offer
        self._own_target = False
        self._kind = name_widget(QComboBox(self), "exportKind", self.tr("文件种类"))
        self._shape = name_widget(QComboBox(self), "exportShape", self.tr("文件个数"))
        self._forms = FormChooser(offer.forms, "exportForms", self)
        self._target = files.FileTarget("export", self.tr("保存到"), self._ask_target, self)
        self._fill_choices()
        self._lay_out()
        self._connect_signals()
        self._forms.tick_forms({offer.forms.current})

    def export_request(self) -> ExportRequest:
        """What is chosen and typed."""
        return ExportRequest(self._kind.currentData(), self._forms.ticked_form_ids(), self._target.path)

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
        self.add_rows(
            (self.tr("文件种类"), self._kind),
            (self.tr("要导出的表"), self._forms),
            (self.tr("文件个数"), self._shape),
            (self.tr("保存到"), self._target),
            stretch=1,
        )
        self.add_note("exportNote")
        self._ok = self.add_button("exportOk", self.tr("导出"))
        self.add_cancel()
        self.start_with_size(620, 460)

    def _connect_signals(self) -> None:
        self._kind.currentIndexChanged.connect(self._update_target)
        self._shape.currentIndexChanged.connect(self._update_target)
        self._forms.changed.connect(self._update_target)
        self._target.typed.connect(self._on_target_edited)
        self._target.chosen.connect(self._update_target)
        self._target.line.textChanged.connect(self._update_note_and_button)

    def _on_target_edited(self) -> None:
        self._own_target = True

    def _is_one_file(self) -> bool:
        return len(self._forms.ticked_form_ids()) == 1 or bool(self._shape.currentData())

    def _update_target(self) -> None:
        """Propose a path; one that the user typed keeps its name and only changes its ending."""
        self._shape.setEnabled(len(self._forms.ticked_form_ids()) > 1)
        stem = _without_ending(self._target.text) if self._own_target else str(self._proposed_path())
        self._target.show_path(f"{stem}.{self._file_ending}" if self._is_one_file() else stem)
        self._update_note_and_button()

    @property
    def _file_ending(self) -> str:
        return _ENDINGS[self._kind.currentData()]

    def _proposed_path(self) -> Path:
        """Without ending. 指标清单 has a name of its own: both are .xlsx, and it must not replace the form's file."""
        chosen, is_list = self._forms.ticked_form_ids(), self._kind.currentData() == "list"
        if chosen == (self._offer.forms.current,):
            name = self._offer.name + (self.tr("-指标清单") if is_list else "")
        else:
            name = (self.tr("指标清单-{0}张") if is_list else self.tr("自评表-{0}张")).format(len(chosen))
        return self._offer.folder / name

    def _update_note_and_button(self) -> None:
        """Say what is missing or replaced; off without a form or a file name, the button reads 替换 for a file there."""
        target = self._target.path
        chosen = self._forms.ticked_form_ids()
        replaces = self._is_one_file() and target.is_file()
        notes = {
            self.tr("请至少选一张表。"): not chosen,
            self.tr("请填写保存到哪里。"): not target.name,
            self.tr("已有同名文件，导出后会被替换。"): replaces,
        }
        self.show_note(next((text for text, applies in notes.items() if applies), ""), "warning")
        self._ok.setEnabled(bool(chosen) and bool(target.name))
        self._ok.setText(self.tr("替换") if replaces else self.tr("导出"))
        self._ok.setAccessibleName(self._ok.text())

    def _ask_target(self) -> Path | None:
        start = self._target.text
        if not self._is_one_file():
            return files.ask_folder(self, self.tr("导出到文件夹"), Path(start).parent)
        kinds = f"{self._file_ending.upper()} (*.{self._file_ending})"
        return files.ask_save_file(self, self.tr("导出到文件"), start, kinds, asks_before_replacing=False)


def _without_ending(target: str) -> str:
    for ending in dict.fromkeys(_ENDINGS.values()):
        target = target.removesuffix(f".{ending}")
    return target


class ExportCommands(QObject):
    """Takes in the open editor and stores first; a form that cannot be stored is not exported.

    `listed` gives the ids of the forms that the window's list shows.
    """

    def __init__(
        self, document: Document, delivery: Delivery, listed: Callable[[], Sequence[int]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._delivery, self._listed, self._window = document, delivery, listed, window

    @does("actionExport")
    def export_forms(self) -> None:
        """Ask what to write and where to, then write it."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or state is None or not self._delivery.is_ready():
            return
        with self._document.reporting_errors():
            (made,) = self._delivery.read_outputs((state.form_id,), ignore_progress)
            forms = FormChooserInput(ledger.summaries, made.form_id, self._listed())
            offer = ExportInput(forms, self._delivery.last_folder, made.printout.name)
            dialog = ExportDialog(offer, self._window)
            order = dialog.ask_for(dialog.export_request)
            if order is not None:
                self._write_export(order)

    def _write_export(self, order: ExportRequest) -> None:
        """Write the forms as stored, and say where they are."""
        with self._document.progress.show_progress(self.tr("正在读取…")) as watch:
            made = self._delivery.read_writable_outputs(order.form_ids, order.kind, watch)
        printouts = [documents.printout_of_kind(each, order.kind) for each in made]
        if order.kind == "pdf" and not self._delivery.confirm_missing_characters(printouts):
            return
        if order.kind in HANDED_IN and not self._delivery.confirm_foreign_characters(printouts):
            return
        if not order.is_one_file:
            files = [order.target / f"{printout.name}.{order.file_ending}" for printout in printouts]
            if not self._delivery.confirm_replacing(files):
                return
        with self._document.progress.show_progress(self.tr("正在导出…")) as watch:
            written = self._document.services.writers[order.kind](printouts, order.target, watch)
        self._delivery.record_files(made, order.kind, written)
        self._delivery.report_written_files(written, self._working_copy_remark(made, order))

    def _working_copy_remark(self, made: Sequence[FormOutput], order: ExportRequest) -> str:
        """A remark on the written files: why a PDF is marked 草稿, which characters of an .xlsx a portal may reject."""
        if order.kind == "pdf":
            return self._delivery.draft_reason(made)
        return self._delivery.foreign_characters_text(made) if order.kind == "xlsx" else ""
