"""Runs of the window, each with a file of its own that the system holds locked as long as the run lives.

A file that nobody holds is that of a run which nobody ended, whatever the clock and the numbers of processes say.
"""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import IO, Any

import portalocker

from selfeval_desktop import paths
from selfeval_desktop.app.ports.safety import RunRecord
from selfeval_desktop.app.settings import LedgerPosition

_ENDING = ".sitting"
# One write of one length, so that no kill leaves half of it; paths may be long.
_LENGTH = 16_384


class RunMarkerFiles:
    """The port RunMarkers, in a folder of the user."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin_run(self) -> "RunMarkerFile":
        """A new file, numbered after all that are there; where none can be made, nothing is kept."""
        numbers = [int(path.name.split("-")[0]) for path in self._marker_files()]
        name = f"{max(numbers, default=0) + 1:06}-{token_hex(4)}{_ENDING}"
        return RunMarkerFile(self._folder / name)

    def interrupted_runs(self) -> tuple[RunRecord, ...]:
        """In the order in which the runs began."""
        return tuple(left for _, left in self._unended_runs())

    def discard_run(self, left: RunRecord) -> None:
        """Remove every file that says so."""
        for path, found in self._unended_runs():
            if found == left:
                with suppress(OSError):
                    path.unlink()

    def _unended_runs(self) -> list[tuple[Path, RunRecord]]:
        return [(path, left) for path in self._marker_files() if (left := _read_unended_run(path)) is not None]

    def _marker_files(self) -> list[Path]:
        with suppress(OSError):
            return sorted(self._folder.glob(f"[0-9]*-*{_ENDING}"))
        return []


class RunMarkerFile:
    """The port RunMarker, in one locked file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = RunRecord()
        self._file = _create_locked_file(path)
        self.record_state(self._left)

    def record_state(self, left: RunRecord) -> None:
        """Overwrites the file in place: a replaced file would not be locked."""
        self._left = left
        if self._file is not None:
            with suppress(OSError):
                self._file.seek(0)
                self._file.write(json.dumps(_marker_document(left)).encode("ascii").ljust(_LENGTH)[:_LENGTH])

    def mark_ended(self) -> None:
        """Removes the file, unless it names a saved copy."""
        if self._file is None:
            return
        self._file.close()
        self._file = None
        if self._left.rescued is None:
            with suppress(OSError):
                self._path.unlink()


def _create_locked_file(path: Path) -> IO[bytes] | None:
    """A new file, locked; None where the folder cannot be written, or knows no locks."""
    try:
        paths.make_folder(path.parent)
        file = open(path, "xb", buffering=0, opener=paths.open_private)  # noqa: SIM115 - it stays open
    except OSError:
        return None
    try:
        # Waiting: a process that checks whether it is held, holds it for a moment.
        portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE)
    except (OSError, portalocker.exceptions.LockException):
        file.close()
        with suppress(OSError):
            path.unlink()
        return None
    return file


def _read_unended_run(path: Path) -> RunRecord | None:
    """What a file says that nobody holds; None for one that is held or gone. One that is damaged says nothing."""
    try:
        with open(path, "r+b", opener=paths.open_private) as file:
            portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            content = file.read(_LENGTH)
    except (OSError, portalocker.exceptions.LockException):
        return None
    try:
        return _parse_marker_document(json.loads(content))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return RunRecord()


def _marker_document(left: RunRecord) -> dict[str, Any]:
    place = left.place
    return {
        "place": [place.ledger, place.form_id, place.tab, place.field] if place else None,
        "saved_at": left.saved_at.isoformat(timespec="seconds") if left.saved_at else None,
        "rescued": str(left.rescued) if left.rescued else None,
    }


def _parse_marker_document(document: dict[str, Any]) -> RunRecord:
    place, saved_at, rescued = document["place"], document["saved_at"], document["rescued"]
    return RunRecord(
        _parse_place(*place) if place else None,
        datetime.fromisoformat(saved_at) if saved_at else None,
        Path(rescued) if rescued else None,
    )


def _parse_place(ledger: object, form_id: object, tab: object, field: object) -> LedgerPosition:
    if not (isinstance(ledger, str) and isinstance(field, str) and isinstance(tab, int)):
        raise TypeError
    if not isinstance(form_id, int | None):
        raise TypeError
    return LedgerPosition(ledger, form_id, tab, field)
