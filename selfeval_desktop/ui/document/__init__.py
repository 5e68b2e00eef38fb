"""The open ledger and the open form as the window holds them: state, undo, autosave, form list, table models."""
