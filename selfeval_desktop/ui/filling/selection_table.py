"""A table of a form: its selection, its cursor and its merged cells, in terms of the form's fields."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.document.indicators_model import MergedLevelSpan


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
        first, last = (
            self._model.index(*place) for place in ((rows[0], columns[0]), (rows[-1], columns[-1]))
        )
        self.go_to(first)
        self.selectionModel().select(
            QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

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
