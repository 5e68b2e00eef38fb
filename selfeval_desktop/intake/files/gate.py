"""The one way to read an office file: its size is checked, then a separate process reads it within a time limit."""

import json
import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Self

from selfeval_desktop import paths
from selfeval_desktop.app import collector
from selfeval_desktop.app.errors import MissingFile, UnfitFile, UnfitReason, UnreadableFile
from selfeval_desktop.app.foreign_files import open_regular_file
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.intake.files.cells import LENGTH_BYTES, FileContents, FileRefused, decode_contents

LARGEST = 20_000_000
SECONDS = 10.0
_GLANCE = 0.05
_NO_WINDOW = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
"""Keeps Windows from showing a console for the reading process."""


class OfficeFileReader:
    """Reads files one after the other in one process, which is replaced when a file crashes or stalls it."""

    def __init__(self) -> None:
        self._process: _ReaderProcess | None = None

    def __enter__(self) -> Self:
        # A second thread runs from now on, in which the collector must not free Qt objects.
        collector.pause_collector()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_process()
        collector.resume_collector()

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
            raise UnreadableFile(path, error.strerror or str(error)) from error
        if size > LARGEST:
            raise UnfitFile(path, UnfitReason.TOO_LARGE, str(size))
        whole = False
        try:
            contents = decode_contents(self._await_answer(path, progress))
            whole = True
        except FileRefused as refusing:
            raise UnfitFile(path, refusing.reason, refusing.found) from refusing
        finally:
            if not whole:
                # A bad file may have left the process in any state, and a late answer must not be taken for the next file's.
                self._end_process()
        return contents

    def _await_answer(self, path: Path, progress: Progress) -> bytes:
        """The answer of the process; FileRefused if it ends or takes too long."""
        self._process = self._process or _ReaderProcess()
        self._process.request_file(path)
        begun = time.monotonic()
        while (passed := time.monotonic() - begun) < SECONDS:
            progress(int(passed), int(SECONDS))
            try:
                told = self._process.answers.get(timeout=_GLANCE)
            except Empty:
                continue
            if told is None:
                raise FileRefused(_exit_reason(self._process.exit_code()))
            return told
        raise FileRefused(UnfitReason.TOO_SLOW)

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.stop_process()
            self._process = None


class _ReaderProcess:
    """The reading process, and a thread that waits for its output: not every system can read a pipe with a timeout.

    `answers` ends with None when the process closes its output.
    """

    def __init__(self) -> None:
        self.answers: SimpleQueue[bytes | None] = SimpleQueue()
        self._child = subprocess.Popen(
            paths.reader_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=paths.reader_environment(),
            creationflags=_NO_WINDOW,
        )
        self._listener = threading.Thread(target=self._read_answers, daemon=True)
        self._listener.start()

    def request_file(self, path: Path) -> None:
        """Ask for that file; if the process has died, `answers` ends."""
        line = json.dumps(str(path.absolute())).encode("ascii") + b"\n"
        with suppress(OSError):
            self._request_pipe.write(line)
            self._request_pipe.flush()

    def exit_code(self) -> int:
        """Its exit code, once it has ended."""
        return self._child.wait()

    def stop_process(self) -> None:
        """Kill the process."""
        self._child.kill()
        self._child.wait()
        self._listener.join()
        with suppress(OSError):
            self._request_pipe.close()

    @property
    def _request_pipe(self) -> IO[bytes]:
        assert self._child.stdin is not None
        return self._child.stdin

    def _read_answers(self) -> None:
        assert self._child.stdout is not None
        with self._child.stdout as said:
            while length := said.read(LENGTH_BYTES):
                wanted = int.from_bytes(length, "big")
                told = said.read(wanted)
                if len(told) < wanted:
                    break
                self.answers.put(told)
        self.answers.put(None)


def contents_of(path: Path, progress: Progress = ignore_progress) -> FileContents:
    """The contents of one file; raises as `OfficeFileReader.contents_of`."""
    with OfficeFileReader() as reader:
        return reader.contents_of(path, progress)


def _exit_reason(code: int) -> UnfitReason:
    """The reason for a reading process that ended without an answer: time limit, memory limit, or crash."""
    if -code == getattr(signal, "SIGXCPU", None):
        return UnfitReason.TOO_SLOW
    return UnfitReason.TOO_HEAVY if code < 0 else UnfitReason.BROKEN
