"""Amounts: read tolerantly, kept exactly, rounded once."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.form import MoneyUnit

AMOUNTS = st.decimals(min_value=-(10**14), max_value=10**14, places=6, allow_nan=False).map(amounts.normalise)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("211,166.72", "211166.72"),
        ("２１１１６６.７２", "211166.72"),
        ("211，166．72", "211166.72"),
        ("1 234", "1234"),
        (" 278.4449 ", "278.4449"),
        ("+5", "5"),
        ("-3.50", "-3.5"),
        ("−3", "-3"),
        (".5", "0.5"),
        ("5.", "5"),
        ("0", "0"),
        ("-0", "0"),
    ],
)
def test_an_amount_is_read_however_it_is_typed(text: str, value: str) -> None:
    assert amounts.parse(text) == Decimal(value)
    assert str(amounts.parse(text)) == value


@pytest.mark.parametrize("text", ["", "  ", "—", "-", "——", "_", "－", "\n"])
def test_blanks_and_dashes_are_blank_and_not_zero(text: str) -> None:
    assert amounts.parse(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "abc",
        "1,23",
        "12,34,567",
        "1.2.3",
        "1e5",
        "NaN",
        "Infinity",
        "5元",
        "5²",
        "①",
        "1" * 16,
        "0.1234567",
        "--5",
        "５万",
        "0x10",
    ],
)
def test_what_is_no_amount_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(amounts.NotAnAmount) as refusal:
        amounts.parse(text)
    assert refusal.value.args == (text,)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2273786.35", "2,273,786.35"),
        ("214167", "214,167.00"),
        ("278.4449", "278.4449"),
        ("0", "0.00"),
        ("-0.5", "-0.50"),
        ("-1234.5", "-1,234.50"),
        ("1E+3", "1,000.00"),
    ],
)
def test_money_has_at_least_two_places_and_is_never_rounded(value: str, text: str) -> None:
    assert amounts.money_text(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "result"),
    [("8.625", "8.63"), ("8.6249999", "8.62"), ("-8.625", "-8.63"), ("2", "2.00"), ("0.005", "0.01")],
)
def test_halves_are_rounded_up(value: str, result: str) -> None:
    assert str(amounts.round_half_up(Decimal(value))) == result


def test_a_difference_is_exact_to_the_cent() -> None:
    assert amounts.sum_present([Decimal("2371500.00"), Decimal("-2273786.35")]) == Decimal("97713.65")
    assert amounts.sum_present([Decimal("0.1"), Decimal("0.2"), None]) == Decimal("0.3")


def test_the_sum_of_nothing_is_nothing() -> None:
    assert amounts.sum_present([]) is None
    assert amounts.sum_present([None, None]) is None


@given(AMOUNTS)
def test_every_amount_survives_writing_and_reading(value: Decimal) -> None:
    assert amounts.parse(amounts.plain_number(value)) == value
    assert amounts.parse(amounts.money_text(value)) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("125.25万", "元", "1252500"),
        ("125.25 万元", "万元", "125.25"),
        ("1,252,500元", "万元", "125.25"),
        ("￥１，２３４．５０", "元", "1234.5"),
        ("人民币 12元整", "元", "12"),
        ("1.2亿元", "万元", "12000"),
        ("0.01元", "万元", "0.000001"),
        ("278.4449", "万元", "278.4449"),
        ("—", "元", None),
    ],
)
def test_money_may_name_its_own_unit(text: str, unit: MoneyUnit, value: str | None) -> None:
    assert amounts.parse_money(text, unit) == (None if value is None else Decimal(value))


@pytest.mark.parametrize("text", ["元", "五万", "0.001元", "12万3", "万", "12元5角"])
def test_what_is_no_money_is_told_as_typed(text: str) -> None:
    with pytest.raises(amounts.NotAnAmount) as caught:
        amounts.parse_money(text, "万元")
    assert caught.value.args == (text,)
