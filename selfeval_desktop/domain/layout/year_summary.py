"""The 汇总表 of a year: every form's funds, rate, score and grade, and what they add up to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from selfeval_desktop.domain.form import amounts, funds
from selfeval_desktop.domain.form.form import Form, FundLine, MoneyUnit
from selfeval_desktop.domain.form.template import ExecutionRules, Template
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.scoring.scores import Figures

TITLE = "财政项目支出绩效自评汇总表"
# 万元 to 元, as a power of ten.
_TEN_THOUSANDS = 4

_COLUMNS = (
    ListColumn("序号", "count", 11),
    ListColumn("项目名称", "text", 44, 3, "left"),
    ListColumn("主管部门", "text", 31, 2, "left"),
    ListColumn("实施单位", "text", 31, 2, "left"),
    ListColumn("年初预算数", "amount", 24, align="right"),
    ListColumn("全年预算数", "amount", 24, align="right"),
    ListColumn("全年执行数", "amount", 24, align="right"),
    ListColumn("执行率", "rate", 17),
    ListColumn("自评得分", "score", 17),
    ListColumn("自评等级", "text", 17),
    ListColumn("备注", "text", 13),
)
_SIGNATURE = ("填报单位（盖章）：", "单位负责人：", "填表人：", "填报日期：")


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
    order = {name: place for place, name in reversed(list(enumerate(map(_unit_name, entries))))}
    return tuple(sorted(entries, key=lambda entry: (not _unit_name(entry), order[_unit_name(entry)])))


def calculate_totals(entries: Sequence[SummaryEntry], money_unit: MoneyUnit) -> YearTotals:
    """The sums in that unit. The rate is over 年初预算数 only where all templates take it so."""
    initial, annual, executed = (
        amounts.sum_present(_converted_amount(entry, column, money_unit) for entry in entries)
        for column in funds.COLUMNS
    )
    line = FundLine(initial, annual, executed)
    over_initial = bool(entries) and all(
        entry.template.execution.denominator == "initial" for entry in entries
    )
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


def summary_sheet(
    year: int, entries: Sequence[SummaryEntry], money_unit: MoneyUnit, *, subtotals: bool = False
) -> Sheet:
    """The list by unit, its sums below; `subtotals` adds a line of sums below each unit where there are several."""
    ordered = order_by_unit(entries)
    units = list(dict.fromkeys(map(_unit_name, ordered)))
    lines: list[ListLine] = []
    number = 1
    for unit in units:
        own = [entry for entry in ordered if _unit_name(entry) == unit]
        lines += [_entry_line(place, entry, money_unit) for place, entry in enumerate(own, start=number)]
        number += len(own)
        if subtotals and len(units) > 1:
            lines.append(
                _totals_line(
                    f"小计：{unit or '未填单位'}（{len(own)} 个项目）", calculate_totals(own, money_unit)
                )
            )
    whole = calculate_totals(ordered, money_unit)
    lines.append(_totals_line(f"合计（{whole.count} 个项目）", whole))
    grades = "，".join(f"{name or '未评级'} {count} 个" for name, count in whole.grades)
    if grades:
        lines.append(ListLine((), label=f"自评等级：{grades}"))
    caption = ListCaption(TITLE, f"（{year}年度　金额单位：{money_unit}）")
    author = units[0] if len(units) == 1 else ""
    return replace(list_sheet(caption, _COLUMNS, lines), signature=_SIGNATURE, author=author)


def _unit_name(entry: SummaryEntry) -> str:
    return "".join(entry.form.unit.split())


def _converted_amount(entry: SummaryEntry, column: str, money_unit: MoneyUnit) -> Decimal | None:
    return convert_money(entry.figures.funds["total"].amount(column), entry.form.money_unit, money_unit)


def _entry_line(number: int, entry: SummaryEntry, money_unit: MoneyUnit) -> ListLine:
    form, figures = entry.form, entry.figures
    head = (number, form.project_name, form.department, form.unit)
    money = tuple(_converted_amount(entry, column, money_unit) for column in funds.COLUMNS)
    return ListLine((*head, *money, figures.execution_rate, figures.score_total, figures.grade, entry.remark))


def _totals_line(label: str, sums: YearTotals) -> ListLine:
    money = tuple(sums.funds.amount(column) for column in funds.COLUMNS)
    return ListLine(
        (*money, sums.rate, sums.average, "平均分" if sums.average is not None else "", ""), label
    )


def _grade_counts(entries: Sequence[SummaryEntry]) -> Iterator[tuple[str, int]]:
    lowest = {grade.name: grade.lowest for entry in entries for grade in entry.template.grades}
    counts = Counter(entry.figures.grade or "" for entry in entries)
    for name in sorted(lowest, key=lowest.__getitem__, reverse=True):
        yield name, counts[name]
    if lowest and counts[""]:
        yield "", counts[""]
