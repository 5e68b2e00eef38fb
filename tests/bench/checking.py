"""Checking a ledger of ten thousand forms."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ledger.checking import BLOCK, check_forms, recount_findings
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.storage.file.opening import SqliteLedgers
from tests.bench.forms import TEMPLATE, another, ledger_of
from tests.bench.measuring import Row, core_seconds, rate, show

FORMS = 10_000
_ROWS = 20
_OF_A_UNIT = 50
_ALONE = 1000


def checking(folder: Path) -> None:
    """Reading and evaluating every form in blocks, on one core; beside it, SQLite's own reading of the same rows."""
    path = ledger_of_many(folder / "checked.selfeval", FORMS)
    with closing(SqliteLedgers(bootstrap.installed_templates()).open_ledger_file(path)) as store:
        summaries = store.form_summaries()
        form_ids = tuple(summary.form_id for summary in summaries)
        bare = core_seconds(lambda: _read_bare(path))
        told: list[int] = []

        def progress(done: int, total: int) -> None:
            told.append(done)

        evaluated = core_seconds(lambda: recount_findings(store, bootstrap.installed_templates(), summaries, progress))
        whole = core_seconds(lambda: check_forms(store, bootstrap.installed_templates(), form_ids))
        forms = store.load_forms(form_ids[:_ALONE])
    alone = core_seconds(lambda: [evaluate(form, TEMPLATE) for form in forms])
    rows: list[Row] = [
        rate("读出并检查一万张表", FORMS, evaluated, bare, at_least=2000, unit="张"),
        rate("同上，再查各表之间", FORMS, whole, bare, at_least=1000, unit="张"),
        rate("只检查", _ALONE, alone, bare, at_least=2000, unit="张"),
    ]
    show("检查整个台账", rows, [f"进度和取消每 {BLOCK} 张一次，共 {len(told)} 次"])


def ledger_of_many(path: Path, count: int) -> Path:
    """A ledger of so many forms of one year, fifty in each unit, with twenty indicators each."""
    return ledger_of(path, [_form(number) for number in range(count)])


def _form(number: int) -> Form:
    form = another(number)
    return replace(form, unit=f"单位{number // _OF_A_UNIT}", indicators=form.indicators[:_ROWS])


def _read_bare(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for table in ("forms", "fund_lines", "indicators"):
            connection.execute(f"SELECT * FROM {table}").fetchall()
