"""Names that tell all, rules that no clock can mislead, and what a backup holds beside the ledger."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.app import backups
from selfeval_desktop.app.backups import ComparedForm, ComparisonResult
from selfeval_desktop.app.errors import Cancelled, SelfEvalError, UnwritableFile
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.forms import FormSummary, State
from selfeval_desktop.app.ports.safety import (
    Backup,
    BackupReason,
    BackupSet,
    BackupStatus,
    ContentsReader,
    HeldForm,
    LedgerContents,
)

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC).replace(tzinfo=None)
FOLDER = Path("backups")
MOMENTS = st.datetimes(
    datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None),
    datetime(2060, 1, 1, tzinfo=UTC).replace(tzinfo=None),
)


def backup(sequence: int, moment: datetime = NOON, reason: BackupReason = BackupReason.TIMED) -> Backup:
    name = backups.backup_file_name(Path("台账.selfeval"), moment, sequence, reason)
    return Backup(FOLDER / name, "台账", moment.replace(microsecond=0), sequence, reason)


@st.composite
def histories(draw: st.DrawFn) -> list[Backup]:
    """Backups whose clock went anywhere."""
    made = draw(st.lists(st.tuples(MOMENTS, st.sampled_from(BackupReason)), min_size=1, max_size=60))
    return [backup(number, *each) for number, each in enumerate(made, start=1)]


@st.composite
def steady_histories(draw: st.DrawFn) -> list[Backup]:
    """Backups whose clock only ever went on."""
    steps = draw(st.lists(st.tuples(st.integers(0, 60 * 60 * 60), st.sampled_from(BackupReason)), max_size=80))
    now, found = NOON, []
    for number, (seconds, reason) in enumerate(steps, start=1):
        now += timedelta(seconds=seconds)
        found.append(backup(number, now, reason))
    return found


def kept(history: Sequence[Backup]) -> list[Backup]:
    gone = backups.superfluous_backups(history)
    return [each for each in history if each not in gone]


@given(MOMENTS, st.integers(1, 10**12 - 1), st.sampled_from(BackupReason), st.text(min_size=1, max_size=300))
def test_a_name_tells_all_that_went_into_it(moment: datetime, sequence: int, reason: BackupReason, ledger: str) -> None:
    path = FOLDER / backups.backup_file_name(Path(f"{ledger}.selfeval".replace("/", "")), moment, sequence, reason)
    assert len(path.name.encode()) < 200
    found = backups.parse_backup_name(path)
    assert found is not None
    assert (found.path, found.sequence, found.reason) == (path, sequence, reason)
    assert found.moment == moment.replace(microsecond=0)


@pytest.mark.parametrize(
    "name",
    [
        "台账.selfeval",
        "台账-000001-20240301-120000-timed.selfeval.tmp",
        "台账-000001-20240301-120000-someday.selfeval",
        "台账-000001-20241301-120000-timed.selfeval",
        "台账-1-20240301-120000-timed.selfeval",
        "台账-٠٠٠٠٠١-20240301-120000-timed.selfeval",
        "-000001-20240301-120000-timed.selfeval",
    ],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert backups.parse_backup_name(Path(name)) is None


def test_a_folder_is_known_by_name_and_document() -> None:
    name = backups.folder_name(Path("x/2023-台账.selfeval"), "0123456789abcdef" * 2)
    assert backups.parse_folder_name(name) == ("2023-台账", "01234567")
    assert backups.parse_folder_name("台账") is None


def test_a_ledger_whose_name_no_system_takes_has_a_name() -> None:
    assert backups.backup_set_name(Path("….selfeval")) == "…"
    assert backups.backup_set_name(Path("\u200b.selfeval")) == "ledger"
    assert backups.backup_set_name(Path("con.selfeval")) == "_con"


@given(histories())
def test_f58_the_newest_three_stay_whatever_the_clock_said(history: list[Backup]) -> None:
    assert set(history[-3:]) <= set(kept(history))


@given(histories(), st.sampled_from(BackupReason))
def test_f58_a_clock_set_back_never_costs_the_newest(history: list[Backup], reason: BackupReason) -> None:
    newest = backup(len(history) + 1, datetime(1999, 1, 1, tzinfo=UTC).replace(tzinfo=None), reason)
    assert newest in kept([*history, newest])


@given(steady_histories())
def test_all_that_were_wanted_stay_for_thirty_days(history: list[Backup]) -> None:
    if history:
        recent = [
            each
            for each in history
            if each.reason.is_kept_longer and (history[-1].moment.date() - each.moment.date()).days < 30
        ]
        assert set(recent) <= set(kept(history))


@given(steady_histories())
def test_the_last_of_each_of_fourteen_days_stays(history: list[Backup]) -> None:
    last: dict[date, Backup] = {each.moment.date(): each for each in history}
    assert set([last[day] for day in sorted(last)][-14:]) <= set(kept(history))


@given(steady_histories())
def test_what_nobody_wanted_does_not_pile_up(history: list[Backup]) -> None:
    assert len([each for each in kept(history) if not each.reason.is_kept_longer]) <= 3 + 14 + 8


def made(reason: BackupReason, *days: int) -> list[Backup]:
    """A backup at noon of each of these days, counted from the first of March."""
    return [backup(number, NOON + timedelta(days=day), reason) for number, day in enumerate(days, start=1)]


def kept_days(history: Sequence[Backup]) -> list[int]:
    """The days of those that stay."""
    return [(each.moment - NOON).days for each in kept(history)]


@pytest.mark.parametrize("reason", [reason for reason in BackupReason if not reason.is_kept_longer])
def test_of_a_day_full_of_backups_three_stay(reason: BackupReason) -> None:
    history = [backup(number, NOON + timedelta(minutes=number), reason) for number in range(1, 11)]
    assert kept(history) == history[-3:]


def test_of_daily_backups_fourteen_stay_and_the_last_of_eight_weeks() -> None:
    # The first of March 2024 is a Friday: day 102 is a Tuesday, and so day 58 the Sunday of the eighth last week.
    assert kept_days(made(BackupReason.TIMED, *range(103))) == [58, 65, 72, 79, 86, *range(89, 103)]


def test_what_was_wanted_goes_after_thirty_days_with_backups() -> None:
    # Day 99 is a Saturday; before the thirty days there stay the Sundays of the weeks.
    assert kept_days(made(BackupReason.BY_HAND, *range(100))) == [51, 58, 65, *range(70, 100)]


@given(histories())
def test_what_stays_once_stays(history: list[Backup]) -> None:
    assert backups.superfluous_backups(kept(history)) == ()


@given(histories())
def test_order_of_the_files_means_nothing(history: list[Backup]) -> None:
    assert backups.superfluous_backups(history[::-1]) == backups.superfluous_backups(history)
    ordered = backups.newest_first(history[::-1])
    assert all(one.sequence > other.sequence for one, other in pairwise(ordered))


def one_set(document: str, name: str, ledger: Path | None = None) -> BackupSet:
    return BackupSet(FOLDER / f"{name}-{document}", name, document, ledger, ())


def test_backups_are_found_by_document_then_place_then_name() -> None:
    here = Path("/a/台账.selfeval")
    by_document, by_place, by_name = (
        one_set("11111111", "旧名"),
        one_set("22222222", "别名", here),
        one_set("33333333", "台账", Path("/b/台账.selfeval")),
    )
    every = (by_name, by_place, by_document)
    assert backups.sets_of_ledger(every, here, "1" * 32) == (by_document,)
    assert backups.sets_of_ledger(every, here) == (by_place,)
    assert backups.sets_of_ledger(every, Path("/c/台账.selfeval")) == (by_name,)
    assert backups.sets_of_ledger(every, Path("/c/没有.selfeval")) == ()


def held(form_id: int, digest: str, project_name: str = "") -> HeldForm:
    summary = FormSummary(
        form_id=form_id,
        template="mof-2020",
        project_name=project_name or f"第{form_id}个",
        year=2023,
        unit="某局",
        department="",
        execution_rate=None,
        score_total=None,
        grade=None,
        errors=0,
        warnings=0,
        hints=0,
        state=State.READY,
    )
    return HeldForm(summary, NOON, digest)


def test_forms_of_one_document_are_compared_by_their_ids() -> None:
    then = LedgerContents("a", (held(1, "x"), held(2, "x"), held(3, "x")))
    now = LedgerContents("a", (held(1, "x"), held(2, "y", "改名"), held(4, "z")))
    found = backups.compare_with_present(then, now)
    assert [(each.form.summary.form_id, each.result) for each in found] == [
        (1, ComparisonResult.SAME),
        (2, ComparisonResult.CHANGED),
        (3, ComparisonResult.MISSING),
        (4, ComparisonResult.NEW),
    ]


def test_forms_of_two_documents_are_compared_by_what_they_are_called() -> None:
    then = LedgerContents("a", (held(1, "x", "宣传"), held(2, "x", "宣传"), held(3, "x", "维稳")))
    now = LedgerContents("b", (held(7, "x", "宣传"), held(8, "y", "维稳")))
    assert [each.result for each in backups.compare_with_present(then, now)] == [
        ComparisonResult.SAME,
        ComparisonResult.MISSING,
        ComparisonResult.CHANGED,
    ]


def test_without_a_ledger_nothing_is_compared() -> None:
    then = LedgerContents("a", (held(1, "x"),))
    assert backups.compare_with_present(then, None) == (ComparedForm(then.forms[0], None),)


class Folder:
    """A port that notes what it is asked for; `error` is what making raises."""

    def __init__(self, error: SelfEvalError | None = None) -> None:
        self.folder = FOLDER
        self.error = error
        self.asked: list[str] = []

    def backup_sets(self) -> tuple[BackupSet, ...]:
        return ()

    def backup_status(self, ledger: Path, document: str = "") -> BackupStatus:
        return BackupStatus(FOLDER, backup(1))

    def make_backup(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        self.asked.append("make")
        if self.error:
            raise self.error
        return backup(1)

    def is_backup_due(self, ledger: Path, document: str = "") -> bool:
        return True

    def make_backup_if_changed(
        self, ledger: Path, reason: BackupReason, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup | None:
        self.asked.append("make_if_changed")
        return None

    def copy_to_folder(
        self, ledger: Path, place: Path, progress: Progress = ignore_progress, document: str = ""
    ) -> Backup:
        return backup(1)

    def read_contents(self, path: Path) -> LedgerContents:
        return LedgerContents("", ())

    def contents_reader(self) -> AbstractContextManager[ContentsReader]:
        raise NotImplementedError

    def restore_ledger(self, backup: Path, ledger: Path, progress: Progress = ignore_progress) -> int:
        return 0


@pytest.mark.parametrize("reason", BackupReason)
def test_what_goes_before_a_step_is_made_in_any_case(reason: BackupReason) -> None:
    port = Folder()
    assert backups.back_up_document(port, Path("台账.selfeval"), reason).failure is None
    assert port.asked == ["make" if reason.is_kept_longer else "make_if_changed"]


def test_f12_a_failure_is_told_beside_what_there_is() -> None:
    full = UnwritableFile(FOLDER, "No space left on device")
    report = backups.back_up_document(Folder(full), Path("台账.selfeval"), BackupReason.BY_HAND)
    assert report.failure is full
    assert report.standing.newest == backup(1)
    assert replace(report, failure=None) == backups.back_up_document(Folder(), Path("x"), BackupReason.BY_HAND)


def test_who_gives_up_is_told() -> None:
    with pytest.raises(Cancelled):
        backups.back_up_document(Folder(Cancelled()), Path("台账.selfeval"), BackupReason.BY_HAND)
