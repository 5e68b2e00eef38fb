"""A whole form on the clipboard: shown as it was recognised, then imported, or filled into the open form."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.app.ledger.templates import bring_form_up_to_date
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.read_form import ReadForm, fill_recognised_cells
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import STEP
from selfeval_desktop.ui.exchange.whole_form_dialog import PasteTarget, WholeFormDialog
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel

ClipboardCells = tuple[tuple[str, ...], ...]
"""The cells of a table from elsewhere, row by row."""


class WholeFormPaste(QObject):
    """Asks before anything is changed; `import_form` takes a form into the ledger.

    `paste_rows` puts a block of indicators at the cursor of their table.
    """

    def __init__(
        self,
        document: Document,
        import_form: Callable[[Form], None],
        paste_rows: Callable[[ClipboardCells], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._import, self._paste_rows = import_form, paste_rows

    def offer_form_in_cells(self, block: ClipboardCells) -> bool:
        """Ask what a whole form in the block is wanted for, and do it; False where there is none.

        Open editors must be closed.
        """
        return self._ask_form_use(
            self._document.services.read_form_table(block, self._current_template), can_take_rows=True
        )

    def offer_form_in_text(self, text: str) -> bool:
        """The same for text whose cells are lost, such as that of a PDF; its rows are not offered alone."""
        return self._ask_form_use(
            self._document.services.read_form_text(text, self._current_template), can_take_rows=False
        )

    @property
    def _current_template(self) -> Template:
        """That of the open form, else the default."""
        state = self._document.form
        return state.template if state else self._document.services.templates.newest_templates()[0]

    def _ask_form_use(self, read: ReadForm | None, *, can_take_rows: bool) -> bool:
        if read is None:
            return False
        state = self._document.form
        current = state.form if state else None
        dialog = WholeFormDialog(
            read, self._current_template, current, self._window, can_take_rows=can_take_rows
        )
        is_wanted, use = dialog.exec() == QDialog.DialogCode.Accepted, dialog.paste_target
        dialog.deleteLater()
        if is_wanted and use == "rows":
            self._paste_rows(read.rows)
        elif is_wanted:
            self._import_or_fill_in(read, use)
        return True

    def _import_or_fill_in(self, read: ReadForm, use: PasteTarget) -> None:
        state = self._document.form
        if use == "import" or state is None:
            with self._document.reporting_errors():
                # It was read by the open form's template, which may be an old one.
                version = state.template.version if state else None
                form = replace(read.form, template_version=version)
                self._import(bring_form_up_to_date(form, self._document.templates))
            return
        form = fill_recognised_cells(state.form, state.template, read)
        if not self._document.change_form(form, label=labels.undo_label_text(UndoLabel.PASTE)):
            return
        self._document.messages.show_message(
            self.tr("剪贴板里的自评表已填进当前表。"),
            "ok",
            [(self.tr("撤销"), self._document.undo)],
            about=STEP,
        )
