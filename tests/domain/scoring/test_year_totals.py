"""What forms of a year add up to: exact sums, blank where there is nothing, one money unit throughout."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.scoring.year_totals import calculate_totals, convert_money, usual_unit
from tests.builders import complete_form, fund, mof_2020
from tests.summaries import entry, spending


@pytest.mark.parametrize(
    ("amount", "source", "target", "expected"),
    [
        ("140908", "元", "万元", "14.0908"),
        ("0.01", "元", "万元", "0.000001"),
        ("278.4449", "万元", "元", "2784449"),
        ("999999999999999.999999", "元", "万元", "99999999999.9999999999"),
        ("5", "元", "元", "5"),
    ],
)
def test_money_units_are_converted_exactly(amount: str, source: MoneyUnit, target: MoneyUnit, expected: str) -> None:
    assert str(convert_money(Decimal(amount), source, target)) == expected
    assert convert_money(convert_money(Decimal(amount), source, target), target, source) == Decimal(amount)


def test_a_blank_amount_stays_blank_in_any_unit() -> None:
    assert convert_money(None, "元", "万元") is None


def test_forms_in_both_units_add_up_in_one() -> None:
    mixed = (entry(spending("1", "12345.67", "1")), entry(spending("1", "278.4449", "1", money_unit="万元")))
    assert calculate_totals(mixed, "元").funds.annual == Decimal("2796794.67")
    assert calculate_totals(mixed, "万元").funds.annual == Decimal("279.679467")
    assert calculate_totals(mixed, "元").rate == calculate_totals(mixed, "万元").rate == Decimal("0.36")


@pytest.mark.parametrize(("units", "expected"), [((), "元"), (("元", "万元"), "元"), (("元", "万元", "万元"), "万元")])
def test_the_usual_unit_is_that_of_most_forms(units: tuple[MoneyUnit, ...], expected: str) -> None:
    assert usual_unit(units) == expected


def test_the_rate_is_over_the_initial_budget_where_all_templates_take_it_so() -> None:
    initial = replace(mof_2020(), execution=replace(mof_2020().execution, denominator="initial"))
    form = spending("200", "100", "50")
    assert calculate_totals([entry(form, initial)], "元").rate == Decimal("25.00")
    assert calculate_totals([entry(form, initial), entry(form)], "元").rate == Decimal("50.00")


def test_a_year_without_forms_has_neither_sums_nor_average() -> None:
    whole = calculate_totals([], "元")
    assert (whole.funds.annual, whole.rate, whole.average, whole.grades) == (None, None, None, ())


AMOUNTS = st.one_of(st.none(), st.decimals(0, 10**9, places=2))


@given(st.lists(st.tuples(AMOUNTS, st.sampled_from(["元", "万元"])), max_size=30))
def test_totals_equal_the_sum_of_the_forms_to_the_cent(
    amounts: list[tuple[Decimal | None, MoneyUnit]],
) -> None:
    entries = [
        entry(complete_form(money_unit=unit, funds={"other": replace(fund(None, None, None), annual=amount)}))
        for amount, unit in amounts
    ]
    cents = [int(amount * 100) * (10_000 if unit == "万元" else 1) for amount, unit in amounts if amount is not None]
    found = calculate_totals(entries, "元").funds.annual
    assert (found is None) if not cents else found == Decimal(sum(cents)) / 100
