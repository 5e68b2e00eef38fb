"""What the receiver answered to exports: noted for each export, comments linked to cells and ticked off."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.paper.paper_check import count_open_comments, current_cell, format_code
from selfeval_desktop.app.ports.output_events import OutputEvent, ReceiverAnswer, ReceiverComment
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.exchange.answers_dialog import AnswersDialog, SentExport
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import cell_names
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

_KINDS: Mapping[str, str] = {
    "package": QT_TRANSLATE_NOOP("Answers", "上报包"),
    "xlsx": QT_TRANSLATE_NOOP("Answers", "Excel 表格"),
    "docx": QT_TRANSLATE_NOOP("Answers", "Word 文档"),
    "list": QT_TRANSLATE_NOOP("Answers", "指标清单"),
    "json": QT_TRANSLATE_NOOP("Answers", "JSON 数据"),
}
_BETWEEN = " · "


class AnswerCommands(QObject):
    """Owns the one dialog 上报回复, which is not modal and shows the exports of whichever form is open."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        self._dialog: AnswersDialog | None = None
        document.formShown.connect(self._on_form_shown)
        document.listChanged.connect(self._refresh_dialog)
        document.ledgerChanged.connect(self._hide_dialog)

    @does("actionAnswers")
    def show_answers(self) -> None:
        """Show the exports of the open form, each with its answer."""
        if self._document.form is None or not self._document.flush():
            return
        if self._dialog is None:
            self._dialog = AnswersDialog(self._window)
            self._dialog.changed.connect(self._save_answer)
            self._dialog.cellAsked.connect(self._link_to_current_cell)
            self._dialog.fieldChosen.connect(self._go_to_comment_cell)
        self._dialog.show()
        self._refresh_dialog()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_form_shown(self, state: FormState | None) -> None:
        """Refresh the dialog: it may be another form, or rows may have moved."""
        if state is None:
            self._hide_dialog()
        else:
            self._refresh_dialog()

    def _refresh_dialog(self) -> None:
        dialog, ledger, state = self._dialog, self._document.ledger, self._document.form
        if dialog is None or not dialog.isVisible() or ledger is None or state is None:
            return
        with self._document.reporting_errors():
            kept = ledger.store.receiver_answers(state.form_id)
            exports = [event for event in ledger.store.output_events(state.form_id) if event.kind == "exported"]
            sent = [
                self._export_with_answer(event, kept.get(event.event_id, ReceiverAnswer()), state) for event in exports
            ]
            left = sum(map(count_open_comments, kept.values()))
            dialog.show_sent(exports_summary(state.form, len(exports), left), sent)

    def _export_with_answer(self, event: OutputEvent, answer: ReceiverAnswer, state: FormState) -> SentExport:
        words = tuple(self._comment_cell_name(comment, state) for comment in answer.comments)
        return SentExport(
            event.event_id,
            output_event_line(event),
            event.file.digest if event.file else "",
            answer,
            words,
        )

    def _comment_cell_name(self, comment: ReceiverComment, state: FormState) -> str:
        if comment.cell is None:
            return ""
        cell = current_cell(state.form, comment.cell)
        return self.tr("（这一行已删除）") if cell is None else cell_names.cell_path(cell, state.template)

    def _save_answer(self, issue_id: int, answer: ReceiverAnswer) -> None:
        ledger, state = self._document.ledger, self._document.form
        if ledger is not None:
            with self._document.reporting_errors():
                ledger.store.save_answer(issue_id, answer)
                if state is not None:
                    ledger.index.refresh_summaries([state.form_id])
            self._refresh_dialog()

    def _link_to_current_cell(self, row: int) -> None:
        """Let the comment in that row of the dialog be about the cell with the cursor."""
        state, field = self._document.form, self._workspace.current_field()
        if state is None or field is None or self._dialog is None:
            self._document.messages.show_message(self.tr("请先在表里把光标放到意见所说的格里。"), "hint")
            return
        self._dialog.set_comment_cell(row, state.form.annotation_key(field))

    def _go_to_comment_cell(self, cell: FieldRef) -> None:
        state = self._document.form
        field = current_cell(state.form, cell) if state else None
        if field is not None:
            self._window.activateWindow()
            self._workspace.show_field(field)

    def _hide_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.hide()


def output_event_line(of: OutputEvent) -> str:
    """Time, kind of file, file name and check code (校验码) of an export, as far as they were recorded."""
    parts = [paper_check_words.output_time(of)]
    if of.file is not None:
        kind = _KINDS.get(of.file.kind)
        parts += [translate("Answers", kind) if kind else of.file.kind, of.file.name]
    if of.code:
        parts.append(translate("Answers", "校验码 {code}").format(code=format_code(of.code)))
    return _BETWEEN.join(parts)


def exports_summary(form: Form, exports: int, left: int) -> str:
    """Heading of the dialog: the form, its number of exports, and how many comments are `left` open."""
    name = paper_check_words.quoted_form_name(form)
    if not exports:
        return translate("Answers", "{form}还没有导出过。").format(form=name)
    if not left:
        return translate("Answers", "{form}，导出过 {count} 次").format(form=name, count=exports)
    text = translate("Answers", "{form}，导出过 {count} 次，还有 {left} 条意见没有改好")
    return text.format(form=name, count=exports, left=left)
