"""What stands beside cells is read back as it was written."""

import pytest

from selfeval_desktop.codec import annotations as margins
from selfeval_desktop.domain.form.annotations import Annotations, DroppedText, FindingKey, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef

GOAL, TARGET = FieldRef.goal("expected"), FieldRef.indicator(7, "target")
MARGIN = Annotations({GOAL: ValueOrigin.IMPORTED, TARGET: ValueOrigin.CARRIED}, {TARGET: "问过\n科室"})


@pytest.mark.parametrize("margin", [Annotations(), MARGIN])
def test_a_margin_is_read_back_equal(margin: Annotations) -> None:
    assert margins.read_annotations(margins.annotations_text(margin)) == margin


def test_equal_margins_give_equal_texts() -> None:
    other = Annotations(dict(reversed(list(MARGIN.origins.items()))), MARGIN.notes)
    assert margins.annotations_text(other) == margins.annotations_text(MARGIN)


@pytest.mark.parametrize(
    ("old", "new"), [("carried", "stolen"), ("notes", "words"), ("goals.", "aims.."), ("}", "")]
)
def test_another_text_is_no_margin(old: str, new: str) -> None:
    text = margins.annotations_text(MARGIN)
    assert old in text
    with pytest.raises(ValueError, match=r".+"):
        margins.read_annotations(text.replace(old, new))


def test_a_margin_is_read_back_equal_and_an_older_text_too() -> None:
    cell = FieldRef.indicator(3, "measure", extra=True)
    annotations = Annotations(
        {cell: ValueOrigin.CARRIED}, {cell: "问过"}, {cell: DroppedText("%", "elsewhere", 2)}
    )
    assert margins.read_annotations(margins.annotations_text(annotations)) == annotations
    assert margins.read_annotations('{"notes":{},"origins":{}}') == Annotations()
    assert margins.annotations_text(Annotations()) == '{"notes":{},"origins":{}}'


def test_a_margin_is_read_back_equal_with_its_reasons() -> None:
    cell = FieldRef.indicator(3, "unit", extra=True)
    reasons = {
        FindingKey("K57", cell, "0a"): "属实",
        FindingKey("K38", FieldRef.indicators(), "ff"): "本就没有",
    }
    annotations = Annotations({cell: ValueOrigin.IMPORTED}, {cell: "甲"}, explained=reasons)
    assert margins.read_annotations(margins.annotations_text(annotations)) == annotations


def test_a_margin_without_reasons_is_written_as_before_there_were_any() -> None:
    assert (
        margins.annotations_text(Annotations({}, {FieldRef.goal("actual"): "甲"}))
        == '{"notes":{"goals.actual":"甲"},"origins":{}}'
    )
