"""Longer work, watched: how far it is, and a button to stop it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from selfeval_desktop.app.errors import Cancelled
from selfeval_desktop.ui.kit.widget_names import name_widget

_PATIENCE_MS = 500


class ProgressDialogs(QObject):
    """One piece of longer work at a time; its dialog appears when it takes more than half a second.

    The dialog blocks the window, so that nothing else can be begun meanwhile; who begins work otherwise
    asks `is_busy` first.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._progress: ProgressDialog | None = None
        self._afterwards: Callable[[], object] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is going on."""
        return self._progress is not None

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether nothing is going on; else it is stopped as by its button, and `leave` is done once it has ended."""
        if self._progress is None:
            return True
        self._afterwards = leave
        self._progress.cancel()
        return False

    @contextmanager
    def show_progress(self, text: str, *, at_once: bool = False) -> Iterator["ProgressDialog"]:
        """The progress to be told by the work that is done inside; Cancelled when the user stops it.

        `at_once` shows the dialog without waiting for half a second.
        """
        assert self._progress is None, "two pieces of work at once"
        self._progress = ProgressDialog(text, self._window)
        if at_once:
            self._progress.show_dialog()
        try:
            yield self._progress
        finally:
            self._progress.close_dialog()
            self._progress = None
            if self._afterwards is not None:
                QTimer.singleShot(0, self, self._afterwards)
                self._afterwards = None


class ProgressDialog:
    """A `Progress` that people see."""

    def __init__(self, text: str, window: QWidget) -> None:
        self._dialog = name_widget(QProgressDialog(text, "", 0, 1, window), "progress", text)
        self._dialog.setCancelButtonText(QCoreApplication.translate("Watch", "取消"))
        self._dialog.setWindowTitle(window.windowTitle().split(" — ")[-1])
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_PATIENCE_MS)
        self._dialog.setAutoReset(False)
        self._dialog.setAutoClose(False)
        self._dialog.setMinimumWidth(360)
        self._can_stop = True

    def __call__(self, done: int, total: int) -> None:
        """So much is done; Cancelled when the user wants no more. Lets the window be drawn and clicked."""
        self._dialog.setMaximum(max(total, 1))
        if done == self._dialog.value():
            # Qt would pass over a figure that it shows already, and the button with it.
            QCoreApplication.processEvents()
        self._dialog.setValue(done)
        if self._can_stop and self._dialog.wasCanceled():
            raise Cancelled

    def show_dialog(self) -> None:
        """Show the dialog now: who waits already needs no more patience."""
        self._dialog.show()

    def change_progress_text(self, text: str, *, can_stop: bool = True) -> None:
        """Say what is being done from now on; what cannot be called back any more loses the button."""
        self._dialog.setLabelText(text)
        self._dialog.setAccessibleName(text)
        self._can_stop = can_stop
        if not can_stop:
            self._dialog.setCancelButton(None)

    def cancel(self) -> None:
        """Stop before the next piece."""
        self._dialog.cancel()

    def close_dialog(self) -> None:
        """Put the dialog away; one that is not reset would still come up when its time has passed."""
        self._dialog.reset()
        self._dialog.hide()
        self._dialog.deleteLater()
