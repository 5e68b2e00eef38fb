"""How the text of a cell comes out on paper, read off the very pages that are printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.domain.form.fields import FieldRef


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
