"""How large a dialog begins: as it would like to be, as far as the screen has room for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

_FRAME = QSize(20, 40)
"""What the system puts around a window, at most."""


def resize_within_screen(dialog: QDialog, size: QSize) -> None:
    """Give the dialog that size, or less on a small screen."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - _FRAME))
