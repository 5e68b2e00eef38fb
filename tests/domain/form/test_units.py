"""Reporting units: what goes with one fills what a form leaves blank, and nothing else."""

from dataclasses import replace

from selfeval_desktop.domain.form.units import (
    Unit,
    distinct_names,
    fill_in_unit,
    find_repeated_unit,
    find_unnamed_unit,
    unit_fields,
    unit_in,
)
from tests.builders import complete_form, mof_2020

UNIT = Unit("某区档案馆", "某区档案局", {"filler": "李某", "phone": "010"})


def test_a_form_takes_from_its_unit_what_it_does_not_say_itself() -> None:
    form = fill_in_unit(complete_form(department="", fields={"filler": "王某", "phone": ""}), UNIT, mof_2020())
    assert (form.unit, form.department) == ("某区档案馆", "某区档案局")
    assert form.fields == {"filler": "王某", "phone": "010"}
    assert fill_in_unit(complete_form(department="某局"), UNIT, mof_2020()).department == "某局"


def test_what_came_with_another_unit_goes_with_it() -> None:
    before = Unit("某区图书馆", "某区文化局", {"filler": "王某", "phone": "020"})
    form = complete_form(unit="某区档案馆", department="某区文化局", fields={"filler": "王某", "phone": "021"})
    moved = fill_in_unit(form, replace(UNIT, fields={"phone": "010"}), mof_2020(), before)
    assert (moved.department, moved.fields) == ("某区档案局", {"phone": "021"})
    own = fill_in_unit(replace(form, department="某局"), UNIT, mof_2020(), before)
    assert (own.department, own.fields) == ("某局", {"filler": "李某", "phone": "021"})


def test_a_form_takes_no_field_that_its_template_has_no_room_for() -> None:
    bare = replace(mof_2020(), signature=replace(mof_2020().signature, cells=()))
    assert fill_in_unit(complete_form(fields={"budget_note": "调减"}), UNIT, bare).fields == {"budget_note": "调减"}


def test_a_template_tells_what_goes_with_a_unit_and_what_with_a_form() -> None:
    again = replace(mof_2020(), id="again")
    assert [each.key for each in unit_fields([mof_2020(), again])] == ["filler", "phone"]


def test_a_form_tells_of_its_unit_what_goes_with_it() -> None:
    form = complete_form(unit="某区档案馆", department="某区档案局", fields={"filler": "李某", "date": "3月1日"})
    assert unit_in(form, unit_fields([mof_2020()])) == Unit("某区档案馆", "某区档案局", {"filler": "李某"})


def test_names_are_told_apart_by_more_than_white_space() -> None:
    assert distinct_names(["某区 档案馆", "", "某馆", "某区档案馆", " "]) == ("某区 档案馆", "某馆")


def test_units_without_a_name_or_with_one_twice_are_found() -> None:
    good = [Unit("甲"), Unit("乙")]
    assert (find_unnamed_unit(good), find_repeated_unit(good)) == (None, None)
    assert find_unnamed_unit([*good, Unit(" ", "某局")]) == 2
    assert find_repeated_unit([*good, Unit("甲 ")]) == 2
