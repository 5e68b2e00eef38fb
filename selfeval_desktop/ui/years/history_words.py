"""A form's history in words: what was done, where, what stood there, what stands there since."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.domain.over_time.history_lines import HistoryLine, HistoryLineKind
from selfeval_desktop.ui.printing import difference_words
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_ACTS: Mapping[HistoryLineKind, str] = {
    HistoryLineKind.BEGAN: QT_TRANSLATE_NOOP("History", "开始记录"),
    HistoryLineKind.ADDED: QT_TRANSLATE_NOOP("History", "新建"),
    HistoryLineKind.DELETED: QT_TRANSLATE_NOOP("History", "删除"),
    HistoryLineKind.RESTORED: QT_TRANSLATE_NOOP("History", "恢复"),
    HistoryLineKind.PRINTED: QT_TRANSLATE_NOOP("History", "打印"),
    HistoryLineKind.EXPORTED: QT_TRANSLATE_NOOP("History", "导出"),
    HistoryLineKind.TYPED: QT_TRANSLATE_NOOP("History", "修改"),
    HistoryLineKind.IMPORTED: QT_TRANSLATE_NOOP("History", "导入"),
    HistoryLineKind.CARRIED: QT_TRANSLATE_NOOP("History", "结转"),
    HistoryLineKind.CONFIRMED: QT_TRANSLATE_NOOP("History", "认可"),
    HistoryLineKind.DOUBTED: QT_TRANSLATE_NOOP("History", "待认可"),
    HistoryLineKind.NOTED: QT_TRANSLATE_NOOP("History", "备注"),
    HistoryLineKind.EXPLAINED: QT_TRANSLATE_NOOP("History", "说明理由"),
    HistoryLineKind.KEPT: QT_TRANSLATE_NOOP("History", "留存"),
    HistoryLineKind.VERSION: QT_TRANSLATE_NOOP("History", "表样换版"),
    HistoryLineKind.ROW_ADDED: QT_TRANSLATE_NOOP("History", "增加行"),
    HistoryLineKind.ROW_REMOVED: QT_TRANSLATE_NOOP("History", "删除行"),
    HistoryLineKind.ROW_MOVED: QT_TRANSLATE_NOOP("History", "移动行"),
}
_BARE = frozenset({HistoryLineKind.CONFIRMED, HistoryLineKind.DOUBTED})
_BESIDE = frozenset({HistoryLineKind.NOTED, HistoryLineKind.EXPLAINED, HistoryLineKind.KEPT})


@dataclass(frozen=True, slots=True)
class HistoryLineText:
    """One line of a history, column by column."""

    at: str
    who: str
    act: str
    place: str
    before: str = ""
    after: str = ""


def line_kind_name(of: HistoryLineKind) -> str:
    """What was done, in a word."""
    return translate("History", _ACTS[of])


def stored_time(at: datetime | None) -> str:
    """When something was stored, by the clock of the PC that stored it; "" where that is not known."""
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"


def history_line_text(of: HistoryLine, template: Template, names: Mapping[int, str]) -> HistoryLineText:
    """The words of one line; `names` are the forms of the ledger by their ids."""
    words = HistoryLineText(
        stored_time(of.at), of.who, line_kind_name(of.act), translate("History", "整张表")
    )
    if of.what is None:
        after = _ancestor_text(of.ancestor, names) if of.ancestor else ""
        return replace(words, after=after)
    told = difference_words.difference_line(of.what, template)
    place = told.place
    if of.is_gone and of.act is not HistoryLineKind.ROW_REMOVED:
        place = translate("History", "{place}（已删除的行）").format(place=place)
    if of.act in _BARE:
        return replace(words, place=place)
    if of.act in _BESIDE:
        before, after = told.before if of.what.before else "", told.after if of.what.after else ""
        return replace(words, place=place, before=before, after=after)
    before = "" if of.act in {HistoryLineKind.ADDED, HistoryLineKind.BEGAN} else told.before
    return replace(words, place=place, before=before, after=told.after)


def _ancestor_text(ancestor: Ancestor, names: Mapping[int, str]) -> str:
    name = names.get(ancestor.form_id) or translate("History", "未填项目名称的表")
    if ancestor.sequence is None:
        return translate("History", "复制自“{name}”").format(name=name)
    if ancestor.at is None:
        return translate("History", "取自“{name}”最早的内容").format(name=name)
    at = stored_time(ancestor.at)
    return translate("History", "取自“{name}”{at} 的内容").format(name=name, at=at)


def comparison_heading(
    count: int, earlier: datetime | None, later: datetime | None, *, with_now: bool
) -> str:
    """How two times of a form stand to each other; None is the time from which on its changes are known."""
    one = _at_stored_time(earlier) if earlier else translate("History", "开始记录时")
    other = translate("History", "现在") if with_now else f" {_at_stored_time(later)}"
    if not count:
        return translate("History", "{one}的内容与{other}相同。").format(one=one, other=other)
    return translate("History", "{one}的内容与{other}有 {count} 处不同：").format(
        one=one, other=other, count=count
    )


def _at_stored_time(at: datetime | None) -> str:
    return translate("History", "{at} 时").format(at=stored_time(at))


def only_cell_label(place: str) -> str:
    """The choice to see the history of one cell alone."""
    return translate("History", "只看 {place}").format(place=place)


def restored_form_notice(at: datetime | None) -> str:
    """That a new form was made from an earlier state."""
    if at is None:
        return translate("History", "已按开始记录时的内容新建一张表。")
    return translate("History", "已按 {at} 的内容新建一张表。").format(at=stored_time(at))


def restored_from_bin_notice(names: int) -> str:
    """How many forms came back from the recycle bin."""
    return translate("History", "已从回收站恢复 {count} 张表。").format(count=names)
