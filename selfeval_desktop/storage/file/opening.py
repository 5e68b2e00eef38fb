"""Opening and making ledger files: nothing is created by opening, and a file that is not ours is never changed.

A ledger is read in the process that opens it, foreign as it may be: whoever opens it works on it there for hours, so that
a look at it in another process would keep nothing away. SQLite runs nothing of it: only a file with the exact schema of
a released version is read further, which has no view and no trigger, and each page, value and row has a limit.
"""

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert

from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileExists,
    ForeignFile,
    LedgerDamage,
    LedgerInUse,
    LeftLock,
    MissingFile,
    NotALedger,
    SelfEvalError,
    UnreadableFile,
    UnwritableFile,
    WrittenNotRead,
)
from selfeval_desktop.app.foreign_files import SECOND_NAME, real_path
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import LedgerSize
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.storage.copies import backups
from selfeval_desktop.storage.file import atomic_write, database, journal
from selfeval_desktop.storage.file.database import Mode
from selfeval_desktop.storage.file.file_lock import FileLock, lock_path
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms import digests, kept_templates
from selfeval_desktop.storage.forms.form_store import LedgerForms
from selfeval_desktop.storage.forms.tables import ledger


class SqliteLedgers:
    """The port Ledgers. `installed` are the templates of forms that come new into a ledger."""

    def __init__(self, installed: Templates) -> None:
        self._installed = installed

    def size_of_file(self, path: Path) -> LedgerSize:
        try:
            return LedgerSize(path.stat().st_size, database.MAX_BYTES)
        except OSError:
            return LedgerSize(0, database.MAX_BYTES)

    def open_ledger_file(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> LedgerForms:
        # What lies beside the ledger lies beside the file itself, where SQLite looks for it.
        real = real_path(path)
        with _naming_file(real, path):
            return self._open_real_file(real, read_only=read_only, take_over=take_over)

    def _open_real_file(self, path: Path, *, read_only: bool, take_over: bool) -> LedgerForms:
        refuse_unopenable_path(path, read_only=read_only)
        if not journal.has_journal(path):
            # Before the lock: no lock file is made for a file that is no ledger.
            database.read_schema_version(path)
        if read_only:
            is_upgraded = _prepare_for_reading(path, self._installed)
            return self._open_ledger(path, None, is_upgraded=is_upgraded)
        lock = FileLock(path, take_over=take_over)
        try:
            _refuse_second_name(path)
            is_upgraded = _prepare_for_opening(path, self._installed)
            return self._open_ledger(path, lock, is_upgraded=is_upgraded)
        except BaseException:
            lock.release()
            raise

    def create_ledger_file(
        self, path: Path, drafts: Sequence[Draft] = (), under: Templates | None = None
    ) -> LedgerForms:
        path = real_path(path.parent) / path.name
        lock = lock_free_path(path)
        try:
            with atomic_write.staged_new_file(path) as temp:
                _create_empty_ledger(temp, path)
                if drafts:
                    self._store_first_forms(temp, lock, drafts, under or self._installed)
            return self._open_new_ledger(path, lock)
        except BaseException:
            lock.release()
            raise

    def _open_new_ledger(self, path: Path, lock: FileLock) -> LedgerForms:
        """The ledger that was made just now; what cannot be opened is taken back."""
        try:
            return self._open_ledger(path, lock)
        except SelfEvalError:
            with suppress(OSError):
                path.unlink()
            raise

    def _store_first_forms(self, temp: Path, lock: FileLock, drafts: Sequence[Draft], under: Templates) -> None:
        """The first forms of a ledger in the making; the lock is its future name's, and stays."""
        with translating_sqlite_errors(temp), database.connect(temp, "rw") as connection:
            LedgerForms(temp, connection, lock, under).insert_forms(drafts)

    def _open_ledger(self, path: Path, lock: FileLock | None, *, is_upgraded: bool = False) -> LedgerForms:
        """WrittenNotRead where the ledger was upgraded just now and cannot be read after that."""
        mode: Mode = "rw" if lock else "ro"
        try:
            with translating_sqlite_errors(path):
                connection = database.connect(path, mode)
            try:
                return LedgerForms(path, connection, lock, self._installed)
            except BaseException:
                connection.close()
                raise
        except UnreadableFile as error:
            if is_upgraded:
                raise WrittenNotRead(path, error.reason) from error
            raise


def lock_free_path(path: Path) -> FileLock:
    """The lock of a name that no file has yet; FileExists, or LedgerInUse when one of that name is open."""
    if atomic_write.is_name_taken(path):
        if atomic_write.is_name_taken(lock_path(path)):
            with suppress(UnwritableFile, LeftLock):
                FileLock(path).release()
        raise FileExists(path)
    # Whatever lock was left: there is no ledger that it could be for.
    return FileLock(path, take_over=True)


@contextmanager
def _naming_file(real: Path, given: Path) -> Iterator[None]:
    """An error about the real file tells the name that the user gave."""
    try:
        yield
    except SelfEvalError as error:
        if getattr(error, "path", None) == real:
            error.path = given  # type: ignore[attr-defined]  # the condition says that it has one
        raise


def _refuse_second_name(path: Path) -> None:
    """UnwritableFile for a ledger with hard links: of its names one only would have the lock, and the journal, beside it."""
    with translating_sqlite_errors(path):
        if path.stat().st_nlink > 1:
            atomic_write.remove_second_names(path)
        if path.stat().st_nlink > 1:
            raise UnwritableFile(path, SECOND_NAME)


def bring_up_to_date(path: Path, installed: Templates) -> None:
    """Give a ledger of an earlier version today's schema, wholly or not at all; DamagedLedger."""
    with (
        translating_sqlite_errors(path),
        database.connect(path, "rw") as connection,
        connection.begin(),
    ):
        from selfeval_desktop.storage.file import migrations

        # Alembic would fail in the middle of damaged pages, in words of its own.
        if not database.is_whole(connection):
            raise DamagedLedger(path, LedgerDamage.PAGES)
        migrations.upgrade(connection)
        kept_templates.store_used_templates(connection, installed)
    # The upgrade is stored; that the file stays larger than it need be is no reason to refuse it.
    with suppress(OSError, sqlite3.Error), closing(database.open_raw_connection(path, "rw")) as raw:
        database.give_back_free_pages(raw)


def _prepare_for_opening(path: Path, installed: Templates) -> bool:
    """Under the lock: recover an unfinished transaction, bring an older ledger up to date once it is backed up.

    Whether it was upgraded.
    """
    if journal.has_journal(path):
        journal.resolve_journal(path)
    is_older = database.read_schema_version(path, "rw") != database.HEAD
    if is_older:
        backups.back_up_before_upgrade(path, lambda tried: bring_up_to_date(tried, installed))
        bring_up_to_date(path, installed)
    database.leave_wal_mode(path)
    return is_older


def _prepare_for_reading(path: Path, installed: Templates) -> bool:
    """The same under a lock held for a moment. Where another process holds it, the journal is of its running transaction.

    A ledger that keeps a log (WAL) goes back to a journal, else reading it would leave that log behind; where nothing
    can be written it is read as it lies.
    """
    has_journal = journal.has_journal(path)
    is_whole = not has_journal and database.read_schema_version(path) == database.HEAD
    if is_whole and not (database.keeps_log(path) and os.access(path, os.W_OK)):
        return False
    try:
        lock = FileLock(path)
    except LedgerInUse:
        if has_journal:
            return False
        raise
    except UnwritableFile:
        if is_whole:
            return False
        raise
    try:
        return _prepare_for_opening(path, installed)
    finally:
        lock.release()


def _create_empty_ledger(temp: Path, path: Path) -> None:
    """An empty ledger in a file of its own."""
    from selfeval_desktop.storage.file import migrations

    with translating_sqlite_errors(path):
        temp.touch(exist_ok=False)
        with database.connect(temp, "rw") as connection, connection.begin():
            migrations.upgrade(connection)
            database.mark_as_ledger(connection)
            connection.execute(
                insert(ledger),
                {
                    "id": 1,
                    "document_id": uuid4().hex,
                    "revision": 0,
                    "root_digest": digests.format_root_digest(0),
                    "created_at": datetime.now().astimezone().isoformat(timespec="seconds"),
                },
            )


def refuse_unopenable_path(path: Path, *, read_only: bool) -> None:
    """Refuse what is seen without opening: missing, a folder, empty, too large, no permission."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFile(path) from error
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error
    if not stat.S_ISREG(found.st_mode):
        raise NotALedger(path, ForeignFile.FOLDER if stat.S_ISDIR(found.st_mode) else ForeignFile.FORMAT)
    if found.st_size == 0:
        raise NotALedger(path, ForeignFile.EMPTY)
    if not os.access(path, os.R_OK):
        raise UnreadableFile(path, os.strerror(errno.EACCES))
    # What is not full of pages is no ledger, or one whose step was cut off while it was made smaller.
    is_huge = found.st_size > database.MAX_BYTES // 2
    if is_huge and not journal.has_journal(path) and database.is_larger_than_its_pages(path):
        raise NotALedger(path, ForeignFile.TOO_LARGE)
    # SQLite would quietly open it for reading only.
    if not read_only and not os.access(path, os.W_OK):
        raise UnwritableFile(path, os.strerror(errno.EACCES))
