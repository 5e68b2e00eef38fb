"""Sentences on the funds, in the form's money unit."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.sentences.kinds import Sentence, is_short


def _changed_budget(finding: Finding) -> str:
    if is_short(finding):
        return QT_TRANSLATE_NOOP(
            "Findings",
            "全年预算数 {found} 比年初预算数 {expected} 少 {difference}。请在“{note}”中写明原因。",
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "全年预算数 {found} 比年初预算数 {expected} 多 {difference}。请在“{note}”中写明原因。",
    )


SENTENCES: Mapping[str, Sentence] = {
    "K09": QT_TRANSLATE_NOOP(
        "Findings",
        "{row}的{cell}为 {found}，各项之和为 {expected}，差 {difference}。"
        "请核对各项金额，或清空此格，由程序计算。",
    ),
    "K10": QT_TRANSLATE_NOOP(
        "Findings",
        "执行率得分为 {found}，按执行率计算应为 {expected}，差 {difference}。请核对得分，或清空此格，由程序计算。",
    ),
    "K13": QT_TRANSLATE_NOOP(
        "Findings",
        "{row}的全年执行数 {found} 超过全年预算数 {expected}，多 {difference}。请核对这两个数。",
    ),
    "K14": QT_TRANSLATE_NOOP(
        "Findings",
        "{row}的全年执行数为 {executed}，全年预算数却没有填写或为 0。请填写全年预算数。",
    ),
    "K15": QT_TRANSLATE_NOOP(
        "Findings",
        "没有全年预算数，也没有全年执行数，执行率无法计算，执行率得分按 0 计。请填写各项资金的预算数和执行数。",
    ),
    "K16": QT_TRANSLATE_NOOP(
        "Findings",
        "执行率 {found}%，低于表样设置的 {expected}%，差 {difference} 个百分点，{cell}却没有填写。"
        "请在“{cell}”中写明原因。",
    ),
    "K17": _changed_budget,
    "K18": QT_TRANSLATE_NOOP(
        "Findings",
        "执行率 {rate}%，还有 {left}% 的预算没有支出，按表样设置最多为 {limit}%。"
        "请核对全年执行数；属实的，请在实际完成情况中写明结余原因。",
    ),
    "K61": QT_TRANSLATE_NOOP(
        "Findings",
        "{row}的{cell}为 {found}，{column}为 {expected}，相差约一万倍。请核对是否把元和万元混在了一起。",
    ),
}
