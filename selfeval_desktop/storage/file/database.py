"""All that is SQLite's own: how a ledger file is opened, and what it must look like.

The journal mode is DELETE: a ledger is copied and mailed as one file, and a copied WAL database without
its log is empty without a word (reliability, facts 1 and M1).
"""

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, RootTransaction, create_engine, event

from selfeval_desktop.app.errors import ForeignFile, MissingFile, NewerLedger, NotALedger, UnreadableFile
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.storage.file import sqlite_errors
from selfeval_desktop.storage.file.protected_files import APPLICATION_ID

Mode = Literal["rw", "ro", "immutable"]

HEAD = "0008"
# What the migrations leave in sqlite_master, by schema version: anything else is not ours. See `schema_fingerprint`.
SCHEMAS = {
    "0001": "7945f1ce335e897bea01a3619ebf5227b2dffcc8d9115b47d277b1cdf5cabfa7",
    "0002": "29df634b401ff495d2a24131af15ec909e871a664713dd292f7db651a7d9299d",
    "0003": "449234d51228b7d4a519ba069c7e502996e937f04b383dad747cd5e140bf604e",
    "0004": "aae5d8901b05c33aab50858b3b97849aa1fe33d555bbc43318e104cf93edcf03",
    "0005": "4c99ec25fc7e83c3d98f930790c5867088cb4e7c006134170335926dd3e35001",
    "0006": "1e0801ba291ec89eb788b0ded541b14d72c045cbc9b9648d9ce4f9e77cf70ba1",
    "0007": "f30fa947ee622acf471cced505c7e6f0a5f4b6c3b53f87cfd3dc8d3288155545",
    "0008": "3afdcc00a07bf8e0dc1a5ab68c93032d9ec2f13e4c21ad87dd469a39fcca47a6",
}
MAX_BYTES = 2 << 30
"""No step makes a ledger larger. One that is larger all the same is opened as any other: a limit that was not met at
saving is not met at opening."""

BUSY_SECONDS = 5
_WORTH_GIVING_BACK = 4 << 20
_MOST_IN_MEMORY = 64 << 20
"""Up to this size SQLite puts the pages together in memory instead of in a file."""
_LONGEST = 512 - len("-journal")
_MAX_SCHEMA_ROWS = 100
# The format for reading stands there in the file's head; 2 is one with a log.
_LOGGED_AT, _LOGGED_HEAD = 19, b"\2"
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "synchronous=EXTRA",
    "secure_delete=ON",
)
_VERSION_TABLE = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)
# A revision of a version to come need not be a number: whatever a migration may be called and we do not know.
_REVISION = re.compile(r"[0-9A-Za-z_-]{1,32}")


def connect(path: Path, mode: Mode) -> Connection:
    """A connection for the life of an open ledger; its transactions hold the write lock from their start.

    Never makes a file. Each `begin` is BEGIN IMMEDIATE, so that what is read in it is still true when it
    is written; read-only connections begin plainly.
    """
    return _engine(path, mode).connect()


@lru_cache(maxsize=16)
def _engine(path: Path, mode: Mode) -> Engine:
    """Kept for the next connection to the same file: it knows the statements that were made for the last one."""
    engine = create_engine("sqlite://", creator=lambda: open_raw_connection(path, mode), poolclass=NullPool)
    begin = "BEGIN IMMEDIATE" if mode == "rw" else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextmanager
def begin_transaction(connection: Connection) -> Iterator[RootTransaction]:
    """A transaction that is over afterwards in any case: a COMMIT that finds the file busy leaves SQLite's open."""
    try:
        with connection.begin() as transaction:
            yield transaction
    finally:
        driver = connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
            driver.rollback()


def open_raw_connection(path: Path, mode: Mode) -> sqlite3.Connection:
    """SQLite's own connection, safe against what a foreign file may hold; it opens, it never creates.

    OSError for a path that SQLite has no room for, with the journal's ending.
    """
    if len(os.fsencode(path.absolute())) > _LONGEST:
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))
    if mode == "ro" and not _is_writable(path):
        mode = reading_mode(path)
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(f"{_file_uri(path)}?{options}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, sqlite_errors.MAX_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    try:
        # The first of them that needs the file's first page tells whether it is one of SQLite's.
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def read_schema_version(path: Path, mode: Mode = "immutable") -> str:
    """The schema version of a file that is a ledger by its mark and its exact schema; nothing is changed.

    NotALedger, NewerLedger, DamagedLedger. `immutable` reads past locks and journals.
    """
    with sqlite_errors.translating_sqlite_errors(path), closing(_open_database(path, mode)) as connection:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        if mark != APPLICATION_ID:
            raise NotALedger(path, ForeignFile.FORMAT)
        version = _schema_version(path, connection)
        if SCHEMAS.get(version) != schema_fingerprint(connection):
            raise NotALedger(path, ForeignFile.SCHEMA)
    return version


def keeps_log(path: Path) -> bool:
    """Whether another program set the ledger to keep a log (WAL); only for files that this process has not open.

    MissingFile, UnreadableFile.
    """
    try:
        with path.open("rb") as file:
            return file.read(len(_LOGGED_HEAD) + _LOGGED_AT)[_LOGGED_AT:] == _LOGGED_HEAD
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OSError as error:
        raise UnreadableFile(path, failure_reason(error)) from error


def reading_mode(path: Path) -> Mode:
    """How a file is read that is not to be changed, and that this process has not open.

    SQLite would put a log beside a ledger that keeps one, and leave it there. As long as nothing stands in a log, the
    ledger is whole as it lies.
    """
    return "immutable" if keeps_log(path) and not has_log_content(path) else "ro"


def has_log_content(path: Path) -> bool:
    """Whether a log (WAL) that is not empty lies beside the ledger; UnreadableFile."""
    log = path.with_name(f"{path.name}-wal")
    try:
        return log.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise UnreadableFile(log, failure_reason(error)) from error


def _is_writable(path: Path) -> bool:
    """Whether both the file and its folder may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def leave_wal_mode(path: Path) -> None:
    """Give a ledger that another program set to keep a log (WAL) its own journal mode again; only under its lock."""
    with sqlite_errors.translating_sqlite_errors(path), closing(open_raw_connection(path, "rw")) as connection:
        # Only what reads the file tells.
        connection.execute("PRAGMA data_version")
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            connection.execute("PRAGMA journal_mode=DELETE")


def _open_database(path: Path, mode: Mode) -> sqlite3.Connection:
    """A connection that has read the file's first page; NotALedger when SQLite knows nothing of such a file."""
    try:
        return open_raw_connection(path, mode)
    except sqlite3.DatabaseError as error:
        if sqlite_errors.primary_result_code(error) == sqlite3.SQLITE_NOTADB:
            raise NotALedger(path, ForeignFile.FORMAT) from error
        raise


def schema_fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over the rows of sqlite_master, in hexadecimal; "" where there are far more than in any ledger."""
    rows = connection.execute(
        f"SELECT type, name, tbl_name, sql FROM sqlite_master LIMIT {_MAX_SCHEMA_ROWS + 1}"
    ).fetchall()
    if len(rows) > _MAX_SCHEMA_ROWS:
        return ""
    return sha256(repr(sorted(map(repr, rows))).encode("utf-8", "surrogatepass")).hexdigest()


def mark_as_ledger(connection: Connection) -> None:
    """Write into a new database that it is a ledger."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def is_whole(connection: Connection) -> bool:
    """SQLite's own check of all pages, and of each index against its table: what an index lacks would never be shown."""
    verdict = str(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar())
    sqlite_errors.raise_failed_reading(verdict)
    return verdict == "ok"


def size_in_bytes(connection: Connection) -> int:
    """How many bytes the database has."""
    return int(connection.exec_driver_sql("PRAGMA page_count").scalar() or 0) * _page_size(connection)


def _page_size(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA page_size").scalar() or 0)


def give_back_free_pages(connection: sqlite3.Connection, *, most: int | None = None) -> None:
    """Make a file smaller that is to a good part empty; as safe as a transaction.

    Not where more than `most` bytes of it are in use.
    """
    pages, free, bytes_ = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    used = (pages - free) * bytes_
    if free * bytes_ < _WORTH_GIVING_BACK or free < pages // 4 or (most is not None and used > most):
        return
    if used > _MOST_IN_MEMORY:
        connection.execute("PRAGMA temp_store=FILE")
    # It puts the pages together in a database of its own.
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    try:
        connection.execute("VACUUM")
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def is_larger_than_its_pages(path: Path) -> bool:
    """Whether the file holds more than the pages that SQLite knows of, or is none of SQLite's at all."""
    try:
        with closing(open_raw_connection(path, "immutable")) as connection:
            pages, bytes_ = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    except sqlite3.Error:
        return True
    size: int = pages * bytes_
    return path.stat().st_size > size


def is_marked(path: Path) -> bool:
    """Whether a file is a ledger by its mark; its content is not looked at. Only for files that nobody has open."""
    with sqlite_errors.translating_sqlite_errors(path), closing(open_raw_connection(path, "immutable")) as connection:
        return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def _schema_version(path: Path, connection: sqlite3.Connection) -> str:
    """The schema version, read only from the very table that Alembic makes: a view might never end."""
    table = connection.execute("SELECT type, sql FROM sqlite_master WHERE name = 'alembic_version'").fetchall()
    if table != [("table", _VERSION_TABLE)]:
        raise NotALedger(path, ForeignFile.SCHEMA)
    rows = connection.execute("SELECT version_num FROM alembic_version LIMIT 2").fetchall()
    version = rows[0][0] if len(rows) == 1 else ""
    if version in SCHEMAS:
        return str(version)
    if isinstance(version, str) and _REVISION.fullmatch(version) and version > HEAD:
        raise NewerLedger(path)
    raise NotALedger(path, ForeignFile.SCHEMA)


def _file_uri(path: Path) -> str:
    """A file URI as SQLite reads it: a drive gets a slash before it, a network name keeps its two."""
    name = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(name if name.startswith("/") else f"/{name}"), safe="/:")
