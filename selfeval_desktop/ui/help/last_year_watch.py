"""Last year's form of the open one's project, found when somebody asks for it."""

from PySide6.QtCore import QObject

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.last_year import LastYear, find_former_form, match_last_year
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.help import last_year_words

Key = tuple[int, str, str, int | None]


class LastYearWatch(QObject):
    """What was found stays until the list of forms is new or the open form is about something else."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._key: Key | None = None
        self._read: LastYear | None = None
        self._state: FormState | None = None
        self._found: LastYear | None = None
        document.listChanged.connect(self._clear_cache)
        document.ledgerChanged.connect(self._clear_cache)

    def last_year_comparison(self) -> LastYear | None:
        """Last year's form beside the open one; None where there is none."""
        state = self._document.form
        if state is not None and state is not self._state:
            self._load_last_year(state)
            self._state = state
            self._found = (
                match_last_year(state.form, self._read.form, self._read.figures) if self._read else None
            )
        return self._found if state is not None else None

    def last_year_tooltip(self, cell: FieldRef) -> str:
        """What is said of last year in that cell's tooltip; "" for nothing."""
        found = self.last_year_comparison()
        return last_year_words.last_year_tooltip(found, cell) if found else ""

    def last_year_line(self, cell: FieldRef) -> str:
        """What is said of last year in the line below, with the cursor in that cell."""
        found, state = self.last_year_comparison(), self._document.form
        if state is None:
            return ""
        return (
            last_year_words.last_year_line(found, cell, state.template)
            if found
            else last_year_words.none_found(state.form.year)
        )

    def _load_last_year(self, state: FormState) -> None:
        form, ledger = state.form, self._document.ledger
        key = (state.form_id, form.project_name, form.unit, form.year)
        if key == self._key or ledger is None:
            return
        self._key, self._read = key, None
        # Until it is stored with another year, the open form itself is listed with the year before.
        others = [each for each in ledger.summaries if each.form_id != state.form_id]
        former = find_former_form(form, others)
        if former is not None:
            with self._document.reporting_errors():
                then = ledger.store.load_form(former.form_id)
                template = template_of(then, self._document.templates)
                self._read = LastYear(then, evaluate(then, template))

    def _clear_cache(self) -> None:
        self._key = self._state = self._read = self._found = None
