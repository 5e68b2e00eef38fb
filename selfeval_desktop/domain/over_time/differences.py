"""The differences between two forms: cells with both texts, and rows that were added, removed or moved."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator

_HEAD = ("project_name", "year", "department", "unit", "money_unit", "template", "execution_score")
_MONEY = ("initial", "annual", "executed")
_GOALS = ("expected", "actual")
_ROW = ("level1", "level2", "level3", "target", "actual", "achievement", "weight", "score", "deviation")
_TOLD = ("level3", "target", "actual")


class DifferenceKind(StrEnum):
    """What kind of difference it is: a cell's text, or a whole indicator row."""

    CELL = "cell"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `field` is its address in the later form; the whole grid for a removed row.

    `before` and `after` are the texts of the cell, or a summary of the row that was added, removed or moved;
    `row_before` and `row_after` are that row's numbers from 0, None where the form has no such row.
    """

    kind: DifferenceKind
    field: FieldRef
    before: str = ""
    after: str = ""
    row_before: int | None = None
    row_after: int | None = None


def changed_cells(before: Form, after: Form) -> tuple[FieldRef, ...]:
    """The cells that differ, in the later form's order; then those with another origin or note."""
    values = (each.field for each in find_differences(before, after))
    return tuple(dict.fromkeys((*values, *_changed_annotation_cells(before, after))))


def filled_cells(form: Form) -> Iterator[FieldRef]:
    """Every filled-in cell of the form, in its order; template and money unit aside."""
    cells = [FieldRef.head(name) for name in _HEAD if name not in {"money_unit", "template"}]
    cells += [FieldRef.head(key, extra=True) for key in form.fields]
    for key in _fund_rows(form, form):
        cells += [FieldRef.fund(key, name) for name in _MONEY]
        cells += [FieldRef.fund(key, name, extra=True) for name in form.fund_line(key).fields]
    cells += [FieldRef.goal(name) for name in _GOALS]
    for place, row in enumerate(form.indicators):
        cells += [FieldRef.indicator(place, name) for name in _ROW]
        cells += [FieldRef.indicator(place, name, extra=True) for name in row.fields]
    return (cell for cell in cells if edits.cell_text(form, cell))


def _changed_annotation_cells(before: Form, after: Form) -> Iterator[FieldRef]:
    place_of = {row.key: place for place, row in enumerate(after.indicators)}
    for cell in after.annotations.differing_cells(before.annotations):
        if cell.part != "indicators":
            yield cell
        elif isinstance(cell.row, int) and cell.row in place_of:
            yield FieldRef.indicator(place_of[cell.row], cell.column, extra=cell.extra)


def find_differences(before: Form, after: Form) -> tuple[Difference, ...]:
    """All differences, in the order of the form; none for equal forms.

    An indicator row is compared with the row of the same key, else with a row of the same three levels.
    """
    return () if before == after else tuple(_iterate_differences(before, after))


def _iterate_differences(before: Form, after: Form) -> Iterator[Difference]:
    head = [FieldRef.head(name) for name in _HEAD]
    head += [FieldRef.head(key, extra=True) for key in _merged_keys(before.fields, after.fields)]
    yield from _cell_differences(before, after, head)
    for row in _fund_rows(before, after):
        further = _merged_keys(before.fund_line(row).fields, after.fund_line(row).fields)
        cells = [FieldRef.fund(row, name) for name in _MONEY]
        yield from _cell_differences(before, after, cells + [FieldRef.fund(row, key, extra=True) for key in further])
    yield from _cell_differences(before, after, [FieldRef.goal(name) for name in _GOALS])
    yield from _row_differences(before, after)


def _fund_rows(before: Form, after: Form) -> list[str]:
    unread = (cell.row for cell in (*before.unread, *after.unread) if cell.part == "funds")
    return list(dict.fromkeys((*before.funds, *after.funds, *map(str, unread))))


def _cell_differences(before: Form, after: Form, fields: Iterable[FieldRef]) -> Iterator[Difference]:
    for field in fields:
        old, new = edits.cell_text(before, field), edits.cell_text(after, field)
        if old != new:
            yield Difference(DifferenceKind.CELL, field, old, new)


def _row_differences(before: Form, after: Form) -> Iterator[Difference]:
    former = _match_rows(before.indicators, after.indicators)
    moved = out_of_order([former[place] for place in sorted(former)])
    for place, row in enumerate(after.indicators):
        name = FieldRef.indicator(place, "level3")
        old = former.get(place)
        if old is None:
            yield Difference(DifferenceKind.ADDED, name, after=_row_summary(row), row_after=place)
            continue
        if old in moved:
            told = _row_summary(before.indicators[old]), _row_summary(row)
            yield Difference(DifferenceKind.MOVED, name, *told, row_before=old, row_after=place)
        yield from _row_cell_differences(before, after, old, place)
    for place in sorted(set(range(len(before.indicators))) - set(former.values())):
        gone = _row_summary(before.indicators[place])
        yield Difference(DifferenceKind.REMOVED, FieldRef.indicators(), before=gone, row_before=place)


def _row_cell_differences(before: Form, after: Form, old: int, new: int) -> Iterator[Difference]:
    one, other = before.indicators[old], after.indicators[new]
    if one == other and not before.unread and not after.unread:
        return
    columns = [(name, False) for name in _ROW]
    columns += [(key, True) for key in _merged_keys(one.fields, other.fields)]
    for column, extra in columns:
        field = FieldRef.indicator(new, column, extra=extra)
        texts = (
            edits.cell_text(before, FieldRef.indicator(old, column, extra=extra)),
            edits.cell_text(after, field),
        )
        if texts[0] != texts[1]:
            yield Difference(DifferenceKind.CELL, field, *texts, row_before=old, row_after=new)


def _match_rows(before: Sequence[Indicator], after: Sequence[Indicator]) -> dict[int, int]:
    """Row number in `after` → row number in `before`; new rows are left out."""
    found: dict[int, int] = {}
    sames: tuple[Callable[[Indicator], Hashable], ...] = (lambda row: row.key, _level_names)
    for same in sames:
        taken = set(found.values())
        free: dict[Hashable, deque[int]] = defaultdict(deque)
        for place, row in enumerate(before):
            if place not in taken:
                free[same(row)].append(place)
        for place, row in enumerate(after):
            if place not in found and free[same(row)]:
                found[place] = free[same(row)].popleft()
    return found


def out_of_order(places: Sequence[int]) -> set[int]:
    """The fewest numbers to take out so that the rest is in rising order: the rows that were moved."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for place in places:
        length = bisect_left(ends, place)
        chain = (*chains[length - 1], place) if length else (place,)
        ends[length:] = [place, *ends[length + 1 :]]
        chains[length:] = [chain, *chains[length + 1 :]]
    return set(places) - set(chains[-1] if chains else ())


def _level_names(row: Indicator) -> Hashable:
    return row.level1, row.level2, row.level3


def _row_summary(row: Indicator) -> str:
    """What a row is known by: its name, target and result."""
    return " · ".join(text for name in _TOLD if (text := str(getattr(row, name))))


def _merged_keys(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    return list({**before, **after})
