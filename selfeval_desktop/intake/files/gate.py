"""The one way to read an office file: its size is checked, then the reading process reads it within its limits."""

import os
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from selfeval_desktop.app.errors import MissingFile, UnfitFile, UnfitReason, UnreadableFile
from selfeval_desktop.app.foreign_files import open_regular_file
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import limited
from selfeval_desktop.codec.limited import LimitedReader, StopReason
from selfeval_desktop.intake.files.cells import FileContents
from selfeval_desktop.intake.files.office_file import read_office_file

LARGEST = 20_000_000
_STOPS = {
    StopReason.SLOW: UnfitReason.TOO_SLOW,
    StopReason.HEAVY: UnfitReason.TOO_HEAVY,
    StopReason.BROKEN: UnfitReason.BROKEN,
}


class OfficeFileReader:
    """Reads files one after the other in one process, which is replaced when a file crashes or stalls it."""

    def __init__(self) -> None:
        self._reader = LimitedReader()

    def __enter__(self) -> Self:
        self._reader.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reader.__exit__(kind, error, trace)

    def contents_of(self, path: Path, progress: Progress = ignore_progress) -> FileContents:
        """What the file holds; MissingFile, UnreadableFile, UnfitFile, Cancelled.

        If the process dies or exceeds the time limit, only this file is refused.
        """
        try:
            with open_regular_file(path) as file:
                size = os.fstat(file.fileno()).st_size
        except FileNotFoundError as error:
            raise MissingFile(path) from error
        except OSError as error:
            raise UnreadableFile(path, failure_reason(error)) from error
        if size > LARGEST:
            raise UnfitFile(path, UnfitReason.TOO_LARGE, str(size))
        with limited.telling_stops(partial(_unfit_file, path)):
            return self._reader.call(read_office_file, path, progress=progress)


def _unfit_file(path: Path, reason: StopReason) -> UnfitFile:
    return UnfitFile(path, _STOPS[reason])


def contents_of(path: Path, progress: Progress = ignore_progress) -> FileContents:
    """The contents of one file; raises as `OfficeFileReader.contents_of`."""
    with OfficeFileReader() as reader:
        return reader.contents_of(path, progress)
