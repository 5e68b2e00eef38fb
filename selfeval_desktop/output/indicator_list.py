"""A list as portals import it: a plain spreadsheet whose first line is its heads, without title and merged cells."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from selfeval_desktop.app.paper.size_limits import refuse_long_cells
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.domain.layout.sheet import Role
from selfeval_desktop.output.files import SONG, bytes_of_any_system, write_sheets
from selfeval_desktop.output.pdf.columns import MM
from selfeval_desktop.output.xlsx import CREATED, is_exact, sheet_names

_PIXELS = 96 / 72


def write_indicator_list(
    printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress
) -> tuple[Path, ...]:
    """A worksheet per form in one .xlsx, or a folder of files; TextTooLong before anything is written."""
    for printout in printouts:
        refuse_long_cells(printout.sheet)
    return write_sheets(printouts, target, ".xlsx", indicator_list_bytes, progress)


def indicator_list_bytes(watched: Iterable[Printout]) -> bytes:
    """One workbook with the cells of each sheet where the sheet has them."""
    from xlsxwriter.workbook import Workbook

    printouts = tuple(watched)
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        looks = {
            Role.HEAD: book.add_format({"font_name": SONG, "bold": True, "align": "center", "border": 1}),
            Role.VALUE: book.add_format({"font_name": SONG, "text_wrap": True, "valign": "top", "num_format": "@"}),
        }
        figure = book.add_format({"font_name": SONG, "valign": "top"})
        names = sheet_names([printout.sheet.name or printout.name for printout in printouts])
        for name, printout in zip(names, printouts, strict=True):
            worksheet = book.add_worksheet(name)
            for column, each in enumerate(printout.sheet.columns):
                worksheet.set_column_pixels(column, column, round(each.minimum * MM * _PIXELS))
            worksheet.freeze_panes(1, 0)
            for cell in printout.sheet.cells:
                if cell.number is not None and is_exact(cell.number):
                    worksheet.write_number(cell.row, cell.column, float(cell.number), figure)
                elif cell.text:
                    worksheet.write_string(cell.row, cell.column, cell.text, looks[cell.role])
    return bytes_of_any_system(stream)
