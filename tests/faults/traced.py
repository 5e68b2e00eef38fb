"""A child process under strace: which of its calls touch the files of a folder, and what happens when one fails."""

import ctypes
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

TAKING_SPACE = ("write", "pwrite64", "writev", "pwritev", "sendfile", "copy_file_range")
CHANGING = (
    *TAKING_SPACE,
    *("fsync", "fdatasync", "ftruncate", "openat", "mkdir", "rmdir", "unlink", "unlinkat"),
    *("rename", "renameat", "renameat2", "link", "linkat", "chmod", "fchmod", "utimensat"),
)
READING = ("read", "pread64", "openat", "getdents64")
BROKEN = 70
"""The exit code of a child whose work raised what no command raises."""

_SECONDS = 120
_PR_SET_PTRACER, _ANYONE = 0x59616D61, -1
_LINE = re.compile(r"(\w+)\((.*)$")
# A call that never came back.
_CUT_OFF = "= ?"
_INJECTED = "(INJECTED)"

Work = Callable[[], int]


@dataclass(frozen=True, slots=True)
class Call:
    """The n-th call of that name that a process made, and whether it changed or read a file of the folder."""

    name: str
    number: int
    changes: bool
    reads: bool
    file: str

    def __str__(self) -> str:
        return f"{self.name} #{self.number} ({self.file})"


@dataclass(frozen=True, slots=True)
class Run:
    """What became of a child: `code` is negative for a signal; `fired` are the calls that a fault was planted in."""

    code: int
    out: tuple[str, ...]
    complaints: tuple[str, ...]
    calls: tuple[Call, ...]
    fired: tuple[Call, ...]

    @property
    def was_killed(self) -> bool:
        """Whether it ended in the middle of its work."""
        return self.code == -signal.SIGKILL


def obstacle() -> str:
    """Why nothing can be traced here; "" when it can."""
    if sys.platform != "linux":
        return "strace, which plants the faults, is of Linux"
    if shutil.which("strace") is None:
        return "strace, which plants the faults, is not installed"
    log = Path(os.devnull)
    try:
        traced(lambda: 0, log, log)
    except NotAttached as error:
        return f"strace may not attach to a process here: {error}"
    return ""


class NotAttached(Exception):
    """strace could not take hold of the child, in its own words."""


def traced(work: Work, area: Path, log: Path, faults: Sequence[str] = ()) -> Run:
    """Do the work in a child of this process; `faults` are strace's injections, `log` is where it writes.

    The child says what it says through sockets, so that each of its write calls is one to a file.
    """
    out, err = socket.socketpair(), socket.socketpair()
    # No pipe: waiting for it would be a read, which is counted.
    ready, go = socket.socketpair()
    child = os.fork()
    if child == 0:
        _be_child(work, ready, out[1], err[1])
    for theirs in (out[1], err[1], ready):
        theirs.close()
    try:
        _watched(child, go, log, faults)
    finally:
        go.close()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said = [_received(pair[0]) for pair in (out, err)]
    calls, fired = _read(log, area)
    return Run(code, said[0], said[1], calls, fired)


def killed_at(call: Call) -> tuple[str, ...]:
    """The process dies as it makes that call."""
    return (f"{call.name}:signal=KILL:when={call.number}",)


def failing_at(call: Call, error: str) -> tuple[str, ...]:
    """That one call fails; what comes after it works."""
    return (f"{call.name}:error={error}:when={call.number}",)


def full_from(call: Call, before: Iterable[Call]) -> tuple[str, ...]:
    """From that call on there is no space for anything; `before` are the calls that were made until then."""
    made = Counter(each.name for each in before)
    return tuple(f"{name}:error=ENOSPC:when={made[name] + 1}+" for name in sorted({*TAKING_SPACE, call.name}))


def _watched(child: int, go: socket.socket, log: Path, faults: Sequence[str]) -> None:
    """Attach, let the child begin, wait for its end."""
    names = ",".join(f"?{name}" for name in sorted({*CHANGING, *READING}))
    planted = [option for fault in faults for option in ("-e", f"inject={fault}")]
    command = [
        "strace",
        "-y",
        "-s",
        "0",
        "-e",
        "signal=none",
        "-o",
        str(log),
        "-e",
        f"trace={names}",
        *planted,
    ]
    with subprocess.Popen([*command, "-p", str(child)], stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr is not None
        told = strace.stderr.readline()
        if "attached" not in told:
            os.kill(child, 9)
            raise NotAttached(told.strip())
        go.send(b".")


def _be_child(work: Work, ready: socket.socket, out: socket.socket, err: socket.socket) -> NoReturn:
    """Never returns into what this process is a copy of."""
    code = BROKEN
    sys.stdout, sys.stderr = (pipe.makefile("w", encoding="utf-8", buffering=1) for pipe in (out, err))
    try:
        # Where a process may be traced only by its parents.
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYONE, 0, 0, 0)
        os.chdir("/")
        # Ends it, as a fault of its own.
        signal.alarm(_SECONDS)
        if ready.recv(1):
            code = work()
    except BaseException:  # noqa: BLE001 - nothing may get past this into the parent's code
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _received(pipe: socket.socket) -> tuple[str, ...]:
    with pipe, pipe.makefile("r", encoding="utf-8") as said:
        return tuple(said.read().splitlines())


def _read(log: Path, area: Path) -> tuple[tuple[Call, ...], tuple[Call, ...]]:
    """All calls of a log, and those among them in which a fault was planted."""
    calls: list[Call] = []
    fired: list[Call] = []
    made: Counter[str] = Counter()
    for line in log.read_text("utf-8", "replace").splitlines():
        if found := _LINE.match(line):
            name, rest = found.groups()
            made[name] += 1
            calls.append(_call(name, made[name], rest, area))
            if line.endswith((_INJECTED, _CUT_OFF)):
                fired.append(calls[-1])
    return tuple(calls), tuple(fired)


def _call(name: str, number: int, rest: str, area: Path) -> Call:
    inside = re.search(re.escape(str(area)) + r'([^">,]*)', rest)
    makes = "O_CREAT" in rest or "O_TMPFILE" in rest
    changes = bool(inside) and name in CHANGING and (name != "openat" or makes)
    reads = bool(inside) and name in READING and not changes
    return Call(name, number, changes, reads, _plain(inside[1]) if inside else "")


def _plain(path: str) -> str:
    """A path as it is: strace writes what is not ASCII in octal figures."""
    escaped = path.lstrip("/").encode("ascii", "replace")
    return escaped.decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")
