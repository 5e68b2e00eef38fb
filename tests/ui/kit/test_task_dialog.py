"""The dialog of the kit: its parts in order, its buttons, what it answers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog


class NameDialog(TaskDialog):
    """Asks for a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("nameDialog", "名称", parent)
        self.line = QLineEdit("甲", self)
        self.ok = self.add_button("nameOk", "确定", is_default=True)
        self.add_cancel()
        self.add_text("请填写名称。", "muted")
        self.add_rows(("名称", self.line))
        self.add_note("nameNote", 1)
        self.start_with_size(300, 200)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def press(key: Qt.Key) -> Callable[[], None]:
    """Send a key to the dialog in front."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, key)

    return act


def test_an_accepted_dialog_gives_its_answer_and_is_gone(window: QWidget) -> None:
    dialog = NameDialog(window)
    QTimer.singleShot(0, press(Qt.Key.Key_Return))
    assert dialog.ask_for(dialog.line.text) == "甲"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)


def test_a_rejected_dialog_answers_nothing(window: QWidget) -> None:
    dialog = NameDialog(window)
    QTimer.singleShot(0, press(Qt.Key.Key_Escape))
    assert dialog.ask_for(dialog.line.text) is None


def test_consent_is_what_the_accepting_button_gives(window: QWidget) -> None:
    QTimer.singleShot(0, press(Qt.Key.Key_Return))
    assert NameDialog(window).ask_consent()
    QTimer.singleShot(0, press(Qt.Key.Key_Escape))
    assert not NameDialog(window).ask_consent()


def test_the_buttons_stand_below_whatever_is_added_later(window: QWidget, qtbot: QtBot) -> None:
    dialog = NameDialog(window)
    dialog.show()
    qtbot.waitExposed(dialog)
    (note,) = dialog.findChildren(QLabel, "nameNote")
    assert dialog.line.y() < note.y() < dialog.ok.mapTo(dialog, dialog.ok.rect().topLeft()).y()


def test_every_button_has_a_name_and_is_read_out(window: QWidget) -> None:
    dialog = NameDialog(window)
    further = dialog.add_button("nameMore", "更多…", ButtonRole.ActionRole)
    buttons = {button.objectName(): button.accessibleName() for button in dialog.findChildren(QPushButton)}
    assert buttons == {"nameOk": "确定", "nameCancel": "取消", "nameMore": "更多…"}
    assert dialog.ok.isDefault()
    assert not further.isDefault()


def test_the_note_says_why_in_the_colour_of_its_tone(window: QWidget) -> None:
    dialog = NameDialog(window)
    dialog.show_note("没有名称。", "warning")
    (note,) = dialog.findChildren(QLabel, "nameNote")
    assert (note.text(), note.property("tone")) == ("没有名称。", "warning")
    assert dialog.accessibleName() == dialog.windowTitle() == "名称"


def test_t51_ctrl_enter_in_a_long_text_presses_the_default_button(qtbot: QtBot) -> None:
    dialog = TaskDialog("someDialog", "某事")
    qtbot.addWidget(dialog)
    text = QPlainTextEdit("理由", dialog)
    dialog.add_part(text)
    dialog.add_button("someKeep", "保留", is_default=True)
    dialog.add_cancel()
    dialog.show()
    QTest.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert text.toPlainText() == "理由"
