"""Things to pick from, as lines: filtered by their group and by words, and ticked where several can be taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.list_model import ColumnsModel, Index, ListColumn

PickGroup = tuple[str, ...]
"""The names that lead to a group, from the outermost inwards; () is all there is."""


@dataclass(frozen=True, slots=True)
class PickRow:
    """One line: a text for each column, and the group that it belongs to."""

    texts: tuple[str, ...]
    group: PickGroup

    def is_in(self, group: PickGroup) -> bool:
        """Whether it belongs to that group or to one inside it."""
        return self.group[: len(group)] == group


class PicksModel(ColumnsModel[int]):
    """Rows are the numbers of the picks that a filter leaves, counted among all. What is ticked stays so unseen."""

    ticked = Signal()

    def __init__(
        self,
        picks: Sequence[PickRow],
        heads: Sequence[str],
        *,
        checkable: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__((), parent)
        self._picks, self.checkable = tuple(picks), checkable
        self._lines = tuple(" ".join((*pick.group, *pick.texts)).casefold() for pick in self._picks)
        self._checked: set[int] = set()
        self.set_columns(*(self._text_column(heads, column) for column in range(len(heads))))
        self.show_rows(range(len(self._picks)))

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
        numbers = self._numbers_with_words(text)
        self.show_rows([number for number in numbers if self._picks[number].is_in(group)])

    def pick_number(self, index: Index) -> int | None:
        """Which pick the line is."""
        return self.row_at(index)

    def toggle_pick(self, index: Index) -> None:
        """Tick it, or no longer."""
        self.toggle_row(self.index(index.row(), 0))

    def _text_column(self, heads: Sequence[str], column: int) -> ListColumn[int]:
        """The first column has the boxes, the last of several is grey."""

        def text(number: int) -> str:
            return self._picks[number].texts[column]

        has_box, is_last = self.checkable and column == 0, column == len(heads) - 1 > 0
        return ListColumn(
            heads[column],
            text,
            tooltip=text if len(heads) > 1 else None,
            colour=(lambda _number: theme.colour("muted")) if is_last else None,
            is_ticked=self._checked.__contains__ if has_box else None,
            tick=self._tick_pick if has_box else None,
        )

    def _tick_pick(self, number: int, wanted: bool) -> bool:
        is_changed = (number in self._checked) != wanted
        if is_changed:
            self._checked ^= {number}
            self.ticked.emit()
        return is_changed

    def _numbers_with_words(self, text: str) -> Iterator[int]:
        words = text.casefold().split()
        return (number for number, line in enumerate(self._lines) if all(word in line for word in words))
