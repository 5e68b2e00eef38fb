"""从上年结转: new forms for a year, made from forms of the ledger."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.templates import bring_form_up_to_date, template_of
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.carry_over import CarriedForm, carry_over_form
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_chooser import FormChooserInput
from selfeval_desktop.ui.document.form_commands import show_undoable_message
from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.years.carry_dialog import Carry, CarryDialog, CarryOverRequest
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.translation import translate


class CarryCommands(QObject):
    """One undo step for all new forms; the forms that they are made from do not change.

    `listed` gives the ids of the forms that the window's list shows.
    """

    def __init__(
        self, document: Document, forms: FormList, listed: Callable[[], Sequence[int]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._forms, self._listed, self._window = document, forms, listed, window

    @does("actionCarryOver")
    def carry_over(self) -> None:
        """Ask which forms and which parts, then store the new forms."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None or not self._document.flush():
            return
        offer = FormChooserInput(ledger.summaries, state.form_id if state else None, self._listed())
        dialog = CarryDialog(offer, QDate.currentDate().year(), self._make_carry_function(ledger), self._window)
        forms = dialog.ask_for(dialog.carried_forms)
        if forms is not None:
            with self._document.reporting_errors():
                self._add_carried_forms(ledger, forms, dialog.carry_over_request().year)

    def _add_carried_forms(self, ledger: LedgerSession, forms: Sequence[Form], year: int) -> None:
        self._document.backupWanted.emit(BackupReason.BEFORE_CARRY)
        ledger.add_forms(forms, label=labels.undo_label_text(labels.UndoLabel.CARRY_OVER))
        self._forms.clear_filters()
        waiting = sum(form.annotations.unconfirmed_count for form in forms)
        text = translate("CarryOver", "已结转 {forms} 张表到 {year} 年度，共 {waiting} 格的值等待认可（Ctrl+K）。")
        show_undoable_message(self._document, text.format(forms=len(forms), year=year, waiting=waiting))

    def _make_carry_function(self, ledger: LedgerSession) -> Carry:
        """Makes the new forms for a request; each old form is loaded once, however often the request changes."""
        read: dict[int, Form] = {}

        def carry_chosen_forms(order: CarryOverRequest) -> tuple[CarriedForm, ...]:
            for form_id in order.form_ids:
                if form_id not in read:
                    read[form_id] = ledger.store.load_form(form_id)
            templates = self._document.templates
            chosen = [bring_form_up_to_date(read[form_id], templates) for form_id in order.form_ids]
            return tuple(
                carry_over_form(form, template_of(form, templates), order.parts, order.year) for form in chosen
            )

        return carry_chosen_forms
