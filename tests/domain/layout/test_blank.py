"""The blank has the official form's words, room for a pen, and nothing that was calculated."""

from collections import Counter
from dataclasses import replace

import pytest

from selfeval_desktop.domain.layout.blank import MOST_ROWS, blank_sheet
from selfeval_desktop.domain.layout.sheet import Role, Sheet
from tests.builders import mof_2020

TEMPLATE = mof_2020()
FIRST_INDICATOR = 10


def row(sheet: Sheet, number: int) -> list[str]:
    return [cell.text for cell in sheet.cells if cell.row == number]


def levels(sheet: Sheet, column: int) -> list[tuple[str, int]]:
    """The level cells of a column with the number of their rows."""
    return [
        (cell.text, cell.row_span)
        for cell in sheet.cells
        if cell.column == column and FIRST_INDICATOR <= cell.row < sheet.row_count - 1 and cell.text
    ]


def test_labels_and_fixed_weights_are_printed_and_no_figure_that_follows_from_a_form() -> None:
    sheet = blank_sheet(TEMPLATE)
    assert sheet.title == "财政项目支出绩效自评表"
    assert row(sheet, 0) == ["项目名称", ""]
    assert row(sheet, 3) == ["年度资金总额", "", "", "", "10", "", ""]
    assert row(sheet, 4) == ["其中：当年财政拨款", "", "", "", "—", "", "—"]
    assert row(sheet, sheet.row_count - 1) == ["总分", "100", "", ""]
    assert [cell.text for cell in sheet.cells if cell.number is not None] == ["10", "100"]


def test_no_cell_leads_anywhere() -> None:
    assert {cell.field for cell in blank_sheet(TEMPLATE).cells} == {None}


@pytest.mark.parametrize("rows", [1, 2, 3, 8, 9, 12, MOST_ROWS])
def test_it_has_as_many_indicator_rows_as_asked_for(rows: int) -> None:
    for with_levels in (True, False):
        assert blank_sheet(TEMPLATE, rows, levels=with_levels).row_count == FIRST_INDICATOR + rows + 1


def test_twelve_rows_hold_each_second_level_once_and_more_where_more_points_lie() -> None:
    sheet = blank_sheet(TEMPLATE, 12)
    assert levels(sheet, 1) == [("产出指标", 7), ("效益指标", 4), ("满意度指标", 1)]
    assert levels(sheet, 2) == [
        ("数量指标", 2), ("质量指标", 2), ("时效指标", 2), ("成本指标", 1),
        ("经济效益指标", 1), ("社会效益指标", 1), ("生态效益指标", 1), ("可持续影响指标", 1),
        ("服务对象满意度指标", 1),
    ]  # fmt: skip


def test_too_few_rows_for_the_second_levels_show_the_first_ones_alone() -> None:
    sheet = blank_sheet(TEMPLATE, 5)
    assert levels(sheet, 1) == [("产出指标", 3), ("效益指标", 1), ("满意度指标", 1)]
    assert levels(sheet, 2) == []
    assert levels(blank_sheet(TEMPLATE, 2), 1) == []


def test_a_class_without_second_levels_has_rows_of_its_own() -> None:
    classes = (replace(TEMPLATE.levels[0], level2=()), *TEMPLATE.levels[1:])
    sheet = blank_sheet(replace(TEMPLATE, levels=classes), 7)
    assert levels(sheet, 1)[0] == ("产出指标", 2)


def test_levels_printed_in_advance_are_labels() -> None:
    sheet = blank_sheet(TEMPLATE, 12)
    roles = {cell.role for cell in sheet.cells if cell.column in {1, 2} and cell.text.endswith("指标")}
    assert roles - {Role.HEAD} == {Role.LABEL}


def test_the_levels_can_be_left_to_the_pen() -> None:
    sheet = blank_sheet(TEMPLATE, 12, levels=False)
    assert levels(sheet, 1) == levels(sheet, 2) == []
    spans = Counter(cell.row_span for cell in sheet.cells if cell.role is Role.VALUE)
    assert set(spans) == {1}


def test_every_row_has_room_for_a_pen_and_the_goals_for_sentences() -> None:
    sheet = blank_sheet(TEMPLATE)
    assert len(sheet.least_heights) == sheet.row_count
    assert min(sheet.least_heights) >= 8
    assert sheet.least_heights[8] >= 35


def test_year_unit_and_signature_are_there_to_be_filled() -> None:
    sheet = blank_sheet(TEMPLATE, money_unit="万元", signature=True)
    assert sheet.subtitle == "（　　　　年度）"
    assert row(sheet, 2)[0] == "项目资金\n（万元）"
    assert sheet.signature == ("填表人：", "联系电话：", "填报日期：", "单位盖章：")
    assert blank_sheet(TEMPLATE).signature == ()
