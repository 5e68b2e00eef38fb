"""What a window of a certain size has room for, so that figures stay whole where there is little of it."""

from dataclasses import dataclass

from PySide6.QtCore import QSize

from selfeval_desktop.ui.kit import theme

_LOW, _LOWEST = 580, 400
_NARROW = 960
"""Heights and a width of the window's client area in logical pixels, at the usual size of texts."""


@dataclass(frozen=True, slots=True)
class WindowRoom:
    """`low`: head and problem list are one line each. `lowest`: what the menus have too is put away.

    `narrow`: the list of forms and the open form take turns.
    """

    low: bool = False
    lowest: bool = False
    narrow: bool = False


def window_room(size: QSize) -> WindowRoom:
    """What a client area of that size has room for, at the chosen size of texts."""
    return WindowRoom(
        low=size.height() < theme.scaled_length(_LOW),
        lowest=size.height() < theme.scaled_length(_LOWEST),
        narrow=size.width() < theme.scaled_length(_NARROW),
    )
