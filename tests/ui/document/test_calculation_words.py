"""How a calculated cell came about is told with the form's own figures, as the formulas of the subject give them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import ExecutionStep, Template
from selfeval_desktop.ui.document import calculation_words
from tests.builders import complete_form, mof_2020, with_row


def state(form: Form, template: Template | None = None) -> FormState:
    template = template or mof_2020()
    return FormState(1, form, template, evaluate(form, template))


def scored(target: str, actual: str, weight: str = "10", template: Template | None = None) -> str:
    form = with_row(complete_form(), 0, target=target, actual=actual, weight=Decimal(weight))
    return calculation_words.score_calculation(state(form, template), 0)


RATIO = replace(mof_2020(), scoring=replace(mof_2020().scoring, less="ratio"))


@pytest.mark.parametrize(
    ("target", "actual", "told"),
    [
        ("≥85%", "80%", "实际 80% ÷ 目标 85% × 分值 10 = 9.41"),
        ("≥95", "97", "实际 97 达到目标 95，得满分 10"),
        ("≤10天", "12天", "（1 −（实际 12天 − 目标 10天）÷ 目标 10天）× 分值 10 = 8.00"),
        ("≤10", "9", "实际 9 不超过目标 10，得满分 10"),
        ("≤10", "20", "实际 20 达到目标 10 的 2 倍，得 0 分"),
        ("0", "1", "目标为 0，实际 1，得 0 分"),
        ("0", "0", "实际 0 达到目标 0，得满分 10"),
        ("≥1万元", "5000元", "实际 5000 ÷ 目标 10000 × 分值 10 = 5.00"),
        ("≥0", "-1", "指标值为 0 或负数，不能按比例计算，请填写得分"),
        ("80%-90%", "85%", "指标值是区间或日期，不能自动计算，请填写得分"),
        ("≥3次", "5人", "实际完成值与年度指标值不能相比（不是数字，或单位不同），请填写得分"),
        ("≥3次", "", "填好年度指标值和实际完成值，得分就由程序计算"),
        ("良好", "较好", "指标值是文字，请选择达成情况，或填写得分"),
        ("良好", "达成预期指标", "达成，得满分 10；也可以在 8–10 之间填写"),
        ("良好", "部分达成", "部分达成，得分在 6–7.99 之间，请填写"),
    ],
)
def test_a_score_tells_its_formula_with_the_rows_figures(target: str, actual: str, told: str) -> None:
    assert scored(target, actual) == told


def test_a_row_without_weight_says_so() -> None:
    form = with_row(complete_form(), 0, weight=None)
    assert calculation_words.score_calculation(state(form), 0) == "这一行没有分值，得分不能计算"


def test_the_ratio_of_a_place_is_told_as_such() -> None:
    assert scored("≤10", "12", template=RATIO) == "目标 10 ÷ 实际 12 × 分值 10 = 8.33"


def spent(executed: str) -> Form:
    form = edits.set_cell(complete_form(), FieldRef.fund("current_year", "annual"), "20000")
    return edits.set_cell(form, FieldRef.fund("current_year", "executed"), executed)


def test_the_execution_score_tells_both_amounts() -> None:
    told = calculation_words.execution_score_calculation(state(spent("9034")))
    assert told == "得分 = 执行率 × 分值 = 9,034.00 ÷ 20,000.00 × 10 = 4.52，最高 10"
    assert calculation_words.rate_calculation(state(spent("9034"))).endswith("9,034.00 ÷ 20,000.00 = 45.17%")


def test_without_a_rate_the_rule_stands_alone() -> None:
    assert calculation_words.rate_calculation(state(spent(""))).endswith("全年执行数 ÷ 全年预算数")
    assert calculation_words.execution_score_calculation(state(spent(""))) == "没有执行率，得分按 0 计"


def test_steps_tell_the_step() -> None:
    steps = (ExecutionStep(Decimal(80), Decimal(7)), ExecutionStep(Decimal(100), Decimal(10)))
    template = replace(mof_2020(), execution=replace(mof_2020().execution, method="steps", steps=steps))
    told = calculation_words.execution_score_calculation(state(spent("17240"), template))
    assert told == "按分档计分：执行率 86.20% 得 7.00 分"


def test_a_total_tells_its_terms_and_an_empty_one_nothing() -> None:
    assert (
        calculation_words.total_calculation(state(spent("9034")), "annual")
        == "合计 = 各项之和：20,000.00 + 0.00 + 0.00 = 20,000.00"
    )
    assert calculation_words.total_calculation(state(replace(spent("1"), funds={})), "annual") == ""


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("funds.total.annual", "合计 = 各项之和：20,000.00 + 0.00 + 0.00 = 20,000.00"),
        ("funds.total.rate", "执行率 = 全年执行数 ÷ 全年预算数 = 9,034.00 ÷ 20,000.00 = 45.17%"),
        ("funds.total.weight", "分值由表样规定"),
        ("execution_score", "得分 = 执行率 × 分值 = 9,034.00 ÷ 20,000.00 × 10 = 4.52，最高 10"),
        ("indicators[0].score", "实际 97% 达到目标 95%，得满分 20"),
        ("indicators[0].achievement", ""),
        ("indicators[0].weight", ""),
        ("indicators", ""),
        ("funds.other.annual", ""),
        ("funds.total.fields.reason", ""),
        ("goals.actual", ""),
        ("project_name", ""),
    ],
)
def test_each_calculated_cell_finds_its_working_and_no_other_has_one(field: str, told: str) -> None:
    assert calculation_words.cell_calculation(state(spent("9034")), FieldRef.parse(field)) == told


def test_a_grade_that_the_actual_value_states_says_so() -> None:
    form = with_row(complete_form(), 0, target="良好", actual="部分达成\n预期指标")
    assert calculation_words.stated_achievement(state(form), 0) == "实际完成值写明“部分达成 预期指标”，即部分达成"
    form = with_row(form, 0, actual="较好")
    assert calculation_words.stated_achievement(state(form), 0) == ""


def test_an_overridden_cell_tells_both_figures() -> None:
    told = calculation_words.overridden_calculation("12.5", "15")
    assert told == "填写 12.5，程序计算 15。清空后恢复计算值。"
