"""What stands beside cells: it moves with its row, goes with it, and is no part of the form's value."""

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import Annotations, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from tests.builders import complete_form

FORM = complete_form()
TARGET, GOAL = FieldRef.indicator(1, "target"), FieldRef.goal("expected")


def test_a_note_and_an_origin_are_no_part_of_the_value() -> None:
    form = edits.set_note(edits.mark_origin(FORM, [GOAL], ValueOrigin.IMPORTED), TARGET, "  问过科室 ")
    assert form == FORM
    assert not form.same_as(FORM)
    assert (form.cell_note(TARGET), form.cell_origin(GOAL)) == ("问过科室", ValueOrigin.IMPORTED)
    assert (FORM.cell_note(TARGET), FORM.cell_origin(GOAL)) == ("", None)


def test_an_emptied_note_is_gone() -> None:
    form = edits.set_note(edits.set_note(FORM, TARGET, "甲"), TARGET, " ")
    assert form.annotations.is_blank


def test_what_is_typed_or_confirmed_is_the_users_own() -> None:
    form = edits.mark_origin(FORM, [GOAL, TARGET, FieldRef.indicator(0, "achievement")], ValueOrigin.IMPORTED)
    assert edits.set_cell(form, TARGET, "≥90%").cell_origin(TARGET) is None
    assert edits.confirm_cells(form, [GOAL]).cell_origin(GOAL) is None
    assert edits.set_achievement(form, 0, "met").cell_origin(FieldRef.indicator(0, "achievement")) is None
    assert edits.confirm_cells(FORM, [GOAL]) is FORM
    assert edits.confirm_cells(form, [FieldRef.goal("actual")]) is form


def test_what_is_beside_a_row_moves_with_it_and_goes_with_it() -> None:
    form = edits.set_note(edits.mark_origin(FORM, [TARGET], ValueOrigin.CARRIED), TARGET, "甲")
    moved = edits.move_row(form, 1, 3)
    assert (moved.cell_note(FieldRef.indicator(3, "target")), moved.cell_note(TARGET)) == ("甲", "")
    assert edits.delete_rows(form, [1]).annotations == Annotations()
    assert edits.delete_rows(form, [0]).cell_note(FieldRef.indicator(0, "target")) == "甲"


def test_beside_a_row_that_is_not_there_stands_nothing() -> None:
    form = edits.set_note(edits.mark_origin(FORM, [TARGET], ValueOrigin.CARRIED), TARGET, "甲")
    gone = FieldRef.indicator(len(FORM.indicators), "target")
    assert (form.cell_origin(gone), form.cell_note(gone)) == (None, "")


def test_copies_of_rows_have_their_unread_texts_and_origins_but_no_notes() -> None:
    form = edits.mark_origin(FORM, [TARGET, GOAL], ValueOrigin.CARRIED)
    form = edits.set_note(edits.set_cell(form, FieldRef.indicator(3, "weight"), "约三十"), TARGET, "甲")
    copied = edits.duplicate_rows(form, [3, 1])
    assert [row.level3 for row in copied.indicators[3:6]] == [form.indicators[row].level3 for row in (3, 1, 3)]
    cells = FieldRef.indicator(4, "target"), FieldRef.indicator(5, "weight")
    assert copied.cell_origin(cells[0]) is copied.cell_origin(TARGET) is ValueOrigin.CARRIED
    assert copied.unread == {FieldRef.indicator(3, "weight"): "约三十", cells[1]: "约三十"}
    assert (copied.cell_note(cells[0]), copied.cell_note(TARGET)) == ("", "甲")
    assert len(copied.annotations.origins) == 3


def test_a_row_that_gets_the_number_of_a_deleted_one_has_nothing_beside_it() -> None:
    last = len(FORM.indicators) - 1
    form = edits.set_note(FORM, FieldRef.indicator(last, "actual"), "甲")
    again = edits.insert_row(edits.delete_rows(form, [last]), last)
    assert again.indicators[last].key == FORM.indicators[last].key
    assert again.cell_note(FieldRef.indicator(last, "actual")) == ""
