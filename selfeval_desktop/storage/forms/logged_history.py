"""The change log read back: the history of a form, a form of before, and the proof of the chain."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.codec import ledger_texts
from selfeval_desktop.codec.ledger_texts import form_digest
from selfeval_desktop.domain.form import form_texts
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.form_texts import TextChange
from selfeval_desktop.domain.form.text_edits import TextEdit
from selfeval_desktop.domain.over_time.change_history import BEGINNING, Ancestor, HistoryAction, HistoryEntry
from selfeval_desktop.storage.forms.change_log import LINKED, PART, chain_link
from selfeval_desktop.storage.forms.tables import changes, forms

_ancestors = changes.alias("ancestors")
_OF_FORM = (
    select(changes, _ancestors.c.at.label("ancestor_at"))
    .outerjoin(_ancestors, _ancestors.c.sequence == changes.c.ancestor_sequence)
    .where(
        changes.c.form_id == bindparam("wanted"),
        changes.c.sequence >= bindparam("first"),
        changes.c.sequence < bindparam("before"),
    )
    .order_by(changes.c.sequence.desc())
)
_AFTER_ALL = (1 << 63) - 1
_ALL = select(changes.c.chain, *LINKED).order_by(changes.c.sequence)
_NEXT = _ALL.where(changes.c.sequence >= bindparam("after")).limit(bindparam("most"))
_KINDS = frozenset({PART, *HistoryAction})


def read_history_page(
    connection: Connection, path: Path, form_id: int, texts: dict[str, str], before: int | None, most: int
) -> tuple[tuple[HistoryEntry, ...], int]:
    """Up to so many steps of a form, the newest first, of those before that sequence number; DamagedLedger.

    `texts` are those after the first of them, and become those before the last. And the number to go on before.
    """
    key = {"wanted": form_id, "first": BEGINNING, "before": _AFTER_ALL if before is None else before}
    found, last = [], BEGINNING
    with connection.execute(_OF_FORM, key) as rows_of_form:
        for step in islice(_rows_by_step(rows_of_form), most):
            done = tuple(change for row in step for change in _undo_row(path, row, texts))
            found.append(_entry_from_row(path, step[0], done))
            last = step[-1].sequence
    return tuple(found), last


def form_after_entry(connection: Connection, path: Path, present: Form, form_id: int, sequence: int) -> Form:
    """The form as that entry left it, or as it was before all of them; DamagedLedger when the log leads nowhere."""
    texts, digest = dict(form_texts.form_to_texts(present)), None
    for row in connection.execute(_OF_FORM, {"wanted": form_id, "first": sequence, "before": _AFTER_ALL}):
        digest = row.digest
        if row.kind != PART:
            _entry_from_row(path, row)
        if row.sequence > sequence:
            _undo_row(path, row, texts)
    try:
        form = form_texts.form_from_texts(texts)
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.HISTORY) from error
    if sequence != BEGINNING and digest != form_digest(form).hex():
        raise DamagedLedger(path, LedgerDamage.HISTORY)
    return form


def verify_change_log(connection: Connection, path: Path) -> None:
    """Walk the chain, and compare its end with every form; DamagedLedger."""
    link, digests = "", dict[int, str]()
    for number, row in enumerate(connection.execute(_ALL), start=1):
        if row.sequence != number or row.kind not in _KINDS or row.chain != chain_link(link, row[1:]):
            raise DamagedLedger(path, LedgerDamage.HISTORY)
        _read_row_changes(path, row)
        if row.kind != PART:
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
        if row.sequence != number or row.chain != chain_link(link, row[1:]):
            raise DamagedLedger(path, LedgerDamage.HISTORY)
        link = row.chain
    return after + len(following) if following else None


def _rows_by_step(found: Iterable[Row[Any]]) -> Iterator[list[Row[Any]]]:
    """The rows of each step, its own first; they come the newest first."""
    step: list[Row[Any]] = []
    for row in found:
        if step and row.kind != PART:
            yield step
            step = []
        step.append(row)
    if step:
        yield step


def _read_row_changes(path: Path, row: Row[Any]) -> tuple[TextChange | TextEdit, ...]:
    try:
        return ledger_texts.read_changes(row.content)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.HISTORY) from error


def _undo_row(path: Path, row: Row[Any], texts: dict[str, str]) -> tuple[TextChange, ...]:
    """Make of these texts those before that row; its changes with both texts. DamagedLedger."""
    try:
        done = tuple(
            change.whole_change(texts) if isinstance(change, TextEdit) else change
            for change in _read_row_changes(path, row)
        )
    except ValueError as error:
        raise DamagedLedger(path, LedgerDamage.HISTORY) from error
    form_texts.undo_in_place(texts, done)
    return done


def _entry_from_row(path: Path, row: Row[Any], done: tuple[TextChange, ...] = ()) -> HistoryEntry:
    try:
        ancestor_at = getattr(row, "ancestor_at", None)
        at = datetime.fromisoformat(ancestor_at) if ancestor_at else None
        ancestor = None if row.ancestor_form is None else Ancestor(row.ancestor_form, row.ancestor_sequence, at)
        moment, did = datetime.fromisoformat(row.at), HistoryAction(row.kind)
        began = None if row.began is None else datetime.fromisoformat(row.began)
        return HistoryEntry(row.sequence, did, moment, str(row.who), done, ancestor, began)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.HISTORY) from error
