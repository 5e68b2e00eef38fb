"""The lock of an open ledger: a lock of the operating system on `.~lock.NAME` in its folder, which names the holder.

A holder that died leaves no lock; the file that it left on this PC means nothing by itself. One that another PC
left may mean that the lock is held there: not every network passes locks on.
"""

import errno
import getpass
import json
import os
import platform
import stat
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

import portalocker

from selfeval_desktop import paths
from selfeval_desktop.app.errors import LedgerInUse, LeftLock, UnwritableFile
from selfeval_desktop.app.foreign_files import NOT_REGULAR, real_path, shown_text
from selfeval_desktop.app.ports.ledgers import LockHolder
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.domain.form.look_alikes import shown_name

_MAX_CONTENT = 4096
FAR = 1 << 30
"""The place of the byte that is locked on Windows; no file has to be so long."""


class FileLock:
    """Held from creation to `release`; LedgerInUse when another holds it, UnwritableFile when it cannot be made.

    LeftLock when another PC may hold it, unless `take_over`; nothing is changed then.
    """

    def __init__(self, ledger: Path, *, take_over: bool = False) -> None:
        self._path = lock_path(ledger)
        try:
            self._file = self._open_locked_file(ledger, take_over=take_over)
            try:
                self._write_lock_holder()
            except OSError:
                # A full disk takes the name of a file, but nothing into it.
                self.release()
                raise
        except OSError as error:
            path = self._path if error.strerror == NOT_REGULAR else ledger
            raise UnwritableFile(path, failure_reason(error)) from error

    def release(self) -> None:
        """Release the lock and remove its file; may be called twice."""
        if self._file.closed:
            return
        # While it is held: afterwards it may be someone else's, as it is where ours was taken away by force.
        is_ours = _is_same_file(self._file, self._path)
        gone = not is_ours or _try_to_unlink(self._path)
        self._file.close()
        if not gone:
            # Windows deletes no open file, neither ours a moment ago nor that of whoever came since.
            _try_to_unlink(self._path)

    def _open_locked_file(self, ledger: Path, *, take_over: bool) -> IO[str]:
        while True:
            file, is_new = _open_lock_file(self._path)
            if file is None:
                continue
            try:
                _lock_file(file)
            except (OSError, portalocker.exceptions.LockException) as error:
                file.close()
                raise LedgerInUse(ledger, lock_holder_text(ledger)) from error
            if _is_same_file(file, self._path):
                if not (is_new or take_over or _read_lock_fields(file).get("host") == platform.node()):
                    file.close()
                    raise LeftLock(ledger, lock_holder_text(ledger), self._path)
                return file
            # The last holder removed the name while we waited for its lock.
            file.close()

    def _write_lock_holder(self) -> None:
        self._file.seek(0)
        self._file.truncate()
        json.dump(
            {
                "user": system_user_name(),
                "host": platform.node(),
                "since": datetime.now().astimezone().isoformat(timespec="seconds"),
            },
            self._file,
            ensure_ascii=False,
        )
        self._file.flush()


def lock_path(ledger: Path) -> Path:
    """Where the lock of a ledger lies; links to one ledger share it."""
    real = real_path(ledger)
    return real.with_name(f".~lock.{real.name}")


def lock_holder_text(ledger: Path) -> str:
    """`user@host 14:03` of whoever holds the ledger, with the day when it is not today; "" when it is not known."""
    found = read_lock_holder(ledger)
    return " ".join(found) if found else ""


def read_lock_holder(ledger: Path) -> LockHolder | None:
    """The holder named in the lock file of the ledger; None without one, or in a format that is not ours."""
    fields = _read_lock_file(lock_path(ledger))
    try:
        since = datetime.fromisoformat(str(fields["since"])).astimezone()
        names = (shown_name(shown_text(fields[name])) for name in ("user", "host"))
        who = "@".join(names)
    except (ValueError, KeyError, OverflowError):
        return None
    day = "" if since.date() == datetime.now().astimezone().date() else f"{since:%Y-%m-%d} "
    return LockHolder(who, f"{day}{since:%H:%M}")


def _read_lock_file(lock: Path) -> dict[str, object]:
    """What stands in a lock file; nothing where that is unreadable, as a held one is on Windows, or not ours."""
    try:
        with _open_unlinked(lock, "r") as file:
            return _read_lock_fields(file)
    except OSError:
        return {}


def _read_lock_fields(file: IO[str]) -> dict[str, object]:
    """The same of one that is open: whoever holds it can read it everywhere."""
    try:
        file.seek(0)
        fields = json.loads(file.read(_MAX_CONTENT))
    except (OSError, ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _open_lock_file(path: Path) -> tuple[IO[str] | None, bool]:
    """The lock file, None where it went a moment ago, and whether it was made just now.

    OSError with NOT_REGULAR for a link, a folder, a pipe: what it leads to must not be written.
    """
    try:
        return _open_unlinked(path, "x+"), True
    except FileExistsError:
        pass
    try:
        return _open_unlinked(path, "r+"), False
    except FileNotFoundError:
        return None, False


def _open_unlinked(path: Path, mode: str) -> IO[str]:
    """Open a lock file that is a file of its own, without waiting for a pipe."""
    with suppress(FileNotFoundError):
        found = path.lstat()
        # A second name is one of another file, too.
        if "x" not in mode and not (stat.S_ISREG(found.st_mode) and found.st_nlink <= 1):
            raise OSError(errno.EINVAL, NOT_REGULAR, str(path))
    # What no text can be is kept as JSON writes it.
    return open(
        path, mode, encoding="utf-8", errors="backslashreplace" if "+" in mode else "replace", opener=_open_descriptor
    )


def _open_descriptor(path: str, flags: int) -> int:
    extra = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.open(path, flags | extra, paths.PRIVATE_FILE if paths.is_private(Path(path)) else 0o666)


if sys.platform == "win32":
    import msvcrt

    def _lock_file(file: IO[str]) -> None:
        """As below. Nobody else can read bytes that are locked, and the first ones name the holder: one far behind is."""
        os.lseek(file.fileno(), FAR, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        os.lseek(file.fileno(), 0, os.SEEK_SET)

else:

    def _lock_file(file: IO[str]) -> None:
        """Take the system's lock on the file; OSError or LockException where another has it."""
        portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)


def _is_same_file(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def _try_to_unlink(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def system_user_name() -> str:
    """The name by which the system knows who works here; "?" for none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
