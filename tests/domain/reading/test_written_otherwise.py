"""Labels and amounts with characters that nobody sees, or that only look like the right ones, are read as what they show."""

from decimal import Decimal

import pytest

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.scoring.scores import level_text
from tests.builders import mof_2020

NAMES = {"项目名称": "name", "实际完成值": "actual", "全年预算数": "annual", "全年执行数": "executed"}


@pytest.mark.parametrize(
    "text",
    [
        "项\u200b目名称",
        "\ufeff项目名称",
        "项\u00ad目名称",
        "项⽬名称",
        "\u2067项目名称\u2069：",
        "项目\u3000名 称",
    ],
)
def test_a_label_is_known_by_what_is_to_be_seen(text: str) -> None:
    assert labels.find_by_label(NAMES, text) == "name"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,000,000.00\u200b", 1_000_000),
        ("\u202a960,000\u202c", 960_000),
        ("\ufeff９１２，０００．００", 912_000),
        ("1\u00ad000", 1000),
        ("/", None),
        ("／", None),
        ("*", None),
        ("无", None),
        ("不涉及", None),
    ],
)
def test_an_amount_is_read_by_what_is_to_be_seen(text: str, amount: int | None) -> None:
    assert amounts.parse(text) == (None if amount is None else Decimal(amount))
    assert amounts.parse_money(text, "元") == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize("text", ["5²", "1/2", "无法填写", "①"])
def test_what_merely_holds_such_a_sign_is_no_amount(text: str) -> None:
    with pytest.raises(amounts.NotAnAmount):
        amounts.parse(text)


def test_a_level_is_known_by_what_is_to_be_seen() -> None:
    assert level_text("产\u200b出指标（50分）", mof_2020()) == "产出指标"
    assert level_text("⽣态效益指标", mof_2020()) == "生态效益指标"


@pytest.mark.parametrize("text", ["实际完成的值", "实际完成数值", "实际的完成值（B）"])
def test_a_label_that_nearly_is_a_known_one_is_found(text: str) -> None:
    assert labels.near_label(NAMES, text) == ("实际完成值", "actual")


@pytest.mark.parametrize("text", ["上年实际完成值", "实际完成率", "半年实际完成值", "全年预算执行数", "完成", "备注"])
def test_a_label_of_another_thing_is_near_none(text: str) -> None:
    assert labels.near_label(NAMES, text) is None
