"""粘贴整张表: shows the form recognised on the clipboard, then imports it or fills it into the open form."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.ledger.templates import bring_form_up_to_date
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading.read_form import ReadForm, count_lost_rows, fill_recognised_cells
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import show_undoable_message
from selfeval_desktop.ui.exchange.read_form_view import ReadFormView
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.task_dialog import ButtonRole, TaskDialog
from selfeval_desktop.wording import incoming, labels

ClipboardCells = tuple[tuple[str, ...], ...]
"""The texts of a copied table, row by row."""
PasteTarget = Literal["import", "fill", "rows"]

_WIDE, _NARROW = 880, 560
"""How wide the dialog begins: with a list of doubts beside the form, and without."""
_WIDEST_VALUE = 340
_BUTTON_NAMES: dict[PasteTarget, str] = {
    "import": "wholeFormImport",
    "fill": "wholeFormFill",
    "rows": "wholeFormRows",
}


class WholeFormDialog(TaskDialog):
    """Does nothing itself; `paste_target` is the chosen use once the dialog is accepted.

    `current` is the open form, which may be filled in; None where none is open.
    """

    def __init__(
        self,
        read: ReadForm,
        template: Template,
        current: Form | None,
        parent: QWidget | None = None,
        *,
        can_take_rows: bool = True,
    ) -> None:
        super().__init__("wholeFormDialog", self.tr("粘贴整张表"), parent)
        self.paste_target: PasteTarget = "import"
        self._read, self._current = read, current
        self._view = ReadFormView("wholeForm", theme.scaled_length(_WIDEST_VALUE), self)
        self._view.show_reading(
            read, template, [*incoming.doubt_lines(read.doubts), *map(incoming.note_text, read.notes)], current
        )
        self._lay_out()
        self._add_buttons(can_take_rows=can_take_rows)

    def _lay_out(self) -> None:
        self.add_text(self.tr("剪贴板里是一张完整的自评表"), "heading")
        self.add_part(self._view, 1)
        lost = count_lost_rows(self._current, self._read) if self._current else 0
        self.add_note("wholeFormNote")
        self.show_note(self._note_text(lost), "warning" if lost else "muted")
        self.start_with_size(_WIDE if self._read.doubts else _NARROW, 430)

    def _add_buttons(self, *, can_take_rows: bool) -> None:
        texts: dict[PasteTarget, str] = {"import": self.tr("作为新表导入")}
        if self._current is not None:
            texts |= {"fill": self.tr("填进当前表")}
            if can_take_rows:
                texts |= {"rows": self.tr("只粘贴指标行")}
        for use, text in texts.items():
            button = self.add_button(_BUTTON_NAMES[use], text, ButtonRole.ActionRole, is_default=use == "import")
            button.clicked.connect(lambda _checked=False, use=use: self._accept_target(use))
            if use == "import":
                button.setFocus()
        self.add_cancel()

    def _note_text(self, lost: int) -> str:
        """What each use does to the open form; `lost` is how many of its indicator rows would go."""
        if self._current is None:
            return self.tr("导入后可以撤销。")
        text = self.tr("填进当前表：认出的值替换当前表的值，表里空着的不清除；导入、填进都可以撤销。")
        if lost:
            text += self.tr("当前表有 {count} 行指标剪贴板里没有，填进后不再保留。").format(count=lost)
        return text

    def _accept_target(self, use: PasteTarget) -> None:
        self.paste_target = use
        self.accept()


class WholeFormPaste(QObject):
    """Asks before anything is changed. `import_form` adds a form to the ledger.

    `paste_rows` pastes rows of indicators alone.
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
        """Ask what to do with a whole form in the block, and do it; False where it holds none.

        Open editors must be closed.
        """
        return self._ask_form_use(
            self._document.services.read_form_table(block, self._current_template), can_take_rows=True
        )

    def offer_form_in_text(self, text: str) -> bool:
        """The same for plain text without cells, such as that of a PDF; pasting only the rows is not offered."""
        return self._ask_form_use(
            self._document.services.read_form_text(text, self._current_template), can_take_rows=False
        )

    @property
    def _current_template(self) -> Template:
        """The template of the open form, else the newest of the first kind."""
        state = self._document.form
        return state.template if state else self._document.services.templates.newest_templates()[0]

    def _ask_form_use(self, read: ReadForm | None, *, can_take_rows: bool) -> bool:
        if read is None:
            return False
        state = self._document.form
        current = state.form if state else None
        dialog = WholeFormDialog(read, self._current_template, current, self._window, can_take_rows=can_take_rows)
        use = dialog.ask_for(lambda: dialog.paste_target)
        if use == "rows":
            self._paste_rows(read.rows)
        elif use is not None:
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
        if not self._document.change_form(form, label=labels.undo_label_text(labels.UndoLabel.PASTE)):
            return
        show_undoable_message(self._document, self.tr("剪贴板里的自评表已填进当前表。"))
