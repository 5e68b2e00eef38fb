"""The schema of ledgers by version; Alembic runs the files in `versions`, which import nothing of today's program."""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

# The versions are read as files, in a frozen program too.
FOLDER = Path(__file__).parent


def upgrade(connection: Connection) -> None:
    """Bring a ledger, or an empty database, to the newest schema inside the connection's transaction."""
    script = ScriptDirectory(FOLDER, version_locations=[FOLDER / "versions"])
    context = MigrationContext.configure(connection)
    missing = list(script.iterate_revisions("head", context.get_current_revision() or "base"))
    with Operations.context(context):
        for revision in reversed(missing):
            revision.module.upgrade()
    context.stamp(script, "head")
