"""What SQLite says against it comes out as our own errors; a fault of the program stays one."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from selfeval_desktop.app.errors import (
    DamagedLedger,
    LedgerDamage,
    LedgerInUse,
    LostLedger,
    MissingFile,
    SelfEvalError,
    UnfinishedStep,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from tests.systems import tells_long_names

PATH = Path("台账.selfeval")


def said(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("in SQLite's words")
    error.sqlite_errorcode = code
    return error


def direct(error: sqlite3.Error) -> Exception:
    return error


def through_sqlalchemy(error: sqlite3.Error) -> Exception:
    return OperationalError("SELECT", {}, error)


@pytest.mark.parametrize("way", [direct, through_sqlalchemy])
@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        (sqlite3.SQLITE_FULL, UnwritableFile, os.strerror(errno.ENOSPC)),
        (sqlite3.SQLITE_READONLY, UnwritableFile, os.strerror(errno.EROFS)),
        (sqlite3.SQLITE_READONLY_DBMOVED, LostLedger, None),
        (sqlite3.SQLITE_IOERR_FSYNC, UnwritableFile, os.strerror(errno.EIO)),
        (sqlite3.SQLITE_IOERR_DIR_FSYNC, UnwritableFile, os.strerror(errno.EIO)),
        (sqlite3.SQLITE_IOERR_READ, UnreadableFile, os.strerror(errno.EIO)),
        (sqlite3.SQLITE_IOERR_SHORT_READ, UnreadableFile, os.strerror(errno.EIO)),
        (sqlite3.SQLITE_IOERR_RDLOCK, UnreadableFile, os.strerror(errno.EIO)),
        (sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK, UnreadableFile, os.strerror(errno.EIO)),
        (sqlite3.SQLITE_IOERR_NOMEM, UnreadableFile, os.strerror(errno.ENOMEM)),
        (sqlite3.SQLITE_IOERR_DATA, DamagedLedger, LedgerDamage.PAGES),
        (sqlite3.SQLITE_FORMAT, DamagedLedger, LedgerDamage.PAGES),
        (sqlite3.SQLITE_NOLFS, UnwritableFile, os.strerror(errno.EFBIG)),
        (sqlite3.SQLITE_PROTOCOL, LedgerInUse, None),
        (sqlite3.SQLITE_READONLY_RECOVERY, UnfinishedStep, None),
        (sqlite3.SQLITE_CANTOPEN, MissingFile, None),
        (sqlite3.SQLITE_CORRUPT, DamagedLedger, LedgerDamage.PAGES),
        (sqlite3.SQLITE_NOTADB, DamagedLedger, LedgerDamage.PAGES),
        (sqlite3.SQLITE_BUSY, LedgerInUse, None),
    ],
)
def test_each_refusal_of_sqlite_is_one_of_ours(
    way: Callable[[sqlite3.Error], Exception], code: int, kind: type[SelfEvalError], reason: str | None
) -> None:
    error = way(said(code))
    with pytest.raises(kind) as caught, translating_sqlite_errors(PATH):
        raise error
    assert vars(caught.value)["path"] == PATH
    assert vars(caught.value).get("reason") == reason
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(
    ("refuses", "kind", "reason"),
    [
        ("read", UnreadableFile, errno.EACCES),
        ("free", UnwritableFile, errno.ENOSPC),
        pytest.param("stat", UnreadableFile, errno.ENAMETOOLONG, marks=tells_long_names),
        ("", UnreadableFile, errno.EIO),
    ],
)
def test_a_file_that_sqlite_cannot_open_is_told_with_the_systems_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refuses: str, kind: type[SelfEvalError], reason: int
) -> None:
    path = tmp_path / ("名" * 300 if refuses == "stat" else PATH.name)
    if refuses != "stat":
        path.touch()
    monkeypatch.setattr(os, "access", lambda *_: refuses != "read")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0 if refuses == "free" else 1))
    with pytest.raises(kind) as caught, translating_sqlite_errors(path):
        raise said(sqlite3.SQLITE_CANTOPEN)
    assert vars(caught.value)["reason"] == os.strerror(reason)


@pytest.mark.parametrize("told", ["unsupported file format", "no such table: forms", "no such column: forms.year"])
def test_x13_what_sqlite_says_of_a_file_that_is_not_as_written_is_damage(told: str) -> None:
    error = sqlite3.OperationalError(told)
    error.sqlite_errorcode = sqlite3.SQLITE_ERROR
    with pytest.raises(DamagedLedger), translating_sqlite_errors(PATH):
        raise error


def test_a_pc_without_memory_is_told_as_such() -> None:
    with pytest.raises(UnreadableFile) as caught, translating_sqlite_errors(PATH):
        raise MemoryError
    assert caught.value.reason == os.strerror(errno.ENOMEM)


def test_a_number_after_which_none_fits_is_damage() -> None:
    with pytest.raises(DamagedLedger), translating_sqlite_errors(PATH):
        raise OverflowError


@pytest.mark.parametrize(
    "error",
    [
        said(sqlite3.SQLITE_ERROR),
        sqlite3.ProgrammingError("closed"),
        IntegrityError("INSERT", {}, said(sqlite3.SQLITE_CONSTRAINT)),
        KeyError("ours"),
    ],
)
def test_a_fault_of_the_program_is_not_hidden(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, translating_sqlite_errors(PATH):
        raise error
    assert caught.value is error


@pytest.mark.parametrize(
    ("answer", "is_whole"),
    [("ok", True), ("Tree 5 page 5: btreeInitPage() returns error code 11", False)],
)
def test_a_check_of_the_pages_tells_whether_they_are_whole(answer: str, *, is_whole: bool) -> None:
    assert database.is_whole(Checked(answer)) is is_whole  # type: ignore[arg-type]


def test_a_page_that_the_device_did_not_give_is_no_damage() -> None:
    answer = f"Tree 5 page 5: unable to get the page. error code={sqlite3.SQLITE_IOERR_READ}"
    with pytest.raises(UnreadableFile), translating_sqlite_errors(PATH):
        database.is_whole(Checked(answer))  # type: ignore[arg-type]


class Checked:
    """A connection whose check says that."""

    def __init__(self, answer: str) -> None:
        self._answer = answer

    def exec_driver_sql(self, _: str) -> "Checked":
        return self

    def scalar(self) -> str:
        return self._answer


def test_what_the_system_refuses_is_told_in_its_words() -> None:
    with pytest.raises(UnwritableFile) as caught, translating_sqlite_errors(PATH):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))
    assert caught.value.reason == os.strerror(errno.EROFS)
