"""Views of lists: lines with wrapped texts that lead somewhere, and rows that are all equally tall."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from selfeval_desktop.ui.kit import theme


def text_option(horizontal: Qt.AlignmentFlag) -> QTextOption:
    """How a cell's text is set: it wraps between words, and inside those that are too long."""
    option = QTextOption(horizontal | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@lru_cache(maxsize=8192)
def line_count(text: str, width: int, font: QFont) -> int:
    """How many lines the text takes at that width, in logical pixels."""
    if "\n" not in text and QFontMetricsF(font).horizontalAdvance(text) <= width:
        return 1
    count = 0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(text_option(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        count += max(1, layout.lineCount())
    return count


_AROUND_LINES = 7
"""Above and below the lines of a row together, in logical pixels."""
_PADDING = 4

Index = QModelIndex | QPersistentModelIndex
ColumnWidthsFor = Callable[[int], Sequence[int]]
"""From the width of the view to that of each column, in logical pixels."""


class LinesView(QTableView):
    """A table used line by line: Enter activates, Tab leaves. Only rows that changed are measured anew.

    `wrapped` are the columns whose texts wrap.
    """

    def __init__(
        self, model: QAbstractItemModel, wrapped: Sequence[int], share: ColumnWidthsFor, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._row_height(1))
        self.horizontalHeader().setMinimumSectionSize(1)
        self._lines = _LinesDelegate(self)
        self._wrapped, self._share = wrapped, share
        self._fitted: Sequence[int] = ()
        for column in wrapped:
            self.setItemDelegateForColumn(column, self._lines)
        self.setModel(model)
        model.dataChanged.connect(self._fit_changed)
        model.rowsInserted.connect(self._fit_inserted)
        model.modelReset.connect(self._fit_all)
        self._fit_all()

    def height_of(self, lines: int) -> int:
        """Height in logical pixels that shows that many rows of one line each."""
        rows = lines * self.verticalHeader().defaultSectionSize()
        head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        return rows + head + 2 * self.frameWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update_column_widths()

    def update_column_widths(self) -> None:
        """Share the present width out among the columns."""
        widths = tuple(self._share(self.viewport().width()))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        if self._fitted != widths:
            self._fitted = widths
            self._fit_all()

    def _fit_all(self) -> None:
        self._fit_row_heights(range(self.model().rowCount()))

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_row_heights(range(first.row(), last.row() + 1))

    def _fit_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._fit_row_heights(range(first, last + 1))

    def _fit_row_heights(self, rows: Iterable[int]) -> None:
        """Make these rows as tall as their texts."""
        widths = [(column, self.columnWidth(column) - 2 * _PADDING) for column in self._wrapped]
        for row in rows:
            texts = ((str(self.model().index(row, column).data()), width) for column, width in widths)
            height = self._row_height(max(line_count(text, width, self.font()) for text, width in texts))
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _row_height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + _AROUND_LINES


class RowsView(QListView):
    """Paints only the rows that changed; QListView itself lays out all rows again for each change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, first, last, roles)


class _LinesDelegate(QStyledItemDelegate):
    """Draws a text in as many lines as it takes; Qt's own would cut what it cannot break between words.

    Texts stand in the middle of their row unless the model aligns them otherwise.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        painter.setFont(option.font)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(colour if isinstance(colour, QColor) else theme.colour("text"))
        around = _AROUND_LINES / 2
        rect = QRectF(option.rect).adjusted(_PADDING, around, -_PADDING, -around)
        text = text_option(Qt.AlignmentFlag.AlignLeft)
        aligned = index.data(Qt.ItemDataRole.TextAlignmentRole)
        if aligned is not None:
            text.setAlignment(Qt.AlignmentFlag(aligned))
        painter.drawText(rect, str(index.data()), text)
