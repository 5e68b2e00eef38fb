"""Bytes on disk: the ledger file, its migrations, backups and locks."""
