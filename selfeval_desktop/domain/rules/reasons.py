"""Checks of what 偏差原因分析及改进措施 says; that it says nothing at all is K25."""

import re
from collections.abc import Iterator

from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check

_NOTHING = frozenset(
    {
        "无",
        "暂无",
        "没有",
        "无偏差",
        "无原因",
        "不涉及",
        "不适用",
        "同上",
        "0",
        "0.00",
        "/",
        "\\",
        "-",
        "—",
        "——",
        "－",
    }
)
_UNFINISHED = re.compile(
    r"(?<![无免])(?<!不存在)(?<!没有)(?:未|没有?|尚未)(?:能|全部|全面|按期|按时|及时|如期)?(?:完成|达成|达到|达标|实现)"
)
_MEASURE = re.compile(
    r"措施|改进|整改|(?:下|今|来|明|次)(?:一)?(?:步|后|年|阶段)|将(?!近)"
    r"|(?<![不未够欠待])(?:加强|加快|加大|提高|提升|完善|优化|强化|规范|健全|督促|改善|推进|落实|确保|提前|争取)"
)


@register_check("K53", Severity.WARNING, RuleSource.PUBLISHED_FORM, RuleSource.REVIEWERS)
def reason_says_something(case: CheckCase) -> Iterator[RawFinding]:
    """The reason for lost points is not 无, 暂无 or 0, which reviewers count as none."""
    for reason in case.reasons:
        if reason.text and _is_empty(reason.text) and (loss := reason.loss_figures()):
            yield raw_finding(reason.cell, text=reason.text, **loss)


@register_check("K54", Severity.WARNING, RuleSource.REVIEWERS)
def full_score_has_no_shortfall(case: CheckCase) -> Iterator[RawFinding]:
    """The reason beside full marks does not say 未完成 or the like: the points contradict it."""
    for reason in case.reasons:
        if reason.text and reason.score == reason.weight:
            said = _UNFINISHED.search(reason.text)
            if said:
                yield raw_finding(reason.cell, found=reason.score, text=said[0])


@register_check("K56", Severity.HINT, RuleSource.FORM_NOTE, RuleSource.JUDGEMENT)
def reason_comes_with_a_measure(case: CheckCase) -> Iterator[RawFinding]:
    """The reason for lost points comes with a 改进措施, as the column's heading asks; where it is one is our reading."""
    for reason in case.reasons:
        text = reason.text
        if text and not _is_empty(text) and not _MEASURE.search(text) and (loss := reason.loss_figures()):
            yield raw_finding(reason.cell, **loss)


def _is_empty(text: str) -> bool:
    return text.rstrip("。.!！") in _NOTHING
