"""What was: the history of the open form, earlier states brought back, and the recycle bin."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ledger.form_history import FormHistory
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.history_lines import HistoryLine
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import STEP
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.years import history_words
from selfeval_desktop.ui.years.history_dialog import HistoryDialog, HistoryInput
from selfeval_desktop.ui.years.recycle_bin_dialog import RecycleBinDialog
from selfeval_desktop.wording import cell_names, errors, labels
from selfeval_desktop.wording.labels import UndoLabel


class HistoryCommands(QObject):
    """Each stores what is open first; what it brings back is one step that can be undone."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window

    @does("actionHistory")
    def show_form_history(self) -> None:
        """All that was done to the open form."""
        self._show_history(at_cell=False)

    @does("actionCellHistory")
    def show_cell_history(self) -> None:
        """What was done in the cell with the cursor."""
        self._show_history(at_cell=True)

    @does("actionRecycleBin")
    def open_recycle_bin(self) -> None:
        """Let the user bring deleted forms back."""
        ledger = self._document.ledger
        if ledger is None or not self._document.flush():
            return
        with self._document.reporting_errors():
            forms = ledger.store.deleted_forms()
            if not forms:
                self._document.messages.show_message(self.tr("回收站是空的。"), "hint")
                return
            dialog = RecycleBinDialog(forms, self._window)
            answer, chosen = dialog.exec(), dialog.selected_form_ids()
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted and chosen:
                ledger.restore_forms(chosen, label=labels.undo_label_text(UndoLabel.RESTORE_FORMS))
                self._show_undoable_message(history_words.restored_from_bin_notice(len(chosen)))

    def _show_history(self, *, at_cell: bool) -> None:
        field = self._workspace.current_field()
        ledger = self._document.ledger
        if ledger is None or not self._document.flush():
            return
        state = self._document.form
        assert state is not None
        if at_cell and field is None:
            self._document.messages.show_message(self.tr("请先把光标放到要看历史的格里。"), "hint")
            return
        with self._document.reporting_errors():
            past = FormHistory(ledger.store, state.form_id)
            dialog = HistoryDialog(
                self._history_offer(ledger, past, state, field), self._window, at_cell=at_cell
            )
            compare = partial(self._compare_states, dialog, past, state)
            dialog.chosen.connect(compare)
            dialog.show_initial_lines()
            answer, restored, target = dialog.exec(), dialog.restored, dialog.field
            dialog.deleteLater()
            if answer == QDialog.DialogCode.Accepted and restored is not None:
                self._restore_state(ledger, past, restored)
            elif answer == QDialog.DialogCode.Accepted and target is not None:
                self._workspace.show_field(target)

    def _history_offer(
        self, ledger: LedgerSession, past: FormHistory, state: FormState, field: FieldRef | None
    ) -> HistoryInput:
        listed = {form.form_id: form.project_name for form in ledger.summaries}
        gone = {form.form_id: form.project_name for form in ledger.store.deleted_forms()}
        tell = partial(history_words.history_line_text, template=state.template, names={**gone, **listed})
        name = paper_check_words.quoted_form_name(state.form)
        of_all = HistoryInput(name, past.step_lines(), tell, barred=self._document.read_only_reason)
        if field is None:
            return of_all
        return replace(
            of_all, cell=cell_names.cell_path(field, state.template), of_cell=past.lines_of_cell(field)
        )

    def _compare_states(
        self, dialog: HistoryDialog, past: FormHistory, state: FormState, chosen: Sequence[HistoryLine]
    ) -> None:
        """Compare the state after the chosen line with now, or those after the first and the last of several."""
        earlier, later = chosen[-1], chosen[0] if len(chosen) > 1 else None
        try:
            found = past.differences_between(earlier.sequence, later.sequence if later else None)
        except SelfEvalError as error:
            dialog.show_comparison(errors.error_sentence(error), (), state.template)
            return
        text = history_words.comparison_heading(
            len(found), earlier.at, later.at if later else None, with_now=later is None
        )
        template = (
            template_of(past.form_after(later.sequence), self._document.templates)
            if later
            else state.template
        )
        dialog.show_comparison(text, found, template)

    def _restore_state(self, ledger: LedgerSession, past: FormHistory, line: HistoryLine) -> None:
        """The form as the step of that line left it, as a new one that knows where it comes from."""
        form = edits.duplicate_form(past.form_after(line.sequence), labels.restored_suffix())
        ancestor = Ancestor(past.form_id, line.sequence)
        ledger.add_forms([form], label=labels.undo_label_text(UndoLabel.RESTORE_STATE), ancestor=ancestor)
        self._show_undoable_message(history_words.restored_form_notice(line.at))

    def _show_undoable_message(self, text: str) -> None:
        self._document.messages.show_message(text, "ok", [(self.tr("撤销"), self._document.undo)], about=STEP)
