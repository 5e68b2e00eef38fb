"""What the checks found in the open form; each line leads to its cell."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain.findings import Severity
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.delegates.wrapping import line_count, text_option
from selfeval_desktop.ui.models.problems import PLACE, SENTENCE, SEVERITY, ProblemsModel
from selfeval_desktop.wording import steps

_AROUND_LINES = 7
"""Above and below the lines of a row together, in logical pixels."""
_PADDING = 4
_SIGN_ROOM = 46
_WIDEST_PLACE = 230


class ProblemList(QWidget):
    """A line that counts, and the findings below it. A click, a double click or Enter chooses a finding's cell."""

    fieldChosen = Signal(object)
    """The FieldRef of the finding."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ProblemsModel(session, self)
        self._summary = QLabel(self)
        self._summary.setAccessibleName(self.tr("检查结果"))
        theme.restyle(self._summary, "tone", "heading")
        self.view = _View(self._model, self)
        self._lay_out()
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        session.listen(self._show)
        self._show(session.state)

    def step(self, by: int) -> None:
        """Choose the next finding (the one before when `by` is -1), round the list."""
        count = self._model.rowCount()
        if count:
            chosen = self.view.selectionModel().selectedRows()
            row = (chosen[0].row() + by) % count if chosen else min(0, by) % count
            self.view.setCurrentIndex(self._model.index(row, SENTENCE))
            self._choose(self.view.currentIndex())

    def height_of(self, lines: int) -> int:
        """How tall the list is that shows that many findings of one line each."""
        around = self.sizeHint().height() - self.view.sizeHint().height()
        rows = lines * self.view.verticalHeader().defaultSectionSize()
        return around + rows + 2 * self.view.frameWidth()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._summary)
        column.addWidget(self.view)

    def _choose(self, index: QModelIndex) -> None:
        field = self._model.field(index)
        if field is not None:
            self.fieldChosen.emit(field)

    def _show(self, state: FormState | None) -> None:
        if state is None:
            self._summary.setText(self.tr("检查结果"))
            return
        counts = [state.evaluation.count(kind) for kind in Severity]
        told = self.tr("检查结果 — {counts}").format(counts=steps.counts(*counts))
        if any(counts):
            told += self.tr("（单击跳到该处）")
        self._summary.setText(told)


class _View(QTableView):
    """Lines, not cells: Enter chooses, Tab leaves. Sentences wrap; only rows that changed are measured anew."""

    def __init__(self, model: ProblemsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problemList")
        self.setAccessibleName(self.tr("检查结果"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._lines = _LinesDelegate(self)
        self._fitted = (0, 0)
        self.setItemDelegateForColumn(PLACE, self._lines)
        self.setItemDelegateForColumn(SENTENCE, self._lines)
        self.setModel(model)
        self._set_heads()
        model.dataChanged.connect(self._fit_changed)
        model.rowsInserted.connect(self._fit_inserted)
        model.modelReset.connect(self._fit_all)
        self._fit_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow list gives the sentences most of its width."""
        super().resizeEvent(event)
        room = self.viewport().width() - self.columnWidth(SEVERITY)
        self.setColumnWidth(PLACE, min(_WIDEST_PLACE, room // 3))
        self.setColumnWidth(SENTENCE, room - self.columnWidth(PLACE))
        if self._fitted != (widths := (self.columnWidth(PLACE), self.columnWidth(SENTENCE))):
            self._fitted = widths
            self._fit_all()

    def _set_heads(self) -> None:
        words = max(self.fontMetrics().horizontalAdvance(steps.severity(kind)) for kind in Severity)
        self.setColumnWidth(SEVERITY, words + _SIGN_ROOM)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._height(1))

    def _fit_all(self) -> None:
        self._fit(range(self.model().rowCount()))

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fit(range(first.row(), last.row() + 1))

    def _fit_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._fit(range(first, last + 1))

    def _fit(self, rows: Iterable[int]) -> None:
        """Make these rows as tall as their texts."""
        widths = [(column, self.columnWidth(column) - 2 * _PADDING) for column in (PLACE, SENTENCE)]
        for row in rows:
            texts = ((str(self.model().index(row, column).data()), width) for column, width in widths)
            height = self._height(max(line_count(text, width, self.font()) for text, width in texts))
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _height(self, lines: int) -> int:
        return lines * self.fontMetrics().lineSpacing() + _AROUND_LINES


class _LinesDelegate(QStyledItemDelegate):
    """Draws a text in as many lines as it takes; Qt's own would cut what it cannot break between words."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        painter.setFont(option.font)
        painter.setPen(theme.colour("text"))
        rect = QRectF(option.rect).adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(rect, str(index.data()), text_option(Qt.AlignmentFlag.AlignLeft))
