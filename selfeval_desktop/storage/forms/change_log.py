"""The change log: what each transaction did to each form, in a hash chain that shows missing and added rows.

A link is SHA-256 over the link of the row before and all else in its own row. The last link and its number lie
under the root digest (see digests.py), so that opening detects a log that was cut off; `verify_change_log` walks all. The
order is that of the sequence: no clock is trusted. A ledger from before 0007 begins with an empty log.

A row tells of a long text only the stretch that differs: earlier texts are had by going back from the present ones.
What a step did beyond the size of a row stands in rows of their own before it. Saves of one long text that follow each
other in one sitting are joined to one row, which keeps the link that it had before; nothing else may have been stored
between them, so that no state that was printed, handed out or restored is joined away.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from selfeval_desktop.codec import ledger_texts
from selfeval_desktop.domain.form import form_texts
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import TextChange, Texts
from selfeval_desktop.domain.form.text_edits import TextEdit, shorten_change
from selfeval_desktop.domain.over_time.change_history import (
    BEGINNING,
    Ancestor,
    HistoryAction,
    is_one_visit,
)
from selfeval_desktop.storage.file.file_lock import system_user_name
from selfeval_desktop.storage.forms import digests, rows
from selfeval_desktop.storage.forms.tables import changes

TAIL = select(*digests.LOG).order_by(changes.c.sequence.desc()).limit(1)
PART = "part"
"""The kind of a row that holds what its step's own row, the next of the form, has no room for."""
_MOST_JOINED = 4096
"""Bytes of a joined row's content: about a page, as the row is written anew with each save."""
_MOST_CHARACTERS = 1 << 20
"""How many characters of texts, before and after, go into one row."""
_INSERT = insert(changes)
_REPLACE = update(changes).where(changes.c.sequence == bindparam("replaced"))
LINKED = tuple(column for column in changes.c if column is not changes.c.chain)
"""The columns that the link of a row covers, in this order."""


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What a transaction did to one form; `digest` is that of the form after it.

    `is_typing` marks a change within one long text that came from nowhere but the keyboard.
    """

    form_id: int
    did: HistoryAction
    digest: str
    changes: tuple[TextChange, ...] = ()
    ancestor: Ancestor | None = None
    is_typing: bool = False


@dataclass(frozen=True, slots=True)
class Sitting:
    """The last row of the log where it is about typing into one cell: what is typed there next may be joined to it.

    `link` is that of the row before, `began` the time of the first save.
    """

    record: ChangeRecord
    link: str
    began: str
    who: str

    def joined_record(self, record: ChangeRecord, moment: str, who: str) -> ChangeRecord | None:
        """Both as one; None where they are no single sitting in one cell, or nothing would be left to be told."""
        if not record.is_typing or (record.form_id, who) != (self.record.form_id, self.who):
            return None
        (first,), (last,) = self.record.changes, record.changes
        if first.address != last.address or first.before == last.after:
            return None
        if not is_one_visit(datetime.fromisoformat(self.began), datetime.fromisoformat(moment)):
            return None
        return replace(record, changes=(replace(last, before=first.before),))


@dataclass(frozen=True, slots=True)
class LastStored:
    """The texts of the form stored last, and the sitting that goes on; valid as long as nothing else was stored.

    `state` is revision and root digest of the ledger.
    """

    state: tuple[int, str] = (0, "")
    stored: Mapping[int, Texts] = field(default_factory=dict)
    sitting: Sitting | None = None

    def known_form_texts(self, state: tuple[int, str], form_ids: Sequence[int]) -> Sequence[Texts]:
        """These forms as they are stored; nothing where one of them is not known."""
        is_known = state == self.state and self.stored.keys() >= set(form_ids)
        return [self.stored[form_id] for form_id in form_ids] if is_known else ()

    def open_sitting(self, state: tuple[int, str]) -> Sitting | None:
        """The sitting, as long as the ledger is in that very state."""
        return self.sitting if state == self.state else None


@dataclass(frozen=True, slots=True)
class LogEnd:
    """The row digests of the end of the log before and after a transaction, and the sitting that may go on."""

    before: int = 0
    after: int = 0
    sitting: Sitting | None = None


def stored_texts(form: Form, values: rows.Values) -> Texts:
    """The form's texts as it is read back from a row of these values."""
    return {**form_texts.form_to_texts(form), form_texts.VERSION: str(values["template_version"])}


def change_records(form_id: int, before: Texts, after: Texts, values: rows.Values) -> list[ChangeRecord]:
    """What storing the later form does, whose row has these values; nothing where it does nothing."""
    done = form_texts.compare_texts(before, after)
    is_typing = len(done) == 1 and _is_typing(done[0], before, after)
    record = ChangeRecord(form_id, HistoryAction.CHANGED, str(values["digest"]), done, is_typing=is_typing)
    return [record] if done else []


def _is_typing(change: TextChange, before: Texts, after: Texts) -> bool:
    """Of figures and short texts each save is told by itself."""
    return isinstance(shorten_change(change), TextEdit) and form_texts.is_typed_text(change.address, before, after)


def append_change_log(connection: Connection, noted: Sequence[ChangeRecord], sitting: Sitting | None) -> LogEnd:
    """Add to the chain; a save that goes on in that sitting is joined to the last row instead."""
    if not noted:
        return LogEnd()
    tail = connection.execute(TAIL).all()
    moment, who = rows.current_time_text(), system_user_name()
    joined = sitting and len(noted) == 1 and sitting.joined_record(noted[0], moment, who)
    if sitting and joined and len(ledger_texts.changes_text(joined.changes).encode()) <= _MOST_JOINED:
        (last,) = tail
        values = _row_values(last.sequence, joined, moment, who)
        values |= {"began": sitting.began, "joined": last.chain}
        link = chain_link(sitting.link, _linked_values(values))
        connection.execute(_REPLACE, {**values, "chain": link, "replaced": last.sequence})
        goes_on = replace(sitting, record=joined)
        return LogEnd(digests.sum_row_digests(tail), _end_digest(last.sequence, link), goes_on)
    former = tail[0].chain if tail else ""
    found = _linked_rows(tail[0].sequence if tail else BEGINNING, former, noted, moment, who)
    connection.execute(_INSERT, found)
    begins = len(found) == 1 and noted[0].is_typing
    return LogEnd(
        digests.sum_row_digests(tail),
        _end_digest(found[-1]["sequence"], found[-1]["chain"]),
        Sitting(noted[0], former, moment, who) if begins else None,
    )


def _linked_rows(
    sequence: int, link: str, noted: Iterable[ChangeRecord], moment: str, who: str
) -> list[dict[str, Any]]:
    """The rows that go on after that number and link."""
    found = []
    for record in noted:
        *parts, last = _split_changes(record.changes)
        for kind, done in (*((PART, part) for part in parts), (str(record.did), last)):
            sequence += 1
            values = _row_values(sequence, replace(record, changes=done), moment, who) | {"kind": kind}
            link = chain_link(link, _linked_values(values))
            found.append({**values, "chain": link})
    return found


def _split_changes(done: Sequence[TextChange]) -> list[tuple[TextChange, ...]]:
    """The changes as they go into rows, in their order; one row without any where there are none."""
    parts, room = list[list[TextChange]]([[]]), _MOST_CHARACTERS
    for change in done:
        size = len(change.before or "") + len(change.after or "")
        if parts[-1] and size > room:
            parts.append([])
            room = _MOST_CHARACTERS
        parts[-1].append(change)
        room -= size
    return [tuple(part) for part in parts]


def _row_values(sequence: int, record: ChangeRecord, moment: str, who: str) -> dict[str, Any]:
    return {
        "sequence": sequence,
        "form_id": record.form_id,
        "kind": str(record.did),
        "at": moment,
        "began": None,
        "digest": record.digest,
        "joined": None,
        "ancestor_form": record.ancestor.form_id if record.ancestor else None,
        "ancestor_sequence": record.ancestor.sequence if record.ancestor else None,
        "who": who,
        "content": ledger_texts.changes_text(record.changes),
    }


def _end_digest(sequence: int, link: str) -> int:
    return digests.sum_row_digests([("changes", sequence, link)])


def chain_link(before: str, values: Iterable[object]) -> str:
    """The link of a row with these values of the linked columns, after a row with that link; SHA-256 in hexadecimal."""
    return sha256(json.dumps([before, *values], default=repr).encode()).hexdigest()


def _linked_values(values: Mapping[str, object]) -> Iterator[object]:
    return (values[column.name] for column in LINKED)
