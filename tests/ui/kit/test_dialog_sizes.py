"""No dialog begins larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit import task_dialog


def test_a_dialog_has_its_size_where_the_screen_has_room_for_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    task_dialog.resize_within_screen(dialog, QSize(300, 200))
    assert dialog.size() == QSize(300, 200)
    room = dialog.screen().availableSize()
    task_dialog.resize_within_screen(dialog, QSize(9000, 200))
    assert room.width() - 60 < dialog.width() < room.width()
    assert dialog.height() == 200
