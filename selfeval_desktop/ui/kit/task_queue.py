"""Work beside the window: done in a thread of its own, one piece after the other, while the user goes on typing."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from time import sleep
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.ports.progress import Progress
from selfeval_desktop.ui.kit.cycle_collector import CycleCollector
from selfeval_desktop.ui.kit.progress import ProgressDialogs

Result = TypeVar("Result")
Work = Callable[[Progress], Result]

_PATIENCE = 0.3
_PAUSE = 0.03
"""Seconds that the window stands still before it says what it waits for, and between two looks."""
_GIVE_WAY = 0.001


class TaskQueue(QObject):
    """Whatever goes wrong with an errand is raised in the window's thread, where errors and faults are told.

    One that the user asked for has a `text`, which says what is being done while he waits. It is never given up for
    another one: only he stops it, and then it has `failed` with Cancelled.
    """

    _ended = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._waiting = ProgressDialogs(window)
        self._thread: ThreadPoolExecutor | None = None
        self._cycles = CycleCollector(self)
        self._out: list[Task[Any]] = []
        self._ended.connect(self._finish_task)

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is going on, or is waited for."""
        return bool(self._out) or self._waiting.is_busy

    def start_task(
        self,
        work: Work[Result],
        done: Callable[[Result], object],
        failed: Callable[[SelfEvalError], object],
        text: str = "",
    ) -> None:
        """Have it done some time soon; `done` or `failed` comes in the window's thread, unless it is given up."""
        task = Task(self._worker_thread(), work, done, failed, text)
        self._out.append(task)
        task.future.add_done_callback(lambda _future: self._ended.emit(task))

    def run_and_wait(self, text: str, work: Work[Result]) -> Result:
        """Wait for it, after what the user asked for, and give up all else that goes on; SelfEvalError."""
        self.cancel_background_tasks()
        task = Task(self._worker_thread(), work, text=text)
        self._wait_with_progress(task)
        return task.future.result()

    def cancel_background_tasks(self) -> None:
        """Stop what nobody asked for, at its next step; nobody is told of its end."""
        self._cancel_tasks([task for task in self._out if not task.text])

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether nobody waits for anything; else `leave` is done after it.

        What the user asked for is waited for here; when it fails, or he stops it, he is to read of that first.
        """
        if not self._waiting.may_leave(leave):
            return False
        return all(self._wait_for_success(task) for task in tuple(self._out) if task.text)

    def cancel_all_tasks(self) -> None:
        """Give up everything, and let go of the thread; another errand would make a new one."""
        self._cancel_tasks(tuple(self._out))
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shutdown()
            self._cycles.stop_collecting()

    def _worker_thread(self) -> ThreadPoolExecutor:
        if self._thread is None:
            self._cycles.start_collecting()
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="errand")
        return self._thread

    def _cancel_tasks(self, errands: "Iterable[Task[Any]]") -> None:
        for task in errands:
            task.stopped.set()
            self._out.remove(task)

    def _wait_for_success(self, task: "Task[Any]") -> bool:
        try:
            self._wait_with_progress(task, can_stop=True)
        except Cancelled:
            task.stopped.set()
            return False
        return task.future.exception() is None

    def _wait_with_progress(self, task: "Task[Any]", *, can_stop: bool = False) -> None:
        """The dialog keeps everything else away; what is soon gone by itself needs no button. Cancelled."""
        wait([task.future], _PATIENCE)
        if task.future.done():
            return
        in_turn = (*self._out, task)
        with self._waiting.show_progress(task.text, at_once=True) as watch:
            while not task.future.done():
                going_on = next(each for each in in_turn if each is task or not each.future.done())
                watch.change_progress_text(going_on.text or task.text, can_stop=can_stop)
                watch(*going_on.progress)
                wait([task.future], _PAUSE)

    def _finish_task(self, task: "Task[Any]") -> None:
        if task not in self._out:
            return
        self._out.remove(task)
        try:
            result = task.future.result()
        except SelfEvalError as error:
            task.failed(error)
        else:
            task.done(result)


def _ignore_result(_told: object) -> None:
    """Who waits for an errand hears of it otherwise."""


class Task(Generic[Result]):
    """One piece of work: how far it is, and whether it is to stop."""

    def __init__(
        self,
        thread: ThreadPoolExecutor,
        work: Work[Result],
        done: Callable[[Result], object] = _ignore_result,
        failed: Callable[[SelfEvalError], object] = _ignore_result,
        text: str = "",
    ) -> None:
        self.done, self.failed, self.text = done, failed, text
        self.stopped = Event()
        self.progress = (0, 0)
        self.future: Future[Result] = thread.submit(work, self._report_progress)

    def _report_progress(self, done: int, total: int) -> None:
        """The progress of the work, in its own thread, which lets the window have its turn."""
        self.progress = (done, total)
        sleep(_GIVE_WAY)
        if self.stopped.is_set():
            raise Cancelled
