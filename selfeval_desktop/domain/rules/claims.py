"""Checks of what a form claims against what it says elsewhere: dates, states of work, money spent, complaints."""

import re
from collections.abc import Iterator
from datetime import date

from selfeval_desktop.domain.form.amounts import HUNDRED, ZERO, quotient, round_half_up
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.measures import SATISFACTION
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check
from selfeval_desktop.domain.scoring.deadlines import read_date, read_deadline
from selfeval_desktop.domain.scoring.measures import Direction

_NOT_DONE_YET = re.compile(
    r"(?<![无免])(?<!不存在)(?<!没有)(?:[待未](?:组织)?(?:竣工)?验收|(?:尚|仍|还|正)在[^，,。;；、]{0,4}(?:实施|建设|施工|推进|进行)"
    # 在项目实施中，… only says when.
    r"|(?<!在)(?<!在.)(?<!在..)(?<!在...)(?<!在....)(?:实施|建设|施工|推进|进行)中(?=[，,。;；、)）]|$)"
    r"|未(?:启动|开工|实施|开展|竣工|完工|交付|到货|招标)|合同已经?签|已签(?:订|署)?合同)"
)
_NO_COMPLAINT = re.compile(
    r"(?:未|没有?|无|零|0)(?:再|曾)?(?:收到|接到|发生|出现|产生)?(?:[0-9]{4,6}|任何|有效|相关|群众|市民|重大)*(?:的)?投诉"
)
_QUANTITY = "数量"
_MOSTLY = 90
_PROGRESS = re.compile(r"(?:执行|支出|支付|拨付|资金|经费|预算).{0,4}率$|进度$")
_MONEY_UNITS = re.compile(r"[万亿千百]*元|[万亿]")


@register_check("K64", Severity.WARNING, RuleSource.REVIEWERS)
def late_completion_costs_points(case: CheckCase) -> Iterator[RawFinding]:
    """A row done after its deadline, or after the form's year, does not score its whole weight without a reason."""
    year = case.form.year
    for row in case.rows:
        done = read_date(row.cells.actual, year) if row.actual.direction is Direction.BY_HAND else None
        if done is None or not row.has_full_marks or row.reason:
            continue
        deadline = read_deadline(row.cells.target, year)
        last = deadline.last if deadline else date(year, 12, 31) if year else None
        if last is not None and done.first > last:
            told = {"actual": row.cells.actual.strip(), "target": row.cells.target.strip() if deadline else ""}
            yield raw_finding(row.cell_address("actual"), **told)


@register_check("K65", Severity.WARNING, RuleSource.REVIEWERS)
def work_under_way_has_no_full_score(case: CheckCase) -> Iterator[RawFinding]:
    """A row with full marks does not say that the work is still under way, or not accepted: 待验收, 未开工, 合同已签."""
    for row in case.rows:
        said = _NOT_DONE_YET.search(row.cells.actual) if row.has_full_marks else None
        if said:
            yield raw_finding(row.cell_address("actual"), text=said[0])
    for reason in case.reasons:
        said = _NOT_DONE_YET.search(reason.text) if reason.score == reason.weight else None
        if said:
            yield raw_finding(reason.cell, text=said[0])


@register_check("K66", Severity.WARNING, RuleSource.REVIEWERS)
def little_money_does_little(case: CheckCase) -> Iterator[RawFinding]:
    """Where hardly any money was spent (below the template's limit), the quantities are not nearly all reached."""
    rate, limit = case.figures.execution_rate, case.template.limits.hardly_spent
    rows = [row for row in case.rows if _QUANTITY in row.cells.level2 and row.score is not None and row.cells.weight]
    weight = sum((row.cells.weight or ZERO for row in rows), ZERO)
    if rate is None or rate >= limit or weight <= ZERO:
        return
    share = round_half_up(quotient(sum((row.score or ZERO for row in rows), ZERO), weight, HUNDRED))
    if share >= _MOSTLY:
        yield raw_finding(FieldRef.fund("total", "executed"), rate=rate, share=share)


@register_check("K68", Severity.HINT, RuleSource.REVIEWERS)
def satisfaction_was_asked(case: CheckCase) -> Iterator[RawFinding]:
    """That nobody complained (未收到投诉) does not show that people are satisfied: reviewers want the survey."""
    for row in case.rows:
        if SATISFACTION not in f"{row.cells.level1}{row.cells.level2}{row.name}":
            continue
        for column, text in (("actual", row.cells.actual), ("deviation", row.cells.deviation)):
            if said := _NO_COMPLAINT.search("".join(text.split())):
                yield raw_finding(row.cell_address(column), text=said[0])
                break


@register_check("K76", Severity.WARNING, RuleSource.PUBLISHED_FORM)
def progress_is_a_rate(case: CheckCase) -> Iterator[RawFinding]:
    """The actual value of a row on execution or progress is a rate, no amount of money."""
    line = case.figures.funds["total"]
    amounts = {amount for amount in (line.initial, line.annual, line.executed) if amount and amount > HUNDRED}
    for row in case.rows:
        number, unit = row.actual.number, row.actual.unit
        is_amount = number is not None and (_MONEY_UNITS.fullmatch(unit) or (not unit and number in amounts))
        if is_amount and _PROGRESS.search(row.plain_name):
            yield raw_finding(row.cell_address("actual"), name=row.name, actual=row.cells.actual.strip())
