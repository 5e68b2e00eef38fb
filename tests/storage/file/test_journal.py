"""Whatever step was interrupted, a ledger opens as it was before or after it; a stranger's journal does nothing."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, UnfinishedStep, UnreadableFile
from selfeval_desktop.storage.file import database, migrations
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms import contents
from tests import builders
from tests.storage.conftest import Open
from tests.storage.drafts import draft

LONG = "长" * 3000


def beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def crash(ledgers: SqliteLedgers, folder: Path, name: str) -> Path:
    """Ledger and journal as a power cut leaves them: some pages of a step are in the file, the step is not done."""
    path, image = folder / name, folder / f"crashed {name}"
    store = ledgers.create_ledger_file(path)
    store.insert_forms([draft(project_name=f"{name}{number}") for number in range(30)])
    store._connection.exec_driver_sql("PRAGMA cache_size=1")
    store._connection.exec_driver_sql("UPDATE forms SET goal_actual = ?, deleted_at = 'x'", (LONG,))
    shutil.copyfile(path, image)
    shutil.copyfile(beside(path), beside(image))
    assert image.read_bytes() != path.read_bytes() or beside(image).stat().st_size > 512
    store._connection.rollback()
    store.close()
    return image


@pytest.fixture
def crashed(ledgers: SqliteLedgers, tmp_path: Path) -> Path:
    return crash(ledgers, tmp_path, "甲.selfeval")


@pytest.mark.parametrize("read_only", [False, True])
def test_an_interrupted_step_is_taken_back(crashed: Path, opened: Open, *, read_only: bool) -> None:
    store = opened(crashed, read_only=read_only)
    assert [summary.project_name for summary in store.form_summaries()] == [f"甲.selfeval{n}" for n in range(30)]
    store.verify()
    assert not beside(crashed).exists()


def test_a_reader_says_what_to_do_when_the_writer_is_cut_off(
    ledgers: SqliteLedgers, crashed: Path, tmp_path: Path, opened: Open
) -> None:
    torn, journal = crashed.read_bytes(), beside(crashed).read_bytes()
    opened(crashed).close()
    reader = opened(crashed, read_only=True)
    crashed.write_bytes(torn)
    beside(crashed).write_bytes(journal)
    with pytest.raises(UnfinishedStep):
        reader.load_form(1)
    assert len(opened(crashed, read_only=True).form_summaries()) == 30
    assert reader.load_form(1).project_name == "甲.selfeval0"


def test_the_torn_ledger_alone_is_refused(crashed: Path, opened: Open) -> None:
    beside(crashed).unlink()
    with pytest.raises(DamagedLedger):
        opened(crashed).verify()


def test_f23_a_strangers_journal_is_put_away_and_changes_nothing(
    ledgers: SqliteLedgers, crashed: Path, tmp_path: Path, opened: Open
) -> None:
    path = tmp_path / "乙.selfeval"
    store = ledgers.create_ledger_file(path)
    store.insert_forms([draft()])
    store.close()
    whole = path.read_bytes()
    journal = beside(crashed).read_bytes()
    beside(path).write_bytes(journal)
    assert opened(path).load_form(1) == builders.complete_form()
    assert path.read_bytes() == whole
    (kept,) = (paths.user_data() / "recovery").iterdir()
    assert kept.read_bytes() == journal
    assert not beside(path).exists()


def test_f23_an_old_journal_of_the_same_ledger_changes_nothing(
    ledgers: SqliteLedgers, crashed: Path, tmp_path: Path, opened: Open
) -> None:
    path = tmp_path / "甲.selfeval"
    store = ledgers.open_ledger_file(path)
    for number in range(3):
        store.save_form(1, draft(project_name=f"后来{number}"))
    store.close()
    shutil.copyfile(beside(crashed), beside(path))
    assert opened(path).load_form(1).project_name == "后来2"
    opened_again = opened(path, read_only=True)
    opened_again.verify()


def test_a_damaged_ledger_with_a_useless_journal_is_refused_and_both_stay(
    ledgers: SqliteLedgers, tmp_path: Path
) -> None:
    path = tmp_path / "丙.selfeval"
    store = ledgers.create_ledger_file(path)
    store.insert_forms([draft()])
    store.close()
    path.write_bytes(path.read_bytes().replace("宣传与推广".encode(), "宣传与推厂".encode()))
    beside(path).write_bytes(b"nothing of use")
    before = path.read_bytes()
    with pytest.raises(DamagedLedger) as caught:
        ledgers.open_ledger_file(path)
    assert caught.value.reason is LedgerDamage.JOURNAL
    assert path.read_bytes() == before
    assert beside(path).read_bytes() == b"nothing of use"


def test_f11_a_journal_of_a_step_that_was_not_begun_is_put_away(
    ledgers: SqliteLedgers, crashed: Path, tmp_path: Path, opened: Open
) -> None:
    """SQLite leaves it there, and every opening would look into it once more."""
    path = tmp_path / "甲.selfeval"
    whole, journal = path.read_bytes(), bytes(28) + beside(crashed).read_bytes()[28:]
    beside(path).write_bytes(journal)
    assert len(opened(path, read_only=True).form_summaries()) == 30
    assert path.read_bytes() == whole
    assert not beside(path).exists()
    (kept,) = (paths.user_data() / "recovery").iterdir()
    assert kept.read_bytes() == journal


def test_f11_what_a_killed_recovery_left_goes_with_the_next(crashed: Path, opened: Open) -> None:
    recovery = paths.user_data() / "recovery"
    old, young = recovery / ".~0123456789abcdef", recovery / ".~fedcba9876543210"
    for folder in (old, young):
        folder.mkdir(parents=True)
        (folder / "别的.selfeval").write_bytes(b"half")
    os.utime(old, (0, 0))
    opened(crashed)
    assert list(recovery.iterdir()) == [young]


def test_f11_a_device_that_fails_meanwhile_decides_nothing(
    ledgers: SqliteLedgers, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ledger that cannot be read just now is not taken for one that its journal must mend."""

    def fail(*_: object) -> None:
        raise UnreadableFile(crashed, "EIO")

    before = crashed.read_bytes(), beside(crashed).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(contents, "verify_contents", fail)
        with pytest.raises(UnreadableFile):
            ledgers.open_ledger_file(crashed)
    assert (crashed.read_bytes(), beside(crashed).read_bytes()) == before


@pytest.mark.skipif(sys.platform != "linux", reason="the lock can be asked for there only")
def test_x17_a_device_that_fails_while_the_journal_is_looked_at_is_told(
    ledgers: SqliteLedgers, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    before = crashed.read_bytes(), beside(crashed).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "fcntl", fail)
        with pytest.raises(UnreadableFile):
            ledgers.open_ledger_file(crashed)
    assert (crashed.read_bytes(), beside(crashed).read_bytes()) == before


def test_x17_a_device_that_does_not_say_whether_a_journal_is_there_decides_nothing(
    ledgers: SqliteLedgers, crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Path.lstat

    def fail(path: Path) -> os.stat_result:
        if path.name.endswith("-journal"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return own(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "lstat", fail)
        with pytest.raises(UnreadableFile):
            ledgers.open_ledger_file(crashed)


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_f24_a_log_that_no_ledger_has_is_put_away(ledgers: SqliteLedgers, tmp_path: Path, ending: str) -> None:
    path = tmp_path / "丁.selfeval"
    ledgers.create_ledger_file(path).close()
    path.with_name(path.name + ending).write_bytes(b"x" * 4096)
    before = path.read_bytes()
    ledgers.open_ledger_file(path).close()
    assert path.read_bytes() == before
    (kept,) = (paths.user_data() / "recovery").iterdir()
    assert kept.read_bytes() == b"x" * 4096


def test_a_reader_leaves_the_step_of_the_holder_alone(ledgers: SqliteLedgers, tmp_path: Path, opened: Open) -> None:
    holder = ledgers.create_ledger_file(tmp_path / "戊.selfeval")
    holder.insert_forms([draft()])
    with holder._steps.writing_transaction() as step:
        step.touch_forms([1])
        step.connection.exec_driver_sql("UPDATE forms SET project_name = '新' WHERE id = 1")
        assert beside(holder.path).exists()
        assert opened(holder.path, read_only=True).load_form(1) == builders.complete_form()
        assert beside(holder.path).exists()
    holder.close()


def test_an_upgrade_that_was_cut_off_is_taken_back_and_done_again(tmp_path: Path, opened: Open) -> None:
    path, image = tmp_path / "庚.selfeval", tmp_path / "断.selfeval"
    shutil.copyfile(Path(__file__).parents[2] / "ledgers" / "0003.selfeval", path)
    with database.connect(path, "rw") as connection, connection.begin() as transaction:
        migrations.upgrade(connection)
        connection.exec_driver_sql("PRAGMA cache_size=1")
        connection.exec_driver_sql("UPDATE forms SET goal_actual = ?", (LONG,))
        shutil.copyfile(path, image)
        shutil.copyfile(beside(path), beside(image))
        transaction.rollback()
    assert image.read_bytes() != path.read_bytes()
    store = opened(image)
    store.verify()
    assert store.load_form(1).goals == builders.complete_form().goals
    assert not beside(image).exists()
