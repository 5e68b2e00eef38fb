"""Saving a form."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.storage.file.opening import SqliteLedgers
from tests.bench.forms import draft, example
from tests.bench.measuring import in_turn, ratio, show


def saving(folder: Path) -> None:
    """Storing a whole form of 21 indicators; beside it, one bare commit of one row with the same safety."""
    forms = cycle([draft(example()), draft(replace(example(), project_name="另一个名称"))])
    store = SqliteLedgers(bootstrap.installed_templates()).create_ledger_file(folder / "save.selfeval")
    (form_id,) = store.insert_forms([next(forms)])
    with bare_commits(folder / "bare.db") as commit:
        ours, other = in_turn(lambda: store.save_form(form_id, next(forms)), commit, runs=201, warm=20)
    show("保存", [ratio("保存一张表 ÷ 一次最小的提交", ours, other, at_most=3)])
    store.close()


@contextmanager
def bare_commits(path: Path) -> Iterator[Callable[[], None]]:
    """Stores one field of one row each time it is called, as safely as a ledger is stored."""
    names = cycle(("甲", "乙"))
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:
        bare.execute("PRAGMA synchronous=EXTRA")
        bare.execute("PRAGMA secure_delete=ON")
        bare.execute("CREATE TABLE form (id INTEGER PRIMARY KEY, project_name TEXT)")
        bare.execute("INSERT INTO form VALUES (1, '')")

        def commit() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("UPDATE form SET project_name=?", (next(names),))
            bare.execute("COMMIT")

        yield commit
