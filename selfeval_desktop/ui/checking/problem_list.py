"""What the checks found in the open form; each line leads to its cell."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.finding_groups import FindingGroup
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.checking.problems_model import (
    PLACE,
    SENTENCE,
    ProblemKind,
    ProblemOrder,
    ProblemsModel,
    kind_icon,
    kind_name,
    kind_of,
)
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import labels, rules

_NAMES = {
    ProblemKind.ERROR: "Errors",
    ProblemKind.WARNING: "Warnings",
    ProblemKind.HINT: "Hints",
    ProblemKind.EXPLAINED: "Explained",
}


class KindFilter(QWidget):
    """A kind that does not occur has no button. The buttons are called `name` and their kind."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {kind: self._make_button(f"{name}{part}", kind) for kind, part in _NAMES.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self._buttons.values():
            row.addWidget(button)

    @property
    def hidden_kinds(self) -> frozenset[ProblemKind]:
        """The kinds that the user does not want to see."""
        return frozenset(kind for kind, button in self._buttons.items() if not button.isChecked())

    def hide_kinds(self, hidden: Collection[ProblemKind]) -> None:
        """Release the buttons of these kinds, and press all others."""
        for kind, button in self._buttons.items():
            button.setChecked(kind not in hidden)

    def show_counts(self, counts: Mapping[ProblemKind, int]) -> None:
        """How many there are of each kind, shown or not."""
        for kind, button in self._buttons.items():
            count, word = counts.get(kind, 0), kind_name(kind)
            button.setText(f"{word} {count}")
            button.setAccessibleName(self.tr("{kind}：{count} 条，按下则显示").format(kind=word, count=count))
            button.setToolTip(tooltip_text(self.tr("显示或不显示“{kind}”").format(kind=word)))
            button.setVisible(count > 0)

    def _make_button(self, name: str, kind: ProblemKind) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(theme.SMALL_ICON_SIZE)
        button.setIcon(kind_icon(kind))
        theme.set_style_property(button, "low", "yes")
        button.clicked.connect(self.changed)
        return button


_SIGN_ROOM = 46
_WIDEST_PLACE = 230


class ProblemList(QWidget):
    """A line that counts and filters, and the findings below it.

    A click, a double click or Enter chooses the first cell of a line; the space bar asks for the reason why it may stand.
    """

    fieldChosen = Signal(object)
    """The FieldRef of the finding."""
    explainAsked = Signal()
    foldAsked = Signal(bool)
    """The user wants the list folded to its head line, or the whole list."""
    arranged = Signal()
    """The user filtered or sorted otherwise."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ProblemsModel(session, self)
        self._total, self._row = 0, 0
        self._cell: FieldRef | None = None
        self._head = QWidget(self)
        self._after_gone = QPersistentModelIndex()
        # Before the view hears of it, which would choose another line and scroll there.
        self._model.rowsAboutToBeRemoved.connect(self._deselect_removed)
        self._summary = PlainLabel(self)
        self._summary.setAccessibleName(self.tr("检查结果"))
        theme.set_style_property(self._summary, "tone", "heading")
        self._hint = PlainLabel(self.tr("单击跳到该处"), self)
        theme.set_style_property(self._hint, "tone", "muted")
        self._filter = KindFilter("show", self)
        self._order = name_widget(QComboBox(self), "problemOrder", self.tr("排列"))
        for order, text in (
            (ProblemOrder.SEVERITY, self.tr("按程度")),
            (ProblemOrder.RULE, self.tr("按规则")),
            (ProblemOrder.FORM, self.tr("按表中顺序")),
        ):
            self._order.addItem(text, order.value)
        theme.set_style_property(self._order, "low", "yes")
        self._explain = name_widget(QToolButton(self), "explainProblem", self.tr("说明理由"))
        self._fold = self._make_fold_button()
        view = LinesView(self._model, (PLACE, SENTENCE), self._column_widths, self)
        self.view = name_widget(view, "problemList", self.tr("检查结果"))
        self.view.horizontalHeader().hide()
        self.view.installEventFilter(self)
        self._lay_out()
        self.fold_list(False)
        self.view.clicked.connect(self._emit_field)
        self.view.activated.connect(self._emit_field)
        self._order.activated.connect(self._apply_sort_and_filter)
        self._filter.changed.connect(self._apply_sort_and_filter)
        self.view.selectionModel().currentRowChanged.connect(self._note_row)
        session.add_listener(self._show_findings)
        self._show_findings(session.state)

    @property
    def current_finding(self) -> FindingGroup | None:
        """The findings of the line with the cursor."""
        return self._model.row_at(self.view.currentIndex())

    @property
    def sort_order(self) -> ProblemOrder:
        """What the lines are sorted by."""
        return self._model.order

    @property
    def hidden_kinds(self) -> frozenset[ProblemKind]:
        """The kinds of lines that the user does not want to see."""
        return self._model.hidden_kinds

    def sort_and_filter(self, order: ProblemOrder, hidden: Collection[ProblemKind]) -> None:
        """Sort and filter as the user left it."""
        self._filter.hide_kinds(hidden)
        self._order.setCurrentIndex(self._order.findData(order.value))
        self._apply_sort_and_filter()

    def set_actions(self, explain: QAction, further: Sequence[QAction]) -> None:
        """What can be done with a line: in its menu, the first in a button too."""
        self._explain.setDefaultAction(explain)
        self._explain.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._explain.setIconSize(theme.SMALL_ICON_SIZE)
        theme.set_style_property(self._explain, "low", "yes")
        self.view.addActions([explain, *further])
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @does("actionNextProblem", 1)
    @does("actionPreviousProblem", -1)
    def step_finding(self, by: int) -> None:
        """Choose the next cell with a finding (the one before when `by` is -1), line by line, round the list."""
        count = self._model.rowCount()
        if not count:
            return
        chosen = self.view.selectionModel().selectedRows()
        rest = self._cells_beyond(self._model.row_at(chosen[0]), by) if chosen else ()
        if not rest:
            row = chosen[0].row() + by if chosen else max(0, self._after_gone.row()) + min(0, by)
            self.view.setCurrentIndex(self._model.index(row % count, SENTENCE))
            line = self.current_finding
            rest = line.cells if line else ()
        if rest:
            self._choose_cell(rest[0 if by > 0 else -1])

    def select_finding(self, code: str, field: FieldRef) -> None:
        """Go to the line of that rule and cell, where it is shown."""
        index = self._model.index_of_finding(code, field)
        if index.isValid():
            self.view.setCurrentIndex(index)

    @property
    def is_folded(self) -> bool:
        """Whether only the head line is shown."""
        return self.view.isHidden()

    def fold_list(self, folded: bool) -> None:
        """Show the head line alone, or with the findings below it."""
        self.view.setVisible(not folded)
        self._fold.setChecked(not folded)
        self._fold.setIcon(theme.chevron_icon("up" if folded else "down"))
        self._fold.setToolTip(self.tr("展开检查结果") if folded else self.tr("收起检查结果"))

    def height_of(self, lines: int) -> int:
        """How tall the list is that shows that many findings of one line each."""
        around = self.sizeHint().height() - self.view.sizeHint().height()
        return around + self.view.height_of(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and _is_space(event) and self.current_finding is not None:
            self.explainAsked.emit()
            return True
        return super().eventFilter(watched, event)

    def _column_widths(self, room: int) -> tuple[int, int, int]:
        """A narrow list gives the sentences most of its width."""
        metrics = self.fontMetrics()
        words = [*map(labels.severity_name, Severity), labels.explained_label()]
        if self._model.order is ProblemOrder.RULE:
            words += map(rules.rule_name, rules.RULE_WORDS)
        first = max(map(metrics.horizontalAdvance, words)) + _SIGN_ROOM
        place = min(_WIDEST_PLACE, (room - first) // 3)
        return first, place, room - first - place

    def _lay_out(self) -> None:
        # Narrower than the head the list may still be.
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        for part in (self._fold, self._summary, self._filter, self._hint):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._explain)
        head.addWidget(self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self.view)

    def _make_fold_button(self) -> QToolButton:
        fold = name_widget(QToolButton(self), "foldProblems", self.tr("展开或收起检查结果"))
        fold.setCheckable(True)
        fold.setIconSize(theme.SMALL_ICON_SIZE)
        theme.set_style_property(fold, "low", "yes")
        theme.set_style_property(fold, "plain", "yes")
        fold.clicked.connect(lambda shown: self.foldAsked.emit(not shown))
        return fold

    def _deselect_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        """A mended finding is chosen no more; the one below it is next."""
        selection = self.view.selectionModel()
        gone = range(first, last + 1)
        if self._after_gone.row() in gone or any(row.row() in gone for row in selection.selectedRows()):
            self._after_gone = QPersistentModelIndex(self._model.index(last + 1, SENTENCE))
        if self.view.currentIndex().row() in gone:
            selection.clear()

    def _emit_field(self, index: QModelIndex) -> None:
        line = self._model.row_at(index)
        if line is not None:
            self._choose_cell(line.cells[0])

    def _choose_cell(self, cell: FieldRef) -> None:
        self._cell = cell
        self.fieldChosen.emit(cell)

    def _cells_beyond(self, line: FindingGroup | None, by: int) -> Sequence[FieldRef]:
        """The line's cells after the one chosen last, or before it; none where that one is of another line."""
        cells = line.cells if line else ()
        if self._cell not in cells:
            return ()
        place = cells.index(self._cell)
        return cells[place + 1 :] if by > 0 else cells[:place]

    def _apply_sort_and_filter(self) -> None:
        self._model.sort_and_filter(ProblemOrder(self._order.currentData()), self._filter.hidden_kinds)
        self.view.update_column_widths()
        self._update_hint()
        self.arranged.emit()

    def _show_findings(self, state: FormState | None) -> None:
        lines = state.found.all_findings if state else ()
        self._filter.show_counts(Counter(map(kind_of, lines)))
        nothing = state is not None and not lines
        self._summary.setText(self.tr("没有发现问题") if nothing else self.tr("检查结果"))
        self._order.setEnabled(bool(lines))
        self._total = len(lines)
        self._keep_row()
        self._update_hint()

    def _note_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self._row = index.row()

    def _keep_row(self) -> None:
        """Put the cursor back on the same row after its line was removed, while the list has the keyboard."""
        last = self._model.rowCount() - 1
        if self.view.hasFocus() and last >= 0 and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(min(self._row, last), SENTENCE))

    def _update_hint(self) -> None:
        """How many lines are filtered out; else what a click does."""
        rest = self._total - self._model.shown_count
        self._hint.setText(self.tr("{0} 条没有显示").format(rest) if rest else self.tr("单击跳到该处"))
        self._make_room()

    def _make_room(self) -> None:
        """Say what a click does where there is room for it; how many lines are filtered out, always."""
        rest = self._total > self._model.shown_count
        self._hint.setVisible(rest or self._total > 0)
        fits = self._head.sizeHint().width() <= self.width()
        self._hint.setVisible(self._total > 0 and (rest or fits))


def _is_space(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
