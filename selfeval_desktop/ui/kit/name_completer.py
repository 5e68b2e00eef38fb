"""Names offered below a line while one is typed."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

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
