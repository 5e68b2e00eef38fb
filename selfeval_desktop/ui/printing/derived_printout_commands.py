"""Printouts made from forms: a year's summary, public copies, blank forms."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.documents import BlankFormRequest
from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import ignore_progress
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.blank_form_dialog import BlankFormDialog, BlankFormInput
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.derived_printout_dialog import OutputKind
from selfeval_desktop.ui.printing.print_commands import PrintCommands
from selfeval_desktop.ui.printing.public_copy_dialog import ChosenMasking, PublicCopyDialog
from selfeval_desktop.ui.printing.summary_dialog import SummaryDialog
from selfeval_desktop.wording.lists.year_summary import year_summary_printout

_SUMMARY = "summary"
"""The key of the print settings for year summaries, in place of a template's id."""


class DerivedPrintoutCommands(QObject):
    """Each asks what to make, makes it from what is stored, and hands it to printer or file; nothing is recorded."""

    def __init__(
        self, document: Document, delivery: Delivery, printing: PrintCommands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self.delivery = self._delivery = delivery
        self.printing = self._printing = printing
        self._maskings: dict[int, ChosenMasking] = {}
        document.ledgerChanged.connect(self._maskings.clear)

    @does("actionSummary")
    def make_year_summary(self) -> None:
        """Ask for a year and make its 汇总表."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._delivery.is_ready():
            return
        if all(form.year is None for form in ledger.summaries):
            self._document.messages.show_message(
                self.tr("还没有填了年度的自评表，没有可以汇总的内容。"), "hint"
            )
            return
        dialog = SummaryDialog(ledger.summaries, state.form.year if state else None, self._window)
        order = dialog.ask_for(dialog.summary_request)
        if order is None:
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在汇总…")) as watch:
                printout = year_summary_printout(ledger.store, self._document.paperwork, order, watch)
            self.print_or_export(printout, _SUMMARY, dialog.output_kind)

    @does("actionPublicCopy")
    def make_public_copy(self) -> None:
        """The open form with cells and words masked; what was masked is proposed again while the ledger is open."""
        state = self._document.form
        if state is None or not self._delivery.is_ready():
            return
        with self._document.reporting_errors():
            (made,) = self._delivery.read_outputs((state.form_id,), ignore_progress)
            last = self._maskings.get(made.form_id)
            dialog = PublicCopyDialog(made.printout.sheet, made.form, last, self._window)
            masks = dialog.ask_for(dialog.chosen_masks)
            if masks is not None:
                self._maskings[made.form_id] = dialog.chosen_masking()
                copy = documents.public_copy(made, masks)
                self.print_or_export(copy, state.template.id, dialog.output_kind)

    @does("actionBlankForm")
    def make_blank_form(self) -> None:
        """Ask for a template and make a blank form to be filled in by hand."""
        state = self._document.form
        if self._document.ledger is None or not self._delivery.is_ready():
            return
        templates = self._document.services.templates.newest_templates()
        chosen = state.template.id if state else templates[0].id
        unit = state.form.money_unit if state else ""
        with self._document.reporting_errors():
            dialog = BlankFormDialog(
                BlankFormInput(templates, chosen, unit, self._blank_page_count), self._window
            )
            order = dialog.ask_for(dialog.blank_form_request)
            if order is not None:
                blank = documents.blank_form_printout(self._document.paperwork, order)
                self.print_or_export(blank, order.template_id, dialog.output_kind)

    def _blank_page_count(self, order: BlankFormRequest) -> int:
        return len(
            self._document.services.pages(documents.blank_form_printout(self._document.paperwork, order))
        )

    def print_or_export(self, printout: Printout, template_id: str, way: OutputKind) -> None:
        """Print it, or write it to a file of the user's choice. UnwritableFile, Cancelled."""
        if way == "print":
            self._printing.offer_printouts([printout], printout.sheet.name, template_id)
            return
        target = self._delivery.ask_target_file(printout.name, way)
        if target is not None:
            with self._document.progress.show_progress(self.tr("正在导出…")) as watch:
                written = self._document.services.writers[way]([printout], target, watch)
            self._delivery.report_written_files(written)
