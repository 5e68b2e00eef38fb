"""Notes and origins of cells: writing a private note, and confirming imported or carried values as one's own."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.task_dialog import TaskDialog
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.wording import cell_names, labels
from selfeval_desktop.wording.labels import UndoLabel


class AnnotationCommands(QObject):
    """Each command is one step of undo."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window

    @does("actionNote")
    def edit_note(self) -> None:
        """Let the user write, change or clear the note on the cell with the cursor."""
        self._document.commit_editors()
        state, field = self._document.form, self._workspace.current_field()
        if state is None or field is None:
            self._document.messages.show_message(self.tr("请先把光标放到要加备注的格里。"), "hint")
            return
        dialog = NoteDialog(cell_names.cell_path(field, state.template), state.form.cell_note(field), self._window)
        note = dialog.ask_for(lambda: dialog.note)
        if note is not None:
            with self._document.reporting_errors():
                self._document.change_form(
                    edits.set_note(state.form, field, note), label=labels.undo_label_text(UndoLabel.NOTE)
                )
        self._workspace.show_field(field)

    @does("actionConfirmAll")
    def confirm_all_cells(self) -> None:
        """Confirm all values of the form that came from a file or from last year."""
        state = self._document.form
        if state is not None:
            self._confirm_cells(tuple(filled_cells(state.form)))

    @does("actionConfirm")
    def confirm_chosen_cells(self) -> None:
        """Confirm the values of the selected cells that came from a file or from last year."""
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
            self._document.messages.show_message(form_words.confirmed_count_notice(count), "ok")
        else:
            self._document.messages.show_message(self.tr("这里没有导入或结转来的值。"), "hint")


class NoteDialog(TaskDialog):
    """The private note on one cell, whose path is `place`; an empty one takes the old one away."""

    def __init__(self, place: str, note: str, parent: QWidget | None = None) -> None:
        title = self.tr("私人备注")
        super().__init__("noteDialog", title, parent)
        self.add_text(place, "heading")
        self._text = name_widget(QPlainTextEdit(note, self), "noteText", title)
        self._text.setTabChangesFocus(True)
        self._text.selectAll()
        self.add_part(self._text, 1)
        self.add_text(self.tr("只给自己看：不打印，不导出。清空后备注就去掉。"), "muted")
        self.add_button("noteKeep", self.tr("保留"), is_default=True)
        self.add_cancel()
        # Enter begins a line in the text.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.start_with_size(420, 240)

    @property
    def note(self) -> str:
        """The note as it stands."""
        return self._text.toPlainText()
