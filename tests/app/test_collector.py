"""Putting off the search for garbage."""

import gc
from contextlib import suppress

import pytest

from selfeval_desktop.app.collector import _PauseCount, without_collector


@pytest.mark.parametrize("was_on", [True, False])
def test_it_is_as_before_afterwards_even_after_a_fault(was_on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_PauseCount, "count", 0)
    kept = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with suppress(ValueError), without_collector():
            assert not gc.isenabled()
            raise ValueError
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if kept else gc.disable)()
