"""Object names, for tests and scripts, and accessible names, for screen readers."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Widget = TypeVar("Widget", bound=QWidget)


def name_widget(widget: Widget, object_name: str, accessible: str) -> Widget:
    """The widget, found by `object_name` and read out as `accessible`."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)
    return widget
