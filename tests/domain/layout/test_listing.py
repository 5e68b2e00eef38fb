"""A list is a sheet like any other: every place covered once, figures as numbers, what is not there blank."""

from decimal import Decimal

from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet

COLUMNS = (
    ListColumn("名称", "text", 40, 1, "left"),
    ListColumn("个数", "count", 10),
    ListColumn("金额", "amount", 20, align="right"),
    ListColumn("率", "rate", 15),
    ListColumn("分", "score", 15),
)


def made(*lines: ListLine) -> Sheet:
    return list_sheet(ListCaption("清单", "（甲）"), COLUMNS, lines)


def test_every_place_is_covered_once() -> None:
    sheet = made(ListLine(("甲", 1, None, None, None)), ListLine((Decimal(1), None, None), label="合计"))
    places = [
        (cell.row, column) for cell in sheet.cells for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert sorted(places) == [(row, column) for row in range(sheet.row_count) for column in range(5)]


def test_figures_are_shown_as_their_column_says_and_kept_as_numbers() -> None:
    sheet = made(ListLine(("甲", 12, Decimal("1234567.5"), Decimal("98.7"), Decimal("95.125"))))
    shown = [(cell.text, cell.number, cell.number_format) for cell in sheet.cells if cell.row == 1]
    assert shown == [
        ("甲", None, ""),
        ("12", Decimal(12), "0"),
        ("1,234,567.50", Decimal("1234567.5"), "#,##0.00####"),
        ("98.70%", Decimal("98.7"), '0.00"%"'),
        ("95.125", Decimal("95.125"), "0.00####"),
    ]


def test_a_value_that_is_not_there_stays_blank_and_is_no_zero() -> None:
    cells = [cell for cell in made(ListLine((None, None, None, None, Decimal(0)))).cells if cell.row == 1]
    assert [(cell.text, cell.number) for cell in cells[:4]] == [("", None)] * 4
    assert (cells[4].text, cells[4].number) == ("0.00", Decimal(0))


def test_a_list_of_nothing_is_its_head_alone() -> None:
    sheet = made()
    assert (sheet.row_count, sheet.repeated) == (1, ())
