"""The open ledger and the open form: steps, conflicts, checking, templates, history."""
