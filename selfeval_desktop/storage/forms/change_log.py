"""The change log: what each transaction did to each form, in a hash chain that shows missing and added rows.

A link is SHA-256 over the link of the row before and all else in its own row. The last link and its number lie
under the root digest (see digests.py), so that opening detects a log that was cut off; `verify_change_log` walks all. The
order is that of the sequence: no clock is trusted. A ledger from before 0007 begins with an empty log.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.codec import ledger_texts
from selfeval_desktop.codec.ledger_texts import form_digest
from selfeval_desktop.domain.form import form_texts
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import TextChange, Texts
from selfeval_desktop.domain.over_time.change_history import BEGINNING, Ancestor, HistoryAction, HistoryEntry
from selfeval_desktop.storage.file.file_lock import system_user_name
from selfeval_desktop.storage.forms import digests, rows
from selfeval_desktop.storage.forms.tables import changes, forms

TAIL = select(*digests.LOG).order_by(changes.c.sequence.desc()).limit(1)
_INSERT = insert(changes)
_ancestors = changes.alias("ancestors")
_OF_FORM = (
    select(changes, _ancestors.c.at.label("ancestor_at"))
    .outerjoin(_ancestors, _ancestors.c.sequence == changes.c.ancestor_sequence)
    .where(changes.c.form_id == bindparam("wanted"), changes.c.sequence >= bindparam("first"))
    .order_by(changes.c.sequence.desc())
)
_LINKED = tuple(column for column in changes.c if column is not changes.c.chain)
_ALL = select(changes.c.chain, *_LINKED).order_by(changes.c.sequence)
_NEXT = _ALL.where(changes.c.sequence >= bindparam("after")).limit(bindparam("most"))


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What a transaction did to one form; `digest` is that of the form after it."""

    form_id: int
    did: HistoryAction
    digest: str
    changes: tuple[TextChange, ...] = ()
    ancestor: Ancestor | None = None


@dataclass(frozen=True, slots=True)
class LastStored:
    """The texts of the form stored last, valid as long as the root digest is the same."""

    root_digest: str = ""
    stored: Mapping[int, Texts] = field(default_factory=dict)

    def known_form_texts(self, root_digest: str, form_ids: Sequence[int]) -> Sequence[Texts]:
        """These forms as they are stored; nothing where one of them is not known."""
        is_known = root_digest == self.root_digest and self.stored.keys() >= set(form_ids)
        return [self.stored[form_id] for form_id in form_ids] if is_known else ()


def stored_texts(form: Form, values: rows.Values) -> Texts:
    """The form's texts as it is read back from a row of these values."""
    return {**form_texts.form_to_texts(form), form_texts.VERSION: str(values["template_version"])}


def change_records(form_id: int, before: Texts, after: Texts, values: rows.Values) -> list[ChangeRecord]:
    """What storing the later form does, whose row has these values; nothing where it does nothing."""
    done = form_texts.compare_texts(before, after)
    return [ChangeRecord(form_id, HistoryAction.CHANGED, str(values["digest"]), done)] if done else []


def append_change_log(connection: Connection, noted: Iterable[ChangeRecord]) -> tuple[int, int]:
    """Add to the chain; the row digests of its end before and after."""
    tail = connection.execute(TAIL).all()
    sequence, link = (tail[0].sequence, tail[0].chain) if tail else (BEGINNING, "")
    moment, who, found = rows.current_time_text(), system_user_name(), []
    for each in noted:
        sequence += 1
        values = {
            "sequence": sequence,
            "form_id": each.form_id,
            "kind": str(each.did),
            "at": moment,
            "digest": each.digest,
            "ancestor_form": each.ancestor.form_id if each.ancestor else None,
            "ancestor_sequence": each.ancestor.sequence if each.ancestor else None,
            "who": who,
            "content": ledger_texts.changes_text(each.changes),
        }
        link = _chain_link(link, (values[column.name] for column in _LINKED))
        found.append({**values, "chain": link})
    if not found:
        return 0, 0
    connection.execute(_INSERT, found)
    return digests.sum_row_digests(tail), digests.sum_row_digests([("changes", sequence, link)])


def read_history_of_form(connection: Connection, path: Path, form_id: int) -> tuple[HistoryEntry, ...]:
    """What was done to a form, the newest first; DamagedLedger."""
    found = connection.execute(_OF_FORM, {"wanted": form_id, "first": BEGINNING})
    return tuple(_entry_from_row(path, row, row.ancestor_at) for row in found)


def form_after_entry(connection: Connection, path: Path, present: Form, form_id: int, sequence: int) -> Form:
    """The form as that entry left it, or as it was before all of them; DamagedLedger when the log leads nowhere."""
    texts = form_texts.form_to_texts(present)
    found = connection.execute(_OF_FORM, {"wanted": form_id, "first": sequence}).all()
    for row in found:
        if row.sequence > sequence:
            texts = form_texts.undo_changes(texts, _entry_from_row(path, row).changes)
    try:
        form = form_texts.form_from_texts(texts)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.HISTORY) from error
    if sequence != BEGINNING and [row.digest for row in found[-1:]] != [form_digest(form).hex()]:
        raise DamagedLedger(path, LedgerDamage.HISTORY)
    return form


def verify_change_log(connection: Connection, path: Path) -> None:
    """Walk the chain, and compare its end with every form; DamagedLedger."""
    link, digests = "", dict[int, str]()
    for number, row in enumerate(connection.execute(_ALL), start=1):
        if row.sequence != number or row.chain != _chain_link(link, row[1:]):
            raise DamagedLedger(path, LedgerDamage.HISTORY)
        _entry_from_row(path, row)
        link, digests[row.form_id] = row.chain, row.digest
    for form_id, digest in connection.execute(select(forms.c.id, forms.c.digest)):
        if digests.get(form_id, digest) != digest:
            raise DamagedLedger(path, LedgerDamage.HISTORY)


def verify_next_entries(connection: Connection, path: Path, after: int, most: int) -> int | None:
    """Walk the chain on from that sequence number, 0 for its beginning; DamagedLedger.

    The number of the last entry; None where none follows.
    """
    following = list(connection.execute(_NEXT, {"after": after, "most": most + (after > 0)}))
    link = ""
    if after:
        # The end of the log, which may have been written anew, lies under the root digest.
        if not following or following[0].sequence != after:
            return None
        link = following.pop(0).chain
    for number, row in enumerate(following, start=after + 1):
        if row.sequence != number or row.chain != _chain_link(link, row[1:]):
            raise DamagedLedger(path, LedgerDamage.HISTORY)
        link = row.chain
    return after + len(following) if following else None


def _chain_link(before: str, values: Iterable[object]) -> str:
    return sha256(json.dumps([before, *values], default=repr).encode()).hexdigest()


def _entry_from_row(path: Path, row: Row[Any], ancestor_at: str | None = None) -> HistoryEntry:
    try:
        at = datetime.fromisoformat(ancestor_at) if ancestor_at else None
        ancestor = None if row.ancestor_form is None else Ancestor(row.ancestor_form, row.ancestor_sequence, at)
        moment, done = datetime.fromisoformat(row.at), ledger_texts.read_changes(row.content)
        return HistoryEntry(row.sequence, HistoryAction(row.kind), moment, str(row.who), done, ancestor)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.HISTORY) from error
