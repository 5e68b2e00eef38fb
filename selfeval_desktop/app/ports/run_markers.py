"""One run of the window after the other: how the last one ended, where the user was, what was put apart."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.settings import LedgerPosition


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What is known of a run while it lasts, and afterwards where nobody ended it.

    `place` is None while no ledger is open. `saved_at` is when something was stored last, None for never.
    `rescued` is a ledger of its own with changes that could not be stored in the open one.
    """

    place: LedgerPosition | None = None
    saved_at: datetime | None = None
    rescued: Path | None = None


class RunMarker(Protocol):
    """This run of the window; a place that cannot be written is passed over."""

    def record_state(self, left: RunRecord) -> None:
        """Have this found by the next run, should nobody end this one."""
        ...

    def mark_ended(self) -> None:
        """All is well: nothing is to be found, but for what was rescued. May be called twice."""
        ...


class RunMarkers(Protocol):
    """The runs of this user on this PC."""

    def begin_run(self) -> RunMarker:
        """Another one, in which nothing is open yet."""
        ...

    def interrupted_runs(self) -> tuple[RunRecord, ...]:
        """What runs left behind that nobody ended and that do not go on any more, the latest last."""
        ...

    def discard_run(self, left: RunRecord) -> None:
        """That has been told, or is of no use any more: it is not found again."""
        ...
