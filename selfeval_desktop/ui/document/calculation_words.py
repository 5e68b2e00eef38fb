"""How each calculated cell was calculated, with the form's own figures."""

from decimal import Decimal

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.amounts import ZERO
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.scoring import measures, scores
from selfeval_desktop.domain.scoring.measures import Direction
from selfeval_desktop.domain.scoring.scores import TWO
from selfeval_desktop.domain.scoring.targets import whole_row
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.translation import translate


def cell_calculation(state: FormState, field: FieldRef) -> str:
    """How that cell was calculated; "" for one that the program does not calculate."""
    if field.part == "indicators" and isinstance(field.row, int):
        if field.column == "achievement":
            return stated_achievement(state, field.row)
        return score_calculation(state, field.row) if field.column == "score" else ""
    if field == FieldRef.head("execution_score"):
        return execution_score_calculation(state)
    if field.part != "funds" or field.row != "total":
        return ""
    match next((column.kind for column in state.template.funds.columns if column.key == field.column), None):
        case "amount":
            return total_calculation(state, field.column)
        case "rate":
            return rate_calculation(state)
        case "weight":
            return translate("Workings", "分值由表样规定")
    return ""


def overridden_calculation(typed: str, calculated: str) -> str:
    """Both figures of a cell in which something else was typed than the program has calculated."""
    return translate("Workings", "填写 {typed}，程序计算 {calculated}。清空后恢复计算值。").format(
        typed=typed, calculated=calculated
    )


def total_calculation(state: FormState, column: str) -> str:
    """The sum in a money column of the total row; "" where there is nothing to add."""
    parts = [state.form.fund_line(part.key).amount(column) for part in state.template.funds.part_rows]
    sum_ = state.evaluation.calculated_total.amount(column)
    if sum_ is None:
        return ""
    terms = " + ".join(amounts.money_text(part) for part in parts if part is not None)
    return translate("Workings", "合计 = 各项之和：{terms} = {sum}").format(terms=terms, sum=amounts.money_text(sum_))


def rate_rule(template: Template) -> str:
    """Numerator and denominator of the execution rate, named by the template's columns."""
    heads = {column.key: "".join(column.heading.split()) for column in template.funds.columns}
    return translate("Workings", "执行率 = {executed} ÷ {budget}").format(
        executed=heads["executed"], budget=heads[template.execution.denominator]
    )


def rate_calculation(state: FormState) -> str:
    """The execution rate; the rule alone while there is none."""
    rule, quotient, found = (
        rate_rule(state.template),
        _spending_quotient(state),
        state.evaluation.execution_rate,
    )
    return rule if found is None else f"{rule} = {quotient} = {found:.2f}%"


def execution_score_calculation(state: FormState) -> str:
    """The score of the spending, by the template's rule."""
    rules, figures = state.template.execution, state.evaluation
    if figures.execution_rate is None:
        return translate("Workings", "没有执行率，得分按 0 计")
    score = f"{figures.calculated_execution_score:.2f}"
    if rules.method == "steps":
        return translate("Workings", "按分档计分：执行率 {rate}% 得 {score} 分").format(
            rate=f"{figures.execution_rate:.2f}", score=score
        )
    return translate("Workings", "得分 = 执行率 × 分值 = {quotient} × {weight} = {score}，最高 {weight}").format(
        quotient=_spending_quotient(state), weight=amounts.plain_number(rules.weight), score=score
    )


def score_calculation(state: FormState, place: int) -> str:
    """How the score of an indicator row is calculated, or why the filler must give it."""
    row = whole_row(state.form.indicators[place], state.template)
    if row.weight is None or row.weight <= ZERO:
        return translate("Workings", "这一行没有分值，得分不能计算")
    target = measures.read_measure(row.target)
    if not row.target.strip() or not row.actual.strip():
        return translate("Workings", "填好年度指标值和实际完成值，得分就由程序计算")
    if target.direction is Direction.WORDS:
        return _graded_score_range(state, row, row.weight)
    if target.direction is Direction.BY_HAND:
        return translate("Workings", "指标值是区间或日期，不能自动计算，请填写得分")
    actual = measures.read_measure(row.actual)
    pair = measures.comparable_numbers(target, actual)
    if pair is None:
        return translate("Workings", "实际完成值与年度指标值不能相比（不是数字，或单位不同），请填写得分")
    proposal = state.evaluation.calculated_scores[place]
    if proposal is None:
        return translate("Workings", "指标值为 0 或负数，不能按比例计算，请填写得分")
    wanted, reached = pair[0], max(pair[1], ZERO)
    unit = "" if target.unit and actual.unit and target.unit != actual.unit else target.unit or actual.unit
    return _score_formula(state, target.direction, wanted, reached).format(
        target=f"{amounts.plain_number(wanted)}{unit}",
        actual=f"{amounts.plain_number(reached)}{unit}",
        weight=amounts.plain_number(row.weight),
        score=f"{proposal:.2f}",
    )


def stated_achievement(state: FormState, place: int) -> str:
    """The grade that the actual value states in its own words; "" where it states none."""
    row = state.form.indicators[place]
    stated = measures.achievement_in(row.actual)
    if stated is None or measures.read_measure(row.target).direction is not Direction.WORDS:
        return ""
    return translate("Workings", "实际完成值写明“{actual}”，即{grade}").format(
        actual=" ".join(row.actual.split()), grade=labels.grade_name(stated)
    )


def _score_formula(state: FormState, direction: Direction, wanted: Decimal, reached: Decimal) -> str:
    """The sentence on target and actual value for their direction, with placeholders for the figures."""
    if direction is Direction.LESS:
        if reached <= wanted:
            return translate("Workings", "实际 {actual} 不超过目标 {target}，得满分 {weight}")
        if state.template.scoring.less == "ratio":
            return translate("Workings", "目标 {target} ÷ 实际 {actual} × 分值 {weight} = {score}")
        if reached >= TWO * wanted:
            return translate("Workings", "实际 {actual} 达到目标 {target} 的 2 倍，得 0 分")
        return translate("Workings", "（1 −（实际 {actual} − 目标 {target}）÷ 目标 {target}）× 分值 {weight} = {score}")
    if wanted == ZERO < reached and direction is Direction.EQUAL:
        return translate("Workings", "目标为 0，实际 {actual}，得 0 分")
    if reached >= wanted:
        return translate("Workings", "实际 {actual} 达到目标 {target}，得满分 {weight}")
    return translate("Workings", "实际 {actual} ÷ 目标 {target} × 分值 {weight} = {score}")


def _graded_score_range(state: FormState, row: Indicator, weight: Decimal) -> str:
    """Words are graded by the filler; each grade has its band."""
    grade = scores.effective_achievement(row)
    if grade is None:
        return translate("Workings", "指标值是文字，请选择达成情况，或填写得分")
    low, high = scores.achievement_band(weight, grade, state.template.scoring.bands)
    if grade == "met":
        return translate("Workings", "达成，得满分 {high}；也可以在 {low}–{high} 之间填写").format(
            low=amounts.plain_number(low), high=amounts.plain_number(high)
        )
    return translate("Workings", "{grade}，得分在 {low}–{high} 之间，请填写").format(
        grade=labels.grade_name(grade), low=amounts.plain_number(low), high=amounts.plain_number(high)
    )


def _spending_quotient(state: FormState) -> str:
    """Executed ÷ budget, with the figures."""
    line = state.evaluation.funds["total"]
    executed, budget = line.executed, line.amount(state.template.execution.denominator)
    if executed is None or budget is None:
        return ""
    return f"{amounts.money_text(executed)} ÷ {amounts.money_text(budget)}"
