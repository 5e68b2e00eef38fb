"""The one question on closing: what to do when the last changes cannot be stored."""

from enum import Enum

from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class Answer(Enum):
    """What the user chose."""

    RETRY = "retry"
    SAVE_ELSEWHERE = "elsewhere"
    GIVE_UP = "give up"
    STAY = "stay"


def ask(sentence: str, parent: QWidget) -> Answer:
    """Say why the changes could not be stored and ask; Escape goes back to the window."""
    box = QMessageBox(parent)
    box.setObjectName("saveFailedDialog")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(box.tr("没有保存"))
    box.setText(box.tr("最后的改动没有保存。"))
    box.setInformativeText(sentence)
    role = QMessageBox.ButtonRole
    answers: dict[QAbstractButton, Answer] = {
        box.addButton(box.tr("重试"), role.AcceptRole): Answer.RETRY,
        box.addButton(box.tr("另存为…"), role.ActionRole): Answer.SAVE_ELSEWHERE,
        box.addButton(box.tr("放弃改动"), role.DestructiveRole): Answer.GIVE_UP,
        box.addButton(box.tr("返回"), role.RejectRole): Answer.STAY,
    }
    box.exec()
    return answers.get(box.clickedButton(), Answer.STAY)
