"""The 汇总表 of a year: each form as it says itself, sums, one money unit throughout."""

from dataclasses import replace
from decimal import Decimal

from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.wording.lists.year_summary import summary_sheet
from tests.builders import complete_form, mof_2020, with_row
from tests.summaries import entry, spending


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


def test_a_year_without_forms_has_a_line_of_totals_only() -> None:
    assert labels(summary_sheet(2023, [], "元")) == ["合计（0 个项目）"]
