"""Lines of text set into the width they have: the operations they become."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from selfeval_desktop.app.drawing import TextRun
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.template import Align
from selfeval_desktop.output.pdf.fonts import BODY, Typeface
from selfeval_desktop.output.pdf.table import Metrics, printable
from selfeval_desktop.output.pdf.text_layout import balanced_lines, break_lines

# A Chinese character stands on its line with this part of the em above the baseline and the rest below.
_ASCENT = 0.88


@dataclass(frozen=True, slots=True)
class Room:
    """Where a line may stand: `width` points from `left` on, its pitch from `top` down."""

    left: float
    top: float
    width: float
    pitch: float
    align: Align = "left"


def set_line(
    runs: list[TextRun],
    line: str,
    room: Room,
    size: float,
    face: Typeface = BODY,
    field: FieldRef | None = None,
) -> None:
    """Append the runs of one line, one for each stretch of characters of the same font."""
    baseline = room.top + (room.pitch - size) / 2 + _ASCENT * size
    spare = room.width - face.width(line) * size
    x = room.left + {"left": 0.0, "center": spare / 2, "right": spare}[room.align]
    for font, text in face.runs(line):
        width = face.width(text) * size
        runs.append(TextRun(x, baseline, text, font, size, width, field))
        x += width


class CentredText:
    """A text centred across the page, such as the title; no height where there is none."""

    def __init__(self, text: str, face: Typeface, size: float, width: float, *, pitch: float) -> None:
        self._face = face
        self._size = size
        self._width = width
        self._pitch = pitch * size
        self._lines = balanced_lines(printable(text), width / size, face) if text else []
        self.height = len(self._lines) * self._pitch

    def draw(self, runs: list[TextRun], left: float, top: float) -> float:
        """Draw from `top` down; where the next thing may begin."""
        for line in self._lines:
            room = Room(left, top, self._width, self._pitch, "center")
            set_line(runs, line, room, self._size, self._face)
            top += self._pitch
        return top


class Signature:
    """The line below the table: its labels evenly across the page, with room above to write or stamp."""

    def __init__(self, texts: tuple[str, ...], metrics: Metrics, width: float) -> None:
        self._size = metrics.size
        self._pitch = 1.5 * metrics.size
        self._gap = 1.2 * metrics.size
        self._width = width / max(len(texts), 1)
        fitting = self._width / metrics.size - 0.5
        self._cells = [break_lines(printable(text), fitting, BODY) for text in texts]
        lines = max(map(len, self._cells), default=0)
        self.height = self._gap + lines * self._pitch if lines else 0.0

    def draw(self, runs: list[TextRun], left: float, top: float) -> None:
        """Draw below `top`, the last rule of the table."""
        for place, lines in enumerate(self._cells):
            x, y = left + place * self._width, top + self._gap
            for number, line in enumerate(lines):
                room = Room(x, y + number * self._pitch, self._width, self._pitch)
                set_line(runs, line, room, self._size)


def cut(text: str, width: float) -> str:
    """The text as far as it fits into `width` em, with … where some is left out."""
    ends = list(accumulate(map(BODY.__getitem__, text), initial=0.0))
    if ends[-1] <= width:
        return text
    fitting = bisect_right(ends, width - BODY.width("…")) - 1
    return text[: max(fitting, 0)] + "…"
