"""Garbage collection kept in the window's thread while a second thread runs (see app.collector)."""

import gc

from PySide6.QtCore import QObject, QTimer

from selfeval_desktop.app.collector import CollectorPause

_EVERY_MS = 500


class CycleCollector(QObject):
    """Turns automatic collection off while it runs, and does by a timer what the interpreter would have done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_due_generations)
        self._hold = CollectorPause()
        # Also that of a window that was not closed, only taken away.
        self.destroyed.connect(self._hold.end_pause)

    def start_collecting(self) -> None:
        """From now on nothing is collected in another thread."""
        self._hold.start_pause()
        self._timer.start()

    def stop_collecting(self) -> None:
        """Leave it to the interpreter again; may be called twice."""
        self._timer.stop()
        self._hold.end_pause()

    @staticmethod
    def collect_due_generations() -> None:
        """Collect each generation that has more new objects than its threshold."""
        for generation, most in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] > most:
                gc.collect(generation)
