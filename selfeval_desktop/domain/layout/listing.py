"""A list laid out as a sheet: a head row that every page repeats, a line for each entry, and lines that add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.template import Align, SheetColumn
from selfeval_desktop.domain.layout.sheet import RepeatedHead, Role, Sheet, SheetCell

ListKind = Literal["text", "count", "amount", "rate", "score"]
ListValue = str | int | Decimal | None

_NUMBER_FORMATS = {
    "count": "0",
    "amount": "#,##0.00####",
    "rate": '0.00"%"',
    "score": "0.00####",
}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column; `minimum` in mm, what is left of the page is dealt out by `share`.

    Figures are written by `kind`: amounts and scores with at least two places, rates in percent.
    """

    heading: str
    kind: ListKind
    minimum: float
    share: float = 0.0
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class ListLine:
    """The values of one line, a None or "" for each cell that stays empty.

    A line of totals has a `label` across the columns that come before its values; one without values is a
    heading of the lines below it.
    """

    values: tuple[ListValue, ...]
    label: str = ""
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class ListCaption:
    """What stands above a list: its title and the line below it."""

    title: str
    subtitle: str = ""


def list_sheet(caption: ListCaption, columns: Sequence[ListColumn], lines: Sequence[ListLine]) -> Sheet:
    """The sheet of a list: head row, then the lines; its title is its name, too."""
    heads = [SheetCell(0, place, column.heading, Role.HEAD) for place, column in enumerate(columns)]
    cells = [cell for row, line in enumerate(lines, start=1) for cell in _line_cells(row, line, columns)]
    return Sheet(
        title=caption.title,
        subtitle=caption.subtitle,
        columns=tuple(SheetColumn(column.minimum, column.share) for column in columns),
        row_count=len(lines) + 1,
        cells=(*heads, *cells),
        repeated=(RepeatedHead(0, 1, len(lines)),) if lines else (),
        signature=(),
        name=caption.title,
    )


def _line_cells(row: int, line: ListLine, columns: Sequence[ListColumn]) -> list[SheetCell]:
    first = len(columns) - len(line.values)
    role = Role.TOTAL if first else Role.VALUE
    label = [SheetCell(row, 0, line.label, Role.LABEL, line.align, column_span=first)] if first else []
    values = zip(columns[first:], line.values, strict=True)
    return label + [
        _list_cell(row, place, value, column, role) for place, (column, value) in enumerate(values, start=first)
    ]


def _list_cell(row: int, place: int, value: ListValue, column: ListColumn, role: Role) -> SheetCell:
    if value is None or isinstance(value, str):
        return SheetCell(row, place, value or "", role, column.align)
    number = Decimal(value)
    text = _figure_text(number, column.kind)
    number_format = _NUMBER_FORMATS[column.kind]
    return SheetCell(row, place, text, role, column.align, number=number, number_format=number_format)


def _figure_text(number: Decimal, kind: ListKind) -> str:
    if kind == "rate":
        return f"{number:.2f}%"
    return amounts.plain_number(number) if kind == "count" else amounts.money_text(number)
