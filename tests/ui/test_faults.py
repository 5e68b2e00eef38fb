"""Faults of the program: told once, logged without form contents, and nothing typed is lost."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.crash_dialog import CrashDialog
from selfeval_desktop.ui.faults import Fault, FaultWatch, describe
from tests.ui.windows import Screen, stored_forms

SECRET = "某区信访办公室的秘密"


def fail() -> None:
    raise ValueError(SECRET)


def crash_dialogs(screen: Screen) -> list[CrashDialog]:
    return [dialog for dialog in screen.window.findChildren(CrashDialog) if dialog.isVisible()]


def test_an_exception_in_a_slot_reaches_the_dialog_after_saving(ledger: Path, qtbot: QtBot) -> None:
    with qtbot.capture_exceptions() as caught:
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        screen.begin_amount("87.5")
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: bool(crash_dialogs(screen)))
        (dialog,) = crash_dialogs(screen)
        assert str(ledger) in dialog.sentence
        assert str(stored_forms(ledger)[0].fund("current_year").executed) == "87.5"
        dialog.accept()
        screen.type_name(" II")
        assert screen.form.project_name == "宣传与推广 II"
        screen.close()
    assert [kind for kind, *_ in caught] == [ValueError]


def test_a_fault_in_saving_is_told_as_well(
    ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.capture_exceptions() as caught:
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        assert screen.window.desk.ledger is not None
        with monkeypatch.context() as broken:
            broken.setattr(screen.window.desk.ledger.store, "save", lambda *_arguments: fail())
            screen.type_name(" II")
            screen.do("actionSave")
            (dialog,) = crash_dialogs(screen)
            assert "还没有保存" in dialog.sentence
            assert screen.text("statusSaved") == "未保存"
        dialog.accept()
        screen.close()
    assert {kind for kind, *_ in caught} == {ValueError}
    assert stored_forms(ledger)[0].project_name == "宣传与推广 II"


def test_one_kind_of_fault_is_told_once(ledger: Path, qtbot: QtBot) -> None:
    with qtbot.capture_exceptions() as caught:
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        for _ in range(3):
            QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: len(caught) == 3)
        assert len(crash_dialogs(screen)) == 1
        screen.close()


def test_a_fault_in_a_thread_is_told_in_the_window(ledger: Path, qtbot: QtBot) -> None:
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    told: list[object] = []
    before, threading.excepthook = threading.excepthook, told.append
    watch = FaultWatch(screen.window)
    watch.start()
    try:
        with qtbot.waitSignal(watch.faulted) as faulted:
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    finally:
        watch.stop()
        threading.excepthook = before
    assert faulted.args is not None
    assert isinstance(faulted.args[0], Fault)
    assert len(told) == 1


def test_the_log_and_the_details_never_quote_a_form(ledger: Path, qtbot: QtBot, selfeval_home: Path) -> None:
    with qtbot.capture_exceptions():
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: bool(crash_dialogs(screen)))
        (dialog,) = crash_dialogs(screen)
        details = dialog.findChild(QPlainTextEdit, "crashDetails")
        assert details is not None
        logged = (selfeval_home / "log" / "selfeval.log").read_text("utf-8")
        for text in (details.toPlainText(), logged):
            assert "ValueError" in text
            assert "test_faults.py" in text
            assert SECRET not in text
        screen.close()


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(Fault("kind", "ValueError\nmodels.py:7 setData"), None)
    qtbot.addWidget(dialog)
    assert "还没有保存" in dialog.sentence
    copy = next(button for button in dialog.findChildren(QPushButton) if "复制" in button.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == "ValueError\nmodels.py:7 setData"


def test_closing_gives_the_hooks_back(ledger: Path, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    assert sys.excepthook != before[0]
    screen.close()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_fault_is_known_by_its_type_and_place() -> None:
    try:
        fail()
    except ValueError as error:
        fault = describe(type(error), error.__traceback__)
    assert fault.kind.startswith("ValueError test_faults.py:")
    assert fault.kind.endswith(" fail")
