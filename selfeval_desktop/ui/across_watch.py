"""Looks, in a pause of typing, whether the ledger's other forms say something else of the open one by now."""

from PySide6.QtCore import QObject, QTimer

from selfeval_desktop.ui.desk import Desk

PAUSE_MS = 700


class AcrossWatch(QObject):
    """Two projects of one name, and indicators with another target elsewhere, come up and go by themselves."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.setObjectName("acrossTimer")
        self._timer.timeout.connect(self._look)
        for signal in (desk.formShown, desk.listChanged):
            signal.connect(self._wait)
        desk.ledgerChanged.connect(self._timer.stop)

    def _wait(self) -> None:
        if self._desk.form is not None:
            self._timer.start()

    def _look(self) -> None:
        ledger = self._desk.ledger
        if ledger is not None:
            with self._desk.telling():
                ledger.look_around()
