"""Every form of the open ledger compared with its digest, a few at a time (reliability M7)."""

from PySide6.QtCore import QObject, QTimer

from selfeval_desktop.app.errors import DamagedLedger, LostLedger, SelfEvalError
from selfeval_desktop.ui.document.autosave import Saving
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.wording import errors

AT_ONCE = 10
PAUSE_MS = 30
LATER_MS = 30_000
_NOT_STORED = frozenset({Saving.UNSAVED, Saving.RUNNING, Saving.FAILED})


class DigestWatch(QObject):
    """Begins anew with each ledger and rests while something typed is not stored: what is told of that goes first.

    In the window's own thread: a second one would hold up every key by as long as Python gives it its turn. The
    first damage ends it and is told, and stays in view. A file that cannot be read just now is told by whoever needs
    it, and looked at again later.
    """

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._last: int | None = None
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.setObjectName("ledgerWatchTimer")
        self._timer.timeout.connect(self._check_next_forms)
        document.ledgerChanged.connect(self._on_ledger_changed)

    def _on_ledger_changed(self) -> None:
        self._last = None
        if self._document.ledger is None:
            self._timer.stop()
        else:
            self._timer.start(PAUSE_MS)

    def _check_next_forms(self) -> None:
        ledger = self._document.ledger
        if ledger is None or self._document.autosave.state.saving in _NOT_STORED:
            return
        try:
            self._last = ledger.store.verify_next_forms(self._last, AT_ONCE)
        except DamagedLedger as error:
            self._timer.stop()
            self._document.messages.show_message(errors.error_sentence(error), "error", about="damage")
        except LostLedger:
            self._timer.stop()
        except SelfEvalError:
            self._timer.start(LATER_MS)
        else:
            if self._last is None:
                self._timer.stop()
            else:
                self._timer.start(PAUSE_MS)
