"""What keeps work safe: backups of a ledger, and the marks that a run of the window leaves for the next."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.forms import FormSummary
from selfeval_desktop.app.settings import LedgerPosition


class BackupReason(StrEnum):
    """Why a backup was made; part of its file name, so these values never change."""

    OPENED = "opened"
    TIMED = "timed"
    CLOSING = "closing"
    BY_HAND = "by_hand"
    BEFORE_UPGRADE = "before_upgrade"
    BEFORE_IMPORT = "before_import"
    BEFORE_CARRY = "before_carry"
    BEFORE_RESTORE = "before_restore"

    @property
    def is_kept_longer(self) -> bool:
        """Whether the user asked for it, or it was made before a step that changes much."""
        return self not in {BackupReason.OPENED, BackupReason.TIMED, BackupReason.CLOSING}


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. `ledger` is the ledger's name then, as far as a file name can hold it; `moment` is local time.

    `sequence` counts the backups of a ledger from 1: it tells their order even when the clock was set back.
    """

    path: Path
    ledger: str
    moment: datetime
    sequence: int
    reason: BackupReason


@dataclass(frozen=True, slots=True)
class BackupSet:
    """The backups of one ledger under one name, the newest first.

    `document` are the first 8 digits of the document's id. `ledger` is where the ledger lay when it was backed up
    last, None when that is not known.
    """

    folder: Path
    name: str
    document: str
    ledger: Path | None
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class OutsideCopy:
    """The newest copy outside of this PC's own folder, such as on a USB stick: where, and when it was made."""

    folder: Path
    moment: datetime


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """How well a ledger is backed up, from the files that exist: newest backup, newest copy on another medium."""

    folder: Path
    newest: Backup | None = None
    away: OutsideCopy | None = None


@dataclass(frozen=True, slots=True)
class HeldForm:
    """A form in a ledger or backup; `digest` tells whether two hold the same."""

    summary: FormSummary
    changed: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class LedgerContents:
    """What a ledger or backup holds: which document it is, and its forms by id, those of the recycle bin apart."""

    document: str
    forms: tuple[HeldForm, ...]


class ContentsReader(Protocol):
    """What a backup holds, as `Backups.read_contents`; Cancelled, too."""

    def __call__(self, path: Path, progress: Progress = ignore_progress) -> LedgerContents: ...


class Backups(Protocol):
    """Makes, lists and restores backups. All of it may be called in a thread of its own.

    `document` is the id of the document expected at the path, empty for any; LostLedger where another one lies there.
    """

    @property
    def folder(self) -> Path:
        """Where they are kept, each ledger's in a folder of its own; it need not exist."""
        ...

    def backup_sets(self) -> tuple[BackupSet, ...]:
        """All backups that there are, by ledger."""
        ...

    def backup_status(self, ledger: Path, document: str = "") -> BackupStatus:
        """How well that ledger is backed up; a folder that cannot be read counts as empty."""
        ...

    def make_backup(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        """A verified copy of the ledger as it is stored; UnwritableFile, DamagedLedger, MissingFile, Cancelled."""
        ...

    def is_backup_due(self, ledger: Path, document: str = "") -> bool:
        """Whether the newest backup holds something else than the ledger, or there is none. SelfEvalError."""
        ...

    def make_backup_if_changed(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup | None:
        """The same, unless the newest backup holds just what the ledger holds: None then."""
        ...

    def copy_to_folder(
        self, ledger: Path, place: Path, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        """A verified copy in another folder, such as a USB stick; it counts in `backup_status` from then on."""
        ...

    def read_contents(self, path: Path) -> LedgerContents:
        """What a backup or ledger holds, of whichever version; the file is not changed. SelfEvalError."""
        ...

    def contents_reader(self) -> AbstractContextManager[ContentsReader]:
        """`read_contents` for files that come from anywhere, one after the other, as long as the context lasts."""
        ...

    def restore_ledger(self, backup: Path, ledger: Path, progress: Progress = ignore_progress) -> int:
        """Make a ledger of a new name from a backup, which stays as it is; FileExists, LedgerInUse, DamagedLedger.

        The number of forms in it, which were verified before it got its name: nothing is read after that. The restored
        ledger is a document of its own, with backups of its own.
        """
        ...


@dataclass(frozen=True, slots=True)
class FailedBackup:
    """A backup that could not be made after that ledger was closed; `sentence` says why."""

    ledger: Path
    sentence: str


class ClosingBackups(Protocol):
    """Backups of ledgers that were closed, each made in a process of its own, which outlives this one."""

    def start_backup(self, ledger: Path, document: str) -> None:
        """Begin to back up the ledger at that path, which nobody waits for."""
        ...

    def take_failures(self) -> tuple[FailedBackup, ...]:
        """The backups that failed since this was asked last; they are forgotten then."""
        ...

    def resume_backups(self) -> None:
        """Begin anew those whose process was ended before they were made, by the PC's shutdown say."""
        ...


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The state of a run that goes on or was interrupted.

    `place` is None while no ledger is open. `saved_at` is when something was stored last, None for never.
    `rescued` is a new ledger with changes that could not be stored in the open one.
    """

    place: LedgerPosition | None = None
    saved_at: datetime | None = None
    rescued: Path | None = None


class RunMarker(Protocol):
    """The marker of this run; a folder that cannot be written is ignored."""

    def record_state(self, left: RunRecord) -> None:
        """Leave this state for the next run, in case this one is interrupted."""
        ...

    def mark_ended(self) -> None:
        """Mark a normal end: only `rescued` is left for the next run. May be called twice."""
        ...


class RunMarkers(Protocol):
    """The runs of this user on this PC."""

    def begin_run(self) -> RunMarker:
        """The marker of a new run, in which nothing is open yet."""
        ...

    def interrupted_runs(self) -> tuple[RunRecord, ...]:
        """The states of runs that neither ended normally nor go on any more, the latest last."""
        ...

    def discard_run(self, left: RunRecord) -> None:
        """Forget an interrupted run, once the user has seen it or it is of no use any more."""
        ...
