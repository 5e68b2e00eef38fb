"""All command classes, made and joined to the parts of the window that they work with."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from selfeval_desktop.ui.checking.check_commands import CheckCommands, ReviewCommands
from selfeval_desktop.ui.checking.ledger_check_commands import LedgerCheckCommands, VerifyCommands
from selfeval_desktop.ui.checking.problem_list import ProblemList
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.document.form_commands import FormCommands
from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.exchange.answer_commands import AnswerCommands
from selfeval_desktop.ui.exchange.block_commands import BlockCommands
from selfeval_desktop.ui.exchange.export_commands import ExportCommands
from selfeval_desktop.ui.exchange.finance_commands import FinanceCommands
from selfeval_desktop.ui.exchange.import_commands import ImportCommands
from selfeval_desktop.ui.exchange.package_commands import PackageCommands
from selfeval_desktop.ui.exchange.type_over_commands import TypeOverCommands
from selfeval_desktop.ui.filling.annotation_commands import AnnotationCommands
from selfeval_desktop.ui.filling.indicator_commands import ColumnCommands, RowCommands
from selfeval_desktop.ui.filling.library_commands import LibraryCommands
from selfeval_desktop.ui.filling.template_commands import TemplateCommands
from selfeval_desktop.ui.filling.text_commands import TextCommands
from selfeval_desktop.ui.filling.unit_commands import UnitCommands
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.frame.status_line import StatusLine
from selfeval_desktop.ui.help.about_commands import AboutCommands
from selfeval_desktop.ui.help.cursor_watch import CursorWatch
from selfeval_desktop.ui.help.help_commands import HelpCommands
from selfeval_desktop.ui.help.help_panel import HelpPanel, SideColumn
from selfeval_desktop.ui.help.last_year_commands import LastYearCommands, LastYearWatch
from selfeval_desktop.ui.kit.task_queue import TaskQueue
from selfeval_desktop.ui.printing.batch_commands import BatchCommands
from selfeval_desktop.ui.printing.delivery import Delivery
from selfeval_desktop.ui.printing.derived_printout_commands import DerivedPrintoutCommands
from selfeval_desktop.ui.printing.paper_check_commands import PaperCheckCommands
from selfeval_desktop.ui.printing.paper_commands import PaperCommands
from selfeval_desktop.ui.printing.print_commands import PrintCommands
from selfeval_desktop.ui.safety.backup_commands import BackupCommands
from selfeval_desktop.ui.safety.backup_scheduler import BackupScheduler
from selfeval_desktop.ui.safety.crash_recovery import CrashRecovery
from selfeval_desktop.ui.safety.handover_commands import HandOverCommands
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from selfeval_desktop.ui.safety.restore_commands import RestoreCommands
from selfeval_desktop.ui.safety.session_end import EmergencySave
from selfeval_desktop.ui.safety.start_page import StartPage
from selfeval_desktop.ui.safety.support_commands import SupportCommands
from selfeval_desktop.ui.years.carry_commands import CarryCommands
from selfeval_desktop.ui.years.history_commands import HistoryCommands


@dataclass(frozen=True, slots=True)
class WindowParts:
    """The parts of the window that actions work with; `listed` gives the ids of the forms in the list."""

    window: QMainWindow
    document: Document
    start: StartPage
    status: StatusLine
    forms: FormList
    workspace: Workspace
    problems: ProblemList
    side_column: SideColumn
    help_panel: HelpPanel
    listed: Callable[[], list[int]]
    show_problems: Callable[[], None]


class CommandGroups:
    """The commands of all rooms; those that the page or other commands use have an attribute."""

    def __init__(self, parts: WindowParts) -> None:
        document, workspace, window = parts.document, parts.workspace, parts.window
        self.forms = FormCommands(document, parts.forms, window)
        self._delivery, self.paper = Delivery(document, window), PaperCommands(document, window)
        printing = PrintCommands(document, self._delivery, self.paper, window)
        printouts = DerivedPrintoutCommands(document, self._delivery, printing, window)
        self.paper_check = PaperCheckCommands(document, workspace, printing.offer_printouts, window)
        self.library = LibraryCommands(document, workspace, window)
        self.columns = ColumnCommands(workspace.indicators, document.services.settings, window)
        self.rescue = EmergencySave(document)
        self.ledgers = LedgerCommands(document, parts.start, workspace, self.rescue, window)
        self.crash_recovery = CrashRecovery(document, self.ledgers.current_place, self.ledgers.open_at_last_place)
        self.tasks = TaskQueue(document.progress, window)
        self._safety = BackupScheduler(document, parts.status.backup, self.tasks, window)
        self._backups = BackupCommands(document, self._safety, self.tasks, window)
        self.imports = ImportCommands(document, parts.forms, window)
        self._answers = AnswerCommands(document, workspace, window)
        self._finance = FinanceCommands(document, window)
        self._handover = HandOverCommands(document, self.ledgers, window)
        self._verifying = VerifyCommands(document, window)
        self._support = SupportCommands(document, window)
        self.about = AboutCommands(document, window)
        self.groups: tuple[QObject, ...] = (
            *(document, workspace, parts.problems, self.forms, RowCommands(workspace), self.library),
            *(self.paper, printing, printouts, self.paper_check, self.ledgers, self._backups),
            *(self.imports, self._finance, self._handover, self._verifying, self._support, self.about),
            BatchCommands(document, self._delivery, printing, parts.listed),
            ExportCommands(document, self._delivery, parts.listed, window),
            PackageCommands(document, self._delivery, window),
            TypeOverCommands(document, self._delivery, printing, window),
            CarryCommands(document, parts.forms, parts.listed, window),
            RestoreCommands(document, self.ledgers, parts.start, self.tasks, window),
            BlockCommands(document, workspace, self.imports.import_form, window),
            self._answers,
            AnnotationCommands(document, workspace, window),
            HistoryCommands(document, workspace, window),
            TextCommands(document, workspace, window),
            UnitCommands(document, workspace.head, window),
            TemplateCommands(document, workspace.head, window),
            CheckCommands(document, workspace, parts.problems, parts.show_problems, window),
            ReviewCommands(document, workspace, printouts, window),
            LedgerCheckCommands(document, workspace, printouts, parts.listed, window),
            *_create_cursor_commands(parts),
        )
        """All that have a method for an action."""
        self._connect_signals(parts)

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether no background task is running; else ask to stop it, and call `leave` after it."""
        if self.rescue.is_final:
            self.tasks.cancel_all_tasks()
        return self.tasks.may_leave(leave)

    def _connect_signals(self, parts: WindowParts) -> None:
        workspace = parts.workspace
        workspace.banner.changesAsked.connect(self.paper_check.show_paper_changes)
        workspace.returned.commentsAsked.connect(self._answers.show_answers)
        parts.start.ledgerChosen.connect(self.ledgers.open_at_last_place)
        self.rescue.rescued.connect(self.crash_recovery.note_recovery_copy)
        self.ledgers.arrived.connect(self.crash_recovery.on_ledger_opened)
        self.ledgers.leaving.connect(self._safety.back_up_on_leaving)
        parts.status.backup.clicked.connect(self._backups.open_backup_folder)
        self.paper.previewWanted.connect(workspace.show_preview)


def _create_cursor_commands(parts: WindowParts) -> tuple[HelpCommands, LastYearCommands]:
    """What follows the cursor."""
    document, workspace = parts.document, parts.workspace
    cursor, last_year = CursorWatch(document, workspace), LastYearWatch(document, workspace)
    return (
        HelpCommands(document, workspace, parts.side_column, parts.help_panel, cursor, last_year),
        LastYearCommands(last_year, cursor, workspace, parts.status.show_last_year),
    )
