"""The findings of the open form as a list: filtered by what they weigh, in the order that the user chose."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.document.cell_pages import form_order
from selfeval_desktop.ui.document.cells import WEIGHTS
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.wording import cell_names, labels, rules
from selfeval_desktop.wording import findings as sentences

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

SEVERITY, PLACE, SENTENCE = range(3)


class ProblemKind(StrEnum):
    """What lines are filtered by: a severity, or that a reason was written. The values are kept in the settings."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    EXPLAINED = "explained"


class ProblemOrder(StrEnum):
    """What lines are sorted by. The values are kept in the settings."""

    SEVERITY = "severity"
    RULE = "rule"
    FORM = "form"


def kind_of(line: AcceptedFinding) -> ProblemKind:
    """What the line is filtered by."""
    return ProblemKind.EXPLAINED if line.reason else ProblemKind(line.finding.severity.value)


def sentence_of(line: AcceptedFinding, template: Template) -> str:
    """What is wrong and what to do, with the reason why it may stand."""
    told = sentences.finding_sentence(line.finding, template)
    return sentences.sentence_with_reason(told, line.reason) if line.reason else told


def _severity_weight(line: AcceptedFinding) -> tuple[object, ...]:
    return bool(line.reason), WEIGHTS.index(line.finding.severity)


_SORT_KEYS: Mapping[ProblemOrder, Callable[[AcceptedFinding], tuple[object, ...]]] = {
    ProblemOrder.SEVERITY: _severity_weight,
    ProblemOrder.RULE: lambda line: (line.finding.code, form_order(line.finding.field)),
    ProblemOrder.FORM: lambda line: (form_order(line.finding.field), *_severity_weight(line)),
}


class ProblemsModel(QAbstractTableModel):
    """Severity with its sign, place, and what to do. By rule, the first column names the rule."""

    def __init__(self, session: FormSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[AcceptedFinding] = []
        self._template: Template | None = None
        self._hidden: frozenset[ProblemKind] = frozenset()
        self._order = ProblemOrder.SEVERITY
        session.add_listener(self._show_findings)
        self._show_findings(session.state)

    @property
    def order(self) -> ProblemOrder:
        """What the lines are sorted by."""
        return self._order

    @property
    def hidden_kinds(self) -> frozenset[ProblemKind]:
        """The kinds of lines that are left out."""
        return self._hidden

    def sort_and_filter(self, order: ProblemOrder, hidden: Iterable[ProblemKind]) -> None:
        """Sort and filter anew."""
        self._hidden = frozenset(hidden)
        if order is not self._order:
            self.beginResetModel()
            self._order, self._lines = order, []
            self.endResetModel()
        self._show_findings(self._session.state)

    def line_at(self, index: Index) -> AcceptedFinding | None:
        """The finding of a line, with its reason."""
        return self._lines[index.row()] if index.isValid() else None

    def field_at(self, index: Index) -> FieldRef | None:
        """The cell that the finding points to."""
        line = self.line_at(index)
        return None if line is None else line.finding.field

    def index_of_finding(self, code: str, field: FieldRef) -> QModelIndex:
        """The line of that rule and cell; an invalid index where there is none."""
        for row, line in enumerate(self._lines):
            if (line.finding.code, line.finding.field) == (code, field):
                return self.index(row, SENTENCE)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else SENTENCE + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or self._template is None:
            return None
        line = self._lines[index.row()]
        match role:
            case Role.DisplayRole:
                return self._column_text(line, index.column(), self._template)
            case Role.ToolTipRole:
                return f"{rules.rule_title(line.finding.code)}\n{sentence_of(line, self._template)}"
            case Role.DecorationRole if index.column() == SEVERITY:
                return (
                    theme.icon("ok", "muted") if line.reason else theme.severity_icon(line.finding.severity)
                )
            case Role.ForegroundRole if line.reason:
                return theme.colour("muted")
            case Role.ForegroundRole if index.column() == SEVERITY:
                return theme.severity_colour(line.finding.severity)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return (self.tr("程度"), self.tr("位置"), self.tr("问题和做法"))[section]

    def _column_text(self, line: AcceptedFinding, column: int, template: Template) -> str:
        if column == SEVERITY:
            if self._order is ProblemOrder.RULE:
                return rules.rule_name(line.finding.code)
            return labels.explained_label() if line.reason else labels.severity_name(line.finding.severity)
        if column == PLACE:
            return cell_names.cell_path(line.finding.field, template)
        return sentence_of(line, template)

    def _show_findings(self, state: FormState | None) -> None:
        self._template = state.template if state else None
        found = (
            (line for line in state.found.all_findings if kind_of(line) not in self._hidden) if state else ()
        )
        self._replace_lines(sorted(found, key=_SORT_KEYS[self._order]))

    def _replace_lines(self, new: list[AcceptedFinding]) -> None:
        """Let findings go and come one by one, so that a view touches only the lines that differ."""
        old_keys, new_keys = (
            [_finding_key(each) for each in self._lines],
            [_finding_key(each) for each in new],
        )
        leaving, staying = set(old_keys).difference(new_keys), set(old_keys).intersection(new_keys)
        if [key for key in old_keys if key in staying] != [key for key in new_keys if key in staying]:
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
            return
        for first, last in reversed(_runs_of_true(key in leaving for key in old_keys)):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._lines[first : last + 1]
            self.endRemoveRows()
        for first, last in _runs_of_true(key not in staying for key in new_keys):
            self.beginInsertRows(_NOWHERE, first, last)
            self._lines[first:first] = new[first : last + 1]
            self.endInsertRows()
        before, self._lines = self._lines, new
        for first, last in _runs_of_true(old != new for old, new in zip(before, new, strict=True)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, SENTENCE))


def _finding_key(line: AcceptedFinding) -> tuple[str, Severity, FieldRef, bool]:
    """What makes two findings the same one, with other figures."""
    return line.finding.code, line.finding.severity, line.finding.field, bool(line.reason)


def _runs_of_true(applies: Iterable[bool]) -> list[tuple[int, int]]:
    """The first and last places of each run of true values."""
    runs = []
    for is_run, run in groupby(enumerate(applies), key=itemgetter(1)):
        cell_names = [place for place, _ in run]
        if is_run:
            runs.append((cell_names[0], cell_names[-1]))
    return runs
