"""Start of the program, a long ledger, and an edit in a long form."""

from dataclasses import replace
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QTableView, QTabWidget

from selfeval_desktop import bootstrap
from tests.bench.children import until_ready
from tests.bench.forms import example, ledger_of, long_form
from tests.bench.measuring import delay, in_turn, percentile, ratio, seconds, show

RUNS = 9
STARTS = "tests.bench.starts"


def starting(folder: Path) -> None:
    """Process start to first paint, and to a ledger of 500 forms with its last one editable."""
    home = folder / "home"
    five = ledger_of(folder / "five.selfeval", [example()] * 5)
    named = [replace(example(), project_name=f"项目{n}") for n in range(500)]
    many = ledger_of(folder / "many.selfeval", named)
    bare_window = until_ready(home, STARTS, "bare")
    first, beside = in_turn(until_ready(home, STARTS, "window", str(five)), bare_window, runs=RUNS)
    listed, beside_listed = in_turn(until_ready(home, STARTS, "listed", str(many)), bare_window, runs=RUNS)
    rows = [
        ratio("启动到第一次显示 ÷ 空窗口", first, beside, at_most=2.5),
        ratio("500 张表列出、最后一张可编辑 ÷ 空窗口", listed, beside_listed, at_most=3.9),
    ]
    show("启动", rows)


def editing(folder: Path) -> None:
    """One edit in a form of 200 indicators until every view is painted; beside it, painting the window once."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = bootstrap.open_window(ledger_of(folder / "long.selfeval", [long_form(200)]))
    window.resize(1366, 768)
    tabs, table = window.findChild(QTabWidget, "tabs"), window.findChild(QTableView, "indicatorTable")
    assert tabs is not None
    assert table is not None
    tabs.setCurrentIndex(2)
    app.processEvents()
    model = table.model()
    texts = cycle(("90%", "100%", "提高"))

    def edit() -> None:
        _type(model, 5, 4, next(texts))
        app.processEvents()

    def paint() -> None:
        window.repaint()
        app.processEvents()

    for _ in range(20):
        edit()
    edits = percentile([seconds(edit) for _ in range(200)], 0.95)
    paints = percentile([seconds(paint) for _ in range(50)], 0.5)
    show("修改", [delay("一次修改到全部显示(95%)÷ 整窗重画", edits, paints, at_most=0.016)])
    window.close()


def _type(model: QAbstractItemModel, row: int, column: int, text: str) -> None:
    model.setData(model.index(row, column), text, Qt.ItemDataRole.EditRole)
