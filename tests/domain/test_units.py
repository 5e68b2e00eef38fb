"""Reporting units: what goes with one fills what a form leaves blank, and nothing else."""

from selfeval_desktop.domain.units import Unit, filled, unit_of
from tests.builders import complete_form, mof_2020

UNIT = Unit("某区档案馆", "某区档案局", {"filler": "李某", "phone": "010"})


def test_a_unit_is_found_by_its_name() -> None:
    assert unit_of(" 某区 档案馆", [Unit("甲"), UNIT]) is UNIT
    assert unit_of("某区", [UNIT]) is None


def test_a_form_takes_from_its_unit_what_it_does_not_say_itself() -> None:
    form = filled(complete_form(department="", fields={"filler": "王某", "phone": ""}), UNIT, mof_2020())
    assert (form.unit, form.department) == ("某区档案馆", "某区档案局")
    assert form.fields == {"filler": "王某", "phone": "010"}
    assert filled(complete_form(department="某局"), UNIT, mof_2020()).department == "某局"
