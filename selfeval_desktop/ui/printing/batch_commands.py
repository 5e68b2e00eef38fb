"""Printing many forms: one job, one PDF, or a folder of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from selfeval_desktop.app.paper.outputs import FormOutput
from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.ports.documents import Printout, ignore_progress
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.print_commands import PrintCommands, PrintTask
from selfeval_desktop.ui.printing.print_dialog import PrintRequest
from selfeval_desktop.ui.printing.print_job import PrintDocument, Printers
from selfeval_desktop.ui.printing.print_options import PrintOptions
from selfeval_desktop.wording.lists.batch_lists import cover_printout

BatchKind = Literal["print", "pdf", "pdfs"]
"""To the printer, to one PDF file, or to a folder with a PDF file for each form."""


@dataclass(frozen=True, slots=True)
class BatchPrintRequest:
    """Which forms to print or save, how, and whether with a cover list."""

    kind: BatchKind
    form_ids: tuple[int, ...]
    choice: PrintChoice
    with_cover: bool


class BatchDialog(TaskDialog):
    """Prints nothing itself: see `batch_request`."""

    def __init__(
        self, offer: FormChooserInput, choice: PrintChoice, printers: Printers, parent: QWidget | None = None
    ) -> None:
        super().__init__("batchDialog", self.tr("批量打印"), parent)
        self._wrong = {form.form_id for form in offer.forms if form.errors or form.waiting}
        self._forms = FormChooser(offer, "batchForms", self)
        self._kind = name_widget(QComboBox(self), "batchKind", self.tr("方式"))
        self._cover = name_widget(QCheckBox(self.tr("附封面清单"), self), "batchCover", self.tr("附封面清单"))
        self._options = PrintOptions(printers, choice, self)
        self._ok = self.add_button("batchOk", self.tr("打印"), is_default=True)
        self.add_cancel()
        self._fill_print_kinds()
        self._lay_out()
        self._connect_signals()
        self._on_kind_changed()
        self._forms.tick_forms(offer.listed or [form.form_id for form in offer.forms])

    def batch_request(self) -> BatchPrintRequest:
        """The ticked forms, and whether they are printed or saved as PDF."""
        kind, with_cover = self._kind.currentData(), self._cover.isChecked()
        return BatchPrintRequest(kind, self._forms.ticked_form_ids(), self._options.print_choice(), with_cover)

    def _fill_print_kinds(self) -> None:
        for text, kind in (
            (self.tr("打印，作为一个作业"), "print"),
            (self.tr("保存为一个 PDF"), "pdf"),
            (self.tr("每张表保存一个 PDF"), "pdfs"),
        ):
            self._kind.addItem(text, kind)
        if not self._options.has_printer:
            self._kind.setCurrentIndex(self._kind.findData("pdf"))
        self._cover.setChecked(True)
        self._cover.setToolTip(self.tr("列出各表的项目名称、实施单位、总分、页数和校验码"))

    def _lay_out(self) -> None:
        kind, cover = QHBoxLayout(), QHBoxLayout()
        kind.addWidget(self._kind)
        cover.addWidget(self._cover)
        self._options.insert_row(0, self.tr("方式"), kind)
        self._options.insert_row(1, "", cover)
        right = QVBoxLayout()
        right.addWidget(self._options)
        right.addStretch(1)
        right.addWidget(self.make_note("batchNote"))
        columns = QHBoxLayout()
        columns.addWidget(self._forms, 1)
        columns.addSpacing(12)
        columns.addLayout(right, 1)
        self.add_part(columns, 1)
        self.start_with_size(820, 440)

    def _connect_signals(self) -> None:
        self._forms.changed.connect(self._update_note_and_button)
        self._options.changed.connect(self._update_note_and_button)
        self._kind.currentIndexChanged.connect(self._on_kind_changed)

    def _on_kind_changed(self) -> None:
        """Printer, copies and order can be chosen only for the printer; their `changed` updates the note too."""
        self._options.set_options_enabled(self._kind.currentData() == "print")

    def _update_note_and_button(self) -> None:
        """How many forms and copies, or why nothing can be printed: no form, no printer, drafts."""
        order = self.batch_request()
        prints, has_printer = order.kind == "print", self._options.has_printer
        self._ok.setText(self.tr("打印") if prints else self.tr("保存…"))
        self._ok.setEnabled(bool(order.form_ids) and (has_printer or not prints))
        drafts = len(self._wrong.intersection(order.form_ids))
        notes = (
            (not order.form_ids, self.tr("请至少选一张表。")),
            (prints and not has_printer, self.tr("这台电脑没有安装打印机，可以改为保存 PDF。")),
            (
                drafts > 0,
                self.tr("其中 {0} 张表还有错误或没有认可的结转值，会印“草稿”字样，不记为已打印。").format(drafts),
            ),
        )
        text = next((text for applies, text in notes if applies), "")
        self.show_note(text or self._amount_text(order), "warning" if text else "muted")

    def _amount_text(self, order: BatchPrintRequest) -> str:
        if order.kind == "print":
            return self.tr("{0} 张表，各 {1} 份。").format(len(order.form_ids), order.choice.copies)
        return self.tr("{0} 张表。接着选择保存到哪里。").format(len(order.form_ids))


_BATCH = "batch"
"""The key of the print settings for many forms, in place of a template's id."""


class BatchCommands(QObject):
    """The forms as stored, with a list of them on top; `listed` tells which of them the window's list shows."""

    def __init__(
        self,
        document: Document,
        delivery: Delivery,
        printing: PrintCommands,
        listed: Callable[[], Sequence[int]],
    ) -> None:
        super().__init__(printing)
        self._document, self._delivery, self._printing, self._listed = document, delivery, printing, listed

    @does("actionPrintForms")
    def print_forms(self) -> None:
        """Ask which forms to print and how, then do it."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._delivery.is_ready():
            return
        offer = FormChooserInput(ledger.summaries, state.form_id if state else None, self._listed())
        choice = self._document.services.settings.load_settings().printing.get(_BATCH, PrintChoice(order="set"))
        dialog = BatchDialog(offer, choice, self._printing.printers, self._delivery.window)
        order = dialog.ask_for(dialog.batch_request)
        if order is not None:
            with self._document.reporting_errors():
                if order.kind == "print":
                    self._print_batch(order)
                else:
                    self._save_batch(order)

    def _print_batch(self, order: BatchPrintRequest) -> None:
        """Print all forms as one job. PrinterRefused, Cancelled."""
        made, laid_out = self._read_and_lay_out(order)
        task = self._batch_print_task(made, tuple(each.printout for each in made))
        if not self._delivery.confirm_missing_characters(task.printouts):
            return
        if order.with_cover:
            top = self._cover_list(made, laid_out, order.choice.copies)
            laid_out = (*self._delivery.lay_out_printouts([top], ignore_progress), *laid_out)
        self._printing.print_task(task, laid_out, PrintRequest(order.choice))

    def _save_batch(self, order: BatchPrintRequest) -> None:
        """Write one PDF file, or a folder of one for each form and the cover list. UnwritableFile, Cancelled."""
        title = self.tr("自评表-{0}张").format(len(order.form_ids))
        target = self._delivery.ask_pdf_file(title) if order.kind == "pdf" else self._delivery.ask_target_folder()
        if target is None:
            return
        made, laid_out = self._read_and_lay_out(order)
        printouts = tuple(each.printout for each in made)
        if not self._delivery.confirm_missing_characters(printouts):
            return
        if order.with_cover:
            printouts = (self._cover_list(made, laid_out), *printouts)
        if order.kind == "pdfs" and not self._delivery.confirm_replacing(
            [target / f"{printout.name}.pdf" for printout in printouts]
        ):
            return
        self._printing.save_task_pdf(self._batch_print_task(made, printouts), target)

    def _read_and_lay_out(self, order: BatchPrintRequest) -> tuple[tuple[FormOutput, ...], tuple[PrintDocument, ...]]:
        """The forms as stored, and their pages where these are printed or counted for the cover list.

        TooMuchText where none of them can be printed; Cancelled.
        """
        with self._document.progress.show_progress(self.tr("正在读取…")) as watch:
            made = self._delivery.read_writable_outputs(order.form_ids, "pdf", watch)
            if order.kind != "print" and not order.with_cover:
                return made, ()
            watch.change_progress_text(self.tr("正在排版…"))
            return made, self._delivery.lay_out_printouts([each.printout for each in made], watch)

    def _batch_print_task(self, made: tuple[FormOutput, ...], printouts: tuple[Printout, ...]) -> PrintTask:
        return PrintTask(
            self.tr("自评表 {0} 张").format(len(made)),
            _BATCH,
            printouts,
            self._delivery.draft_reason(made),
            partial(self._delivery.record_printed, made),
        )

    def _cover_list(self, made: Sequence[FormOutput], laid_out: Sequence[PrintDocument], copies: int = 1) -> Printout:
        return cover_printout(made, [len(each.pages) for each in laid_out], copies)
