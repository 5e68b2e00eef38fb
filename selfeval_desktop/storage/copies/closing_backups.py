"""Backups of ledgers that were closed, each made by a process of its own that outlives the window.

A note in the user's folder says what is to be backed up, from before the process starts until the backup is made. The
process holds it locked. A note that nobody holds is one of a process that was ended, by the PC's shutdown say: its
backup is begun anew; or, with a failure in it, it waits to be told.
"""

import json
import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO, Any

import portalocker

from selfeval_desktop import paths
from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.app.ports.safety import FailedBackup
from selfeval_desktop.storage.file import atomic_write

_ENDING = ".backup"
_LARGEST = 65_536
_STARTED: list[subprocess.Popen[bytes]] = []
"""The processes that go on, kept until they have ended or this one does: that is how Python wants it."""
_log = logging.getLogger(__name__)


class ClosingBackupNotes:
    """The port ClosingBackups, with its notes in one folder.

    `command` gives the command that makes the backup of a note, `environment` is that of its process.
    """

    def __init__(self, folder: Path, command: Callable[[Path], list[str]], environment: dict[str, str]) -> None:
        self._folder, self._command, self._environment = folder, command, environment

    def start_backup(self, ledger: Path, document: str) -> None:
        note = self._folder / f"{token_hex(8)}{_ENDING}"
        content = {"ledger": str(ledger), "document": document, "failure": ""}
        try:
            paths.make_folder(self._folder)
            atomic_write.write_own_file(note, json.dumps(content).encode("ascii"))
        except (OSError, SelfEvalError):
            # Where not even a note finds room there is none for a backup: the next opening tries, and tells.
            _log.exception("the backup of a closed ledger was not begun")
        else:
            self._start_process(note)

    def take_failures(self) -> tuple[FailedBackup, ...]:
        found = []
        for note in self._notes():
            with _locked_note(note) as file:
                noted = _read_note(file) if file else {}
            if noted and noted["failure"]:
                found.append(FailedBackup(Path(noted["ledger"]), noted["failure"]))
                _remove_note(note)
        return tuple(found)

    def resume_backups(self) -> None:
        for note in self._notes():
            with _locked_note(note) as file:
                noted = _read_note(file) if file else {"failure": "held"}
            if not noted:
                _remove_note(note)
            elif not noted["failure"]:
                self._start_process(note)

    def _notes(self) -> list[Path]:
        with suppress(OSError):
            return sorted(self._folder.glob(f"*{_ENDING}"))
        return []

    def _start_process(self, note: Path) -> None:
        """Start the process apart from the window: it goes on when that and its console are gone."""
        _STARTED[:] = [process for process in _STARTED if process.poll() is None]
        try:
            process = subprocess.Popen(
                self._command(note),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # Not where the ledger lies: a stick in use cannot be pulled out.
                cwd=self._folder,
                env=self._environment,
                **_detached(),
            )
        except OSError:
            # The note stays for the next start.
            _log.exception("the process that backs up a closed ledger did not start")
        else:
            _STARTED.append(process)


def _detached() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def back_up_noted(
    note: Path, make: Callable[[Path, str], object], describe_failure: Callable[[Exception], str]
) -> None:
    """Make the backup of a note, in the process that was started for it; what fails is noted in words.

    `make` is given the ledger's path and its document's id. Nothing is done where the note is gone, or another process
    is at it.
    """
    with _locked_note(note) as file:
        noted = _read_note(file) if file else {}
        if file is None or not noted:
            return
        try:
            make(Path(noted["ledger"]), noted["document"])
        except Exception as error:  # noqa: BLE001 - nobody sees this process: a fault, too, is told by the next start
            told = json.dumps({**noted, "failure": describe_failure(error)}).encode("ascii")
            file.seek(0)
            file.truncate()
            file.write(told)
            return
    _remove_note(note)


@contextmanager
def _locked_note(note: Path) -> Iterator[IO[bytes] | None]:
    """The note, locked; None where it is gone, or another process holds it."""
    file = None
    try:
        file = note.open("r+b", buffering=0)
        portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
    except (OSError, portalocker.exceptions.LockException):
        if file is not None:
            file.close()
        file = None
    try:
        yield file
    finally:
        if file is not None:
            file.close()


def _read_note(file: IO[bytes]) -> dict[str, str]:
    """What a note says; empty for one that is damaged."""
    try:
        found = json.loads(file.read(_LARGEST))
        return {name: str(found[name]) for name in ("ledger", "document", "failure")}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}


def _remove_note(note: Path) -> None:
    with suppress(OSError):
        note.unlink()
