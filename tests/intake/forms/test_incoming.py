"""Of several templates the one is offered first whose form a table looks most like; nothing else is changed by it."""

from dataclasses import replace
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import UnfitFile, UnfitReason
from selfeval_desktop.app.incoming import Incoming
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.intake.files import office_file
from selfeval_desktop.intake.forms.incoming import MOST_ROWS, recognise_forms
from tests.builders import complete_form, mof_2020, with_row
from tests.intake.offices import sheet_from, workbook_of
from tests.intake.variants import portal_rows

CLASSES = mof_2020().levels
OTHER = replace(
    mof_2020(),
    id="other",
    title="专项支出自评表",
    levels=(*CLASSES, replace(CLASSES[0], name="成本指标", level2=("经济成本指标",))),
)


class Installed:
    """These templates."""

    def __init__(self, *templates: Template) -> None:
        self._templates = templates

    def newest_templates(self) -> tuple[Template, ...]:
        return self._templates

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        return next(each for each in self._templates if each.id == template_id)


def read(data: bytes, folder: Path, templates: Templates) -> Incoming:
    path = folder / "a.xlsx"
    path.write_bytes(data)
    return recognise_forms(path, office_file.read_contents(path), templates)


def order(data: bytes, folder: Path) -> list[str]:
    (found,) = read(data, folder, Installed(mof_2020(), OTHER)).found
    return [reading.form.template for reading in found.readings]


def test_every_template_that_knows_the_table_is_offered(tmp_path: Path) -> None:
    assert order(workbook_of(), tmp_path) == ["mof-2020", "other"]


def test_a_title_of_its_own_tells_a_template(tmp_path: Path) -> None:
    assert order(workbook_of(more={"A1": "专项支出自评表"}), tmp_path) == ["other", "mof-2020"]


def test_classes_of_its_own_tell_a_template(tmp_path: Path) -> None:
    form: Form = with_row(complete_form(), 2, level1="成本指标", level2="经济成本指标")
    assert order(workbook_of(form, more={"A1": "自评表"}), tmp_path) == ["other", "mof-2020"]


def test_a_list_is_offered_under_the_default_first(tmp_path: Path) -> None:
    assert order(sheet_from(portal_rows()), tmp_path) == ["mof-2020", "other"]


def test_the_file_is_told_of_while_it_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_of())
    told: list[tuple[int, int]] = []
    recognise_forms(
        path, office_file.read_contents(path), Installed(mof_2020()), lambda done, total: told.append((done, total))
    )
    assert told == [(0, 1)]


def test_a_list_longer_than_any_form_is_refused_as_too_much(tmp_path: Path) -> None:
    def rows(count: int) -> bytes:
        heads = ("一级指标", "三级指标", "年度指标值")
        return sheet_from([heads, *(("产出指标", f"完成率{number}", "≥95%") for number in range(count))])

    (found,) = read(rows(MOST_ROWS - 1), tmp_path, Installed(mof_2020())).found
    assert len(found.readings[0].form.indicators) == MOST_ROWS - 1
    with pytest.raises(UnfitFile) as refused:
        read(rows(MOST_ROWS), tmp_path, Installed(mof_2020()))
    assert refused.value.reason is UnfitReason.TOO_MUCH
