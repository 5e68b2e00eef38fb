"""Tells of a fault of the program: what became of the work first, then details to pass on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.safety.program_faults import ProgramFault


class CrashDialog(QDialog):
    """Does not block the window: the program goes on. `saved_to` is None when the work could not be stored.

    `save_elsewhere` asks where else to store it, and tells whether that was done. `has_form` is False where there
    was no work to store.
    """

    def __init__(
        self,
        fault: ProgramFault,
        saved_to: Path | None,
        parent: QWidget | None = None,
        *,
        save_elsewhere: Callable[[], bool] | None = None,
        has_form: bool = True,
    ) -> None:
        super().__init__(parent)
        name_widget(self, "crashDialog", self.tr("程序出错"))
        self.setWindowTitle(self.tr("程序出错"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sentence = name_widget(
            QLabel(self._fault_sentence(saved_to, has_form=has_form), self), "crashSentence", self.tr("说明")
        )
        self._sentence.setWordWrap(True)
        self._details = name_widget(QPlainTextEdit(fault.details, self), "crashDetails", self.tr("详细信息"))
        self._details.setReadOnly(True)
        self._buttons = QDialogButtonBox(self)
        self._copy = self._buttons.addButton(self.tr("复制详细信息"), QDialogButtonBox.ButtonRole.ActionRole)
        self._go_on = self._buttons.addButton(self.tr("继续工作"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save = name_widget(QPushButton(self.tr("另存为…"), self), "crashSaveAs", self.tr("另存为"))
        self._save_elsewhere = save_elsewhere
        self._lay_out()
        self._save.setVisible(save_elsewhere is not None and has_form and saved_to is None)
        self._save.clicked.connect(self._save_to_new_ledger)
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
        self._buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(self._buttons)
        self._go_on.setFocus()
        self.resize(560, 320)

    def _fault_sentence(self, saved_to: Path | None, *, has_form: bool) -> str:
        if not has_form:
            return self.tr("程序出了错。当时没有打开的表，内容不受影响，可以继续工作。")
        if saved_to is None:
            return self.tr(
                "程序出了错，最后的改动还没有保存。窗口里的内容都在，请按 Ctrl+S 再保存一次，或另存为一个新台账。"
            )
        return self.tr("程序出了错，已录入的内容已保存到 {0}。可以继续工作。").format(saved_to)

    def _save_to_new_ledger(self) -> None:
        if self._save_elsewhere is not None and self._save_elsewhere():
            self._save.hide()
            self._sentence.setText(self.tr("程序出了错，当前表已另存为一个新台账。可以继续工作。"))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
