"""What lies in the ledger as text is read back as it was written, and any other text is refused."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.codec import ledger_texts
from selfeval_desktop.domain.form.annotations import Annotations, DroppedText, FindingKey, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import TextChange
from selfeval_desktop.domain.layout.paper import PaperChoice
from tests.builders import complete_form, mof_2020
from tests.codec.strategies import forms, unread


@given(forms, unread)
def test_any_form_is_read_back_equal_with_its_keys(form: Form, cells: dict[FieldRef, str]) -> None:
    form = replace(form, unread=cells)
    text = ledger_texts.form_snapshot_text(form)
    found = ledger_texts.read_form_snapshot(text)
    assert found == form
    assert [row.key for row in found.indicators] == [row.key for row in form.indicators]
    assert ledger_texts.form_snapshot_text(found) == text


@pytest.mark.parametrize("signature", [True, False])
def test_paper_is_read_back_equal(signature: bool) -> None:
    paper = PaperChoice(size="A3", orientation="landscape", binding=12.5).apply_to_paper(mof_2020().paper)
    assert ledger_texts.read_paper_setup(ledger_texts.paper_setup_text(paper, signature=signature)) == (
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
    text = ledger_texts.form_snapshot_text(complete_form())
    assert old in text
    with pytest.raises(ValueError, match=r".+"):
        ledger_texts.read_form_snapshot(text.replace(old, new))


GOAL, TARGET = FieldRef.goal("expected"), FieldRef.indicator(7, "target")
MARGIN = Annotations({GOAL: ValueOrigin.IMPORTED, TARGET: ValueOrigin.CARRIED}, {TARGET: "问过\n科室"})


@pytest.mark.parametrize("margin", [Annotations(), MARGIN])
def test_a_margin_is_read_back_equal(margin: Annotations) -> None:
    assert ledger_texts.read_annotations(ledger_texts.annotations_text(margin)) == margin


def test_equal_margins_give_equal_texts() -> None:
    other = Annotations(dict(reversed(list(MARGIN.origins.items()))), MARGIN.notes)
    assert ledger_texts.annotations_text(other) == ledger_texts.annotations_text(MARGIN)


@pytest.mark.parametrize(("old", "new"), [("carried", "stolen"), ("notes", "words"), ("goals.", "aims.."), ("}", "")])
def test_another_text_is_no_margin(old: str, new: str) -> None:
    text = ledger_texts.annotations_text(MARGIN)
    assert old in text
    with pytest.raises(ValueError, match=r".+"):
        ledger_texts.read_annotations(text.replace(old, new))


def test_a_margin_is_read_back_equal_and_an_older_text_too() -> None:
    cell = FieldRef.indicator(3, "measure", extra=True)
    annotations = Annotations({cell: ValueOrigin.CARRIED}, {cell: "问过"}, {cell: DroppedText("%", "elsewhere", 2)})
    assert ledger_texts.read_annotations(ledger_texts.annotations_text(annotations)) == annotations
    assert ledger_texts.read_annotations('{"notes":{},"origins":{}}') == Annotations()
    assert ledger_texts.annotations_text(Annotations()) == '{"notes":{},"origins":{}}'


def test_a_margin_is_read_back_equal_with_its_reasons() -> None:
    cell = FieldRef.indicator(3, "unit", extra=True)
    reasons = {
        FindingKey("K57", cell, "0a"): "属实",
        FindingKey("K38", FieldRef.indicators(), "ff"): "本就没有",
    }
    annotations = Annotations({cell: ValueOrigin.IMPORTED}, {cell: "甲"}, explained=reasons)
    assert ledger_texts.read_annotations(ledger_texts.annotations_text(annotations)) == annotations


def test_a_margin_without_reasons_is_written_as_before_there_were_any() -> None:
    assert (
        ledger_texts.annotations_text(Annotations({}, {FieldRef.goal("actual"): "甲"}))
        == '{"notes":{"goals.actual":"甲"},"origins":{}}'
    )


TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CHANGES = st.lists(
    st.builds(TextChange, st.text("abc.:", max_size=4), TEXTS, TEXTS), unique_by=lambda each: each.address
)


@given(CHANGES)
def test_changes_come_back_from_their_text(done: list[TextChange]) -> None:
    assert sorted(ledger_texts.read_changes(ledger_texts.changes_text(done)), key=lambda each: each.address) == sorted(
        done, key=lambda each: each.address
    )


@given(CHANGES)
def test_equal_changes_give_equal_texts(done: list[TextChange]) -> None:
    assert ledger_texts.changes_text(done) == ledger_texts.changes_text(reversed(done))


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": ["x"]}', '{"a": ["x", 2]}'])
def test_any_other_text_is_no_changes(text: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        ledger_texts.read_changes(text)
