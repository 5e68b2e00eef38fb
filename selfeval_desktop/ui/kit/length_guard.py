"""Keeps an editor from taking more text than its cell does: what is too much is refused whole, never cut."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_NO_LIMIT = 100_000_000


class LengthGuard(QObject):
    """Puts back what stood in the editor before, and calls `tell` with the length that the text would have had."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit, most: int, tell: Callable[[int], None]) -> None:
        super().__init__(editor)
        self._editor, self._most, self._report_length = editor, most, tell
        self._before = _editor_text(editor)
        if isinstance(editor, QLineEdit):
            lift_limit(editor)
        editor.textChanged.connect(self._check_length)

    def _check_length(self) -> None:
        text = _editor_text(self._editor)
        if len(text) <= max(self._most, len(self._before)):
            self._before = text
            return
        self._put_back()
        self._report_length(len(text))

    def _put_back(self) -> None:
        editor = self._editor
        editor.blockSignals(True)
        if isinstance(editor, QLineEdit):
            caret = editor.cursorPosition()
            editor.setText(self._before)
            editor.setCursorPosition(min(caret, len(self._before)))
        else:
            cursor = editor.textCursor()
            caret = cursor.position()
            editor.setPlainText(self._before)
            cursor.setPosition(min(caret, editor.document().characterCount() - 1))
            editor.setTextCursor(cursor)
        editor.blockSignals(False)


def lift_limit(line: QLineEdit) -> None:
    """Lift the limit of a QLineEdit, which silently cuts what is longer than 32,767 characters."""
    line.setMaxLength(_NO_LIMIT)


def _editor_text(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
