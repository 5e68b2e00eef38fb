"""A table of a form's cells: where its cursor is, which cells are merged, and what is selected of those in sight."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.ui.models.indicators import Span
from selfeval_desktop.ui.models.table import FormTable

_Select = QItemSelectionModel.SelectionFlag


class FormView(QTableView):
    """What is hidden is never chosen: a selection over it, in the sense of Qt, is one around it."""

    def __init__(self, model: FormTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._merged: dict[tuple[int, int], int] = {}
        self.setModel(model)

    def chosen(self) -> list[QModelIndex]:
        """The selected cells that are in sight."""
        return [index for index in self.selectionModel().selectedIndexes() if not self._is_hidden(index)]

    def chosen_block(self) -> tuple[list[int], list[int]]:
        """The rows and columns in sight of the smallest rectangle around what is selected."""
        rows, columns = self.chosen_rows(), [index.column() for index in self.chosen()]
        if not rows:
            return [], []
        return (
            [row for row in range(rows[0], rows[-1] + 1) if not self.isRowHidden(row)],
            [place for place in range(min(columns), max(columns) + 1) if not self.isColumnHidden(place)],
        )

    def chosen_fields(self) -> tuple[FieldRef, ...]:
        """The cells of the form that are selected; a merged cell stands for each of its rows."""
        places = {(row, index.column()) for index in self.chosen() for row in self._rows_of(index)}
        cells = (self._model.cell(self._model.index(*place)) for place in sorted(places))
        return tuple(cell.field for cell in cells if cell.field is not None)

    def chosen_rows(self) -> list[int]:
        """The rows of all selected cells in order; a merged cell stands for each of its rows, a whole row for itself."""
        whole = {index.row() for index in self.selectionModel().selectedRows()}
        cells = self.chosen()
        parts = (row for index in cells if index.row() not in whole for row in self._rows_of(index))
        return sorted({*parts, *(index.row() for index in cells)})

    def choose_block(self, rows: range, columns: range) -> None:
        """Select a rectangle, the cursor in its upper left cell."""
        first, last = (
            self._model.index(*place) for place in ((rows[0], columns[0]), (rows[-1], columns[-1]))
        )
        self.reveal(self._model.index(row, columns[0]) for row in rows)
        self.go_to(first)
        self.selectionModel().select(QItemSelection(first, last), _Select.ClearAndSelect)

    def choose_rows(self, rows: Iterable[int], column: int) -> None:
        """Select these rows in that column, the cursor on the first."""
        chosen = QItemSelection()
        for row in rows:
            index = self._model.index(row, column)
            chosen.select(index, index)
        self.reveal(chosen.indexes())
        first = chosen.indexes()[0]
        self.selectionModel().setCurrentIndex(first, _Select.NoUpdate)
        self.selectionModel().select(chosen, _Select.ClearAndSelect)
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
        """The cell with the cursor; None where the form keeps nothing."""
        return self._model.cell(self.currentIndex()).field

    def current_address(self) -> FieldRef | None:
        """The cell with the cursor, one of which the form keeps nothing too; None for a table without cells."""
        return self._model.address(self.currentIndex())

    def go_to(self, index: QModelIndex) -> None:
        """Put the cursor on a cell and bring it into view; the first row of a merged cell stands for all."""
        self.reveal([index])
        self._put_cursor(index.siblingAtRow(self._first_row(index)))
        self.scrollTo(self.currentIndex())

    def reveal(self, indexes: Iterable[QModelIndex]) -> None:
        """Have these cells in sight from now on, in a table that hides any."""

    def merge_rows(self, spans: Iterable[Span]) -> None:
        """Show each span as one cell, and nothing else merged."""
        self.clearSpans()
        self._merged = {}
        for span in spans:
            self.setSpan(span.row, span.column, span.count, 1)
            for row in range(span.row + 1, span.row + span.count):
                self._merged[row, span.column] = span.row

    def _put_cursor(self, index: QModelIndex) -> None:
        """Select that cell alone; Qt would add it to the selection while the Ctrl of a shortcut is held down."""
        self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)

    def _is_hidden(self, index: QModelIndex) -> bool:
        return self.isRowHidden(index.row()) or self.isColumnHidden(index.column())

    def _is_seen(self, row: int, column: int) -> bool:
        """Whether the cell is neither hidden nor part of a merged one that begins above it."""
        return not self._is_hidden(self._model.index(row, column)) and (row, column) not in self._merged

    def _first_row(self, index: QModelIndex) -> int:
        return self._merged.get((index.row(), index.column()), index.row())

    def _rows_of(self, index: QModelIndex) -> range:
        """The rows of the merged cell that this one belongs to, or its own; Qt counts from within the span too."""
        first = self._first_row(index)
        return range(first, first + self.rowSpan(first, index.column()))
