"""The undo stack and its steps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


class UndoableStep(Protocol):
    """One thing that can be done and undone."""

    @property
    def label(self) -> str:
        """What the undo menu says."""
        ...

    def redo(self) -> None:
        """Do it (again)."""
        ...

    def undo(self) -> None:
        """Take it back."""
        ...

    def merged_with(self, later: "UndoableStep") -> "UndoableStep | None":
        """This step and the one that follows it as one; None where they stay two."""
        ...


@dataclass(frozen=True, slots=True)
class LedgerStep:
    """A step of a ledger as a whole, made of what does it and what takes it back; it stays alone."""

    label: str
    redo: Callable[[], None]
    undo: Callable[[], None]

    def merged_with(self, later: UndoableStep) -> None:
        """None: each such step is undone by itself."""


class UndoStack(Protocol):
    """Keeps what can be undone."""

    def push_step(self, step: UndoableStep) -> None:
        """Do the step and keep it, merged with the last one where that takes it."""
        ...

    def clear_steps(self) -> None:
        """Drop everything: what the steps were done on is not there any more."""
        ...
