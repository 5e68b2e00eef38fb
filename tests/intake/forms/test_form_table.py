"""A whole form is read back from a table as it stands there, and nothing of the table goes without a word."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Indicator
from selfeval_desktop.domain.form.template import Column, FundRow, FurtherField
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.intake.forms.form_table import read_form
from selfeval_desktop.intake.text.pasted_table import read_table, write_html, write_text
from tests.blocks import FUNDS_TOTAL, Block, block_of, html_of, renamed, shifted
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row
from tests.output.sheets import sheet_of

CLIPBOARD = Path(__file__).parents[1] / "clipboard"
EXAMPLES = [
    form
    for path in sorted(paths.example_folder().glob("*.json"))
    for form in form_json.read_file(path, bootstrap.installed_templates())
]
TOTAL = -1


def read(block: Sequence[Sequence[str]]) -> ReadForm:
    found = read_form(block, mof_2020())
    assert found is not None
    return found


def as_printed(form: Form) -> Form:
    """The form as its paper tells it: a grade is not printed, the score that it gives is."""
    scores = evaluate(form, mof_2020()).calculated_scores
    rows = [
        replace(row, achievement=None, score=score if row.score is None else row.score) if row.achievement else row
        for row, score in zip(form.indicators, scores, strict=True)
    ]
    return replace(form, indicators=tuple(rows))


def doubts(found: ReadForm) -> list[tuple[int, int, str, Refusal]]:
    return [(each.row, each.column, each.text, each.reason) for each in found.doubts]


def test_the_rows_of_indicators_are_told_apart_with_their_heads_where_they_stand() -> None:
    block = shifted([*block_of(), ["填表人：张三", *[""] * 8]], 2, 1)
    rows = read(block).rows
    head = next(place for place, row in enumerate(block) if "三级指标" in row)
    assert [place for place, row in enumerate(rows) if any(row)] == list(range(head, head + 6))
    assert rows[head][1:] == ("", *block[head][2:])
    assert "登记单印刷率" in rows[head + 1]


@pytest.mark.parametrize("form", [complete_form(), *EXAMPLES], ids=lambda form: form.project_name)
def test_every_way_over_the_clipboard_gives_an_equal_form(form: Form) -> None:
    block = block_of(form)
    for copied in (
        block,
        read_table("", html_of(form)),
        read_table("", write_html(block)),
        read_table(write_text(block), ""),
    ):
        found = read(copied)
        assert find_differences(as_printed(form), found.form) == ()
        assert sheet_of(found.form) == sheet_of(form)
        assert found.doubts == ()


@pytest.mark.parametrize("name", ["calc", "writer"])
def test_what_an_office_suite_copies_is_a_whole_form(name: str) -> None:
    """The word processor's title stands above its table, so that only the spreadsheet tells the year."""
    found = read(read_table("", (CLIPBOARD / f"{name}.html").read_text("utf-8")))
    year = 2023 if name == "calc" else None
    assert find_differences(complete_form(year=year), found.form) == ()
    assert found.doubts == ()


def test_a_table_may_stand_anywhere_with_blanks_between() -> None:
    block = [row for line in block_of() for row in (line, [""] * len(line))]
    found = read(shifted(block, 3, 2))
    assert find_differences(complete_form(), found.form) == ()
    assert found.doubts == ()


def test_blank_columns_in_between_change_nothing() -> None:
    found = read([[text for each in row for text in (each, "")] for row in block_of()])
    assert find_differences(complete_form(), found.form) == ()


def test_rows_of_different_length_are_read() -> None:
    short = [row[: max(place for place, text in enumerate([*row, "末"]) if text)] for row in block_of()]
    assert find_differences(complete_form(), read(short).form) == ()


def test_a_further_column_is_told_once_by_its_head() -> None:
    block = [[*row, ""] for row in block_of()]
    heads = next(place for place, row in enumerate(block) if "三级指标" in row)
    block[heads][-1] = "佐证材料"
    block[heads + 1][-1], block[heads + 2][-1] = "照片", "合同"
    found = read(block)
    assert find_differences(complete_form(), found.form) == ()
    assert doubts(found) == [(heads, 9, "佐证材料", Refusal.NO_COLUMN)]


def test_a_further_column_without_a_head_is_told_cell_by_cell() -> None:
    block = [[*row, ""] for row in block_of()]
    heads = next(place for place, row in enumerate(block) if "三级指标" in row)
    block[heads + 1][-1] = "照片"
    assert doubts(read(block)) == [(heads + 1, 9, "照片", Refusal.UNKNOWN)]


def test_levels_and_labels_repeated_in_each_row_are_the_same() -> None:
    block = block_of()
    heads = next(place for place, row in enumerate(block) if "三级指标" in row)
    for above, row in zip(block[heads:], block[heads + 1 : TOTAL], strict=False):
        row[:3] = ["绩效指标", row[1] or above[1], row[2] or above[2]]
    found = read(block)
    assert find_differences(complete_form(), found.form) == ()
    assert found.doubts == ()


OTHER_NAMES = {
    "项目名称": "* 项目 名称：",
    "主管部门": "主管部门\n（盖章）",
    "实施单位": "项目单位",
    "项目资金\n（元）": "预算执行情况（10分）",
    "年初预算数": "年初预算",
    "全年预算数": "全年预算数\n（A）",
    "全年执行数": "全年执行数（B）",
    "执行率": "执行率（B/A）",
    "年度资金总额": "年度资金总额：",
    "其中：当年财政拨款": "其中:本年财政拨款",
    "上年结转资金": "2.上年结转",
    "其他资金": "（3）其他 资金",
    "年度总体目标": "年度\n总体\n目标",
    "预期目标": "年初设定目标",
    "实际完成情况": "全年实际完成情况",
    "绩效指标": "绩\n效\n指\n标",
    "年度指标值": "年度指标值(A)",
    "实际完成值": "实际\n完成值(B)",
    "偏差原因分析及改进措施": "未完成原因和改进措施",
    "总分": "合 计",
}


def test_other_names_for_labels_and_heads_are_understood() -> None:
    found = read(renamed(block_of(), OTHER_NAMES))
    assert find_differences(complete_form(), found.form) == ()
    assert [each.reason for each in found.doubts] == [Refusal.NO_UNIT]


@pytest.mark.parametrize(
    ("label", "unit", "is_told"),
    [("项目资金\n（万元）", "万元", True), ("项目资金（单位：元）", "元", True), ("项目资金", "元", False)],
)
def test_the_money_unit_comes_from_the_label(label: str, unit: str, is_told: bool) -> None:
    found = read(renamed(block_of(), {"项目资金\n（元）": label}))
    assert found.form.money_unit == unit
    assert found.form.fund_line("current_year").annual == Decimal(150000)
    assert (FieldRef.head("money_unit") in found.taken) is is_told


@pytest.mark.parametrize("line", ["单位：万元", "（金额单位: 万元）"])
def test_the_money_unit_may_stand_in_a_line_above(line: str) -> None:
    block = renamed(block_of(), {"项目资金\n（元）": "项目资金", "（2023年度）": line})
    found = read(block)
    assert (found.form.money_unit, found.doubts) == ("万元", ())


def test_amounts_with_their_own_unit_tell_what_they_are_worth() -> None:
    found = read(renamed(block_of(), {"项目资金\n（元）": "项目资金", "150,000.00": "15万元"}))
    assert (found.form.money_unit, found.form.fund_line("current_year").annual) == ("元", Decimal(150000))
    assert FieldRef.head("money_unit") in found.taken


def test_the_money_unit_may_stand_in_the_label_of_a_row() -> None:
    block = renamed(block_of(), {"项目资金\n（元）": "项目资金", "年度资金总额": "年度资金总额（万元）"})
    assert read(block).form.money_unit == "万元"


@pytest.mark.parametrize(
    ("title", "line", "year"),
    [
        ("财政项目支出绩效自评表", "（２０２３ 年度）", 2023),
        ("2022年度城区维护项目绩效自评表", "", 2022),
        ("财政项目支出绩效自评表", "(    年度)", None),
        ("财政项目支出绩效自评表（2021年度）", "附件2：", 2021),
    ],
)
def test_the_year_stands_in_the_title(title: str, line: str, year: int | None) -> None:
    found = read(renamed(block_of(), {"财政项目支出绩效自评表": title, "（2023年度）": line}))
    assert (found.form.year, found.doubts) == (year, ())


def test_a_labelled_year_is_read_too() -> None:
    block = [["年度", "2024年", *[""] * 7], *block_of()[2:]]
    assert read(block).form.year == 2024


def test_figures_may_be_written_as_people_write_them() -> None:
    names = {"150,000.00": "１５０，０００．００", "20": "２０"}
    found = read(renamed(block_of(), names))
    assert find_differences(complete_form(), found.form) == ()
    assert found.doubts == ()


def test_a_text_in_place_of_a_number_stays_unread() -> None:
    block = block_of()
    block[FUNDS_TOTAL + 1][4] = "约十五万"
    block[FUNDS_TOTAL][8] = "满分"
    block[12][6], block[13][7] = "二十", "合格"
    found = read(block)
    assert found.form.unread == {
        FieldRef.fund("current_year", "annual"): "约十五万",
        FieldRef.head("execution_score"): "满分",
        FieldRef.indicator(0, "weight"): "二十",
        FieldRef.indicator(1, "score"): "合格",
    }
    unread = [each for each in doubts(found) if each[3] is Refusal.NO_NUMBER]
    assert unread == [
        (5, 8, "满分", Refusal.NO_NUMBER),
        (6, 4, "约十五万", Refusal.NO_NUMBER),
        (12, 6, "二十", Refusal.NO_NUMBER),
        (13, 7, "合格", Refusal.NO_NUMBER),
    ]


def test_a_typed_figure_that_the_program_calculates_stays_calculated() -> None:
    form = with_row(complete_form(), 0, score=Decimal(18))
    form = replace(with_fund(form, "total", annual=Decimal(160000)), execution_score=Decimal(9))
    found = read(block_of(form))
    assert find_differences(form, found.form) == ()
    assert FieldRef.fund("total", "executed") in found.taken
    assert found.form.fund_line("total").executed is None


def test_figures_that_the_program_calculates_otherwise_are_doubts() -> None:
    block = block_of()
    block[FUNDS_TOTAL][6:8] = ["20", "99.5%"]
    block[FUNDS_TOTAL + 1][6:9] = ["10", "100%", "—"]
    block[FUNDS_TOTAL + 2][7] = "没有"
    block[TOTAL][6:8] = ["100", "96"]
    found = read(block)
    assert find_differences(complete_form(), found.form) == ()
    assert doubts(found) == [
        (5, 6, "20", Refusal.DIFFERS),
        (5, 7, "99.5%", Refusal.DIFFERS),
        (6, 6, "10", Refusal.DIFFERS),
        (7, 7, "没有", Refusal.DIFFERS),
        (len(block) - 1, 7, "96", Refusal.DIFFERS),
    ]


def test_a_rate_may_have_fewer_places() -> None:
    form = with_fund(complete_form(), "current_year", executed=Decimal(129261))
    found = read(renamed(block_of(form), {"86.17%": "86.2％"}))
    assert found.doubts == ()


def test_what_is_not_understood_is_listed_with_its_place() -> None:
    block = block_of()
    block[0][3] = "（样表）"
    block[2][8] = "又一个名称"
    block[3] = ["项目名称", "", "另一个项目", "", "实施单位", "", "", "项目负责人", "张三"]
    block[FUNDS_TOTAL + 3][8] = "见附注"
    block.append(["注：本表一式两份。", *[""] * 8])
    found = read(block)
    assert (found.form.project_name, found.form.unit) == ("宣传与推广", "")
    assert doubts(found) == [
        (0, 3, "（样表）", Refusal.UNKNOWN),
        (2, 8, "又一个名称", Refusal.UNKNOWN),
        (3, 2, "另一个项目", Refusal.UNKNOWN),
        (3, 7, "项目负责人", Refusal.UNKNOWN),
        (3, 8, "张三", Refusal.UNKNOWN),
        (8, 8, "见附注", Refusal.DIFFERS),
        (len(block) - 1, 0, "注：本表一式两份。", Refusal.UNKNOWN),
    ]


def test_the_signature_is_read_with_its_labels_beside_or_before_the_values() -> None:
    rest = [""] * 3
    block = [
        *block_of(),
        ["填表人：张三", "", "联系电话", "", "0564-123", "", *rest],
        ["填报日期:", "", "单位盖章：", "", "", "", *rest],
    ]
    found = read(block)
    assert found.form.fields == {"filler": "张三", "phone": "0564-123"}
    assert len(found.form.indicators) == 5
    assert found.doubts == ()


def test_without_a_row_of_totals_the_signature_is_no_indicator() -> None:
    block = [*block_of()[:TOTAL], ["填表人：张三", *[""] * 8]]
    found = read(block)
    assert (len(found.form.indicators), found.form.fields) == (5, {"filler": "张三"})


def test_a_label_of_the_head_ends_the_goals() -> None:
    block = block_of()
    goals = next(place for place, row in enumerate(block) if "预期目标" in row) + 1
    block.insert(goals + 1, ["项目实施内容", *[""] * 8])
    block.insert(goals + 2, ["单位盖章：某局", *[""] * 8])
    found = read(block)
    assert found.form.goals == complete_form().goals
    assert found.form.fields == {"seal": "某局"}
    assert [each[2] for each in doubts(found)] == ["项目实施内容"]


def test_goals_in_several_cells_are_one_text() -> None:
    block = block_of()
    goals = next(place for place, row in enumerate(block) if "预期目标" in row) + 1
    block.insert(goals + 1, ["", "举办活动六场。", "", "另编手册。", "", "", *[""] * 3])
    found = read(block)
    assert found.form.goals.expected == "印制登记单，开展信访宣传。\n举办活动六场。\n另编手册。"
    assert found.form.goals.actual == complete_form().goals.actual
    assert found.doubts == ()


def test_a_form_without_goals_is_one_all_the_same() -> None:
    block = block_of()
    goals = next(place for place, row in enumerate(block) if "预期目标" in row)
    del block[goals : goals + 2]
    assert read(block).form.goals == Form("mof-2020").goals


def test_goals_may_stand_above_the_funds() -> None:
    block = block_of()
    goals = next(place for place, row in enumerate(block) if "预期目标" in row)
    moved = [*block[:4], *block[goals : goals + 2], *block[4:goals], *block[goals + 2 :]]
    found = read(moved)
    assert find_differences(complete_form(), found.form) == ()
    assert found.doubts == ()


def test_heads_repeated_on_a_second_page_are_no_indicator() -> None:
    block = block_of()
    heads = next(place for place, row in enumerate(block) if "三级指标" in row)
    block.insert(heads + 3, block[heads])
    found = read(block)
    assert find_differences(complete_form(), found.form) == ()
    assert found.doubts == ()


def test_the_cells_taken_are_those_that_the_table_fills() -> None:
    form = with_row(complete_form(), 1, deviation="设备到货延期，已调整计划。")
    found = read(block_of(form))
    taken = set(map(str, found.taken))
    assert {"year", "money_unit", "project_name", "funds.current_year.annual", "goals.actual"} <= taken
    assert {"indicators[1].level1", "indicators[1].deviation", "indicators[2].score"} <= taken
    assert not {"funds.other.executed", "indicators[0].deviation", "fields.filler"} & taken


def without(block: Block, text: str) -> Block:
    return [row for row in block if text not in row]


@pytest.mark.parametrize(
    "block",
    [
        [],
        [["甲", "乙"]],
        block_of()[11:],
        without(block_of(), "项目名称"),
        without(block_of(), "年初预算数"),
        without(block_of(), "三级指标"),
        renamed(block_of(), {"年初预算数": "甲", "全年预算数": "乙"}),
    ],
    ids=["nothing", "cells", "indicators", "no project", "no funds", "no indicators", "one amount"],
)
def test_what_is_no_whole_form_is_none(block: Block) -> None:
    assert read_form(block, mof_2020()) is None


def test_a_templates_own_rows_columns_and_fields_are_read() -> None:
    mof = mof_2020()
    template = replace(
        mof,
        money_units=("万元",),
        fields=(FurtherField("code", "立项文号"),),
        funds=replace(
            mof.funds,
            rows=(FundRow("total", "总计资金"), FundRow("account", "财政专户管理资金")),
            columns=(*mof.funds.columns[:3], Column("reason", "未执行原因", "text", extra=True)),
        ),
        indicators=replace(
            mof.indicators,
            total_label="自评合分",
            columns=(*mof.indicators.columns, Column("measure", "度量单位", "text", extra=True)),
        ),
    )
    columns = [column.heading for column in template.indicators.columns]
    block = [
        ["项目名称", "数字乡村", "立项文号", "〔2023〕9号"],
        ["", "年初预算数", "全年预算数", "全年执行数", "未执行原因"],
        ["总计资金", "12", "12", "10", ""],
        ["财政专户管理资金", "12", "12", "10", "合同未到付款期"],
        ["其他资金", "1", "", "", ""],
        columns,
        ["产出指标", "数量指标", "开发模块", "≥3", "3", "90", "90", "", "个"],
        ["自评合分", *[""] * 8],
    ]
    found = read_form(block, template)
    assert found is not None
    assert found.form.fields == {"code": "〔2023〕9号"}
    assert found.form.funds["account"] == replace(fund("12", "12", "10"), fields={"reason": "合同未到付款期"})
    assert found.form.funds["total"] == FundLine()
    assert found.form.indicators[0].fields == {"measure": "个"}
    assert [each[2] for each in doubts(found)] == ["其他资金", "1"]
    assert found.form.money_unit == "万元"


TEXT = st.text(st.sampled_from("甲乙丙1.5%≥，"), min_size=1, max_size=8)
ROWS = st.lists(
    st.builds(Indicator, level1=TEXT, level2=TEXT, level3=TEXT, target=TEXT, actual=TEXT, deviation=TEXT),
    min_size=1,
    max_size=6,
)


@given(ROWS, TEXT, TEXT, st.sampled_from(["元", "万元"]))
def test_any_form_is_read_back_as_it_was_printed(rows: list[Indicator], name: str, goal: str, unit: str) -> None:
    form = replace(complete_form(project_name=name, money_unit=unit), indicators=tuple(rows))
    form = replace(form, goals=replace(form.goals, expected=goal))
    assert sheet_of(read(block_of(form)).form) == sheet_of(form)
