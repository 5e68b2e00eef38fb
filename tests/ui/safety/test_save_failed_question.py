"""The question that is asked when the last changes cannot be stored."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.safety.save_failed_question import SaveFailedChoice, ask_after_failed_save


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def box() -> QMessageBox:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, QMessageBox)
    return shown


def press(text: str) -> None:
    next(button for button in box().buttons() if button.text() == text).click()


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("重试", SaveFailedChoice.RETRY),
        ("另存为…", SaveFailedChoice.SAVE_ELSEWHERE),
        ("放弃改动", SaveFailedChoice.GIVE_UP),
        ("返回", SaveFailedChoice.STAY),
    ],
)
def test_each_button_is_an_answer(window: QWidget, button: str, answer: SaveFailedChoice) -> None:
    QTimer.singleShot(0, lambda: press(button))
    assert ask_after_failed_save("磁盘已满。", window) is answer


def test_escape_stays_and_the_reason_is_told(window: QWidget) -> None:
    told: list[str] = []

    def escape() -> None:
        told.append(box().informativeText())
        QTest.keyClick(box(), Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    assert ask_after_failed_save("磁盘已满。", window) is SaveFailedChoice.STAY
    assert told == ["磁盘已满。"]
