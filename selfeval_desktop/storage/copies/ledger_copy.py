"""A copy of a ledger, made by SQLite while it is in use, and read back before it gets its name."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import copyfile

from sqlalchemy import select

from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileLoss,
    LedgerDamage,
    LedgerInUse,
    LostLedger,
    MissingFile,
    SelfEvalError,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.storage.file import atomic_write, database, page_copy
from selfeval_desktop.storage.file.database import Mode
from selfeval_desktop.storage.file.page_copy import scratch_folder
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms import contents, digests
from selfeval_desktop.storage.forms.contents import LedgerHead
from selfeval_desktop.storage.forms.tables import ledger

# Columns by name: a ledger of an earlier version has no others.
_HEAD = select(ledger.c.document_id, ledger.c.revision, ledger.c.root_digest)


def read_ledger_head(path: Path, mode: Mode = "ro") -> LedgerHead:
    """Document id and revision of a ledger of any version, without verifying it. SelfEvalError."""
    with translating_sqlite_errors(path):
        if not path.is_file():
            raise MissingFile(path)
        with database.connect(path, mode) as connection, connection.begin():
            found = connection.execute(_HEAD).all()
    if len(found) != 1:
        raise DamagedLedger(path, LedgerDamage.CONTENT)
    return LedgerHead(*found[0])


def read_head_of_document(path: Path, document: str) -> LedgerHead:
    """The head of that very document; LostLedger where another lies there by now, or none."""
    try:
        found = read_ledger_head(path)
    except MissingFile as error:
        raise LostLedger(path, FileLoss.GONE) from error
    _refuse_other_document(path, found, document)
    return found


def duplicate_ledger(path: Path, target: Path, progress: Progress = ignore_progress, document: str = "") -> None:
    """A copy under a name that is free, every form of it compared with its digest; of that document, if one is named.

    FileExists, UnwritableFile, MissingFile, DamagedLedger, which is about the ledger itself, LostLedger, Cancelled.
    """
    with atomic_write.staged_new_file(target) as temp:
        copy_ledger_pages(path, temp, target, digests.partial_progress(progress, 0, 2))
        with (
            translating_sqlite_errors(target),
            database.connect(temp, "ro") as copied,
            copied.begin(),
        ):
            if not database.is_whole(copied):
                raise DamagedLedger(path, LedgerDamage.PAGES)
            made = contents.verify_contents(copied, path, digests.partial_progress(progress, 1, 2))
        _refuse_other_document(path, made, document or made.document_id)
    try:
        if read_ledger_head(target) != made:
            raise DamagedLedger(target, LedgerDamage.CONTENT)
    except SelfEvalError:
        # What cannot be read again under its name is no copy.
        with suppress(OSError):
            target.unlink()
        raise


def duplicate_older_ledger(path: Path, target: Path, upgrade: Callable[[Path], None]) -> None:
    """A copy of a ledger of an earlier version, as it is. `upgrade` is tried on a second copy, and must succeed."""
    with atomic_write.staged_new_file(target) as temp:
        copy_ledger_pages(path, temp, target)
        try:
            with scratch_folder(path) as folder:
                tried = folder / temp.name
                copyfile(temp, tried)
                _try_upgrade(upgrade, tried, path)
                with (
                    translating_sqlite_errors(path),
                    database.connect(tried, "ro") as copied,
                    copied.begin(),
                ):
                    if not database.is_whole(copied):
                        raise DamagedLedger(path, LedgerDamage.PAGES)
                    contents.check_root_digest(copied, path)
        except OSError as error:
            raise UnwritableFile(target, failure_reason(error)) from error


def _try_upgrade(upgrade: Callable[[Path], None], tried: Path, path: Path) -> None:
    """Upgrade the copy; what is wrong with it is about the ledger itself."""
    try:
        upgrade(tried)
    except DamagedLedger as error:
        error.path = path
        raise


def _refuse_other_document(path: Path, found: LedgerHead, document: str) -> None:
    if found.document_id != document:
        raise LostLedger(path, FileLoss.REPLACED)


def copy_ledger_pages(
    path: Path, temp: Path, target: Path, progress: Progress = ignore_progress, mode: Mode = "ro"
) -> None:
    """Copy the pages; errors of reading name the ledger, all others the target."""
    try:
        with translating_sqlite_errors(target):
            page_copy.copy_database(path, temp, progress, mode)
    except (DamagedLedger, LedgerInUse, UnreadableFile) as error:
        error.path = path
        raise
