"""Words of the checks of the funds, in the form's money unit."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords, is_short
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


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


def _odd_amount(finding: Finding) -> str:
    if "slip" not in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "{row}的{cell}为 {found}，{column}为 {expected}，相差约一万倍。请核对是否把元和万元混在了一起。",
        )
    if finding.figures["slip"]:
        return QT_TRANSLATE_NOOP(
            "Findings", "{cell}中的“{text}”与资金表中的金额相差一万倍。请核对是否把元和万元混在了一起。"
        )
    return QT_TRANSLATE_NOOP(
        "Findings", "{cell}中的“{text}”与资金表中的金额都不相同。请核对写的是不是本年度本项目的金额。"
    )


WORDS: Mapping[str, RuleWords] = {
    "K09": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "资金合计"),
        meaning=QT_TRANSLATE_NOOP("Rules", "所填的年度资金总额等于各项资金之和。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "{row}的{cell}为 {found}，各项之和为 {expected}，差 {difference}。请核对各项金额，或清空此格，由程序计算。",
        ),
    ),
    "K10": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "执行率得分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "所填的执行率得分与计算结果相同。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "执行率得分为 {found}，按执行率计算应为 {expected}，差 {difference}。请核对得分，或清空此格，由程序计算。",
        ),
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "执行率得分与算出来的不同，是按什么办法算的？"),
    ),
    "K13": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "超预算支出"),
        meaning=QT_TRANSLATE_NOOP("Rules", "全年执行数不超过全年预算数。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "{row}的全年执行数 {found} 超过全年预算数 {expected}，多 {difference}。请核对这两个数。",
        ),
    ),
    "K14": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "无预算支出"),
        meaning=QT_TRANSLATE_NOOP("Rules", "有支出的资金都有全年预算数。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "{row}的全年执行数为 {executed}，全年预算数却没有填写或为 0。请填写全年预算数。",
        ),
    ),
    "K15": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "没有资金"),
        meaning=QT_TRANSLATE_NOOP("Rules", "项目有全年预算数，执行率可以计算。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "没有全年预算数，也没有全年执行数，执行率无法计算，执行率得分按 0 计。请填写各项资金的预算数和执行数。",
        ),
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "这个项目今年有没有资金？没有的话为什么还要自评？"),
    ),
    "K16": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "低执行率说明"),
        meaning=QT_TRANSLATE_NOOP("Rules", "执行率低于表样的界限时写明原因。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "执行率 {found}%，低于表样设置的 {expected}%，差 {difference} 个百分点，{cell}却没有填写。"
            "请在“{cell}”中写明原因。",
        ),
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "钱为什么没有按计划花出去？"),
    ),
    "K17": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "预算调整说明"),
        meaning=QT_TRANSLATE_NOOP("Rules", "全年预算数与年初预算数不同时写明原因。"),
        sentence=_changed_budget,
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "年中预算为什么调整，依据哪份批复？"),
    ),
    "K18": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "结余过多"),
        meaning=QT_TRANSLATE_NOOP("Rules", "未支出的预算不超过表样的界限。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "执行率 {rate}%，还有 {left}% 的预算没有支出，按表样设置最多为 {limit}%。"
            "请核对全年执行数；属实的，请在实际完成情况中写明结余原因。",
        ),
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "结余这么多，是预算做大了，还是事情没有做完？"),
    ),
    "K61": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "元与万元混用"),
        meaning=QT_TRANSLATE_NOOP("Rules", "金额没有相差一万倍，文字中的金额与资金表一致。"),
        sentence=_odd_amount,
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "金额对不上，是不是把元和万元弄混了，或者写的不是本年度的金额？"),
    ),
    "K77": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "负数金额"),
        meaning=QT_TRANSLATE_NOOP("Rules", "预算数和执行数都不是负数。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "{row}的{cell}为 {found}，是负数。请核对；收回的资金请从相应的数里减去，不要填成负数。",
        ),
    ),
}
