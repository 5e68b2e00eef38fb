"""Picking instead of typing: a reason for the deviation of a row, and whole indicators from the library."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.over_time import library
from selfeval_desktop.domain.over_time.library import KnownIndicator
from selfeval_desktop.domain.scoring.targets import whole_row
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from selfeval_desktop.ui.filling.reasons_dialog import ReasonsDialog, ReasonsInput, source_form_name
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.picker import Picker, PickRow, PicksModel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel

_LEVEL3 = 2
_WIDTHS = (104, 132, 0, 108, 176)
"""Of the columns, in logical pixels; the names take what is left."""
_ABOVE_AND_BELOW_LINE = 9
_MOST_NAMES = 8


class LibraryCommands(QObject):
    """Each command is one step of undo. Nothing is filled in that was not chosen."""

    rowChanged = Signal()
    """`has_row` may have changed."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        self._page: IndicatorsTab = workspace.indicators
        self._page.model.shown.connect(self.rowChanged)
        self._page.table.selectionModel().currentChanged.connect(self.rowChanged)

    @property
    def has_row(self) -> bool:
        """Whether the cursor of the indicator table stands on a row."""
        return self._page.table.currentIndex().isValid()

    @does("actionReasons")
    def offer_reasons(self) -> None:
        """Append a chosen reason to the deviation of the current row, or to the box for the whole form where there is one."""
        ledger, state = self._go_to_indicators()
        place = self._page.table.currentIndex().row()
        if ledger is None or state is None:
            return
        box = state.template.limits.whole_reason
        field = FieldRef.parse(box) if box else FieldRef.indicator(place, "deviation")
        with self._document.reporting_errors():
            services, held = self._document.services, edits.cell_text(state.form, field)
            row = replace(whole_row(state.form.indicators[place], state.template), deviation=held)
            offer = ReasonsInput(row, place, ledger.store.deviation_reasons(state.form_id), services.causes())
            dialog = ReasonsDialog(offer, self._window)
            text = dialog.ask_for(lambda: dialog.text)
            if text is not None:
                form = edits.set_cell(state.form, field, library.append_text(held, text))
                self._document.change_form(form, label=labels.undo_label_text(UndoLabel.INSERT_REASON))
                self._workspace.show_field(field)

    @does("actionLibrary")
    def offer_indicators(self) -> None:
        """Add chosen indicators with their targets, and select them."""
        ledger, state = self._go_to_indicators()
        if ledger is None or state is None:
            return
        with self._document.reporting_errors():
            own = ledger.store.known_indicators(state.form_id)
            known = library.merge_known_indicators(own, self._document.services.reference_indicators())
            dialog = LibraryDialog(state.form, library.sort_by_level(known, state.template), self._window)
            rows = dialog.ask_for(dialog.wanted_rows)
            if rows is not None:
                form, places = edits.add_indicators(state.form, rows, state.template)
                self._document.change_form(form, label=labels.undo_label_text(UndoLabel.ADD_INDICATORS))
                self._page.table.choose_rows(places, self._page.model.column_of("level3"))

    def _go_to_indicators(self) -> tuple[LedgerSession | None, FormState | None]:
        """Turn to the page of indicators and take the open editor into the form."""
        self._workspace.show_indicators()
        self._page.table.close_editor()
        return self._document.ledger, self._document.form


class LibraryDialog(TaskDialog):
    """Indicators of other forms of the ledger, and some in common use.

    Accepted when the ticked ones are wanted in the form, or the current one where none is ticked.
    """

    def __init__(self, form: Form, known: Iterable[KnownIndicator], parent: QWidget | None = None) -> None:
        super().__init__("libraryDialog", self.tr("指标库"), parent)
        self._known = tuple(known)
        self._names = {"".join(row.level3.split()) for row in form.indicators}
        self._model = PicksModel(
            [self._indicator_pick(each) for each in self._known],
            self._column_heads(),
            checkable=True,
            parent=self,
        )
        self._table = name_widget(QTableView(self), "libraryTable", self.tr("指标"))
        self._table.setModel(self._model)
        self._picker = Picker(self._model, self._table, self)
        name_widget(self._picker.search, "librarySearch", self.tr("查找指标"))
        name_widget(self._picker.groups, "libraryGroups", self.tr("一级和二级指标"))
        self._add = self.add_button("libraryAdd", self.tr("加入"), is_default=True)
        self.add_cancel()
        self._set_up_table()
        self._lay_out()
        self._connect_signals()
        self._update_count()

    def wanted_rows(self) -> tuple[Indicator, ...]:
        """The rows to add, in the order of the list."""
        return tuple(self._known[number].as_indicator for number in self._wanted_numbers())

    def _wanted_numbers(self) -> tuple[int, ...]:
        current = self._picker.current_number
        return self._model.checked_numbers or (() if current is None else (current,))

    def _column_heads(self) -> tuple[str, ...]:
        return (
            self.tr("一级指标"),
            self.tr("二级指标"),
            self.tr("三级指标"),
            self.tr("年度指标值"),
            self.tr("来源"),
        )

    def _indicator_pick(self, known: KnownIndicator) -> PickRow:
        is_there = known.comparison_key[2] in self._names
        source = self.tr("本表已有") if is_there else source_form_name(known.source)
        texts = (known.level1, known.level2, known.level3, known.target, source)
        return PickRow(tuple(" ".join(text.split()) for text in texts), (known.level1, known.level2))

    def _set_up_table(self) -> None:
        table, head = self._table, self._table.horizontalHeader()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + _ABOVE_AND_BELOW_LINE)
        head.setHighlightSections(False)
        head.setSectionResizeMode(_LEVEL3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            if column != _LEVEL3:
                table.setColumnWidth(column, theme.scaled_length(width))

    def _lay_out(self) -> None:
        self._picker.search.setPlaceholderText(self.tr("输入几个字查找；↑↓ 选择，空格勾选，回车加入"))
        self.add_part(self._picker, 1)
        self._count = name_widget(self.add_text(""), "libraryCount", self.tr("已选的指标"))
        self.add_text(self.tr("“参考指标”是常见的写法，不是规定；指标值请按本项目修改。加入后可以撤销。"), "muted")
        self.start_with_size(880, 600)
        self.setTabOrder(self._picker.groups, self._picker.view)
        self._picker.setFocus()

    def _connect_signals(self) -> None:
        self._picker.chosen.connect(self._update_count)
        self._picker.taken.connect(self._add.click)
        self._model.ticked.connect(self._update_count)

    def _update_count(self) -> None:
        """How many are ticked, and which: a search may hide them."""
        checked = self._model.checked_numbers
        self._add.setEnabled(bool(self._wanted_numbers()))
        if not checked:
            self._count.setText(self.tr("没有勾选；回车加入光标所在的一项。"))
            return
        names = [" ".join(self._known[number].level3.split()) for number in checked[:_MOST_NAMES]]
        names += ["…"] if len(checked) > _MOST_NAMES else []
        told = self.tr("已勾选 {count} 项：{names}")
        self._count.setText(told.format(count=len(checked), names=self.tr("、").join(names)))
