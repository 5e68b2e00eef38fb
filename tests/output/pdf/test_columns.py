"""Column widths fill the page, keep their minimum, and never tear a figure."""

from dataclasses import replace

import pytest

from selfeval_desktop.domain.template import SheetColumn
from selfeval_desktop.output.pdf.columns import MM, column_widths
from tests.output.sheets import plain_sheet

WIDTH = 180 * MM


def need(text: str) -> float:
    """Ten points a character, and five beside the text."""
    return 10.0 * max(map(len, text.split("\n"))) + 5.0


def test_the_rest_of_the_page_is_dealt_out_by_share() -> None:
    sheet = replace(plain_sheet("", ""), columns=(SheetColumn(20, 1), SheetColumn(20, 3)))
    assert column_widths(sheet, WIDTH, need) == pytest.approx([55 * MM, 125 * MM])


def test_a_column_is_as_wide_as_its_longest_figure() -> None:
    sheet = replace(plain_sheet("2,273,786.35", "目标"), columns=(SheetColumn(8, 0), SheetColumn(20, 1)))
    widths = column_widths(sheet, WIDTH, need)
    assert widths == pytest.approx([need("2,273,786.35"), WIDTH - need("2,273,786.35")])


def test_a_figure_widens_the_columns_it_spans() -> None:
    sheet = plain_sheet("100,000,000,000.00", columns=2)
    sheet = replace(
        sheet,
        columns=(SheetColumn(20, 0), SheetColumn(20, 0), SheetColumn(20, 1)),
        cells=(replace(sheet.cells[0], column_span=2),),
    )
    widths = column_widths(sheet, WIDTH, need)
    assert sum(widths[:2]) == pytest.approx(need("100,000,000,000.00"))
    assert sum(widths) == pytest.approx(WIDTH)


def test_a_short_label_stays_on_one_line_when_there_is_room() -> None:
    sheet = plain_sheet("年度资金总额", "")
    sheet = replace(
        sheet,
        columns=(SheetColumn(15, 0), SheetColumn(20, 1)),
        cells=(replace(sheet.cells[0], align="center"), sheet.cells[1]),
    )
    assert column_widths(sheet, WIDTH, need)[0] == pytest.approx(need("年度资金总额"))


def test_a_long_text_does_not_widen_its_column() -> None:
    sheet = replace(plain_sheet("长" * 40, ""), columns=(SheetColumn(20, 0), SheetColumn(20, 1)))
    assert column_widths(sheet, WIDTH, need)[0] == pytest.approx(20 * MM)


def test_minimums_give_way_to_figures() -> None:
    figure = "100,000,000,000.00"
    sheet = replace(plain_sheet(figure, "", columns=2), columns=(SheetColumn(20, 0), SheetColumn(140, 1)))
    widths = column_widths(sheet, WIDTH, need)
    assert widths == pytest.approx([need(figure), WIDTH - need(figure)])


def test_figures_too_wide_for_the_page_share_it() -> None:
    sheet = plain_sheet(*["1" * 30] * 4, columns=4, minimum=10)
    assert column_widths(sheet, WIDTH, need) == pytest.approx([WIDTH / 4] * 4)


def test_minimums_that_exceed_the_page_are_shrunk_alike() -> None:
    assert column_widths(plain_sheet("", "", minimum=200), WIDTH, need) == pytest.approx([90 * MM, 90 * MM])
