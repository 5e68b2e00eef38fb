"""Characters that no font has, listed with their cells before anything is printed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from selfeval_desktop.ui.kit.widget_names import name_widget


class MissingGlyphsDialog(QDialog):
    """Accepted when the user prints nevertheless. Each line names a cell and what is missing in it."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("印不出的字")
        name_widget(self, "missingDialog", title)
        self.setWindowTitle(title)
        text = QLabel(self.tr("下列字在所有字体里都没有，会印成方框。数据里的字不受影响。"), self)
        text.setWordWrap(True)
        self._lines = name_widget(QListWidget(self), "missingLines", title)
        self._lines.addItems(lines)
        self._lines.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        anyway = buttons.addButton(self.tr("仍然打印"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(anyway, "missingAnyway", anyway.text())
        cancel = buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(self._lines, 1)
        column.addWidget(buttons)
        self.resize(520, 320)
