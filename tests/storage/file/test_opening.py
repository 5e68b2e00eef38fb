"""Opening makes and changes nothing; what is not a whole ledger of ours is refused as it is."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileExists,
    ForeignFile,
    LedgerDamage,
    LedgerInUse,
    MissingFile,
    NewerLedger,
    NotALedger,
    SelfEvalError,
    UnreadableFile,
    UnwritableFile,
    WrittenNotRead,
)
from selfeval_desktop.storage.file import database, opening
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests import builders
from tests.builders import QUESTION
from tests.storage.conftest import Open
from tests.storage.drafts import draft, release
from tests.systems import tells_long_names

LEDGERS = Path(__file__).parents[2] / "ledgers"


@pytest.fixture
def filled(ledgers: SqliteLedgers, path: Path) -> Path:
    """A closed ledger of three forms, one of them printed."""
    store = ledgers.create_ledger_file(path)
    store.insert_forms([draft(project_name=f"第{number}个") for number in (1, 2, 3)])
    store.record_outputs([release(1, builders.complete_form(project_name="第1个"))], "printed")
    store.close()
    return path


def around(path: Path) -> dict[str, tuple[bytes, int]]:
    """All files of the folder with content and time."""
    return {
        entry.name: (entry.read_bytes(), entry.stat().st_mtime_ns) for entry in path.parent.iterdir() if entry.is_file()
    }


def refusal(open_: Callable[[], object], folder_of: Path) -> SelfEvalError:
    """What opening says, having left every file beside as it was."""
    before = around(folder_of)
    with pytest.raises(SelfEvalError) as caught:
        open_()
    assert around(folder_of) == before
    return caught.value


def change(path: Path, *statements: str) -> None:
    """What another program may do to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture(params=[False, True], ids=["to_write", "to_read"])
def refused(request: pytest.FixtureRequest, ledgers: SqliteLedgers, path: Path) -> Callable[[], SelfEvalError]:
    return lambda: refusal(lambda: ledgers.open_ledger_file(path, read_only=request.param), path)


def test_a_ledger_is_made_with_its_first_forms_or_not_at_all(
    ledgers: SqliteLedgers, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UnwritableFile(path, "")

    drafts = [draft(project_name=name) for name in ("甲", "乙")]
    with monkeypatch.context() as patch:
        patch.setattr(LedgerForms, "insert_forms", refuse)
        with pytest.raises(UnwritableFile):
            ledgers.create_ledger_file(path, drafts)
    assert list(path.parent.iterdir()) == []
    with closing(ledgers.create_ledger_file(path, drafts)) as store:
        assert [(each.form_id, each.project_name) for each in store.form_summaries()] == [
            (1, "甲"),
            (2, "乙"),
        ]
        store.verify()


def test_a_new_ledger_that_cannot_be_opened_is_taken_back(
    ledgers: SqliteLedgers, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is told that nothing was made will try again, and have its forms twice."""

    def fail(*_: object) -> None:
        raise UnreadableFile(path, "EIO")

    monkeypatch.setattr(ledgers, "_open_ledger", fail)
    with pytest.raises(UnreadableFile):
        ledgers.create_ledger_file(path, [draft()])
    assert list(path.parent.iterdir()) == []


def test_a_new_ledger_is_empty_and_opens_again(ledgers: SqliteLedgers, path: Path, opened: Open) -> None:
    store = ledgers.create_ledger_file(path)
    assert store.path == path
    assert store.form_summaries() == ()
    store.close()
    assert list(around(path)) == [path.name]
    assert opened(path).form_summaries() == ()


def test_an_open_ledger_leaves_nothing_beside_when_closed(filled: Path, opened: Open) -> None:
    opened(filled).close()
    assert list(around(filled)) == [filled.name]


def test_opening_and_reading_changes_nothing(filled: Path, opened: Open) -> None:
    before = around(filled)
    store = opened(filled)
    assert len(store.form_summaries()) == 3
    store.load_form(1)
    store.verify()
    store.close()
    assert around(filled) == before


def test_no_ledger_is_made_over_a_file(ledgers: SqliteLedgers, filled: Path) -> None:
    assert isinstance(refusal(lambda: ledgers.create_ledger_file(filled), filled), FileExists)


def test_a_ledger_that_cannot_be_finished_leaves_nothing(
    ledgers: SqliteLedgers, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(temp: Path, to: Path) -> None:
        raise OSError(28, os.strerror(28))

    # The one or the other gives a new file its name.
    for way in ("hardlink_to", "rename"):
        monkeypatch.setattr(Path, way, fail)
    with pytest.raises(UnwritableFile):
        ledgers.create_ledger_file(path)
    assert around(path) == {}


def test_a_missing_file_is_not_made(refused: Callable[[], SelfEvalError], path: Path) -> None:
    assert isinstance(refused(), MissingFile)
    assert not path.exists()


def test_a_path_through_a_file_is_missing(ledgers: SqliteLedgers, filled: Path) -> None:
    with pytest.raises(MissingFile):
        ledgers.open_ledger_file(filled / "inner.selfeval")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", ForeignFile.EMPTY),
        ("项目名称,金额\n".encode() * 200, ForeignFile.FORMAT),
        (b"\x89PNG\r\n\x1a\n" + bytes(4000), ForeignFile.FORMAT),
        (b"SQLite format 3\x00", ForeignFile.FORMAT),
    ],
    ids=["empty", "text", "png", "torn_header"],
)
def test_f29_a_foreign_file_is_refused(
    refused: Callable[[], SelfEvalError], path: Path, content: bytes, reason: ForeignFile
) -> None:
    path.write_bytes(content)
    error = refused()
    assert isinstance(error, NotALedger)
    assert (error.path, error.reason) == (path, reason)


def test_f29_a_folder_is_refused(refused: Callable[[], SelfEvalError], path: Path) -> None:
    path.mkdir()
    error = refused()
    assert isinstance(error, NotALedger)
    assert error.reason is ForeignFile.FOLDER


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_what_is_no_file_and_no_folder_is_refused(ledgers: SqliteLedgers) -> None:
    with pytest.raises(NotALedger) as caught:
        ledgers.open_ledger_file(Path(os.devnull))
    assert caught.value.reason is ForeignFile.FORMAT


def test_a_file_beyond_all_sense_is_refused(
    refused: Callable[[], SelfEvalError], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(bytes(100))
    monkeypatch.setattr(database, "MAX_BYTES", 99)
    error = refused()
    assert isinstance(error, NotALedger)
    assert error.reason is ForeignFile.TOO_LARGE


@pytest.mark.skipif(os.name == "nt", reason="such a file takes its whole size there")
def test_f35_a_sparse_file_of_two_gigabytes_is_refused_at_sight(ledgers: SqliteLedgers, filled: Path) -> None:
    with filled.open("r+b") as file:
        file.truncate(2 << 30)
    begun = time.monotonic()
    for read_only in (False, True):
        with pytest.raises(NotALedger) as caught:
            ledgers.open_ledger_file(filled, read_only=read_only)
        assert caught.value.reason is ForeignFile.TOO_LARGE
    assert time.monotonic() - begun < 1
    assert filled.stat().st_size == 2 << 30


def test_x13_one_damaged_header_byte_is_told_as_damage(ledgers: SqliteLedgers, filled: Path) -> None:
    """Whatever stands in SQLite's own header: the ledger is opened as it was, or refused in our words, and not changed."""
    whole = filled.read_bytes()
    with closing(ledgers.open_ledger_file(filled, read_only=True)) as store:
        right = store.form_summaries()
    for place, value in [(place, whole[place] ^ flip) for place in range(100) for flip in (1, 5, 0xFF)]:
        data = bytearray(whole)
        data[place] = value
        filled.write_bytes(data)
        with suppress(SelfEvalError), closing(ledgers.open_ledger_file(filled, read_only=True)) as store:
            assert store.form_summaries() == right, place


@pytest.mark.parametrize("read_only", [False, True])
def test_x13_a_format_that_sqlite_does_not_know_is_damage(
    ledgers: SqliteLedgers, filled: Path, *, read_only: bool
) -> None:
    data = bytearray(filled.read_bytes())
    data[47] = 5
    filled.write_bytes(data)
    error = refusal(lambda: ledgers.open_ledger_file(filled, read_only=read_only), filled)
    assert isinstance(error, DamagedLedger)
    assert error.reason is LedgerDamage.PAGES


@pytest.mark.parametrize("read_only", [False, True])
def test_x16_an_upgraded_ledger_that_cannot_be_read_after_that_is_told_to_stand(
    ledgers: SqliteLedgers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, read_only: bool
) -> None:
    path = tmp_path / "旧.selfeval"
    path.write_bytes((LEDGERS / "0003.selfeval").read_bytes())

    def fail(*_: object, **__: object) -> None:
        raise UnreadableFile(path, "EIO")

    with monkeypatch.context() as patch:
        patch.setattr(opening, "LedgerForms", fail)
        with pytest.raises(WrittenNotRead):
            ledgers.open_ledger_file(path, read_only=read_only)
    assert database.read_schema_version(path) == database.HEAD
    ledgers.open_ledger_file(path, read_only=read_only).close()


def test_x13_an_older_ledger_with_damaged_pages_is_refused_before_it_is_upgraded(
    ledgers: SqliteLedgers, tmp_path: Path
) -> None:
    path = tmp_path / "旧.selfeval"
    data = bytearray((LEDGERS / "0003.selfeval").read_bytes())
    with closing(sqlite3.connect(LEDGERS / "0003.selfeval")) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_alembic_version_1'"
        )
        data[4096 * (page[0] - 1) + 3 : 4096 * (page[0] - 1) + 5] = bytes(2)
    path.write_bytes(data)
    error = refusal(lambda: ledgers.open_ledger_file(path), path)
    assert isinstance(error, DamagedLedger)
    assert error.path == path


_LEAF_OF_INDEX = 0x0A


@pytest.mark.parametrize("read_only", [False, True])
def test_an_index_that_lacks_an_entry_is_seen_at_opening(
    ledgers: SqliteLedgers, filled: Path, *, read_only: bool
) -> None:
    """What it led to stands in its table, so that no digest misses it; what is looked up by it would not be shown."""
    data = bytearray(filled.read_bytes())
    page = next(at for at in range(4096, len(data), 4096) if data[at] == _LEAF_OF_INDEX and data[at + 4] > 1)
    data[page + 4] -= 1
    filled.write_bytes(data)
    error = refusal(lambda: ledgers.open_ledger_file(filled, read_only=read_only), filled)
    assert isinstance(error, DamagedLedger)
    assert error.reason is LedgerDamage.PAGES


@pytest.mark.parametrize("journal_mode", ["delete", "wal"])
def test_f30_another_programs_database_is_refused(
    refused: Callable[[], SelfEvalError], path: Path, journal_mode: str
) -> None:
    change(path, f"PRAGMA journal_mode={journal_mode}", "CREATE TABLE ledger (id)")
    error = refused()
    assert isinstance(error, NotALedger)
    assert error.reason is ForeignFile.FORMAT


@pytest.mark.parametrize("version", ["0009", "0099", "99999999", "3f2a9c41d07b", "later_columns"])
def test_f31_a_newer_ledger_is_refused_and_its_time_stays(
    refused: Callable[[], SelfEvalError], filled: Path, version: str
) -> None:
    change(filled, f"UPDATE alembic_version SET version_num = '{version}'", "CREATE TABLE later (id)")
    assert isinstance(refused(), NewerLedger)


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS version_num FROM n"


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TRIGGER t AFTER UPDATE ON forms BEGIN DELETE FROM forms; END"],
        ["CREATE VIEW v AS SELECT * FROM forms"],
        ["CREATE VIRTUAL TABLE v USING fts5(x)"],
        ["CREATE TABLE more (id)"],
        ["CREATE INDEX i ON forms (year)"],
        ["ALTER TABLE forms ADD COLUMN more AS (abs(-9223372036854775808))"],
        ["ALTER TABLE forms ADD COLUMN more INTEGER CHECK (more > 0)"],
        ["ALTER TABLE units RENAME TO kept", "CREATE VIEW units AS SELECT * FROM kept"],
        ["DROP TABLE forms", f"CREATE VIEW forms AS {ENDLESS}"],
        ["DROP TABLE ledger", f"CREATE VIEW ledger AS {ENDLESS}"],
        ["DROP TABLE events"],
        ["DROP TABLE alembic_version"],
        ["DROP TABLE alembic_version", f"CREATE VIEW alembic_version AS {ENDLESS}"],
        ["DELETE FROM alembic_version"],
        ["UPDATE alembic_version SET version_num = '0000'"],
        ["UPDATE alembic_version SET version_num = '第二版'"],
        ["INSERT INTO alembic_version VALUES ('0001')"],
        [f"CREATE TABLE t{number} (id)" for number in range(120)],
    ],
    ids=lambda statements: statements[-1][:32],
)
def test_f33_f34_a_schema_that_is_not_exactly_ours_is_refused_at_once(
    refused: Callable[[], SelfEvalError], filled: Path, statements: list[str]
) -> None:
    change(filled, "PRAGMA foreign_keys=OFF", *statements)
    begun = time.monotonic()
    error = refused()
    assert isinstance(error, NotALedger)
    assert error.reason is ForeignFile.SCHEMA
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE forms SET project_name = '别的' WHERE id = 2",
        "UPDATE forms SET score_total = '99.99' WHERE id = 2",
        "UPDATE forms SET errors = 'x' WHERE id = 2",
        "UPDATE forms SET year = NULL WHERE id = 2",
        "UPDATE forms SET deleted_at = '2023-01-01T00:00:00+08:00' WHERE id = 2",
        "DELETE FROM forms WHERE id = 3",
        "DELETE FROM events",
        "UPDATE events SET at = '2023-01-01T00:00:00+08:00'",
        "UPDATE copies SET code = 'AAAAAAAA'",
        "UPDATE copies SET template_version = 9",
        "UPDATE releases SET paper = '{}'",
        "DELETE FROM releases",
        "DELETE FROM copies",
        "INSERT INTO copies SELECT 2, 2, template, template_version, code, digest, content FROM copies",
        "DELETE FROM ledger",
        "UPDATE ledger SET root_digest = 'zz'",
    ],
)
def test_a_list_that_is_not_what_was_stored_is_refused(
    refused: Callable[[], SelfEvalError], filled: Path, statement: str
) -> None:
    change(filled, "PRAGMA foreign_keys=OFF", statement)
    error = refused()
    assert isinstance(error, DamagedLedger)
    assert error.reason is LedgerDamage.CONTENT


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE forms SET goal_actual = '别的' WHERE id = 2",
        "UPDATE forms SET money_unit = '美元' WHERE id = 2",
        "UPDATE forms SET fields = '[]' WHERE id = 2",
        "UPDATE forms SET fields = 'x' WHERE id = 2",
        'UPDATE forms SET unread = \'{"a b": "1"}\' WHERE id = 2',
        "UPDATE forms SET execution_score = 'x' WHERE id = 2",
        "UPDATE forms SET goal_actual = x'ff' WHERE id = 2",
        "UPDATE forms SET goal_actual = CAST(x'ff' AS TEXT) WHERE id = 2",
        "UPDATE fund_lines SET annual = '1' WHERE form_id = 2 AND position = 0",
        "UPDATE indicators SET weight = '11' WHERE form_id = 2 AND position = 0",
        "UPDATE indicators SET achievement = 'x' WHERE form_id = 2 AND position = 0",
        "DELETE FROM indicators WHERE form_id = 2 AND position = 4",
    ],
)
def test_a_form_that_is_not_what_was_stored_is_never_shown(filled: Path, opened: Open, statement: str) -> None:
    change(filled, statement)
    store = opened(filled)
    assert store.load_form(1).project_name == "第1个"
    for read in (lambda: store.load_form(2), store.verify):
        with pytest.raises(DamagedLedger) as caught:
            read()
        assert caught.value.reason is LedgerDamage.CONTENT


def test_rows_of_no_form_are_found(filled: Path, opened: Open) -> None:
    change(filled, "INSERT INTO fund_lines (form_id, position, key, fields) VALUES (9, 0, 'total', '{}')")
    with pytest.raises(DamagedLedger):
        opened(filled).verify()


def test_a_second_opener_is_told_the_first(filled: Path, opened: Open, ledgers: SqliteLedgers) -> None:
    opened(filled)
    with pytest.raises(LedgerInUse) as caught:
        ledgers.open_ledger_file(filled)
    assert "@" in caught.value.holder


def test_a_ledger_can_be_opened_again_after_a_refusal(filled: Path, opened: Open) -> None:
    change(filled, "UPDATE forms SET grade = '差'")
    with pytest.raises(DamagedLedger):
        opened(filled)
    change(filled, "UPDATE forms SET grade = '优'")
    assert len(opened(filled).form_summaries()) == 3


@pytest.fixture
def locked_away(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Take rights away from the file: the tests may run as root, whom rights do not stop."""

    def take(right: int) -> None:
        monkeypatch.setattr(os, "access", lambda _, asked: not asked & right)

    return take


def test_an_unreadable_file_is_told(filled: Path, opened: Open, locked_away: Callable[[int], None]) -> None:
    locked_away(os.R_OK)
    with pytest.raises(UnreadableFile):
        opened(filled)


def test_an_unwritable_file_is_told_and_can_be_read(
    filled: Path, opened: Open, locked_away: Callable[[int], None]
) -> None:
    locked_away(os.W_OK)
    with pytest.raises(UnwritableFile):
        opened(filled)
    assert len(opened(filled, read_only=True).form_summaries()) == 3


@tells_long_names
def test_a_path_too_long_for_the_system_is_told(ledgers: SqliteLedgers, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        ledgers.open_ledger_file(tmp_path / ("长" * 200 + ".selfeval"))


@pytest.mark.parametrize(
    "name", ["a b.selfeval", "50%.selfeval", "%41.selfeval", f"甲#乙{QUESTION}.selfeval", "a&mode=x.selfeval"]
)
def test_odd_names_are_names(ledgers: SqliteLedgers, opened: Open, tmp_path: Path, name: str) -> None:
    ledgers.create_ledger_file(tmp_path / name).close()
    opened(tmp_path / name).insert_forms([draft()])
    assert (tmp_path / name).is_file()
    assert sorted(file for file in around(tmp_path / name) if not file.startswith(".~lock")) == [name]


@pytest.mark.parametrize("file", sorted(LEDGERS.glob("*.selfeval")), ids=lambda file: file.stem)
def test_f32_a_ledger_of_each_released_schema_opens(file: Path, path: Path, opened: Open) -> None:
    path.write_bytes(file.read_bytes())
    store = opened(path)
    store.verify()
    assert store.load_form(1) == builders.complete_form()
    last_done = "returned" if store.receiver_answers(1) else "printed"
    assert [summary.state.value for summary in store.form_summaries()] == [last_done, "changed", "draft"]
    store.save_form(1, draft(project_name="新"))


def test_the_answer_in_an_old_ledger_is_still_there(path: Path, opened: Open) -> None:
    path.write_bytes((LEDGERS / "0006.selfeval").read_bytes())
    (answer,) = opened(path).receiver_answers(1).values()
    assert answer.verdict == "returned"
    assert len(answer.comments) == 2


def test_there_is_a_ledger_of_each_released_schema() -> None:
    assert {file.stem for file in LEDGERS.glob("*.selfeval")} == set(database.SCHEMAS)
