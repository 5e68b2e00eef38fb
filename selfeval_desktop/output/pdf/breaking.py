"""Rows distributed over pages: pages fill, rows split only between lines, labels get the room they need."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from selfeval_desktop.output.pdf.fonts import Metrics
from selfeval_desktop.output.pdf.table import CellSlot, SheetTable

# A row moves to the next page whole rather than being torn when that leaves less than this part blank.
_BLANK_ALLOWED = 0.15
# A head row higher than this part of a page is not repeated.
_HEAD_SHARE = 0.25
_EXACT = 1e-6


@dataclass(eq=False, slots=True)
class RowPiece:
    """A row, or a part of one, on a page. `shown` are the lines of each text from … to (exclusive)."""

    row: int
    height: float
    shown: dict[CellSlot, tuple[int, int]] = field(default_factory=dict)
    copy: bool = False

    @property
    def line_count(self) -> int:
        """Lines of the longest text."""
        return max((stop - start for start, stop in self.shown.values()), default=0)


def whole_row(table: SheetTable, row: int) -> RowPiece:
    """The row with all its lines."""
    shown = {slot: (0, len(slot.lines)) for slot in table.texts[row]}
    piece = RowPiece(row, 0.0, shown)
    piece.height = table.row_height(row, piece.line_count)
    return piece


def split_row(piece: RowPiece, room: float, metrics: Metrics, *, hard: bool) -> tuple[RowPiece, RowPiece] | None:
    """The lines that fit into `room`, and the rest; None where that would tear the row badly.

    Both parts get two lines of a text at least, unless `hard`, where only some progress counts.
    """
    fitting = int((room - 2 * metrics.pad_y + _EXACT) / metrics.pitch)
    if hard:
        fitting = max(fitting, 1)
    elif fitting < 2 or piece.line_count < 4:
        return None
    upper, lower = {}, {}
    for slot, (start, stop) in piece.shown.items():
        cut = _fitting_line_count(stop - start, fitting)
        upper[slot] = (start, start + cut)
        lower[slot] = (start + cut, stop)
    first = replace(piece, shown=upper)
    rest = replace(piece, shown=lower)
    if not rest.line_count:
        return None
    first.height = metrics.cell_height(first.line_count)
    rest.height = metrics.cell_height(rest.line_count)
    return first, rest


def _fitting_line_count(lines: int, fitting: int) -> int:
    """How many of a text's lines stay: never leaving a single one behind where that can be helped."""
    if lines <= fitting:
        return lines
    return fitting - 1 if lines - fitting == 1 and fitting > 2 else fitting


class PageFiller:
    """Fills pages with a table's rows.

    `room` gives the height of each page by number; `tail` is what must follow the last row on its page.
    """

    def __init__(self, table: SheetTable, room: Callable[[int], float], tail: float) -> None:
        self.table = table
        self.room = room
        self.tail = tail
        self.last = table.sheet.row_count - 1
        self.heads = {row: head.head for head in table.sheet.repeated for row in range(head.first, head.last + 1)}
        self.tied = {head.head for head in table.sheet.repeated} | {self.last - 1}
        self.pages: list[list[RowPiece]] = []

    def fill_pages(self) -> list[list[RowPiece]]:
        """The pieces of each page, with their final heights."""
        waiting = [whole_row(self.table, row) for row in range(self.last, -1, -1)]
        page: list[RowPiece] = []
        while waiting or page:
            if waiting and self._place_next_row(page, waiting):
                continue
            self._finish_page(page, waiting)
            page = []
        return self.pages

    def _place_next_row(self, page: list[RowPiece], waiting: list[RowPiece]) -> bool:
        """Put the next piece, or a first part of it, on the page; False when the page is done."""
        piece = waiting[-1]
        if not page:
            self._repeat_head(page, piece)
        free = self.room(len(self.pages)) - sum(placed.height for placed in page)
        if piece.height <= free + _EXACT:
            page.append(waiting.pop())
            return True
        empty = all(placed.copy for placed in page)
        if not empty and free < _BLANK_ALLOWED * self.room(len(self.pages)):
            return False
        parts = split_row(piece, free, self.table.metrics, hard=False)
        if parts is None and empty:
            parts = split_row(piece, free, self.table.metrics, hard=True)
        if parts is None:
            if empty:
                page.append(waiting.pop())
            return False
        waiting[-1:] = [parts[1]]
        page.append(parts[0])
        return False

    def _repeat_head(self, page: list[RowPiece], piece: RowPiece) -> None:
        head = self.heads.get(piece.row)
        if self.pages and head is not None:
            copy = replace(whole_row(self.table, head), copy=True)
            if copy.height <= _HEAD_SHARE * self.room(1):
                page.append(copy)

    def _finish_page(self, page: list[RowPiece], waiting: list[RowPiece]) -> None:
        """Make room for the labels of the page and for the tail, giving rows back while it is too full."""
        room = self.room(len(self.pages)) + _EXACT
        while True:
            self._keep_tied_rows_together(page, waiting)
            heights = self._heights_with_labels(page)
            tail = self.tail if page[-1].row == self.last and not waiting else 0.0
            excess = sum(heights) + tail - room
            if excess <= 0 or len(page) == 1 or page[-2].copy:
                break
            self._move_to_next_page(page, waiting, excess)
        for piece, height in zip(page, heights, strict=True):
            piece.height = height
        self.pages.append(page)

    def _keep_tied_rows_together(self, page: list[RowPiece], waiting: list[RowPiece]) -> None:
        """Let a head row, or the row before the total, go on to the page of the row it belongs to."""
        while waiting and len(page) > 1 and not page[-2].copy and self._tied_to_next(page[-1], waiting[-1]):
            self._move_to_next_page(page, waiting, 2 * self.table.metrics.pitch)

    def _tied_to_next(self, piece: RowPiece, following: RowPiece) -> bool:
        return piece.row in self.tied and following.row == piece.row + 1 and not self._is_rest_of_row(following)

    @staticmethod
    def _is_rest_of_row(piece: RowPiece) -> bool:
        return any(start for start, _ in piece.shown.values())

    def _move_to_next_page(self, page: list[RowPiece], waiting: list[RowPiece], height: float) -> None:
        """Take the last piece off the page, or where it is a high one its last lines, at least `height`."""
        piece = page.pop()
        left = piece.height - height
        if waiting and waiting[-1].row == piece.row:
            piece = self._join_row_pieces(piece, waiting.pop())
        if piece.height > _BLANK_ALLOWED * self.room(len(self.pages)):
            parts = split_row(piece, left, self.table.metrics, hard=False)
            if parts is not None:
                page.append(parts[0])
                piece = parts[1]
        waiting.append(piece)

    def _join_row_pieces(self, upper: RowPiece, lower: RowPiece) -> RowPiece:
        shown = {slot: (start, lower.shown[slot][1]) for slot, (start, _) in upper.shown.items()}
        piece = replace(upper, shown=shown)
        piece.height = self.table.row_height(piece.row, piece.line_count)
        return piece

    def _heights_with_labels(self, page: list[RowPiece]) -> list[float]:
        """Heights of the pieces once every merged label fits into its box."""
        heights = [piece.height for piece in page]
        boxes = sorted(
            ((covered_places(page, slot.rows), slot) for slot in self.table.labels.slots_covering(rows_of(page))),
            key=lambda entry: len(entry[0]),
        )
        for box, slot in boxes:
            height = sum(heights[place] for place in box)
            begun = began_on_earlier_page(page, box, slot)
            if not begun and self.table.metrics.cell_height(len(slot.lines)) <= height:
                continue
            lines = self.table.label_lines(slot, continued=begun, height=height)
            lack = self.table.metrics.cell_height(len(lines)) - height
            if lack > 0:
                raised = [place for place in box if page[place].row not in self.table.head_rows] or list(box)
                for place in raised:
                    heights[place] += lack / len(raised)
        return heights


def rows_of(page: list[RowPiece]) -> list[int]:
    """The rows that the page shows."""
    return [piece.row for piece in page]


def covered_places(page: list[RowPiece], rows: range) -> range:
    """The places on the page whose rows lie in `rows`.

    They follow each other: a page holds one stretch of rows, before it perhaps the copy of a head row,
    and what covers that head and a row of the stretch covers all between them.
    """
    copies = int(page[0].copy)
    first = page[copies].row
    start = max(rows.start, first) - first + copies
    stop = min(rows.stop, page[-1].row + 1) - first + copies
    if copies and page[0].row in rows:
        return range(max(stop, 1))
    return range(start, stop) if start < stop else range(0)


def began_on_earlier_page(page: list[RowPiece], box: range, slot: CellSlot) -> bool:
    """Whether the slot began on an earlier page."""
    first = page[box.start]
    return first.copy or first.row > slot.cell.row or any(start for start, _ in first.shown.values())
