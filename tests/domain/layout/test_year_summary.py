"""The 汇总表 of a year: exact sums, blank where there is nothing, one money unit throughout."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form, MoneyUnit
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.domain.layout.year_summary import (
    SummaryEntry,
    calculate_totals,
    convert_money,
    summary_sheet,
    usual_unit,
)
from tests.builders import complete_form, fund, mof_2020, with_row


def entry(form: Form, template: Template | None = None, remark: str = "") -> SummaryEntry:
    template = template or mof_2020()
    return SummaryEntry(form, template, evaluate(form, template), remark)


def spending(initial: str | None, annual: str | None, executed: str | None, **changes: object) -> Form:
    """A form whose only funds are those."""
    return complete_form(funds={"current_year": fund(initial, annual, executed)}, **changes)


def row(sheet: Sheet, number: int) -> list[str]:
    return [cell.text for cell in sheet.cells if cell.row == number]


def labels(sheet: Sheet) -> list[str]:
    """The first cell of each line below the head."""
    return [row(sheet, number)[0] for number in range(1, sheet.row_count)]


TWO = (
    entry(spending("100000.10", "250000", "215457.60", project_name="甲")),
    entry(spending(None, "0.07", None, project_name="乙"), remark="草稿"),
)


def test_each_form_shows_what_it_says_itself() -> None:
    sheet = summary_sheet(2023, TWO, "元")
    unit = "某区信访办公室"
    assert row(sheet, 0)[:4] == ["序号", "项目名称", "主管部门", "实施单位"]
    assert row(sheet, 1) == [
        "1", "甲", unit, unit, "100,000.10", "250,000.00", "215,457.60", "86.18%", "98.62", "优", "",
    ]  # fmt: skip
    assert row(sheet, 2) == ["2", "乙", unit, unit, "", "0.07", "", "", "90.00", "优", "草稿"]


def test_sums_are_exact_to_the_cent_and_the_rate_is_taken_over_them() -> None:
    sheet = summary_sheet(2023, TWO, "元")
    assert row(sheet, 3) == [
        "合计（2 个项目）", "100,000.10", "250,000.07", "215,457.60", "86.18%", "94.31", "平均分", "",
    ]  # fmt: skip
    numbers = [cell.number for cell in sheet.cells if cell.row == 3][1:4]
    assert numbers == [Decimal("100000.10"), Decimal("250000.07"), Decimal("215457.60")]


def test_what_no_form_has_is_blank_in_the_sums_too() -> None:
    sheet = summary_sheet(2023, [entry(spending(None, None, None))], "元")
    assert row(sheet, 1)[4:8] == ["", "", "", ""]
    assert row(sheet, 2)[1:5] == ["", "", "", ""]


def test_grades_are_counted_best_first() -> None:
    poor = entry(with_row(complete_form(), 3, score=Decimal(0), deviation="未开展"))
    none = entry(complete_form(indicators=()))
    sheet = summary_sheet(2023, [*TWO, poor, none], "元")
    assert row(sheet, sheet.row_count - 1) == ["自评等级：优 2 个，良 0 个，中 1 个，差 0 个，未评级 1 个"]


def test_templates_without_grades_leave_the_count_of_grades_out() -> None:
    bare = replace(mof_2020(), grades=())
    sheet = summary_sheet(2023, [entry(complete_form(), bare)], "元")
    assert labels(sheet) == ["1", "合计（1 个项目）"]


def test_title_year_and_money_unit_stand_above_the_list_and_the_signatures_below() -> None:
    sheet = summary_sheet(2023, TWO, "万元")
    assert (sheet.title, sheet.subtitle) == (
        "财政项目支出绩效自评汇总表",
        "（2023年度　金额单位：万元）",
    )
    assert sheet.signature[0] == "填报单位（盖章）："


@pytest.mark.parametrize(
    ("amount", "source", "target", "expected"),
    [
        ("140908", "元", "万元", "14.0908"),
        ("0.01", "元", "万元", "0.000001"),
        ("278.4449", "万元", "元", "2784449"),
        ("999999999999999.999999", "元", "万元", "99999999999.9999999999"),
        ("5", "元", "元", "5"),
    ],
)
def test_money_units_are_converted_exactly(
    amount: str, source: MoneyUnit, target: MoneyUnit, expected: str
) -> None:
    assert str(convert_money(Decimal(amount), source, target)) == expected
    assert convert_money(convert_money(Decimal(amount), source, target), target, source) == Decimal(amount)


def test_a_blank_amount_stays_blank_in_any_unit() -> None:
    assert convert_money(None, "元", "万元") is None


def test_forms_in_both_units_add_up_in_one() -> None:
    mixed = (entry(spending("1", "12345.67", "1")), entry(spending("1", "278.4449", "1", money_unit="万元")))
    assert calculate_totals(mixed, "元").funds.annual == Decimal("2796794.67")
    assert calculate_totals(mixed, "万元").funds.annual == Decimal("279.679467")
    assert calculate_totals(mixed, "元").rate == calculate_totals(mixed, "万元").rate == Decimal("0.36")


@pytest.mark.parametrize(
    ("units", "expected"), [((), "元"), (("元", "万元"), "元"), (("元", "万元", "万元"), "万元")]
)
def test_the_usual_unit_is_that_of_most_forms(units: tuple[MoneyUnit, ...], expected: str) -> None:
    assert usual_unit(units) == expected


BY_UNIT = (
    entry(spending("1", "1", "1", project_name="甲", unit="乙局")),
    entry(spending("2", "2", "2", project_name="乙", unit="")),
    entry(spending("4", "4", "4", project_name="丙", unit="甲局")),
    entry(spending("8", "8", "8", project_name="丁", unit=" 乙局")),
)


def test_forms_of_a_unit_stand_together_and_those_without_one_last() -> None:
    sheet = summary_sheet(2023, BY_UNIT, "元")
    assert [row(sheet, number)[1] for number in range(1, 5)] == ["甲", "丁", "丙", "乙"]
    assert labels(sheet)[:4] == ["1", "2", "3", "4"]


def test_subtotals_follow_each_unit() -> None:
    sheet = summary_sheet(2023, BY_UNIT, "元", subtotals=True)
    sums = [row(sheet, number) for number in range(1, sheet.row_count)]
    assert [line[:2] for line in sums if "小计" in line[0]] == [
        ["小计：乙局（2 个项目）", "9.00"],
        ["小计：甲局（1 个项目）", "4.00"],
        ["小计：未填单位（1 个项目）", "2.00"],
    ]
    assert ["合计（4 个项目）", "15.00"] in [line[:2] for line in sums]
    assert [line[0] for line in sums if line[0].isdigit()] == ["1", "2", "3", "4"]


def test_a_single_unit_has_no_subtotal_and_is_the_author() -> None:
    sheet = summary_sheet(2023, TWO, "元", subtotals=True)
    assert not any("小计" in label for label in labels(sheet))
    assert sheet.author == "某区信访办公室"
    assert summary_sheet(2023, BY_UNIT, "元").author == ""


def test_the_rate_is_over_the_initial_budget_where_all_templates_take_it_so() -> None:
    initial = replace(mof_2020(), execution=replace(mof_2020().execution, denominator="initial"))
    form = spending("200", "100", "50")
    assert calculate_totals([entry(form, initial)], "元").rate == Decimal("25.00")
    assert calculate_totals([entry(form, initial), entry(form)], "元").rate == Decimal("50.00")


def test_a_year_without_forms_has_neither_sums_nor_average() -> None:
    whole = calculate_totals([], "元")
    assert (whole.funds.annual, whole.rate, whole.average, whole.grades) == (None, None, None, ())
    assert labels(summary_sheet(2023, [], "元")) == ["合计（0 个项目）"]


AMOUNTS = st.one_of(st.none(), st.decimals(0, 10**9, places=2))


@given(st.lists(st.tuples(AMOUNTS, st.sampled_from(["元", "万元"])), max_size=30))
def test_totals_equal_the_sum_of_the_forms_to_the_cent(
    amounts: list[tuple[Decimal | None, MoneyUnit]],
) -> None:
    entries = [
        entry(complete_form(money_unit=unit, funds={"other": replace(fund(None, None, None), annual=amount)}))
        for amount, unit in amounts
    ]
    cents = [
        int(amount * 100) * (10_000 if unit == "万元" else 1)
        for amount, unit in amounts
        if amount is not None
    ]
    found = calculate_totals(entries, "元").funds.annual
    assert (found is None) if not cents else found == Decimal(sum(cents)) / 100
