"""Python's search for garbage, put off while many small parts are made that are all in use.

Forms, findings and drawing operations hold no circles; to walk thousands of them again and again takes a third of the
time of checking a ledger, and as long as opening it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """No search meanwhile; afterwards as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
