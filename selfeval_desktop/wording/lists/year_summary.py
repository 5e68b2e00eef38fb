"""The 汇总表 of a year: every form's funds, rate, score and grade, and what they add up to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selfeval_desktop.app.paper.documents import SummaryRequest, landscape_printout, read_summary_entries
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.documents import Printout, Progress, ignore_progress
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.form import funds
from selfeval_desktop.domain.form.form import MoneyUnit
from selfeval_desktop.domain.layout.listing import ListCaption, ListColumn, ListLine, list_sheet
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.scoring.year_totals import (
    SummaryEntry,
    YearTotals,
    calculate_totals,
    converted_amount,
    order_by_unit,
    unit_name,
    usual_unit,
)
from selfeval_desktop.wording.translation import QT_TRANSLATE_NOOP, translate

# Both money units, named by their own text.
QT_TRANSLATE_NOOP("Lists", "元")
QT_TRANSLATE_NOOP("Lists", "万元")


def year_summary_printout(
    store: FormStore, paperwork: Paperwork, order: SummaryRequest, progress: Progress = ignore_progress
) -> Printout:
    """The forms of the year as stored, on lying A4; those that are not final are marked as drafts.

    UnknownTemplate, DamagedLedger, Cancelled.
    """
    entries = read_summary_entries(store, paperwork, order.year, progress)
    unit = order.money_unit or usual_unit(entry.form.money_unit for entry in entries)
    sheet = summary_sheet(order.year, entries, unit, subtotals=order.subtotals)
    return landscape_printout(paperwork, sheet, f"{sheet.title}-{order.year}")


def summary_sheet(
    year: int, entries: Sequence[SummaryEntry], money_unit: MoneyUnit, *, subtotals: bool = False
) -> Sheet:
    """The list by unit, its sums below; `subtotals` adds a line of sums below each unit where there are several."""
    ordered = order_by_unit(entries)
    units = list(dict.fromkeys(map(unit_name, ordered)))
    lines: list[ListLine] = []
    number = 1
    for unit in units:
        own = [entry for entry in ordered if unit_name(entry) == unit]
        lines += [_entry_line(place, entry, money_unit) for place, entry in enumerate(own, start=number)]
        number += len(own)
        if subtotals and len(units) > 1:
            lines.append(_subtotal_line(unit, calculate_totals(own, money_unit)))
    lines += _total_lines(calculate_totals(ordered, money_unit))
    caption = ListCaption(
        translate("Lists", "财政项目支出绩效自评汇总表"),
        translate("Lists", "（{year}年度　金额单位：{money_unit}）").format(
            year=year, money_unit=translate("Lists", money_unit)
        ),
    )
    author = units[0] if len(units) == 1 else ""
    return replace(list_sheet(caption, _summary_columns(), lines), signature=_signature_labels(), author=author)


def _summary_columns() -> tuple[ListColumn, ...]:
    return (
        ListColumn(translate("Lists", "序号"), "count", 11),
        ListColumn(translate("Lists", "项目名称"), "text", 44, 3, "left"),
        ListColumn(translate("Lists", "主管部门"), "text", 31, 2, "left"),
        ListColumn(translate("Lists", "实施单位"), "text", 31, 2, "left"),
        ListColumn(translate("Lists", "年初预算数"), "amount", 24, align="right"),
        ListColumn(translate("Lists", "全年预算数"), "amount", 24, align="right"),
        ListColumn(translate("Lists", "全年执行数"), "amount", 24, align="right"),
        ListColumn(translate("Lists", "执行率"), "rate", 17),
        ListColumn(translate("Lists", "自评得分"), "score", 17),
        ListColumn(translate("Lists", "自评等级"), "text", 17),
        ListColumn(translate("Lists", "备注"), "text", 13),
    )


def _signature_labels() -> tuple[str, ...]:
    return (
        translate("Lists", "填报单位（盖章）："),
        translate("Lists", "单位负责人："),
        translate("Lists", "填表人："),
        translate("Lists", "填报日期："),
    )


def _entry_line(number: int, entry: SummaryEntry, money_unit: MoneyUnit) -> ListLine:
    form, figures = entry.form, entry.figures
    head = (number, form.project_name, form.department, form.unit)
    money = tuple(converted_amount(entry, column, money_unit) for column in funds.COLUMNS)
    return ListLine((*head, *money, figures.execution_rate, figures.score_total, figures.grade, entry.remark))


def _subtotal_line(unit: str, sums: YearTotals) -> ListLine:
    label = translate("Lists", "小计：{unit}（{count} 个项目）")
    return _sums_line(label.format(unit=unit or translate("Lists", "未填单位"), count=sums.count), sums)


def _total_lines(sums: YearTotals) -> Iterator[ListLine]:
    """The sums of all, and how many forms have which grade where templates have grades."""
    yield _sums_line(translate("Lists", "合计（{count} 个项目）").format(count=sums.count), sums)
    if sums.grades:
        counts = [
            translate("Lists", "{grade} {count} 个").format(grade=grade or translate("Lists", "未评级"), count=count)
            for grade, count in sums.grades
        ]
        told = translate("Lists", "自评等级：{grades}").format(grades=translate("Lists", "，").join(counts))
        yield ListLine((), told)


def _sums_line(label: str, sums: YearTotals) -> ListLine:
    money = tuple(sums.funds.amount(column) for column in funds.COLUMNS)
    mean = translate("Lists", "平均分") if sums.average is not None else ""
    return ListLine((*money, sums.rate, sums.average, mean, ""), label)
