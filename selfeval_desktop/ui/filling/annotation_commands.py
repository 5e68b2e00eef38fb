"""What stands beside cells: private notes, and where values came from until the user makes them his own."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.ui.document import annotation_words
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.note_dialog import NoteDialog
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import cell_names, labels
from selfeval_desktop.wording.labels import UndoLabel


class AnnotationCommands(QObject):
    """Each is one step."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window

    @does("actionNote")
    def edit_note(self) -> None:
        """Let the user write a note on the cell with the cursor."""
        self._document.commit_editors()
        state, field = self._document.form, self._workspace.current_field()
        if state is None or field is None:
            self._document.messages.show_message(self.tr("请先把光标放到要加备注的格里。"), "hint")
            return
        dialog = NoteDialog(
            cell_names.cell_path(field, state.template), state.form.cell_note(field), self._window
        )
        answer, note = dialog.exec(), dialog.note
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            with self._document.reporting_errors():
                self._document.change_form(
                    edits.set_note(state.form, field, note), label=labels.undo_label_text(UndoLabel.NOTE)
                )
        self._workspace.show_field(field)

    @does("actionConfirmAll")
    def confirm_all_cells(self) -> None:
        """Make all values of the form the user's own."""
        state = self._document.form
        if state is not None:
            self._confirm_cells(tuple(filled_cells(state.form)))

    @does("actionConfirm")
    def confirm_chosen_cells(self) -> None:
        """Make the values of the selected cells the user's own."""
        self._confirm_cells(self._workspace.chosen_fields())

    def _confirm_cells(self, cells: Sequence[FieldRef]) -> None:
        state = self._document.form
        if state is None:
            return
        count = sum(state.form.cell_origin(cell) is not None for cell in cells)
        if not self._document.change_form(
            edits.confirm_cells(state.form, cells), label=labels.undo_label_text(UndoLabel.CONFIRM)
        ):
            return
        if count:
            self._document.messages.show_message(annotation_words.confirmed_count_notice(count), "ok")
        else:
            self._document.messages.show_message(self.tr("这里没有导入或结转来的值。"), "hint")
