"""What every test has: no screen, no noise, and a home of its own instead of the user's."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

# Before Qt is loaded. A display is asked for by setting the variable oneself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.kept_reader import keep_reading_process, stop_idle_processes

# How long a test waits for what happens by itself: five seconds are over on a busy PC before a window is painted.
for _waiting in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitCallback):
    assert _waiting.__kwdefaults__ is not None
    _waiting.__kwdefaults__["timeout"] = 60_000

_NUMBERED = re.compile(r"test_f\d\d_|\[F\d\d ")
# Examples are the same on every run, so that a red test stays red until mended; `--hypothesis-profile=search`
# looks for new ones. Two cores under load make single examples slow without meaning anything.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("steady")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that carries the number of a fault is one of those that `make faults` runs."""
    for item in items:
        if _NUMBERED.search(item.name):
            item.add_marker("faults")


@pytest.fixture(autouse=True)
def selfeval_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the user's data, settings and log in this test."""
    home = tmp_path / "selfeval-home"
    monkeypatch.setenv("SELFEVAL_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def reading_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """One process reads foreign files for all tests but those of the process itself, which replace this."""
    keep_reading_process(monkeypatch)


@pytest.fixture(scope="session", autouse=True)
def idle_readers_stopped() -> Iterator[None]:
    """None is left behind."""
    yield
    stop_idle_processes()


@pytest.fixture(scope="session", autouse=True)
def clipboard_left_empty() -> Iterator[None]:
    """Without a screen Qt keeps what was copied until Python is gone, and what Python made with it."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
