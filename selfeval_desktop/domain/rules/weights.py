"""Checks of the weights (分值) of the indicators."""

from collections.abc import Iterator

from selfeval_desktop.domain.form.amounts import ZERO
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check
from selfeval_desktop.domain.scoring.scores import level_name

TWO = 2


@register_check("K01", Severity.ERROR, RuleSource.PORTAL, RuleSource.PUBLISHED_FORM)
def weights_sum_to_full(case: CheckCase) -> Iterator[RawFinding]:
    """Execution and indicator weights add up to the template's full mark.

    Portals refuse another sum. `classes` names the level-1 classes that are off in the same direction: there the
    points are to be added or taken away.
    """
    found, expected = case.figures.weight_total, case.template.full_mark
    if found == expected:
        return
    off = [
        entry.name
        for entry in case.figures.class_weights
        if (entry.found < entry.expected) == (found < expected) and entry.found != entry.expected
    ]
    yield raw_finding(
        FieldRef.indicators(),
        found=found,
        expected=expected,
        difference=abs(expected - found),
        classes="、".join(off),
    )


@register_check("K02", Severity.WARNING, RuleSource.FORM_NOTE, RuleSource.PUBLISHED_FORM)
def classes_keep_their_weight(case: CheckCase) -> Iterator[RawFinding]:
    """Each level-1 class that the form has carries the template's weight, as Anhui's form prints in a note; found at its first row."""
    first: dict[str, int] = {}
    for row in case.rows:
        if row.level is not None:
            first.setdefault(row.level, row.place)
    for entry in case.figures.class_weights:
        if entry.name in first and entry.found != entry.expected:
            yield raw_finding(
                FieldRef.indicator(first[entry.name], "level1"),
                name=entry.name,
                found=entry.found,
                expected=entry.expected,
                difference=abs(entry.expected - entry.found),
            )


@register_check("K03", Severity.WARNING, RuleSource.PORTAL)
def groups_keep_their_weight(case: CheckCase) -> Iterator[RawFinding]:
    """Each level-2 group that the form has carries the weight that the template sets for it, as Guangxi's does."""
    for level in case.template.levels:
        for name, expected in level.level2_weights.items():
            rows = [
                row for row in case.rows if row.level == level.name and level_name(row.cells.level2) == level_name(name)
            ]
            found = sum((row.cells.weight or ZERO for row in rows), ZERO)
            if rows and found != expected:
                yield raw_finding(
                    rows[0].cell_address("level2"),
                    name=name,
                    found=found,
                    expected=expected,
                    difference=abs(expected - found),
                )


@register_check("K05", Severity.ERROR, RuleSource.PORTAL)
def every_row_has_a_weight(case: CheckCase) -> Iterator[RawFinding]:
    """Each row has a weight above 0; a weight that is no number is K04 alone."""
    for row in case.rows:
        weight = row.cells.weight
        if weight is not None and weight > ZERO:
            continue
        field = row.cell_address("weight")
        if weight is not None:
            yield raw_finding(field, found=weight)
        elif not case.is_unread(field):
            yield raw_finding(field)


@register_check("K39", Severity.HINT, RuleSource.PUBLISHED_FORM, RuleSource.JUDGEMENT)
def weights_are_spread(case: CheckCase) -> Iterator[RawFinding]:
    """No row carries more than half of all indicator points, and not every row carries the same.

    Seen in published forms; what is too much is our judgement. Nothing is found while a row has no weight.
    """
    weights = {row.place: row.cells.weight or ZERO for row in case.rows}
    if not all(weight > ZERO for weight in weights.values()):
        return
    whole = sum(weights.values(), ZERO)
    for place, weight in weights.items():
        if weight * TWO > whole:
            yield raw_finding(FieldRef.indicator(place, "weight"), found=weight, expected=whole)
            return
    if len(weights) > 1 and len(set(weights.values())) == 1:
        yield raw_finding(FieldRef.indicators(), rows=len(weights), each=next(iter(weights.values())))
