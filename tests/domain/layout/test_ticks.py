"""Choices are printed with boxes to tick, and read back from what offices print."""

import pytest

from selfeval_desktop.domain.layout.cell_texts import chosen_in, is_blank, ticked_choices

CHOICES = ("1、部门预算项目", "2、市直专项")


def test_the_chosen_one_is_ticked() -> None:
    assert ticked_choices(CHOICES, "1、部门预算项目") == "1、部门预算项目 ☑　2、市直专项 □"
    assert ticked_choices(CHOICES, "") == "1、部门预算项目 □　2、市直专项 □"


def test_a_choice_from_elsewhere_is_not_lost() -> None:
    assert ticked_choices(CHOICES, "其他") == "1、部门预算项目 □　2、市直专项 □　其他 ☑"


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("1、部门预算项目 ☑ 2、市直专项", "1、部门预算项目"),
        ("1、部门预算项目 □ 2、市直专项 þ", "2、市直专项"),
        ("1、部门预算项目 £ 2、市直专项R", "2、市直专项"),
        ("2、市直专项", "2、市直专项"),
        ("1、部门预算项目 □　2、市直专项 □", ""),
        ("其他", ""),
    ],
)
def test_the_ticked_choice_is_read(text: str, choice: str) -> None:
    assert chosen_in(text, CHOICES) == choice


def test_boxes_that_nobody_ticked_are_blank() -> None:
    assert is_blank("1、部门预算项目□ 2、市直专项□", CHOICES)
    assert not is_blank("其他", CHOICES)
