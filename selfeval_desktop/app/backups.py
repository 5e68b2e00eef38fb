"""Backups of a ledger: their names, which of them are kept, and how their content compares with the ledger.

A backup is a ledger file of its own. Its name tells all that a list of backups needs, so that the list is true
whatever became of settings, clock and program:
`{ledger}-{sequence}-{YYYYMMDD-HHMMSS}-{reason}.selfeval`, by local time then.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.foreign_files import shown_text
from selfeval_desktop.app.paper.file_names import ENDING, safe_name
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.safety import (
    Backup,
    BackupReason,
    Backups,
    BackupSet,
    BackupStatus,
    HeldForm,
    LedgerContents,
)

NEWEST = 3
DAYS, WEEKS, DAYS_OF_WISH = 14, 8, 30
_MOMENT = "%Y%m%d-%H%M%S"
# The longest name, with sequence, time and reason, stays below the 255 bytes of most file systems.
_NAME_BYTES = 90
_NAME = re.compile(
    r"(?P<ledger>.+)-(?P<sequence>[0-9]{6,12})-(?P<day>[0-9]{8})-(?P<time>[0-9]{6})-(?P<reason>[a-z_]+)"
    + re.escape(ENDING),
    re.DOTALL,
)
_FOLDER = re.compile(r"(?P<ledger>.+)-(?P<document>[0-9a-f]{8})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BackupReport:
    """The status after an attempt to back a ledger up; `failure` is the error, None after success."""

    standing: BackupStatus
    failure: SelfEvalError | None = None


class ComparisonResult(StrEnum):
    """How a form in a backup compares with the present ledger."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"  # the backup has it, the present ledger has not
    NEW = "new"  # the present ledger has it, the backup has not


@dataclass(frozen=True, slots=True)
class ComparedForm:
    """A form as the backup has it, or the present ledger where it is new there; None without a ledger to compare."""

    form: HeldForm
    result: ComparisonResult | None


def backup_file_name(ledger: Path, moment: datetime, sequence: int, reason: BackupReason) -> str:
    """The name of a backup's file."""
    return f"{backup_set_name(ledger)}-{sequence:06}-{moment.strftime(_MOMENT)}-{reason}{ENDING}"


def backup_set_name(ledger: Path) -> str:
    """The ledger's name, fit for every system that it may be copied to."""
    return safe_name(shown_text(ledger.stem), _NAME_BYTES) or "ledger"


def folder_name(ledger: Path, document: str) -> str:
    """The folder of a ledger's backups: one that is copied under another name gets backups of its own."""
    return f"{backup_set_name(ledger)}-{document[:8]}"


def parse_folder_name(name: str) -> tuple[str, str] | None:
    """Ledger name and start of the document's id; None for another name."""
    found = _FOLDER.fullmatch(name)
    return (found["ledger"], found["document"]) if found else None


def parse_backup_name(path: Path) -> Backup | None:
    """The backup that a file's name describes; None for another name."""
    found = _NAME.fullmatch(path.name)
    if found is None or found["reason"] not in set(BackupReason):
        return None
    try:
        moment = datetime.fromisoformat(f"{found['day']}T{found['time']}")
    except ValueError:
        return None
    return Backup(path, found["ledger"], moment, int(found["sequence"]), BackupReason(found["reason"]))


def newest_first(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """By sequence, whatever the clock said."""
    return tuple(sorted(backups, key=lambda each: (each.sequence, each.moment, each.path.name), reverse=True))


def superfluous_backups(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Those that are not needed any more, the newest first.

    No clock is asked: the order is that of the sequence, and days are those that backups were made on, counted
    back from the newest. A clock that is set back or ahead so never makes an old backup of the newest. There stay

    * the newest 3;
    * of each of the last 14 days with backups the last one, and of each of the last 8 weeks with backups;
    * of the last 30 days with backups all that were wanted, or made before an upgrade, import, carry-over or restore.
    """
    ordered = newest_first(backups)
    days: dict[Hashable, int] = {}
    weeks: dict[Hashable, int] = {}
    found = []
    for place, backup in enumerate(ordered):
        day, week = backup.moment.date(), backup.moment.isocalendar()[:2]
        is_last_of_day, is_last_of_week = day not in days, week not in weeks
        day_number, week_number = days.setdefault(day, len(days)), weeks.setdefault(week, len(weeks))
        stays = (
            place < NEWEST
            or (is_last_of_day and day_number < DAYS)
            or (is_last_of_week and week_number < WEEKS)
            or (backup.reason.is_kept_longer and day_number < DAYS_OF_WISH)
        )
        if not stays:
            found.append(backup)
    return tuple(found)


def sets_of_ledger(sets: Sequence[BackupSet], ledger: Path, document: str = "") -> tuple[BackupSet, ...]:
    """The backups of the ledger at that path: of its document, else of what lay there, else of that name.

    `document` is empty when the file is gone or cannot be read.
    """
    choices: tuple[Callable[[BackupSet], bool], ...] = (
        lambda each: bool(document) and each.document == document[:8],
        lambda each: each.ledger == ledger,
        lambda each: each.name == backup_set_name(ledger),
    )
    return next((found for fits in choices if (found := tuple(filter(fits, sets)))), ())


def back_up_document(
    backups: Backups,
    ledger: Path,
    reason: BackupReason,
    progress: Progress = ignore_progress,
    document: str = "",
) -> BackupReport:
    """Try to back that document up: before a big step in any case, otherwise only where it changed.

    Cancelled passes; every other error is part of the report.
    """
    failure: SelfEvalError | None = None
    try:
        if reason.is_kept_longer:
            backups.make_backup(ledger, reason, progress, document)
        else:
            backups.make_backup_if_changed(ledger, reason, progress, document)
    except Cancelled:
        raise
    except SelfEvalError as error:
        failure = error
    return BackupReport(backups.backup_status(ledger, document), failure)


def compare_with_present(held: LedgerContents, present: LedgerContents | None) -> tuple[ComparedForm, ...]:
    """The forms of a backup compared with those of the ledger, in the backup's order; then those that only the ledger has.

    Forms of the same document belong together by their ids, else by template, year, unit and project.
    """
    if present is None:
        return tuple(ComparedForm(form, None) for form in held.forms)
    same = _form_id_key if held.document == present.document else _form_title_key
    free: dict[Hashable, deque[HeldForm]] = defaultdict(deque)
    for form in present.forms:
        free[same(form)].append(form)
    found = []
    for form in held.forms:
        if not free[same(form)]:
            found.append(ComparedForm(form, ComparisonResult.MISSING))
        elif free[same(form)].popleft().digest == form.digest:
            found.append(ComparedForm(form, ComparisonResult.SAME))
        else:
            found.append(ComparedForm(form, ComparisonResult.CHANGED))
    left = {id(form) for forms in free.values() for form in forms}
    return (*found, *(ComparedForm(form, ComparisonResult.NEW) for form in present.forms if id(form) in left))


def _form_id_key(form: HeldForm) -> Hashable:
    return form.summary.form_id


def _form_title_key(form: HeldForm) -> Hashable:
    summary = form.summary
    return summary.template, summary.year, summary.unit, summary.project_name
