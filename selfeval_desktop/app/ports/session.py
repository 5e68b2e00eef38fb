"""What the open form needs of others: the templates, and a stack of what can be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from selfeval_desktop.app.ports.documents import Progress, ignore_progress
from selfeval_desktop.domain.form.template import Template


class Templates(Protocol):
    """The templates that are installed, and for a ledger those that it keeps."""

    def newest_templates(self) -> tuple[Template, ...]:
        """Every installed template in its newest version, the default first."""
        ...

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        """That version where it is known, else the newest one; UnknownTemplate when none of that id is."""
        ...


class LoadTemplate(Protocol):
    """Installs the template of a file for this user, whatever happens to the file afterwards."""

    def __call__(self, path: Path, progress: Progress = ignore_progress) -> Template:
        """MissingFile, UnreadableFile, BadTemplate, OldTemplate, OtherTemplate, UnwritableFile, Cancelled.

        Nothing is changed then.
        """
        ...


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

    def take_back_steps(self, merge_key: str) -> None:
        """Take back the last steps of the open form that have that key, for good: they cannot be done again."""
        ...

    def clear_steps(self) -> None:
        """Drop everything: what the steps were done on is not there any more."""
        ...
