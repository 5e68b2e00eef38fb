"""A label is known however an office writes it."""

import pytest

from selfeval_desktop.domain.reading import labels

NAMES = {"年度资金总额": 1, "当年财政拨款": 2, "一级指标": 3, "执行率": 0}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("年度资金总额：", 1),
        (" 年度\n资金总额 （万元）", 1),
        ("*年度资金总额", 1),
        ("其中：当年财政拨款", 2),
        ("1.当年财政拨款", 2),
        ("（一）其中:当年财政拨款", 2),
        ("一级指标", 3),
        ("执行率（B/A）", 0),
        ("当年财政拨款一百元", None),
        ("", None),
        ("（一）", None),
        ("执行率" + " " * 60, None),
    ],
)
def test_a_name_counts_and_not_what_stands_about_it(text: str, meant: int | None) -> None:
    assert labels.find_by_label(NAMES, text) == meant


def test_a_name_with_its_brackets_comes_before_the_one_without() -> None:
    assert labels.find_by_label({labels.bare_label("执行率AB"): "with", "执行率": "without"}, "执行率（A/B）") == "with"
