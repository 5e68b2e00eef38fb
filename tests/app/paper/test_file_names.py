"""A file name says whose form it is and is legal everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.app.paper.file_names import form_file_name
from tests.builders import complete_form

NAMES = {
    "plain": ("某局", "宣传与推广", "某局-2023-宣传与推广-7"),
    "illegal characters": ("某/局", 'a<b>:"c|d?*\\', "某_局-2023-a_b___c_d___-7"),
    "white space and control characters": ("某\n局", " 宣传\t\x07 与推广 ", "某 局-2023-宣传 与推广-7"),
    "dots at the ends": ("..某局..", "宣传...", "某局-2023-宣传-7"),
    "no unit": ("", "宣传", "2023-宣传-7"),
    "a device of Windows": ("CON.某", "", "_CON.某-2023-7"),
    "another device": ("com1.", "", "com1-2023-7"),
    "direction marks and half characters": ("某\u202e局\ud800", "宣传", "某局-2023-宣传-7"),
}


@pytest.mark.parametrize(("unit", "project", "name"), NAMES.values(), ids=NAMES)
def test_a_name_is_made_of_unit_year_project_and_id(unit: str, project: str, name: str) -> None:
    assert form_file_name(complete_form(unit=unit, project_name=project), 7) == name


def test_a_form_without_anything_is_named_by_its_id() -> None:
    assert form_file_name(complete_form(unit="", project_name="", year=None), 12) == "12"


def test_a_long_name_is_cut_between_characters_and_keeps_its_id() -> None:
    name = form_file_name(complete_form(unit="甲" * 300, project_name="乙" * 300), 7)
    assert name == f"{'甲' * 20}-2023-{'乙' * 36}-7"
    assert len(f"{name}.xlsx".encode()) < 255


@given(st.text(), st.text())
def test_any_text_gives_a_legal_name(unit: str, project: str) -> None:
    name = form_file_name(complete_form(unit=unit, project_name=project), 1)
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name.isprintable() or " " not in {name[0], name[-1]}
    assert name[-1] == "1"
    assert not name.startswith((".", " "))
    name.encode("utf-8")
