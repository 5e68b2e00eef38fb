"""Calls functions on foreign files in a process of its own, so that a crash or runaway memory ends that process only.

Started by `limited`: takes calls from its standard input, and writes what they give to its standard output.
"""

import pickle
import sys
import time
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from inspect import isgeneratorfunction, signature
from mmap import PAGESIZE
from pathlib import Path
from typing import IO, Any, NamedTuple

from selfeval_desktop.app import log
from selfeval_desktop.app.errors import SelfEvalError

MEMORY = 300_000_000
"""Address space in bytes that a text may take, the program itself (20 to 65 MB) within."""
LENGTH_BYTES = 8
"""Each message is preceded by its length, in so many bytes, big-endian."""
_PROGRESS_PAUSE = 0.05
_SIZES = Path("/proc/self/statm")


class Sort(StrEnum):
    """What a message of the child is."""

    PROGRESS = "progress"  # content: done, total
    ITEM = "item"  # content: one of the values that a generator gives
    DONE = "done"  # content: a `Result`
    REFUSED = "refused"  # content: the class of a SelfEvalError, its fields
    FAULT = "fault"  # content: the kind of any other exception, and the way to it
    TOO_HEAVY = "too_heavy"


class Limits(NamedTuple):
    """What a call may cost: seconds of processor time, bytes of address space."""

    seconds: float
    memory: int


class Call(NamedTuple):
    """What the child is asked to do."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    limits: Limits


class Result(NamedTuple):
    """The value of a call; `is_spent`: the process has grown so large that another one had better do the next."""

    value: Any
    is_spent: bool


def main() -> None:
    """Do each call from standard input until it closes, within the memory and time limits of the system."""
    asked, said = sys.stdin.buffer, sys.stdout.buffer
    while (message := read_message(asked)) is not None:
        for sort, content in answers_of(message, partial(_send, said)):
            _send(said, sort, content)


def answers_of(message: bytes, send: Callable[[Sort, object], None]) -> Iterator[tuple[Sort, object]]:
    """The messages that answer one call; progress is sent by `send` meanwhile."""
    try:
        call = Call(*pickle.loads(message))
        _limit_resources(Limits(*call.limits))
        given = _with_progress(call.function, send)
        if isgeneratorfunction(call.function):
            for item in given(*call.arguments):
                yield Sort.ITEM, item
            value = None
        else:
            value = given(*call.arguments)
        yield Sort.DONE, Result(value, _held_memory() > MEMORY / 2)
    except SelfEvalError as error:
        yield Sort.REFUSED, (type(error), vars(error))
    except MemoryError:
        yield Sort.TOO_HEAVY, None
    except Exception as error:  # noqa: BLE001 - whatever a foreign file makes its reader raise is told of the file
        yield Sort.FAULT, (type(error).__name__, log.trace_lines(error.__traceback__))


def read_message(stream: IO[bytes]) -> bytes | None:
    """The next message; None at the end, or where one was cut off."""
    length = stream.read(LENGTH_BYTES)
    if len(length) < LENGTH_BYTES:
        return None
    wanted = int.from_bytes(length, "big")
    message = stream.read(wanted)
    return message if len(message) == wanted else None


def message_bytes(content: object) -> bytes:
    """A message as it goes through the pipe, its length before it."""
    message = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return len(message).to_bytes(LENGTH_BYTES, "big") + message


def _send(said: IO[bytes], sort: Sort, content: object) -> None:
    said.write(message_bytes((sort, content)))
    said.flush()


def _with_progress(function: Callable[..., Any], send: Callable[[Sort, object], None]) -> Callable[..., Any]:
    """The function, which is handed a `progress` that is sent on, now and then, if it takes one."""
    if "progress" not in signature(function).parameters:
        return function
    last = 0.0

    def send_progress(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > _PROGRESS_PAUSE:
            last = time.monotonic()
            send(Sort.PROGRESS, (done, total))

    return partial(function, progress=send_progress)


def _limit_resources(limits: Limits) -> None:
    """Limit memory and processor time from now on, and leave no core."""
    if sys.platform == "win32":
        from selfeval_desktop.codec import windows_job

        windows_job.limit_process(*limits)
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, max(1, int(used.ru_utime + used.ru_stime + limits.seconds))),
        (resource.RLIMIT_CORE, 0),
    ):
        _, highest = resource.getrlimit(what)
        bound = most if highest == resource.RLIM_INFINITY else min(most, highest)
        resource.setrlimit(what, (bound, highest))


def _held_memory() -> int:
    """How much address space the process holds, in bytes; 0 where the system does not say."""
    if sys.platform == "win32":
        from selfeval_desktop.codec import windows_job

        return windows_job.held_memory()
    try:
        return int(_SIZES.read_text("ascii").split()[0]) * PAGESIZE
    except OSError:
        return 0
