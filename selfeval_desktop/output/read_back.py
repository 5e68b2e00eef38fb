"""Written files read back and compared with their sheets, cell by cell.

Each is read by an engine that has nothing to do with the one that wrote it: PDF by pdfium, which shows it in
most viewers, and spreadsheets by calamine.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from selfeval_desktop.app.errors import ReadBackMismatch
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.layout.sheet import SheetCell
from selfeval_desktop.output import files
from selfeval_desktop.output.pdf.manuscript import printable_text
from selfeval_desktop.output.xlsx import is_exact

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

Place = tuple[int, int]
Value = str | float

# Title and subtitle stand above the table.
_TITLE_ROWS = 2
_READABLE = 60
# pdfium takes Latin ligatures apart.
_LIGATURES = str.maketrans(
    {chr(0xFB00 + place): text for place, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
)
_TO_THE_LEFT = frozenset({"R", "AL"})
_BRACKETS = str.maketrans(")]}>»）】》〉", "([{<«（【《〈")
# It gives a hyphen at a line's end as one of these.
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})


def read_back_xlsx(data: bytes, printout: Printout, file: str) -> int:
    """Compare the only worksheet with the sheet; the number of cells compared. ReadBackMismatch for the first difference.

    Texts outside the sheet's cells and missing merged areas are differences, too.
    """
    from python_calamine import CalamineWorkbook

    sheet = printout.sheet
    with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        worksheet = book.get_sheet_by_index(0)
        rows = worksheet.to_python(skip_empty_area=False)
        merged = {((top, left), (bottom, right)) for (top, left), (bottom, right) in worksheet.merged_cell_ranges or []}
    found = {
        (row, column): value for row, values in enumerate(rows) for column, value in enumerate(values) if value != ""
    }
    expected = _expected_values(printout)
    cells = {(cell.row + _TITLE_ROWS, cell.column): cell for cell in sheet.cells}
    for place in sorted(expected.keys() | found.keys()):
        if found.get(place) != expected.get(place):
            raise _cell_mismatch(file, cells.get(place), place, expected.get(place, ""), found.get(place, ""))
    for place, cell in cells.items():
        corner = (place[0] + cell.row_span - 1, place[1] + cell.column_span - 1)
        if corner != place and (place, corner) not in merged:
            raise _cell_mismatch(file, cell, place, cell.text, "")
    return len(sheet.cells)


def read_back_pdf(data: bytes, printout: Printout, pages: Sequence[Page], file: str) -> int:
    """Compare the text layer with the sheet; the number of cells compared. ReadBackMismatch for the first difference.

    `pages` are the pages that were drawn; they say which cell a text of the file belongs to.
    """
    from pypdfium2 import PdfDocument

    cells = {(cell.row, cell.column): cell for cell in printout.sheet.cells}
    shown: dict[Place, str] = {}
    with PdfDocument(data) as document:
        if len(document) != len(pages):
            raise ReadBackMismatch(file, "", str(len(pages)), str(len(document)))
        for page, read in zip(pages, (each.get_textpage() for each in document), strict=True):
            text = _pdfium_text(read.get_text_range())
            drawn = _without_spaces("".join(run.text for run in page.runs))
            if text != drawn and (different := _page_mismatch(page, text, drawn, read, file)):
                raise different
            for place, piece in _texts_by_cell(page):
                shown[place] = shown.get(place, "") + piece
    for place, cell in cells.items():
        expected = _without_spaces(printable_text(cell.text))
        if shown.get(place, "") != expected:
            raise _cell_mismatch(file, cell, place, expected, shown.get(place, ""))
    return len(cells)


def _expected_values(printout: Printout) -> dict[Place, Value]:
    """The values that a worksheet must hold, by row and column; all other cells are empty."""
    sheet = printout.sheet
    values: dict[Place, Value] = {(0, 0): files.marked_title(printout), (1, 0): sheet.subtitle}
    for cell in sheet.cells:
        is_number = cell.number is not None and is_exact(cell.number)
        values[cell.row + _TITLE_ROWS, cell.column] = float(cell.number or 0) if is_number else cell.text
    for row, texts in enumerate(files.lines_below(sheet), start=sheet.row_count + _TITLE_ROWS):
        for place, text in enumerate(texts):
            values[row, place * len(sheet.columns) // len(texts)] = text
    return {place: value for place, value in values.items() if value != ""}


def _texts_by_cell(page: Page) -> Iterator[tuple[Place, str]]:
    """The texts drawn on the page with their cells, in the order of drawing."""
    for passage in page.passages:
        if passage.cell is not None:
            runs = page.runs[passage.start : passage.stop]
            yield passage.cell, _without_spaces("".join(run.text for run in runs))


def _page_mismatch(page: Page, text: str, drawn: str, read: "PdfTextPage", file: str) -> ReadBackMismatch | None:
    """The error for the first cell with another text; without a cell where the page texts differ elsewhere.

    None where they differ by nothing but the order of a line in which words run from right to left.
    """
    for target in page.targets:
        right, bottom = target.x + target.width, target.y + target.height
        expected = _without_spaces(
            "".join(run.text for run in page.runs if target.x <= run.x < right and target.y <= run.baseline < bottom)
        )
        found = _pdfium_text(read.get_text_bounded(target.x, page.height - bottom, right, page.height - target.y))
        if not _reads_alike(found, expected):
            return ReadBackMismatch(file, str(target.field), expected[:_READABLE], found[:_READABLE])
    if _reads_alike(text, drawn):
        return None
    pairs = enumerate(zip(text, drawn, strict=False))
    first = next((place for place, (one, other) in pairs if one != other), min(len(text), len(drawn)))
    return ReadBackMismatch(file, "", drawn[first:][:_READABLE], text[first:][:_READABLE])


def _reads_alike(found: str, drawn: str) -> bool:
    """Whether the text is the one that was drawn. Where words run from right to left, each character counts, not its place.

    pdfium puts the words and numbers of such a line into an order of its own, and turns its brackets round.
    """
    if found == drawn:
        return True
    runs_left = any(unicodedata.bidirectional(character) in _TO_THE_LEFT for character in drawn)
    return runs_left and sorted(found.translate(_BRACKETS)) == sorted(drawn.translate(_BRACKETS))


def _cell_mismatch(file: str, cell: SheetCell | None, place: Place, expected: Value, found: object) -> ReadBackMismatch:
    name = str(cell.field) if cell and cell.field else str(place)
    return ReadBackMismatch(file, name, str(expected)[:_READABLE], str(found)[:_READABLE])


def _pdfium_text(text: str) -> str:
    """The page's text as pdfium reads it, without white space."""
    return _without_spaces(text.translate(_HYPHENS))


def _without_spaces(text: str) -> str:
    """The text without white space, which changes at line breaks, and with ligatures taken apart."""
    return "".join(text.split()).translate(_LIGATURES)
