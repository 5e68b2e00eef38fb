"""Sentences on the indicator rows: names, targets and actual values."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.sentences.kinds import Sentence


def _similar_indicators(finding: Finding) -> str:
    if "project" in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "三级指标“{name}”的年度指标值为 {target}，自评表“{project}”中“{other}”的年度指标值却为 {expected}。"
            "请核对哪一个正确。",
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "三级指标“{name}”与第 {first} 行的“{other}”几乎相同。"
        "请核对是否重复；不是同一指标的，请把名称写得更清楚。",
    )


def _unit_mismatch(finding: Finding) -> str:
    if "unit" not in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "年度指标值 {target} 与实际完成值 {actual} 的单位不一致，或有一个没有单位。请写上相同的单位。",
        )
    if finding.figures["unit"]:
        return QT_TRANSLATE_NOOP(
            "Findings", "年度指标值 {target} 和实际完成值 {actual} 都没有百分号。请都写上“%”。"
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "年度指标值 {target} 和实际完成值 {actual} 都没有单位。请都写上单位，不要只写在指标名称里。",
    )


SENTENCES: Mapping[str, Sentence] = {
    "K26": QT_TRANSLATE_NOOP(
        "Findings",
        "实际完成值 {actual} 达到年度指标值 {target} 的 {factor} 倍以上。"
        "请核对这两个值；属实的，请在“{reason}”中说明指标值是否定得偏低。",
    ),
    "K29": QT_TRANSLATE_NOOP("Findings", "年度指标值“{target}”是文字，{cell}没有填写。请简要写明完成情况。"),
    "K30": QT_TRANSLATE_NOOP(
        "Findings", "年度指标值 {target} 是数字，实际完成值“{actual}”却是文字。请填写实际达到的数字。"
    ),
    "K31": QT_TRANSLATE_NOOP(
        "Findings", "实际完成值“{actual}”带有比较符号，看不出实际达到多少。请去掉符号，只填写实际数字。"
    ),
    "K32": _unit_mismatch,
    "K33": QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写；如果不需要这一行，请删除整行。"),
    "K34": QT_TRANSLATE_NOOP(
        "Findings", "实际完成值“{actual}”中有“{text}”，上报系统不接受。请改写为数字或文字。"
    ),
    "K35": QT_TRANSLATE_NOOP(
        "Findings", "三级指标“{name}”与第 {first} 行重复。请改用不同的名称，以免上报时后一行覆盖前一行。"
    ),
    "K36": _similar_indicators,
    "K38": QT_TRANSLATE_NOOP(
        "Findings", "没有{name}，按表样设置这一类应有 {expected} 分。请补充这一类的指标。"
    ),
    "K40": QT_TRANSLATE_NOOP(
        "Findings", "三级指标“{name}”重复了预算执行情况，这一项已在资金部分计分。请改用反映工作成果的指标。"
    ),
    "K41": QT_TRANSLATE_NOOP(
        "Findings", "年度指标值为“{target}”，比率最高只能是 100%。请改为“=100%”，或填写低于 100% 的数。"
    ),
    "K42": QT_TRANSLATE_NOOP(
        "Findings", "三级指标“{name}”应当用数字衡量，年度指标值却是“{target}”。请填写数字，或改用合适的名称。"
    ),
    "K43": QT_TRANSLATE_NOOP("Findings", "满意度应当用数字表示，这里填的是“{text}”。请填写百分比。"),
    "K47": QT_TRANSLATE_NOOP("Findings", "实际完成值 {actual} 小于 0，计算得分时按 0 计。请核对实际完成值。"),
    "K48": QT_TRANSLATE_NOOP(
        "Findings",
        "年度指标值 {target} 为 0，与实际完成值 {actual} 算不出比例。请改正指标值，或自行填写得分。",
    ),
    "K62": QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写；如果不需要这一行，请删除整行。"),
}
