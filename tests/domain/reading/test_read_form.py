"""A recognised form goes into the open one as one value, and what it leaves blank stays."""

from dataclasses import replace
from decimal import Decimal

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.over_time.differences import filled_cells, find_differences
from selfeval_desktop.domain.reading.read_form import (
    ImportedPart,
    ReadForm,
    count_lost_rows,
    fill_recognised_cells,
    imported_part_of,
    select_parts,
)
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row

MONEY_UNIT = FieldRef.head("money_unit")


def read(form: Form, *more: FieldRef) -> ReadForm:
    return ReadForm(form, (*filled_cells(form), *more), ())


def filled(form: Form, found: ReadForm) -> Form:
    return fill_recognised_cells(form, mof_2020(), found)


def test_an_empty_form_becomes_the_one_that_was_read() -> None:
    form = filled(edits.new_form(mof_2020()), read(complete_form(), MONEY_UNIT))
    assert find_differences(complete_form(), form) == ()
    assert form.cell_origin(FieldRef.head("project_name")) is ValueOrigin.IMPORTED
    assert form.cell_origin(FieldRef.indicator(2, "target")) is ValueOrigin.IMPORTED
    assert form.cell_origin(FieldRef.indicator(2, "score")) is None


def test_blanks_do_not_erase() -> None:
    found = complete_form(year=None, unit="", goals=Goals(expected="新的目标。"), indicators=())
    form = filled(complete_form(), read(with_fund(found, "other", initial=None)))
    assert find_differences(complete_form(goals=replace(complete_form().goals, expected="新的目标。")), form) == ()
    assert form.cell_origin(FieldRef.head("year")) is None


def test_rows_of_the_same_name_stay_the_rows_that_they_were() -> None:
    mine = with_row(complete_form(), 1, achievement="met", deviation="有原因。")
    mine = edits.set_note(mine, FieldRef.indicator(1, "actual"), "问过李四")
    other = with_row(complete_form(), 1, actual="95%", level3="宣传 材料合格率")
    rows = other.indicators
    form = filled(mine, read(replace(other, indicators=edits.number_rows((rows[3], rows[1])))))
    assert [row.key for row in form.indicators] == [4, 2]
    row = form.indicators[1]
    assert (row.actual, row.achievement, row.deviation) == ("95%", "met", "有原因。")
    assert form.cell_note(FieldRef.indicator(1, "actual")) == "问过李四"


def test_other_rows_are_new_and_those_that_the_table_has_not_go() -> None:
    other = complete_form()
    found = read(replace(other, indicators=(replace(other.indicators[0], level3="新的"), replace(other.indicators[1]))))
    form = filled(complete_form(), found)
    assert [(row.key, row.level3) for row in form.indicators] == [(6, "新的"), (2, "宣传材料合格率")]
    assert count_lost_rows(complete_form(), found) == 4
    assert count_lost_rows(edits.new_form(mof_2020()), found) == 0
    assert count_lost_rows(complete_form(), read(replace(other, indicators=()))) == 0


def test_a_row_with_a_name_or_a_text_that_is_no_number_is_given_up_too() -> None:
    found, fresh = read(complete_form()), edits.new_form(mof_2020())
    assert count_lost_rows(edits.set_cell(fresh, FieldRef.indicator(0, "level3"), "数量"), found) == 1
    assert count_lost_rows(edits.set_cell(fresh, FieldRef.indicator(0, "weight"), "约十"), found) == 1


def test_rows_without_a_name_are_always_new() -> None:
    nameless = with_row(complete_form(), 0, level3="")
    form = filled(nameless, read(replace(nameless, indicators=nameless.indicators[:1])))
    assert [row.key for row in form.indicators] == [6]


def test_the_tables_unit_counts_and_other_amounts_stay_worth_the_same() -> None:
    found = Form("mof-2020", money_unit="万元", funds={"current_year": fund("15", "14.5", None)})
    form = filled(complete_form(), read(found, MONEY_UNIT))
    assert form.money_unit == "万元"
    assert form.fund_line("current_year") == fund("15", "14.5", "15")
    assert form.fund_line("other") == fund("0", "0", None)


def test_a_table_that_names_no_unit_goes_by_the_forms_own() -> None:
    found = Form("mof-2020", funds={"current_year": fund("15", None, None)})
    form = filled(complete_form(money_unit="万元"), read(found))
    assert (form.money_unit, form.fund_line("current_year").initial) == ("万元", Decimal(15))


def test_the_same_unit_leaves_amounts_alone() -> None:
    form = filled(complete_form(), read(Form("mof-2020"), MONEY_UNIT))
    assert form == complete_form()


def test_a_figure_that_the_form_calculates_is_left_to_it() -> None:
    mine = with_row(complete_form(), 0, score=Decimal(7))
    found = ReadForm(with_row(complete_form(), 0, score=None), (FieldRef.indicator(0, "score"),), ())
    assert filled(mine, found).indicators[0].score is None
    graded = with_row(complete_form(), 0, target="提高", actual="提高", achievement="met")
    found = ReadForm(with_row(graded, 0, score=Decimal(20)), (FieldRef.indicator(0, "score"),), ())
    assert filled(graded, found) == graded


def test_text_that_is_no_number_comes_along() -> None:
    cell = FieldRef.fund("current_year", "annual")
    found = ReadForm(edits.set_cell(Form("mof-2020"), cell, "约十五万"), (cell,), ())
    assert filled(complete_form(), found).unread == {cell: "约十五万"}


def test_each_cell_goes_with_one_piece() -> None:
    pieces = [
        imported_part_of(FieldRef.parse(text))
        for text in (
            "year",
            "fields.filler",
            "money_unit",
            "execution_score",
            "funds.total.annual",
            "goals.actual",
            "indicators[0].score",
        )
    ]
    head, funds = ImportedPart.HEAD, ImportedPart.FUNDS
    assert pieces == [head, head, funds, funds, funds, ImportedPart.GOALS, ImportedPart.INDICATORS]


def test_pieces_that_are_not_wanted_are_those_of_a_new_form() -> None:
    form = replace(complete_form(money_unit="万元"), execution_score=Decimal(9), fields={"filler": "张三"})
    found = read(form, MONEY_UNIT)
    new = edits.new_form(mof_2020())
    assert select_parts(found, list(ImportedPart), mof_2020()) == found
    assert select_parts(found, [], mof_2020()) == ReadForm(new, (), ())
    head = select_parts(found, [ImportedPart.HEAD], mof_2020())
    assert (head.form.project_name, head.form.fields, head.form.funds) == (
        "宣传与推广",
        {"filler": "张三"},
        {},
    )
    assert head.form.indicators == new.indicators
    assert set(map(imported_part_of, head.taken)) == {ImportedPart.HEAD}
    funds = select_parts(found, [ImportedPart.FUNDS], mof_2020())
    assert (funds.form.money_unit, funds.form.execution_score) == ("万元", Decimal(9))
    assert (funds.form.project_name, funds.form.goals) == ("", Goals())


def test_what_could_not_be_read_goes_with_its_piece() -> None:
    cell = FieldRef.fund("current_year", "annual")
    found = read(edits.set_cell(complete_form(), cell, "约十五万"), cell)
    assert select_parts(found, [ImportedPart.FUNDS], mof_2020()).form.unread == {cell: "约十五万"}
    assert select_parts(found, [ImportedPart.HEAD], mof_2020()).form.unread == {}


def test_rows_that_are_not_wanted_leave_those_of_the_open_form() -> None:
    found = select_parts(
        read(complete_form(indicators=complete_form().indicators[:1])), [ImportedPart.HEAD], mof_2020()
    )
    assert filled(complete_form(), found).indicators == complete_form().indicators
    assert count_lost_rows(complete_form(), found) == 0
