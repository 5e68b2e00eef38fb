"""Shows a recognised form: head, funds, size of goals and indicators, and the doubtful texts."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.funds import COLUMNS
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.domain.scoring.scores import calculate_figures
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names, incoming

_ROW_PADDING = 8
_BETWEEN_HALVES = 8
_HEAD = ("project_name", "department", "unit", "year")
_LINES = (*_HEAD, "money_unit", "goals", "indicators")
_ONE_COLUMN = {key: (row, 0) for row, key in enumerate(_LINES)}
_TWO_COLUMNS = {
    **{key: (row, 0) for row, key in enumerate(("project_name", "department", "year", "indicators"))},
    **{key: (row, 2) for row, key in enumerate(("money_unit", "unit", "goals"))},
}
_LOWEST_DOUBTS = 44


class ReadFormView(QWidget):
    """Read-only. `name` begins the object names; the doubts stand on the right, or below where `is_upright`.

    A text wider than `widest_value` pixels is elided.
    """

    def __init__(
        self, name: str, widest_value: int, parent: QWidget | None = None, *, is_upright: bool = False
    ) -> None:
        super().__init__(parent)
        name_widget(self, f"{name}View", self.tr("认出的内容"))
        self._name, self._widest, self._is_upright = name, widest_value, is_upright
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(1, 1)
        if is_upright:
            self._rows.setColumnStretch(3, 1)
        self._places = _TWO_COLUMNS if is_upright else _ONE_COLUMN
        self._values: dict[str, PlainLabel] = {}
        self._funds = name_widget(QTableWidget(self), f"{name}Funds", self.tr("认出的资金"))
        self._doubts = name_widget(QListWidget(self), f"{name}Doubts", self.tr("没有看懂的内容"))
        self._doubts_label = PlainLabel(self)
        self._lay_out()

    def show_reading(self, read: ReadForm, template: Template, doubts: Sequence[str], current: Form | None) -> None:
        """Show one reading; `doubts` has a line for each of its doubts, `current` is the open form."""
        for key, name, text in self._form_lines(read, template, current):
            self._show_line(key, name, text)
        self._show_funds(read, template)
        self._doubts_label.setText(incoming.doubts_summary(read.doubts))
        self._doubts.clear()
        self._doubts.addItems(doubts)
        self._doubts.setVisible(bool(doubts))
        is_upright = self._is_upright or not doubts
        self._whole.setDirection(QBoxLayout.Direction.TopToBottom if is_upright else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        self._doubts.setWordWrap(True)
        self._doubts.setMinimumHeight(theme.scaled_length(_LOWEST_DOUBTS))
        self._funds.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._funds.setTabKeyNavigation(False)
        self._funds.setWordWrap(False)
        upper, lower = QVBoxLayout(), QVBoxLayout()
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(_BETWEEN_HALVES)
        upper.addLayout(self._rows)
        upper.addWidget(self._funds)
        upper.addStretch(0)
        lower.addWidget(self._doubts_label)
        lower.addWidget(self._doubts, 1)
        lower.addStretch(0)
        self._whole.addLayout(upper, 0 if self._is_upright else 1)
        self._whole.addLayout(lower, 1)

    def _show_line(self, key: str, name: str, text: str) -> None:
        if key not in self._values:
            value = self._values[key] = name_widget(PlainLabel(self), f"{self._name}_{key}", name)
            row, column = self._places[key]
            self._rows.addWidget(PlainLabel(name, self), row, column)
            columns = 3 if key == _LINES[-1] else 1
            self._rows.addWidget(value, row, column + 1, 1, columns)
        value = self._values[key]
        widest = self._widest * 2 if key == _LINES[-1] else self._widest
        value.setText(value.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, widest))
        value.setToolTip(tooltip_text(text))

    def _form_lines(self, read: ReadForm, template: Template, current: Form | None) -> Iterator[tuple[str, str, str]]:
        """Key, label and text of each line."""
        form, missing = read.form, self.tr("（没有写明）")
        for key in _HEAD:
            cell = FieldRef.head(key)
            text = " ".join(edits.cell_text(form, cell).split())
            yield key, cell_names.cell_name(cell, template), text or missing
        unit = FieldRef.head("money_unit")
        yield "money_unit", cell_names.cell_name(unit), self._money_unit_text(read, current)
        lengths = [len(form.goals.expected), len(form.goals.actual)]
        text = self.tr("预期 {expected} 字，实际 {actual} 字").format(expected=lengths[0], actual=lengths[1])
        yield "goals", self.tr("年度目标"), text
        found = calculate_figures(form, template)
        yield (
            "indicators",
            self.tr("绩效指标"),
            self.tr("{rows} 行；加上预算执行，分值合计 {weights}，总分 {score}").format(
                rows=len(form.indicators),
                weights=amounts.plain_number(found.weight_total),
                score=amounts.plain_number(found.score_total),
            ),
        )

    def _money_unit_text(self, read: ReadForm, current: Form | None) -> str:
        """The money unit; where the table names none, 元 for a new form and the open form's own for filling it in."""
        unit = read.form.money_unit
        if FieldRef.head("money_unit") in read.taken:
            return unit
        if current is None or (own := read.unit_for(current)) == unit:
            return self.tr("没有写明，按{unit}").format(unit=unit)
        text = self.tr("没有写明，作为新表按{unit}，填进当前表按{own}")
        return text.format(unit=unit, own=own)

    def _show_funds(self, read: ReadForm, template: Template) -> None:
        form, rows, table = read.form, template.funds.rows, self._funds
        effective = calculate_figures(form, template).funds
        table.setRowCount(len(rows))
        table.setColumnCount(len(COLUMNS))
        table.setVerticalHeaderLabels([cell_names.fund_row(row.key, template) for row in rows])
        table.setHorizontalHeaderLabels(
            [cell_names.cell_name(FieldRef.fund("total", column), template) for column in COLUMNS]
        )
        for place, row in enumerate(rows):
            for number, column in enumerate(COLUMNS):
                amount = effective[row.key].amount(column)
                text = form.unread.get(FieldRef.fund(row.key, column), "")
                item = QTableWidgetItem(text if amount is None else amounts.money_text(amount))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(place, number, item)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROW_PADDING)
        table.verticalHeader().setMinimumWidth(table.verticalHeader().sizeHint().width())
        height = table.horizontalHeader().sizeHint().height() + table.verticalHeader().length()
        table.setFixedHeight(height + 2 * table.frameWidth())
