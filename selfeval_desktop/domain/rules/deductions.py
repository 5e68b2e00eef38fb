"""What reviewers may take off a form: an estimate from their working papers, by row, for the filler's eyes only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

from selfeval_desktop.domain.form.amounts import ZERO, round_half_up
from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.domain.scoring.scores import Figures


class ReviewRule(IntEnum):
    """The reviewers' rules that take points, by their number in the working papers; 0 is no rule of its own."""

    OVERSCORED = 0
    UNCHECKABLE = 4
    NO_SURVEY = 5
    SEVERAL_TASKS = 8
    OUTPUT_AS_BENEFIT = 10
    PAYING = 12


class Deduction(NamedTuple):
    """The part of a row's score that a finding may cost; `above`: at least what is above the calculated score."""

    rule: ReviewRule
    share: Decimal
    above: bool = False


_ALL, _MODERATE, _LIGHT, _LEAST = Decimal(1), Decimal("0.6"), Decimal("0.3"), Decimal("0.2")
DEDUCTIONS: Mapping[str, Deduction] = {
    **dict.fromkeys(("K42", "K43", "K67"), Deduction(ReviewRule.UNCHECKABLE, _MODERATE)),
    "K63": Deduction(ReviewRule.UNCHECKABLE, _LIGHT),
    "K68": Deduction(ReviewRule.NO_SURVEY, _ALL),
    "K75": Deduction(ReviewRule.SEVERAL_TASKS, _LIGHT),
    **dict.fromkeys(("K35", "K70"), Deduction(ReviewRule.OUTPUT_AS_BENEFIT, _ALL)),
    **dict.fromkeys(("K40", "K69"), Deduction(ReviewRule.PAYING, _ALL)),
    **dict.fromkeys(("K23", "K64", "K65"), Deduction(ReviewRule.OVERSCORED, _LEAST, above=True)),
}
"""By code. What was lost already (K25, K53) costs nothing more."""


@dataclass(frozen=True, slots=True)
class PointsAtStake:
    """The points that one row may lose, by the dearest of its findings."""

    row: int
    code: str
    rule: ReviewRule
    points: Decimal


@dataclass(frozen=True, slots=True)
class ReviewEstimate:
    """The form's total, and what each row may lose of it."""

    score_total: Decimal
    rows: tuple[PointsAtStake, ...]

    @property
    def reviewed_total(self) -> Decimal:
        """What may be left of the total."""
        return self.score_total - sum((row.points for row in self.rows), ZERO)

    def points_of_rule(self, code: str) -> tuple[PointsAtStake, ...]:
        """The rows for which that check is the dearest."""
        return tuple(row for row in self.rows if row.code == code)


def estimate_review(findings: Iterable[Finding], figures: Figures) -> ReviewEstimate:
    """The points at stake of each row with such a finding; each row counts once."""
    dearest: dict[int, PointsAtStake] = {}
    for finding in findings:
        deduction, row = DEDUCTIONS.get(finding.code), finding.field.row
        if deduction is None or not isinstance(row, int):
            continue
        points = _points_of(deduction, figures.indicator_scores[row], figures.calculated_scores[row])
        if points > (dearest[row].points if row in dearest else ZERO):
            dearest[row] = PointsAtStake(row, finding.code, deduction.rule, points)
    return ReviewEstimate(figures.score_total, tuple(dearest[row] for row in sorted(dearest)))


def _points_of(deduction: Deduction, score: Decimal | None, calculated: Decimal | None) -> Decimal:
    if score is None or score <= ZERO:
        return ZERO
    points = score * deduction.share
    if deduction.above and calculated is not None:
        points = max(points, score - calculated)
    return round_half_up(min(points, score))
