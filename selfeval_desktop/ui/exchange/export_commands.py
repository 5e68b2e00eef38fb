"""Export of what is stored to files, recalculated each time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.paper.outputs import HANDED_IN, FormOutput
from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import ignore_progress
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_chooser import FormChooserInput
from selfeval_desktop.ui.exchange.export_dialog import ExportDialog, ExportInput, ExportRequest
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.printing.delivery import Delivery


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
            answer, order = dialog.exec(), dialog.export_request()
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted:
                self._write_export(order)

    def _write_export(self, order: ExportRequest) -> None:
        """Write the forms as stored, and say where they are."""
        with self._document.progress.show_progress(self.tr("正在读取…")) as watch:
            made = self._delivery.read_outputs(order.form_ids, watch)
        if order.kind == "json":
            _refuse_unread_cells(made)
        printouts = self._export_printouts(made, order)
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
        """What is to be known of a working copy: paper shows its mark, and portals read spreadsheets too."""
        if order.kind == "pdf":
            return self._delivery.draft_reason(made)
        return self._delivery.foreign_characters_text(made) if order.kind == "xlsx" else ""

    def _export_printouts(self, made: Sequence[FormOutput], order: ExportRequest) -> list[Printout]:
        if order.kind == "list":
            return [documents.indicator_list(each) for each in made]
        return [each.printout for each in made]


def _refuse_unread_cells(made: Sequence[FormOutput]) -> None:
    """JSON has no place for text in a numeric cell; no other kind of file minds."""
    for each in made:
        if each.unread_cells is not None:
            raise each.unread_cells
