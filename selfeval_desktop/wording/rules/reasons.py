"""Words of the checks of 偏差原因分析及改进措施."""

from collections.abc import Mapping

from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords

REASON_WORDS: Mapping[str, RuleWords] = {
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
        meaning=QT_TRANSLATE_NOOP("Rules", "满分的指标不写未完成。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "得分 {found} 是满分，{cell}中却写着“{text}”。请核对得分，或修改文字。"
        ),
        theme=ReviewTheme.POINTS,
        question=QT_TRANSLATE_NOOP("Checkup", "得了满分，怎么又说没有完成？"),
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
