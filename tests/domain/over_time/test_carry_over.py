"""This year's form out of last year's: the plan comes over, the outcome does not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.over_time.carry_over import USUAL_PARTS, CarriedPart, carry_over_form, replace_years
from selfeval_desktop.domain.over_time.differences import filled_cells
from tests.builders import complete_form, fund, mof_2020, with_row

YEAR = FieldRef.head("year")


def filled_form() -> Form:
    """A form with everything that may be told of an outcome."""
    form = complete_form(
        project_name="2023年度宣传与推广",
        fields={"filler": "李某", "date": "2024-01-15", "budget_note": "调减差旅费", "project_code": "X-1"},
        execution_score=Decimal(9),
        goals=Goals("2023年印制登记单，较2022 年增加；财预〔2023〕10号；2000型设备。", "全部完成。"),
    )
    form = with_row(
        form,
        0,
        achievement="partly",
        score=Decimal(8),
        deviation="延期",
        fields={"unit": "%", "remark": "见附件"},
    )
    return edits.set_note(form, FieldRef.indicator(0, "target"), "问过财务")


def test_the_plan_comes_over_and_the_outcome_is_blank() -> None:
    form = filled_form()
    new = carry_over_form(form, mof_2020(), USUAL_PARTS, 2024).form
    assert (new.year, new.project_name, new.department, new.unit) == (
        *(2024, form.project_name, form.department, form.unit),
    )
    assert new.fields == {"filler": "李某", "project_code": "X-1"}
    assert (new.goals.expected, new.goals.actual) == (form.goals.expected, "")
    assert (dict(new.funds), new.execution_score) == ({}, None)
    for now, then in zip(new.indicators, form.indicators, strict=True):
        assert (now.key, now.level1, now.level2, now.level3, now.target, now.weight) == (
            *(then.key, then.level1, then.level2, then.level3, then.target, then.weight),
        )
        assert (now.actual, now.achievement, now.score, now.deviation) == ("", None, None, "")
    assert new.indicators[0].fields == {"unit": "%"}


def test_every_value_that_came_over_waits_to_be_confirmed() -> None:
    new = carry_over_form(filled_form(), mof_2020(), set(CarriedPart), 2024).form
    cells = [cell for cell in filled_cells(new) if cell != YEAR]
    assert {new.cell_origin(cell) for cell in cells} == {ValueOrigin.CARRIED}
    assert new.cell_origin(YEAR) is None
    assert len(new.annotations.origins) == len(cells)
    assert not new.annotations.notes


def test_of_the_funds_the_budget_comes_over_where_it_is_asked_for() -> None:
    new = carry_over_form(complete_form(), mof_2020(), {CarriedPart.FUNDS}, 2024).form
    assert new.fund_line("current_year") == fund("150000", "150000", None)
    assert new.project_name == ""


def test_parts_that_stay_behind_leave_the_form_as_a_new_one() -> None:
    new = carry_over_form(filled_form(), mof_2020(), (), 2024).form
    assert new == edits.new_form(mof_2020(), year=2024)
    assert not new.annotations.origins


def test_text_in_a_numeric_cell_comes_over_with_its_part() -> None:
    weight, budget = FieldRef.indicator(1, "weight"), FieldRef.fund("other", "annual")
    spent, score = FieldRef.fund("other", "executed"), FieldRef.indicator(1, "score")
    form = filled_form()
    for cell in (weight, budget, spent, score):
        form = edits.set_cell(form, cell, "约三")
    assert set(carry_over_form(form, mof_2020(), USUAL_PARTS, 2024).form.unread) == {weight}
    assert set(carry_over_form(form, mof_2020(), {CarriedPart.FUNDS}, 2024).form.unread) == {budget}


def test_years_in_the_texts_are_named_and_the_plain_ones_told_apart() -> None:
    found = carry_over_form(filled_form(), mof_2020(), USUAL_PARTS, 2024).mentions
    told = [(str(each.field), each.before, each.after, each.is_plain) for each in found]
    assert told == [
        ("project_name", "2023", "2024", True),
        ("goals.expected", "2023", "2024", True),
        ("goals.expected", "2022", "2023", False),
        ("goals.expected", "2023", "2024", False),
    ]


def test_years_put_right_still_wait_to_be_confirmed() -> None:
    result = carry_over_form(filled_form(), mof_2020(), USUAL_PARTS, 2024)
    new = replace_years(result.form, result.mentions)
    assert new.project_name == "2024年度宣传与推广"
    assert new.goals.expected == "2024年印制登记单，较2023 年增加；财预〔2024〕10号；2000型设备。"
    assert new.cell_origin(FieldRef.goal("expected")) is ValueOrigin.CARRIED
    assert replace_years(result.form, ()).same_as(result.form)


@pytest.mark.parametrize("old", [None, 2024])
def test_without_another_year_no_year_is_named(old: int | None) -> None:
    form = replace(filled_form(), year=old)
    assert carry_over_form(form, mof_2020(), USUAL_PARTS, 2024).mentions == ()


def test_the_five_examples_come_over_with_their_indicators() -> None:
    for form in bootstrap.build_services().examples():
        new = carry_over_form(form, bootstrap.installed_templates().get_template(form.template), USUAL_PARTS, 2024).form
        assert [row.target for row in new.indicators] == [row.target for row in form.indicators]
        assert not any(row.actual or row.deviation for row in new.indicators)
