"""The change log of an open ledger."""

from typing import Protocol

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.change_history import HistoryEntry


class StoredHistory(Protocol):
    """What was done to each form, and the form as it was at any time."""

    def form_history(self, form_id: int) -> tuple[HistoryEntry, ...]:
        """What was done to a form, the newest first; nothing from before schema 0007 of the ledger. DamagedLedger."""
        ...

    def form_at_entry(self, form_id: int, sequence: int) -> Form:
        """The form as that entry of its history left it; as it was before all of them for BEGINNING.

        UnknownForm, DamagedLedger.
        """
        ...
