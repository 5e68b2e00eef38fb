"""Names for tests and scripts, and names for screen readers."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Widget = TypeVar("Widget", bound=QWidget)


def named(widget: Widget, object_name: str, accessible: str) -> Widget:
    """The widget, found by `object_name` and read out as `accessible`."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)
    return widget


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and have the widget drawn by its new rules."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
