"""Boxes for the line of signatures: there while it is printed, for what is typed into it."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField
from selfeval_desktop.ui.filling.signature_row import SignatureRow
from tests.builders import complete_form, mof_2020
from tests.ui.sessions import OpenForm

FILLER, PHONE, DATE, SEAL = (FieldRef.head(key, extra=True) for key in ("filler", "phone", "date", "seal"))


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def row(session: OpenForm, qtbot: QtBot) -> SignatureRow:
    row = SignatureRow(session)
    qtbot.addWidget(row)
    row.show_cells(session.shown, printed=True)
    return row


def names(row: SignatureRow) -> list[str]:
    return [box.accessibleName() for box in row.signature_boxes() if box.isVisibleTo(row)]


def test_what_is_typed_is_in_the_form(row: SignatureRow, session: OpenForm) -> None:
    assert names(row) == ["填表人", "联系电话", "填报日期"]
    assert row.show_field(PHONE)
    box = row.findChild(QLineEdit, "fields.phone")
    assert box is not None
    QTest.keyClicks(box, "010")
    assert session.form.fields == {"phone": "010"}
    assert row.current_field() == PHONE


def test_nothing_is_shown_while_the_line_is_not_printed(row: SignatureRow, session: OpenForm) -> None:
    row.show_cells(session.shown, printed=False)
    assert row.isHidden()
    assert not row.show_field(FILLER)


def test_a_seal_has_a_box_only_where_a_file_says_something_of_it(
    row: SignatureRow, session: OpenForm
) -> None:
    assert not row.show_field(SEAL)
    session.show_form(1, complete_form(fields={"seal": "（章）"}))
    row.show_cells(session.shown, printed=True)
    assert row.show_field(SEAL)
    box = row.findChild(QLineEdit, "fields.seal")
    assert box is not None
    box.clear()
    row.show_cells(session.shown, printed=True)
    assert row.current_field() == SEAL
    row.show_field(DATE)
    row.show_cells(session.shown, printed=True)
    assert names(row) == ["填表人", "联系电话", "填报日期"]


def test_each_template_has_its_own_cells_under_its_own_names(row: SignatureRow, session: OpenForm) -> None:
    cells = (FurtherField("phone", "电话"), FurtherField("leader", "负责人"))
    other = replace(mof_2020(), signature=replace(mof_2020().signature, cells=cells))
    row.show_cells(replace(session.shown, template=other), printed=True)
    assert names(row) == ["电话", "负责人"]
    assert not row.show_field(FILLER)
    bare = replace(other, signature=replace(other.signature, cells=()))
    row.show_cells(replace(session.shown, template=bare), printed=True)
    assert row.isHidden()
