"""The funds block: totals from parts, the execution rate and its score."""

from collections.abc import Mapping
from decimal import Decimal

from selfeval_desktop.domain.form.amounts import HUNDRED, ZERO, quotient, round_half_up, sum_present
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine
from selfeval_desktop.domain.form.template import ExecutionRules, Template

COLUMNS = ("initial", "annual", "executed")


def calculated_total(form: Form, template: Template) -> FundLine:
    """The sum of the parts, column by column; None where no part is given, or one could not be read."""
    initial, annual, executed = (_sum_of_parts(form, template, column) for column in COLUMNS)
    return FundLine(initial, annual, executed)


def effective_funds(form: Form, template: Template, summed: FundLine) -> Mapping[str, FundLine]:
    """Every row of the template; the total row as typed, else as summed up."""
    lines = {row.key: form.fund_line(row.key) for row in template.funds.rows}
    typed = form.fund_line("total")
    initial, annual, executed = (
        summed.amount(column) if typed.amount(column) is None else typed.amount(column) for column in COLUMNS
    )
    lines["total"] = FundLine(initial, annual, executed, typed.fields)
    return lines


def execution_rate(total_line: FundLine, rules: ExecutionRules) -> Decimal | None:
    """Executed over budget, in percent with 2 places; None without a budget above 0 or without spending.

    A budget of zero has no rate either: the form prints a blank. The budget column is the template's.
    """
    pair = _spending_over_budget(total_line, rules)
    return None if pair is None else round_half_up(quotient(*pair, HUNDRED))


def execution_score(total_line: FundLine, rules: ExecutionRules) -> Decimal:
    """The score of the spending, at most its weight, 2 places; 0 where there is no rate.

    Linear: rate × weight. Steps: the score of the highest step that the rate reaches.
    """
    pair = _spending_over_budget(total_line, rules)
    if pair is None:
        return round_half_up(ZERO)
    if rules.method == "steps":
        rate = quotient(*pair, HUNDRED)
        score = max((step.score for step in rules.steps if rate >= step.rate), default=ZERO)
    else:
        score = max(ZERO, quotient(*pair, rules.weight))
    return round_half_up(min(rules.weight, score))


def _spending_over_budget(total_line: FundLine, rules: ExecutionRules) -> tuple[Decimal, Decimal] | None:
    budget, executed = total_line.amount(rules.denominator), total_line.executed
    if budget is None or budget <= ZERO or executed is None:
        return None
    return executed, budget


def _sum_of_parts(form: Form, template: Template, column: str) -> Decimal | None:
    parts = template.funds.part_rows
    if form.unread and any(FieldRef.fund(row.key, column) in form.unread for row in parts):
        return None
    return sum_present(form.fund_line(row.key).amount(column) for row in parts)
