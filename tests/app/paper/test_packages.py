"""What may be handed up, and what a package is made of."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.app.errors import NotReady
from selfeval_desktop.app.paper.packages import build_package, find_unready_forms
from selfeval_desktop.domain.form.annotations import BLANK_ANNOTATIONS, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.wording.lists.batch_lists import PACKAGE_LISTS
from tests.builders import complete_form, fund
from tests.output.packages import outputs, paperwork

CARRIED = BLANK_ANNOTATIONS.with_origin([FieldRef.goal("actual"), FieldRef.head("unit")], ValueOrigin.CARRIED)


def test_errors_and_unconfirmed_values_stand_against_it_and_are_counted() -> None:
    made = outputs(complete_form(), complete_form(project_name=""), replace(complete_form(), annotations=CARRIED))
    found = [
        (each.form_id, each.project_name, each.errors, each.unconfirmed)
        for each in find_unready_forms(made)
        if isinstance(each, NotReady)
    ]
    assert found == [(2, "", 1, 0), (3, "宣传与推广", 0, 2)]
    with pytest.raises(NotReady) as refused:
        build_package(made, paperwork(), PACKAGE_LISTS)
    assert refused.value.form_id == 2


def test_notes_alone_stand_against_nothing() -> None:
    noted = replace(complete_form(), annotations=BLANK_ANNOTATIONS.with_note(FieldRef.head("unit"), "问过"))
    assert find_unready_forms(outputs(noted)) == ()


def test_a_summary_of_each_year_adds_up_the_package_s_own_forms() -> None:
    first, second, other = complete_form(), complete_form(project_name="课题"), complete_form(year=2022)
    package = build_package(outputs(first, second, other), paperwork(), PACKAGE_LISTS)
    assert [printout.name[-4:] for printout in package.summaries] == ["2022", "2023"]
    sums = [cell.number for cell in package.summaries[1].sheet.cells if cell.row == 3 and cell.number]
    assert sums[0] == Decimal(300000)


def test_the_lists_are_on_a4_without_a_code() -> None:
    package = build_package(outputs(complete_form()), paperwork(), PACKAGE_LISTS)
    (summary,) = package.summaries
    assert (summary.paper.width, summary.paper.height) == (297, 210)
    assert (package.list_paper.width, package.list_paper.height) == (210, 297)
    assert [paper.imprint for paper in (summary.paper, package.list_paper)] == [False, False]


def test_amounts_are_summed_in_the_unit_of_most_forms() -> None:
    form = complete_form(money_unit="万元", funds={"current_year": fund("15", "15", "15")})
    (summary,) = build_package(outputs(form), paperwork(), PACKAGE_LISTS).summaries
    assert "万元" in summary.sheet.subtitle
