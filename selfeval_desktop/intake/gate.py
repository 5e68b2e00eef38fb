"""The gate that every office file comes through: its size is looked at, then it is read elsewhere, against the clock."""

import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import IO

from selfeval_desktop import paths
from selfeval_desktop.app.errors import MissingFile, Unfit, UnfitFile, UnreadableFile, UnwritableFile
from selfeval_desktop.app.ports import Progress, unwatched
from selfeval_desktop.intake.cells import Contents, Refusing, unpacked

LARGEST = 20_000_000
SECONDS = 10.0
_GLANCE = 0.05
_NO_WINDOW = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
"""Windows would show a console for the reader."""


def contents_of(path: Path, progress: Progress = unwatched) -> Contents:
    """What the file holds; MissingFile, UnreadableFile, UnfitFile, Cancelled; UnwritableFile of the system's own folder.

    A reader that dies, or does not come back in time, costs nothing but its file.
    """
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    if size > LARGEST:
        raise UnfitFile(path, Unfit.TOO_LARGE, str(size))
    try:
        return unpacked(_told_by_child(path, progress))
    except Refusing as refusing:
        raise UnfitFile(path, refusing.reason, refusing.found) from refusing


def _told_by_child(path: Path, progress: Progress) -> bytes:
    with _scratch() as told:
        child = subprocess.Popen(
            [*paths.reader_command(), str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.DEVNULL,
            env=paths.reader_environment(),
            creationflags=_NO_WINDOW,
        )
        try:
            code = _waited(child, progress)
        finally:
            # Also when the user wants no more of it.
            child.kill()
            child.wait()
        if code != 0:
            raise Refusing(_reason(code))
        told.seek(0)
        return told.read()


def _scratch() -> IO[bytes]:
    """Where the child writes its answer; UnwritableFile."""
    try:
        return tempfile.TemporaryFile()
    except OSError as error:
        folder = Path(tempfile.tempdir or error.filename or "")
        raise UnwritableFile(folder, error.strerror or str(error)) from error


def _waited(child: subprocess.Popen[bytes], progress: Progress) -> int | None:
    """The child's exit code; None when its time is over."""
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < SECONDS:
        progress(int(passed), int(SECONDS))
        try:
            return child.wait(_GLANCE)
        except subprocess.TimeoutExpired:
            continue
    return None


def _reason(code: int | None) -> Unfit:
    """Why a reader that gives no answer has ended: the clock, the system, or a fault of its own."""
    if code is None or -code == getattr(signal, "SIGXCPU", None):
        return Unfit.TOO_SLOW
    return Unfit.TOO_HEAVY if code < 0 else Unfit.BROKEN
