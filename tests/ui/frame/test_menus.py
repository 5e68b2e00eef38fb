"""What the menus and the bar of messages do beside the work on forms."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QTableWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.help.about_dialog import AboutDialog
from selfeval_desktop.ui.help.keys_dialog import KeysDialog, SignLegend
from tests.ui.windows import Screen


def test_a_language_is_remembered_for_the_next_start(screen: Screen) -> None:
    chinese = next(
        action for menu in screen.window.findChildren(QMenu) for action in menu.actions() if action.text() == "简体中文"
    )
    chinese.trigger()
    assert screen.window.document.services.settings.load_settings().language == "zh_CN"
    assert "下次打开程序" in screen.text("messageText")


def test_the_last_ledgers_are_in_the_file_menu(screen: Screen, ledger: Path) -> None:
    last = next(menu for menu in screen.window.findChildren(QMenu) if menu.title() == "最近的台账")
    last.aboutToShow.emit()
    assert [action.text() for action in last.actions()] == [f"台账  ({ledger.parent})"]
    screen.do("actionCloseLedger")
    last.aboutToShow.emit()
    last.actions()[0].trigger()
    assert screen.forms.model().rowCount() == 2


def test_without_a_last_ledger_the_menu_says_so(qtbot: QtBot) -> None:
    screen = Screen(None)
    qtbot.addWidget(screen.window)
    last = next(menu for menu in screen.window.findChildren(QMenu) if menu.title() == "最近的台账")
    last.aboutToShow.emit()
    assert [(action.text(), action.isEnabled()) for action in last.actions()] == [("还没有", False)]


def test_the_keys_are_listed_by_menu_with_all_that_an_action_has(screen: Screen) -> None:
    screen.do("actionKeys")
    (dialog,) = screen.window.findChildren(KeysDialog)
    table = dialog.findChildren(QTableWidget)[0]
    model = table.model()
    rows = [[model.index(row, column).data() for column in (0, 1)] for row in range(table.rowCount())]
    assert ["检查当前表", "F5"] in rows
    assert ["删除行", "Ctrl+-　Ctrl+Del"] in rows
    titles = [name for name, keys in rows if keys is None]
    assert titles == ["表格里", "填写说明", "文件", "编辑", "表单", "检查", "输出", "查看", "帮助"]
    assert rows.index(["填写说明", "F1"]) > rows.index(["帮助", None])
    assert [name for name, keys in rows if keys == ""] == []
    dialog.reject()


def test_the_key_card_has_the_legend_of_signs_and_fits_a_low_screen(screen: Screen) -> None:
    screen.do("actionKeys")
    (dialog,) = screen.window.findChildren(KeysDialog)
    assert dialog.findChildren(SignLegend)
    assert dialog.minimumSizeHint().height() < 450
    dialog.reject()


def test_tab_leaves_the_list_of_keys(screen: Screen) -> None:
    screen.do("actionKeys")
    (dialog,) = screen.window.findChildren(KeysDialog)
    table = dialog.findChildren(QTableWidget)[0]
    table.setFocus()
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is not table
    dialog.reject()


def test_about_names_the_program_and_its_licence(screen: Screen) -> None:
    screen.do("actionAbout")
    (dialog,) = screen.window.findChildren(AboutDialog)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert told[0].startswith("绩效自评 0.")
    assert any("Apache 许可证 2.0" in text for text in told)
    shown = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert "Apache License" in shown
    assert "END OF TERMS AND CONDITIONS" in shown
    dialog.reject()


def test_the_log_folder_can_be_opened(screen: Screen, selfeval_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    screen.do("actionLog")
    assert opened == [QUrl.fromLocalFile(str(selfeval_home / "log"))]


def test_the_problem_list_can_be_put_away_and_stays_away(screen: Screen, ledger: Path, qtbot: QtBot) -> None:
    assert screen.part(QWidget, "problemList").isVisible()
    screen.do("actionProblems")
    assert not screen.part(QWidget, "problemList").isVisible()
    screen.close()
    again = Screen(ledger)
    qtbot.addWidget(again.window)
    assert not again.part(QWidget, "problemList").isVisible()
    again.do("actionCheck")
    assert again.part(QWidget, "problemList").isVisible()


def test_a_message_goes_with_escape_and_with_its_cross(screen: Screen) -> None:
    bar = screen.part(QWidget, "messageBar")
    screen.do("actionCheck")
    assert bar.isVisible()
    QTest.keyClick(bar, Qt.Key.Key_A)
    assert bar.isVisible()
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    screen.do("actionCheck")
    screen.part(QToolButton, "messageClose").click()
    assert not bar.isVisible()


def test_the_list_has_a_menu_of_what_can_be_done_with_a_form(screen: Screen) -> None:
    screen.forms.customContextMenuRequested.emit(QPoint(5, 5))
    menu = screen.window.findChildren(FormList)[0].findChildren(QMenu)[-1]
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [*("actionNewForm", "actionDuplicateForm", "actionDeleteForm", "actionPrint", "actionExport")]
    menu.close()


def test_the_order_of_the_list_is_chosen_from_its_button(screen: Screen) -> None:
    button = screen.part(QToolButton, "formOrder")
    by_name: QAction = button.menu().actions()[1]
    by_name.trigger()
    assert screen.forms.model().index(0, 0).data() == "（未填项目名称）"
    assert by_name.isChecked()


def test_find_puts_the_cursor_into_the_search(screen: Screen) -> None:
    screen.do("actionFind")
    assert screen.part(QWidget, "formSearch").hasFocus()
