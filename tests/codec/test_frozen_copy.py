"""A frozen copy is read back as it was written, to the last key."""

from dataclasses import replace

import pytest
from hypothesis import given

from selfeval_desktop.codec import frozen_copy
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.paper import PaperChoice
from tests.builders import complete_form, mof_2020
from tests.codec.strategies import forms, unread


@given(forms, unread)
def test_any_form_is_read_back_equal_with_its_keys(form: Form, cells: dict[FieldRef, str]) -> None:
    form = replace(form, unread=cells)
    text = frozen_copy.form_snapshot_text(form)
    found = frozen_copy.read_form_snapshot(text)
    assert found == form
    assert [row.key for row in found.indicators] == [row.key for row in form.indicators]
    assert frozen_copy.form_snapshot_text(found) == text


@pytest.mark.parametrize("signature", [True, False])
def test_paper_is_read_back_equal(signature: bool) -> None:
    paper = PaperChoice(size="A3", orientation="landscape", binding=12.5).apply_to_paper(mof_2020().paper)
    assert frozen_copy.read_paper_setup(frozen_copy.paper_setup_text(paper, signature=signature)) == (
        paper,
        signature,
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"year":2023', '"year":"2023"'),
        ('"unread":{}', '"unread":{"a b":"1"}'),
        ('"unit"', '"unit2"'),
        ("}", ""),
    ],
)
def test_another_text_is_no_form(old: str, new: str) -> None:
    text = frozen_copy.form_snapshot_text(complete_form())
    assert old in text
    with pytest.raises(ValueError, match=r".+"):
        frozen_copy.read_form_snapshot(text.replace(old, new))
