"""What can be done with forms of the ledger as a whole: new, copy, delete, go to the next."""

from dataclasses import replace

from PySide6.QtCore import QDate, QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.templates import bring_form_up_to_date
from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.units import Unit, fill_in_unit
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel
from selfeval_desktop.wording.translation import translate

STEP = "step"
"""The matter of messages that offer to undo the last step; the next step clears them."""


def show_undoable_message(document: Document, text: str, tone: str = "ok") -> None:
    """Say what the last step did, with a button that undoes it."""
    offers = [(translate("FormCommands", "撤销"), document.undo)]
    document.messages.show_message(text, tone, offers, about=STEP)


class FormCommands(QObject):
    """Each command stores what is open first, and ends as one step that can be undone."""

    def __init__(self, document: Document, forms: FormList, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._forms, self._window = document, forms, window

    def add_new_form(self) -> None:
        """A form with the year and unit that the list shows, else of the last form, and all that goes with the unit.

        Its amounts are in the money unit of the open form.
        """
        ledger = self._flushed_ledger()
        if ledger is not None:
            with self._document.reporting_errors():
                self._add_form(ledger, self._prefilled_form(ledger), UndoLabel.NEW_FORM)

    def duplicate_form(self) -> None:
        """A copy of the open form, as a draft under the newest version of its template."""
        ledger, state = self._flushed_ledger(), self._document.form
        if ledger is None or state is None:
            return
        with self._document.reporting_errors():
            newest = bring_form_up_to_date(state.form, self._document.templates)
            copy = edits.duplicate_form(newest, labels.copy_suffix())
            self._add_form(ledger, copy, UndoLabel.DUPLICATE_FORM, Ancestor(state.form_id))

    @does("actionDeleteForm")
    def delete_form(self) -> None:
        """Move the open form to the recycle bin; no question, as undo brings it back."""
        ledger, state = self._flushed_ledger(), self._document.form
        if ledger is None or state is None:
            return
        with self._document.reporting_errors():
            ledger.delete_forms((state.form_id,), label=labels.undo_label_text(UndoLabel.DELETE_FORM))
            name = state.form.project_name or self.tr("未填项目名称的表")
            text = self.tr("已删除“{0}”。").format(name)
            show_undoable_message(self._document, text, "hint")

    @does("actionNextForm", 1)
    @does("actionPreviousForm", -1)
    def open_neighbour_form(self, distance: int) -> None:
        """Open the form that stands that far below the open one in the list; nothing beyond its ends."""
        index = self._forms.view.currentIndex()
        target = index.siblingAtRow(index.row() + distance)
        if target.isValid():
            self._forms.view.setCurrentIndex(target)

    def _prefilled_form(self, ledger: LedgerSession) -> Form:
        """A new form with everything known but the project name. DamagedLedger."""
        template = self._document.services.templates.newest_templates()[0]
        last = self._last_summary(ledger)
        year = self._forms.shown_year() or (last.year if last else None) or QDate.currentDate().year() - 1
        name = self._forms.shown_unit() or (last.unit if last else "")
        unit = ledger.index.known_unit(name) or Unit(name, last.department if last else "")
        form, state = edits.new_form(template, year=year), self._document.form
        if state is not None and state.form.money_unit in template.money_units:
            form = replace(form, money_unit=state.form.money_unit)
        return fill_in_unit(form, unit, template)

    def _add_form(self, ledger: LedgerSession, form: Form, deed: UndoLabel, ancestor: Ancestor | None = None) -> None:
        with self._document.reporting_errors():
            ledger.add_forms([form], label=labels.undo_label_text(deed), ancestor=ancestor)
            state = self._document.form
            if state is not None and not self._forms.is_form_listed(state.form_id):
                self._forms.clear_filters()

    def _flushed_ledger(self) -> LedgerSession | None:
        return self._document.ledger if self._document.flush() else None

    def _last_summary(self, ledger: LedgerSession) -> FormSummary | None:
        """The open form's summary, else that of the newest form."""
        state = self._document.form
        wanted = state.form_id if state else None
        found = [form for form in ledger.summaries if form.form_id == wanted] or ledger.summaries[-1:]
        return found[0] if found else None
