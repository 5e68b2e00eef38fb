"""A child process that starts a window and says "ready" at the moment that is timed.

`bare`: a bare QMainWindow has painted. `window LEDGER`: ours has painted for the first time.
`listed LEDGER`: the ledger is listed and its last form painted, its project name ready for typing.
`typed LEDGER`: the ledger is listed, the form that was open last is painted, and a typed key is in it.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow

if TYPE_CHECKING:
    from selfeval_desktop.ui.frame.main_window import MainWindow


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
    if kind not in {"listed", "typed"}:
        app.installEventFilter(filter_)
    if kind == "bare":
        window = QMainWindow()
        window.resize(1366, 768)
        window.show()
    else:
        from selfeval_desktop.bootstrap import open_window

        window = open_window(ledger)
        if kind in {"listed", "typed"}:
            use(window, kind)
    app.exec()


def use(window: "MainWindow", kind: str) -> None:
    """Do what the user waits for, and say so."""
    forms, name = window.findChild(QListView, "formList"), window.findChild(QLineEdit, "projectName")
    assert forms is not None
    assert name is not None
    if kind == "listed":
        assert forms.model().rowCount() >= 500
        window.document.show_form(forms.model().rowCount())
        QApplication.processEvents()
        assert name.isEnabled()
        assert name.text()
    else:
        QApplication.processEvents()
        name.setFocus()
        QTest.keyClick(name, Qt.Key.Key_X)
        QApplication.processEvents()
        assert window.document.form is not None
        assert "x" in window.document.form.form.project_name
    QTimer.singleShot(0, ready)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None)
