"""The findings of many forms as a tree of two levels: under their form, or under their rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from selfeval_desktop.app.ledger.checking import CheckedForm
from selfeval_desktop.domain.rules.finding_groups import FindingGroup, group_findings
from selfeval_desktop.ui.checking.problems_model import (
    ProblemKind,
    full_text,
    kind_colour,
    kind_icon,
    kind_name,
    kind_of,
    sentence_of,
    text_colour,
)
from selfeval_desktop.ui.kit.list_model import NOWHERE, Index, Role
from selfeval_desktop.ui.kit.plain_text import tooltip_text
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.lists import check_reports

_GROUP = 0
"""The internal id of a group; that of a line is the row of its group, from 1."""

SEVERITY, PLACE, SENTENCE = range(3)
_LONGEST_NAME = 8
"""So many characters of a project, and the place in it is still to be seen."""


class ProblemGrouping(StrEnum):
    """What the lines stand under."""

    FORM = "form"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class LedgerFinding:
    """The findings of one rule in one of the forms."""

    form: CheckedForm
    explained: FindingGroup


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Findings of one form or one rule; `title` names it, with their number."""

    title: str
    lines: tuple[LedgerFinding, ...]


class LedgerProblemsModel(QAbstractItemModel):
    """Groups without a line are not shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[ProblemGroup, ...] = ()
        self._grouping = ProblemGrouping.FORM

    @property
    def line_count(self) -> int:
        """How many findings there are, in whichever groups."""
        return sum(_count_findings(group.lines) for group in self._groups)

    def show_findings(
        self, checked: Sequence[CheckedForm], grouping: ProblemGrouping, hidden: frozenset[ProblemKind]
    ) -> None:
        """Show what was found, without the kinds that are hidden."""
        lines = [
            LedgerFinding(form, each)
            for form in checked
            for each in group_findings(form.found.all_findings)
            if kind_of(each) not in hidden
        ]
        self.beginResetModel()
        self._grouping = grouping
        self._groups = _group_by_form(lines) if grouping is ProblemGrouping.FORM else _group_by_rule(lines)
        self.endResetModel()

    def finding_at(self, index: Index) -> LedgerFinding | None:
        """The finding; that of a group is its first."""
        if not index.isValid():
            return None
        if index.internalId() == _GROUP:
            return self._groups[index.row()].lines[0]
        return self._groups[index.internalId() - 1].lines[index.row()]

    def is_group(self, index: Index) -> bool:
        """Whether it is a group's own row."""
        return index.isValid() and index.internalId() == _GROUP

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    # The stubs of PySide6 6.9 know no object without a parent.
    @overload  # type: ignore[override]
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QObject | QModelIndex | None:
        if child is None:
            return super().parent()
        if not child.isValid() or child.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        is_first_of_group = parent.internalId() == _GROUP and parent.column() == 0
        return len(self._groups[parent.row()].lines) if is_first_of_group else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return SENTENCE + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId() == _GROUP:
            return _group_data(self._groups[index.row()], index.column(), role)
        line = self._groups[index.internalId() - 1].lines[index.row()]
        if role == Role.DisplayRole:
            return self._column_text(line, index.column())
        return _line_data(line, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return (self.tr("程度"), self.tr("位置"), self.tr("问题和做法"))[section]

    def _column_text(self, line: LedgerFinding, column: int) -> str:
        if column == SEVERITY:
            return kind_name(kind_of(line.explained))
        if column == SENTENCE:
            return " ".join(sentence_of(line.explained, line.form.template).split())
        place = cell_names.cells_path(line.explained.cells, line.form.template)
        if self._grouping is ProblemGrouping.FORM:
            return place
        name = " ".join(line.form.project_name.split()) or check_reports.form_name(line.form)
        return f"{name if len(name) <= _LONGEST_NAME else f'{name[:_LONGEST_NAME]}…'} · {place}"


def _group_by_form(lines: Sequence[LedgerFinding]) -> tuple[ProblemGroup, ...]:
    grouped: dict[int, list[LedgerFinding]] = {}
    for line in lines:
        grouped.setdefault(line.form.form_id, []).append(line)
    return tuple(
        ProblemGroup(
            f"{check_reports.form_name(group[0].form)}　{check_reports.form_counts(group[0].form)}",
            tuple(group),
        )
        for group in grouped.values()
    )


def _group_by_rule(lines: Sequence[LedgerFinding]) -> tuple[ProblemGroup, ...]:
    grouped: dict[str, list[LedgerFinding]] = {}
    for line in lines:
        grouped.setdefault(line.explained.finding.code, []).append(line)
    return tuple(
        ProblemGroup(
            check_reports.rule_counts(code, _count_findings(group), len({line.form.form_id for line in group})),
            tuple(group),
        )
        for code, group in sorted(grouped.items())
    )


def _count_findings(lines: Sequence[LedgerFinding]) -> int:
    return sum(len(line.explained.lines) for line in lines)


def _line_data(line: LedgerFinding, column: int, role: int) -> Any:
    kind = kind_of(line.explained)
    match role:
        case Role.ToolTipRole:
            return tooltip_text(full_text(line.explained, line.form.template))
        case Role.DecorationRole if column == SEVERITY:
            return kind_icon(kind)
        case Role.ForegroundRole:
            return kind_colour(kind) if column == SEVERITY else text_colour(line.explained)
    return None


def _group_data(group: ProblemGroup, column: int, role: int) -> Any:
    if role == Role.DisplayRole and column == 0:
        return group.title
    if role == Role.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    return None
