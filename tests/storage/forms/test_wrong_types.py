"""F36: whatever stands in a column, the ledger is refused as damaged or says what it said before."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms.tables import metadata
from tests.faults.damages import everything, make_full

VALUES: dict[str, tuple[str, Any]] = {
    "a number": ("?", 7),
    "a negative number": ("?", -1),
    "the largest number": ("?", 2**63 - 1),
    "a fraction": ("?", 1.5),
    "bytes": ("?", b"\xff\x00"),
    "nothing": ("?", None),
    "another text": ("?", "x"),
    "a text with a NUL": ("?", "甲\0乙"),
    "a text that is no UTF-8": ("CAST(? AS TEXT)", b"\xffA"),
    "JSON": ("?", '{"a": 1}'),
    "a huge text": ("?", "长" * 400_000),
}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("full") / "L.selfeval"
    make_full(path)
    return path


def put(path: Path, table: str, column: str, value: tuple[str, Any]) -> bool:
    """Have that value in one row; whether SQLite itself takes it there."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            connection.execute(
                f'UPDATE "{table}" SET "{column}" = {value[0]} WHERE rowid = (SELECT min(rowid) FROM "{table}")',
                (value[1],),
            )
            connection.commit()
        except sqlite3.Error:
            return False
    return True


@pytest.mark.parametrize("table", [*metadata.tables, "alembic_version"])
def test_f36_a_value_of_a_wrong_type_is_refused_or_harmless(
    table: str, full: Path, path: Path, ledgers: SqliteLedgers
) -> None:
    whole = full.read_bytes()
    path.write_bytes(whole)
    with closing(ledgers.open_ledger_file(path)) as store:
        right = everything(store)
    with closing(sqlite3.connect(path)) as connection:
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    tried = 0
    for column in columns:
        for name, value in VALUES.items():
            path.write_bytes(whole)
            if put(path, table, column, value):
                tried += 1
                damaged = path.read_bytes()
                assert opened_as(path, ledgers) in (None, right), (column, name)
                assert path.read_bytes() == damaged, (column, name)
    assert tried > 2 * len(columns)


def opened_as(path: Path, ledgers: SqliteLedgers) -> tuple[Any, ...] | None:
    """What the ledger says; None when it is refused."""
    try:
        with closing(ledgers.open_ledger_file(path)) as store:
            return everything(store)
    except SelfEvalError:
        return None


@pytest.mark.parametrize(
    "column",
    [
        *("ledger.revision", "ledger.document_id", "ledger.created_at"),
        *("indicators.key", "indicators.position", "fund_lines.position"),
    ],
)
def test_f36_what_no_digest_covers_has_its_type(column: str, full: Path, path: Path, ledgers: SqliteLedgers) -> None:
    path.write_bytes(full.read_bytes())
    table, _, name = column.partition(".")
    assert put(path, table, name, ("?", b"\xff"))
    assert opened_as(path, ledgers) is None
