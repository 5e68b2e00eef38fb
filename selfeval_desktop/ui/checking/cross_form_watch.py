"""Looks, in a pause of typing, whether the ledger's other forms say something else of the open one by now."""

from PySide6.QtCore import QObject, QTimer

from selfeval_desktop.ui.document.document import Document

PAUSE_MS = 700


class CrossFormWatch(QObject):
    """Two projects of one name, and indicators with another target elsewhere, come up and go by themselves."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.setObjectName("acrossTimer")
        self._timer.timeout.connect(self._check_across_forms)
        for signal in (document.formShown, document.listChanged):
            signal.connect(self._restart_timer)
        document.ledgerChanged.connect(self._timer.stop)

    def _restart_timer(self) -> None:
        if self._document.form is not None:
            self._timer.start()

    def _check_across_forms(self) -> None:
        ledger = self._document.ledger
        if ledger is not None:
            with self._document.reporting_errors():
                ledger.refresh_neighbour_findings()
