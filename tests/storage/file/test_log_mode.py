"""A ledger that another program set to keep a log (WAL) is read and written as ever, and nothing is left beside it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, LedgerInUse, UnwritableFile
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.storage.copies import restoring
from selfeval_desktop.storage.copies.restoring import BackupFiles
from selfeval_desktop.storage.file import database, opening
from selfeval_desktop.storage.file.opening import SqliteLedgers
from tests.storage.drafts import draft

INSTALLED = TemplateFolder(paths.template_folder())


def keep_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")


@pytest.fixture
def logged(ledgers: SqliteLedgers, tmp_path: Path) -> Path:
    """A ledger of one form that keeps a log, in which nothing stands."""
    path = tmp_path / "here" / "台账.selfeval"
    path.parent.mkdir()
    with closing(ledgers.create_ledger_file(path)) as store:
        store.insert_forms([draft(project_name="甲")])
    keep_log(path)
    assert database.keeps_log(path)
    return path


def names(ledgers: SqliteLedgers, path: Path, *, read_only: bool = True) -> list[str]:
    with closing(ledgers.open_ledger_file(path, read_only=read_only)) as store:
        store.verify()
        return [each.project_name for each in store.form_summaries()]


def entries(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def leave_log(path: Path, later: Path) -> None:
    """Have all pages of `later` in the log of a program that died before it brought them into the ledger."""
    kept = path.with_name("kept")
    with closing(sqlite3.connect(path)) as connection, closing(sqlite3.connect(later)) as source:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        source.backup(connection)
        shutil.copyfile(path, kept)
        shutil.copyfile(log_of(path), path.with_name("log"))
    kept.replace(path)
    path.with_name("log").replace(log_of(path))


@pytest.fixture
def later(ledgers: SqliteLedgers, logged: Path, tmp_path: Path) -> Path:
    """The same ledger one step later."""
    path = tmp_path / "later.selfeval"
    shutil.copyfile(logged, path)
    with closing(ledgers.open_ledger_file(path)) as store:
        store.save_form(1, draft(project_name="乙"))
    return path


@pytest.mark.parametrize("read_only", [True, False])
def test_x14_it_goes_back_to_a_journal_and_nothing_stays_beside_it(
    ledgers: SqliteLedgers, logged: Path, *, read_only: bool
) -> None:
    for _ in range(2):
        assert names(ledgers, logged, read_only=read_only) == ["甲"]
        assert entries(logged) == [logged.name]
    assert not database.keeps_log(logged)


def test_x14_where_nothing_can_be_written_it_is_read_as_it_lies(
    ledgers: SqliteLedgers, logged: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder without write access, which the administrator does not know."""

    def refuse(path: Path, **_: object) -> None:
        raise UnwritableFile(path, "")

    before = logged.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(opening, "FileLock", refuse)
        patch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
        assert names(ledgers, logged) == ["甲"]
        with closing(ledgers.open_ledger_file(logged, read_only=True)) as store:
            store.back_up(tmp_path / "copy.selfeval")
        BackupFiles(tmp_path / "backups", INSTALLED).make_backup(logged, BackupReason.BY_HAND)
    assert entries(logged) == [logged.name]
    assert logged.read_bytes() == before
    assert names(ledgers, tmp_path / "copy.selfeval") == ["甲"]


def test_x14_a_backup_that_keeps_a_log_is_looked_at_and_restored_as_it_lies(
    ledgers: SqliteLedgers, logged: Path, tmp_path: Path
) -> None:
    before = logged.read_bytes()
    assert [held.summary.project_name for held in restoring.read_backup_contents(logged, INSTALLED).forms] == ["甲"]
    restoring.restore_backup(logged, tmp_path / "new.selfeval", INSTALLED)
    assert entries(logged) == [logged.name]
    assert logged.read_bytes() == before
    assert not database.keeps_log(tmp_path / "new.selfeval")
    assert names(ledgers, tmp_path / "new.selfeval") == ["甲"]


@pytest.mark.parametrize("read_only", [True, False])
def test_x14_the_log_of_a_program_that_died_is_taken_in(
    ledgers: SqliteLedgers, logged: Path, later: Path, *, read_only: bool
) -> None:
    leave_log(logged, later)
    assert names(ledgers, logged, read_only=read_only) == ["乙"]
    assert entries(logged) == [logged.name]


def test_x14_an_earlier_log_of_the_same_ledger_is_put_away(
    ledgers: SqliteLedgers, logged: Path, later: Path, tmp_path: Path
) -> None:
    leave_log(later, logged)
    log = log_of(later).read_bytes()
    # The ledger as it was before that log.
    with closing(ledgers.open_ledger_file(logged)) as store:
        store.save_form(1, draft(project_name="丙"))
        store.save_form(1, draft(project_name="丁"))
    shutil.copyfile(logged, later)
    assert names(ledgers, later) == ["丁"]
    (kept,) = (paths.user_data() / "recovery").iterdir()
    assert kept.read_bytes() == log


def test_x14_a_strangers_log_is_put_away(ledgers: SqliteLedgers, logged: Path, tmp_path: Path) -> None:
    strange = tmp_path / "别的.selfeval"
    with closing(ledgers.create_ledger_file(strange)) as store:
        store.insert_forms([draft(project_name=name) for name in "子丑寅"])
    copy = tmp_path / "copy.selfeval"
    shutil.copyfile(strange, copy)
    leave_log(copy, strange)
    log = log_of(copy).read_bytes()
    shutil.copyfile(log_of(copy), log_of(logged))
    assert names(ledgers, logged) == ["甲"]
    assert entries(logged) == [logged.name]
    (kept,) = (paths.user_data() / "recovery").iterdir()
    assert kept.read_bytes() == log


def test_a_damaged_ledger_with_a_useless_log_is_refused_and_both_stay(ledgers: SqliteLedgers, logged: Path) -> None:
    data = logged.read_bytes().replace("甲".encode(), "由".encode())
    logged.write_bytes(data)
    log_of(logged).write_bytes(b"nothing of use")
    with pytest.raises(DamagedLedger) as caught:
        ledgers.open_ledger_file(logged)
    assert caught.value.reason is LedgerDamage.JOURNAL
    assert (logged.read_bytes(), log_of(logged).read_bytes()) == (data, b"nothing of use")


_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT * FROM ledger").fetchall()
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held(logged: Path) -> Iterator[Path]:
    """The ledger while another program works on it with a log."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(logged)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        yield logged
        other.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system itself refuses")
@pytest.mark.parametrize("read_only", [True, False])
def test_x14_while_another_program_works_with_the_log_the_ledger_is_in_use(
    ledgers: SqliteLedgers, held: Path, *, read_only: bool
) -> None:
    before = entries(held), held.read_bytes()
    with pytest.raises(LedgerInUse):
        ledgers.open_ledger_file(held, read_only=read_only)
    assert (entries(held), held.read_bytes()) == before
