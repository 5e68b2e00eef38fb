"""The indicator table: level cells merged, rows as tall as their texts, columns as wide as the user wants them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from selfeval_desktop.domain.form.template import Column
from selfeval_desktop.ui.document.indicators_model import ACHIEVEMENT, IndicatorsModel, MergedLevelSpan
from selfeval_desktop.ui.filling.cell_editors import AchievementDelegate, AmountDelegate, LevelDelegate, TextDelegate
from selfeval_desktop.ui.filling.cell_painting import PADDING
from selfeval_desktop.ui.filling.grid import Grid
from selfeval_desktop.ui.filling.selection_table import RowHandles
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import line_count

_LOWEST = 28
_WRAPPING = frozenset({"level", "text", "unit"})
# Widths in logical pixels by the keys of columns that every form has, else by kind.
_WIDTHS = {
    "level1": 96,
    "level2": 130,
    "level3": 178,
    "target": 96,
    "actual": 96,
    "weight": 58,
    "score": 62,
    ACHIEVEMENT: 84,
    "operator": 66,
    "unit": 66,
    "deduction": 66,
}
_USUAL_WIDTH = 96
_LEAST_REASON = 180
_NAMES_PART, _WIDEST_NAMES = 45, 360
"""How much of a wide table's spare width the names of indicators get, in percent, and up to which width."""
_NARROWEST = 44
HIDDEN = 0
"""The width of a column that is not shown."""


class IndicatorGrid(Grid):
    """Merges the spans that the model gives, and refits only the rows whose texts changed.

    `begin_row` is called when Tab leaves the last row: it may add a row, and says whether it did.
    """

    widthsChosen = Signal()
    """The user has changed the width of a column, or a jump has shown a hidden one."""
    cellLeft = Signal(object)
    """The editor of that cell, a FieldRef, is closed."""
    insertAsked = Signal()
    """Ctrl+Shift+=, the key of spreadsheets for a new row, was pressed."""
    rowWanted = Signal(int)
    """A jump leads into that row, which `show_rows` has hidden; it is to be shown at once."""

    def __init__(self, model: IndicatorsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._indicators = model
        self.begin_row: Callable[[], bool] = lambda: False
        self._chosen_widths: dict[str, int] = {}
        self._is_fitting = False
        self._shown_keys: frozenset[int] | None = None
        self.handles = RowHandles(self)
        self.setVerticalHeader(self.handles)
        self._spans: tuple[MergedLevelSpan, ...] | None = None
        self._columns: tuple[Column, ...] = ()
        self._delegates = {
            "level": LevelDelegate(self),
            "operator": LevelDelegate(self),
            "text": TextDelegate(self),
            "weight": AmountDelegate(self),
            "score": AmountDelegate(self),
            "deduction": AmountDelegate(self),
            ACHIEVEMENT: AchievementDelegate(self),
        }
        for delegate in self._delegates.values():
            delegate.left.connect(self.cellLeft)
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_all)
        # Later, when the row heights are set and the table can scroll that far.
        self._cursor_timer = QTimer(self, singleShot=True, interval=0)
        self._cursor_timer.timeout.connect(self._scroll_to_cursor)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.scaled_length(_LOWEST))
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        # The names in merged cells stay in view, so they move against the rest.
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        model.modelReset.connect(self._on_model_reset)
        model.shown.connect(self._merge_level_cells)
        model.dataChanged.connect(self._fit_changed)
        model.rowsInserted.connect(self._fit_inserted)
        model.rowsRemoved.connect(self._forget_spans)
        self._on_model_reset()

    def event(self, event: QEvent) -> bool:
        """Keep the key for a new row from being looked up: on the main keyboard it is two keys of one action."""
        if isinstance(event, QKeyEvent) and _is_insert_key(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.insertAsked.emit()
                return True
        return super().event(event)

    def column_keys(self) -> list[str]:
        """The keys of the columns, from left to right."""
        return [*(column.key for column in self._columns), ACHIEVEMENT]

    def chosen_widths(self) -> Mapping[str, int]:
        """The widths that the user chose, in pixels, by key of the column; HIDDEN for one that is not shown."""
        return dict(self._chosen_widths)

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Set the chosen widths; other columns get their usual ones."""
        self._chosen_widths = dict(widths)
        self._set_up_columns()
        self._keep_cursor_in_view()

    def show_rows(self, keys: Collection[int] | None) -> None:
        """Show the rows of these keys only, each with its own level names; None for all of them."""
        shown = None if keys is None else frozenset(keys)
        if shown != self._shown_keys:
            self._shown_keys = shown
            self._forget_spans()
            self._merge_level_cells()

    def shown_rows(self) -> list[int]:
        """The places of the rows that are shown."""
        return [row for row in range(self._indicators.rowCount()) if not self.isRowHidden(row)]

    def go_to_next_cell(self) -> bool:
        return super().go_to_next_cell() or self.begin_row()

    def go_to(self, index: QModelIndex) -> None:
        """Show a hidden row or column before the cursor goes there."""
        if index.isValid() and self.isRowHidden(index.row()):
            self.rowWanted.emit(index.row())
        if index.isValid() and self.isColumnHidden(index.column()):
            del self._chosen_widths[self.column_keys()[index.column()]]
            self._set_up_columns()
            self.widthsChosen.emit()
        super().go_to(index)

    def _on_section_resized(self, place: int, _before: int, width: int) -> None:
        self._refit.start()
        if not self._is_fitting and width != HIDDEN:
            self._chosen_widths[self.column_keys()[place]] = width
            self.widthsChosen.emit()

    @contextmanager
    def _ignoring_resizes(self) -> Iterator[None]:
        """Widths set meanwhile are not taken for choices of the user."""
        self._is_fitting = True
        try:
            yield
        finally:
            self._is_fitting = False

    def _fit_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._forget_spans()
        self._fit_row_heights(range(first, last + 1))

    def _forget_spans(self) -> None:
        """Have the next merge set all spans again: Qt has moved them with the rows in its own way."""
        self._spans = None

    def _on_model_reset(self) -> None:
        """Set delegates and widths where the template's columns are others than before; then spans and heights."""
        columns = self._indicators.template_columns
        if columns != self._columns:
            # Qt forgot the widths while there was no form and no columns.
            self._columns = columns
            self._set_up_columns()
        self._forget_spans()
        self._merge_level_cells()
        self._fit_all()

    def _set_up_columns(self) -> None:
        if not self._columns:
            return
        kinds = [*(column.kind for column in self._columns), ACHIEVEMENT]
        with self._ignoring_resizes():
            for place, (kind, key) in enumerate(zip(kinds, self.column_keys(), strict=True)):
                self.setItemDelegateForColumn(place, self._delegates.get(kind, self._delegates["text"]))
                chosen = self._chosen_widths.get(key)
                needed = self.horizontalHeader().sectionSizeHint(place)
                self.setColumnHidden(place, chosen == HIDDEN)
                usual = _WIDTHS.get(key, _WIDTHS.get(kind, _USUAL_WIDTH))
                self.setColumnWidth(place, chosen or max(needed, theme.scaled_length(usual)))
        self._fit_last_text_column()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is nothing to be seen where no row has a finding."""
        super().paintEvent(event)
        if self._shown_keys is not None and self._indicators.rowCount() and not self.shown_rows():
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("muted"))
            told = self.tr("没有有问题的行。再按 Ctrl+F8 显示全部行。")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, told)
            painter.end()

    def sizeHintForColumn(self, column: int) -> int:
        """At most half the table, for a double click between two heads: texts wrap."""
        return min(super().sizeHintForColumn(column), self.viewport().width() // 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_up_columns()
            self._refit.start()
            self._cursor_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_last_text_column()

    def _fit_last_text_column(self) -> None:
        """Give the last column of running text what the others leave, but its chosen or least width at least."""
        count = self._indicators.columnCount()
        running = [
            place
            for place, column in enumerate(self._indicators.template_columns)
            if column.kind == "text" and column.align == "left"
        ]
        if running and not self.isColumnHidden(running[-1]):
            others = sum(self.columnWidth(place) for place in range(count) if place != running[-1])
            chosen = self._chosen_widths.get(self._indicators.template_columns[running[-1]].key)
            least = chosen or theme.scaled_length(_LEAST_REASON)
            others += self._widen_names(self.viewport().width() - others - least)
            with self._ignoring_resizes():
                self.setColumnWidth(running[-1], max(least, self.viewport().width() - others))

    def _widen_names(self, spare: int) -> int:
        """Give the names of indicators their part of the spare width, unless the user chose theirs; how much was added."""
        keys = [column.key for column in self._indicators.template_columns]
        place = keys.index("level3")
        if self._columns != self._indicators.template_columns or "level3" in self._chosen_widths:
            # Another template's columns are about to be set up.
            return 0
        usual, before = theme.scaled_length(_WIDTHS["level3"]), self.columnWidth(place)
        wanted = usual + max(0, spare + before - usual) * _NAMES_PART // 100
        with self._ignoring_resizes():
            self.setColumnWidth(place, min(wanted, theme.scaled_length(_WIDEST_NAMES)))
        return self.columnWidth(place) - before

    def _merge_level_cells(self) -> None:
        self._hide_rows()
        spans = self._indicators.merged_level_spans() if self._shown_keys is None else ()
        if spans != self._spans:
            self._spans = spans
            self.merge_rows(spans)
            # Rows share the height of a merged text, so that their heights follow the spans.
            self._refit.start()

    def _hide_rows(self) -> None:
        for place, key in enumerate(self._indicators.row_keys()):
            hidden = self._shown_keys is not None and key not in self._shown_keys
            if self.isRowHidden(place) != hidden:
                self.setRowHidden(place, hidden)
        self._keep_cursor_in_view()

    def _keep_cursor_in_view(self) -> None:
        """Move the cursor out of a hidden row or column to the next shown one; without such a row there is no cursor."""
        self._restore_cursor()
        current = self.currentIndex()
        if current.isValid() and self.isRowHidden(current.row()) and not (self.go_down() or self.go_down(-1)):
            self._place, self._has_lost_place = (current.row(), current.column()), True
            self.selectionModel().clear()
        elif current.isValid() and self.isColumnHidden(current.column()):
            _ = super().go_to_next_cell() or self.go_to_previous_cell()

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit_row_heights(range(first.row(), last.row() + 1))
        self._cursor_timer.start()

    def _fit_all(self) -> None:
        self._fit_last_text_column()
        self._fit_row_heights(range(self._indicators.rowCount()))

    def _fit_row_heights(self, rows: range) -> None:
        """Make these rows as tall as their texts; the text of a merged cell is shared by its rows."""
        metrics = QFontMetricsF(self.font())
        columns = [place for place, column in enumerate(self._indicators.template_columns) if column.kind in _WRAPPING]
        widths = [(place, self.columnWidth(place) - 2 * PADDING) for place in columns]
        counts = {
            (span.row + place, span.column): span.count for span in self._spans or () for place in range(span.count)
        }
        for row in rows:
            height = float(theme.scaled_length(_LOWEST))
            for column, width in widths:
                cell = self._indicators.cell_at(self._indicators.index(row, column))
                room = width - theme.MARK_SIZE if cell.marked_severity else width
                lines = line_count(cell.text, room, self.font()) / counts.get((row, column), 1)
                height = max(height, lines * metrics.lineSpacing() + 8)
            if self.rowHeight(row) != int(height):
                self.setRowHeight(row, int(height))

    def _scroll_to_cursor(self) -> None:
        """Scroll to the cursor when a row that grew by what was typed has pushed it out of view."""
        seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        if not seen and self.hasFocus():
            self.scrollTo(self.currentIndex())


def _is_insert_key(event: QKeyEvent) -> bool:
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return modifiers == wanted and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
