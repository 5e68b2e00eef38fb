"""A form under another template keeps what has a place there, and nothing of the rest is lost."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from selfeval_desktop.codec.ledger_texts import form_digest
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import DroppedText, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.domain.over_time.template_change import RetemplatedForm, change_template, template_has_cell
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row
from tests.codec.strategies import forms
from tests.layouts import template
from tests.templates import elsewhere, later

BUDGET, DEVIATION = FieldRef.fund("current_year", "annual"), FieldRef.indicator(1, "deviation")
NOTE = FieldRef.head("budget_note", extra=True)
COLUMNS = ("initial", "annual", "executed")
MEASURE = FieldRef.indicator(1, "measure", extra=True)


def away(form: Form) -> RetemplatedForm:
    return change_template(form, mof_2020(), elsewhere())


def back(form: Form) -> RetemplatedForm:
    return change_template(form, elsewhere(), mof_2020())


def full_form() -> Form:
    """Something in every kind of cell."""
    form = with_row(complete_form(execution_score=Decimal(9)), 1, deviation="资金到位晚", achievement="met")
    return edits.set_cell(edits.set_cell(form, NOTE, "追加预算"), FieldRef.goal("actual"), "建成。")


def test_what_has_no_cell_is_told_and_kept_beside_the_form() -> None:
    moved = away(full_form())
    amounts = {FieldRef.fund("current_year", name): "150000元" for name in COLUMNS}
    assert moved.dropped == {NOTE: "追加预算", **amounts, DEVIATION: "资金到位晚"}
    assert moved.form.annotations.dropped[FieldRef.indicator(2, "deviation")] == DroppedText(
        "资金到位晚", "mof-2020", 1
    )
    assert (moved.form.fields, moved.form.fund_line("current_year")) == ({}, FundLine())
    assert "current_year" not in moved.form.funds
    assert moved.form.indicators[1].deviation == ""
    assert DEVIATION not in moved.kept
    assert {FieldRef.head("execution_score"), FieldRef.indicator(1, "achievement")} <= set(moved.kept)


def test_shanghais_layout_and_back_loses_nothing() -> None:
    local = template("shanghai-2025")
    there = change_template(full_form(), mof_2020(), local)
    home = change_template(there.form, local, mof_2020())
    assert (there.dropped, home.dropped) == ({}, {})
    assert home.form == full_form()


def test_the_form_is_under_the_other_template_and_version() -> None:
    moved = change_template(complete_form(), mof_2020(), later())
    assert (moved.form.template, moved.form.template_version) == ("mof-2020", 2)
    assert (moved.dropped, moved.restored) == ({}, ())
    assert moved.form == complete_form()
    assert not moved.form.same_as(complete_form())


def test_levels_are_spelled_as_the_other_template_has_them() -> None:
    form = with_row(complete_form(), 2, level1="产出 指标", level2="时效")
    rows = away(form).form.indicators
    assert [row.level1 for row in rows[:4]] == [
        "产出指标（50分）",
        "产出指标（50分）",
        "产出 指标",
        "效益指标（30分）",
    ]
    assert rows[2].level2 == "时效"


def test_money_is_put_into_a_unit_that_the_other_template_knows() -> None:
    form = with_fund(complete_form(), "other", initial=Decimal("125.5"), annual=Decimal("0.001"))
    form = edits.set_cell(form, FieldRef.fund("other", "executed"), "约五万")
    moved = away(form).form
    assert moved.money_unit == "万元"
    assert moved.fund_line("other").initial == Decimal("0.01255")
    assert moved.fund_line("carried_over") == fund("0", "0", None)
    assert moved.unread == {
        FieldRef.fund("other", "annual"): "0.001元",
        FieldRef.fund("other", "executed"): "约五万",
    }
    assert change_template(replace(form, money_unit="万元"), mof_2020(), elsewhere()).form.fund_line(
        "other"
    ) == form.fund_line("other")


def test_there_and_back_gives_the_same_form() -> None:
    form = edits.set_note(edits.mark_origin(full_form(), [BUDGET, DEVIATION], ValueOrigin.IMPORTED), DEVIATION, "问过")
    form = replace(form, template_version=1)
    moved = away(form).form
    assert moved.cell_origin(BUDGET) is ValueOrigin.IMPORTED
    again = back(moved)
    assert set(again.restored) == {
        NOTE,
        DEVIATION,
        *(FieldRef.fund("current_year", name) for name in COLUMNS),
    }
    assert again.form.same_as(form)


def test_a_total_keeps_its_figure_without_its_parts_and_follows_them_again() -> None:
    form = with_fund(complete_form(), "other", annual=Decimal(50000))
    moved = away(form).form
    assert moved.fund_line("total") == fund("15", "20", "15")
    assert moved.fund_line("other").annual == Decimal(5)
    assert back(moved).form.fund_line("total") == FundLine()
    changed_meanwhile = with_fund(moved, "total", annual=Decimal(21))
    assert back(changed_meanwhile).form.fund_line("total") == fund(None, "210000", None)


def test_an_amount_comes_back_in_the_forms_unit_of_now() -> None:
    lacking = replace(mof_2020(), funds=elsewhere().funds)
    moved = change_template(complete_form(), mof_2020(), lacking).form
    again = change_template(replace(moved, money_unit="万元"), lacking, mof_2020()).form
    assert again.fund_line("current_year") == fund("15", "15", "15")


def test_what_comes_back_moves_with_its_row_and_goes_with_it() -> None:
    moved = away(full_form()).form
    assert back(edits.move_row(moved, 1, 0)).form.indicators[0].deviation == "资金到位晚"
    shorter = edits.delete_rows(moved, [1])
    assert FieldRef.indicator(2, "deviation") not in shorter.annotations.dropped


def test_a_filled_cell_is_not_overwritten() -> None:
    form = away(full_form()).form
    taken = with_row(form, 1, deviation="另有原因")
    again = back(taken)
    assert again.form.indicators[1].deviation == "另有原因"
    assert DEVIATION not in again.restored
    assert FieldRef.indicator(2, "deviation") in again.form.annotations.dropped


def test_a_row_that_is_gone_takes_nothing_back() -> None:
    form = away(full_form()).form
    orphan = replace(form, indicators=form.indicators[:1])
    again = back(orphan)
    assert FieldRef.indicator(2, "deviation") in again.form.annotations.dropped


def test_a_further_column_goes_by_its_key() -> None:
    form = edits.set_cell(away(complete_form()).form, MEASURE, "%")
    dropped = back(form)
    assert dropped.dropped == {MEASURE: "%"}
    assert away(dropped.form).form.indicators[1].fields == {"measure": "%"}


def test_not_even_a_blank_value_of_an_unknown_key_stays() -> None:
    form = with_row(
        with_fund(complete_form(fields={"budget_note": ""}), "other", fields={"why": ""}), 0, fields={"a": ""}
    )
    moved = away(form).form
    assert (moved.fields, moved.fund_line("other").fields, moved.indicators[0].fields) == ({}, {}, {})


@pytest.mark.parametrize(
    ("cell", "here", "there"),
    [
        ("project_name", True, True),
        ("execution_score", True, True),
        ("fields.budget_note", True, False),
        ("fields.phone", True, True),
        ("fields.nothing", False, False),
        ("goals.actual", True, True),
        ("goals.other", False, False),
        ("funds.fiscal.annual", False, True),
        ("funds.total.annual", True, True),
        ("funds.total.fields.reason", False, False),
        ("indicators[0].deviation", True, False),
        ("indicators[0].fields.measure", False, True),
        ("indicators[0].achievement", True, True),
    ],
)
def test_cells_have_their_place_by_part_key_and_kind(cell: str, *, here: bool, there: bool) -> None:
    field = FieldRef.parse(cell)
    assert (template_has_cell(mof_2020(), field), template_has_cell(elsewhere(), field)) == (here, there)


def test_a_template_without_a_score_of_the_execution_has_no_place_for_it() -> None:
    template = mof_2020()
    columns = tuple(column for column in template.funds.columns if column.kind != "score")
    bare = replace(template, funds=replace(template.funds, columns=columns))
    assert not template_has_cell(bare, FieldRef.head("execution_score"))


@given(forms)
def test_whatever_a_form_holds_is_there_or_beside(form: Form) -> None:
    """Under the other template and under its own again: with the margin, nothing is missing and nothing new."""
    moved = away(form)
    assert set(moved.kept) | set(moved.dropped) == set(filled_cells(form))
    again = back(moved.form)
    assert set(again.restored) == set(moved.dropped)
    assert again.form.annotations.is_blank
    totals = [FieldRef.fund("total", name) for name in COLUMNS]
    assert form_digest(clear_calculated_cells(again.form, mof_2020(), totals)) == form_digest(
        clear_calculated_cells(form, mof_2020(), totals)
    )
