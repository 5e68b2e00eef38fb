"""Faults of the program itself: logged without a word of the forms, told once, and never a reason to lose work."""

import logging
import platform
import sys
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from selfeval_desktop import __version__
from selfeval_desktop.app import log

_log = logging.getLogger("selfeval_desktop.window")
_MOST_LOGGED = 3
"""Of one kind: what fails whenever it is painted would push everything else out of the log."""
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class ProgramFault:
    """`kind` tells faults apart: the exception's type and where it was raised. `details` can be passed on."""

    kind: str
    details: str


def describe_fault(raised: type[BaseException], trace: TracebackType | None) -> ProgramFault:
    """What happened and where, without the exception's own message: that may quote a form."""
    places = log.trace_lines(trace)
    system = (
        f"selfeval {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    last = places[-1] if places else "-"
    return ProgramFault(f"{raised.__name__} {last}", "\n".join((raised.__name__, *places, system)))


class FaultWatch(QObject):
    """Takes over the hooks of Python and Qt for faults that nobody caught, and gives them back on `stop`.

    `faulted` is emitted in the thread that the fault came from, it may be amid painting: to be connected queued.
    """

    faulted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running = False
        self._counts = Counter[str]()

    def install_hooks(self) -> None:
        """Watch from now on; what watched before is still called."""
        self._exception_hook, sys.excepthook = sys.excepthook, self._on_exception
        self._thread_hook, threading.excepthook = threading.excepthook, self._on_thread
        self._qt_handler: Callable[..., None] | None = qInstallMessageHandler(self._on_qt)
        self._running = True

    def restore_hooks(self) -> None:
        """Put the hooks back; may be called twice."""
        if not self._running:
            return
        self._running = False
        if sys.excepthook == self._on_exception:
            sys.excepthook = self._exception_hook
        if threading.excepthook == self._on_thread:
            threading.excepthook = self._thread_hook
        qInstallMessageHandler(self._qt_handler)

    def _on_exception(
        self, raised: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._exception_hook(raised, error, trace)
        if issubclass(raised, Exception):
            self._log_and_emit(describe_fault(raised, trace))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        self._thread_hook(args)
        if issubclass(args.exc_type, Exception):
            self._log_and_emit(describe_fault(args.exc_type, args.exc_traceback))

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
        _log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
        if self._qt_handler is not None:
            self._qt_handler(kind, context, text)
        elif sys.stderr is not None:
            sys.stderr.write(f"{text}\n")

    def _log_and_emit(self, fault: ProgramFault) -> None:
        if not self._running:
            # A window opened later still calls this hook after its own.
            return
        self._counts[fault.kind] += 1
        if self._counts[fault.kind] <= _MOST_LOGGED:
            _log.error(fault.details)
        self.faulted.emit(fault)
