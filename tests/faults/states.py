"""What a folder and the ledgers in it hold, in a way that two of them can be compared."""

import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdfium2

from selfeval_desktop.app.errors import SelfEvalError
from selfeval_desktop.bootstrap import ledger_files
from selfeval_desktop.storage.file.settings_file import SettingsFile
from tests.output.reading import with_pdfium

State = tuple[str, ...]
"""All rows of a ledger, apart from what the moment of storing them decides."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)?")
# Digests of content are proved by opening; those over times differ with these.
_DIGEST = re.compile(r"[0-9a-f]{64}")
_BY_CHANCE = re.compile(r"[0-9a-f]{8,}|\d{8}-\d{6}")
_DOCUMENT = re.compile(r"[0-9a-f]{32}")


class Torn(Exception):
    """A file that is neither what it was nor what it was to become."""


def untouched_copy(ledger: Path, known: dict[bytes, State | None]) -> State | None:
    """The state of a ledger that lies there alone; what was read of the very same bytes before is not read again."""
    if ledger.with_name(f"{ledger.name}-journal").exists():
        return state(ledger)
    key = sha256(ledger.read_bytes()).digest()
    if key not in known:
        known[key] = state(ledger)
    return known[key]


def snapshot(area: Path) -> dict[str, bytes]:
    """Every file below the folder with its content, every folder with a slash."""
    return {
        f"{path.relative_to(area)}{'/' if path.is_dir() else ''}": b"" if path.is_dir() else path.read_bytes()
        for path in sorted(area.rglob("*"))
    }


def state(file: Path) -> State | None:
    """What a ledger or the file of settings holds, read as the program does; None where there is none. Torn."""
    if not file.exists():
        return None
    return _settings(file) if file.suffix == ".json" else _ledger(file)


def _settings(file: Path) -> State:
    store = SettingsFile(file)
    found = store.load_settings()
    if store.damaged_copy is not None:
        raise Torn(f"{file.name} could not be read")
    return (repr(found),)


def _ledger(ledger: Path) -> State:
    """Open it as the program does, prove it, and read all of it."""
    try:
        # Whoever was killed before he signed his lock left an empty one, about which a user is asked.
        with closing(ledger_files().open_ledger_file(ledger, take_over=True)) as store:
            store.verify()
            for summary in store.form_summaries():
                store.load_form(summary.form_id)
    except SelfEvalError as error:
        raise Torn(f"{ledger.name}: {error!r}") from error
    return rows(ledger)


def rows(ledger: Path) -> State:
    """Every row of every table, without times and digests."""
    with closing(sqlite3.connect(ledger)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = [
            f"{table} {_timeless(repr(row))}"
            for table in tables
            for row in connection.execute(f'SELECT {_columns(table)} FROM "{table}"')
        ]
    return tuple(sorted(found))


def _columns(table: str) -> str:
    """All but the count of steps, and an export's digest, which is left out where its file could not be read again."""
    return {"deliveries": "sequence, kind, name", "ledger": "document_id, created_at"}.get(table, "*")


def _timeless(text: str) -> str:
    return _DOCUMENT.sub("document", _DIGEST.sub("digest", _MOMENT.sub("moment", text)))


def same_file(name: str, one: bytes, other: bytes) -> bool:
    """Whether two files of that name say the same: made at another moment, they need not be equal in every byte."""
    if one == other:
        return True
    if not one or not other:
        return False
    try:
        match Path(name).suffix:
            case ".selfeval":
                # Ledgers are opened and compared where they lie.
                return True
            case ".pdf":
                return with_pdfium(one, Path()) == with_pdfium(other, Path())
            case ".zip" | ".xlsx" | ".docx":
                return _members(one) == _members(other)
    except (zipfile.BadZipFile, pypdfium2.PdfiumError) as error:
        raise Torn(f"{name}: {error}") from error
    return False


def _members(data: bytes) -> list[tuple[str, int]]:
    """The names in an archive and what is proved of each; times are packed in some of them."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if broken := archive.testzip():
            raise Torn(broken)
        timed = re.compile(r"\.pdf$|\.xlsx$|manifest\.|docProps/")
        return [(entry.filename, 0 if timed.search(entry.filename) else entry.CRC) for entry in archive.infolist()]


def plain_name(path: str) -> str:
    """A path without what is drawn by lot or by the clock in it."""
    return _BY_CHANCE.sub("*", path)


def reset(area: Path, kept: Path) -> None:
    """Have in the area what is kept, and nothing else."""
    if area.exists():
        shutil.rmtree(area)
    shutil.copytree(kept, area)
