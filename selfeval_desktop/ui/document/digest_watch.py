"""Every form of the open ledger compared with its digest, then its history, a few at a time (reliability M7)."""

from PySide6.QtCore import QObject, QTimer

from selfeval_desktop.app.errors import DamagedLedger, LostLedger, SelfEvalError
from selfeval_desktop.app.ports.ledgers import LedgerFile
from selfeval_desktop.ui.document.autosave import Saving
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.wording import errors

AT_ONCE = 10
ENTRIES_AT_ONCE = 50
PAUSE_MS = 30
LATER_MS = 30_000
_NOT_STORED = frozenset({Saving.UNSAVED, Saving.RUNNING, Saving.FAILED})


class DigestWatch(QObject):
    """Begins anew with each ledger and pauses while something typed is not stored: that is reported first.

    Runs in the window's thread: a second thread would delay every key by a switch interval of Python. The first
    damage found ends it and is shown until it is closed. A file that cannot be read just now is read again later.
    """

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._last: int | None = None
        self._last_entry: int | None = None
        """Of the change log, whose turn comes once no form follows; None before that, and at its end."""
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.setObjectName("ledgerWatchTimer")
        self._timer.timeout.connect(self._check_next_forms)
        document.ledgerChanged.connect(self._on_ledger_changed)

    def _on_ledger_changed(self) -> None:
        self._last = self._last_entry = None
        if self._document.ledger is None:
            self._timer.stop()
        else:
            self._timer.start(PAUSE_MS)

    def _check_next_forms(self) -> None:
        ledger = self._document.ledger
        if ledger is None or self._document.autosave.state.saving in _NOT_STORED:
            return
        try:
            is_done = self._is_done_after_next(ledger.store)
        except DamagedLedger as error:
            self._timer.stop()
            self._document.messages.show_message(errors.error_sentence(error), "error", about="damage")
        except LostLedger:
            self._timer.stop()
        except SelfEvalError:
            self._timer.start(LATER_MS)
        else:
            if is_done:
                self._timer.stop()
            else:
                self._timer.start(PAUSE_MS)

    def _is_done_after_next(self, store: LedgerFile) -> bool:
        """Compare some more; whether that was the last."""
        if self._last_entry is None:
            self._last = store.verify_next_forms(self._last, AT_ONCE)
            if self._last is None:
                self._last_entry = 0
            return False
        self._last_entry = store.verify_next_entries(self._last_entry, ENTRIES_AT_ONCE)
        return self._last_entry is None
