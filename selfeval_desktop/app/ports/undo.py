"""The undo stack, and what a step must be able to do."""

from typing import Protocol


class UndoableStep(Protocol):
    """One thing that can be done and undone. Steps with equal `merge_key` (not empty) that follow each other are one."""

    @property
    def label(self) -> str:
        """What the undo menu says."""
        ...

    @property
    def merge_key(self) -> str:
        """Empty when the step never merges."""
        ...

    def redo(self) -> None:
        """Do it (again)."""
        ...

    def undo(self) -> None:
        """Take it back."""
        ...

    def merged_with(self, later: "UndoableStep") -> "UndoableStep":
        """This step and the later one as one."""
        ...


class UndoStack(Protocol):
    """Keeps what can be undone."""

    def push_step(self, step: UndoableStep) -> None:
        """Do the step and keep it."""
        ...

    def clear_steps(self) -> None:
        """Drop everything: what the steps were done on is not there any more."""
        ...
