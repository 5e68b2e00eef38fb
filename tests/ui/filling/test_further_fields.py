"""A template's short values have a box or a list each, and say what is found in them."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.bound import ChoiceBox, LineBox
from selfeval_desktop.ui.filling.further_fields import FurtherFields
from tests.builders import complete_form, mof_2020
from tests.layouts import filled, template
from tests.ui.sessions import OneTemplate, OpenForm

HUBEI = template("hubei")
CATEGORY = FieldRef.head("category", extra=True)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> OpenForm:
    monkeypatch.setattr(
        OneTemplate, "get_template", lambda _self, id_, _version=None: HUBEI if id_ == "hubei" else mof_2020()
    )
    return OpenForm(filled(HUBEI))


@pytest.fixture
def fields(session: OpenForm, qtbot: QtBot) -> FurtherFields:
    fields = FurtherFields(session)
    qtbot.addWidget(fields)
    fields.show_fields(HUBEI)
    return fields


def category(fields: FurtherFields) -> ChoiceBox:
    box = fields.findChild(ChoiceBox, "fields.category")
    assert isinstance(box, ChoiceBox)
    return box


def test_a_choice_is_one_step_and_none_is_a_choice_too(fields: FurtherFields, session: OpenForm) -> None:
    category(fields).setCurrentText("2、市直专项")
    assert session.form.fields["category"] == "2、市直专项"
    category(fields).setCurrentIndex(0)
    assert "category" not in session.form.fields
    assert len(session.steps.done) == 2
    session.steps.undo()
    assert category(fields).currentText() == "2、市直专项"


def test_a_choice_from_elsewhere_is_shown_as_it_is(fields: FurtherFields, session: OpenForm) -> None:
    other = {**session.form.fields, "category": "省直专项"}
    session.change_form(replace(session.form, fields=other), label="")
    assert category(fields).currentText() == "省直专项"


def test_long_texts_are_not_among_them(fields: FurtherFields) -> None:
    names = [box.objectName() for box in fields.shown_boxes()]
    assert names == ["fields.date", "fields.category", "fields.nature", "fields.type"]
    assert not fields.show_field(FieldRef.head("reason", extra=True))
    assert fields.show_field(CATEGORY)


def test_what_is_required_says_so(session: OpenForm, qtbot: QtBot) -> None:
    required = [replace(each, required=True) for each in HUBEI.fields if each.kind != "text"]
    layout = replace(HUBEI, fields=tuple(required))
    fields = FurtherFields(session)
    qtbot.addWidget(fields)
    fields.show_fields(layout)
    date = next(box for box in fields.shown_boxes() if isinstance(box, LineBox))
    assert date.placeholderText() == "必填"
    session.change_form(replace(session.form, fields={}), label="")
    assert category(fields).currentText() == ""


def test_a_template_without_such_values_takes_no_room(fields: FurtherFields, session: OpenForm) -> None:
    session.change_form(complete_form(), label="")
    fields.show_fields(replace(mof_2020(), fields=()))
    assert fields.isHidden()
    assert fields.shown_boxes() == []
