"""The gate that every office file comes through: its size is looked at, then it is read elsewhere, against the clock."""

import json
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
from selfeval_desktop.app.ports.progress import Progress, ignore_progress
from selfeval_desktop.intake.files.cells import LENGTH_BYTES, FileContents, FileRefused, decode_contents

LARGEST = 20_000_000
SECONDS = 10.0
_GLANCE = 0.05
_NO_WINDOW = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
"""Windows would show a console for the reader."""


class OfficeFileReader:
    """Reads one file after the other in a process that lives as long as its files do it no harm."""

    def __init__(self) -> None:
        self._process: _ReaderProcess | None = None

    def __enter__(self) -> Self:
        # There is a second thread from now on.
        collector.pause_collector()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_process()
        collector.resume_collector()

    def contents_of(self, path: Path, progress: Progress = ignore_progress) -> FileContents:
        """What the file holds; MissingFile, UnreadableFile, UnfitFile, Cancelled.

        A process that dies, or does not come back in time, costs nothing but its file.
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
            raise UnfitFile(path, UnfitReason.TOO_LARGE, str(size))
        whole = False
        try:
            contents = decode_contents(self._await_answer(path, progress))
            whole = True
        except FileRefused as refusing:
            raise UnfitFile(path, refusing.reason, refusing.found) from refusing
        finally:
            if not whole:
                # What a bad file left behind in it, the next one shall not meet; nor does anybody wait for its answer.
                self._end_process()
        return contents

    def _await_answer(self, path: Path, progress: Progress) -> bytes:
        """The process's answer; Refusing when it has none."""
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
    """One process, and a thread that waits for what it says: pipes cannot be waited for against the clock everywhere.

    `answers` ends with None when there will be no more of them.
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
        """Have it read that file. One that has died says so by its answers."""
        line = json.dumps(str(path.absolute())).encode("ascii") + b"\n"
        with suppress(OSError):
            self._request_pipe.write(line)
            self._request_pipe.flush()

    def exit_code(self) -> int:
        """The exit code of one that has ended."""
        return self._child.wait()

    def stop_process(self) -> None:
        """Stop it, whatever it does."""
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
    """What one file holds; as `Reader.contents_of`."""
    with OfficeFileReader() as reader:
        return reader.contents_of(path, progress)


def _exit_reason(code: int) -> UnfitReason:
    """Why a reader that gives no answer has ended: the clock, the system, or a fault of its own."""
    if -code == getattr(signal, "SIGXCPU", None):
        return UnfitReason.TOO_SLOW
    return UnfitReason.TOO_HEAVY if code < 0 else UnfitReason.BROKEN
