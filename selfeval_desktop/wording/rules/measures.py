"""Words of the checks of targets and actual values."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


def _unit_mismatch(finding: Finding) -> str:
    if "unit" not in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "年度指标值 {target} 与实际完成值 {actual} 的单位不一致，或有一个没有单位。请写上相同的单位。",
        )
    if finding.figures["unit"]:
        return QT_TRANSLATE_NOOP("Findings", "年度指标值 {target} 和实际完成值 {actual} 都没有百分号。请都写上“%”。")
    return QT_TRANSLATE_NOOP(
        "Findings",
        "年度指标值 {target} 和实际完成值 {actual} 都没有单位。请都写上单位，不要只写在指标名称里。",
    )


WORDS: Mapping[str, RuleWords] = {
    "K26": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "超额完成"),
        meaning=QT_TRANSLATE_NOOP("Rules", "实际完成值远高于指标值的，写明原因。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "实际完成值 {actual} 达到年度指标值 {target} 的 {factor} 倍以上。"
            "请核对这两个值；属实的，请在“{reason}”中说明指标值是否定得偏低。",
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "超额这么多，是不是当初目标定低了？"),
    ),
    "K30": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "数字与文字"),
        meaning=QT_TRANSLATE_NOOP("Rules", "指标值是数字的，实际完成值也是数字。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "年度指标值 {target} 是数字，实际完成值“{actual}”却是文字。请填写实际达到的数字。"
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "目标是数字，实际完成了多少？"),
    ),
    "K31": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "完成值带符号"),
        meaning=QT_TRANSLATE_NOOP("Rules", "实际完成值不带比较符号。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "实际完成值“{actual}”带有比较符号，看不出实际达到多少。请去掉符号，只填写实际数字。"
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "实际完成的到底是多少？带“≥”看不出确切的数。"),
    ),
    "K32": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "计量单位"),
        meaning=QT_TRANSLATE_NOOP("Rules", "指标值与实际完成值的单位齐全，并且相同。"),
        sentence=_unit_mismatch,
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "目标和完成值的单位不一样，怎样比较？"),
    ),
    "K34": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "特殊字符"),
        meaning=QT_TRANSLATE_NOOP("Rules", "实际完成值中没有上报系统不接受的字符。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "实际完成值“{actual}”中有“{text}”，上报系统不接受。请改写为数字或文字。"
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "这里的符号是什么意思？"),
    ),
    "K41": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "比率超过百分之百"),
        meaning=QT_TRANSLATE_NOOP("Rules", "比率的指标值不写“≥100%”。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "年度指标值为“{target}”，比率最高只能是 100%。请改为“=100%”，或填写低于 100% 的数。"
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "比率最高就是 100%，怎么要求大于等于 100%？"),
    ),
    "K42": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "应有数字"),
        meaning=QT_TRANSLATE_NOOP("Rules", "名称以率、数、量结尾的指标用数字表示。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "三级指标“{name}”应当用数字衡量，年度指标值却是“{target}”。请填写数字，或改用合适的名称。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "名称说的是数量或比率，目标为什么没有数字？"),
    ),
    "K43": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "满意度用数字"),
        meaning=QT_TRANSLATE_NOOP("Rules", "满意度用数字表示。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "满意度应当用数字表示，这里填的是“{text}”。请填写百分比。"),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "满意度是怎样调查的，结果是百分之几？"),
    ),
    "K47": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "完成值为负"),
        meaning=QT_TRANSLATE_NOOP("Rules", "实际完成值不小于 0。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "实际完成值 {actual} 小于 0，计算得分时按 0 计。请核对实际完成值。"),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "完成值怎么是负数？"),
    ),
    "K48": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "指标值为零"),
        meaning=QT_TRANSLATE_NOOP("Rules", "按比例计分的指标，指标值不为 0。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "年度指标值 {target} 为 0，与实际完成值 {actual} 算不出比例。请改正指标值，或自行填写得分。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "目标是 0，怎样算完成了多少？"),
    ),
}
