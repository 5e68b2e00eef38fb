"""Checks of the scores, and of the reasons that stand beside them."""

import re
from collections.abc import Iterator

from selfeval_desktop.domain.form.amounts import HUNDRED, ZERO, quotient, round_half_up
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check
from selfeval_desktop.domain.scoring.measures import Direction, same_value
from selfeval_desktop.domain.scoring.scores import CENT, achievement_band, effective_achievement, target_is_met

EXECUTION_SCORE = FieldRef.head("execution_score")


@register_check("K06", Severity.ERROR, RuleSource.PORTAL, RuleSource.FORM_NOTE)
def score_stays_within_weight(case: CheckCase) -> Iterator[RawFinding]:
    """No score above its weight, in the indicators and for the execution."""
    most = case.template.execution.weight
    if case.figures.execution_score > most:
        yield raw_finding(EXECUTION_SCORE, found=case.figures.execution_score, expected=most)
    for row in case.rows:
        weight, score = row.cells.weight, row.earned_score
        if weight is not None and score is not None and score > weight:
            yield raw_finding(row.cell_address("score"), found=score, expected=weight)


@register_check("K07", Severity.ERROR, RuleSource.PORTAL)
def score_is_not_negative(case: CheckCase) -> Iterator[RawFinding]:
    """No score below 0."""
    if case.figures.execution_score < ZERO:
        yield raw_finding(EXECUTION_SCORE, found=case.figures.execution_score)
    for row in case.rows:
        if row.earned_score is not None and row.earned_score < ZERO:
            yield raw_finding(row.cell_address("score"), found=row.earned_score)


@register_check("K19", Severity.WARNING, RuleSource.PORTAL)
def score_share_fits_execution_rate(case: CheckCase) -> Iterator[RawFinding]:
    """The indicators' share of their points is above the execution rate by no more than the template allows.

    The limit is a part of that share itself, in percent (5 as a rule). The points are out of the rows' weights; in a
    form that gives none, out of the template's.
    """
    rate, scores = case.figures.execution_rate, [row for row in case.rows if row.score is not None]
    weighed = [row for row in scores if row.cells.weight]
    points = sum((row.cells.weight or ZERO for row in weighed), ZERO)
    if not weighed:
        points = case.template.full_mark - case.template.execution.weight
    earned = sum((row.score or ZERO for row in weighed or scores), ZERO)
    if rate is None or not scores or points <= ZERO:
        return
    share = round_half_up(quotient(earned, points, HUNDRED))
    if (share - rate) * HUNDRED > share * case.template.limits.score_lead:
        yield raw_finding(FieldRef.indicators(), found=share, expected=rate, difference=share - rate)


@register_check("K20", Severity.WARNING, RuleSource.NOTICE)
def total_stays_within_cap(case: CheckCase) -> Iterator[RawFinding]:
    """The total is not above the cap for its execution rate, where the template sets caps.

    One place does: at most 89 points below a rate of 80%, 79 below 70%, 69 below 60%, 59 below 50%.
    """
    rate, found = case.figures.execution_rate, case.figures.score_total
    if rate is None or not case.template.caps:
        return
    cap = min((cap.score for cap in case.template.caps if rate < cap.rate), default=found)
    if found > cap:
        yield raw_finding(FieldRef.indicators(), found=found, expected=cap, difference=found - cap, rate=rate)


@register_check("K23", Severity.ERROR, RuleSource.REVIEWERS, RuleSource.PUBLISHED_FORM)
def missed_target_costs_points(case: CheckCase) -> Iterator[RawFinding]:
    """A typed score is not more than 0.01 above the calculated one where the target was missed."""
    for row in case.rows:
        typed, calculated = row.cells.score, row.calculated
        if typed is None or calculated is None or typed - calculated <= CENT:
            continue
        if target_is_met(row.cells) is False:
            yield raw_finding(
                row.cell_address("score"),
                found=typed,
                expected=calculated,
                difference=typed - calculated,
                target=row.cells.target.strip(),
                actual=row.cells.actual.strip(),
            )


@register_check("K24", Severity.WARNING, RuleSource.PUBLISHED_FORM, RuleSource.PORTAL)
def met_target_earns_its_points(case: CheckCase) -> Iterator[RawFinding]:
    """A met target loses no points without a reason; that every lost point needs one is K25."""
    for row in case.rows:
        loss = row.loss_figures()
        if loss and not row.reason and target_is_met(row.cells):
            yield raw_finding(
                row.cell_address("score"),
                target=row.cells.target.strip(),
                actual=row.cells.actual.strip(),
                **loss,
            )


@register_check("K25", Severity.ERROR, RuleSource.PORTAL, RuleSource.FORM_NOTE)
def lost_points_have_a_reason(case: CheckCase) -> Iterator[RawFinding]:
    """A score below its weight has its 偏差原因: portals refuse the form without it."""
    for reason in case.reasons:
        if not reason.text and (loss := reason.loss_figures()):
            yield raw_finding(reason.cell, **loss)


@register_check("K27", Severity.ERROR, RuleSource.PORTAL, RuleSource.FORM_NOTE)
def graded_score_lies_in_its_band(case: CheckCase) -> Iterator[RawFinding]:
    """The typed score of a 定性 row lies in the band of its grade; above the weight is K06, below 0 K07 alone.

    The bands are the template's: 达成 from 0.8 and 部分达成 from 0.6 of the weight, in Hubei from 0.5.
    """
    for row in case.rows:
        weight, typed = row.cells.weight, row.cells.score
        if row.target.direction is not Direction.WORDS or weight is None or typed is None:
            continue
        grade = effective_achievement(row.cells)
        if grade is None or not ZERO <= typed <= weight:
            continue
        lowest, highest = achievement_band(weight, grade, case.template.scoring.bands)
        if not lowest <= typed < highest + CENT:
            yield raw_finding(row.cell_address("score"), found=typed, lowest=lowest, highest=highest, grade=grade)


@register_check("K28", Severity.WARNING, RuleSource.PORTAL)
def complete_row_has_a_score(case: CheckCase) -> Iterator[RawFinding]:
    """A complete row has a score: none can be calculated for words, ranges and dates, and the filler types it."""
    for row in case.rows:
        weight, target, actual = row.cells.weight, row.cells.target.strip(), row.cells.actual.strip()
        if row.score is not None or weight is None or weight <= ZERO or not target or not actual:
            continue
        field = row.cell_address("score")
        if not case.is_unread(field):
            yield raw_finding(field, target=target, actual=actual)


@register_check("K44", Severity.HINT, RuleSource.PUBLISHED_FORM, RuleSource.NOTICE)
def not_everything_is_perfect(case: CheckCase) -> Iterator[RawFinding]:
    """Not every row repeats its target as actual value and has full marks: reviewers call that a mere formality."""
    if case.rows and all(
        row.score is not None
        and row.score == row.cells.weight
        and row.cells.actual.strip()
        and same_value(row.cells.target, row.cells.actual)
        for row in case.rows
    ):
        yield raw_finding(FieldRef.indicators(), rows=len(case.rows))


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
_ALL_PAID = re.compile(
    r"(?:资金|经费|款|预算)[^，,。;；\n]{0,12}?(?:(?<!未)(?<!未能)(?<!没有)(?:全部|全额)(?:都|均)?(?:已经?)?"
    r"(?:拨付|支付|支出|使用|执行)(?!率)|(?<!未)(?<!未能)(?:拨付|支付|执行|使用)完毕)"
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
    """The reason beside full marks does not say 未完成 or the like, nor the outcome that all money was paid out.

    The points contradict the one, an execution rate below 100% the other.
    """
    for reason in case.reasons:
        if reason.text and reason.score == reason.weight:
            said = _UNFINISHED.search(reason.text)
            if said:
                yield raw_finding(reason.cell, found=reason.score, text=said[0])
    rate, paid = case.figures.execution_rate, _ALL_PAID.search(case.form.goals.actual)
    if paid and rate is not None and rate < HUNDRED:
        yield raw_finding(FieldRef.goal("actual"), rate=rate, text=paid[0])


@register_check("K56", Severity.HINT, RuleSource.FORM_NOTE, RuleSource.JUDGEMENT)
def reason_comes_with_a_measure(case: CheckCase) -> Iterator[RawFinding]:
    """The reason for lost points comes with a 改进措施, as the column's heading asks; where it is one is our reading."""
    for reason in case.reasons:
        text = reason.text
        if text and not _is_empty(text) and not _MEASURE.search(text) and (loss := reason.loss_figures()):
            yield raw_finding(reason.cell, **loss)


def _is_empty(text: str) -> bool:
    return text.rstrip("。.!！") in _NOTHING
