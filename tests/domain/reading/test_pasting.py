"""A block from elsewhere goes into the rows as a clerk means it, and nothing of it is lost without a word."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.reading.pasting import PasteResult, Refusal, paste_rows
from tests.builders import complete_form, mof_2020, with_row

HEADS = (
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
)
TARGET, WEIGHT, SCORE = 3, 5, 6


def paste(block: list[list[str]], row: int = 0, column: int = 0, form: Form | None = None) -> PasteResult:
    return paste_rows(form or complete_form(), mof_2020(), block, row, column)


def levels(form: Form) -> list[tuple[str, str]]:
    return [(row.level1, row.level2) for row in form.indicators]


def test_a_block_goes_where_the_cursor_is() -> None:
    pasted = paste([["≥99%", "99.5%"], ["≥91%", "95%"]], row=1, column=TARGET)
    assert [(row.target, row.actual) for row in pasted.form.indicators[1:3]] == [
        ("≥99%", "99.5%"),
        ("≥91%", "95%"),
    ]
    assert (pasted.first, pasted.rows, pasted.refused) == (1, 2, ())
    assert pasted.form.indicators[0] == complete_form().indicators[0]


def test_rows_grow_in_the_group_of_the_last() -> None:
    pasted = paste([["甲"], ["乙"], ["丙"]], row=4, column=2)
    assert [row.level3 for row in pasted.form.indicators[4:]] == ["甲", "乙", "丙"]
    assert set(levels(pasted.form)[4:]) == {("满意度指标", "服务对象满意度指标")}
    assert len({row.key for row in pasted.form.indicators}) == 7


def test_blank_levels_are_filled_from_above() -> None:
    block = [
        ["产出指标", "数量指标", "甲"],
        ["", "", "乙"],
        ["", "质量指标", "丙"],
        ["效益指标", "", "丁"],
        ["", "社会效益指标", "戊"],
    ]
    assert levels(paste(block, form=Form(template="mof-2020")).form) == [
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("效益指标", ""),
        ("效益指标", "社会效益指标"),
    ]


def test_the_first_row_keeps_its_group_where_the_block_says_none() -> None:
    assert levels(paste([["", "", "甲"]], row=2).form)[2] == ("产出指标", "时效指标")


def test_named_columns_find_their_place_in_any_order() -> None:
    pasted = paste([["权重", "三级 指标", "序号", "指标值", "空"], ["12", "甲", "1", "≥3次", " "]], column=4)
    row = pasted.form.indicators[0]
    assert (row.weight, row.level3, row.target, row.actual) == (Decimal(12), "甲", "≥3次", "97%")
    assert [(each.row, each.column, each.text, each.reason) for each in pasted.refused] == [
        (0, 2, "序号", Refusal.NO_COLUMN)
    ]
    assert pasted.rows == 1


def test_what_stands_above_the_heads_is_listed() -> None:
    pasted = paste([["绩效自评表", "", ""], ["", "", ""], ["三级指标", "分值", "得分"], ["甲", "20", "20"]])
    assert [(each.row, each.text, each.reason) for each in pasted.refused] == [(0, "绩效自评表", Refusal.ABOVE)]
    assert (pasted.form.indicators[0].level3, pasted.rows) == ("甲", 1)


def test_one_name_alone_is_a_value() -> None:
    assert paste([["得分", "甲"]], column=2).form.indicators[0].level3 == "得分"


def test_rows_of_totals_and_what_stands_beside_are_listed() -> None:
    pasted = paste([["原因", "旁注", ""], ["总 分", "100", ""]], column=7)
    assert [(each.row, each.column, each.text, each.reason) for each in pasted.refused] == [
        (0, 1, "旁注", Refusal.BESIDE),
        (1, 0, "总 分 100", Refusal.TOTAL),
    ]
    assert pasted.form.indicators[0].deviation == "原因"


def test_text_that_is_no_number_stays_in_its_cell() -> None:
    form = paste([["十五"]], column=WEIGHT).form
    assert form.unread == {FieldRef.indicator(0, "weight"): "十五"}


def test_a_score_that_is_the_programs_own_stays_calculated() -> None:
    form = paste([["20"], ["7"]], column=SCORE).form
    assert [row.score for row in form.indicators[:2]] == [None, Decimal(7)]


def test_a_score_typed_before_stays_typed() -> None:
    form = with_row(complete_form(), 0, score=Decimal(20))
    assert paste([["20"]], column=SCORE, form=form).form == form


def test_a_score_that_cannot_be_read_stays_too() -> None:
    form = paste([["满分"]], column=SCORE).form
    assert form.unread == {FieldRef.indicator(0, "score"): "满分"}


@pytest.mark.parametrize("block", [[], [[]], [["", ""]]])
def test_an_empty_block_changes_nothing_but_what_it_covers(block: list[list[str]]) -> None:
    assert paste(block, row=1, column=TARGET).refused == ()


TEXT = st.text(st.sampled_from("甲乙1.5%=≥ \n"), max_size=6)
ROWS = st.lists(
    st.builds(Indicator, level1=TEXT, level2=TEXT, level3=TEXT, target=TEXT, actual=TEXT, deviation=TEXT),
    min_size=1,
    max_size=6,
)


@given(ROWS, st.integers(0, 5), st.integers(0, 7))
def test_what_is_copied_out_and_pasted_back_changes_nothing(rows: list[Indicator], first: int, column: int) -> None:
    form = replace(complete_form(), indicators=edits.number_rows(rows))
    first = min(first, len(rows) - 1)
    columns = mof_2020().indicators.columns[column:]
    fields = [[FieldRef.indicator(row, each.key) for each in columns] for row in range(first, len(rows))]
    block = [[edits.cell_text(form, field) for field in line] for line in fields]
    assume(all(text and text == text.strip() for line in block for text in line[: max(2 - column, 0)]))
    assert paste_rows(form, mof_2020(), block, first, column).form == form


def test_progress_is_told_of_the_rows_and_can_stop_the_work() -> None:
    block = [["", "", f"第{number}项", "≥1项"] for number in range(250)]
    told: list[tuple[int, int]] = []
    paste_rows(complete_form(), mof_2020(), block, 0, 0, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 250), (100, 250), (200, 250)]

    def stop(done: int, total: int) -> None:
        raise InterruptedError(done, total)

    with pytest.raises(InterruptedError):
        paste_rows(complete_form(), mof_2020(), block, 0, 0, progress=stop)
