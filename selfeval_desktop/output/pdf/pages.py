"""A sheet laid out into pages of drawing operations, which PDF, preview and printer draw alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from selfeval_desktop.app.paper.drawing import ClickTarget, Page, Passage, TextRun, Watermark
from selfeval_desktop.app.paper.size_limits import refuse_excess_text
from selfeval_desktop.app.ports.documents import Imprint, Printout
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.output.pdf.breaking import RowPiece, began_on_earlier_page, covered_places, rows_of
from selfeval_desktop.output.pdf.fonts import HEI, TITLE, body_typeface
from selfeval_desktop.output.pdf.lines import LineRoom, set_line
from selfeval_desktop.output.pdf.manuscript import Manuscript
from selfeval_desktop.output.pdf.page_frame import Footer, FooterArea, PageFrame, SheetSetting, choose_setting
from selfeval_desktop.output.pdf.table import CellSlot, table_rules
from selfeval_desktop.output.pdf.text_layout import composer_for

# Texts side by side that are wider than this part of the table begin at the same height.
_BROAD = 1 / 3
_MARK_GREY = 0.91
_EXACT = 1e-6


def make_pages(
    sheet: Sheet,
    paper: PaperSetup,
    *,
    mark: str = "",
    imprint: Imprint | None = None,
) -> tuple[Page, ...]:
    """The pages of the form; `mark` is large pale text below everything, such as 草稿.

    `imprint` ties the paper to the data: its code stands in the foot of each page, where `paper` says so.
    """
    return _SheetLayout(sheet, paper, mark, imprint if paper.imprint else None).all_pages()


def pages_of(printout: Printout) -> tuple[Page, ...]:
    """The pages of a printout; TooMuchText before anything is laid out."""
    refuse_excess_text(printout.sheet)
    return make_pages(printout.sheet, printout.paper, mark=printout.mark, imprint=printout.imprint)


@dataclass(frozen=True, slots=True)
class _PlacedSlot:
    """A slot on a page: the pieces it covers, top and bottom, and the lines it shows there.

    `again`: an earlier page has shown the same lines. `first` is the place of the first among all of the slot's.
    """

    slot: CellSlot
    places: range
    top: float
    bottom: float
    text_top: float
    lines: list[str]
    again: bool = False
    first: int = 0


class _SheetLayout:
    """Positions of everything on the pages of one sheet, in points from the top left corner."""

    def __init__(self, sheet: Sheet, paper: PaperSetup, mark: str, imprint: Imprint | None) -> None:
        self.sheet = sheet
        self.mark = mark
        self.face = body_typeface(paper.font)
        self.footer = Footer(sheet.name, imprint, self.face)
        self.frame = PageFrame.for_paper(paper, self.footer.room)
        self.foot = FooterArea(self.frame.left, self.frame.bottom, self.frame.inner, self.frame.height)
        self.blocks = tuple(self.footer.qr_blocks(self.foot))
        self.is_justified = paper.justify
        manuscript = Manuscript(sheet, composer_for(self.face))
        self.setting = choose_setting(
            paper, lambda metrics: SheetSetting(manuscript, paper, self.frame, self.face, metrics)
        )
        self.metrics, self.table = self.setting.metrics, self.setting.table
        self._column_edges = [self.frame.left + edge for edge in self.table.edges]

    def all_pages(self) -> tuple[Page, ...]:
        """All pages, each with its number."""
        filled = self.setting.pages
        return tuple(self._make_page(number, pieces, len(filled)) for number, pieces in enumerate(filled))

    def _make_page(self, number: int, pieces: list[RowPiece], count: int) -> Page:
        setting, left = self.setting, self.frame.left
        top = self.frame.top + (0 if number else setting.head_height)
        edges = list(accumulate((piece.height for piece in pieces), initial=top))
        boxes = list(self._boxes_on_page(pieces, edges))
        runs: list[TextRun] = []
        passages: list[Passage] = []
        if number == 0:
            below = setting.title.draw_centred(runs, left, self.frame.top)
            passages.append(Passage("title", 0, len(runs)))
            setting.subtitle.draw_centred(runs, left, below)
            passages.append(Passage("line", passages[-1].stop, len(runs)))
        for box in boxes:
            start, cell = len(runs), box.slot.cell
            self._draw_text(runs, box)
            if not box.again:
                passages.append(Passage("cell", start, len(runs), (cell.row, cell.column)))
        if number == count - 1:
            start = len(runs)
            below = setting.notes.draw_notes(runs, left, edges[-1])
            passages.append(Passage("line", start, len(runs)))
            start = len(runs)
            setting.signature.draw_signature(runs, left, below)
            passages.append(Passage("line", start, len(runs)))
        runs += self.footer.footer_runs(self.foot, number, count)
        return Page(
            self.frame.width,
            self.frame.height,
            tuple(self._page_marks()),
            tuple(table_rules(self._owning_boxes(boxes, len(pieces)), edges, self._column_edges)),
            tuple(runs),
            tuple(self._field_targets(boxes)),
            self.blocks,
            tuple(passage for passage in passages if passage.start < passage.stop),
        )

    def _owning_boxes(self, boxes: list[_PlacedSlot], row_count: int) -> list[list[int]]:
        """Which box each field of the page's grid belongs to; -1 for none."""
        owners = [[-1] * len(self.sheet.columns) for _ in range(row_count)]
        for number, box in enumerate(boxes):
            cell = box.slot.cell
            for place in box.places:
                owners[place][cell.column : cell.column + cell.column_span] = [number] * cell.column_span
        return owners

    def _boxes_on_page(self, pieces: list[RowPiece], edges: list[float]) -> Iterator[_PlacedSlot]:
        for slot in self.table.slots_by_row.slots_covering(rows_of(pieces)):
            places = covered_places(pieces, slot.rows)
            top, bottom = edges[places.start], edges[places.stop]
            if slot.flows:
                yield self._flowing_box(slot, places, pieces, edges)
            else:
                begun = began_on_earlier_page(pieces, places, slot)
                lines = self.table.label_lines(slot, continued=begun, height=bottom - top + _EXACT)
                yield _PlacedSlot(slot, places, top, bottom, self._centred_top(top, bottom, len(lines)), lines, begun)

    def _flowing_box(self, slot: CellSlot, places: range, pieces: list[RowPiece], edges: list[float]) -> _PlacedSlot:
        """A text with its lines on this page.

        Running texts of a row begin at the same height, and what goes on overleaf at the top.
        """
        top, bottom, row_bottom = edges[places.start], edges[places.stop], edges[places.start + 1]
        piece = pieces[places.start]
        start, stop = piece.shown.get(slot, (0, 0))
        lines = slot.lines[start:stop]
        if stop - start < len(slot.lines):
            text_top = top + self.metrics.pad_y
        elif self._is_broad(slot) and sum(map(self._is_broad, piece.shown)) > 1:
            text_top = self._centred_top(top, row_bottom, piece.line_count)
        else:
            text_top = self._centred_top(top, row_bottom, len(lines))
        return _PlacedSlot(slot, places, top, bottom, text_top, lines, piece.copy, start)

    def _is_broad(self, slot: CellSlot) -> bool:
        return slot.width > self.frame.inner * _BROAD

    def _centred_top(self, top: float, bottom: float, lines: int) -> float:
        """Where so many lines begin that stand in the middle."""
        return (top + bottom - lines * self.metrics.pitch) / 2

    def _draw_text(self, runs: list[TextRun], box: _PlacedSlot) -> None:
        metrics, cell = self.metrics, box.slot.cell
        left = self.frame.left + box.slot.left + metrics.pad_x
        width = box.slot.width - 2 * metrics.pad_x
        top = box.text_top
        is_justified = self.is_justified and box.slot.runs_on and len(box.slot.lines) > 1
        ends = self.table.paragraph_ends(box.slot) if is_justified else ()
        for place, line in enumerate(box.lines, start=box.first):
            if line:
                align = "justify" if is_justified and place not in ends else box.slot.align
                room = LineRoom(left, top, width, metrics.pitch, align)
                set_line(runs, line, room, metrics.size, self.face, cell.field)
            top += metrics.pitch

    def _page_marks(self) -> Iterator[Watermark]:
        if self.mark:
            size = min(180.0, 0.8 * self.frame.width / TITLE.text_width(self.mark))
            yield Watermark(self.frame.width / 2, self.frame.height / 2, self.mark, HEI, size, 45.0, _MARK_GREY)

    def _field_targets(self, boxes: list[_PlacedSlot]) -> Iterator[ClickTarget]:
        for box in boxes:
            if box.slot.cell.field is not None:
                left = self.frame.left + box.slot.left
                yield ClickTarget(left, box.top, box.slot.width, box.bottom - box.top, box.slot.cell.field)
