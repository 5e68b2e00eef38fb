"""The lines of a finance list with the forms that they match, to tick before anything changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.reading.finance import (
    FinanceFilling,
    FinanceLine,
    FinanceList,
    FinanceMatches,
    looks_misscaled,
)
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel, tooltip_text
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names, errors
from selfeval_desktop.wording.translation import translate

_AMOUNT_WIDTH = 122
_REMARK_WIDTH = 128
_MOST_UNMATCHED = 3
"""How many lines without a form the list shows before it scrolls."""
_UNITS: tuple[MoneyUnit, ...] = get_args(MoneyUnit)
_NOTHING = FinanceMatches((), ())


@dataclass(frozen=True, slots=True)
class FinanceInput:
    """A list as read from the file called `name`; the years of the ledger, newest first, `year` preselected."""

    name: str
    found: FinanceList
    years: Sequence[int]
    year: int


Match = Callable[[int, MoneyUnit], FinanceMatches]
"""Matches the lines, in that money unit, with the forms of that year; SelfEvalError."""


class FinanceDialog(TaskDialog):
    """Changes nothing itself; see `ticked_fillings`. Uncertain matches begin unticked."""

    def __init__(self, offer: FinanceInput, match: Match, parent: QWidget | None = None) -> None:
        super().__init__("financeDialog", self.tr("导入财务数据"), parent)
        self._offer, self._match = offer, match
        self._matched = _NOTHING
        self._boxes: list[QTableWidgetItem] = []
        self._year = name_widget(QComboBox(self), "financeYear", self.tr("年度"))
        self._unit = name_widget(QComboBox(self), "financeUnit", self.tr("名单的金额单位"))
        self._table = name_widget(QTableWidget(self), "financeTable", self.tr("对应的表"))
        self._unmatched = name_widget(QListWidget(self), "financeUnmatched", self.tr("没有对应的行"))
        self._unmatched_label = PlainLabel(self)
        self._set_up_inputs()
        self._lay_out()
        for box in (self._year, self._unit):
            box.currentIndexChanged.connect(self._show_matches)
        self._table.itemChanged.connect(self._update_note)
        self._show_matches()
        self._table.setFocus()

    def ticked_fillings(self) -> tuple[FinanceFilling, ...]:
        """The ticked lines with their forms."""
        return tuple(
            filling
            for filling, box in zip(self._matched.fillings, self._boxes, strict=True)
            if box.checkState() is Qt.CheckState.Checked
        )

    def _set_up_inputs(self) -> None:
        for year in self._offer.years:
            self._year.addItem(self.tr("{0} 年度").format(year), year)
        self._year.setCurrentIndex(self._year.findData(self._offer.year))
        for unit in _UNITS:
            self._unit.addItem(unit, unit)
        self._unit.setCurrentIndex(self._unit.findData(self._offer.found.money_unit or _UNITS[0]))
        heads = [
            self.tr("自评表"),
            self.tr("名单中的项目"),
            *_amount_headings(self._offer.found.columns),
            self.tr("说明"),
        ]
        self._table.setColumnCount(len(heads))
        self._table.setHorizontalHeaderLabels(heads)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        head = self._table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in range(2, len(heads)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            width = _REMARK_WIDTH if column == len(heads) - 1 else _AMOUNT_WIDTH
            self._table.setColumnWidth(column, theme.scaled_length(width))

    def _lay_out(self) -> None:
        title = PlainLabel(self._offer.name, self)
        theme.set_style_property(title, "tone", "heading")
        top = QHBoxLayout()
        top.addWidget(title, 1)
        for text, box in ((self.tr("填入"), self._year), (self.tr("名单的金额单位"), self._unit)):
            label = PlainLabel(text, self)
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
        self.add_part(top)
        self.add_part(self._table, 1)
        self.add_part(self._unmatched_label)
        self.add_part(self._unmatched)
        self.add_note("financeNote")
        self._ok = self.add_button("financeOk", self.tr("填入"), is_default=True)
        self.add_cancel()
        self.start_with_size(890, 470)

    def _show_matches(self) -> None:
        """Match for the chosen year and unit, and show both tables."""
        refusal = ""
        try:
            self._matched = self._match(self._year.currentData(), self._unit.currentData())
        except SelfEvalError as error:
            self._matched, refusal = _NOTHING, errors.error_sentence(error)
        self._table.blockSignals(True)
        self._table.setRowCount(len(self._matched.fillings))
        self._boxes = [self._show_filling(row, filling) for row, filling in enumerate(self._matched.fillings)]
        self._table.resizeRowsToContents()
        self._table.blockSignals(False)
        if self._matched.fillings:
            self._table.setCurrentCell(0, 0)
        left = self._matched.unmatched
        self._unmatched.clear()
        self._unmatched.addItems([_unmatched_line(each) for each in left])
        lines = min(len(left), _MOST_UNMATCHED) * max(0, self._unmatched.sizeHintForRow(0))
        self._unmatched.setFixedHeight(lines + 2 * self._unmatched.frameWidth())
        self._unmatched.setVisible(bool(left))
        self._unmatched_label.setVisible(bool(left))
        self._unmatched_label.setText(self.tr("没有找到对应的表，不填入，共 {0} 行：").format(len(left)))
        self._update_note(refusal=refusal)

    def _show_filling(self, row: int, filling: FinanceFilling) -> QTableWidgetItem:
        """Fill a row of the table and return the item that has the checkbox."""
        form = filling.candidate.form
        names = [" ".join(text.split()) for text in (form.project_name, filling.line.name or filling.line.code)]
        figures = [_amount_change(filling, column) for column in self._offer.found.columns]
        texts = [*names, *figures, _filling_remarks(filling)]
        items = [QTableWidgetItem(text) for text in texts]
        for column, (item, text) in enumerate(zip(items, texts, strict=True)):
            item.setToolTip(tooltip_text(text))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if 2 <= column < len(texts) - 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not filling.changes_form:
                item.setForeground(theme.colour("muted"))
            elif column == len(texts) - 1:
                item.setForeground(theme.colour("warning"))
            self._table.setItem(row, column, item)
        box = items[0]
        if filling.changes_form:
            box.setFlags(box.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            box.setCheckState(Qt.CheckState.Checked if filling.is_sure else Qt.CheckState.Unchecked)
        return box

    def _update_note(self, _item: object = None, *, refusal: str = "") -> None:
        chosen, tone = self.ticked_fillings(), "warning"
        doubtful = sum(each.changes_form and not each.is_sure for each in self._matched.fillings)
        if refusal:
            text, tone = refusal, "error"
        elif looks_misscaled(self._matched.fillings):
            text = self.tr("名单的数和表里的数大多相差一万倍，请核对名单的金额单位。")
        elif doubtful:
            text = self.tr("有 {0} 行需要核对，没有勾选；用空格勾选。").format(doubtful)
        else:
            text, tone = self.tr("勾选的填入当年财政拨款，带上导入的记号；可以撤销。"), "muted"
        self.show_note(text, tone)
        self._ok.setEnabled(bool(chosen))
        self._ok.setText(self.tr("填入 {0} 张表").format(len({each.candidate.form_id for each in chosen})))


def _amount_change(filling: FinanceFilling, column: str) -> str:
    """The form's 年度资金总额 before and after, in its money unit: two lines, one where equal, "" where not listed."""
    if column in filling.line.unread:
        return translate("Finance", "看不懂：{text}").format(text=filling.line.unread[column])
    if column not in filling.figures:
        return ""
    old, new = filling.figures[column]
    if old == new:
        return amounts.money_text(new)
    return f"{_money_or_blank(old)}\n→\u00a0{amounts.money_text(new)}"


def _filling_remarks(filling: FinanceFilling) -> str:
    """Why the match is uncertain, or 相同 where nothing would change; "" for neither."""
    remarks = [
        text
        for applies, text in (
            (filling.is_near, translate("Finance", "名称相近")),
            (filling.is_again, translate("Finance", "几行对应同一张表")),
            (filling.is_split, translate("Finance", "资金分几项，填入合计")),
            (filling.is_far, translate("Finance", "数额相差悬殊")),
            (bool(filling.line.unread), translate("Finance", "有看不懂的数")),
            (not filling.changes_form, translate("Finance", "相同")),
        )
        if applies
    ]
    return translate("Finance", "；").join(remarks)


def _unmatched_line(found: FinanceLine) -> str:
    """Place in the list and project of a line that matches no form."""
    name = " ".join((found.name or found.code).split())
    return translate("Finance", "第 {place} 行　{name}").format(place=found.place, name=name)


def _amount_headings(names: Sequence[str]) -> list[str]:
    """Column headings for the amounts that the list has."""
    return [cell_names.cell_name(FieldRef.fund("total", name)) for name in names]


def _money_or_blank(amount: Decimal | None) -> str:
    return translate("Finance", "（空）") if amount is None else amounts.money_text(amount)
