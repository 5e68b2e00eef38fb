"""Printing many forms: one job, one PDF, or a folder of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from selfeval_desktop.app.paper.outputs import FormOutput
from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import ignore_progress
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_chooser import FormChooserInput
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.batch_dialog import BatchDialog, BatchPrintRequest
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.print_commands import PrintCommands, PrintTask
from selfeval_desktop.ui.printing.print_dialog import PrintRequest
from selfeval_desktop.ui.printing.print_job import PrintDocument
from selfeval_desktop.wording.lists.cover_list import cover_printout

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
        choice = self._document.services.settings.load_settings().printing.get(
            _BATCH, PrintChoice(order="set")
        )
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
        target = (
            self._delivery.ask_pdf_file(title) if order.kind == "pdf" else self._delivery.ask_target_folder()
        )
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

    def _read_and_lay_out(
        self, order: BatchPrintRequest
    ) -> tuple[tuple[FormOutput, ...], tuple[PrintDocument, ...]]:
        """The forms as stored, and their pages where these are printed or counted for the cover list. Cancelled."""
        with self._document.progress.show_progress(self.tr("正在读取…")) as watch:
            made = self._delivery.read_outputs(order.form_ids, watch)
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

    def _cover_list(
        self, made: Sequence[FormOutput], laid_out: Sequence[PrintDocument], copies: int = 1
    ) -> Printout:
        return cover_printout(made, [len(each.pages) for each in laid_out], copies)
