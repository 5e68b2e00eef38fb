"""The change log keeps what differs of a long text, not all of it before and after, and may join saves of one cell.

Each row is proved while it is written: its link in the chain as it was, and that the text before comes back from what
is kept. A row that was not as it had been written keeps its link, so that verifying finds it afterwards as before.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_WORTH = 100
_MODULUS = 1 << 256
_BEFORE = ("sequence", "form_id", "kind", "at", "digest", "ancestor_form", "ancestor_sequence", "who", "content")
_READ = f"SELECT chain, {', '.join(_BEFORE)} FROM changes_0007 ORDER BY sequence"
_COLUMNS = (
    *("sequence", "form_id", "kind", "at", "began", "digest", "joined"),
    *("ancestor_form", "ancestor_sequence", "who", "content"),
)
_WRITE = f"INSERT INTO changes ({', '.join(_COLUMNS)}, chain) VALUES ({', '.join('?' * len(_COLUMNS))}, ?)"
_TAIL = "SELECT sequence, chain FROM {} ORDER BY sequence DESC LIMIT 1"


def upgrade() -> None:
    connection = op.get_bind()
    # What is dropped is kept in another shape: there is nothing to be wiped out.
    connection.exec_driver_sql("PRAGMA secure_delete=FAST")
    op.drop_index("ix_changes_form_id", "changes")
    op.rename_table("changes", "changes_0007")
    op.create_table(
        "changes",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("form_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("began", sa.String(32)),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.Column("joined", sa.String(64)),
        sa.Column("ancestor_form", sa.Integer),
        sa.Column("ancestor_sequence", sa.Integer),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["form_id"], ["forms.id"], name="fk_changes_form_id"),
        sa.ForeignKeyConstraint(["ancestor_form"], ["forms.id"], name="fk_changes_ancestor_form"),
        sa.PrimaryKeyConstraint("sequence", name="pk_changes"),
    )
    # One row at a time, without SQLAlchemy: a long log is more than the memory holds.
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.executemany(_WRITE, _rewritten_rows(driver))
    _move_root_digest(connection)
    op.drop_table("changes_0007")
    op.create_index("ix_changes_form_id", "changes", ["form_id"])
    connection.exec_driver_sql("PRAGMA secure_delete=ON")


def _rewritten_rows(driver: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The rows of the log as they are kept from now on."""
    former, link = "", ""
    for chain, *values in driver.execute(_READ):
        row = {**dict.fromkeys(_COLUMNS), **dict(zip(_BEFORE, values, strict=True))}
        row["content"] = _shortened_content(row["content"])
        is_as_written = chain == _chain_link(former, values)
        former, link = chain, _chain_link(link, list(row.values())) if is_as_written else chain
        yield (*row.values(), link)


def _chain_link(before: object, values: Sequence[object]) -> str:
    return sha256(json.dumps([before, *values], default=repr).encode()).hexdigest()


def _shortened_content(content: Any) -> Any:
    """The same changes, each within a long text as where it is, what went and what came; else as it is."""
    try:
        changes = json.loads(content)
        shorter = {address: _shortened_change(*texts) for address, texts in changes.items()}
        kept = json.dumps(shorter, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        kept.encode()
    except (ValueError, TypeError, AttributeError, RecursionError):
        return content
    is_same = all(_text_before(each, changes[address]) == changes[address][0] for address, each in shorter.items())
    return kept if is_same else content


def _shortened_change(before: Any, after: Any) -> list[Any]:
    if not (isinstance(before, str) and isinstance(after, str)) or min(len(before), len(after)) < _WORTH:
        return [before, after]
    start = _common_length(before, after)
    tail = _common_length(before[start:][::-1], after[start:][::-1])
    if start + tail < _WORTH:
        return [before, after]
    return [start, before[start : len(before) - tail], after[start : len(after) - tail]]


def _text_before(kept: list[Any], texts: list[Any]) -> Any:
    """The text before a change, from what is kept of it and the text after."""
    if len(kept) == 2:
        return kept[0]
    start, removed, inserted = kept
    return texts[1][:start] + removed + texts[1][start + len(inserted) :]


def _common_length(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _move_root_digest(connection: sa.Connection) -> None:
    """Put the end of the new chain in place of that of the old one in the root digest."""
    ends = [connection.exec_driver_sql(_TAIL.format(table)).all() for table in ("changes_0007", "changes")]
    before, after = (sum(_row_digest("changes", *end) for end in found) for found in ends)
    for ledger_id, root in connection.exec_driver_sql("SELECT id, root_digest FROM ledger").all():
        try:
            moved = (int(root, 16) - before + after) % _MODULUS
        except (ValueError, TypeError):
            continue
        values = {"id": ledger_id, "root": f"{moved:064x}"}
        connection.execute(sa.text("UPDATE ledger SET root_digest = :root WHERE id = :id"), values)


def _row_digest(*row: Any) -> int:
    words = "\x1f".join("\x00" if value is None else f"{value}" for value in row)
    return int.from_bytes(sha256(f"{len(row)}\x1f{words}".encode("utf-8", "surrogatepass")).digest(), "big")
