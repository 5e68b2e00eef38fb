"""Which columns to widen so that a sheet becomes lower: line counts weighed against width."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

# Width is given away in steps of so many em, and not more than so many steps at once.
STEP = 0.5
_MOST = 60
# A line less in a cell that does not make its row high counts for this part of one that does.
_COMPANY = 0.25
# A line of words and figures is on average so much shorter than its column.
_LOSS = 0.3
# Of a text with more paragraphs the rest is taken to be like these.
_MANY = 12
# A merged cell makes its rows higher from so many lines a row on.
_LINES_PER_ROW = 1.4


@dataclass(frozen=True, slots=True)
class TallCell:
    """A cell with more than one line a paragraph: its place, the em it has, and its paragraphs' widths in em."""

    row: int
    row_span: int
    columns: slice
    room: float
    naturals: tuple[float, ...]


@dataclass(slots=True)
class _LineCounts:
    """Lines of a cell by the steps that it is widened, and after which of them they become less."""

    lines: Sequence[float]
    drops: Sequence[int]


@dataclass(slots=True)
class _GrowingCell:
    """A tall cell while columns grow; `place` is how many steps it has got."""

    row: tuple[int, int]
    columns: slice
    counts: _LineCounts
    place: int = 0

    def drops_after(self, steps: int) -> bool:
        """Whether it has fewer lines when it is widened by so many more steps."""
        lines = self.counts.lines
        return lines[self.place + steps] < lines[self.place]


@dataclass(frozen=True, slots=True)
class WidthGrant:
    """Steps of width for neighbouring columns to share."""

    columns: slice
    steps: int


class ColumnGrowth:
    """Deals out `spare` steps of width; `room` is by how many each column may grow."""

    def __init__(self, cells: Sequence[TallCell], room: Sequence[int], spare: int) -> None:
        self._room = list(room)
        self._spare = spare
        self._entries: dict[int, list[_GrowingCell]] = defaultdict(list)
        self._rows: dict[tuple[int, int], list[_GrowingCell]] = defaultdict(list)
        for cell in cells:
            # A merged cell is a row of its own: it counts where it is higher than its rows.
            row = (cell.row, 0) if cell.row_span == 1 else (cell.row, cell.columns.start + 1)
            entry = _GrowingCell(row, cell.columns, _cell_line_counts(cell, spare))
            self._rows[row].append(entry)
            for column in range(cell.columns.start, cell.columns.stop):
                self._entries[column].append(entry)

    def width_grants(self) -> Iterator[WidthGrant]:
        """The grants of width in the order of their use."""
        while self._spare > 0 and self._entries:
            gain, column, steps = max(map(self._best_widening, self._entries))
            if gain <= 0:
                return
            yield WidthGrant(self._columns_to_widen(column, steps), steps)
            self._room[column] -= steps
            self._spare -= steps
            for entry in self._entries[column]:
                entry.place += steps

    def _columns_to_widen(self, column: int, steps: int) -> slice:
        """The columns that may share what a column would get: all that those cells span that become lower."""
        spans = [entry.columns for entry in self._entries[column] if entry.drops_after(steps)]
        return slice(max(span.start for span in spans), min(span.stop for span in spans))

    def _best_widening(self, column: int) -> tuple[float, int, int]:
        """The greatest saving per step that widening the column brings, the column, and by how many steps."""
        most = min(self._spare, self._room[column], _MOST)
        rows = [(entry.counts.lines, entry.place, self._highest_other_lines(entry)) for entry in self._entries[column]]
        steps_of_use = {
            drop - entry.place
            for entry in self._entries[column]
            for drop in entry.counts.drops
            if entry.place < drop <= entry.place + most
        }
        now = sum(_row_cost(lines[place], beside) for lines, place, beside in rows)
        best = (0.0, 0)
        for steps in steps_of_use:
            then = sum(_row_cost(lines[place + steps], beside) for lines, place, beside in rows)
            best = max(best, ((now - then) / steps, -steps))
        return best[0], column, -best[1]

    def _highest_other_lines(self, entry: _GrowingCell) -> float:
        """The lines of the highest cell in its row but itself."""
        others = self._rows[entry.row]
        if len(others) == 1:
            return 1.0
        return max(other.counts.lines[other.place] for other in others if other is not entry)


def _row_cost(lines: float, beside: float) -> float:
    return (max(beside, lines)) + _COMPANY * lines


def _cell_line_counts(cell: TallCell, most: int) -> _LineCounts:
    """Lines that the cell takes; of a merged one those that its rows lack."""
    naturals = tuple(round(natural, 1) for natural in cell.naturals[:_MANY])
    counts = _text_line_counts(round(max(cell.room, 0.5), 1), naturals, most)
    if len(cell.naturals) > _MANY:
        more = len(cell.naturals) / _MANY
        return _LineCounts([count * more for count in counts.lines], counts.drops)
    if cell.row_span > 1:
        enough = cell.row_span * _LINES_PER_ROW
        lines = [max(count - enough, 0.0) + _COMPANY * count for count in counts.lines]
        return _LineCounts(lines, counts.drops)
    return counts


@lru_cache(maxsize=4096)
def _text_line_counts(start: float, naturals: tuple[float, ...], most: int) -> _LineCounts:
    """Lines of a text by steps of width from `start` em on."""
    lines: list[float] = []
    for step in range(most + 1):
        width = start + step * STEP
        lines.append(sum(_paragraph_line_count(natural, width) for natural in naturals))
        if lines[-1] == len(naturals):
            break
    drops = [step for step in range(1, len(lines)) if lines[step] < lines[step - 1]]
    return _LineCounts(lines + lines[-1:] * (most + 1 - len(lines)), drops)


def _paragraph_line_count(natural: float, width: float) -> int:
    """Lines of a paragraph, which is all Chinese where its width is a whole number of em."""
    if natural <= width:
        return 1
    fitting = floor(width) if natural == int(natural) else width - _LOSS
    return max(ceil(natural / max(fitting, 0.5)), 2)
