"""A form's history as it is read: visits told as one, rows followed where they go, cells followed to their beginning."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import Annotations, DroppedText, FindingKey, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import compare_texts, form_from_texts, form_to_texts, undo_changes
from selfeval_desktop.domain.over_time.change_history import (
    BEGINNING,
    Ancestor,
    HistoryAction,
    HistoryEntry,
    merge_visits,
)
from selfeval_desktop.domain.over_time.differences import Difference, DifferenceKind
from selfeval_desktop.domain.over_time.history_lines import (
    HistoryLine,
    HistoryLineKind,
    build_history_lines,
    cell_history_lines,
)
from tests.builders import complete_form

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
GOAL = FieldRef.goal("actual")
ANNUAL = FieldRef.fund("total", "annual")
CURRENT = FieldRef.fund("current_year", "annual")


def history(
    forms: Sequence[Form],
    *,
    apart: timedelta = timedelta(seconds=2),
    who: Sequence[str] = ("李某",),
) -> tuple[HistoryEntry, ...]:
    """The entries of a form that was stored as each of these in turn, the newest first."""
    found = [
        HistoryEntry(
            number,
            HistoryAction.CHANGED,
            NOON + number * apart,
            who[number % len(who)],
            compare_texts(form_to_texts(before), form_to_texts(after)),
        )
        for number, (before, after) in enumerate(pairwise(forms), start=1)
    ]
    return tuple(reversed(found))


def typed(cell: FieldRef, *texts: str) -> list[Form]:
    """A complete form, and as it is with each of these texts in the cell."""
    form = complete_form()
    return [form, *(edits.set_cell(form, cell, text) for text in texts)]


def told(forms: Sequence[Form]) -> list[HistoryLine]:
    """The lines of these stored forms but for the one that tells where they begin."""
    found = list(build_history_lines(history(forms, apart=timedelta(hours=1)), forms[-1]))
    assert found[-1] == HistoryLine(BEGINNING, HistoryLineKind.BEGAN)
    return list(found[:-1])


def acts(forms: Sequence[Form]) -> list[HistoryLineKind]:
    return [line.act for line in told(forms) if not line.is_inner]


def test_what_one_user_typed_into_a_cell_in_one_visit_is_one_entry() -> None:
    entries = history(typed(GOAL, "完", "完成", "完成了"))
    (entry,) = merge_visits(entries)
    assert (entry.sequence, entry.at) == (3, entries[0].at)
    (change,) = entry.changes
    assert (change.before, change.after) == (complete_form().goals.actual, "完成了")


def test_text_that_became_a_number_on_the_way_is_one_entry_too() -> None:
    marked = edits.mark_origin(complete_form(), [CURRENT], ValueOrigin.IMPORTED)
    forms = [marked, *(edits.set_cell(marked, CURRENT, text) for text in ("12万多", "12万"))]
    (entry,) = merge_visits(history(forms))
    assert {change.address for change in entry.changes} == {
        "funds.current_year.annual",
        "origin:funds.current_year.annual",
    }


@pytest.mark.parametrize(
    ("apart", "who"),
    [
        (timedelta(minutes=11), ["李某"]),
        (timedelta(hours=-1), ["李某"]),
        (timedelta(seconds=2), ["李某", "张某"]),
    ],
)
def test_another_time_user_or_a_clock_set_back_begins_a_new_visit(apart: timedelta, who: list[str]) -> None:
    assert len(list(merge_visits(history(typed(GOAL, "甲", "乙"), apart=apart, who=who)))) == 2


def test_a_visit_lasts_ten_minutes_however_often_it_was_stored() -> None:
    texts = [str(number) for number in range(12)]
    assert len(list(merge_visits(history(typed(GOAL, *texts), apart=timedelta(minutes=1))))) == 2


def test_another_step_between_ends_a_visit() -> None:
    second, first = history(typed(GOAL, "甲", "乙"))
    printed = HistoryEntry(9, HistoryAction.PRINTED, NOON, "李某")
    assert list(merge_visits([second, printed, first])) == [second, printed, first]
    assert list(merge_visits([])) == []


def test_another_cell_begins_a_new_visit() -> None:
    form = edits.set_cell(complete_form(), GOAL, "甲")
    forms = [complete_form(), form, edits.set_cell(form, ANNUAL, "7")]
    assert len(list(merge_visits(history(forms)))) == 2
    noted = edits.set_note(form, GOAL, "问过")
    assert len(list(merge_visits(history([complete_form(), form, noted])))) == 2


def test_that_something_else_stood_there_for_a_while_is_not_hidden() -> None:
    entries = history(typed(GOAL, "甲", complete_form().goals.actual))
    assert tuple(merge_visits(entries)) == entries


@given(st.lists(st.sampled_from(["甲", "乙", "丙", complete_form().goals.actual]), max_size=8))
def test_visits_told_as_one_lead_back_to_the_same_beginning(texts: list[str]) -> None:
    forms = typed(GOAL, *texts)
    before = form_to_texts(forms[-1])
    for entry in merge_visits(history(forms)):
        before = undo_changes(before, entry.changes)
    assert form_from_texts(before) == forms[0]


def test_a_changed_cell_is_told_where_it_is_now() -> None:
    form = edits.set_cell(complete_form(), FieldRef.indicator(0, "actual"), "98%")
    moved, changed = told([complete_form(), form, edits.move_row(form, 0, 4)])
    assert moved.act is HistoryLineKind.ROW_MOVED
    assert moved.what == Difference(
        DifferenceKind.MOVED, FieldRef.indicator(4, "level3"), "登记单印刷率", "登记单印刷率", 0, 4
    )
    assert changed.what == Difference(DifferenceKind.CELL, FieldRef.indicator(4, "actual"), "97%", "98%")
    assert (changed.act, changed.cell, changed.is_gone) == (
        HistoryLineKind.TYPED,
        FieldRef.indicator(1, "actual"),
        False,
    )
    assert (changed.sequence, changed.who, changed.at) == (1, "李某", NOON + timedelta(hours=1))


def test_text_that_is_no_number_is_told_as_it_was_typed() -> None:
    lines_of = told([*typed(ANNUAL, "7", "七"), edits.set_cell(complete_form(), ANNUAL, "8")])
    assert [(line.what.before, line.what.after) for line in lines_of if line.what] == [
        ("七", "8"),
        ("7", "七"),
        ("", "7"),
    ]


def test_a_row_that_came_is_told_by_its_name_and_its_cells_are_inner() -> None:
    form = edits.insert_row(complete_form(), 1)
    form = edits.set_cell(form, FieldRef.indicator(1, "level3"), "回访次数")
    came, *inner = told([complete_form(), form])
    assert came.act is HistoryLineKind.ROW_ADDED
    assert came.what == Difference(DifferenceKind.ADDED, FieldRef.indicator(1, "level3"), after="回访次数", row_after=1)
    assert [line.cell for line in inner] == [FieldRef.indicator(6, column) for column in ("level1", "level2", "level3")]
    assert all(line.is_inner for line in inner)


def test_a_row_that_went_is_told_with_where_it_was() -> None:
    changed = edits.set_cell(complete_form(), FieldRef.indicator(3, "actual"), "1%")
    went, *rest = told([complete_form(), changed, edits.delete_rows(changed, [3])])
    assert (went.act, went.is_gone) == (HistoryLineKind.ROW_REMOVED, True)
    assert went.what == Difference(
        DifferenceKind.REMOVED, FieldRef.indicators(), before="政策知晓率 · ≥80% · 1%", row_before=3
    )
    assert all(line.is_inner for line in rest[:-1])
    assert (rest[-1].what, rest[-1].is_gone) == (
        Difference(DifferenceKind.CELL, FieldRef.indicator(3, "actual"), "86%", "1%"),
        True,
    )


def test_a_row_that_came_moved_and_went_since_is_told_where_it_was_then() -> None:
    grown = edits.insert_row(complete_form(), 5)
    moved = edits.move_row(grown, 5, 0)
    found = [line for line in told([complete_form(), grown, moved, complete_form()]) if not line.is_inner]
    assert [line.act for line in found] == [
        HistoryLineKind.ROW_REMOVED,
        HistoryLineKind.ROW_MOVED,
        HistoryLineKind.ROW_ADDED,
    ]
    assert [line.what and (line.what.row_before, line.what.row_after) for line in found] == [
        (0, None),
        (5, 0),
        (None, 5),
    ]
    assert all(line.is_gone for line in found)


def test_what_stands_beside_cells_is_told_by_its_kind() -> None:
    bare = complete_form()
    cell = FieldRef.head("phone", extra=True)
    steps = {
        HistoryLineKind.NOTED: Annotations(notes={GOAL: "问过"}),
        HistoryLineKind.EXPLAINED: Annotations(explained={FindingKey("K43", GOAL, "0a"): "只有文字"}),
        HistoryLineKind.KEPT: Annotations(dropped={cell: DroppedText("6688", "mof-2020", 1)}),
        HistoryLineKind.DOUBTED: Annotations(origins={GOAL: ValueOrigin.CARRIED}),
    }
    for act, annotations in steps.items():
        (line,) = told([bare, replace(bare, annotations=annotations)])
        assert line.act is act
    (kept,) = told([bare, replace(bare, annotations=steps[HistoryLineKind.KEPT])])
    assert kept.what == Difference(DifferenceKind.CELL, cell, "", "6688")
    (confirmed,) = told([replace(bare, annotations=steps[HistoryLineKind.DOUBTED]), bare])
    assert (confirmed.act, confirmed.cell) == (HistoryLineKind.CONFIRMED, GOAL)


@pytest.mark.parametrize(
    ("origin", "act"),
    [(ValueOrigin.IMPORTED, HistoryLineKind.IMPORTED), (ValueOrigin.CARRIED, HistoryLineKind.CARRIED)],
)
def test_a_value_that_nobody_typed_says_where_it_came_from(origin: ValueOrigin, act: HistoryLineKind) -> None:
    form = edits.mark_origin(edits.set_cell(complete_form(), GOAL, "甲"), [GOAL], origin)
    assert acts([complete_form(), form]) == [act]


def test_another_version_of_the_template_is_told_at_the_template() -> None:
    (line,) = told([replace(complete_form(), template_version=number) for number in (1, 2)])
    assert (line.act, line.cell) == (HistoryLineKind.VERSION, FieldRef.head("template"))
    assert line.what == Difference(DifferenceKind.CELL, FieldRef.head("template"), "1", "2")


def test_the_cells_of_one_step_come_in_the_order_of_the_form() -> None:
    form = complete_form()
    cells = [
        FieldRef.head("project_name"),
        FieldRef.head("phone", extra=True),
        ANNUAL,
        GOAL,
        FieldRef.indicator(0, "target"),
        FieldRef.indicator(0, "deviation"),
        FieldRef.indicator(2, "level3"),
    ]
    for cell in reversed(cells):
        form = edits.set_cell(form, cell, "7")
    assert [line.what.field for line in told([complete_form(), form]) if line.what] == cells


def test_what_was_done_to_the_form_as_a_whole_is_one_line_each() -> None:
    did = (
        HistoryAction.EXPORTED,
        HistoryAction.PRINTED,
        HistoryAction.RESTORED,
        HistoryAction.DELETED,
        HistoryAction.ADDED,
    )
    entries = [HistoryEntry(9 - number, each, NOON, "李某") for number, each in enumerate(did)]
    entries[-1] = replace(entries[-1], ancestor=Ancestor(4, 2))
    found = list(build_history_lines(entries, complete_form()))
    assert [line.act.value for line in found] == [each.value for each in did]
    assert found[-1].ancestor == Ancestor(4, 2)


def test_a_cell_is_followed_to_what_it_began_with() -> None:
    forms = typed(GOAL, "甲", "乙")
    everything = list(build_history_lines(history(forms, apart=timedelta(hours=1)), forms[-1]))
    found = cell_history_lines(everything, GOAL, GOAL, "乙")
    assert [(line.act, line.what.before, line.what.after) for line in found if line.what] == [
        (HistoryLineKind.TYPED, "甲", "乙"),
        (HistoryLineKind.TYPED, complete_form().goals.actual, "甲"),
        (HistoryLineKind.BEGAN, "", complete_form().goals.actual),
    ]


def test_a_cell_that_never_changed_began_as_it_is() -> None:
    found = list(build_history_lines([HistoryEntry(1, HistoryAction.ADDED, NOON, "李某")], complete_form()))
    (line,) = cell_history_lines(found, ANNUAL, ANNUAL, "7")
    assert (line.act, line.what) == (HistoryLineKind.ADDED, Difference(DifferenceKind.CELL, ANNUAL, "", "7"))


def test_a_cell_of_a_row_that_came_later_begins_with_the_row() -> None:
    form = edits.insert_row(complete_form(), 1)
    form = edits.set_cell(form, FieldRef.indicator(1, "level3"), "回访次数")
    everything = list(build_history_lines(history([complete_form(), form]), form))
    found = cell_history_lines(everything, FieldRef.indicator(6, "level3"), FieldRef.indicator(1, "level3"), "回访次数")
    assert [line.act for line in found] == [HistoryLineKind.TYPED]


def test_notes_of_a_cell_belong_to_its_history() -> None:
    forms = [complete_form(), edits.set_note(complete_form(), GOAL, "问过")]
    everything = list(build_history_lines(history(forms), forms[-1]))
    found = cell_history_lines(everything, GOAL, GOAL, forms[-1].goals.actual)
    assert [line.act for line in found] == [HistoryLineKind.NOTED, HistoryLineKind.BEGAN]
