"""What was recognised of a whole form on the clipboard, and what is to become of it."""

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.domain import amounts, edits
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.funds import COLUMNS
from selfeval_desktop.domain.read_form import ReadForm, rows_given_up
from selfeval_desktop.domain.scoring import figures
from selfeval_desktop.domain.template import Template
from selfeval_desktop.ui import theme
from selfeval_desktop.ui.dialogs import sizes
from selfeval_desktop.ui.naming import named
from selfeval_desktop.wording import pasting, places

Use = Literal["import", "fill", "rows"]

_WIDE, _NARROW = QSize(880, 430), QSize(560, 430)
_ROW_PADDING = 8
_BETWEEN_HALVES = 10
_WIDEST_VALUE = 340
_HEAD = ("project_name", "department", "unit", "year")
_BUTTON_NAMES: dict[Use, str] = {
    "import": "wholeFormImport",
    "fill": "wholeFormFill",
    "rows": "wholeFormRows",
}


class WholeFormDialog(QDialog):
    """Nothing is done here; `use` says what is wanted once the dialog is accepted.

    `current` is the open form, which may be filled in; None where none is open.
    """

    def __init__(
        self, read: ReadForm, template: Template, current: Form | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "wholeFormDialog", self.tr("粘贴整张表"))
        self.setWindowTitle(self.tr("粘贴整张表"))
        self.use: Use = "import"
        self._read, self._template, self._current = read, template, current
        self._funds = named(QTableWidget(self), "wholeFormFunds", self.tr("认出的资金"))
        self._doubts = named(QListWidget(self), "wholeFormDoubts", self.tr("没有看懂的内容"))
        self._note = named(QLabel(self), "wholeFormNote", self.tr("说明"))
        self._buttons = QDialogButtonBox(self)
        self._show_funds()
        self._show_doubts()
        self._add_buttons(is_open=current is not None)
        self._lay_out()

    def _add_buttons(self, *, is_open: bool) -> None:
        texts: dict[Use, str] = {"import": self.tr("作为新表导入")}
        if is_open:
            texts |= {"fill": self.tr("填进当前表"), "rows": self.tr("只粘贴指标行")}
        for use, text in texts.items():
            button = QPushButton(text, self)
            named(button, _BUTTON_NAMES[use], text)
            button.setDefault(use == "import")
            button.clicked.connect(lambda _checked=False, use=use: self._end(use))
            self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            if use == "import":
                button.setFocus()
        cancel = self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        named(cancel, "wholeFormCancel", cancel.text())
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        given_up = rows_given_up(self._current, self._read) if self._current else 0
        column = QVBoxLayout(self)
        title = QLabel(self.tr("剪贴板里是一张完整的自评表"), self)
        theme.restyle(title, "tone", "heading")
        self._note.setText(self._told(given_up))
        self._note.setWordWrap(True)
        theme.restyle(self._note, "tone", "warning" if given_up else "muted")
        rows, widest = QFormLayout(), theme.scaled(_WIDEST_VALUE)
        rows.setVerticalSpacing(4)
        for name, object_name, text in self._lines():
            value = named(QLabel(self), object_name, name)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setText(value.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, widest))
            value.setToolTip(text)
            rows.addRow(name, value)
        left, halves = QVBoxLayout(), QHBoxLayout()
        left.addLayout(rows)
        left.addWidget(self._funds)
        halves.addLayout(left, 1)
        told = QLabel(pasting.doubts_told(self._read.doubts), self)
        if self._read.doubts:
            right = QVBoxLayout()
            right.addWidget(told)
            right.addWidget(self._doubts, 1)
            halves.addSpacing(_BETWEEN_HALVES)
            halves.addLayout(right, 1)
        else:
            left.addWidget(told)
        left.addStretch(1)
        column.addWidget(title)
        column.addLayout(halves, 1)
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        sizes.fit(self, _WIDE if self._read.doubts else _NARROW)

    def _lines(self) -> Iterator[tuple[str, str, str]]:
        """Label, object name and text of each line."""
        form, missing = self._read.form, self.tr("（没有写明）")
        for key in _HEAD:
            cell = FieldRef.head(key)
            text = " ".join(edits.cell_text(form, cell).split())
            yield places.cell(cell, self._template), f"wholeForm_{key}", text or missing
        yield places.cell(FieldRef.head("money_unit")), "wholeForm_money_unit", self._unit_told()
        lengths = [len(form.goals.expected), len(form.goals.actual)]
        told = self.tr("预期 {expected} 字，实际 {actual} 字").format(expected=lengths[0], actual=lengths[1])
        yield self.tr("年度目标"), "wholeForm_goals", told
        found = figures(form, self._template)
        yield (
            self.tr("绩效指标"),
            "wholeForm_indicators",
            self.tr("{rows} 行；加上预算执行，分值合计 {weights}，总分 {score}").format(
                rows=len(form.indicators),
                weights=amounts.plain(found.weight_total),
                score=amounts.plain(found.score_total),
            ),
        )

    def _unit_told(self) -> str:
        """What a table without a unit is taken to be in; the open form has its own, which may be another."""
        unit = self._read.form.money_unit
        if FieldRef.head("money_unit") in self._read.taken:
            return unit
        if self._current is None or (own := self._read.unit_for(self._current)) == unit:
            return self.tr("没有写明，按{unit}").format(unit=unit)
        told = self.tr("没有写明，作为新表按{unit}，填进当前表按{own}")
        return told.format(unit=unit, own=own)

    def _show_funds(self) -> None:
        form, rows, table = self._read.form, self._template.funds.rows, self._funds
        effective = figures(form, self._template).funds
        table.setRowCount(len(rows))
        table.setColumnCount(len(COLUMNS))
        table.setVerticalHeaderLabels([places.fund_row(row.key, self._template) for row in rows])
        table.setHorizontalHeaderLabels(
            [places.cell(FieldRef.fund("total", column), self._template) for column in COLUMNS]
        )
        for place, row in enumerate(rows):
            for number, column in enumerate(COLUMNS):
                amount = effective[row.key].amount(column)
                text = form.unread.get(FieldRef.fund(row.key, column), "")
                item = QTableWidgetItem(text if amount is None else amounts.money(amount))
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(place, number, item)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROW_PADDING)
        table.verticalHeader().setMinimumWidth(table.verticalHeader().sizeHint().width())
        height = table.horizontalHeader().sizeHint().height() + table.verticalHeader().length()
        table.setFixedHeight(height + 2 * table.frameWidth())

    def _show_doubts(self) -> None:
        self._doubts.addItems(pasting.doubt_lines(self._read.doubts))
        self._doubts.setWordWrap(True)
        self._doubts.setVisible(bool(self._read.doubts))

    def _told(self, given_up: int) -> str:
        """What each use means for what is open."""
        if self._current is None:
            return self.tr("导入后可以撤销。")
        told = self.tr("填进当前表：认出的值替换当前表的值，表里空着的不清除；导入、填进都可以撤销。")
        if given_up:
            told += self.tr("当前表有 {count} 行指标剪贴板里没有，填进后不再保留。").format(count=given_up)
        return told

    def _end(self, use: Use) -> None:
        self.use = use
        self.accept()
