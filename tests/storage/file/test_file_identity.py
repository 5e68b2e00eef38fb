"""Whatever happens to the file while it is open, nothing is written where it does not belong, and all that was typed can be saved."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileLoss,
    LedgerInUse,
    LostLedger,
    SelfEvalError,
    StaleLedger,
    UnknownForm,
)
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.file.file_lock import lock_path
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests import builders
from tests.builders import QUESTION
from tests.storage.conftest import Open
from tests.storage.drafts import draft
from tests.storage.file.test_journal import beside, crash
from tests.systems import moves_open_files

Harm = Callable[[Path, Path], None]
"""What is done to the ledger of the first path; the second is another whole ledger."""


@pytest.fixture
def filled(store: LedgerForms) -> LedgerForms:
    store.insert_forms([draft(project_name="甲"), draft(project_name="乙")])
    return store


@pytest.fixture
def other(ledgers: SqliteLedgers, tmp_path: Path) -> Path:
    """Another ledger, closed."""
    path = tmp_path / "别的.selfeval"
    ledgers.create_ledger_file(path, [draft(project_name="别的")]).close()
    return path


@pytest.fixture
def rival(filled: LedgerForms, opened: Open) -> LedgerForms:
    """A second writer: the lock of the first was taken away by force."""
    lock_path(filled.path).unlink()
    return opened(filled.path)


def delete(path: Path, _other: Path) -> None:
    path.unlink()


def rename(path: Path, _other: Path) -> None:
    path.rename(path.with_name("改名.selfeval"))


def take_folder_away(path: Path, _other: Path) -> None:
    folder = path.parent
    folder.rename(folder.with_name("搬走了"))


def replace(path: Path, other: Path) -> None:
    shutil.copyfile(other, path.with_name("new"))
    path.with_name("new").replace(path)


def overwrite(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


def overwrite_with_text(path: Path, _other: Path) -> None:
    path.write_text("这不是台账。" * 400, "utf-8")


def overwrite_with_another_database(path: Path, other: Path) -> None:
    with closing(sqlite3.connect(other.with_name("x.db"))) as made:
        made.execute("CREATE TABLE notes (id)")
    overwrite(path, other.with_name("x.db"))


def keep_log(path: Path, _other: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"x" * 5000)


MOVES = [pytest.param(harm, marks=moves_open_files) for harm in (delete, rename, replace)]


@pytest.fixture(autouse=True)
def still_there(tmp_path: Path) -> Iterator[None]:
    """A folder that a test moves is put back, so that what is open in it is closed where it is."""
    yield
    if not tmp_path.exists():
        tmp_path.with_name("搬走了").rename(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        entry.name: entry.read_bytes()
        for entry in folder.rglob("*")
        if entry.is_file() and not entry.name.startswith(".~lock.")
    }


@pytest.mark.parametrize(
    ("harm", "fate"),
    [
        pytest.param(delete, FileLoss.GONE, marks=moves_open_files),
        pytest.param(rename, FileLoss.GONE, marks=moves_open_files),
        pytest.param(take_folder_away, FileLoss.GONE, marks=moves_open_files),
        pytest.param(replace, FileLoss.REPLACED, marks=moves_open_files),
        (overwrite, FileLoss.OVERWRITTEN),
        (overwrite_with_another_database, FileLoss.OVERWRITTEN),
        (keep_log, FileLoss.LOGGED),
    ],
)
def test_f14_f15_f24_a_ledger_that_is_not_in_its_place_takes_nothing_and_says_so(
    filled: LedgerForms, other: Path, harm: Harm, fate: FileLoss
) -> None:
    harm(filled.path, other)
    folder = filled.path.parent if filled.path.parent.exists() else filled.path.parent.with_name("搬走了")
    before = contents(folder)
    with pytest.raises(LostLedger) as caught:
        filled.save_form(1, draft(project_name="新"))
    assert caught.value.loss is fate
    assert contents(folder) == before


@pytest.mark.parametrize("harm", [*MOVES, keep_log])
def test_f14_f24_the_look_now_and_then_finds_it_before_anything_is_saved(
    filled: LedgerForms, other: Path, harm: Harm
) -> None:
    assert not filled.has_outside_changes()
    harm(filled.path, other)
    with pytest.raises(LostLedger):
        filled.has_outside_changes()


@pytest.mark.parametrize("harm", [overwrite, overwrite_with_text, overwrite_with_another_database])
def test_f15_what_is_written_over_it_is_never_taken_for_the_ledger(
    filled: LedgerForms, other: Path, harm: Harm
) -> None:
    harm(filled.path, other)
    before = contents(filled.path.parent)

    def look() -> None:
        assert filled.has_outside_changes()
        filled.load_outside_changes()

    for touch in (look, lambda: filled.load_form(1), lambda: filled.save_form(1, draft())):
        with pytest.raises((LostLedger, DamagedLedger)):
            touch()
    assert contents(filled.path.parent) == before


def test_f15_an_older_copy_of_itself_is_told_and_left_alone(filled: LedgerForms, tmp_path: Path) -> None:
    old = tmp_path / "旧.selfeval"
    filled.back_up(old)
    filled.save_form(1, draft(project_name="后来"))
    overwrite(filled.path, old)
    for touch in (filled.load_outside_changes, lambda: filled.save_form(2, draft())):
        with pytest.raises(LostLedger) as caught:
            touch()
        assert caught.value.loss is FileLoss.OVERWRITTEN
    assert filled.path.read_bytes() == old.read_bytes()


@pytest.mark.parametrize("harm", [*MOVES, keep_log])
def test_f14_f24_everything_can_be_saved_under_a_new_name(
    filled: LedgerForms, other: Path, opened: Open, tmp_path: Path, harm: Harm
) -> None:
    harm(filled.path, other)
    before = contents(tmp_path)
    target = tmp_path / "副本.selfeval"
    assert filled.copy_readable_content(target)
    with closing(opened(target)) as saved:
        saved.verify()
        assert [each.project_name for each in saved.form_summaries()] == ["甲", "乙"]
        saved.save_form(1, draft(project_name="接着填"))
    assert {name: data for name, data in contents(tmp_path).items() if name != target.name} == before


@pytest.mark.parametrize("harm", [overwrite, overwrite_with_text, overwrite_with_another_database])
def test_f15_what_was_written_over_it_is_not_saved_as_the_ledger(
    filled: LedgerForms, other: Path, tmp_path: Path, harm: Harm
) -> None:
    harm(filled.path, other)
    with pytest.raises((LostLedger, DamagedLedger)):
        filled.copy_readable_content(tmp_path / "副本.selfeval")
    assert not (tmp_path / "副本.selfeval").exists()


def test_f15_an_earlier_state_is_saved_and_told_to_be_one(filled: LedgerForms, opened: Open, tmp_path: Path) -> None:
    filled.back_up(tmp_path / "old")
    filled.save_form(1, draft(project_name="后来"))
    overwrite(filled.path, tmp_path / "old")
    assert not filled.copy_readable_content(tmp_path / "副本.selfeval")
    assert [each.project_name for each in opened(tmp_path / "副本.selfeval").form_summaries()] == ["甲", "乙"]


@moves_open_files
def test_f14_a_file_that_comes_back_is_saved_into_again(filled: LedgerForms, tmp_path: Path) -> None:
    filled.path.rename(tmp_path / "away")
    with pytest.raises(LostLedger):
        filled.save_form(1, draft(project_name="新"))
    (tmp_path / "away").rename(filled.path)
    filled.save_form(1, draft(project_name="新"))
    assert filled.load_form(1).project_name == "新"


@moves_open_files
def test_f14_the_journal_of_what_took_its_name_is_neither_used_nor_deleted(filled: LedgerForms, other: Path) -> None:
    replace(filled.path, other)
    journal = filled.path.with_name(f"{filled.path.name}-journal")
    journal.write_bytes(b"theirs" * 500)
    with pytest.raises(LostLedger):
        filled.load_form(1)
    assert journal.read_bytes() == b"theirs" * 500


def test_f24_once_the_other_program_has_gone_the_ledger_is_one_file_again(filled: LedgerForms, opened: Open) -> None:
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as another:
        another.execute("PRAGMA journal_mode=WAL")
        another.execute("PRAGMA user_version=1")
        with pytest.raises(LostLedger):
            filled.save_form(1, draft(project_name="新"))
    filled.has_outside_changes()
    filled.save_form(1, draft(project_name="新"))
    assert not list(filled.path.parent.glob("*-wal"))
    filled.close()
    assert opened(filled.path).load_form(1).project_name == "新"


def test_f24_a_ledger_that_was_left_with_a_log_opens_as_one_file(filled: LedgerForms, opened: Open) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.path)) as another:
        another.execute("PRAGMA journal_mode=WAL")
    store = opened(filled.path)
    store.save_form(1, draft(project_name="新"))
    assert not list(filled.path.parent.glob("*-wal"))


def test_f17_a_ledger_locked_by_another_program_is_told_and_saved_into_when_it_is_free(
    filled: LedgerForms,
) -> None:
    filled._connection.connection.driver_connection.execute("PRAGMA busy_timeout=0")  # type: ignore[union-attr]
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as another:
        another.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerInUse):
            filled.save_form(1, draft(project_name="新"))
        with pytest.raises(LedgerInUse):
            filled.has_outside_changes()
        another.execute("ROLLBACK")
    filled.save_form(1, draft(project_name="新"))
    assert filled.load_form(1).project_name == "新"


def test_f17_a_busy_ledger_is_waited_for_once_and_not_at_every_key(filled: LedgerForms) -> None:
    driver = filled._connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("PRAGMA busy_timeout=1")
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as another:
        another.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerInUse):
            filled.save_form(1, draft())
        with pytest.raises(LedgerInUse):
            filled.has_outside_changes()
        assert driver.execute("PRAGMA busy_timeout").fetchone() == (0,)
        another.execute("ROLLBACK")
    filled.save_form(1, draft())
    assert driver.execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_f17_a_copy_of_a_busy_ledger_is_given_up_after_a_while(
    filled: LedgerForms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled._connection.connection.driver_connection.execute("PRAGMA busy_timeout=0")  # type: ignore[union-attr]
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as another:
        another.execute("BEGIN EXCLUSIVE")
        for copy in (filled.copy_readable_content, filled.back_up):
            with pytest.raises(LedgerInUse):
                copy(tmp_path / "副本.selfeval")
        another.execute("ROLLBACK")
    filled.copy_readable_content(tmp_path / "副本.selfeval")
    assert [path.name for path in tmp_path.glob("副本*")] == ["副本.selfeval"]


@moves_open_files
def test_f22_nothing_is_stored_over_what_another_stored(filled: LedgerForms, rival: LedgerForms) -> None:
    rival.save_form(1, draft(project_name="他的"))
    writes: list[Callable[[], object]] = [
        lambda: filled.save_form(1, draft(project_name="我的")),
        lambda: filled.save_forms({2: draft()}),
        lambda: filled.insert_forms([draft()]),
        lambda: filled.move_to_bin([1]),
        lambda: filled.replace_units(()),
        lambda: filled.save_rules_off({"K02"}, {}),
    ]
    for write in writes:
        with pytest.raises(StaleLedger):
            write()
    assert filled.load_form(1).project_name == "他的"
    filled.verify()


@moves_open_files
def test_f22_after_catching_up_the_ledger_is_stored_into_again_and_verifies(
    filled: LedgerForms, rival: LedgerForms, opened: Open
) -> None:
    rival.save_form(1, draft(project_name="他的"))
    assert filled.has_outside_changes()
    assert filled.load_outside_changes()
    assert not filled.has_outside_changes()
    assert not filled.load_outside_changes()
    filled.save_form(2, draft(project_name="我的"))
    assert rival.load_outside_changes()
    rival.move_to_bin([1])
    filled.load_outside_changes()
    with pytest.raises(UnknownForm):
        filled.save_form(1, draft())
    reader = opened(filled.path, read_only=True)
    reader.verify()
    assert [each.project_name for each in reader.form_summaries()] == ["我的"]


def test_f22_what_another_stored_is_taken_only_when_its_root_is_right(filled: LedgerForms) -> None:
    with closing(sqlite3.connect(filled.path)) as another:
        another.execute("UPDATE ledger SET revision = revision + 1")
        another.execute("UPDATE forms SET project_name = '偷改' WHERE id = 1")
        another.commit()
    assert filled.has_outside_changes()
    with pytest.raises(DamagedLedger):
        filled.load_outside_changes()
    with pytest.raises(StaleLedger):
        filled.save_form(1, draft())


def test_f16_a_reader_follows_what_the_holder_stores(filled: LedgerForms, opened: Open) -> None:
    reader = opened(filled.path, read_only=True)
    assert not reader.has_outside_changes()
    filled.save_form(1, draft(project_name="新"))
    assert reader.has_outside_changes()
    assert reader.load_outside_changes()
    assert reader.load_form(1).project_name == "新"
    assert not reader.has_outside_changes()


@moves_open_files
def test_the_lock_of_whoever_came_by_force_is_left_to_him(filled: LedgerForms, rival: LedgerForms) -> None:
    filled.close()
    assert lock_path(rival.path).exists()
    rival.close()
    assert not lock_path(rival.path).exists()


LONG = "长" * 40


@pytest.mark.parametrize(
    "folders",
    [
        ["文件 夹", "#井号", f"问号{QUESTION}", "50%25"],
        ["空 格" * 9, "a" * 100, "b" * 100, "c" * 60],
    ],
    ids=["odd", "260"],
)
def test_f26_a_ledger_works_wherever_it_lies(
    ledgers: SqliteLedgers, opened: Open, tmp_path: Path, folders: list[str]
) -> None:
    path = tmp_path.joinpath(*folders) / f"年 度#台账 100%{QUESTION}.selfeval"
    path.parent.mkdir(parents=True)
    ledgers.create_ledger_file(path, [draft()]).close()
    store = opened(path)
    store.save_form(1, draft(project_name="新"))
    store.back_up(path.with_name("备份.selfeval"))
    reader = opened(path, read_only=True)
    reader.verify()
    assert not reader.has_outside_changes()
    assert reader.load_form(1).project_name == "新"


def test_f26_a_path_that_is_too_long_is_told_as_such_and_leaves_nothing(ledgers: SqliteLedgers, tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*[LONG] * 5)
    folder.mkdir(parents=True)
    with pytest.raises(SelfEvalError) as caught:
        ledgers.create_ledger_file(folder / "台账.selfeval")
    assert vars(caught.value)["reason"] == os.strerror(errno.ENAMETOOLONG)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("is_valid", [True, False])
def test_f23_a_strangers_journal_that_arrives_while_the_ledger_is_open_changes_nothing(
    ledgers: SqliteLedgers, filled: LedgerForms, tmp_path: Path, *, is_valid: bool
) -> None:
    theirs = beside(crash(ledgers, tmp_path, "别家.selfeval")).read_bytes() if is_valid else b"x" * 4000
    for touch in (lambda: filled.load_form(2), lambda: filled.save_form(1, draft(project_name="新"))):
        beside(filled.path).write_bytes(theirs)
        touch()
        assert filled.load_form(2).project_name == "乙"
        filled.verify()
    assert filled.load_form(1) == builders.complete_form(project_name="新")
    kept = [journal.read_bytes() for journal in (paths.user_data() / "recovery").glob("*")]
    assert kept == [theirs, theirs] * is_valid


def test_f23_where_nobody_tells_of_locks_a_journal_that_stays_is_nobodys(
    ledgers: SqliteLedgers, filled: LedgerForms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfeval_desktop.storage.file.journal.sys.platform", "win32")
    monkeypatch.setattr("selfeval_desktop.storage.file.journal._BETWEEN_LOOKS", 0.001)
    shutil.copyfile(beside(crash(ledgers, tmp_path, "别家.selfeval")), beside(filled.path))
    assert filled.load_form(2).project_name == "乙"
    assert len(list((paths.user_data() / "recovery").iterdir())) == 1
