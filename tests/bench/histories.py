"""A ledger after a hundred thousand saves of long goals, and one form with a history of a million entries.

SELFEVAL_SAVES says how many saves, ten thousand by default: all of them take a quarter of an hour.
"""

import os
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ledger.form_history import FormHistory
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.form.form_texts import TextChange
from selfeval_desktop.domain.over_time.change_history import HistoryAction
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms import rows
from selfeval_desktop.storage.forms.change_log import ChangeRecord
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.bench.forms import draft, example
from tests.bench.measuring import delay, seconds, show

SAVES = int(os.environ.get("SELFEVAL_SAVES", "10000"))
ENTRIES = 1_000_000
_SENTENCE = "逐项核对台账，确认资金与绩效指标一致。"
_SITTING = 200
"""After so many saves the ledger is closed and opened again, and an hour has passed."""
_ROOM = 100_000


def histories(folder: Path) -> None:
    """Size, opening, history, going back and backup; beside them opening a ledger of one save."""
    small, large = folder / "short.selfeval", folder / "typed.selfeval"
    for path, saves in ((small, 1), (large, SAVES)):
        type_long_goals(path, saves)
    _show_figures(f"{SAVES} 次保存长目标", large, small, folder)
    many = folder / "million.selfeval"
    type_long_goals(many, 1)
    add_entries(many, ENTRIES)
    _show_figures(f"{ENTRIES} 条历史", many, small, folder)


@mock.patch.object(database, "_PRAGMAS", (*database._PRAGMAS, "synchronous=OFF"))
def type_long_goals(path: Path, saves: int) -> None:
    """Type one sentence a save, now into one goal and now into the other, from 10,000 characters on; full goals begin anew.

    Without waiting for the disk, which is no part of what is measured afterwards.
    """
    ledgers = SqliteLedgers(bootstrap.installed_templates())
    begun = datetime.fromisoformat("2024-03-01T08:00:00+08:00")
    texts = [_SENTENCE * (10_000 // len(_SENTENCE))] * 2
    first = draft(replace(example(), goals=Goals(*texts), indicators=example().indicators[:3]))
    store = ledgers.create_ledger_file(path, [first])
    for number in range(saves):
        moment = begun + timedelta(hours=number // _SITTING, seconds=2 * (number % _SITTING))
        if number and number % _SITTING == 0:
            store.close()
            store = ledgers.open_ledger_file(path)
        place = number // _SITTING % 2
        texts[place] = (
            f"{texts[place] if len(texts[place]) < _ROOM - 100 else texts[place][:10_000]}{number}{_SENTENCE}"
        )
        with mock.patch.object(rows, "current_time_text", moment.isoformat):
            store.save_form(1, replace(first, form=replace(first.form, goals=Goals(*texts))))
    store.close()


def add_entries(path: Path, count: int) -> None:
    """Lengthen the first form's history by so many changes of its name, to and fro; it stays as it is."""
    with closing(SqliteLedgers(bootstrap.installed_templates()).open_ledger_file(path)) as store:
        name = store.load_form(1).project_name
        with store._steps.writing_transaction() as step:
            (row,) = step.touch_forms([1])
            step.noted += [
                ChangeRecord(1, HistoryAction.CHANGED, row.digest, (TextChange("project_name", *texts),))
                for _ in range(count // 2)
                for texts in ((name, "旧名"), ("旧名", name))
            ]


def _show_figures(heading: str, path: Path, beside: Path, folder: Path) -> None:
    ledgers = SqliteLedgers(bootstrap.installed_templates())
    opened = [seconds(lambda each=each: ledgers.open_ledger_file(each).close()) for each in (path, beside)]  # type: ignore[misc]
    with closing(ledgers.open_ledger_file(path)) as store, closing(ledgers.open_ledger_file(beside)) as other:
        told = [seconds(lambda each=each: FormHistory(each, 1)) for each in (store, other)]  # type: ignore[misc]
        gone_back = [seconds(lambda each=each: each.form_at_entry(1, 1)) for each in (store, other)]  # type: ignore[misc]
        backed_up = [_backed_up(each, folder) for each in (store, other)]
        remark = f"文件 {store.size.size / 1e6:.1f} MB，历史 {store.ledger_structure().rows['changes']} 行"
    figures = [
        delay("打开台账", *opened, at_most=3),
        delay("打开变更历史", *told, at_most=0.5),
        delay("回到最早的内容", *gone_back, at_most=30),
        delay("备份并核对", *backed_up, at_most=100),
    ]
    show(heading, figures, [remark])


def _backed_up(store: LedgerForms, folder: Path) -> float:
    target = folder / "copy.selfeval"
    target.unlink(missing_ok=True)
    return seconds(lambda: store.back_up(target))
