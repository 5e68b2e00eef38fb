"""Commands on the rows of indicators: each brings their table into view first."""

from PySide6.QtCore import QObject

from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does


class RowCommands(QObject):
    """Insert, delete, duplicate, move and filter rows."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace, self._rows = workspace, workspace.indicators

    @does("actionInsertRow")
    def insert_row(self) -> None:
        """A blank row below the cursor."""
        self._workspace.show_indicators()
        self._rows.insert_row()

    @does("actionDeleteRow")
    def delete_rows(self) -> None:
        """Take the chosen rows away."""
        self._workspace.show_indicators()
        self._rows.delete_rows()

    @does("actionDuplicateRow")
    def duplicate_rows(self) -> None:
        """The chosen rows once more, below themselves."""
        self._workspace.show_indicators()
        self._rows.duplicate_rows()

    @does("actionMoveUp", -1)
    @does("actionMoveDown", 1)
    def move_rows(self, by: int) -> None:
        """Move the chosen rows by one place."""
        self._workspace.show_indicators()
        self._rows.move_rows(by)

    @does("actionOnlyProblems")
    def show_only_problems(self, only: bool) -> None:
        """Leave out the rows in which nothing is found."""
        self._rows.show_only_problems(only)
