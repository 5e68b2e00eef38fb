"""Damage that opening cannot see is found while the window is open, and told by the name of its form."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import FileLoss, LedgerInUse, LostLedger, SelfEvalError, UnreadableFile
from selfeval_desktop.storage.forms.form_store import LedgerForms
from selfeval_desktop.ui.document import digest_watch
from tests.builders import complete_form
from tests.ui.windows import Screen, ledger_file, stored_forms

FORMS = 5
Asked = list[tuple[int | None, int]]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    forms = [complete_form(project_name=f"第{number}个") for number in range(1, FORMS + 1)]
    return ledger_file(tmp_path / "台账.selfeval", forms)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the ledger is asked to prove, two forms at a time."""
    found: Asked = []
    prove = LedgerForms.verify_next_forms

    def noting(store: LedgerForms, after: int | None, most: int) -> int | None:
        found.append((after, most))
        return prove(store, after, most)

    monkeypatch.setattr(LedgerForms, "verify_next_forms", noting)
    monkeypatch.setattr(digest_watch, "AT_ONCE", 2)
    return found


def damage(path: Path, form_id: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE indicators SET actual = '别的' WHERE form_id = ?", (form_id,))


def timer(screen: Screen) -> QTimer:
    found = screen.window.findChild(QTimer, "ledgerWatchTimer")
    assert found is not None
    return found


def opened(qtbot: QtBot, ledger: Path | None) -> Screen:
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    return screen


def test_a_damaged_form_is_found_and_named_while_the_others_can_be_worked_on(
    ledger: Path, qtbot: QtBot, asked: Asked
) -> None:
    damage(ledger, 4)
    screen = opened(qtbot, ledger)
    qtbot.waitUntil(lambda: "4 号表“第4个”" in screen.text("messageText"))
    assert "备份" in screen.text("messageText")
    assert (asked, timer(screen).isActive()) == ([(None, 2), (2, 2)], False)
    screen.type_name(" II")
    assert screen.window.document.flush()
    assert "第4个" in screen.text("messageText")
    screen.close()


def test_a_whole_ledger_is_gone_through_to_the_end_without_a_word(ledger: Path, qtbot: QtBot, asked: Asked) -> None:
    screen = opened(qtbot, ledger)
    qtbot.waitUntil(lambda: not timer(screen).isActive())
    assert asked == [(None, 2), (2, 2), (4, 2), (5, 2)]
    assert screen.window.document.messages.text == ""
    screen.close()


def test_a_changed_history_is_found_once_the_forms_are_gone_through(ledger: Path, qtbot: QtBot, asked: Asked) -> None:
    """No digest covers what stands in the log: only its chain shows that."""
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("UPDATE changes SET who = '别人' WHERE sequence = 2")
    screen = opened(qtbot, ledger)
    qtbot.waitUntil(lambda: "变更历史" in screen.text("messageText"))
    assert asked[-1] == (FORMS, 2)
    assert not timer(screen).isActive()
    screen.close()


def test_it_rests_while_something_is_being_typed(ledger: Path, qtbot: QtBot, asked: Asked) -> None:
    screen = opened(qtbot, ledger)
    screen.type_name(" II")
    for _ in range(3):
        timer(screen).timeout.emit()
    assert asked == []
    assert screen.window.document.flush()
    qtbot.waitUntil(lambda: not timer(screen).isActive())
    assert asked[-1] == (FORMS, 2)
    screen.close()
    assert stored_forms(ledger)[0].project_name == "第1个 II"


def test_another_ledger_is_begun_anew_and_none_is_not_looked_at(
    ledger: Path, qtbot: QtBot, tmp_path: Path, asked: Asked
) -> None:
    screen = opened(qtbot, None)
    assert not timer(screen).isActive()
    screen.window.open_ledger(ledger)
    other = ledger_file(tmp_path / "另一本.selfeval", [complete_form()])
    qtbot.waitUntil(lambda: bool(asked))
    asked.clear()
    screen.window.open_ledger(other)
    qtbot.waitUntil(lambda: not timer(screen).isActive())
    assert asked == [(None, 2), (1, 2)]
    screen.do("actionCloseLedger")
    assert not timer(screen).isActive()


@pytest.mark.parametrize("error", [UnreadableFile(Path("x"), "busy"), LedgerInUse(Path("x"), "")])
def test_a_file_that_cannot_be_read_just_now_is_looked_at_again_without_a_word(
    ledger: Path, qtbot: QtBot, asked: Asked, monkeypatch: pytest.MonkeyPatch, error: SelfEvalError
) -> None:
    prove, errors = LedgerForms.verify_next_forms, [error]

    def fail_once(store: LedgerForms, after: int | None, most: int) -> int | None:
        if after == 2 and errors:
            raise errors.pop()
        return prove(store, after, most)

    monkeypatch.setattr(LedgerForms, "verify_next_forms", fail_once)
    screen = opened(qtbot, ledger)
    qtbot.waitUntil(lambda: not errors)
    assert (timer(screen).isActive(), timer(screen).interval()) == (True, digest_watch.LATER_MS)
    timer(screen).start(0)
    qtbot.waitUntil(lambda: not timer(screen).isActive())
    assert asked == [(None, 2), (2, 2), (4, 2), (5, 2)]
    assert screen.window.document.messages.text == ""
    screen.close()


def test_a_lost_file_is_left_to_those_who_need_it(ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_store: LedgerForms, _after: int | None, _most: int) -> int | None:
        raise LostLedger(ledger, FileLoss.GONE)

    monkeypatch.setattr(LedgerForms, "verify_next_forms", lost)
    screen = opened(qtbot, ledger)
    qtbot.waitUntil(lambda: not timer(screen).isActive())
    assert screen.window.document.messages.text == ""
    screen.close()
