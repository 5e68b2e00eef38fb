"""A template's short values have a box or a list each, those of its line for signatures while that is printed."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField
from selfeval_desktop.ui.filling.bound import ChoiceBox, LineBox
from selfeval_desktop.ui.filling.funds_tab import FurtherFields, SignatureRow
from tests.builders import complete_form, mof_2020
from tests.layouts import filled, template
from tests.ui.sessions import OneTemplate, OpenForm

HUBEI = template("hubei")
CATEGORY = FieldRef.head("category", extra=True)
FILLER, PHONE, DATE, SEAL = (FieldRef.head(key, extra=True) for key in ("filler", "phone", "date", "seal"))


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


@pytest.fixture
def signed_session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def row(signed_session: OpenForm, qtbot: QtBot) -> SignatureRow:
    row = SignatureRow(signed_session)
    qtbot.addWidget(row)
    row.show_cells(signed_session.shown, printed=True)
    return row


def names(row: SignatureRow) -> list[str]:
    return [box.accessibleName() for box in row.signature_boxes() if box.isVisibleTo(row)]


def test_what_is_typed_is_in_the_form(row: SignatureRow, signed_session: OpenForm) -> None:
    assert names(row) == ["填表人", "联系电话", "填报日期"]
    assert row.show_field(PHONE)
    box = row.findChild(QLineEdit, "fields.phone")
    assert box is not None
    QTest.keyClicks(box, "010")
    assert signed_session.form.fields == {"phone": "010"}
    assert row.current_field() == PHONE


def test_nothing_is_shown_while_the_line_is_not_printed(row: SignatureRow, signed_session: OpenForm) -> None:
    row.show_cells(signed_session.shown, printed=False)
    assert row.isHidden()
    assert not row.show_field(FILLER)


def test_a_seal_has_a_box_only_where_a_file_says_something_of_it(row: SignatureRow, signed_session: OpenForm) -> None:
    assert not row.show_field(SEAL)
    signed_session.show_form(1, complete_form(fields={"seal": "（章）"}))
    row.show_cells(signed_session.shown, printed=True)
    assert row.show_field(SEAL)
    box = row.findChild(QLineEdit, "fields.seal")
    assert box is not None
    box.clear()
    row.show_cells(signed_session.shown, printed=True)
    assert row.current_field() == SEAL
    row.show_field(DATE)
    row.show_cells(signed_session.shown, printed=True)
    assert names(row) == ["填表人", "联系电话", "填报日期"]


def test_each_template_has_its_own_cells_under_its_own_names(row: SignatureRow, signed_session: OpenForm) -> None:
    cells = (FurtherField("phone", "电话"), FurtherField("leader", "负责人"))
    other = replace(mof_2020(), signature=replace(mof_2020().signature, cells=cells))
    row.show_cells(replace(signed_session.shown, template=other), printed=True)
    assert names(row) == ["电话", "负责人"]
    assert not row.show_field(FILLER)
    bare = replace(other, signature=replace(other.signature, cells=()))
    row.show_cells(replace(signed_session.shown, template=bare), printed=True)
    assert row.isHidden()
