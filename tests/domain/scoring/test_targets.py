"""A target in three columns is read as one, and one in a single text goes into three."""

import pytest

from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.scoring.targets import OPERATORS, split_row, whole_row, whole_rows
from tests.builders import complete_form, mof_2020
from tests.layouts import template

SPLIT = template("yunnan")


def parts(nature: str, target: str, unit: str, actual: str = "") -> Indicator:
    fields = {key: text for key, text in (("nature", nature), ("unit", unit)) if text}
    return Indicator(target=target, actual=actual, fields=fields)


@pytest.mark.parametrize(
    ("row", "target", "actual"),
    [
        (parts("≧", "735", "人次", "735"), "≥735人次", "735人次"),
        (parts("═", "100", "%", "98%"), "=100%", "98%"),
        (parts("大于等于", "1,200", "元"), "≥1200元", ""),
        (parts("≤", "≤5", "天", "≤4"), "≤5天", "≤4天"),
        (parts("≥", "95以上", "%"), "≥95%", ""),
        (parts("定性", "有效", "", "有效"), "有效", "有效"),
        (parts("定性", "明显改善", "项", "达成"), "明显改善", "达成"),
        (parts("≥", "20-30", "人"), "20-30", ""),
        (parts("≥", "", "%"), "", ""),
        (parts("正向", "5", ""), "5", ""),
        (parts("", "≥95%", ""), "≥95%", ""),
    ],
)
def test_the_parts_of_a_target_are_read_as_one(row: Indicator, target: str, actual: str) -> None:
    whole = whole_row(row, SPLIT)
    assert (whole.target, whole.actual) == (target, actual)
    assert whole_rows(Form("yunnan", indicators=(row,)), SPLIT) == (whole,)


def test_a_template_that_splits_nothing_reads_rows_as_they_are() -> None:
    form = complete_form()
    assert whole_rows(form, mof_2020()) is form.indicators
    assert whole_row(form.indicators[0], mof_2020()) is form.indicators[0]
    assert split_row(form.indicators[0], mof_2020()) is form.indicators[0]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("≥95%", parts("≥", "95", "%")),
        ("不低于95%", parts("≥", "95", "%")),
        ("735人次", parts("", "735", "人次")),
        ("明显改善", parts("定性", "明显改善", "")),
        ("2023年12月底前", parts("", "2023年12月底前", "")),
        ("", parts("", "", "")),
    ],
)
def test_a_target_in_one_text_is_taken_apart(text: str, row: Indicator) -> None:
    assert split_row(Indicator(target=text), SPLIT) == row


def test_what_stands_in_the_columns_already_is_left_alone() -> None:
    row = parts("≤", "≥95%", "")
    assert split_row(row, SPLIT) is row


def test_every_operator_that_is_offered_is_understood() -> None:
    for operator in OPERATORS[:-1]:
        assert whole_row(parts(operator, "5", ""), SPLIT).target == f"{operator}5"
