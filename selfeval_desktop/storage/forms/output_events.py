"""Prints and exports as events, each with a copy of the form as it went out."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.app.ledger.templates import template_of
from selfeval_desktop.app.ports.output_events import EventKind, FrozenCopy, OutputEvent, OutputRecord, SentFile
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.codec import ledger_texts
from selfeval_desktop.codec.ledger_texts import form_digest, paper_code
from selfeval_desktop.storage.forms import contents, digests, rows
from selfeval_desktop.storage.forms.tables import copies, deliveries, events, releases

_NOTED = (
    select(
        *(events.c[name] for name in ("sequence", "form_id", "kind", "at")),
        *(copies.c[name] for name in ("template", "template_version", "code")),
        deliveries.c.kind.label("file_kind"),
        deliveries.c.name.label("file_name"),
        deliveries.c.digest.label("file_digest"),
    )
    .select_from(events)
    .outerjoin(releases, releases.c.sequence == events.c.sequence)
    .outerjoin(copies, copies.c.id == releases.c.copy_id)
    .outerjoin(deliveries, deliveries.c.sequence == events.c.sequence)
    .order_by(events.c.sequence.desc())
)
_OF_FORM = _NOTED.where(events.c.form_id == bindparam("wanted"))
_OF_CODE = _NOTED.where(copies.c.code == bindparam("wanted"))
_ONE = _NOTED.where(events.c.sequence == bindparam("wanted")).add_columns(
    copies.c.digest, copies.c.content, releases.c.paper
)
_LAST_EVENT = select(func.max(events.c.sequence))
_LAST_COPY = select(func.max(copies.c.id))
_SAME_COPY = select(copies.c.id).where(
    *(copies.c[name] == bindparam(name) for name in ("form_id", "template_version", "digest"))
)
_INSERT_EVENT, _INSERT_COPY, _INSERT_RELEASE = insert(events), insert(copies), insert(releases)
_INSERT_DELIVERY = insert(deliveries)
# The first digested column of a delivery is the kind's name.
_ADDED = tuple(
    select(*columns).where(number > bindparam("last"))
    for columns, number in (
        (digests.EVENT, events.c.sequence),
        (digests.COPY, copies.c.id),
        (digests.RELEASE, releases.c.sequence),
        (digests.DELIVERY, deliveries.c.sequence),
    )
)


def store_output_events(
    connection: Connection, gone: Sequence[OutputRecord], kind: EventKind, templates: Templates
) -> int:
    """Store an event for each, and its copy where there is none like it; the row digests of all new rows."""
    last_event, last_copy = (connection.execute(last).scalar() or 0 for last in (_LAST_EVENT, _LAST_COPY))
    for sequence, record in enumerate(gone, start=last_event + 1):
        event = {
            "sequence": sequence,
            "form_id": record.form_id,
            "kind": kind,
            "digest": form_digest(record.form).hex(),
            "at": rows.current_time_text(),
        }
        connection.execute(_INSERT_EVENT, event)
        paper = ledger_texts.paper_setup_text(record.paper, signature=record.signature)
        copy_id = _store_frozen_copy(connection, record, templates)
        connection.execute(_INSERT_RELEASE, {"sequence": sequence, "copy_id": copy_id, "paper": paper})
        if record.file is not None:
            connection.execute(_INSERT_DELIVERY, {"sequence": sequence, **asdict(record.file)})
    lasts = (last_event, last_copy, last_event, last_event)
    return sum(
        digests.sum_row_digests(connection.execute(added, {"last": last}))
        for added, last in zip(_ADDED, lasts, strict=True)
    )


def output_events_of_form(connection: Connection, path: Path, form_id: int) -> tuple[OutputEvent, ...]:
    """The outputs of a form, the newest first; DamagedLedger."""
    return _read_output_events(connection, path, _OF_FORM, form_id)


def output_events_with_code(connection: Connection, path: Path, code: str) -> tuple[OutputEvent, ...]:
    """Every output with this code, the newest first; DamagedLedger."""
    return _read_output_events(connection, path, _OF_CODE, code)


def read_frozen_copy(connection: Connection, path: Path, event_id: int) -> FrozenCopy:
    """Read a frozen copy by its output event; DamagedLedger where its content is no form."""
    row = connection.execute(_ONE, {"wanted": event_id}).one()
    setup, signature = contents.read_stored_paper(path, row.paper)
    return FrozenCopy(_output_event_from_row(path, row), contents.frozen_form(path, row), setup, signature)


def _store_frozen_copy(connection: Connection, record: OutputRecord, templates: Templates) -> int:
    """The id of the copy, which is stored once for each content under each version of the template."""
    template = template_of(record.form, templates)
    content = ledger_texts.form_snapshot_text(record.form)
    sameness = {
        "form_id": record.form_id,
        "template_version": template.version,
        "digest": contents.text_digest(content),
    }
    same: int | None = connection.execute(_SAME_COPY, sameness).scalar()
    if same is not None:
        return same
    copy_id: int = (connection.execute(_LAST_COPY).scalar() or 0) + 1
    code = paper_code(record.form, template)
    values = {"id": copy_id, "template": template.id, "code": code, "content": content, **sameness}
    connection.execute(_INSERT_COPY, values)
    return copy_id


def _read_output_events(
    connection: Connection, path: Path, wanted: Select[Any], value: int | str
) -> tuple[OutputEvent, ...]:
    return tuple(_output_event_from_row(path, row) for row in connection.execute(wanted, {"wanted": value}))


def _output_event_from_row(path: Path, row: Row[Any]) -> OutputEvent:
    if row.kind not in ("printed", "exported"):
        raise DamagedLedger(path, LedgerDamage.CONTENT)
    try:
        at = datetime.fromisoformat(row.at)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error
    return OutputEvent(
        event_id=row.sequence,
        form_id=row.form_id,
        kind=row.kind,
        at=at,
        template=row.template or "",
        template_version=row.template_version,
        code=row.code or "",
        file=None if row.file_kind is None else SentFile(row.file_kind, row.file_name, row.file_digest),
    )
