"""上报回复: accepted or returned, for each export of a form, and the receiver's comments to tick off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from selfeval_desktop.app.paper.paper_check import parse_comments
from selfeval_desktop.app.ports.output_events import ReceiverAnswer
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.plain_text import PlainLabel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget

_INPUT_LINES = 3


@dataclass(frozen=True, slots=True)
class SentExport:
    """One export: its description and answer; `places` names the cell of each comment, "" where it has none.

    `digest` is SHA-256 of its file, "" where none was noted.
    """

    issue_id: int
    text: str
    digest: str
    answer: ReceiverAnswer
    places: tuple[str, ...]


class AnswersDialog(TaskDialog):
    """Not modal. `changed` comes with each change: the id of the export and its whole new answer.

    `cellAsked` wants the cell with the cursor for the comment of that row; `fieldChosen` gives the cell of a comment.
    """

    changed = Signal(int, object)
    cellAsked = Signal(int)
    fieldChosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("answersDialog", self.tr("上报回复"), parent)
        self._sent: tuple[SentExport, ...] = ()
        self._about = name_widget(PlainLabel(self), "answersAbout", self.tr("自评表"))
        self._output_box = name_widget(QComboBox(self), "answersIssue", self.tr("哪一次导出"))
        self._digest = name_widget(PlainLabel(self), "answersDigest", "SHA-256")
        self._verdict = name_widget(QComboBox(self), "answersVerdict", self.tr("回复"))
        self._comments = name_widget(QTableWidget(0, 2, self), "answersComments", self.tr("意见"))
        self._new = name_widget(QPlainTextEdit(self), "answersNew", self.tr("新意见"))
        self._add, self._tie, self._go, self._remove = (
            name_widget(QPushButton(text, self), f"answers{key}", text)
            for key, text in (
                ("Add", self.tr("添加意见")),
                ("Tie", self.tr("对应光标所在的格")),
                ("Go", self.tr("到这一格")),
                ("Remove", self.tr("删除意见")),
            )
        )
        self._fill_verdicts()
        self._lay_out()
        self._connect_signals()

    def show_sent(self, about: str, sent: Sequence[SentExport]) -> None:
        """The exports of a form, the newest first; the one that was shown stays chosen."""
        shown = self._output_box.currentData()
        self._sent = tuple(sent)
        self._about.setText(about)
        self._output_box.blockSignals(True)
        self._output_box.clear()
        for each in self._sent:
            self._output_box.addItem(each.text, each.issue_id)
        self._output_box.setCurrentIndex(max(0, self._output_box.findData(shown)) if self._sent else -1)
        self._output_box.blockSignals(False)
        self._show_answer()

    @property
    def shown_answer(self) -> ReceiverAnswer:
        """The answer to the chosen export; an empty one where the form has no exports."""
        return self._sent[self._output_box.currentIndex()].answer if self._sent else ReceiverAnswer()

    def set_comment_cell(self, row: int, cell: FieldRef | None) -> None:
        """Link the comment in that row to the cell, or to none."""
        comments = list(self.shown_answer.comments)
        comments[row] = replace(comments[row], cell=cell)
        self._emit_answer(replace(self.shown_answer, comments=tuple(comments)))

    def _fill_verdicts(self) -> None:
        for text, verdict in (
            (self.tr("还没有回复"), None),
            (self.tr("已接收"), "accepted"),
            (self.tr("已退回"), "returned"),
        ):
            self._verdict.addItem(text, verdict)
        self._new.setPlaceholderText(self.tr("写下或粘贴退回意见，一行一条"))

    def _lay_out(self) -> None:
        theme.set_style_property(self._about, "tone", "heading")
        theme.set_style_property(self._digest, "tone", "muted")
        self._digest.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._about.setWordWrap(True)
        self._output_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._comments.setHorizontalHeaderLabels([self.tr("意见（改好后打勾）"), self.tr("对应的格")])
        self._comments.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._comments.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._comments.verticalHeader().hide()
        self._comments.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._comments.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._comments.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._comments.setTabKeyNavigation(False)
        self._comments.setWordWrap(True)
        self._new.setTabChangesFocus(True)
        self._new.setFixedHeight(_INPUT_LINES * self._new.fontMetrics().lineSpacing() + 12)
        buttons, adding = QHBoxLayout(), QHBoxLayout()
        for button in (self._tie, self._go, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        adding.addWidget(self._new, 1)
        adding.addWidget(self._add, 0, Qt.AlignmentFlag.AlignBottom)
        for button in (self._add, self._tie, self._go, self._remove):
            button.setAutoDefault(False)
        self.add_part(self._about)
        self.add_rows((self.tr("哪一次导出"), self._output_box), ("", self._digest), (self.tr("回复"), self._verdict))
        self.add_part(self._comments, 1)
        self.add_part(buttons)
        self.add_part(adding)
        self.add_close(is_default=True)
        self.start_with_size(660, 450)

    def _connect_signals(self) -> None:
        self._output_box.currentIndexChanged.connect(self._show_answer)
        self._verdict.currentIndexChanged.connect(self._change_verdict)
        self._comments.itemChanged.connect(self._change_comment)
        self._comments.currentCellChanged.connect(self._update_buttons)
        self._new.textChanged.connect(self._update_buttons)
        self._add.clicked.connect(self._add_comments)
        self._tie.clicked.connect(lambda: self.cellAsked.emit(self._comments.currentRow()))
        self._go.clicked.connect(self._go_to_cell)
        self._remove.clicked.connect(self._remove_comment)

    def _show_answer(self) -> None:
        """Fill the fields from the answer to the chosen export, without signals."""
        answer, row = self.shown_answer, self._comments.currentRow()
        places = self._sent[self._output_box.currentIndex()].places if self._sent else ()
        digest = self._sent[self._output_box.currentIndex()].digest if self._sent else ""
        self._digest.setText(f"SHA-256 {digest}" if digest else "")
        for part in (self._verdict, self._comments):
            part.blockSignals(True)
        self._verdict.setCurrentIndex(self._verdict.findData(answer.verdict))
        self._comments.setRowCount(len(answer.comments))
        for number, (comment, place) in enumerate(zip(answer.comments, places, strict=True)):
            text, cell = QTableWidgetItem(comment.text), QTableWidgetItem(place)
            text.setFlags(text.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            text.setCheckState(Qt.CheckState.Checked if comment.done else Qt.CheckState.Unchecked)
            cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self._comments.setItem(number, 0, text)
            self._comments.setItem(number, 1, cell)
        if answer.comments:
            self._comments.setCurrentCell(min(max(row, 0), len(answer.comments) - 1), 0)
        for part in (self._verdict, self._comments):
            part.blockSignals(False)
        self._update_buttons()

    def _update_buttons(self) -> None:
        """Enable the buttons that the chosen export and comment allow."""
        has_issue, row = bool(self._sent), self._comments.currentRow()
        comments = self.shown_answer.comments
        is_comment = 0 <= row < len(comments)
        for part in (self._output_box, self._verdict, self._new):
            part.setEnabled(has_issue)
        self._add.setEnabled(has_issue and bool(parse_comments(self._new.toPlainText())))
        self._tie.setEnabled(is_comment)
        self._remove.setEnabled(is_comment)
        self._go.setEnabled(is_comment and comments[row].cell is not None)

    def _change_verdict(self) -> None:
        self._emit_answer(replace(self.shown_answer, verdict=self._verdict.currentData()))

    def _change_comment(self, item: QTableWidgetItem) -> None:
        comments = list(self.shown_answer.comments)
        done = item.checkState() is Qt.CheckState.Checked
        text = item.text().strip() or comments[item.row()].text
        if item.column() == 0:
            comments[item.row()] = replace(comments[item.row()], text=text, done=done)
            self._emit_answer(replace(self.shown_answer, comments=tuple(comments)))

    def _add_comments(self) -> None:
        """Add the typed comments; an export without an answer so far becomes 已退回."""
        added = parse_comments(self._new.toPlainText())
        self._new.clear()
        answer = self.shown_answer
        verdict = answer.verdict or "returned"
        self._emit_answer(replace(answer, verdict=verdict, comments=(*answer.comments, *added)))

    def _remove_comment(self) -> None:
        comments = list(self.shown_answer.comments)
        del comments[self._comments.currentRow()]
        self._emit_answer(replace(self.shown_answer, comments=tuple(comments)))

    def _go_to_cell(self) -> None:
        cell = self.shown_answer.comments[self._comments.currentRow()].cell
        if cell is not None:
            self.fieldChosen.emit(cell)

    def _emit_answer(self, answer: ReceiverAnswer) -> None:
        self.changed.emit(self._output_box.currentData(), answer)
