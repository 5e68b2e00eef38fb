"""One model for lists and tables that are looked at: each column says how it shows a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.ui.kit.plain_text import tooltip_text

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class ListColumn(Generic[Row]):
    """What a column shows of a row.

    Where `tooltip`, `colour` or `icon` is None, or gives None, there is none. `is_ticked` gives a box: ticked, not
    ticked, or none at all for None; `tick` sets it and says whether anything changed, None where the user may not.
    """

    head: str
    text: Callable[[Row], str]
    tooltip: Callable[[Row], str | None] | None = None
    colour: Callable[[Row], QColor | None] | None = None
    icon: Callable[[Row], QIcon | None] | None = None
    alignment: Qt.AlignmentFlag | None = None
    is_ticked: Callable[[Row], bool | None] | None = None
    tick: Callable[[Row, bool], bool] | None = None

    def shown_data(self, row: Row, role: int) -> Any:
        """What Qt asks for in that role; None where there is nothing."""
        match role:
            case Role.DisplayRole:
                return shown_text(self.text(row))
            case Role.ToolTipRole if self.tooltip is not None:
                told = self.tooltip(row)
                return None if told is None else tooltip_text(shown_text(told))
            case Role.ForegroundRole if self.colour is not None:
                return self.colour(row)
            case Role.DecorationRole if self.icon is not None:
                return self.icon(row)
            case Role.TextAlignmentRole if self.alignment is not None:
                return int(self.alignment)
            case Role.CheckStateRole if self.is_ticked is not None:
                ticked = self.is_ticked(row)
                if ticked is not None:
                    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None


class ColumnsModel(QAbstractTableModel, Generic[Row]):
    """Rows of any kind under the heads of their columns, which stand on the left.

    A model with methods of its own is a subclass, which calls `set_columns` once it is made.
    """

    def __init__(self, columns: Sequence[ListColumn[Row]] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[ListColumn[Row], ...] = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown, from the top."""
        return self._rows

    def set_columns(self, *columns: ListColumn[Row]) -> None:
        """Show the rows so; to be called before a view has the model."""
        self._columns = columns

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these. Where they are the rows shown already, nothing happens and a view keeps its place."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """The same rows, as many as before, with other values: a view keeps its place."""
        assert len(rows) == len(self._rows)
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.refresh_rows()

    def append_rows(self, rows: Sequence[Row]) -> None:
        """More rows below those shown."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += tuple(rows)
            self.endInsertRows()

    def refresh_rows(self, first: int = 0, last: int | None = None) -> None:
        """Have these rows painted anew, all by default: something that their columns tell has changed."""
        last = len(self._rows) - 1 if last is None else last
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def row_at(self, index: Index) -> Row | None:
        """The row of that line; None beside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return _LEFT
        return self._columns[section].head if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_box = index.isValid() and self._can_tick(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if is_box else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row_at(index)
        return None if row is None else self._columns[index.column()].shown_data(row, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick the row, or no longer; nothing else can be set."""
        if role != Role.CheckStateRole or not index.isValid():
            return False
        return self.tick_row(index, is_ticked=Qt.CheckState(value) is Qt.CheckState.Checked)

    def toggle_row(self, index: Index) -> bool:
        """Tick the row of that cell if it is not ticked, and the other way round; whether it has a box."""
        state = self.data(index, Role.CheckStateRole)
        return state is not None and self.tick_row(index, is_ticked=state is Qt.CheckState.Unchecked)

    def tick_row(self, index: Index, *, is_ticked: bool) -> bool:
        """Set the box of that cell; whether it has one."""
        row, tick = self.row_at(index), self._columns[index.column()].tick if index.isValid() else None
        if row is None or tick is None or not self._can_tick(index):
            return False
        if tick(row, is_ticked):
            self.refresh_rows(index.row(), index.row())
        return True

    def _can_tick(self, index: Index) -> bool:
        column = self._columns[index.column()]
        return column.tick is not None and column.shown_data(self._rows[index.row()], Role.CheckStateRole) is not None


def common_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """How many entries are equal at the beginning and at the end; no entry counts for both."""
    shorter = min(len(old), len(new))
    first = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    rest = shorter - first
    last = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    return first, last
