"""Work beside the window: the window hears of its end, and never of what it gave up."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import Cancelled, SelfEvalError, UnknownForm
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.ui.kit.progress import ProgressDialogs
from selfeval_desktop.ui.kit.task_queue import TaskQueue


def never(told: object) -> None:
    """What is not told."""
    pytest.fail(repr(told))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskQueue]:
    window = QWidget()
    qtbot.addWidget(window)
    made = TaskQueue(ProgressDialogs(window), window)
    yield made
    made.cancel_all_tasks()


def test_a_task_is_done_in_another_thread_and_told_in_this_one(tasks: TaskQueue, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []

    def done(thread: int) -> None:
        told.append((thread, threading.get_ident()))

    tasks.start_task(lambda _progress: threading.get_ident(), done, never)
    qtbot.waitUntil(lambda: bool(told))
    ((worker, here),) = told
    assert here == threading.get_ident() != worker
    assert not tasks.is_busy


def test_an_error_of_the_world_is_told_as_such(tasks: TaskQueue, qtbot: QtBot) -> None:
    told: list[SelfEvalError] = []

    def fail(_progress: Progress) -> int:
        raise UnknownForm(3)

    tasks.start_task(fail, never, told.append)
    qtbot.waitUntil(lambda: bool(told))
    with pytest.raises(UnknownForm):
        tasks.run_and_wait("…", fail)


def test_a_fault_is_raised_where_faults_are_told(tasks: TaskQueue, qtbot: QtBot) -> None:
    def fail(_progress: Progress) -> int:
        raise LookupError

    with qtbot.captureExceptions() as caught:
        tasks.start_task(fail, never, never)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is LookupError


def test_what_is_given_up_stops_at_its_next_step_and_is_not_told(tasks: TaskQueue, qtbot: QtBot) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(progress: Progress) -> int:
        begun.set()
        try:
            while True:
                progress(1, 2)
        except Cancelled:
            ended.set()
            raise

    tasks.start_task(work, never, never)
    assert begun.wait(5)
    assert tasks.run_and_wait("…", lambda _progress: 7) == 7
    assert ended.is_set()
    qtbot.wait(20)


def slow(progress: Progress) -> str:
    """What takes longer than a wait without a dialog."""
    for step in range(60):
        progress(step, 60)
        time.sleep(0.02)
    return "copied"


def press_cancel(tasks: TaskQueue) -> None:
    """Stop what is waited for as soon as that is offered."""
    window = tasks.parent()
    assert isinstance(window, QWidget)
    timer = QTimer(tasks)

    def look() -> None:
        shown = [each for each in window.findChildren(QProgressDialog) if each.isVisible()]
        for dialog in shown:
            timer.stop()
            dialog.cancel()

    timer.timeout.connect(look)
    timer.start(10)


def test_what_the_user_asked_for_is_finished_before_another_is_waited_for(tasks: TaskQueue, qtbot: QtBot) -> None:
    told: list[str] = []
    tasks.start_task(slow, told.append, never, "正在备份到U盘…")
    tasks.cancel_background_tasks()
    assert tasks.run_and_wait("正在备份台账…", lambda _progress: 7) == 7
    qtbot.waitUntil(lambda: told == ["copied"])


def test_what_the_user_asked_for_is_waited_for_at_the_end(tasks: TaskQueue, qtbot: QtBot) -> None:
    told: list[str] = []
    tasks.start_task(slow, told.append, never, "正在备份到U盘…")
    assert tasks.may_leave(lambda: pytest.fail("left twice"))
    qtbot.waitUntil(lambda: told == ["copied"])


def test_what_the_user_stops_at_the_end_is_told_and_he_stays(tasks: TaskQueue, qtbot: QtBot) -> None:
    told: list[SelfEvalError] = []
    tasks.start_task(slow, never, told.append, "正在备份到U盘…")
    press_cancel(tasks)
    assert not tasks.may_leave(lambda: pytest.fail("left"))
    qtbot.waitUntil(lambda: [type(error) for error in told] == [Cancelled])
    assert tasks.may_leave(lambda: pytest.fail("left twice"))


def test_what_fails_at_the_end_is_told_before_he_leaves(tasks: TaskQueue, qtbot: QtBot) -> None:
    told: list[SelfEvalError] = []

    def fail(progress: Progress) -> str:
        slow(progress)
        raise UnknownForm(3)

    tasks.start_task(fail, never, told.append, "正在备份到U盘…")
    assert not tasks.may_leave(lambda: pytest.fail("left"))
    qtbot.waitUntil(lambda: [type(error) for error in told] == [UnknownForm])


def test_a_longer_wait_is_shown_and_keeps_everything_else_away(tasks: TaskQueue, qtbot: QtBot) -> None:
    seen: list[tuple[bool, int]] = []

    def work(progress: Progress) -> str:
        for step in range(30):
            progress(step, 30)
            time.sleep(0.03)
        return "done"

    watched = QProgressDialog.setValue

    def note(dialog: QProgressDialog, value: int) -> None:
        seen.append((dialog.isVisible() and dialog.isModal(), value))
        watched(dialog, value)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QProgressDialog, "setValue", note)
        assert tasks.run_and_wait("正在备份…", work) == "done"
    assert seen
    assert all(is_modal for is_modal, _ in seen)
    assert seen[-1][1] > seen[0][1]
    assert not tasks.is_busy
