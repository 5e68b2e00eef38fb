"""M9: each cell takes so much text and no more, and what is too much is refused whole."""

from dataclasses import replace

import pytest

from selfeval_desktop.domain.form import edits, texts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText, paste_rows
from tests.builders import complete_form, mof_2020


@pytest.mark.parametrize(
    ("field", "most"),
    [
        (FieldRef.head("project_name"), texts.LONGEST_NAME),
        (FieldRef.indicator(0, "level1"), texts.LONGEST_NAME),
        (FieldRef.fund("other", "executed"), texts.LONGEST_NAME),
        (FieldRef.fund("other", "reason", extra=True), texts.LONGEST_TEXT),
        (FieldRef.indicator(0, "actual"), texts.LONGEST_TEXT),
        (FieldRef.goal("actual"), texts.LONGEST_TEXT),
    ],
)
def test_m9_a_text_longer_than_its_cell_takes_is_refused_whole(field: FieldRef, most: int) -> None:
    form = complete_form()
    longest = edits.set_cell(form, field, "长" * most)
    assert edits.cell_text(longest, field) == "长" * most
    with pytest.raises(texts.TooLong) as refused:
        edits.set_cell(form, field, "长" * (most + 1))
    assert (refused.value.field, refused.value.length) == (field, most + 1)


def test_m9_a_longer_text_of_an_older_program_can_be_made_shorter() -> None:
    form = replace(complete_form(), project_name="长" * 3000)
    field = FieldRef.head("project_name")
    assert edits.set_cell(form, field, "长" * 2999).project_name == "长" * 2999
    with pytest.raises(texts.TooLong):
        edits.set_cell(form, field, "长" * 3001)


def test_m9_a_note_has_its_limit_too() -> None:
    field = FieldRef.goal("actual")
    assert edits.set_note(complete_form(), field, "a" * texts.LONGEST_TEXT).cell_note(field) != ""
    with pytest.raises(texts.TooLong):
        edits.set_note(complete_form(), field, "a" * (texts.LONGEST_TEXT + 1))


def test_m9_a_block_goes_in_without_what_is_too_long() -> None:
    long = "a" * (texts.LONGEST_TEXT + 1)
    pasted = paste_rows(complete_form(), mof_2020(), [["一", long], ["二", "三"]], 0, 2)
    assert [row.level3 for row in pasted.form.indicators[:2]] == ["一", "二"]
    assert pasted.form.indicators[0].target == complete_form().indicators[0].target
    assert pasted.refused == (RefusedText(0, 1, long, Refusal.TOO_LONG),)
