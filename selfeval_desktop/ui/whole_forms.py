"""A whole form on the clipboard: shown as it was recognised, then imported, or filled into the open form."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.read_form import ReadForm, filled_in, rows_given_up
from selfeval_desktop.domain.template import Template
from selfeval_desktop.ui.desk import Desk
from selfeval_desktop.ui.dialogs.whole_form_dialog import Use, WholeFormDialog
from selfeval_desktop.ui.form_commands import STEP
from selfeval_desktop.wording import steps
from selfeval_desktop.wording.steps import Deed


class Answer(Enum):
    """What became of a block: it is no form, its rows alone are wanted, or the matter is settled."""

    NO_FORM = auto()
    ROWS = auto()
    SETTLED = auto()


class WholeForms(QObject):
    """Asks before anything is changed; `import_form` takes a form into the ledger."""

    def __init__(self, desk: Desk, import_form: Callable[[Form], None], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._import, self._window = desk, import_form, window

    def offer(self, block: Sequence[Sequence[str]]) -> Answer:
        """Ask what a whole form in the block is wanted for, and do it; open editors must be closed."""
        return self._ask(self._desk.services.read_form_table(block, self._template), can_take_rows=True)

    def offer_text(self, text: str) -> Answer:
        """The same for text whose cells are lost, such as that of a PDF; its rows are not offered alone."""
        return self._ask(self._desk.services.read_form_text(text, self._template), can_take_rows=False)

    @property
    def _template(self) -> Template:
        """That of the open form, else the default."""
        state = self._desk.form
        return state.template if state else self._desk.services.templates.all()[0]

    def _ask(self, read: ReadForm | None, *, can_take_rows: bool) -> Answer:
        if read is None:
            return Answer.NO_FORM
        state = self._desk.form
        given_up = rows_given_up(state.form, read) if state else None
        dialog = WholeFormDialog(
            read, self._template, given_up, self._window, can_take_rows=can_take_rows and state is not None
        )
        is_wanted, use = dialog.exec() == QDialog.DialogCode.Accepted, dialog.use
        dialog.deleteLater()
        if is_wanted and use == "rows":
            return Answer.ROWS
        if is_wanted:
            self._take(read, use)
        return Answer.SETTLED

    def _take(self, read: ReadForm, use: Use) -> None:
        state = self._desk.form
        if use == "import" or state is None:
            self._import(read.form)
            return
        form = filled_in(state.form, state.template, read)
        self._desk.session.change(form, label=steps.deed(Deed.PASTE))
        self._desk.messages.say(
            self.tr("剪贴板里的自评表已填进当前表。"), "ok", [(self.tr("撤销"), self._desk.undo)], about=STEP
        )
