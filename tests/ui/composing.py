"""Chinese typed on Windows, by the events that Qt makes of its input methods there."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication

Attribute = QInputMethodEvent.Attribute
Sort = QInputMethodEvent.AttributeType


class WindowsComposition:
    """Keys belong to the input method while it composes: the window sees events alone, no key.

    They go to what had the focus when the first letter came, whatever has opened since. A change of the focus ends
    the composition and takes the letters as they are.
    """

    def __init__(self) -> None:
        self._target: QObject | None = None
        self._letters = ""

    def type_letters(self, letters: str) -> None:
        """Press letter keys."""
        for letter in letters:
            if self._target is None:
                self._target = QGuiApplication.focusObject()
            self._letters += letter
            self._show_letters()

    def move_among_candidates(self) -> None:
        """Press Tab: the letters are the same, the part that is looked for is marked."""
        self._show_letters(marked=2)

    def choose(self, text: str) -> None:
        """Press the space or the number of a candidate; or a key without any, such as a bracket."""
        target = self._target or QGuiApplication.focusObject()
        self._target, self._letters = None, ""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)

    def keep_letters(self) -> None:
        """Press Enter."""
        self.choose(self._letters)

    def drop_letters(self) -> None:
        """Press Esc: the letters are taken back, then the composition ends."""
        self._letters = ""
        self._show_letters()
        # The first may have moved the focus already.
        if self._target is not None:
            self.choose("")

    def end_by_focus(self) -> None:
        """The focus has gone elsewhere."""
        if self._target is not None:
            self.keep_letters()

    def _show_letters(self, marked: int = 0) -> None:
        assert self._target is not None
        length = len(self._letters)
        marks = [Attribute(Sort.TextFormat, 0, part, QTextCharFormat()) for part in (length, marked) if part]
        event = QInputMethodEvent(self._letters, [*marks, Attribute(Sort.Cursor, length, 1, None)])
        QApplication.sendEvent(self._target, event)


@contextmanager
def windows_input_method() -> Iterator[WindowsComposition]:
    """The input method of a Windows PC, for what the application shows."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    composition = WindowsComposition()
    application.focusObjectChanged.connect(composition.end_by_focus)
    try:
        yield composition
    finally:
        application.focusObjectChanged.disconnect(composition.end_by_focus)
