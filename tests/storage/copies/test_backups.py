"""Backups are whole, in order and never in the way of the work; nothing that is not ours is ever touched."""

import errno
import gc
import json
import os
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import NoReturn

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    Cancelled,
    DamagedLedger,
    FileExists,
    FileLoss,
    LedgerInUse,
    LostLedger,
    MissingFile,
    NotBackedUp,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.ports.safety import Backup, BackupReason
from selfeval_desktop.storage.copies import backups, ledger_copy
from selfeval_desktop.storage.copies.backups import BackupFolder
from selfeval_desktop.storage.file import database, page_copy
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.storage.conftest import Open
from tests.storage.drafts import draft
from tests.systems import moves_open_files

LEDGERS = Path(__file__).parents[2] / "ledgers"
OLD = LEDGERS / "0004.selfeval"
ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False
FULL = os.strerror(errno.ENOSPC)


@pytest.fixture
def folder(tmp_path: Path) -> BackupFolder:
    return BackupFolder(tmp_path / "backups")


@pytest.fixture
def filled(store: LedgerForms) -> LedgerForms:
    """An open ledger of two forms."""
    store.insert_forms([draft(project_name="宣传"), draft(project_name="维稳")])
    return store


def names(folder: Path) -> list[str]:
    return sorted(str(entry.relative_to(folder)) for entry in folder.rglob("*") if entry.is_file())


def projects(opened: Open, path: Path) -> list[str]:
    return [form.project_name for form in opened(path, read_only=True).form_summaries()]


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every copy that SQLite makes finds the disk full after a few pages."""
    real = database.open_raw_connection

    def limited(path: Path, mode: database.Mode) -> sqlite3.Connection:
        connection = real(path, mode)
        if path.name.endswith(".tmp"):
            connection.execute("PRAGMA max_page_count=3")
        return connection

    monkeypatch.setattr(database, "open_raw_connection", limited)


def test_a_backup_is_a_whole_ledger_under_a_name_that_tells_all(
    filled: LedgerForms, folder: BackupFolder, opened: Open
) -> None:
    made = folder.make_backup(filled.path, BackupReason.BEFORE_IMPORT)
    assert projects(opened, made.path) == ["宣传", "维稳"]
    assert (made.sequence, made.reason) == (1, BackupReason.BEFORE_IMPORT)
    assert abs(datetime.now().astimezone().replace(tzinfo=None) - made.moment) < timedelta(minutes=1)
    assert made.path.parent.parent == folder.root
    assert ledger_copy.read_ledger_head(made.path) == ledger_copy.read_ledger_head(filled.path)


def test_backups_are_counted_and_listed_newest_first(filled: LedgerForms, folder: BackupFolder) -> None:
    made = [
        folder.make_backup(filled.path, reason)
        for reason in (BackupReason.OPENED, BackupReason.BY_HAND, BackupReason.CLOSING)
    ]
    (found,) = folder.backup_sets()
    assert found.backups == tuple(reversed(made))
    assert found.ledger == filled.path
    assert [each.sequence for each in found.backups] == [3, 2, 1]
    assert folder.backup_status(filled.path).newest == made[-1]


def test_what_did_not_change_is_not_backed_up_again(filled: LedgerForms, folder: BackupFolder) -> None:
    assert folder.make_backup_if_changed(filled.path, BackupReason.OPENED) is not None
    assert folder.make_backup_if_changed(filled.path, BackupReason.TIMED) is None
    filled.save_form(1, draft(project_name="改了"))
    assert folder.make_backup_if_changed(filled.path, BackupReason.TIMED) is not None
    newest = folder.backup_status(filled.path).newest
    assert newest is not None
    newest.path.write_bytes(b"SQLite format 3\0" + bytes(200))
    assert folder.make_backup_if_changed(filled.path, BackupReason.TIMED) is not None


def test_a_copy_of_a_ledger_under_another_name_has_backups_of_its_own(
    filled: LedgerForms, folder: BackupFolder, tmp_path: Path
) -> None:
    other = tmp_path / "2025 台账.selfeval"
    filled.back_up(other)
    folder.make_backup(filled.path, BackupReason.BY_HAND)
    folder.make_backup(other, BackupReason.BY_HAND)
    first, second = folder.backup_sets()
    assert first.document == second.document
    assert {first.ledger, second.ledger} == {filled.path, other}
    assert [len(each.backups) for each in (first, second)] == [1, 1]


def test_saving_goes_on_while_a_backup_is_made(filled: LedgerForms, folder: BackupFolder, opened: Open) -> None:
    filled.insert_forms([draft(project_name=f"第{number}个") for number in range(60)])
    slow: list[float] = []

    def progress(done: int, total: int) -> None:
        time.sleep(0.02)

    made: list[Backup] = []
    database_pages = page_copy._COPY_PAGES
    page_copy._COPY_PAGES = 5
    # Another thread must not take away what tests of the window left behind.
    gc.disable()
    try:
        thread = threading.Thread(
            target=lambda: made.append(folder.make_backup(filled.path, BackupReason.TIMED, progress))
        )
        thread.start()
        for number in range(5):
            start = time.monotonic()
            filled.save_form(1, draft(project_name=f"改{number}"))
            slow.append(time.monotonic() - start)
        thread.join()
    finally:
        page_copy._COPY_PAGES = database_pages
        gc.enable()
    assert max(slow) < 1
    assert len(opened(made[0].path, read_only=True).form_summaries()) == 62


def test_a_backup_can_be_given_up(filled: LedgerForms, folder: BackupFolder) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        folder.make_backup(filled.path, BackupReason.TIMED, stop)
    assert names(folder.root) == []


def test_a_ledger_that_is_gone_or_damaged_is_told_of_itself(
    filled: LedgerForms, folder: BackupFolder, path: Path
) -> None:
    with pytest.raises(MissingFile) as missing:
        folder.make_backup(path.with_name("没有.selfeval"), BackupReason.BY_HAND)
    assert missing.value.path.name == "没有.selfeval"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE indicators SET level3 = level3 || '。' WHERE form_id = 1")
    with pytest.raises(DamagedLedger) as damaged:
        folder.make_backup(path, BackupReason.BY_HAND)
    assert damaged.value.path == path
    assert names(folder.root) == []


def test_a_ledger_of_two_heads_is_damaged(filled: LedgerForms, folder: BackupFolder, path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM ledger")
    with pytest.raises(DamagedLedger):
        folder.make_backup(path, BackupReason.BY_HAND)


def test_a_ledger_locked_by_another_program_is_told_as_such(
    filled: LedgerForms, folder: BackupFolder, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    real = page_copy.copy_database

    def locked(source: Path, target: Path, *_: object) -> None:
        with closing(sqlite3.connect(source, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            with closing(database.open_raw_connection(source, "ro")) as reader:
                reader.execute("SELECT * FROM ledger")
            real(source, target)

    monkeypatch.setattr(page_copy, "copy_database", locked)
    with pytest.raises(LedgerInUse) as told:
        folder.make_backup(path, BackupReason.BY_HAND)
    assert told.value.path == path


def test_two_windows_with_one_thought_make_two_backups(
    filled: LedgerForms, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = folder.make_backup(filled.path, BackupReason.TIMED)
    real, seen = backups._backups_in, [0]

    def blind_once(where: Path) -> tuple[Backup, ...]:
        seen[0] += 1
        return () if seen[0] == 1 else real(where)

    monkeypatch.setattr(backups, "_current_local_time", lambda: first.moment)
    monkeypatch.setattr(backups, "_backups_in", blind_once)
    second = folder.make_backup(filled.path, BackupReason.TIMED)
    assert [first.sequence, second.sequence] == [1, 2]


def test_a_name_that_stays_taken_is_told(
    filled: LedgerForms, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = folder.make_backup(filled.path, BackupReason.TIMED)
    monkeypatch.setattr(backups, "_current_local_time", lambda: first.moment)
    monkeypatch.setattr(backups, "_backups_in", lambda _where: ())
    with pytest.raises(FileExists):
        folder.make_backup(filled.path, BackupReason.TIMED)


def rename_to(backup: Backup, moment: datetime) -> None:
    name = re.sub(r"-\d{8}-\d{6}-", f"-{moment:%Y%m%d-%H%M%S}-", backup.path.name)
    backup.path.rename(backup.path.with_name(name))


def test_old_backups_are_thinned_and_nothing_else_is_touched(filled: LedgerForms, folder: BackupFolder) -> None:
    day = datetime(2024, 3, 1, tzinfo=UTC).replace(tzinfo=None)
    for hour in range(8):
        rename_to(folder.make_backup(filled.path, BackupReason.TIMED), day + timedelta(hours=hour))
    inside = folder.make_backup(filled.path, BackupReason.TIMED).path.parent
    stranger = inside / re.sub("-000008-", "-000000-", names(inside)[-3])
    stranger.write_text("通讯录", "utf-8")
    note = inside / "说明.txt"
    note.write_text("我的", "utf-8")
    folder.make_backup(filled.path, BackupReason.TIMED)
    left = [each.sequence for each in folder.backup_sets()[0].backups if each.path != stranger]
    assert left == [10, 9, 8]
    assert stranger.read_text("utf-8") == "通讯录"
    assert note.exists()


def test_f58_a_clock_set_back_never_deletes_the_newest(
    filled: LedgerForms, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        folder.make_backup(filled.path, BackupReason.TIMED)
    past = datetime(2001, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    monkeypatch.setattr(backups, "_current_local_time", lambda: past)
    filled.save_form(1, draft(project_name="改了"))
    made = folder.make_backup(filled.path, BackupReason.TIMED)
    assert made.moment == past
    assert folder.backup_status(filled.path).newest == made
    assert ledger_copy.read_ledger_head(made.path) == ledger_copy.read_ledger_head(filled.path)


def test_f12_a_full_backup_folder_leaves_no_trace_and_the_ledger_goes_on(
    filled: LedgerForms, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = folder.make_backup(filled.path, BackupReason.OPENED)
    before = names(folder.root)
    with monkeypatch.context() as full:
        fill_disk(full)
        with pytest.raises(UnwritableFile) as told:
            folder.make_backup(filled.path, BackupReason.TIMED)
        filled.save_form(1, draft(project_name="照存不误"))
    assert told.value.reason == FULL
    assert names(folder.root) == before
    assert folder.backup_status(filled.path).newest == kept
    assert filled.load_form(1).project_name == "照存不误"


def test_f12_a_first_backup_that_fails_leaves_no_empty_folder(
    filled: LedgerForms, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        fill_disk(full)
        with pytest.raises(UnwritableFile):
            folder.make_backup(filled.path, BackupReason.TIMED)
    assert list(folder.root.iterdir()) == []


def test_f12_a_file_where_the_folder_should_be_is_told(filled: LedgerForms, folder: BackupFolder) -> None:
    folder.root.write_text("in the way", "utf-8")
    with pytest.raises(UnwritableFile):
        folder.make_backup(filled.path, BackupReason.TIMED)
    assert folder.backup_sets() == ()
    assert folder.backup_status(filled.path).newest is None


KILLED = """
import sys, os
from pathlib import Path
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.storage.copies.backups import BackupFolder
def progress(done, total):
    if done >= int(sys.argv[3]):
        os.kill(os.getpid(), 9)
from selfeval_desktop.storage.file import page_copy
page_copy._COPY_PAGES = 1
BackupFolder(Path(sys.argv[2])).make_backup(Path(sys.argv[1]), BackupReason.TIMED, progress)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal 9")
@pytest.mark.parametrize("step", [1, 5, 20])
def test_f10_a_killed_backup_has_no_name_and_is_swept_later(
    filled: LedgerForms, folder: BackupFolder, step: int
) -> None:
    command = [sys.executable, "-c", KILLED, str(filled.path), str(folder.root), str(step)]
    done = subprocess.run(command, check=False, cwd=Path(__file__).parents[3])
    assert done.returncode == -9
    left = [entry for entry in folder.root.rglob("*") if entry.is_file()]
    assert left
    assert all(entry.name.startswith(".~") for entry in left)
    assert folder.backup_status(filled.path).newest is None
    for entry in left:
        os.utime(entry, (time.time() - 7200,) * 2)
    made = folder.make_backup(filled.path, BackupReason.TIMED)
    assert names(made.path.parent) == sorted([made.path.name, "ledger.json"])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger of an earlier version of the program."""
    path = tmp_path / "旧台账.selfeval"
    copyfile(OLD, path)
    return path


def upgrade_backups() -> list[Backup]:
    return [
        each
        for one in BackupFolder(paths.user_backups()).backup_sets()
        for each in one.backups
        if each.reason is BackupReason.BEFORE_UPGRADE
    ]


@pytest.mark.parametrize("read_only", [False, True])
def test_f09_an_older_ledger_is_backed_up_before_it_is_upgraded(old: Path, opened: Open, *, read_only: bool) -> None:
    opened(old, read_only=read_only)
    assert database.read_schema_version(old) == database.HEAD
    (made,) = upgrade_backups()
    assert database.read_schema_version(made.path) == "0004"
    assert dump(made.path) == dump(OLD)


def dump(path: Path) -> list[str]:
    with closing(database.open_raw_connection(path, "immutable")) as connection:
        return list(connection.iterdump())


def test_f09_without_room_for_a_backup_the_older_ledger_stays_as_it_is(
    old: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (old.read_bytes(), old.stat().st_mtime_ns)
    with monkeypatch.context() as full:
        fill_disk(full)
        with pytest.raises(NotBackedUp) as told:
            opened(old)
    assert (told.value.path, told.value.reason) == (old, FULL)
    assert (old.read_bytes(), old.stat().st_mtime_ns) == before
    assert upgrade_backups() == []
    opened(old)
    assert len(upgrade_backups()) == 1


def test_f09_an_older_ledger_whose_upgrade_does_not_succeed_on_a_copy_is_left_alone(
    old: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE ledger SET root_digest = ?", ("0" * 64,))
    before = old.read_bytes()
    with pytest.raises(DamagedLedger) as told:
        opened(old)
    assert told.value.path == old
    assert old.read_bytes() == before
    assert upgrade_backups() == []


def test_f09_the_copy_that_is_tried_out_needs_room_too(
    old: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, FULL)

    monkeypatch.setattr(ledger_copy, "copyfile", full)
    with pytest.raises(NotBackedUp):
        opened(old)
    assert database.read_schema_version(old) == "0004"


def test_f09_pages_that_are_no_index_are_found_before_an_upgrade(
    old: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "is_whole", lambda *_, **__: False)
    with pytest.raises(DamagedLedger):
        opened(old)
    assert database.read_schema_version(old) == "0004"


KILLED_UPGRADE = """
import os, sys
from pathlib import Path
from selfeval_desktop import paths
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.storage.file import opening
from selfeval_desktop.storage.file.opening import SqliteLedgers
if sys.argv[2] == "before":
    opening.bring_up_to_date = lambda path, installed: os.kill(os.getpid(), 9)
else:
    real = opening.bring_up_to_date
    def cut_off(path, installed):
        if path == Path(sys.argv[1]):
            os.kill(os.getpid(), 9)
        real(path, installed)
    opening.bring_up_to_date = cut_off
SqliteLedgers(TemplateFolder(paths.template_folder())).open_ledger_file(Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal 9")
@pytest.mark.parametrize(("when", "count"), [("before", 0), ("after", 1)])
def test_f09_killed_around_the_backup_the_ledger_is_the_old_one(old: Path, opened: Open, when: str, count: int) -> None:
    before = dump(old)
    command = [sys.executable, "-c", KILLED_UPGRADE, str(old), when]
    done = subprocess.run(command, check=False, cwd=Path(__file__).parents[3])
    assert done.returncode == -9
    assert dump(old) == before
    assert len(upgrade_backups()) == count
    assert projects(opened, old)


def test_a_copy_elsewhere_is_told_of_even_when_it_is_taken_away(
    filled: LedgerForms, folder: BackupFolder, opened: Open, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(MissingFile):
        folder.copy_to_folder(filled.path, stick)
    stick.mkdir()
    made = folder.copy_to_folder(filled.path, stick)
    assert made.path.is_relative_to(stick)
    assert projects(opened, made.path) == ["宣传", "维稳"]
    standing = folder.backup_status(filled.path)
    assert standing.newest is None
    assert standing.away is not None
    assert (standing.away.folder, standing.away.moment) == (stick, made.moment)
    stick.rename(tmp_path / "away")
    assert folder.backup_status(filled.path).away == standing.away
    stick.mkdir()
    assert folder.backup_status(filled.path).away is None


def test_a_copy_elsewhere_is_told_of_after_backups_here_and_when_the_ledger_has_another_name(
    filled: LedgerForms, folder: BackupFolder, tmp_path: Path
) -> None:
    stick = tmp_path / "U"
    stick.mkdir()
    made = folder.copy_to_folder(filled.path, stick)
    folder.make_backup(filled.path, BackupReason.TIMED)
    elsewhere = tmp_path / "搬家" / filled.path.name
    elsewhere.parent.mkdir()
    copyfile(filled.path, elsewhere)
    folder.make_backup(elsewhere, BackupReason.TIMED)
    away = folder.backup_status(elsewhere).away
    assert away is not None
    assert (away.folder, away.moment) == (stick, made.moment)
    assert [one.ledger for one in folder.backup_sets()] == [elsewhere]


def test_copies_elsewhere_are_never_thinned(filled: LedgerForms, folder: BackupFolder, tmp_path: Path) -> None:
    for _ in range(6):
        folder.copy_to_folder(filled.path, tmp_path)
    (there,) = BackupFolder(tmp_path).backup_sets()
    assert len(there.backups) == 6


@pytest.mark.parametrize("note", ["", "[]", "{", '{"ledger": 3, "away": 4}', '{"away": {"folder": "/x"}}'])
def test_a_damaged_note_costs_only_what_it_says(filled: LedgerForms, folder: BackupFolder, note: str) -> None:
    made = folder.make_backup(filled.path, BackupReason.BY_HAND)
    (made.path.parent / "ledger.json").write_text(note, "utf-8")
    (found,) = folder.backup_sets()
    assert (found.ledger, found.backups) == (None, (made,))
    standing = folder.backup_status(filled.path)
    assert (standing.newest, standing.away) == (made, None)
    folder.make_backup(filled.path, BackupReason.BY_HAND)
    assert json.loads((made.path.parent / "ledger.json").read_text("utf-8"))["ledger"] == str(filled.path)


def test_f14_a_ledger_that_is_gone_still_has_its_backups(filled: LedgerForms, folder: BackupFolder) -> None:
    made = folder.make_backup(filled.path, BackupReason.BY_HAND)
    filled.close()
    filled.path.unlink()
    assert folder.backup_status(filled.path).newest == made
    assert folder.backup_status(filled.path.with_name("别的.selfeval")).newest is None


@moves_open_files
def test_f14_what_came_in_place_of_a_ledger_is_not_backed_up_in_its_name(
    filled: LedgerForms, folder: BackupFolder, tmp_path: Path
) -> None:
    path, document, stick = filled.path, filled.document_id, tmp_path / "stick"
    stick.mkdir()
    made = folder.make_backup(path, BackupReason.BY_HAND, document=document)
    before = names(folder.root)
    ways: tuple[Callable[[], object], ...] = (
        lambda: folder.make_backup(path, BackupReason.BY_HAND, document=document),
        lambda: folder.make_backup_if_changed(path, BackupReason.TIMED, document=document),
        lambda: folder.copy_to_folder(path, stick, document=document),
    )
    path.rename(path.with_name("原来的.selfeval"))
    for fate in (FileLoss.GONE, FileLoss.REPLACED):
        if fate is FileLoss.REPLACED:
            copyfile(LEDGERS / "0007.selfeval", path)
        for back_up in ways:
            with pytest.raises(LostLedger) as told:
                back_up()
            assert (told.value.path, told.value.loss) == (path, fate)
        assert folder.backup_status(path, document).newest == made
    assert (names(folder.root), list(stick.iterdir())) == (before, [])


def test_f14_a_ledger_that_is_replaced_while_it_is_copied_leaves_no_copy(filled: LedgerForms, tmp_path: Path) -> None:
    target = tmp_path / "copy.selfeval"
    with pytest.raises(LostLedger):
        ledger_copy.duplicate_ledger(filled.path, target, document="another")
    assert not target.exists()


def test_folders_of_other_things_are_no_backups(filled: LedgerForms, folder: BackupFolder) -> None:
    folder.make_backup(filled.path, BackupReason.BY_HAND)
    (folder.root / "别的").mkdir()
    (folder.root / "空的-01234567").mkdir()
    (folder.root / "文件-01234567").write_text("x", "utf-8")
    assert len(folder.backup_sets()) == 1


def test_a_copy_that_reads_back_differently_is_told(
    filled: LedgerForms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.selfeval"
    other = ledger_copy.read_ledger_head(filled.path).__class__("x", 1, "y")
    monkeypatch.setattr(ledger_copy, "read_ledger_head", lambda _path: other)
    with pytest.raises(DamagedLedger) as told:
        filled.back_up(target)
    assert told.value.path == target


def test_broken_pages_are_never_backed_up(
    filled: LedgerForms, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "is_whole", lambda *_, **__: False)
    with pytest.raises(DamagedLedger):
        folder.make_backup(filled.path, BackupReason.BY_HAND)
    assert names(folder.root) == []


def test_a_stick_that_fails_is_not_there(
    filled: LedgerForms, folder: BackupFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = folder.copy_to_folder(filled.path, stick)
    real = Path.is_dir

    def fail(path: Path) -> bool:
        if path == stick:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(path)

    monkeypatch.setattr(Path, "is_dir", fail)
    away = folder.backup_status(filled.path).away
    assert away is not None
    assert away.moment == made.moment
    with pytest.raises(MissingFile):
        folder.copy_to_folder(filled.path, stick)


def test_a_copy_that_cannot_be_read_again_under_its_name_does_not_stay(
    filled: LedgerForms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(path: Path) -> NoReturn:
        raise UnreadableFile(path, "Input/output error")

    monkeypatch.setattr("selfeval_desktop.storage.copies.ledger_copy.read_ledger_head", unreadable)
    with pytest.raises(UnreadableFile):
        filled.back_up(tmp_path / "副本.selfeval")
    assert not (tmp_path / "副本.selfeval").exists()
