"""The progress of a longer work, as whoever does the work reports it."""

from typing import Protocol


class Progress(Protocol):
    """Called before each piece of a longer work; raises Cancelled where the user wants no more of it."""

    def __call__(self, done: int, total: int) -> None: ...


def ignore_progress(done: int, total: int) -> None:
    """The progress of work that nobody watches."""
