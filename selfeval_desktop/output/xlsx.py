"""Forms as spreadsheets in the official layout: merged cells, number cells, and texts that stay texts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_desktop.app.paper.size_limits import refuse_long_cells, utf16_length
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.domain.layout.sheet import SheetCell
from selfeval_desktop.output.files import COMPOSER, HEI, SONG, bytes_of_any_system, marked_title, write_sheets
from selfeval_desktop.output.pdf.columns import MM, CellMeasure, column_widths
from selfeval_desktop.output.pdf.manuscript import CellText, Manuscript

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

EXACT_DIGITS = 15  # what a spreadsheet's number keeps
HIGHEST_ROW = 409.0  # points
LONGEST_NAME = 31  # of a sheet

_INCH = 25.4
_PIXELS = 96 / 72
_PADDING = 3.0
_PITCH = 1.35
_SMALLEST = 6
_PAPERS = {(210, 297): 9, (297, 420): 8}
_TITLE_ROWS = 2
_SIGNATURE_HEIGHT = 36.0
# No clock in the file: the same forms give the same bytes.
CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = {"history", "历史记录"}


def write_xlsx(printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress) -> tuple[Path, ...]:
    """A sheet per form in one .xlsx, or a folder of files; TextTooLong before anything is written."""
    for printout in printouts:
        refuse_long_cells(printout.sheet)
    return write_sheets(printouts, target, ".xlsx", xlsx_bytes, progress)


def xlsx_bytes(watched: Iterable[Printout]) -> bytes:
    """One workbook with a sheet for each form."""
    from xlsxwriter.workbook import Workbook

    printouts = tuple(watched)
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": "、".join(dict.fromkeys(printout.sheet.title for printout in printouts)),
                "author": "、".join(dict.fromkeys(printout.sheet.author for printout in printouts)),
                "created": CREATED,
            }
        )
        names = sheet_names([printout.sheet.name or printout.name for printout in printouts])
        formats = _Formats(book)
        for name, printout in zip(names, printouts, strict=True):
            _SheetWriter(book.add_worksheet(name), formats, printout).write_sheet()
    return bytes_of_any_system(stream)


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names that a workbook takes: allowed characters, 31 at most, different in more than case."""
    names: list[str] = []
    taken = set(_RESERVED)
    for text in wanted:
        plain = " ".join(_NO_NAME.sub(" ", text).split()).strip("'") or "自评表"
        name, number = _shortened_name(plain, ""), 2
        while name.casefold() in taken:
            name, number = _shortened_name(plain, f"({number})"), number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _shortened_name(text: str, ending: str) -> str:
    text = text[:LONGEST_NAME]
    while utf16_length(text + ending) > LONGEST_NAME:
        text = text[:-1]
    return text.rstrip("' ") + ending


def is_exact(number: Decimal) -> bool:
    """Whether a spreadsheet's floating-point number keeps all digits of this one."""
    return len(number.as_tuple().digits) <= EXACT_DIGITS and Decimal(repr(float(number))) == number


class _Formats:
    """The workbook's cell formats, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def cell_format(self, **properties: object) -> "Format":
        """The format with these properties, centred vertically and wrapped like all."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            common = {"font_name": SONG, "valign": "vcenter", "text_wrap": True}
            self._made[key] = self._book.add_format(common | properties)
        return self._made[key]


@dataclass(frozen=True, slots=True)
class _FittedText:
    """A cell with the size of its type and the height that shows its whole text, in points."""

    cell: SheetCell
    size: float
    height: float


class _SheetWriter:
    """One form on one worksheet."""

    def __init__(self, worksheet: "Worksheet", formats: _Formats, printout: Printout) -> None:
        self.worksheet = worksheet
        self.formats = formats
        self.printout = printout
        self.sheet = printout.sheet
        self.paper = printout.paper
        self.size = self.paper.text_size
        inner = (self.paper.width - self.paper.left - self.paper.right) * MM
        manuscript = Manuscript(self.sheet, COMPOSER)
        self.widths = column_widths(manuscript, inner, CellMeasure(self.size, _PADDING))
        self.edges = list(accumulate(self.widths, initial=0.0))
        self._fitted = [self._fit_text(entry) for entry in manuscript.entries]

    def write_sheet(self) -> None:
        """Title lines, grid, signature line and the set-up of the page."""
        for column, width in enumerate(self.widths):
            self.worksheet.set_column_pixels(column, column, round(width * _PIXELS))
        last = len(self.widths) - 1
        heading = self.formats.cell_format(font_name=HEI, font_size=self.paper.title_size, bold=True, align="center")
        subtitle = self.formats.cell_format(font_size=self.size, align="center")
        self._put_text(0, 0, 0, last, marked_title(self.printout), heading)
        self._put_text(1, 0, 1, last, self.sheet.subtitle, subtitle)
        self.worksheet.set_row(0, self.paper.title_size * 1.8)
        self.worksheet.set_row(1, self.size * 1.8)
        for row, height in enumerate(self._row_heights()):
            self.worksheet.set_row(row + _TITLE_ROWS, min(height, HIGHEST_ROW))
        for fitted in self._fitted:
            self._put_cell(fitted.cell, fitted.size)
        self._put_below()
        self._set_up_page()

    def _put_cell(self, cell: SheetCell, size: float) -> None:
        row = cell.row + _TITLE_ROWS
        last_row, last_column = row + cell.row_span - 1, cell.column + cell.column_span - 1
        look = {"font_size": size, "align": cell.align, "border": 1}
        if cell.number is not None and is_exact(cell.number):
            form = self.formats.cell_format(num_format=cell.number_format, **look)
            self._merge_range(row, cell.column, last_row, last_column, form)
            self.worksheet.write_number(row, cell.column, float(cell.number), form)
        else:
            form = self.formats.cell_format(num_format="@", **look)
            self._put_text(row, cell.column, last_row, last_column, cell.text, form)

    def _put_text(self, row: int, column: int, last_row: int, last_column: int, text: str, form: "Format") -> None:
        self._merge_range(row, column, last_row, last_column, form)
        if text:
            self.worksheet.write_string(row, column, text, form)
        else:
            self.worksheet.write_blank(row, column, None, form)

    def _merge_range(self, row: int, column: int, last_row: int, last_column: int, form: "Format") -> None:
        if (row, column) != (last_row, last_column):
            self.worksheet.merge_range(row, column, last_row, last_column, "", form)

    def _put_below(self) -> None:
        """Notes, then the lines for signatures."""
        first = self.sheet.row_count + _TITLE_ROWS
        form = self.formats.cell_format(font_size=self.size, align="left")
        for row, note in enumerate(self.sheet.notes, start=first):
            lines = len(COMPOSER.make_prose(note).full_lines(self.edges[-1] / self.size))
            self.worksheet.set_row(row, min(self._height_of_lines(lines, self.size), HIGHEST_ROW))
            self._put_text(row, 0, row, len(self.widths) - 1, note, form)
        for row, texts in enumerate(self.sheet.signature_lines, start=first + len(self.sheet.notes)):
            self.worksheet.set_row(row, _SIGNATURE_HEIGHT)
            self._put_signatures(row, texts, form)

    def _put_signatures(self, row: int, texts: Sequence[str], form: "Format") -> None:
        """The labels of one line, evenly across the sheet."""
        count, columns = len(texts), len(self.widths)
        for place, text in enumerate(texts):
            first, stop = place * columns // count, (place + 1) * columns // count
            if stop > first:
                self._put_text(row, first, row, stop - 1, text, form)

    def _row_heights(self) -> list[float]:
        """Row heights in points that show every line, merged cells included."""
        line = self._height_of_lines(1, self.size)
        least = self.sheet.least_heights or (0.0,) * self.sheet.row_count
        heights = [max(line, height * MM) for height in least]
        for fitted in sorted(self._fitted, key=lambda fitted: fitted.cell.row_span):
            cell = fitted.cell
            rows = slice(cell.row, cell.row + cell.row_span)
            lack = fitted.height - sum(heights[rows])
            if lack > 0:
                heights[rows] = [height + lack / cell.row_span for height in heights[rows]]
        return heights

    def _height_of_lines(self, lines: int, size: float) -> float:
        return lines * size * _PITCH + 2 * _PADDING

    def _fit_text(self, entry: CellText) -> "_FittedText":
        """Set smaller, down to a limit, what would be cut off at the greatest height of its rows."""
        size, most = self.size, HIGHEST_ROW * entry.cell.row_span
        height = self._needed_height(entry, size)
        while size > _SMALLEST and height > most:
            size -= 1
            height = self._needed_height(entry, size)
        return _FittedText(entry.cell, size, height)

    def _needed_height(self, entry: CellText, size: float) -> float:
        """The height in points at which the cell shows its whole text."""
        cell = entry.cell
        width = self.edges[cell.column + cell.column_span] - self.edges[cell.column] - 2 * _PADDING
        return self._height_of_lines(len(entry.prose.full_lines(width / size)), size)

    def _set_up_page(self) -> None:
        sheet, paper = self.worksheet, self.paper
        short, long = sorted((round(paper.width), round(paper.height)))
        sheet.set_paper(_PAPERS.get((short, long), 0))
        if paper.width > paper.height:
            sheet.set_landscape()
        else:
            sheet.set_portrait()
        sheet.set_margins(
            left=paper.left / _INCH,
            right=paper.right / _INCH,
            top=paper.top / _INCH,
            bottom=paper.bottom / _INCH,
        )
        sheet.fit_to_pages(1, 0)
        self._repeat_head()
        sheet.center_horizontally()
        sheet.hide_gridlines(2)
        sheet.set_footer("".join(self._footer_codes()))
        if self.printout.mark:
            sheet.set_header(f"&R&18{_escaped_ampersands(self.printout.mark)}")

    def _repeat_head(self) -> None:
        """A worksheet has one head row for all its further pages: that of the last rows, which go on longest."""
        if self.sheet.repeated:
            row = self.sheet.repeated[-1].head + _TITLE_ROWS
            self.worksheet.repeat_rows(row, row)

    def _footer_codes(self) -> Iterator[str]:
        """Footer codes for name and page number; a header or footer may have 255 characters at most."""
        name = " ".join(self.sheet.name.split())[:60]
        if name:
            # The space keeps the name's own digits out of the type size.
            yield f"&L&8 {_escaped_ampersands(name)}"
        yield "&C&8 第 &P 页 共 &N 页"


def _escaped_ampersands(text: str) -> str:
    return text.replace("&", "&&")
