"""Counts over an open ledger, for the support packet."""

from sqlalchemy import Connection, func, select

from selfeval_desktop.app.ports.ledgers import LedgerStructure
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.forms.tables import ledger, metadata


def read_ledger_structure(connection: Connection) -> LedgerStructure:
    """Schema version, revision, size and rows by table."""
    rows = {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }
    revision = connection.execute(select(ledger.c.revision)).scalar_one()
    return LedgerStructure(database.HEAD, revision, database.size_in_bytes(connection), rows)
