"""The page 指标: the indicator table, its row actions, and how the weights of the classes add up."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolBar, QVBoxLayout, QWidget

from selfeval_desktop.app.session import FormSession, FormState
from selfeval_desktop.domain import amounts, edits
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.models.indicators import IndicatorsModel
from selfeval_desktop.ui.naming import named
from selfeval_desktop.ui.places import INDICATORS_TAB
from selfeval_desktop.ui.widgets.indicator_grid import IndicatorGrid
from selfeval_desktop.wording import steps
from selfeval_desktop.wording.steps import Deed


class IndicatorsTab(QWidget):
    """Rows of indicators; the methods without a leading underscore are what the row actions do."""

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = IndicatorsModel(session, self)
        self.table = named(IndicatorGrid(self.model, self), "indicatorTable", self.tr("绩效指标"))
        self._tools = QToolBar(self)
        self._paste = QAction(self.tr("从 Excel 粘贴"), self)
        self._chips = QHBoxLayout()
        self._labels: list[QLabel] = []
        self._sums = QLabel(self)
        self._lay_out()
        session.listen(self._show)
        self._show(session.state)

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """Put the window's row actions before the others in this page's toolbar."""
        self._tools.insertActions(self._paste, list(actions))

    def commit_editor(self) -> None:
        """Take what an open cell editor holds into the form."""
        self.table.commit_editor()

    def show_field(self, field: FieldRef) -> bool:
        """Go to that cell; the grid as a whole is shown at its first weight."""
        if field == FieldRef.indicators():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            field = FieldRef.indicator(0, "weight")
        return self.table.show_field(field)

    def current_field(self) -> FieldRef | None:
        """The current cell of the table."""
        return self.table.current_field()

    def insert_row(self) -> None:
        """A new row in the group of the current one, below it; the cursor goes to its name."""
        state = self._settled()
        if state is not None:
            rows = self._chosen_rows()
            at = rows[-1] + 1 if rows else len(state.form.indicators)
            self._session.change(edits.insert_row(state.form, at), label=steps.deed(Deed.INSERT_ROW))
            self._go_to(at, "level3")

    def delete_rows(self) -> None:
        """Take the chosen rows away."""
        state, rows = self._settled(), self._chosen_rows()
        if state is not None and rows:
            column = self.table.currentIndex().column()
            self._session.change(edits.delete_rows(state.form, rows), label=steps.deed(Deed.DELETE_ROWS))
            last = self.model.rowCount() - 1
            self.table.go_to(self.model.index(min(rows[0], last), column))

    def move_up(self) -> None:
        """Move the chosen rows up by one."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen rows down by one."""
        self._move(1)

    def _move(self, by: int) -> None:
        state, rows = self._settled(), self._chosen_rows()
        if state is None or not rows or rows[0] + by < 0 or rows[-1] + by >= len(state.form.indicators):
            return
        form, column = state.form, self.table.currentIndex().column()
        for row in rows if by < 0 else reversed(rows):
            form = edits.move_row(form, row, row + by)
        self._session.change(form, label=steps.deed(Deed.MOVE_ROW))
        self.table.choose_rows([row + by for row in rows], column)

    def _settled(self) -> FormState | None:
        """The state with the open editor's text in it."""
        self.table.close_editor()
        return self._session.state

    def _chosen_rows(self) -> list[int]:
        """The rows of all selected cells, in order."""
        return self.table.chosen_rows()

    def _go_to(self, row: int, key: str) -> None:
        self.table.go_to(self.model.index(row, self.model.column_of(key)))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.setObjectName(INDICATORS_TAB)
        self.setFocusProxy(self.table)
        self._tools.setIconSize(QSize(16, 16))
        self._tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._tools.setAccessibleName(self.tr("指标行的操作"))
        self._paste.setEnabled(False)
        self._paste.setToolTip(self.tr("从 Excel 粘贴：以后的版本提供"))
        self._tools.addAction(self._paste)
        theme.restyle(self._tools, "inner", "yes")
        self._chips.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._tools)
        head.addStretch()
        head.addLayout(self._chips)
        theme.restyle(self._sums, "tone", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self._sums)

    def _show(self, state: FormState | None) -> None:
        chips = list(self._chip_texts(state)) if state else []
        while len(self._labels) < len(chips):
            self._labels.append(QLabel(self))
            self._chips.addWidget(self._labels[-1])
        for label in self._labels[len(chips) :]:
            label.hide()
        for label, (text, tip, kind) in zip(self._labels, chips, strict=False):
            label.show()
            if label.text() != text:
                label.setText(text)
                label.setToolTip(tip)
                label.setAccessibleName(tip)
                theme.restyle(label, "chip", kind)
        self._sums.setText(self._sum_text(state) if state else "")

    def _chip_texts(self, state: FormState) -> Iterable[tuple[str, str, str]]:
        """Text, tooltip and kind of each chip: the weight of a class against what the template asks for."""
        for entry in state.evaluation.class_weights:
            name = entry.name.removesuffix("指标")
            yield self._chip(
                name, entry.found, entry.expected, self.tr("{name}的分值合计").format(name=entry.name)
            )
        weight = state.template.execution.weight
        score = state.evaluation.execution_score
        yield self._chip(self.tr("执行率"), score, weight, self.tr("执行率的得分和分值"))

    def _chip(self, name: str, found: Decimal, expected: Decimal, tip: str) -> tuple[str, str, str]:
        figures = f"{amounts.plain(found)}/{amounts.plain(expected)}"
        kind = "ok" if found == expected else "warning"
        sign = "√" if kind == "ok" else "▲"
        told = self.tr("{tip}：{found}，表样规定 {expected}").format(
            tip=tip, found=amounts.plain(found), expected=amounts.plain(expected)
        )
        return f"{sign} {name} {figures}", told, kind

    def _sum_text(self, state: FormState) -> str:
        figures = state.evaluation
        return self.tr("共 {rows} 行　分值合计 {weight}（含执行率 {execution}）　总分 {score}").format(
            rows=len(state.form.indicators),
            weight=amounts.plain(figures.weight_total),
            execution=amounts.plain(state.template.execution.weight),
            score=amounts.plain(figures.score_total),
        )
