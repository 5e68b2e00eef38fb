"""The checks as a catalogue: a short name and what each asks for, by code."""

from collections.abc import Mapping
from typing import NamedTuple

from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate


class _RuleText(NamedTuple):
    name: str
    meaning: str


_RULES: Mapping[str, _RuleText] = {
    "K01": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "分值合计"),
        QT_TRANSLATE_NOOP("Rules", "预算执行与各项指标的分值合计等于表样的满分。"),
    ),
    "K02": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "一级指标分值"),
        QT_TRANSLATE_NOOP("Rules", "每类一级指标的分值与表样的设置相同。"),
    ),
    "K03": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "二级指标分值"),
        QT_TRANSLATE_NOOP("Rules", "表样规定了分值的二级指标，分值与规定相同。"),
    ),
    "K04": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "数字格"), QT_TRANSLATE_NOOP("Rules", "数字格里填的是数字。")
    ),
    "K05": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "分值空缺"), QT_TRANSLATE_NOOP("Rules", "每行指标都有大于 0 的分值。")
    ),
    "K06": _RuleText(QT_TRANSLATE_NOOP("Rules", "得分过高"), QT_TRANSLATE_NOOP("Rules", "得分不高于分值。")),
    "K07": _RuleText(QT_TRANSLATE_NOOP("Rules", "得分为负"), QT_TRANSLATE_NOOP("Rules", "得分不小于 0。")),
    "K09": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "资金合计"),
        QT_TRANSLATE_NOOP("Rules", "所填的年度资金总额等于各项资金之和。"),
    ),
    "K10": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "执行率得分"),
        QT_TRANSLATE_NOOP("Rules", "所填的执行率得分与计算结果相同。"),
    ),
    "K13": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "超预算支出"), QT_TRANSLATE_NOOP("Rules", "全年执行数不超过全年预算数。")
    ),
    "K14": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "无预算支出"), QT_TRANSLATE_NOOP("Rules", "有支出的资金都有全年预算数。")
    ),
    "K15": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "没有资金"),
        QT_TRANSLATE_NOOP("Rules", "项目有全年预算数，执行率可以计算。"),
    ),
    "K16": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "低执行率说明"),
        QT_TRANSLATE_NOOP("Rules", "执行率低于表样的界限时写明原因。"),
    ),
    "K17": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "预算调整说明"),
        QT_TRANSLATE_NOOP("Rules", "全年预算数与年初预算数不同时写明原因。"),
    ),
    "K18": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "结余过多"), QT_TRANSLATE_NOOP("Rules", "未支出的预算不超过表样的界限。")
    ),
    "K19": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "得分率与执行率"),
        QT_TRANSLATE_NOOP("Rules", "指标得分率不比执行率高出太多。"),
    ),
    "K20": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "总分上限"),
        QT_TRANSLATE_NOOP("Rules", "总分不超过表样为该执行率规定的上限。"),
    ),
    "K23": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "未达标得分"),
        QT_TRANSLATE_NOOP("Rules", "未达到指标值时，所填得分不高于计算得分。"),
    ),
    "K24": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "达标扣分"), QT_TRANSLATE_NOOP("Rules", "已达到指标值却扣分的，写明原因。")
    ),
    "K25": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "扣分原因"), QT_TRANSLATE_NOOP("Rules", "得分低于分值的，写明偏差原因。")
    ),
    "K26": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "超额完成"),
        QT_TRANSLATE_NOOP("Rules", "实际完成值远高于指标值的，写明原因。"),
    ),
    "K27": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "定性得分范围"),
        QT_TRANSLATE_NOOP("Rules", "定性指标的得分在其达成情况的范围内。"),
    ),
    "K28": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "得分空缺"),
        QT_TRANSLATE_NOOP("Rules", "算不出得分的指标，由填表人填写得分。"),
    ),
    "K29": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "完成情况描述"), QT_TRANSLATE_NOOP("Rules", "定性指标有完成情况简要描述。")
    ),
    "K30": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "数字与文字"),
        QT_TRANSLATE_NOOP("Rules", "指标值是数字的，实际完成值也是数字。"),
    ),
    "K31": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "完成值带符号"), QT_TRANSLATE_NOOP("Rules", "实际完成值不带比较符号。")
    ),
    "K32": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "计量单位"),
        QT_TRANSLATE_NOOP("Rules", "指标值与实际完成值的单位齐全，并且相同。"),
    ),
    "K33": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "指标值空缺"), QT_TRANSLATE_NOOP("Rules", "指标值和实际完成值都已填写。")
    ),
    "K34": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "特殊字符"),
        QT_TRANSLATE_NOOP("Rules", "实际完成值中没有上报系统不接受的字符。"),
    ),
    "K35": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "名称重复"), QT_TRANSLATE_NOOP("Rules", "三级指标的名称不重复。")
    ),
    "K36": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "名称相近"),
        QT_TRANSLATE_NOOP("Rules", "没有几乎相同的三级指标；相同指标在其他自评表中的指标值一致。"),
    ),
    "K38": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "一级指标缺类"), QT_TRANSLATE_NOOP("Rules", "表样的每类一级指标都有指标。")
    ),
    "K39": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "分值过于集中或平均"),
        QT_TRANSLATE_NOOP("Rules", "没有一行占指标分值的一半以上，各行分值也不完全相同。"),
    ),
    "K40": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "预算执行重复计分"), QT_TRANSLATE_NOOP("Rules", "指标不重复预算执行情况。")
    ),
    "K41": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "比率超过百分之百"),
        QT_TRANSLATE_NOOP("Rules", "比率的指标值不写“≥100%”。"),
    ),
    "K42": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "应有数字"),
        QT_TRANSLATE_NOOP("Rules", "名称以率、数、量结尾的指标用数字表示。"),
    ),
    "K43": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "满意度用数字"), QT_TRANSLATE_NOOP("Rules", "满意度用数字表示。")
    ),
    "K44": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "全部满分"),
        QT_TRANSLATE_NOOP("Rules", "并非每行的实际完成值都等于指标值且都是满分。"),
    ),
    "K47": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "完成值为负"), QT_TRANSLATE_NOOP("Rules", "实际完成值不小于 0。")
    ),
    "K48": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "指标值为零"),
        QT_TRANSLATE_NOOP("Rules", "按比例计分的指标，指标值不为 0。"),
    ),
    "K49": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "必填项"),
        QT_TRANSLATE_NOOP("Rules", "项目名称、单位、年度、目标和完成情况都已填写。"),
    ),
    "K50": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "提示未删"), QT_TRANSLATE_NOOP("Rules", "空白表上的提示都已换成实际内容。")
    ),
    "K51": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "完成情况照抄目标"),
        QT_TRANSLATE_NOOP("Rules", "实际完成情况不照抄预期目标，也不只写“完成”或一个数字。"),
    ),
    "K52": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "字数"), QT_TRANSLATE_NOOP("Rules", "文字不超过表样限定的字数。")
    ),
    "K53": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "原因空泛"), QT_TRANSLATE_NOOP("Rules", "扣分原因不是“无”“暂无”或“0”。")
    ),
    "K54": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "满分与原因矛盾"), QT_TRANSLATE_NOOP("Rules", "满分的指标不写未完成。")
    ),
    "K55": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "目标年份"),
        QT_TRANSLATE_NOOP("Rules", "目标和完成情况中的年份是自评表的年度。"),
    ),
    "K56": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "缺改进措施"), QT_TRANSLATE_NOOP("Rules", "写了偏差原因的，也写改进措施。")
    ),
    "K57": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "文字不整洁"),
        QT_TRANSLATE_NOOP("Rules", "没有全角数字和字母、多余的空格、控制字符。"),
    ),
    "K58": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "电话号码"), QT_TRANSLATE_NOOP("Rules", "文字中没有电话号码。")
    ),
    "K59": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "项目重名"),
        QT_TRANSLATE_NOOP("Rules", "同一年度没有项目名称相同的自评表。"),
    ),
    "K61": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "元与万元混用"), QT_TRANSLATE_NOOP("Rules", "同一行的金额没有相差一万倍。")
    ),
    "K62": _RuleText(
        QT_TRANSLATE_NOOP("Rules", "指标名称空缺"), QT_TRANSLATE_NOOP("Rules", "每行指标的三级名称都已填写。")
    ),
}


def all_rule_codes() -> tuple[str, ...]:
    """Every code, in order."""
    return tuple(_RULES)


def rule_name(code: str) -> str:
    """The check in a few words: 分值合计."""
    return translate("Rules", _RULES[code].name)


def rule_title(code: str) -> str:
    """Code and name: K01 分值合计."""
    return f"{code} {rule_name(code)}"


def rule_meaning(code: str) -> str:
    """What is as it should be where the check finds nothing, in one sentence."""
    return translate("Rules", _RULES[code].meaning)
