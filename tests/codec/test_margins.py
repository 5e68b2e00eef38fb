"""What stands beside cells is read back as it was written."""

import pytest

from selfeval_desktop.codec import margins
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.margin import Dropped, Margin, Matter, Origin

GOAL, TARGET = FieldRef.goal("expected"), FieldRef.indicator(7, "target")
MARGIN = Margin({GOAL: Origin.IMPORTED, TARGET: Origin.CARRIED}, {TARGET: "问过\n科室"})


@pytest.mark.parametrize("margin", [Margin(), MARGIN])
def test_a_margin_is_read_back_equal(margin: Margin) -> None:
    assert margins.read(margins.text_of(margin)) == margin


def test_equal_margins_give_equal_texts() -> None:
    other = Margin(dict(reversed(list(MARGIN.origins.items()))), MARGIN.notes)
    assert margins.text_of(other) == margins.text_of(MARGIN)


@pytest.mark.parametrize(
    ("old", "new"), [("carried", "stolen"), ("notes", "words"), ("goals.", "aims.."), ("}", "")]
)
def test_another_text_is_no_margin(old: str, new: str) -> None:
    text = margins.text_of(MARGIN)
    assert old in text
    with pytest.raises(ValueError, match=r".+"):
        margins.read(text.replace(old, new))


def test_a_margin_is_read_back_equal_and_an_older_text_too() -> None:
    cell = FieldRef.indicator(3, "measure", extra=True)
    margin = Margin({cell: Origin.CARRIED}, {cell: "问过"}, {cell: Dropped("%", "elsewhere", 2)})
    assert margins.read(margins.text_of(margin)) == margin
    assert margins.read('{"notes":{},"origins":{}}') == Margin()
    assert margins.text_of(Margin()) == '{"notes":{},"origins":{}}'


def test_a_margin_is_read_back_equal_with_its_reasons() -> None:
    cell = FieldRef.indicator(3, "unit", extra=True)
    reasons = {Matter("K57", cell, "0a"): "属实", Matter("K38", FieldRef.indicators(), "ff"): "本就没有"}
    margin = Margin({cell: Origin.IMPORTED}, {cell: "甲"}, explained=reasons)
    assert margins.read(margins.text_of(margin)) == margin


def test_a_margin_without_reasons_is_written_as_before_there_were_any() -> None:
    assert (
        margins.text_of(Margin({}, {FieldRef.goal("actual"): "甲"}))
        == '{"notes":{"goals.actual":"甲"},"origins":{}}'
    )
