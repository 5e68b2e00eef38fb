"""The parts of a form and the places where they begin, for its bookmarks."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.domain.layout.sheet import Role, Sheet


class FormBookmark(NamedTuple):
    """A part of a form: it begins on that page of the form's, counted from 0, `top` points below the page's top."""

    title: str
    page: int
    top: float


def form_bookmarks(sheet: Sheet, pages: Sequence[Page]) -> Iterator[FormBookmark]:
    """What the merged labels at the left of the table name."""
    tops = _row_tops(pages)
    for cell in sheet.cells:
        if cell.role is Role.LABEL and not cell.column and cell.row_span > 1 and cell.row in tops:
            yield FormBookmark(cell.text.partition("\n")[0].partition("（")[0], *tops[cell.row])


def _row_tops(pages: Sequence[Page]) -> dict[int, tuple[int, float]]:
    """Of each row that shows text, the page where it begins, and the height just above its text."""
    tops: dict[int, tuple[int, float]] = {}
    for place, page in enumerate(pages):
        for passage in page.passages:
            if passage.cell is not None:
                first = page.runs[passage.start]
                top = first.baseline - 1.5 * first.size
                row = passage.cell[0]
                if row not in tops or (tops[row][0] == place and top < tops[row][1]):
                    tops[row] = (place, top)
    return tops
