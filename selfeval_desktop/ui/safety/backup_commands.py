"""Backups that the user asks for: now, to a USB stick, and where they all lie."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.ports.backups import Backup, BackupReason
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does
from selfeval_desktop.ui.kit.message_bar import MessageOffer
from selfeval_desktop.ui.kit.task_queue import TaskQueue
from selfeval_desktop.ui.safety.backup_scheduler import BackupScheduler
from selfeval_desktop.ui.safety.removable_media import removable_drives
from selfeval_desktop.ui.safety.stick_dialog import StickDialog, StickInput
from selfeval_desktop.wording import errors

_ABOUT = "stick"


class BackupCommands(QObject):
    """The copy to a stick is made beside the work; it is the ledger as it was stored when that began."""

    def __init__(
        self, document: Document, safety: BackupScheduler, tasks: TaskQueue, window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._safety, self._tasks, self._window = document, safety, tasks, window

    @does("actionBackup")
    def back_up_now(self) -> None:
        """Store everything and make a backup at once."""
        if not self._document.flush():
            return
        self._safety.back_up_and_wait(BackupReason.BY_HAND)
        report = self._safety.backup_report
        if report is not None and report.failure is not None:
            self._document.messages.show_message(errors.error_sentence(report.failure), "error")
        elif report is not None and report.standing.newest is not None:
            text = self.tr("已备份到 {0}，读回核对无误。").format(report.standing.newest.path)
            self._document.messages.show_message(text, "ok")

    @does("actionBackupTo")
    def back_up_to_stick(self) -> None:
        """Copy the ledger to where it went last; ask where that is not there."""
        known = self._document.services.settings.load_settings().backup_place
        if self._document.flush():
            self._copy_or_ask(Path(known) if known else None)

    @does("actionBackupFolder")
    def open_backup_folder(self) -> None:
        """Show the backups in the system's own window."""
        folder = self._safety.backup_folder
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._document.messages.show_message(
                self.tr("还没有备份。备份会放在 {0}。").format(folder), "hint"
            )

    def _copy_or_ask(self, known: Path | None) -> None:
        if known is not None and known.is_dir():
            self._start_backup_copy(known)
        else:
            self._ask_backup_place()

    def _ask_backup_place(self) -> None:
        report = self._safety.backup_report
        known = self._document.services.settings.load_settings().backup_place
        away = report.standing.away if report else None
        dialog = StickDialog(StickInput(removable_drives, Path(known) if known else None, away), self._window)
        answer, place = dialog.exec(), dialog.chosen_folder()
        dialog.deleteLater()
        if answer == QDialog.DialogCode.Accepted and place is not None:
            self._document.services.settings.change_settings(backup_place=str(place))
            if self._document.flush():
                self._start_backup_copy(place)

    def _start_backup_copy(self, place: Path) -> None:
        ledger, backups = self._document.ledger, self._document.services.backups
        if ledger is None:
            return
        path, document = ledger.store.path, ledger.store.document_id
        text = self.tr("正在备份到 {0}。可以继续录入，先不要拔下U盘。").format(place)
        self._document.messages.show_message(text, "hint", about=_ABOUT)
        self._tasks.start_task(
            lambda progress: backups.copy_to_folder(path, place, progress, document),
            self._on_copy_done,
            partial(self._on_copy_failed, place),
            self.tr("正在备份到 {0}，先不要拔下U盘…").format(place),
        )

    def _on_copy_done(self, made: Backup) -> None:
        text = self.tr("已备份到 {0}，已打开核对，与台账一致。").format(made.path.parent)
        self._document.messages.show_message(text, "ok", [self._other_place_offer()])
        self._safety.refresh_backup_standing()

    def _on_copy_failed(self, place: Path, error: SelfEvalError) -> None:
        self._document.messages.clear_message(about=_ABOUT)
        if isinstance(error, Cancelled):
            text = self.tr("备份到 {0} 已停止，那里没有留下这一份。需要时请再备份一次。").format(place)
            self._document.messages.show_message(text, "warning")
        else:
            self._document.messages.show_message(
                errors.error_sentence(error), "error", [self._other_place_offer()]
            )

    def _other_place_offer(self) -> MessageOffer:
        return self.tr("换个位置…"), partial(self._ask_backup_place)
