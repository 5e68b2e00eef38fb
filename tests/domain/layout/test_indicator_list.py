"""The 指标清单 has twelve columns, and each row says what a portal can take in."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.portal_lists import HEADINGS, indicator_list_sheet
from tests.builders import complete_form, mof_2020, with_row


def rows_of(form: Form, template: Template | None = None) -> list[list[str]]:
    """The lines of the list as a reader sees them, heads aside."""
    template = template or mof_2020()
    sheet = indicator_list_sheet(form, template, evaluate(form, template))
    lines = [[cell.text for cell in sheet.cells if cell.row == row] for row in range(sheet.row_count)]
    assert tuple(lines[0]) == HEADINGS
    return lines[1:]


def row_of(**changes: Any) -> dict[str, str]:
    """The first line of a form whose first row is changed, by heading."""
    return dict(zip(HEADINGS, rows_of(with_row(complete_form(), 0, **changes))[0], strict=True))


def test_the_heads_are_those_that_portals_know() -> None:
    assert HEADINGS == (
        "一级指标", "二级指标", "三级指标名称", "计算符号", "指标值", "实际完成值",
        "计量单位", "分值", "指标得分", "扣减分数", "完成情况简要描述", "偏差原因及改进措施",
    )  # fmt: skip


def test_a_numeric_row_is_taken_apart() -> None:
    assert rows_of(complete_form())[0] == [
        "产出指标", "数量指标", "登记单印刷率", "≥", "95", "97", "%", "20", "20", "0", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥95%", "97%", ("≥", "95", "97", "%")),
        ("100", "100", ("=", "100", "100", "")),
        ("不超过5万元", "48000元", ("≤", "5", "4.8", "万元")),
        ("≥3", "4次", ("≥", "3", "4", "次")),
        ("≥5万元", "3人", ("≥", "5", "3人", "万元")),
        ("≤0万元", "100元", ("≤", "0", "100元", "万元")),
        ("≥95%", "基本完成", ("≥", "95", "基本完成", "%")),
        ("提高", "达成预期指标", ("定性", "提高", "达成", "")),
        ("提高", "有所提高", ("定性", "提高", "有所提高", "")),
        ("80%-90%", "85%", ("定性", "80%-90%", "85%", "")),
        ("", "", ("定性", "", "", "")),
    ],
)
def test_targets_of_all_kinds(target: str, actual: str, expected: tuple[str, ...]) -> None:
    row = row_of(target=target, actual=actual)
    assert (row["计算符号"], row["指标值"], row["实际完成值"], row["计量单位"]) == expected


def test_a_grade_that_was_picked_stands_for_the_words_which_become_the_description() -> None:
    row = row_of(target="提高", actual="群众反映良好", achievement="partly")
    assert (row["实际完成值"], row["完成情况简要描述"]) == ("部分达成", "群众反映良好")


def test_lost_points_are_weight_less_effective_score() -> None:
    row = row_of(target="≥100%", actual="90%", deviation="延期。\n已调整。")
    assert (row["分值"], row["指标得分"], row["扣减分数"]) == ("20", "18", "2")
    assert row["偏差原因及改进措施"] == "延期。\n已调整。"


def test_what_is_not_known_stays_empty_and_what_cannot_be_read_stays_as_typed() -> None:
    form = with_row(complete_form(), 0, weight=None)
    form = replace(form, unread={FieldRef.indicator(0, "weight"): "二十"})
    row = dict(zip(HEADINGS, rows_of(form)[0], strict=True))
    assert (row["分值"], row["指标得分"], row["扣减分数"]) == ("二十", "", "")


def test_the_template_s_own_description_comes_first() -> None:
    template = replace(mof_2020(), limits=replace(mof_2020().limits, description="summary"))
    form = with_row(complete_form(), 0, target="提高", actual="好", achievement="met", fields={"summary": "很好"})
    assert rows_of(form, template)[0][10] == "很好"


def test_level_names_are_the_template_s_and_names_stand_in_one_line() -> None:
    row = row_of(level1="产出\n指标", level3="登记单\n 印刷率")
    assert (row["一级指标"], row["三级指标名称"]) == ("产出指标", "登记单 印刷率")


def test_blank_rows_are_left_out_and_cells_lead_to_their_row() -> None:
    rows = complete_form().indicators
    form = complete_form(indicators=(Indicator(key=9), *rows[:1]))
    sheet = indicator_list_sheet(form, mof_2020(), evaluate(form, mof_2020()))
    assert sheet.row_count == 2
    assert {cell.field.row for cell in sheet.cells if cell.field} == {1}
    assert next(cell.number for cell in sheet.cells if cell.text == "97") == Decimal(97)


def test_a_form_without_rows_has_the_heads_alone() -> None:
    assert rows_of(complete_form(indicators=())) == []
