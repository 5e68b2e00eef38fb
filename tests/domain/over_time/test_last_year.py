"""Beside each cell: what last year's form of the same project says."""

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine
from selfeval_desktop.domain.over_time.last_year import LastYear, find_former_form, match_last_year
from selfeval_desktop.domain.scoring.scores import calculate_figures
from tests.builders import complete_form, mof_2020, with_fund, with_row

BLANK = edits.new_form(mof_2020(), year=2024)


@dataclass(frozen=True)
class Line:
    form_id: int
    project_name: str
    unit: str
    year: int | None


def beside(now: Form, then: Form) -> LastYear:
    return match_last_year(now, then, calculate_figures(then, mof_2020()))


def now_form() -> Form:
    return complete_form(year=2024)


def test_last_year_is_the_newest_form_of_the_project_in_the_year_before() -> None:
    unit = now_form().unit
    lines = [
        Line(1, "宣传与推广", unit, 2023),
        Line(2, "2023年宣传与推广", unit, 2023),
        Line(3, "宣传与推广", "某馆", 2023),
        Line(4, "宣传与推广", unit, 2022),
        Line(5, "宣传与推广", unit, None),
        Line(6, "课题", unit, 2023),
    ]
    found = find_former_form(now_form(), lines)
    assert found is not None
    assert found.form_id == 2
    assert find_former_form(now_form(), lines[2:]) is None
    assert find_former_form(complete_form(year=None), lines) is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("project_name", "宣传与推广"),
        ("execution_score", "10"),
        ("funds.current_year.annual", "150,000.00 元"),
        ("funds.total.executed", "150,000.00 元"),
        ("funds.total.rate", "100.00%"),
        ("funds.other.rate", ""),
        ("funds.other.executed", ""),
        ("funds.total.weight", ""),
        ("funds.elsewhere.annual", ""),
        ("funds.total.fields.reason", "调减"),
        ("goals.actual", "登记单全部印制，举办宣传活动六场。"),
        ("indicators[0].target", "≥95%"),
        ("indicators[0].score", "20"),
        ("indicators[0].fields.score", "甲"),
        ("indicators[1].score", ""),
        ("indicators[9].target", ""),
        ("indicators", ""),
    ],
)
def test_each_cell_has_what_stood_there(cell: str, text: str) -> None:
    then = with_row(complete_form(), 0, fields={"score": "甲"})
    then = with_row(with_fund(then, "total", fields={"reason": "调减"}), 1, weight=None)
    assert beside(now_form(), then).cell_text(FieldRef.parse(cell)) == text


def test_without_a_budget_last_year_had_no_rate() -> None:
    then = complete_form(funds={"current_year": FundLine(executed=Decimal(3))})
    assert beside(now_form(), then).cell_text(FieldRef.fund("total", "rate")) == ""


def test_rows_are_known_again_by_their_names_wherever_they_stand() -> None:
    then = complete_form()
    now = replace(now_form(), indicators=now_form().indicators[::-1])
    assert beside(now, then).rows == {0: 4, 1: 3, 2: 2, 3: 1, 4: 0}
    renamed = with_row(now_form(), 0, level3="2024年登记单 印刷率")
    assert beside(renamed, with_row(then, 0, level3="2023年登记单印刷率")).rows[0] == 0
    assert 0 not in beside(with_row(now_form(), 0, level3="新指标"), then).rows


def test_of_two_rows_of_one_name_the_first_goes_with_the_first() -> None:
    twice = edits.duplicate_rows(complete_form(), [0])
    assert beside(replace(twice, year=2024), twice).rows[0] == 0
    assert beside(replace(twice, year=2024), twice).rows[1] == 1
    assert 1 not in beside(replace(twice, year=2024), complete_form()).rows


def test_a_row_has_target_result_and_score_together() -> None:
    found = beside(now_form(), complete_form()).row_texts(2)
    assert [(str(cell), text) for cell, text in found] == [
        ("indicators[2].target", "=100%"),
        ("indicators[2].actual", "100%"),
        ("indicators[2].score", "15"),
    ]
    assert beside(BLANK, complete_form()).row_texts(0) == ()
