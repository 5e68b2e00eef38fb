"""Differences between paper and data in words that a clerk finds on the form."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.ui.printing.differences_model import DifferenceLine, difference_line
from tests.builders import complete_form, mof_2020, with_fund, with_row


def lines(after: Form, before: Form | None = None) -> list[DifferenceLine]:
    return [difference_line(each, mof_2020()) for each in find_differences(before or complete_form(), after)]


def typed(cell: str, text: str) -> Form:
    return edits.set_cell(complete_form(), FieldRef.parse(cell), text)


@pytest.mark.parametrize(
    ("cell", "text", "words"),
    [
        (
            "funds.current_year.executed",
            "149999.5",
            ("资金 · 当年财政拨款 · 全年执行数", "150,000.00", "149,999.50"),
        ),
        ("funds.current_year.executed", "", ("资金 · 当年财政拨款 · 全年执行数", "150,000.00", "（空）")),
        ("funds.current_year.executed", "未定", ("资金 · 当年财政拨款 · 全年执行数", "150,000.00", "未定")),
        ("funds.total.annual", "1", ("资金 · 年度资金总额 · 全年预算数", "（自动计算）", "1.00")),
        ("execution_score", "9", ("资金 · 年度资金总额 · 得分", "（自动计算）", "9")),
        ("indicators[1].score", "9", ("指标 · 第 2 行 · 得分", "（自动计算）", "9")),
        ("year", "2024", ("年度", "2023", "2024")),
        ("fields.budget_note", "调减", ("预算调整说明", "（空）", "调减")),
    ],
)
def test_a_cell_is_named_with_both_texts(cell: str, text: str, words: tuple[str, str, str]) -> None:
    assert lines(typed(cell, text)) == [DifferenceLine(*words)]


def test_an_achievement_is_told_by_its_word() -> None:
    assert lines(with_row(complete_form(), 2, achievement="partly")) == [
        DifferenceLine("指标 · 第 3 行 · 达成情况", "（空）", "部分达成")
    ]


def test_rows_that_came_went_and_moved_say_so() -> None:
    after = edits.insert_row(edits.delete_rows(complete_form(), [1]), 0)
    after = edits.move_row(with_row(after, 1, weight=Decimal(21)), 4, 2)
    assert lines(after) == [
        DifferenceLine("指标 · 第 1 行", "（没有这一行）", "（空行）"),
        DifferenceLine("指标 · 第 2 行 · 分值（原第 1 行）", "20", "21"),
        DifferenceLine("指标 · 第 3 行 · 受益群众满意度 · ≥85% · 88%", "第 5 行", "第 3 行"),
        DifferenceLine("指标 · 第 2 行", "宣传材料合格率 · ≥90% · 92%", "（已删除）"),
    ]


def test_long_texts_are_shown_from_a_little_before_what_differs() -> None:
    before = replace(complete_form().goals, actual="一" * 300 + "旧" + "二" * 300)
    after = replace(complete_form().goals, actual="一" * 300 + "新新" + "二" * 10)
    (shown,) = lines(complete_form(goals=after), complete_form(goals=before))
    assert shown.before == "…" + "一" * 24 + "旧" + "二" * 75 + "…"
    assert shown.after == "…" + "一" * 24 + "新新" + "二" * 10


def test_a_long_text_that_only_grew_is_shown_at_its_end() -> None:
    before = replace(complete_form().goals, actual="一" * 300)
    after = replace(complete_form().goals, actual="一" * 300 + "新")
    (shown,) = lines(complete_form(goals=after), complete_form(goals=before))
    assert (shown.before, shown.after) == ("…" + "一" * 24, "…" + "一" * 24 + "新")


def test_an_amount_that_is_a_dash_stays_one() -> None:
    form = with_fund(complete_form(), "other")
    after = replace(form, unread={FieldRef.fund("other", "annual"): "—"})
    assert lines(after) == [DifferenceLine("资金 · 其他资金 · 全年预算数", "0.00", "—")]
