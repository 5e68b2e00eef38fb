"""Which cells of a form differ from another one."""

from collections.abc import Iterator, Mapping
from typing import Any

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.form import Form, FundLine, Indicator

_HEAD = ("project_name", "year", "department", "unit", "money_unit", "template", "execution_score")
_MONEY = ("initial", "annual", "executed")
_ROW = ("level1", "level2", "level3", "target", "actual", "achievement", "weight", "score", "deviation")


def changed_cells(before: Form, after: Form) -> tuple[FieldRef, ...]:
    """The cells that differ, in the form's order; rows that came, went or moved count as the grid."""
    # A cell that was read and is now unread differs twice.
    return tuple(dict.fromkeys(_differences(before, after)))


def _differences(before: Form, after: Form) -> Iterator[FieldRef]:
    yield from (FieldRef.head(name) for name in _names(before, after, _HEAD))
    yield from (FieldRef.head(key, extra=True) for key in _keys(before.fields, after.fields))
    for row in {**before.funds, **after.funds}:
        yield from _fund_cells(row, before.fund(row), after.fund(row))
    yield from (FieldRef.goal(name) for name in _names(before.goals, after.goals, ("expected", "actual")))
    yield from _indicator_cells(before.indicators, after.indicators)
    yield from _keys(before.unread, after.unread)


def _fund_cells(row: str, before: FundLine, after: FundLine) -> Iterator[FieldRef]:
    yield from (FieldRef.fund(row, name) for name in _names(before, after, _MONEY))
    yield from (FieldRef.fund(row, key, extra=True) for key in _keys(before.fields, after.fields))


def _indicator_cells(before: tuple[Indicator, ...], after: tuple[Indicator, ...]) -> Iterator[FieldRef]:
    if [row.key for row in before] != [row.key for row in after]:
        yield FieldRef.indicators()
        return
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        yield from (FieldRef.indicator(place, name) for name in _names(old, new, _ROW))
        yield from (FieldRef.indicator(place, key, extra=True) for key in _keys(old.fields, new.fields))


def _names(before: object, after: object, names: tuple[str, ...]) -> list[str]:
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _keys(before: Mapping[Any, str], after: Mapping[Any, str]) -> list[Any]:
    return [key for key in {**before, **after} if before.get(key, "") != after.get(key, "")]
