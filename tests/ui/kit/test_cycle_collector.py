"""Cycles are collected, and never in another thread than the window's."""

import gc
import threading
import weakref

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.collector import _PauseCount, without_collector
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.ui.kit.progress import ProgressDialogs
from selfeval_desktop.ui.kit.task_queue import CycleCollector, TaskQueue


class Knot:
    """An object that holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows that other tests left open do not count."""
    monkeypatch.setattr(_PauseCount, "count", 0)
    gc.enable()


def test_cycles_are_collected_while_it_runs_and_by_python_afterwards(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = CycleCollector(window), CycleCollector(window)
    first.start_collecting()
    second.start_collecting()
    try:
        assert not gc.isenabled()
        gone = weakref.ref(Knot())
        kept: list[list[list[int]]] = []

        def is_collected_while_more_is_made() -> bool:
            # What other tests left behind may die meanwhile, which counts against what is made.
            kept.append([[] for _ in range(gc.get_threshold()[0])])
            return gone() is None

        qtbot.waitUntil(is_collected_while_more_is_made, timeout=60_000)
        first.stop_collecting()
        assert not gc.isenabled()
    finally:
        first.stop_collecting()
        second.stop_collecting()
    assert gc.isenabled()


def test_what_ends_meanwhile_does_not_let_it_loose(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    cycles = CycleCollector(window)
    with without_collector():
        cycles.start_collecting()
    assert not gc.isenabled()
    cycles.stop_collecting()
    cycles.stop_collecting()
    assert gc.isenabled()


def test_a_task_collects_nothing_of_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tasks, threads = TaskQueue(ProgressDialogs(window), window), set[int]()

    def note(phase: str, info: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    def work(_progress: Progress) -> int:
        return sum(len([Knot() for _ in range(2000)]) for _ in range(20))

    gc.callbacks.append(note)
    try:
        assert tasks.run_and_wait("…", work) == 40_000
        CycleCollector.collect_due_generations()
    finally:
        gc.callbacks.remove(note)
        tasks.cancel_all_tasks()
    assert threads == {threading.get_ident()}
    assert gc.isenabled()
