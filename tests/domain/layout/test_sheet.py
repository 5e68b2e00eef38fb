"""The form laid out as cells: every base cell is covered once, and the cells say what the form says."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.merged_levels import cell_on_paper, level_spans
from selfeval_desktop.domain.form.template import Column
from selfeval_desktop.domain.layout.sheet import RepeatedHead, Role, Sheet, SheetCell, lay_out
from tests.builders import complete_form, mof_2020, with_row

TEMPLATE = mof_2020()
FORM = complete_form()


def laid_out(form: Form, *, signature: bool | None = None) -> Sheet:
    return lay_out(form, TEMPLATE, evaluate(form, TEMPLATE), signature=signature)


def cell_of(sheet: Sheet, field: str) -> SheetCell:
    return next(cell for cell in sheet.cells if cell.field is not None and str(cell.field) == field)


def row_texts(sheet: Sheet, row: int) -> list[str]:
    return [cell.text for cell in sheet.cells if cell.row == row]


def covered(sheet: Sheet) -> list[tuple[int, int]]:
    return [
        (row, column)
        for cell in sheet.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]


LEVELS = st.sampled_from(["产出指标", "效益指标", "效益\n指标", "其他", ""])


@given(st.lists(st.tuples(LEVELS, LEVELS), max_size=20))
def test_every_base_cell_is_covered_once(levels: list[tuple[str, str]]) -> None:
    rows = tuple(Indicator(key, level1=one, level2=two) for key, (one, two) in enumerate(levels, start=1))
    sheet = laid_out(replace(FORM, indicators=rows))
    places = covered(sheet)
    assert len(places) == len(set(places))
    assert set(places) == {(row, column) for row in range(sheet.row_count) for column in range(9)}


def test_the_head_names_project_department_and_unit() -> None:
    sheet = laid_out(FORM)
    assert (sheet.title, sheet.subtitle) == ("财政项目支出绩效自评表", "（2023年度）")
    assert row_texts(sheet, 0) == ["项目名称", "宣传与推广"]
    assert row_texts(sheet, 1) == ["主管部门", "某区信访办公室", "实施单位", "某区信访办公室"]


def test_a_missing_year_leaves_room_to_write_it() -> None:
    assert laid_out(replace(FORM, year=None)).subtitle == "（    年度）"


def test_the_funds_show_calculated_totals_and_dashes_for_the_parts() -> None:
    sheet = laid_out(FORM)
    assert row_texts(sheet, 2) == [
        "项目资金\n（元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分",
    ]  # fmt: skip
    assert row_texts(sheet, 3) == ["年度资金总额", *["150,000.00"] * 3, "10", "100.00%", "10"]
    assert row_texts(sheet, 4) == ["其中：当年财政拨款", *["150,000.00"] * 3, "—", "", "—"]
    assert row_texts(sheet, 5) == ["上年结转资金", "0.00", "0.00", "", "—", "", "—"]


def test_number_cells_carry_their_number() -> None:
    sheet = laid_out(FORM)
    annual = cell_of(sheet, "funds.current_year.annual")
    assert (annual.number, annual.number_format) == (Decimal(150000), "#,##0.00####")
    assert cell_of(sheet, "funds.other.executed").number is None


def test_text_that_is_no_number_is_shown_as_typed() -> None:
    form = edits.set_cell(FORM, FieldRef.indicator(0, "weight"), "若干")
    cell = cell_of(laid_out(form), "indicators[0].weight")
    assert (cell.text, cell.number) == ("若干", None)


def test_a_typed_score_is_shown_in_place_of_the_calculated_one() -> None:
    assert cell_of(laid_out(FORM), "indicators[0].score").text == "20"
    typed = with_row(FORM, 0, score=Decimal("18.50"))
    assert cell_of(laid_out(typed), "indicators[0].score").text == "18.5"
    assert row_texts(laid_out(typed), 15)[1:] == ["100", "98.5", ""]


def test_the_last_row_adds_up() -> None:
    sheet = laid_out(FORM)
    assert row_texts(sheet, sheet.row_count - 1) == ["总分", "100", "100", ""]
    assert [cell.role for cell in sheet.cells[-3:]] == [Role.TOTAL] * 3


def test_the_heads_of_goals_and_indicators_are_repeated_on_further_pages() -> None:
    goals, indicators = RepeatedHead(7, 8, 8), RepeatedHead(9, 10, 14)
    assert laid_out(FORM).repeated == (goals, indicators)
    assert laid_out(replace(FORM, indicators=())).repeated == (goals,)


def test_equal_neighbours_merge_within_their_class() -> None:
    names = [("甲", "一"), ("甲", "一"), ("甲", "二"), ("乙", "二"), ("", ""), ("", ""), ("甲", "一")]
    rows = tuple(Indicator(key, level1=one, level2=two) for key, (one, two) in enumerate(names))
    assert level_spans(Form("mof-2020", indicators=rows)) == (
        ("level1", 0, 3), ("level1", 3, 1), ("level1", 4, 1), ("level1", 5, 1), ("level1", 6, 1),
        ("level2", 0, 2), ("level2", 2, 1), ("level2", 3, 1), ("level2", 4, 1), ("level2", 5, 1), ("level2", 6, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "shown_by"),
    [
        ("indicators[2].level1", "indicators[0].level1"),
        ("indicators[0].level1", "indicators[0].level1"),
        ("indicators[3].level1", "indicators[3].level1"),
        ("indicators[1].level2", "indicators[1].level2"),
        ("indicators[2].deviation", "indicators[2].deviation"),
        ("goals.actual", "goals.actual"),
    ],
)
def test_a_merged_level_is_shown_by_its_uppermost_row(cell: str, shown_by: str) -> None:
    assert cell_on_paper(FORM, FieldRef.parse(cell)) == FieldRef.parse(shown_by)


def test_levels_are_printed_as_the_template_writes_them() -> None:
    form = with_row(FORM, 3, level1="效益指标(30分)", level2="社会效益\n指标")
    sheet = laid_out(form)
    assert cell_of(sheet, "indicators[3].level1").text == "效益指标"
    assert cell_of(sheet, "indicators[3].level2").text == "社会效益指标"


def test_the_signature_line_is_there_when_it_is_wanted() -> None:
    assert laid_out(FORM).signature == ()
    form = replace(FORM, fields={"filler": "张某"})
    assert laid_out(form, signature=True).signature == (
        "填表人：张某",
        "联系电话：",
        "填报日期：",
        "单位盖章：",
    )


def test_a_template_may_have_further_columns_in_the_funds() -> None:
    reason = Column("reason", "调整原因", "text", extra=True)
    columns = (*TEMPLATE.funds.columns[:3], reason, *TEMPLATE.funds.columns[4:])
    template = replace(TEMPLATE, funds=replace(TEMPLATE.funds, columns=columns))
    form = edits.set_cell(FORM, FieldRef.fund("other", "reason", extra=True), "压减")
    sheet = lay_out(form, template, evaluate(form, template))
    assert cell_of(sheet, "funds.other.fields.reason").text == "压减"


@pytest.mark.parametrize("unit", ["元", "万元"])
def test_the_money_unit_stands_in_the_side_label(unit: str) -> None:
    sheet = laid_out(edits.set_cell(FORM, FieldRef.head("money_unit"), unit))
    assert row_texts(sheet, 2)[0] == f"项目资金\n（{unit}）"
