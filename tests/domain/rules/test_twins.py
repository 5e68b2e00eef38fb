"""Names that stand for the same thing, and names that only look alike."""

import pytest

from selfeval_desktop.domain.rules.twins import near_twins


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("社会防控面影响力", "社会面防控影响力"),
        ("来访来电登记单印刷率", "来访登记单印刷率"),
        ("信访课题研究成果", "课题研究成果"),
        ("提高群众信访满意度", "群众信访满意度"),
        ("维稳工作开展及时率", "维稳工作开展及时性"),
    ],
)
def test_near_twins_are_found_either_way(one: str, other: str) -> None:
    assert near_twins((one, other), 85) == near_twins((other, one), 85) == ((0, 1),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("印发宣传资料数量", "印发宣传资料质量"),
        ("及时(按期)开工率", "及时(按期)完工率"),
        ("信访事项办理率", "信访事项办理效率"),
        ("信访事项办理完成率", "信访事项办理及时完成率"),
        ("老旧小区改造工程第1标段", "老旧小区改造工程第12标段"),
        ("信访总量", "信访积案总量"),
        ("参与人群满意度", "受益对象满意度"),
    ],
)
def test_another_word_makes_another_indicator(one: str, other: str) -> None:
    assert near_twins((one, other), 85) == ()


def test_each_pair_is_given_once_with_the_earlier_place_first() -> None:
    names = ("信访课题研究成果", "成本控制", "课题研究成果", "信访的课题研究成果")
    assert near_twins(names, 85) == ((0, 2), (0, 3))


def test_the_likeness_is_the_callers() -> None:
    assert near_twins(("信访课题研究成果", "课题研究成果"), 90) == ()
