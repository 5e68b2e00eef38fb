"""Python's search for garbage, kept in the window's thread (see app.collector). Who has a second thread has one of these."""

import gc

from PySide6.QtCore import QObject, QTimer

from selfeval_desktop.app.collector import CollectorPause

_EVERY_MS = 500


class CycleCollector(QObject):
    """Collects by a timer while it runs, as young objects as the interpreter would; it is off by itself meanwhile."""

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
        """Whatever generation is due."""
        for generation, most in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] > most:
                gc.collect(generation)
