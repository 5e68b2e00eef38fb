"""A sheet laid out into pages of drawing operations, which PDF, preview and printer draw alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from selfeval_desktop.app.drawing import Mark, Page, Target, TextRun
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.sheet import Sheet
from selfeval_desktop.domain.template import PaperSetup
from selfeval_desktop.output.pdf.borders import OUTER_RULE, rules
from selfeval_desktop.output.pdf.breaking import PageFiller, Piece, continued, covered
from selfeval_desktop.output.pdf.columns import MM
from selfeval_desktop.output.pdf.fonts import BODY, HEI, TITLE
from selfeval_desktop.output.pdf.lines import CentredText, Room, Signature, cut, set_line
from selfeval_desktop.output.pdf.table import Metrics, Slot, Table, printable

# Texts wider than this part of the table begin at the top of their cell instead of in its middle.
_RUNNING_TEXT = 1 / 3
_FOOTER_SIZE = 8.0
_FOOTER_ROOM = 10 * MM
_MARK_GREY = 0.91
_EXACT = 1e-6


def make_pages(sheet: Sheet, paper: PaperSetup, *, mark: str = "") -> tuple[Page, ...]:
    """The pages of the form; `mark` is large pale text below everything, such as 草稿."""
    return _Layout(sheet, paper, mark).pages()


def missing(sheet: Sheet) -> dict[FieldRef | None, str]:
    """The characters that no bundled font has, by the cell they stand in; None for labels and title."""
    found: dict[FieldRef | None, str] = {}
    for field, text in [(None, sheet.title), *((cell.field, cell.text) for cell in sheet.cells)]:
        characters = BODY.missing(printable(text).replace("\n", ""))
        if characters:
            found[field] = found.get(field, "") + characters
    return found


@dataclass(frozen=True, slots=True)
class _Box:
    """A slot on a page: the pieces it covers, top and bottom, and the lines it shows there."""

    slot: Slot
    places: range
    top: float
    bottom: float
    text_top: float
    lines: list[str]


class _Layout:
    """Positions of everything on the pages of one sheet, in points from the top left corner."""

    def __init__(self, sheet: Sheet, paper: PaperSetup, mark: str) -> None:
        self.sheet = sheet
        self.mark = mark
        self.width, self.height = paper.width * MM, paper.height * MM
        self.left, self.top = paper.left * MM, paper.top * MM
        self.inner = self.width - self.left - paper.right * MM
        self.bottom = self.height - max(paper.bottom * MM, _FOOTER_ROOM)
        self.metrics = Metrics(paper.text_size)
        self.title = CentredText(sheet.title, TITLE, paper.title_size, self.inner, pitch=1.4)
        self.subtitle = CentredText(sheet.subtitle, BODY, paper.text_size, self.inner, pitch=1.8)
        self.head_height = self.title.height + self.subtitle.height + 0.4 * paper.text_size
        self.signature = Signature(sheet.signature, self.metrics, self.inner)
        self.table = Table(sheet, self.inner, self.bottom - self.top, self.metrics, BODY)
        self._column_edges = [self.left + edge for edge in self.table.edges]

    def pages(self) -> tuple[Page, ...]:
        """All pages, each with its number."""
        filled = PageFiller(self.table, self._room, self.signature.height).fill()
        return tuple(self._page(number, pieces, len(filled)) for number, pieces in enumerate(filled))

    def _room(self, number: int) -> float:
        return self.bottom - self.top - (0 if number else self.head_height) - OUTER_RULE

    def _page(self, number: int, pieces: list[Piece], count: int) -> Page:
        top = self.top + (0 if number else self.head_height)
        edges = list(accumulate((piece.height for piece in pieces), initial=top))
        boxes = list(self._boxes(pieces, edges))
        runs: list[TextRun] = []
        if number == 0:
            below = self.title.draw(runs, self.left, self.top)
            self.subtitle.draw(runs, self.left, below)
        for box in boxes:
            self._draw_text(runs, box)
        if number == count - 1:
            self.signature.draw(runs, self.left, edges[-1])
        self._draw_footer(runs, number, count)
        return Page(
            self.width,
            self.height,
            tuple(self._marks()),
            tuple(rules(self._owners(boxes, len(pieces)), edges, self._column_edges)),
            tuple(runs),
            tuple(self._targets(boxes)),
        )

    def _owners(self, boxes: list[_Box], row_count: int) -> list[list[int]]:
        """Which box each field of the page's grid belongs to; -1 for none."""
        owners = [[-1] * len(self.sheet.columns) for _ in range(row_count)]
        for number, box in enumerate(boxes):
            cell = box.slot.cell
            for place in box.places:
                owners[place][cell.column : cell.column + cell.column_span] = [number] * cell.column_span
        return owners

    def _boxes(self, pieces: list[Piece], edges: list[float]) -> Iterator[_Box]:
        for slot in self.table.slots:
            places = covered(pieces, slot.rows)
            if not places:
                continue
            top, bottom = edges[places.start], edges[places.stop]
            if slot.flows:
                yield self._flowing(slot, places, pieces, edges)
            else:
                begun = continued(pieces, places, slot)
                lines = self.table.label_lines(slot, continued=begun, height=bottom - top + _EXACT)
                yield _Box(slot, places, top, bottom, self._middle(top, bottom, lines), lines)

    def _flowing(self, slot: Slot, places: range, pieces: list[Piece], edges: list[float]) -> _Box:
        """A text with its lines on this page; running text, and what goes on overleaf, begins at the top."""
        top, bottom = edges[places.start], edges[places.stop]
        start, stop = pieces[places.start].shown.get(slot, (0, 0))
        lines = slot.lines[start:stop]
        running = slot.cell.align == "left" and slot.width > self.inner * _RUNNING_TEXT
        if running or stop - start < len(slot.lines):
            return _Box(slot, places, top, bottom, top + self.metrics.pad_y, lines)
        row_bottom = edges[places.start + 1]
        return _Box(slot, places, top, bottom, self._middle(top, row_bottom, lines), lines)

    def _middle(self, top: float, bottom: float, lines: list[str]) -> float:
        return (top + bottom - len(lines) * self.metrics.pitch) / 2

    def _draw_text(self, runs: list[TextRun], box: _Box) -> None:
        metrics, cell = self.metrics, box.slot.cell
        left = self.left + box.slot.left + metrics.pad_x
        width = box.slot.width - 2 * metrics.pad_x
        top = box.text_top
        for line in box.lines:
            if line:
                room = Room(left, top, width, metrics.pitch, cell.align)
                set_line(runs, line, room, metrics.size, field=cell.field)
            top += metrics.pitch

    def _draw_footer(self, runs: list[TextRun], number: int, count: int) -> None:
        """The form's name at the left, as far as it fits, and the page's number in the middle."""
        size = _FOOTER_SIZE
        top = (self.bottom + self.height - size) / 2
        numbers = f"第 {number + 1} 页 共 {count} 页"
        side = (self.inner / size - BODY.width(numbers)) / 2 - 2
        name = cut(" ".join(printable(self.sheet.footer).split()), side)
        if name:
            set_line(runs, name, Room(self.left, top, self.inner, size), size)
        set_line(runs, numbers, Room(self.left, top, self.inner, size, "center"), size)

    def _marks(self) -> Iterator[Mark]:
        if self.mark:
            size = min(180.0, 0.8 * self.width / TITLE.width(self.mark))
            yield Mark(self.width / 2, self.height / 2, self.mark, HEI, size, 45.0, _MARK_GREY)

    def _targets(self, boxes: list[_Box]) -> Iterator[Target]:
        for box in boxes:
            if box.slot.cell.field is not None:
                left = self.left + box.slot.left
                yield Target(left, box.top, box.slot.width, box.bottom - box.top, box.slot.cell.field)
