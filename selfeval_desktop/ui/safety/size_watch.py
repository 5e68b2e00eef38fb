"""Tells once that the open ledger grows large, long before nothing more can be stored in it."""

from PySide6.QtCore import QObject, QTimer

from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.ui.document.autosave import SaveState, Saving
from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.wording import sizes


class SizeWatch(QObject):
    """Looks when a ledger is opened to be written, and after each save."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._told: FormStore | None = None
        # Once it is shown: whatever was said before goes then.
        document.ledgerChanged.connect(lambda: QTimer.singleShot(0, self, self._tell_if_large))
        document.autosave.stateChanged.connect(self._on_saving)

    def _on_saving(self, state: SaveState) -> None:
        if state.saving is Saving.SAVED:
            self._tell_if_large()

    def _tell_if_large(self) -> None:
        ledger = self._document.ledger
        if ledger is None or ledger.store is self._told or ledger.store.read_only or not ledger.store.size.is_large:
            return
        self._told = ledger.store
        self._document.messages.show_message(sizes.large_ledger(ledger.store.size), "warning", about="size")
