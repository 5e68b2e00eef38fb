"""盖章件核对: a code from paper, what went out of its form, and what is otherwise now."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ports.output_events import OutputEvent
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.kit import dialog_sizes, theme
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.differences_model import AFTER, BEFORE, PLACE, DifferencesModel
from selfeval_desktop.ui.printing.output_events_model import CODE, COMPARED, HOW, WHEN, OutputEventsModel

_SIZE = QSize(780, 560)
_ROOM = 28
"""Beside a text of the list of issues, in logical pixels."""
_WIDEST_PLACE = 230
_FEW_ISSUES = 3


class PaperCheckDialog(QDialog):
    """Leaves the window usable, so that each line can lead to its cell. It decides nothing: see ProofCommands.

    `codeGiven` is what was typed or scanned, `issueChosen` an issue of the list, `fieldChosen` the cell
    of a difference, `reprintAsked` comes for the chosen issue.
    """

    codeGiven = Signal(str)
    outputChosen = Signal(object)
    fieldChosen = Signal(object)
    reprintAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_widget(self, "proofDialog", self.tr("盖章件核对"))
        self.setWindowTitle(self.tr("盖章件核对"))
        self.outputs, self.differences = OutputEventsModel(self), DifferencesModel(self)
        self._code = name_widget(QLineEdit(self), "proofCode", self.tr("打印件上的校验码"))
        self._verify = self._make_button("proofVerify", self.tr("核对"))
        self._verdict = name_widget(QFrame(self), "proofVerdict", self.tr("核对结果"))
        self._sign = QLabel(self)
        self._words = name_widget(QLabel(self), "proofWords", self.tr("核对结果"))
        self._about = QLabel(self)
        self._outputs_view = LinesView(
            self.outputs, (WHEN, HOW, CODE, COMPARED), self._output_column_widths, self
        )
        name_widget(self._outputs_view, "proofIssues", self.tr("打印和导出记录"))
        self._heading = QLabel(self)
        self._lines = LinesView(
            self.differences, (PLACE, BEFORE, AFTER), self._difference_column_widths, self
        )
        name_widget(self._lines, "proofDifferences", self.tr("改动"))
        self._reprint = self._make_button("proofReprint", self.tr("原样重印…"))
        self._close = self._make_button("proofClose", self.tr("关闭"))
        self._lay_out()
        self._connect_signals()
        self.offer_reprint(False)

    def focus_code_box(self) -> None:
        """Be ready for a code."""
        self._code.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._code.selectAll()

    def focus_changes(self) -> None:
        """Be ready to go through the differences, or through the issues where nothing differs."""
        view = self._lines if self.differences.rowCount() else self._outputs_view
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if view is self._lines:
            view.selectRow(0)

    def show_form_name(self, text: str) -> None:
        """Name the form whose issues are listed."""
        self._about.setText(text)

    def show_verdict(self, text: str, tone: str) -> None:
        """Say how it stands; an empty text says nothing."""
        self._verdict.setVisible(bool(text))
        self._words.setText(text)
        self._verdict.setAccessibleDescription(text)
        theme.set_style_property(self._verdict, "tone", tone)
        self._sign.setPixmap(theme.icon(tone, tone).pixmap(theme.ICON_SIZE))
        count = self.differences.rowCount()
        heading = (
            self.tr("改动 {0} 处（按 Enter 或双击跳到该处）").format(count) if count else self.tr("改动")
        )
        self._heading.setText(heading)

    def select_output(self, event: OutputEvent | None) -> None:
        """Show which issue is compared, without asking for it."""
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
        """Whether the chosen issue can be printed again."""
        self._reprint.setEnabled(possible)

    def _make_button(self, name: str, text: str) -> QPushButton:
        button = name_widget(QPushButton(text, self), name, text.rstrip("…"))
        # Enter in the box and in the lists means something of its own.
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        label = QLabel(self.tr("校验码(&M)"), self)
        label.setBuddy(self._code)
        hint = QLabel(self.tr("在打印件的页脚，共 8 位；也可以用扫码枪扫页脚的二维码。"), self)
        theme.set_style_property(hint, "tone", "muted")
        self._code.setPlaceholderText(self.tr("例如 60PP-CW11"))
        self._code.setMaximumWidth(190)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top, verdict, below = QHBoxLayout(), QHBoxLayout(self._verdict), QHBoxLayout()
        for widget in (label, self._code, self._verify, hint):
            top.addWidget(widget)
        top.addStretch(1)
        verdict.setContentsMargins(10, 6, 10, 6)
        verdict.addWidget(self._sign)
        verdict.addWidget(self._words, 1)
        below.addWidget(self._reprint)
        below.addStretch(1)
        below.addWidget(self._close)
        for heading in (self._about, self._heading):
            theme.set_style_property(heading, "tone", "heading")
        self._outputs_view.setFixedHeight(self._outputs_view.height_of(_FEW_ISSUES))
        column = QVBoxLayout(self)
        column.addLayout(top)
        for part in (self._verdict, self._about, self._outputs_view, self._heading):
            column.addWidget(part)
        column.addWidget(self._lines, 1)
        column.addLayout(below)
        dialog_sizes.resize_within_screen(self, _SIZE)

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
