"""What a backup holds, and a ledger made of it: under a new name, and the backup stays byte for byte.

The restored ledger gets a document id of its own. Two files that are worked on apart are two documents: with one id
they would share a list of backups, and the older of two would be thinned away as if it were a state of the other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select, update

from selfeval_desktop.app.backups import HeldForm, LedgerContents
from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, UnwritableFile
from selfeval_desktop.app.ports import Progress, Templates, ignore_progress
from selfeval_desktop.storage import contents, database, journal, listing, publish
from selfeval_desktop.storage.duplicate import copy
from selfeval_desktop.storage.ledger_file import bring_up_to_date, claimed, refuse_places
from selfeval_desktop.storage.tables import forms, ledger
from selfeval_desktop.storage.workplace import workplace

_HELD = select(forms.c.id, forms.c.changed_at, forms.c.digest)


def read_backup_contents(path: Path, installed: Templates) -> LedgerContents:
    """What a backup or ledger holds; one of an earlier version is brought up to date in a copy to be read."""
    version = _inspected(path)
    if version == database.HEAD:
        return _held(path, path)
    with _aside(path) as copied:
        bring_up_to_date(copied, installed)
        return _held(copied, path)


def restore(backup: Path, target: Path, installed: Templates, progress: Progress = ignore_progress) -> None:
    """Make a ledger of a backup; FileExists, LedgerInUse, DamagedLedger, UnwritableFile, Cancelled."""
    version = _inspected(backup)
    lock = claimed(target)
    try:
        with publish.staged_new_file(target) as temp:
            copy(backup, temp, target, progress)
            if version != database.HEAD:
                bring_up_to_date(temp, installed)
            with database.refusals(target), database.connect(temp, "rw") as connection, connection.begin():
                if not database.is_whole(connection, thorough=True):
                    raise DamagedLedger(backup, LedgerDamage.PAGES)
                contents.verified(connection, backup)
                connection.execute(update(ledger).values(document_id=uuid4().hex))
    finally:
        lock.release()


def _inspected(path: Path) -> str:
    """The schema version of a whole ledger; one with a journal beside it is not what it seems."""
    refuse_places(path, read_only=True)
    if journal.lies_beside(path):
        raise DamagedLedger(path, LedgerDamage.JOURNAL)
    return database.inspect(path)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A copy to be changed and thrown away."""
    try:
        with workplace(path) as folder:
            copied = folder / path.name
            copy(path, copied, copied)
            yield copied
    except OSError as error:
        raise UnwritableFile(path, error.strerror or str(error)) from error


def _held(path: Path, told: Path) -> LedgerContents:
    """The forms in the file at `path`; errors name `told`."""
    with database.refusals(told), database.connect(path, "ro") as connection, connection.begin():
        head = contents.sealed(connection, told)
        beside = {row.id: row for row in connection.execute(_HELD)}
        held = listing.summaries(connection, told, None)
    try:
        return LedgerContents(
            head.document_id,
            tuple(
                HeldForm(each, datetime.fromisoformat(row.changed_at), row.digest)
                for each in held
                for row in (beside[each.form_id],)
            ),
        )
    except (ValueError, TypeError) as error:
        raise DamagedLedger(told, LedgerDamage.CONTENT) from error
