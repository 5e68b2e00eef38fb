"""The row numbers of the indicator table: a click selects rows, a drag moves them."""

from enum import Enum, auto

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView

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
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        rows = {index.row() for index in self._table.selectionModel().selectedRows()}
        self._is_one_of_several = plain and row in rows and len(rows) > 1
        if not self._is_one_of_several:
            super().mousePressEvent(event)
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
