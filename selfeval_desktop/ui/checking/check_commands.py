"""What the user does about findings of the open form: go through them, and write why one may stand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.rules.accepted_findings import AcceptedFinding, can_be_explained, explain_finding
from selfeval_desktop.ui.checking.cross_form_watch import CrossFormWatch
from selfeval_desktop.ui.checking.explain_dialog import ExplainDialog
from selfeval_desktop.ui.checking.problem_list import ProblemList
from selfeval_desktop.ui.checking.problems_model import ProblemKind, ProblemOrder
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import cell_names, findings, labels
from selfeval_desktop.wording.labels import UndoLabel


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
        place = cell_names.cell_path(line.finding.field, state.template)
        sentence = findings.finding_sentence(line.finding, state.template)
        dialog = ExplainDialog(place, sentence, line.reason, self._window)
        answer, reason = dialog.exec(), dialog.reason
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            self._save_explanation(state, line, reason)
        if in_list:
            self._problems.select_finding(line.finding.code, line.finding.field)
            self._problems.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_explanation(self, state: FormState, line: AcceptedFinding, reason: str) -> None:
        form = explain_finding(state.form, line.finding, reason)
        if not self._document.change_form(form, label=labels.undo_label_text(UndoLabel.EXPLAIN)):
            return
        if reason:
            self._document.messages.show_message(
                self.tr("已记下理由，不再提醒；有关的内容改了会重新提醒。"), "ok"
            )
        else:
            self._document.messages.show_message(self.tr("已撤回说明。"), "ok")

    def _current_finding(self, *, in_list: bool) -> AcceptedFinding | None:
        """The line with the cursor; away from the list what was found in the cell with it, what asks for a reason first."""
        state = self._document.form
        if in_list or state is None:
            return self._problems.current_finding
        field = self._workspace.current_field()
        here = [line for line in state.found.all_findings if line.finding.field == field]
        here.sort(key=lambda line: not can_be_explained(line.finding))
        return here[0] if here else self._problems.current_finding

    def _restore_list_settings(self) -> None:
        settings = self._document.services.settings.load_settings()
        order = next((each for each in ProblemOrder if each == settings.problem_order), ProblemOrder.SEVERITY)
        self._problems.sort_and_filter(
            order, {kind for kind in ProblemKind if kind in settings.problems_hidden}
        )

    def _save_list_settings(self) -> None:
        problems = self._problems
        self._document.services.settings.change_settings(
            problem_order=problems.sort_order.value,
            problems_hidden=tuple(sorted(kind.value for kind in problems.hidden_kinds)),
        )
