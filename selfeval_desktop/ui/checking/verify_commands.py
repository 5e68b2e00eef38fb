"""The whole open ledger compared with what was stored, when the user asks for it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from selfeval_desktop.ui.document.document import Document
from selfeval_desktop.ui.kit.commands import does


class VerifyCommands(QObject):
    """Damage is told by the sentence of its error, which names the form."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document

    @does("actionVerify")
    def verify_ledger(self) -> None:
        """Store what is open, read everything, and say how many forms are as they were stored."""
        ledger = self._document.ledger
        if ledger is None or self._document.progress.is_busy or not self._document.flush():
            return
        with self._document.reporting_errors():
            with self._document.progress.show_progress(self.tr("正在核对台账…")) as watch:
                ledger.store.verify(watch)
            text = self.tr("台账完好，{0} 张自评表都与存入时一致。").format(len(ledger.summaries))
            self._document.messages.show_message(text, "ok")
