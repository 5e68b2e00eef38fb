"""A private note on one cell."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget


class NoteDialog(QDialog):
    """Accepted when the note is wanted as it stands; an empty one takes the old one away."""

    def __init__(self, place: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("私人备注")
        name_widget(self, "noteDialog", title)
        self.setWindowTitle(title)
        heading = QLabel(place, self)
        theme.set_style_property(heading, "tone", "heading")
        self._text = name_widget(QPlainTextEdit(note, self), "noteText", title)
        self._text.setTabChangesFocus(True)
        hint = QLabel(self.tr("只给自己看：不打印，不导出。清空后备注就去掉。"), self)
        hint.setWordWrap(True)
        theme.set_style_property(hint, "tone", "muted")
        buttons = QDialogButtonBox(self)
        keep = buttons.addButton(self.tr("保留"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(keep, "noteKeep", keep.text())
        keep.setDefault(True)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        # Enter begins a line in the text.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addWidget(self._text, 1)
        column.addWidget(hint)
        column.addWidget(buttons)
        self.resize(420, 240)
        self._text.selectAll()

    @property
    def note(self) -> str:
        """The note as it stands."""
        return self._text.toPlainText()
