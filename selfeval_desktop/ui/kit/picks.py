"""Things to pick from, as lines: filtered by their group and by words, and ticked where several can be taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.headed_model import HeadedModel

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
PickGroup = tuple[str, ...]
"""The names that lead to a group, from the outermost inwards; () is all there is."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class PickRow:
    """One line: a text for each column, and the group that it belongs to."""

    texts: tuple[str, ...]
    group: PickGroup

    def is_in(self, group: PickGroup) -> bool:
        """Whether it belongs to that group or to one inside it."""
        return self.group[: len(group)] == group


class PicksModel(HeadedModel):
    """Shows the picks that a filter leaves; they go by their number among all. What is ticked stays so unseen."""

    ticked = Signal()

    def __init__(
        self,
        picks: Sequence[PickRow],
        heads: Sequence[str],
        *,
        checkable: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._picks, self._heads, self.checkable = tuple(picks), tuple(heads), checkable
        self._lines = tuple(" ".join((*pick.group, *pick.texts)).casefold() for pick in self._picks)
        self._shown = list(range(len(self._picks)))
        self._checked: set[int] = set()

    @property
    def checked_numbers(self) -> tuple[int, ...]:
        """The numbers of the ticked ones, in order."""
        return tuple(sorted(self._checked))

    def groups_with_parents(self) -> tuple[PickGroup, ...]:
        """Every group and what it lies in, each once, in the order of the picks."""
        found = (pick.group[:depth] for pick in self._picks for depth in range(1, len(pick.group) + 1))
        return tuple(dict.fromkeys(found))

    def groups_with(self, text: str) -> set[PickGroup]:
        """The groups in which something has every word of the text."""
        found = (self._picks[number].group for number in self._numbers_with_words(text))
        return {group[:depth] for group in set(found) for depth in range(len(group) + 1)}

    def filter_picks(self, group: PickGroup, text: str) -> None:
        """Leave those of a group that have every word of the text."""
        shown = [number for number in self._numbers_with_words(text) if self._picks[number].is_in(group)]
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def pick_number(self, index: Index) -> int | None:
        """Which pick the line is."""
        return self._shown[index.row()] if index.isValid() else None

    def toggle_pick(self, index: Index) -> None:
        """Tick it, or no longer."""
        number = self.pick_number(index)
        if number is not None and self.checkable:
            self._checked ^= {number}
            box = self.index(index.row(), 0)
            self.dataChanged.emit(box, box, [Role.CheckStateRole])
            self.ticked.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_box = index.isValid() and self.checkable and index.column() == 0
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_box else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        number = self.pick_number(index)
        if number is None:
            return None
        column = index.column()
        match role:
            case Role.DisplayRole:
                return self._picks[number].texts[column]
            case Role.ToolTipRole if len(self._heads) > 1:
                return self._picks[number].texts[column]
            case Role.CheckStateRole if self.checkable and column == 0:
                return Qt.CheckState.Checked if number in self._checked else Qt.CheckState.Unchecked
            case Role.ForegroundRole if column == len(self._heads) - 1 > 0:
                return theme.colour("muted")
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        if (Qt.CheckState(value) is Qt.CheckState.Checked) != (self.pick_number(index) in self._checked):
            self.toggle_pick(index)
        return True

    def column_heads(self) -> tuple[str, ...]:
        return self._heads

    def _numbers_with_words(self, text: str) -> Iterator[int]:
        words = text.casefold().split()
        return (number for number, line in enumerate(self._lines) if all(word in line for word in words))
