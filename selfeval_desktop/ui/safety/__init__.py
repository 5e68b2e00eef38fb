"""Nothing is lost: opening and leaving ledgers, backups, restoring, handover, conflicts, crashes, support."""
