"""Backups on opening, every half hour and on closing, and the safety line with the age of the last ones."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.backups import BackupReport, back_up_document
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ports.safety import BackupReason, BackupStatus
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.task_queue import TaskQueue
from selfeval_desktop.ui.safety import backup_words as words
from selfeval_desktop.ui.safety.safety_label import SafetyLabel

AT_ONCE_BYTES = 4_000_000
"""A ledger of up to so many bytes is backed up before it is closed, in a second or two; a larger one afterwards."""
OPENED_MS = 500
"""After opening: before anything that is typed then is stored."""
TIMED_MS = 30 * 60 * 1000
_MINUTE_MS = 60 * 1000
_LOOK_EVERY = 5
"""After so many minutes the folders are looked into again."""


class BackupScheduler(QObject):
    """A backup that fails is shown in the safety line and nowhere else: typing and saving go on.

    Only those backups are waited for that go before something else; all others are made while the user works.
    A ledger that was opened for reading only is another's to back up: it is done on request only.
    `timed` is the timer of those that come every half hour, `minute` that of the line.
    """

    def __init__(self, document: Document, label: SafetyLabel, tasks: TaskQueue, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("safetyWatch")
        self._document, self._label, self._task_queue = document, label, tasks
        self._path: Path | None = None
        self._document_id = ""
        self._is_read_only = False
        self._left: tuple[Path, str] | None = None
        self._report: BackupReport | None = None
        self._minutes = 0
        self._opened = QTimer(self, singleShot=True, interval=OPENED_MS)
        self.timed = QTimer(self, interval=TIMED_MS)
        self.minute = QTimer(self, interval=_MINUTE_MS)
        self._opened.timeout.connect(lambda: self.start_backup(BackupReason.OPENED))
        self.timed.timeout.connect(lambda: self.start_backup(BackupReason.TIMED))
        self.minute.timeout.connect(self._on_minute_passed)
        document.ledgerChanged.connect(self._on_ledger_changed)
        document.backupWanted.connect(self.back_up_and_wait)

    @property
    def backup_folder(self) -> Path:
        """Where the backups of the open ledger lie, else those of all."""
        folder = self._report.standing.folder if self._report else self._document.services.backups.folder
        return folder if folder.is_dir() else self._document.services.backups.folder

    @property
    def backup_report(self) -> BackupReport | None:
        """How the open ledger stands; None before that is known."""
        return self._report

    def start_backup(self, reason: BackupReason) -> None:
        """Back up in the background, after the tasks that wait there already."""
        path, document, backups = self._path, self._document_id, self._document.services.backups
        if path is not None:
            self._task_queue.start_task(
                lambda progress: back_up_document(backups, path, reason, progress, document),
                lambda report: self._accept_report(path, report),
                lambda _error: None,
            )

    def back_up_and_wait(self, reason: BackupReason) -> None:
        """Back up and wait for it, for less than a blink with a usual ledger."""
        path, document, backups = self._path, self._document_id, self._document.services.backups
        if path is None or (self._is_read_only and not reason.is_kept_longer):
            return
        text = self.tr("正在备份台账…")
        report = self._task_queue.run_and_wait(
            text, lambda progress: back_up_document(backups, path, reason, progress, document)
        )
        self._accept_report(path, report)

    def back_up_on_leaving(self) -> None:
        """Back up what changed before the ledger is left; a large one is backed up after that, and nobody waits."""
        path, document, services = self._path, self._document_id, self._document.services
        if path is None or self._is_read_only:
            return
        try:
            if path.stat().st_size > AT_ONCE_BYTES:
                self._left = (path, document) if services.backups.is_backup_due(path, document) else None
                return
        except (OSError, SelfEvalError):
            # It is lost, or the like: the attempt says what is the matter.
            self._left = None
        self.back_up_and_wait(BackupReason.CLOSING)

    def refresh_backup_standing(self) -> None:
        """Read in the background which backups lie in the folders now."""
        path, document, backups = self._path, self._document_id, self._document.services.backups
        if path is not None:
            self._task_queue.start_task(
                lambda _progress: backups.backup_status(path, document),
                lambda standing: self._accept_standing(path, standing),
                lambda _error: None,
            )

    def _on_ledger_changed(self) -> None:
        """A ledger was opened or closed."""
        self._start_closing_backup()
        ledger = self._document.ledger
        self._path, self._document_id = (ledger.store.path, ledger.store.document_id) if ledger else (None, "")
        self._is_read_only = ledger is not None and ledger.store.read_only
        self._report = None
        self._label.show_line(None)
        self._task_queue.cancel_background_tasks()
        for timer in (self._opened, self.timed, self.minute):
            timer.stop()
            if ledger is not None and (timer is self.minute or not self._is_read_only):
                timer.start()
        self.refresh_backup_standing()

    def _start_closing_backup(self) -> None:
        """Begin the backup of the ledger that was left, now that it is closed."""
        left, self._left = self._left, None
        if left is not None:
            self._document.services.closing_backups.start_backup(*left)

    def _accept_report(self, path: Path, report: BackupReport) -> None:
        if path == self._path:
            self._report = report
            self._show_safety_line()

    def _accept_standing(self, path: Path, standing: BackupStatus) -> None:
        """A failure stays until a backup succeeds."""
        self._accept_report(path, replace(self._report, standing=standing) if self._report else BackupReport(standing))

    def _on_minute_passed(self) -> None:
        self._minutes += 1
        if self._minutes % _LOOK_EVERY == 0 and not self._task_queue.is_busy:
            self.refresh_backup_standing()
        self._show_safety_line()

    def _show_safety_line(self) -> None:
        if self._report is not None:
            now = datetime.now().astimezone().replace(tzinfo=None)
            self._label.show_line(words.safety_line(self._report, now))
