"""What is said of backups: why one was made, how long ago, and how safe the ledger is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from selfeval_desktop.app.backups import BackupReport, ComparedForm, ComparisonResult
from selfeval_desktop.app.ports.safety import Backup, BackupReason, BackupSet
from selfeval_desktop.ui.safety.safety_label import SafetyLine
from selfeval_desktop.wording import errors
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

OLD_DAYS = 7
"""Days after which the safety line warns that the copy on a stick is old."""
_TOLERANCE = timedelta(minutes=2)

_REASONS: Mapping[BackupReason, str] = {
    BackupReason.OPENED: QT_TRANSLATE_NOOP("Backups", "打开时"),
    BackupReason.TIMED: QT_TRANSLATE_NOOP("Backups", "定时"),
    BackupReason.CLOSING: QT_TRANSLATE_NOOP("Backups", "关闭时"),
    BackupReason.BY_HAND: QT_TRANSLATE_NOOP("Backups", "手动"),
    BackupReason.BEFORE_UPGRADE: QT_TRANSLATE_NOOP("Backups", "升级前"),
    BackupReason.BEFORE_IMPORT: QT_TRANSLATE_NOOP("Backups", "导入前"),
    BackupReason.BEFORE_CARRY: QT_TRANSLATE_NOOP("Backups", "结转前"),
    BackupReason.BEFORE_RESTORE: QT_TRANSLATE_NOOP("Backups", "恢复前"),
}

_FATES: Mapping[ComparisonResult, str] = {
    ComparisonResult.SAME: QT_TRANSLATE_NOOP("Backups", "相同"),
    ComparisonResult.CHANGED: QT_TRANSLATE_NOOP("Backups", "已改动"),
    ComparisonResult.MISSING: QT_TRANSLATE_NOOP("Backups", "现在没有"),
    ComparisonResult.NEW: QT_TRANSLATE_NOOP("Backups", "备份里没有"),
}


def backup_reason(kind: BackupReason) -> str:
    """Why a backup was made."""
    return translate("Backups", _REASONS[kind])


def comparison_label(kind: ComparisonResult | None) -> str:
    """How a form in the backup stands to the ledger; nothing without a ledger."""
    return "" if kind is None else translate("Backups", _FATES[kind])


def relative_time(at: datetime, now: datetime) -> str:
    """When something was done, in the words that people use; both are local times."""
    days = (now.date() - at.date()).days
    if is_in_future(at, now):
        return translate("Backups", "{at}（晚于现在）").format(at=f"{at:%Y-%m-%d %H:%M}")
    if days <= 0:
        return translate("Backups", "今天 {time}").format(time=f"{at:%H:%M}")
    if days == 1:
        return translate("Backups", "昨天 {time}").format(time=f"{at:%H:%M}")
    return translate("Backups", "{days} 天前").format(days=days)


def is_in_future(at: datetime, now: datetime) -> bool:
    """Whether that lies in the future, by more than clocks may differ."""
    return at - now > _TOLERANCE


def backup_time(backup: Backup) -> str:
    """The time of a backup in a list."""
    return f"{backup.moment:%Y-%m-%d %H:%M}"


def restore_button_text(backup: Backup, now: datetime) -> str:
    """What a button says that restores this backup."""
    return translate("Backups", "用 {when} 的备份恢复…").format(when=relative_time(backup.moment, now))


def backup_set_name(each: BackupSet) -> str:
    """A ledger in the list of those that have backups."""
    if each.ledger is None:
        return each.name
    return f"{each.ledger.stem}  ({each.ledger.parent})"


def backup_overview(found: Sequence[ComparedForm]) -> str:
    """What a backup holds, and how it stands to the present ledger."""
    held = [each for each in found if each.result is not ComparisonResult.NEW]
    text = translate("Backups", "这份备份里有 {count} 张表").format(count=len(held))
    if all(each.result is None for each in found):
        return text
    counts = Counter(each.result for each in found)
    parts = [f"{comparison_label(kind)} {counts[kind]}" for kind in ComparisonResult if counts[kind]]
    return translate("Backups", "{text}；与现在的台账相比：{parts}").format(
        text=text, parts=translate("Backups", "，").join(parts)
    )


def safety_line(report: BackupReport, now: datetime) -> SafetyLine:
    """The safety line: the last backup, the last copy on a stick, and what went wrong."""
    newest, tip = report.standing.newest, "\n".join(_tooltip_lines(report, now))
    if report.failure is not None:
        return SafetyLine(
            _failure_texts(errors.error_cause(report.failure), _last_backup_time(report, now)), tip, "error"
        )
    if newest is not None and is_in_future(newest.moment, now):
        return SafetyLine(_clock_warning_texts(newest), tip, "warning")
    if is_stick_backup_due(report, now):
        return SafetyLine(
            _overdue_texts(_last_backup_time(report, now), _last_stick_backup_time(report, now)),
            tip,
            "warning",
        )
    return SafetyLine(_up_to_date_texts(_last_backup_time(report, now), _last_stick_backup_time(report, now)), tip)


def _up_to_date_texts(backup: str, away: str) -> tuple[str, ...]:
    return (
        translate("Backups", "最近备份 {backup} · U盘备份 {away}").format(backup=backup, away=away),
        translate("Backups", "备份 {backup} · U盘 {away}").format(backup=backup, away=away),
        translate("Backups", "备份 {backup}").format(backup=backup),
    )


def _overdue_texts(backup: str, away: str) -> tuple[str, ...]:
    return (
        translate("Backups", "最近备份 {backup} · ! U盘备份 {away}").format(backup=backup, away=away),
        translate("Backups", "备份 {backup} · ! U盘 {away}").format(backup=backup, away=away),
        translate("Backups", "! U盘备份 {away}").format(away=away),
    )


def _clock_warning_texts(newest: Backup) -> tuple[str, ...]:
    return (
        translate("Backups", "! 最近备份 {at} 晚于现在，系统时间可能被改过").format(at=backup_time(newest)),
        translate("Backups", "! 系统时间可能被改过"),
        translate("Backups", "! 时间有误"),
    )


def _failure_texts(why: str, backup: str) -> tuple[str, ...]:
    return (
        translate("Backups", "× 备份失败：{why} · 最近备份 {backup}").format(why=why, backup=backup),
        translate("Backups", "× 备份失败：{why}").format(why=why),
        translate("Backups", "× 备份失败"),
    )


def _last_backup_time(report: BackupReport, now: datetime) -> str:
    newest = report.standing.newest
    return relative_time(newest.moment, now) if newest else translate("Backups", "还没有")


def _last_stick_backup_time(report: BackupReport, now: datetime) -> str:
    away = report.standing.away
    return relative_time(away.moment, now) if away else translate("Backups", "还没有")


def is_stick_backup_due(report: BackupReport, now: datetime) -> bool:
    """Whether the last copy on a stick is so old that a new one is due."""
    away = report.standing.away
    return away is not None and (now - away.moment).days >= OLD_DAYS


def _tooltip_lines(report: BackupReport, now: datetime) -> Iterable[str]:
    """Everything, a line for each."""
    standing = report.standing
    if report.failure is not None:
        yield translate("Backups", "备份失败：{why}").format(why=errors.error_sentence(report.failure))
        yield translate("Backups", "录入的内容照常保存在台账里。")
    if standing.newest is None:
        yield translate("Backups", "这个台账还没有备份")
    else:
        newest = standing.newest
        yield translate("Backups", "最近备份：{at}（{reason}）").format(
            at=backup_time(newest), reason=backup_reason(newest.reason)
        )
        if is_in_future(newest.moment, now):
            yield translate("Backups", "这个时间晚于现在，系统时间可能被改过；备份的先后按序号排列，不受影响。")
    yield translate("Backups", "备份文件夹：{folder}").format(folder=standing.folder)
    if standing.away is None:
        yield translate("Backups", "还没有备份到U盘")
    else:
        yield translate("Backups", "U盘备份：{at}（{folder}）").format(
            at=f"{standing.away.moment:%Y-%m-%d %H:%M}", folder=standing.away.folder
        )
    if is_stick_backup_due(report, now):
        yield translate("Backups", "U盘备份已是几天前的，该再备份一次了（文件 › 备份到U盘）。")
    yield translate("Backups", "点击打开备份文件夹")
