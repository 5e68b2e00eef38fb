"""Markers of the window's runs: how each ended, where the user was, what was saved elsewhere."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.settings import LedgerPosition


@dataclass(frozen=True, slots=True)
class RunRecord:
    """The state of a run that goes on or was interrupted.

    `place` is None while no ledger is open. `saved_at` is when something was stored last, None for never.
    `rescued` is a new ledger with changes that could not be stored in the open one.
    """

    place: LedgerPosition | None = None
    saved_at: datetime | None = None
    rescued: Path | None = None


class RunMarker(Protocol):
    """The marker of this run; a folder that cannot be written is ignored."""

    def record_state(self, left: RunRecord) -> None:
        """Leave this state for the next run, in case this one is interrupted."""
        ...

    def mark_ended(self) -> None:
        """Mark a normal end: only `rescued` is left for the next run. May be called twice."""
        ...


class RunMarkers(Protocol):
    """The runs of this user on this PC."""

    def begin_run(self) -> RunMarker:
        """The marker of a new run, in which nothing is open yet."""
        ...

    def interrupted_runs(self) -> tuple[RunRecord, ...]:
        """The states of runs that neither ended normally nor go on any more, the latest last."""
        ...

    def discard_run(self, left: RunRecord) -> None:
        """Forget an interrupted run, once the user has seen it or it is of no use any more."""
        ...
