"""Words of the checks of scores and of the reasons that stand beside them."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


def _contradiction(finding: Finding) -> str:
    if "rate" in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings", "{cell}中写着“{text}”，执行率却是 {rate}%，两处不一致。请核对执行数，或修改文字。"
        )
    return QT_TRANSLATE_NOOP("Findings", "得分 {found} 是满分，{cell}中却写着“{text}”。请核对得分，或修改文字。")


_REASON_WORDS: Mapping[str, RuleWords] = {
    "K53": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "原因空泛"),
        meaning=QT_TRANSLATE_NOOP("Rules", "扣分原因不是“无”“暂无”或“0”。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "得分 {found} 低于分值 {expected}，少 {difference} 分，{cell}却只写了“{text}”。请写明原因和改进措施。",
        ),
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "扣了分，原因却写“无”，到底是什么原因？"),
    ),
    "K54": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "满分与原因矛盾"),
        meaning=QT_TRANSLATE_NOOP("Rules", "满分的指标不写未完成，资金没有用完的不写全部支付。"),
        sentence=_contradiction,
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "这里写的和得分或执行率对不上，以哪个为准？"),
    ),
    "K56": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "缺改进措施"),
        meaning=QT_TRANSLATE_NOOP("Rules", "写了偏差原因的，也写改进措施。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "得分 {found} 低于分值 {expected}，少 {difference} 分，写了原因，没有写改进措施。请补写改进措施。",
        ),
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "原因说清了，打算怎样改进？"),
    ),
}


WORDS: Mapping[str, RuleWords] = {
    **_REASON_WORDS,
    "K06": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "得分过高"),
        meaning=QT_TRANSLATE_NOOP("Rules", "得分不高于分值。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "得分 {found} 高于分值 {expected}。请把得分改为不超过 {expected}。"),
    ),
    "K07": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "得分为负"),
        meaning=QT_TRANSLATE_NOOP("Rules", "得分不小于 0。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "得分 {found} 小于 0。请把得分改为 0 或以上。"),
    ),
    "K19": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "得分率与执行率"),
        meaning=QT_TRANSLATE_NOOP("Rules", "指标得分率不比执行率高出太多。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "指标得分率 {found}%，比执行率 {expected}% 高 {difference} 个百分点，超过表样设置的界限。"
            "请核对各行的实际完成值和得分。",
        ),
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "钱没有花完，指标怎么几乎都完成了？"),
    ),
    "K20": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "总分上限"),
        meaning=QT_TRANSLATE_NOOP("Rules", "总分不超过表样为该执行率规定的上限。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "总分 {found}，按表样设置，执行率为 {rate}% 时最高 {expected}，多 {difference}。请核对各行的得分。",
        ),
        theme=ReviewTheme.MONEY,
        question=QT_TRANSLATE_NOOP("Checkup", "执行率这么低，总分为什么还这么高？"),
    ),
    "K23": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "未达标得分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "未达到指标值时，所填得分不高于计算得分。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "实际完成值 {actual} 没有达到年度指标值 {target}，计算得分为 {expected}，所填得分 {found}，多 {difference}。"
            "请核对得分，或清空此格，由程序计算。",
        ),
    ),
    "K24": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "达标扣分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "已达到指标值却扣分的，写明原因。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "实际完成值 {actual} 已达到年度指标值 {target}，得分 {found} 却比分值 {expected} 少 {difference}。"
            "请核对得分，或在“{reason}”中写明扣分原因。",
        ),
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "目标完成了，为什么还扣分？"),
    ),
    "K25": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "扣分原因"),
        meaning=QT_TRANSLATE_NOOP("Rules", "得分低于分值的，写明偏差原因。"),
        sentence=QT_TRANSLATE_NOOP("Findings", "得分 {found} 低于分值 {expected}，少 {difference} 分。请填写{cell}。"),
    ),
    "K27": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "定性得分范围"),
        meaning=QT_TRANSLATE_NOOP("Rules", "定性指标的得分在其达成情况的范围内。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "达成情况为“{grade}”，按表样设置，得分应在 {lowest} 至 {highest} 之间，所填得分为 {found}。"
            "请改正得分或达成情况。",
        ),
    ),
    "K28": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "得分空缺"),
        meaning=QT_TRANSLATE_NOOP("Rules", "算不出得分的指标，由填表人填写得分。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "由年度指标值“{target}”和实际完成值“{actual}”算不出得分，按 0 分计。请填写得分，或选择达成情况。",
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "这一项完成得怎样，凭什么得分？"),
    ),
    "K44": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "全部满分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "并非每行的实际完成值都等于指标值且都是满分。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "{rows} 行指标的实际完成值都与年度指标值相同，并且都是满分。请核对实际完成值是否为真实情况。",
        ),
        theme=ReviewTheme.RESULTS,
        question=QT_TRANSLATE_NOOP("Checkup", "每项都刚好完成、都是满分，是实测的结果，还是照抄了目标？"),
    ),
}
