"""The one question on closing: what to do when the last changes cannot be stored."""

from enum import Enum

from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class SaveFailedChoice(Enum):
    """What the user chose."""

    RETRY = "retry"
    SAVE_ELSEWHERE = "elsewhere"
    GIVE_UP = "give up"
    STAY = "stay"


def ask_after_failed_save(sentence: str, parent: QWidget) -> SaveFailedChoice:
    """Say why the changes could not be stored and ask; Escape goes back to the window."""
    box = QMessageBox(parent)
    box.setObjectName("saveFailedDialog")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(box.tr("没有保存"))
    box.setText(box.tr("最后的改动没有保存。"))
    box.setInformativeText(sentence)
    role = QMessageBox.ButtonRole
    answers: dict[QAbstractButton, SaveFailedChoice] = {
        box.addButton(box.tr("重试"), role.AcceptRole): SaveFailedChoice.RETRY,
        box.addButton(box.tr("另存为…"), role.ActionRole): SaveFailedChoice.SAVE_ELSEWHERE,
        box.addButton(box.tr("放弃改动"), role.DestructiveRole): SaveFailedChoice.GIVE_UP,
        box.addButton(box.tr("返回"), role.RejectRole): SaveFailedChoice.STAY,
    }
    box.exec()
    return answers.get(box.clickedButton(), SaveFailedChoice.STAY)
