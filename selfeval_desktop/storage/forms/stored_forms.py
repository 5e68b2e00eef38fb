"""Writes the rows of forms: a row of `forms`, and those of funds, indicators and annotations that belong to it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from selfeval_desktop.app.errors import UnknownForm
from selfeval_desktop.app.ports.forms import FindingCounts
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.storage.forms import rows
from selfeval_desktop.storage.forms.tables import forms, fund_lines, indicators, margins

_LAST_FORM = select(func.max(forms.c.id))
_INSERT_FORM = insert(forms)
_UPDATE_FORM = update(forms).where(forms.c.id == bindparam("form_id"))
_SET_DELETED = (
    update(forms)
    .where(forms.c.id.in_(bindparam("ids", expanding=True)))
    .values(deleted_at=bindparam("moment"))
)
_DELETE_ROWS = tuple(
    delete(table).where(table.c.form_id == bindparam("form_id_"))
    for table in (fund_lines, indicators, margins)
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


def refuse_unknown_forms(
    found: Sequence[Row[Any]], form_ids: Sequence[int], *, deleted_too: bool = False
) -> None:
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
