"""What all cells of the tables have in common: how their one editor opens, commits and closes."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from selfeval_desktop.domain.form import texts
from selfeval_desktop.ui.document.cells import CELL, Cell
from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.filling.cell_painting import one_line_width, paint_cell
from selfeval_desktop.ui.kit.inputs import LengthGuard

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENDING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_NEWLINE_KEYS = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
)


class CellDelegate(QStyledItemDelegate):
    """Draws a `Cell` and keeps the one editor that may be open.

    Autosave commits an editor that stays open; its text is not replaced by the tidied one of the form.
    Enter commits and moves down, Tab right, Esc takes back all that was typed since the editor opened. Until F2 or
    a double click an arrow commits and moves, too. None of these keys works while an input method composes.
    """

    is_one_line = False
    """Whether the text is shown in one line, cut where the cell is too narrow; else it wraps."""
    left = Signal(object)
    """The editor of that cell, a FieldRef, has closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: QWidget | None = None
        self._index = QPersistentModelIndex()
        self._known: str | None = None
        self._is_committing = False
        self._is_composing = False
        self._is_dropping = False
        self._is_typing_anew = False

    @property
    def is_composing(self) -> bool:
        """Whether text is being composed in this cell, which must not be committed yet."""
        return self._editor is not None and self._is_composing

    def commit_open_editor(self) -> None:
        """Hand the text of the open editor to the model; the editor stays open."""
        if self._editor is not None and not self._is_composing:
            self.commitData.emit(self._editor)

    def close_open_editor(self) -> None:
        """Hand the text of the open editor to the model and close it, even while an input method composes."""
        self._commit_and_close(Hint.NoHint)

    def continue_editing(self) -> None:
        """Keep the text of the open editor, the caret at its end, where arrows move; a list without typing opens."""
        self._is_typing_anew = False
        if isinstance(self._editor, QComboBox) and not self._editor.isEditable():
            self._editor.showPopup()
            return
        box = _text_box(self._editor)
        if isinstance(box, QPlainTextEdit):
            box.moveCursor(QTextCursor.MoveOperation.End)
        elif box is not None:
            box.end(False)

    def discard_open_editor(self) -> None:
        """Close the open editor without its text: the table is about to show another form."""
        editor, self._editor = self._editor, None
        if editor is not None:
            self._is_dropping = True
            self.closeEditor.emit(editor, Hint.NoHint)
            self._is_dropping = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(CELL)
        if cell is not None:
            paint_cell(painter, option, cell, is_one_line=self.is_one_line)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the text in one line with its sign; row heights are the table's."""
        hint, cell = super().sizeHint(option, index), index.data(CELL)
        if cell is not None:
            hint.setWidth(one_line_width(option, cell))
        return hint

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = self._new_editor_widget(parent, index)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        editor.setAutoFillBackground(True)
        self._editor, self._index = editor, QPersistentModelIndex(index)
        self._known = None
        self._is_composing, self._is_typing_anew = False, True
        self._form_table(index).begin_undo_step()
        self._limit_length(editor, index)
        return editor

    def _limit_length(self, editor: QWidget, index: Index) -> None:
        """Refuse in the editor what is longer than the cell allows, instead of losing the whole text on commit."""
        table, here = self._form_table(index), QPersistentModelIndex(index)
        field, box = table.cell_at(index).field, _text_box(editor)
        if field is not None and box is not None:
            LengthGuard(box, texts.max_length(field), lambda length: table.report_too_long(here, length))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor when it opens, and again when something else (undo) changed its cell."""
        if not self._is_committing and (text := _edit_text(index)) != self._known:
            self._known = text
            self._fill_editor(editor, text)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Nothing typed changes nothing; but the same text typed again is a change, as it makes a value the user's own."""
        if self._typed_text(editor) == self._known and not _is_modified(editor):
            return
        self._is_committing = True
        try:
            self._form_table(index).setData(index, self._typed_text(editor), Qt.ItemDataRole.EditRole)
        finally:
            self._is_committing = False
        self._known = _edit_text(index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:
            self._editor = None
        field = self._form_table(index).cell_at(index).field if index.isValid() else None
        super().destroyEditor(editor, index)
        if field is not None and not self._is_dropping:
            self.left.emit(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self._editor:
            return self._on_editor_key(event)
        return super().eventFilter(watched, event)

    def _new_editor_widget(self, parent: QWidget, index: Index) -> QWidget:
        raise NotImplementedError

    def _fill_editor(self, editor: QWidget, text: str) -> None:
        raise NotImplementedError

    def _typed_text(self, editor: QWidget) -> str:
        raise NotImplementedError

    def _break_line(self) -> None:
        """Begin a new line in the open editor, where it has lines."""

    def _on_editor_key(self, event: QKeyEvent) -> bool:
        """Whether the key was dealt with here; else it is the editor's."""
        key, modifiers = event.key(), event.modifiers()
        if self._is_composing:
            return key in _ENDING
        if modifiers & Qt.KeyboardModifier.ControlModifier and key not in _ENTER:
            return False
        if key in _ARROWS:
            return self._close_on_arrow(event)
        if key in _ENTER and modifiers & _NEWLINE_KEYS:
            self._break_line()
        elif key in _ENTER:
            self._commit_and_close(Hint.SubmitModelCache)
        elif key == Qt.Key.Key_Tab:
            self._commit_and_close(Hint.EditNextItem)
        elif key == Qt.Key.Key_Backtab:
            self._commit_and_close(Hint.EditPreviousItem)
        elif key == Qt.Key.Key_Escape:
            self._revert_and_close()
        else:
            return False
        return True

    def _close_on_arrow(self, event: QKeyEvent) -> bool:
        """Whether the arrow closed the editor and is left to the table."""
        if not self._is_typing_anew or event.modifiers() & _NEWLINE_KEYS:
            return False
        self._commit_and_close(Hint.NoHint)
        # Qt hands what was ignored on to the table.
        event.ignore()
        return True

    def _commit_and_close(self, hint: Hint) -> None:
        editor = self._editor
        if editor is not None:
            self.commitData.emit(editor)
            # A list tells of its choice once more when it loses the focus by being closed.
            self._editor = None
            self.closeEditor.emit(editor, hint)

    def _revert_and_close(self) -> None:
        """Take back for good what autosave may have committed since the editor opened, then close."""
        editor, index = self._editor, self._index
        if editor is not None and index.isValid():
            self._form_table(index).take_back_typing(index)
            self.closeEditor.emit(editor, Hint.RevertModelCache)

    @staticmethod
    def _form_table(index: Index) -> FormTableModel:
        model = index.model()
        assert isinstance(model, FormTableModel)
        return model


def _edit_text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.EditRole) or "")


def _text_box(editor: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """The box that is typed into: the editor itself, or the line of a list; None for a list without one."""
    box = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    return box if isinstance(box, QLineEdit | QPlainTextEdit) else None


def _is_modified(editor: QWidget) -> bool:
    box = _text_box(editor)
    if isinstance(box, QPlainTextEdit):
        return box.document().isModified()
    return box is not None and box.isModified()
