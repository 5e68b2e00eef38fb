"""Time and identity: which form is open, each step, notices, settings, errors and ports."""
