"""The indicator table: level cells merged, rows as tall as their texts, columns as wide as the user wants them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
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
from selfeval_desktop.ui.widgets.problem_rows import ProblemRows
from selfeval_desktop.ui.widgets.row_handles import RowHandles

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
_NARROWEST = 44
HIDDEN = 0
"""The width of a column that is not shown."""


class IndicatorGrid(Grid):
    """Follows the model: merges what it says, and refits only the rows whose texts changed.

    `begin_row` is asked for a new row where Tab leaves the last one; False when there is to be none.
    """

    widthsChosen = Signal()
    """The user has made a column wider or narrower."""
    cellLeft = Signal(object)
    """The editor of that cell, a FieldRef, is closed."""

    def __init__(self, model: IndicatorsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._indicators = model
        self.begin_row: Callable[[], bool] = lambda: False
        self._chosen_widths: dict[str, int] = {}
        self._is_fitting = False
        self._problem_rows = ProblemRows(model)
        self.handles = RowHandles(self)
        self.setVerticalHeader(self.handles)
        self._spans: tuple[Span, ...] | None = None
        self._columns: tuple[Column, ...] = ()
        self._delegates = {
            "level": LevelDelegate(self),
            "text": TextDelegate(self),
            "weight": AmountDelegate(self),
            "score": AmountDelegate(self),
            ACHIEVEMENT: AchievementDelegate(self),
        }
        for delegate in self._delegates.values():
            delegate.left.connect(self.cellLeft)
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_all)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_LOWEST))
        self.horizontalHeader().sectionResized.connect(self._take_width)
        # The names in merged cells stay in view, so they move against the rest.
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        model.modelReset.connect(self._set_up)
        model.shown.connect(self._merge)
        model.dataChanged.connect(self._fit_changed)
        model.rowsInserted.connect(self._fit_inserted)
        model.rowsRemoved.connect(self._forget_spans)
        self._set_up()

    def keys(self) -> list[str]:
        """The keys of the columns, from left to right."""
        return [*(column.key for column in self._columns), ACHIEVEMENT]

    def widths(self) -> Mapping[str, int]:
        """What the user chose, by the key of the column; HIDDEN for one that is not shown."""
        return dict(self._chosen_widths)

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Have these widths; a column that is not among them has its usual one."""
        self._chosen_widths = dict(widths)
        self._dress_all()
        self._leave_hidden()

    def show_only_problems(self, only: bool) -> None:
        """Leave out the rows in which nothing is found, and merge no level names over them."""
        self._problem_rows.want(only)
        self._merge()
        self._leave_hidden()

    def shown_rows(self) -> list[int]:
        """The places of the rows in sight."""
        return [row for row in range(self._indicators.rowCount()) if not self.isRowHidden(row)]

    def reveal(self, indexes: Iterable[QModelIndex]) -> None:
        """Show a column as before it was hidden, and a row that the problems leave out."""
        hidden = [index for index in indexes if self._is_hidden(index)]
        keys = {self.keys()[index.column()] for index in hidden if self.isColumnHidden(index.column())}
        if keys:
            self.set_widths({key: width for key, width in self._chosen_widths.items() if key not in keys})
            self.widthsChosen.emit()
        if hidden:
            self._problem_rows.keep(index.row() for index in hidden)
            self._merge()

    def go_on(self) -> bool:
        return super().go_on() or self.begin_row()

    def _take_width(self, place: int, _before: int, width: int) -> None:
        self._refit.start()
        if not self._is_fitting and width != HIDDEN:
            self._chosen_widths[self.keys()[place]] = width
            self.widthsChosen.emit()

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        """What is resized meanwhile is no choice of the user's."""
        self._is_fitting = True
        try:
            yield
        finally:
            self._is_fitting = False

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
            self._dress_all()
        self._forget_spans()
        self._merge()
        self._fit_all()

    def _dress_all(self) -> None:
        if not self._columns:
            return
        kinds = [*(column.kind for column in self._columns), ACHIEVEMENT]
        with self._fitting():
            for place, (kind, key) in enumerate(zip(kinds, self.keys(), strict=True)):
                self.setItemDelegateForColumn(place, self._delegates.get(kind, self._delegates["text"]))
                chosen = self._chosen_widths.get(key)
                needed = self.horizontalHeader().sectionSizeHint(place)
                self.setColumnHidden(place, chosen == HIDDEN)
                self.setColumnWidth(
                    place, chosen or max(needed, theme.scaled(_WIDTHS.get(key, _USUAL_WIDTH)))
                )
        self._fit_width()

    def sizeHintForColumn(self, column: int) -> int:
        """A double click between two heads leaves room for the other columns: texts wrap."""
        return min(super().sizeHintForColumn(column), self.viewport().width() // 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress_all()
            self._refit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()

    def _fit_width(self) -> None:
        """The last printed column takes what the others leave; below its chosen or least width the table scrolls."""
        last, count = len(self._indicators.columns) - 1, self._indicators.columnCount()
        if count and not self.isColumnHidden(last):
            others = sum(self.columnWidth(place) for place in range(count) if place != last)
            least = self._chosen_widths.get(self._indicators.columns[last].key) or theme.scaled(_LEAST_REASON)
            with self._fitting():
                self.setColumnWidth(last, max(least, self.viewport().width() - others))

    def _merge(self) -> None:
        keys = self._problem_rows.keys()
        self._hide_rows(keys)
        spans = self._indicators.level_spans() if keys is None else ()
        if spans != self._spans:
            self._spans = spans
            self.merge_rows(spans)
            # Rows share the height of a merged text, so that their heights follow the spans.
            self._refit.start()

    def _hide_rows(self, shown: frozenset[int] | None) -> None:
        """All but the rows of these keys; none where there are no keys."""
        for place, key in enumerate(self._indicators.row_keys()):
            hidden = shown is not None and key not in shown
            if self.isRowHidden(place) != hidden:
                self.setRowHidden(place, hidden)

    def _leave_hidden(self) -> None:
        """Nothing is typed out of sight: the cursor goes on from a hidden cell to the next one in sight, if any."""
        current = self.currentIndex()
        if not current.isValid() or not self._is_hidden(current):
            return
        rows = (
            row for row in _nearest(current.row(), self._indicators.rowCount()) if not self.isRowHidden(row)
        )
        columns = _nearest(current.column(), self._indicators.columnCount())
        places = (place for place in columns if not self.isColumnHidden(place))
        self._put_cursor(self._indicators.index(next(rows, -1), next(places, -1)))

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
            height = float(theme.scaled(_LOWEST))
            for column, width in widths:
                cell = self._indicators.cell(self._indicators.index(row, column))
                room = width - theme.MARK_SIZE if cell.mark else width
                lines = line_count(cell.text, room, self.font()) / counts.get((row, column), 1)
                height = max(height, lines * metrics.lineSpacing() + 8)
            if self.rowHeight(row) != int(height):
                self.setRowHeight(row, int(height))


def _nearest(place: int, count: int) -> Iterator[int]:
    """Places from that one to the last, then those before it from the nearest on."""
    yield from range(place, count)
    yield from reversed(range(place))
