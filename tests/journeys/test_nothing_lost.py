"""Whatever ends the work, what was typed is there."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from selfeval_desktop.storage.forms.form_store import LedgerForms
from selfeval_desktop.ui.safety.program_faults import CrashDialog
from tests.journeys import typist
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import Key, User

PROMISE = 2.0
"""Seconds after the last key by which everything is stored."""


class PlantedError(Exception):
    """A fault of the program."""


def test_a_value_in_an_open_editor_is_there_after_closing(sit: Sit, examples: Path) -> None:
    first = sit(examples)
    first.go_to("fundsTab", 2, 2)
    first.type("123.45")
    assert isinstance(first.editor(), QLineEdit)
    first.close()
    second = sit(examples)
    assert second.cell("fundsTable", 2, 2) == "123.45"
    assert second.place() == ("fundsTab", 2, 2)


def test_a_text_in_an_open_editor_is_there_after_closing(sit: Sit, examples: Path) -> None:
    first = sit(examples)
    first.go_to("indicatorsTab", 0, 7)
    first.type("因疫情推迟")
    assert first.editor() is not None
    first.close()
    assert sit(examples).cell("indicatorTable", 0, 7) == "因疫情推迟"


@pytest.mark.parametrize(
    ("action", "name", "typed"),
    [
        ("actionUnits", "unitsDialog", "新单位"),
        ("actionLibrary", "libraryDialog", ""),
        ("actionNote", "noteDialog", "问过财务"),
        ("actionKeys", "keysDialog", ""),
    ],
)
def test_an_end_that_nobody_chose_puts_an_open_dialog_away(
    sit: Sit, examples: Path, action: str, name: str, typed: str
) -> None:
    user, before = sit(examples), stored(examples)
    user.go_to("indicatorsTab", 0, 7)
    seen: list[bool] = []

    def end(dialog: QDialog) -> None:
        user.type(typed)
        user.window.close()
        seen.append(dialog.isVisible())

    user.in_dialog(name, end)
    user.trigger(action)
    QTest.qWait(50)
    assert seen == [False]
    assert not user.window.isVisible()
    assert stored(examples) == before


@contextmanager
def typing(ledger: Path) -> Iterator[None]:
    """A window in a process of its own, its user's last key pressed a moment ago; killed in the end."""
    environment = {**os.environ, "QT_LOGGING_RULES": "default.warning=false"}
    command = [sys.executable, "-m", "tests.journeys.typist", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, encoding="utf-8") as window:
        try:
            assert window.stdout is not None
            assert window.stdout.readline().strip() == typist.TYPED
            yield
        finally:
            window.kill()


def test_killed_two_seconds_after_the_last_key_it_has_everything(examples: Path) -> None:
    with typing(examples):
        # The promise is about time itself.
        time.sleep(PROMISE)
    form = stored(examples)[0]
    assert form.project_name == typist.PROJECT
    assert form.goals.expected == typist.GOAL
    assert form.fund_line("current_year").executed == Decimal(typist.FINISHED)
    assert form.fund_line("carried_over").executed == Decimal(typist.OPEN)


def test_killed_at_once_the_ledger_opens_as_usual(sit: Sit, examples: Path) -> None:
    before = stored(examples)
    with typing(examples):
        pass
    user = sit(examples)
    assert stored(examples)[1:] == before[1:]
    assert user.box("projectName") in {before[0].project_name, typist.PROJECT}


def let_grow(user: User, pages: int | None) -> None:
    """Have room for so many pages in the ledger, None for as many as there are."""
    assert user.window.document.ledger is not None
    store = user.window.document.ledger.store
    assert isinstance(store, LedgerForms)
    with store._connection.begin():
        count = pages or store._connection.exec_driver_sql("PRAGMA page_count").scalar()
        store._connection.exec_driver_sql(f"PRAGMA max_page_count={count}")


def test_f02_what_a_full_disk_refused_is_stored_without_another_key_once_there_is_room(
    sit: Sit, examples: Path
) -> None:
    user, before, long = sit(examples), stored(examples), "因疫情推迟" * 2000
    again = user.find(QTimer, "saveRetryTimer")
    let_grow(user, None)
    user.go_to("indicatorsTab", 0, 7)
    QApplication.clipboard().setText(long)
    user.press(Key.Key_V, with_=Qt.KeyboardModifier.ControlModifier)
    assert user.label("statusSaved") == "未保存"
    user.window.document.autosave.save_now()
    assert user.label("statusSaved").startswith("× 保存失败：")
    assert user.label("messageText").startswith("没有保存：")
    assert again.isActive()
    again.timeout.emit()
    assert again.isActive()
    assert user.cell("indicatorTable", 0, 7) == long
    assert stored(examples) == before
    let_grow(user, 100_000)
    again.timeout.emit()
    assert user.label("statusSaved").startswith("已保存 ")
    assert user.window.document.messages.text == ""
    assert not again.isActive()
    assert stored(examples)[0].indicators[0].deviation == long


def plant_fault() -> None:
    """Have a slot raise as soon as Qt gets to it."""

    def fail() -> None:
        raise PlantedError

    QTimer.singleShot(0, fail)


@pytest.mark.qt_no_exception_capture
def test_a_fault_reaches_the_crash_dialog_and_nothing_typed_is_lost(
    sit: Sit, qtbot: QtBot, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user = sit(examples)
    user.go_to("fundsTab", 1, 2)
    user.write("190000")
    user.go_to("fundsTab", 2, 2)
    user.type("5200")
    plant_fault()
    qtbot.waitUntil(lambda: user.window.findChild(QDialog, "crashDialog") is not None)
    dialog = user.window.findChild(CrashDialog, "crashDialog")
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.sentence == f"程序出了错，已录入的内容已保存到 {examples}。可以继续工作。"
    form = stored(examples)[0]
    assert form.fund_line("current_year").executed == Decimal(190000)
    assert form.fund_line("carried_over").executed == Decimal(5200)
    assert "PlantedError" in capsys.readouterr().err


@pytest.mark.qt_no_exception_capture
def test_work_goes_on_after_a_fault(sit: Sit, qtbot: QtBot, examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    user = sit(examples)
    user.go_to("fundsTab", 2, 2)
    user.type("52")
    plant_fault()
    qtbot.waitUntil(lambda: user.window.findChild(QDialog, "crashDialog") is not None)
    user.press(Key.Key_Escape)
    assert user.cell("fundsTable", 2, 2) == "52.00"
    user.press(Key.Key_F2)
    user.type("00")
    user.press(Key.Key_Return)
    assert user.cell("fundsTable", 2, 2) == "5,200.00"
    user.close()
    assert stored(examples)[0].fund_line("carried_over").executed == Decimal(5200)
    assert "PlantedError" in capsys.readouterr().err
