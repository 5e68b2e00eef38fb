"""Boxes to choose from or to type into: lists of names, names offered while one is typed, and a limit to the length of a text."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_WALKING = frozenset(
    (
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space),
    )
)


def pressed_key(event: QEvent) -> int | None:
    """The key that is pressed by this event; None for any other event."""
    return event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None


class PickList(QComboBox):
    """The wheel does nothing. Tab leaves the list, also an open one, with the choice as it was.

    Where it `asks`, because a choice is followed by a question, arrow keys open the list instead of stepping through
    it, and no letter chooses.
    """

    def __init__(self, parent: QWidget | None = None, *, asks: bool = False) -> None:
        super().__init__(parent)
        self._asks = asks
        self.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event) if watched is self.view() else None
        if key in _TABS:
            self.hidePopup()
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._asks and Qt.Key(event.key()) in _WALKING:
            self.showPopup()
        elif not self._asks or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


_WIDEST = 420
# The list itself, or another window, takes the keyboard for a while.
_STAYING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
_BESIDE = 30
"""What the frame of the list takes beside its names."""


class NameCompleter(QCompleter):
    """Offers the names that contain what is typed, or with the key ↓ all; the list closes when the line is left.

    A line with an open list is not told by Qt that a shortcut has taken the focus away.
    """

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self._box = box
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(self)

    def offer_names(self, names: Iterable[str]) -> None:
        """Offer these from now on."""
        offered = list(names)
        if offered != self._names.stringList():
            self._names.setStringList(offered)
            metrics = self._box.fontMetrics()
            widest = max(map(metrics.horizontalAdvance, offered), default=0)
            self._popup_list().setMinimumWidth(min(widest + _BESIDE, _WIDEST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYING
        if watched is self._box and is_left:
            self._popup_list().hide()
            return False
        if (
            watched is self._box
            and not self._box.isReadOnly()
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and not self._popup_list().isVisible()
        ):
            self.setCompletionPrefix("")
            self.complete()
            return True
        return super().eventFilter(watched, event)

    def _popup_list(self) -> QAbstractItemView:
        view = self.popup()
        assert view is not None
        return view


_FEWEST_LETTERS = 8


class NameFilter(QComboBox):
    """A long name does not widen it: it is cut with dots, and the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_FEWEST_LETTERS)
        self.currentTextChanged.connect(self.setToolTip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt would cut the name off in the middle of a character."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width()
        dots = Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(option.currentText, dots, room)
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


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
