"""One holder at a time, named to the others; a dead one holds nothing."""

import errno
import getpass
import json
import os
import platform
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import LedgerInUse, LeftLock, UnwritableFile
from selfeval_desktop.storage.file.file_lock import _MAX_CONTENT, FAR, FileLock, lock_holder_text, lock_path
from tests.systems import makes_links, moves_open_files

HOLD = """
import sys, time
from pathlib import Path
from selfeval_desktop.storage.file.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "台账.selfeval"


def test_a_second_holder_is_told_the_first(ledger: Path) -> None:
    lock = FileLock(ledger)
    with pytest.raises(LedgerInUse) as caught:
        FileLock(ledger)
    assert caught.value.path == ledger
    assert caught.value.holder == lock_holder_text(ledger)
    assert "@" in caught.value.holder
    lock.release()


def test_a_released_lock_leaves_no_file(ledger: Path) -> None:
    lock = FileLock(ledger)
    assert lock_path(ledger) == ledger.with_name(".~lock.台账.selfeval")
    assert lock_path(ledger).is_file()
    lock.release()
    lock.release()
    assert not lock_path(ledger).exists()
    FileLock(ledger).release()


def test_a_lock_that_cannot_be_signed_leaves_no_file(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("selfeval_desktop.storage.file.file_lock.json.dump", full)
    with pytest.raises(UnwritableFile):
        FileLock(ledger)
    assert list(ledger.parent.iterdir()) == []


@makes_links
def test_a_link_to_the_ledger_shares_its_lock(ledger: Path, tmp_path: Path) -> None:
    ledger.write_bytes(b"")
    link = tmp_path / "link.selfeval"
    link.symlink_to(ledger)
    lock = FileLock(ledger)
    with pytest.raises(LedgerInUse):
        FileLock(link)
    lock.release()


def test_a_holder_that_was_killed_holds_nothing(ledger: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(ledger)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().split() == [b"held"]
        with pytest.raises(LedgerInUse):
            FileLock(ledger)
        process.kill()
        process.wait()
    assert lock_path(ledger).is_file()
    FileLock(ledger).release()


@moves_open_files
def test_a_lock_whose_file_was_removed_meanwhile_is_taken_anew(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import portalocker

    real = portalocker.lock
    removed: list[Path] = []

    def lock(file: object, flags: portalocker.LockFlags) -> None:
        if not removed:
            removed.append(lock_path(ledger))
            lock_path(ledger).unlink()
        real(file, flags)  # type: ignore[arg-type]

    monkeypatch.setattr(portalocker, "lock", lock)
    held = FileLock(ledger)
    monkeypatch.undo()
    with pytest.raises(LedgerInUse):
        FileLock(ledger)
    held.release()


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere a lock keeps nobody from reading")
def test_l10_the_lock_leaves_the_name_of_its_holder_readable(ledger: Path) -> None:
    held = FileLock(ledger)
    if sys.platform == "win32":
        import msvcrt

        with lock_path(ledger).open("r+b") as other:
            msvcrt.locking(other.fileno(), msvcrt.LK_NBLCK, _MAX_CONTENT)
            msvcrt.locking(other.fileno(), msvcrt.LK_UNLCK, _MAX_CONTENT)
            other.seek(FAR)
            with pytest.raises(OSError):  # noqa: PT011 - Wine has no number for it
                msvcrt.locking(other.fileno(), msvcrt.LK_NBLCK, 1)
    held.release()


def test_a_folder_that_is_not_there_cannot_hold_a_lock(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile):
        FileLock(tmp_path / "none" / "a.selfeval")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"user": 1, "host": 2, "since": "soon"}'])
def test_a_strange_lock_file_names_nobody(ledger: Path, content: str) -> None:
    lock_path(ledger).write_text(content, "utf-8")
    assert lock_holder_text(ledger) == ""


def test_the_holder_is_named_with_its_time(ledger: Path) -> None:
    now = datetime.now().astimezone().replace(hour=14, minute=3)
    said = {"user": "王", "host": "PC1", "since": now.isoformat()}
    lock_path(ledger).write_text(json.dumps(said), "utf-8")
    assert lock_holder_text(ledger) == "王@PC1 14:03"


def test_a_holder_of_another_day_is_named_with_the_day(ledger: Path) -> None:
    then = datetime.now().astimezone() - timedelta(days=2)
    said = {"user": "王", "host": "PC1", "since": then.isoformat()}
    lock_path(ledger).write_text(json.dumps(said), "utf-8")
    assert lock_holder_text(ledger) == f"王@PC1 {then:%Y-%m-%d} {then:%H:%M}"


def test_a_file_that_cannot_be_deleted_while_open_is_deleted_then(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = iter([PermissionError(13, "open")])
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        for refusal in held:
            raise refusal
        real(self, missing_ok=missing_ok)

    lock = FileLock(ledger)
    monkeypatch.setattr(Path, "unlink", unlink)
    lock.release()
    assert not lock_path(ledger).exists()


def test_a_system_without_user_names_still_locks(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def getuser() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", getuser)
    lock = FileLock(ledger)
    assert lock_holder_text(ledger).startswith("?@")
    lock.release()


def left(ledger: Path, host: str) -> Path:
    """A lock file as somebody on that PC left it."""
    said = {"user": "wang", "host": host, "since": datetime.now().astimezone().isoformat()}
    lock_path(ledger).write_text(json.dumps(said), "utf-8")
    return lock_path(ledger)


def test_f18_what_a_dead_holder_left_on_this_pc_is_no_lock(ledger: Path) -> None:
    left(ledger, platform.node())
    lock = FileLock(ledger)
    assert lock_holder_text(ledger).startswith(f"{getpass.getuser()}@")
    lock.release()
    assert not lock_path(ledger).exists()


def test_f19_what_another_pc_left_is_asked_about_and_stays(ledger: Path) -> None:
    there = left(ledger, "PC2")
    before = there.read_bytes()
    with pytest.raises(LeftLock) as caught:
        FileLock(ledger)
    assert caught.value.holder.startswith("wang@PC2 ")
    assert caught.value.lock == there
    assert there.read_bytes() == before
    lock = FileLock(ledger, take_over=True)
    assert "PC2" not in lock_holder_text(ledger)
    lock.release()
    assert not there.exists()


@pytest.mark.parametrize("content", ["", "{", "[]"])
def test_f19_a_lock_file_that_names_nobody_is_asked_about(ledger: Path, content: str) -> None:
    lock_path(ledger).write_text(content, "utf-8")
    with pytest.raises(LeftLock) as caught:
        FileLock(ledger)
    assert caught.value.holder == ""
    FileLock(ledger, take_over=True).release()


def test_f19_nobody_takes_over_what_is_held(ledger: Path) -> None:
    lock = FileLock(ledger)
    with pytest.raises(LedgerInUse) as caught:
        FileLock(ledger, take_over=True)
    assert not isinstance(caught.value, LeftLock)
    lock.release()
