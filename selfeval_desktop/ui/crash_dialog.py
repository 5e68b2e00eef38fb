"""Tells of a fault of the program: what became of the work first, then details to pass on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from selfeval_desktop.ui.faults import Fault
from selfeval_desktop.ui.naming import named


class CrashDialog(QDialog):
    """Does not block the window: the program goes on. `saved_to` is None when the work could not be stored."""

    def __init__(self, fault: Fault, saved_to: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "crashDialog", self.tr("程序出错"))
        self.setWindowTitle(self.tr("程序出错"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sentence = named(QLabel(self._words(saved_to), self), "crashSentence", self.tr("说明"))
        self._sentence.setWordWrap(True)
        self._details = named(QPlainTextEdit(fault.details, self), "crashDetails", self.tr("详细信息"))
        self._details.setReadOnly(True)
        self._buttons = QDialogButtonBox(self)
        self._copy = self._buttons.addButton(self.tr("复制详细信息"), QDialogButtonBox.ButtonRole.ActionRole)
        self._go_on = self._buttons.addButton(self.tr("继续工作"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._copy.clicked.connect(self._copy_details)
        self._buttons.accepted.connect(self.accept)

    @property
    def sentence(self) -> str:
        """What the dialog says."""
        return self._sentence.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._sentence)
        column.addWidget(QLabel(self.tr("详细信息（不含表单内容，可以复制给技术人员）："), self))
        column.addWidget(self._details, 1)
        column.addWidget(self._buttons)
        self._go_on.setFocus()
        self.resize(560, 320)

    def _words(self, saved_to: Path | None) -> str:
        if saved_to is None:
            return self.tr("程序出了错，最后的改动还没有保存。窗口里的内容都在，请先按 Ctrl+S 再保存一次。")
        return self.tr("程序出了错，已录入的内容已保存到 {0}。可以继续工作。").format(saved_to)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
