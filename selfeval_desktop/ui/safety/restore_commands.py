"""Ledgers made of backups: when the user asks, and as a way on when a ledger cannot be opened."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.backups import sets_of_ledger
from selfeval_desktop.app.errors import DamagedLedger, FileExists, MissingFile, NotALedger, SelfEvalError
from selfeval_desktop.app.ports.safety import Backup, BackupReason, BackupSet, ContentsReader, LedgerContents
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.task_queue import TaskQueue
from selfeval_desktop.ui.safety import backup_words as words
from selfeval_desktop.ui.safety.ledger_commands import LedgerCommands
from selfeval_desktop.ui.safety.restore_dialog import RestoreDialog, RestoreInput, RestoreRequest
from selfeval_desktop.ui.safety.start_page import StartPage
from selfeval_desktop.wording import errors

_ABOUT = "restored"
_MOST_OFFERS = 3
_LOST = (DamagedLedger, MissingFile, NotALedger)


class RestoreCommands(QObject):
    """A restored ledger is always new: nothing that exists is replaced, so that a wrong one costs nothing."""

    def __init__(
        self, document: Document, ledgers: LedgerCommands, start: StartPage, tasks: TaskQueue, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._ledgers, self._start = document, ledgers, start
        self._task_queue, self._window = tasks, window
        ledgers.refused.connect(self._offer_last_backups)

    @does("actionRestore")
    def ask_backup_to_restore(self) -> None:
        """Ask for one of the open ledger's backups, or any other, and open what comes of it."""
        ledger = self._document.ledger
        # What cannot be stored is asked about before anything takes its place.
        self._document.flush()
        if ledger is None:
            places = self._document.services.settings.load_settings().places
            self._show_restore_dialog(Path(places[0].ledger) if places else Path.home() / "-", None)
        else:
            self._show_restore_dialog(ledger.store.path, None)

    def _offer_last_backups(self, path: Path, error: SelfEvalError) -> None:
        """The way on from a ledger that cannot be opened: its last backups, if it has any."""
        if not isinstance(error, _LOST):
            return
        found = sets_of_ledger(self._document.services.backups.backup_sets(), path)
        # Of one ledger in their own order, which no clock can change.
        newest = [each for one in found for each in one.backups]
        if len(found) > 1:
            newest.sort(key=_backup_time_key, reverse=True)
        now = datetime.now().astimezone().replace(tzinfo=None)
        offers: list[MessageOffer] = [
            (words.restore_button_text(backup, now), partial(self._show_restore_dialog, path, backup))
            for backup in newest[:_MOST_OFFERS]
        ]
        if self._document.ledger is None:
            self._start.offer_backups(offers)
            self._start.focus_first_choice()
        elif offers:
            self._document.messages.show_message(errors.error_sentence(error), "error", offers[:1])

    def _show_restore_dialog(self, path: Path, backup: Backup | None) -> None:
        """Show the backups of the ledger at that path, and do what is wanted with one of them."""
        backups = self._document.services.backups
        present, sets = self._open_ledger_contents(), [each for each in backups.backup_sets() if each.backups]
        own = sets_of_ledger(sets, path, present.document if present else "")
        offer = RestoreInput(sets, _preselected_backup_set(own, backup), backup, present, self._proposed_folder(path))
        with backups.contents_reader() as read_contents:
            dialog = RestoreDialog(offer, partial(self._read_backup, read_contents), self._window)
            order = dialog.ask_for(dialog.restore_request)
        if order is not None:
            with self._document.reporting_errors():
                self._restore_backup(order)

    def _read_backup(self, read_contents: ContentsReader, path: Path) -> LedgerContents:
        with self._document.progress.show_progress(self.tr("正在读取备份…")) as watch:
            return read_contents(path, watch)

    def _restore_backup(self, order: RestoreRequest) -> None:
        backups, before = self._document.services.backups, self._document.ledger
        target = order.target.absolute()
        former = before.store.path if before else None
        if target == former:
            raise FileExists(target)
        self._document.backupWanted.emit(BackupReason.BEFORE_RESTORE)
        text = self.tr("正在恢复…")
        self._task_queue.run_and_wait(text, lambda progress: backups.restore_ledger(order.backup, target, progress))
        self._ledgers.open_at_last_place(target)
        offers: list[MessageOffer] = []
        if self._document.ledger is None or self._document.ledger.store.path != target:
            offers = [(self.tr("打开 {0}").format(target.name), partial(self._ledgers.open_at_last_place, target))]
            told = self.tr("已恢复成 {0}，还没有打开。备份没有改动。").format(target)
            self._document.messages.show_message(told, "hint", offers, about=_ABOUT)
            return
        told = self.tr("已恢复成 {0}，备份没有改动。").format(target)
        if former is not None:
            told = self.tr("已恢复成 {0}。原来的台账 {1} 没有改动。").format(target, former.name)
            offers = [(self.tr("回到原来的台账"), partial(self._ledgers.open_at_last_place, former))]
        self._document.messages.show_message(told, "ok", offers, about=_ABOUT)

    def _open_ledger_contents(self) -> LedgerContents | None:
        """What the open ledger holds; None without one, or where it cannot be read."""
        if self._document.ledger is None:
            return None
        try:
            return self._document.services.backups.read_contents(self._document.ledger.store.path)
        except SelfEvalError:
            return None

    def _proposed_folder(self, path: Path) -> Path:
        """Beside the ledger, where its folder is still there."""
        if path.parent.is_dir():
            return path.parent
        return Path(self._document.services.settings.load_settings().folder or Path.home())


def _preselected_backup_set(own: tuple[BackupSet, ...], backup: Backup | None) -> BackupSet | None:
    """The backups that hold the one asked for, else the first of the ledger."""
    return next((each for each in own if backup in each.backups), own[0] if own else None)


def _backup_time_key(backup: Backup) -> tuple[datetime, int]:
    return backup.moment, backup.sequence
