"""0008: the change log of an older ledger keeps what differs, says the same, and is proved before and after."""

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage
from selfeval_desktop.codec.ledger_texts import form_digest
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.storage.forms import digests
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.storage.conftest import Open
from tests.storage.drafts import history

OLD = Path(__file__).parents[2] / "ledgers" / "0007.selfeval"
GOAL = FieldRef.goal("actual")
LONG = "逐项核对台账，确认资金与指标一致。" * 500
FORM, SAVES = 2, 30
LINKED = ("sequence", "form_id", "kind", "at", "digest", "ancestor_form", "ancestor_sequence", "who", "content")
Told = dict[int, dict[str, list[str | None]]]


@pytest.fixture
def long_log(path: Path, tmp_path: Path, opened: Open) -> Path:
    """A ledger of 0007 in which a goal of 8,500 characters was typed on for a while, then put back."""
    tried = tmp_path / "tried.selfeval"
    tried.write_bytes(OLD.read_bytes())
    form = opened(tried).load_form(FORM)
    short = form.goals.actual
    texts = [short, *(f"{LONG[:4000]}{'又。' * number}{LONG[4000:]}" for number in range(SAVES)), short]
    path.write_bytes(OLD.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        last, link = connection.execute("SELECT sequence, chain FROM changes ORDER BY sequence DESC").fetchone()
        (root,) = connection.execute("SELECT root_digest FROM ledger").fetchone()
        before = digests.sum_row_digests([("changes", last, link)])
        for number, (former, text) in enumerate(pairwise(texts), start=last + 1):
            digest = form_digest(edits.set_cell(form, GOAL, text)).hex()
            content = json.dumps({"goals.actual": [former, text]}, ensure_ascii=False)
            values = (number, FORM, "changed", "2024-03-01T12:00:00+08:00", digest, None, None, "李某", content)
            link = sha256(json.dumps([link, *values], default=repr).encode()).hexdigest()
            columns = ", ".join(("chain", *LINKED))
            connection.execute(f"INSERT INTO changes ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?)", (link, *values))
        after = digests.sum_row_digests([("changes", number, link)])
        moved = digests.updated_root_digest(root, before=before, after=after)
        connection.execute("UPDATE ledger SET root_digest = ?", (moved,))
    return path


def told_of_old(path: Path) -> Told:
    """What the log of a form says, by number, in a ledger that was not upgraded."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT sequence, content FROM changes WHERE form_id = ?", (FORM,)).fetchall()
    return {sequence: json.loads(content) for sequence, content in found}


def told_now(store: LedgerForms) -> Told:
    return {
        entry.sequence: {change.address: [change.before, change.after] for change in entry.changes}
        for entry in history(store, FORM)
    }


def test_x1_the_upgraded_log_says_what_it_said_in_a_small_part_of_the_room(long_log: Path, opened: Open) -> None:
    before, said = long_log.stat().st_size, told_of_old(long_log)
    store = opened(long_log)
    assert told_now(store) == said
    store.verify()
    assert store.form_at_entry(FORM, 19).goals.actual == f"{LONG[:4000]}{'又。' * 10}{LONG[4000:]}"
    assert store.ledger_structure().schema == "0008"
    # 30 times 51 kB before, the long text twice now.
    with closing(sqlite3.connect(long_log)) as connection:
        (kept,) = connection.execute("SELECT sum(length(CAST(content AS BLOB))) FROM changes").fetchone()
    assert kept < 110_000 < before // 10


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE changes SET content = replace(content, '又。又。', '又。') WHERE sequence = 20",
        "UPDATE changes SET who = '张某' WHERE sequence = 3",
        "UPDATE changes SET content = '[' WHERE sequence = 12",
        "DELETE FROM changes WHERE sequence = 14",
    ],
)
def test_a_log_that_was_tampered_with_is_found_after_the_upgrade_as_before(
    long_log: Path, opened: Open, change: str
) -> None:
    with closing(sqlite3.connect(long_log)) as connection, connection:
        connection.execute(change)
    store = opened(long_log)
    assert store.load_form(FORM).project_name
    with pytest.raises(DamagedLedger) as refused:
        store.verify()
    assert refused.value.reason is LedgerDamage.HISTORY


def test_an_upgraded_log_with_another_end_is_not_opened(long_log: Path, opened: Open) -> None:
    with closing(sqlite3.connect(long_log)) as connection, connection:
        connection.execute("DELETE FROM changes WHERE sequence = (SELECT max(sequence) FROM changes)")
    with pytest.raises(DamagedLedger):
        opened(long_log)
