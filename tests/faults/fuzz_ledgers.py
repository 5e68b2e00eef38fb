"""Mutated ledgers: each is opened as it was, or refused in our words; never changed, neither on disk nor in what is shown.

Silent is what is shown after opening and the background proof, without `verify`, and differs from what was stored.
"""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.bootstrap import backup_files, ledger_files
from tests.faults import damages
from tests.faults.folders import OLD, holding, unfinished
from tests.storage.drafts import draft

PAGE = 4096
_LEAF_OF_INDEX = 0x0A
_ODD_VALUES: tuple[Any, ...] = (
    None, 0, -1, (1 << 63) - 1, -(1 << 63), 1.5, float("inf"), b"\xff\xfe", "", "\ud7ff甲", "[" * 5000, "9" * 5000,
)  # fmt: skip


def make_ledgers(folder: Path) -> None:
    """The ledgers that are mutated, whole, and what may be put beside them."""
    damages.make_full(folder / "full.selfeval")
    for version in ("0003", "0007"):
        if (OLD / f"{version}.selfeval").exists():
            shutil.copyfile(OLD / f"{version}.selfeval", folder / f"{version}.selfeval")
    for name, prepare in (("own", unfinished(holding(3))), ("other", unfinished(holding(5)))):
        prepare(folder / name)


def shown(store: FormStore) -> tuple[Any, ...]:
    """All that is shown of a ledger, once the background proof has passed."""
    last: int | None = None
    while (last := store.verify_next_forms(last, 10)) is not None:
        pass
    last = 0
    while (last := store.verify_next_entries(last, 10)) is not None:
        pass
    summaries = store.form_summaries()
    ids = [each.form_id for each in summaries]
    return (
        summaries,
        store.deleted_forms(),
        store.reporting_units(),
        store.rules_off(),
        *(store.load_form(each) for each in ids),
        *(store.output_events(each) for each in ids),
        *(store.receiver_answers(each) for each in ids),
        *(tuple(store.form_history(each)) for each in ids),
        *(store.load_frozen_copy(event.event_id) for each in ids for event in store.output_events(each) if event.code),
    )


class LedgerTrials:
    """Mutated ledgers in a folder; each trial gives its mutation's name and what became of it."""

    def __init__(self, whole: Path, area: Path) -> None:
        self._whole, self._area = whole, area
        self._right: dict[str, tuple[Any, ...]] = {}
        for path in sorted(whole.glob("*.selfeval")):
            copied = area / path.name
            shutil.copyfile(path, copied)
            with closing(ledger_files().open_ledger_file(copied)) as store:
                self._right[path.stem] = shown(store)

    def mutate(self, chance: random.Random) -> tuple[str, Path]:
        """A mutated ledger in the area, and what was done to it."""
        base = "full" if chance.random() < 0.85 else chance.choice(sorted(self._right))
        path = self._area / f"{base}.selfeval"
        shutil.copyfile(self._whole / path.name, path)
        name, mutate = chance.choice(list(MUTATIONS.items()))
        if name.startswith("beside"):
            mutate(chance, path, self._whole)
        else:
            mutate(chance, path, path)
        return f"{base}: {name}", path

    def try_ledger(self, path: Path, chance: random.Random) -> str:
        """Read it as the window does; "silent" or "touched", "" where nothing is wrong. SelfEvalError for a refusal."""
        before = path.read_bytes()
        is_plain = not list(self._area.glob(f"{path.name}-*"))
        read_only = chance.random() < 0.5
        with closing(ledger_files().open_ledger_file(path, read_only=read_only, take_over=True)) as store:
            if shown(store) != self._right[path.stem]:
                return "silent"
        if is_plain and path.stem == "full" and before[18:20] != b"\2\2" and path.read_bytes() != before:
            return "touched"
        if not read_only:
            with closing(ledger_files().open_ledger_file(path)) as store:
                store.verify()
                store.save_form(1, draft(project_name="接着填"))
                store.insert_forms([draft(project_name="新填")])
        return ""

    def try_backup(self, path: Path) -> str:
        """Look at it and restore it."""
        before = path.read_bytes()
        target = self._area / "restored.selfeval"
        backup_files().read_contents(path)
        backup_files().restore_ledger(path, target)
        with closing(ledger_files().open_ledger_file(target, read_only=True)) as store:
            if shown(store) != self._right[path.stem]:
                return "silent"
        return "" if path.read_bytes() == before else "touched"


LedgerMutation = Callable[[random.Random, Path, Path], None]


def _by_bytes(damage: damages.Damage) -> LedgerMutation:
    def mutate(chance: random.Random, path: Path, _: Path) -> None:
        data = bytearray(path.read_bytes())
        damage(chance, data)
        path.write_bytes(data)

    return mutate


def _change_head(chance: random.Random, data: bytearray) -> None:
    """A byte of SQLite's own header, or a field of four."""
    at = chance.randrange(100)
    data[at : at + 4] = chance.choice((bytes(4), b"\xff" * 4, chance.randbytes(4), data[at : at + 1] + b"\1\2\3"))


def _change_free_list(chance: random.Random, data: bytearray) -> None:
    pages = len(data) // PAGE
    data[32:36] = chance.randrange(2 * pages).to_bytes(4, "big")
    data[36:40] = chance.randrange(2 * pages).to_bytes(4, "big")


def _change_schema_text(chance: random.Random, data: bytearray) -> None:
    at = data.find(chance.choice((b"CREATE TABLE", b"CREATE INDEX", b"VARCHAR", b"NOT NULL", b"PRIMARY")), 100)
    data[max(at, 100) + chance.randrange(12)] = ord(chance.choice("abz(,\0"))


def _index_pages(data: bytearray) -> list[int]:
    return [at for at in range(PAGE, len(data), PAGE) if data[at] == _LEAF_OF_INDEX and data[at + 4]]


def _drop_index_entry(chance: random.Random, data: bytearray) -> None:
    """The last entry of a page of an index: what it led to is in its table all the same."""
    at = chance.choice(_index_pages(data))
    count = int.from_bytes(data[at + 3 : at + 5], "big")
    data[at + 3 : at + 5] = (count - 1).to_bytes(2, "big")


def _change_index_entry(chance: random.Random, data: bytearray) -> None:
    at = chance.choice(_index_pages(data))
    count = int.from_bytes(data[at + 3 : at + 5], "big")
    place = at + 8 + 2 * chance.randrange(count)
    cell = at + int.from_bytes(data[place : place + 2], "big")
    data[min(cell + chance.randrange(1, 8), len(data) - 1)] ^= 1 << chance.randrange(8)


def _by_sql(change: Callable[[random.Random, sqlite3.Connection], None]) -> LedgerMutation:
    def mutate(chance: random.Random, path: Path, _: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            try:
                change(chance, connection)
            except sqlite3.IntegrityError:
                connection.execute("UPDATE ledger SET revision = -revision")

    return mutate


def _table(chance: random.Random, connection: sqlite3.Connection) -> str:
    names = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    filled = [name for name in names if connection.execute(f'SELECT 1 FROM "{name}"').fetchone()]
    return str(chance.choice(filled))


def _row(chance: random.Random, connection: sqlite3.Connection, table: str) -> int:
    return int(chance.choice(connection.execute(f'SELECT rowid FROM "{table}"').fetchall())[0])


def _change_value(chance: random.Random, connection: sqlite3.Connection) -> None:
    table = _table(chance, connection)
    column = chance.choice(connection.execute(f'PRAGMA table_info("{table}")').fetchall())[1]
    former = connection.execute(f'SELECT "{column}" FROM "{table}" LIMIT 1').fetchone()[0]
    value = chance.choice((*_ODD_VALUES, str(former), f"{former}1"))
    row = _row(chance, connection, table)
    connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, row))


def _delete_row(chance: random.Random, connection: sqlite3.Connection) -> None:
    table = _table(chance, connection)
    connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (_row(chance, connection, table),))


def _swap_texts(chance: random.Random, connection: sqlite3.Connection) -> None:
    """What two rows hold in one column changes places: no length and no type is odd."""
    table = _table(chance, connection)
    column = chance.choice(connection.execute(f'PRAGMA table_info("{table}")').fetchall())[1]
    one, other = _row(chance, connection, table), _row(chance, connection, table)
    values = [
        connection.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (row,)).fetchone()[0]
        for row in (one, other)
    ]
    for row, value in zip((other, one), values, strict=True):
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (value, row))


def _keep_log(_: random.Random, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode=WAL")


def _vacuum(_: random.Random, connection: sqlite3.Connection) -> None:
    connection.execute("VACUUM")


def _put_beside(chance: random.Random, path: Path, whole: Path) -> None:
    """A journal or a log: of another ledger, of nothing, or damaged."""
    ending = chance.choice(("-journal", "-journal", "-wal", "-shm"))
    journal = (whole / chance.choice(("own", "other")) / "here" / "L.selfeval-journal").read_bytes()
    content = bytearray(chance.choice((journal, journal[:512], b"", bytes(600), chance.randbytes(5000))))
    if content and chance.random() < 0.3:
        content[chance.randrange(len(content))] ^= 0xFF
    path.with_name(path.name + ending).write_bytes(content)


def _damage_and_put_beside(chance: random.Random, path: Path, whole: Path) -> None:
    _by_bytes(damages.DAMAGES["two bits"])(chance, path, path)
    _put_beside(chance, path, whole)


MUTATIONS: dict[str, LedgerMutation] = {
    **{name: _by_bytes(damage) for name, damage in damages.DAMAGES.items()},
    "a field of the header": _by_bytes(_change_head),
    "the list of free pages": _by_bytes(_change_free_list),
    "the text of the schema": _by_bytes(_change_schema_text),
    "an entry less in an index": _by_bytes(_drop_index_entry),
    "another entry in an index": _by_bytes(_change_index_entry),
    "another value": _by_sql(_change_value),
    "another value again": _by_sql(_change_value),
    "a row less": _by_sql(_delete_row),
    "two values changed places": _by_sql(_swap_texts),
    "a log kept": _by_sql(_keep_log),
    "packed anew": _by_sql(_vacuum),
    "beside it a journal": _put_beside,
    "beside it a journal, and damage": _damage_and_put_beside,
}
