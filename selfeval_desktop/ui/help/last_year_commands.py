"""Last year's values beside this year's: in tooltips, and on demand in the line below."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.help.cursor_watch import CursorWatch
from selfeval_desktop.ui.help.last_year_watch import LastYearWatch
from selfeval_desktop.ui.kit.commands import does


class LastYearCommands(QObject):
    """`tell` shows a text in the line, which has its place already: nothing moves with the cursor."""

    def __init__(
        self,
        watch: LastYearWatch,
        cursor: CursorWatch,
        workspace: Workspace,
        tell: Callable[[str | None], None],
    ) -> None:
        super().__init__(workspace)
        self._watch, self._cursor, self._show_text = watch, cursor, tell
        self._is_shown = False
        cursor.moved.connect(self._update_last_year_line)
        for page in (workspace.funds, workspace.indicators):
            page.model.cell_remark = watch.last_year_tooltip

    @does("actionLastYear")
    def show_last_year(self, shown: bool) -> None:
        """Show the line, or put it away."""
        if shown:
            self._cursor.update_address()
        self._is_shown = shown
        self._show_text(None)
        self._update_last_year_line()

    def _update_last_year_line(self) -> None:
        if self._is_shown:
            address = self._cursor.address
            self._show_text(self._watch.last_year_line(address) if address else "")
