"""The journal of an unfinished transaction: recovered before the ledger is opened, never deleted (reliability M3).

SQLite rolls a journal back into whatever file has the matching name, even a foreign one, and calls the result
whole. So it is tried on a copy first, and only a copy that is a complete earlier state of this very ledger
lets SQLite do it.
"""

import os
import shutil
import struct
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    DamagedLedger,
    LedgerDamage,
    NewerLedger,
    NotALedger,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.storage.file import atomic_write, database
from selfeval_desktop.storage.file.page_copy import scratch_folder
from selfeval_desktop.storage.forms import contents

_FLOCK = "hhqqi"
_RESERVED_BYTE = 0x40000001
_LOOKS, _BETWEEN_LOOKS = 20, 0.1
"""A step takes no time; its journal stays as it is for this long only where nobody writes it any more."""


@dataclass(frozen=True, slots=True)
class _LedgerState:
    """A whole ledger: its document id, and how many transactions were stored in it."""

    document: str
    revision: int


def has_journal(path: Path) -> bool:
    """Whether a journal of any kind lies in the ledger's folder."""
    return any(map(atomic_write.is_name_taken, (_journal_path(path), *_wal_paths(path))))


def has_wal_files(path: Path) -> bool:
    """Whether a file of the other journal mode lies in the ledger's folder."""
    return any(map(atomic_write.is_name_taken, _wal_paths(path)))


def resolve_journal(path: Path) -> None:
    """Make the ledger safe to open; only under its lock. DamagedLedger when nothing leads to a whole one.

    A journal that another process is just writing, though its lock was taken away, is left alone.
    """
    if has_wal_files(path):
        raise DamagedLedger(path, LedgerDamage.JOURNAL)
    if _is_being_written(path):
        return
    now = _state_of_trial_copy(path, rolled_back=False)
    before = _state_of_trial_copy(path, rolled_back=True) if _is_begun(path) else None
    if before and (now is None or _is_preceding_state(before, now)):
        return
    if now is None:
        raise DamagedLedger(path, LedgerDamage.JOURNAL)
    _move_journal_to_recovery(path)


def _is_being_written(path: Path) -> bool:
    """Whether another process works with that journal, or has finished with it by now.

    Whoever writes one holds SQLite's reserved lock from before it is made until after it is gone.
    """
    seen = _journal_identity(path)
    for _ in range(1 if sys.platform == "linux" else _LOOKS):
        if _is_reserved(path) or _journal_identity(path) != seen:
            return True
        if sys.platform != "linux":
            time.sleep(_BETWEEN_LOOKS)
    return False


def _is_reserved(path: Path) -> bool:
    """Whether another process holds SQLite's reserved lock; can be asked on Linux only. UnreadableFile."""
    if sys.platform != "linux":
        return False
    import fcntl

    asked = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, _RESERVED_BYTE, 1, 0)
    try:
        with path.open("rb") as file:
            answer = fcntl.fcntl(file, fcntl.F_GETLK, asked)
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    found: int = struct.unpack(_FLOCK, answer)[0]
    return found != fcntl.F_UNLCK


def _journal_identity(path: Path) -> tuple[int, int, int] | None:
    """Inode, time of modification and size: one differs for the next journal of that name. None where there is none."""
    try:
        found = _journal_path(path).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _is_preceding_state(before: _LedgerState, now: _LedgerState) -> bool:
    return before.document == now.document and now.revision - before.revision in {0, 1}


def _state_of_trial_copy(path: Path, *, rolled_back: bool) -> _LedgerState | None:
    """What a copy of the ledger holds as it is, or what SQLite makes of it with its journal; None for nothing whole."""
    try:
        with scratch_folder(path) as folder:
            copy = folder / path.name
            shutil.copyfile(path, copy)
            if rolled_back:
                shutil.copyfile(_journal_path(path), _journal_path(copy))
            return _read_intact_state(copy)
    except OSError as error:
        raise UnwritableFile(path, error.strerror or str(error)) from error


def _is_begun(path: Path) -> bool:
    """Whether SQLite would roll the journal back: it leaves one alone whose head is not written, and so do we."""
    try:
        with _journal_path(path).open("rb") as file:
            return file.read(1) not in {b"", b"\0"}
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error


def _read_intact_state(path: Path) -> _LedgerState | None:
    """What is in a copy; one of an older version, whose upgrade was cut off, is brought up to date to be read."""
    try:
        version = database.read_schema_version(path, "rw")
        with (
            database.translating_sqlite_errors(path),
            database.connect(path, "rw") as connection,
            connection.begin(),
        ):
            if not database.is_whole(connection, thorough=True):
                return None
            if version != database.HEAD:
                from selfeval_desktop.storage.file import migrations

                migrations.upgrade(connection)
            head = contents.verify_contents(connection, path)
    except (DamagedLedger, NotALedger, NewerLedger):
        return None
    return _LedgerState(head.document_id, head.revision)


def _move_journal_to_recovery(path: Path) -> None:
    """Move a journal that the ledger does not need into the user's folder."""
    folder = paths.user_recovery()
    name = f"{path.name}-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}-journal"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.move(_journal_path(path), folder / name)
    except OSError as error:
        raise UnwritableFile(path, error.strerror or str(error)) from error


def _journal_path(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _wal_paths(path: Path) -> tuple[Path, Path]:
    """Files of the other journal mode, which a ledger never has."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
