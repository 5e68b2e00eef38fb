"""The findings of the open form as a list: the heaviest first, then in the order of the form."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.findings import Finding, Severity
from selfeval_desktop.domain.template import Template
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.models.cells import WEIGHTS
from selfeval_desktop.wording import findings as sentences
from selfeval_desktop.wording import places, steps

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

SEVERITY, PLACE, SENTENCE = range(3)


class ProblemsModel(QAbstractTableModel):
    """Severity with its sign, place, and what to do."""

    def __init__(self, session: FormSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: list[Finding] = []
        self._template: Template | None = None
        session.listen(self._show)
        self._show(session.state)

    def field(self, index: Index) -> FieldRef | None:
        """The cell that the finding points to."""
        return self._findings[index.row()].field if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else SENTENCE + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or self._template is None:
            return None
        finding = self._findings[index.row()]
        match role:
            case Role.DisplayRole:
                return self._text(finding, index.column(), self._template)
            case Role.ToolTipRole:
                return sentences.sentence(finding, self._template)
            case Role.DecorationRole if index.column() == SEVERITY:
                return theme.severity_icon(finding.severity)
            case Role.ForegroundRole if index.column() == SEVERITY:
                return theme.severity_colour(finding.severity)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        return (self.tr("程度"), self.tr("位置"), self.tr("问题和做法"))[section]

    @staticmethod
    def _text(finding: Finding, column: int, template: Template) -> str:
        if column == SEVERITY:
            return steps.severity(finding.severity)
        if column == PLACE:
            return places.place(finding.field, template)
        return sentences.sentence(finding, template)

    def _show(self, state: FormState | None) -> None:
        self._template = state.template if state else None
        found = state.evaluation.findings if state else ()
        self._replace(sorted(found, key=lambda finding: WEIGHTS.index(finding.severity)))

    def _replace(self, new: list[Finding]) -> None:
        """Let findings go and come one by one, so that a view touches only the lines that differ."""
        old_keys, new_keys = [_key(each) for each in self._findings], [_key(each) for each in new]
        leaving, staying = set(old_keys).difference(new_keys), set(old_keys).intersection(new_keys)
        if [key for key in old_keys if key in staying] != [key for key in new_keys if key in staying]:
            self.beginResetModel()
            self._findings = new
            self.endResetModel()
            return
        for first, last in reversed(_runs(key in leaving for key in old_keys)):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._findings[first : last + 1]
            self.endRemoveRows()
        for first, last in _runs(key not in staying for key in new_keys):
            self.beginInsertRows(_NOWHERE, first, last)
            self._findings[first:first] = new[first : last + 1]
            self.endInsertRows()
        before, self._findings = self._findings, new
        for first, last in _runs(old != new for old, new in zip(before, new, strict=True)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, SENTENCE))


def _key(finding: Finding) -> tuple[str, Severity, FieldRef]:
    """What makes two findings the same one, with other figures."""
    return finding.code, finding.severity, finding.field


def _runs(applies: Iterable[bool]) -> list[tuple[int, int]]:
    """The first and last places of each run of true values."""
    runs = []
    for is_run, run in groupby(enumerate(applies), key=itemgetter(1)):
        places = [place for place, _ in run]
        if is_run:
            runs.append((places[0], places[-1]))
    return runs
