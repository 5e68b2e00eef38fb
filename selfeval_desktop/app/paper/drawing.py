"""The drawing operations of a page, as values; three writers (PDF, preview, printer) draw the same list.

Units are points (1/72 inch); the origin is the page's top left corner, y grows downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from selfeval_desktop.domain.form.fields import FieldRef


@dataclass(frozen=True, slots=True)
class TextRun:
    """Characters of one font on one line, its left end at (x, baseline).

    `width` goes from the first character's left to the last one's right, with `spacing` between any two.
    """

    x: float
    baseline: float
    text: str
    font: str
    size: float
    width: float
    field: FieldRef | None = None
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A straight line of the table."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class FilledRectangle:
    """A filled black rectangle, such as a stretch of a QR code; (x, y) is its top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Watermark:
    """Large pale text across the page, such as 草稿: centred on (x, y), turned by `angle` degrees anticlockwise."""

    x: float
    y: float
    text: str
    font: str
    size: float
    angle: float
    grey: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs `start`…`stop` (exclusive) of a page, which belong together for screen readers.

    `cell` is the row and column of the sheet's cell that they are the text of; it goes on where an earlier
    page has a passage of the same cell. Runs in no passage repeat earlier text, or number the pages.
    """

    kind: Literal["title", "line", "cell"]
    start: int
    stop: int
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ClickTarget:
    """A rectangle that belongs to one cell of the form: a click in it leads there."""

    x: float
    y: float
    width: float
    height: float
    field: FieldRef


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size in points and what is drawn on it, in order."""

    width: float
    height: float
    marks: tuple[Watermark, ...]
    rules: tuple[RuledLine, ...]
    runs: tuple[TextRun, ...]
    targets: tuple[ClickTarget, ...]
    blocks: tuple[FilledRectangle, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """`lines` are those with characters on them; pages count from 1; `size` is that of the type in points."""

    lines: int
    first_page: int
    last_page: int
    size: float


def find_printed_cell(pages: Sequence[Page], field: FieldRef) -> PrintedCell | None:
    """The text of that cell on these pages; None where nothing of it is printed.

    What a page repeats of the one before counts once.
    """
    found = [
        (number, run)
        for number, page in enumerate(pages, start=1)
        for passage in page.passages
        for run in page.runs[passage.start : passage.stop]
        if run.field == field
    ]
    if not found:
        return None
    lines = {(number, run.baseline) for number, run in found}
    (first, run), (last, _) = found[0], found[-1]
    return PrintedCell(len(lines), first, last, run.size)
