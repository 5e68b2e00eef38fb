"""The page 指标: the indicator table, its row actions, and how the weights of the classes add up."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QVBoxLayout, QWidget

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.blank_rows import without_blank_rows
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.ui.document.cells import heaviest_severity
from selfeval_desktop.ui.document.form_page import INDICATORS_TAB, FormPage
from selfeval_desktop.ui.document.funds_model import EXECUTION_SCORE
from selfeval_desktop.ui.document.indicators_model import IndicatorsModel
from selfeval_desktop.ui.filling.indicator_grid import IndicatorGrid
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import ICON_ONLY, limit_shortcuts_to_page
from selfeval_desktop.ui.kit.labels import Chip, ChipState, FittingLabel
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel

_WIDE = 860
"""From this width on the row actions have words beside their icons."""
_ROOMY = 240
"""Below this height, in logical pixels, the sums are hidden to leave the table their room."""


_LOWEST = 200
"""Below this height the row actions, which the menus have too, give their room to the rows."""


class IndicatorsTab(FormPage):
    """The indicator table with the row actions above it; the public methods do the actions' work."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = IndicatorsModel(session, self)
        self.table = name_widget(IndicatorGrid(self.model, self), "indicatorTable", self.tr("绩效指标"))
        self._tools = QToolBar(self)
        self._chips = WeightChips(self)
        self._sums = FittingLabel(self)
        self._column = QVBoxLayout(self)
        self._only_problems = False
        self._kept: frozenset[int] = frozenset()
        self._form_id: int | None = None
        self._lay_out()
        self.table.begin_row = self._append_row
        self.table.handles.dropped.connect(self._regroup_rows)
        self.table.insertAsked.connect(self.insert_row)
        self.table.rowWanted.connect(self._reveal_row)
        session.add_listener(self._show_form)
        self._show_form(session.state)

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """Put the window's row actions into this page's toolbar; their keys work on this page only."""
        self._tools.addActions(list(actions))
        limit_shortcuts_to_page(self, actions)
        self.table.addActions(list(actions))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        more = self._tools.findChild(QToolButton, "qt_toolbar_ext_button")
        assert more is not None
        more.setAccessibleName(self.tr("更多操作"))
        self._set_tool_style()

    def commit_editor(self) -> None:
        """Take what an open cell editor holds into the form."""
        self.table.commit_editor()

    def show_field(self, field: FieldRef) -> bool:
        """Go to that cell; for the indicators as a whole to their first weight."""
        if field == FieldRef.indicators():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            field = FieldRef.indicator(0, "weight")
        return self.table.show_field(field)

    def current_field(self) -> FieldRef | None:
        """The current cell of the table."""
        return self.table.current_field()

    def insert_row(self) -> None:
        """Insert a row below the current one, in its group; the cursor goes to its name."""
        state = self._committed_state()
        if state is not None:
            rows = self.table.chosen_rows()
            at = rows[-1] + 1 if rows else len(state.form.indicators)
            self._session.change_form(
                edits.insert_row(state.form, at), label=labels.undo_label_text(UndoLabel.INSERT_ROW)
            )
            self._go_to_cell(at, "level3")

    def duplicate_rows(self) -> None:
        """Copy the selected rows, below them; the cursor goes to the first copy's name."""
        state, rows = self._committed_state(), self.table.chosen_rows()
        if state is not None and rows:
            form = edits.duplicate_rows(state.form, rows)
            self._session.change_form(form, label=labels.undo_label_text(UndoLabel.DUPLICATE_ROWS))
            self._go_to_cell(rows[-1] + 1, "level3")

    def show_only_problems(self, only: bool) -> None:
        """Hide the rows without findings, or show all; a row that is mended stays until the next call."""
        self._only_problems, self._kept = only, frozenset()
        self._filter_rows(self._session.state)

    def delete_rows(self) -> None:
        """Delete the selected rows; the cursor goes to the row after them."""
        state, rows = self._committed_state(), self.table.chosen_rows()
        if state is not None and rows:
            column = self.table.currentIndex().column()
            self._session.change_form(
                edits.delete_rows(state.form, rows), label=labels.undo_label_text(UndoLabel.DELETE_ROWS)
            )
            shown = self.table.shown_rows()
            if shown:
                row = next((row for row in shown if row >= rows[0]), shown[-1])
                self.table.go_to(self.model.index(row, column))

    def delete_blank_rows(self) -> None:
        """Delete all rows that nobody filled in, in one step."""
        state = self._committed_state()
        if state is not None:
            form = without_blank_rows(state.form)
            self._session.change_form(form, label=labels.undo_label_text(UndoLabel.DELETE_BLANK_ROWS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the sums, which the status line has too, and the margins give their room to the rows."""
        super().resizeEvent(event)
        roomy = event.size().height() >= theme.scaled_length(_ROOMY)
        self._sums.setVisible(roomy)
        self._head.setVisible(event.size().height() >= theme.scaled_length(_LOWEST))
        self._column.setContentsMargins(10, 6 if roomy else 2, 10, 8 if roomy else 3)
        self._column.setSpacing(6 if roomy else 3)
        self._set_tool_style()

    def _set_tool_style(self) -> None:
        """Show texts next to the icons where there is room, except for the arrows."""
        style = Qt.ToolButtonStyle
        wide = self.width() >= theme.scaled_length(_WIDE)
        self._tools.setToolButtonStyle(style.ToolButtonTextBesideIcon if wide else style.ToolButtonIconOnly)
        for action in self._tools.actions():
            button = self._tools.widgetForAction(action)
            if action.property(ICON_ONLY) and isinstance(button, QToolButton):
                button.setToolButtonStyle(style.ToolButtonIconOnly)

    def move_rows(self, by: int) -> None:
        """Move the selected rows by one place, up when `by` is -1: each past the next row that is shown."""
        state, rows = self._committed_state(), self.table.chosen_rows()
        if state is None or not rows:
            return
        form, column = state.form, self.table.currentIndex().column()
        shown, moved = self.table.shown_rows(), list[int]()
        for row in rows if by < 0 else reversed(rows):
            place = shown.index(row)
            if not 0 <= place + by < len(shown):
                return
            moved.append(shown[place + by])
            form = edits.move_row(form, row, moved[-1])
            shown[place] = moved[-1] - by
        self._session.change_form(form, label=labels.undo_label_text(UndoLabel.MOVE_ROW))
        self.table.choose_rows(sorted(moved), column)

    def _regroup_rows(self, host: int, below: bool) -> None:
        """Move the selected rows next to row `host`, into its group; they stay selected."""
        state, rows = self._committed_state(), self.table.chosen_rows()
        if state is None or not rows:
            return
        keys = [self.model.row_keys()[row] for row in rows]
        form = edits.regroup_rows(state.form, rows, host, below=below)
        self._session.change_form(form, label=labels.undo_label_text(UndoLabel.MOVE_ROW))
        places = [place for place, key in enumerate(self.model.row_keys()) if key in keys]
        self.table.choose_rows(places, self.model.column_of("level3"))

    def _append_row(self) -> bool:
        """Add a last row, unless the last one is still empty; whether it was added."""
        state = self._session.state
        last = self.model.rowCount() - 1
        if state is None or self._session.read_only or last < 0 or self.model.is_fresh(last):
            return False
        self._session.change_form(
            edits.insert_row(state.form, last + 1), label=labels.undo_label_text(UndoLabel.INSERT_ROW)
        )
        self._go_to_cell(last + 1, "level3")
        return True

    def _committed_state(self) -> FormState | None:
        """The state with the open editor's text in it."""
        self.table.close_editor()
        return self._session.state

    def _go_to_cell(self, row: int, key: str) -> None:
        self.table.go_to(self.model.index(row, self.model.column_of(key)))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.setObjectName(INDICATORS_TAB)
        self.setFocusProxy(self.table)
        self._tools.setIconSize(QSize(16, 16))
        self._tools.setAccessibleName(self.tr("指标行的操作"))
        theme.set_style_property(self._tools, "inner", "yes")
        # Narrower than the sums of the classes the page may still be.
        self._head = QWidget(self)
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._tools)
        head.addStretch()
        head.addLayout(self._chips)
        theme.set_style_property(self._sums, "tone", "muted")
        self._column.addWidget(self._head)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._sums)

    def _filter_rows(self, state: FormState | None) -> None:
        form_id = state.form_id if state else None
        if form_id != self._form_id:
            self._form_id, self._kept = form_id, frozenset()
        if not self._only_problems or state is None:
            self.table.show_rows(None)
            return
        rows = {finding.field.row for finding in state.found.open if finding.field.part == "indicators"}
        found = {row.key for place, row in enumerate(state.form.indicators) if place in rows}
        new = {row.key for place, row in enumerate(state.form.indicators) if self.model.is_fresh(place)}
        self._kept |= found | new
        self.table.show_rows(self._kept)

    def _reveal_row(self, place: int) -> None:
        """Show that row although it has no findings."""
        self._kept |= {self.model.row_keys()[place]}
        self._filter_rows(self._session.state)

    def _show_form(self, state: FormState | None) -> None:
        self._filter_rows(state)
        self._chips.show_state(state)
        self._sums.setText(self._sum_text(state) if state else "")

    def _sum_text(self, state: FormState) -> str:
        figures = state.evaluation
        return self.tr("共 {rows} 行　分值合计 {weight}（含执行率 {execution}）　总分 {score}").format(
            rows=len(state.form.indicators),
            weight=amounts.plain_number(figures.weight_total),
            execution=amounts.plain_number(state.template.execution.weight),
            score=amounts.plain_number(figures.score_total),
        )


class WeightChips(QHBoxLayout):
    """A chip for each class of indicators with its weights, and one for the execution score."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self._chips: list[Chip] = []
        self.setSpacing(6)

    def show_state(self, state: FormState | None) -> None:
        """Show the figures of the open form; no chips without one."""
        states = list(self._chip_states(state)) if state else []
        while len(self._chips) < len(states):
            self._chips.append(Chip(self._page))
            self.addWidget(self._chips[-1])
        for chip in self._chips[len(states) :]:
            chip.hide()
        for chip, (kind, text, told) in zip(self._chips, states, strict=False):
            chip.show_state(kind, text, told)
            chip.show()

    def _chip_states(self, state: FormState) -> Iterator[tuple[ChipState, str, str]]:
        """A chip for each class: its weights against the template's figure; then the execution score."""
        for entry in state.evaluation.class_weights:
            told = self.tr("{name}的分值合计 {found}，表样规定 {expected}")
            name = entry.name.removesuffix("指标")
            yield self._chip_state(name, entry.found, entry.expected, told.replace("{name}", entry.name))
        weight, score = state.template.execution.weight, state.evaluation.execution_score
        told = self.tr("执行率得分 {found}，分值 {expected}")
        kind, text, told = self._chip_state(self.tr("执行率"), score, weight, told)
        yield _execution_kind(state.found.open, is_full=kind == "ok"), text, told

    @staticmethod
    def _chip_state(name: str, found: Decimal, expected: Decimal, told: str) -> tuple[ChipState, str, str]:
        figures = {"found": amounts.plain_number(found), "expected": amounts.plain_number(expected)}
        kind: ChipState = "ok" if found == expected else "warning"
        return kind, f"{name} {figures['found']}/{figures['expected']}", told.format(**figures)


def _execution_kind(findings: Iterable[Finding], *, is_full: bool) -> ChipState:
    """The state of the chip of the execution score, by the findings in that score and in the funds' total.

    A score below the full one is no fault by itself; a full one is ok whatever warnings the funds have.
    """
    about = (each for each in findings if each.field == EXECUTION_SCORE or each.field.row == "total")
    worst = heaviest_severity(about)
    if worst is Severity.ERROR:
        return "error"
    if is_full:
        return "ok"
    return "warning" if worst is Severity.WARNING else "plain"
