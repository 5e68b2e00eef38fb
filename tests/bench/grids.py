"""Typing and pasting in a form of 200 indicators; beside it a bare QTableView of as many cells."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTableView, QTabWidget

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from tests.bench.forms import ledger_of, long_form
from tests.bench.measuring import Row, delay, percentile, seconds, show

ROWS = 200
COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "deviation")
ACTUAL = 4
SCREEN = (1366, 768)
TYPED = ("9", "0", "%", "\r", "8", "5", "%", "\r")
"""What is typed into one cell after another, each time another text than the cell holds."""
CELLS = 13
STROKES = 400
PASTES = 10


def grids(folder: Path) -> None:
    """One keystroke until everything is painted, and a block of 200×8 cells."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = bootstrap.open_window(ledger_of(folder / "grid.selfeval", [long_form(ROWS)]))
    tabs, table = window.findChild(QTabWidget, "tabs"), window.findChild(QTableView, "indicatorTable")
    name = window.findChild(QLineEdit, "projectName")
    assert tabs is not None
    assert table is not None
    assert name is not None
    tabs.setCurrentIndex(2)
    bare_window, bare = bare_table()
    for each in (window, bare_window):
        each.resize(*SCREEN)
        app.processEvents()
    rows = [
        stroke("单元格里一次击键到显示(95%)÷ 空表格", app, typing(table), typing(bare)),
        stroke("项目名称里一次击键到显示(95%)÷ 空表格", app, writing(name), typing(bare)),
        pasting(app, table, bare),
    ]
    show(f"{ROWS} 行指标", rows)
    bare_window.close()
    window.close()


def bare_table() -> tuple[QMainWindow, QTableView]:
    """A window with nothing but a table of plain items."""
    window, table, model = QMainWindow(), QTableView(), QStandardItemModel(ROWS, len(COLUMNS))
    for row, texts in enumerate(block()):
        for column, text in enumerate(texts):
            model.setItem(row, column, QStandardItem(text))
    model.setParent(table)
    table.setModel(model)
    window.setCentralWidget(table)
    window.show()
    return window, table


def block() -> list[list[str]]:
    """The cells of the long form as texts."""
    form = long_form(ROWS)
    return [[edits.cell_text(form, FieldRef.indicator(row, column)) for column in COLUMNS] for row in range(ROWS)]


def typing(table: QTableView) -> Callable[[], None]:
    """The next keystroke in the table: text and Enter, in one cell after the other of the first rows."""
    strokes: Iterator[str] = cycle(TYPED)
    places = cycle(range(CELLS))

    def press() -> None:
        letter = next(strokes)
        if letter in "98":
            table.setCurrentIndex(table.model().index(next(places), ACTUAL))
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter)))

    return _in_front(table, press)


def writing(box: QLineEdit) -> Callable[[], None]:
    """The next keystroke in a line of the form's head."""
    letters = cycle((Qt.Key.Key_A, Qt.Key.Key_Backspace))
    return _in_front(box, lambda: QTest.keyClick(box, next(letters)))


def _in_front(widget: QTableView | QLineEdit, press: Callable[[], None]) -> Callable[[], None]:
    def work() -> None:
        if QApplication.activeWindow() is not widget.window():
            widget.window().activateWindow()
            QTest.qWaitForWindowActive(widget.window())
            widget.setFocus()
        press()

    return work


def stroke(name: str, app: QApplication, ours: Callable[[], None], bare: Callable[[], None]) -> Row:
    """The 95th percentile of many keystrokes, ours and the bare table's one after the other."""
    found = []
    for work in (ours, bare):
        timed = [seconds(partial(_shown, app, work)) for _ in range(2 * CELLS * len(TYPED) + STROKES)]
        found.append(percentile(timed[-STROKES:], 0.95))
    return delay(name, found[0], found[1], at_most=0.016)


def _shown(app: QApplication, work: Callable[[], None]) -> None:
    work()
    app.processEvents()


def pasting(app: QApplication, table: QTableView, bare: QTableView) -> Row:
    """The whole block from the clipboard, until it is painted; the bare table takes the same texts as they are."""
    turned = cycle((0, 1))

    def copied() -> None:
        """Another block each time, so that every cell of it changes."""
        mark = "。" * next(turned)
        texts = [[*texts[:7], f"原因{row}{mark}"] for row, texts in enumerate(block())]
        data = QMimeData()
        data.setText("\n".join("\t".join(line) for line in texts))
        QGuiApplication.clipboard().setMimeData(data)

    def paste() -> None:
        table.setCurrentIndex(table.model().index(0, 0))
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        app.processEvents()

    def fill() -> None:
        model = bare.model()
        for row, line in enumerate(QGuiApplication.clipboard().text().split("\n")):
            for column, text in enumerate(line.split("\t")):
                model.setData(model.index(row, column), text)
        app.processEvents()

    runs = []
    for _ in range(PASTES):
        copied()
        runs.append((seconds(paste), seconds(fill)))
    ours, other = (percentile([run[place] for run in runs[1:]], 0.5) for place in (0, 1))
    return delay(f"粘贴 {ROWS}×{len(COLUMNS)} 格到显示 ÷ 空表格", ours, other, at_most=0.2)
