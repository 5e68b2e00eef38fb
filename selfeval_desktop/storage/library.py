"""What the forms of a ledger have to pick from: one query each, over its newest forms.

The rows are not compared with the digests of their forms, which would mean to read all of those: what is picked
is read by the user before it goes anywhere.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from selfeval_desktop.app.errors import Damage, DamagedLedger
from selfeval_desktop.domain import library
from selfeval_desktop.domain.library import KnownIndicator, Source, WrittenReason
from selfeval_desktop.storage.tables import forms, indicators

NEWEST_FORMS = 2000
"""How many forms are looked through: those of the latest years, of one year the ones that came last."""

_NEWEST = (
    select(forms.c.id, forms.c.project_name, forms.c.year)
    .where(forms.c.deleted_at.is_(None), forms.c.id != bindparam("but"))
    .order_by(forms.c.year.desc().nulls_last(), forms.c.id.desc())
    .limit(bindparam("most"))
    .subquery()
)


def _of_rows(*columns: str, filled: str) -> Select[Any]:
    """These columns of all rows in which `filled` is, the newest first, with the form that they stand in."""
    return (
        select(*(indicators.c[name] for name in columns), _NEWEST.c.project_name, _NEWEST.c.year)
        .join(_NEWEST, _NEWEST.c.id == indicators.c.form_id)
        .where(indicators.c[filled] != "")
        .order_by(_NEWEST.c.year.desc().nulls_last(), _NEWEST.c.id.desc(), indicators.c.position)
    )


_REASONS = _of_rows("deviation", filled="deviation")
_INDICATORS = _of_rows("level1", "level2", "level3", "target", filled="level3")


def reasons(connection: Connection, path: Path, form_id: int) -> tuple[WrittenReason, ...]:
    """What forms other than that one say of deviations; DamagedLedger."""
    found = _found(connection, path, _REASONS, form_id)
    return library.reasons(WrittenReason(row.deviation, _source(row)) for row in found)


def known_indicators(connection: Connection, path: Path, form_id: int) -> tuple[KnownIndicator, ...]:
    """The indicators of forms other than that one; DamagedLedger."""
    found = _found(connection, path, _INDICATORS, form_id)
    return library.indicators(
        KnownIndicator(row.level1, row.level2, row.level3, row.target, _source(row)) for row in found
    )


def _found(connection: Connection, path: Path, query: Select[Any], form_id: int) -> Iterator[Row[Any]]:
    """The rows of forms other than that one; DamagedLedger at the first that holds something else than texts."""
    for row in connection.execute(query, {"but": form_id, "most": NEWEST_FORMS}):
        *texts, _year = row
        if not all(isinstance(text, str) for text in texts):
            raise DamagedLedger(path, Damage.CONTENT)
        yield row


def _source(row: Row[Any]) -> Source:
    return Source(row.project_name, row.year)
