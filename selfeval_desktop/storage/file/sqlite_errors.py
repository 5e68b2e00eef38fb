"""What SQLite's errors mean for a ledger: each becomes the error of the program that has a sentence."""

import errno
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileLoss,
    LedgerDamage,
    LedgerInUse,
    LostLedger,
    MissingFile,
    SelfEvalError,
    StoredText,
    TextBeyondLimit,
    UnfinishedStep,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.system_errors import failure_reason

MAX_VALUE = 64 * 1024 * 1024
"""Bytes of one text in a ledger."""
IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
# Of SQLITE_IOERR, those that happen while reading.
_FAILED_READING = frozenset(
    {
        sqlite3.SQLITE_IOERR_READ,
        sqlite3.SQLITE_IOERR_SHORT_READ,
        sqlite3.SQLITE_IOERR_FSTAT,
        sqlite3.SQLITE_IOERR_SEEK,
        sqlite3.SQLITE_IOERR_ACCESS,
        sqlite3.SQLITE_IOERR_RDLOCK,
        sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
        sqlite3.SQLITE_IOERR_CORRUPTFS,
    }
)
# Of SQLITE_ERROR, which is a fault of the program else, what SQLite says of a file that is not as we wrote it.
_ABOUT_THE_FILE = re.compile(r"unsupported file format|no such (table|column|index)|malformed|integer overflow")
_FAILED_CHECK = re.compile(rf"error code=({'|'.join(map(str, sorted(_FAILED_READING)))})\b")
_WRITES = re.compile(r"(?:INSERT INTO|UPDATE) (\w+)")
_TEXTS = {
    "indicators": StoredText.ROW,
    "fund_lines": StoredText.ROW,
    "margins": StoredText.ANNOTATIONS,
    "copies": StoredText.COPY,
    "changes": StoredText.CHANGE,
}


@contextmanager
def translating_sqlite_errors(path: Path) -> Iterator[None]:
    """Turns errors of SQLite and OSError into SelfEvalError; faults of the program pass unchanged.

    A device that does not read is told as such, never as a damaged ledger.
    """
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            ours = _text_beyond_limit(path, error, error.orig) or _translated_error(path, error.orig)
            if ours is not None:
                raise ours from error
        raise
    except sqlite3.Error as error:
        if ours := _translated_error(path, error):
            raise ours from error
        raise
    except UnicodeDecodeError as error:
        # SQLite's own complaint quotes the file, and what it quotes is no text.
        raise DamagedLedger(path, LedgerDamage.PAGES) from error
    except OverflowError as error:
        # A number that follows one in the file does not fit into a column any more.
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error
    except MemoryError as error:
        raise UnreadableFile(path, os.strerror(errno.ENOMEM)) from error
    except OSError as error:
        raise UnwritableFile(path, failure_reason(error)) from error


def raise_failed_reading(verdict: str) -> None:
    """What SQLite's check of a file says where the device did not give a page: that is no damaged one."""
    if failed := _FAILED_CHECK.search(verdict):
        error = sqlite3.OperationalError(verdict)
        error.sqlite_errorcode = int(failed[1])
        raise error


def primary_result_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; Python's own complaints have none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _translated_error(path: Path, error: sqlite3.Error) -> SelfEvalError | None:
    code = primary_result_code(error)
    if not code:
        # Python's own complaint, that a text is no UTF-8.
        is_text = isinstance(error, sqlite3.OperationalError)
        return DamagedLedger(path, LedgerDamage.CONTENT) if is_text else None
    if code == sqlite3.SQLITE_ERROR:
        return _damaged_ledger_error(path) if _ABOUT_THE_FILE.search(str(error)) else None
    ours = _EXACT.get(error.sqlite_errorcode) or _BROAD.get(code)
    return None if ours is None else ours(path)


def _text_beyond_limit(path: Path, error: DBAPIError, cause: sqlite3.Error) -> SelfEvalError | None:
    """What a statement would have written that no row holds; what is found so when reading is damage."""
    written = _WRITES.match(error.statement or "")
    if written is None or primary_result_code(cause) != sqlite3.SQLITE_TOOBIG:
        return None
    return TextBeyondLimit(path, _TEXTS.get(written[1], StoredText.FORM), MAX_VALUE)


def _damaged_ledger_error(path: Path) -> SelfEvalError:
    return DamagedLedger(path, LedgerDamage.PAGES)


def _ledger_in_use_error(path: Path) -> SelfEvalError:
    return LedgerInUse(path, "")


def _lost_ledger_error(path: Path) -> SelfEvalError:
    return LostLedger(path, FileLoss.REPLACED if path.exists() else FileLoss.GONE)


def _unopened_file_error(path: Path) -> SelfEvalError:
    """SQLite does not tell why it could not open the ledger or its journal: the system is asked again."""
    try:
        path.stat()
        if not os.access(path, os.R_OK):
            return UnreadableFile(path, os.strerror(errno.EACCES))
        if not shutil.disk_usage(path.parent).free:
            return UnwritableFile(path, os.strerror(errno.ENOSPC))
    except FileNotFoundError:
        return MissingFile(path)
    except OSError as error:
        return UnreadableFile(path, failure_reason(error))
    return UnreadableFile(path, os.strerror(errno.EIO))


def _unreadable_file_error(number: int) -> Callable[[Path], SelfEvalError]:
    return lambda path: UnreadableFile(path, os.strerror(number))


def _unwritable_file_error(number: int) -> Callable[[Path], SelfEvalError]:
    return lambda path: UnwritableFile(path, os.strerror(number))


# By SQLite's extended codes, and by its primary ones. Numbers are the system's, so that one list of words serves files
# and ledgers.
_EXACT: Mapping[int, Callable[[Path], SelfEvalError]] = {
    sqlite3.SQLITE_READONLY_DBMOVED: _lost_ledger_error,
    sqlite3.SQLITE_READONLY_ROLLBACK: UnfinishedStep,
    sqlite3.SQLITE_READONLY_RECOVERY: UnfinishedStep,
    sqlite3.SQLITE_READONLY_CANTINIT: UnfinishedStep,
    sqlite3.SQLITE_IOERR_DATA: _damaged_ledger_error,
    sqlite3.SQLITE_IOERR_NOMEM: _unreadable_file_error(errno.ENOMEM),
    **dict.fromkeys(_FAILED_READING, _unreadable_file_error(errno.EIO)),
}
_BROAD: Mapping[int, Callable[[Path], SelfEvalError]] = {
    sqlite3.SQLITE_CORRUPT: _damaged_ledger_error,
    sqlite3.SQLITE_NOTADB: _damaged_ledger_error,
    sqlite3.SQLITE_FORMAT: _damaged_ledger_error,
    # Of a statement that writes it is a text beyond the limit, see `_text_beyond_limit`.
    sqlite3.SQLITE_TOOBIG: _damaged_ledger_error,
    **dict.fromkeys((*IN_USE, sqlite3.SQLITE_PROTOCOL), _ledger_in_use_error),
    sqlite3.SQLITE_NOMEM: _unreadable_file_error(errno.ENOMEM),
    sqlite3.SQLITE_NOLFS: _unwritable_file_error(errno.EFBIG),
    sqlite3.SQLITE_FULL: _unwritable_file_error(errno.ENOSPC),
    sqlite3.SQLITE_READONLY: _unwritable_file_error(errno.EROFS),
    sqlite3.SQLITE_IOERR: _unwritable_file_error(errno.EIO),
    sqlite3.SQLITE_CANTOPEN: _unopened_file_error,
    sqlite3.SQLITE_PERM: _unreadable_file_error(errno.EACCES),
    sqlite3.SQLITE_AUTH: _unreadable_file_error(errno.EACCES),
}
