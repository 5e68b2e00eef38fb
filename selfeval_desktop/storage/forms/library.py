"""What the forms of a ledger have to pick from: one query each, over its newest forms.

The rows are not compared with the digests of their forms, which would mean to read all of those: what is picked
is read by the user before it goes anywhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, UnknownTemplate
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.domain.over_time import library
from selfeval_desktop.domain.over_time.library import KnownIndicator, SourceForm, WrittenReason
from selfeval_desktop.domain.scoring.targets import whole_row
from selfeval_desktop.storage.forms.rows import field_texts
from selfeval_desktop.storage.forms.tables import forms, indicators

NEWEST_FORMS = 2000
"""How many forms are looked through: those of the latest years, of one year the ones that came last."""

_NEWEST = (
    select(forms.c.id, forms.c.project_name, forms.c.year, forms.c.template)
    .where(forms.c.deleted_at.is_(None), forms.c.id != bindparam("but"))
    .order_by(forms.c.year.desc().nulls_last(), forms.c.id.desc())
    .limit(bindparam("most"))
    .subquery()
)


def _select_from_newest_forms(*columns: str, filled: str) -> Select[Any]:
    """These columns of all rows in which `filled` is, the newest first, with the form that they stand in."""
    return (
        select(
            *(indicators.c[name] for name in columns),
            _NEWEST.c.project_name,
            _NEWEST.c.template,
            _NEWEST.c.year,
        )
        .join(_NEWEST, _NEWEST.c.id == indicators.c.form_id)
        .where(indicators.c[filled] != "")
        .order_by(_NEWEST.c.year.desc().nulls_last(), _NEWEST.c.id.desc(), indicators.c.position)
    )


_REASONS = _select_from_newest_forms("deviation", filled="deviation")
_TARGETS = (
    select(indicators.c.form_id, indicators.c.level3, indicators.c.target)
    .where(indicators.c.form_id.in_(bindparam("ids", expanding=True)))
    .order_by(indicators.c.form_id, indicators.c.position)
)
_INDICATORS = _select_from_newest_forms("level1", "level2", "level3", "target", "fields", filled="level3")


def read_written_reasons(connection: Connection, path: Path, form_id: int) -> tuple[WrittenReason, ...]:
    """What forms other than that one say of deviations; DamagedLedger."""
    found = _rows_of_other_forms(connection, path, _REASONS, form_id)
    return library.distinct_reasons(WrittenReason(row.deviation, _source_from_row(row)) for row in found)


def read_known_indicators(
    connection: Connection, path: Path, form_id: int, templates: Templates
) -> tuple[KnownIndicator, ...]:
    """The indicators of forms other than that one, each with its whole target; DamagedLedger."""
    found = _rows_of_other_forms(connection, path, _INDICATORS, form_id)
    return library.distinct_indicators(
        KnownIndicator(row.level1, row.level2, row.level3, _whole_target(row, path, templates), _source_from_row(row))
        for row in found
    )


def _whole_target(row: Row[Any], path: Path, templates: Templates) -> str:
    """In one text, where the form's template splits it and is at hand."""
    target: str = row.target
    try:
        fields = field_texts(row.fields)
    except (ValueError, TypeError) as error:
        raise DamagedLedger(path, LedgerDamage.CONTENT) from error
    if not fields:
        return target
    try:
        template = templates.get_template(row.template)
    except UnknownTemplate:
        return target
    return whole_row(Indicator(target=target, fields=fields), template).target


def read_targets_by_form(connection: Connection, form_ids: Sequence[int]) -> Mapping[int, tuple[tuple[str, str], ...]]:
    """Name and target of every row of these forms, by form, in their order."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in connection.execute(_TARGETS, {"ids": list(form_ids)}):
        found[row.form_id].append((row.level3, row.target))
    return {form_id: tuple(pairs) for form_id, pairs in found.items()}


def _rows_of_other_forms(connection: Connection, path: Path, query: Select[Any], form_id: int) -> Iterator[Row[Any]]:
    """The rows of forms other than that one; DamagedLedger at the first that holds something else than texts."""
    for row in connection.execute(query, {"but": form_id, "most": NEWEST_FORMS}):
        *texts, _year = row
        if not all(isinstance(text, str) for text in texts):
            raise DamagedLedger(path, LedgerDamage.CONTENT)
        yield row


def _source_from_row(row: Row[Any]) -> SourceForm:
    return SourceForm(row.project_name, row.year)
