"""A sheet's cells broken into lines at the widths of their columns, ready to fill pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from selfeval_desktop.app.paper.drawing import RuledLine
from selfeval_desktop.domain.form.template import Align
from selfeval_desktop.domain.layout.sheet import Role, SheetCell
from selfeval_desktop.output.pdf.columns import MM, UPRIGHT_BELOW, CellMeasure, column_widths
from selfeval_desktop.output.pdf.fonts import Metrics
from selfeval_desktop.output.pdf.manuscript import CellText, Manuscript, printable_text
from selfeval_desktop.output.pdf.text_layout import Prose

CONTINUED = "(续)"

# The columns whose cells name a group, be it of one row: a page that the row goes on to names it again.
_LEVELS = frozenset({"level1", "level2"})
# A label that needs more than this part of a page flows from its first row on like any other.
_LABEL_SHARE = 0.3
# A centred text of more lines than this is set from the left, like any long text.
_MOST_CENTRED = 6
# From so many em on a text at the left is set as running text: lines as full as can be, and justified.
_RUNNING = 12.0


@dataclass(eq=False, slots=True)
class CellSlot:
    """One cell with its place across the page and its lines, which stand as `align` tells.

    `flows`: its lines belong to its first row. `runs_on`: it is set as running text.
    """

    cell: SheetCell
    prose: Prose
    left: float
    width: float
    lines: list[str]
    align: Align
    flows: bool
    runs_on: bool

    @property
    def rows(self) -> range:
        """The rows it covers."""
        return range(self.cell.row, self.cell.row + self.cell.row_span)


class SlotsByRow:
    """Finds slots by the rows they cover: a page asks for its own rows, however many the sheet has."""

    def __init__(self, slots: Sequence[CellSlot], row_count: int) -> None:
        self._slots = slots
        self._numbers: list[list[int]] = [[] for _ in range(row_count)]
        for number, slot in enumerate(slots):
            for row in slot.rows:
                self._numbers[row].append(number)

    def slots_covering(self, rows: Iterable[int]) -> list[CellSlot]:
        """The slots that cover one of these rows at least, in their order."""
        found = {number for row in rows for number in self._numbers[row]}
        return [self._slots[number] for number in sorted(found)]


class SheetTable:
    """All slots of a sheet; `texts` by row those whose lines make the row high, `labels` merged ones and levels.

    `head_rows` hold nothing but column heads.
    """

    def __init__(self, manuscript: Manuscript, width: float, page_height: float, metrics: Metrics) -> None:
        self.sheet = manuscript.sheet
        self.metrics = metrics
        self._composer = manuscript.composer
        self._measure = CellMeasure(metrics.size, metrics.pad_x)
        self.edges = list(accumulate(column_widths(manuscript, width, self._measure), initial=0.0))
        self.slots = [self._make_slot(entry, page_height * _LABEL_SHARE) for entry in manuscript.entries]
        self.texts: list[list[CellSlot]] = [[] for _ in range(self.sheet.row_count)]
        labels: list[CellSlot] = []
        self._ends: dict[CellSlot, set[int]] = {}
        for slot in self.slots:
            if slot.flows:
                self.texts[slot.cell.row].append(slot)
            else:
                labels.append(slot)
        self.slots_by_row = SlotsByRow(self.slots, self.sheet.row_count)
        self.labels = SlotsByRow(labels, self.sheet.row_count)
        self.head_rows = {
            row for row, found in enumerate(self.texts) if found and all(slot.cell.role is Role.HEAD for slot in found)
        }

    def _make_slot(self, entry: CellText, most: float) -> CellSlot:
        cell = entry.cell
        left = self.edges[cell.column]
        width = self.edges[cell.column + cell.column_span] - left
        em = self._measure.text_width_em(width)
        align, lines = cell.align, _broken_lines(entry.prose, em, cell.align)
        if align == "center" and len(lines) > _MOST_CENTRED:
            align, lines = "left", _broken_lines(entry.prose, em, "left")
        is_label = cell.row_span > 1 or _is_level(cell)
        flows = not is_label or self.metrics.cell_height(len(lines)) > most
        return CellSlot(cell, entry.prose, left, width, lines, align, flows, align == "left" and em >= _RUNNING)

    def paragraph_ends(self, slot: CellSlot) -> set[int]:
        """Which lines of a running text end a paragraph; found once, as each of its pages asks for them."""
        if slot not in self._ends:
            self._ends[slot] = slot.prose.paragraph_ends(self._measure.text_width_em(slot.width))
        return self._ends[slot]

    def row_height(self, row: int, lines: int) -> float:
        """Of a row with that many lines, at least as high as the sheet wants it."""
        least = self.sheet.least_heights[row] * MM if self.sheet.least_heights else 0.0
        return max(self.metrics.cell_height(lines), least)

    def label_lines(self, slot: CellSlot, *, continued: bool, height: float) -> list[str]:
        """What a label shows in a box of that height; on further pages with "(续)"."""
        lines = slot.lines
        if continued and slot.prose.natural_width:
            prose = self._composer.make_prose(printable_text(slot.cell.text) + CONTINUED)
            lines = _broken_lines(prose, self._measure.text_width_em(slot.width), slot.align)
            if len(lines) > 1:
                lines = [*slot.lines, self._continued_sign(slot)]
        upright = self._upright_lines(slot, continued=continued)
        fits = len(upright) <= len(lines) or self.metrics.cell_height(len(upright)) <= height
        return upright if upright and fits else lines

    def _continued_sign(self, slot: CellSlot) -> str:
        """The sign as a line of its own, without its brackets in the narrowest of columns."""
        room = slot.width / self.metrics.size - 0.1
        return CONTINUED if self._composer.make_prose(CONTINUED).natural_width <= room else CONTINUED[1:-1]

    def _upright_lines(self, slot: CellSlot, *, continued: bool) -> list[str]:
        """One character a line, for the short label of a narrow column; empty for every other."""
        text = slot.cell.text
        narrow = (
            slot.cell.role is Role.LABEL and self._measure.text_width_em(slot.width) < UPRIGHT_BELOW and len(text) <= 12
        )
        if not narrow or text.isascii() or "\n" in text:
            return []
        return [*text, self._continued_sign(slot)] if continued else list(text)


def _is_level(cell: SheetCell) -> bool:
    return cell.field is not None and cell.field.part == "indicators" and cell.field.column in _LEVELS


def _broken_lines(prose: Prose, em: float, align: Align) -> list[str]:
    """The lines of a text in so many em: running text and figures as full as can be, all else between words."""
    if align == "right" or (align == "left" and em >= _RUNNING):
        return prose.full_lines(em)
    return prose.arranged_lines(em, centred=align == "center")


INNER_RULE = 0.5
OUTER_RULE = 1.0


def table_rules(owner: Sequence[Sequence[int]], rows: Sequence[float], columns: Sequence[float]) -> Iterator[RuledLine]:
    """The rules of a grid with its edges at `rows` and `columns`, and a stronger frame.

    `owner` tells by row and column which cell a field of the grid belongs to.
    """
    for edge, (above, below) in enumerate(pairwise(owner), start=1):
        for start, stop in _drawn_stretches(one != other for one, other in zip(above, below, strict=True)):
            yield RuledLine(columns[start], rows[edge], columns[stop], rows[edge], INNER_RULE)
    for edge in range(1, len(columns) - 1):
        for start, stop in _drawn_stretches([row[edge - 1] != row[edge] for row in owner]):
            yield RuledLine(columns[edge], rows[start], columns[edge], rows[stop], INNER_RULE)
    yield from _frame_rules(columns[0], rows[0], columns[-1], rows[-1])


def _frame_rules(left: float, top: float, right: float, bottom: float) -> Iterator[RuledLine]:
    reach = OUTER_RULE / 2  # so that the corners are full
    for y in (top, bottom):
        yield RuledLine(left - reach, y, right + reach, y, OUTER_RULE)
    for x in (left, right):
        yield RuledLine(x, top - reach, x, bottom + reach, OUTER_RULE)


def _drawn_stretches(drawn: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """From … to of each unbroken stretch where something is drawn."""
    start = None
    at = -1
    for at, here in enumerate(drawn):
        if here and start is None:
            start = at
        elif not here and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, at + 1
