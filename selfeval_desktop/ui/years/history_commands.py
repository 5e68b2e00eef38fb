"""变更历史 and 回收站: the history of the open form, earlier states restored as new forms, and deleted forms."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ledger.form_history import FormHistory
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.ports.forms import DeletedForm
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.history_lines import HistoryLine
from selfeval_desktop.ui.document import paper_check_words
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import show_undoable_message
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.lines_view import LinesView
from selfeval_desktop.ui.kit.picker import PickRow, PicksModel
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.years.history_dialog import HistoryDialog, HistoryInput
from selfeval_desktop.ui.years.history_lines import history_line_text, stored_time
from selfeval_desktop.wording import cell_names, errors, labels
from selfeval_desktop.wording.translation import translate

_ROOM = 24
"""Added to the width of the text in a narrow column, in pixels."""
_NAME, _UNIT = 1, 2


class RecycleBinDialog(TaskDialog):
    """Lists the deleted forms, which are never purged; accepted to restore the selected ones."""

    def __init__(self, forms: Sequence[DeletedForm], parent: QWidget | None = None) -> None:
        super().__init__("recycleBinDialog", self.tr("回收站"), parent)
        self._forms = tuple(forms)
        heads = [self.tr("年度"), self.tr("项目名称"), self.tr("实施单位"), self.tr("删除时间")]
        picks = [PickRow(self._row_texts(form), ()) for form in self._forms]
        self._model = PicksModel(picks, heads, checkable=False, parent=self)
        self._search = name_widget(QLineEdit(self), "recycleBinSearch", self.tr("查找已删除的表"))
        self._view = LinesView(self._model, (_NAME, _UNIT), self._column_widths, self)
        name_widget(self._view, "recycleBinForms", self.tr("已删除的表"))
        self._lay_out()
        self._connect_signals()
        self._show_matching_forms("")

    def selected_form_ids(self) -> tuple[int, ...]:
        """The ids of the selected forms, in their order."""
        rows = (self._model.pick_number(index) for index in self._view.selectionModel().selectedRows())
        return tuple(self._forms[row].form_id for row in sorted(row for row in rows if row is not None))

    def _row_texts(self, form: DeletedForm) -> tuple[str, ...]:
        name = form.project_name or self.tr("（未填项目名称）")
        return (str(form.year or ""), name, form.unit, stored_time(form.deleted_at))

    def _lay_out(self) -> None:
        self._search.setPlaceholderText(self.tr("查找项目、年度或单位…"))
        self._search.setClearButtonEnabled(True)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.add_part(self._search)
        self.add_part(self._view)
        self.add_text(self.tr("删除的表都留在这里，不会清除。按住 Ctrl 或 Shift 可以选几张，一起恢复。"), "muted")
        self._restore = self.add_button("recycleBinRestore", self.tr("恢复"), is_default=True)
        self.add_close()
        self.start_with_size(820, 480)
        self._view.setFocus()

    def _connect_signals(self) -> None:
        self._search.textChanged.connect(self._show_matching_forms)
        self._view.selectionModel().selectionChanged.connect(self._update_restore_button)
        self._view.activated.connect(self.accept)
        self._view.doubleClicked.connect(self.accept)

    def _show_matching_forms(self, text: str) -> None:
        """Show the forms that contain every word, and select the first."""
        self._model.filter_picks((), text)
        self._view.selectRow(0)
        self._update_restore_button()

    def _update_restore_button(self) -> None:
        self._restore.setEnabled(bool(self.selected_form_ids()))

    def _column_widths(self, room: int) -> tuple[int, ...]:
        width = self.fontMetrics().horizontalAdvance
        year, moment = (width(text) + _ROOM for text in ("2024", "2024-03-01 12:00"))
        name = (room - year - moment) * 3 // 5
        return year, name, room - year - moment - name, moment


class HistoryCommands(QObject):
    """Each command stores open edits first; restoring is one undo step."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window

    @does("actionHistory")
    def show_form_history(self) -> None:
        """Show all changes of the open form."""
        self._show_history(at_cell=False)

    @does("actionCellHistory")
    def show_cell_history(self) -> None:
        """Show the changes of the cell with the cursor; all others can be chosen there."""
        self._show_history(at_cell=True)

    @does("actionRecycleBin")
    def open_recycle_bin(self) -> None:
        """Show the deleted forms and restore the chosen ones."""
        ledger = self._document.ledger
        if ledger is None or not self._document.flush():
            return
        with self._document.reporting_errors():
            forms = ledger.store.deleted_forms()
            if not forms:
                self._document.messages.show_message(self.tr("回收站是空的。"), "hint")
                return
            dialog = RecycleBinDialog(forms, self._window)
            chosen = dialog.ask_for(dialog.selected_form_ids)
            if chosen:
                ledger.restore_forms(chosen, label=labels.undo_label_text(labels.UndoLabel.RESTORE_FORMS))
                show_undoable_message(self._document, restored_from_bin_notice(len(chosen)))

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
            dialog = HistoryDialog(self._history_offer(ledger, past, state, field), self._window, at_cell=at_cell)
            compare = partial(self._compare_states, dialog, past, state)
            dialog.chosen.connect(compare)
            dialog.show_initial_lines()
            if not dialog.ask_consent():
                return
            if dialog.restored is not None:
                self._restore_state(ledger, past, dialog.restored)
            elif dialog.field is not None:
                self._workspace.show_field(dialog.field)

    def _history_offer(
        self, ledger: LedgerSession, past: FormHistory, state: FormState, field: FieldRef | None
    ) -> HistoryInput:
        listed = {form.form_id: form.project_name for form in ledger.summaries}
        gone = {form.form_id: form.project_name for form in ledger.store.deleted_forms()}
        describe = partial(history_line_text, template=state.template, names={**gone, **listed})
        name = paper_check_words.quoted_form_name(state.form)
        of_all = HistoryInput(name, past.step_pages, describe, barred=self._document.read_only_reason)
        if field is None:
            return of_all
        return replace(
            of_all, cell=cell_names.cell_path(field, state.template), of_cell=partial(past.pages_of_cell, field)
        )

    def _compare_states(
        self, dialog: HistoryDialog, past: FormHistory, state: FormState, chosen: Sequence[HistoryLine]
    ) -> None:
        """Compare the form after the chosen line with the form now, or those after the oldest and newest of several."""
        earlier, later = chosen[-1], chosen[0] if len(chosen) > 1 else None
        try:
            found = past.differences_between(earlier.sequence, later.sequence if later else None)
        except SelfEvalError as error:
            dialog.show_comparison(errors.error_sentence(error), (), state.template)
            return
        text = comparison_heading(len(found), earlier.at, later.at if later else None, with_now=later is None)
        template = template_of(past.form_after(later.sequence), self._document.templates) if later else state.template
        dialog.show_comparison(text, found, template)

    def _restore_state(self, ledger: LedgerSession, past: FormHistory, line: HistoryLine) -> None:
        """Store the form as it was after that line as a new form, which records where it comes from."""
        form = edits.duplicate_form(past.form_after(line.sequence), labels.restored_suffix())
        ancestor = Ancestor(past.form_id, line.sequence)
        ledger.add_forms([form], label=labels.undo_label_text(labels.UndoLabel.RESTORE_STATE), ancestor=ancestor)
        show_undoable_message(self._document, restored_form_notice(line.at))


def comparison_heading(count: int, earlier: datetime | None, later: datetime | None, *, with_now: bool) -> str:
    """How many cells differ between two times of a form; None is the time when the recording of changes began."""
    one = _at_stored_time(earlier) if earlier else translate("History", "开始记录时")
    other = translate("History", "现在") if with_now else f" {_at_stored_time(later)}"
    if not count:
        return translate("History", "{one}的内容与{other}相同。").format(one=one, other=other)
    return translate("History", "{one}的内容与{other}有 {count} 处不同：").format(one=one, other=other, count=count)


def _at_stored_time(at: datetime | None) -> str:
    return translate("History", "{at} 时").format(at=stored_time(at))


def restored_form_notice(at: datetime | None) -> str:
    """Message: a new form was made from the state at that time, or from the first recorded one for None."""
    if at is None:
        return translate("History", "已按开始记录时的内容新建一张表。")
    return translate("History", "已按 {at} 的内容新建一张表。").format(at=stored_time(at))


def restored_from_bin_notice(forms: int) -> str:
    """Message: how many forms were restored from the recycle bin."""
    return translate("History", "已从回收站恢复 {count} 张表。").format(count=forms)
