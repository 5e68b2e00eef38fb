"""Copies of a ledger file: backups, restoring, handover packages."""
