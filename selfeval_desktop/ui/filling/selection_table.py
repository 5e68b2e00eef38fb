"""A table of a form: its selection, its cursor and its merged cells, in terms of the form's fields."""

from collections.abc import Iterable
from enum import Enum, auto

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.document.indicators_model import MergedLevelSpan

ScrollHint = QAbstractItemView.ScrollHint


class SelectionTable(QTableView):
    """Selection and cursor. Hidden rows and columns are never part of the selection."""

    def __init__(self, model: FormTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._merged: dict[tuple[int, int], int] = {}

    def chosen_cells(self) -> list[QModelIndex]:
        """The selected cells without hidden ones, so that nothing is changed out of sight."""
        return [
            index
            for index in self.selectionModel().selectedIndexes()
            if not self.isRowHidden(index.row()) and not self.isColumnHidden(index.column())
        ]

    def cells_above(self, cells: Iterable[QModelIndex]) -> list[QModelIndex]:
        """For each cell the one in the next visible row above; none for cells of the first."""
        rows = [row for row in range(self._model.rowCount()) if not self.isRowHidden(row)]
        found = ((cell, [row for row in rows if row < cell.row()]) for cell in cells)
        return [cell.siblingAtRow(above[-1]) for cell, above in found if above]

    def chosen_block(self) -> tuple[list[int], range]:
        """The visible rows, and the columns, of the smallest rectangle around the selected cells."""
        columns = [index.column() for index in self.chosen_cells()]
        rows = self.chosen_rows()
        if not rows:
            return [], range(0)
        seen = [row for row in range(rows[0], rows[-1] + 1) if not self.isRowHidden(row)]
        return seen, range(min(columns), max(columns) + 1)

    def chosen_fields(self) -> tuple[FieldRef, ...]:
        """The cells of the form that are selected; a merged cell stands for each of its rows."""
        places = {(row, index.column()) for index in self.chosen_cells() for row in self._rows_of(index)}
        cells = (self._model.cell_at(self._model.index(*place)) for place in sorted(places))
        return tuple(cell.field for cell in cells if cell.field is not None)

    def choose_block(self, rows: range, columns: range) -> None:
        """Select a rectangle, the cursor in its upper left cell."""
        first, last = (self._model.index(*place) for place in ((rows[0], columns[0]), (rows[-1], columns[-1])))
        self.go_to(first)
        self.selectionModel().select(QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def chosen_rows(self) -> list[int]:
        """The rows of all selected cells in order; a merged cell stands for each of its rows, a whole row for itself."""
        whole = {index.row() for index in self.selectionModel().selectedRows()}
        rows = {row for row in whole if not self.isRowHidden(row)}
        for index in self.chosen_cells():
            if index.row() not in whole:
                rows.update(self._rows_of(index))
        return sorted(rows)

    def choose_rows(self, rows: Iterable[int], column: int) -> None:
        """Select these rows in that column, the cursor on the first."""
        chosen = QItemSelection()
        for row in rows:
            index = self._model.index(row, column)
            chosen.select(index, index)
        first = chosen.indexes()[0]
        self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(first)

    def show_field(self, field: FieldRef) -> bool:
        """Go to that cell; False when it is none of this table's."""
        index = self._model.index_of(field)
        if not index.isValid():
            return False
        self.go_to(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def current_field(self) -> FieldRef | None:
        """The cell with the cursor; None for one that the form does not store, such as the rate."""
        return self._model.cell_at(self.currentIndex()).field

    def current_address(self) -> FieldRef | None:
        """The cell with the cursor, also a calculated one that the form does not store; None for a table without cells."""
        return self._model.cell_address(self.currentIndex())

    def go_to(self, index: QModelIndex) -> None:
        """Put the cursor on a cell and bring it into view; the first row of a merged cell stands for all."""
        self._put_cursor(self._first_merged_cell(index))
        self.scrollTo(self.currentIndex())

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        """Leave a merged cell where it is that is taller than the table, as long as some of it is in view."""
        rect = self.visualRect(index)
        is_tall = rect.height() > self.viewport().height() and rect.intersects(self.viewport().rect())
        if hint != ScrollHint.EnsureVisible or not is_tall:
            super().scrollTo(index, hint)

    def merge_rows(self, spans: Iterable[MergedLevelSpan]) -> None:
        """Show each span as one cell, and nothing else merged."""
        self.clearSpans()
        self._merged = {}
        for span in spans:
            self.setSpan(span.row, span.column, span.count, 1)
            for row in range(span.row + 1, span.row + span.count):
                self._merged[row, span.column] = span.row
        current = self.currentIndex()
        if (current.row(), current.column()) in self._merged:
            self._put_cursor(self._first_merged_cell(current))

    def _rows_of(self, index: QModelIndex) -> range:
        """The rows of the merged cell that this one belongs to, or its own row."""
        first = self._first_merged_cell(index).row()
        return range(first, first + self.rowSpan(first, index.column()))

    def _first_merged_cell(self, index: QModelIndex) -> QModelIndex:
        """The cell itself, or the first of the merged one that it belongs to."""
        return index.siblingAtRow(self._merged.get((index.row(), index.column()), index.row()))

    def _put_cursor(self, index: QModelIndex) -> None:
        """Select that cell alone; Qt would extend the selection while the Ctrl of a shortcut is held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _is_seen(self, row: int, column: int) -> bool:
        """Whether the cell is neither hidden nor part of a merged one that begins above it."""
        hidden = self.isRowHidden(row) or self.isColumnHidden(column)
        return not hidden and (row, column) not in self._merged


_LINE = 3
_ASIDE = 60
"""Letting go farther beside the table than this, in logical pixels, moves nothing."""
_EDGE = 14
"""Within this distance of the upper and the lower edge a drag scrolls."""
_SCROLL_MS, _STEP = 40, 12


class _Drag(Enum):
    NONE = auto()
    PRESSED = auto()
    UNDER_WAY = auto()
    GIVEN_UP = auto()


class RowHandles(QHeaderView):
    """A press selects a row, or keeps the selected ones; from there they are dragged.

    Esc cancels a drag, and so does letting go far beside the table. A click on one of several selected rows
    selects that one alone.
    """

    dropped = Signal(int, bool)
    """The selected rows are to move next to that row: below it where True, above where False."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self._drag, self._at = _Drag.NONE, QPoint()
        self._is_one_of_several = False
        self._target: tuple[int, bool] | None = None
        self._line = QFrame(table.viewport())
        self._line.setObjectName("dropLine")
        self._line.setFixedHeight(_LINE)
        self._line.hide()
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_at_edge)
        self.setSectionsClickable(True)
        self.setToolTip(self.tr("拖动行号可以把行移到别处；拖进另一组就归入那一组"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        row = self.logicalIndexAt(self._at)
        if event.button() == Qt.MouseButton.RightButton and row >= 0 and row not in self._selected_rows():
            # What the menu does is done with the row that it was opened on.
            self._table.selectRow(row)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        rows = self._selected_rows()
        self._is_one_of_several = plain and row in rows and len(rows) > 1
        if not self._is_one_of_several:
            # The row stays under the mouse, so that the next one can be clicked where it is seen.
            self._table.setAutoScroll(False)
            super().mousePressEvent(event)
            self._table.setAutoScroll(True)
        if plain and row >= 0:
            self._drag = _Drag.PRESSED

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._drag is _Drag.NONE:
            super().mouseMoveEvent(event)
        elif self._drag is _Drag.UNDER_WAY:
            self._show_drop_line(at)
        elif self._drag is _Drag.PRESSED and self._is_far_from_press(at):
            self._begin_drag()
            self._show_drop_line(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target, was = self._target, self._drag
        self._end_drag(_Drag.NONE)
        super().mouseReleaseEvent(event)
        if target is not None:
            self.dropped.emit(*target)
        elif was is _Drag.PRESSED and self._is_one_of_several:
            self._table.selectRow(self.logicalIndexAt(self._at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag is _Drag.UNDER_WAY:
            self._end_drag(_Drag.GIVEN_UP)
        else:
            super().keyPressEvent(event)

    def _selected_rows(self) -> set[int]:
        return {index.row() for index in self._table.selectionModel().selectedRows()}

    def _is_far_from_press(self, at: QPoint) -> bool:
        return (at - self._at).manhattanLength() >= QApplication.startDragDistance()

    def _begin_drag(self) -> None:
        self._drag = _Drag.UNDER_WAY
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        # For Esc, wherever the keyboard is.
        self.grabKeyboard()
        self._scrolling.start()

    def _end_drag(self, how: _Drag) -> None:
        if self._drag is _Drag.UNDER_WAY:
            self.releaseKeyboard()
        self._drag, self._target = how, None
        self._scrolling.stop()
        self._line.hide()
        self.unsetCursor()

    def _show_drop_line(self, at: QPoint) -> None:
        """Show where the rows would go if they were dropped now, or no line where nowhere."""
        self._at = at
        if not -_ASIDE <= at.x() <= self._table.width() + _ASIDE:
            self._target = None
            self._line.hide()
            return
        row = self.logicalIndexAt(QPoint(0, max(0, min(at.y(), self.viewport().height() - 1))))
        row = self.count() - 1 if row < 0 else row
        top, height = self.sectionViewportPosition(row), self.sectionSize(row)
        below = at.y() > top + height // 2
        self._target = (row, below)
        self._line.setFixedWidth(self._table.viewport().width())
        self._line.move(0, top + (height if below else 0) - _LINE // 2)
        self._line.show()

    def _scroll_at_edge(self) -> None:
        """Scroll on while the rows are held at the upper or lower edge."""
        bar, height = self._table.verticalScrollBar(), self.viewport().height()
        if self._at.y() < _EDGE or self._at.y() > height - _EDGE:
            bar.setValue(bar.value() + (_STEP if self._at.y() > height // 2 else -_STEP))
            self._show_drop_line(self._at)
