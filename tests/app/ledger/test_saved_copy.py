"""All that can be saved of an open ledger is in the new one, and nothing of it takes the place of anything else."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import (
    DamagedLedger,
    FileLoss,
    FormNotInCopy,
    LedgerDamage,
    LedgerInUse,
    LostLedger,
    UnreadableFile,
)
from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.app.ledger.saved_copy import SavedCopy, SavedExtent, find_file_loss, save_ledger_copy
from selfeval_desktop.app.ledger.session import FormSession
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.storage.file.opening import SqliteLedgers
from tests.builders import complete_form
from tests.fakes import MemoryStore, StepList


def drafts(named: str) -> list[Draft]:
    """A form for each letter, with that name."""
    return [evaluate_draft(complete_form(project_name=name), bootstrap.installed_templates()) for name in named]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[LedgerSession]:
    """An open ledger of three forms, none of which is open."""
    store = bootstrap.ledger_files().create_ledger_file(tmp_path / "台账.selfeval", drafts("甲乙丙"))
    steps = StepList()
    yield LedgerSession(store, FormSession(steps, bootstrap.installed_templates()))
    store.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "副本.selfeval"


def type_name(ledger: LedgerSession, name: str) -> None:
    ledger.session.change_form(complete_form(project_name=name), label="")


def saved(ledger: LedgerSession, target: Path) -> SavedCopy:
    return save_ledger_copy(ledger, bootstrap.ledger_files(), target)


def names(path: Path) -> list[str]:
    with closing(bootstrap.ledger_files().open_ledger_file(path)) as store:
        store.verify()
        return [summary.project_name for summary in store.form_summaries()]


def refuse_rescue(ledger: LedgerSession, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise DamagedLedger(path, LedgerDamage.PAGES)

    monkeypatch.setattr(ledger.store, "copy_readable_content", refuse)


def test_all_of_it_is_saved_with_what_is_not_stored_yet(ledger: LedgerSession, target: Path) -> None:
    ledger.open_form(2)
    type_name(ledger, "没存")
    assert saved(ledger, target) == SavedCopy(SavedExtent.ALL, 2)
    assert names(target) == ["甲", "没存", "丙"]


def test_x16_a_copy_into_which_the_open_form_did_not_come_is_told_to_stand(
    ledger: LedgerSession, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, path: Path, **__: object) -> None:
        raise UnreadableFile(path, "EIO")

    ledger.open_form(2)
    type_name(ledger, "没存")
    with monkeypatch.context() as patch:
        patch.setattr(SqliteLedgers, "open_ledger_file", fail)
        with pytest.raises(FormNotInCopy):
            saved(ledger, target)
    assert names(target) == list("甲乙丙")


def test_a_ledger_without_an_open_form_is_saved(ledger: LedgerSession, target: Path) -> None:
    assert saved(ledger, target) == SavedCopy(SavedExtent.ALL, None)
    assert names(target) == list("甲乙丙")


def test_a_form_that_is_stored_stays_as_it_is_in_the_file(ledger: LedgerSession, target: Path) -> None:
    ledger.open_form(2)
    ledger.store.save_form(2, *drafts("新"))
    assert saved(ledger, target) == SavedCopy(SavedExtent.ALL, 2)
    assert names(target) == list("甲新丙")


def test_a_form_that_is_not_in_the_copy_is_added_to_it(ledger: LedgerSession, target: Path) -> None:
    ledger.open_form(2)
    ledger.store.move_to_bin([2])
    assert saved(ledger, target) == SavedCopy(SavedExtent.ALL, 4)
    assert names(target) == list("甲丙乙")


def test_in_an_earlier_state_the_open_form_is_as_it_was_stored_last(
    ledger: LedgerSession, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.open_form(2)

    def rescue(path: Path) -> bool:
        bootstrap.ledger_files().create_ledger_file(path, drafts("甲早")).close()
        return False

    monkeypatch.setattr(ledger.store, "copy_readable_content", rescue)
    assert saved(ledger, target) == SavedCopy(SavedExtent.EARLIER, 2)
    assert names(target) == ["甲", "乙"]


def test_where_nothing_can_be_read_the_open_form_is_saved_alone(
    ledger: LedgerSession, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.open_form(3)
    refuse_rescue(ledger, monkeypatch)
    assert saved(ledger, target) == SavedCopy(SavedExtent.NOTHING, 1)
    assert names(target) == ["丙"]


def test_where_nothing_can_be_read_and_nothing_is_open_there_is_nothing_to_save(
    ledger: LedgerSession, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_rescue(ledger, monkeypatch)
    with pytest.raises(DamagedLedger):
        saved(ledger, target)
    assert not target.exists()


GONE = LostLedger(Path("x"), FileLoss.GONE)


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (GONE, GONE),
        (LostLedger(Path("x"), FileLoss.LOGGED), None),
        (LedgerInUse(Path("x"), ""), None),
        (None, None),
    ],
)
def test_a_ledger_is_lost_only_where_its_path_does_not_lead_to_it(
    error: Exception | None, found: LostLedger | None
) -> None:
    class Store(MemoryStore):
        def has_outside_changes(self) -> bool:
            if error is not None:
                raise error
            return False

    assert find_file_loss(Store()) is found
