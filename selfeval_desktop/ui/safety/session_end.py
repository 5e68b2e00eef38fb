"""Ends that the user did not choose: the system asks the process to stop, or the session closes."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


_GLANCE_MS = 20
_MOST_GLANCES = 250


class SessionEnd(QObject):
    """Calls `save` before the desktop session ends; when a signal asks the process to stop, `end` and then `leave`.

    A Python signal handler does not run while Qt waits for events, so the signal wakes Qt through a
    socket. To be started in the main thread.
    """

    def __init__(
        self,
        save: Callable[[], object],
        end: Callable[[], object],
        leave: Callable[[], object],
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._save, self._end, self._leave = save, end, leave
        self._running = False
        self._glances = 0

    def start_watching(self) -> None:
        """Watch from now on."""
        self._waking, self._woken = socket.socketpair()
        self._waking.setblocking(False)
        self._woken.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._waking.fileno())
        self._old_handlers = {number: signal.signal(number, _ignore_signal) for number in _SIGNALS}
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._on_session_end)
        self._running = True

    def stop_watching(self) -> None:
        """Leave signals as they were; may be called twice."""
        if not self._running:
            return
        self._running = False
        for number, handler in self._old_handlers.items():
            signal.signal(number, handler)
        descriptor = signal.set_wakeup_fd(-1)
        if descriptor != self._waking.fileno():
            # Another window, opened later, is listening.
            signal.set_wakeup_fd(descriptor)
        self._notifier.setEnabled(False)
        self._notifier.deleteLater()
        self._waking.close()
        self._woken.close()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.disconnect(self._on_session_end)

    def _on_signal(self) -> None:
        numbers = self._woken.recv(64)
        if any(number in _SIGNALS for number in numbers):
            try:
                self._end()
            finally:
                self._leave_after_dialogs()

    def _leave_after_dialogs(self) -> None:
        """First close the dialogs and let the commands that wait for them return, for up to five seconds."""
        close_dialogs()
        self._glances += 1
        if QThread.currentThread().loopLevel() > 1 and self._glances < _MOST_GLANCES:
            QTimer.singleShot(_GLANCE_MS, self, self._leave_after_dialogs)
        else:
            self._leave()

    def _on_session_end(self) -> None:
        self._save()


def close_dialogs() -> None:
    """Close, unanswered, whatever asks something: there will be nothing left that the answer could be done to."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        # Not rejected: a dialog may ask first.
        dialog.done(QDialog.DialogCode.Rejected)


def _ignore_signal(_number: int, _frame: FrameType | None) -> None:
    """The wake-up socket carries the signal; Python only must not end the process at once."""
