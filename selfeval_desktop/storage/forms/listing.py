"""What the form list shows, without reading a form: stored figures, and the state derived from them and the events."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, UnknownForm
from selfeval_desktop.app.ports.forms import DeletedForm, FindingCounts, FormSummary, State
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.storage.forms import digests, rows
from selfeval_desktop.storage.forms.tables import (
    answers,
    comments,
    copies,
    events,
    forms,
    fund_lines,
    indicators,
    margins,
    releases,
)

# A note may hold these letters too, but not without a backslash before the quotation mark.
_CARRIED = f':"{ValueOrigin.CARRIED}"'
_WAITING = (
    select(
        (func.length(margins.c.content) - func.length(func.replace(margins.c.content, _CARRIED, ""))) // len(_CARRIED)
    )
    .where(margins.c.form_id == forms.c.id)
    .scalar_subquery()
)
_LISTED: Select[Any] = (
    select(*digests.FORM, _WAITING.label("waiting")).where(forms.c.deleted_at.is_(None)).order_by(forms.c.id)
)
_DELETED = (
    select(*digests.FORM).where(forms.c.deleted_at.is_not(None)).order_by(forms.c.deleted_at.desc(), forms.c.id.desc())
)
_EVENTS: Select[Any] = (
    select(*digests.EVENT, copies.c.template_version)
    .select_from(events)
    .outerjoin(releases, releases.c.sequence == events.c.sequence)
    .outerjoin(copies, copies.c.id == releases.c.copy_id)
    .order_by(events.c.sequence)
)
_RETURNED = (
    select(events.c.form_id, func.count())
    .join(answers, answers.c.sequence == events.c.sequence)
    .join(comments, comments.c.sequence == answers.c.sequence)
    .where(answers.c.verdict == "returned", comments.c.done == 0)
    .group_by(events.c.form_id)
)


def read_form_summaries(connection: Connection, path: Path, form_ids: Sequence[int] | None) -> tuple[FormSummary, ...]:
    """The forms that are not deleted, by id: all, or those asked for; DamagedLedger."""
    listing, happening, returned = _LISTED, _EVENTS, _RETURNED
    if form_ids is not None:
        listing = listing.where(forms.c.id.in_(form_ids))
        happening = happening.where(events.c.form_id.in_(form_ids))
        returned = returned.where(events.c.form_id.in_(form_ids))
    listed, happened = connection.execute(listing).all(), connection.execute(happening).all()
    left = {row[0]: row[1] for row in connection.execute(returned)}
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
        found = (_summary_from_row(row, as_now.get(row[0]), was_out=row[0] in ever) for row in listed)
        return tuple(
            replace(each, state=State.RETURNED, comments=left[each.form_id]) if each.form_id in left else each
            for each in found
        )
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
    form_id, template, _, year, name, unit, department, _, rate, score, grade, *figures = cast("tuple[Any, ...]", row)
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


_LAST_FORM = select(func.max(forms.c.id))
_INSERT_FORM = insert(forms)
_UPDATE_FORM = update(forms).where(forms.c.id == bindparam("form_id"))
_SET_DELETED = (
    update(forms).where(forms.c.id.in_(bindparam("ids", expanding=True))).values(deleted_at=bindparam("moment"))
)
_DELETE_ROWS = tuple(
    delete(table).where(table.c.form_id == bindparam("form_id_")) for table in (fund_lines, indicators, margins)
)
_INSERT_FUNDS, _INSERT_INDICATORS, _INSERT_MARGIN = insert(fund_lines), insert(indicators), insert(margins)


def next_form_ids(connection: Connection, count: int) -> tuple[int, ...]:
    """The ids of so many new forms; none is ever used twice."""
    first = (connection.execute(_LAST_FORM).scalar() or 0) + 1
    return tuple(range(first, first + count))


def insert_form(connection: Connection, form_id: int, values: rows.Values, form: Form) -> None:
    """Add a form; `values` are those of its row of `forms`."""
    connection.execute(_INSERT_FORM, {"id": form_id, **values})
    _insert_rows(connection, form_id, form)


def replace_form(connection: Connection, form_id: int, values: rows.Values, form: Form) -> None:
    """Put a form in place of the one with that id; `values` are those of its row of `forms`."""
    connection.execute(_UPDATE_FORM, {"form_id": form_id, **values})
    for statement in _DELETE_ROWS:
        connection.execute(statement, {"form_id_": form_id})
    _insert_rows(connection, form_id, form)


def mark_deleted(connection: Connection, form_ids: Sequence[int], moment: str | None) -> None:
    """Say when these forms were moved to the recycle bin; None brings them back."""
    connection.execute(_SET_DELETED, {"ids": list(form_ids), "moment": moment})


def update_counts(connection: Connection, counts: Mapping[int, FindingCounts]) -> None:
    """Store other finding counts of these forms."""
    if counts:
        values = [{"form_id": form_id, **each._asdict()} for form_id, each in counts.items()]
        connection.execute(_UPDATE_FORM, values)


def refuse_unknown_forms(found: Sequence[Row[Any]], form_ids: Sequence[int], *, deleted_too: bool = False) -> None:
    """UnknownForm for the first of these ids that is not among the rows found, or is deleted."""
    present = {row.id for row in found if deleted_too or row.deleted_at is None}
    for form_id in form_ids:
        if form_id not in present:
            raise UnknownForm(form_id)


def _insert_rows(connection: Connection, form_id: int, form: Form) -> None:
    if form.funds:
        connection.execute(_INSERT_FUNDS, rows.fund_values(form_id, form))
    if form.indicators:
        connection.execute(_INSERT_INDICATORS, rows.indicator_values(form_id, form))
    if not form.annotations.is_blank:
        connection.execute(_INSERT_MARGIN, rows.annotation_values(form_id, form))
