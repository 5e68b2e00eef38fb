"""Points that are missing go where the office wants them, and the weights add up to the last place."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.scoring.balancing import LEAST, BalancingMethod, Scope, balance_weights, weight_shares
from tests.builders import complete_form, mof_2020, with_row

WAYS: tuple[BalancingMethod, ...] = ("even", "proportional")


def weighted(*weights: str | None, level1: str = "产出指标") -> Form:
    """The complete form with these weights in its first class, as many rows as there are weights."""
    rows = [
        Indicator(level1=level1, level3=f"第{number}项", weight=None if weight is None else Decimal(weight))
        for number, weight in enumerate(weights)
    ]
    others = complete_form().indicators[3:]
    return replace(complete_form(), indicators=edits.number_rows([*rows, *others]))


def weights(form: Form, count: int) -> list[str]:
    return [str(row.weight) for row in form.indicators[:count]]


def solved(form: Form, way: BalancingMethod, scope: Scope = "classes") -> Form:
    balance = balance_weights(form, mof_2020(), way, scope)
    assert balance.unsolved == ()
    return balance.form


@pytest.mark.parametrize("way", WAYS)
def test_what_adds_up_stays_as_it_is(way: BalancingMethod) -> None:
    assert solved(complete_form(), way) == complete_form()


@pytest.mark.parametrize(
    ("typed", "even", "proportional"),
    [
        (("18", "15", "15"), ["19", "16", "15"], ["19", "16", "15"]),
        (("30", "8", "2"), ["34", "11", "5"], ["38", "10", "2"]),
        (("20", "20", "20"), ["16", "17", "17"], ["16", "17", "17"]),
        (("40", "10", "10"), ["36", "7", "7"], ["34", "8", "8"]),
        (("12.5", "12.5", "20"), ["14.5", "14", "21.5"], ["14", "14", "22"]),
    ],
)
def test_the_gap_is_dealt_out_in_the_steps_of_the_office(
    typed: tuple[str, ...], even: list[str], proportional: list[str]
) -> None:
    form = weighted(*typed)
    as_numbers = [[Decimal(text) for text in each] for each in (even, proportional)]
    assert [[row.weight for row in solved(form, way).indicators[:3]] for way in WAYS] == as_numbers


def test_ninety_eight_becomes_a_hundred() -> None:
    form = with_row(complete_form(), 0, weight=Decimal(18))
    assert weights(solved(form, "even"), 5) == ["19", "16", "15", "30", "10"]


def test_rows_without_a_weight_get_what_is_missing() -> None:
    assert weights(solved(weighted("20", None, "20"), "even"), 3) == ["20", "10", "20"]
    assert weights(solved(weighted("20", None, "0", "20"), "even"), 4) == ["20", "5", "5", "20"]
    assert weights(solved(weighted(None, None, None, None), "proportional"), 4) == ["13", "13", "12", "12"]


def test_t06_rows_of_five_points_share_evenly() -> None:
    form = weighted(*["5"] * 9)
    for way in WAYS:
        assert weights(solved(form, way), 9) == ["6"] * 5 + ["5"] * 4


def test_no_row_gets_less_than_the_least() -> None:
    form = solved(weighted("0.5", "0.5", "59"), "even")
    assert weights(form, 3) == ["0.5", "0.5", "49"]
    assert weights(solved(weighted("0.2", "50"), "even"), 2) == ["0.5", "49.5"]


def test_too_many_rows_for_the_points_stay_as_they_are() -> None:
    form = weighted(*["1"] * 101)
    balance = balance_weights(form, mof_2020(), "even")
    assert (balance.form, [share.name for share in balance.unsolved]) == (form, ["产出指标"])


def test_a_class_without_rows_or_with_words_is_named() -> None:
    form = edits.set_cell(complete_form(), FieldRef.indicator(0, "weight"), "二十")
    form = edits.delete_rows(form, [4])
    balance = balance_weights(form, mof_2020(), "even")
    assert [share.name for share in balance.unsolved] == ["产出指标", "满意度指标"]
    assert balance.form == form


def test_weights_finer_than_any_step_are_left_alone() -> None:
    form = weighted("10.001", "20", "10")
    assert balance_weights(form, mof_2020(), "even").form == form


def test_the_whole_may_add_up_whatever_the_classes_have() -> None:
    form = edits.delete_rows(complete_form(), [4])
    (share,) = weight_shares(form, mof_2020(), "whole")
    assert (share.found, share.expected, share.rows) == (Decimal(80), Decimal(90), (0, 1, 2, 3))
    assert weights(solved(form, "proportional", "whole"), 4) == ["22", "17", "17", "34"]


WEIGHT = st.one_of(
    st.none(), st.integers(0, 40).map(Decimal), st.integers(0, 400).map(lambda tenths: Decimal(tenths) / 10)
)


@given(st.lists(WEIGHT, min_size=1, max_size=20), st.sampled_from(WAYS), st.sampled_from(["classes", "whole"]))
def test_any_weights_add_up_exactly(typed: list[Decimal | None], way: BalancingMethod, scope: Scope) -> None:
    form = weighted(*(None if weight is None else str(weight) for weight in typed))
    balance = balance_weights(form, mof_2020(), way, scope)
    assert balance.unsolved == ()
    for share in weight_shares(balance.form, mof_2020(), scope):
        assert share.found == share.expected
    assert all(row.weight is not None and row.weight >= LEAST for row in balance.form.indicators)
    assert balance_weights(balance.form, mof_2020(), way, scope).form == balance.form
    blanked = [
        replace(each, indicators=tuple(replace(row, weight=None) for row in each.indicators))
        for each in (form, balance.form)
    ]
    assert blanked[0] == blanked[1]
    tenths = Decimal("0.1")
    assert all(not (row.weight or 0) % tenths for row in balance.form.indicators)
