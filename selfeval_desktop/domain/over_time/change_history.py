"""The steps of a form's history, as the change log keeps them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from selfeval_desktop.domain.form import form_texts
from selfeval_desktop.domain.form.form_texts import TextChange

BEGINNING = 0
"""The sequence number of the state in which a form's recorded history begins."""

_ONE_VISIT = timedelta(minutes=10)
_MOST_STORED = 300
"""How often one can be stored in a visit; what comes quicker is no typing."""
_OF_VALUE = frozenset({"", "unread", "origin"})


class HistoryAction(StrEnum):
    """What a step did to the form as a whole."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    RESTORED = "restored"
    PRINTED = "printed"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class Ancestor:
    """The form that a new one was made from. `sequence` is the entry whose state was taken, None for the present one.

    `at` is when that entry was stored, None where that is not known.
    """

    form_id: int
    sequence: int | None = None
    at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One stored step of one form. The order is that of `sequence`: a clock may be set back.

    Where several saves of one cell were joined to it, `began` is the time of the first and `at` that of the last.
    """

    sequence: int
    did: HistoryAction
    at: datetime
    who: str
    changes: tuple[TextChange, ...] = ()
    ancestor: Ancestor | None = None
    began: datetime | None = None


def is_one_visit(began: datetime, at: datetime) -> bool:
    """Whether what was stored at both times may be told as one visit."""
    return timedelta() <= at - began <= _ONE_VISIT


def merge_visits(entries: Iterable[HistoryEntry]) -> Iterator[HistoryEntry]:
    """The entries, the newest first, those of one visit to the same cells as one.

    What is typed is stored every other second. A visit is of one user, lasts ten minutes at most and has no other
    step of the form in it. One that left all as it had been stays in its steps: that something else stood there
    for a while is not hidden.
    """
    visit: list[HistoryEntry] = []
    for entry in entries:
        if visit and (len(visit) == _MOST_STORED or not _continues_visit(entry, visit[0])):
            yield from _merge_visit(visit)
            visit = []
        visit.append(entry)
    yield from _merge_visit(visit)


def _continues_visit(entry: HistoryEntry, last: HistoryEntry) -> bool:
    """Whether the entry continues the visit: same user, same cells, within ten minutes of `last`."""
    return (
        entry.did is last.did is HistoryAction.CHANGED
        and entry.who == last.who
        and is_one_visit(entry.began or entry.at, last.at)
        and _changed_addresses(entry) == _changed_addresses(last)
    )


def _changed_addresses(entry: HistoryEntry) -> frozenset[str]:
    """The addresses that the entry changes; a funds row counts as one with its first amount."""
    addresses = (change.address for change in entry.changes if change.address != form_texts.FUNDS)
    split = ((address, *form_texts.split_address(address)) for address in addresses)
    return frozenset(cell if aspect in _OF_VALUE else address for address, aspect, cell in split)


def _merge_visit(visit: Sequence[HistoryEntry]) -> Sequence[HistoryEntry]:
    if len(visit) < 2:
        return visit
    whole: dict[str, TextChange] = {}
    for entry in reversed(visit):
        for change in entry.changes:
            first = whole.get(change.address, change)
            whole[change.address] = replace(change, before=first.before)
    left = tuple(change for change in whole.values() if change.before != change.after)
    return [replace(visit[0], changes=left)] if left else visit
