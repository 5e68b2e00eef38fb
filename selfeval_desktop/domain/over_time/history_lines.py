"""A form's history as lines to read: one for each change of a cell, a row or the whole form."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from selfeval_desktop.domain.form import form_texts
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import ROWS, VERSION, Aspect, TextChange
from selfeval_desktop.domain.form.text_edits import common_length
from selfeval_desktop.domain.over_time.change_history import (
    BEGINNING,
    Ancestor,
    HistoryAction,
    HistoryEntry,
    merge_visits,
)
from selfeval_desktop.domain.over_time.differences import Difference, DifferenceKind, out_of_order

Side = Literal["before", "after"]
_PARTS = ("head", "funds", "goals", "indicators")
_COLUMNS = (
    *("project_name", "year", "department", "unit", "money_unit", "template", "execution_score"),
    *("initial", "annual", "executed", "expected", "level1", "level2", "level3", "target", "actual"),
    *("achievement", "weight", "score", "deviation"),
)
_LONG, _AROUND, _MORE = 1000, 40, "…"
"""From so many characters on a text is shortened, to what differs and so many around it."""
_NAMED_BY = ("level3", "target", "actual")


class HistoryLineKind(StrEnum):
    """What kind of change a line is about."""

    BEGAN = "began"  # from here on the changes are known
    ADDED = "added"
    DELETED = "deleted"
    RESTORED = "restored"
    PRINTED = "printed"
    EXPORTED = "exported"
    TYPED = "typed"
    IMPORTED = "imported"
    CARRIED = "carried"
    CONFIRMED = "confirmed"
    DOUBTED = "doubted"  # a value that was confirmed waits for it again
    NOTED = "noted"
    EXPLAINED = "explained"
    KEPT = "kept"  # text for which the template has no cell
    VERSION = "version"  # of the template
    ROW_ADDED = "row_added"
    ROW_REMOVED = "row_removed"
    ROW_MOVED = "row_moved"


_BY_ORIGIN = {
    str(ValueOrigin.IMPORTED): HistoryLineKind.IMPORTED,
    str(ValueOrigin.CARRIED): HistoryLineKind.CARRIED,
}
_VALUES = frozenset({HistoryLineKind.TYPED, *_BY_ORIGIN.values()})
_ANNOTATION_KINDS: Mapping[Aspect, HistoryLineKind] = {
    "note": HistoryLineKind.NOTED,
    "explained": HistoryLineKind.EXPLAINED,
    "dropped": HistoryLineKind.KEPT,
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line: `sequence` leads to the state after it.

    `cell` is the changed cell, an indicator row by its key; None for a row or the form as a whole. `what` has its
    address in the present form or, where `is_gone`, in the form of that time. `is_inner` marks the cells of a
    row that was added or removed as a whole.
    """

    sequence: int
    act: HistoryLineKind
    at: datetime | None = None
    who: str = ""
    cell: FieldRef | None = None
    what: Difference | None = None
    ancestor: Ancestor | None = None
    is_gone: bool = False
    is_inner: bool = False


def build_history_lines(entries: Iterable[HistoryEntry], now: Form) -> Iterator[HistoryLine]:
    """All lines of a form, the newest first, from its log entries in the same order; `now` is the present form.

    The entries are taken as the lines are asked for.
    """
    present = {key: place for place, key in enumerate(form_texts.row_keys(now))}
    keys, last = tuple(present), None
    for entry in merge_visits(entries):
        step = _HistoryStep(entry, keys, now, present)
        yield from step.build_lines()
        keys, last = step.before, entry
    if last is None or last.did is not HistoryAction.ADDED:
        yield HistoryLine(BEGINNING, HistoryLineKind.BEGAN)


def cell_history_lines(
    found: Sequence[HistoryLine], cell: FieldRef, place: FieldRef, text: str
) -> tuple[HistoryLine, ...]:
    """The lines of one cell, and a last one with its first known text.

    `cell` has the key of its row, `place` the present number; `text` is the present text.
    """
    own = [line for line in found if line.cell == cell]
    values = [line.what.before for line in own if line.what and line.act in _VALUES]
    first = values[-1] if values else text
    # A row that was added later has lines for its first texts already.
    if first or not own:
        own.append(replace(found[-1], cell=cell, what=Difference(DifferenceKind.CELL, place, "", first)))
    return tuple(own)


class _HistoryStep:
    """One log entry, with the keys of the rows `before` and after it, and their present numbers."""

    def __init__(self, entry: HistoryEntry, after: tuple[int, ...], now: Form, present: Mapping[int, int]) -> None:
        self._entry, self._now, self._present = entry, now, present
        self._changes = {change.address: change for change in entry.changes}
        order = self._changes.get(ROWS)
        self.before = after if order is None else tuple(map(int, (order.before or "").split()))
        self._was, self._is = ({key: at for at, key in enumerate(keys)} for keys in (self.before, after))

    def build_lines(self) -> Iterator[HistoryLine]:
        """Rows first, then cells in the order of the form."""
        if self._entry.did is not HistoryAction.CHANGED:
            yield self._make_line(HistoryLineKind(self._entry.did), ancestor=self._entry.ancestor)
            return
        if ROWS in self._changes:
            yield from self._row_lines()
        cells: dict[FieldRef, list[tuple[Aspect, TextChange]]] = defaultdict(list)
        for address, change in self._changes.items():
            aspect, text = form_texts.split_address(address)
            if aspect != "order":
                cells[FieldRef.parse(text)].append((aspect, change))
        for cell in sorted(cells, key=self._sort_key):
            yield from self._cell_lines(cell, cells[cell])

    def _make_line(
        self,
        act: HistoryLineKind,
        *,
        cell: FieldRef | None = None,
        what: Difference | None = None,
        ancestor: Ancestor | None = None,
        is_gone: bool = False,
        is_inner: bool = False,
    ) -> HistoryLine:
        entry = self._entry
        return HistoryLine(entry.sequence, act, entry.at, entry.who, cell, what, ancestor, is_gone, is_inner)

    def _row_lines(self) -> Iterator[HistoryLine]:
        for key, place in self._was.items():
            if key not in self._is:
                told = self._row_summary(key, "before")
                what = Difference(DifferenceKind.REMOVED, FieldRef.indicators(), before=told, row_before=place)
                yield self._make_line(HistoryLineKind.ROW_REMOVED, what=what, is_gone=True)
        moved = out_of_order([self._was[key] for key in self._is if key in self._was])
        for key, place in self._is.items():
            field, is_gone = self._locate_cell(FieldRef.indicator(key, "level3"))
            if key not in self._was:
                told, row = self._row_summary(key, "after"), self._present.get(key, place)
                what = Difference(DifferenceKind.ADDED, field, after=told, row_after=row)
                yield self._make_line(HistoryLineKind.ROW_ADDED, what=what, is_gone=is_gone)
            elif self._was[key] in moved:
                name = "" if is_gone else self._now.indicators[self._present[key]].level3
                what = Difference(DifferenceKind.MOVED, field, name, name, self._was[key], place)
                yield self._make_line(HistoryLineKind.ROW_MOVED, what=what, is_gone=is_gone)

    def _row_summary(self, key: int, side: Side) -> str:
        """The summary of a row that was added or removed in this step."""
        changes = (self._changes.get(f"indicators[{key}].{name}") for name in _NAMED_BY)
        return " · ".join(_cut(text) for change in changes if change and (text := getattr(change, side)))

    def _cell_lines(self, cell: FieldRef, done: Sequence[tuple[Aspect, TextChange]]) -> Iterator[HistoryLine]:
        field, is_gone = self._locate_cell(cell)
        is_inner = cell.part == "indicators" and (cell.row in self._was) != (cell.row in self._is)
        for act, *texts in _cell_events(cell, done):
            before, after = _shorten_both(*texts)
            if act is HistoryLineKind.VERSION:
                field = cell = FieldRef.head("template")
            what = Difference(DifferenceKind.CELL, field, before, after)
            yield self._make_line(act, cell=cell, what=what, is_gone=is_gone, is_inner=is_inner)

    def _locate_cell(self, cell: FieldRef) -> tuple[FieldRef, bool]:
        """The cell's present address and False; where its row is gone since, the address of that time and True."""
        if cell.part != "indicators" or not isinstance(cell.row, int):
            return cell, False
        place = self._present.get(cell.row)
        then = self._is.get(cell.row, self._was.get(cell.row, 0))
        here = then if place is None else place
        return FieldRef.indicator(here, cell.column, extra=cell.extra), place is None

    def _sort_key(self, cell: FieldRef) -> tuple[int, int, int, str]:
        place = self._locate_cell(cell)[0].row
        column = _COLUMNS.index(cell.column) if cell.column in _COLUMNS else len(_COLUMNS)
        return _PARTS.index(cell.part), place if isinstance(place, int) else 0, column, str(cell)


def _cell_events(
    cell: FieldRef, done: Sequence[tuple[Aspect, TextChange]]
) -> Iterator[tuple[HistoryLineKind, str, str]]:
    """The changes of one cell and its annotations, each with its text before and after."""
    by_aspect = dict(done)
    value, unread, origin = (by_aspect.get(aspect) for aspect in ("", "unread", "origin"))
    if value or unread:
        act = _BY_ORIGIN.get((origin.after if origin else None) or "", HistoryLineKind.TYPED)
        if cell == FieldRef.head(VERSION):
            act = HistoryLineKind.VERSION
        yield act, _shown_text(value, unread, "before"), _shown_text(value, unread, "after")
    elif origin:
        yield HistoryLineKind.DOUBTED if origin.after else HistoryLineKind.CONFIRMED, "", ""
    for aspect, change in done:
        if aspect in _ANNOTATION_KINDS:
            yield (
                _ANNOTATION_KINDS[aspect],
                _annotation_text(aspect, change.before),
                _annotation_text(aspect, change.after),
            )


def _shown_text(value: TextChange | None, unread: TextChange | None, side: Side) -> str:
    """What the cell shows: an unread text, else its value."""
    texts = (getattr(change, side) for change in (unread, value) if change)
    return next((text for text in texts if text is not None), "")


def _annotation_text(aspect: Aspect, text: str | None) -> str:
    return form_texts.dropped_text(text) if aspect == "dropped" and text else text or ""


def _shorten_both(before: str, after: str) -> tuple[str, str]:
    """The texts of a change, of long ones the stretch that differs with a little of what stands around it."""
    if max(len(before), len(after)) <= _LONG:
        return before, after
    start = max(common_length(before, after) - _AROUND, 0)
    tail = max(common_length(before[start:][::-1], after[start:][::-1]) - _AROUND, 0)
    shown = (f"{_MORE if start else ''}{_cut(text[start : len(text) - tail])}" for text in (before, after))
    first, second = (f"{text}{_MORE if tail and not text.endswith(_MORE) else ''}" for text in shown)
    return first, second


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}{_MORE}"
