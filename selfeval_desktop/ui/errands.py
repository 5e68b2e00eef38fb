"""Work beside the window: done in a thread of its own, one piece after the other, while the user goes on typing."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from time import sleep
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from selfeval_desktop.app.errors import Cancelled, SelfEvalError
from selfeval_desktop.app.ports import Progress
from selfeval_desktop.ui.cycle_collector import CycleCollector
from selfeval_desktop.ui.progress import LongWork

Result = TypeVar("Result")
Work = Callable[[Progress], Result]

_PATIENCE = 0.3
_PAUSE = 0.03
"""Seconds that the window stands still before it says what it waits for, and between two looks."""
_GIVE_WAY = 0.001


class Errands(QObject):
    """Whatever goes wrong with an errand is raised in the window's thread, where errors and faults are told."""

    _ended = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._waiting = LongWork(window)
        self._thread: ThreadPoolExecutor | None = None
        self._cycles = CycleCollector(self)
        self._out: list[_Errand[Any]] = []
        self._ended.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is going on, or is waited for."""
        return bool(self._out) or self._waiting.is_busy

    def begin(
        self, work: Work[Result], done: Callable[[Result], object], failed: Callable[[SelfEvalError], object]
    ) -> None:
        """Have it done some time soon; `done` or `failed` comes in the window's thread, unless it is given up."""
        errand = _Errand(self._worker(), work, done, failed)
        self._out.append(errand)
        errand.future.add_done_callback(lambda _future: self._ended.emit(errand))

    def do(self, text: str, work: Work[Result]) -> Result:
        """Wait for it, and give up what goes on; SelfEvalError."""
        self.give_up()
        errand = _Errand(self._worker(), work)
        wait([errand.future], _PATIENCE)
        if not errand.future.done():
            self._await(errand, text)
        return errand.future.result()

    def give_up(self) -> None:
        """Stop what goes on, at its next step; nobody is told of its end."""
        for errand in self._out:
            errand.stopped.set()
        self._out.clear()

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether nobody waits for anything; else `leave` is done after it."""
        return self._waiting.may_leave(leave)

    def stop(self) -> None:
        """Give up what goes on, and let go of the thread; another errand would make a new one."""
        self.give_up()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.shutdown()
            self._cycles.stop()

    def _worker(self) -> ThreadPoolExecutor:
        if self._thread is None:
            self._cycles.start()
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="errand")
        return self._thread

    def _await(self, errand: "_Errand[Any]", text: str) -> None:
        """The dialog keeps everything else away meanwhile; it has no button, as it is soon gone by itself."""
        with self._waiting.watched(text, at_once=True) as watch:
            watch.turn_to(text, can_stop=False)
            while not errand.future.done():
                watch(*errand.progress)
                wait([errand.future], _PAUSE)

    def _take(self, errand: "_Errand[Any]") -> None:
        if errand not in self._out:
            return
        self._out.remove(errand)
        try:
            result = errand.future.result()
        except SelfEvalError as error:
            errand.failed(error)
        else:
            errand.done(result)


def _nobody(_told: object) -> None:
    """Who waits for an errand hears of it otherwise."""


class _Errand(Generic[Result]):
    """One piece of work: how far it is, and whether it is to stop."""

    def __init__(
        self,
        thread: ThreadPoolExecutor,
        work: Work[Result],
        done: Callable[[Result], object] = _nobody,
        failed: Callable[[SelfEvalError], object] = _nobody,
    ) -> None:
        self.done, self.failed = done, failed
        self.stopped = Event()
        self.progress = (0, 0)
        self.future: Future[Result] = thread.submit(work, self._tell)

    def _tell(self, done: int, total: int) -> None:
        """The progress of the work, in its own thread, which lets the window have its turn."""
        self.progress = (done, total)
        sleep(_GIVE_WAY)
        if self.stopped.is_set():
            raise Cancelled
