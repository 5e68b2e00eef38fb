"""Checks of the indicator rows as rows."""

from collections.abc import Iterator

from selfeval_desktop.domain.checks.case import Case, Fault, check, fault
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.findings import Severity
from selfeval_desktop.domain.scoring import class_of


@check("K33", Severity.ERROR)
def target_and_actual_are_given(case: Case) -> Iterator[Fault]:
    """Neither the target nor the actual value is empty."""
    for place, row in case.filled_rows:
        for column, text in (("target", row.target), ("actual", row.actual)):
            if not text.strip():
                yield fault(FieldRef.indicator(place, column), column=column)


@check("K35", Severity.WARNING)
def names_are_unique(case: Case) -> Iterator[Fault]:
    """No level-3 name stands twice: portals match rows by name and overwrite the earlier one."""
    seen: dict[str, int] = {}
    for place, row in enumerate(case.form.indicators):
        name = "".join(row.level3.split())
        if not name:
            continue
        first = seen.setdefault(name, place)
        if first != place:
            yield fault(FieldRef.indicator(place, "level3"), name=name, first=first + 1)


@check("K38", Severity.WARNING)
def every_class_has_a_row(case: Case) -> Iterator[Fault]:
    """Each level-1 class of the template occurs."""
    present = {class_of(row.level1, case.template) for row in case.form.indicators}
    for level in case.template.levels:
        if level.name not in present:
            yield fault(FieldRef.indicators(), name=level.name, expected=level.weight)


@check("K62", Severity.ERROR)
def levels_are_named(case: Case) -> Iterator[Fault]:
    """A row that holds anything names both levels and its indicator."""
    for place, row in case.filled_rows:
        for column, text in (("level1", row.level1), ("level2", row.level2), ("level3", row.level3)):
            if not text.strip():
                yield fault(FieldRef.indicator(place, column), column=column)
