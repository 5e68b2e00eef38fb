"""The one way to read a foreign file: a separate process does it, in at most ten seconds and 300 MB.

A parser that loops, crashes or fills its memory costs its file only. The answers are believed, as they come from this
program: the process is there for what a file costs, not for what it says.
"""

import pickle
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Any, Self, TypeVar

from selfeval_desktop import paths
from selfeval_desktop.app import collector, log
from selfeval_desktop.app.errors import ReaderNotStarted, SelfEvalError
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import windows_job
from selfeval_desktop.codec.limited_child import MEMORY, Call, Limits, Sort, message_bytes, read_message

SECONDS = 10.0
_BYTES_A_SECOND, _MEMORY_A_BYTE = 1_000_000, 2
"""How slowly a ledger may be read, and how much may be held of it."""
_GLANCE = 0.05
_PATIENCE = 3
"""How many times the seconds of a call are waited for by the clock."""
_NO_WINDOW = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))
"""Keeps Windows from showing a console for the reading process."""

_T = TypeVar("_T")


class StopReason(StrEnum):
    """Why the process gave no answer."""

    SLOW = "slow"
    HEAVY = "heavy"
    BROKEN = "broken"  # it crashed, or raised what is no SelfEvalError


class ReadingStopped(Exception):
    """A file could not be read within the limits; whoever asked says so in the words of the file's kind."""

    def __init__(self, reason: StopReason) -> None:
        super().__init__(reason)
        self.reason = reason


@contextmanager
def telling_stops(error_of: Callable[[StopReason], SelfEvalError]) -> Iterator[None]:
    """A stop of the reading process becomes the error of the file."""
    try:
        yield
    except ReadingStopped as stopped:
        raise error_of(stopped.reason) from stopped


def limits_of_ledger(size: int) -> Limits:
    """What a ledger of so many bytes may cost, or a file with one in it: more than a text, as it may be far larger."""
    return Limits(SECONDS + size / _BYTES_A_SECOND, MEMORY + _MEMORY_A_BYTE * size)


class LimitedReader:
    """Calls functions one after the other in one process, which is replaced after a file that was not read."""

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

    def call(
        self,
        function: Callable[..., _T],
        *arguments: object,
        progress: Progress = ignore_progress,
        limits: Limits | None = None,
    ) -> _T:
        """What a function of a module gives for these arguments; its own SelfEvalError, ReadingStopped, Cancelled.

        `progress` is called twenty times a second, with what the function says of its own if it takes a `progress`.
        """
        value: _T = self._await_result(Call(function, arguments, limits or Limits(SECONDS, MEMORY)), progress, [])
        return value

    def items(
        self,
        function: Callable[..., Iterator[_T]],
        *arguments: object,
        progress: Progress = ignore_progress,
        limits: Limits | None = None,
    ) -> tuple[_T, ...]:
        """All that a generator gives, handed over one by one so that the window never waits for the whole; as `call`."""
        found: list[_T] = []
        self._await_result(Call(function, arguments, limits or Limits(SECONDS, MEMORY)), progress, found)
        return tuple(found)

    def _await_result(self, call: Call, progress: Progress, items: list[Any]) -> Any:
        self._process = self._process or _ReaderProcess()
        is_spent = True
        try:
            self._process.request_call(call)
            for sort, content in self._process.answers_within(call.limits.seconds, progress):
                if sort is Sort.ITEM:
                    items.append(content)
                elif sort is Sort.DONE:
                    value, is_spent = content
                    return value
                else:
                    raise _told_error(sort, content)
            raise ReadingStopped(self._process.stop_reason())
        finally:
            if is_spent:
                # A bad file may have left the process in any state, and a late answer must not be taken for the next file's.
                self._end_process()

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.stop_process()
            self._process = None


class _ReaderProcess:
    """The reading process, and a thread that waits for its output: not every system can read a pipe with a timeout.

    `_messages` ends with None when the process closes its output. ReaderNotStarted.
    """

    def __init__(self) -> None:
        self._messages: SimpleQueue[bytes | None] = SimpleQueue()
        command = paths.reader_command()
        try:
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=paths.reader_environment(),
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            raise ReaderNotStarted(Path(command[0]), failure_reason(error)) from error
        self._listener = threading.Thread(target=self._read_messages, daemon=True)
        self._listener.start()
        self._asking: threading.Thread | None = None

    def request_call(self, call: Call) -> None:
        """Ask for that call; if the process has died, its messages end.

        A long request fits into the pipe only when the process has begun to read: a thread of its own waits for that.
        What is asked is made bytes before, as nobody but this thread may look at its values.
        """
        self._asking = threading.Thread(target=self._write_request, args=(message_bytes(tuple(call)),), daemon=True)
        self._asking.start()

    def answers_within(self, seconds: float, progress: Progress) -> Iterator[tuple[Sort, Any]]:
        """Its messages but progress, until it ends; ReadingStopped when it takes too long.

        The system ends it after so many seconds of processor time, which a busy PC takes long to give: by the clock
        only its silence is too long.
        """
        begun = heard = now = time.monotonic()
        silence = seconds * _PATIENCE
        shown = 0.0
        told: tuple[int, int] | None = None
        while now - heard < silence:
            if now - shown >= _GLANCE:
                shown = now
                progress(*(told or (min(int(now - begun), int(seconds)), int(seconds))))
                now = time.monotonic()
            try:
                message = self._messages.get(timeout=_GLANCE)
            except Empty:
                now = time.monotonic()
                continue
            if message is None:
                return
            heard = now = time.monotonic()
            sort, content = pickle.loads(message)
            if sort is Sort.PROGRESS:
                told = content
            else:
                yield sort, content
        raise ReadingStopped(StopReason.SLOW)

    def stop_reason(self) -> StopReason:
        """Why it ended without an answer."""
        return reason_of_exit(self._child.wait())

    def stop_process(self) -> None:
        """Kill the process."""
        self._child.kill()
        self._child.wait()
        self._listener.join()
        if self._asking is not None:
            self._asking.join()
        with suppress(OSError):
            self._request_pipe.close()

    @property
    def _request_pipe(self) -> IO[bytes]:
        assert self._child.stdin is not None
        return self._child.stdin

    def _write_request(self, message: bytes) -> None:
        with suppress(OSError):
            self._request_pipe.write(message)
            self._request_pipe.flush()

    def _read_messages(self) -> None:
        assert self._child.stdout is not None
        with self._child.stdout as said:
            while (message := read_message(said)) is not None:
                self._messages.put(message)
        self._messages.put(None)


def reason_of_exit(code: int) -> StopReason:
    """What the exit code of the reading process says: time limit, memory limit, or crash."""
    if -code == getattr(signal, "SIGXCPU", None) or code == windows_job.TIME_IS_UP:
        return StopReason.SLOW
    was_ended = code < 0 or code >= windows_job.ENDED_BY_SYSTEM
    return StopReason.HEAVY if was_ended else StopReason.BROKEN


def _told_error(sort: Sort, content: Any) -> Exception:
    """The error that the process tells."""
    if sort is Sort.REFUSED:
        kind, fields = content
        error: SelfEvalError = kind(**fields)
        return error
    if sort is Sort.TOO_HEAVY:
        return ReadingStopped(StopReason.HEAVY)
    log.log_fault_of_reader(*content)
    return ReadingStopped(StopReason.BROKEN)
