"""Help at the field: a panel that follows the cursor, and tooltips of heads and names."""

from html import escape

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.cell_explanation import CellExplanation, explain_cell
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.field_tooltips import FieldTooltips
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.help.cursor_watch import CursorWatch
from selfeval_desktop.ui.help.help_panel import HelpPanel
from selfeval_desktop.ui.help.last_year_watch import LastYearWatch
from selfeval_desktop.ui.help.side_column import SideColumn
from selfeval_desktop.ui.kit.commands import does


class HelpCommands(QObject):
    """While the panel is shown it tells of the cell with the cursor; away from the form, of the last one."""

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
        self._document, self._workspace, self._side_column, self._panel = (
            document,
            workspace,
            side_column,
            panel,
        )
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
        """The list or the help has gone from under the keyboard: it goes to the cell that the help tells of."""
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
        """What belongs there, as a text that Qt breaks into lines."""
        what = ""
        with self._document.reporting_errors():
            what = self._document.services.manual(field).what
        return f"<qt>{escape(what)}</qt>" if what else ""
