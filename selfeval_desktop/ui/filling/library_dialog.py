"""Indicators to choose: what other forms of the ledger have, and what is in common use."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.over_time.library import KnownIndicator
from selfeval_desktop.ui.filling import source_words
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.picker import Picker
from selfeval_desktop.ui.kit.picks import PickRow, PicksModel
from selfeval_desktop.ui.kit.widget_names import name_widget

_LEVEL3 = 2
_WIDTHS = (104, 132, 0, 108, 176)
"""Of the columns, in logical pixels; the names take what is left."""
_AROUND_LINE = 9
_MOST_NAMES = 8
_SIZE = QSize(880, 600)


class LibraryDialog(QDialog):
    """Accepted when the ticked indicators, or the current one where none is ticked, are wanted in the form."""

    def __init__(self, form: Form, known: Iterable[KnownIndicator], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "libraryDialog", self.tr("指标库"))
        self.setWindowTitle(self.tr("指标库"))
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
        self._count = name_widget(QLabel(self), "libraryCount", self.tr("已选的指标"))
        self._buttons = QDialogButtonBox(self)
        self._add = self._buttons.addButton(self.tr("加入"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widget(self._add, "libraryAdd", self._add.text())
        self._add.setDefault(True)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
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
        source = self.tr("本表已有") if is_there else source_words.source_form_name(known.source)
        texts = (known.level1, known.level2, known.level3, known.target, source)
        return PickRow(tuple(" ".join(text.split()) for text in texts), (known.level1, known.level2))

    def _set_up_table(self) -> None:
        table, head = self._table, self._table.horizontalHeader()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + _AROUND_LINE)
        head.setHighlightSections(False)
        head.setSectionResizeMode(_LEVEL3, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            if column != _LEVEL3:
                table.setColumnWidth(column, theme.scaled_length(width))

    def _lay_out(self) -> None:
        note = QLabel(
            self.tr("“参考指标”是常见的写法，不是规定；指标值请按本项目修改。加入后可以撤销。"), self
        )
        for label in (self._count, note):
            label.setWordWrap(True)
        theme.set_style_property(note, "tone", "muted")
        self._picker.search.setPlaceholderText(self.tr("输入几个字查找；↑↓ 选择，空格勾选，回车加入"))
        column = QVBoxLayout(self)
        column.addWidget(self._picker, 1)
        for part in (self._count, note, self._buttons):
            column.addWidget(part)
        dialog_sizes.resize_within_screen(self, _SIZE)
        self.setTabOrder(self._picker.groups, self._picker.view)
        self._picker.setFocus()

    def _connect_signals(self) -> None:
        self._picker.chosen.connect(self._update_count)
        self._picker.taken.connect(self._accept_if_enabled)
        self._model.ticked.connect(self._update_count)
        self._buttons.accepted.connect(self._accept_if_enabled)
        self._buttons.rejected.connect(self.reject)

    def _accept_if_enabled(self) -> None:
        if self._add.isEnabled():
            self.accept()

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
