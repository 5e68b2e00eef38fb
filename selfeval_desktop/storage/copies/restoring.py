"""Reads the content of a backup, and makes a ledger of it under a new name; the backup is not changed.

The restored ledger gets a document id of its own. Two files that are worked on apart are two documents: with one id
they would share a list of backups, and the older of two would be thinned away as if it were a state of the other.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select, update

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, SelfEvalError, UnreadableFile, UnwritableFile
from selfeval_desktop.app.foreign_files import real_path
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.safety import ContentsReader, HeldForm, LedgerContents
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import limited
from selfeval_desktop.codec.limited import LimitedReader, StopReason
from selfeval_desktop.storage.copies.backups import BackupFolder
from selfeval_desktop.storage.copies.ledger_copy import copy_ledger_pages
from selfeval_desktop.storage.file import atomic_write, database, journal
from selfeval_desktop.storage.file.opening import bring_up_to_date, lock_free_path, refuse_unopenable_path
from selfeval_desktop.storage.file.page_copy import scratch_folder
from selfeval_desktop.storage.file.sqlite_errors import translating_sqlite_errors
from selfeval_desktop.storage.forms import contents, listing
from selfeval_desktop.storage.forms.tables import forms, ledger

_HELD = select(forms.c.id, forms.c.changed_at, forms.c.digest)


class BackupFiles(BackupFolder):
    """The port Backups, in one folder; ledgers of earlier versions get the installed templates."""

    def __init__(self, root: Path, installed: Templates) -> None:
        super().__init__(root)
        self._installed = installed

    @property
    def folder(self) -> Path:
        return self.root

    def read_contents(self, path: Path) -> LedgerContents:
        return read_backup_contents(path, self._installed)

    @contextmanager
    def contents_reader(self) -> Iterator[ContentsReader]:
        def read_limited(path: Path, progress: Progress = ignore_progress) -> LedgerContents:
            with limited.telling_stops(partial(_stopped_backup, path)):
                limits = limited.limits_of_ledger(path.stat().st_size if path.is_file() else 0)
                return reader.call(read_backup_contents, path, self._installed, progress=progress, limits=limits)

        with LimitedReader() as reader:
            yield read_limited

    def restore_ledger(self, backup: Path, ledger: Path, progress: Progress = ignore_progress) -> int:
        return restore_backup(backup, ledger, self._installed, progress)


def _stopped_backup(path: Path, reason: StopReason) -> SelfEvalError:
    """A ledger that is merely large is no damaged one."""
    if reason is StopReason.BROKEN:
        return DamagedLedger(path, LedgerDamage.PAGES)
    return UnreadableFile(path, os.strerror(errno.ETIMEDOUT if reason is StopReason.SLOW else errno.ENOMEM))


def read_backup_contents(path: Path, installed: Templates) -> LedgerContents:
    """What a backup or ledger holds; one of an earlier version is brought up to date in a copy to be read."""
    path = real_path(path)
    version = _read_backup_version(path)
    if version == database.HEAD:
        return _read_held_forms(path, path)
    with _scratch_copy(path) as copied:
        bring_up_to_date(copied, installed)
        return _read_held_forms(copied, path)


def restore_backup(backup: Path, target: Path, installed: Templates, progress: Progress = ignore_progress) -> int:
    """Make a ledger of a backup; the number of its forms. FileExists, LedgerInUse, DamagedLedger, UnwritableFile, Cancelled."""
    backup, target = real_path(backup), real_path(target.parent) / target.name
    version = _read_backup_version(backup)
    lock = lock_free_path(target)
    try:
        with atomic_write.staged_new_file(target) as temp:
            copy_ledger_pages(backup, temp, target, progress, database.reading_mode(backup))
            if version != database.HEAD:
                bring_up_to_date(temp, installed)
            with (
                translating_sqlite_errors(target),
                database.connect(temp, "rw") as connection,
                connection.begin(),
            ):
                if not database.is_whole(connection):
                    raise DamagedLedger(backup, LedgerDamage.PAGES)
                contents.verify_contents(connection, backup)
                connection.execute(update(ledger).values(document_id=uuid4().hex))
                held = len(listing.read_form_summaries(connection, backup, None))
        return held
    finally:
        lock.release()


def _read_backup_version(path: Path) -> str:
    """The schema version; DamagedLedger where a journal shows that the file is in the middle of a transaction."""
    refuse_unopenable_path(path, read_only=True)
    if journal.has_content(path):
        raise DamagedLedger(path, LedgerDamage.JOURNAL)
    return database.read_schema_version(path)


@contextmanager
def _scratch_copy(path: Path) -> Iterator[Path]:
    """A copy to be changed and thrown away."""
    try:
        with scratch_folder(path) as folder:
            copied = folder / path.name
            copy_ledger_pages(path, copied, copied, mode=database.reading_mode(path))
            yield copied
    except OSError as error:
        raise UnwritableFile(path, failure_reason(error)) from error


def _read_held_forms(path: Path, named: Path) -> LedgerContents:
    """The forms in the file at `path`; errors name `named`."""
    with (
        translating_sqlite_errors(named),
        database.connect(path, database.reading_mode(path)) as connection,
        connection.begin(),
    ):
        head = contents.check_root_digest(connection, named)
        rows = {row.id: row for row in connection.execute(_HELD)}
        held = listing.read_form_summaries(connection, named, None)
    try:
        return LedgerContents(
            head.document_id,
            tuple(
                HeldForm(each, datetime.fromisoformat(row.changed_at), row.digest)
                for each in held
                for row in (rows[each.form_id],)
            ),
        )
    except (ValueError, TypeError) as error:
        raise DamagedLedger(named, LedgerDamage.CONTENT) from error
