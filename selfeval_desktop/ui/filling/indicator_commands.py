"""The indicator table: commands on its rows, and which of its columns are shown and how wide, kept by template."""

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.settings import SettingsStore
from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.scoring.balancing import (
    BalanceResult,
    BalancingMethod,
    Scope,
    WeightShare,
    balance_weights,
    weight_shares,
)
from selfeval_desktop.ui.filling.indicator_grid import HIDDEN
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget

_LATER_MS = 300
_ALWAYS_SHOWN = frozenset({"level3"})


class RowCommands(QObject):
    """Commands on the rows of indicators; those that change rows turn to their page first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace, self._rows = workspace, workspace.indicators

    @does("actionInsertRow")
    def insert_row(self) -> None:
        """Insert a blank row below the cursor."""
        self._workspace.show_indicators()
        self._rows.insert_row()

    @does("actionDeleteRow")
    def delete_rows(self) -> None:
        """Delete the selected rows."""
        self._workspace.show_indicators()
        self._rows.delete_rows()

    @does("actionDeleteBlankRows")
    def delete_blank_rows(self) -> None:
        """Delete all rows that nobody filled in."""
        self._workspace.show_indicators()
        self._rows.delete_blank_rows()

    @does("actionDuplicateRow")
    def duplicate_rows(self) -> None:
        """Copy the selected rows, below themselves."""
        self._workspace.show_indicators()
        self._rows.duplicate_rows()

    @does("actionMoveUp", -1)
    @does("actionMoveDown", 1)
    def move_rows(self, by: int) -> None:
        """Move the selected rows by one place, up where `by` is -1."""
        self._workspace.show_indicators()
        self._rows.move_rows(by)

    @does("actionOnlyProblems")
    def show_only_problems(self, only: bool) -> None:
        """Hide the rows without findings, or show all."""
        self._rows.show_only_problems(only)


class ColumnCommands(QObject):
    """Fills a menu with the columns, and gives the same menu to their heads."""

    def __init__(self, page: IndicatorsTab, settings: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._page, self._settings = page, settings
        self._template = ""
        title = self.tr("指标表的列")
        self.menu = name_widget(QMenu(title, window), "columnsMenu", title)
        self.menu.aboutToShow.connect(self._fill_menu)
        head = page.table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.menu.exec(head.mapToGlobal(at)))
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.save_widths)
        page.table.widthsChosen.connect(self._later.start)
        page.model.modelReset.connect(self._apply_saved_widths)
        self._apply_saved_widths()

    def _apply_saved_widths(self) -> None:
        """Show the widths kept for the template of the open form, when that is another template."""
        state = self._page.model.state
        if state is not None and state.template.id != self._template:
            self._template = state.template.id
            self._page.table.set_widths(self._settings.load_settings().columns.get(self._template, {}))

    def save_widths(self) -> None:
        """Remember the widths as they are."""
        self._later.stop()
        kept = self._settings.load_settings().columns
        self._settings.change_settings(columns={**kept, self._template: self._page.table.chosen_widths()})

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self._page.model.state is None:
            self.menu.addAction(self.tr("请先在左边选一张表")).setEnabled(False)
            return
        for place, key in enumerate(self._page.table.column_keys()):
            head = self._page.model.headerData(place, Qt.Orientation.Horizontal)
            action = self.menu.addAction(str(head))
            action.setCheckable(True)
            action.setChecked(not self._page.table.isColumnHidden(place))
            action.setEnabled(key not in _ALWAYS_SHOWN)
            action.toggled.connect(lambda shown, key=key: self._show_column(key, shown=shown))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("恢复原来的列和列宽")).triggered.connect(lambda: self._set_widths({}))

    def _show_column(self, key: str, *, shown: bool) -> None:
        widths = {other: width for other, width in self._page.table.chosen_widths().items() if other != key}
        self._set_widths(widths if shown else {**widths, key: HIDDEN})

    def _set_widths(self, widths: dict[str, int]) -> None:
        self._page.table.set_widths(widths)
        self.save_widths()


_NAME, _BEFORE, _AFTER = range(3)


class BalanceDialog(TaskDialog):
    """Shows every class with its rows, before and after; accepted when the weights after are wanted."""

    def __init__(self, state: FormState, parent: QWidget | None = None) -> None:
        super().__init__("balanceDialog", self.tr("分值配平"), parent)
        self._state = state
        self._method_box = name_widget(QComboBox(self), "balanceWay", self.tr("差额分法"))
        self._method_box.addItem(self.tr("平均分给各行"), "even")
        self._method_box.addItem(self.tr("按各行分值的比例分"), "proportional")
        self._scope = name_widget(QComboBox(self), "balanceScope", self.tr("配平到"))
        self._scope.addItem(self.tr("表样规定的各类分值"), "classes")
        self._scope.addItem(self.tr("只把合计补足，各类之间不论"), "whole")
        self._rows = name_widget(QTreeWidget(self), "balanceRows", self.tr("各行分值"))
        self._rows.setHeaderLabels([self.tr("指标"), self.tr("现在"), self.tr("配平后")])
        head = self._rows.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.add_rows(
            (self.tr("差额分法"), self._method_box),
            (self.tr("配平到"), self._scope),
        )
        self.add_part(self._rows, 1)
        self.add_note("balanceNote")
        self._do = self.add_button("balanceDo", self.tr("配平"), is_default=True)
        self.add_cancel()
        self.start_with_size(560, 470)
        self._method_box.currentIndexChanged.connect(self._show_weights)
        self._scope.currentIndexChanged.connect(self._show_weights)
        self._show_weights()

    def computed_balance(self) -> BalanceResult:
        """The form as it would be."""
        way: BalancingMethod = self._method_box.currentData()
        scope: Scope = self._scope.currentData()
        return balance_weights(self._state.form, self._state.template, way, scope)

    def _show_weights(self) -> None:
        balance = self.computed_balance()
        after = weight_shares(balance.form, self._state.template, self._scope.currentData())
        self._rows.clear()
        for before, then in zip(
            weight_shares(self._state.form, self._state.template, self._scope.currentData()),
            after,
            strict=True,
        ):
            self._rows.addTopLevelItem(self._share_item(before, then, balance))
        self._rows.expandAll()
        changed = balance.form != self._state.form
        self._do.setEnabled(changed)
        told = "".join(self._note_sentences(balance, changed=changed))
        self.show_note(told, "warning" if balance.unsolved else "muted")

    def _share_item(self, before: WeightShare, after: WeightShare, balance: BalanceResult) -> QTreeWidgetItem:
        told = self.tr("{0}，应为 {1}").format(
            before.name or self.tr("全部指标"), amounts.plain_number(before.expected)
        )
        item = QTreeWidgetItem([told, amounts.plain_number(before.found), amounts.plain_number(after.found)])
        for row in before.rows:
            item.addChild(self._row_item(row, balance))
        return item

    def _row_item(self, row: int, balance: BalanceResult) -> QTreeWidgetItem:
        field = FieldRef.indicator(row, "weight")
        before, after = (edits.cell_text(form, field) for form in (self._state.form, balance.form))
        name = " ".join(self._state.form.indicators[row].level3.split()) or self.tr("（未填名称）")
        item = QTreeWidgetItem([name, before or "—", after or "—"])
        if before != after:
            font = item.font(_AFTER)
            font.setBold(True)
            item.setFont(_AFTER, font)
        return item

    def _note_sentences(self, balance: BalanceResult, *, changed: bool) -> Iterator[str]:
        for share in balance.unsolved:
            if share.found == share.expected == Decimal(0):
                continue
            yield self.tr("{0}配不平：没有可以分的行，或有分值读不出来，或每行不足 0.5 分。").format(
                share.name or self.tr("全部指标")
            )
        if not changed and not balance.unsolved:
            yield self.tr("分值已经配平，不用改动。")
        elif changed:
            yield self.tr("加粗的是要改的分值，改后可以撤销。")
