"""Rows and keys behave as people know them from spreadsheets."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.kit.inputs import PickList
from tests.builders import complete_form
from tests.ui.sessions import OpenForm
from tests.ui.windows import Screen

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def tall(page: IndicatorsTab, session: OpenForm) -> IndicatorsTab:
    """Twenty rows of the first class, far more than are in view."""
    row = complete_form().indicators[0]
    rows = [replace(row, level3=f"第{number}项") for number in range(20)]
    session.change_form(
        edits.with_rows(session.form, edits.number_rows([*rows, *session.form.indicators[3:]])), label=""
    )
    QCoreApplication.processEvents()
    return page


def test_t04_rows_clicked_by_their_numbers_stay_under_the_mouse(tall: IndicatorsTab) -> None:
    handles, bar = tall.table.handles, tall.table.verticalScrollBar()
    bar.setValue(tall.table.rowHeight(0) * 3)
    shown = bar.value()
    for row in (4, 6, 8):
        at = QPoint(6, handles.sectionViewportPosition(row) + handles.sectionSize(row) // 2)
        QTest.mouseClick(handles.viewport(), LEFT, CONTROL if row > 4 else Qt.KeyboardModifier.NoModifier, at)
        QCoreApplication.processEvents()
        assert bar.value() == shown
    assert tall.table.chosen_rows() == [4, 6, 8]


def test_t04_a_merged_cell_taller_than_the_table_does_not_jump(tall: IndicatorsTab) -> None:
    bar = tall.table.verticalScrollBar()
    bar.setValue(tall.table.rowHeight(0) * 5)
    shown = bar.value()
    tall.table.setCurrentIndex(tall.model.index(0, 0))
    assert bar.value() == shown


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_Equal])
def test_t05_ctrl_shift_plus_on_the_main_keyboard_inserts_a_row(
    page: IndicatorsTab, session: OpenForm, key: Qt.Key
) -> None:
    page.table.go_to(page.model.index(1, 5))
    QTest.keyClick(page.table, key, CONTROL | SHIFT)
    assert len(session.form.indicators) == 6
    assert session.form.indicators[2].level3 == ""


def test_t13_what_esc_threw_away_never_returns(screen: Screen) -> None:
    screen.type_amount("7.5")
    screen.do("actionTab3")
    table = screen.part(QTableView, "indicatorTable")
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 2))
    before = screen.form.indicators[1].level3
    QTest.keyClick(table, Key.Key_X)
    screen.window.document.flush()
    assert screen.form.indicators[1].level3 == "x"
    editor = table.indexWidget(table.currentIndex())
    assert editor is not None
    QTest.keyClick(editor, Key.Key_Escape)
    assert screen.form.indicators[1].level3 == before
    redo = screen.window.findChild(QAction, "actionRedo")
    assert isinstance(redo, QAction)
    assert not redo.isEnabled()
    screen.do("actionUndo")
    assert screen.form.indicators[1].level3 == before
    assert str(screen.form.fund_line("current_year").executed) == "150000"


def test_t15_arrows_change_a_plain_list_and_tab_leaves_an_open_one(qtbot: QtBot) -> None:
    box = PickList()
    qtbot.addWidget(box)
    box.addItems(["元", "万元"])
    box.show()
    QTest.keyClick(box, Key.Key_Down)
    assert (box.currentText(), box.view().isVisible()) == ("万元", False)
    box.showPopup()
    QTest.keyClick(box.view(), Key.Key_Tab)
    assert not box.view().isVisible()


def test_t15_the_list_of_templates_opens_first_since_a_question_follows(screen: Screen) -> None:
    box = screen.part(QComboBox, "template")
    before = box.currentText()
    QTest.keyClick(box, Key.Key_Down)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Key.Key_Tab)
    assert (box.view().isVisible(), box.currentText()) == (False, before)


def test_t23_the_menus_have_what_a_spreadsheet_s_have(screen: Screen) -> None:
    edit = {action.objectName() for action in screen.part(QMenu, "menuEdit").actions()}
    table = screen.part(QTableView, "indicatorTable")
    wanted = {"actionCut", "actionCopy", "actionPaste", "actionClear"}
    assert wanted <= edit
    assert wanted <= {action.objectName() for action in table.actions()}
    handles = {action.objectName() for action in table.verticalHeader().actions()}
    assert wanted | {"actionInsertRow", "actionDeleteRow"} <= handles


def test_t23_cut_copy_paste_and_clear_work_from_the_menu(screen: Screen) -> None:
    screen.do("actionTab3")
    table = screen.part(QTableView, "indicatorTable")
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 2))
    name = screen.form.indicators[1].level3
    screen.do("actionCopy")
    screen.do("actionClear")
    assert screen.form.indicators[1].level3 == ""
    screen.do("actionPaste")
    assert screen.form.indicators[1].level3 == name
    screen.do("actionCut")
    assert (screen.form.indicators[1].level3, QApplication.clipboard().text().strip()) == ("", name)


def test_t25_shift_space_selects_the_row(page: IndicatorsTab) -> None:
    page.table.setCurrentIndex(page.model.index(1, 5))
    QTest.keyClick(page.table, Key.Key_Space, SHIFT)
    assert {index.row() for index in page.table.selectionModel().selectedRows()} == {1}
    assert page.table.indexWidget(page.table.currentIndex()) is None


def test_t25_ctrl_with_an_arrow_goes_to_the_end_of_what_is_filled_in(page: IndicatorsTab, session: OpenForm) -> None:
    weight = page.model.column_of("weight")
    session.change_form(edits.set_cell(session.form, FieldRef.indicator(3, "weight"), ""), label="")
    page.table.setCurrentIndex(page.model.index(0, weight))
    rows = []
    for _ in range(3):
        QTest.keyClick(page.table, Key.Key_Down, CONTROL)
        rows.append(page.table.currentIndex().row())
    assert rows == [2, 4, 4]


def test_t25_enter_after_tab_goes_back_to_the_first_column(page: IndicatorsTab) -> None:
    target = page.model.column_of("target")
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, target))
    QTest.keyClick(page.table, Key.Key_Tab)
    QTest.keyClick(page.table, Key.Key_Tab)
    QTest.keyClick(page.table, Key.Key_Return)
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, target)
    QTest.keyClick(page.table, Key.Key_Return)
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (2, target)


def test_t52_an_empty_list_of_problem_rows_says_so(page: IndicatorsTab) -> None:
    shown = page.table.viewport().grab().toImage()
    page.show_only_problems(True)
    assert page.table.shown_rows() == []
    empty = page.table.viewport().grab().toImage()
    inked = {empty.pixelColor(x, empty.height() // 2).name() for x in range(empty.width())}
    assert len(inked) > 1
    assert empty != shown


def test_t60_a_sum_typed_into_an_amount_is_worked_out(screen: Screen) -> None:
    screen.type_amount("=3+5")
    assert str(screen.form.fund_line("current_year").executed) == "8"
    assert isinstance(screen.begin_amount("12*1.5"), QLineEdit)
    QTest.keyClick(QApplication.focusWidget() or screen.funds, Key.Key_Return)
    assert str(screen.form.fund_line("current_year").executed) == "18"
