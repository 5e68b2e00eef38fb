"""Copies the pages of a database that may be in use, by SQLite's own backup."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import LedgerInUse
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.storage.file import database, sqlite_errors

_COPY_PAGES, _COPY_PAUSE = 1000, 0.002
"""Pages of a step, and the pause after it in seconds, in which another process may write."""


def copy_database(path: Path, target: Path, progress: Progress = ignore_progress, mode: database.Mode = "ro") -> None:
    """A copy of the database as it is now, made by SQLite, in a file that does not exist yet; Cancelled.

    It keeps a journal, even where the database was set to keep a log.

    Over a connection of its own: SQLite would wait for ever for a transaction of the same one. In steps: a process that
    saves meanwhile waits for one step, and SQLite restarts the copy with what was saved.
    """
    target.touch(exist_ok=False)
    with (
        closing(database.open_raw_connection(path, mode)) as source,
        closing(database.open_raw_connection(target, "rw")) as copied,
    ):
        copy_pages(source, copied, path, progress)
        copied.execute("PRAGMA journal_mode=DELETE")


def copy_pages(
    source: sqlite3.Connection, target: sqlite3.Connection, path: Path, progress: Progress = ignore_progress
) -> None:
    """Copy in steps of some pages; LedgerInUse, with `path`, where another program holds a lock against reading."""
    waiting_since = time.monotonic()

    def report_copied_pages(status: int, left: int, total: int) -> None:
        nonlocal waiting_since
        if status not in sqlite_errors.IN_USE:
            waiting_since = time.monotonic()
            progress(total - left, total)
        elif time.monotonic() - waiting_since > database.BUSY_SECONDS:
            # Python itself would go on for ever.
            raise LedgerInUse(path, "")
        time.sleep(_COPY_PAUSE)

    source.backup(target, pages=_COPY_PAGES, progress=report_copied_pages, sleep=_COPY_PAUSE)


_STALE_SECONDS = 3600


@contextmanager
def scratch_folder(path: Path) -> Iterator[Path]:
    """A folder of the ledger's own, for a moment. What a killed run left in it goes when the same is tried again."""
    name = sha256(os.path.realpath(path).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    folder = paths.user_recovery() / f".~{name}"
    if folder.exists():
        shutil.rmtree(folder)
    _remove_stale_folders()
    paths.make_folder(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _remove_stale_folders() -> None:
    """Remove what was left there long ago, of whatever ledger."""
    with suppress(OSError):
        for folder in paths.user_recovery().glob(".~*"):
            if time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(folder)
