"""The work on an open ledger: form list, workspace and problem list, and what each action does with them."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from selfeval_desktop.app.ledger.session import FormState, ShowForm
from selfeval_desktop.app.ports import UndoableStep
from selfeval_desktop.app.services import Services
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.over_time.differences import changed_cells
from selfeval_desktop.ui.checking.problem_list import ProblemList
from selfeval_desktop.ui.document.digest_watch import DigestWatch
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import STEP
from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.document.form_list_model import FormsModel
from selfeval_desktop.ui.filling.questions import InputQuestions
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.frame import menu_table
from selfeval_desktop.ui.frame.actions import Actions
from selfeval_desktop.ui.frame.commands import CommandGroups, WindowParts
from selfeval_desktop.ui.frame.menu_table import Need
from selfeval_desktop.ui.frame.status_line import StatusLine
from selfeval_desktop.ui.frame.window_notices import SavingNotice, WindowTitle
from selfeval_desktop.ui.help.help_panel import HelpPanel
from selfeval_desktop.ui.help.side_column import SideColumn
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.commands import does, limit_shortcuts_to_page
from selfeval_desktop.ui.kit.focus_return import FocusReturn
from selfeval_desktop.ui.kit.message_bar import MessageBar
from selfeval_desktop.ui.kit.widget_names import name_widget
from selfeval_desktop.ui.printing.preview_tab import PreviewTab
from selfeval_desktop.ui.printing.stale_paper_watch import StalePaperWatch
from selfeval_desktop.ui.safety.access_watch import AccessWatch, make_access_bar
from selfeval_desktop.ui.safety.crash_recovery import CrashRecovery
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from selfeval_desktop.ui.safety.program_faults import FaultReports
from selfeval_desktop.ui.safety.session_end import SessionEnd, close_dialogs
from selfeval_desktop.ui.safety.start_page import StartPage

_IDLE_MS = 400
_NARROWEST_LIST = 230
_LOWEST_LIST = 40
_BELOW_LIST = 6
_LOW_WINDOW = 560
_FEW_PROBLEMS = 2
"""How many lines of the problem list a low window begins with, such as 1366×768 at 150%."""


@dataclass(frozen=True, slots=True)
class WindowShell:
    """What the window shows before it knows of ledgers, and keeps around the work."""

    window: QMainWindow
    actions: Actions
    messages: MessageBar
    start: StartPage
    status: StatusLine


class LedgerPage(QSplitter):
    """The page that shows an open ledger. `desk` is its state; widgets only show it."""

    def __init__(self, frame: WindowShell, services: Services) -> None:
        super().__init__(Qt.Orientation.Horizontal, frame.window)
        self._window, self._actions, self._messages = frame.window, frame.actions, frame.messages
        self._status = frame.status
        self._services = services
        self.document = Document(services, self._messages, self._window)
        self._model = FormsModel(self)
        self._forms = FormList(self._model, self._actions.named(menu_table.FORM_MENU), self)
        self._preview = PreviewTab(self.document.session, self.document.form_pages, self)
        self._workspace = Workspace(self.document, self._preview, self)
        self._problems = ProblemList(self.document.session, self)
        self.document.autosave.watch_widget(self._workspace)
        self._empty = name_widget(QLabel(self), "emptyLedger", self.tr("没有自评表"))
        self._empty.setText(
            self.tr(
                "这个台账还没有自评表。按 Ctrl+N 新建，用“导入”从文件读入，或复制整张表后按 Ctrl+Shift+V 粘贴。"
            )
        )
        self._help_panel = HelpPanel(self)
        self._side_column = SideColumn(self._forms, self._help_panel, self)
        self._commands = CommandGroups(self._command_parts(frame.start))
        self.columns = self._commands.columns
        self._questions = InputQuestions(self.document, self._workspace, self)
        self._paper_watch = StalePaperWatch(self.document, self)
        DigestWatch(self.document, self)
        self._banner = make_access_bar(self)
        self._access = AccessWatch(self.document, self.ledger_commands, self._banner, self._window)
        self._focus_return = FocusReturn()
        self._faults = FaultReports(self.document, self.ledger_commands.save_to_new_ledger, self._window)
        WindowTitle(self.document, self._window)
        SavingNotice(self.document, self._status, self._access, self._window)
        emergency_save = self._commands.rescue
        self._session_end = SessionEnd(
            emergency_save.save_everything, emergency_save.save_before_exit, self._window.close, self
        )
        self._lay_out()
        self._connect_signals()
        self._actions.connect_commands(self, *self.command_groups)
        self._actions.connect_undo_stack(self.document.steps.stack)
        self._restore_layout()
        self._show_ledger()
        self._start_watches()

    @property
    def ledger_commands(self) -> LedgerCommands:
        """Opening and leaving ledgers."""
        return self._commands.ledgers

    @property
    def command_groups(self) -> tuple[QObject, ...]:
        """All that have a method for an action, beside this page and the window."""
        return (self._preview, *self._commands.groups)

    @property
    def crash_recovery(self) -> CrashRecovery:
        """How the last runs ended."""
        return self._commands.crash_recovery

    def _command_parts(self, start: StartPage) -> WindowParts:
        return WindowParts(
            window=self._window,
            document=self.document,
            start=start,
            status=self._status,
            forms=self._forms,
            workspace=self._workspace,
            problems=self._problems,
            side_column=self._side_column,
            help_panel=self._help_panel,
            listed=lambda: [form.form_id for form in self._model.shown_forms()],
            show_problems=lambda: self._actions["actionProblems"].setChecked(True),
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
        self._idle.stop()
        self._session_end.stop_watching()
        self._faults.restore_hooks()
        self.crash_recovery.mark_clean_end()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else had a use for puts the help away."""
        if event.key() == Qt.Key.Key_Escape and not self._help_panel.isHidden():
            self._close_help()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._lower = QWidget(self)
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(10, 0, 10, _BELOW_LIST)
        lower.addWidget(self._problems)
        self._problems.view.setMinimumHeight(_LOWEST_LIST)
        self._upright = QSplitter(Qt.Orientation.Vertical, self)
        self._upright.addWidget(self._workspace)
        self._upright.addWidget(self._lower)
        self._upright.setStretchFactor(0, 1)
        height, width = self._window.height(), self._window.width()
        problems = (
            height // 6 if height >= _LOW_WINDOW else self._problems.height_of(_FEW_PROBLEMS) + _BELOW_LIST
        )
        self._upright.setSizes([height - problems, problems])
        self._upright.setChildrenCollapsible(False)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        theme.set_style_property(self._empty, "tone", "muted")
        self.addWidget(self._side_column)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._upright)
        self._pages.addWidget(self._empty)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._banner)
        beside.addWidget(self._pages, 1)
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        self.setSizes([max(_NARROWEST_LIST, width // 5), width - width // 5])
        self.setChildrenCollapsible(False)
        rows = self._actions.named(menu_table.ROW_ACTIONS)
        self._workspace.indicators.set_row_actions(rows)
        self._problems.set_actions(
            self._actions["actionExplain"], self._actions.named(menu_table.PROBLEM_MENU)
        )
        self._workspace.indicators.table.addActions(self._actions.named(menu_table.ROW_PICKS))
        for table in (self._workspace.indicators.table, self._workspace.funds.table):
            table.addActions(self._actions.named(menu_table.CELL_MENU))
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for page, names in (
            (self._workspace.indicators, menu_table.ROW_KEYS),
            (self._preview, menu_table.ZOOMS),
        ):
            limit_shortcuts_to_page(page, self._actions.named(names))

    def _connect_signals(self) -> None:
        document = self.document
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._remember_focus)
        document.ledgerChanged.connect(self._show_ledger)
        document.listChanged.connect(self._show_list)
        document.formShown.connect(self._show_form)
        document.steps.moved.connect(self._show_changed_cell)
        document.steps.stack.indexChanged.connect(lambda: self._messages.clear_message(about=STEP))
        document.formShown.connect(self._messages.clear_passing_message)
        self._workspace.tabs.currentChanged.connect(self._messages.clear_passing_message)
        self._forms.chosen.connect(self._open_chosen_form)
        self._paper_watch.staleChanged.connect(self._workspace.banner.show_stale)
        self._help_panel.close_button.clicked.connect(self._close_help)
        document.paperChanged.connect(self._show_paper)
        document.paperChanged.connect(self._preview.redraw_pages)
        self._preview.fieldChosen.connect(self._workspace.show_field)
        self._preview.inViewWanted.connect(self._workspace.show_preview)
        self._commands.library.rowChanged.connect(self._update_reasons_action)

    def _show_ledger(self) -> None:
        self._show_list()
        self._show_form(self.document.form)

    def _show_list(self) -> None:
        ledger = self.document.ledger
        units = [unit.name for unit in ledger.units] if ledger else []
        self._model.show_summaries(ledger.summaries if ledger else (), units)
        if self.document.form is not None:
            self._model.update_open_form(self.document.form)

    def _show_form(self, state: FormState | None) -> None:
        present: set[Need] = {""}
        present |= {"ledger"} if self.document.ledger else set()
        present |= {"form"} if state else set()
        present |= {"row"} if self._commands.library.has_row else set()
        self._actions.set_read_only(self.document.read_only)
        self._actions.enable_by_need(present)
        self._show_form_or_empty_page(has_form=state is not None)
        self._status.show_form(state)
        self._workspace.show_badges(state)
        if state is not None:
            self._model.update_open_form(state)
            self._show_paper()
        else:
            self._close_help()
        self._forms.mark_open_form(state.form_id if state else None)

    def _remember_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Where the keyboard is in the open form; without one it goes from box to box as these are disabled."""
        if self.document.form is not None and now is not None and self._upright.isAncestorOf(now):
            self._focus_return = FocusReturn()

    def _show_form_or_empty_page(self, *, has_form: bool) -> None:
        had_form = self._upright.isEnabled()
        self._upright.setEnabled(has_form)
        self._pages.setCurrentWidget(self._upright if has_form or self._model.forms else self._empty)
        if has_form and not had_form:
            # Its boxes hear of the form later than this.
            QTimer.singleShot(0, self, self._return_focus)

    def _return_focus(self) -> None:
        """The keyboard comes back with the next form, unless it has gone elsewhere in the work."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._focus_return.restore_focus()

    def _update_reasons_action(self) -> None:
        self._actions.set_action_enabled("actionReasons", self._commands.library.has_row)

    def _show_paper(self) -> None:
        state = self.document.form
        if state is not None:
            has_signature = self.document.paperwork.has_signature(state.template)
            self._actions.set_action_checked("actionSignature", has_signature)
            self._workspace.funds.show_signature(printed=has_signature)

    def _open_chosen_form(self, form_id: int) -> None:
        self.document.show_form(form_id)
        self._forms.mark_open_form(self.document.form.form_id if self.document.form else None)

    def _show_changed_cell(self, step: UndoableStep) -> None:
        """Undo and redo show what they changed."""
        state = self.document.form
        if isinstance(step, ShowForm) and state is not None:
            other = step.before if state.form.same_as(step.after) else step.after
            field = next(iter(changed_cells(other, state.form)), None)
            if field is not None:
                self._workspace.show_field(field)

    @does("actionNewForm")
    def begin_new_form(self) -> None:
        """A blank form, filled in from its first page on."""
        self._workspace.show_tab(0)
        self._commands.forms.add_new_form()
        self._workspace.show_field(FieldRef.head("project_name"))

    @does("actionDuplicateForm")
    def begin_duplicate_form(self) -> None:
        """The open form once more, to be given another name."""
        self._commands.forms.duplicate_form()
        self._workspace.show_field(FieldRef.head("project_name"))

    @does("actionProblems")
    def show_problem_list(self, shown: bool) -> None:
        """Show the problem list below the form, or put it away."""
        self._lower.setVisible(shown)

    @does("actionAnswer")
    def focus_message(self) -> None:
        """Put the keyboard into the message above the form, where it can be answered."""
        if self._messages.isHidden():
            self._banner.focus_first_button()
        else:
            self._messages.focus_first_button()

    @does("actionFind")
    def focus_form_search(self) -> None:
        """Put the keyboard into the search of the form list."""
        if self._side_column.hides_list:
            self._close_help()
        self._forms.focus_search()

    def _close_help(self) -> None:
        self._actions["actionFieldHelp"].setChecked(False)

    def _start_watches(self) -> None:
        self._faults.install_hooks()
        self._session_end.start_watching()
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._preload_modules)
        self._idle.start()

    def _preload_modules(self) -> None:
        if not self._services.preload():
            self._idle.stop()

    def _restore_layout(self) -> None:
        settings = self._services.settings.load_settings()
        for splitter, kept in zip((self, self._upright), settings.layout.split(":"), strict=False):
            splitter.restoreState(_layout_state(kept))
        self._actions["actionProblems"].setChecked(settings.problems)
        self._lower.setVisible(settings.problems)

    def _remember_layout(self) -> None:
        self._services.settings.change_settings(
            layout=":".join(_layout_text(splitter.saveState()) for splitter in (self, self._upright)),
            problems=self._actions["actionProblems"].isChecked(),
        )


def _layout_text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _layout_state(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", errors="replace"))
