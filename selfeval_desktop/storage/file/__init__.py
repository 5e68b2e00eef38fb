"""The ledger file: opening, locks, journal, identity, migrations, and the one safe way to write a file."""
