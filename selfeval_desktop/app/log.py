"""The program's log: faults with their traces, and rules that were turned off; never the content of a form."""

import faulthandler
import logging
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from selfeval_desktop import paths

NAME = "selfeval.log"
HARD_CRASHES = "crashes.log"
CRASH = "crash-*.log"
"""What the stacks of an earlier crash are kept under, one file for each."""
_logger = logging.getLogger("selfeval_desktop")
_BYTES = 1_000_000
_KEPT = 3
_KEPT_CRASHES = 5


class _PrivateLog(RotatingFileHandler):
    """A log that only its owner may read."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=paths.open_private)


def write_log_to(folder: Path) -> Path:
    """Write the log to a file in that folder from now on, older ones are kept next to it; the path of the log.

    The file is made with the first entry.
    """
    path = folder / NAME
    handler = _PrivateLog(
        path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for old in _logger.handlers[:]:
        _logger.removeHandler(old)
        old.close()
    _logger.addHandler(handler)
    return path


def log_error(error: BaseException) -> None:
    """Write down a fault: its kind and the way to it, without its own message, which may quote a form."""
    _logger.error("%s", "\n".join((type(error).__name__, *trace_lines(error.__traceback__))))


def log_fault_of_reader(kind: str, trace: Iterable[str]) -> None:
    """Write down what made the reading of a foreign file fail: the kind of exception, and the way to it."""
    _logger.warning("%s", "\n".join((kind, *trace)))


def log_rules_off(off: Iterable[str]) -> None:
    """Log which rules are turned off in a ledger from now on."""
    _logger.warning("rules off: %s", " ".join(sorted(off)) or "none")


def trace_lines(trace: TracebackType | None) -> list[str]:
    """The way to a fault, outermost first: file, line and function, nothing of what they held."""
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


@contextmanager
def log_hard_crashes(folder: Path) -> Iterator[None]:
    """Have a crash of the interpreter itself leave its stacks in that folder, where it can, as long as this lasts.

    What an earlier crash left is kept apart.
    """
    with suppress(OSError):
        # On Windows nothing is renamed that another window has open.
        _archive_crash_stacks(folder)
    try:
        file = open(  # noqa: SIM115 - closed below
            folder / HARD_CRASHES, "a", encoding="utf-8", opener=paths.open_private
        )
    except OSError:
        yield
        return
    with file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()


def _archive_crash_stacks(folder: Path) -> None:
    """Give the stacks of the last crash a name of their own; the oldest go."""
    left = folder / HARD_CRASHES
    if left.is_file() and left.stat().st_size:
        at = datetime.fromtimestamp(left.stat().st_mtime).astimezone()
        left.replace(folder / CRASH.replace("*", f"{at:%Y%m%d-%H%M%S}"))
    for old in sorted(folder.glob(CRASH))[:-_KEPT_CRASHES]:
        old.unlink()
