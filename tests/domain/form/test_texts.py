"""What may stand in a cell: any writing of people, no characters that no file can carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import edits, texts
from selfeval_desktop.domain.form.fields import FieldRef
from tests import builders


@pytest.mark.parametrize("text", ["", "项目", "一\n二\t三", "𠀀🌏", "a\u00a0b\u3000", "é\u0301", "\u202e", "x\u2028y"])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert texts.clean_text(text) == text
    assert texts.first_forbidden_character(text) == ""


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("一\r\n二\r三\x0b四\x0c五", "一\n二\n三\n四\n五"),
        ("a\x07b\x1b[0m\x7f\x85", "ab[0m"),
        ("a\x00b\ud800c\ufffed\U0010ffff\ufdd0", "abcd"),
    ],
)
def test_line_ends_become_newlines_and_the_rest_goes(text: str, cleaned: str) -> None:
    assert texts.clean_text(text) == cleaned


@pytest.mark.parametrize("bad", ["\x00", "\ud83d", "\ufffe", "\uffff", "\ufdef", "\U0001fffe"])
def test_what_no_file_can_carry_is_named(bad: str) -> None:
    assert texts.first_forbidden_character(f"好{bad}") == bad


@given(st.text(st.characters(codec=None)))
def test_a_cleaned_text_can_be_written_and_stays_clean(text: str) -> None:
    cleaned = texts.clean_text(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert texts.clean_text(cleaned) == cleaned
    assert texts.first_forbidden_character(cleaned) == ""


def test_what_is_typed_or_pasted_into_a_cell_comes_cleaned() -> None:
    form = edits.set_cell(builders.complete_form(), FieldRef.goal("actual"), "完成\r\n了\x07\ud800")
    assert form.goals.actual == "完成\n了"


def test_a_note_comes_cleaned_too() -> None:
    cell = FieldRef.goal("actual")
    assert edits.set_note(builders.complete_form(), cell, "问过\r\n科室\x07\ud800").cell_note(cell) == "问过\n科室"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("项目一\r\n", "项目一"),
        ("一\r\n\n二\t三", "一 二 三"),
        ("\n一\u2028二", "一 二"),
        (" 一 ", " 一 "),
        ("\n", ""),
    ],
)
def test_lines_and_cells_become_one_line(text: str, line: str) -> None:
    assert texts.one_line(text) == line
