"""Scores as portals and published forms calculate them: each indicator by its target's class, the totals, the grade."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.amounts import ZERO, quotient, round_half_up, sum_present
from selfeval_desktop.domain.form.form import Achievement, Form, FundLine, Indicator
from selfeval_desktop.domain.form.funds import calculated_total, effective_funds, execution_rate, execution_score
from selfeval_desktop.domain.form.look_alikes import compact_text
from selfeval_desktop.domain.form.template import AchievementBands, LevelClass, ScoringRules, Template
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import Direction
from selfeval_desktop.domain.scoring.targets import whole_rows

TWO = Decimal(2)
# The least step of a score: a band that excludes its upper limit ends this far below it.
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class ClassWeight:
    """The weights of one level-1 class: found in the form, expected by the template, and the points scored."""

    name: str
    found: Decimal
    expected: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures that follow from a form. What does not exist is None; rates are percent with 2 places.

    `funds` are the effective rows: the total row holds typed amounts where there are any, else the
    sum of its parts, which stands in `calculated_total`. `indicator_scores` are effective (typed,
    else calculated, less what is deducted), in the order of the form's rows.
    """

    funds: Mapping[str, FundLine]
    calculated_total: FundLine
    execution_rate: Decimal | None
    calculated_execution_score: Decimal
    execution_score: Decimal
    weight_total: Decimal
    class_weights: tuple[ClassWeight, ...]
    calculated_scores: tuple[Decimal | None, ...]
    indicator_scores: tuple[Decimal | None, ...]
    score_total: Decimal
    grade: str | None


def calculate_figures(form: Form, template: Template) -> Figures:
    """Everything that can be calculated, in one pass."""
    summed = calculated_total(form, template)
    funds = effective_funds(form, template, summed)
    proposed = execution_score(funds["total"], template.execution)
    calculated = tuple(indicator_score(row, template.scoring) for row in whole_rows(form, template))
    deducted = template.indicators.key_of("deduction")
    effective = tuple(
        _deduct_points(proposal if row.score is None else row.score, row.fields.get(deducted, ""))
        for row, proposal in zip(form.indicators, calculated, strict=True)
    )
    execution = proposed if form.execution_score is None else form.execution_score
    score_total = execution + (sum_present(effective) or ZERO)
    return Figures(
        funds=funds,
        calculated_total=summed,
        execution_rate=execution_rate(funds["total"], template.execution),
        calculated_execution_score=proposed,
        execution_score=execution,
        weight_total=template.execution.weight + (sum_present(row.weight for row in form.indicators) or ZERO),
        class_weights=_class_weights(form, template, effective),
        calculated_scores=calculated,
        indicator_scores=effective,
        score_total=score_total,
        grade=grade_for_score(score_total, template) if any(score is not None for score in effective) else None,
    )


def indicator_score(row: Indicator, rules: ScoringRules) -> Decimal | None:
    """The whole weight where the target is met, else a part of it in 2 places; None where it is the filler's to give.

    正向 and 等于: A ≥ T gives W, else A ÷ T × W. 反向: A ≤ T gives W, else (1 − (A − T) ÷ T) × W down to 0, or
    T ÷ A × W where the template says "ratio" (Hubei). A negative A counts as 0. The filler gives it without weight,
    target or actual value; for ranges and dates; for units that contradict each other; for a target of 0 in a
    ratio; for words unless they are 达成. The row is one of targets.whole_rows.
    """
    if row.weight is None or row.weight <= ZERO:
        return None
    target = measures.read_measure(row.target)
    if target.direction is Direction.WORDS:
        full = row.actual.strip() and row.target.strip() and effective_achievement(row) == "met"
        return row.weight if full else None
    pair = measures.comparable_numbers(target, measures.read_measure(row.actual))
    if pair is None:
        return None
    wanted, reached = pair[0], max(pair[1], ZERO)
    share = _earned_share(target.direction, wanted, reached, rules)
    if share is None:
        return None
    # A weight such as 3.335 rounded would be more, or less, than itself.
    earned = quotient(share[0], share[1], row.weight)
    return row.weight if earned == row.weight else min(row.weight, round_half_up(earned))


def target_is_met(row: Indicator) -> bool | None:
    """Whether the actual value reaches the target; None where numbers do not tell. The row is one of targets.whole_rows."""
    target = measures.read_measure(row.target)
    pair = measures.comparable_numbers(target, measures.read_measure(row.actual))
    if pair is None:
        return None
    wanted, reached = pair
    if target.direction is Direction.LESS or (target.direction is Direction.EQUAL and wanted == ZERO):
        return reached <= wanted
    return reached >= wanted


def effective_achievement(row: Indicator) -> Achievement | None:
    """The grade picked for a 定性 row, else the one that its actual value states in the official words."""
    return row.achievement or measures.achievement_in(row.actual)


def achievement_band(weight: Decimal, grade_: Achievement, bands: AchievementBands) -> tuple[Decimal, Decimal]:
    """Lowest and highest score of a 定性 row: weight 3 gives 2.40–3.00, 1.80–2.39, 0–1.79."""
    met, partly = round_half_up(weight * bands.met), round_half_up(weight * bands.partly)
    match grade_:
        case "met":
            return met, round_half_up(weight)
        case "partly":
            return partly, met - CENT
        case "unmet":
            return round_half_up(ZERO), partly - CENT


def grade_for_score(score: Decimal, template: Template) -> str | None:
    """The 自评等级 of a total; None where the template has none."""
    reached = [band for band in template.grades if score >= band.lowest]
    return max(reached, key=lambda band: band.lowest).name if reached else None


def class_of(name: str, template: Template) -> str | None:
    """The template's level-1 class that a typed name stands for, white space and "(50分)" aside."""
    plain = level_name(name)
    return next((level.name for level in template.levels if level_name(level.name) == plain), None)


def level_text(text: str, template: Template) -> str:
    """A level name as the template writes it, where it is one of the template's; else as typed."""
    plain = level_name(text)
    names = [name for level in template.levels for name in (level.name, *level.level2)]
    return next((name for name in names if level_name(name) == plain), text)


@lru_cache(maxsize=4096)
def level_name(text: str) -> str:
    """A level's name folded as the eye reads it, without white space and without a trailing "(50分)"."""
    plain = compact_text(text)
    opening = plain.rfind("(")
    if opening > 0 and plain[opening + 1 :].rstrip(")").endswith("分") and plain[-1] == ")":
        return plain[:opening]
    return plain


def _deduct_points(score: Decimal | None, deducted: str) -> Decimal | None:
    """The score without the points taken off it, not below 0; a text that is no number takes off none."""
    if score is None or not deducted.strip():
        return score
    try:
        points = amounts.parse(deducted)
    except amounts.NotAnAmount:
        return score
    return score if points is None else max(ZERO, score - abs(points))


def _earned_share(
    direction: Direction, wanted: Decimal, reached: Decimal, rules: ScoringRules
) -> tuple[Decimal, Decimal] | None:
    """The part of the weight that is earned, as dividend and divisor; None where it cannot be calculated."""
    full, nothing = (Decimal(1), Decimal(1)), (ZERO, Decimal(1))
    if direction is Direction.LESS:
        return _earned_share_less_is_better(wanted, reached, rules)
    if wanted == ZERO and direction is Direction.EQUAL:
        return full if reached == ZERO else nothing
    if wanted <= ZERO:
        return None
    return full if reached >= wanted else (reached, wanted)


def _earned_share_less_is_better(
    wanted: Decimal, reached: Decimal, rules: ScoringRules
) -> tuple[Decimal, Decimal] | None:
    if wanted < ZERO or (wanted == ZERO and reached > ZERO):
        return None
    if reached <= wanted:
        return Decimal(1), Decimal(1)
    if rules.less == "ratio":
        return wanted, reached
    return max(ZERO, TWO * wanted - reached), wanted


def _class_weights(form: Form, template: Template, scores: tuple[Decimal | None, ...]) -> tuple[ClassWeight, ...]:
    found = {level.name: ZERO for level in template.levels}
    scored = dict(found)
    classes = {name: class_of(name, template) for name in {row.level1 for row in form.indicators}}
    for row, score in zip(form.indicators, scores, strict=True):
        name = classes[row.level1]
        if name is not None:
            found[name] += row.weight or ZERO
            scored[name] += score or ZERO
    expected = {
        **{level.name: level.weight for level in template.levels},
        **_agreed_pool_weights(template, found),
    }
    return tuple(
        ClassWeight(level.name, found[level.name], expected[level.name], scored[level.name])
        for level in template.levels
    )


def _agreed_pool_weights(template: Template, found: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """By class, the weights found in pools whose sum is right: classes of a pool may share its points freely."""
    pools: dict[str, list[LevelClass]] = {}
    for level in template.levels:
        if level.pool:
            pools.setdefault(level.pool, []).append(level)
    return {
        level.name: found[level.name]
        for levels in pools.values()
        if sum(found[each.name] for each in levels) == sum(each.weight for each in levels)
        for level in levels
    }
