"""Folders as a command finds them: ledgers of every kind, what they are written from, what lies beside them."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from selfeval_desktop.bootstrap import ledger_files
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.file.settings_file import SettingsFile
from tests import builders
from tests.intake.offices import workbook_of
from tests.storage.drafts import draft

OLD = Path(__file__).parents[1] / "ledgers"
HERE = "here"
LEDGER = f"{HERE}/L.selfeval"
SETTINGS = f"{HERE}/settings.json"
LONG = "逐项核对台账，确认资金与指标一致。" * 150

Prepare = Callable[[Path], object]
"""Makes what lies in the area before the command is given."""


def forms(count: int) -> tuple[Form, ...]:
    """Complete forms; every third has long texts."""
    return tuple(
        builders.complete_form(project_name=f"第{number}项工作", goals=Goals("完成全年任务。", actual))
        for number in range(1, count + 1)
        for actual in (LONG if number % 3 == 0 else "任务已经完成。",)
    )


def holding(count: int, *more: Prepare) -> Prepare:
    """A ledger of so many forms and what else an office has in it, beside two files that are no business of ours."""

    def prepare(area: Path) -> None:
        without()(area)
        with closing(ledger_files().create_ledger_file(area / LEDGER, [draft(form) for form in forms(count)])) as store:
            store.replace_units([Unit("某区信访办公室", "某区信访局", {"filler": "李某"})])
        shutil.copyfile(area / LEDGER, area / HERE / "other.selfeval")
        for each in more:
            each(area)

    return prepare


def without(*more: Prepare) -> Prepare:
    """A folder without a ledger."""

    def prepare(area: Path) -> None:
        (area / HERE).mkdir(parents=True)
        (area / HERE / "beside.txt").write_text("旁边的文件", "utf-8")
        for each in more:
            each(area)

    return prepare


def json_of(name: str, count: int) -> Prepare:
    """A file of forms to be imported."""

    def prepare(area: Path) -> None:
        (area / HERE / name).write_bytes(form_json.write_forms(forms(count)))

    return prepare


def office_file(area: Path) -> None:
    """A spreadsheet to be imported."""
    (area / HERE / "a.xlsx").write_bytes(workbook_of())


def settings_file(area: Path) -> None:
    """What the program remembers of its user."""
    SettingsFile(area / SETTINGS).change_settings(folder="/home", text_size=125)


def old_ledger(version: str) -> Prepare:
    """A ledger as an earlier version of the program left it."""

    return without(lambda area: (area / LEDGER).write_bytes((OLD / f"{version}.selfeval").read_bytes()))


def unfinished(prepare: Prepare, *, journal_of: Prepare | None = None, head: bool = True) -> Prepare:
    """That ledger with a journal beside it, as a power cut in the middle of a step leaves it.

    `journal_of` makes another ledger whose journal it is; without its `head` the step had not reached the ledger.
    """

    def prepared(area: Path) -> None:
        other = area.with_name("other")
        (journal_of or prepare)(other)
        pages, journal = _cut_off(other / LEDGER)
        shutil.rmtree(other)
        prepare(area)
        if journal_of is None and head:
            (area / LEDGER).write_bytes(pages)
        beside = area / f"{LEDGER}-journal"
        beside.write_bytes(journal if head else bytes(28) + journal[28:])

    return prepared


def _cut_off(ledger: Path) -> tuple[bytes, bytes]:
    """Ledger and journal in the middle of a step that changes every form."""
    with closing(database.open_raw_connection(ledger, "rw")) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE forms SET goal_actual = ?", (LONG,))
        found = ledger.read_bytes(), ledger.with_name(f"{ledger.name}-journal").read_bytes()
        connection.execute("ROLLBACK")
    return found
