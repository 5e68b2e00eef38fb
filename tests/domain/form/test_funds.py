"""Totals, execution rate and execution score."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.form.edits import set_cell
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine
from selfeval_desktop.domain.form.funds import calculated_total, effective_funds, execution_rate, execution_score
from selfeval_desktop.domain.form.template import ExecutionStep
from tests.builders import complete_form, fund, mof_2020, with_fund

LINEAR = mof_2020().execution
STEPS = replace(
    LINEAR,
    method="steps",
    steps=tuple(
        ExecutionStep(Decimal(rate), Decimal(score))
        for rate, score in (("100", "10"), ("80", "7"), ("60", "5"), ("0", "0"))
    ),
)


@pytest.mark.parametrize(
    ("annual", "executed", "rate", "linear", "steps"),
    [
        ("250000", "215457.60", "86.18", "8.62", "7.00"),
        ("20000", "9034", "45.17", "4.52", "0.00"),
        ("150", "125.25", "83.50", "8.35", "7.00"),
        ("43.2", "37.24", "86.20", "8.62", "7.00"),
        ("140908", "140908", "100.00", "10.00", "10.00"),
        ("100", "97.35", "97.35", "9.74", "7.00"),
        ("100", "120", "120.00", "10.00", "10.00"),
        ("100", "0", "0.00", "0.00", "0.00"),
        ("100", "-5", "-5.00", "0.00", "0.00"),
        ("100", "99.9999", "100.00", "10.00", "7.00"),
    ],
)
def test_spending_over_the_yearly_budget_gives_rate_and_score(
    annual: str, executed: str, rate: str, linear: str, steps: str
) -> None:
    line = fund("999999", annual, executed)
    assert execution_rate(line, LINEAR) == Decimal(rate)
    assert execution_score(line, LINEAR) == Decimal(linear)
    assert execution_score(line, STEPS) == Decimal(steps)


@pytest.mark.parametrize(("annual", "executed"), [(None, "5"), ("0", "5"), ("0", "0"), (None, None), ("5", None)])
def test_without_budget_or_spending_there_is_no_rate_and_no_point(annual: str | None, executed: str | None) -> None:
    line = fund(None, annual, executed)
    assert execution_rate(line, LINEAR) is None
    assert execution_score(line, LINEAR) == Decimal(0)


def test_a_template_may_take_the_rate_over_the_initial_budget() -> None:
    line = fund("150000", "140908", "140908")
    assert execution_rate(line, replace(LINEAR, denominator="initial")) == Decimal("93.94")


def test_the_weight_of_the_execution_is_the_templates() -> None:
    assert execution_score(fund(None, "100", "86.18"), replace(LINEAR, weight=Decimal(20))) == Decimal("17.24")


def test_the_total_is_the_sum_of_the_parts_that_are_given() -> None:
    form = with_fund(complete_form(), "other", initial=None, annual=Decimal("0.05"), executed=None)
    assert calculated_total(form, mof_2020()) == fund("150000", "150000.05", "150000")


def test_an_unread_part_leaves_its_column_without_a_total() -> None:
    form = set_cell(complete_form(), FieldRef.fund("other", "annual"), "若干")
    assert calculated_total(form, mof_2020()) == fund("150000", None, "150000")


def test_a_score_is_divided_last() -> None:
    assert execution_score(fund(None, "3", "1.005"), replace(LINEAR, weight=Decimal(9))) == Decimal("3.02")


def test_a_typed_total_stands_beside_calculated_ones() -> None:
    form = with_fund(complete_form(), "total", annual=Decimal(7), fields={"reason": "调整"})
    expected = FundLine(Decimal(150000), Decimal(7), Decimal(150000), {"reason": "调整"})
    assert effective_funds(form, mof_2020(), calculated_total(form, mof_2020()))["total"] == expected


def test_a_form_without_funds_has_blank_rows() -> None:
    lines = effective_funds(Form("mof-2020"), mof_2020(), FundLine())
    assert list(lines) == ["total", "current_year", "carried_over", "other"]
    assert all(line == FundLine() for line in lines.values())
