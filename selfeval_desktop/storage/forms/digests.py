"""Digests of forms and of the whole ledger: kept with each save, and compared with what is stored."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, func, literal, or_, select

from selfeval_desktop.app.collector import without_collector
from selfeval_desktop.app.errors import DamagedForm, DamagedLedger, LedgerDamage
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.codec.ledger_texts import form_digest
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.forms import rows
from selfeval_desktop.storage.forms.tables import (
    answers,
    changes,
    comments,
    copies,
    deliveries,
    events,
    forms,
    fund_lines,
    indicators,
    margins,
    releases,
    rules_off,
    templates,
    units,
)

FORM = tuple(
    forms.c[name]
    for name in (
        *("id", "template", "template_version", "year", "project_name", "unit", "department", "digest"),
        *(
            "execution_rate",
            "score_total",
            "grade",
            "errors",
            "warnings",
            "hints",
            "changed_at",
            "deleted_at",
        ),
    )
)
EVENT = tuple(events.c[name] for name in ("sequence", "form_id", "kind", "digest", "at"))
COPY = tuple(copies.c[name] for name in ("id", "form_id", "template", "template_version", "code", "digest"))
RELEASE = tuple(releases.c[name] for name in ("sequence", "copy_id", "paper"))
MARGIN = tuple(margins.c)
UNIT = tuple(units.c)
TEMPLATE = (literal("templates"), *(templates.c[name] for name in ("template", "version", "digest")))
RULE_OFF = tuple(rules_off.c)
DELIVERY, ANSWER, COMMENT = ((literal(table.name), *table.c) for table in (deliveries, answers, comments))
LOG = (literal("changes"), changes.c.sequence, changes.c.chain)
KINDS = (FORM, EVENT, COPY, RELEASE, MARGIN, UNIT, TEMPLATE, RULE_OFF, DELIVERY, ANSWER, COMMENT)
MODULUS = 1 << 256
_BETWEEN = "\x1f"


def sum_row_digests(rows: Iterable[Sequence[Any]]) -> int:
    """The sum of the row digests of rows of one kind."""
    return sum(map(_row_digest, rows)) % MODULUS


def updated_root_digest(root: str, *, before: int, after: int) -> str:
    """The root digest after the row digests that sum up to `before` were replaced by those of `after`."""
    return format_root_digest((int(root, 16) - before + after) % MODULUS)


def format_root_digest(root: int) -> str:
    """64 hexadecimal digits, as the ledger keeps it."""
    return f"{root:064x}"


def _row_digest(row: Sequence[Any]) -> int:
    words = _BETWEEN.join("\x00" if value is None else f"{value}" for value in row)
    return int.from_bytes(sha256(f"{len(row)}{_BETWEEN}{words}".encode("utf-8", "surrogatepass")).digest(), "big")


AT_ONCE = 250
"""How many forms are read at once."""

_BEFORE_ALL = -(1 << 63)
_COUNT = select(func.count()).select_from(forms)
_NEXT = select(forms).where(forms.c.id > bindparam("after")).order_by(forms.c.id).limit(bindparam("most"))
_ROWS = {
    table: select(table)
    .where(table.c.form_id > bindparam("after"), table.c.form_id <= bindparam("last"))
    .order_by(table.c.form_id, table.c.position)
    for table in (fund_lines, indicators)
}
_BEYOND = {
    table: select(table.c.form_id).where(or_(table.c.form_id > bindparam("last"), table.c.form_id.is_(None))).limit(1)
    for table in _ROWS
}


@contextmanager
def checking_pages(path: Path) -> Iterator[None]:
    """Have the pages and indexes checked while something else is read of the ledger; DamagedLedger at the end.

    It takes as long as the row digests do, and runs in SQLite without holding Python's lock.
    """
    with without_collector(), ThreadPoolExecutor(max_workers=1) as beside:
        pages = beside.submit(_are_pages_whole, path)
        try:
            yield
        finally:
            # Damaged pages are the cause of whatever else is wrong.
            if not pages.result():
                raise DamagedLedger(path, LedgerDamage.PAGES)


def verify_every_form(connection: Connection, path: Path, progress: Progress) -> None:
    """Every form compared with its digest, those of deleted forms too; DamagedForm, DamagedLedger, Cancelled."""
    total = connection.execute(_COUNT).scalar_one()
    last, done = None, 0
    while True:
        progress(min(done, total), total)
        following = verify_next_forms(connection, path, last, AT_ONCE)
        if following is None:
            break
        last, done = following, done + AT_ONCE
    for query in _BEYOND.values():
        if connection.execute(query, {"last": _BEFORE_ALL if last is None else last}).first():
            raise DamagedLedger(path, LedgerDamage.CONTENT)


def verify_next_forms(connection: Connection, path: Path, after: int | None, most: int) -> int | None:
    """Compare the forms that follow that id, or the first ones, with their digests; DamagedForm, DamagedLedger.

    The id of the last of them; None where no form follows.
    """
    start = _BEFORE_ALL if after is None else after
    heads = connection.execute(_NEXT, {"after": start, "most": most}).all()
    if not heads:
        return None
    last: int = heads[-1].id
    funds, lines = (_rows_by_form(connection, table, start, last) for table in _ROWS)
    for head in heads:
        build_verified_form(path, head, funds.pop(head.id, ()), lines.pop(head.id, ()))
    # Rows of no form at all.
    if funds or lines:
        raise DamagedLedger(path, LedgerDamage.CONTENT)
    return last


def build_verified_form(path: Path, head: Row[Any], funds: Iterable[Row[Any]], lines: Iterable[Row[Any]]) -> Form:
    """The form of its rows, compared with its digest; DamagedForm."""
    try:
        found = rows.form_from_rows(head, funds, lines)
        digest = form_digest(found).hex()
    except (ValueError, TypeError) as error:
        raise DamagedForm(path, LedgerDamage.CONTENT, head.id, head.project_name) from error
    if digest != head.digest:
        raise DamagedForm(path, LedgerDamage.CONTENT, head.id, head.project_name)
    return found


def group_by_form(found: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    """Rows by their form, which stands first in them."""
    grouped: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in found:
        grouped[row[0]].append(row)
    return grouped


def partial_progress(progress: Progress, place: int, parts: int) -> Progress:
    """The progress of one of several equally long parts, as progress of the whole."""

    def report_partial_progress(done: int, total: int) -> None:
        progress(place * total + done, parts * total)

    return report_partial_progress


def _rows_by_form(connection: Connection, table: Table, after: int, last: int) -> dict[int, list[Row[Any]]]:
    return group_by_form(connection.execute(_ROWS[table], {"after": after, "last": last}))


def _are_pages_whole(path: Path) -> bool:
    with database.connect(path, "ro") as connection:
        return database.is_whole(connection)
