"""Opening and leaving ledgers, and coming back to where one was."""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.errors import ChangedElsewhere, DamagedLedger, FileExists, LostLedger, SelfEvalError
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.app.settings import LedgerPosition
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.autosave import Saving
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.kit import files
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.question import AnswerRole, Question, ask_question
from selfeval_desktop.ui.safety.save_copy import SaveCopy
from selfeval_desktop.ui.safety.session_end import EmergencySave
from selfeval_desktop.ui.safety.start_page import StartPage
from selfeval_desktop.wording import errors
from selfeval_desktop.wording.translation import translate


class SaveFailedChoice(Enum):
    """What becomes of changes that cannot be stored."""

    RETRY = "retry"
    SAVE_ELSEWHERE = "elsewhere"
    GIVE_UP = "give up"
    STAY = "stay"


def ask_after_failed_save(sentence: str, parent: QWidget) -> SaveFailedChoice:
    """Say why the last changes could not be stored and ask; Escape goes back to the window."""
    question = Question(
        translate("SaveFailedQuestion", "没有保存"),
        translate("SaveFailedQuestion", "最后的改动没有保存。"),
        sentence,
        QMessageBox.Icon.Warning,
        "saveFailedDialog",
    )
    answers = (
        (translate("SaveFailedQuestion", "重试"), AnswerRole.AcceptRole, SaveFailedChoice.RETRY),
        (translate("SaveFailedQuestion", "另存为…"), AnswerRole.ActionRole, SaveFailedChoice.SAVE_ELSEWHERE),
        (translate("SaveFailedQuestion", "放弃改动"), AnswerRole.DestructiveRole, SaveFailedChoice.GIVE_UP),
        (translate("SaveFailedQuestion", "返回"), AnswerRole.RejectRole, SaveFailedChoice.STAY),
    )
    return ask_question(question, answers, parent)


class LedgerCommands(QObject):
    """A ledger that cannot be opened leaves the present one open, or the start page with the reason.

    `arrived` comes with the path of a ledger that is shown now; `leaving` when everything is stored and the ledger is
    about to be closed; `refused` with the path and the error of one that could not be opened, once the user has been told.
    """

    arrived = Signal(object)
    leaving = Signal()
    refused = Signal(object, object)

    def __init__(
        self,
        document: Document,
        start: StartPage,
        workspace: Workspace,
        emergency_save: EmergencySave,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._start, self._workspace, self._window = document, start, workspace, window
        self._rescue = emergency_save
        self._has_failed = False
        self._ledger_copy = SaveCopy(document, window)
        self.resolve_conflict: Callable[[], bool] = lambda: False
        """Asks what becomes of a form that was changed elsewhere too; whether that is decided. Set by AccessWatch."""

    @does("actionSaveCopy")
    def save_copy(self) -> bool:
        """Save the whole ledger as a new file and go on in that; whether that was done."""
        return self._ledger_copy.save_copy_and_open()

    @does("actionNewLedger")
    def create_new_ledger(self) -> None:
        """Ask for a name and make an empty ledger of it."""
        path = self._ask_new_file(self.tr("新建台账"), self.tr("绩效自评台账"))
        if path is not None and self.may_leave():
            with self._document.reporting_errors():
                if self._is_open(path):
                    # The message would name this very window as the other one that uses the file.
                    raise FileExists(path)
                self.save_current_place()
                self._document.create_ledger(path)
                self._show_opened_ledger()

    @does("actionOpenLedger")
    def choose_ledger(self) -> None:
        """Ask for a ledger and open it."""
        path = files.ask_open_file(self._window, self.tr("打开台账"), self._start_folder(), self._ledger_file_filter())
        if path is not None:
            self.open_at_last_place(path)

    def open_at_last_place(self, path: Path) -> None:
        """Open that ledger at the place where it was left; say why when that is impossible."""
        path = path.absolute()
        is_lost = self._rescue.is_lost
        if (self._is_open(path) and not (self._document.read_only or is_lost)) or not self.may_leave():
            return
        try:
            self.save_current_place()
            if is_lost and self._is_open(path):
                # Something else may have that name by now; the lock on it is still that of the lost one.
                self._document.close_ledger()
            with without_collector():
                self._document.open_ledger(path)
                self._show_opened_ledger()
        except SelfEvalError as error:
            self._show_open_error(errors.error_sentence(error))
            self.refused.emit(path, error)

    def reopen_for_writing(self, *, take_over: bool = False) -> None:
        """Try to have for writing what is only read, at the place where the user is."""
        ledger = self._document.ledger
        if ledger is None:
            return
        with self._document.reporting_errors():
            self.save_current_place()
            self._document.open_ledger(ledger.store.path, take_over=take_over)
            self._show_opened_ledger()
            if self._document.read_only:
                self._document.messages.show_message(self.tr("现在还不能编辑。"), "hint")

    def take_over(self) -> None:
        """Write, though another PC left its lock: nobody uses the ledger there."""
        self.reopen_for_writing(take_over=True)

    @does("actionExamples")
    def open_practice_ledger(self) -> None:
        """Open the practice ledger with the examples; it is made on first use."""
        services = self._document.services
        if not services.practice.exists():
            with self._document.reporting_errors():
                examples = [evaluate_draft(form, services.templates) for form in services.examples()]
                services.ledgers.create_ledger_file(services.practice, examples).close()
        self.open_at_last_place(services.practice)

    @does("actionCloseLedger")
    def return_to_start_page(self) -> None:
        """Close the ledger and go back to the start page."""
        if self.may_leave():
            self.save_current_place()
            self._document.close_ledger()
            self._start.show_problem("")

    def may_leave(self) -> bool:
        """Whether everything is stored, or the user gave up what could not be."""
        may_leave = self._may_leave()
        if may_leave and self._document.ledger is not None:
            self.leaving.emit()
        return may_leave

    def _may_leave(self) -> bool:
        while not (self._rescue.is_final or self._save_before_leaving()):
            error = self._document.autosave.state.error
            if isinstance(error, ChangedElsewhere):
                if not self.resolve_conflict():
                    return False
                continue
            sentence = errors.error_sentence(error) if error else self._fault_sentence()
            match ask_after_failed_save(sentence, self._window):
                case SaveFailedChoice.SAVE_ELSEWHERE if self.save_to_new_ledger():
                    return True
                case SaveFailedChoice.GIVE_UP:
                    return True
                case SaveFailedChoice.STAY:
                    return False
        return self._rescue.is_final or self._rescue.is_ledger_copied or self._ledger_copy.may_leave_ledger()

    def _save_before_leaving(self) -> bool:
        """False, too, where the last try ended in a fault of the program, which would come again."""
        failed_before, self._has_failed = self._has_failed, True
        if failed_before and self._document.autosave.state.saving is not Saving.SAVED:
            self._has_failed = False
            return self._rescue.is_form_copied
        settled = self._document.flush()
        self._has_failed = False
        return settled or self._rescue.is_form_copied

    def _fault_sentence(self) -> str:
        return self.tr("程序出了错，这个台账暂时存不进去。可以另存为一个新台账。")

    def current_place(self) -> LedgerPosition | None:
        """The open form, page and cell of the open ledger; None while none is open."""
        ledger, state = self._document.ledger, self._document.form
        if ledger is None:
            return None
        field = self._workspace.current_field()
        return LedgerPosition(
            ledger=str(ledger.store.path),
            form_id=state.form_id if state else None,
            tab=self._workspace.tabs.currentIndex(),
            field=str(field) if field else "",
        )

    def save_current_place(self) -> None:
        """Note where the user is, for the next time."""
        place, settings = self.current_place(), self._document.services.settings
        if place is not None:
            settings.change_settings(places=settings.load_settings().with_position(place).places)

    def _show_opened_ledger(self) -> None:
        ledger = self._document.ledger
        assert ledger is not None
        path = ledger.store.path
        self._document.messages.clear_message()
        settings = self._document.services.settings.load_settings()
        place = settings.position_in(path) or LedgerPosition(str(path))
        self._document.services.settings.change_settings(
            places=settings.with_position(place).places, folder=str(path.parent)
        )
        form_ids = [summary.form_id for summary in ledger.summaries]
        if form_ids:
            self._document.show_form(place.form_id if place.form_id in form_ids else form_ids[0])
            self._restore_place(place)
        self.arrived.emit(path)

    def _restore_place(self, place: LedgerPosition) -> None:
        self._workspace.show_tab(place.tab)
        with suppress(ValueError):
            if place.field and place.tab < self._workspace.tabs.count() - 1:
                self._workspace.show_field(FieldRef.parse(place.field))

    def _show_open_error(self, sentence: str) -> None:
        if self._document.ledger is None:
            self._start.show_problem(sentence)
        else:
            self._document.messages.show_message(sentence, "error")

    def save_to_new_ledger(self) -> bool:
        """Put the open form into a new ledger of its own, or all where the old one is lost; whether that was done."""
        if isinstance(self._document.autosave.state.error, LostLedger | DamagedLedger):
            return self._ledger_copy.save_copy_and_open()
        path = self._ask_new_file(self.tr("另存为"), self.tr("未保存的表"))
        if path is None or self._document.form is None:
            return False
        try:
            self._rescue.save_form_copy(path)
        except SelfEvalError as error:
            self._document.messages.show_message(errors.error_sentence(error), "error")
            return False
        return True

    def _is_open(self, path: Path) -> bool:
        """Whether that leads to the open ledger, by whatever name; the file is not opened for it."""
        if self._document.ledger is None:
            return False
        own = self._document.ledger.store.path
        try:
            return own.samefile(path)
        except OSError:
            return own == path

    def _ask_new_file(self, title: str, name: str) -> Path | None:
        """Where a new ledger goes, with its ending; `name` is proposed."""
        start = self._start_folder() / f"{name}{ENDING}"
        path = files.ask_save_file(self._window, title, start, self._ledger_file_filter())
        return None if path is None else files.with_ending(path, ENDING)

    def _start_folder(self) -> Path:
        return Path(self._document.services.settings.load_settings().folder or Path.home())

    def _ledger_file_filter(self) -> str:
        return self.tr("台账 (*{0})").format(ENDING)
