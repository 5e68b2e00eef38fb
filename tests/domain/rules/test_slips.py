"""Typed values that may have been meant otherwise are asked about; those that read right are not."""

import pytest

from selfeval_desktop.domain.form.form import Achievement, Indicator
from selfeval_desktop.domain.rules.odd_texts import MissingPercent, against_target, missing_percent
from tests.builders import mof_2020
from tests.layouts import template


@pytest.mark.parametrize(
    ("name", "target", "actual", "asked"),
    [
        ("印刷完成情况", "≥95%", "97", MissingPercent("actual", "97", "97%")),
        ("印刷完成情况", "≥95", "97%", MissingPercent("target", "≥95", "≥95%")),
        ("登记单印刷率", "95", "", MissingPercent("target", "95", "95%")),
        ("受益群众满意度", "≥90%", "９３", MissingPercent("actual", "９３", "９３%")),
        ("登记单印刷率", "≥95%", "97%", None),
        ("登记单印刷率", "≥95%", "0.97", None),
        ("印刷份数", "≥95份", "97", None),
        ("印刷份数", "95", "97", None),
        ("增长率", "≥95%", "150", None),
        ("登记单印刷率", "≥95%", "97件", None),
        ("登记单印刷率", "提高", "提高", None),
        ("发案率", "≤2‰", "1", None),
    ],
)
def test_a_figure_without_a_sign_is_asked_about(
    name: str, target: str, actual: str, asked: MissingPercent | None
) -> None:
    assert missing_percent(Indicator(level3=name, target=target, actual=actual), mof_2020()) == asked


@pytest.mark.parametrize(
    ("target", "actual", "achievement", "asked"),
    [
        ("下降", "上升", None, True),
        ("下降", "上升", "unmet", False),
        ("下降", "上升", "met", False),
        ("下降", "未达成", None, False),
        ("下降", "下降", None, False),
        ("不下降", "未下降", None, False),
        ("不增加", "未增加", None, False),
        ("≥95%", "90%", None, False),
    ],
)
def test_an_answer_against_the_target_is_asked_about_until_it_is_graded(
    target: str, actual: str, achievement: Achievement | None, asked: bool
) -> None:
    row = Indicator(target=target, actual=actual, achievement=achievement)
    assert against_target(row) is asked


def test_a_unit_in_a_column_of_its_own_is_no_missing_sign() -> None:
    row = Indicator(level3="登记单印刷率", target="95", actual="97", fields={"nature": "≥", "unit": "%"})
    assert missing_percent(row, template("yunnan")) is None
    assert missing_percent(row, mof_2020()) == MissingPercent("target", "95", "95%")
