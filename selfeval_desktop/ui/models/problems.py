"""The findings of the open form as a list: the heaviest first, then in the order of the form."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.findings import Finding
from selfeval_desktop.domain.template import Template
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.models.cells import WEIGHTS
from selfeval_desktop.ui.models.common_ends import common_ends
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
        """Touch only the lines between the ends that both lists have in common."""
        old = self._findings
        first, last = common_ends(old, new)
        gone, come = len(old) - first - last, len(new) - first - last
        stay = min(gone, come)
        self._findings[first : first + stay] = new[first : first + stay]
        if stay:
            self.dataChanged.emit(self.index(first, 0), self.index(first + stay - 1, SENTENCE))
        if gone > stay:
            self.beginRemoveRows(_NOWHERE, first + stay, first + gone - 1)
            del self._findings[first + stay : first + gone]
            self.endRemoveRows()
        if come > stay:
            self.beginInsertRows(_NOWHERE, first + stay, first + come - 1)
            self._findings[first + stay : first + stay] = new[first + stay : first + come]
            self.endInsertRows()
