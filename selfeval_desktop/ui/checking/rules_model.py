"""The catalogue of rules as lines, found by words; those that may be left out have a box."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from selfeval_desktop.domain.rules.catalogue import RuleState
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.headed_model import HeadedModel
from selfeval_desktop.wording import rules
from selfeval_desktop.wording.lists import check_reports

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()

NAME, MEANING, SOURCE, STATE = range(4)


class RulesModel(HeadedModel):
    """Ticked rules are in use. What a search hides keeps its tick; without `may_switch` there are no boxes."""

    def __init__(
        self, entries: Sequence[RuleState], *, may_switch: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._may_switch = may_switch
        self._entries = tuple(entries)
        self._off = {entry.code for entry in self._entries if entry.is_off}
        self._shown = self._entries

    @property
    def switched_off_codes(self) -> frozenset[str]:
        """The codes of the rules that are not ticked though they may be."""
        return frozenset(self._off)

    def search_rules(self, text: str) -> None:
        """Show the rules that have every word of the text."""
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = tuple(
            entry
            for entry in self._entries
            if all(word in _searched_text(entry).casefold() for word in words)
        )
        self.endResetModel()

    def rule_at(self, index: Index) -> RuleState | None:
        """The rule of a line."""
        return self._shown[index.row()] if index.isValid() else None

    def toggle_rule(self, index: Index) -> None:
        """Use the rule or do without it; one that always counts stays."""
        entry = self.rule_at(index)
        if entry is not None and self._has_box(entry):
            self._off ^= {entry.code}
            self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), STATE))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags, entry = super().flags(index), self.rule_at(index)
        is_box = entry is not None and self._has_box(entry) and index.column() == NAME
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_box else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        entry = self.rule_at(index)
        if entry is None:
            return None
        is_off, column = entry.code in self._off, index.column()
        match role:
            case Role.DisplayRole:
                return self._column_text(entry, column)
            case Role.CheckStateRole if column == NAME and self._has_box(entry):
                return Qt.CheckState.Unchecked if is_off else Qt.CheckState.Checked
            case Role.ForegroundRole if is_off or entry.severity == "off" or column == SOURCE:
                return theme.colour("muted")
            case Role.ForegroundRole if column == STATE and entry.severity != "off":
                return theme.severity_colour(entry.severity)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        self.toggle_rule(index)
        return True

    def column_heads(self) -> tuple[str, ...]:
        return (self.tr("规则"), self.tr("要求"), self.tr("依据"), self.tr("状态"))

    def _has_box(self, entry: RuleState) -> bool:
        return self._may_switch and entry.can_be_off

    def _column_text(self, entry: RuleState, column: int) -> str:
        if column == NAME:
            return rules.rule_title(entry.code)
        if column == MEANING:
            return rules.rule_meaning(entry.code)
        if column == SOURCE:
            return check_reports.rule_source_text(entry)
        return check_reports.rule_state_text(entry, is_off=entry.code in self._off)


def _searched_text(entry: RuleState) -> str:
    """What a search looks through."""
    parts = (
        rules.rule_title(entry.code),
        rules.rule_meaning(entry.code),
        check_reports.rule_source_text(entry),
    )
    return " ".join((*parts, check_reports.rule_state_text(entry, is_off=entry.is_off)))
