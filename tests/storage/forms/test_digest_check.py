"""Every form is compared with its digest, in blocks that can be watched and stopped."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import Cancelled, DamagedForm, DamagedLedger, FileLoss, LedgerDamage, LostLedger
from selfeval_desktop.storage.file import database
from selfeval_desktop.storage.file.opening import SqliteLedgers
from selfeval_desktop.storage.forms import digests
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.storage.conftest import Open
from tests.storage.drafts import draft

FORMS = 7


class Told:
    """A progress that keeps what it was told, and wants no more after so many times."""

    def __init__(self, most: int = 1000) -> None:
        self.parts: list[tuple[int, int]] = []
        self._most = most

    def __call__(self, done: int, total: int) -> None:
        self.parts.append((done, total))
        if len(self.parts) > self._most:
            raise Cancelled


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few forms at once that a handful makes several blocks."""
    monkeypatch.setattr(digests, "AT_ONCE", 3)


@pytest.fixture
def filled(ledgers: SqliteLedgers, path: Path) -> Path:
    """A closed ledger of seven forms, the last one deleted."""
    store = ledgers.create_ledger_file(path, [draft(project_name=f"第{number}个") for number in range(1, FORMS + 1)])
    store.move_to_bin([FORMS])
    store.close()
    return path


def change(path: Path, statement: str) -> None:
    """What a failing disk may do to the file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def walked(store: LedgerForms, most: int) -> list[int]:
    """Where each block ends."""
    ends = []
    last = store.verify_next_forms(None, most)
    while last is not None:
        ends.append(last)
        last = store.verify_next_forms(last, most)
    return ends


def test_forms_are_proven_block_by_block_with_the_deleted_and_the_new(filled: Path, opened: Open) -> None:
    store = opened(filled)
    assert walked(store, 3) == [3, 6, 7]
    store.insert_forms([draft()])
    assert walked(store, 5) == [5, 8]
    assert store.verify_next_forms(8, 5) is None


def test_an_empty_ledger_is_proven_at_once(store: LedgerForms) -> None:
    told = Told()
    store.verify(told)
    assert (store.verify_next_forms(None, 3), told.parts) == (None, [(0, 0)])


@pytest.mark.parametrize("form_id", [1, 5, FORMS])
def test_damage_names_its_form_and_the_blocks_before_pass(filled: Path, opened: Open, form_id: int) -> None:
    change(filled, f"UPDATE indicators SET actual = '别的' WHERE form_id = {form_id} AND position = 0")
    store = opened(filled)
    with pytest.raises(DamagedForm) as caught:
        walked(store, 2)
    assert (caught.value.form_id, caught.value.project_name) == (form_id, f"第{form_id}个")
    assert (caught.value.path, caught.value.reason) == (filled, LedgerDamage.CONTENT)
    with pytest.raises(DamagedForm):
        store.verify()


@pytest.mark.parametrize("owner", ["-5", "99", "'x'", "2.5"])
def test_rows_of_no_form_are_found_wherever_they_would_stand(filled: Path, opened: Open, owner: str) -> None:
    change(
        filled,
        f"INSERT INTO fund_lines (form_id, position, key, fields) VALUES ({owner}, 0, 'total', '{{}}')",
    )
    with pytest.raises(DamagedLedger):
        opened(filled).verify()


def test_verifying_tells_how_far_it_is_and_ends_where_the_user_wants(filled: Path, opened: Open) -> None:
    store, told = opened(filled), Told()
    store.verify(told)
    assert told.parts == [(0, FORMS), (3, FORMS), (6, FORMS), (FORMS, FORMS)]
    with pytest.raises(Cancelled):
        store.verify(Told(most=2))
    store.save_form(1, draft(project_name="后来"))


def test_whoever_watches_may_read_the_ledger_meanwhile(filled: Path, opened: Open) -> None:
    store, names = opened(filled), []

    def look(done: int, total: int) -> None:
        names.append(store.load_form(1).project_name)

    store.verify(look)
    assert set(names) == {"第1个"}


def test_an_earlier_state_in_place_of_the_ledger_is_not_called_whole(filled: Path, opened: Open) -> None:
    store = opened(filled)
    before = filled.read_bytes()
    store.save_form(1, draft(project_name="后来"))
    filled.write_bytes(before)
    with pytest.raises(LostLedger) as caught:
        store.verify()
    assert caught.value.loss is FileLoss.OVERWRITTEN


def test_a_backup_tells_of_copying_and_of_proving_the_copy(filled: Path, opened: Open, tmp_path: Path) -> None:
    told, target = Told(), tmp_path / "备份.selfeval"
    opened(filled).back_up(target, told)
    shares = [done / total for done, total in told.parts]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.5, 1.0)
    assert opened(target, read_only=True).load_form(1).project_name == "第1个"


@pytest.mark.parametrize("most", [0, 2])
def test_a_backup_that_is_stopped_leaves_nothing(filled: Path, opened: Open, tmp_path: Path, most: int) -> None:
    store, before = opened(filled), sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        store.back_up(tmp_path / "备份.selfeval", Told(most))
    assert sorted(tmp_path.iterdir()) == before
    store.save_form(1, draft(project_name="后来"))


def test_damaged_pages_are_told_before_what_they_spoil(
    filled: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(filled, "UPDATE forms SET grade = '差'")
    with pytest.raises(DamagedLedger) as caught:
        opened(filled)
    assert caught.value.reason is LedgerDamage.CONTENT
    monkeypatch.setattr(database, "is_whole", lambda _connection: False)
    with pytest.raises(DamagedLedger) as caught:
        opened(filled)
    assert caught.value.reason is LedgerDamage.PAGES


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE changes SET who = '别人' WHERE sequence = 2",
        "DELETE FROM changes WHERE sequence = 2",
        "UPDATE changes SET sequence = 99 WHERE sequence = 2",
    ],
)
def test_a_changed_entry_of_the_log_is_found_by_its_chain(store: LedgerForms, change: str) -> None:
    store.insert_forms([draft(project_name=f"第{number}个") for number in range(5)])
    assert (store.verify_next_entries(0, 2), store.verify_next_entries(2, 2)) == (2, 4)
    assert (store.verify_next_entries(4, 2), store.verify_next_entries(5, 2)) == (5, None)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        connection.execute(change)
    with pytest.raises(DamagedLedger):
        store.verify_next_entries(0, 3)
