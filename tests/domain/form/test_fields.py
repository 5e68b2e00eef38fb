"""The address of a cell and its text form."""

import re

import pytest

from selfeval_desktop.domain.form.fields import FieldRef

TEXTS = {
    "project_name": FieldRef.head("project_name"),
    "fields.contact": FieldRef.head("contact", extra=True),
    "funds.current_year.executed": FieldRef.fund("current_year", "executed"),
    "funds.total.fields.reason": FieldRef.fund("total", "reason", extra=True),
    "execution_score": FieldRef.head("execution_score"),
    "goals.actual": FieldRef.goal("actual"),
    "indicators[0].deviation": FieldRef.indicator(0, "deviation"),
    "indicators[12].fields.unit": FieldRef.indicator(12, "unit", extra=True),
    "indicators": FieldRef.indicators(),
}


@pytest.mark.parametrize(("text", "field"), TEXTS.items())
def test_an_address_has_one_text(text: str, field: FieldRef) -> None:
    assert str(field) == text
    assert FieldRef.parse(text) == field


@pytest.mark.parametrize("text", ["", "funds.total", "indicators[x].score", "indicators[0]", "goals.", "a b"])
def test_anything_else_is_no_address(text: str) -> None:
    with pytest.raises(ValueError, match="^" + re.escape(text) + "$"):
        FieldRef.parse(text)
