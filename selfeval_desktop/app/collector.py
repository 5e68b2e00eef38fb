"""Python's garbage collection, paused for a while.

Forms, findings and drawing operations hold no reference circles; walking thousands of them again and again takes a third of the
time of checking a ledger, and as long as opening it. And automatic collection runs in whichever thread makes the
next object: it may delete widgets there, and Qt crashes when these are deleted outside of the window's thread.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class _PauseCount:
    """How many pauses are in force, and whether collection was on before the first of them."""

    count = 0
    was_on = True


def pause_collector() -> None:
    """Pause collection; each call needs one `resume_collector`."""
    if not _PauseCount.count:
        _PauseCount.was_on = gc.isenabled()
    _PauseCount.count += 1
    gc.disable()


def resume_collector() -> None:
    """End one pause; the last one turns collection on again if it was on."""
    _PauseCount.count -= 1
    if not _PauseCount.count and _PauseCount.was_on:
        gc.enable()


class CollectorPause:
    """One pause; starting or ending it twice does nothing."""

    def __init__(self) -> None:
        self._is_on = False

    def start_pause(self) -> None:
        """Pause collection."""
        if not self._is_on:
            self._is_on = True
            pause_collector()

    def end_pause(self) -> None:
        """End the pause."""
        if self._is_on:
            self._is_on = False
            resume_collector()


@contextmanager
def without_collector() -> Iterator[None]:
    """Collection is paused inside."""
    pause_collector()
    try:
        yield
    finally:
        resume_collector()
