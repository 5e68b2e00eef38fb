"""The page of an open ledger: the list of forms on the left, the work area on the right, and what connects them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QSplitter

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.app.services import Services
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document import form_words
from selfeval_desktop.ui.document.digest_watch import DigestWatch
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import STEP
from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.document.form_list_model import FormsModel
from selfeval_desktop.ui.filling.questions import InputQuestions
from selfeval_desktop.ui.frame import menu_table
from selfeval_desktop.ui.frame.actions import Actions
from selfeval_desktop.ui.frame.commands import CommandGroups, WindowParts
from selfeval_desktop.ui.frame.menu_table import Need
from selfeval_desktop.ui.frame.status_line import SavingNotice, StatusLine
from selfeval_desktop.ui.frame.work_area import WorkArea
from selfeval_desktop.ui.help.about_commands import AboutCommands
from selfeval_desktop.ui.help.help_panel import HelpPanel, SideColumn
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageBar
from selfeval_desktop.ui.kit.window_room import WindowRoom
from selfeval_desktop.ui.printing.stale_paper_watch import StalePaperWatch
from selfeval_desktop.ui.safety.access_watch import AccessWatch
from selfeval_desktop.ui.safety.crash_recovery import CrashRecovery
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from selfeval_desktop.ui.safety.program_faults import FaultReports
from selfeval_desktop.ui.safety.session_end import SessionEnd, close_dialogs
from selfeval_desktop.ui.safety.size_watch import SizeWatch
from selfeval_desktop.ui.safety.start_page import StartPage

_NARROWEST_LIST = 230


@dataclass(frozen=True, slots=True)
class WindowShell:
    """What the window shows before it knows of ledgers, and keeps around the work."""

    window: QMainWindow
    actions: Actions
    messages: MessageBar
    start: StartPage
    status: StatusLine


class LedgerPage(QSplitter):
    """The page that shows an open ledger. `document` is its state; widgets only show it."""

    def __init__(self, frame: WindowShell, services: Services) -> None:
        super().__init__(Qt.Orientation.Horizontal, frame.window)
        self._window, self._actions, self._messages = frame.window, frame.actions, frame.messages
        self._status = frame.status
        self._services = services
        self._room = WindowRoom()
        self.document = Document(services, self._messages, self._window)
        self._model = FormsModel(self)
        self._forms = FormList(self._model, self._actions.named(menu_table.FORM_MENU), self)
        self.work_area = WorkArea(self.document, self)
        self._workspace = self.work_area.workspace
        self._help_panel = HelpPanel(self)
        self._side_column = SideColumn(self._forms, self._help_panel, self)
        self._commands = CommandGroups(self._command_parts(frame.start))
        self.columns = self._commands.columns
        self._questions = InputQuestions(self.document, self._workspace, self)
        self._paper_watch = StalePaperWatch(self.document, self)
        DigestWatch(self.document, self)
        SizeWatch(self.document, self)
        self._access = AccessWatch(self.document, self.ledger_commands, self.work_area.access_bar, self._window)
        self._faults = FaultReports(self.document, self.ledger_commands.save_to_new_ledger, self._window)
        SavingNotice(self.document, self._status, self._access, self._window)
        emergency_save = self._commands.rescue
        self._session_end = SessionEnd(
            emergency_save.save_everything, emergency_save.save_before_exit, self._window.close, self
        )
        self._lay_out()
        self._connect_signals()
        self._actions.connect_commands(self, *self.command_groups)
        self._actions.connect_undo_stack(self.document.steps.stack)
        self._actions["actionFormList"].setChecked(True)
        self._restore_layout()
        self._show_ledger()
        self._faults.install_hooks()
        self._session_end.start_watching()

    @property
    def ledger_commands(self) -> LedgerCommands:
        """Opening and leaving ledgers."""
        return self._commands.ledgers

    @property
    def command_groups(self) -> tuple[QObject, ...]:
        """The objects with methods for actions, other than this page and the window."""
        return (self.work_area.preview, self.work_area, *self._commands.groups)

    @property
    def crash_recovery(self) -> CrashRecovery:
        """How the last runs ended."""
        return self._commands.crash_recovery

    @property
    def about_commands(self) -> AboutCommands:
        """What tells of the program itself."""
        return self._commands.about

    def _command_parts(self, start: StartPage) -> WindowParts:
        return WindowParts(
            window=self._window,
            document=self.document,
            start=start,
            status=self._status,
            forms=self._forms,
            workspace=self._workspace,
            problems=self.work_area.problems,
            side_column=self._side_column,
            help_panel=self._help_panel,
            listed=lambda: [form.form_id for form in self._model.shown_forms()],
            show_problems=self._show_problems,
        )

    def leave_ledger(self) -> bool:
        """Store everything, remember where the user is and let go of the ledger; False to stay."""
        if not self._commands.may_leave(self._window.close):
            return False
        close_dialogs()
        if not self.ledger_commands.may_leave():
            return False
        self.ledger_commands.save_current_place()
        self._remember_layout()
        self.document.close_ledger()
        self._commands.tasks.cancel_all_tasks()
        self._session_end.stop_watching()
        self._faults.restore_hooks()
        self.crash_recovery.mark_clean_end()
        return True

    def take_dropped_files(self, paths: Sequence[Path]) -> None:
        """Open a ledger among these files, or import them into the open one."""
        ledgers = [path for path in paths if path.suffix.lower() == ENDING]
        if ledgers:
            self.ledger_commands.open_at_last_place(ledgers[0])
        elif self.document.ledger is None:
            self._messages.show_message(
                self.tr("文件没有导入：还没有打开台账。请先新建或打开一个台账，再把文件拖进来。"), "warning"
            )
        elif self.document.read_only:
            self._messages.show_message(self.tr("文件没有导入：台账是只读打开的，不能修改。"), "warning")
        else:
            self._commands.imports.import_paths(paths)

    def fit_to(self, room: WindowRoom) -> None:
        """Show as much as the window has room for: in a narrow one the list of forms and the form take turns."""
        if room.narrow != self._room.narrow:
            self._actions["actionFormList"].setChecked(not room.narrow)
        self._room = room
        self.work_area.fit_to(room)
        self.show_form_list(self._actions["actionFormList"].isChecked())

    @does("actionFormList")
    def show_form_list(self, shown: bool) -> None:
        """Show the list of forms, in a narrow window in place of the form, or put it away."""
        self._side_column.show_list(shown)
        self.work_area.setVisible(not (shown and self._room.narrow))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else had a use for puts the help away."""
        if event.key() == Qt.Key.Key_Escape and not self._help_panel.isHidden():
            self._close_help()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.addWidget(self._side_column)
        self.addWidget(self.work_area)
        self.setStretchFactor(1, 1)
        width = self._window.width()
        self.setSizes([max(_NARROWEST_LIST, width // 5), width - width // 5])
        self.setChildrenCollapsible(False)
        self.work_area.set_actions(self._actions)

    def _connect_signals(self) -> None:
        document = self.document
        document.ledgerChanged.connect(self._show_ledger)
        document.listChanged.connect(self._show_list)
        document.formShown.connect(self._show_form)
        document.steps.stack.indexChanged.connect(lambda: self._messages.clear_message(about=STEP))
        document.formShown.connect(self._messages.clear_passing_message)
        self._workspace.tabs.currentChanged.connect(self._messages.clear_passing_message)
        self._forms.chosen.connect(self._open_chosen_form)
        self._forms.view.clicked.connect(self._return_to_form)
        self._forms.view.activated.connect(self._return_to_form)
        self._paper_watch.staleChanged.connect(self._workspace.banner.show_stale)
        self._help_panel.close_button.clicked.connect(self._close_help)
        document.paperChanged.connect(self._show_paper)
        library = self._commands.library
        library.rowChanged.connect(lambda: self._actions.set_action_enabled("actionReasons", library.has_row))

    def _show_ledger(self) -> None:
        self._show_list()
        self._show_form(self.document.form)

    def _show_list(self) -> None:
        ledger = self.document.ledger
        units = [unit.name for unit in ledger.units] if ledger else []
        self._model.show_summaries(ledger.summaries if ledger else (), units)
        if self.document.form is not None:
            self._model.update_open_form(self.document.form)
        self._show_returned()

    def _show_returned(self) -> None:
        """Say beside the pages that the open form was returned, as long as comments are left."""
        state = self.document.form
        summary = self._model.summary_of(state.form_id) if state else None
        left = summary.comments if summary else 0
        self._workspace.returned.show_left(form_words.returned_notice(left) if left else "")

    def _show_form(self, state: FormState | None) -> None:
        present: set[Need] = {""}
        present |= {"ledger"} if self.document.ledger else set()
        present |= {"form"} if state else set()
        present |= {"row"} if self._commands.library.has_row else set()
        self._actions.set_read_only(self.document.read_only)
        self._actions.enable_by_need(present)
        self.work_area.show_form_or_hint(has_form=state is not None, has_forms=bool(self._model.forms))
        self._status.show_form(state)
        self._workspace.show_badges(state)
        if state is not None:
            self._model.update_open_form(state)
            self._show_paper()
        else:
            self._close_help()
        self._show_returned()
        self._forms.mark_open_form(state.form_id if state else None)

    def _show_problems(self) -> None:
        self._actions["actionProblems"].setChecked(True)
        self.work_area.show_problem_list(True)

    def _show_paper(self) -> None:
        state = self.document.form
        if state is not None:
            has_signature = self.document.paperwork.has_signature(state.template)
            self._actions.set_action_checked("actionSignature", has_signature)
            self._workspace.funds.show_signature(printed=has_signature)

    def _open_chosen_form(self, form_id: int) -> None:
        self.document.show_form(form_id)
        self._forms.mark_open_form(self.document.form.form_id if self.document.form else None)
        self._return_to_form()

    def _return_to_form(self) -> None:
        """In a narrow window the list goes once a form was chosen from it."""
        if self._room.narrow:
            self._actions["actionFormList"].setChecked(False)

    @does("actionNewForm")
    def begin_new_form(self) -> None:
        """A blank form, filled in from its first page on."""
        self._return_to_form()
        self._workspace.show_tab(0)
        self._commands.forms.add_new_form()
        self._workspace.show_field(FieldRef.head("project_name"))

    @does("actionDuplicateForm")
    def begin_duplicate_form(self) -> None:
        """The open form once more, to be given another name."""
        self._commands.forms.duplicate_form()
        self._workspace.show_field(FieldRef.head("project_name"))

    @does("actionAnswer")
    def focus_message(self) -> None:
        """Put the keyboard into the message above the form, where it can be answered."""
        if self._messages.isHidden():
            self.work_area.access_bar.focus_first_button()
        else:
            self._messages.focus_first_button()

    @does("actionFind")
    def focus_form_search(self) -> None:
        """Put the keyboard into the search of the form list."""
        if self._side_column.hides_list:
            self._close_help()
        self._actions["actionFormList"].setChecked(True)
        self._forms.focus_search()

    def _close_help(self) -> None:
        self._actions["actionFieldHelp"].setChecked(False)

    def _restore_layout(self) -> None:
        settings = self._services.settings.load_settings()
        for splitter, kept in zip(self._splitters(), settings.layout.split(":"), strict=False):
            splitter.restoreState(QByteArray.fromBase64(kept.encode("ascii", errors="replace")))
        # Once the window has given it its height.
        QTimer.singleShot(0, self.work_area, self.work_area.remember_list_height)
        self._actions["actionProblems"].setChecked(settings.problems)
        self.work_area.show_problem_list(settings.problems)

    def _remember_layout(self) -> None:
        self.work_area.unfold_problems()
        states = [bytes(splitter.saveState().toBase64().data()) for splitter in self._splitters()]
        self._services.settings.change_settings(
            layout=b":".join(states).decode("ascii"), problems=self._actions["actionProblems"].isChecked()
        )

    def _splitters(self) -> tuple[QSplitter, QSplitter]:
        return self, self.work_area.splitter
