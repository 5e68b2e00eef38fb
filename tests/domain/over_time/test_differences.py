"""Which cells two forms differ in."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import Difference, DifferenceKind, changed_cells, find_differences
from tests.builders import complete_form, with_fund, with_row

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


def test_what_stands_beside_a_cell_counts_after_all_values() -> None:
    goal, target = FieldRef.goal("expected"), FieldRef.indicator(1, "target")
    before = edits.set_note(edits.mark_origin(complete_form(), [target], ValueOrigin.IMPORTED), goal, "甲")
    after = edits.set_cell(edits.move_row(before, 1, 3), FieldRef.indicator(4, "weight"), "7")
    noted = edits.set_note(edits.confirm_cells(after, [FieldRef.indicator(3, "target")]), goal, "乙")
    cells = (FieldRef.indicator(3, "target"), goal)
    assert changed_cells(after, noted) == changed_cells(noted, after) == cells
    assert changed_cells(before, noted)[-2:] == cells
    gone = edits.delete_rows(after, [3])
    assert FieldRef.indicator(3, "target") not in changed_cells(after, gone)


def test_an_achievement_is_a_cell() -> None:
    before = complete_form()
    after = with_row(before, 3, achievement="met")
    assert list(changed_cells(before, after)) == [FieldRef.indicator(3, "achievement")]


def rows_of(before: Form, after: Form) -> list[tuple[DifferenceKind, int | None, int | None]]:
    return [(each.kind, each.row_before, each.row_after) for each in find_differences(before, after)]


def test_a_difference_holds_both_texts() -> None:
    before = complete_form()
    after = with_fund(before, "current_year", executed=Decimal("149999.50"))
    field = FieldRef.fund("current_year", "executed")
    assert find_differences(before, after) == (Difference(DifferenceKind.CELL, field, "150000", "149999.5"),)


def test_a_row_put_between_is_the_only_difference() -> None:
    after = edits.insert_row(complete_form(), 2)
    assert rows_of(complete_form(), after) == [(DifferenceKind.ADDED, None, 2)]
    assert changed_cells(complete_form(), after) == (FieldRef.indicator(2, "level3"),)


def test_a_deleted_row_is_told_by_what_it_said_and_leads_to_the_grid() -> None:
    after = edits.delete_rows(complete_form(), [1])
    (gone,) = find_differences(complete_form(), after)
    assert (gone.kind, gone.row_before, gone.row_after) == (DifferenceKind.REMOVED, 1, None)
    assert (gone.before, gone.after) == ("宣传材料合格率 · ≥90% · 92%", "")
    assert gone.field == FieldRef.indicators()


@pytest.mark.parametrize(("row", "to"), [(0, 3), (3, 0), (4, 1)])
def test_a_moved_row_is_one_difference(row: int, to: int) -> None:
    after = edits.move_row(complete_form(), row, to)
    assert rows_of(complete_form(), after) == [(DifferenceKind.MOVED, row, to)]


def test_cells_are_compared_with_the_same_row_wherever_it_stands() -> None:
    after = edits.move_row(edits.delete_rows(complete_form(), [1]), 0, 3)
    after = with_row(after, 3, actual="98%")
    after = edits.set_cell(after, FieldRef.indicator(0, "weight"), "十五")
    assert find_differences(complete_form(), after) == (
        Difference(DifferenceKind.CELL, FieldRef.indicator(0, "weight"), "15", "十五", 2, 0),
        Difference(
            DifferenceKind.MOVED,
            FieldRef.indicator(3, "level3"),
            "登记单印刷率 · ≥95% · 97%",
            "登记单印刷率 · ≥95% · 98%",
            row_before=0,
            row_after=3,
        ),
        Difference(DifferenceKind.CELL, FieldRef.indicator(3, "actual"), "97%", "98%", 0, 3),
        Difference(DifferenceKind.REMOVED, FieldRef.indicators(), "宣传材料合格率 · ≥90% · 92%", row_before=1),
    )


def test_rows_with_other_keys_are_known_by_their_names() -> None:
    """A form that was deleted and imported again has keys of its own."""
    before = complete_form()
    rows = tuple(replace(row, key=row.key + 40) for row in before.indicators)
    after = with_row(replace(before, indicators=rows, project_name="别的"), 2, actual="99%")
    assert changed_cells(before, after) == (
        FieldRef.head("project_name"),
        FieldRef.indicator(2, "actual"),
    )


def test_rows_without_keys_are_compared_in_their_order() -> None:
    rows = tuple(replace(row, key=0) for row in complete_form().indicators)
    before = complete_form(indicators=rows)
    after = with_row(before, 4, level3="别的")
    assert changed_cells(before, after) == (FieldRef.indicator(4, "level3"),)


def test_a_row_of_funds_that_holds_nothing_is_no_difference() -> None:
    before = complete_form()
    after = with_fund(before, "total", fields={})
    assert before != after
    assert find_differences(before, after) == ()
    field = FieldRef.fund("total", "annual")
    assert changed_cells(before, replace(before, unread={field: "无"})) == (field,)


row_edits = st.lists(
    st.tuples(st.sampled_from(("insert", "delete", "move")), st.integers(0, 9), st.integers(0, 9)), max_size=6
)


@given(row_edits)
def test_rows_that_came_went_and_moved_lead_from_one_form_to_the_other(
    steps: list[tuple[str, int, int]],
) -> None:
    before = after = complete_form()
    for how, one, two in steps:
        count = len(after.indicators)
        if how == "insert":
            after = edits.insert_row(after, one % (count + 1))
        elif count and how == "delete":
            after = edits.delete_rows(after, [one % count])
        elif count:
            after = edits.move_row(after, one % count, two % count)
    found = find_differences(before, after)
    gone = {each.row_before for each in found if each.kind is DifferenceKind.REMOVED}
    come = {each.row_after for each in found if each.kind is DifferenceKind.ADDED}
    assert len(before.indicators) - len(gone) == len(after.indicators) - len(come)
    assert bool(found) is (before != after)


def test_equal_forms_differ_nowhere() -> None:
    same = with_row(complete_form(), 0, weight=Decimal("20.00"))
    assert list(changed_cells(complete_form(), same)) == []
