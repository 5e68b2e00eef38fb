"""Reads what a ledger stores, and verifies it against the digests."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from selfeval_desktop.app.errors import BadTemplate, DamagedLedger, LedgerDamage, UnknownForm
from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.app.ports.ledgers import LedgerStructure
from selfeval_desktop.codec import ledger_texts
from selfeval_desktop.codec.ledger_texts import content_code
from selfeval_desktop.codec.templates import read_template_text
from selfeval_desktop.domain.form.annotations import BLANK_ANNOTATIONS, Annotations
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.forms import answers, change_log, digests, logged_history, rows
from selfeval_desktop.storage.forms.tables import (
    copies,
    forms,
    fund_lines,
    indicators,
    ledger,
    margins,
    metadata,
    releases,
    rules_off,
    templates,
    units,
)

_DOCUMENT = re.compile(r"[0-9a-f]{32}")
_LEDGER = select(ledger)
_DIGESTED = (*(select(*columns) for columns in digests.KINDS), change_log.TAIL)
_FORM = select(forms).where(forms.c.id == bindparam("form_id"))
_FUNDS = select(fund_lines).where(fund_lines.c.form_id == bindparam("form_id")).order_by(fund_lines.c.position)
_INDICATORS = select(indicators).where(indicators.c.form_id == bindparam("form_id")).order_by(indicators.c.position)
_MARGIN = select(margins.c.content).where(margins.c.form_id == bindparam("form_id"))
_UNITS = select(units).order_by(units.c.position)
_RULES_OFF = select(rules_off.c.code).order_by(rules_off.c.code)
_SOME_FORMS = select(forms).where(forms.c.id.in_(bindparam("ids", expanding=True)))
_SOME_ROWS = {
    table: select(table)
    .where(table.c.form_id.in_(bindparam("ids", expanding=True)))
    .order_by(table.c.form_id, table.c.position)
    for table in (fund_lines, indicators)
}
_SOME_MARGINS = select(margins).where(margins.c.form_id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The ledger's own row: document id, number of transactions stored, and the root digest over all of it."""

    document_id: str
    revision: int
    root_digest: str


def check_root_digest(connection: Connection, path: Path) -> LedgerHead:
    """The ledger's head, its root digest compared with all row digests; DamagedLedger. Texts of forms and copies are not read."""
    found = connection.execute(_LEDGER).all()
    # All at once: rows fetched one by one take twice as long.
    root = sum(digests.sum_row_digests(connection.execute(rows_of_a_kind).all()) for rows_of_a_kind in _DIGESTED)
    if (
        len(found) != 1
        or not _is_valid_head(found[0])
        or found[0].root_digest != digests.format_root_digest(root % digests.MODULUS)
    ):
        raise DamagedLedger(path, LedgerDamage.CONTENT)
    return LedgerHead(found[0].document_id, found[0].revision, found[0].root_digest)


def _is_valid_head(row: Row[Any]) -> bool:
    """Whether the ledger's own row holds what we write into it; no row digest covers it."""
    return (
        isinstance(row.document_id, str)
        and _DOCUMENT.fullmatch(row.document_id) is not None
        and rows.is_count(row.revision)
        and isinstance(row.created_at, str)
    )


def verify_contents(connection: Connection, path: Path, progress: Progress = ignore_progress) -> LedgerHead:
    """As `check_root_digest`, with every form and copy read and compared with its digest, those of deleted forms too."""
    head = check_root_digest(connection, path)
    digests.verify_every_form(connection, path, progress)
    for row in connection.execute(select(copies)):
        frozen_form(path, row)
    for text in connection.execute(select(releases.c.paper)).scalars():
        read_stored_paper(path, text)
    for text in connection.execute(select(margins.c.content)).scalars():
        read_stored_annotations(path, text)
    for row in connection.execute(select(templates)):
        read_stored_template(path, row)
    reporting_units(connection, path)
    read_rules_off(connection, path)
    answers.read_all_answers(connection, path)
    logged_history.verify_change_log(connection, path)
    return head


def read_ledger_structure(connection: Connection) -> LedgerStructure:
    """Schema version, revision, size and rows by table."""
    counts = {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }
    revision = connection.execute(select(ledger.c.revision)).scalar_one()
    return LedgerStructure(database.HEAD, revision, database.size_in_bytes(connection), counts)


def read_stored_form(connection: Connection, path: Path, form_id: int, *, deleted_too: bool = False) -> Form:
    """The form as stored; UnknownForm, also for a deleted one unless `deleted_too`; DamagedLedger."""
    key = {"form_id": form_id}
    row = connection.execute(_FORM, key).one_or_none()
    if row is None or (row.deleted_at is not None and not deleted_too):
        raise UnknownForm(form_id)
    found = digests.build_verified_form(
        path, row, connection.execute(_FUNDS, key).all(), connection.execute(_INDICATORS, key).all()
    )
    beside = connection.execute(_MARGIN, key).scalar()
    return replace(found, annotations=BLANK_ANNOTATIONS if beside is None else read_stored_annotations(path, beside))


def read_stored_forms(connection: Connection, path: Path, form_ids: Sequence[int]) -> tuple[Form, ...]:
    """Several forms in the order asked for, with one query for each table; as `read_stored_form`."""
    key = {"ids": list(form_ids)}
    heads = {row.id: row for row in connection.execute(_SOME_FORMS, key) if row.deleted_at is None}
    for form_id in form_ids:
        if form_id not in heads:
            raise UnknownForm(form_id)
    funds, lines = (
        digests.group_by_form(connection.execute(_SOME_ROWS[table], key)) for table in (fund_lines, indicators)
    )
    beside = {row.form_id: read_stored_annotations(path, row.content) for row in connection.execute(_SOME_MARGINS, key)}
    found = (
        (
            form_id,
            digests.build_verified_form(path, heads[form_id], funds.get(form_id, ()), lines.get(form_id, ())),
        )
        for form_id in form_ids
    )
    return tuple(replace(each, annotations=beside[form_id]) if form_id in beside else each for form_id, each in found)


def read_rules_off(connection: Connection, path: Path) -> frozenset[str]:
    """The codes of the rules that the ledger does without; DamagedLedger."""
    codes = connection.execute(_RULES_OFF).scalars().all()
    if not all(isinstance(code, str) for code in codes):
        raise DamagedLedger(path, LedgerDamage.CONTENT)
    return frozenset(codes)


def read_stored_annotations(path: Path, text: str) -> Annotations:
    """The annotations of a row of `margins`; DamagedLedger."""
    try:
        return ledger_texts.read_annotations(text)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error


def reporting_units(connection: Connection, path: Path) -> tuple[Unit, ...]:
    """All rows of `units` as values; DamagedLedger for one that is none."""
    try:
        return tuple(rows.unit_from_row(row) for row in connection.execute(_UNITS))
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error


def frozen_form(path: Path, row: Row[Any]) -> Form:
    """The form of a row of `copies`, as it went out; DamagedLedger."""
    try:
        if text_digest(row.content) != row.digest:
            raise DamagedLedger(path, LedgerDamage.CONTENT)
        found = ledger_texts.read_form_snapshot(row.content)
        code = content_code(found, row.template, row.template_version)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error
    if (found.template, code) != (row.template, row.code):
        raise DamagedLedger(path, LedgerDamage.CONTENT)
    return replace(found, template_version=row.template_version)


def read_stored_template(path: Path, row: Row[Any]) -> Template:
    """The template of a row of `templates`; DamagedLedger."""
    try:
        if text_digest(row.content) != row.digest:
            raise DamagedLedger(path, LedgerDamage.CONTENT)
        found = read_template_text(row.content, path=path)
    except (BadTemplate, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error
    if (found.id, found.version) != (row.template, row.version):
        raise DamagedLedger(path, LedgerDamage.CONTENT)
    return found


def read_stored_paper(path: Path, text: str) -> tuple[PaperSetup, bool]:
    """Paper and line for signatures of a row of `releases`; DamagedLedger."""
    try:
        return ledger_texts.read_paper_setup(text)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error


def text_digest(text: str) -> str:
    """SHA-256 of a stored text, in hexadecimal; TypeError for what is no text."""
    if not isinstance(text, str):
        raise TypeError(text)
    return sha256(text.encode()).hexdigest()
