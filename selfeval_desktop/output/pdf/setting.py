"""The type size and spacing of a sheet: the roomiest that need no more pages than the tightest."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.output.pdf.breaking import PageFiller, RowPiece
from selfeval_desktop.output.pdf.columns import MM
from selfeval_desktop.output.pdf.fonts import TITLE, Metrics, Typeface, metrics_by_size
from selfeval_desktop.output.pdf.lines import CentredText, PrintedNotes, SignatureLines
from selfeval_desktop.output.pdf.manuscript import Manuscript
from selfeval_desktop.output.pdf.table import OUTER_RULE, SheetTable

# The tightest setting needs at least this part of the height that the roomiest takes: for rows of one line,
# for running text, and for texts in narrow columns, which may come to have half as many lines.
_ONE_LINE, _RUNNING, _NARROW = 0.7, 0.65, 0.42


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The paper's size and where table and titles may stand on it, in points."""

    width: float
    height: float
    left: float
    top: float
    inner: float
    bottom: float

    @classmethod
    def for_paper(cls, paper: PaperSetup, foot: float) -> "PageFrame":
        """The paper's, with at least `foot` points below: bound at the left when upright, at the top when lying."""
        width, height = paper.width * MM, paper.height * MM
        is_lying = width > height
        left = (paper.left + (0 if is_lying else paper.binding)) * MM
        top = (paper.top + (paper.binding if is_lying else 0)) * MM
        inner = width - left - paper.right * MM
        return cls(width, height, left, top, inner, height - max(paper.bottom * MM, foot))


class SheetSetting:
    """A sheet set with certain metrics: the lines above and below its table, the table, and what each page holds."""

    def __init__(
        self, manuscript: Manuscript, paper: PaperSetup, frame: PageFrame, face: Typeface, metrics: Metrics
    ) -> None:
        sheet = manuscript.sheet
        self.frame = frame
        self.metrics = metrics
        self.title = CentredText(sheet.title, TITLE, paper.title_size, frame.inner, pitch=1.4)
        self.subtitle = CentredText(sheet.subtitle, face, metrics.size, frame.inner, pitch=1.8)
        self.head_height = self.title.height + self.subtitle.height + 0.4 * metrics.size
        self.notes = PrintedNotes(sheet.notes, metrics, frame.inner, face)
        self.signature = SignatureLines(sheet.signature_lines, metrics, frame.inner, face)
        self.table = SheetTable(manuscript, frame.inner, frame.bottom - frame.top, metrics)
        self.pages = PageFiller(
            self.table, self.table_room, self.notes.height + self.signature.height
        ).fill_pages()

    def table_room(self, number: int) -> float:
        """Height for the table and what follows it on page `number`, counted from 0."""
        above = 0.0 if number else self.head_height
        return self.frame.bottom - self.frame.top - above - OUTER_RULE

    def may_save_a_page(self) -> bool:
        """Whether the tightest setting could do with a page less."""
        fewer = len(self.pages) - 1
        if not fewer:
            return False
        one_line = self.metrics.cell_height(1)
        needed = sum(piece.height * _least_part(piece, one_line) for page in self.pages for piece in page)
        return needed <= self.table_room(0) + (fewer - 1) * self.table_room(1)


def _least_part(piece: RowPiece, one_line: float) -> float:
    """To what part of its height the tightest setting may bring a row at best."""
    if piece.line_count <= 1:
        # A higher one was raised for a label, which stands in a narrow column.
        return _ONE_LINE if piece.height <= one_line else _NARROW
    longest = max(piece.shown, key=lambda slot: piece.shown[slot][1] - piece.shown[slot][0])
    return _RUNNING if longest.runs_on and longest.cell.column_span > 1 else _NARROW


def choose_setting(paper: PaperSetup, make: Callable[[Metrics], SheetSetting]) -> SheetSetting:
    """The first of the paper's settings that takes as few pages as the tightest."""
    settings = _LazySettings(metrics_by_size(paper), make)
    roomiest = settings[0]
    if not roomiest.may_save_a_page():
        return roomiest
    least = len(settings[-1].pages)
    if len(roomiest.pages) == least:
        return roomiest
    place = bisect_left(range(len(settings) - 1), -least, key=lambda place: -len(settings[place].pages))
    return settings[place]


class _LazySettings:
    """The settings by step, made when asked for."""

    def __init__(self, ladder: Sequence[Metrics], make: Callable[[Metrics], SheetSetting]) -> None:
        self._ladder = ladder
        self._make = make
        self._made: dict[int, SheetSetting] = {}

    def __len__(self) -> int:
        return len(self._ladder)

    def __getitem__(self, place: int) -> SheetSetting:
        place %= len(self._ladder)
        if place not in self._made:
            self._made[place] = self._make(self._ladder[place])
        return self._made[place]
