"""Python's search for garbage, put off for a while.

Forms, findings and drawing operations hold no circles; to walk thousands of them again and again takes a third of the
time of checking a ledger, and as long as opening it. And left to itself the search runs in whichever thread makes the
next object: what it takes away there may be widgets, and Qt crashes when these die outside of the window's thread.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class _PauseCount:
    """How many want no search, and whether there was one before the first of them."""

    count = 0
    was_on = True


def pause_collector() -> None:
    """No search from now on; once for each `let_go`."""
    if not _PauseCount.count:
        _PauseCount.was_on = gc.isenabled()
    _PauseCount.count += 1
    gc.disable()


def resume_collector() -> None:
    """As before, where nobody else wants none."""
    _PauseCount.count -= 1
    if not _PauseCount.count and _PauseCount.was_on:
        gc.enable()


class CollectorPause:
    """One `put_off` and its `let_go`, either of which may be asked for twice."""

    def __init__(self) -> None:
        self._is_on = False

    def start_pause(self) -> None:
        """No search from now on."""
        if not self._is_on:
            self._is_on = True
            pause_collector()

    def end_pause(self) -> None:
        """As before."""
        if self._is_on:
            self._is_on = False
            resume_collector()


@contextmanager
def without_collector() -> Iterator[None]:
    """No search meanwhile."""
    pause_collector()
    try:
        yield
    finally:
        resume_collector()
