"""A line of a finance list finds its form, and its figures the cells they belong to."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.finance import (
    CandidateForm,
    FinanceFilling,
    FinanceLine,
    FinanceList,
    FinanceMatches,
    collect_filled_forms,
    looks_misscaled,
    match_finance_list,
)
from tests.builders import complete_form, fund, mof_2020, with_fund

ANNUAL = FieldRef.fund("current_year", "annual")


def line(name: str = "宣传与推广", annual: str = "160000", **more: object) -> FinanceLine:
    return replace(FinanceLine(5, name, amounts={"annual": Decimal(annual)}), **more)  # type: ignore[arg-type]


def match(lines: list[FinanceLine], *forms: Form, unit: str = "元", template: Template | None = None) -> FinanceMatches:
    candidates = [CandidateForm(number, form, template or mof_2020()) for number, form in enumerate(forms, start=1)]
    found = FinanceList(tuple(lines), ("annual",))
    return match_finance_list(found, candidates, "万元" if unit == "万元" else "元")


def only(lines: list[FinanceLine], *forms: Form, unit: str = "元") -> FinanceFilling:
    (filling,) = match(lines, *forms, unit=unit).fillings
    return filling


@pytest.mark.parametrize("name", ["宣传与推广", "2023年 宣传与推广", "（宣传与推广）"])
def test_a_line_finds_its_form_by_name_and_the_figure_its_cell(name: str) -> None:
    filling = only([line(name)], complete_form(project_name="课题"), complete_form())
    assert (filling.candidate.form_id, filling.is_sure, filling.changes_form) == (2, True, True)
    assert filling.figures == {"annual": (Decimal(150000), Decimal(160000))}
    assert filling.after.fund_line("current_year").annual == 160000
    assert filling.after.cell_origin(ANNUAL) is ValueOrigin.IMPORTED
    assert filling.after.fund_line("total") == complete_form().fund_line("total")


def test_a_code_comes_before_the_name() -> None:
    coded = complete_form(project_name="课题", fields={"project_code": "A 1"})
    filling = only([line("宣传与推广", code="A1")], complete_form(), coded)
    assert (filling.candidate.form_id, filling.is_sure) == (2, True)


def test_a_near_name_is_offered_with_doubt_and_a_far_one_is_not() -> None:
    filling = only([line("宣传及推广工作")], complete_form(project_name="宣传与推广工作"))
    assert (filling.is_near, filling.is_sure) == (True, False)
    found = match([line("道路清扫"), line("")], complete_form())
    assert (found.fillings, len(found.unmatched)) == ((), 2)


def test_of_forms_of_one_name_that_of_the_unit_is_taken() -> None:
    other = complete_form(unit="某 馆")
    assert only([line(unit="某馆")], complete_form(), other).candidate.form_id == 2
    assert only([line(unit="某馆")], complete_form(), other).is_sure
    doubtful = only([line()], complete_form(), other)
    assert (doubtful.candidate.form_id, doubtful.is_sure) == (1, False)


def test_a_line_of_another_year_finds_no_form() -> None:
    assert match([line(year=2022)], complete_form()).fillings == ()
    assert only([line(year=2023)], complete_form()).is_sure
    assert only([line(year=2022)], complete_form(year=None)).is_sure


def test_two_lines_about_one_form_are_doubtful_and_the_later_counts() -> None:
    found = match([line(), line(annual="170000")], complete_form()).fillings
    assert [each.is_again for each in found] == [True, True]
    assert collect_filled_forms(found)[1].fund_line("current_year").annual == 170000


@pytest.mark.parametrize(
    ("money_unit", "unit", "amount", "kept"),
    [
        ("元", "万元", "16", "160000"),
        ("万元", "元", "211166.72", "21.116672"),
        ("万元", "万元", "16.5", "16.5"),
        ("万元", "元", "0.123", "0.000012"),
    ],
)
def test_a_figure_is_put_into_the_form_s_unit(money_unit: str, unit: str, amount: str, kept: str) -> None:
    filling = only([line(annual=amount)], complete_form(money_unit=money_unit), unit=unit)
    assert filling.after.fund_line("current_year").annual == Decimal(kept)


def test_a_typed_total_follows_where_the_first_part_is_all_there_is() -> None:
    form = with_fund(complete_form(), "total", annual=Decimal(150000))
    after = only([line()], form).after
    assert (after.fund_line("current_year").annual, after.fund_line("total").annual) == (
        Decimal(160000),
        Decimal(160000),
    )


def test_with_several_parts_the_figure_stands_in_the_total_and_is_doubtful() -> None:
    form = complete_form(funds={"current_year": fund("1", "100000", "1"), "other": fund("0", "50000", "0")})
    filling = only([line()], form)
    assert (filling.is_split, filling.is_sure) == (True, False)
    assert filling.after.fund_line("total").annual == 160000
    assert filling.after.fund_line("current_year").annual == 100000
    same = only([line(annual="150000")], form)
    assert (same.changes_form, same.is_sure) == (False, True)


def test_a_form_that_says_the_same_stays_as_it_is() -> None:
    filling = only([line(annual="150000")], complete_form())
    assert (filling.changes_form, filling.after) == (False, complete_form())


def test_text_that_is_no_number_in_the_total_is_replaced() -> None:
    form = edits.set_cell(complete_form(), FieldRef.fund("total", "annual"), "约十五万")
    after = only([line(annual="150000")], form).after
    assert not after.unread
    assert after.fund_line("total").annual == 150000


def test_a_template_without_parts_takes_the_figure_in_its_total() -> None:
    funds = mof_2020().funds
    alone = replace(mof_2020(), funds=replace(funds, rows=funds.rows[:1]))
    (filling,) = match([line()], complete_form(funds={}), template=alone).fillings
    assert filling.is_sure
    assert filling.after.fund_line("total").annual == 160000


def test_an_amount_that_cannot_be_read_is_for_the_user_to_look_at() -> None:
    assert not only([line(unread={"executed": "约三"})], complete_form()).is_sure


def test_figures_ten_thousand_times_off_are_told() -> None:
    slipped = match([line(annual="15")], complete_form()).fillings
    assert looks_misscaled(slipped)
    assert slipped[0].is_far
    assert not slipped[0].is_sure
    assert not looks_misscaled(match([line()], complete_form()).fillings)
    blank = complete_form(funds={})
    assert not looks_misscaled(match([line()], blank).fillings)
    assert match([line()], blank).fillings[0].is_sure
