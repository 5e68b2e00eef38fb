"""The indicator table: level cells merged, rows as tall as their texts."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from selfeval_desktop.domain.template import Column
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.delegates.cell import PADDING
from selfeval_desktop.ui.delegates.editors import (
    AchievementDelegate,
    AmountDelegate,
    LevelDelegate,
    TextDelegate,
)
from selfeval_desktop.ui.delegates.wrapping import line_count
from selfeval_desktop.ui.models.indicators import ACHIEVEMENT, IndicatorsModel, Span
from selfeval_desktop.ui.widgets.grid import Grid

_LOWEST = 28
_WRAPPING = frozenset({"level", "text"})
# Widths in logical pixels by the columns of the Shanghai layout; the last printed column takes what is left.
_WIDTHS = {
    "level1": 88,
    "level2": 130,
    "level3": 178,
    "target": 96,
    "actual": 96,
    "weight": 58,
    "score": 62,
    ACHIEVEMENT: 84,
}
_USUAL_WIDTH = 96
_LEAST_REASON = 180


class IndicatorGrid(Grid):
    """Follows the model: merges what it says, and refits only the rows whose texts changed."""

    def __init__(self, model: IndicatorsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._indicators = model
        self._spans: tuple[Span, ...] | None = None
        self._columns: tuple[Column, ...] = ()
        self._delegates = {
            "level": LevelDelegate(self),
            "text": TextDelegate(self),
            "weight": AmountDelegate(self),
            "score": AmountDelegate(self),
            ACHIEVEMENT: AchievementDelegate(self),
        }
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_all)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setMinimumSectionSize(44)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_LOWEST)
        self.horizontalHeader().sectionResized.connect(self._refit.start)
        # The names in merged cells stay in view, so they move against the rest.
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        model.modelReset.connect(self._set_up)
        model.shown.connect(self._merge)
        model.dataChanged.connect(self._fit_changed)
        model.rowsInserted.connect(self._fit_inserted)
        model.rowsRemoved.connect(self._forget_spans)
        self._set_up()

    def _fit_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._forget_spans()
        self._fit(range(first, last + 1))

    def _forget_spans(self) -> None:
        """Qt moves the spans with the rows in its own way; the next merge sets all of them again."""
        self._spans = None

    def _set_up(self) -> None:
        """Delegates and widths by the template's columns, unless they are those of the form before."""
        columns = self._indicators.columns
        if columns != self._columns:
            # Without a form there are no columns, and Qt forgets their widths.
            self._columns = columns
            for place, column in enumerate(columns):
                self._dress(place, column.kind, column.key)
            if columns:
                self._dress(len(columns), ACHIEVEMENT, ACHIEVEMENT)
        self._forget_spans()
        self._merge()
        self._fit_all()

    def _dress(self, place: int, kind: str, key: str) -> None:
        self.setItemDelegateForColumn(place, self._delegates.get(kind, self._delegates["text"]))
        needed = self.horizontalHeader().sectionSizeHint(place)
        self.setColumnWidth(place, max(needed, _WIDTHS.get(key, _USUAL_WIDTH)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        """The last printed column takes what the others leave; below its least width the table scrolls."""
        last, count = len(self._indicators.columns) - 1, self._indicators.columnCount()
        if count:
            others = sum(self.columnWidth(place) for place in range(count) if place != last)
            self.setColumnWidth(last, max(_LEAST_REASON, self.viewport().width() - others))

    def _merge(self) -> None:
        spans = self._indicators.level_spans()
        if spans != self._spans:
            self._spans = spans
            self.merge_rows(spans)
            # Rows share the height of a merged text, so that their heights follow the spans.
            self._refit.start()

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit(range(first.row(), last.row() + 1))

    def _fit_all(self) -> None:
        self._fit_width()
        self._fit(range(self._indicators.rowCount()))

    def _fit(self, rows: range) -> None:
        """Make these rows as tall as their texts; the text of a merged cell is shared by its rows."""
        metrics = QFontMetricsF(self.font())
        columns = [place for place, column in enumerate(self._indicators.columns) if column.kind in _WRAPPING]
        widths = [(place, self.columnWidth(place) - 2 * PADDING) for place in columns]
        counts = {
            (span.row + place, span.column): span.count
            for span in self._spans or ()
            for place in range(span.count)
        }
        for row in rows:
            height = float(_LOWEST)
            for column, width in widths:
                cell = self._indicators.cell(self._indicators.index(row, column))
                room = width - theme.MARK_SIZE if cell.mark else width
                lines = line_count(cell.text, room, self.font()) / counts.get((row, column), 1)
                height = max(height, lines * metrics.lineSpacing() + 8)
            if self.rowHeight(row) != int(height):
                self.setRowHeight(row, int(height))
