"""录入对照: the fields of a form one at a time, large, to be typed into a portal that takes no files."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.paper.outputs import FormOutput
from selfeval_desktop.app.ports.documents import ignore_progress
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.portal_lists import TypedField, typed_fields
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.print_commands import PrintCommands
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.lists.type_over_list import type_over_printout

_TYPE_OVER = "type over"
"""Takes the place of a template id in the remembered print options of these lists."""
_LARGER = 1.8
_MOST_IN_LIST = 24
_AROUND = 4


@dataclass(frozen=True, slots=True)
class TypeOverEntry:
    """A field with the name of its cell, such as 指标 · 第 5 行 · 得分."""

    label: str
    typed: TypedField


class TypeOverDialog(TaskDialog):
    """Stays on top of the portal's window. `ticked`, the fields typed so far, is the caller's set and is changed."""

    printAsked = Signal()

    def __init__(
        self,
        name: str,
        entries: Sequence[TypeOverEntry],
        ticked: set[FieldRef],
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("录入对照")
        super().__init__("typeOverDialog", title, parent)
        self.setWindowTitle(f"{title} — {name}" if name else title)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self._entries, self.ticked = entries, ticked
        self._list = name_widget(QListWidget(self), "typeOverList", self.tr("全部栏目"))
        self._count = name_widget(PlainLabel(self), "typeOverCount", self.tr("录到哪里"))
        self._label = name_widget(PlainLabel(self), "typeOverLabel", self.tr("栏目"))
        self._text = name_widget(QPlainTextEdit(self), "typeOverText", self.tr("内容"))
        self._tick = name_widget(QCheckBox(self.tr("已录"), self), "typeOverTick", self.tr("已录"))
        self._copied = name_widget(PlainLabel(self), "typeOverCopied", self.tr("说明"))
        self._back, self._copy, self._next, self._print, self._close = (
            name_widget(QPushButton(text, self), f"typeOver{key}", text)
            for key, text in (
                ("Back", self.tr("上一项")),
                ("Copy", self.tr("复制")),
                ("Next", self.tr("已录，下一项")),
                ("Print", self.tr("打印对照单…")),
                ("Close", self.tr("关闭")),
            )
        )
        self._fill_list()
        self._lay_out()
        self._connect_signals()
        open_ = (place for place, entry in enumerate(entries) if entry.typed.field not in ticked)
        self._list.setCurrentRow(next(open_, 0))

    def _fill_list(self) -> None:
        for entry in self._entries:
            text = " ".join(entry.typed.shown.split())
            shown = text if len(text) <= _MOST_IN_LIST else f"{text[:_MOST_IN_LIST]}…"
            item = QListWidgetItem(f"{entry.label}：{shown}", self._list)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            # As wide as the list, whatever it says: the rest becomes an ellipsis.
            item.setSizeHint(QSize(1, self._list.fontMetrics().lineSpacing() + _AROUND))
            self._show_done_mark(item, entry.typed.field in self.ticked)

    def _lay_out(self) -> None:
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        font = self._text.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self._text.setFont(font)
        self._label.setWordWrap(True)
        theme.set_style_property(self._label, "tone", "heading")
        theme.set_style_property(self._count, "tone", "muted")
        theme.set_style_property(self._copied, "tone", "muted")
        self._copy.setToolTip("Ctrl+C")
        self._next.setToolTip(self.tr("回车"))
        self._back.setToolTip("PgUp")
        self._next.setDefault(True)
        for button in (self._back, self._copy, self._print, self._close):
            button.setAutoDefault(False)
        keys, ends = QHBoxLayout(), QHBoxLayout()
        for button in (self._back, self._copy, self._next):
            keys.addWidget(button)
        ends.addWidget(self._print)
        ends.addStretch(1)
        ends.addWidget(self._close)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self._count)
        column.addWidget(self._label)
        column.addWidget(self._text, 1)
        column.addWidget(self._tick)
        column.addLayout(keys)
        column.addWidget(self._copied)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self._list)
        parts.addWidget(right)
        parts.setSizes([280, 460])
        parts.setChildrenCollapsible(False)
        self.add_part(parts, 1)
        self.add_part(ends)
        self.start_with_size(780, 440)

    def _connect_signals(self) -> None:
        self._list.currentRowChanged.connect(self._show_entry)
        self._tick.toggled.connect(self._set_done)
        self._back.clicked.connect(lambda: self._step_entry(-1))
        self._copy.clicked.connect(self._copy_text)
        self._next.clicked.connect(self._finish_entry)
        self._print.clicked.connect(self.printAsked)
        self._close.clicked.connect(self.reject)
        for key, work in (
            (QKeySequence(QKeySequence.StandardKey.Copy), self._copy_text),
            (QKeySequence(Qt.Key.Key_PageDown), lambda: self._step_entry(1)),
            (QKeySequence(Qt.Key.Key_PageUp), lambda: self._step_entry(-1)),
        ):
            # Before the text and the list, which have these keys for themselves.
            QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(work)

    def _show_entry(self, place: int) -> None:
        entry = self._entries[place]
        self._label.setText(entry.label)
        self._text.setPlainText(entry.typed.shown)
        self._tick.blockSignals(True)
        self._tick.setChecked(entry.typed.field in self.ticked)
        self._tick.blockSignals(False)
        self._copied.setText("")
        self._update_count()

    def _update_count(self) -> None:
        place, count = self._list.currentRow() + 1, len(self._entries)
        done = sum(entry.typed.field in self.ticked for entry in self._entries)
        self._count.setText(self.tr("第 {0} 项，共 {1} 项；已录 {2} 项").format(place, count, done))
        self._back.setEnabled(place > 1)

    def _step_entry(self, way: int) -> None:
        place = self._list.currentRow() + way
        if 0 <= place < len(self._entries):
            self._list.setCurrentRow(place)

    def _finish_entry(self) -> None:
        self._tick.setChecked(True)
        self._step_entry(1)

    def _set_done(self, done: bool) -> None:
        field = self._entries[self._list.currentRow()].typed.field
        self.ticked.add(field) if done else self.ticked.discard(field)
        self._show_done_mark(self._list.currentItem(), done)
        self._update_count()

    def _copy_text(self) -> None:
        text = self._entries[self._list.currentRow()].typed.typed
        QGuiApplication.clipboard().setText(text)
        self._copied.setText(self.tr("已复制：{0}").format(" ".join(text.split())[:_MOST_IN_LIST]))

    def _show_done_mark(self, item: QListWidgetItem, done: bool) -> None:
        item.setCheckState(Qt.CheckState.Checked if done else Qt.CheckState.Unchecked)


class TypeOverCommands(QObject):
    """Keeps the ticked fields of each form until another ledger is opened."""

    def __init__(self, document: Document, delivery: Delivery, printing: PrintCommands, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._delivery, self._printing, self._window = document, delivery, printing, window
        self._done: defaultdict[int, set[FieldRef]] = defaultdict(set)
        document.ledgerChanged.connect(self._done.clear)

    @does("actionTypeOver")
    def show_type_over(self) -> None:
        """Show the filled-in fields of the open form, beginning at the first that is not ticked."""
        state = self._document.form
        if state is None or not self._delivery.is_ready():
            return
        with self._document.reporting_errors():
            (made,) = self._delivery.read_outputs((state.form_id,), ignore_progress)
            entries = [
                TypeOverEntry(cell_names.cell_path(each.field, state.template), each)
                for each in typed_fields(made.printout.sheet)
            ]
            if not entries:
                self._document.messages.show_message(self.tr("这张表还没有填任何内容。"), "hint")
                return
            dialog = TypeOverDialog(made.printout.sheet.name, entries, self._done[state.form_id], self._window)
            dialog.printAsked.connect(lambda: self._print_type_over_list(made, entries))
            dialog.ask_consent()

    def _print_type_over_list(self, made: FormOutput, entries: Sequence[TypeOverEntry]) -> None:
        lines = [(entry.label, entry.typed.typed) for entry in entries]
        printout = type_over_printout(made, lines)
        self._printing.offer_printouts([printout], printout.name, _TYPE_OVER)
