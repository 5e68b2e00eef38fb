"""The folder of the backups: making, listing and thinning them; `restoring` reads them back.

The status of a ledger is read from the files in its folder. One of them, `ledger.json`, keeps where the ledger was,
for the day when it is gone, and when a copy was made on another medium.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from selfeval_desktop import paths
from selfeval_desktop.app import backups
from selfeval_desktop.app.errors import FileExists, MissingFile, NotBackedUp, SelfEvalError, UnwritableFile
from selfeval_desktop.app.foreign_files import read_regular_file
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.safety import Backup, BackupReason, BackupSet, BackupStatus, OutsideCopy
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.storage.copies.ledger_copy import (
    duplicate_ledger,
    duplicate_older_ledger,
    read_head_of_document,
    read_ledger_head,
)
from selfeval_desktop.storage.file import atomic_write, database
from selfeval_desktop.storage.forms.contents import LedgerHead

_NOTE = "ledger.json"
_MOST_NOTE = 100_000
_MOST_TRIES = 5


def back_up_before_upgrade(path: Path, upgrade: Callable[[Path], None]) -> None:
    """Back up a ledger that is about to be brought up to date; NotBackedUp, and then it must stay as it is.

    The former program cannot read the upgraded ledger, so a full disk stops the upgrade instead of this backup.
    """
    folder = BackupFolder(paths.user_backups())
    try:
        folder.add_backup(
            path, BackupReason.BEFORE_UPGRADE, lambda target: duplicate_older_ledger(path, target, upgrade)
        )
    except UnwritableFile as error:
        raise NotBackedUp(path, folder.root, error.reason) from error


class BackupFolder:
    """Backups of every ledger below one folder, each ledger's in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def backup_sets(self) -> tuple[BackupSet, ...]:
        return tuple(found for folder in _folder_entries(self.root) if (found := _read_set(folder)) is not None)

    def backup_status(self, ledger: Path, document: str = "") -> BackupStatus:
        own = self._find_backup_set(ledger, document)
        if own is None:
            return BackupStatus(self.root)
        newest = next((each for each in own.backups if _is_marked_ledger(each.path)), None)
        return BackupStatus(own.folder, newest, _newest_external_copy(own))

    def make_backup(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        return self.add_backup(
            ledger, reason, lambda target: duplicate_ledger(ledger, target, progress, document), document
        )

    def make_backup_if_changed(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup | None:
        return self.make_backup(ledger, reason, progress, document) if self.is_backup_due(ledger, document) else None

    def is_backup_due(self, ledger: Path, document: str = "") -> bool:
        present, newest = _read_expected_head(ledger, document), self.backup_status(ledger, document).newest
        with suppress(SelfEvalError):
            if newest is not None:
                return read_ledger_head(newest.path, database.reading_mode(newest.path)) != present
        return True

    def copy_to_folder(
        self, ledger: Path, place: Path, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        """A verified copy in another folder; nothing there is ever thinned, as that folder is the user's own."""
        if not _is_reachable_folder(place):
            raise MissingFile(place)
        made = BackupFolder(place).write_new_backup(
            ledger,
            BackupReason.BY_HAND,
            lambda target: duplicate_ledger(ledger, target, progress, document),
            document,
        )
        folder = self.root / made.path.parent.name
        with suppress(SelfEvalError), _make_backup_folder(folder):
            away = {"folder": str(place), "moment": made.moment.isoformat()}
            _update_backup_note(folder, ledger=str(ledger), away=away)
        return made

    def add_backup(
        self, ledger: Path, reason: BackupReason, write: Callable[[Path], None], document: str = ""
    ) -> Backup:
        """Have `write` make a backup under a new name, update `ledger.json`, and thin the older backups."""
        made = self.write_new_backup(ledger, reason, write, document)
        folder = made.path.parent
        # The backup is made: updating the note and thinning may fail.
        with suppress(SelfEvalError):
            _update_backup_note(folder, ledger=str(ledger))
        for each in backups.superfluous_backups(_backups_in(folder)):
            if _is_marked_ledger(each.path):
                with suppress(OSError):
                    each.path.unlink()
        return made

    def write_new_backup(
        self, ledger: Path, reason: BackupReason, write: Callable[[Path], None], document: str = ""
    ) -> Backup:
        """Have `write` make a backup under a new name; a folder that was made for it goes when that fails."""
        folder, tries_left = (
            self._folder_of(ledger, _read_expected_head(ledger, document).document_id),
            _MOST_TRIES,
        )
        with _make_backup_folder(folder):
            while True:
                last = next(iter(_backups_in(folder)), None)
                sequence = last.sequence + 1 if last else 1
                target = folder / backups.backup_file_name(ledger, _current_local_time(), sequence, reason)
                try:
                    write(target)
                    break
                except FileExists:
                    # Another window made a backup in the same second.
                    tries_left -= 1
                    if not tries_left:
                        raise
        made = backups.parse_backup_name(target)
        assert made is not None
        return made

    def _folder_of(self, ledger: Path, document: str) -> Path:
        return self.root / backups.folder_name(ledger, document)

    def _find_backup_set(self, ledger: Path, document: str) -> BackupSet | None:
        """The backups of that document, else of the document in that file; by its path where it cannot be read any more."""
        try:
            return _read_set(self._folder_of(ledger, document or read_ledger_head(ledger).document_id))
        except SelfEvalError:
            return next((each for each in self.backup_sets() if each.ledger == ledger), None)


def _read_expected_head(ledger: Path, document: str) -> LedgerHead:
    """The head of the ledger at that path; LostLedger where `document` is named and another one lies there."""
    return read_head_of_document(ledger, document) if document else read_ledger_head(ledger)


@contextmanager
def _make_backup_folder(folder: Path) -> Iterator[None]:
    """A folder that is made where it is missing, and removed again when nothing came into it; UnwritableFile."""
    try:
        paths.make_folder(folder)
    except OSError as error:
        raise UnwritableFile(folder, failure_reason(error)) from error
    try:
        yield
    finally:
        # The system removes only what is empty.
        with suppress(OSError):
            folder.rmdir()


def _current_local_time() -> datetime:
    return datetime.now().astimezone().replace(tzinfo=None)


def _is_reachable_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        # A stick that was pulled out a moment ago.
        return False


def _folder_entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _backups_in(folder: Path) -> tuple[Backup, ...]:
    """By their names, the newest first."""
    return backups.newest_first(
        found for entry in _folder_entries(folder) if (found := backups.parse_backup_name(entry)) is not None
    )


def _read_set(folder: Path) -> BackupSet | None:
    """None where there is neither a backup nor a note of one."""
    named = backups.parse_folder_name(folder.name)
    found, note = _backups_in(folder), _read_backup_note(folder)
    if named is None or not (found or note):
        return None
    ledger = note.get("ledger")
    return BackupSet(folder, *named, Path(ledger) if isinstance(ledger, str) else None, found)


def _newest_external_copy(own: BackupSet) -> OutsideCopy | None:
    """The newest file in the folder that the last copy went to; what the note says while that is not there."""
    noted = _read_backup_note(own.folder).get("away")
    if not isinstance(noted, dict):
        return None
    try:
        place, moment = Path(noted["folder"]), datetime.fromisoformat(noted["moment"])
    except (TypeError, KeyError, ValueError):
        return None
    if not _is_reachable_folder(place):
        return OutsideCopy(place, moment)
    newest = next((each for each in _backups_in(place / own.folder.name) if _is_marked_ledger(each.path)), None)
    return OutsideCopy(place, newest.moment) if newest else None


def _read_backup_note(folder: Path) -> Mapping[str, Any]:
    """The content of `ledger.json`; empty where it is missing or damaged."""
    try:
        found = json.loads(read_regular_file(folder / _NOTE, _MOST_NOTE))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _update_backup_note(folder: Path, **changes: object) -> None:
    before = _read_backup_note(folder)
    after = {**before, **changes}
    if after != before:
        told = json.dumps(after, ensure_ascii=False, indent=1)
        atomic_write.write_own_file(folder / _NOTE, told.encode("utf-8", "backslashreplace"))


def _is_marked_ledger(path: Path) -> bool:
    """Whether the file is a ledger by its mark: nothing else is ever counted or deleted."""
    try:
        return path.is_file() and database.is_marked(path)
    except (SelfEvalError, OSError):
        return False
