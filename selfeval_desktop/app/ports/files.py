"""Files of other programs: forms written to them, and forms recognised in them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.incoming import Incoming
from selfeval_desktop.app.ports.printouts import Printout
from selfeval_desktop.app.ports.progress import Progress, ignore_progress


class Writer(Protocol):
    """Writes forms to one file, or to a folder with one file each; the files written, in order.

    Nothing is left behind when it fails or is cancelled; an old file stays as it was (UnwritableFile,
    TextTooLong, Cancelled).
    """

    def __call__(
        self, printouts: Sequence[Printout], target: Path, progress: Progress = ignore_progress
    ) -> tuple[Path, ...]: ...


class IncomingReader(Protocol):
    """Recognises what an office's file holds; MissingFile, UnreadableFile, UnfitFile, Cancelled.

    `progress` counts the seconds that the file may take.
    """

    def __call__(self, path: Path, progress: Progress = ignore_progress) -> Incoming: ...
