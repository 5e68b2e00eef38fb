"""How much a sheet may hold to go onto paper or into an office's file: the only place that states it.

The greatest real form has 2,000 characters, and fills two pages. Paper, preview, Word and Excel take 150 times
as much, some 300 pages, in a few seconds and 200 MB; a form of all that its cells may hold would need a hundred
thousand pages. JSON has no such limit.
"""

from selfeval_desktop.app.errors import TextTooLong, TooMuchText
from selfeval_desktop.domain.layout.sheet import Sheet

MOST_CHARACTERS = 300_000
"""Of a sheet, each line end counted as LINE_END: it takes a line of its own."""
LINE_END = 10
MOST_PER_ROW = 200
"""A list has as many rows as the ledger has forms: where that is more, its sheet may hold so much for each."""
PROMPT_CHARACTERS = 50_000
"""A sheet of up to so many is laid out in a blink: it may be done beside the typing."""
MOST_IN_CELL = 32_767
"""Of a spreadsheet's cell, in UTF-16 units."""


def sheet_length(sheet: Sheet) -> int:
    """Characters of all cells, each line end counted as LINE_END."""
    return sum(len(cell.text) + (LINE_END - 1) * cell.text.count("\n") for cell in sheet.cells)


def utf16_length(text: str) -> int:
    """In UTF-16 units, as a spreadsheet counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def find_excess_text(sheet: Sheet) -> TooMuchText | None:
    """Why the sheet is too much for paper, Word and Excel; None where it is not."""
    length, most = sheet_length(sheet), max(MOST_CHARACTERS, MOST_PER_ROW * sheet.row_count)
    return TooMuchText(sheet.name or sheet.title, length, most) if length > most else None


def find_long_cell(sheet: Sheet) -> TextTooLong | None:
    """The first cell whose text no spreadsheet holds; None where there is none."""
    for cell in sheet.cells:
        length = utf16_length(cell.text)
        if length > MOST_IN_CELL:
            return TextTooLong(str(cell.field) if cell.field else f"({cell.row}, {cell.column})", length, sheet.name)
    return None


def refuse_excess_text(sheet: Sheet) -> None:
    """TooMuchText where the sheet is too much for paper, Word and Excel."""
    excess = find_excess_text(sheet)
    if excess is not None:
        raise excess


def refuse_long_cells(sheet: Sheet) -> None:
    """TextTooLong for the first cell whose text no spreadsheet holds."""
    long = find_long_cell(sheet)
    if long is not None:
        raise long
