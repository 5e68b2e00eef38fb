"""Balancing (分值配平): missing or surplus points shared among the indicators, so that their weights add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.scoring.scores import class_of

BalancingMethod = Literal["even", "proportional"]
"""Every row gets the same, or in proportion to its weight."""
Scope = Literal["classes", "whole"]
"""What must add up: each level-1 class to the template's weight, or all rows together to the sum of these."""

LEAST = Decimal("0.5")
# Weights stay multiples of the coarsest of these that they are multiples of. A coarser one would give all to few rows.
_STEPS = tuple(map(Decimal, ("1", "0.5", "0.1", "0.01")))
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class WeightShare:
    """Rows (from 0) whose weights are to add up to `expected` and add up to `found`; `name` is their class, "" for all."""

    name: str
    rows: tuple[int, ...]
    found: Decimal
    expected: Decimal


@dataclass(frozen=True, slots=True)
class BalanceResult:
    """The form with balanced weights, and the shares that could not be balanced."""

    form: Form
    unsolved: tuple[WeightShare, ...]


def weight_shares(form: Form, template: Template, scope: Scope) -> tuple[WeightShare, ...]:
    """A share for each class in the order of the template, or one for all rows."""
    classes = [class_of(row.level1, template) for row in form.indicators]
    if scope == "whole":
        whole = sum((level.weight for level in template.levels), _ZERO)
        return (_share_of_rows(form, "", range(len(classes)), whole),)
    return tuple(
        _share_of_rows(form, level.name, [row for row, name in enumerate(classes) if name == level.name], level.weight)
        for level in template.levels
    )


def balance_weights(form: Form, template: Template, way: BalancingMethod, scope: Scope = "classes") -> BalanceResult:
    """The form whose weights add up, with as few of them changed as `way` allows.

    Rows without a weight get what is missing, before any other does. No row gets less than LEAST, and
    weights stay in the steps that they are typed in, where that is possible. A share without rows, with
    a weight that cannot be read, or with too few points for its rows stays as it is.
    """
    unsolved = []
    for share in weight_shares(form, template, scope):
        weights = _solve_weights(form, share, way)
        if weights is None:
            unsolved.append(share)
            continue
        for row, weight in zip(share.rows, weights, strict=True):
            if weight != form.indicators[row].weight:
                form = edits.set_cell(form, FieldRef.indicator(row, "weight"), f"{weight:f}")
    return BalanceResult(form, tuple(unsolved))


def _share_of_rows(form: Form, name: str, rows: Sequence[int], expected: Decimal) -> WeightShare:
    found = sum((form.indicators[row].weight or _ZERO for row in rows), _ZERO)
    return WeightShare(name, tuple(rows), found, expected)


def _solve_weights(form: Form, share: WeightShare, way: BalancingMethod) -> list[Decimal] | None:
    """New weights in the order of the share's rows; None when no weights add up."""
    if not share.rows or any(FieldRef.indicator(row, "weight") in form.unread for row in share.rows):
        return None
    typed = [form.indicators[row].weight or _ZERO for row in share.rows]
    if share.found == share.expected and min(typed) > _ZERO:
        return typed
    for step in _STEPS:
        if all(_is_multiple(value, step) for value in (*typed, share.expected)):
            weights = _distribute_points(typed, share.expected, step, way)
            if weights is not None:
                return weights
    return None


def _is_multiple(value: Decimal, step: Decimal) -> bool:
    return not value % step


def _distribute_points(
    typed: Sequence[Decimal], expected: Decimal, step: Decimal, way: BalancingMethod
) -> list[Decimal] | None:
    """Weights that are multiples of `step`; None when the points are too few for the rows."""
    least = (LEAST / step).to_integral_value(ROUND_CEILING) * step
    weights = [max(weight, least) for weight in typed]
    steps = int((expected - sum(weights)) / step)
    parts = weights if way == "proportional" else [Decimal(1)] * len(weights)
    given = [0] * len(weights)
    blank = [row for row, weight in enumerate(typed) if weight <= _ZERO]
    gaining = blank or list(range(len(weights)))
    for _ in range(abs(steps)):
        sign = 1 if steps > 0 else -1
        able = gaining if steps > 0 else _rows_able_to_lose(weights, given, step, least)
        if not able:
            return None
        # The row with the fewest steps for its part is next, so that shares are as even as whole steps allow.
        row = min(able, key=lambda row: ((2 * abs(given[row]) + 1) / parts[row], row))
        given[row] += sign
    return [weight + count * step for weight, count in zip(weights, given, strict=True)]


def _rows_able_to_lose(weights: Sequence[Decimal], given: Sequence[int], step: Decimal, least: Decimal) -> list[int]:
    """The rows that stay at `least` or above when they lose one more step."""
    return [
        row
        for row, (weight, count) in enumerate(zip(weights, given, strict=True))
        if weight + (count - 1) * step >= least
    ]
