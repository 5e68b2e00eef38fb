"""What makes a silent change of the ledger visible (reliability M7): the root digest over all that the list shows.

Each form, margin, event, frozen copy, release, unit, template, rule that is off, delivery, answer and comment has a row
digest, SHA-256 as a number; the root digest is their sum modulo 2^256, so that a change costs the row digests of what it
changes and not those of the whole ledger. The row digest of a form, copy or template covers its digest, and by that all
its content. Of the change log only the last row has one: its link in the chain covers all rows before it, and its
sequence is their number. No two kinds have equally many columns, or one begins with its name and the other with a
number, so that a row of one never has the row digest of another.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import literal

from selfeval_desktop.storage.forms.tables import (
    answers,
    changes,
    comments,
    copies,
    deliveries,
    events,
    forms,
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
    return int.from_bytes(
        sha256(f"{len(row)}{_BETWEEN}{words}".encode("utf-8", "surrogatepass")).digest(), "big"
    )
