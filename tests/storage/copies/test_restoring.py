"""A restored ledger is new and whole; the backup, and whatever exists, stays as it is."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import NoReturn

import pytest

from selfeval_desktop import paths
from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileExists,
    LedgerInUse,
    MissingFile,
    NewerLedger,
    NotALedger,
    UnwritableFile,
)
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.codec.templates import TemplateFolder
from selfeval_desktop.storage.copies import restoring
from selfeval_desktop.storage.copies.backups import BackupFolder
from selfeval_desktop.storage.copies.ledger_copy import read_ledger_head
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms import contents
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.storage.conftest import Open
from tests.storage.drafts import draft

LEDGERS = sorted((Path(__file__).parents[2] / "ledgers").glob("*.selfeval"))
INSTALLED = TemplateFolder(paths.template_folder())


@pytest.fixture
def backup(store: LedgerForms, tmp_path: Path) -> Path:
    """A backup of two forms, one of them deleted since."""
    store.insert_forms([draft(project_name="宣传"), draft(project_name="维稳")])
    made = BackupFolder(tmp_path / "backups").make_backup(store.path, BackupReason.BY_HAND)
    store.move_to_bin([1])
    return made.path


def state(path: Path) -> tuple[bytes, int]:
    return path.read_bytes(), path.stat().st_mtime_ns


def test_a_restored_ledger_holds_what_the_backup_holds(
    backup: Path, store: LedgerForms, opened: Open, tmp_path: Path
) -> None:
    before, target = (state(backup), state(store.path)), tmp_path / "恢复.selfeval"
    restoring.restore_backup(backup, target, INSTALLED)
    restored = opened(target)
    assert [form.project_name for form in restored.form_summaries()] == ["宣传", "维稳"]
    restored.verify()
    restored.save_form(1, draft(project_name="接着填"))
    assert (state(backup), state(store.path)) == before


def test_a_restored_ledger_is_a_document_of_its_own(backup: Path, tmp_path: Path) -> None:
    restoring.restore_backup(backup, tmp_path / "恢复.selfeval", INSTALLED)
    then, now = read_ledger_head(backup), read_ledger_head(tmp_path / "恢复.selfeval")
    assert then.document_id != now.document_id
    assert (then.revision, then.root_digest) == (now.revision, now.root_digest)


@pytest.mark.parametrize("file", LEDGERS, ids=lambda file: file.stem)
def test_a_backup_of_any_version_is_restored_and_stays_byte_for_byte(file: Path, opened: Open, tmp_path: Path) -> None:
    backup, target = tmp_path / "backup.selfeval", tmp_path / "恢复.selfeval"
    copyfile(file, backup)
    before = state(backup)
    held = restoring.read_backup_contents(backup, INSTALLED)
    restoring.restore_backup(backup, target, INSTALLED)
    assert state(backup) == before
    assert database.read_schema_version(target) == database.HEAD
    summaries = opened(target).form_summaries()
    assert tuple(each.summary for each in held.forms) == summaries
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.is_file()) == [
        ".~lock.恢复.selfeval",
        "backup.selfeval",
        "恢复.selfeval",
    ]


def test_what_is_in_a_backup_is_told_form_by_form(backup: Path, store: LedgerForms) -> None:
    held, present = (
        restoring.read_backup_contents(backup, INSTALLED),
        restoring.read_backup_contents(store.path, INSTALLED),
    )
    assert [each.summary.project_name for each in held.forms] == ["宣传", "维稳"]
    assert held.document == present.document
    assert [each.summary.form_id for each in present.forms] == [2]
    assert held.forms[1].digest == present.forms[0].digest


def test_nothing_that_exists_is_replaced(backup: Path, store: LedgerForms, tmp_path: Path) -> None:
    target = tmp_path / "旧的.selfeval"
    target.write_text("旧的", "utf-8")
    with pytest.raises(FileExists):
        restoring.restore_backup(backup, target, INSTALLED)
    with pytest.raises(LedgerInUse) as told:
        restoring.restore_backup(backup, store.path, INSTALLED)
    assert told.value.holder
    assert target.read_text("utf-8") == "旧的"


def test_a_damaged_backup_makes_no_ledger(backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "恢复.selfeval"
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE indicators SET level3 = level3 || '。' WHERE form_id = 1")
    with pytest.raises(DamagedLedger) as told:
        restoring.restore_backup(backup, target, INSTALLED)
    assert told.value.path == backup
    assert not target.exists()
    monkeypatch.setattr(database, "is_whole", lambda *_, **__: False)
    with pytest.raises(DamagedLedger):
        restoring.restore_backup(backup, target, INSTALLED)


def test_a_backup_whose_rows_are_whole_but_not_its_indexes_makes_no_ledger(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "恢复.selfeval"
    with closing(sqlite3.connect(backup)) as connection, connection:
        # Each of the two indexes has the other's pages: the forms' histories are not found any more.
        names = ("ix_changes_form_id", "ix_events_form_id")
        pages = dict(connection.execute("SELECT name, rootpage FROM sqlite_master"))
        connection.execute("PRAGMA writable_schema = ON")
        for one, other in (names, names[::-1]):
            connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?", (pages[one], other))
    with pytest.raises(DamagedLedger) as told:
        restoring.restore_backup(backup, target, INSTALLED)
    assert told.value.path == backup
    assert not target.exists()


def test_a_backup_with_a_journal_beside_it_is_not_trusted(backup: Path, tmp_path: Path) -> None:
    backup.with_name(f"{backup.name}-journal").write_bytes(b"")
    with pytest.raises(DamagedLedger):
        restoring.read_backup_contents(backup, INSTALLED)


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "恢复.selfeval"
    with pytest.raises(MissingFile):
        restoring.restore_backup(tmp_path / "没有.selfeval", target, INSTALLED)
    with pytest.raises(NotALedger):
        restoring.restore_backup(tmp_path, target, INSTALLED)
    other = tmp_path / "通讯录.selfeval"
    other.write_text("通讯录", "utf-8")
    with pytest.raises(NotALedger):
        restoring.read_backup_contents(other, INSTALLED)
    assert not target.exists()


def test_a_backup_of_a_newer_program_is_refused(backup: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerLedger):
        restoring.restore_backup(backup, tmp_path / "恢复.selfeval", INSTALLED)


def test_times_that_are_none_are_damage(backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE forms SET changed_at = 'gestern'")
    monkeypatch.setattr(contents, "check_root_digest", lambda *_: read_ledger_head(backup))
    with pytest.raises(DamagedLedger):
        restoring.read_backup_contents(backup, INSTALLED)


def test_an_older_backup_needs_room_to_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> NoReturn:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(restoring, "scratch_folder", full)
    with pytest.raises(UnwritableFile):
        restoring.read_backup_contents(LEDGERS[0], INSTALLED)


def test_a_full_disk_leaves_no_ledger(
    backup: Path, tmp_path: Path, ledgers: SqliteLedgers, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, target = database.open_raw_connection, tmp_path / "恢复.selfeval"

    def limited(path: Path, mode: database.Mode) -> sqlite3.Connection:
        connection = real(path, mode)
        if path.name.endswith(".tmp"):
            connection.execute("PRAGMA max_page_count=3")
        return connection

    with monkeypatch.context() as full:
        full.setattr(database, "open_raw_connection", limited)
        with pytest.raises(UnwritableFile):
            restoring.restore_backup(backup, target, INSTALLED)
    assert not target.exists()
    ledgers.create_ledger_file(target).close()
