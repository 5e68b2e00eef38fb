"""A ledger that grows large is told of once, long before it is full."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.storage.file import database
from selfeval_desktop.ui.kit.message_bar import MessageBar
from tests.builders import complete_form
from tests.ui.windows import Screen, ledger_file

TOLD = "就不能再存入"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_file(tmp_path / "台账.selfeval", [complete_form()])


def opened(qtbot: QtBot, ledger: Path) -> tuple[Screen, MessageBar]:
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    return screen, screen.window.document.messages


def test_x1_a_ledger_over_half_of_what_it_may_have_is_told_of_when_it_is_opened(
    ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "MAX_BYTES", 2 * ledger.stat().st_size - 1)
    _, messages = opened(qtbot, ledger)
    qtbot.waitUntil(lambda: TOLD in messages.text)


def test_x1_one_that_becomes_large_is_told_of_with_the_save_and_only_once(
    ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, messages = opened(qtbot, ledger)
    document = screen.window.document
    assert TOLD not in messages.text
    monkeypatch.setattr(database, "MAX_BYTES", 2 * ledger.stat().st_size - 1)
    told = []
    for text in ("甲", "乙"):
        assert document.form is not None
        document.change_form(edits.set_cell(document.form.form, FieldRef.goal("actual"), text), label="")
        assert document.flush()
        told.append(TOLD in messages.text)
        messages.clear_message()
    assert told == [True, False]
