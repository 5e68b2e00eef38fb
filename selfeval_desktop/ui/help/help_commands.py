"""Help at the field: a panel that follows the cursor, and tooltips of heads and names."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.cell_explanation import CellExplanation, explain_cell
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.help.cursor_watch import CursorWatch
from selfeval_desktop.ui.help.help_panel import HelpPanel, SideColumn
from selfeval_desktop.ui.help.last_year_commands import LastYearWatch
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.plain_text import tooltip_text


class HelpCommands(QObject):
    """While the panel is shown it explains the cell with the cursor; away from the form, the last one."""

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        side_column: SideColumn,
        panel: HelpPanel,
        cursor: CursorWatch,
        last_year: LastYearWatch,
    ) -> None:
        super().__init__(panel)
        self._document, self._workspace = document, workspace
        self._side_column, self._panel = side_column, panel
        self._cursor, self._last_year = cursor, last_year
        cursor.moved.connect(self._on_cursor_moved)
        for page in (workspace.funds, workspace.indicators):
            page.model.head_tooltip = self._field_tooltip
        FieldTooltips(workspace, workspace.field_of, self._field_tooltip)

    @does("actionFieldHelp")
    def show_field_help(self, shown: bool) -> None:
        """Show the help for the cell with the cursor, or put it away; the keyboard stays in its cell."""
        focused = QApplication.focusWidget()
        if shown:
            self._cursor.update_address()
            self._update_panel()
        self._side_column.show_help(shown)
        if focused is not None and not focused.isVisible():
            self._focus_explained_cell()

    def _on_cursor_moved(self) -> None:
        if not self._panel.isHidden():
            self._update_panel()

    def _update_panel(self) -> None:
        with self._document.reporting_errors():
            self._panel.show_explanation(self._current_cell_explanation())

    def _focus_explained_cell(self) -> None:
        """Move the keyboard, whose list or help has just been hidden, to the cell that the help explains."""
        address = self._cursor.address
        if address is None or not self._workspace.show_field(address):
            self._workspace.tabs.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _current_cell_explanation(self) -> CellExplanation | None:
        state, address = self._document.form, self._cursor.address
        cell = self._workspace.cell_at_address(address) if address is not None else None
        if state is None or address is None or cell is None:
            return None
        entry = self._document.services.manual(address)
        return explain_cell(state, address, cell, entry, self._last_year.last_year_tooltip(address))

    def _field_tooltip(self, field: FieldRef) -> str:
        """What the manual says of the field, as rich text, which Qt breaks into lines."""
        what = ""
        with self._document.reporting_errors():
            what = self._document.services.manual(field).what
        return tooltip_text(what, wraps=True) if what else ""


class FieldTooltips(QObject):
    """Tooltips for the boxes in `area` that have none of their own, such as one about a finding, and for their labels.

    `field_of` gives the field of a box, None for any other widget; `tooltip_of` gives the text.
    """

    def __init__(
        self,
        area: QWidget,
        field_of: Callable[[QWidget], FieldRef | None],
        tooltip_of: Callable[[FieldRef], str],
    ) -> None:
        super().__init__(area)
        self._area, self._field_of, self._tooltip_of = area, field_of, tooltip_of
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt offers the event to a widget's parents while nobody has anything to say.
        if watched is self._area and isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            widget = self._area.childAt(event.pos())
            buddy = widget.buddy() if isinstance(widget, QLabel) else widget
            field = self._field_of(buddy) if buddy is not None else None
            if field is not None and widget is not None:
                QToolTip.showText(event.globalPos(), self._tooltip_of(field), widget)
                return True
        return super().eventFilter(watched, event)
