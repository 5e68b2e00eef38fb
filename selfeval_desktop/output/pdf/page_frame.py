"""A page's frame: the area for the sheet, and the foot with page number, code and QR code."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

from selfeval_desktop.app.paper.drawing import FilledRectangle, TextRun
from selfeval_desktop.app.paper.paper_check import format_code
from selfeval_desktop.app.ports.documents import Imprint
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.output.pdf.breaking import PageFiller, RowPiece
from selfeval_desktop.output.pdf.columns import MM
from selfeval_desktop.output.pdf.fonts import TITLE, Metrics, Typeface, metrics_by_size
from selfeval_desktop.output.pdf.lines import (
    CentredText,
    LineRoom,
    PrintedNotes,
    SignatureLines,
    cut_to_width,
    set_line,
)
from selfeval_desktop.output.pdf.manuscript import Manuscript, printable_text
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
        self.pages = PageFiller(self.table, self.table_room, self.notes.height + self.signature.height).fill_pages()

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


_SIZE = 8.0
_PLAIN_ROOM = 10 * MM
# The QR code's side; what no printer reaches at the paper's edge; the white that a scanner needs around it.
_QR_SIDE = 10.5 * MM
_EDGE = 5 * MM
_QUIET = 4
# Bytes in a QR code of 49 modules each way: finer ones would be lost on a copy of a copy.
_QR_BYTES = 152
# Every mask can be read. This one scans best for Chinese texts on the average; weighing all eight for each
# text would take five times as long.
_MASK = 2


@dataclass(frozen=True, slots=True)
class FooterArea:
    """Where a foot may stand, in points: below `top`, across the page's text, down to the paper's edge."""

    left: float
    top: float
    width: float
    bottom: float


@dataclass(frozen=True, slots=True)
class QrImage:
    """`side` modules each way, without the quiet zone; `stretches` are (column, row, length) of dark ones."""

    side: int
    stretches: tuple[tuple[int, int, int], ...]


class Footer:
    """Text and QR code at the foot of a form's pages. `imprint` None leaves name and page number.

    `room` is the height it needs above the paper's edge, in points.
    """

    def __init__(self, name: str, imprint: Imprint | None, face: Typeface) -> None:
        self._name = " ".join(printable_text(name).split())
        self._face = face
        self._code = "" if imprint is None else f"校验码 {format_code(imprint.code)}"
        self._qr = None if imprint is None else _fitting_qr(imprint.qr)
        self._module = _QR_SIDE / self._qr.side if self._qr else 0.0
        self.room = _EDGE + _QR_SIDE + _QUIET * self._module if self._qr else _PLAIN_ROOM

    def footer_runs(self, foot: FooterArea, number: int, count: int) -> list[TextRun]:
        """The line of text on page `number`, counted from 0, of `count`."""
        runs: list[TextRun] = []
        top = self._centre_line(foot) - _SIZE / 2
        right = foot.left + foot.width - (_QR_SIDE + _QUIET * self._module if self._qr else 0.0)
        numbers = f"第 {number + 1} 页 共 {count} 页"
        em = foot.width / _SIZE
        # The number stands in the middle of the page, or further left where the code needs the room.
        gap = right - foot.left - self._face.text_width(self._code) * _SIZE if self._code else foot.width
        start = min((em - self._face.text_width(numbers)) / 2, gap / _SIZE - self._face.text_width(numbers) - 2)
        name = cut_to_width(self._name, start - 2, self._face) if start > 4 else ""
        for text, x in ((name, foot.left), (numbers, foot.left + start * _SIZE)):
            if text:
                set_line(runs, text, LineRoom(x, top, foot.width, _SIZE), _SIZE, self._face)
        if self._code:
            room = LineRoom(foot.left, top, right - foot.left, _SIZE, "right")
            set_line(runs, self._code, room, _SIZE, self._face)
        return runs

    def qr_blocks(self, foot: FooterArea) -> Iterator[FilledRectangle]:
        """The QR code at the right, its dark modules joined along each row."""
        if self._qr is None:
            return
        left, top = foot.left + foot.width - _QR_SIDE, self._centre_line(foot) - _QR_SIDE / 2
        module = self._module
        for column, row, length in self._qr.stretches:
            yield FilledRectangle(left + column * module, top + row * module, length * module, module)

    def _centre_line(self, foot: FooterArea) -> float:
        """Height of the line that text and QR code are centred on."""
        if self._qr is None:
            return (foot.top + foot.bottom) / 2
        return foot.top + _QUIET * self._module + _QR_SIDE / 2


def _fitting_qr(text: str) -> QrImage:
    """The text as QR code; where it is too long for one, its first line, the project's name, is cut with …"""
    name, _, rest = text.partition("\n")
    if len(text.encode()) > _QR_BYTES:
        room = _QR_BYTES - len(f"…\n{rest}".encode())
        text = f"{name.encode()[:room].decode(errors='ignore')}…\n{rest}"
    return qr_image(text)


@lru_cache(maxsize=256)
def qr_image(text: str) -> QrImage:
    """The text as UTF-8, in the smallest size that holds it; a seventh of the code may be damaged."""
    code = segno.make_qr(text, error="m", mode="byte", mask=_MASK, encoding="utf-8", boost_error=False)
    return QrImage(len(code.matrix), tuple(_dark_stretches(code.matrix)))


def _dark_stretches(modules: Iterable[Iterable[int]]) -> Iterator[tuple[int, int, int]]:
    for row, line in enumerate(modules):
        column = 0
        for dark, stretch in groupby(line):
            length = len(list(stretch))
            if dark:
                yield column, row, length
            column += length
