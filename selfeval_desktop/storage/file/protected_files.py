"""What no file may be written over: ledgers, what lies beside them, and the program's own files."""

import os
import re
import stat
from collections import Counter
from pathlib import Path

from selfeval_desktop import paths
from selfeval_desktop.app.errors import FileProtection, ProtectedFile
from selfeval_desktop.app.foreign_files import open_regular_file
from selfeval_desktop.app.paper.file_names import ENDING

APPLICATION_ID = 0x53454C46
"""The mark of a ledger: "SELF"."""
# Where SQLite has its own mark and that of an application in the first page.
_HEAD, _MARK = b"SQLite format 3\0", slice(68, 72)
# As `atomic_write.temporary_path` names them; SQLite adds its ending to that of a ledger in the making.
TEMPORARY = re.compile(r"\.~.*\.[0-9a-f]{8}\.tmp(?:-journal)?", re.DOTALL)
# A lock of ours, as `file_lock` names it; with # at its end it is one of an office program.
LOCK = re.compile(r"\.~lock\.(.*[^#])", re.DOTALL)
_SQLITE_BESIDE = re.compile(r"(.+)-(?:journal|wal|shm)", re.DOTALL)

_open_ledgers: Counter[tuple[int, int]] = Counter()


def remember_open_ledger(identity: tuple[int, int]) -> None:
    """This process has a ledger open, by its device and inode: opening it once more would drop SQLite's locks on it."""
    _open_ledgers[identity] += 1


def forget_open_ledger(identity: tuple[int, int]) -> None:
    """One opening of that ledger is over."""
    _open_ledgers[identity] -= 1
    if _open_ledgers[identity] <= 0:
        del _open_ledgers[identity]


def refuse_protected_file(named: Path, target: Path) -> None:
    """ProtectedFile, with the name that was given, where its real path must not be written by an export."""
    if paths.is_program_file(target):
        raise ProtectedFile(named, FileProtection.PROGRAM)
    refuse_name_beside_ledger(named, target)
    if not target.parent.exists():
        refuse_name_beside_ledger(named, target.parent)
    if is_ledger(target):
        raise ProtectedFile(named, FileProtection.LEDGER)


def refuse_name_beside_ledger(named: Path, target: Path) -> None:
    """ProtectedFile for a name that lock, journal or a file in the making has, or would have."""
    beside = _SQLITE_BESIDE.fullmatch(target.name)
    if LOCK.fullmatch(target.name) or TEMPORARY.fullmatch(target.name):
        raise ProtectedFile(named, FileProtection.BESIDE)
    if beside and is_ledger(target.with_name(beside[1])):
        raise ProtectedFile(named, FileProtection.BESIDE)


def is_ledger(path: Path) -> bool:
    """Whether a ledger lies there, by its mark, or by its ending where that cannot be read."""
    try:
        found = path.stat()
        if (found.st_dev, found.st_ino) in _open_ledgers:
            return True
        if not stat.S_ISREG(found.st_mode):
            return False
        if path.suffix.lower() == ENDING:
            return True
        with open_regular_file(path) as file:
            head = file.read(_MARK.stop)
    except OSError:
        return path.suffix.lower() == ENDING and os.path.lexists(path)
    return head.startswith(_HEAD) and head[_MARK] == APPLICATION_ID.to_bytes(4, "big")
