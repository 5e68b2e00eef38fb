"""变更历史: the changes of the open form, and what differs between the form then and now."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ledger.form_history import HistoryPage
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.differences import Difference
from selfeval_desktop.domain.over_time.history_lines import HistoryLine, HistoryLineKind
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.differences_model import AFTER, BEFORE, PLACE, DifferencesModel
from selfeval_desktop.ui.years.history_lines import HistoryLineText, HistoryModel, line_kind_name
from selfeval_desktop.wording import errors
from selfeval_desktop.wording.translation import translate

_ROOM = 20
"""Added to the width of the text in a narrow column, in pixels."""
_WIDEST_PLACE = 210
_FEW_LINES = 3


@dataclass(frozen=True, slots=True)
class HistoryInput:
    """The form's name, all lines by page, and those `of_cell` of the cell with the cursor; `cell` is "" without one.

    `barred` says why an earlier state cannot be restored, "" where it can.
    """

    name: str
    pages: Callable[[], Iterable[HistoryPage]]
    describe_line: Callable[[HistoryLine], HistoryLineText]
    cell: str = ""
    of_cell: Callable[[], Iterable[HistoryPage]] = tuple
    barred: str = ""


class HistoryDialog(TaskDialog):
    """Accepted to go to the cell of a line (`field`), or to restore the state after a line (`restored`).

    `chosen` comes with the lines that are selected, the newest first: one to be compared with now, or several of
    which the first and the last are compared.
    """

    chosen = Signal(object)

    def __init__(self, offer: HistoryInput, parent: QWidget | None = None, *, at_cell: bool = False) -> None:
        super().__init__("historyDialog", self.tr("变更历史"), parent)
        self._offer = offer
        self.field: FieldRef | None = None
        self.restored: HistoryLine | None = None
        self._model, self.differences = HistoryModel(offer.describe_line, self), DifferencesModel(self)
        self._filter = name_widget(QComboBox(self), "historyFilter", self.tr("看哪些变更"))
        self._view = LinesView(self._model, range(self._model.columnCount()), self._line_column_widths, self)
        name_widget(self._view, "historyLines", self.tr("变更历史"))
        self._verdict = name_widget(PlainLabel(self), "historyVerdict", self.tr("比较"))
        self._compared = LinesView(self.differences, (PLACE, BEFORE, AFTER), self._difference_column_widths, self)
        name_widget(self._compared, "historyDifferences", self.tr("不同之处"))
        self._restore = self._make_button("historyRestore", self.tr("恢复为新表"))
        self._restore.setToolTip(tooltip_text(offer.barred))
        self._go = self._make_button("historyGo", self.tr("到这一格"))
        self._close = self._make_button("historyClose", self.tr("关闭"))
        self._fill_filter(at_cell=at_cell)
        self._lay_out()
        self._connect_signals()

    def show_initial_lines(self) -> None:
        """Show the lines and select the newest; `chosen` must be connected before."""
        self._show_lines()

    def show_comparison(self, text: str, found: Sequence[Difference], template: Template) -> None:
        """Show the result of a comparison: the sentence, and the cells that differ."""
        self._verdict.setText(text)
        self.differences.show_differences(found, template)

    def _selected_lines(self) -> tuple[HistoryLine, ...]:
        indexes = self._view.selectionModel().selectedRows()
        return tuple(self._model.line_at(index) for index in sorted(indexes, key=QModelIndex.row))

    def _fill_filter(self, *, at_cell: bool) -> None:
        self._filter.addItem(self.tr("全部变更"))
        if self._offer.cell:
            self._filter.addItem(translate("History", "只看 {place}").format(place=self._offer.cell))
            self._filter.setCurrentIndex(int(at_cell))

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text)
        # Enter in the list goes to the cell.
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        heading = PlainLabel(self._offer.name, self)
        heading.setWordWrap(True)
        theme.set_style_property(heading, "tone", "heading")
        self._verdict.setWordWrap(True)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for view in (self._view, self._compared):
            view.setMinimumHeight(view.height_of(_FEW_LINES))
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self._filter)
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._verdict)
        column.addWidget(self._compared, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        for part, stretch in ((self._view, 3), (lower, 2)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        parts.setChildrenCollapsible(False)
        for button in (self._restore, self._go):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._close)
        self.add_part(top)
        self.add_part(parts, 1)
        self.add_text(self.tr("选一行，与现在比较；按住 Ctrl 或 Shift 再选一行，比较那两个时候的内容。"), "muted")
        self.add_part(below)
        self.start_with_size(940, 600)
        self.setTabOrder(self._filter, self._view)
        self._view.setFocus()

    def _connect_signals(self) -> None:
        self._filter.currentIndexChanged.connect(self._show_lines)
        self._model.rowsInserted.connect(self._select_first_line)
        self._model.failed.connect(lambda error: self._verdict.setText(errors.error_sentence(error)))
        self._view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        for view in (self._view, self._compared):
            view.activated.connect(self._go_to_cell_of)
            view.doubleClicked.connect(self._go_to_cell_of)
        self._go.clicked.connect(lambda: self._go_to_cell_of(self._view.currentIndex()))
        self._restore.clicked.connect(self._restore_selected_line)
        self._close.clicked.connect(self.reject)

    def _show_lines(self) -> None:
        self._model.show_pages((self._offer.of_cell if self._filter.currentIndex() else self._offer.pages)())
        self._select_first_line()

    def _select_first_line(self) -> None:
        """Select the newest line, unless another is; there may be none until pages further down are read."""
        if self._selected_lines() or not self._model.rows:
            return
        self._view.setCurrentIndex(self._model.index(0, 0))
        self._view.selectionModel().select(
            self._model.index(0, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )

    def _on_selection_changed(self) -> None:
        selected = self._selected_lines()
        self.differences.name_compared_versions(
            self.tr("那时"), self.tr("现在") if len(selected) == 1 else self.tr("后来")
        )
        self._restore.setEnabled(len(selected) == 1 and not self._offer.barred)
        self._go.setEnabled(len(selected) == 1 and _line_field(selected[0]) is not None)
        if selected:
            self.chosen.emit(selected)

    def _go_to_cell_of(self, index: QModelIndex) -> None:
        """Go to the cell that a line of either list is about."""
        if not index.isValid():
            return
        is_line = index.model() is self._model
        field = _line_field(self._model.line_at(index)) if is_line else self.differences.field_at(index)
        if field is not None:
            self.field = field
            self.accept()

    def _restore_selected_line(self) -> None:
        (self.restored,) = self._selected_lines()
        self.accept()

    def _line_column_widths(self, room: int) -> tuple[int, ...]:
        width = self.fontMetrics().horizontalAdvance
        widest = max(map(line_kind_name, HistoryLineKind), key=width)
        few = [width(text) + _ROOM for text in ("2024-03-01 12:00", "wwwwwwww", widest)]
        place = min(_WIDEST_PLACE, (room - sum(few)) // 3)
        before = (room - sum(few) - place) // 2
        return (*few, place, before, room - sum(few) - place - before)

    def _difference_column_widths(self, room: int) -> tuple[int, ...]:
        place = min(_WIDEST_PLACE, room // 3)
        before = (room - place) // 2
        return place, before, room - place - before


def _line_field(line: HistoryLine) -> FieldRef | None:
    """The cell of a line; None for lines about the whole form or about a deleted row."""
    return None if line.what is None or line.is_gone else line.what.field
