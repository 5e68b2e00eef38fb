"""What the newer checks make of the less common cases."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.form.template import FurtherField, HeadCell, Template
from selfeval_desktop.domain.rules.findings import Finding
from tests.builders import complete_form, fund, mof_2020, with_fund, with_row
from tests.layouts import template

TEMPLATE = mof_2020()
CLEAN = complete_form()
LOST = with_row(CLEAN, 0, score=Decimal(19))


def found(form: Form, code: str, template: Template = TEMPLATE) -> list[Finding]:
    return [finding for finding in evaluate(form, template).findings if finding.code == code]


def cells(form: Form, code: str, template: Template = TEMPLATE) -> list[str]:
    return [str(finding.field) for finding in found(form, code, template)]


def figures(form: Form, code: str) -> dict[str, Any]:
    (finding,) = found(form, code)
    return dict(finding.figures)


def row(**changes: Any) -> Form:
    return with_row(CLEAN, 0, **changes)


def goals(expected: str, actual: str) -> Form:
    return replace(CLEAN, goals=Goals(expected, actual))


def total(initial: str | None, annual: str | None, executed: str | None) -> Form:
    return replace(CLEAN, funds={"total": fund(initial, annual, executed)}, fields={"budget_note": "压减"})


def test_a_reason_in_its_cell_answers_a_low_rate() -> None:
    limits = replace(TEMPLATE.limits, reason_rate=Decimal(90), reason_cell="funds.total.fields.reason")
    template = replace(TEMPLATE, limits=limits)
    low = with_fund(CLEAN, "current_year", executed=Decimal(120000))
    assert cells(low, "K16", template) == ["funds.total.fields.reason"]
    assert cells(with_fund(low, "total", fields={"reason": "招标节约"}), "K16", template) == []
    assert cells(total("1", "1", None), "K16", template) == []


def test_nothing_is_said_of_unspent_money_while_the_spending_is_blank() -> None:
    assert cells(total("1", "1", None), "K18") == []
    assert figures(total("100", "100", "75"), "K18") == {"rate": 75, "left": 25, "limit": 20}


def test_results_are_weighed_by_the_templates_points_where_no_row_has_a_weight() -> None:
    form = total("100", "100", "50")
    bare = replace(form, indicators=tuple(replace(row, weight=None, score=Decimal(12)) for row in form.indicators))
    assert figures(bare, "K19") == {
        "found": Decimal("66.67"),
        "expected": Decimal("50.00"),
        "difference": Decimal("16.67"),
    }
    assert cells(replace(form, indicators=()), "K19") == []
    assert cells(replace(bare, funds={}), "K19") == []
    negative = with_row(form, 0, weight=Decimal(-100), score=Decimal(1))
    assert cells(negative, "K19") == []


@pytest.mark.parametrize(
    ("amounts", "cell"),
    [
        (("20", "200000", "200000"), "initial"),
        (("200000", "20", "200000"), "annual"),
        (("200000", "200000", "20"), "executed"),
        (("20", "20", "150000"), "executed"),
        ((None, "200000", "12"), "executed"),
        ((None, "12", "200000"), "executed"),
        (("200000", None, "12"), "executed"),
        (("12", "200000", None), "annual"),
    ],
)
def test_the_amount_that_stands_alone_is_the_one_in_the_other_unit(
    amounts: tuple[str | None, str | None, str | None], cell: str
) -> None:
    assert cells(total(*amounts), "K61") == [f"funds.total.{cell}"]


@pytest.mark.parametrize(
    "amounts",
    [
        ("200000", "199", "199"),
        ("100", "5000100", "5000100"),
        ("0", "200000", "200000"),
        (None, None, "1"),
    ],
)
def test_other_factors_are_no_slip_of_the_unit(amounts: tuple[str | None, str | None, str | None]) -> None:
    assert cells(total(*amounts), "K61") == []


def test_a_total_left_to_calculate_is_no_second_slip() -> None:
    assert cells(with_fund(CLEAN, "current_year", executed=Decimal(15)), "K61") == ["funds.current_year.executed"]


def test_rows_of_one_weight_are_noticed() -> None:
    form = replace(CLEAN, indicators=tuple(replace(row, weight=Decimal(18)) for row in CLEAN.indicators))
    assert figures(form, "K39") == {"rows": 5, "each": 18}
    assert cells(replace(CLEAN, indicators=()), "K39") == []
    assert cells(with_row(form, 0, weight=None), "K39") == []
    assert cells(with_row(row(weight=Decimal(80)), 1, weight=None), "K39") == []


def test_a_level2_group_that_the_form_does_not_have_is_left_to_its_class() -> None:
    first, *others = TEMPLATE.levels
    levels = (replace(first, level2_weights={"成本指标": Decimal(10)}), *others)
    assert cells(CLEAN, "K03", replace(TEMPLATE, levels=levels)) == []


@pytest.mark.parametrize("target", ["及时", "有所好转", "2023年12月底前"])
def test_only_figures_are_far_above_their_target(target: str) -> None:
    assert cells(row(target=target, actual="300%"), "K26") == []


def test_more_than_was_aimed_at_needs_no_word_where_the_template_asks_for_none() -> None:
    form = row(target="≥50%", actual="97%")
    assert figures(form, "K26") == {"target": "≥50%", "actual": "97%", "factor": Decimal("1.2")}
    assert cells(row(target="50%", actual="97%"), "K26") == ["indicators[0].actual"]
    assert cells(row(target="≤50%", actual="97%"), "K26") == []
    assert cells(row(target="≥0%", actual="97%"), "K26") == []
    assert cells(row(target="≥50件", actual="97%"), "K26") == []
    assert cells(row(target="≥50%", actual="97%", deviation="群众参与踊跃"), "K26") == []
    relaxed = replace(TEMPLATE, scoring=replace(TEMPLATE.scoring, over="none"))
    assert cells(form, "K26", relaxed) == []


@pytest.mark.parametrize(("score", "lowest", "highest"), [("15.99", "16.00", "20.00"), ("12", "16.00", "20.00")])
def test_a_met_row_has_its_band(score: str, lowest: str, highest: str) -> None:
    form = row(target="提高", actual="提高", achievement="met", score=Decimal(score))
    assert figures(form, "K27") == {
        "found": Decimal(score),
        "lowest": Decimal(lowest),
        "highest": Decimal(highest),
        "grade": "met",
    }


def test_a_score_that_no_row_may_have_is_not_also_out_of_its_band() -> None:
    graded = row(target="提高", actual="提高", achievement="met", score=Decimal(21))
    assert cells(graded, "K27") == []
    assert cells(with_row(graded, 0, score=Decimal(-1)), "K27") == []
    assert cells(with_row(graded, 0, score=Decimal(10), achievement=None), "K27") == []


def test_a_description_is_wanted_for_words_alone() -> None:
    template = replace(TEMPLATE, limits=replace(TEMPLATE.limits, description="description"))
    assert cells(row(target="", actual=""), "K29", template) == []
    assert cells(row(target="及时"), "K29", template) == ["indicators[0].fields.description"]


@pytest.mark.parametrize(
    ("target", "actual", "cell"),
    [
        ("≥3次", "3", "actual"),
        ("≥735", "735人", "target"),
        ("200万", "195.5万元", "actual"),
        ("≥3公里", "3千米", "actual"),
    ],
)
def test_units_that_differ_are_named_where_one_is_to_be_written(target: str, actual: str, cell: str) -> None:
    assert cells(row(level3="登记单", target=target, actual=actual), "K32") == [f"indicators[0].{cell}"]


def test_a_unit_in_a_column_of_its_own_counts_for_both() -> None:
    split = template("yunnan")
    form = row(level3="登记单", target="735", actual="735人", fields={"nature": "≥", "unit": "人"})
    assert cells(form, "K32", split) == []
    assert cells(with_row(form, 0, actual="735"), "K32", split) == []
    assert cells(with_row(form, 0, actual="735次"), "K32", split) == ["indicators[0].actual"]


def test_a_rate_without_percents_and_a_unit_in_the_name_are_named() -> None:
    assert figures(row(target="≥95", actual="97"), "K32")["unit"] == "%"
    assert figures(row(level3="培训人数（人次）", target="15", actual="16"), "K32")["unit"] == ""
    assert cells(row(level3="培训场次", target="15", actual="16"), "K32") == []


@pytest.mark.parametrize("actual", ["*", "NULL", "-", "9-7", "97_%", "null"])
def test_signs_that_portals_refuse_are_not_also_words(actual: str) -> None:
    form = row(actual=actual)
    assert cells(form, "K34") == ["indicators[0].actual"]
    assert cells(form, "K30") == cells(form, "K32") == []


@pytest.mark.parametrize("name", ["预算执行率", "项目资金的支付进度", "经费使用完成率", "支出进度"])
def test_the_execution_of_the_budget_goes_by_many_names(name: str) -> None:
    assert cells(row(level3=name), "K40") == ["indicators[0].level3"]


def test_the_budget_and_its_spending_as_a_row_repeat_the_execution() -> None:
    form = replace(total("20", "20", "18"), money_unit="万元")
    stated = with_row(form, 1, level3="工程资金", target="20万元", actual="18", deviation="招标节约")
    assert cells(stated, "K40") == ["indicators[1].level3"]
    assert cells(with_row(stated, 1, level2="成本指标"), "K40") == []
    assert cells(with_row(stated, 1, target="20场"), "K40") == []
    assert cells(with_row(stated, 1, actual="17"), "K40") == []


def test_a_rate_is_known_by_its_sign_or_by_its_name() -> None:
    assert cells(row(target=">100"), "K41") == ["indicators[0].target"]
    assert cells(row(level3="登记单", target="≥100"), "K41") == []
    assert cells(row(level3="登记单", target="≥100份"), "K41") == []
    assert cells(row(target="≥120%"), "K41") == []


def test_numbers_may_be_dates_or_ranges() -> None:
    assert cells(row(level3="培训人数", target="20~30人"), "K42") == []
    assert cells(row(target=" "), "K42") == []


def test_satisfaction_is_known_by_its_class_or_by_its_name() -> None:
    by_class = with_row(CLEAN, 4, level3="群众评价", target="良好", actual="良好")
    assert cells(by_class, "K43") == ["indicators[4].target"]
    by_name = row(level3="学生满意度", target="≥90%", actual="满意")
    assert cells(by_name, "K43") == ["indicators[0].actual"]
    assert cells(with_row(CLEAN, 4, target="", actual=""), "K43") == []


@pytest.mark.parametrize(
    ("target", "actual", "is_found"),
    [("≥0件", "3件", True), ("≤0件", "3件", True), ("0件", "3件", False), ("≥0件", "若干", False)],
)
def test_a_target_of_zero_divides_nothing(target: str, actual: str, *, is_found: bool) -> None:
    assert bool(cells(row(target=target, actual=actual), "K48")) is is_found


@pytest.mark.parametrize(
    "text",
    ["指标1", "指标 2：", "指标三", "……", "...", " … ", "（100字以内）", "请简述(不超过300字)", "(限200字)"],
)
def test_printed_hints_are_known(text: str) -> None:
    assert cells(row(level3=text), "K50") == ["indicators[0].level3"]


@pytest.mark.parametrize("text", ["指标1完成率", "稳定…务", "简报(全文3000字)", "12"])
def test_what_only_looks_like_a_hint_is_left_alone(text: str) -> None:
    assert cells(row(level3=text), "K50") == []


def test_two_rows_of_printed_hints_are_not_also_the_same_indicator() -> None:
    form = with_row(row(level3="指标1"), 1, level3="指标1")
    assert cells(form, "K50") == ["indicators[0].level3", "indicators[1].level3"]
    assert cells(form, "K35") == []


@pytest.mark.parametrize("actual", ["完成", "已全部完成。", "项目已完成", "工作均按期完成了", "37.24", "37.24万元"])
def test_an_outcome_is_more_than_a_word_or_an_amount(actual: str) -> None:
    assert figures(goals("印制登记单。", actual), "K51") == {"text": actual}


def test_an_outcome_without_a_goal_is_no_copy() -> None:
    assert cells(goals("", "登记单印制一万份。"), "K51") == []
    assert cells(goals("登记单印制一万份。", " "), "K51") == []


def test_an_outcome_is_a_copy_from_the_limit_on() -> None:
    goal = "印制登记单一万份送到各街镇信访窗口"
    assert figures(goals(goal + "并做好登记", goal + "已做好登记"), "K51")["found"] == 95
    assert cells(goals(goal + "并做好登记", goal + "已做完登记"), "K51") == []


def test_texts_have_their_limit_wherever_they_stand() -> None:
    texts = {"goals.actual": 3, "indicators.fields.note": 2, "funds.total.fields.reason": 1}
    template = replace(TEMPLATE, limits=replace(TEMPLATE.limits, texts=texts))
    form = with_fund(row(fields={"note": "一二三"}), "total", fields={"reason": "无"})
    assert cells(form, "K52", template) == ["goals.actual", "indicators[0].fields.note"]


@pytest.mark.parametrize("text", ["无", "暂无", "0", "/", "无。", "—"])
def test_a_word_that_says_nothing_is_no_reason(text: str) -> None:
    form = with_row(LOST, 0, deviation=text)
    assert cells(form, "K53") == ["indicators[0].deviation"]
    assert cells(form, "K25") == cells(form, "K56") == []


@pytest.mark.parametrize("text", ["已全部完成", "没有未完成的工作", "无未完成事项", "免于验收"])
def test_full_marks_may_have_a_word(text: str) -> None:
    assert cells(row(deviation=text), "K54") == []


def test_lost_points_may_be_due_to_what_was_not_done() -> None:
    assert cells(with_row(LOST, 0, deviation="未完成印刷"), "K54") == []


@pytest.mark.parametrize("text", ["下一步加快印刷", "将提前下单", "今后督促印刷厂", "整改方案已报送"])
def test_measures_are_known_by_their_words(text: str) -> None:
    assert cells(with_row(LOST, 0, deviation=f"印刷厂停工；{text}。"), "K56") == []


@pytest.mark.parametrize("text", ["制度不完善", "停工将近两周", "印刷未落实"])
def test_a_failing_is_no_measure(text: str) -> None:
    assert cells(with_row(LOST, 0, deviation=text), "K56") == ["indicators[0].deviation"]


@pytest.mark.parametrize("text", ["2021-2023年规划。", "2020年至2025年连续实施。", "2023年印制。", "编号2022。"])
def test_a_span_of_years_or_another_figure_may_stand_in_a_goal(text: str) -> None:
    assert cells(goals(text, "登记单已印制。"), "K55") == []


def test_the_year_of_the_form_is_needed_to_compare() -> None:
    form = goals("2022年印制。", "2021学年印制。")
    assert cells(form, "K55") == ["goals.expected", "goals.actual"]
    assert [finding.figures["found"] for finding in found(form, "K55")] == [2022, 2021]
    assert cells(replace(form, year=None), "K55") == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("登记单 全部印制", {"gap": "单 全"}),
        ("登记单　　全部印制", {"gap": "单　　全"}),
        ("印制２００份", {"wide": "２００"}),
        ("印制Ａ４纸", {"wide": "Ａ４"}),
        ("印制\t登记单", {"place": 3}),
        ("印\u200b制", {"place": 2}),
    ],
)
def test_untidy_writing_is_shown_where_it_is(text: str, figure: dict[str, object]) -> None:
    assert figures(row(deviation=text), "K57") == figure


@pytest.mark.parametrize("text", ["A4 纸", "第 1 期", "一、印制\n二、发放", "95％，达标", " 印制"])
def test_tidy_writing_is_left_alone(text: str) -> None:
    assert cells(row(deviation=text), "K57") == []


@pytest.mark.parametrize("text", ["问138 0013 8000", "021-12345678", "(0571)87654321", "手机13912345678。"])
def test_phone_numbers_are_known(text: str) -> None:
    assert cells(row(deviation=text), "K58") == ["indicators[0].deviation"]


@pytest.mark.parametrize("text", ["15000000000元", "编号1138001380001", "031001-0001", "0.13800138000", "2023-2024"])
def test_other_long_numbers_are_no_phone_numbers(text: str) -> None:
    assert cells(row(deviation=text), "K58") == []


def test_a_phone_number_may_stand_where_one_is_asked_for() -> None:
    number = "13800138000"
    assert cells(replace(CLEAN, fields={"phone": number}), "K58") == []
    assert cells(replace(CLEAN, fields={"budget_note": number}), "K58") == ["fields.budget_note"]
    head = (*TEMPLATE.head, (HeadCell(2, text="负责人及电话"), HeadCell(7, field="fields.leader")))
    asking = replace(TEMPLATE, head=head, fields=(*TEMPLATE.fields, FurtherField("leader", "负责人")))
    assert cells(replace(CLEAN, fields={"leader": number}), "K58", asking) == []


def test_further_columns_are_looked_at_too() -> None:
    form = with_fund(row(fields={"note": "印 制"}), "total", fields={"reason": "压 减"})
    assert cells(form, "K57") == ["funds.total.fields.reason", "indicators[0].fields.note"]


def test_a_cap_counts_below_its_rate_alone() -> None:
    assert cells(total("1", "1", "1"), "K20") == []
    assert cells(total("1", None, None), "K20") == []
