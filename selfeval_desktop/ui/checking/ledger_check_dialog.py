"""The findings of many forms as one list, grouped by form or by rule; each leads to its cell in the main window."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTreeView, QWidget

from selfeval_desktop.app.ledger.checking import CheckedForm
from selfeval_desktop.ui.checking.ledger_problems_model import PLACE, SEVERITY, LedgerProblemsModel, ProblemGrouping
from selfeval_desktop.ui.checking.problem_list import KindFilter
from selfeval_desktop.ui.checking.problems_model import kind_of, sentence_of
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.lists import check_reports

_OPEN_LINES = 400
"""With more findings than that, the groups begin folded."""
_WIDTHS = {SEVERITY: 120, PLACE: 270}
_DETAIL_LINES = 4


class CheckScope(StrEnum):
    """Which forms are checked."""

    ALL = "all"
    LISTED = "listed"


class LedgerCheckDialog(TaskDialog):
    """Stays open while forms are mended; what it shows is as at the time it names."""

    chosen = Signal(int, object)
    """Form and FieldRef of a finding to go to."""
    checkAsked = Signal()
    reportAsked = Signal()

    def __init__(self, everything: int, listed: int, parent: QWidget | None = None) -> None:
        super().__init__("ledgerCheckDialog", self.tr("检查全部自评表"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._checked: tuple[CheckedForm, ...] = ()
        self._summary = name_widget(self.add_text("", "heading"), "ledgerCheckSummary", self.tr("检查结果"))
        self._scope = name_widget(QComboBox(self), "ledgerCheckScope", self.tr("检查哪些表"))
        self._scope.addItem(self.tr("全部 {0} 张表").format(everything), CheckScope.ALL.value)
        if listed != everything:
            self._scope.addItem(self.tr("左边列出的 {0} 张表").format(listed), CheckScope.LISTED.value)
        self._grouping = name_widget(QComboBox(self), "ledgerCheckGrouping", self.tr("排列"))
        self._grouping.addItem(self.tr("按表排列"), ProblemGrouping.FORM.value)
        self._grouping.addItem(self.tr("按规则排列"), ProblemGrouping.RULE.value)
        self._filter = KindFilter("ledgerCheck", self)
        self._model = LedgerProblemsModel(self)
        self.view = name_widget(_Tree(self), "ledgerProblems", self.tr("检查结果"))
        self._add_row_and_view()
        self._detail = name_widget(self.add_text(""), "ledgerCheckDetail", self.tr("问题和做法"))
        self._detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._detail.setMinimumHeight(_DETAIL_LINES * self.fontMetrics().lineSpacing())
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add_buttons()
        self.start_with_size(theme.scaled_length(980), theme.scaled_length(600))
        self.view.setFocus()
        self._connect_signals()

    @property
    def scope(self) -> CheckScope:
        """Which forms the user wants to have checked."""
        return CheckScope(self._scope.currentData())

    def show_result(self, checked: Sequence[CheckedForm], at: datetime) -> None:
        """Show what was found just now."""
        self._checked = tuple(checked)
        lines = [each for form in self._checked for each in form.found.all_findings]
        clean = sum(not form.found.all_findings for form in self._checked)
        told = self.tr("{0} 检查了 {1} 张表：{2}。").format(
            f"{at:%H:%M}", len(self._checked), check_reports.finding_counts(self._checked)
        )
        if clean and lines:
            told += self.tr("其中 {0} 张没有发现问题。").format(clean)
        self._summary.setText(told)
        self._filter.show_counts(Counter(map(kind_of, lines)))
        self._show_findings()

    def _add_row_and_view(self) -> None:
        row = QHBoxLayout()
        for part in (self._scope, self._filter):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._grouping)
        self.add_part(row)
        self.view.setModel(self._model)
        self.view.setUniformRowHeights(True)
        self.view.setAlternatingRowColors(False)
        self.view.setAllColumnsShowFocus(True)
        head = self.view.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            self.view.setColumnWidth(column, theme.scaled_length(width))
        self.add_part(self.view, 1)

    def _add_buttons(self) -> None:
        report = self.add_button("ledgerCheckReport", self.tr("检查报告…"), ButtonRole.ActionRole)
        report.clicked.connect(self.reportAsked)
        again = self.add_button("ledgerCheckAgain", self.tr("重新检查"), ButtonRole.ActionRole)
        again.clicked.connect(self.checkAsked)
        for button in (report, again, self.add_close()):
            button.setAutoDefault(False)

    def _connect_signals(self) -> None:
        self._scope.activated.connect(self.checkAsked)
        self._grouping.activated.connect(self._show_findings)
        self._filter.changed.connect(self._show_findings)
        self.view.entryChosen.connect(self._go_to_finding)
        self.view.doubleClicked.connect(self._go_to_finding)
        self.view.selectionModel().currentChanged.connect(self._show_detail)

    def _show_findings(self) -> None:
        """Show the same findings under other headings, or others of them."""
        self._model.show_findings(
            self._checked, ProblemGrouping(self._grouping.currentData()), self._filter.hidden_kinds
        )
        for row in range(self._model.rowCount()):
            self.view.setFirstColumnSpanned(row, QModelIndex(), True)
        if self._model.line_count <= _OPEN_LINES:
            self.view.expandAll()
        self.view.setCurrentIndex(self._model.index(0, 0))
        self._show_detail(self.view.currentIndex())

    def _go_to_finding(self, index: QModelIndex) -> None:
        line = self._model.finding_at(index)
        if line is not None and not self._model.is_group(index):
            self.chosen.emit(line.form.form_id, line.explained.finding.field)

    def _show_detail(self, index: QModelIndex) -> None:
        """All of the sentence that the list may cut short."""
        line = self._model.finding_at(index)
        if line is None or self._model.is_group(index):
            self._detail.setText(self.tr("回车或双击打开该表，跳到该处。") if line else "")
            theme.set_style_property(self._detail, "tone", "muted")
        else:
            place = cell_names.cells_path(line.explained.cells, line.form.template)
            sentence = sentence_of(line.explained, line.form.template)
            self._detail.setText(f"{check_reports.form_name(line.form)} · {place}\n{sentence}")
            theme.set_style_property(self._detail, "tone", "")


class _Tree(QTreeView):
    """Enter goes to the finding; on a heading it folds and unfolds."""

    entryChosen = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif index.isValid() and not index.parent().isValid():
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
        else:
            self.entryChosen.emit(index)
