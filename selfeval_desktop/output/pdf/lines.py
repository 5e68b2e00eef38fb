"""Lines of text set into a given width, as drawing operations."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from selfeval_desktop.app.paper.drawing import TextRun
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Align
from selfeval_desktop.output.pdf.fonts import Metrics, Typeface
from selfeval_desktop.output.pdf.manuscript import printable_text
from selfeval_desktop.output.pdf.pieces import HANGING
from selfeval_desktop.output.pdf.text_layout import HANG, balanced_lines, break_lines

# A Chinese character stands on its line with this part of the em above the baseline and the rest below.
_ASCENT = 0.88
# A justified line is stretched by up to so many em between two characters; one that would need more stays ragged.
_MOST_SPACING = 0.12
_NOTE_SIZE = 9.0
_STIFF = re.compile(r"[A-Za-z0-9\u00c0-\u024f][!-~\u00b0-\u024f]*")


@dataclass(frozen=True, slots=True)
class LineRoom:
    """Where a line may stand: `width` points from `left` on, its pitch from `top` down."""

    left: float
    top: float
    width: float
    pitch: float
    align: Align | Literal["justify"] = "left"


def set_line(
    runs: list[TextRun],
    line: str,
    room: LineRoom,
    size: float,
    face: Typeface,
    field: FieldRef | None = None,
) -> None:
    """Append the runs of one line, one for each stretch of characters of the same font."""
    baseline = room.top + (room.pitch - size) / 2 + _ASCENT * size
    natural = face.text_width(line)
    if room.align == "justify":
        spacing = _justified_spacing(line, room.width / size - natural)
        if spacing:
            _set_justified(runs, line, TextRun(room.left, baseline, "", "", size, 0.0, field, spacing * size), face)
            return
    spare = room.width - natural * size
    x = room.left + {"center": spare / 2, "right": spare}.get(room.align, 0.0)
    for font, text in face.font_runs(line):
        width = natural * size if len(text) == len(line) else face.text_width(text) * size
        runs.append(TextRun(x, baseline, text, font, size, width, field))
        x += width


def _justified_spacing(line: str, spare: float) -> float:
    """Em to add between characters so that the line fills its width; 0 where it stays as it is."""
    spare += HANG if line[-1] in HANGING else 0.0
    gaps = len(line) - 1 - sum(len(stiff) - 1 for stiff in _STIFF.findall(line))
    return spare / gaps if 0 < spare <= gaps * _MOST_SPACING else 0.0


def _set_justified(runs: list[TextRun], line: str, first: TextRun, face: Typeface) -> None:
    """Append the runs of a line with its spacing between all characters but those of figures and Latin words."""
    x, size, spacing = first.x, first.size, first.spacing
    for text, is_stiff in _stiff_stretches(line):
        for font, part in face.font_runs(text):
            inner = 0.0 if is_stiff else spacing
            width = face.text_width(part) * size + (len(part) - 1) * inner
            runs.append(TextRun(x, first.baseline, part, font, size, width, first.field, inner))
            x += width + inner
        x += spacing if is_stiff else 0.0


def _stiff_stretches(line: str) -> Iterator[tuple[str, bool]]:
    """The line cut into figures or Latin words (True) and what stands between them."""
    end = 0
    for stiff in _STIFF.finditer(line):
        if stiff.start() > end:
            yield line[end : stiff.start()], False
        yield stiff[0], True
        end = stiff.end()
    if end < len(line):
        yield line[end:], False


class CentredText:
    """A text centred across the page, such as the title; an empty one has no height."""

    def __init__(self, text: str, face: Typeface, size: float, width: float, *, pitch: float) -> None:
        self._face = face
        self._size = size
        self._width = width
        self._pitch = pitch * size
        self._lines = balanced_lines(printable_text(text), width / size, face) if text else []
        self.height = len(self._lines) * self._pitch

    def draw_centred(self, runs: list[TextRun], left: float, top: float) -> float:
        """Draw from `top` down; the height below it, in points from the page's top."""
        for line in self._lines:
            room = LineRoom(left, top, self._width, self._pitch, "center")
            set_line(runs, line, room, self._size, self._face)
            top += self._pitch
        return top


class PrintedNotes:
    """The notes, printed small below the table."""

    def __init__(self, texts: tuple[str, ...], metrics: Metrics, width: float, face: Typeface) -> None:
        self._face = face
        self._size = min(metrics.size, _NOTE_SIZE)
        self._pitch = 1.4 * self._size
        self._gap = 0.5 * self._size
        self._width = width
        self._lines = [line for text in texts for line in break_lines(printable_text(text), width / self._size, face)]
        self.height = self._gap + len(self._lines) * self._pitch if self._lines else 0.0

    def draw_notes(self, runs: list[TextRun], left: float, top: float) -> float:
        """Draw below `top`, the last rule of the table; the height below them, in points from the page's top."""
        for number, line in enumerate(self._lines):
            room = LineRoom(left, top + self._gap + number * self._pitch, self._width, self._pitch)
            set_line(runs, line, room, self._size, self._face)
        return top + self.height


class SignatureLines:
    """The lines below the table: their labels evenly across the page, with room above to write or stamp."""

    def __init__(self, rows: tuple[tuple[str, ...], ...], metrics: Metrics, width: float, face: Typeface) -> None:
        self._face = face
        self._size = metrics.size
        self._pitch = 1.5 * metrics.size
        self._gap = 1.2 * metrics.size
        self._width = width / max(map(len, rows), default=1)
        fitting = self._width / metrics.size - 0.5
        self._rows = [[break_lines(printable_text(text), fitting, face) for text in row] for row in rows]
        self.height = sum(map(self._row_height, self._rows))

    def draw_signature(self, runs: list[TextRun], left: float, top: float) -> None:
        """Draw below `top`."""
        for row in self._rows:
            for place, lines in enumerate(row):
                x, y = left + place * self._width, top + self._gap
                for number, line in enumerate(lines):
                    room = LineRoom(x, y + number * self._pitch, self._width, self._pitch)
                    set_line(runs, line, room, self._size, self._face)
            top += self._row_height(row)

    def _row_height(self, row: list[list[str]]) -> float:
        lines = max(map(len, row), default=0)
        return self._gap + lines * self._pitch if lines else 0.0


def cut_to_width(text: str, width: float, face: Typeface) -> str:
    """The text as far as it fits into `width` em, with … where some is left out."""
    ends = list(accumulate(map(face.__getitem__, text), initial=0.0))
    if ends[-1] <= width:
        return text
    fitting = bisect_right(ends, width - face.text_width("…")) - 1
    return text[: max(fitting, 0)] + "…"
