"""A user at the real window: eyes that find things by their object names, hands that press keys and click."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTableView,
    QTabWidget,
    QWidget,
)

from selfeval_desktop import bootstrap
from selfeval_desktop.ui.frame.main_window import MainWindow

Key = Qt.Key
Found = TypeVar("Found", bound=QObject)
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TABS = ("fundsTab", "goalsTab", "indicatorsTab", "previewTab")


class User:
    """Keys go to the window that is in front, as the system would send them; Qt finds who has the focus."""

    def __init__(self, ledger: Path | None) -> None:
        self.window: MainWindow = bootstrap.open_window(ledger)
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def find(self, kind: type[Found], name: str) -> Found:
        """The one object of that name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def label(self, name: str) -> str:
        """The text of a label."""
        return self.find(QLabel, name).text()

    def box(self, name: str) -> str:
        """The text of a field of the form's head."""
        return self.find(QLineEdit, name).text()

    def goal(self, name: str) -> str:
        """The text of a goal."""
        return self.find(QPlainTextEdit, name).toPlainText()

    def cell(self, table: str, row: int, column: int) -> str:
        """What a cell shows."""
        model = self.find(QTableView, table).model()
        return str(model.data(model.index(row, column)))

    def column(self, table: str, column: int) -> list[str]:
        """What the cells of a column show, from top to bottom."""
        rows = self.find(QTableView, table).model().rowCount()
        return [self.cell(table, row, column) for row in range(rows)]

    def spans(self, column: int) -> list[int]:
        """How many rows each level cell of the indicator table covers, from top to bottom."""
        table = self.find(QTableView, "indicatorTable")
        spans, row = [], 0
        while row < table.model().rowCount():
            spans.append(table.rowSpan(row, column))
            row += spans[-1]
        return spans

    def problems(self) -> list[str]:
        """The lines of the problem list: severity, place and sentence."""
        model = self.find(QTableView, "problemList").model()
        return [
            " ".join(str(model.data(model.index(row, column))) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def forms(self) -> list[str]:
        """What stands in the form list, both lines of each form."""
        model = self.find(QListView, "formList").model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        detail = Qt.ItemDataRole.UserRole + 1
        return [f"{row.data()} {row.data(detail)}" for row in rows]

    def tabs(self) -> list[str]:
        """The names of the pages, with the numbers beside them."""
        tabs = self.find(QTabWidget, "tabs")
        return [tabs.tabText(number) for number in range(tabs.count())]

    def place(self) -> tuple[str, int, int]:
        """Page, row and column of the cursor in a table."""
        page = self.find(QTabWidget, "tabs").currentWidget()
        index = page.findChildren(QTableView)[0].currentIndex()
        return page.objectName(), index.row(), index.column()

    def editor(self) -> QWidget | None:
        """The open cell editor."""
        page = self.find(QTabWidget, "tabs").currentWidget()
        table = page.findChildren(QTableView)[0]
        return table.indexWidget(table.currentIndex())

    def press(self, *keys: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other."""
        for key in keys:
            # The key may open or close what is in front.
            self._send(QTest.keyPress, key, with_)
            self._send(QTest.keyRelease, key, with_)

    def type(self, text: str) -> None:
        """Type text: what is on the keyboard by keys, all else as an input method hands it over."""
        for character in text:
            if character.isascii():
                self._send(QTest.keyClick, character)
            else:
                self.compose("", character)

    def compose(self, letters: str, text: str) -> None:
        """What an input method hands over: the letters being composed, and the text that they have become."""
        event = QInputMethodEvent(letters, [])
        event.setCommitString(text)
        dialog = QApplication.activeModalWidget()
        receiver = dialog.focusWidget() if dialog else QApplication.focusWidget()
        assert receiver is not None
        QApplication.sendEvent(receiver, event)

    def write(self, *texts: str) -> None:
        """Type each text and go on to the next cell or field."""
        for text in texts:
            self.type(text)
            self.press(Key.Key_Tab)

    def turn_to(self, tab: str) -> None:
        """Go to a page by its key."""
        self.press(Key(Key.Key_1 + TABS.index(tab)), with_=CONTROL)

    def go_to(self, tab: str, row: int, column: int) -> None:
        """Go to a cell by keys, from the first cell of its table."""
        self.turn_to(tab)
        self.press(Key.Key_Home, with_=CONTROL)
        self.press(*[Key.Key_Right] * column)
        for _ in range(row):
            if self.place()[1] < row:
                self.press(Key.Key_Down)
        assert self.place()[1] == row

    def click(self, view: str, row: int) -> None:
        """Click a line of a list or table."""
        shown = self.window.findChild(QTableView, view) or self.find(QListView, view)
        at = shown.visualRect(shown.model().index(row, 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(at))

    def choose(self, combo: str, text: str) -> None:
        """Choose from a list by keys."""
        box = self.find(QComboBox, combo)
        box.setFocus()
        places = [box.itemText(place) for place in range(box.count())]
        self.press(Key.Key_Down, with_=ALT)
        self.press(Key.Key_Home, *[Key.Key_Down] * places.index(text), Key.Key_Return)

    def trigger(self, action: str) -> None:
        """Do what a menu entry does."""
        found = self.find(QAction, action)
        assert found.isEnabled(), action
        found.trigger()

    def in_dialog(self, name: str, work: Callable[[QDialog], None]) -> None:
        """Have `work` done in the modal dialog of that name as soon as it is open, and leave it closed."""
        timer = QTimer(self.window)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.objectName() == name:
                if not dialog.isActiveWindow():
                    # Composed text would go to where the cursor was before.
                    dialog.activateWindow()
                    return
                timer.stop()
                try:
                    work(dialog)
                finally:
                    if dialog.isVisible():
                        # Not rejected: a dialog may ask first.
                        dialog.done(QDialog.DialogCode.Rejected)

        timer.timeout.connect(look)
        timer.start(10)

    def close(self) -> None:
        """Close the window, as the user does."""
        self.window.close()

    def _send(self, how: Callable[..., None], *key: Key | Qt.KeyboardModifier | str) -> None:
        """Send a key to what is in front: an open list, else a dialog, else the window."""
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            # No window manager goes back to the window when a dialog or a list is closed.
            widget.activateWindow()
            assert QTest.qWaitForWindowActive(widget)
        how(widget.windowHandle(), *key)
