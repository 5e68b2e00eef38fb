"""Python's collector of cycles, kept in the window's thread.

Left to itself it runs in whichever thread makes the next object, and what it takes away there may be widgets: Qt
crashes when these die outside of the window's thread. Who has a second thread therefore has one of these.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class CycleCollector(QObject):
    """Collects by a timer while it runs, as young objects as the interpreter would; it is off by itself meanwhile."""

    _running: set["CycleCollector"] = set()  # noqa: RUF012 - of all windows together

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """From now on nothing is collected in another thread."""
        self._running.add(self)
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to the interpreter again once no window needs it; may be called twice."""
        self._timer.stop()
        self._running.discard(self)
        if not self._running:
            gc.enable()

    @staticmethod
    def collect() -> None:
        """Whatever generation is due."""
        for generation, most in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] > most:
                gc.collect(generation)
