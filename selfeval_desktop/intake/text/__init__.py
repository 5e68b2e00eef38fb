"""Forms and tables in pasted text."""
