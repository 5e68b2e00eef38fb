"""The column at the left: the list of forms, and the help for the cell with the cursor."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

_ROOM_FOR_BOTH = 780
"""From this height on, in logical pixels, the list of forms stays in view above the help."""


class SideColumn(QWidget):
    """The help takes the place of the list, so that the form keeps all its room; a high screen shows both."""

    def __init__(self, forms: QWidget, aid: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms, self._help_panel = forms, aid
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(forms, 2)
        column.addWidget(aid, 3)

    @property
    def hides_list(self) -> bool:
        """Whether the help stands where the list of forms would."""
        return self._forms.isHidden()

    def show_help(self, shown: bool) -> None:
        """Show the help, or put it away."""
        self._help_panel.setVisible(shown)
        self._update_list_visibility()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_list_visibility()

    def _update_list_visibility(self) -> None:
        self._forms.setVisible(self._help_panel.isHidden() or self.height() >= _ROOM_FOR_BOTH)
