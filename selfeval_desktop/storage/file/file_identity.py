"""Detects that the file of an open ledger was replaced, moved, or written by another process.

The lock keeps a second writer away, but a lock file can be deleted. So each writing transaction begins by comparing the
revision in the file (reliability M6). The path is never opened except by SQLite, as closing another handle would drop
SQLite's own locks (fact 3); of the system only `stat` is asked.
"""

import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from selfeval_desktop.app.errors import DamagedLedger, FileLoss, LedgerInUse, LostLedger, StaleLedger
from selfeval_desktop.storage.file import database, journal, page_copy
from selfeval_desktop.storage.file.protected_files import forget_open_ledger, remember_open_ledger
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms.contents import LedgerHead
from selfeval_desktop.storage.forms.tables import ledger

_HEAD = select(ledger.c.document_id, ledger.c.revision, ledger.c.root_digest)
_NO_PATIENCE = "PRAGMA busy_timeout=0"
_QUICKLY_WRITTEN = 64 << 20
"""So many bytes are written anew in less than a second."""
_PATIENCE = f"PRAGMA busy_timeout={1000 * database.BUSY_SECONDS}"


class OpenLedgerFile:
    """The file that a ledger was opened from, and how it stood when it was read last."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._path = path
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self._driver = driver
        self._identity = _file_identity(path)
        opened = self._identity or (0, 0)
        remember_open_ledger(opened)
        self.forget = weakref.finalize(self, forget_open_ledger, opened)
        """To be called when the ledger is closed."""
        self._times = _file_times(path)
        self.is_touched = False
        """Whether something was done to the file since `read` that was none of our steps."""
        self._keeps_log = False
        self._version = self._data_version()

    def refuse_lost_file(self) -> None:
        """LostLedger where the path does not lead to our file, or a WAL file of another program lies beside it."""
        found = _file_identity(self._path)
        if found is None:
            raise LostLedger(self._path, FileLoss.GONE)
        if found != self._identity:
            raise LostLedger(self._path, FileLoss.REPLACED)
        self.refuse_wal_files()

    def refuse_wal_files(self) -> None:
        """LostLedger where a WAL file lies at the path, which SQLite would take for a part of our file."""
        if not self._keeps_log and journal.has_wal_files(self._path):
            raise LostLedger(self._path, FileLoss.LOGGED)
        found = _file_identity(self._path)
        if found != self._identity and journal.has_journal(self._path):
            # The journal of whatever has our name by now would be rolled back into our file, and deleted.
            raise LostLedger(self._path, FileLoss.GONE if found is None else FileLoss.REPLACED)

    def has_news(self) -> bool:
        """Whether another connection stored something since `read`. LostLedger, LedgerInUse."""
        self.refuse_lost_file()
        self.drop_stale_cache()
        patience = self._driver.execute("PRAGMA busy_timeout").fetchone()[0]
        self._driver.execute(_NO_PATIENCE)
        try:
            with translating_sqlite_errors(self._path):
                version = self._data_version()
                self._leave_wal_mode()
        except DamagedLedger as error:
            raise LostLedger(self._path, FileLoss.OVERWRITTEN) from error
        finally:
            self._driver.execute(f"PRAGMA busy_timeout={patience}")
        return self.is_touched or version != self._version

    def resolve_new_journal(self) -> None:
        """Under the lock: a journal that appears while the ledger is open is rolled back only where it belongs to it."""
        if journal.has_journal(self._path):
            journal.resolve_journal(self._path)

    def drop_stale_cache(self) -> None:
        """Before a transaction: read the file anew where it was touched.

        SQLite itself compares a counter of commits, which a file copied over ours may have in common with it. It
        would write the pages that it remembers in between those of the other file.
        """
        times = _file_times(self._path)
        if times != self._times:
            self._times, self.is_touched = times, True
            self._driver.execute("PRAGMA shrink_memory")

    def remember_file_times(self) -> None:
        """Remember the file as it is after a transaction of ours."""
        self._times = _file_times(self._path)

    def remember_data_version(self) -> None:
        """Remember SQLite's data version; within the transaction that read the file."""
        self._version, self.is_touched = self._data_version(), False

    @contextmanager
    def waiting_once(self) -> Iterator[None]:
        """Wait once for a lock of another program, not again until it is released: else each keystroke would wait."""
        try:
            yield
        except LedgerInUse:
            self._driver.execute(_NO_PATIENCE)
            raise
        self._driver.execute(_PATIENCE)

    def copy_to_new_file(self, target: Path) -> None:
        """Copy what the connection reads into a new file, without WAL; nothing is verified."""
        target.touch(exist_ok=False)
        self.drop_stale_cache()
        logged = journal.has_wal_files(self._path) and not self._keeps_log
        source = database.open_raw_connection(self._path, "immutable") if logged else self._driver
        with closing(database.open_raw_connection(target, "rw")) as copied:
            try:
                page_copy.copy_pages(source, copied, self._path)
            finally:
                if logged:
                    source.close()
            copied.execute("PRAGMA journal_mode=DELETE")

    def give_back_free_pages(self) -> None:
        """Make a small file smaller that is to a good part empty, and that nobody else has touched."""
        if _file_times(self._path) != self._times:
            return
        self._driver.execute(_NO_PATIENCE)
        database.give_back_free_pages(self._driver, most=_QUICKLY_WRITTEN)

    def _data_version(self) -> int:
        version: int = self._driver.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _leave_wal_mode(self) -> None:
        """Go back to a journal where another program left the ledger with a log, which by now is ours alone."""
        if self._driver.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            self._keeps_log = True
            self._driver.execute("PRAGMA journal_mode=DELETE")
            self._keeps_log = False


def refuse_other_ledger(connection: Connection, path: Path, known: LedgerHead) -> LedgerHead:
    """The head that stands in the file; LostLedger where it is none of this ledger's. Within a transaction."""
    try:
        found = connection.execute(_HEAD).all()
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            # Another database, without such a table.
            raise LostLedger(path, FileLoss.OVERWRITTEN) from error
        raise
    if len(found) != 1 or found[0].document_id != known.document_id:
        raise LostLedger(path, FileLoss.OVERWRITTEN)
    return LedgerHead(*found[0])


def refuse_overtaken(connection: Connection, path: Path, known: LedgerHead) -> None:
    """StaleLedger where another process stored something since `known`; LostLedger where the head does not follow it."""
    found = refuse_other_ledger(connection, path, known)
    refuse_earlier_state(path, known, found)
    if found != known:
        raise StaleLedger(path)
    if connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal":
        raise LostLedger(path, FileLoss.LOGGED)


def refuse_earlier_state(path: Path, known: LedgerHead, found: LedgerHead) -> None:
    """LostLedger where the file was replaced by an older state of the ledger, or another one of the same revision."""
    if is_earlier_state(known, found):
        raise LostLedger(path, FileLoss.OVERWRITTEN)


def is_earlier_state(known: LedgerHead, found: LedgerHead) -> bool:
    """Whether the head in the file is older than what we stored, or another one of the same revision."""
    return found.revision < known.revision or (found.revision == known.revision and found != known)


def _file_times(path: Path) -> tuple[int, int, int] | None:
    """Size, and times of modification and change in ns: one differs after any write. None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _file_identity(path: Path) -> tuple[int, int] | None:
    """Device and inode, which differ for another file of the same name; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
