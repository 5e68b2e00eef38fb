"""How a cell of a form is drawn, and how any cell editor opens, commits and closes."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QInputMethodEvent, QKeyEvent, QPainter, QPen, QPolygonF, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from selfeval_desktop.domain.form import limits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.document.cells import CELL, Cell
from selfeval_desktop.ui.document.form_table_model import FormTableModel
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.length_guard import LengthGuard
from selfeval_desktop.ui.kit.wrapping import line_count, text_option

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint

PADDING = 5
"""Between the edge of a cell and its text, in logical pixels."""

_CORNER = 7.0
_FIGURE = frozenset("0123456789.,-%")
_TALL = 48
ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENDING = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_NEWLINE_KEYS = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
)


class CellDelegate(QStyledItemDelegate):
    """Draws a `Cell` and keeps the one editor that may be open.

    Committing an editor that stays open (autosave) does not put a tidied text under the typing hand.
    Enter commits and moves down, Tab right, Esc gives up all that was typed since the editor opened; while a
    text is typed anew an arrow commits and moves, too. None of them while an input method composes.
    """

    left = Signal(object)
    """The editor of that cell, a FieldRef, is closed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: QWidget | None = None
        self._index = QPersistentModelIndex()
        self._before = ""
        self._known: str | None = None
        self._is_committing = False
        self._is_composing = False
        self._is_dropping = False
        self._is_typing_anew = False

    @property
    def is_composing(self) -> bool:
        """Whether an input method composes in the open editor."""
        return self._editor is not None and self._is_composing

    def commit_open_editor(self) -> None:
        """Hand the text of the open editor to the model; the editor stays open."""
        if self._editor is not None and not self._is_composing:
            self.commitData.emit(self._editor)

    def close_open_editor(self) -> None:
        """Hand the text of the open editor to the model and close it, whatever is being composed."""
        self._commit_and_close(Hint.NoHint)

    def keep_arrows_in_text(self) -> None:
        """What stands in the open editor is changed: arrows move in its text."""
        self._is_typing_anew = False

    def discard_open_editor(self) -> None:
        """Close the open editor as it is: its cell is about to be one of another form."""
        editor, self._editor = self._editor, None
        if editor is not None:
            self._is_dropping = True
            self.closeEditor.emit(editor, Hint.NoHint)
            self._is_dropping = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(CELL)
        if cell is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        seen = _visible_part(option)
        painter.save()
        painter.fillRect(rect, _cell_background(cell, selected=bool(state & QStyle.StateFlag.State_Selected)))
        text_rect = QRectF(rect).adjusted(PADDING, 1, -PADDING, -1)
        if cell.marked_severity is not None:
            sign = _paint_mark(painter, seen, cell.marked_severity)
            text_rect.setLeft(sign.right() + 3)
        # A copy: the counts are kept for longer than the option lives.
        lines = line_count(cell.text, int(text_rect.width()), QFont(option.font))
        if lines * option.fontMetrics.lineSpacing() <= seen.height():
            text_rect.setTop(seen.top() + 1)
            text_rect.setBottom(seen.bottom())
        painter.setPen(theme.colour("calculated_text" if cell.grey else "text"))
        self._draw_text(painter, text_rect, cell)
        _paint_cell_signs(painter, rect, cell)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the text in one line, with what stands around it; rows are sized by their table."""
        hint, cell = super().sizeHint(option, index), index.data(CELL)
        if cell is not None:
            around = 2 * PADDING + 2 + (theme.MARK_SIZE if cell.marked_severity else 0)
            hint.setWidth(option.fontMetrics.horizontalAdvance(cell.text) + around)
        return hint

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = self._new_editor_widget(parent, index)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        editor.setAutoFillBackground(True)
        self._editor, self._index = editor, QPersistentModelIndex(index)
        self._before, self._known = _edit_text(index), None
        self._is_composing, self._is_typing_anew = False, True
        self._form_table(index).begin_undo_step()
        self._limit_length(editor, index)
        return editor

    def _limit_length(self, editor: QWidget, index: Index) -> None:
        """The editor takes no more than the cell does: what was typed is not lost with what is too much."""
        table, here = self._form_table(index), QPersistentModelIndex(index)
        field, box = (
            table.cell_at(index).field,
            editor.lineEdit() if isinstance(editor, QComboBox) else editor,
        )
        if field is not None and isinstance(box, QLineEdit | QPlainTextEdit):
            LengthGuard(box, limits.max_length(field), lambda length: table.report_too_long(here, length))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor when it opens, and again when something else (undo) changed its cell."""
        if not self._is_committing and (text := _edit_text(index)) != self._known:
            self._known = text
            self._fill_editor(editor, text)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """A cell in which nothing was typed is left as it is; even the same text typed anew is the user's own."""
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

    def _draw_text(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        painter.drawText(rect, cell.text, _cell_text_option(cell))

    def _new_editor_widget(self, parent: QWidget, index: Index) -> QWidget:
        raise NotImplementedError

    def _fill_editor(self, editor: QWidget, text: str) -> None:
        raise NotImplementedError

    def _typed_text(self, editor: QWidget) -> str:
        raise NotImplementedError

    def _break_line(self) -> None:
        """Begin a new line in the open editor, where it has lines."""

    def _on_editor_key(self, event: QKeyEvent) -> bool:
        """Whether the key ends the editing; any other key is the editor's own."""
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
        """Whether the arrow is the table's."""
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
        """Take back what autosave may have committed since the editor opened, then close."""
        editor, index = self._editor, self._index
        if editor is not None and index.isValid():
            self._form_table(index).restore_text(index, self._before)
            self.closeEditor.emit(editor, Hint.RevertModelCache)

    @staticmethod
    def _form_table(index: Index) -> FormTableModel:
        model = index.model()
        assert isinstance(model, FormTableModel)
        return model


def _edit_text(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.EditRole) or "")


def _is_modified(editor: QWidget) -> bool:
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    if isinstance(line, QLineEdit):
        return line.isModified()
    return isinstance(line, QPlainTextEdit) and line.document().isModified()


def _visible_part(option: QStyleOptionViewItem) -> QRect:
    """The cell, or of a tall one the height in view: what has room there is never out of sight."""
    view, rect = option.widget, QRect(option.rect)
    if isinstance(view, QAbstractScrollArea) and rect.height() > _TALL:
        window = view.viewport().rect()
        rect.setTop(max(rect.top(), window.top()))
        rect.setBottom(min(rect.bottom(), window.bottom()))
    return rect if rect.height() > _TALL else option.rect


def _cell_background(cell: Cell, *, selected: bool) -> QColor:
    if selected:
        return theme.colour("accent_soft")
    if cell.marked_severity is not None:
        return theme.severity_tint(cell.marked_severity)
    return theme.colour("calculated" if cell.grey else "base")


def _cell_text_option(cell: Cell) -> QTextOption:
    """A figure is never broken: half of it would read as another."""
    option = text_option(ALIGNMENTS[cell.align])
    if _FIGURE.issuperset(cell.text):
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def paint_sample(painter: QPainter, rect: QRect, cell: Cell) -> None:
    """A cell without its text: its ground and every sign that it carries."""
    painter.fillRect(rect, _cell_background(cell, selected=False))
    if cell.marked_severity is not None:
        _paint_mark(painter, rect, cell.marked_severity)
    _paint_cell_signs(painter, rect, cell)


def _paint_mark(painter: QPainter, rect: QRect, severity: Severity) -> QRect:
    """The sign of a finding at the left; where it stands."""
    side = theme.MARK_SIZE
    sign = QRect(rect.left() + 3, rect.center().y() - side // 2, side, side)
    theme.severity_icon(severity).paint(painter, sign)
    return sign


def _paint_cell_signs(painter: QPainter, rect: QRect, cell: Cell) -> None:
    if cell.is_overridden:
        _paint_override_mark(painter, rect)
    if cell.origin is not None:
        _paint_origin(painter, rect, cell.origin)
    if cell.note:
        _paint_note(painter, rect)


def _paint_origin(painter: QPainter, rect: QRect, origin: ValueOrigin) -> None:
    """At the bottom left: a triangle for a value from a file, a bar for one of last year's."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("muted"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corner = QPointF(rect.left() + 1, rect.bottom() + 1)
    if origin is ValueOrigin.IMPORTED:
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(0, _CORNER), corner + QPointF(_CORNER, 0)]))
    else:
        painter.drawRect(QRectF(corner - QPointF(0, 2 * _CORNER), QSizeF(_CORNER / 2, 2 * _CORNER)))


def _paint_note(painter: QPainter, rect: QRect) -> None:
    """A dot at the bottom right: there is a private note."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = _CORNER - 1
    painter.drawEllipse(QRectF(rect.right() - side - 1, rect.bottom() - side - 1, side, side))


def _paint_override_mark(painter: QPainter, rect: QRect) -> None:
    """A small triangle at the top right: something other than the calculated figure was typed."""
    corner = QPointF(rect.right() + 1, rect.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPolygon(QPolygonF([corner - QPointF(_CORNER, 0), corner, corner + QPointF(0, _CORNER)]))
