"""Remembers which widget had the keyboard focus, to give it back later, even if that widget is gone by then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusReturn:
    """The widget that has the keyboard when this is made, and all around it.

    The editor of a cell is destroyed as soon as the keyboard leaves it; its table is meant then.
    """

    def __init__(self) -> None:
        self._around: list[QWidget] = []
        widget = QApplication.focusWidget()
        while widget is not None:
            self._around.append(widget)
            widget = widget.parentWidget()

    def restore_focus(self) -> None:
        """Give the focus to the innermost of them that still exists and can take it."""
        for widget in self._around:
            if isValid(widget) and _accepts_focus(widget):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _accepts_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
