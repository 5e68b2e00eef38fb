"""The safety line is true: after a failure, after a change of the clock, and when a stick copy grows old."""

import os
from datetime import UTC, datetime, timedelta
from errno import ENOSPC
from pathlib import Path

import pytest

from selfeval_desktop.app.backups import BackupReport, ComparedForm, ComparisonResult
from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.app.ports.forms import FormSummary, State
from selfeval_desktop.app.ports.safety import Backup, BackupReason, BackupSet, BackupStatus, HeldForm, OutsideCopy
from selfeval_desktop.ui.safety import backup_words

NOW = datetime(2024, 3, 10, 14, 32, tzinfo=UTC).replace(tzinfo=None)
FOLDER = Path("/data/backups/台账-01234567")
STICK = Path("/media/U")


def backup(moment: datetime, reason: BackupReason = BackupReason.TIMED) -> Backup:
    return Backup(FOLDER / "x.selfeval", "台账", moment, 7, reason)


def report(
    newest: datetime | None, away: datetime | None = None, failure: UnwritableFile | None = None
) -> BackupReport:
    standing = BackupStatus(FOLDER, backup(newest) if newest else None, OutsideCopy(STICK, away) if away else None)
    return BackupReport(standing, failure)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(minutes=27), "今天 14:05"),
        (timedelta(hours=20), "昨天 18:32"),
        (timedelta(days=6), "6 天前"),
        (timedelta(minutes=-1), "今天 14:33"),
        (timedelta(days=-400), "2025-04-14 14:32（晚于现在）"),
    ],
)
def test_a_moment_is_told_as_people_tell_it(before: timedelta, words: str) -> None:
    assert backup_words.relative_time(NOW - before, NOW) == words


def test_the_line_tells_of_the_last_backup_and_the_last_stick() -> None:
    line = backup_words.safety_line(report(NOW - timedelta(hours=2), NOW - timedelta(days=6)), NOW)
    assert line.texts[0] == "最近备份 今天 12:32 · U盘备份 6 天前"
    assert line.texts[-1] == "备份 今天 12:32"
    assert line.tone == ""
    for told in ("2024-03-10 12:32（定时）", str(FOLDER), str(STICK)):
        assert told in line.tooltip


def test_what_there_is_not_is_told() -> None:
    line = backup_words.safety_line(report(None), NOW)
    assert line.texts[0] == "最近备份 还没有 · U盘备份 还没有"
    assert "还没有备份到U盘" in line.tooltip


def test_a_stick_copy_of_last_week_is_remembered_gently() -> None:
    line = backup_words.safety_line(report(NOW, NOW - timedelta(days=9)), NOW)
    assert line.tone == "warning"
    assert line.texts[0] == "最近备份 今天 14:32 · ! U盘备份 9 天前"
    assert line.texts[-1] == "! U盘备份 9 天前"


def test_f12_a_failed_backup_says_so_in_every_length() -> None:
    full = UnwritableFile(FOLDER, os.strerror(ENOSPC))
    line = backup_words.safety_line(report(NOW - timedelta(hours=2), failure=full), NOW)
    assert line.tone == "error"
    assert line.texts[:2] == ("× 备份失败：磁盘已满 · 最近备份 今天 12:32", "× 备份失败：磁盘已满")
    assert all(text.startswith("× 备份失败") for text in line.texts)
    assert "照常保存" in line.tooltip


def test_f58_a_backup_of_tomorrow_says_that_the_clock_was_changed() -> None:
    line = backup_words.safety_line(report(NOW + timedelta(days=1)), NOW)
    assert line.tone == "warning"
    assert line.texts[0] == "! 最近备份 2024-03-11 14:32 晚于现在，系统时间可能被改过"
    assert "序号" in line.tooltip


@pytest.mark.parametrize("kept", [report(None), report(NOW, NOW), report(NOW, NOW - timedelta(days=30))])
def test_the_texts_become_ever_shorter(kept: BackupReport) -> None:
    lengths = [len(text) for text in backup_words.safety_line(kept, NOW).texts]
    assert lengths == sorted(lengths, reverse=True)


def test_every_reason_and_fate_has_its_words() -> None:
    assert len({backup_words.backup_reason(each) for each in BackupReason}) == len(BackupReason)
    assert len({backup_words.comparison_label(each) for each in ComparisonResult}) == len(ComparisonResult)
    assert backup_words.comparison_label(None) == ""


def test_a_ledger_is_named_with_its_place() -> None:
    assert backup_words.backup_set_name(BackupSet(FOLDER, "台账", "01234567", None, ())) == "台账"
    placed = BackupSet(FOLDER, "台账", "01234567", Path("/a/新名.selfeval"), ())
    assert backup_words.backup_set_name(placed) == "新名  (/a)"


def test_the_contents_are_counted_by_fate() -> None:
    summary = FormSummary(1, "t", "宣传", 2023, "", "", None, None, None, 0, 0, 0, State.READY)
    form = HeldForm(summary, NOW, "x")
    found = [
        ComparedForm(form, fate)
        for fate in (
            ComparisonResult.SAME,
            ComparisonResult.SAME,
            ComparisonResult.MISSING,
            ComparisonResult.NEW,
        )
    ]
    assert (
        backup_words.backup_overview(found) == "这份备份里有 3 张表；与现在的台账相比：相同 2，现在没有 1，备份里没有 1"
    )
    assert backup_words.backup_overview([ComparedForm(form, None)]) == "这份备份里有 1 张表"
    assert backup_words.restore_button_text(backup(NOW), NOW) == "用 今天 14:32 的备份恢复…"
