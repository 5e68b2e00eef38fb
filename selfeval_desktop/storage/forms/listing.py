"""What the form list shows, without reading a form: stored figures, and the state derived from them and the events."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, func, select

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.app.ports.forms import DeletedForm, FormSummary, State
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.storage.forms import root_digest, rows
from selfeval_desktop.storage.forms.tables import copies, events, forms, margins, releases

# A note may hold these letters too, but not without a backslash before the quotation mark.
_CARRIED = f':"{ValueOrigin.CARRIED}"'
_WAITING = (
    select(
        (func.length(margins.c.content) - func.length(func.replace(margins.c.content, _CARRIED, "")))
        // len(_CARRIED)
    )
    .where(margins.c.form_id == forms.c.id)
    .scalar_subquery()
)
_LISTED: Select[Any] = (
    select(*root_digest.FORM, _WAITING.label("waiting"))
    .where(forms.c.deleted_at.is_(None))
    .order_by(forms.c.id)
)
_DELETED = (
    select(*root_digest.FORM)
    .where(forms.c.deleted_at.is_not(None))
    .order_by(forms.c.deleted_at.desc(), forms.c.id.desc())
)
_EVENTS: Select[Any] = (
    select(*root_digest.EVENT, copies.c.template_version)
    .select_from(events)
    .outerjoin(releases, releases.c.sequence == events.c.sequence)
    .outerjoin(copies, copies.c.id == releases.c.copy_id)
    .order_by(events.c.sequence)
)


def read_form_summaries(
    connection: Connection, path: Path, form_ids: Sequence[int] | None
) -> tuple[FormSummary, ...]:
    """The forms that are not deleted, by id: all, or those asked for; DamagedLedger."""
    listing, happening = _LISTED, _EVENTS
    if form_ids is not None:
        listing = listing.where(forms.c.id.in_(form_ids))
        happening = happening.where(events.c.form_id.in_(form_ids))
    listed, happened = connection.execute(listing).all(), connection.execute(happening).all()
    ever = {row.form_id for row in happened}
    out = {row.id: row for row in listed if row[0] in ever}
    # Of events of ledgers before 0002 no version is known.
    as_now = {
        row.form_id: row
        for row in happened
        if (form := out.get(row.form_id))
        and row.digest == form.digest
        and row.template_version in {None, form.template_version}
    }
    try:
        return tuple(_summary_from_row(row, as_now.get(row[0]), was_out=row[0] in ever) for row in listed)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error


def read_deleted_forms(connection: Connection, path: Path) -> tuple[DeletedForm, ...]:
    """The forms in the recycle bin, deleted last first; DamagedLedger."""
    try:
        return tuple(
            DeletedForm(row.id, row.project_name, row.year, row.unit, datetime.fromisoformat(row.deleted_at))
            for row in connection.execute(_DELETED)
        )
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error


def _summary_from_row(row: Row[Any], event: Row[Any] | None, *, was_out: bool) -> FormSummary:
    """`event` is the last one of the form's present content; `was_out` is whether there was any event at all.

    Errors come before everything: such a form can neither be printed for good nor handed up. By place, as the
    query has its columns: names are looked up too slowly for ten thousand forms.
    """
    form_id, template, _, year, name, unit, department, _, rate, score, grade, *figures = cast(
        "tuple[Any, ...]", row
    )
    errors, warnings, hints, changed_at, _, waiting = figures
    state, since = State.READY, None
    if errors:
        state = State.DRAFT
    elif event is not None:
        state, since = State(event.kind), datetime.fromisoformat(event.at)
    elif was_out:
        state, since = State.CHANGED, datetime.fromisoformat(changed_at)
    return FormSummary(
        form_id,
        template,
        name,
        year,
        unit,
        department,
        rows.read_decimal(rate),
        rows.read_decimal(score),
        grade,
        errors,
        warnings,
        hints,
        state,
        since,
        waiting or 0,
    )
