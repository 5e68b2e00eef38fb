"""Who has a ledger open: a lock of the operating system on `.~lock.NAME` beside it, which names the holder.

A holder that died leaves no lock; the file that it left means nothing by itself.
"""

import getpass
import json
import os
import platform
from datetime import datetime
from pathlib import Path
from typing import IO

import portalocker

from selfeval_desktop.app.errors import LedgerInUse, UnwritableFile

_MAX_CONTENT = 4096


class FileLock:
    """Held from creation to `release`; LedgerInUse when another holds it, UnwritableFile when it cannot be made."""

    def __init__(self, ledger: Path) -> None:
        self._path = lock_path(ledger)
        try:
            self._file = self._locked(ledger)
            try:
                self._sign()
            except OSError:
                # A full disk takes the name of a file, but nothing into it.
                self.release()
                raise
        except OSError as error:
            raise UnwritableFile(ledger, error.strerror or str(error)) from error

    def release(self) -> None:
        """May be called twice."""
        if self._file.closed:
            return
        # While it is held: afterwards it may be someone else's.
        gone = _unlinked(self._path)
        self._file.close()
        if not gone:
            # Windows deletes no open file, neither ours a moment ago nor that of whoever came since.
            _unlinked(self._path)

    def _locked(self, ledger: Path) -> IO[str]:
        while True:
            file = self._path.open("a+", encoding="utf-8")
            try:
                portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            except portalocker.exceptions.LockException as error:
                file.close()
                raise LedgerInUse(ledger, holder(ledger)) from error
            if _is_same(file, self._path):
                return file
            # The last holder removed the name while we waited for its lock.
            file.close()

    def _sign(self) -> None:
        self._file.seek(0)
        self._file.truncate()
        json.dump(
            {
                "user": user(),
                "host": platform.node(),
                "since": datetime.now().astimezone().isoformat(timespec="seconds"),
            },
            self._file,
            ensure_ascii=False,
        )
        self._file.flush()


def lock_path(ledger: Path) -> Path:
    """Where the lock of a ledger lies; links to one ledger share it."""
    real = Path(os.path.realpath(ledger))
    return real.with_name(f".~lock.{real.name}")


def holder(ledger: Path) -> str:
    """`user@host 14:03` of whoever holds the ledger, with the day when it is not today; "" when it is not told."""
    try:
        with lock_path(ledger).open(encoding="utf-8") as file:
            said = json.loads(file.read(_MAX_CONTENT))
        since = datetime.fromisoformat(str(said["since"])).astimezone()
        who = f"{said['user']}@{said['host']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    day = "" if since.date() == datetime.now().astimezone().date() else f"{since:%Y-%m-%d} "
    return f"{who} {day}{since:%H:%M}"


def _is_same(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _unlinked(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def user() -> str:
    """The name by which the system knows who works here; "?" for none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
