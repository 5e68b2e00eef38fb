"""Which cells two forms differ in."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain import edits
from selfeval_desktop.domain.differences import changed_cells
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Form
from tests.builders import complete_form, with_row

CELLS = (
    *("project_name", "year", "department", "unit", "execution_score", "fields.budget_note"),
    *("funds.current_year.executed", "funds.total.annual", "funds.other.fields.reason"),
    *("goals.expected", "goals.actual", "indicators[1].level3", "indicators[4].weight"),
    *("indicators[0].score", "indicators[2].fields.unit"),
)


@pytest.mark.parametrize("cell", CELLS)
def test_one_typed_cell_is_the_one_that_differs(cell: str) -> None:
    field = FieldRef.parse(cell)
    before = complete_form()
    after = edits.set_cell(before, field, "7")
    assert list(changed_cells(before, after)) == [field]
    assert list(changed_cells(after, before)) == [field]


def test_text_that_is_no_number_counts_as_its_cell() -> None:
    before = edits.set_cell(complete_form(), FieldRef.head("execution_score"), "abc")
    after = edits.set_cell(before, FieldRef.head("execution_score"), "abcd")
    assert list(changed_cells(before, after)) == [FieldRef.head("execution_score")]


def test_an_achievement_is_a_cell() -> None:
    before = complete_form()
    after = with_row(before, 3, achievement="met")
    assert list(changed_cells(before, after)) == [FieldRef.indicator(3, "achievement")]


def moved(form: Form) -> Form:
    return replace(form, indicators=form.indicators[::-1])


@pytest.mark.parametrize(
    "after",
    [edits.insert_row(complete_form(), 2), edits.delete_rows(complete_form(), [0]), moved(complete_form())],
)
def test_rows_that_come_go_or_move_count_as_the_grid(after: Form) -> None:
    assert list(changed_cells(complete_form(), after)) == [FieldRef.indicators()]


def test_equal_forms_differ_nowhere() -> None:
    same = with_row(complete_form(), 0, weight=Decimal("20.00"))
    assert list(changed_cells(complete_form(), same)) == []
