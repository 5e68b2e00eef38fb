"""The material for support is made of what is there, and says what is not."""

import json
from pathlib import Path

import pytest

from selfeval_desktop.app.errors import (
    Cancelled,
    DamagedLedger,
    FileLoss,
    LedgerDamage,
    LedgerInUse,
    LostLedger,
    SelfEvalError,
    UnreadableFile,
)
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.app.settings import Settings
from selfeval_desktop.app.support import SupportContext, collect_support_texts
from selfeval_desktop.domain.evaluation import evaluate
from tests.builders import complete_form, mof_2020
from tests.fakes import MemoryStore


def test_without_ledger_form_and_log_there_are_three_texts(tmp_path: Path) -> None:
    texts = collect_support_texts(SupportContext({"qt": "6"}, Settings(), tmp_path))
    assert texts["system.txt"] == "qt: 6\n"
    assert texts["log.txt"] == ""
    assert set(texts) == {"system.txt", "settings.json", "log.txt"}


def test_a_damaged_ledger_and_a_log_that_cannot_be_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MemoryStore()

    def damaged(_progress: Progress) -> None:
        raise DamagedLedger(Path("x"), LedgerDamage.CONTENT)

    monkeypatch.setattr(store, "verify", damaged)
    (tmp_path / "selfeval.log").mkdir()
    form = complete_form(template="office-of-zebra")
    state = FormState(1, form, mof_2020(), evaluate(form, mof_2020()), ())
    texts = collect_support_texts(SupportContext({}, Settings(), tmp_path, store, state))
    assert json.loads(texts["ledger.json"])["verify"] == "DamagedLedger content"
    assert texts["log.txt"].startswith("selfeval.log: ")
    assert json.loads(texts["form.json"])["unread"] == []
    assert json.loads(texts["form.json"])["template"] == "aaaaaa-aa-aaaaa"


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (LostLedger(Path("x"), FileLoss.GONE), "LostLedger gone"),
        (LedgerInUse(Path("x"), "斑马"), "LedgerInUse"),
        (UnreadableFile(Path("x"), "斑马"), "UnreadableFile"),
    ],
)
@pytest.mark.parametrize("call", ["ledger_structure", "verify"])
def test_a_ledger_that_cannot_be_read_is_told_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: SelfEvalError, verdict: str, call: str
) -> None:
    store = MemoryStore()

    def fail(*_progress: Progress) -> None:
        raise error

    monkeypatch.setattr(store, call, fail)
    found = json.loads(collect_support_texts(SupportContext({}, Settings(), tmp_path, store))["ledger.json"])
    assert found["verify"] == verdict
    assert ("schema" in found) is (call == "verify")


def test_who_stops_the_reading_gets_no_packet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    store = MemoryStore()
    monkeypatch.setattr(store, "verify", lambda progress: progress(0, 1))
    with pytest.raises(Cancelled):
        collect_support_texts(SupportContext({}, Settings(), tmp_path, store), stop)


def test_a_whole_ledger_is_told_to_be_so(tmp_path: Path) -> None:
    texts = collect_support_texts(SupportContext({}, Settings(), tmp_path, MemoryStore()))
    assert json.loads(texts["ledger.json"]) == {
        "schema": "0000",
        "revision": 0,
        "bytes": 0,
        "rows": {"forms": 0},
        "verify": "ok",
    }


def test_a_log_is_there_without_words_that_are_not_english(tmp_path: Path) -> None:
    (tmp_path / "selfeval.log").write_text("ERROR 斑马 at models.py:7\n", "utf-8")
    assert (
        collect_support_texts(SupportContext({}, Settings(), tmp_path))["log.txt"]
        == "== selfeval.log\nERROR 字字 at models.py:7\n\n"
    )
