"""What of a pasted block did not go in, cell by cell."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from selfeval_desktop.ui.kit.widget_names import name_widget


class RefusedDialog(QDialog):
    """A list to read; its lines can be selected and copied."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("没有放进去的内容")
        name_widget(self, "refusedDialog", title)
        self.setWindowTitle(title)
        text = QLabel(
            self.tr("下列内容没有放进表里，其余的都已放进去。一次“撤销”可以恢复粘贴以前的样子。"), self
        )
        text.setWordWrap(True)
        self._lines = name_widget(QListWidget(self), "refusedLines", title)
        self._lines.addItems(lines)
        self._lines.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(close, "refusedClose", close.text())
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(self._lines, 1)
        column.addWidget(buttons)
        self.resize(560, 320)
