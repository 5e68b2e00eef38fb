"""What can be done with forms of the ledger as a whole: new, copy, delete, import, check, go to the next."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDate, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from selfeval_desktop.app.ledger import LedgerSession, imported
from selfeval_desktop.app.ports import FormSummary
from selfeval_desktop.app.templates import brought_up_to_date
from selfeval_desktop.domain import edits
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.units import Unit, filled
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.ui.widgets.form_list import FormList
from selfeval_desktop.wording import steps
from selfeval_desktop.wording.steps import Deed

STEP = "step"
"""What a message is about that offers to undo the last step; it goes with the next one."""


class FormCommands(QObject):
    """Each command stores what is open first, and ends as one step that can be undone."""

    def __init__(self, desk: Desk, forms: FormList, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._forms, self._window = desk, forms, window

    @property
    def slots(self) -> dict[str, Callable[..., object]]:
        """The work of each action; beginning a form is the window's, which goes to its first cell."""
        return {
            "actionImport": self.import_files,
            "actionDeleteForm": self.delete,
            "actionNextForm": lambda: self.go(1),
            "actionPreviousForm": lambda: self.go(-1),
        }

    def new(self) -> None:
        """A form with the year and unit that the list shows, else of the last form, and all that goes with the unit.

        Its amounts are in the money unit of the open form.
        """
        ledger = self._settled()
        if ledger is not None:
            with self._desk.telling():
                self._add(ledger, [self._begun(ledger)], Deed.NEW_FORM)

    def duplicate(self) -> None:
        """A copy of the open form, as a draft under the newest version of its template."""
        ledger, state = self._settled(), self._desk.form
        if ledger is None or state is None:
            return
        with self._desk.telling():
            newest = brought_up_to_date(state.form, self._desk.templates)
            self._add(ledger, [edits.duplicate(newest, steps.copy_suffix())], Deed.DUPLICATE_FORM)

    def delete(self) -> None:
        """Move the open form to the recycle bin; no question, as undo brings it back."""
        ledger, state = self._settled(), self._desk.form
        if ledger is None or state is None:
            return
        with self._desk.telling():
            ledger.delete((state.form_id,), label=steps.deed(Deed.DELETE_FORM))
            name = state.form.project_name or self.tr("未填项目名称的表")
            text = self.tr("已删除“{0}”。").format(name)
            self._desk.messages.say(text, "hint", [(self.tr("撤销"), self._desk.undo)], about=STEP)

    def import_files(self) -> None:
        """Let the user choose JSON files and take in all their forms as one step, or none."""
        if self._settled() is None:
            return
        title, kinds = self.tr("导入自评表"), self.tr("自评表 (*.json)")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, self._folder(), kinds)
        if names:
            self.import_paths([Path(name) for name in names])

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Take in all forms of these files as one step; one bad file leaves the ledger as it is."""
        ledger = self._settled()
        if ledger is None:
            return
        with self._desk.telling():
            self._take_in(ledger, [form for path in paths for form in self._desk.services.read_forms(path)])

    def import_form(self, form: Form) -> None:
        """Take in a form that was recognised elsewhere, as one step."""
        ledger = self._settled()
        if ledger is None:
            return
        with self._desk.telling():
            self._take_in(ledger, [form])

    def go(self, distance: int) -> None:
        """Open the form that stands that far below the open one in the list; nothing beyond its ends."""
        index = self._forms.view.currentIndex()
        target = index.siblingAtRow(index.row() + distance)
        if target.isValid():
            self._forms.view.setCurrentIndex(target)

    def _begun(self, ledger: LedgerSession) -> Form:
        """All but the project name. DamagedLedger."""
        template = self._desk.services.templates.all()[0]
        last = self._last(ledger)
        year = self._forms.shown_year() or (last.year if last else None) or QDate.currentDate().year() - 1
        name = self._forms.shown_unit() or (last.unit if last else "")
        unit = ledger.known_unit(name) or Unit(name, last.department if last else "")
        form, state = edits.new_form(template, year=year), self._desk.form
        if state is not None and state.form.money_unit in template.money_units:
            form = replace(form, money_unit=state.form.money_unit)
        return filled(form, unit, template)

    def _take_in(self, ledger: LedgerSession, forms: Sequence[Form]) -> None:
        """Store the forms with all their values marked as imported, and say so."""
        ledger.add([imported(form) for form in forms], label=steps.deed(Deed.IMPORT))
        self._forms.reveal()
        text = self.tr("已导入 {0} 张表。").format(len(forms))
        self._desk.messages.say(text, "ok", [(self.tr("撤销"), self._desk.undo)], about=STEP)

    def _add(self, ledger: LedgerSession, forms: Sequence[Form], deed: Deed) -> None:
        with self._desk.telling():
            ledger.add(forms, label=steps.deed(deed))
            state = self._desk.form
            if state is not None and not self._forms.shows(state.form_id):
                self._forms.reveal()

    def _settled(self) -> LedgerSession | None:
        return self._desk.ledger if self._desk.settle() else None

    def _last(self, ledger: LedgerSession) -> FormSummary | None:
        """The open form's summary, else that of the newest form."""
        state = self._desk.form
        wanted = state.form_id if state else None
        found = [form for form in ledger.summaries if form.form_id == wanted] or ledger.summaries[-1:]
        return found[0] if found else None

    def _folder(self) -> str:
        return self._desk.services.settings.load().folder
