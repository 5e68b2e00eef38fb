"""The dialog 盖章件核对: a code from paper, the prints and exports of its form, and what was changed since."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from selfeval_desktop.app.paper.paper_check import format_code
from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.list_model import ColumnsModel, Index, ListColumn
from selfeval_desktop.ui.kit.message_bar import BarPlace, MessageBar
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.differences_model import AFTER, BEFORE, PLACE, DifferencesModel

WHEN, HOW, CODE, COMPARED = range(4)


@dataclass(frozen=True, slots=True)
class ComparedOutput:
    """A print or an export; `count` cells were changed since, None where that is unknown or there is nothing to compare."""

    output_event: OutputEvent
    count: int | None


class OutputEventsModel(ColumnsModel[ComparedOutput]):
    """Rows are what went out, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.set_columns(
            ListColumn(self.tr("时间"), lambda row: paper_check_words.output_time(row.output_event)),
            ListColumn(self.tr("方式"), lambda row: paper_check_words.output_kind_name(row.output_event.kind)),
            ListColumn(self.tr("校验码"), _code_text),
            ListColumn(self.tr("与现在的数据比较"), _comparison_text, colour=_comparison_colour),
        )

    def show_outputs(self, entries: Sequence[ComparedOutput]) -> None:
        """Show these; where only the comparison differs, rows stay where they are."""
        if [each.output_event for each in entries] == [each.output_event for each in self.rows]:
            self.replace_rows(entries)
        else:
            self.show_rows(entries)

    def output_at(self, index: Index) -> OutputEvent | None:
        """What went out, by its line."""
        row = self.row_at(index)
        return row.output_event if row else None

    def row_of(self, event: OutputEvent | None) -> int:
        """Its line; -1 when it has none."""
        return next((row for row, entry in enumerate(self.rows) if entry.output_event == event), -1)


def _code_text(row: ComparedOutput) -> str:
    return format_code(row.output_event.code) if row.output_event.code else "—"


def _comparison_text(row: ComparedOutput) -> str:
    if not row.output_event.code:
        return paper_check_words.no_copy()
    return "—" if row.count is None else paper_check_words.paper_comparison(row.count)


def _comparison_colour(row: ComparedOutput) -> QColor:
    return theme.colour("muted" if row.count is None else "warning" if row.count else "ok")


_VERDICT = BarPlace("proofVerdict", "proofWords", "", QMargins(10, 6, 10, 6), can_select=True)
_ROOM = 28
"""Around a text in the list of prints and exports, in logical pixels."""
_WIDEST_PLACE = 230
_FEW_ISSUES = 3


class PaperCheckDialog(TaskDialog):
    """Not modal, so that each line can lead to its cell. PaperCheckCommands does the work.

    `codeGiven` comes with the text typed or scanned, `outputChosen` with the OutputEvent chosen in the list,
    `fieldChosen` with the FieldRef of a difference, `reprintAsked` for the chosen print or export.
    """

    codeGiven = Signal(str)
    outputChosen = Signal(object)
    fieldChosen = Signal(object)
    reprintAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("proofDialog", self.tr("盖章件核对"), parent)
        self.outputs, self.differences = OutputEventsModel(self), DifferencesModel(self)
        self._code = name_widget(QLineEdit(self), "proofCode", self.tr("打印件上的校验码"))
        self._verify = self._make_button("proofVerify", self.tr("核对"))
        self._verdict = MessageBar(self, _VERDICT, self.tr("核对结果"))
        self._about = PlainLabel(self)
        self._outputs_view = LinesView(self.outputs, (WHEN, HOW, CODE, COMPARED), self._output_column_widths, self)
        name_widget(self._outputs_view, "proofIssues", self.tr("打印和导出记录"))
        self._heading = PlainLabel(self)
        self._lines = LinesView(self.differences, (PLACE, BEFORE, AFTER), self._difference_column_widths, self)
        name_widget(self._lines, "proofDifferences", self.tr("改动"))
        self._reprint = self._make_button("proofReprint", self.tr("原样重印…"))
        self._close = self._make_button("proofClose", self.tr("关闭"))
        self._lay_out()
        self._connect_signals()
        self.offer_reprint(False)

    def focus_code_box(self) -> None:
        """Put the cursor into the box for the code."""
        self._code.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._code.selectAll()

    def focus_changes(self) -> None:
        """Focus the list of differences, or that of prints and exports where nothing differs."""
        view = self._lines if self.differences.rowCount() else self._outputs_view
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if view is self._lines:
            view.selectRow(0)

    def show_form_name(self, text: str) -> None:
        """Name the form whose prints and exports are listed."""
        self._about.setText(text)

    def show_verdict(self, text: str, tone: str) -> None:
        """Show the result in the bar, and the number of differences; "" hides the bar."""
        if text:
            self._verdict.show_message(text, tone)
        else:
            self._verdict.clear_message()
        count = self.differences.rowCount()
        heading = self.tr("改动 {0} 处（按 Enter 或双击跳到该处）").format(count) if count else self.tr("改动")
        self._heading.setText(heading)

    def select_output(self, event: OutputEvent | None) -> None:
        """Select that line without emitting `outputChosen`."""
        self._outputs_view.selectionModel().blockSignals(True)
        row = self.outputs.row_of(event)
        if row >= 0:
            self._outputs_view.selectRow(row)
        else:
            self._outputs_view.clearSelection()
            self._outputs_view.setCurrentIndex(QModelIndex())
        self._outputs_view.selectionModel().blockSignals(False)
        self._outputs_view.viewport().update()

    def offer_reprint(self, possible: bool) -> None:
        """Enable the button 原样重印."""
        self._reprint.setEnabled(possible)

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text.rstrip("…"))
        # Enter in the box looks the code up, in the lists it goes to the cell.
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        label = PlainLabel(self.tr("校验码(&M)"), self)
        label.setBuddy(self._code)
        hint = PlainLabel(self.tr("在打印件的页脚，共 8 位；也可以用扫码枪扫页脚的二维码。"), self)
        theme.set_style_property(hint, "tone", "muted")
        self._code.setPlaceholderText(self.tr("例如 60PP-CW11"))
        self._code.setMaximumWidth(190)
        top, below = QHBoxLayout(), QHBoxLayout()
        for widget in (label, self._code, self._verify, hint):
            top.addWidget(widget)
        top.addStretch(1)
        below.addWidget(self._reprint)
        below.addStretch(1)
        below.addWidget(self._close)
        for heading in (self._about, self._heading):
            theme.set_style_property(heading, "tone", "heading")
        self._outputs_view.setFixedHeight(self._outputs_view.height_of(_FEW_ISSUES))
        self.add_part(top)
        for part in (self._verdict, self._about, self._outputs_view, self._heading):
            self.add_part(part)
        self.add_part(self._lines, 1)
        self.add_part(below)
        self.start_with_size(780, 560)

    def _connect_signals(self) -> None:
        self._code.returnPressed.connect(self._emit_code)
        self._verify.clicked.connect(self._emit_code)
        self._outputs_view.selectionModel().currentRowChanged.connect(self._choose_output)
        self._outputs_view.activated.connect(lambda _index: self.focus_changes())
        self._lines.activated.connect(self._go_to_difference)
        self._lines.doubleClicked.connect(self._go_to_difference)
        self._reprint.clicked.connect(self.reprintAsked)
        self._close.clicked.connect(self.reject)

    def _emit_code(self) -> None:
        """A scanner types line after line: each replaces the one before."""
        self.codeGiven.emit(self._code.text())
        self._code.selectAll()

    def _choose_output(self, index: QModelIndex) -> None:
        event = self.outputs.output_at(index)
        if event is not None:
            self.outputChosen.emit(event)

    def _go_to_difference(self, index: QModelIndex) -> None:
        field: FieldRef | None = self.differences.field_at(index)
        if field is not None:
            self.fieldChosen.emit(field)

    def _output_column_widths(self, room: int) -> tuple[int, ...]:
        width = self.fontMetrics().horizontalAdvance
        few = [width(text) + _ROOM for text in ("2024-03-01 12:00", self.tr("方式"), "WWWW-WWWW")]
        return (*few, room - sum(few))

    def _difference_column_widths(self, room: int) -> tuple[int, ...]:
        place = min(_WIDEST_PLACE, room // 3)
        before = (room - place) // 2
        return place, before, room - place - before
