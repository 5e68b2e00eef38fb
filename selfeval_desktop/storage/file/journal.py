"""The journal of an unfinished transaction: recovered before the ledger is opened, never deleted (reliability M3).

SQLite rolls a journal back into whatever file has the matching name, even a foreign one, and calls the result
whole. So it is tried on a copy first, and only a copy that is a complete earlier state of this very ledger
lets SQLite do it.
"""

import os
import shutil
import stat
import struct
import sys
import time
from datetime import datetime
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    DamagedLedger,
    LedgerDamage,
    LedgerInUse,
    NewerLedger,
    NotALedger,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.storage.file import atomic_write, database
from selfeval_desktop.storage.file.page_copy import scratch_folder
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms import contents
from selfeval_desktop.storage.forms.contents import LedgerHead

_FLOCK = "hhqqi"
# Where they begin and how many they are. Whoever writes holds the first, whoever works with a log one of the others.
_RESERVED_BYTE, _SHARED_BYTES = (0x40000001, 1), (0x40000002, 510)
_LOOKS, _BETWEEN_LOOKS = 20, 0.1
"""A step takes no time; its journal stays as it is for this long only where nobody writes it any more."""


def has_journal(path: Path) -> bool:
    """Whether a journal of any kind lies in the ledger's folder."""
    return any(map(atomic_write.is_name_taken, (_journal_path(path), *_wal_paths(path))))


def has_wal_files(path: Path) -> bool:
    """Whether a file of the other journal mode lies in the ledger's folder."""
    return any(map(atomic_write.is_name_taken, _wal_paths(path)))


def has_content(path: Path) -> bool:
    """Whether something may stand in one of them that the ledger itself does not hold; an empty log holds nothing."""
    return atomic_write.is_name_taken(_journal_path(path)) or database.has_log_content(path)


def resolve_journal(path: Path) -> None:
    """Make the ledger safe to open; only under its lock. DamagedLedger when nothing leads to a whole one.

    A journal that another process is just writing, though its lock was taken away, is left alone. LedgerInUse where
    another program works on the ledger with a log of its own.
    """
    for beside in (_journal_path(path), *_wal_paths(path)):
        if _is_irregular(beside):
            # SQLite opens no link, and nothing that is no file.
            _move_to_recovery(beside)
    if has_wal_files(path):
        _resolve_log(path)
    journal = _journal_path(path)
    if not atomic_write.is_name_taken(journal) or _is_being_written(path):
        return
    now = _state_of_trial_copy(path)
    before = _state_of_trial_copy(path, journal) if _is_begun(path) else None
    if before and (now is None or _is_preceding_state(before, now)):
        return
    if now is None:
        raise DamagedLedger(path, LedgerDamage.JOURNAL)
    _move_to_recovery(journal)


def _is_irregular(beside: Path) -> bool:
    """Whether something has that name that is no file of its own: a link, a folder, a pipe; UnreadableFile."""
    return atomic_write.is_name_taken(beside) and not stat.S_ISREG(beside.lstat().st_mode)


def _resolve_log(path: Path) -> None:
    """Have SQLite take in the log (WAL) of a program that died, where it leads to a later state; put any other away."""
    if _is_locked(path, _SHARED_BYTES):
        raise LedgerInUse(path, "")
    log, index = _wal_paths(path)
    if database.has_log_content(path):
        now, after = _state_of_trial_copy(path), _state_of_trial_copy(path, log)
        if now is None and after is None:
            raise DamagedLedger(path, LedgerDamage.JOURNAL)
        is_needed = after is not None and (now is None or _is_following_state(after, now))
    else:
        is_needed = True
    if is_needed:
        database.leave_wal_mode(path)
    for left in (log, index):
        if atomic_write.is_name_taken(left):
            _move_to_recovery(left)


def _is_being_written(path: Path) -> bool:
    """Whether another process works with that journal, or has finished with it by now.

    Whoever writes one holds SQLite's reserved lock from before it is made until after it is gone.
    """
    seen = _journal_identity(path)
    for _ in range(1 if sys.platform == "linux" else _LOOKS):
        if _is_locked(path, _RESERVED_BYTE) or _journal_identity(path) != seen:
            return True
        if sys.platform != "linux":
            time.sleep(_BETWEEN_LOOKS)
    return False


def _is_locked(path: Path, bytes_: tuple[int, int]) -> bool:
    """Whether another process holds one of SQLite's locks on these bytes; can be asked on Linux only. UnreadableFile."""
    if sys.platform != "linux":
        return False
    import fcntl

    asked = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, *bytes_, 0)
    try:
        with path.open("rb") as file:
            answer = fcntl.fcntl(file, fcntl.F_GETLK, asked)
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error
    found: int = struct.unpack(_FLOCK, answer)[0]
    return found != fcntl.F_UNLCK


def _journal_identity(path: Path) -> tuple[int, int, int] | None:
    """Inode, time of modification and size: one differs for the next journal of that name. None where there is none."""
    try:
        found = _journal_path(path).lstat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _is_preceding_state(before: LedgerHead, now: LedgerHead) -> bool:
    return before.document_id == now.document_id and now.revision - before.revision in {0, 1}


def _is_following_state(after: LedgerHead, now: LedgerHead) -> bool:
    return after.document_id == now.document_id and after.revision > now.revision


def _state_of_trial_copy(path: Path, journal: Path | None = None) -> LedgerHead | None:
    """What a copy of the ledger holds as it is, or what SQLite makes of it with that journal; None for nothing whole."""
    try:
        with scratch_folder(path) as folder:
            copy = folder / path.name
            shutil.copyfile(path, copy)
            if journal is not None:
                shutil.copyfile(journal, folder / journal.name)
            return _read_intact_state(copy)
    except OSError as error:
        raise UnwritableFile(path, failure_reason(error)) from error


def _is_begun(path: Path) -> bool:
    """Whether SQLite would roll the journal back: it leaves one alone whose head is not written, and so do we."""
    try:
        with _journal_path(path).open("rb") as file:
            return file.read(1) not in {b"", b"\0"}
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error


def _read_intact_state(path: Path) -> LedgerHead | None:
    """What is in a copy; one of an older version, whose upgrade was cut off, is brought up to date to be read."""
    try:
        version = database.read_schema_version(path, "rw")
        with (
            translating_sqlite_errors(path),
            database.connect(path, "rw") as connection,
            connection.begin(),
        ):
            if not database.is_whole(connection):
                return None
            if version != database.HEAD:
                from selfeval_desktop.storage.file import migrations

                migrations.upgrade(connection)
            return contents.verify_contents(connection, path)
    except (DamagedLedger, NotALedger, NewerLedger):
        return None


def _move_to_recovery(journal: Path) -> None:
    """Move a journal or log that the ledger does not need into the user's folder."""
    folder = paths.user_recovery()
    name, _, ending = journal.name.rpartition("-")
    try:
        paths.make_folder(folder)
        kept = folder / f"{name}-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}-{ending}"
        shutil.move(journal, kept)
        paths.make_private(kept)
    except OSError as error:
        raise UnwritableFile(journal.with_name(name), failure_reason(error)) from error


def _journal_path(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _wal_paths(path: Path) -> tuple[Path, Path]:
    """Files of the other journal mode, which a ledger never has."""
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
