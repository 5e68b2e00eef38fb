"""The end of a run that nobody asked for: what cannot be stored in its ledger goes into one of its own."""

import logging
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QThread, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from selfeval_desktop import paths
from selfeval_desktop.app.errors import FileExists, SelfEvalError
from selfeval_desktop.app.ledger.saved_copy import find_file_loss, save_ledger_copy
from selfeval_desktop.app.paper.file_names import ENDING
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.document.document import Document

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


_log = logging.getLogger("selfeval_desktop.rescue")
_MOST_NAMES = 100


class EmergencySave(QObject):
    """Knows whether the open form, as it is, lies in a ledger of its own, and whether all of a lost ledger does.

    `rescued` comes with the path of a recovery copy that was written without asking.
    """

    rescued = Signal(object)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._apart: tuple[int, Form] | None = None
        self._whole: FormStore | None = None
        self.is_final = False
        """Whether the process is ending, stored or not: nothing is asked any more."""

    @property
    def is_form_copied(self) -> bool:
        """Whether nothing of the open form would be lost with the window."""
        state = self._document.form
        if state is None or self._apart is None:
            return state is None
        form_id, form = self._apart
        return form_id == state.form_id and form.same_as(state.form)

    @property
    def is_ledger_copied(self) -> bool:
        """Whether nothing of the open ledger would be lost with the window, even if its file is lost."""
        ledger = self._document.ledger
        return ledger is not None and ledger.store is self._whole and self.is_form_copied

    @property
    def is_lost(self) -> bool:
        """Whether the open ledger would be gone with the window, where it is this window that writes it."""
        ledger = self._document.ledger
        return ledger is not None and not ledger.store.read_only and find_file_loss(ledger.store) is not None

    def save_form_copy(self, path: Path) -> None:
        """Put the open form into a new ledger; FileExists, UnwritableFile."""
        state = self._document.form
        assert state is not None
        kept = Draft(state.form, state.evaluation)
        self._document.services.ledgers.create_ledger_file(path, [kept], self._document.templates).close()
        self._apart = (state.form_id, state.form)

    def save_ledger_copy(self, path: Path) -> None:
        """Put all that can be read of the open ledger into a new one, with the open form as it is now (SelfEvalError)."""
        ledger, state = self._document.ledger, self._document.form
        assert ledger is not None
        save_ledger_copy(ledger, self._document.services.ledgers, path)
        self._whole = ledger.store
        self._apart = (state.form_id, state.form) if state else None

    def save_everything(self) -> None:
        """Store everything, in the user's folder of recovered files if the ledger does not take it or is lost."""
        settled = False
        try:
            settled = self._document.flush()
        finally:
            # The fault may lie in saving itself.
            is_lost = self.is_lost and not self.is_ledger_copied
            if is_lost:
                self._save_recovery_copy(self.save_ledger_copy)
            if (is_lost or not settled) and not self.is_form_copied:
                self._save_recovery_copy(self.save_form_copy)

    def save_before_exit(self) -> None:
        """The same, and the window may be closed then, whatever became of it."""
        self.is_final = True
        self.save_everything()

    def _save_recovery_copy(self, store: Callable[[Path], None]) -> None:
        ledger = self._document.ledger
        stem = ledger.store.path.stem if ledger else "selfeval"
        name = f"{stem}-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        for folder in _recovery_folders(self._document.services.recovery):
            path = self._save_copy_in_folder(folder, name, store)
            if path is not None:
                self.rescued.emit(path)
                return
        _log.error("changes could be stored nowhere")

    def _save_copy_in_folder(self, folder: Path, name: str, store: Callable[[Path], None]) -> Path | None:
        """Where it lies in that folder now; None where the folder takes nothing."""
        for number in range(_MOST_NAMES):
            path = folder / (f"{name}-{number}{ENDING}" if number else f"{name}{ENDING}")
            try:
                paths.make_folder(folder)
                store(path)
            except FileExists:
                continue
            except (OSError, SelfEvalError):
                return None
            return path
        return None


def _recovery_folders(own: Path) -> Iterator[Path]:
    """The program's own folder; where that takes nothing, one among the system's temporary files that is the user's alone."""
    yield own
    with suppress(OSError):
        folder = Path(tempfile.mkdtemp(prefix="selfeval-"))
        yield folder
        # Nothing came into it.
        folder.rmdir()
