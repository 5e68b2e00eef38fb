"""The ledger's forms as a list: searched, filtered by year and unit, sorted, without opening any of them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum
from itertools import compress, count
from operator import attrgetter, is_not

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ports.forms import Draft, FormSummary, State
from selfeval_desktop.domain.form import look_alikes
from selfeval_desktop.domain.form.units import distinct_names, plain_unit_name
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.wording import labels


class FormTally:
    """`ready` counts forms without errors that wait for nothing, `wrong` those with errors."""

    def __init__(self, forms: Iterable[FormSummary] = ()) -> None:
        self.ready = 0
        self.wrong = 0
        self._years: Counter[int | None] = Counter()
        for form in forms:
            self._count_form(form, 1)

    def form_years(self) -> tuple[int, ...]:
        """The years that occur, newest first."""
        return tuple(sorted((year for year in self._years if year is not None), reverse=True))

    def replace_form(self, old: FormSummary, new: FormSummary) -> None:
        """Count a form as it is now in place of what it was."""
        self._count_form(old, -1)
        self._count_form(new, 1)

    def _count_form(self, form: FormSummary, by: int) -> None:
        self.ready += by * (not (form.errors or form.waiting))
        self.wrong += by * (form.errors > 0)
        self._years[form.year] += by
        if not self._years[form.year]:
            del self._years[form.year]


Index = QModelIndex | QPersistentModelIndex

SUMMARY = Qt.ItemDataRole.UserRole
DETAIL = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_ID = attrgetter("form_id")


class FormOrder(Enum):
    """What the list is sorted by."""

    ID = "id"
    NAME = "name"
    SCORE = "score"
    STATE = "state"


_STATES = tuple(State)
_SORT_KEYS: Mapping[FormOrder, Callable[[FormSummary], tuple[object, ...]]] = {
    FormOrder.ID: lambda form: (form.form_id,),
    FormOrder.NAME: lambda form: (form.project_name, form.form_id),
    FormOrder.SCORE: lambda form: (form.score_total is None, -(form.score_total or 0), form.form_id),
    FormOrder.STATE: lambda form: (
        *(-form.errors, -form.waiting, -form.warnings),
        *(_STATES.index(form.state), form.form_id),
    ),
}


def live_summary(summary: FormSummary, state: FormState) -> FormSummary:
    """The summary as it will be once the open form is stored."""
    form, evaluation = state.form, state.evaluation
    found = Draft(form, evaluation).sorted_findings
    errors = found.count_open_findings(Severity.ERROR)
    return replace(
        summary,
        project_name=form.project_name,
        year=form.year,
        unit=form.unit,
        department=form.department,
        execution_rate=evaluation.execution_rate,
        score_total=evaluation.score_total,
        grade=evaluation.grade,
        errors=errors,
        warnings=found.count_open_findings(Severity.WARNING),
        hints=found.count_open_findings(Severity.HINT),
        state=_live_state(summary.state, has_errors=errors > 0),
        waiting=form.annotations.unconfirmed_count,
    )


def _live_state(stored: State, *, has_errors: bool) -> State:
    if stored is State.RETURNED:
        return stored
    if has_errors:
        return State.DRAFT
    return State.READY if stored is State.DRAFT else stored


class FormsModel(QAbstractListModel):
    """Rows are the forms that pass search, year and unit; `changed` comes after whatever alters them.

    `tally` is what all forms come to together. The open form is shown as it is, the others as they are stored.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored: tuple[FormSummary, ...] = ()
        self._all: list[FormSummary] = []
        self._live: set[int] = set()
        self._rows: list[FormSummary] = []
        self._row_of: Mapping[int, int] = {}
        self.tally = FormTally()
        self._words: tuple[str, ...] = ()
        self._year: int | None = None
        self._kept_units: tuple[str, ...] = ()
        self._units: tuple[str, ...] = ()
        self._unit = ""
        self._order = FormOrder.ID

    @property
    def forms(self) -> Sequence[FormSummary]:
        """All forms of the ledger, shown or not, by id."""
        return self._all

    @property
    def order(self) -> FormOrder:
        """The order chosen from the menu of the list."""
        return self._order

    def shown_forms(self) -> tuple[FormSummary, ...]:
        """The forms in the list, from top to bottom."""
        return tuple(self._rows)

    def unit_names(self) -> tuple[str, ...]:
        """The reporting units: those that are kept in their order, then those that occur in stored forms.

        Not as the open form has it: half a name is no unit.
        """
        return self._units

    def show_summaries(self, forms: Iterable[FormSummary], units: Iterable[str] = ()) -> None:
        """Take over the ledger's summaries and units; where only figures differ, rows stay where they are.

        Summaries that are the same objects as before are passed over: of ten thousand few ever differ.
        """
        before, new, units = self._stored, tuple(forms), tuple(units)
        places = list(compress(count(), map(is_not, before, new)))
        self._stored = new
        if len(new) != len(before) or any(new[at].form_id != before[at].form_id for at in places):
            self._collect_unit_names(units)
            self._all, self._live, self.tally = list(new), set(), FormTally(new)
            self._rebuild_rows()
            return
        if units != self._kept_units or any(new[at].unit != before[at].unit for at in places):
            self._collect_unit_names(units)
        for at in {*places, *self._live}:
            self._replace_summary(at, new[at])
        self._live.clear()
        self.changed.emit()

    def update_open_form(self, state: FormState) -> None:
        """Show the open form's figures as they are now, stored or not."""
        at = bisect_left(self._all, state.form_id, key=_ID)
        if at == len(self._all) or self._all[at].form_id != state.form_id:
            return
        summary = live_summary(self._all[at], state)
        if summary != self._all[at]:
            self._live.add(at)
            self._replace_summary(at, summary)
            self.changed.emit()

    def search_forms(self, text: str) -> None:
        """Keep the forms whose project, unit or department has every word of the text."""
        self._words = look_alikes.search_words(text)
        self._rebuild_rows()

    def filter_year(self, year: int | None) -> None:
        """Keep one year's forms; None keeps all."""
        self._year = year
        self._rebuild_rows()

    def filter_unit(self, unit: str) -> None:
        """Keep one unit's forms; "" keeps all."""
        self._unit = plain_unit_name(unit)
        self._rebuild_rows()

    def sort_by(self, order: FormOrder) -> None:
        """Sort anew."""
        self._order = order
        self._rebuild_rows()

    def summary_of(self, form_id: int) -> FormSummary | None:
        """What is listed of that form, shown or not; None for one that the ledger has not."""
        at = bisect_left(self._all, form_id, key=_ID)
        return self._all[at] if at < len(self._all) and self._all[at].form_id == form_id else None

    def index_of(self, form_id: int) -> QModelIndex:
        """Where a form stands; an invalid index while search, year or unit hide it."""
        row = self._row_of.get(form_id)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Public here, unlike in QAbstractListModel, for scripts that walk over the cells."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        form = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._project_title(form)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_text(self._tooltip_text(form))
            case Qt.ItemDataRole.AccessibleTextRole:
                year = "" if form.year is None else self.tr("{0} 年度").format(form.year)
                title = "，".join(filter(None, (self._project_title(form), year)))
                return "，".join((title, self.detail_text(form).replace(" · ", "，")))
        if role == SUMMARY:
            return form
        return self.detail_text(form) if role == DETAIL else None

    def detail_text(self, form: FormSummary) -> str:
        """The second line: rate, then errors and unconfirmed values, or else score and state."""
        parts = [self.tr("执行 {0}").format("—" if form.execution_rate is None else f"{form.execution_rate:.2f}%")]
        if form.comments:
            parts = [labels.form_state_name(form.state), form_words.open_comments_label(form.comments)]
        if form.errors:
            parts.append(labels.severity_counts(form.errors, 0, 0))
        if form.waiting:
            parts.append(form_words.unconfirmed_count_label(form.waiting))
        if form.errors or form.waiting or form.comments:
            return " · ".join(parts)
        if form.warnings and form.state is State.READY:
            parts.append(labels.severity_counts(0, form.warnings, 0))
        else:
            score = form.score_total
            parts.append(self.tr("{0} 分").format("—" if score is None else f"{score.normalize():f}"))
            parts.append(labels.form_state_name(form.state))
        return " · ".join(parts)

    def _project_title(self, form: FormSummary) -> str:
        return form.project_name or self.tr("（未填项目名称）")

    def _tooltip_text(self, form: FormSummary) -> str:
        year = self.tr("年度未填") if form.year is None else self.tr("{0} 年度").format(form.year)
        lines = [self._project_title(form), year, form.unit]
        counts = labels.severity_counts(form.errors, form.warnings, form.hints)
        if form.comments:
            counts += f" · {form_words.open_comments_label(form.comments)}"
        if form.waiting:
            counts += f" · {form_words.unconfirmed_count_label(form.waiting)}"
        lines.append(f"{labels.form_state_name(form.state)}{_since_text(form.state_since)} · {counts}")
        return "\n".join(line for line in lines if line)

    def _replace_summary(self, at: int, form: FormSummary) -> None:
        """Replace the summary at that place of all forms, and in the list where it is shown."""
        old, self._all[at] = self._all[at], form
        if form == old:
            return
        self.tally.replace_form(old, form)
        row = self._row_of.get(form.form_id)
        if row is not None:
            self._rows[row] = form
            self.dataChanged.emit(self.index(row), self.index(row))

    def _collect_unit_names(self, kept: tuple[str, ...]) -> None:
        self._kept_units = kept
        self._units = distinct_names((*kept, *sorted({form.unit for form in self._stored})))

    def _rebuild_rows(self) -> None:
        self.beginResetModel()
        self._rows = sorted(filter(self._passes_filters, self._all), key=_SORT_KEYS[self._order])
        self._row_of = {form.form_id: row for row, form in enumerate(self._rows)}
        self.endResetModel()
        self.changed.emit()

    def _passes_filters(self, form: FormSummary) -> bool:
        if self._year is not None and form.year != self._year:
            return False
        if self._unit and plain_unit_name(form.unit) != self._unit:
            return False
        if not self._words:
            return True
        line = look_alikes.search_line(form.project_name, form.unit, form.department)
        return look_alikes.has_words(line, self._words)


def _since_text(at: datetime | None) -> str:
    return f" {at:%Y-%m-%d %H:%M}" if at else ""
