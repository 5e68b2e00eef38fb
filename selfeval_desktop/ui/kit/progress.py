"""Longer work in the window's thread: a dialog with its progress and a button to stop it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from selfeval_desktop.app.errors import Cancelled
from selfeval_desktop.ui.kit.plain_text import make_labels_plain
from selfeval_desktop.ui.kit.widget_names import name_widget

_PATIENCE_MS = 500


class ProgressDialogs(QObject):
    """The longer work of one window; its dialog appears when it takes more than half a second.

    The dialog blocks the window, so that nothing else can be begun there meanwhile; who begins work otherwise
    asks `is_busy` first. A dialog beside the window may still begin work inside that of the window.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._going_on: list[ProgressDialog] = []
        self._afterwards: Callable[[], object] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a piece of work is going on."""
        return bool(self._going_on)

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether nothing is going on; else all is stopped as by its button, and `leave` is done once it has ended."""
        if not self.is_busy:
            return True
        self._afterwards = leave
        for each in self._going_on:
            each.cancel()
        return False

    @contextmanager
    def show_progress(self, text: str, *, at_once: bool = False) -> Iterator["ProgressDialog"]:
        """The progress to be told by the work that is done inside; Cancelled when the user stops it.

        `at_once` shows the dialog without waiting for half a second.
        """
        progress = ProgressDialog(text, self._window)
        self._going_on.append(progress)
        if at_once:
            progress.show_dialog()
        try:
            yield progress
        finally:
            progress.close_dialog()
            self._going_on.remove(progress)
            if self._afterwards is not None and not self.is_busy:
                QTimer.singleShot(0, self, self._afterwards)
                self._afterwards = None


class ProgressDialog:
    """The dialog of one piece of work; it is called as the `Progress` of the port."""

    def __init__(self, text: str, window: QWidget) -> None:
        self._dialog = name_widget(QProgressDialog(text, "", 0, 1, window), "progress", text)
        make_labels_plain(self._dialog)
        self._dialog.setCancelButtonText(QCoreApplication.translate("Watch", "取消"))
        self._dialog.setWindowTitle(window.windowTitle().split(" — ")[-1])
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_PATIENCE_MS)
        self._dialog.setAutoReset(False)
        self._dialog.setAutoClose(False)
        self._dialog.setMinimumWidth(360)
        self._can_stop = True

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` pieces are done, and process events; Cancelled when the user stopped it."""
        self._dialog.setMaximum(max(total, 1))
        if done == self._dialog.value():
            # Qt would pass over a figure that it shows already, and the button with it.
            QCoreApplication.processEvents()
        self._dialog.setValue(done)
        if self._can_stop and self._dialog.wasCanceled():
            raise Cancelled

    def show_dialog(self) -> None:
        """Show the dialog at once instead of after half a second."""
        self._dialog.show()

    def change_progress_text(self, text: str, *, can_stop: bool = True) -> None:
        """Say what is being done from now on; without `can_stop` the button to stop goes away."""
        self._dialog.setLabelText(text)
        self._dialog.setAccessibleName(text)
        self._can_stop = can_stop
        if not can_stop:
            self._dialog.setCancelButton(None)

    def cancel(self) -> None:
        """Have the work raise Cancelled before its next piece."""
        self._dialog.cancel()

    def close_dialog(self) -> None:
        """Hide and destroy the dialog; unless reset, Qt would still show it after its half second."""
        self._dialog.reset()
        self._dialog.hide()
        self._dialog.deleteLater()
