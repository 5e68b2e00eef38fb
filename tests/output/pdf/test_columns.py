"""Column widths fill the page, keep their minimum, never tear a figure, and make the sheet low."""

from collections import defaultdict
from dataclasses import replace

import pytest

from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.form.template import SheetColumn
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.output.pdf.columns import MM, CellMeasure, column_widths
from selfeval_desktop.output.pdf.fonts import BODY
from selfeval_desktop.output.pdf.manuscript import Manuscript
from selfeval_desktop.output.pdf.text_layout import Composer, composer_for
from tests.builders import complete_form, with_row
from tests.output.sheets import SENTENCE, label, plain_sheet, sheet_of

WIDTH = 180 * MM
# Ten points a character, and five beside the text.
MEASURE = CellMeasure(10.0, 2.5)


def widths_of(sheet: Sheet, width: float = WIDTH) -> list[float]:
    """The widths where every character takes an em."""
    composer = Composer(defaultdict(lambda: 1.0))
    return column_widths(Manuscript(sheet, composer), width, MEASURE)


def printed_widths(sheet: Sheet, width: float = WIDTH) -> list[float]:
    """The widths on paper, in 10 points."""
    return column_widths(Manuscript(sheet, composer_for(BODY)), width, CellMeasure(10.0, 3.6))


def need(text: str) -> float:
    """The width in which the text stays on one line."""
    return MEASURE.cell_width_points(len(text))


def test_the_rest_of_the_page_is_dealt_out_by_share() -> None:
    sheet = replace(plain_sheet("", ""), columns=(SheetColumn(20, 1), SheetColumn(20, 3)))
    assert widths_of(sheet) == pytest.approx([55 * MM, 125 * MM])


def test_a_column_is_as_wide_as_its_longest_figure() -> None:
    sheet = replace(plain_sheet("2,273,786.35", "目标"), columns=(SheetColumn(8, 0), SheetColumn(20, 1)))
    widths = widths_of(sheet)
    assert widths == pytest.approx([need("2,273,786.35"), WIDTH - need("2,273,786.35")])


def test_a_figure_widens_the_columns_it_spans() -> None:
    sheet = plain_sheet("100,000,000,000.00", columns=2)
    sheet = replace(
        sheet,
        columns=(SheetColumn(20, 0), SheetColumn(20, 0), SheetColumn(20, 1)),
        cells=(replace(sheet.cells[0], column_span=2),),
    )
    widths = widths_of(sheet)
    assert sum(widths[:2]) == pytest.approx(need("100,000,000,000.00"))
    assert sum(widths) == pytest.approx(WIDTH)


def test_a_short_label_stays_on_one_line_when_there_is_room() -> None:
    sheet = plain_sheet("年度资金总额", "")
    sheet = replace(
        sheet,
        columns=(SheetColumn(15, 0), SheetColumn(20, 1)),
        cells=(replace(sheet.cells[0], align="center"), sheet.cells[1]),
    )
    assert widths_of(sheet)[0] == pytest.approx(need("年度资金总额"))


def test_the_longer_text_gets_the_wider_column() -> None:
    sheet = plain_sheet("长" * 120, "短" * 30, minimum=20)
    long, short = widths_of(sheet)
    assert long > 1.5 * short
    assert long + short == pytest.approx(WIDTH)


def test_texts_of_equal_length_get_equal_columns() -> None:
    one, other = widths_of(plain_sheet("长" * 200, "长" * 200, minimum=20))
    assert one == pytest.approx(other, abs=2 * MEASURE.size)


def test_width_goes_where_it_makes_most_rows_lower() -> None:
    rows = ("八个字的三级指标", "一二三四五六七八九十一二") * 3
    sheet = replace(plain_sheet(*rows), columns=(SheetColumn(20, 1), SheetColumn(20, 1)))
    first, second = widths_of(sheet, 90 * MM + 180)
    assert first >= need(rows[0])
    assert second >= need(rows[1])


def test_a_column_without_text_stays_at_its_minimum_and_grows_when_it_has_some() -> None:
    template = sheet_of(complete_form()).columns
    empty = printed_widths(sheet_of(complete_form()))[8]
    filled = printed_widths(sheet_of(with_row(complete_form(), 0, deviation=SENTENCE * 3)))[8]
    assert empty < template[8].minimum * MM + 12
    assert filled > 1.3 * empty


def test_a_column_keeps_its_maximum_while_others_want_the_rest() -> None:
    columns = (SheetColumn(20, 1, maximum=40), SheetColumn(20, 1))
    sheet = replace(plain_sheet("长" * 100, "值"), columns=columns)
    assert widths_of(sheet) == pytest.approx([40 * MM, 140 * MM])


def test_maximums_give_way_where_the_page_would_stay_empty() -> None:
    columns = (SheetColumn(20, 1, maximum=40), SheetColumn(20, 1, maximum=60))
    sheet = replace(plain_sheet("长", "值"), columns=columns)
    assert sum(widths_of(sheet)) == pytest.approx(WIDTH)


def test_a_figure_is_wider_than_the_maximum_where_it_must() -> None:
    sheet = replace(plain_sheet("2,273,786.35", "值"), columns=(SheetColumn(8, 0, maximum=8), SheetColumn(20, 1)))
    assert widths_of(sheet)[0] == pytest.approx(need("2,273,786.35"))


def test_a_long_word_is_not_torn_while_there_is_room() -> None:
    columns = (SheetColumn(15, 0), SheetColumn(60, 1))
    sheet = replace(plain_sheet("于2023年12月", "长" * 200), columns=columns)
    assert widths_of(sheet)[0] >= need("2023年12月") - 0.01


def test_a_merged_label_counts_where_it_is_higher_than_its_rows() -> None:
    sheet = plain_sheet("", "值", "", "值")
    tall = label(0, "很长的合并标签" * 6, 2)
    columns = (SheetColumn(30, 0), SheetColumn(20, 1))
    sheet = replace(sheet, cells=(tall, sheet.cells[1], sheet.cells[3]), columns=columns)
    assert widths_of(sheet)[0] > 40 * MM


def test_both_goals_of_a_form_are_about_equally_high() -> None:
    form = replace(complete_form(), goals=Goals(SENTENCE * 20, SENTENCE * 20))
    widths = printed_widths(sheet_of(form))
    assert sum(widths[1:5]) == pytest.approx(sum(widths[5:]), rel=0.2)


def test_many_paragraphs_outweigh_one() -> None:
    long, short = widths_of(plain_sheet("\n".join(["长" * 26] * 30), "短" * 60))
    assert long >= need("长" * 26) - 0.01
    assert long > short


def test_minimums_give_way_to_figures() -> None:
    figure = "100,000,000,000.00"
    sheet = replace(plain_sheet(figure, "", columns=2), columns=(SheetColumn(20, 0), SheetColumn(140, 1)))
    widths = widths_of(sheet)
    assert widths == pytest.approx([need(figure), WIDTH - need(figure)])


def test_figures_too_wide_for_the_page_share_it() -> None:
    sheet = plain_sheet(*["1" * 30] * 4, columns=4, minimum=10)
    assert widths_of(sheet) == pytest.approx([WIDTH / 4] * 4)


def test_minimums_that_exceed_the_page_are_shrunk_alike() -> None:
    assert widths_of(plain_sheet("", "", minimum=200)) == pytest.approx([90 * MM, 90 * MM])
