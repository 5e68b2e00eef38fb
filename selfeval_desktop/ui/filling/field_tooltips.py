"""Tooltips of the fields beside the tables: what belongs there, asked for when the mouse rests on a name or a box."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from selfeval_desktop.domain.form.fields import FieldRef


class FieldTooltips(QObject):
    """Answers for the fields in a room that have no tooltip of their own, such as one about a finding.

    `field_of` knows the field of a box, None for any other widget; a label speaks of its buddy.
    """

    def __init__(
        self, room: QWidget, field_of: Callable[[QWidget], FieldRef | None], tip: Callable[[FieldRef], str]
    ) -> None:
        super().__init__(room)
        self._room, self._field_of, self._tooltip_of = room, field_of, tip
        room.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt offers the event to a widget's parents while nobody has anything to say.
        if watched is self._room and isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            widget = self._room.childAt(event.pos())
            buddy = widget.buddy() if isinstance(widget, QLabel) else widget
            field = self._field_of(buddy) if buddy is not None else None
            if field is not None and widget is not None:
                QToolTip.showText(event.globalPos(), self._tooltip_of(field), widget)
                return True
        return super().eventFilter(watched, event)
