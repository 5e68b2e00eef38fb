"""Prints the ratios: start, long ledger, edit, save, paper. Each is timed in turn with what it is compared to."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QTableView, QTabWidget
from reportlab.pdfgen.canvas import Canvas

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.ports import Draft, Printout
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import Form
from selfeval_desktop.domain.sheet import lay_out
from selfeval_desktop.output.pdf.pages import make_pages
from selfeval_desktop.output.pdf.writer import draw_page, pdf_bytes
from selfeval_desktop.storage.ledger_file import LedgerFiles
from tests.bench.measuring import paired, percentile, report, seconds

RUNS = 9
TEMPLATE = bootstrap.templates().get("mof-2020")


def example() -> Form:
    """The longest example: two pages, 21 indicators."""
    path = max(paths.examples().glob("*.json"))
    return form_json.read_file(path, bootstrap.templates())[0]


def draft(form: Form) -> Draft:
    """The form with its findings."""
    return Draft(form, evaluate(form, TEMPLATE))


def long_form(rows: int) -> Form:
    """The example with its indicators repeated up to that number."""
    form = example()
    repeated = cycle(form.indicators)
    return replace(form, indicators=tuple(replace(next(repeated), key=key) for key in range(1, rows + 1)))


def ledger_of(path: Path, forms: list[Form]) -> Path:
    """A ledger file with these forms."""
    store = LedgerFiles(bootstrap.templates()).create(path)
    store.add([draft(form) for form in forms])
    store.close()
    return path


def child(home: Path, *arguments: str) -> Callable[[], None]:
    """Starts a process of `tests.bench.starts`; done when it says "ready".

    `home` holds its settings. It keeps compiled modules, as an installed program does.
    """
    environment = {**os.environ, "SELFEVAL_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run() -> None:
        command = [sys.executable, "-m", "tests.bench.starts", *arguments]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            process.kill()
        if line != "ready\n":
            raise SystemExit(f"{' '.join(arguments)}: {line!r}")

    return run


def starting(folder: Path) -> None:
    """Process start to first paint, and to a ledger of 500 forms with its last one editable."""
    five = ledger_of(folder / "five.selfeval", [example()] * 5)
    many = ledger_of(
        folder / "many.selfeval", [replace(example(), project_name=f"项目{n}") for n in range(500)]
    )
    bare_window = child(folder / "home", "bare")
    ours, bare = paired(child(folder / "home", "window", str(five)), bare_window, runs=RUNS)
    report("启动到第一次显示 ÷ 空窗口", ours, bare, "≤ 2.5")
    ours, bare = paired(child(folder / "home", "listed", str(many)), bare_window, runs=RUNS)
    report("500 张表列出、最后一张可编辑 ÷ 空窗口", ours, bare, "< 3.9")


def editing(folder: Path) -> None:
    """One edit in a form of 200 indicators until every view is painted; beside it, painting the window once."""
    app = QApplication.instance() or QApplication([])
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
    edits = [seconds(edit) for _ in range(200)]
    paints = [seconds(paint) for _ in range(50)]
    report("一次修改到全部显示(95%)÷ 整窗重画", percentile(edits, 0.95), percentile(paints, 0.5), "≤ 16 ms")
    window.close()


def _type(model: QAbstractItemModel, row: int, column: int, text: str) -> None:
    model.setData(model.index(row, column), text, Qt.ItemDataRole.EditRole)


def saving(folder: Path) -> None:
    """Storing a whole form of 21 indicators; beside it, one bare commit of one row with the same safety."""
    forms = cycle([draft(example()), draft(replace(example(), project_name="另一个名称"))])
    store = LedgerFiles(bootstrap.templates()).create(folder / "save.selfeval")
    (form_id,) = store.add([next(forms)])
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA synchronous=EXTRA")
    bare.execute("PRAGMA secure_delete=ON")
    bare.execute("CREATE TABLE form (id INTEGER PRIMARY KEY, project_name TEXT)")
    bare.execute("INSERT INTO form VALUES (1, '')")
    names = cycle(("甲", "乙"))

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE form SET project_name=?", (next(names),))
        bare.execute("COMMIT")

    ours, other = paired(lambda: store.save(form_id, next(forms)), commit, runs=201, warm=20)
    report("保存一张表 ÷ 一次最小的提交", ours, other, "≤ 3")
    store.close()
    bare.close()


def printing() -> None:
    """A PDF of two pages, warm; beside it, reportlab drawing the same operations from a ready list."""
    form = example()
    sheet = lay_out(form, TEMPLATE, evaluate(form, TEMPLATE))
    printout = Printout("example", form, sheet, TEMPLATE.paper)
    pages = make_pages(sheet, TEMPLATE.paper)

    def draw() -> None:
        canvas = Canvas(BytesIO(), invariant=1, pageCompression=1)
        for page in pages:
            draw_page(canvas, page)
        canvas.save()

    ours, other = paired(lambda: pdf_bytes([printout]), draw, runs=31, warm=5)
    report(f"{len(pages)} 页 PDF ÷ 由现成的清单画出", ours, other, "≤ 1.5")


def main() -> None:
    """All of them, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        printing()
        saving(Path(folder))
        editing(Path(folder))
        starting(Path(folder))


if __name__ == "__main__":
    main()
