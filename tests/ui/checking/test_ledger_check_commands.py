"""核对台账: what is said of a whole ledger, of a damaged one, and of one that the user did not wait for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog

from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.storage.forms.form_store import LedgerForms
from tests.ui.windows import Screen, stored_forms


def test_a_whole_ledger_is_called_whole_with_the_number_of_its_forms(screen: Screen, ledger: Path) -> None:
    screen.type_name(" II")
    screen.do("actionVerify")
    assert screen.text("messageText") == "台账完好，2 张自评表都与存入时一致。"
    assert stored_forms(ledger)[0].project_name == "宣传与推广 II"


def test_a_damaged_form_is_named(screen: Screen, ledger: Path) -> None:
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("UPDATE forms SET goal_actual = '别的' WHERE id = 2")
    screen.do("actionVerify")
    assert "2 号表" in screen.text("messageText")
    assert "备份" in screen.text("messageText")


def test_the_user_sees_how_far_it_is_and_can_stop(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def slow(_store: LedgerForms, progress: Progress) -> None:
        progress(250, 1000)
        dialog = screen.window.findChildren(QProgressDialog)[-1]
        seen.append((dialog.labelText(), dialog.value(), dialog.maximum()))
        dialog.cancel()
        progress(500, 1000)
        raise AssertionError("not stopped")

    monkeypatch.setattr(LedgerForms, "verify", slow)
    screen.do("actionVerify")
    assert seen == [("正在核对台账…", 250, 1000)]
    assert "完好" not in screen.text("messageText")
    assert screen.text("messageText")


def test_closing_the_window_stops_it_first(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_store: LedgerForms, progress: Progress) -> None:
        assert not screen.close()
        progress(1, 2)
        raise AssertionError("not stopped")

    monkeypatch.setattr(LedgerForms, "verify", slow)
    screen.do("actionVerify")
    assert screen.window.isVisible()


def test_as_long_as_text_cannot_be_stored_nothing_is_called_whole(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(screen.window.document, "flush", lambda: False)
        screen.do("actionVerify")
    assert screen.window.document.messages.text == ""
