"""Faults are planted from a process that has loaded nothing but the program: pytest's own is too large to be copied so often."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.faults import traced


@pytest.fixture(scope="session")
def planter() -> Iterator[ProcessPoolExecutor]:
    """The process that does it, with all its work behind it still loaded."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        if obstacle := pool.submit(traced.obstacle).result():
            pytest.skip(obstacle)
        yield pool
