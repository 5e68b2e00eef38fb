"""A ledger of ten thousand forms beside one of ten, or beside what SQLite does by itself; the longest form beside half of it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from time import sleep
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTableView, QTabWidget, QWidget

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.paper.size_limits import MOST_CHARACTERS
from selfeval_desktop.output.docx import docx_bytes
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.output.xlsx import xlsx_bytes
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms.form_store import LedgerForms
from selfeval_desktop.ui.document.form_list_model import FormOrder, FormsModel
from selfeval_desktop.ui.frame.main_window import MainWindow
from tests.bench.checking import FORMS, ledger_of_many
from tests.bench.children import until_ready
from tests.bench.forms import draft, filled_form, printout
from tests.bench.measuring import Row, delay, in_turn, percentile, ratio, seconds, show
from tests.bench.storing import bare_commits
from tests.bench.windows import STARTS

_FEW = 10
_RUNS = 7
_EDITS = 200
_SAVES = 101
_LISTINGS = 12
_LONG_ROWS = 170
_LONGEST = MOST_CHARACTERS - 20_000
_GLANCE = 0.2
Part = TypeVar("Part", bound=QWidget)


def large(folder: Path) -> None:
    """Opening, saving, one edit, the list, verifying and backing up."""
    few, many = (ledger_of_many(folder / f"{count}.selfeval", count) for count in (_FEW, FORMS))
    rows = [*_opening(folder, few, many), _saving(folder, many), *_in_window(few, many)]
    with closing(SqliteLedgers(bootstrap.installed_templates()).open_ledger_file(many)) as store:
        rows += _whole(folder, many, store)
    show("一万张表的台账", rows)
    show("最长的表", list(_longest_form()))


def _longest_form() -> Iterator[Row]:
    """A form of as much text as may be printed and exported, beside one of half as much: the time grows with the text."""
    whole, half = (printout(filled_form(_LONG_ROWS, characters)) for characters in (_LONGEST, _LONGEST // 2))
    for name, make in (("PDF", pdf_bytes), ("Word", docx_bytes), ("Excel", xlsx_bytes)):
        ours, other = in_turn(partial(make, [whole]), partial(make, [half]), runs=3, warm=1)
        yield ratio(f"{name}，全长 ÷ 半长", ours, other, at_most=2.5)
        yield delay(f"{name}，半长作对照", ours, other, at_most=20)


def _opening(folder: Path, few: Path, many: Path) -> list[Row]:
    """Until the list is there, a form is open and a key that is typed is in it."""
    home = folder / "large_home"
    started = in_turn(*(until_ready(home, STARTS, "typed", str(path)) for path in (many, few)), runs=_RUNS)
    window = bootstrap.open_window(None)
    opened = in_turn(*(_reopening(window, path) for path in (many, few)), runs=_RUNS)
    window.close()
    return [
        ratio("启动到能录入，一万张 ÷ 十张", *started, at_most=1.5),
        delay("已开的窗口里打开到能录入，十张作对照", *opened, at_most=0.3),
    ]


def _reopening(window: MainWindow, path: Path) -> Callable[[], None]:
    name = _part(window, QLineEdit, "projectName")

    def reopen() -> None:
        window.document.close_ledger()
        window.open_ledger(path)
        QApplication.processEvents()
        assert name.isEnabled()
        assert name.text()

    return reopen


def _saving(folder: Path, many: Path) -> Row:
    with closing(SqliteLedgers(bootstrap.installed_templates()).open_ledger_file(many)) as store:
        form = store.load_form(FORMS)
        drafts = cycle([draft(form), draft(replace(form, project_name="另一个名称"))])
        with bare_commits(folder / "bare_large.db") as commit:
            save = in_turn(lambda: store.save_form(FORMS, next(drafts)), commit, runs=_SAVES, warm=10)
    return ratio("保存一张表 ÷ 一次最小的提交", *save, at_most=3)


def _in_window(few: Path, many: Path) -> list[Row]:
    """Each piece of work in the window with many forms, beside the same with few."""
    figures = [_used(path) for path in (many, few)]
    goals = {
        "一次修改到全部显示(95%)": 0.016,
        "修改后保存，列表跟着更新": 0.05,
        "换一张表": 0.1,
        "搜索": 0.1,
        "排序": 0.1,
        "按年度、单位筛选": 0.1,
        "改动后关闭，备份在后台": 5,
    }
    return [delay(name, *(each[name] for each in figures), at_most=goal) for name, goal in goals.items()]


def _used(path: Path) -> dict[str, float]:
    window = bootstrap.open_window(path)
    window.resize(1366, 768)
    model = _part(window, QListView, "formList").model()
    assert isinstance(model, FormsModel)
    listed = _listing(model)
    _part(window, QTabWidget, "tabs").setCurrentIndex(2)
    edits, saves = _edits(window)
    form_ids = cycle((2, 1))
    switches = [seconds(lambda: _shown(lambda: window.document.show_form(next(form_ids)))) for _ in range(_LISTINGS)]
    window.document.flush()
    closed = seconds(window.close)
    await_closing_backups()
    return {
        "改动后关闭，备份在后台": closed,
        "一次修改到全部显示(95%)": percentile(edits, 0.95),
        "修改后保存，列表跟着更新": median(saves),
        "换一张表": median(switches),
        **listed,
    }


def _edits(window: MainWindow) -> tuple[list[float], list[float]]:
    cells = _part(window, QTableView, "indicatorTable").model()
    texts = cycle(("90%", "100%", "提高"))

    def edit() -> None:
        cells.setData(cells.index(5, 4), next(texts), Qt.ItemDataRole.EditRole)

    for _ in range(20):
        _shown(edit)
    edits = [seconds(lambda: _shown(edit)) for _ in range(_EDITS)]
    saves = []
    for _ in range(_EDITS // 8):
        _shown(edit)
        saves.append(seconds(lambda: _shown(window.document.flush)))
    return edits, saves


def _listing(model: FormsModel) -> dict[str, float]:
    words, orders = cycle(("1", "12", "单位", "不存在", "")), cycle(FormOrder)
    years, units = cycle((2022, None)), cycle((model.unit_names()[-1], ""))
    slowest = {
        "搜索": _slowest(lambda: model.search_forms(next(words))),
        "排序": _slowest(lambda: model.sort_by(next(orders))),
        "按年度、单位筛选": max(
            _slowest(lambda: model.filter_year(next(years))), _slowest(lambda: model.filter_unit(next(units)))
        ),
    }
    model.search_forms("")
    model.sort_by(FormOrder.ID)
    return slowest


def _slowest(work: Callable[[], object]) -> float:
    return max(seconds(lambda: _shown(work)) for _ in range(_LISTINGS))


def _whole(folder: Path, many: Path, store: LedgerForms) -> list[Row]:
    """Beside verifying SQLite's own check and reading of the same pages; beside a backup its bare copy."""
    copies = (folder / f"copy{number}.selfeval" for number in range(100))

    def check() -> None:
        with closing(sqlite3.connect(many)) as bare:
            bare.execute("PRAGMA integrity_check").fetchall()

    def copy() -> None:
        with closing(sqlite3.connect(many)) as bare, closing(sqlite3.connect(next(copies))) as target:
            bare.backup(target)

    verified = in_turn(store.verify, check, runs=3, warm=0)
    backed_up = in_turn(lambda: store.back_up(next(copies)), copy, runs=3, warm=0)
    return [
        delay("核对台账，SQLite 自己的检查作对照", *verified, at_most=10),
        delay("备份并核对，SQLite 的复制作对照", *backed_up, at_most=10),
    ]


def await_closing_backups() -> None:
    """Wait until no backup of a closed ledger goes on beside what is measured next."""
    while list(paths.user_closing_backups().glob("*")):
        sleep(_GLANCE)


def _shown(work: Callable[[], object]) -> None:
    work()
    QApplication.processEvents()


def _part(window: MainWindow, kind: type[Part], name: str) -> Part:
    found = window.findChild(kind, name)
    assert isinstance(found, kind), name
    return found
