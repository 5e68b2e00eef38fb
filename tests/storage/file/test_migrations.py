"""The migrations make exactly the schema that the program expects, and leave an older ledger whole when they fail."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from selfeval_desktop.app.errors import LedgerInUse, UnwritableFile
from selfeval_desktop.storage.copies import backups
from selfeval_desktop.storage.file import database, migrations
from selfeval_desktop.storage.forms.tables import metadata
from tests import builders
from tests.storage.conftest import Open
from tests.storage.drafts import release

LEDGERS = Path(__file__).parents[2] / "ledgers"
OLD = LEDGERS / "0001.selfeval"
NEXT = '''
"""A later version, for the test."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0009", "0008", None, None

def upgrade() -> None:
    op.create_table("notes", sa.Column("id", sa.Integer, primary_key=True))
    op.execute({second!r})
'''


@pytest.fixture
def old(path: Path) -> Path:
    path.write_bytes(OLD.read_bytes())
    return path


def come_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, second: str = "UPDATE ledger SET revision = 0"
) -> None:
    """Let the program be one version later: a table more, then another statement."""
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    for file in (migrations.FOLDER / "versions").glob("*.py"):
        (versions / file.name).write_bytes(file.read_bytes())
    (versions / "0009_later.py").write_text(NEXT.format(second=second), "utf-8")
    monkeypatch.setattr(migrations, "FOLDER", versions.parent)
    monkeypatch.setattr(database, "HEAD", "0009")


def test_an_empty_database_gets_the_tables_that_the_program_knows(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with database.connect(path, "rw") as connection, connection.begin():
        migrations.upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    with closing(database.open_raw_connection(path, "ro")) as found:
        assert database.schema_fingerprint(found) == database.SCHEMAS[database.HEAD]


def test_the_newest_ledger_needs_nothing(path: Path) -> None:
    before = (LEDGERS / f"{database.HEAD}.selfeval").read_bytes()
    path.write_bytes(before)
    with database.connect(path, "rw") as connection, connection.begin():
        migrations.upgrade(connection)
    assert path.read_bytes() == before


def test_what_was_printed_before_copies_were_kept_stays_noted(old: Path, opened: Open) -> None:
    """A ledger of 0001 opens; its events stand, and what they were about is unknown."""
    store = opened(old)
    (event,) = store.output_events(1)
    assert (event.kind, event.code, event.template_version) == ("printed", "", None)
    store.verify()
    store.record_outputs([release(1)], "printed")
    assert [each.code != "" for each in store.output_events(1)] == [True, False]
    store.verify()


@pytest.mark.parametrize("read_only", [False, True])
def test_an_older_ledger_is_brought_up_to_date(
    old: Path, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, read_only: bool
) -> None:
    come_later(tmp_path, monkeypatch)
    store = opened(old, read_only=read_only)
    assert store.load_form(1) == builders.complete_form()
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0009",)]
        assert connection.execute("SELECT count(*) FROM notes").fetchall() == [(0,)]


def test_a_failed_upgrade_leaves_the_older_ledger_as_it_was(
    old: Path, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = "INSERT INTO notes (id) WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 90000) SELECT x FROM n"
    come_later(tmp_path, monkeypatch, second=full)
    # The copy on which the upgrade is tried out would find it first.
    monkeypatch.setattr(backups, "back_up_before_upgrade", lambda *_: None)
    limited = (*database._PRAGMAS, "max_page_count=20")
    monkeypatch.setattr(database, "_PRAGMAS", limited)
    before = old.read_bytes()
    with pytest.raises(UnwritableFile):
        opened(old)
    assert old.read_bytes() == before
    assert [entry.name for entry in old.parent.glob("*journal*")] == []


def test_an_older_ledger_that_another_holds_is_not_upgraded_for_reading(
    old: Path, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(old)
    come_later(tmp_path, monkeypatch)
    before = old.read_bytes()
    with pytest.raises(LedgerInUse):
        opened(old, read_only=True)
    assert old.read_bytes() == before
