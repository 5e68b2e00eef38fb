"""A sheet's cells broken into lines at the widths of their columns: what pages are filled with."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from selfeval_desktop.domain.sheet import Role, Sheet, SheetCell
from selfeval_desktop.output.pdf.columns import column_widths
from selfeval_desktop.output.pdf.text_layout import balanced_lines, break_lines

CONTINUED = "(续)"

_PITCH = 1.36  # line to line, in em
_PAD_X = 0.36
_PAD_Y = 0.3
# A side label that has no room for three characters in a line stands upright, one character a line.
_UPRIGHT_BELOW = 3.0
# A merged text that needs more than this part of a page flows from its first row on like any other.
_LABEL_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Metrics:
    """Distances in points that follow from the type size."""

    size: float

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return self.size * _PITCH

    @property
    def pad_x(self) -> float:
        """Between a vertical rule and the text."""
        return self.size * _PAD_X

    @property
    def pad_y(self) -> float:
        """Between a horizontal rule and the text."""
        return self.size * _PAD_Y

    def height(self, lines: int) -> float:
        """Of a cell with that many lines."""
        return max(lines, 1) * self.pitch + 2 * self.pad_y


@dataclass(eq=False, slots=True)
class Slot:
    """One cell with its place across the page and its lines. `flows`: its lines belong to its first row."""

    cell: SheetCell
    left: float
    width: float
    lines: list[str]
    flows: bool

    @property
    def rows(self) -> range:
        """The rows it covers."""
        return range(self.cell.row, self.cell.row + self.cell.row_span)


class Table:
    """All slots of a sheet; `texts` by row those whose lines make the row high, `labels` the merged ones.

    `head_rows` hold nothing but column heads.
    """

    def __init__(
        self, sheet: Sheet, width: float, page_height: float, metrics: Metrics, em: Mapping[str, float]
    ):
        self.sheet = sheet
        self.metrics = metrics
        self._em = em
        widths = column_widths(sheet, width, self._one_line)
        self.edges = list(accumulate(widths, initial=0.0))
        self.slots = [self._slot(cell, page_height * _LABEL_SHARE) for cell in sheet.cells]
        self.texts: list[list[Slot]] = [[] for _ in range(sheet.row_count)]
        self.labels: list[Slot] = []
        for slot in self.slots:
            if slot.flows:
                self.texts[slot.cell.row].append(slot)
            else:
                self.labels.append(slot)
        self.head_rows = {
            row
            for row, texts in enumerate(self.texts)
            if texts and all(slot.cell.role is Role.HEAD for slot in texts)
        }

    def _one_line(self, text: str) -> float:
        lines = printable(text).split("\n")
        longest = max(sum(map(self._em.__getitem__, line)) for line in lines)
        return self.metrics.size * longest + 2 * self.metrics.pad_x

    def _slot(self, cell: SheetCell, most: float) -> Slot:
        left = self.edges[cell.column]
        width = self.edges[cell.column + cell.column_span] - left
        lines = self._broken(cell, cell.text, width)
        flows = cell.row_span == 1 or self.metrics.height(len(lines)) > most
        return Slot(cell, left, width, lines, flows)

    def _broken(self, cell: SheetCell, text: str, width: float) -> list[str]:
        broken = balanced_lines if cell.align == "center" else break_lines
        return broken(printable(text), (width - 2 * self.metrics.pad_x) / self.metrics.size, self._em)

    def label_lines(self, slot: Slot, *, continued: bool, height: float) -> list[str]:
        """What a merged label shows in a box of that height; on further pages with "(续)"."""
        lines = slot.lines
        if continued and slot.cell.text:
            lines = self._broken(slot.cell, slot.cell.text + CONTINUED, slot.width)
            if len(lines) > 1:
                lines = [*slot.lines, self._continued(slot)]
        upright = self._upright(slot, continued=continued)
        fits = len(upright) <= len(lines) or self.metrics.height(len(upright)) <= height
        return upright if upright and fits else lines

    def _continued(self, slot: Slot) -> str:
        """The sign as a line of its own, without its brackets in the narrowest of columns."""
        room = slot.width / self.metrics.size - 0.1
        return CONTINUED if sum(map(self._em.__getitem__, CONTINUED)) <= room else CONTINUED[1:-1]

    def _upright(self, slot: Slot, *, continued: bool) -> list[str]:
        """One character a line, for the short label of a narrow column; empty for every other."""
        text = slot.cell.text
        fitting = (slot.width - 2 * self.metrics.pad_x) / self.metrics.size
        narrow = slot.cell.role is Role.LABEL and fitting < _UPRIGHT_BELOW and len(text) <= 12
        if not narrow or text.isascii() or "\n" in text:
            return []
        return [*text, self._continued(slot)] if continued else list(text)


class _Printable(dict[int, str]):
    """What paper shows of a character: other white space as a space, control and format characters not at all."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace() and character not in "\n\u3000":
            character = " "
        elif unicodedata.category(character) in _UNSEEN and character != "\n":
            character = ""
        self[code] = character
        return character


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_PRINTABLE = _Printable()


def printable(text: str) -> str:
    """The text without what no paper can show: control and format characters; line ends as one newline."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_PRINTABLE)
