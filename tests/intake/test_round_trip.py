"""What the program writes it reads again, cell by cell."""

from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.intake.forms import incoming
from tests.builders import complete_form, with_row
from tests.intake.forms.test_form_table import EXAMPLES, as_printed
from tests.intake.offices import document_of
from tests.output.sheets import printout, sheet_of


@pytest.mark.parametrize("form", [complete_form(), *EXAMPLES], ids=lambda form: form.project_name)
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_file_of_the_programs_own_is_read_as_it_is_printed(form: Form, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    bootstrap.form_writers()[kind]([printout(form)], path)
    (found,) = incoming.read_file(path, bootstrap.installed_templates()).found
    (reading,) = (each for each in found.readings if each.form.template == form.template)
    assert find_differences(as_printed(form), reading.form) == ()
    assert sheet_of(reading.form) == sheet_of(form)
    assert reading.doubts == ()


@pytest.mark.parametrize("form", EXAMPLES, ids=lambda form: form.project_name)
def test_a_document_in_the_official_layout_is_read_as_it_is_printed(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(document_of(form))
    found = incoming.read_file(path, bootstrap.installed_templates()).found[0].readings[0]
    assert sheet_of(found.form) == sheet_of(form)
    assert found.doubts == ()


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_all_examples_in_one_file_are_as_many_forms(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    bootstrap.form_writers()[kind]([printout(form) for form in EXAMPLES], path)
    found = incoming.read_file(path, bootstrap.installed_templates()).found
    assert [sheet_of(each.readings[0].form) for each in found] == [sheet_of(form) for form in EXAMPLES]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_level_left_blank_below_merged_ones_stays_blank(kind: str, tmp_path: Path) -> None:
    form = with_row(complete_form(), 2, level2="", level3="", target="≥95%")
    path = tmp_path / f"a.{kind}"
    bootstrap.form_writers()[kind]([printout(form)], path)
    reading = incoming.read_file(path, bootstrap.installed_templates()).found[0].readings[0]
    assert reading.form.indicators[2].level2 == ""
    assert sheet_of(reading.form) == sheet_of(form)
