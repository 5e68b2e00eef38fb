"""Words of the checks across forms."""

from collections.abc import Mapping

from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP

WORDS: Mapping[str, RuleWords] = {
    "K59": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "项目重名"),
        meaning=QT_TRANSLATE_NOOP("Rules", "同一年度没有项目名称相同的自评表。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "同一年度有 {count} 张自评表的项目名称都是“{name}”。请核对是否重复填报；不是同一项目的，请把名称写得不同。",
        ),
        theme=ReviewTheme.TEXTS,
        question=QT_TRANSLATE_NOOP("Checkup", "同一年有两张同名的表，是不是重复填报？"),
    ),
    "K71": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "各表都是满分"),
        meaning=QT_TRANSLATE_NOOP("Rules", "一个单位同一年度的自评表并非都是 100 分。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "“{name}”本年度的 {count} 张自评表都是 100 分，容易被看作走形式。请逐个核对实际完成值和得分是否属实。",
        ),
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "全部项目都是 100 分，自评是不是走了形式？"),
    ),
}
