"""Types an amount into the window of the built folder and closes it. Run by the folder's Python under Wine."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTableView

from selfeval_desktop.bootstrap import open_window


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def type_keys(text: str) -> None:
    for sign in text:
        key = Qt.Key.Key_Return if sign == "\n" else Qt.Key(ord(sign))
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            target = QApplication.focusWidget()
            assert target is not None
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign))
    wait(50)


def main() -> None:
    application = QApplication(sys.argv)
    window = open_window(Path(sys.argv[1]))
    window.activateWindow()
    wait(3000)
    table = next(view for view in window.findChildren(QTableView) if view.isVisible() and is_funds(view))
    table.setFocus()
    wait(200)
    table.setCurrentIndex(table.model().index(1, 2))
    type_keys("125000\n")
    # Longer than the pause after which it is stored.
    wait(3000)
    sys.stdout.write(f"{table.model().index(1, 2).data()}\n")
    window.close()
    application.processEvents()
    sys.stdout.write("closed\n")
    sys.stdout.flush()
    os._exit(0)


def is_funds(view: QTableView) -> bool:
    return type(view.model()).__name__ == "FundsModel"


main()
