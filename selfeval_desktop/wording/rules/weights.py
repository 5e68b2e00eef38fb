"""Words of the checks of the weights."""

from collections.abc import Mapping

from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords, is_short
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP


def _full_mark(finding: Finding) -> str:
    if is_short(finding):
        if finding.figures["classes"]:
            return QT_TRANSLATE_NOOP(
                "Findings",
                "分值合计 {found}，应为 {expected}，差 {difference}。请在{classes}中补足 {difference} 分。",
            )
        return QT_TRANSLATE_NOOP(
            "Findings",
            "分值合计 {found}，应为 {expected}，差 {difference}。请核对各行分值，补足 {difference} 分。",
        )
    if finding.figures["classes"]:
        return QT_TRANSLATE_NOOP(
            "Findings",
            "分值合计 {found}，应为 {expected}，多 {difference}。请从{classes}中减去 {difference} 分。",
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "分值合计 {found}，应为 {expected}，多 {difference}。请核对各行分值，减去 {difference} 分。",
    )


def _missing_weight(finding: Finding) -> str:
    if "found" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "分值 {found} 不大于 0。请改为大于 0 的分值。")
    return QT_TRANSLATE_NOOP("Findings", "这一行没有填写分值。请填写大于 0 的分值。")


def _uneven_weights(finding: Finding) -> str:
    if "found" in finding.figures:
        return QT_TRANSLATE_NOOP(
            "Findings", "这一行的分值 {found} 超过全部指标分值 {expected} 的一半。请按重要程度分配分值。"
        )
    return QT_TRANSLATE_NOOP("Findings", "{rows} 行指标的分值都是 {each}，看不出主次。请按重要程度分配分值。")


WORDS: Mapping[str, RuleWords] = {
    "K01": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "分值合计"),
        meaning=QT_TRANSLATE_NOOP("Rules", "预算执行与各项指标的分值合计等于表样的满分。"),
        sentence=_full_mark,
    ),
    "K02": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "一级指标分值"),
        meaning=QT_TRANSLATE_NOOP("Rules", "每类一级指标的分值与表样的设置相同。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "{name}的分值合计 {found}，按表样设置应为 {expected}，差 {difference}。请核对这一类各行的分值。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "这一类指标的分值为什么与规定的不同？"),
    ),
    "K03": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "二级指标分值"),
        meaning=QT_TRANSLATE_NOOP("Rules", "表样规定了分值的二级指标，分值与规定相同。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "{name}的分值合计 {found}，按表样设置应为 {expected}，差 {difference}。请核对这一组各行的分值。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "这一组指标的分值为什么与规定的不同？"),
    ),
    "K05": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "分值空缺"),
        meaning=QT_TRANSLATE_NOOP("Rules", "每行指标都有大于 0 的分值。"),
        sentence=_missing_weight,
    ),
    "K39": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "分值过于集中或平均"),
        meaning=QT_TRANSLATE_NOOP("Rules", "没有一行占指标分值的一半以上，各行分值也不完全相同。"),
        sentence=_uneven_weights,
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "分值是怎样定的，看得出哪项更重要吗？"),
    ),
}
