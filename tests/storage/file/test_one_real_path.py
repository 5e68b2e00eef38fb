"""A ledger is one file by whatever name it is reached; what lies beside it is a file of its own; nothing is written over it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileExists,
    FileProtection,
    LeftLock,
    MissingFile,
    NotALedger,
    ProtectedFile,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.foreign_files import NOT_REGULAR, SECOND_NAME
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.storage.copies.restoring import read_backup_contents
from selfeval_desktop.storage.file import atomic_write
from selfeval_desktop.storage.file.file_lock import FileLock, lock_holder_text, lock_path
from selfeval_desktop.storage.file.opening import SqliteLedgers
from tests.storage.conftest import Open
from tests.storage.drafts import draft
from tests.storage.file.test_journal import beside, crash

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights there that users do not have")


@pytest.fixture
def path(ledgers: SqliteLedgers, tmp_path: Path) -> Path:
    """A ledger in a folder of its own, with one form."""
    folder = tmp_path / "真"
    folder.mkdir()
    store = ledgers.create_ledger_file(folder / "L.selfeval", [draft(project_name="本台账")])
    store.close()
    return folder / "L.selfeval"


def link(path: Path, folder: Path) -> Path:
    (folder / "link.selfeval").symlink_to(path)
    return folder / "link.selfeval"


def link_to_a_link(path: Path, folder: Path) -> Path:
    (folder / "again.selfeval").symlink_to(link(path, folder))
    return folder / "again.selfeval"


def link_in_a_parent(path: Path, folder: Path) -> Path:
    (folder / "另一处").symlink_to(path.parent)
    return folder / "另一处" / path.name


def relative_link(path: Path, folder: Path) -> Path:
    (folder / "relative.selfeval").symlink_to(os.path.relpath(path, folder))
    return folder / "relative.selfeval"


WAYS = [link, link_to_a_link, link_in_a_parent, relative_link]
Way = Callable[[Path, Path], Path]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("read_only", [False, True])
def test_x02_a_strangers_journal_beside_the_real_file_changes_nothing(
    ledgers: SqliteLedgers, path: Path, tmp_path: Path, opened: Open, way: Way, *, read_only: bool
) -> None:
    stranger, whole = crash(ledgers, tmp_path, "甲.selfeval"), path.read_bytes()
    shutil.copyfile(beside(stranger), beside(path))
    store = opened(way(path, tmp_path), read_only=read_only)
    assert [summary.project_name for summary in store.form_summaries()] == ["本台账"]
    store.verify()
    assert path.read_bytes() == whole
    assert not beside(path).exists()


@pytest.mark.parametrize("way", WAYS)
def test_x02_a_backup_reached_by_a_link_is_not_rolled_back_either(
    ledgers: SqliteLedgers, path: Path, tmp_path: Path, way: Way
) -> None:
    stranger, whole = crash(ledgers, tmp_path, "甲.selfeval"), path.read_bytes()
    shutil.copyfile(beside(stranger), beside(path))
    with pytest.raises(DamagedLedger):
        read_backup_contents(way(path, tmp_path), TemplateFolder(paths.template_folder()))
    assert path.read_bytes() == whole


@pytest.mark.parametrize("way", WAYS)
def test_x02_an_error_names_the_file_as_the_user_does(path: Path, tmp_path: Path, opened: Open, way: Way) -> None:
    given = way(path, tmp_path)
    path.write_bytes(b"")
    with pytest.raises(NotALedger) as caught:
        opened(given)
    assert caught.value.path == given


@pytest.mark.parametrize("ending", ["journal", "wal", "shm"])
@pytest.mark.parametrize("kind", ["link", "link to nothing", "link to a folder", "folder", "pipe"])
@pytest.mark.parametrize("read_only", [False, True])
def test_x02_what_is_put_in_place_of_a_journal_is_put_away_unread(
    path: Path, tmp_path: Path, opened: Open, ending: str, kind: str, *, read_only: bool
) -> None:
    victim, odd = tmp_path / "precious", path.with_name(f"{path.name}-{ending}")
    victim.write_bytes(b"precious")
    odd_lock(kind, odd, victim)
    store = opened(path, read_only=read_only)
    store.verify()
    store.close()
    assert not os.path.lexists(odd)
    opened(path).save_form(1, draft(project_name="改"))
    assert victim.read_bytes() == b"precious"


def test_x02_a_link_to_nothing_and_a_loop_are_told(tmp_path: Path, opened: Open, ledgers: SqliteLedgers) -> None:
    (tmp_path / "gone.selfeval").symlink_to("nowhere")
    (tmp_path / "a.selfeval").symlink_to("b.selfeval")
    (tmp_path / "b.selfeval").symlink_to("a.selfeval")
    with pytest.raises(MissingFile):
        opened(tmp_path / "gone.selfeval")
    with pytest.raises(UnreadableFile):
        opened(tmp_path / "a.selfeval")
    for name in ("gone.selfeval", "a.selfeval"):
        with pytest.raises(FileExists):
            ledgers.create_ledger_file(tmp_path / name)
    assert not (tmp_path / "nowhere").exists()


def test_x02_a_ledger_with_two_names_is_read_but_not_written(path: Path, tmp_path: Path, opened: Open) -> None:
    """Lock and journal lie beside one name of it only."""
    other = tmp_path / "二.selfeval"
    other.hardlink_to(path)
    for name in (path, other):
        with pytest.raises(UnwritableFile) as caught:
            opened(name)
        assert caught.value.reason == SECOND_NAME
        assert not lock_path(name).exists()
        assert len(opened(name, read_only=True).form_summaries()) == 1
    other.unlink()
    opened(path).save_form(1, draft())


def test_x02_a_name_that_a_killed_run_left_does_not_count(path: Path, opened: Open) -> None:
    left = atomic_write.temporary_path(path)
    left.hardlink_to(path)
    opened(path).save_form(1, draft())
    assert not left.exists()


def odd_lock(kind: str, lock: Path, victim: Path) -> None:
    match kind:
        case "link":
            lock.symlink_to(victim)
        case "link to nothing":
            lock.symlink_to(victim.with_name("made"))
        case "link to a folder":
            lock.symlink_to(victim.parent)
        case "second name":
            lock.hardlink_to(victim)
        case "device":
            lock.symlink_to("/dev/null")
        case "folder":
            lock.mkdir()
        case "pipe":
            os.mkfifo(lock)


@pytest.mark.parametrize(
    "kind", ["link", "link to nothing", "link to a folder", "second name", "device", "folder", "pipe"]
)
@pytest.mark.parametrize("how", ["open", "take over", "make"])
def test_x11_a_lock_that_is_no_file_of_its_own_is_not_written(
    path: Path, ledgers: SqliteLedgers, tmp_path: Path, kind: str, how: str
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    target = path.with_name("new.selfeval") if how == "make" else path
    odd_lock(kind, lock_path(target), victim)
    ways: dict[str, Callable[[Path], object]] = {
        "open": ledgers.open_ledger_file,
        "take over": partial(ledgers.open_ledger_file, take_over=True),
        "make": ledgers.create_ledger_file,
    }
    with pytest.raises(UnwritableFile) as caught:
        ways[how](target)
    assert (caught.value.path, caught.value.reason) == (lock_path(target), NOT_REGULAR)
    assert victim.read_bytes() == b"precious"
    assert not victim.with_name("made").exists()
    assert os.path.lexists(lock_path(target))
    assert how != "make" or not target.exists()
    assert lock_holder_text(target) == ""


LOCKS = {
    "nested": b"[" * 4000,
    "nested objects": b'{"user":' * 500,
    "not text": bytes(range(256)),
    "long": b'{"user": "' + b"x" * 5_000_000,
    "a number": b"9" * 4000,
    "no time": b'{"user": "a", "host": "b", "since": "0001-01-01T00:00:00+23:59"}',
    "a list of lists": b'{"user": [[["a"]]], "host": {"b": 1}, "since": 5}',
    "half a character": b'{"user": "\\ud800", "host": "b", "since": "2026-01-01T00:00:00"}',
}


@pytest.mark.parametrize("content", LOCKS.values(), ids=LOCKS)
def test_x20_a_lock_that_cannot_be_read_is_asked_about(path: Path, ledgers: SqliteLedgers, content: bytes) -> None:
    lock_path(path).write_bytes(content)
    with pytest.raises(LeftLock) as caught:
        ledgers.open_ledger_file(path)
    caught.value.holder.encode()
    assert lock_path(path).read_bytes() == content
    store = ledgers.open_ledger_file(path, take_over=True)
    assert json.loads(lock_path(path).read_bytes())["host"]
    store.close()


def test_x12_a_lock_names_a_user_whose_name_is_no_utf_8(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: os.fsdecode("张三".encode("gbk")))
    lock = FileLock(path)
    assert lock_holder_text(path).startswith("张三@")
    lock.release()


def names_of_a_ledger(path: Path, folder: Path) -> list[Path]:
    hard = folder / "hard.pdf"
    hard.hardlink_to(path)
    soft = folder / "soft.pdf"
    soft.symlink_to(path)
    other = folder / "copy.json"
    shutil.copyfile(path, other)
    return [path, hard, soft, other, link_in_a_parent(path, folder)]


@pytest.mark.parametrize("is_open", [False, True])
def test_x19_no_file_replaces_a_ledger(path: Path, tmp_path: Path, opened: Open, *, is_open: bool) -> None:
    whole = path.read_bytes()
    if is_open:
        opened(path)
    for target in names_of_a_ledger(path, tmp_path):
        with pytest.raises(ProtectedFile) as caught:
            atomic_write.write_files_atomically({tmp_path / "first.pdf": b"export", target: b"export"})
        assert (caught.value.path, caught.value.reason) == (target, FileProtection.LEDGER)
    assert path.read_bytes() == whole
    assert not (tmp_path / "first.pdf").exists()


def test_x19_looking_at_a_target_does_not_drop_sqlites_locks(path: Path, tmp_path: Path, opened: Open) -> None:
    """Closing a file drops all locks that the process has on it."""
    hard = tmp_path / "hard.pdf"
    store = opened(path)
    with store._steps.writing_transaction():
        hard.hardlink_to(path)
        with pytest.raises(ProtectedFile):
            atomic_write.write_files_atomically({hard: b"export"})
        assert _is_locked_for_others(path)


def _is_locked_for_others(path: Path) -> bool:
    script = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError: print('locked')"
    )
    asked = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    return asked.stdout == "locked\n"


@pytest.mark.parametrize(
    "name",
    [
        "L.selfeval-journal",
        "L.selfeval-wal",
        "L.selfeval-shm",
        ".~lock.L.selfeval",
        ".~lock.other.selfeval",
        ".~a.pdf.0123abcd.tmp",
        "L.selfeval-journal/a.pdf",
    ],
)
def test_x19_no_export_gets_a_name_that_lies_beside_a_ledger(path: Path, name: str) -> None:
    with pytest.raises(ProtectedFile) as caught:
        atomic_write.write_files_atomically({path.parent / name: b"export"})
    assert caught.value.reason is FileProtection.BESIDE
    assert [entry.name for entry in path.parent.iterdir()] == ["L.selfeval"]


def test_x19_no_copy_gets_such_a_name(path: Path, opened: Open) -> None:
    store = opened(path)
    with pytest.raises(ProtectedFile):
        store.back_up(path.with_name("L.selfeval-journal"))


def test_x19_a_link_keeps_leading_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    target = tmp_path / "away" / "a.pdf"
    target.write_bytes(b"old")
    (tmp_path / "a.pdf").symlink_to(target)
    atomic_write.write_files_atomically({tmp_path / "a.pdf": b"new"})
    assert (tmp_path / "a.pdf").is_symlink()
    assert target.read_bytes() == b"new"
