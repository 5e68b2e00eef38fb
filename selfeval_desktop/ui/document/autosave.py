"""Stores the open form by itself after a pause in typing, and reports whether it is stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from selfeval_desktop.app.errors import LedgerInUse, LostLedger, SelfEvalError, UnreadableFile, UnwritableFile

QUIET_MS = 800
AT_MOST_MS = 2000
RETRY_MS = 2000
SLOWEST_RETRY_MS = 32_000
_PASSING = (UnwritableFile, UnreadableFile, LedgerInUse, LostLedger)
"""What may be over the next time: a full disk, a device that failed, a folder without rights, a busy or missing file."""


class Saving(Enum):
    """What the status line says about the open form."""

    NOTHING = "nothing"
    UNSAVED = "unsaved"
    RUNNING = "running"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """`at` is when the form was stored last, None when not in this session; `error` goes with FAILED."""

    saving: Saving
    at: datetime | None = None
    error: SelfEvalError | None = None


class Autosave(QObject):
    """Saves 800 ms after the last key and at most 2 s after the first unsaved one.

    A key counts while its cell is still open for editing: `commit` takes the editor's text into the form
    without closing it. While an input method composes, the editor is left alone. `save` stores what
    differs, `saved_at` tells when it last did.

    What could not be stored is tried again without a key, after 2 s and then ever more slowly, where the reason may
    pass by itself.
    """

    stateChanged = Signal(object)

    def __init__(
        self,
        commit: Callable[[], None],
        save: Callable[[], bool],
        saved_at: Callable[[], datetime | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._commit_editor, self._save, self._saved_at = commit, save, saved_at
        self.state = SaveState(Saving.NOTHING)
        self._quiet = self._create_timer(QUIET_MS, self.save_now)
        self._deadline = self._create_timer(AT_MOST_MS, self.save_now)
        self._retry = self._create_timer(RETRY_MS, lambda: self.save_now(quietly=True))
        self._retry.setObjectName("saveRetryTimer")
        self._retry_after = RETRY_MS
        self._room = parent
        self._watched = _WatchedEditor(self.mark_unsaved, self._on_composed, self)
        self._held_back = False
        self._qt_application().focusChanged.connect(self._on_focus_changed)

    def mark_unsaved(self) -> None:
        """Something was typed or changed that is not stored yet."""
        self._set_state(SaveState(Saving.UNSAVED, self.state.at))
        self._quiet.start()
        if not self._deadline.isActive():
            self._deadline.start()

    def watch_widget(self, room: QWidget) -> None:
        """Count only keys in that widget: text typed elsewhere, such as a search, is not the form's."""
        self._room = room

    def end_composing(self) -> None:
        """Let the input method commit or drop what it composes: saving waits while something is composed."""
        QGuiApplication.inputMethod().commit()
        editor = QApplication.focusWidget()
        if editor is not None:
            QApplication.sendEvent(editor, QInputMethodEvent())

    @property
    def is_composing(self) -> bool:
        """Whether an input method composes in the open editor."""
        return self._watched.composing

    def commit_editor_text(self) -> None:
        """Take in the open editor without closing it, unless an input method composes in it."""
        if not self._watched.composing:
            self._commit_editor()

    def save_now(self, *, quietly: bool = False) -> bool:
        """Take in the open editor and store now; False when storing failed (the state says why).

        `quietly`: nothing is told anew where the same as before stands against it.
        """
        taken_in = False
        try:
            self.commit_editor_text()
            taken_in = True
        finally:
            # A fault while the editor is read must not keep what was typed before from being stored.
            stored = self._save_and_set_state(taken_in=taken_in, quietly=quietly)
        if stored and self._watched.composing:
            self._held_back = True
            self.mark_unsaved()
        return stored

    def mark_saved(self) -> None:
        """A form was just read: it is as stored, and nothing waits."""
        self._stop_timers()
        self._set_state(SaveState(Saving.SAVED, self._saved_at()))

    def set_nothing_open(self) -> None:
        """Nothing is open any more."""
        self._stop_timers()
        self._set_state(SaveState(Saving.NOTHING))

    def _stop_timers(self) -> None:
        """Nothing waits to be stored."""
        for timer in (self._quiet, self._deadline, self._retry):
            timer.stop()
        self._held_back = False

    def _save_and_set_state(self, *, taken_in: bool, quietly: bool) -> bool:
        self._stop_timers()
        before = self.state
        if not quietly:
            self._set_state(SaveState(Saving.RUNNING, before.at))
        after = SaveState(Saving.UNSAVED, before.at)
        try:
            self._save()
            after = SaveState(Saving.SAVED if taken_in else Saving.UNSAVED, self._saved_at())
            self._retry_after = RETRY_MS
        except SelfEvalError as error:
            is_known = quietly and _is_same_error(before.error, error)
            after = before if is_known else SaveState(Saving.FAILED, before.at, error)
            self._try_again_later(error)
        finally:
            self._set_state(after)
        return after.saving is not Saving.FAILED

    def _try_again_later(self, error: SelfEvalError) -> None:
        """Where the reason may pass by itself; the next time after twice as long."""
        if isinstance(error, _PASSING):
            self._retry.start(self._retry_after)
            self._retry_after = min(2 * self._retry_after, SLOWEST_RETRY_MS)

    def _on_composed(self) -> None:
        """Store at once what a composition held back: whoever composes without a pause would never be stored."""
        if self._held_back:
            self.save_now()

    def _create_timer(self, interval: int, on_timeout: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(on_timeout)
        return timer

    def _set_state(self, state: SaveState) -> None:
        if state != self.state:
            self.state = state
            self.stateChanged.emit(state)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        room = self._room
        inside = new is not None and isinstance(room, QWidget) and room.isAncestorOf(new)
        self._watched.watch_editor(new if inside else None)

    @staticmethod
    def _qt_application() -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application


def _is_same_error(known: SelfEvalError | None, error: SelfEvalError) -> bool:
    return type(known) is type(error) and vars(known) == vars(error)


class _WatchedEditor(QObject):
    """The text editor that has the focus: tells of each key, and whether an input method composes in it."""

    def __init__(self, typed: Callable[[], None], composed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._typed = typed
        self._composed = composed
        self._editor: QLineEdit | QPlainTextEdit | None = None
        self.composing = False

    def watch_editor(self, widget: QWidget | None) -> None:
        """Watch that widget from now on, or none if it is no text editor."""
        # A cell's editor may lose the focus because it is being destroyed.
        if self._editor is not None and isValid(self._editor):
            self._editor.removeEventFilter(self)
            self._text_signal(self._editor).disconnect(self._on_text)
        self.composing = False
        if isinstance(widget, QComboBox):
            # A list that can be typed into has the focus in place of its line.
            widget = widget.lineEdit()
        self._editor = widget if isinstance(widget, QLineEdit | QPlainTextEdit) else None
        if self._editor is not None:
            self._editor.installEventFilter(self)
            self._text_signal(self._editor).connect(self._on_text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            was_composing, self.composing = self.composing, bool(event.preeditString())
            if was_composing and not self.composing:
                # The editor gets the composed text only after this filter.
                QTimer.singleShot(0, self, self._composed)
        return super().eventFilter(watched, event)

    def _on_text(self) -> None:
        if isinstance(self._editor, QLineEdit):
            self._typed()
        else:
            # A text box also tells of text that is put into it; that counts as unmodified once it is done.
            QTimer.singleShot(0, self, self._on_box_changed)

    def _on_box_changed(self) -> None:
        box = self._editor
        if isinstance(box, QPlainTextEdit) and isValid(box) and box.document().isModified():
            self._typed()

    @staticmethod
    def _text_signal(editor: QLineEdit | QPlainTextEdit) -> SignalInstance:
        return editor.textEdited if isinstance(editor, QLineEdit) else editor.textChanged
