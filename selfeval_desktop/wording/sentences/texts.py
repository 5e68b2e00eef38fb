"""Sentences on texts, and on what must be filled in."""

import re
from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.sentences.kinds import Sentence

# A number in form, and yet none that a budget can hold.
_FIGURES_ONLY = re.compile(r"\s*[-+]?[0-9,]+(?:\.[0-9]+)?\s*")


def _not_a_number(finding: Finding) -> str:
    if finding.field.column == "year":
        return QT_TRANSLATE_NOOP("Findings", "“{text}”不是年份。请填写四位数字，如 2023。")
    if _FIGURES_ONLY.fullmatch(str(finding.figures["text"])):
        return QT_TRANSLATE_NOOP(
            "Findings", "“{text}”位数过多。整数最多 15 位，小数最多 6 位，请核对后重填。"
        )
    return QT_TRANSLATE_NOOP("Findings", "“{text}”不是数字。请只填写数字，不带单位和其他文字。")


def _printed_hint(finding: Finding) -> str:
    if finding.field.part == "indicators":
        return QT_TRANSLATE_NOOP(
            "Findings", "“{text}”是空白表上的提示。请换成实际内容；如果不需要这一行，请删除整行。"
        )
    return QT_TRANSLATE_NOOP("Findings", "“{text}”是空白表上的提示。请换成实际内容，或删去提示。")


def _bare_or_copied_outcome(finding: Finding) -> str:
    if "text" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "{cell}只写了“{text}”。请写明实际做了什么，达到什么效果。")
    return QT_TRANSLATE_NOOP(
        "Findings",
        "{cell}与预期目标有 {found}% 相同，按表样设置，达到 {expected}% 即视为照抄。"
        "请写明实际做了什么，达到什么效果。",
    )


def _unclean_text(finding: Finding) -> str:
    if "gap" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "“{gap}”中有多余的空格。请删去空格，“整理文字”可以一次删净。")
    if "wide" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "“{wide}”是全角字符。请改为半角的数字或字母。")
    return QT_TRANSLATE_NOOP(
        "Findings", "第 {place} 个字符是看不见的控制字符。请删去它，或重新输入这段文字。"
    )


SENTENCES: Mapping[str, Sentence] = {
    "K04": _not_a_number,
    "K49": QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写。"),
    "K50": _printed_hint,
    "K51": _bare_or_copied_outcome,
    "K52": QT_TRANSLATE_NOOP(
        "Findings", "{cell}有 {found} 字，按表样设置最多 {expected} 字，多 {difference} 字。请压缩文字。"
    ),
    "K55": QT_TRANSLATE_NOOP(
        "Findings", "{cell}中写的是 {found} 年，自评表的年度却是 {expected} 年。请核对年份。"
    ),
    "K57": _unclean_text,
    "K58": QT_TRANSLATE_NOOP(
        "Findings", "文字中有电话号码“{text}”。请核对是否需要；对外公开时，请在“公开版”中遮盖。"
    ),
    "K59": QT_TRANSLATE_NOOP(
        "Findings",
        "同一年度有 {count} 张自评表的项目名称都是“{name}”。"
        "请核对是否重复填报；不是同一项目的，请把名称写得不同。",
    ),
}
