"""How the cells of a spreadsheet look, and what of a text or number they show by that."""

from collections.abc import Sequence
from typing import NamedTuple

from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.files import number_formats
from selfeval_desktop.intake.files.cells import BlockBuilder
from selfeval_desktop.intake.text import symbol_fonts


class CellLook(NamedTuple):
    """How cells of a style look: the code of their numbers, whether they are struck out, and their font."""

    code: str = ""
    is_struck: bool = False
    font: str = ""


class TextRun(NamedTuple):
    """A piece of a text; `is_struck` is None where it is as its cell is."""

    text: str
    is_struck: bool | None = None


class StoredNumber(NamedTuple):
    """A number as the file has it; `is_result`: a formula gave it."""

    figure: str
    from_1904: bool = False
    is_result: bool = False


def put_number(block: BlockBuilder, row: int, column: int, number: StoredNumber, look: CellLook) -> None:
    """Add a number as it is shown; one that is struck out is told of instead."""
    if look.is_struck:
        shown = number_formats.shown_number(number.figure, look.code, from_1904=number.from_1904)
        block.add_doubt(row, column, shown.text, Refusal.STRUCK)
        return
    block.put_number(row, column, number.figure, look.code, from_1904=number.from_1904, is_result=number.is_result)


def put_runs(block: BlockBuilder, row: int, column: int, runs: Sequence[TextRun], look: CellLook) -> None:
    """Add a text without the pieces that are struck out, of which is told."""
    shown, struck = "", ""
    for run in runs:
        if look.is_struck if run.is_struck is None else run.is_struck:
            struck += run.text
        else:
            shown += symbol_fonts.symbol_text(run.text, look.font) if look.font else run.text
    if struck.strip():
        block.add_doubt(row, column, struck, Refusal.STRUCK)
    if shown.strip():
        text = number_formats.shown_text(shown, look.code) if look.code else shown
        block.put_text(row, column, text)
        if not text:
            block.add_doubt(row, column, shown, Refusal.HIDDEN)
