"""Words of the checks of what an indicator is."""

from collections.abc import Mapping

from selfeval_desktop.wording.rules.rule_words import ReviewTheme, RuleWords
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP

WORDS: Mapping[str, RuleWords] = {
    "K63": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "成本没有上限"),
        meaning=QT_TRANSLATE_NOOP("Rules", "成本、费用的指标值是上限，不是下限。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "成本指标“{name}”的年度指标值为 {target}，成了花得越多越好。请改为“≤”，或换成节约成本的指标。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "成本指标写成“≥”，是不是鼓励多花钱？"),
    ),
    "K67": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "效益无法考核"),
        meaning=QT_TRANSLATE_NOOP("Rules", "用百分数考核的效益指标，名称说得出考核的是什么。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "效益指标“{name}”的年度指标值为 {target}，却看不出是什么的百分比。"
            "请改用能够统计的名称，如“…率”“…比例”，并留好计算依据。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "这个百分数是怎样算出来的，分子和分母各是什么？"),
    ),
    "K69": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "拨付资金作指标"),
        meaning=QT_TRANSLATE_NOOP("Rules", "不把支付、拨付或发放资金本身当作指标。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "三级指标“{name}”考核的是付款，付款不是项目的产出，预算执行已另有得分。请改为项目做成的事。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "付了款算什么产出？钱换来了什么？"),
    ),
    "K70": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "产出效益同一指标"),
        meaning=QT_TRANSLATE_NOOP("Rules", "产出和效益下没有相同或十分相近的指标。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "效益指标“{name}”与第 {first} 行的产出指标“{other}”是同一件事，复核时只算一个。请把效益指标改为项目带来的效果。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "产出和效益里是同一个指标，效益究竟体现在哪里？"),
    ),
    "K72": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "满意度对象不符"),
        meaning=QT_TRANSLATE_NOOP("Rules", "满意度指标所说的人，在自评表别处也提到过。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings",
            "“{name}”中的“{text}”在自评表别处没有提到，可能是从别的项目抄来的。请核对满意度的调查对象。",
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "这些人和本项目有什么关系，为什么问他们满意不满意？"),
    ),
    "K75": RuleWords(
        name=QT_TRANSLATE_NOOP("Rules", "一个指标多件事"),
        meaning=QT_TRANSLATE_NOOP("Rules", "一个指标只考核一件事，只有一个数。"),
        sentence=QT_TRANSLATE_NOOP(
            "Findings", "“{text}”一个指标里有几件事，其中一件没有完成就不好计分。请分成几行，各写各的指标值。"
        ),
        theme=ReviewTheme.DESIGN,
        question=QT_TRANSLATE_NOOP("Checkup", "几件事放在一个指标里，只完成一部分怎样算分？"),
    ),
}
