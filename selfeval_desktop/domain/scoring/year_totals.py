"""What the forms of a year add up to, for the 汇总表: funds, rate, mean score, how many have which grade."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from selfeval_desktop.domain.form import amounts, funds
from selfeval_desktop.domain.form.form import Form, FundLine, MoneyUnit
from selfeval_desktop.domain.form.template import ExecutionRules, Template
from selfeval_desktop.domain.scoring.scores import Figures

# 万元 to 元, as a power of ten.
_TEN_THOUSANDS = 4


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """A form with what follows from it; `remark` is such as 草稿."""

    form: Form
    template: Template
    figures: Figures
    remark: str = ""


@dataclass(frozen=True, slots=True)
class YearTotals:
    """What some forms add up to, amounts in one money unit; None where no form has the figure.

    `rate` is the sum of the spending over the sum of the budgets, in percent with 2 places; `average`
    the mean of the totals, 2 places. `grades` counts forms by grade, best first, those without one last
    under ""; it is empty where no template has grades.
    """

    count: int
    funds: FundLine
    rate: Decimal | None
    average: Decimal | None
    grades: tuple[tuple[str, int], ...]


def convert_money(amount: Decimal | None, source: MoneyUnit, target: MoneyUnit) -> Decimal | None:
    """The amount in the other money unit, exact; None stays None."""
    if amount is None or source == target:
        return amount
    return amounts.normalise(amount.scaleb(_TEN_THOUSANDS if source == "万元" else -_TEN_THOUSANDS))


def usual_unit(units: Iterable[MoneyUnit]) -> MoneyUnit:
    """The unit that most forms are in; 元 where that is undecided."""
    return "万元" if sum(1 if unit == "万元" else -1 for unit in units) > 0 else "元"


def order_by_unit(entries: Sequence[SummaryEntry]) -> tuple[SummaryEntry, ...]:
    """The forms of a unit together, in the order given, the units as they first appear, the blank one last."""
    order = {name: place for place, name in reversed(list(enumerate(map(unit_name, entries))))}
    return tuple(sorted(entries, key=lambda entry: (not unit_name(entry), order[unit_name(entry)])))


def calculate_totals(entries: Sequence[SummaryEntry], money_unit: MoneyUnit) -> YearTotals:
    """The sums in that unit. The rate is over 年初预算数 only where all templates take it so."""
    initial, annual, executed = (
        amounts.sum_present(converted_amount(entry, column, money_unit) for entry in entries)
        for column in funds.COLUMNS
    )
    line = FundLine(initial, annual, executed)
    over_initial = bool(entries) and all(entry.template.execution.denominator == "initial" for entry in entries)
    rules = ExecutionRules(amounts.ZERO, "initial" if over_initial else "annual", "linear")
    scores = [entry.figures.score_total for entry in entries]
    average = amounts.quotient(sum(scores, amounts.ZERO), Decimal(len(scores))) if scores else None
    return YearTotals(
        len(entries),
        line,
        funds.execution_rate(line, rules),
        None if average is None else amounts.round_half_up(average),
        tuple(_grade_counts(entries)),
    )


def unit_name(entry: SummaryEntry) -> str:
    """The form's unit without white space, "" for none."""
    return "".join(entry.form.unit.split())


def converted_amount(entry: SummaryEntry, column: str, money_unit: MoneyUnit) -> Decimal | None:
    """The form's 年度资金总额 in that column (initial, annual or executed) and money unit."""
    return convert_money(entry.figures.funds["total"].amount(column), entry.form.money_unit, money_unit)


def _grade_counts(entries: Sequence[SummaryEntry]) -> Iterator[tuple[str, int]]:
    lowest = {grade.name: grade.lowest for entry in entries for grade in entry.template.grades}
    counts = Counter(entry.figures.grade or "" for entry in entries)
    for name in sorted(lowest, key=lowest.__getitem__, reverse=True):
        yield name, counts[name]
    if lowest and counts[""]:
        yield "", counts[""]
