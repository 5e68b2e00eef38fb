"""A child process that starts a window and says "ready" at the moment that is timed.

`bare`: a bare QMainWindow has painted. `window LEDGER`: ours has painted for the first time.
`listed LEDGER`: the ledger is listed and its last form painted, its project name ready for typing.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow


class FirstPaint(QObject):
    """Says "ready" when a main window has been painted, and leaves."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QTimer.singleShot(0, ready)
        return False


def ready() -> None:
    """Tell the parent, and end the process at once: how it ends is not timed."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    QApplication.exit()


def main(kind: str, ledger: Path | None) -> None:
    """Start the window asked for."""
    app = QApplication(sys.argv[:1])
    filter_ = FirstPaint()
    if kind != "listed":
        app.installEventFilter(filter_)
    if kind == "bare":
        window = QMainWindow()
        window.resize(1366, 768)
        window.show()
    else:
        from selfeval_desktop.bootstrap import open_window

        window = open_window(ledger)
        if kind == "listed":
            forms, name = window.findChild(QListView, "formList"), window.findChild(QLineEdit, "projectName")
            assert forms is not None
            assert name is not None
            assert forms.model().rowCount() >= 500
            window.desk.show_form(forms.model().rowCount())
            app.processEvents()
            assert name.isEnabled()
            assert name.text()
            QTimer.singleShot(0, ready)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None)
