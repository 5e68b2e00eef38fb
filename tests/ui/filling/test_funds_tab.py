"""Filling in the funds page with keys and mouse."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import FurtherField
from selfeval_desktop.ui.filling.funds_tab import FundsTab
from tests.builders import mof_2020
from tests.ui.sessions import OneTemplate, OpenForm

Key = Qt.Key
EXECUTED = FieldRef.fund("current_year", "executed")


@pytest.fixture
def page(session: OpenForm, qtbot: QtBot) -> FundsTab:
    page = FundsTab(session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert page.show_field(EXECUTED)
    return page


def editor_of(page: FundsTab) -> QLineEdit:
    """The open cell editor."""
    editor = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(editor, QLineEdit)
    return editor


def press(target: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(target, key, modifier)


def type_over(page: FundsTab, text: str) -> None:
    """The first key opens the editor, the rest goes into it."""
    QTest.keyClicks(page.table, text[0])
    QTest.keyClicks(editor_of(page), text[1:])


def executed(session: OpenForm) -> Decimal | None:
    return session.form.fund_line("current_year").executed


def test_typing_over_a_cell_and_enter_stores_and_goes_down(page: FundsTab, session: OpenForm) -> None:
    type_over(page, "87.5")
    press(editor_of(page), Key.Key_Return)
    assert executed(session) == Decimal("87.5")
    assert page.current_field() == FieldRef.fund("carried_over", "executed")


def test_tab_goes_to_the_next_cell_that_can_be_filled_in(page: FundsTab, session: OpenForm) -> None:
    type_over(page, "12")
    press(editor_of(page), Key.Key_Tab)
    assert executed(session) == Decimal(12)
    assert page.current_field() == FieldRef.fund("carried_over", "initial")
    press(page.table, Key.Key_Backtab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert page.current_field() == EXECUTED


def test_escape_gives_up_what_was_typed_even_if_it_was_stored_meanwhile(page: FundsTab, session: OpenForm) -> None:
    type_over(page, "87")
    page.commit_editor()
    assert executed(session) == Decimal(87)
    press(editor_of(page), Key.Key_Escape)
    assert executed(session) == Decimal(150000)


def test_a_commit_in_between_leaves_the_editor_open_and_untouched(page: FundsTab, session: OpenForm) -> None:
    type_over(page, "1,234.")
    page.commit_editor()
    assert executed(session) == Decimal(1234)
    assert editor_of(page).text() == "1,234."
    QTest.keyClicks(editor_of(page), "50")
    press(editor_of(page), Key.Key_Return)
    assert executed(session) == Decimal("1234.50")
    assert len(session.steps.done) == 1


def test_a_commit_in_between_leaves_a_composition_alone(page: FundsTab, session: OpenForm) -> None:
    type_over(page, "12")
    QApplication.sendEvent(editor_of(page), QInputMethodEvent("yi", []))
    page.commit_editor()
    assert executed(session) == Decimal(150000)
    press(editor_of(page), Key.Key_Return)
    assert executed(session) == Decimal(150000)
    composed = QInputMethodEvent()
    composed.setCommitString("3")
    QApplication.sendEvent(editor_of(page), composed)
    press(editor_of(page), Key.Key_Return)
    assert executed(session) == Decimal(123)


def test_undo_from_outside_is_seen_in_the_open_editor(page: FundsTab, session: OpenForm) -> None:
    type_over(page, "87.5")
    page.commit_editor()
    session.steps.undo()
    assert editor_of(page).text() == "150000"
    press(editor_of(page), Key.Key_Return)
    assert executed(session) == Decimal(150000)


def test_an_input_method_opens_the_cell_like_any_key(page: FundsTab, session: OpenForm) -> None:
    QApplication.sendEvent(page.table, QInputMethodEvent("wu", []))
    composed = QInputMethodEvent()
    composed.setCommitString("５")
    QApplication.sendEvent(editor_of(page), composed)
    press(editor_of(page), Key.Key_Return)
    assert executed(session) == Decimal(5)


def test_f2_goes_on_writing_where_the_text_ends(page: FundsTab, session: OpenForm) -> None:
    press(page.table, Key.Key_F2)
    QTest.keyClicks(editor_of(page), ".75")
    press(editor_of(page), Key.Key_Return)
    assert executed(session) == Decimal("150000.75")


def test_a_double_click_opens_the_cell_that_was_hit(page: FundsTab, session: OpenForm) -> None:
    place = page.table.visualRect(page.model.index_of(FieldRef.fund("other", "initial"))).center()
    viewport = page.table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    editor_of(page).selectAll()
    QTest.keyClicks(editor_of(page), "5")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    page.commit_editor()
    assert session.form.fund_line("other").initial == Decimal(5)


def test_a_jump_takes_in_the_open_editor_and_ends_on_its_cell(page: FundsTab, session: OpenForm) -> None:
    type_over(page, "87.5")
    page.show_field(FieldRef.fund("total", "annual"))
    assert executed(session) == Decimal("87.5")
    assert page.current_field() == FieldRef.fund("total", "annual")


def test_delete_clears_all_selected_cells_in_one_step(page: FundsTab, session: OpenForm) -> None:
    press(page.table, Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(page.table, Key.Key_Delete)
    line = session.form.fund_line("current_year")
    assert (line.initial, line.annual, line.executed) == (Decimal(150000), None, None)
    assert len(session.steps.done) == 1


def test_arrows_never_wrap(page: FundsTab) -> None:
    page.show_field(FieldRef.fund("other", "executed"))
    press(page.table, Key.Key_Down)
    assert page.current_field() == FieldRef.fund("other", "executed")
    page.show_field(FieldRef.fund("other", "initial"))
    press(page.table, Key.Key_Left)
    assert page.current_field() == FieldRef.fund("other", "initial")


def test_tab_after_the_last_cell_leaves_the_table(page: FundsTab) -> None:
    page.show_field(FieldRef.fund("other", "executed"))
    press(page.table, Key.Key_Tab)
    note = FieldRef.head("budget_note", extra=True)
    assert page.current_field() == note


def test_a_calculated_cell_that_is_the_programs_opens_no_editor(page: FundsTab, session: OpenForm) -> None:
    page.table.setCurrentIndex(page.model.index(0, 4))
    QTest.keyClicks(page.table, "5")
    assert page.table.indexWidget(page.table.currentIndex()) is None
    assert session.steps.done == []


def test_the_reason_of_a_changed_budget_is_typed_below_the_table(page: FundsTab, session: OpenForm) -> None:
    note = FieldRef.head("budget_note", extra=True)
    assert page.show_field(note)
    box = page.findChild(QLineEdit, "fields.budget_note")
    assert box is not None
    QTest.keyClicks(box, "note")
    assert session.form.fields == {"budget_note": "note"}


def test_a_template_brings_its_own_fields_and_takes_them_away(
    page: FundsTab, session: OpenForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = FieldRef.head("budget_note", extra=True)
    code = FieldRef.head("project_code", extra=True)
    other = replace(mof_2020(), id="other", fields=(FurtherField("project_code", "项目编码"),))
    monkeypatch.setattr(
        OneTemplate, "get_template", lambda _self, id_, _version: other if id_ == "other" else mof_2020()
    )
    session.change_form(replace(session.form, template="other"), label="")
    assert (page.show_field(code), page.show_field(note)) == (True, False)
    session.steps.undo()
    assert (page.show_field(code), page.show_field(note)) == (False, True)


def test_the_line_for_signatures_stands_below_while_it_is_printed(page: FundsTab) -> None:
    filler = FieldRef.head("filler", extra=True)
    assert not page.show_field(filler)
    page.show_signature(printed=True)
    assert page.show_field(FieldRef.head("budget_note", extra=True))
    press(page.focusWidget(), Key.Key_Tab)
    assert page.current_field() == filler
    page.show_signature(printed=False)
    assert not page.show_field(filler)


def test_a_page_without_a_form_is_empty_and_takes_nothing(page: FundsTab, session: OpenForm) -> None:
    session.close()
    assert page.model.rowCount() == 0
    assert not page.show_field(EXECUTED)
    assert page.current_field() is None
    assert not page.table.model().index(0, 0, QModelIndex()).isValid()


def test_the_selection_follows_the_cursor_to_the_corners(page: FundsTab, session: OpenForm) -> None:
    before = executed(session)
    press(page.table, Key.Key_Home, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.table.selectionModel().selectedIndexes() == [page.table.currentIndex()]
    press(page.table, Key.Key_Delete)
    assert executed(session) == before


def test_a_low_page_gives_its_rows_the_room_of_the_note(page: FundsTab, qtbot: QtBot) -> None:
    def above() -> int:
        return page.table.y()

    page.resize(900, 420)
    qtbot.waitUntil(lambda: above() > page.fontMetrics().height())
    page.resize(900, 180)
    qtbot.waitUntil(lambda: above() < 8)
