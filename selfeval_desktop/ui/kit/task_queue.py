"""Background work: tasks run one after the other in a second thread, while the user goes on typing."""

import gc
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from time import sleep
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.collector import CollectorPause
from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.ui.kit.progress import ProgressDialogs

_EVERY_MS = 500


class CycleCollector(QObject):
    """Turns automatic collection off while it runs, and does by a timer what the interpreter would have done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_due_generations)
        self._hold = CollectorPause()
        # Also that of a window that was not closed, only taken away.
        self.destroyed.connect(self._hold.end_pause)

    def start_collecting(self) -> None:
        """From now on nothing is collected in another thread."""
        self._hold.start_pause()
        self._timer.start()

    def stop_collecting(self) -> None:
        """Leave it to the interpreter again; may be called twice."""
        self._timer.stop()
        self._hold.end_pause()

    @staticmethod
    def collect_due_generations() -> None:
        """Collect each generation that has more new objects than its threshold."""
        for generation, most in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] > most:
                gc.collect(generation)


Result = TypeVar("Result")
Work = Callable[[Progress], Result]

_PATIENCE = 0.3
_PAUSE = 0.03
"""Seconds that the window waits before it shows a dialog, and between two updates of it."""
_GIVE_WAY = 0.001


class TaskQueue(QObject):
    """Results and errors of tasks arrive in the window's thread, where errors and faults are reported.

    A task that the user asked for has a `text`, which says what is being done while he waits. It is never cancelled
    for another one: only the user stops it, and then it has `failed` with Cancelled.
    """

    _ended = Signal(object)

    def __init__(self, progress: ProgressDialogs, window: QWidget) -> None:
        super().__init__(window)
        self._progress = progress
        self._thread: ThreadPoolExecutor | None = None
        self._cycles = CycleCollector(self)
        self._out: list[Task[Any]] = []
        self._ended.connect(self._finish_task)

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is going on, here or in the window's thread."""
        return bool(self._out) or self._progress.is_busy

    def start_task(
        self,
        work: Work[Result],
        done: Callable[[Result], object],
        failed: Callable[[SelfEvalError], object],
        text: str = "",
    ) -> None:
        """Queue the work; `done` or `failed` is called in the window's thread, neither if the task is cancelled."""
        task = Task(self._worker_thread(), work, done, failed, text)
        self._out.append(task)
        task.future.add_done_callback(lambda _future: self._ended.emit(task))

    def run_and_wait(self, text: str, work: Work[Result]) -> Result:
        """Cancel background tasks, let those with a text finish, then wait for this work; SelfEvalError."""
        self.cancel_background_tasks()
        task = Task(self._worker_thread(), work, text=text)
        self._wait_with_progress(task)
        return task.future.result()

    def cancel_background_tasks(self) -> None:
        """Stop the tasks that nobody asked for, at their next step; their callbacks are not called."""
        self._cancel_tasks([task for task in self._out if not task.text])

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether nobody waits for anything, here or in the window's thread; else `leave` is done after it.

        What the user asked for is waited for here; when it fails, or he stops it, he is to read of that first.
        """
        if not self._progress.may_leave(leave):
            return False
        return all(self._wait_for_success(task) for task in tuple(self._out) if task.text)

    def cancel_all_tasks(self) -> None:
        """Cancel every task and end the thread; a later task starts a new one."""
        self._cancel_tasks(tuple(self._out))
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shutdown()
            self._cycles.stop_collecting()

    def _worker_thread(self) -> ThreadPoolExecutor:
        if self._thread is None:
            self._cycles.start_collecting()
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="task")
        return self._thread

    def _cancel_tasks(self, tasks: "Iterable[Task[Any]]") -> None:
        for task in tasks:
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
        """Show the progress of the task, and of those before it, until it is done; Cancelled where `can_stop`."""
        wait([task.future], _PATIENCE)
        if task.future.done():
            return
        in_turn = (*self._out, task)
        with self._progress.show_progress(task.text, at_once=True) as watch:
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
    """Default callback: the caller waits for the future instead."""


class Task(Generic[Result]):
    """One piece of work in the thread: its callbacks, its progress (done, total), and the event that stops it."""

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
        """The `Progress` of the work, called in the second thread; sleeps so that the window's thread can run."""
        self.progress = (done, total)
        sleep(_GIVE_WAY)
        if self.stopped.is_set():
            raise Cancelled
