"""What is done to one text as a whole."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.tidying import tidy_text
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.long_text_dialog import LongTextDialog
from selfeval_desktop.ui.filling.tidy_dialog import TidyDialog
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.wording import cell_names, labels
from selfeval_desktop.wording.labels import UndoLabel


class TextCommands(QObject):
    """A text is put in order in one step; written large it is as in its own place."""

    def __init__(self, document: Document, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._workspace, self._window = document, workspace, window
        workspace.goals.tidyAsked.connect(self._tidy_field)
        workspace.goals.expandAsked.connect(self._expand_field)

    @does("actionTidy")
    def tidy_current_text(self) -> None:
        """Offer to put the text with the cursor in order."""
        field = self._workspace.current_field()
        if field is None or not edits.is_text(field):
            self._document.messages.show_message(
                self.tr("请先把光标放到一段文字里，例如目标或指标名称。"), "hint"
            )
        else:
            self._tidy_field(field)

    @does("actionLongText")
    def expand_current_text(self) -> None:
        """Show the text with the cursor large; a list opens, as it does by this key everywhere."""
        box, field = QApplication.focusWidget(), self._workspace.current_field()
        if isinstance(box, QComboBox) and not box.isEditable():
            box.showPopup()
        elif field is None:
            self._document.messages.show_message(
                self.tr("请先把光标放到要展开的文字里，例如目标或偏差原因。"), "hint"
            )
        elif not edits.is_text(field):
            told = self.tr("{cell}不是文字，没有可以展开的内容。")
            template = self._document.form.template if self._document.form else None
            self._document.messages.show_message(
                told.format(cell=cell_names.cell_name(field, template)), "hint"
            )
        else:
            self._expand_field(field)

    def _tidy_field(self, field: FieldRef) -> None:
        self._workspace.close_editor()
        self._show_tidy_dialog(field, self._window)
        self._workspace.show_field(field)

    def _show_tidy_dialog(self, field: FieldRef, parent: QWidget) -> None:
        state = self._document.form
        if state is None:
            return
        before = edits.cell_text(state.form, field)
        after = tidy_text(before)
        if after == before:
            self._document.messages.show_message(
                self.tr("这段文字里没有要整理的空格、换行和重复标点。"), "ok"
            )
            return
        dialog = TidyDialog(cell_names.cell_path(field, state.template), before, after, parent)
        answer = dialog.exec()
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted:
            form = state.form
            for cell in self._workspace.merged_with(field):
                form = edits.set_cell(form, cell, after)
            self._document.change_form(form, label=labels.undo_label_text(UndoLabel.TIDY))

    def _expand_field(self, field: FieldRef) -> None:
        self._workspace.close_editor()
        cells = self._workspace.merged_with(field)
        dialog = LongTextDialog(self._document, self._workspace.printed, cells, self._window)
        dialog.tidyAsked.connect(lambda: self._show_tidy_dialog(field, dialog))
        dialog.exec()
        dialog.release_text_box()
        dialog.deleteLater()
        self._workspace.show_field(field)
