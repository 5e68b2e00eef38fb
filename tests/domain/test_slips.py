"""Typed values that may have been meant otherwise are asked about; those that read right are not."""

import pytest

from selfeval_desktop.domain.form import Achievement, Indicator
from selfeval_desktop.domain.slips import MissingPercent, against_target, missing_percent


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
    assert missing_percent(Indicator(level3=name, target=target, actual=actual)) == asked


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
