"""Findings of the open form: going through them, writing why one may stand, and what a reviewer may ask."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.paper import documents
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.accepted_findings import can_be_explained, explain_finding
from selfeval_desktop.domain.rules.deductions import ReviewEstimate, estimate_review
from selfeval_desktop.domain.rules.finding_groups import FindingGroup, group_findings
from selfeval_desktop.ui.checking import review_words
from selfeval_desktop.ui.checking.problem_list import ProblemList
from selfeval_desktop.ui.checking.problems_model import ProblemKind, ProblemOrder
from selfeval_desktop.ui.checking.review_words import ReviewQuestion
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.derived_printout_commands import DerivedPrintoutCommands
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog
from selfeval_desktop.wording import cell_names, findings, labels
from selfeval_desktop.wording.labels import UndoLabel
from selfeval_desktop.wording.lists import check_reports
from selfeval_desktop.wording.rules.rule_words import ReviewTheme

PAUSE_MS = 700
"""After the last change, before the other forms of the ledger are looked at."""
_CHECKUP = "checkup"
"""Stands for a template where it is remembered how the list of questions was printed."""
_FIELD = Qt.ItemDataRole.UserRole
_COLUMNS = 2


class CheckCommands(QObject):
    """`show_list` brings the problem list into view."""

    def __init__(
        self,
        document: Document,
        workspace: Workspace,
        problems: ProblemList,
        show_list: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        self._problems, self._show_list = problems, show_list
        CrossFormWatch(document, self)
        self._restore_list_settings()
        problems.arranged.connect(self._save_list_settings)
        problems.explainAsked.connect(self.explain_finding)
        problems.fieldChosen.connect(workspace.show_field)

    @does("actionCheck")
    def check_form(self) -> None:
        """Take in the open editor; what is found stands in the problem list already."""
        is_stored, state = self._document.flush(), self._document.form
        self._show_list()
        if state is not None and not state.found.all_findings:
            if is_stored:
                self._document.messages.show_message(self.tr("没有发现问题。"), "ok")
        else:
            self._document.messages.clear_passing_message()
            self._problems.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @does("actionExplain")
    def explain_finding(self) -> None:
        """Ask why the current finding may stand, and keep the answer with the form; or take it back."""
        in_list = self._problems.view.hasFocus()
        self._document.commit_editors()
        state, line = self._document.form, self._current_finding(in_list=in_list)
        if state is None or line is None:
            self._document.messages.show_message(self.tr("请先在检查结果里选一条提醒或提示。"), "hint")
            return
        if not can_be_explained(line.finding):
            self._document.messages.show_message(self.tr("错误不能用说明代替，请改正。"), "hint")
            return
        place = cell_names.cells_path(line.cells, state.template)
        sentence = findings.group_sentence(line, state.template)
        dialog = ExplainDialog(place, sentence, line.reason, self._window)
        reason = dialog.ask_for(lambda: dialog.reason)
        if reason is not None:
            self._save_explanation(state, line, reason)
        if in_list:
            self._problems.select_finding(line.finding.code, line.finding.field)
            self._problems.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_explanation(self, state: FormState, line: FindingGroup, reason: str) -> None:
        form = state.form
        for each in line.lines:
            form = explain_finding(form, each.finding, reason)
        if not self._document.change_form(form, label=labels.undo_label_text(UndoLabel.EXPLAIN)):
            return
        if reason:
            self._document.messages.show_message(self.tr("已记下理由，不再提醒；有关的内容改了会重新提醒。"), "ok")
        else:
            self._document.messages.show_message(self.tr("已撤回说明。"), "ok")

    def _current_finding(self, *, in_list: bool) -> FindingGroup | None:
        """The line with the cursor; outside the list a finding of the cell with it, one that can be explained first."""
        state = self._document.form
        if in_list or state is None:
            return self._problems.current_finding
        field = self._workspace.current_field()
        here = [line for line in state.found.all_findings if line.finding.field == field]
        here.sort(key=lambda line: not can_be_explained(line.finding))
        return group_findings(here)[0] if here else self._problems.current_finding

    def _restore_list_settings(self) -> None:
        settings = self._document.services.settings.load_settings()
        order = next((each for each in ProblemOrder if each == settings.problem_order), ProblemOrder.SEVERITY)
        self._problems.sort_and_filter(order, {kind for kind in ProblemKind if kind in settings.problems_hidden})

    def _save_list_settings(self) -> None:
        problems = self._problems
        self._document.services.settings.change_settings(
            problem_order=problems.sort_order.value,
            problems_hidden=tuple(sorted(kind.value for kind in problems.hidden_kinds)),
        )


class ExplainDialog(TaskDialog):
    """Why a finding may stand, in the filler's own words; accepted when `reason` is to be kept.

    It is empty where an earlier one is to be taken back.
    """

    def __init__(self, place: str, sentence: str, reason: str, parent: QWidget | None = None) -> None:
        super().__init__("explainDialog", self.tr("说明理由"), parent)
        self.add_text(place, "heading")
        self.add_text(sentence)
        self._text = name_widget(QPlainTextEdit(reason, self), "explainReason", self.tr("理由"))
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("写明情况属实的理由，例如依据哪份文件"))
        self.add_part(self._text, 1)
        self.add_text(
            self.tr("说明随表保存，写进检查报告，不打印在自评表上。有关的数或文字改了以后，会重新提醒。"),
            "muted",
        )
        self._keep = self.add_button("explainKeep", self.tr("保留理由"), is_default=True)
        withdraw = self.add_button("explainWithdraw", self.tr("撤回说明"), ButtonRole.DestructiveRole)
        withdraw.setVisible(bool(reason))
        self.add_cancel()
        self.start_with_size(theme.scaled_length(480), theme.scaled_length(300))
        self._text.setFocus()
        self._text.selectAll()
        self._text.textChanged.connect(self._update_keep_button)
        withdraw.clicked.connect(self._withdraw_reason)
        self._update_keep_button()

    @property
    def reason(self) -> str:
        """The reason as it stands."""
        return self._text.toPlainText().strip()

    def _update_keep_button(self) -> None:
        self._keep.setEnabled(bool(self.reason))

    def _withdraw_reason(self) -> None:
        self._text.clear()
        self.accept()


class CrossFormWatch(QObject):
    """Compares, in a pause of typing, with the ledger's other forms: projects of one name, differing targets."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.setObjectName("acrossTimer")
        self._timer.timeout.connect(self._check_across_forms)
        for signal in (document.formShown, document.listChanged):
            signal.connect(self._restart_timer)
        document.ledgerChanged.connect(self._timer.stop)

    def _restart_timer(self) -> None:
        if self._document.form is not None:
            self._timer.start()

    def _check_across_forms(self) -> None:
        ledger = self._document.ledger
        if ledger is not None:
            with self._document.reporting_errors():
                ledger.refresh_neighbour_findings()


class ReviewCommands(QObject):
    """What a reviewer will probably ask of the open form; nothing is changed."""

    def __init__(
        self, document: Document, workspace: Workspace, printouts: DerivedPrintoutCommands, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        self._printouts = printouts

    @does("actionCheckup")
    def show_checkup(self) -> None:
        """Show the questions on one page, and print or export them."""
        self._document.commit_editors()
        state = self._document.form
        if state is None:
            return
        asked = review_words.review_questions(state.found.all_findings, state.template)
        name = check_reports.project_label(state.form.project_name, state.form.unit, state.form.year)
        estimate = estimate_review((line.finding for line in state.found.all_findings), state.evaluation)
        dialog = CheckupDialog(asked, name, estimate, self._window)
        dialog.chosen.connect(self._workspace.show_field)
        way = dialog.ask_for(lambda: dialog.output_kind)
        if way is not None:
            with self._document.reporting_errors():
                printout = documents.landscape_printout(
                    self._document.paperwork, review_words.review_questions_sheet(asked, name)
                )
                self._printouts.print_or_export(printout, _CHECKUP, way)


class CheckupDialog(DocumentDialog):
    """The questions by theme. A double click or Enter goes to the cell and leaves the page."""

    chosen = Signal(object)
    """The FieldRef of a question."""

    def __init__(
        self,
        asked: Sequence[tuple[ReviewTheme, Sequence[ReviewQuestion]]],
        form_name: str,
        estimate: ReviewEstimate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("checkupDialog", self.tr("填报质量体检"), parent)
        self._estimate = estimate
        is_blank = not asked
        self.add_text(form_name, "heading")
        count = review_words.question_count_sentence(sum(len(found) for _, found in asked))
        summary = self.add_text(count, "ok" if is_blank else "")
        name_widget(summary, "checkupSummary", self.tr("可能会问多少"))
        if told := review_words.estimate_sentence(estimate):
            name_widget(self.add_text(told), "checkupEstimate", self.tr("按复核口径估计"))
        self._model = QStandardItemModel(0, _COLUMNS, self)
        for group, found in asked:
            self._add_theme(review_words.theme_name(group))
            for question in found:
                self._add_question(question)
        self._add_view(is_blank=is_blank)
        self.add_document_note()
        self.show_note("" if is_blank else self.tr("双击或回车跳到该处。这里没有对错，只是提前想一想。"))
        self.start_with_size(theme.scaled_length(820), theme.scaled_length(580))
        self.view.setFocus()
        self.view.setCurrentIndex(self._model.index(1, 0))

    def _add_theme(self, name: str) -> None:
        heading = QStandardItem(name)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        heading.setData(theme.colour("accent"), Qt.ItemDataRole.ForegroundRole)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        rest = QStandardItem("")
        rest.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._model.appendRow([heading, rest])

    def _add_question(self, question: ReviewQuestion) -> None:
        asked = QStandardItem(question.asked)
        shown = f"{question.place}：{question.shown}"
        at_stake = self._estimate.points_of_rule(question.line.finding.code)
        if loss := review_words.points_at_stake_sentence(at_stake):
            shown += f"\n{loss}"
        if question.answer:
            shown += "\n" + self.tr("✓ 已写理由：{0}").format(question.answer)
        told = QStandardItem(shown)
        told.setData(theme.colour("muted"), Qt.ItemDataRole.ForegroundRole)
        for item in (asked, told):
            item.setEditable(False)
            item.setData(question.line.finding.field, _FIELD)
        self._model.appendRow([asked, told])

    def _add_view(self, *, is_blank: bool) -> None:
        view = LinesView(self._model, range(_COLUMNS), self._column_widths, self)
        self.view = name_widget(view, "checkupQuestions", self.tr("可能会问的问题"))
        self.view.horizontalHeader().hide()
        for row in range(self._model.rowCount()):
            if self._model.item(row).data(_FIELD) is None:
                self.view.setSpan(row, 0, 1, _COLUMNS)
        self.view.setVisible(not is_blank)
        self.add_part(self.view, 1)
        if is_blank:
            self.add_stretch()
        self.view.activated.connect(self._go_to_question)
        self.view.doubleClicked.connect(self._go_to_question)

    def _column_widths(self, room: int) -> tuple[int, int]:
        question = room * 2 // 5
        return question, room - question

    def _go_to_question(self, index: QModelIndex) -> None:
        field = index.data(_FIELD)
        if isinstance(field, FieldRef):
            self.reject()
            self.chosen.emit(field)
