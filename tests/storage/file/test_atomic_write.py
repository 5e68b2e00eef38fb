"""A file appears whole or not at all, and the old one stays when anything fails."""

import errno
import os
import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import FileExists, UnwritableFile
from selfeval_desktop.storage.file import atomic_write
from tests.systems import flushes_folders, makes_links, sets_rights


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir() if entry.name != "selfeval-home")


def break_fsync(monkeypatch: pytest.MonkeyPatch, *, from_call: int = 1) -> None:
    """The disk is full at the n-th flush and after it."""
    calls = iter(range(1, 1000))
    real = os.fsync

    def fsync(handle: int) -> None:
        if next(calls) >= from_call:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_file_is_written(tmp_path: Path) -> None:
    atomic_write.write_files_atomically({tmp_path / "表 #1.pdf": b"new"})
    assert (tmp_path / "表 #1.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["表 #1.pdf"]


@sets_rights
def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    atomic_write.write_files_atomically({path: b"new"})
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_a_killed_run_left_behind_is_removed_once_it_is_old(tmp_path: Path) -> None:
    old, young, others = (tmp_path / name for name in (".~a.pdf.0123abcd.tmp", ".~b.pdf.0123abcd.tmp", ".~a.tmp"))
    journal = tmp_path / ".~台账.selfeval.0123abcd.tmp-journal"
    for left in (old, journal, young, others):
        left.write_bytes(b"half")
    for left in (old, journal, others):
        os.utime(left, (0, 0))
    atomic_write.write_files_atomically({tmp_path / "c.pdf": b"new"})
    assert names(tmp_path) == [".~a.tmp", ".~b.pdf.0123abcd.tmp", "c.pdf"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    break_fsync(monkeypatch)
    with pytest.raises(UnwritableFile) as caught:
        atomic_write.write_files_atomically({path: b"new"})
    assert (caught.value.path, caught.value.reason) == (path, os.strerror(errno.ENOSPC))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_a_write_protected_medium_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UnwritableFile) as caught:
        atomic_write.write_files_atomically({tmp_path / "a.pdf": b"new"})
    assert caught.value.reason == os.strerror(errno.EROFS)


def test_what_cannot_be_read_back_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"torn")
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically({tmp_path / "a.pdf": b"new"})
    assert names(tmp_path) == []


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    atomic_write.write_files_atomically({tmp_path / "out" / "a.pdf": b"new"})
    assert (tmp_path / "out" / "a.pdf").read_bytes() == b"new"


def test_a_folder_made_in_vain_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_fsync(monkeypatch)
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically({tmp_path / "out" / "a.pdf": b"new"})
    assert names(tmp_path) == []


def test_a_folder_far_from_any_other_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically({tmp_path / "no" / "such" / "a.pdf": b"new"})
    assert names(tmp_path) == []


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically({tmp_path / "a.pdf": b"new"})
    assert names(tmp_path) == ["a.pdf"]


@makes_links
def test_a_link_still_leads_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    atomic_write.write_files_atomically({tmp_path / "link.pdf": b"new"})
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_several_files_are_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    atomic_write.write_files_atomically({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"1", b"2"]


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "a").write_bytes(b"old")
    before = names(tmp_path)
    files = {tmp_path / name: name.encode() for name in "abc"}
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically(files)
    assert names(tmp_path) == before
    assert (tmp_path / "a").read_bytes() == b"old"


def fail_folders(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Flushing a folder fails so from now on."""

    def sync_folder(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        os.close(handle)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic_write, "sync_folder", sync_folder)


@pytest.mark.parametrize("link", [True, False], ids=["hard links", "no hard links"])
def test_f03_a_folder_that_fails_brings_the_old_files_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, link: bool
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    fail_folders(monkeypatch, errno.EIO)
    if not link:
        monkeypatch.setattr(Path, "hardlink_to", refuse_link)
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def refuse_link(self: Path, target: Path) -> None:
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def test_f03_one_old_file_comes_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    fail_folders(monkeypatch, errno.EIO)
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically({tmp_path / "a": b"1"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@flushes_folders
def test_f03_a_new_file_whose_folder_fails_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make() -> None:
        with atomic_write.staged_new_file(tmp_path / "a") as temp:
            temp.write_bytes(b"new")
            temp.with_name(f"{temp.name}-journal").write_bytes(b"unfinished")

    fail_folders(monkeypatch, errno.EIO)
    with pytest.raises(UnwritableFile):
        make()
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "is_told"), [pytest.param(errno.EIO, True, marks=flushes_folders), (errno.EINVAL, False)]
)
def test_f03_a_folder_that_cannot_be_flushed_at_all_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, number: int, is_told: bool
) -> None:
    def fsync(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(OSError, match=os.strerror(number)) if is_told else nullcontext():
        atomic_write.sync_folder(tmp_path)


def test_an_old_file_is_replaced_where_it_can_have_no_second_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", refuse_link)
    (tmp_path / "a").write_bytes(b"old")
    atomic_write.write_files_atomically({tmp_path / "a": b"new"})
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_an_old_file_that_cannot_be_kept_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def copy(source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "hardlink_to", refuse_link)
    monkeypatch.setattr(shutil, "copy2", copy)
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(UnwritableFile):
        atomic_write.write_files_atomically({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_the_lock_of_a_ledger_that_was_never_made_is_removed_once_it_is_old(tmp_path: Path) -> None:
    never, young, office, real = (
        tmp_path / f".~lock.{name}" for name in ("没有.selfeval", "刚才.selfeval", "表.xlsx#", "甲.selfeval")
    )
    (tmp_path / "甲.selfeval").write_bytes(b"a ledger")
    for lock in (never, young, office, real):
        lock.write_bytes(b"{}")
    for lock in (never, office, real):
        os.utime(lock, (0, 0))
    atomic_write.write_files_atomically({tmp_path / "c.pdf": b"new"})
    assert not never.exists()
    assert all(lock.exists() for lock in (young, office, real))


def test_a_folder_is_flushed_once_after_all_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(atomic_write, "sync_folder", lambda folder: seen.append(names(folder)))
    atomic_write.write_files_atomically({tmp_path / name: name.encode() for name in "abc"})
    assert seen == [["a", "b", "c"]]


def test_a_file_held_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = iter([PermissionError(errno.EACCES, "held")] * 2)
    real = Path.replace
    monkeypatch.setattr(atomic_write, "_PAUSE", 0)

    def replace(self: Path, target: Path) -> Path:
        for refusal in held:
            raise refusal
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    atomic_write.write_files_atomically({tmp_path / "a.pdf": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_a_file_held_for_good_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(atomic_write, "_PAUSE", 0)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(UnwritableFile) as caught:
        atomic_write.write_files_atomically({tmp_path / "a.pdf": b"new"})
    assert caught.value.reason == os.strerror(errno.EACCES)
    assert names(tmp_path) == []


@pytest.mark.parametrize("taken", [False, True])
def test_a_disk_without_hard_links_still_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    def hardlink_to(self: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", hardlink_to)
    path = tmp_path / "a.pdf"
    if taken:
        path.write_bytes(b"old")
    with pytest.raises(FileExists) if taken else nullcontext(), atomic_write.staged_new_file(path) as temp:
        temp.write_bytes(b"new")
    assert path.read_bytes() == (b"old" if taken else b"new")
    assert names(tmp_path) == ["a.pdf"]
