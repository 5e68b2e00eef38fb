"""Changes as texts of the log."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.codec import changes
from selfeval_desktop.domain.form.form_texts import TextChange

TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CHANGES = st.lists(
    st.builds(TextChange, st.text("abc.:", max_size=4), TEXTS, TEXTS), unique_by=lambda each: each.address
)


@given(CHANGES)
def test_changes_come_back_from_their_text(done: list[TextChange]) -> None:
    assert sorted(changes.read_changes(changes.changes_text(done)), key=lambda each: each.address) == sorted(
        done, key=lambda each: each.address
    )


@given(CHANGES)
def test_equal_changes_give_equal_texts(done: list[TextChange]) -> None:
    assert changes.changes_text(done) == changes.changes_text(reversed(done))


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": ["x"]}', '{"a": ["x", 2]}'])
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        changes.read_changes(text)
