"""A table that is filled in by keyboard as people know it from spreadsheets."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.filling.cell_delegate import CellDelegate, Index
from selfeval_desktop.ui.filling.selection_table import SelectionTable

CellEdit = Literal["cut", "copy", "paste", "clear"]
Hint = QAbstractItemDelegate.EndEditHint
Trigger = QAbstractItemView.EditTrigger
_ARROW_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: (-1, 0),
    QAbstractItemView.CursorAction.MoveDown: (1, 0),
    QAbstractItemView.CursorAction.MoveLeft: (0, -1),
    QAbstractItemView.CursorAction.MoveRight: (0, 1),
}
_CURSOR_KEYS = frozenset(
    (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    )
)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Grid(SelectionTable):
    """Enter goes down, Tab to the next cell that can be filled in, arrows never wrap.

    Typing replaces a cell's text, F2 and a double click change it, Delete clears the selected cells. The cell with
    the cursor is always selected. Tab leaves the table after the last cell, Ctrl+Tab from anywhere.
    """

    copyAsked = Signal(bool)
    """The selected cells are to be copied, or cut where it is True."""
    pasteAsked = Signal()
    """The clipboard is to be pasted here."""

    def __init__(self, model: FormTableModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._place = (0, 0)
        self._tab_start: int | None = None
        self._has_lost_place = False
        # Connected before setModel: on a reset the view itself drops cursor and editor.
        model.modelAboutToBeReset.connect(self._remember_cursor)
        self.setModel(model)
        # Only after the headers, which drop the cursor once more.
        model.shown.connect(self._restore_cursor)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)

    def commit_editor(self) -> None:
        """Take what an open editor holds into the form; the editor stays open."""
        delegate = self.itemDelegateForIndex(self.currentIndex())
        if self.state() == QAbstractItemView.State.EditingState and isinstance(delegate, CellDelegate):
            delegate.commit_open_editor()

    def close_editor(self) -> None:
        """Take what an open editor holds into the form and close it."""
        delegate = self.itemDelegateForIndex(self.currentIndex())
        if isinstance(delegate, CellDelegate):
            delegate.close_open_editor()

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        moves = {
            Hint.SubmitModelCache: self._go_on_after_enter,
            Hint.EditNextItem: self._go_on_after_tab,
            Hint.EditPreviousItem: self.go_to_previous_cell,
        }
        super().closeEditor(editor, Hint.NoHint if hint in moves else hint)
        if hint in moves and not moves[hint]() and hint != Hint.SubmitModelCache:
            super().focusNextPrevChild(hint == Hint.EditNextItem)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Close the editor before a jump; Qt would close it as Enter does, and go one row further."""
        delegate = self.itemDelegateForIndex(previous)
        if isinstance(delegate, CellDelegate):
            delegate.close_open_editor()
        super().currentChanged(current, previous)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._is_composing():
            return
        if key in _CURSOR_KEYS:
            self._tab_start = None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on_after_enter(-1 if shift else 1)
        elif key == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._select_whole_rows()
        elif key in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._leave_table(forward=key == Qt.Key.Key_Tab and not shift)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.edit_cells("clear")
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.edit_cells("copy")
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.edit_cells("cut")
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.edit_cells("paste")
        else:
            super().keyPressEvent(event)
            if key == Qt.Key.Key_F2:
                self._continue_editing()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text that an input method sends without composing it, such as “（”, begins a cell like any key.

        Qt hands it on to editors of one line only, and drops it before others.
        """
        index, editing = self.currentIndex(), QAbstractItemView.State.EditingState
        is_at_once = bool(event.commitString()) and not event.preeditString()
        if not is_at_once or self.state() == editing or not self._model.cell_at(index).editable:
            super().inputMethodEvent(event)
            return
        self._begin_editing(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the cell that Qt only puts the cursor on: row commands and Delete would miss it."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self._put_cursor(self.currentIndex())

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Let Ctrl with a key move the selection with the cursor, and with Shift extend it; Qt would leave it behind."""
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            flags = QItemSelectionModel.SelectionFlag
            is_extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return flags.SelectCurrent if is_extending else flags.ClearAndSelect
        return super().selectionCommand(index, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._continue_editing()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._is_composing():
            return True
        moved = self._go_on_after_tab() if forward else self.go_to_previous_cell()
        return moved or super().focusNextPrevChild(forward)

    def edit_cells(self, way: CellEdit) -> None:
        """Cut, copy, paste or clear the selected cells."""
        if way == "clear":
            self._model.clear_cells(self.chosen_cells())
        elif way == "paste":
            self.pasteAsked.emit()
        else:
            self.copyAsked.emit(way == "cut")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tab_start = None
        super().mousePressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Ctrl with an arrow goes to the end of what is filled in, or over blank cells to the next that is."""
        step = _ARROW_STEPS.get(action)
        if step is None or not modifiers & Qt.KeyboardModifier.ControlModifier:
            return super().moveCursor(action, modifiers)
        return self._edge_of_block(*step)

    def go_down(self, step: int = 1) -> bool:
        """Go to the next cell below, above when `step` is -1; False at the edge."""
        current = self.currentIndex()
        row = current.row() + step
        while 0 <= row < self._model.rowCount():
            if self._is_seen(row, current.column()):
                self._put_cursor(current.siblingAtRow(row))
                return True
            row += step
        return False

    def go_to_next_cell(self) -> bool:
        """Go to the next cell that can be filled in, row by row; False after the last."""
        return self._go_to_editable_cell(1)

    def go_to_previous_cell(self) -> bool:
        """Go to the editable cell before, row by row; False before the first."""
        return self._go_to_editable_cell(-1)

    def _go_on_after_tab(self) -> bool:
        """Go to the next cell, and remember where the first Tab was pressed, for Enter."""
        if self._tab_start is None:
            self._tab_start = self.currentIndex().column()
        return self.go_to_next_cell()

    def _go_on_after_enter(self, step: int = 1) -> bool:
        """Go down, after Tab to the column where it was pressed first, as in a spreadsheet."""
        start, self._tab_start = self._tab_start, None
        if start is not None and self.currentIndex().isValid():
            self._put_cursor(self.currentIndex().siblingAtColumn(start))
        return self.go_down(step)

    def _select_whole_rows(self) -> None:
        """Select every row of which a cell is selected."""
        flags = QItemSelectionModel.SelectionFlag
        for index in self.chosen_cells():
            self.selectionModel().select(index, flags.Select | flags.Rows)

    def _edge_of_block(self, down: int, right: int) -> QModelIndex:
        current = self.currentIndex()
        cells = [current]
        row, column = current.row() + down, current.column() + right
        while 0 <= row < self._model.rowCount() and 0 <= column < self._model.columnCount():
            if self._is_seen(row, column):
                cells.append(self._model.index(row, column))
            row, column = row + down, column + right
        filled = [bool(self._model.cell_at(cell).text) for cell in cells]
        if len(cells) > 1 and filled[0] and filled[1]:
            is_edge = (place for place in range(1, len(cells)) if not all(filled[place : place + 2]))
        else:
            is_edge = (place for place in range(1, len(cells)) if filled[place])
        return cells[next(is_edge, len(cells) - 1)]

    def _is_composing(self) -> bool:
        """Whether a text is being composed for a cell; Qt leaves the keyboard with the table until it is there."""
        delegate = self.itemDelegateForIndex(self.currentIndex())
        return isinstance(delegate, CellDelegate) and delegate.is_composing

    def _remember_cursor(self) -> None:
        """Remember the place of the cursor, which another form gets too; typed text has been committed by now."""
        current = self.currentIndex()
        if current.isValid():
            self._place = current.row(), current.column()
        delegate = self.itemDelegateForIndex(current)
        if isinstance(delegate, CellDelegate):
            delegate.discard_open_editor()
        self._has_lost_place = True

    def _restore_cursor(self) -> None:
        """Put the cursor back at the remembered place, or the nearest that the table has."""
        rows, columns = self._model.rowCount(), self._model.columnCount()
        if self._has_lost_place and rows:
            self._has_lost_place = False
            row, column = min(self._place[0], rows - 1), min(self._place[1], columns - 1)
            self._put_cursor(self._first_merged_cell(self._model.index(row, column)))
            self.scrollTo(self.currentIndex())

    def _leave_table(self, *, forward: bool) -> None:
        """Commit an open editor and go to the control after the table, or before it."""
        self.close_editor()
        super().focusNextPrevChild(forward)

    def _begin_editing(self, event: QEvent) -> None:
        """Open an editor on the current cell and let the event replace its text."""
        index = self.currentIndex()
        if not self._model.cell_at(index).editable:
            return
        self.edit(index)
        editor = self.indexWidget(index)
        if editor is not None:
            QCoreApplication.sendEvent(editor.focusProxy() or editor, event)

    def _continue_editing(self) -> None:
        """F2 and a double click keep the text."""
        delegate = self.itemDelegateForIndex(self.currentIndex())
        if isinstance(delegate, CellDelegate):
            delegate.continue_editing()

    def _go_to_editable_cell(self, step: int) -> bool:
        columns = self._model.columnCount()
        if not columns or not self.currentIndex().isValid():
            return False
        place = self.currentIndex().row() * columns + self.currentIndex().column() + step
        while 0 <= place < columns * self._model.rowCount():
            row, column = divmod(place, columns)
            index = self._model.index(row, column)
            if self._model.cell_at(index).editable and self._is_seen(row, column):
                self._put_cursor(index)
                return True
            place += step
        return False
