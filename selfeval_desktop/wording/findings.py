"""What a finding says: what is wrong, with the figures of both sides, then what to do.

A new check needs one entry in SENTENCES. Names in braces are the finding's figures, and `cell` (its
heading), `row` (the funds row) and `note` (where a changed budget is explained).
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from selfeval_desktop.domain import amounts
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.findings import Figure, Finding
from selfeval_desktop.domain.template import Template
from selfeval_desktop.wording import places
from selfeval_desktop.wording.marked import QT_TRANSLATE_NOOP
from selfeval_desktop.wording.translation import translate

_LONGEST_QUOTE = 30
_BUDGET_NOTE = FieldRef.head("budget_note", extra=True)


def sentence(finding: Finding, template: Template) -> str:
    """The sentence for a finding in a form of that template."""
    entry = SENTENCES[finding.code]
    text = entry if isinstance(entry, str) else entry(finding)
    return translate("Findings", text).format(**_words(finding, template))


def _full_mark(finding: Finding) -> str:
    if _is_short(finding):
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


# A number in form, and yet none that a budget can hold.
_FIGURES_ONLY = re.compile(r"\s*[-+]?[0-9,]+(?:\.[0-9]+)?\s*")


def _not_a_number(finding: Finding) -> str:
    if finding.field.column == "year":
        return QT_TRANSLATE_NOOP("Findings", "“{text}”不是年份。请填写四位数字，如 2023。")
    if _FIGURES_ONLY.fullmatch(str(finding.figures["text"])):
        return QT_TRANSLATE_NOOP(
            "Findings", "“{text}”位数过多。整数最多 15 位，小数最多 6 位，请核对后重填。"
        )
    return QT_TRANSLATE_NOOP("Findings", "“{text}”不是数字。请只填写数字，不带单位和其他文字。")


def _weight(finding: Finding) -> str:
    if "found" in finding.figures:
        return QT_TRANSLATE_NOOP("Findings", "分值 {found} 不大于 0。请改为大于 0 的分值。")
    return QT_TRANSLATE_NOOP("Findings", "这一行没有填写分值。请填写大于 0 的分值。")


def _changed_budget(finding: Finding) -> str:
    if _is_short(finding):
        return QT_TRANSLATE_NOOP(
            "Findings",
            "全年预算数 {found} 比年初预算数 {expected} 少 {difference}。请在“{note}”中写明原因。",
        )
    return QT_TRANSLATE_NOOP(
        "Findings",
        "全年预算数 {found} 比年初预算数 {expected} 多 {difference}。请在“{note}”中写明原因。",
    )


SENTENCES: Mapping[str, str | Callable[[Finding], str]] = {
    "K01": _full_mark,
    "K02": QT_TRANSLATE_NOOP(
        "Findings",
        "{name}的分值合计 {found}，按表样设置应为 {expected}，差 {difference}。请核对这一类各行的分值。",
    ),
    "K04": _not_a_number,
    "K05": _weight,
    "K06": QT_TRANSLATE_NOOP("Findings", "得分 {found} 高于分值 {expected}。请把得分改为不超过 {expected}。"),
    "K07": QT_TRANSLATE_NOOP("Findings", "得分 {found} 小于 0。请把得分改为 0 或以上。"),
    "K09": QT_TRANSLATE_NOOP(
        "Findings",
        "{row}的{cell}为 {found}，各项之和为 {expected}，差 {difference}。"
        "请核对各项金额，或清空此格，由程序计算。",
    ),
    "K10": QT_TRANSLATE_NOOP(
        "Findings",
        "执行率得分为 {found}，按执行率计算应为 {expected}，差 {difference}。请核对得分，或清空此格，由程序计算。",
    ),
    "K13": QT_TRANSLATE_NOOP(
        "Findings",
        "{row}的全年执行数 {found} 超过全年预算数 {expected}，多 {difference}。请核对这两个数。",
    ),
    "K14": QT_TRANSLATE_NOOP(
        "Findings",
        "{row}的全年执行数为 {executed}，全年预算数却没有填写或为 0。请填写全年预算数。",
    ),
    "K15": QT_TRANSLATE_NOOP(
        "Findings",
        "没有全年预算数，也没有全年执行数，执行率无法计算，执行率得分按 0 计。请填写各项资金的预算数和执行数。",
    ),
    "K17": _changed_budget,
    "K23": QT_TRANSLATE_NOOP(
        "Findings",
        "实际完成值 {actual} 没有达到年度指标值 {target}，计算得分为 {expected}，所填得分 {found}，多 {difference}。"
        "请核对得分，或清空此格，由程序计算。",
    ),
    "K25": QT_TRANSLATE_NOOP(
        "Findings", "得分 {found} 低于分值 {expected}，少 {difference} 分。请填写{cell}。"
    ),
    "K28": QT_TRANSLATE_NOOP(
        "Findings",
        "由年度指标值“{target}”和实际完成值“{actual}”算不出得分，按 0 分计。请填写得分，或选择达成情况。",
    ),
    "K33": QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写；如果不需要这一行，请删除整行。"),
    "K35": QT_TRANSLATE_NOOP(
        "Findings", "三级指标“{name}”与第 {first} 行重复。请改用不同的名称，以免上报时后一行覆盖前一行。"
    ),
    "K38": QT_TRANSLATE_NOOP(
        "Findings", "没有{name}，按表样设置这一类应有 {expected} 分。请补充这一类的指标。"
    ),
    "K44": QT_TRANSLATE_NOOP(
        "Findings",
        "{rows} 行指标的实际完成值都与年度指标值相同，并且都是满分。请核对实际完成值是否为真实情况。",
    ),
    "K49": QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写。"),
    "K62": QT_TRANSLATE_NOOP("Findings", "{cell}没有填写。请填写；如果不需要这一行，请删除整行。"),
}


def _is_short(finding: Finding) -> bool:
    found, expected = finding.figures["found"], finding.figures["expected"]
    assert isinstance(found, Decimal)
    assert isinstance(expected, Decimal)
    return found < expected


def _words(finding: Finding, template: Template) -> dict[str, str]:
    field = finding.field
    words = {name: _shown(figure, is_money=field.part == "funds") for name, figure in finding.figures.items()}
    words["cell"] = places.cell(field, template)
    words["note"] = places.cell(_BUDGET_NOTE, template)
    if field.part == "funds":
        words["row"] = places.fund_row(str(field.row), template)
    return words


def _shown(figure: Figure, *, is_money: bool) -> str:
    """Amounts as the form prints them, other numbers in their shortest form, typed text in one short line."""
    if isinstance(figure, Decimal):
        return amounts.money(figure) if is_money else amounts.plain(figure)
    text = " ".join(str(figure).split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
