"""Filling in the indicator page, and what its row actions do."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.indicator_grid import HIDDEN
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.labels import Chip
from tests.builders import complete_form, with_row
from tests.ui.sessions import OpenForm

Key = Qt.Key
LEVEL1, LEVEL2, LEVEL3 = range(3)


def at(page: IndicatorsTab, row: int, column: str) -> None:
    assert page.show_field(FieldRef.indicator(row, column))


def editor_of(page: IndicatorsTab) -> QWidget:
    """The open cell editor."""
    editor = page.table.indexWidget(page.table.currentIndex())
    assert editor is not None
    return editor


def fill(page: IndicatorsTab, text: str, end: Qt.Key = Key.Key_Tab) -> None:
    """Type over the current cell as a keyboard does; input methods hand in Chinese the same way."""
    QTest.keyClick(page.table, Key.Key_F2)
    editor = editor_of(page)
    if isinstance(editor, QComboBox):
        editor.setEditText(text)
    else:
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(text)
    QTest.keyClick(editor, end)


def names(session: OpenForm) -> list[str]:
    return [row.level3 for row in session.form.indicators]


def test_a_row_is_inserted_below_in_the_same_group_ready_for_its_name(page: IndicatorsTab, session: OpenForm) -> None:
    at(page, 1, "weight")
    page.insert_row()
    row = session.form.indicators[2]
    assert (row.level1, row.level2, row.level3) == ("产出指标", "质量指标", "")
    assert page.current_field() == FieldRef.indicator(2, "level3")


def test_a_new_row_can_be_given_another_group_without_renaming_its_neighbours(
    page: IndicatorsTab, session: OpenForm
) -> None:
    at(page, 2, "level3")
    page.insert_row()
    at(page, 3, "level2")
    fill(page, "成本指标")
    fill(page, "经费节约率")
    assert [row.level2 for row in session.form.indicators[:4]] == [
        "数量指标",
        "质量指标",
        "时效指标",
        "成本指标",
    ]
    assert page.table.rowSpan(0, LEVEL1) == 4


def test_a_row_is_filled_from_left_to_right_with_tab(page: IndicatorsTab, session: OpenForm) -> None:
    at(page, 4, "level3")
    fill(page, "群众满意度")
    fill(page, "≥90%")
    fill(page, "95%")
    assert page.current_field() == FieldRef.indicator(4, "weight")
    row = session.form.indicators[4]
    assert (row.level3, row.target, row.actual) == ("群众满意度", "≥90%", "95%")


@pytest.mark.parametrize(("column", "text"), [("level2", "成本指标"), ("level3", "印刷数量")])
def test_an_input_method_writes_over_the_cell(page: IndicatorsTab, session: OpenForm, column: str, text: str) -> None:
    at(page, 1, column)
    QApplication.sendEvent(page.table, QInputMethodEvent("yin", []))
    page.commit_editor()
    composed = QInputMethodEvent()
    composed.setCommitString(text)
    QApplication.sendEvent(editor_of(page), composed)
    QTest.keyClick(editor_of(page), Key.Key_Return)
    assert getattr(session.form.indicators[1], column) == text
    assert len(session.steps.done) == 1


def test_alt_enter_breaks_a_line_and_enter_ends(page: IndicatorsTab, session: OpenForm) -> None:
    at(page, 0, "deviation")
    QTest.keyClicks(page.table, "a")
    editor = editor_of(page)
    QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(editor, "b")
    QTest.keyClick(editor, Key.Key_Return)
    assert session.form.indicators[0].deviation == "a\nb"
    assert page.current_field() == FieldRef.indicator(1, "deviation")


def test_tab_passes_over_merged_cells_to_the_next_row(page: IndicatorsTab) -> None:
    at(page, 0, "deviation")
    QTest.keyClick(page.table, Key.Key_Tab)
    assert page.current_field() == FieldRef.indicator(1, "level2")


def test_a_level_chosen_from_the_list_is_stored_at_once(page: IndicatorsTab, session: OpenForm) -> None:
    at(page, 3, "level2")
    QTest.keyClick(page.table, Key.Key_F2)
    editor = editor_of(page)
    assert isinstance(editor, QComboBox)
    place = editor.findText("经济效益指标")
    editor.setCurrentIndex(place)
    editor.activated.emit(place)
    assert session.form.indicators[3].level2 == "经济效益指标"


def test_deleting_takes_all_chosen_rows_and_undo_brings_them_back(page: IndicatorsTab, session: OpenForm) -> None:
    before = names(session)
    at(page, 1, "level3")
    QTest.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.delete_rows()
    assert names(session) == [before[0], *before[3:]]
    assert page.current_field() == FieldRef.indicator(1, "level3")
    session.steps.undo()
    assert names(session) == before


def test_moved_rows_stay_chosen_and_stop_at_the_edge(page: IndicatorsTab, session: OpenForm) -> None:
    before = names(session)
    at(page, 1, "level3")
    QTest.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.move_rows(-1)
    page.move_rows(-1)
    assert names(session) == [before[1], before[2], before[0], *before[3:]]
    assert page.table.chosen_rows() == [0, 1]
    page.move_rows(1)
    assert names(session) == before
    assert len(session.steps.done) == 2


def test_row_actions_take_in_what_is_still_being_typed(page: IndicatorsTab, session: OpenForm) -> None:
    at(page, 0, "target")
    QTest.keyClicks(page.table, "9")
    page.insert_row()
    assert session.form.indicators[0].target == "9"


def test_rows_that_come_and_go_at_once_leave_no_wrong_merge(page: IndicatorsTab, session: OpenForm) -> None:
    rows = session.form.indicators
    others = [replace(row, key=key) for key, row in enumerate((*rows, replace(rows[4], level1="")), start=90)]
    session.change_form(complete_form(indicators=tuple(others)), label="")
    assert [page.table.rowSpan(row, LEVEL1) for row in range(6)] == [3, 3, 3, 1, 1, 1]
    session.steps.undo()
    assert [page.table.rowSpan(row, LEVEL1) for row in range(5)] == [3, 3, 3, 1, 1]


def test_the_columns_fill_the_table_until_the_reasons_would_be_too_narrow(page: IndicatorsTab) -> None:
    header = page.table.horizontalHeader()
    assert header.length() == page.table.viewport().width()
    page.resize(500, 420)
    assert header.length() > page.table.viewport().width()
    assert header.sectionSize(page.model.column_of("deviation")) >= 150


def test_ctrl_tab_is_left_to_the_window(page: IndicatorsTab, session: OpenForm) -> None:
    at(page, 0, "deviation")
    QTest.keyClicks(page.table, "a")
    QTest.keyClick(editor_of(page), Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.current_field() == FieldRef.indicator(0, "deviation")


def test_a_character_that_comes_as_a_key_is_typed(page: IndicatorsTab, session: OpenForm) -> None:
    at(page, 0, "deviation")
    for character in "原因":
        press = QKeyEvent(QEvent.Type.KeyPress, ord(character), Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(page.table if character == "原" else editor_of(page), press)
    page.commit_editor()
    assert session.form.indicators[0].deviation == "原因"


def test_rows_grow_with_their_text(page: IndicatorsTab, session: OpenForm) -> None:
    low = page.table.rowHeight(0)
    session.change_form(with_row(session.form, 0, deviation="原因说明" * 40), label="")
    assert page.table.rowHeight(0) > 3 * low
    assert page.table.rowHeight(1) == low


def test_the_chips_tell_each_class_with_sign_and_figures(page: IndicatorsTab, session: OpenForm) -> None:
    session.change_form(with_row(session.form, 4, weight=Decimal(8)), label="")
    chips = [(chip.text, chip.property("chip")) for chip in page.findChildren(Chip) if chip.isVisible()]
    assert chips == [
        ("产出 50/50", "ok"),
        ("效益 30/30", "ok"),
        ("满意度 8/10", "warning"),
        ("执行率 10/10", "ok"),
    ]


def test_the_execution_chip_warns_only_of_what_is_found(page: IndicatorsTab, session: OpenForm) -> None:
    def chip() -> tuple[str, str]:
        found = page.findChildren(Chip)[-1]
        return found.text, found.property("chip")

    spent, score = FieldRef.fund("current_year", "executed"), FieldRef.head("execution_score")
    session.change_form(edits.set_cell(session.form, spent, "129300"), label="")
    assert chip() == ("执行率 8.62/10", "plain")
    session.change_form(edits.set_cell(session.form, score, "9"), label="")
    assert chip() == ("执行率 9/10", "warning")
    session.change_form(edits.set_cell(session.form, score, "11"), label="")
    assert chip() == ("执行率 11/10", "error")
    session.change_form(edits.set_cell(session.form, score, ""), label="")
    budget = FieldRef.fund("current_year", "annual")
    session.change_form(edits.set_cell(session.form, budget, "129300"), label="")
    assert chip() == ("执行率 10/10", "ok")


def test_the_grid_as_a_whole_is_shown_at_its_first_weight(page: IndicatorsTab) -> None:
    assert page.show_field(FieldRef.indicators())
    assert page.current_field() == FieldRef.indicator(0, "weight")


def test_the_windows_row_actions_are_in_the_toolbar(page: IndicatorsTab) -> None:
    action = QAction("插入行", page)
    page.set_row_actions([action])
    tools = page.findChild(QToolBar)
    assert tools is not None
    assert tools.actions() == [action]


def test_an_empty_form_takes_its_first_row(page: IndicatorsTab, session: OpenForm) -> None:
    session.show_form(2, complete_form(indicators=()))
    page.insert_row()
    assert page.current_field() == FieldRef.indicator(0, "level3")
    page.delete_rows()
    page.delete_rows()
    assert session.form.indicators == ()


def test_before_any_cell_is_chosen_rows_are_inserted_in_the_group_of_the_cursor(
    page: IndicatorsTab, session: OpenForm
) -> None:
    page.table.setFocus()
    group = page.table.rowSpan(0, LEVEL1)
    page.insert_row()
    assert names(session).index("") == group < len(names(session)) - 1


def test_columns_keep_their_widths_when_the_form_goes_and_comes_back(page: IndicatorsTab, session: OpenForm) -> None:
    before = [page.table.columnWidth(column) for column in range(page.model.columnCount())]
    form = session.form
    session.close()
    session.show_form(1, form)
    assert [page.table.columnWidth(column) for column in range(page.model.columnCount())] == before


def test_a_low_page_gives_its_rows_the_room_of_the_sums(page: IndicatorsTab, qtbot: QtBot) -> None:
    def around() -> int:
        return page.height() - page.table.height()

    before = around()
    page.resize(640, 200)
    qtbot.waitUntil(lambda: around() < before - page.fontMetrics().height())
    page.resize(1040, 420)
    qtbot.waitUntil(lambda: around() == before)


def test_tab_after_the_last_cell_begins_a_row_and_leaves_one_that_is_still_blank(
    page: IndicatorsTab, session: OpenForm
) -> None:
    at(page, 4, "deviation")
    fill(page, "甲")
    assert page.current_field() == FieldRef.indicator(5, "level3")
    assert session.form.indicators[5].level1 == "满意度指标"
    at(page, 5, "deviation")
    QTest.keyClick(page.table, Key.Key_Tab)
    assert len(session.form.indicators) == 6
    session.steps.undo()
    assert len(session.form.indicators) == 5


def test_rows_are_copied_below_themselves(page: IndicatorsTab, session: OpenForm) -> None:
    before = names(session)
    at(page, 0, "level3")
    QTest.keyClick(page.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page.duplicate_rows()
    assert names(session) == [*before[:2], *before[:2], *before[2:]]
    assert page.current_field() == FieldRef.indicator(2, "level3")


def drag(page: IndicatorsTab, row: int, to: int, *, below: bool) -> None:
    """By the number at its left, with the mouse."""
    handles = page.table.verticalHeader()
    viewport = handles.viewport()
    start = QPoint(6, handles.sectionViewportPosition(row) + handles.sectionSize(row) // 2)
    share = 3 if below else 1
    end = QPoint(6, handles.sectionViewportPosition(to) + handles.sectionSize(to) * share // 4)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for at_ in (start + QPoint(0, 20), end):
        QTest.mouseMove(viewport, at_)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_a_row_dragged_into_another_group_belongs_to_it(page: IndicatorsTab, session: OpenForm) -> None:
    before = names(session)
    drag(page, 0, 3, below=True)
    assert names(session) == [*before[1:4], before[0], before[4]]
    rows = session.form.indicators
    assert (rows[3].level1, rows[3].level2) == (rows[2].level1, rows[2].level2)
    assert page.table.rowSpan(2, LEVEL1) == 2
    assert page.table.chosen_rows() == [3]
    session.steps.undo()
    assert names(session) == before


def test_a_press_on_a_row_number_without_a_drag_moves_nothing(page: IndicatorsTab, session: OpenForm) -> None:
    viewport = page.table.verticalHeader().viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(6, 40))
    assert session.steps.done == []
    assert len(page.table.chosen_rows()) == 1


def shown_rows(page: IndicatorsTab) -> list[int]:
    return [row for row in range(page.model.rowCount()) if not page.table.isRowHidden(row)]


def test_rows_without_problems_can_be_left_out(page: IndicatorsTab, session: OpenForm) -> None:
    session.change_form(with_row(session.form, 1, actual=""), label="")
    session.change_form(with_row(session.form, 3, weight=None), label="")
    page.show_only_problems(True)
    assert shown_rows(page) == [1, 3]
    assert page.table.rowSpan(0, LEVEL1) == 1
    at(page, 1, "weight")
    QTest.keyClick(page.table, Key.Key_Return)
    assert page.current_field() == FieldRef.indicator(3, "weight")
    QTest.keyClick(page.table, Key.Key_Down)
    assert page.current_field() == FieldRef.indicator(3, "weight")


def test_a_mended_row_stays_in_sight_until_it_is_asked_for_again(page: IndicatorsTab, session: OpenForm) -> None:
    session.change_form(with_row(session.form, 1, actual=""), label="")
    page.show_only_problems(True)
    session.change_form(with_row(session.form, 1, actual="98%"), label="")
    assert shown_rows(page) == [1]
    at(page, 1, "level3")
    page.insert_row()
    assert shown_rows(page) == [1, 2]
    page.show_only_problems(False)
    assert shown_rows(page) == list(range(6))
    assert page.table.rowSpan(0, LEVEL1) > 1


def test_a_double_click_between_two_heads_leaves_room_for_the_others(page: IndicatorsTab, session: OpenForm) -> None:
    session.change_form(with_row(session.form, 0, level3="名称" * 400), label="")
    header, level3 = page.table.horizontalHeader(), page.model.column_of("level3")
    edge = header.sectionViewportPosition(level3) + header.sectionSize(level3) - 1
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, header.height() // 2))
    assert page.table.columnWidth(level3) == page.table.viewport().width() // 2


def test_the_last_column_is_never_narrower_than_it_was_made(page: IndicatorsTab, qtbot: QtBot) -> None:
    deviation = page.model.column_of("deviation")
    page.table.horizontalHeader().resizeSection(deviation, 700)
    qtbot.wait(1)
    assert page.table.columnWidth(deviation) == 700
    page.resize(1300, 420)
    assert page.table.columnWidth(deviation) == 700
    page.table.set_widths({})
    assert page.table.horizontalHeader().length() == page.table.viewport().width()
    page.table.set_widths({"deviation": 700})
    assert page.table.columnWidth(deviation) == 700


def test_the_widths_that_the_user_chose_come_back(page: IndicatorsTab, session: OpenForm) -> None:
    level3, target = page.model.column_of("level3"), page.model.column_of("target")
    page.table.horizontalHeader().resizeSection(level3, 260)
    assert page.table.chosen_widths() == {"level3": 260}
    page.table.set_widths({"level3": 150, "target": HIDDEN})
    assert page.table.columnWidth(level3) == 150
    assert page.table.isColumnHidden(target)
    at(page, 0, "level3")
    QTest.keyClick(page.table, Key.Key_Tab)
    assert page.current_field() == FieldRef.indicator(0, "actual")
    page.table.set_widths({})
    assert not page.table.isColumnHidden(target)
    assert page.table.horizontalHeader().length() == page.table.viewport().width()


def test_large_texts_leave_the_row_actions_their_icons_alone(
    page: IndicatorsTab, qapp: QApplication, qtbot: QtBot
) -> None:
    tools = page.findChild(QToolBar)
    assert tools is not None
    assert tools.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    theme.apply_theme(qapp, theme.ThemeChoice(text_size=150))
    page.resize(1060, 421)
    qtbot.waitUntil(lambda: tools.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    theme.apply_theme(qapp, theme.ThemeChoice())


def test_a_narrow_page_shows_that_there_are_more_row_actions(page: IndicatorsTab, qtbot: QtBot) -> None:
    page.set_row_actions([QAction(theme.icon("paste"), f"操作 {number}", page) for number in range(20)])
    page.resize(600, 420)
    more = page.findChild(QWidget, "qt_toolbar_ext_button")
    assert more is not None
    qtbot.waitUntil(more.isVisible)
    image = more.grab().toImage()
    shades = {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())}
    assert len(shades) > 1
