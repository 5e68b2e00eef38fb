"""The open ledger and the open form of it, with undo, autosave and the reporting of errors."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.errors import Cancelled, OpenedReadOnly, SelfEvalError
from selfeval_desktop.app.ledger import access
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.session import FormSession, FormState, ShowForm
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.paper.size_limits import PROMPT_CHARACTERS, refuse_excess_text, sheet_length
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.session import Templates, UndoableStep
from selfeval_desktop.app.services import Services
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.texts import TooLong
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.document.autosave import Autosave, SaveState, Saving
from selfeval_desktop.ui.document.form_page import FormPage
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageBar
from selfeval_desktop.ui.kit.progress import ProgressDialogs
from selfeval_desktop.wording import errors, labels

_ANY_STEP = 1


class UndoSteps(QObject):
    """The port `UndoStack` on a QUndoStack.

    A step is done before it is pushed: a SelfEvalError then reaches the action that began it, and the stack stays as
    it was; raised inside QUndoStack it would be swallowed. `moved` comes with the step undone or done again.
    """

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._merging_ended = False

    def push_step(self, step: UndoableStep) -> None:
        """Do the step and keep it."""
        step.redo()
        self.stack.push(_StepCommand(step, merging_ended=self._merging_ended))
        self._merging_ended = False

    def take_back_steps(self, merge_key: str) -> None:
        """Undo the last steps that have that key, and drop them: redo does not bring them back."""
        while self.stack.canUndo():
            command = self._command_at(self.stack.index() - 1)
            if not isinstance(command.step, ShowForm) or command.step.merge_key != merge_key:
                break
            command.step.undo()
            command.setObsolete(True)
            self.stack.undo()

    def end_step_merging(self) -> None:
        """Merge the next step with none before it, whatever its merge key: another form is shown."""
        self._merging_ended = True

    def undo(self) -> None:
        """Take the last step back; nothing happens when there is none."""
        if self.stack.canUndo():
            step = self._command_at(self.stack.index() - 1).step
            step.undo()
            self.stack.undo()
            self._merging_ended = True
            self.moved.emit(step)

    def redo(self) -> None:
        """Do the step taken back last once more; nothing happens when there is none."""
        if self.stack.canRedo():
            step = self._command_at(self.stack.index()).step
            step.redo()
            self.stack.redo()
            self._merging_ended = True
            self.moved.emit(step)

    def clear_steps(self) -> None:
        """Drop everything: another ledger is open."""
        self.stack.clear()

    def _command_at(self, place: int) -> "_StepCommand":
        command = self.stack.command(place)
        assert isinstance(command, _StepCommand)
        return command


class _StepCommand(QUndoCommand):
    """A step in the QUndoStack; `redo` and `undo` do nothing, as UndoSteps does the work."""

    def __init__(self, step: UndoableStep, *, merging_ended: bool) -> None:
        super().__init__(step.label)
        self.step = step
        self.merging_ended = merging_ended

    def id(self) -> int:
        """The same for all: Qt asks `mergeWith` of commands with equal ids only."""
        return _ANY_STEP

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _StepCommand)
        merged = None if other.merging_ended else self.step.merged_with(other.step)
        if merged is None:
            return False
        self.step = merged
        return True


class Document(QObject):
    """The window's work, apart from its widgets.

    `ledgerChanged` comes when a ledger is opened or closed, `listChanged` when its forms have new
    summaries, `formShown` with each state of the open form, `paperChanged` when another paper is chosen.
    `backupWanted` comes with the BackupReason before a step that changes much; the backup is made, or its failure
    reported, when the signal has been emitted. `heard` comes with the OutsideChange when another program or window
    stored something in the ledger.
    """

    ledgerChanged = Signal()
    heard = Signal(object)
    listChanged = Signal()
    formShown = Signal(object)
    paperChanged = Signal()
    backupWanted = Signal(object)

    def __init__(self, services: Services, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self.services, self.messages = services, messages
        self.progress = ProgressDialogs(window)
        """Longer work that the user waits for, one place for all of the window."""
        self.steps = UndoSteps(self)
        self.session = FormSession(self.steps, services.templates, self._report_too_long)
        self.ledger: LedgerSession | None = None
        self.obstacle: SelfEvalError | None = None
        """Why the open ledger is only read; None when it is written."""
        self._pages: list[FormPage] = []
        self.autosave = Autosave(self.commit_editors, self._save_ledger, self._saved_at, window)
        self.autosave.stateChanged.connect(self._on_saving)
        self._shown_form: int | None = None
        self.session.add_listener(self._on_form)

    @property
    def form(self) -> FormState | None:
        """The open form; None when none is open."""
        return self.session.state

    @property
    def templates(self) -> Templates:
        """The open ledger's templates, else the installed ones."""
        return self.ledger.store.templates if self.ledger else self.services.templates

    @property
    def paperwork(self) -> Paperwork:
        """Builds printouts with the paper that the user has chosen for each template."""
        chosen = self.services.settings.load_settings().paper
        return Paperwork(self.templates, self.services.paper_code, labels.draft_mark(), chosen)

    def form_pages(self, state: FormState) -> tuple[Page, ...]:
        """The pages of the form as they would be printed; TooMuchText."""
        refuse_excess_text(self.paperwork.lay_out_form(state.form, state.evaluation))
        return self.services.pages(self.paperwork.build_printout(state.form_id, state.form, state.evaluation))

    def prompt_pages(self, state: FormState) -> tuple[Page, ...]:
        """The same beside the typing: none of a form whose pages would hold that up."""
        length = sheet_length(self.paperwork.lay_out_form(state.form, state.evaluation))
        return self.form_pages(state) if length <= PROMPT_CHARACTERS else ()

    def choose_paper(self, template_id: str, choice: PaperChoice) -> None:
        """Print the forms of a template so from now on."""
        chosen = self.services.settings.load_settings().paper
        self.services.settings.change_settings(paper={**chosen, template_id: choice})
        self.paperChanged.emit()

    @contextmanager
    def reporting_errors(self) -> Iterator[None]:
        """Show a SelfEvalError or TooLong raised inside as a sentence in the message bar: every action runs so."""
        try:
            yield
        except SelfEvalError as error:
            self.messages.show_message(
                errors.error_sentence(error), "hint" if isinstance(error, Cancelled) else "error"
            )
        except TooLong as error:
            self._report_too_long(error)

    def add_page(self, page: FormPage) -> None:
        """Ask this page from now on for the text of its open editor, before anything is stored."""
        self._pages.append(page)

    def commit_editors(self) -> None:
        """Take the text of an open cell editor into the form without closing it."""
        for page in self._pages:
            page.commit_editor()

    @does("actionSave")
    def save_at_once(self) -> None:
        """Store everything and say so, also where it was stored already."""
        if self.flush() and self.form is not None:
            self.messages.show_message(self.tr("已保存，全部内容都在台账文件里。"), "ok")

    def flush(self) -> bool:
        """Take in the open editor and store everything; False when it could not be stored."""
        if self.form is None:
            return True
        self.autosave.end_composing()
        return self.autosave.save_now()

    @property
    def read_only(self) -> bool:
        """Whether what lies open can only be read."""
        return self.ledger is not None and self.ledger.store.read_only

    @property
    def read_only_reason(self) -> str:
        """Why what lies open cannot be changed, for a tip; "" where it can."""
        return self.tr("台账是只读打开的，不能修改") if self.read_only else ""

    def open_ledger(self, path: Path, *, take_over: bool = False) -> None:
        """Open an existing ledger in place of the present one, which must be settled; to read where it cannot be written."""
        self._open_store(*access.open_ledger_with_fallback(self.services.ledgers, path, take_over=take_over))

    def create_ledger(self, path: Path) -> None:
        """Open a new, empty ledger."""
        self._open_store(self.services.ledgers.create_ledger_file(path))

    def close_ledger(self) -> None:
        """Close the ledger as it is stored; what could not be stored is given up."""
        if self.ledger is None:
            return
        store, self.ledger = self.ledger.store, None
        self.autosave.set_nothing_open()
        self.session.close()
        self.steps.clear_steps()
        store.close()
        self.ledgerChanged.emit()

    def show_form(self, form_id: int) -> bool:
        """Store the open form, then show another; False when either was impossible."""
        if self.ledger is None or not self.flush():
            return False
        if self.form is None or self.form.form_id != form_id:
            with self.reporting_errors():
                self.ledger.open_form(form_id)
        return self.form is not None and self.form.form_id == form_id

    def change_form(self, form: Form, *, label: str, merge_key: str = "") -> bool:
        """As `FormSession.change_form`; where the ledger can only be read that is said."""
        if self.ledger is not None and self.read_only:
            self.messages.show_message(errors.error_sentence(OpenedReadOnly(self.ledger.store.path)), "error")
        return self.session.change_form(form, label=label, merge_key=merge_key)

    @does("actionUndo")
    def undo(self) -> None:
        """Take back the last step, an editor's text included."""
        self._commit_and_step(self.steps.undo)

    @does("actionRedo")
    def redo(self) -> None:
        """Do the step taken back last once more."""
        self._commit_and_step(self.steps.redo)

    def _report_too_long(self, error: TooLong) -> None:
        self.messages.show_message(form_words.too_long(error, self.form.template if self.form else None), "warning")

    def _commit_and_step(self, move: Callable[[], None]) -> None:
        self.autosave.commit_editor_text()
        with self.reporting_errors():
            move()

    def _open_store(self, store: FormStore, obstacle: SelfEvalError | None = None) -> None:
        self.close_ledger()
        self.obstacle = obstacle
        self.ledger = LedgerSession(store, self.session, self.heard.emit)
        self.ledger.index.add_listener(self.listChanged.emit)
        self.ledgerChanged.emit()

    def _on_form(self, state: FormState | None) -> None:
        form_id = state.form_id if state else None
        if form_id != self._shown_form:
            self._shown_form = form_id
            self.steps.end_step_merging()
            if state is not None:
                self.autosave.mark_saved()
        elif self.ledger is not None and self.ledger.has_unsaved_changes:
            self.autosave.mark_unsaved()
        self.formShown.emit(state)

    def _on_saving(self, state: SaveState) -> None:
        """A pause in typing ends a step, so that undo takes back what was typed between two pauses."""
        if state.saving is Saving.SAVED:
            self.steps.end_step_merging()

    def _save_ledger(self) -> bool:
        return self.ledger is not None and self.ledger.save_open_form()

    def _saved_at(self) -> datetime | None:
        return self.ledger.saved_at if self.ledger else None
