"""Files as offices make them: a form in a spreadsheet or a document, changed as people change them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.table import Table
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from selfeval_desktop.domain.form.form import Form
from tests.blocks import Block, block_of
from tests.builders import complete_form
from tests.output.sheets import sheet_of

TITLE_ROWS = 2
Change = Callable[[Worksheet], None]


def workbook_of(
    form: Form | None = None,
    *,
    changes: Iterable[Change] = (),
    more: Mapping[str, Any] | None = None,
    merged: bool = True,
) -> bytes:
    """The official layout in a sheet, title lines first, figures as numbers; then `changes`, then `more` cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    put_form(sheet, complete_form() if form is None else form, merged=merged)
    for change in changes:
        change(sheet)
    for address, value in (more or {}).items():
        sheet[address] = value
    return saved(book)


def put_form(sheet: Worksheet, form: Form, *, top: int = 0, left: int = 0, merged: bool = True) -> None:
    """Lay the form out there; `top` and `left` are blank rows and columns before it."""
    laid = sheet_of(form)
    sheet.cell(top + 1, left + 1, laid.title)
    sheet.cell(top + 2, left + 1, laid.subtitle)
    for cell in laid.cells:
        row, column = top + TITLE_ROWS + cell.row + 1, left + cell.column + 1
        target = sheet.cell(row, column)
        if cell.number is None:
            target.value = cell.text or None
            # =100% is what the filler typed, and no formula.
            target.data_type = "s"
        else:
            target.value, target.number_format = float(cell.number), cell.number_format
        if merged and (cell.row_span, cell.column_span) != (1, 1):
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.column_span - 1,
            )


def saved(book: Workbook) -> bytes:
    """The workbook's bytes."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_from(block: Sequence[Sequence[object]]) -> bytes:
    """A sheet of these values alone."""
    book = Workbook()
    assert book.active is not None
    for row in block:
        book.active.append(["" if value is None else value for value in row])
    return saved(book)


def document_of(form: Form | None = None, *, change: Callable[[Table], None] | None = None) -> bytes:
    """The official layout as a document's table, its title above it, merged cells as a word processor makes them."""
    form = complete_form() if form is None else form
    laid = sheet_of(form)
    document = Document()
    document.add_paragraph(laid.title)
    document.add_paragraph(laid.subtitle)
    table = document.add_table(laid.row_count, len(laid.columns))
    for cell in laid.cells:
        first = table.cell(cell.row, cell.column)
        last = table.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
        first.merge(last).text = cell.text
    if change:
        change(table)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def block(form: Form | None = None) -> Block:
    """The form's texts, title lines first."""
    return block_of(form)
