"""Checks of weights and scores."""

from collections.abc import Iterator

from selfeval_desktop.domain.amounts import ZERO
from selfeval_desktop.domain.checks.case import Case, Fault, check, fault
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.findings import Severity
from selfeval_desktop.domain.measures import same_value
from selfeval_desktop.domain.scoring import CENT, class_of, target_is_met

EXECUTION_SCORE = FieldRef.head("execution_score")


@check("K01", Severity.ERROR)
def weights_sum_to_full(case: Case) -> Iterator[Fault]:
    """Execution and indicator weights add up to the template's full mark.

    `classes` names the level-1 classes that are off in the same direction: there the points are to
    be put or taken.
    """
    found, expected = case.figures.weight_total, case.template.full_mark
    if found == expected:
        return
    off = [
        entry.name
        for entry in case.figures.class_weights
        if (entry.found < entry.expected) == (found < expected) and entry.found != entry.expected
    ]
    yield fault(
        FieldRef.indicators(),
        found=found,
        expected=expected,
        difference=abs(expected - found),
        classes="、".join(off),
    )


@check("K02", Severity.WARNING)
def classes_keep_their_weight(case: Case) -> Iterator[Fault]:
    """Each level-1 class that the form has carries the template's weight; points to its first row."""
    first: dict[str, int] = {}
    for place, row in enumerate(case.form.indicators):
        name = class_of(row.level1, case.template)
        if name is not None:
            first.setdefault(name, place)
    for entry in case.figures.class_weights:
        if entry.name in first and entry.found != entry.expected:
            yield fault(
                FieldRef.indicator(first[entry.name], "level1"),
                name=entry.name,
                found=entry.found,
                expected=entry.expected,
                difference=abs(entry.expected - entry.found),
            )


@check("K05", Severity.ERROR)
def every_row_has_a_weight(case: Case) -> Iterator[Fault]:
    """No weight, or one that is not above 0; text that is no number is K04 alone."""
    for place, row in case.filled_rows:
        field = FieldRef.indicator(place, "weight")
        if case.is_unread(field):
            continue
        if row.weight is None:
            yield fault(field)
        elif row.weight <= ZERO:
            yield fault(field, found=row.weight)


@check("K06", Severity.ERROR)
def score_stays_within_weight(case: Case) -> Iterator[Fault]:
    """No score above its weight, in the indicators and for the execution."""
    weight = case.template.execution.weight
    if case.figures.execution_score > weight:
        yield fault(EXECUTION_SCORE, found=case.figures.execution_score, expected=weight)
    for place, row, score in case.scored_rows():
        if row.weight is not None and score > row.weight:
            yield fault(FieldRef.indicator(place, "score"), found=score, expected=row.weight)


@check("K07", Severity.ERROR)
def score_is_not_negative(case: Case) -> Iterator[Fault]:
    """No score below 0."""
    if case.figures.execution_score < ZERO:
        yield fault(EXECUTION_SCORE, found=case.figures.execution_score)
    for place, _row, score in case.scored_rows():
        if score < ZERO:
            yield fault(FieldRef.indicator(place, "score"), found=score)


@check("K23", Severity.ERROR)
def missed_target_costs_points(case: Case) -> Iterator[Fault]:
    """A typed score is not more than 0.01 above the calculated one where the target was missed."""
    for place, row in enumerate(case.form.indicators):
        calculated = case.figures.calculated_scores[place]
        if row.score is None or calculated is None or target_is_met(row) is not False:
            continue
        if row.score - calculated > CENT:
            yield fault(
                FieldRef.indicator(place, "score"),
                found=row.score,
                expected=calculated,
                difference=row.score - calculated,
                target=row.target.strip(),
                actual=row.actual.strip(),
            )


@check("K25", Severity.ERROR)
def lost_points_have_a_reason(case: Case) -> Iterator[Fault]:
    """A score below its weight is explained."""
    for place, row, score in case.scored_rows():
        if row.weight is not None and score < row.weight and not row.deviation.strip():
            yield fault(
                FieldRef.indicator(place, "deviation"),
                found=score,
                expected=row.weight,
                difference=row.weight - score,
            )


@check("K28", Severity.WARNING)
def nothing_scores_nothing_in_silence(case: Case) -> Iterator[Fault]:
    """A complete row has a score: where words, ranges or dates give none, it is the filler's to type."""
    for place, row in case.filled_rows:
        field = FieldRef.indicator(place, "score")
        is_complete = (
            row.target.strip() and row.actual.strip() and row.weight is not None and row.weight > ZERO
        )
        if is_complete and case.figures.indicator_scores[place] is None and not case.is_unread(field):
            yield fault(field, target=row.target.strip(), actual=row.actual.strip())


@check("K44", Severity.HINT)
def not_everything_is_perfect(case: Case) -> Iterator[Fault]:
    """Every row has a weight, repeats its target as actual value and scores in full: reviewers look twice."""
    rows = [(row, case.figures.indicator_scores[place]) for place, row in case.filled_rows]
    if rows and all(
        row.weight is not None
        and score == row.weight
        and row.actual.strip()
        and same_value(row.target, row.actual)
        for row, score in rows
    ):
        yield fault(FieldRef.indicators(), rows=len(rows))
