"""The start page by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.safety.start_page import StartPage


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_focus_is_pressed_by_enter_and_space(qtbot: QtBot, key: Qt.Key) -> None:
    action = QAction("新建台账")
    pressed: list[QAction] = []
    action.triggered.connect(lambda _checked: pressed.append(action))
    page = StartPage([action])
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.focus_first_choice()
    QTest.keyClick(page.findChildren(QToolButton)[0], key)
    assert len(pressed) == 1
