"""Words of the checks of the indicator rows: their names, and what they belong to."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


def _similar_indicators(finding: Finding) -> str:
    if "project" in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "三级指标“{name}”的年度指标值为 {target}，自评表“{project}”中“{other}”的年度指标值却为 {expected}。"
            "请核对哪一个正确。",
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "三级指标“{name}”与第 {first} 行的“{other}”几乎相同。请核对是否重复；不是同一指标的，请把名称写得更清楚。",
    )


WORDS: Mapping[str, RuleWords] = {
    "K29": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "完成情况描述"),
        meaning=QT_TRANSLATE_NOOP("Rules", "定性指标有完成情况简要描述。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "年度指标值“{target}”是文字，{cell}没有填写。请简要写明完成情况。"),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "定性的指标做了哪些事，能不能说具体？"),
    ),
    "K33": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "指标值空缺"),
        meaning=QT_TRANSLATE_NOOP("Rules", "指标值和实际完成值都已填写。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写；如果不需要这一行，请删除整行。"),
    ),
    "K35": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "名称重复"),
        meaning=QT_TRANSLATE_NOOP("Rules", "三级指标的名称不重复。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "三级指标“{name}”与第 {first} 行重复。请改用不同的名称，以免上报时后一行覆盖前一行。"
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "同一条指标为什么写了两遍？"),
    ),
    "K36": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "名称相近"),
        meaning=QT_TRANSLATE_NOOP("Rules", "没有几乎相同的三级指标；相同指标在其他自评表中的指标值一致。"),
        sentence=_similar_indicators,
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "两条指标这么像，是不是同一件事？两处的要求为什么不一样？"),
    ),
    "K38": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "一级指标缺类"),
        meaning=QT_TRANSLATE_NOOP("Rules", "表样的每类一级指标都有指标。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "没有{name}，按表样设置这一类应有 {expected} 分。请补充这一类的指标。"),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "为什么缺了这一类指标？"),
    ),
    "K40": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "预算执行重复计分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "指标不重复预算执行情况。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "三级指标“{name}”重复了预算执行情况，这一项已在资金部分计分。请改用反映工作成果的指标。",
        ),
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "预算执行已经单独计分，为什么又作为一条指标再算一次？"),
    ),
    "K62": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "指标名称空缺"),
        meaning=QT_TRANSLATE_NOOP("Rules", "每行指标的三级名称都已填写。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写；如果不需要这一行，请删除整行。"),
    ),
}
