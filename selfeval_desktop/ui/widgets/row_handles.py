"""The numbers at the left of the indicator rows: they choose rows, and rows are dragged by them."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView

_LINE = 3


class RowHandles(QHeaderView):
    """A press chooses a row, or keeps the chosen ones; from there they are dragged."""

    dropped = Signal(int, bool)
    """The chosen rows are wanted beside that row; True below it, False above."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self._pressed: QPoint | None = None
        self._target: tuple[int, bool] | None = None
        self._line = QFrame(table.viewport())
        self._line.setObjectName("dropLine")
        self._line.setFixedHeight(_LINE)
        self._line.hide()
        self.setSectionsClickable(True)
        self.setToolTip(self.tr("拖动行号可以把行移到别处；拖进另一组就归入那一组"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        rows = {index.row() for index in self._table.selectionModel().selectedRows()}
        if not (plain and row in rows and len(rows) > 1):
            super().mousePressEvent(event)
        if plain and row >= 0:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._aim(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target = self._target
        self._stop()
        super().mouseReleaseEvent(event)
        if target is not None:
            self.dropped.emit(*target)

    def _aim(self, at: QPoint) -> None:
        """Show where the rows would come to stand."""
        row = self.logicalIndexAt(QPoint(0, max(0, min(at.y(), self.viewport().height() - 1))))
        row = self.count() - 1 if row < 0 else row
        top, height = self.sectionViewportPosition(row), self.sectionSize(row)
        below = at.y() > top + height // 2
        self._target = (row, below)
        self._line.setFixedWidth(self._table.viewport().width())
        self._line.move(0, top + (height if below else 0) - _LINE // 2)
        self._line.show()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _stop(self) -> None:
        self._pressed = self._target = None
        self._line.hide()
        self.unsetCursor()
