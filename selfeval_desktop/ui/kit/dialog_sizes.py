"""The size with which a dialog opens, never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(20, 40)
"""The frame and title bar of the system, in logical pixels, at most."""


def resize_within_screen(dialog: QDialog, size: QSize) -> None:
    """Give the dialog that size, or less on a small screen."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - _FRAME))
