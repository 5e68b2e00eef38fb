"""The indicator table: commands on its rows, and which of its columns are shown and how wide, kept by template."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from selfeval_desktop.app.settings import SettingsStore
from selfeval_desktop.ui.filling.indicator_grid import HIDDEN
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.widget_names import name_widget

_LATER_MS = 300
_ALWAYS_SHOWN = frozenset({"level3"})


class RowCommands(QObject):
    """Commands on the rows of indicators; those that change rows turn to their page first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace, self._rows = workspace, workspace.indicators

    @does("actionInsertRow")
    def insert_row(self) -> None:
        """Insert a blank row below the cursor."""
        self._workspace.show_indicators()
        self._rows.insert_row()

    @does("actionDeleteRow")
    def delete_rows(self) -> None:
        """Delete the selected rows."""
        self._workspace.show_indicators()
        self._rows.delete_rows()

    @does("actionDuplicateRow")
    def duplicate_rows(self) -> None:
        """Copy the selected rows, below themselves."""
        self._workspace.show_indicators()
        self._rows.duplicate_rows()

    @does("actionMoveUp", -1)
    @does("actionMoveDown", 1)
    def move_rows(self, by: int) -> None:
        """Move the selected rows by one place, up where `by` is -1."""
        self._workspace.show_indicators()
        self._rows.move_rows(by)

    @does("actionOnlyProblems")
    def show_only_problems(self, only: bool) -> None:
        """Hide the rows without findings, or show all."""
        self._rows.show_only_problems(only)


class ColumnCommands(QObject):
    """Fills a menu with the columns, and gives the same menu to their heads."""

    def __init__(self, page: IndicatorsTab, settings: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._page, self._settings = page, settings
        self._template = ""
        title = self.tr("指标表的列")
        self.menu = name_widget(QMenu(title, window), "columnsMenu", title)
        self.menu.aboutToShow.connect(self._fill_menu)
        head = page.table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.menu.exec(head.mapToGlobal(at)))
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.save_widths)
        page.table.widthsChosen.connect(self._later.start)
        page.model.modelReset.connect(self._apply_saved_widths)
        self._apply_saved_widths()

    def _apply_saved_widths(self) -> None:
        """Show the widths kept for the template of the open form, when that is another template."""
        state = self._page.model.state
        if state is not None and state.template.id != self._template:
            self._template = state.template.id
            self._page.table.set_widths(self._settings.load_settings().columns.get(self._template, {}))

    def save_widths(self) -> None:
        """Remember the widths as they are."""
        self._later.stop()
        kept = self._settings.load_settings().columns
        self._settings.change_settings(columns={**kept, self._template: self._page.table.chosen_widths()})

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self._page.model.state is None:
            self.menu.addAction(self.tr("请先在左边选一张表")).setEnabled(False)
            return
        for place, key in enumerate(self._page.table.column_keys()):
            head = self._page.model.headerData(place, Qt.Orientation.Horizontal)
            action = self.menu.addAction(str(head))
            action.setCheckable(True)
            action.setChecked(not self._page.table.isColumnHidden(place))
            action.setEnabled(key not in _ALWAYS_SHOWN)
            action.toggled.connect(lambda shown, key=key: self._show_column(key, shown=shown))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("恢复原来的列和列宽")).triggered.connect(lambda: self._set_widths({}))

    def _show_column(self, key: str, *, shown: bool) -> None:
        widths = {other: width for other, width in self._page.table.chosen_widths().items() if other != key}
        self._set_widths(widths if shown else {**widths, key: HIDDEN})

    def _set_widths(self, widths: dict[str, int]) -> None:
        self._page.table.set_widths(widths)
        self.save_widths()
