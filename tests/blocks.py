"""Whole forms as blocks of cells, as a spreadsheet of them is copied: merged cells with their text once."""

from collections.abc import Mapping, Sequence

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.sheet import SheetCell, lay_out
from tests.builders import complete_form, mof_2020

Block = list[list[str]]
FUNDS_TOTAL = 5
"""The row of 年度资金总额 in a block with both lines of the title."""


def block_of(form: Form | None = None) -> Block:
    """The form as the spreadsheet writer lays it out, title lines first."""
    form = complete_form() if form is None else form
    sheet = lay_out(form, mof_2020(), evaluate(form, mof_2020()))
    block = [[""] * len(sheet.columns) for _ in range(sheet.row_count)]
    for cell in sheet.cells:
        block[cell.row][cell.column] = cell.text
    rest = [""] * (len(sheet.columns) - 1)
    return [[sheet.title, *rest], [sheet.subtitle, *rest], *block]


def html_of(form: Form | None = None) -> str:
    """The same with its merged cells, as a spreadsheet puts it on the clipboard."""
    form = complete_form() if form is None else form
    sheet = lay_out(form, mof_2020(), evaluate(form, mof_2020()))
    rows: list[list[SheetCell]] = [[] for _ in range(sheet.row_count)]
    for cell in sheet.cells:
        rows[cell.row].append(cell)
    width = len(sheet.columns)
    titles = [f"<tr><td colspan={width}>{text}</td></tr>" for text in (sheet.title, sheet.subtitle)]
    lines = [f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in rows]
    return f"<table>{''.join(titles + lines)}</table>"


def shifted(block: Sequence[Sequence[str]], rows: int, columns: int) -> Block:
    """The block with blank rows above it and blank columns beside it."""
    width = columns + len(block[0])
    return [[""] * width for _ in range(rows)] + [[""] * columns + list(row) for row in block]


def renamed(block: Sequence[Sequence[str]], names: Mapping[str, str]) -> Block:
    """With other texts for these."""
    return [[names.get(text, text) for text in row] for row in block]


def _html_cell(cell: SheetCell) -> str:
    text = cell.text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<td rowspan={cell.row_span} colspan={cell.column_span}>{text}</td>"
