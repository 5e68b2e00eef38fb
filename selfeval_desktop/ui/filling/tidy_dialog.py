"""A text before and after it was put in order, with every change to be seen."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from selfeval_desktop.domain.form.tidying import tidying_changes
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.widget_names import name_widget

_SHOWN = str.maketrans({" ": "␣", "\u3000": "␣", "\u00a0": "␣", "\t": "⇥", "\n": "↵"})


class TidyDialog(QDialog):
    """Accepted when the text after is wanted."""

    def __init__(self, place: str, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "tidyDialog", self.tr("整理文字"))
        self.setWindowTitle(self.tr("整理文字"))
        self._before = name_widget(QTextEdit(self), "tidyBefore", self.tr("整理前"))
        self._after = name_widget(QTextEdit(self), "tidyAfter", self.tr("整理后"))
        for box in (self._before, self._after):
            box.setReadOnly(True)
            box.setTabChangesFocus(True)
        self._show_changes(before, after)
        self._after.setPlainText(after)
        buttons = QDialogButtonBox(self)
        take = buttons.addButton(self.tr("采用"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(take, "tidyTake", take.text())
        take.setDefault(True)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(place, buttons)
        take.setFocus()

    def _show_changes(self, before: str, after: str) -> None:
        """The text before, with signs for the white space that goes."""
        gone = QTextCharFormat()
        gone.setBackground(theme.colour("warning_soft"))
        gone.setForeground(theme.colour("warning"))
        gone.setFontStrikeOut(True)
        cursor = QTextCursor(self._before.document())
        for stretch in tidying_changes(before, after):
            if stretch.kind == "kept":
                cursor.insertText(stretch.text, QTextCharFormat())
            elif stretch.kind == "removed":
                cursor.insertText(stretch.text.translate(_SHOWN), gone)
        self._before.moveCursor(QTextCursor.MoveOperation.Start)

    def _lay_out(self, place: str, buttons: QDialogButtonBox) -> None:
        texts = QHBoxLayout()
        for box in (self._before, self._after):
            column = QVBoxLayout()
            column.addWidget(QLabel(box.accessibleName(), self))
            column.addWidget(box)
            texts.addLayout(column)
        heading = QLabel(place, self)
        theme.set_style_property(heading, "tone", "heading")
        note = QLabel(self.tr("只去掉多余的空格、换行和重复的标点，文字一个不动。采用后可以撤销。"), self)
        note.setWordWrap(True)
        theme.set_style_property(note, "tone", "muted")
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addLayout(texts, 1)
        column.addWidget(note)
        column.addWidget(buttons)
        self.resize(860, 460)
