"""Checks of the funds block, in the form's money unit."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.amounts import HUNDRED, ZERO
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.funds import COLUMNS
from selfeval_desktop.domain.reading.goal_amounts import YUAN, budget_amounts
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check

TOTAL_BUDGET = FieldRef.fund("total", "annual")
TOTAL_SPENT = FieldRef.fund("total", "executed")
EXECUTION_SCORE = FieldRef.head("execution_score")
BUDGET_NOTE = "budget_note"
# 元 for 万元 makes an amount 10,000 times another; between a budget and its spending lies a factor up to 5.
SLIP = (Decimal(2_000), Decimal(50_000))
TWO = 2

# With the column that it stands in.
Amount = tuple[Decimal, str]


@register_check("K09", Severity.ERROR, RuleSource.PUBLISHED_FORM)
def total_is_the_sum_of_its_parts(case: CheckCase) -> Iterator[RawFinding]:
    """A typed 年度资金总额 equals the sum of its parts, per column, where at least one part is given."""
    typed, summed = case.form.fund_line("total"), case.figures.calculated_total
    for column in COLUMNS:
        found, expected = typed.amount(column), summed.amount(column)
        if found is not None and expected is not None and found != expected:
            yield raw_finding(
                FieldRef.fund("total", column),
                found=found,
                expected=expected,
                difference=abs(found - expected),
            )


@register_check("K10", Severity.WARNING, RuleSource.REVIEWERS, RuleSource.PUBLISHED_FORM)
def execution_score_follows_the_rate(case: CheckCase) -> Iterator[RawFinding]:
    """A typed execution score equals the calculated one, unless an amount that it is calculated from cannot be read."""
    typed, calculated = case.form.execution_score, case.figures.calculated_execution_score
    if typed is None or typed == calculated or any(map(case.is_unread, (TOTAL_BUDGET, TOTAL_SPENT))):
        return
    yield raw_finding(EXECUTION_SCORE, found=typed, expected=calculated, difference=abs(typed - calculated))


@register_check("K13", Severity.ERROR, RuleSource.PORTAL, RuleSource.REVIEWERS)
def spending_stays_within_budget(case: CheckCase) -> Iterator[RawFinding]:
    """No row spends more than its yearly budget, where there is one; Zhejiang's portal only warns since April 2024."""
    for key, line in case.figures.funds.items():
        if line.annual is not None and line.executed is not None and ZERO < line.annual < line.executed:
            yield raw_finding(
                FieldRef.fund(key, "executed"),
                found=line.executed,
                expected=line.annual,
                difference=line.executed - line.annual,
            )


@register_check("K14", Severity.ERROR, RuleSource.PORTAL, RuleSource.REVIEWERS)
def spending_has_a_budget(case: CheckCase) -> Iterator[RawFinding]:
    """No row spends money without a yearly budget: its execution rate cannot be calculated. For one below 0 see K77."""
    for key, line in case.figures.funds.items():
        field = FieldRef.fund(key, "annual")
        is_blank = not line.annual and not case.is_unread(field)
        if is_blank and line.executed is not None and line.executed > ZERO:
            yield raw_finding(field, executed=line.executed)


@register_check("K15", Severity.WARNING, RuleSource.JUDGEMENT)
def project_has_money(case: CheckCase) -> Iterator[RawFinding]:
    """The project has a yearly budget or spent something; without both its rate is blank and the rate's score 0."""
    line = case.figures.funds["total"]
    if line.annual or line.executed or any(map(case.is_unread, (TOTAL_BUDGET, TOTAL_SPENT))):
        return
    yield raw_finding(TOTAL_BUDGET)


@register_check("K16", Severity.WARNING, RuleSource.FORM_NOTE)
def low_rate_is_explained(case: CheckCase) -> Iterator[RawFinding]:
    """An execution rate below the template's limit has its reason; Sichuan's form asks for it below 90%."""
    rate, limit = case.figures.execution_rate, case.template.limits.reason_rate
    if rate is None or limit is None or rate >= limit:
        return
    cell = FieldRef.parse(case.template.limits.reason_cell)
    if not edits.cell_text(case.form, cell).strip():
        yield raw_finding(cell, found=rate, expected=limit, difference=limit - rate)


@register_check("K17", Severity.WARNING, RuleSource.FORM_NOTE, RuleSource.PUBLISHED_FORM)
def changed_budget_is_explained(case: CheckCase) -> Iterator[RawFinding]:
    """The yearly budget equals the initial one, or `budget_note` says why not, where the template has it."""
    line = case.figures.funds["total"]
    if line.initial is None or line.annual is None or line.initial == line.annual:
        return
    is_asked = case.template.further_field(BUDGET_NOTE) is not None
    if is_asked and not case.form.fields.get(BUDGET_NOTE, "").strip():
        yield raw_finding(
            TOTAL_BUDGET,
            found=line.annual,
            expected=line.initial,
            difference=abs(line.annual - line.initial),
        )


@register_check("K18", Severity.WARNING, RuleSource.PORTAL)
def most_money_is_spent(case: CheckCase) -> Iterator[RawFinding]:
    """The unspent part of the budget is within the template's limit, in percent (20 as a rule)."""
    rate, limit = case.figures.execution_rate, case.template.limits.unspent
    if rate is not None and HUNDRED - rate > limit:
        yield raw_finding(TOTAL_SPENT, rate=rate, left=HUNDRED - rate, limit=limit)


@register_check("K61", Severity.WARNING, RuleSource.PUBLISHED_FORM)
def amounts_are_in_one_unit(case: CheckCase) -> Iterator[RawFinding]:
    """No amount of a row is about 10,000 times another, 元 beside 万元; found at the one that stands alone.

    A total that is not typed is left to its parts. An amount in a goal is neither 10,000 times an amount of the funds
    nor, where it is called 资金, 预算 or the like, another than all of these.
    """
    yield from _amounts_in_goals(case)
    for key in case.figures.funds:
        line = case.form.fund_line(key)
        given = sorted((amount, column) for column in COLUMNS if (amount := line.amount(column)) and amount > ZERO)
        if len(given) < TWO or not SLIP[0] <= given[-1][0] / given[0][0] <= SLIP[1]:
            continue
        odd, other = _odd_amount(given)
        yield raw_finding(FieldRef.fund(key, odd[1]), found=odd[0], expected=other[0], column=other[1])


def _amounts_in_goals(case: CheckCase) -> Iterator[RawFinding]:
    """The first amount of each goal that slipped; else, where none of its amounts is one of the funds, the first."""
    factor = YUAN[case.form.money_unit]
    known = {
        amount * factor
        for line in (*case.figures.funds.values(), *case.form.funds.values())
        for column in COLUMNS
        if (amount := line.amount(column)) and amount > ZERO
    }
    texts = (("expected", case.form.goals.expected), ("actual", case.form.goals.actual))
    for column, text in texts if known else ():
        named = budget_amounts(text)
        if not named or any(each.equals_one_of(known) for each in named):
            continue
        slipped = next((each for each in named if each.is_slip_of(known)), None)
        yield raw_finding(FieldRef.goal(column), text=(slipped or named[0]).text, slip=int(slipped is not None))


@register_check("K77", Severity.ERROR, RuleSource.JUDGEMENT)
def amounts_are_not_negative(case: CheckCase) -> Iterator[RawFinding]:
    """No typed amount is below 0; a total that is not typed is left to its parts."""
    for key in case.figures.funds:
        line = case.form.fund_line(key)
        for column in COLUMNS:
            amount = line.amount(column)
            if amount is not None and amount < ZERO:
                yield raw_finding(FieldRef.fund(key, column), found=amount)


def _odd_amount(given: Sequence[Amount]) -> tuple[Amount, Amount]:
    """The amount that stands alone and one of the others; of two the one in the later column."""
    least, middle, most = given[0], given[1], given[-1]
    if len(given) == TWO:
        return (least, most) if COLUMNS.index(least[1]) > COLUMNS.index(most[1]) else (most, least)
    return (least, middle) if middle[0] / least[0] > most[0] / middle[0] else (most, middle)
