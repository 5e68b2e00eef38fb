"""Backups of closed ledgers are made by a process of their own; a failure waits in a note to be told."""

import subprocess
import sys
from pathlib import Path

import portalocker
import pytest
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.safety import BackupReason
from selfeval_desktop.storage.copies import closing_backups
from selfeval_desktop.storage.copies.closing_backups import ClosingBackupNotes, back_up_noted
from tests.builders import complete_form
from tests.journeys.conftest import ledger_of, stored

SECONDS = 60
IDLE = [sys.executable, "-c", ""]


class Closing(ClosingBackupNotes):
    """The notes in this test's folder; `command` None is the program's own."""

    def __init__(self, command: list[str] | None = None) -> None:
        found = paths.closing_backup_command if command is None else lambda _note: command
        super().__init__(paths.user_closing_backups(), found, paths.reader_environment())

    def await_processes(self) -> None:
        """Wait for the processes that were started."""
        for process in closing_backups._STARTED:
            process.wait(SECONDS)

    @property
    def left(self) -> list[Path]:
        """The notes that are there."""
        return self._notes()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", complete_form())


def document_of(ledger: Path) -> str:
    store: FormStore = bootstrap.ledger_files().open_ledger_file(ledger, read_only=True)
    store.close()
    return store.document_id


def made() -> list[tuple[BackupReason, int]]:
    """Reason and number of forms of each backup."""
    sets = bootstrap.backup_files().backup_sets()
    return [(each.reason, len(stored(each.path))) for one in sets for each in one.backups]


def test_the_process_makes_the_backup_and_takes_the_note_away(ledger: Path) -> None:
    closing = Closing()
    closing.start_backup(ledger, document_of(ledger))
    closing.await_processes()
    assert (made(), closing.left, closing.take_failures()) == ([(BackupReason.CLOSING, 1)], [], ())


def test_what_was_backed_up_meanwhile_is_not_backed_up_twice(ledger: Path) -> None:
    bootstrap.backup_files().make_backup(ledger, BackupReason.OPENED)
    closing = Closing()
    closing.start_backup(ledger, document_of(ledger))
    closing.await_processes()
    assert (made(), closing.left) == ([(BackupReason.OPENED, 1)], [])


def test_a_ledger_that_is_gone_is_told_once_and_leaves_nothing(ledger: Path) -> None:
    document = document_of(ledger)
    ledger.unlink()
    closing = Closing()
    closing.start_backup(ledger, document)
    closing.await_processes()
    (failed,) = closing.take_failures()
    assert failed.ledger == ledger
    assert "已被移走、改名或删除" in failed.sentence
    assert (closing.left, closing.take_failures(), made()) == ([], (), [])


def test_another_ledger_in_its_place_is_not_backed_up_for_it(ledger: Path, tmp_path: Path) -> None:
    document = document_of(ledger)
    ledger_of(tmp_path / "other.selfeval", complete_form(project_name="别人的")).replace(ledger)
    closing = Closing()
    closing.start_backup(ledger, document)
    closing.await_processes()
    assert "已被另一个文件替换" in closing.take_failures()[0].sentence
    assert made() == []


def test_a_process_that_was_ended_before_it_was_done_is_begun_anew(ledger: Path) -> None:
    Closing(IDLE).start_backup(ledger, document_of(ledger))
    closing = Closing()
    assert (len(closing.left), closing.take_failures()) == (1, ())
    closing.resume_backups()
    closing.await_processes()
    assert (made(), closing.left) == ([(BackupReason.CLOSING, 1)], [])


def test_a_process_that_does_not_start_leaves_its_note(ledger: Path, tmp_path: Path) -> None:
    closing = Closing([str(tmp_path / "no such program")])
    closing.start_backup(ledger, document_of(ledger))
    assert len(closing.left) == 1


def test_a_process_that_is_at_it_is_left_alone(ledger: Path) -> None:
    closing = Closing(IDLE)
    closing.start_backup(ledger, document_of(ledger))
    closing.await_processes()
    (note,) = closing.left
    begun = list(closing_backups._STARTED)
    with note.open("r+b") as file:
        portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE)
        closing.resume_backups()
        back_up_noted(note, lambda *_: pytest.fail("begun twice"), str)
    assert (closing_backups._STARTED, closing.left) == (begun, [note])


def test_a_note_that_says_nothing_goes(tmp_path: Path) -> None:
    closing = Closing(IDLE)
    for content in (b"", b"{", b"[]", b"{}", b"\xff", b"[" * 40_000):
        paths.user_closing_backups().mkdir(parents=True, exist_ok=True)
        (paths.user_closing_backups() / "0.backup").write_bytes(content)
        assert closing.take_failures() == ()
        closing.resume_backups()
        assert closing.left == []


def test_a_fault_of_the_program_is_told_like_a_failure(ledger: Path) -> None:
    closing = Closing(IDLE)
    closing.start_backup(ledger, document_of(ledger))
    closing.await_processes()

    def stumble(_ledger: Path, _document: str) -> None:
        raise ZeroDivisionError

    back_up_noted(closing.left[0], stumble, lambda error: type(error).__name__)
    assert [each.sentence for each in closing.take_failures()] == ["ZeroDivisionError"]


def test_a_failure_that_cannot_be_put_into_words_leaves_the_note(ledger: Path) -> None:
    closing = Closing(IDLE)
    closing.start_backup(ledger, document_of(ledger))
    closing.await_processes()
    before = closing.left[0].read_bytes()

    def stumble(*_given: object) -> str:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        back_up_noted(closing.left[0], stumble, stumble)
    assert closing.left[0].read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_name_that_is_not_utf8_comes_through(tmp_path: Path) -> None:
    closing = Closing(IDLE)
    path = tmp_path / "\udcb5\udca5.selfeval"
    closing.start_backup(path, "0")
    closing.await_processes()
    asked: list[Path] = []
    back_up_noted(closing.left[0], lambda ledger, _document: asked.append(ledger), str)
    assert asked == [path]


def test_the_process_outlives_the_window_that_started_it(ledger: Path, qtbot: QtBot) -> None:
    script = (
        "import sys; from pathlib import Path; from selfeval_desktop import bootstrap;"
        "bootstrap.build_services().closing_backups.start_backup(Path(sys.argv[1]), sys.argv[2])"
    )
    command = [sys.executable, "-c", script, str(ledger), document_of(ledger)]
    subprocess.run(command, env=paths.reader_environment(), check=True, timeout=SECONDS)
    qtbot.waitUntil(lambda: Closing().left == [], timeout=SECONDS * 1000)
    assert made() == [(BackupReason.CLOSING, 1)]


def test_the_frozen_program_does_it_through_its_own_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/selfeval/selfeval-desktop")
    note = Path("/data/closing/1.backup")
    assert paths.closing_backup_command(note) == [
        str(Path("/opt/selfeval/selfeval")),
        paths.CLOSING_BACKUP,
        str(note),
    ]
