"""导入财务数据: budgets and spending of many projects from a finance office's list."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.incoming import SPREADSHEETS
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.reading.finance import CandidateForm, FinanceList, collect_filled_forms, match_finance_list
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import show_undoable_message
from selfeval_desktop.ui.exchange.finance_dialog import FinanceDialog, FinanceInput, Match
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.translation import translate


class FinanceCommands(QObject):
    """One undo step for all forms, after the user has seen and ticked what would change."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    @does("actionFinanceList")
    def import_finance_list(self) -> None:
        """Ask for the file, show which line belongs to which form, and fill in the ticked lines."""
        ledger = self._document.ledger
        if ledger is None or self._document.progress.is_busy or not self._document.flush():
            return
        years = sorted({form.year for form in ledger.summaries if form.year is not None}, reverse=True)
        if not years:
            self._document.messages.show_message(self.tr("台账里还没有填了年度的自评表，没有可以填入的表。"), "hint")
            return
        endings = " ".join(f"*{ending}" for ending in (*SPREADSHEETS, ".txt"))
        title, kinds = self.tr("导入财务数据"), self.tr("财务名单 ({endings})").format(endings=endings)
        folder = self._document.services.settings.load_settings().folder
        path = files.ask_open_file(self._window, title, folder, kinds)
        if path is not None:
            with self._document.reporting_errors():
                with self._document.progress.show_progress(self.tr("正在读取文件…")) as watch:
                    found = self._document.services.read_finance_list(path, watch)
                self._ask_and_fill_in(ledger, FinanceInput(path.name, found, years, self._likeliest_year(found, years)))

    def _likeliest_year(self, found: FinanceList, years: list[int]) -> int:
        """The year that the list names, else that of the open form, else the newest."""
        state = self._document.form
        named = [found.year, *(line.year for line in found.lines), state.form.year if state else None]
        return next((year for year in named if year is not None and year in years), years[0])

    def _ask_and_fill_in(self, ledger: LedgerSession, offer: FinanceInput) -> None:
        dialog = FinanceDialog(offer, self._make_match_function(ledger, offer.found), self._window)
        fillings = dialog.ask_for(dialog.ticked_fillings)
        if fillings is not None:
            forms = collect_filled_forms(fillings)
            self._document.backupWanted.emit(BackupReason.BEFORE_IMPORT)
            ledger.change_forms(forms, label=labels.undo_label_text(labels.UndoLabel.FINANCE))
            text = translate("Finance", "已填入 {forms} 张表的财务数据，填入的格带有导入的记号。")
            show_undoable_message(self._document, text.format(forms=len(forms)))

    def _make_match_function(self, ledger: LedgerSession, found: FinanceList) -> Match:
        """Matches the list with the forms of a year; each form is loaded once, however often year and unit change."""
        read: dict[int, Form] = {}

        def read_candidate(form_id: int) -> CandidateForm:
            if form_id not in read:
                read[form_id] = ledger.store.load_form(form_id)
            form = read[form_id]
            return CandidateForm(form_id, form, template_of(form, self._document.templates))

        return lambda year, unit: match_finance_list(
            found, [read_candidate(form.form_id) for form in ledger.summaries if form.year == year], unit
        )
