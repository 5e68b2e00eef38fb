"""Checks of targets and actual values: what they are, and whether they can be compared."""

import re
from collections.abc import Iterator

from selfeval_desktop.domain.form.amounts import HUNDRED, ZERO
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import (
    CheckCase,
    IndicatorRow,
    RawFinding,
    RuleSource,
    raw_finding,
    register_check,
)
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import Direction

SATISFACTION = "满意度"
# A minus before a number is its sign.
_REFUSED = re.compile(r"[*＊_＿]|null|(?<=.)-|-(?![0-9])", re.IGNORECASE)
_COUNTED = ("率", "数", "量")
# The quality of a thing is told in words.
_TOLD = ("质量", "力量")
_UNIT_IN_NAME = re.compile(r"[(（][^()（）0-9]{1,4}[)）]$")


@register_check("K26", Severity.WARNING, RuleSource.PORTAL, RuleSource.NOTICE)
def surpassed_target_is_explained(case: CheckCase) -> Iterator[RawFinding]:
    """An actual value far above the target has its reason; Guangxi asks for it from 1.3 times the target on."""
    rules = case.template.scoring
    if rules.over == "none":
        return
    for row in case.rows:
        is_surpassable = row.actual.number is not None and row.target.direction is not Direction.LESS
        if not is_surpassable or row.reason:
            continue
        pair = measures.comparable_numbers(row.target, row.actual)
        if pair is not None and pair[0] > ZERO and pair[1] >= pair[0] * rules.over_factor:
            yield raw_finding(row.cell_address("actual"), **_target_and_actual(row), factor=rules.over_factor)


@register_check("K30", Severity.WARNING, RuleSource.PORTAL, RuleSource.PUBLISHED_FORM)
def numeric_target_has_numeric_actual(case: CheckCase) -> Iterator[RawFinding]:
    """The actual value of a numeric target is no word; with characters that portals refuse it is K34 alone."""
    for row in case.rows:
        if row.target.number is None or row.actual.direction is not Direction.WORDS:
            continue
        if row.cells.actual.strip() and not _REFUSED.search(row.cells.actual.strip()):
            yield raw_finding(row.cell_address("actual"), **_target_and_actual(row))


@register_check("K31", Severity.WARNING, RuleSource.PUBLISHED_FORM)
def actual_is_a_value(case: CheckCase) -> Iterator[RawFinding]:
    """The actual value has no operator: ≥266米 does not say what was measured."""
    for row in case.rows:
        if row.actual.operator:
            yield raw_finding(row.cell_address("actual"), actual=row.cells.actual.strip())


@register_check("K32", Severity.WARNING, RuleSource.PUBLISHED_FORM)
def units_are_the_same(case: CheckCase) -> Iterator[RawFinding]:
    """Target and actual value have the same unit; one in a column of its own, 度量单位, counts for both.

    Neither may be without one where the name is that of a rate, or is followed by a unit in brackets.
    """
    for row in case.rows:
        if row.target.number is None or row.actual.number is None:
            continue
        target, actual = row.target.unit, row.actual.unit
        if target == actual:
            is_bare = not target and (row.is_rate or _UNIT_IN_NAME.search(row.name))
            if is_bare:
                yield raw_finding(
                    row.cell_address("target"), **_target_and_actual(row), unit="%" if row.is_rate else ""
                )
        elif not _REFUSED.search(row.cells.actual.strip()):
            yield raw_finding(row.cell_address("actual" if target else "target"), **_target_and_actual(row))


@register_check("K34", Severity.WARNING, RuleSource.PORTAL)
def actual_has_no_refused_characters(case: CheckCase) -> Iterator[RawFinding]:
    """There is no *, _, NULL or - in an actual value: portals refuse it. A minus before a number is its sign."""
    for row in case.rows:
        refused = _REFUSED.search(row.cells.actual.strip())
        if refused:
            yield raw_finding(row.cell_address("actual"), actual=row.cells.actual.strip(), text=refused[0])


@register_check("K41", Severity.WARNING, RuleSource.PUBLISHED_FORM, RuleSource.JUDGEMENT)
def rate_target_is_at_most_hundred(case: CheckCase) -> Iterator[RawFinding]:
    """No rate has the target ≥100% or >100%: seen in published forms, called wrong by us."""
    for row in case.rows:
        target = row.target
        if target.direction is not Direction.MORE or target.number != HUNDRED:
            continue
        if target.unit == "%" or (row.is_rate and not target.unit):
            yield raw_finding(row.cell_address("target"), target=row.cells.target.strip())


@register_check("K42", Severity.HINT, RuleSource.PUBLISHED_FORM, RuleSource.JUDGEMENT)
def counted_names_have_numeric_targets(case: CheckCase) -> Iterator[RawFinding]:
    """The target of a name that ends in 率, 数 or 量 is no word; 质量 and 力量 are told in words.

    Several numbers in one target are no word either: they are for K75.
    """
    for row in case.rows:
        if row.target.direction is not Direction.WORDS or not row.plain_name.endswith(_COUNTED):
            continue
        target = row.cells.target.strip()
        if target and not row.plain_name.endswith(_TOLD) and not measures.count_numbers(target):
            yield raw_finding(row.cell_address("target"), name=row.name, target=target)


@register_check("K43", Severity.WARNING, RuleSource.PUBLISHED_FORM, RuleSource.JUDGEMENT)
def satisfaction_is_measured(case: CheckCase) -> Iterator[RawFinding]:
    """满意度 is a number, as target and as actual value; found once a row."""
    for row in case.rows:
        if SATISFACTION not in row.name and SATISFACTION not in (row.level or ""):
            continue
        for column, measure, text in (
            ("target", row.target, row.cells.target.strip()),
            ("actual", row.actual, row.cells.actual.strip()),
        ):
            if measure.direction is Direction.WORDS and text:
                yield raw_finding(row.cell_address(column), text=text)
                break


@register_check("K47", Severity.WARNING, RuleSource.PORTAL)
def actual_is_not_negative(case: CheckCase) -> Iterator[RawFinding]:
    """The actual value is not below 0; a score counts it as 0."""
    for row in case.rows:
        if row.actual.number is not None and row.actual.number < ZERO:
            yield raw_finding(row.cell_address("actual"), actual=row.cells.actual.strip())


@register_check("K48", Severity.WARNING, RuleSource.REVIEWERS, RuleSource.PORTAL)
def zero_target_has_no_ratio(case: CheckCase) -> Iterator[RawFinding]:
    """No score is a ratio to a target of 0: with ≥ or >, and with ≤ or < where the actual value is above 0."""
    for row in case.rows:
        if row.target.number != ZERO or row.actual.number is None:
            continue
        is_ratio = row.target.direction is Direction.MORE or (
            row.target.direction is Direction.LESS and row.actual.number > ZERO
        )
        if is_ratio:
            yield raw_finding(row.cell_address("target"), **_target_and_actual(row))


def _target_and_actual(row: IndicatorRow) -> dict[str, str]:
    return {"target": row.cells.target.strip(), "actual": row.cells.actual.strip()}
