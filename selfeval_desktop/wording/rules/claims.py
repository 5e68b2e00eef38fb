"""Words of the checks of what a form claims against what it says elsewhere."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


def _late_completion(finding: Finding) -> str:
    if not finding.figures["target"]:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "实际完成时间“{actual}”已过了自评年度，却得了满分，也没有写原因。请核对时间和得分，或写明原因。",
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "实际完成时间“{actual}”晚于年度指标值“{target}”，却得了满分，也没有写原因。请核对时间和得分，或写明原因。",
    )


WORDS: Mapping[str, RuleWords] = {
    "K64": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "逾期仍得满分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "晚于规定时间或自评年度完成的，不得满分，或写明原因。"),
        sentence=_late_completion,
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "比规定的时间晚了，为什么还是满分？"),
    ),
    "K65": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "尚未办完得满分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "还在实施、尚未验收的工作不得满分。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "{cell}中写着“{text}”，这一行却得了满分。请按已经完成的部分核对实际完成值和得分。"
        ),
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "工作还没有办完或验收，满分从何而来？"),
    ),
    "K66": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "钱少事多"),
        meaning=QT_TRANSLATE_NOOP("Rules", "资金几乎没有支出的项目，数量指标不会几乎全部完成。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "执行率只有 {rate}%，数量指标却得到 {share}% 的分值。"
            "请核对完成的数量；由其他资金支付或尚未结算的，请在完成情况中写明。",
        ),
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "钱几乎没花，这些数量是用什么钱完成的？"),
    ),
    "K68": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "无投诉当满意"),
        meaning=QT_TRANSLATE_NOOP("Rules", "满意度以调查为依据，不以没有投诉为依据。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "{cell}中写着“{text}”，没有投诉不等于满意。请写明满意度是怎样调查的、调查了多少人。"
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "没有人投诉就算满意吗？问卷发了多少，收回多少？"),
    ),
    "K76": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "进度填成金额"),
        meaning=QT_TRANSLATE_NOOP("Rules", "执行率、进度的实际完成值是百分比，不是金额。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "“{name}”的实际完成值“{actual}”是金额，应为百分比。请填写完成的金额占计划的百分之几。"
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "这里要的是百分比，这个金额占多少？"),
    ),
}
