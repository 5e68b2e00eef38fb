"""Forms and their records in the ledger's tables."""
