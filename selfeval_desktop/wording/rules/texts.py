"""Words of the checks of texts and of what must be filled in."""

import re
from collections.abc import Mapping

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP

# A number in form, and yet none that a budget can hold.
_FIGURES_ONLY = re.compile(r"\s*[-+]?[0-9,]+(?:\.[0-9]+)?\s*")
_MISPLACED_COMMAS = re.compile(r"\s*[-+]?[0-9]*(?:,[0-9]*)+(?:\.[0-9]+)?\s*")


def _not_a_number(finding: Finding) -> str:
    if finding.field.column == "year":
        return QT_TRANSLATE_NOOP("Findings", "“{text}”不是年份。请填写四位数字，如 2023。")
    text = str(finding.figures["text"])
    if _MISPLACED_COMMAS.fullmatch(text) and amounts.is_amount(text.replace(",", "")):
        return QT_TRANSLATE_NOOP("Findings", "“{text}”的逗号位置不对，看不出是多少。请去掉逗号，或每三位一个逗号。")
    if _FIGURES_ONLY.fullmatch(text):
        return QT_TRANSLATE_NOOP("Findings", "“{text}”位数过多。整数最多 15 位，小数最多 6 位，请核对后重填。")
    return QT_TRANSLATE_NOOP("Findings", "“{text}”不是数字。请只填写数字，不带单位和其他文字。")


def _printed_hint(finding: Finding) -> str:
    if finding.field.part == "indicators":
        return QT_TRANSLATE_NOOP("Findings", "“{text}”是空白表上的提示。请换成实际内容；如果不需要这一行，请删除整行。")
    return QT_TRANSLATE_NOOP("Findings", "“{text}”是空白表上的提示。请换成实际内容，或删去提示。")


_COMPLETENESS_WORDS: Mapping[str, RuleWords] = {
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


def _bare_or_copied_outcome(finding: Finding) -> str:
    if "text" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "{cell}只写了“{text}”。请写明实际做了什么，达到什么效果。")
    return QT_TRANSLATE_NOOP(
        "Findings",
        "{cell}与预期目标有 {found}% 相同，按表样设置，达到 {expected}% 即视为照抄。请写明实际做了什么，达到什么效果。",
    )


def _unclean_text(finding: Finding) -> str:
    if "gap" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "“{gap}”中有多余的空格。请删去空格，“整理文字”可以一次删净。")
    if "wide" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "“{wide}”是全角字符。请改为半角的数字或字母。")
    return QT_TRANSLATE_NOOP("Findings", "第 {place} 个字符是看不见的控制字符。请删去它，或重新输入这段文字。")


WORDS: Mapping[str, RuleWords] = {
    **_COMPLETENESS_WORDS,
    "K51": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "完成情况照抄目标"),
        meaning=QT_TRANSLATE_NOOP("Rules", "实际完成情况不照抄预期目标，也不只写“完成”或一个数字。"),
        sentence=_bare_or_copied_outcome,
        theme=ReviewTheme.TEXTS,
        question=QT_TRANSLATE_NOOP("Checkup", "实际完成情况和目标写得一样，究竟做成了什么？"),
    ),
    "K52": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "字数"),
        meaning=QT_TRANSLATE_NOOP("Rules", "文字不超过表样限定的字数。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "{cell}有 {found} 字，按表样设置最多 {expected} 字，多 {difference} 字。请压缩文字。"
        ),
        theme=ReviewTheme.TEXTS,
        question=QT_TRANSLATE_NOOP("Checkup", "能不能写短一些？超过了规定的字数。"),
    ),
    "K55": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "目标年份"),
        meaning=QT_TRANSLATE_NOOP("Rules", "目标和完成情况中的年份是自评表的年度。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "{cell}中写的是 {found} 年，自评表的年度却是 {expected} 年。请核对年份。"
        ),
        theme=ReviewTheme.TEXTS,
        question=QT_TRANSLATE_NOOP("Checkup", "这里写的年份不是本年度，是不是用了往年的文字？"),
    ),
    "K57": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "文字不整洁"),
        meaning=QT_TRANSLATE_NOOP("Rules", "没有全角数字和字母、多余的空格、控制字符。"),
        sentence=_unclean_text,
        theme=ReviewTheme.TEXTS,
        question=QT_TRANSLATE_NOOP("Checkup", "文字里有多余的空格或全角数字，是不是从别处粘贴来的？"),
    ),
    "K73": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "文字带引号"),
        meaning=QT_TRANSLATE_NOOP("Rules", "目标和完成情况没有整段套在引号里。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "{cell}整段套在引号里，多半是从电子表格粘贴时带来的。请删去首尾的引号。"
        ),
        theme=ReviewTheme.TEXTS,
        question=QT_TRANSLATE_NOOP("Checkup", "为什么整段文字都在引号里，是引用的吗？"),
    ),
    "K58": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "电话和证件号码"),
        meaning=QT_TRANSLATE_NOOP("Rules", "文字中没有电话号码和身份证号码。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "文字中有电话或身份证号码“{text}”。请核对是否需要；对外公开时，请在“公开版”中遮盖。"
        ),
        theme=ReviewTheme.TEXTS,
        question=QT_TRANSLATE_NOOP("Checkup", "公开以前，电话和身份证号码要不要去掉？"),
    ),
}
