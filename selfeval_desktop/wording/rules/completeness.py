"""Words of the checks of what must be filled in."""

import re
from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.rules.rule_words import RuleWords

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


COMPLETENESS_WORDS: Mapping[str, RuleWords] = {
    "K04": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "数字格"),
        meaning=QT_TRANSLATE_NOOP("Rules", "数字格里填的是数字。"),
        sentence=_not_a_number,
    ),
    "K49": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "必填项"),
        meaning=QT_TRANSLATE_NOOP("Rules", "项目名称、单位、年度、目标和完成情况都已填写。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写。"),
    ),
    "K50": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "提示未删"),
        meaning=QT_TRANSLATE_NOOP("Rules", "空白表上的提示都已换成实际内容。"),
        sentence=_printed_hint,
    ),
}
