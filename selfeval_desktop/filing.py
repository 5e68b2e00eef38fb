"""The ports that keep whole ledgers: their files, their backups, and the packages in which they change hands.

Each loads what it needs, such as the database, with the first call.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from selfeval_desktop import paths
from selfeval_desktop.app.errors import OldTemplate, SelfEvalError, UnreadableFile
from selfeval_desktop.app.ports.progress import ignore_progress

if TYPE_CHECKING:
    from selfeval_desktop.app.handover import HandOverInfo, HandOverRequest, TakenOverLedger
    from selfeval_desktop.app.ports.backups import (
        Backup,
        BackupReason,
        BackupSet,
        BackupStatus,
        LedgerContents,
    )
    from selfeval_desktop.app.ports.forms import Draft
    from selfeval_desktop.app.ports.ledgers import FormStore, Ledgers
    from selfeval_desktop.app.ports.progress import Progress
    from selfeval_desktop.app.ports.templates import LoadTemplate, Templates
    from selfeval_desktop.codec.templates import TemplateFolder
    from selfeval_desktop.storage.copies.backups import BackupFolder


class LazyLedgerFiles:
    """The port `Ledgers`."""

    def __init__(self, installed: TemplateFolder) -> None:
        self._installed = installed

    def open_ledger_file(self, path: Path, *, read_only: bool = False, take_over: bool = False) -> FormStore:
        return _ledger_opener(self._installed).open_ledger_file(
            path, read_only=read_only, take_over=take_over
        )

    def create_ledger_file(
        self, path: Path, drafts: Sequence[Draft] = (), under: Templates | None = None
    ) -> FormStore:
        return _ledger_opener(self._installed).create_ledger_file(path, drafts, under)


class BackupFiles:
    """The port `Backups`, in the user's own folder."""

    def __init__(self, installed: TemplateFolder) -> None:
        self._installed = installed
        # Once: a backup that still runs when its window is gone stays where it belongs.
        self.folder = paths.user_backups()

    def backup_sets(self) -> tuple[BackupSet, ...]:
        return self._open_backup_folder().backup_sets()

    def backup_status(self, ledger: Path, document: str = "") -> BackupStatus:
        return self._open_backup_folder().backup_status(ledger, document)

    def make_backup(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        return self._open_backup_folder().make_backup(ledger, reason, progress, document)

    def make_backup_if_changed(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup | None:
        return self._open_backup_folder().make_backup_if_changed(ledger, reason, progress, document)

    def copy_to_folder(
        self, ledger: Path, place: Path, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        return self._open_backup_folder().copy_to_folder(ledger, place, progress, document)

    def read_contents(self, path: Path) -> LedgerContents:
        from selfeval_desktop.storage.copies import restoring

        return restoring.read_backup_contents(path, self._installed)

    def restore_ledger(self, backup: Path, ledger: Path, progress: Progress = ignore_progress) -> None:
        from selfeval_desktop.storage.copies import restoring

        restoring.restore_backup(backup, ledger, self._installed, progress)

    def _open_backup_folder(self) -> BackupFolder:
        from selfeval_desktop.storage.copies.backups import BackupFolder

        return BackupFolder(self.folder)


class HandOverFiles:
    """The port `HandOvers`: the paper is made by output, the file by storage, and templates are read by codec."""

    def __init__(self, load_template: LoadTemplate) -> None:
        self._load_template = load_template

    def write_hand_over(
        self, order: HandOverRequest, target: Path, progress: Progress = ignore_progress
    ) -> None:
        from selfeval_desktop.app import settings
        from selfeval_desktop.output.pdf.writer import pdf_bytes
        from selfeval_desktop.storage.copies import handover

        kept = settings.settings_to_json(settings.portable_settings(order.settings)).encode()
        handover.write_handover_package(
            order.store,
            handover.collect_package_contents(
                order.inventory, pdf_bytes([order.paper]), kept, _user_template_files()
            ),
            target,
            progress,
        )

    def read_hand_over(self, path: Path, progress: Progress = ignore_progress) -> HandOverInfo:
        from selfeval_desktop.storage.copies import handover

        return handover.read_handover_package(path, progress)

    def unpack_hand_over(
        self, path: Path, target: Path, progress: Progress = ignore_progress
    ) -> TakenOverLedger:
        from selfeval_desktop.app.handover import TakenOverLedger
        from selfeval_desktop.storage.copies import handover

        loaded = handover.unpack_handover_ledger(path, target, progress)
        return TakenOverLedger(target, tuple(self._install_templates(loaded)))

    def _install_templates(self, loaded: Mapping[str, bytes]) -> Iterator[str]:
        """Install these template files where they are newer; the names of those that could not be.

        The ledger, which is there by now, has its own copy of what its forms are under.
        """
        for name, data in loaded.items():
            try:
                with tempfile.TemporaryDirectory() as folder:
                    path = Path(folder) / name
                    path.write_bytes(data)
                    self._load_template(path)
            except OldTemplate:
                continue
            except (OSError, SelfEvalError):
                yield Path(name).stem


def _user_template_files() -> dict[str, bytes]:
    """The template files that the user loaded, by name; UnreadableFile."""
    found = {}
    for path in sorted(paths.user_templates().glob("*.toml")):
        try:
            found[path.name] = path.read_bytes()
        except OSError as error:
            raise UnreadableFile(path, error.strerror or str(error)) from error
    return found


@cache
def _ledger_opener(installed: TemplateFolder) -> Ledgers:
    from selfeval_desktop.storage.file.opening import SqliteLedgers

    return SqliteLedgers(installed)
