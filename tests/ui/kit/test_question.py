"""A question gives what the pressed button means, and the last answer where none was pressed."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.question import AnswerRole, Question, ask_question

ANSWERS = [("替换", AnswerRole.AcceptRole, "replace"), ("取消", AnswerRole.RejectRole, "leave")]


def box() -> QMessageBox:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, QMessageBox)
    return shown


@pytest.mark.parametrize(("text", "answer"), [("替换", "replace"), ("取消", "leave")])
def test_the_pressed_button_answers(text: str, answer: str, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QTimer.singleShot(0, lambda: next(each for each in box().buttons() if each.text() == text).click())
    assert ask_question(Question("替换文件", "要替换吗？"), ANSWERS, window) == answer


def test_esc_means_the_last_answer(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen: list[tuple[str, ...]] = []

    def leave() -> None:
        shown = box()
        seen.append((shown.objectName(), shown.windowTitle(), shown.text(), shown.informativeText()))
        QTest.keyClick(shown, Qt.Key.Key_Escape)

    QTimer.singleShot(0, leave)
    asked = Question("替换文件", "要替换吗？", "甲.pdf 已经存在。", name="replaceDialog")
    assert ask_question(asked, ANSWERS, window) == "leave"
    assert seen == [("replaceDialog", "替换文件", "要替换吗？", "甲.pdf 已经存在。")]
