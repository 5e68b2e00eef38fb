"""File dialogs speak the language of the program."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.files import FileLabels
from tests.ui.windows import Screen


def labels_of(ask: Callable[[], None]) -> list[str]:
    """The labels of the file dialog that comes while the user is asked; it is given up then."""
    told: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and dialog.isActiveWindow():
            told.extend(label.text() for label in dialog.findChildren(QLabel) if label.text())
            timer.stop()
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    ask()
    return told


@pytest.mark.parametrize("action", ["actionOpenLedger", "actionNewLedger", "actionImport", "actionSavePdf"])
def test_every_file_dialog_has_labels_in_chinese(screen: Screen, action: str) -> None:
    screen.window.activateWindow()
    assert QTest.qWaitForWindowActive(screen.window)
    assert labels_of(lambda: screen.do(action)) == ["位置(&L)：", "文件名(&N)：", "文件类型(&T)："]


def test_other_windows_are_left_alone(qtbot: QtBot) -> None:
    label = QLabel("Look in:")
    watching = FileLabels(label)
    qtbot.addWidget(label)
    label.show()
    label.setFocus()
    assert (label.text(), watching.parent()) == ("Look in:", label)
