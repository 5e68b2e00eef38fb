"""Faults of the program: told once, logged without form contents, and nothing typed is lost."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, QThread, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.safety import ledger_commands
from selfeval_desktop.ui.safety.ledger_commands import SaveFailedChoice
from selfeval_desktop.ui.safety.program_faults import CrashDialog, FaultWatch, ProgramFault, describe_fault
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
        assert str(stored_forms(ledger)[0].fund_line("current_year").executed) == "87.5"
        dialog.accept()
        screen.type_name(" II")
        assert screen.form.project_name == "宣传与推广 II"
        screen.close()
    assert [kind for kind, *_ in caught] == [ValueError]


def test_a_fault_in_saving_is_told_as_well(ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with qtbot.capture_exceptions() as caught:
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        assert screen.window.document.ledger is not None
        with monkeypatch.context() as broken:
            broken.setattr(screen.window.document.ledger.store, "save_form", lambda *_arguments: fail())
            screen.type_name(" II")
            screen.do("actionSave")
            qtbot.waitUntil(lambda: bool(crash_dialogs(screen)))
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
        qtbot.waitUntil(lambda: len(caught) == 3 and bool(crash_dialogs(screen)))
        QTest.qWait(50)
        assert len(crash_dialogs(screen)) == 1
        screen.close()


def test_a_fault_in_a_thread_is_told_in_the_window(ledger: Path, qtbot: QtBot) -> None:
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    told: list[object] = []
    before, threading.excepthook = threading.excepthook, told.append
    watch = FaultWatch(screen.window)
    watch.install_hooks()
    try:
        with qtbot.waitSignal(watch.faulted) as faulted:
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    finally:
        watch.restore_hooks()
        threading.excepthook = before
    assert faulted.args is not None
    assert isinstance(faulted.args[0], ProgramFault)
    assert len(told) == 1


class Broken(QWidget):
    """Fails whenever it is drawn."""

    def paintEvent(self, event: QPaintEvent) -> None:
        fail()


class BrokenModel(QStringListModel):
    """Fails for each cell that a view asks for."""

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        raise ValueError(SECRET)


class BrokenThread(QThread):
    """Fails as soon as it runs."""

    def run(self) -> None:
        fail()


def break_thread(screen: Screen) -> None:
    thread = BrokenThread(screen.window)
    thread.start()
    thread.wait()


def break_paint(screen: Screen) -> None:
    broken = Broken(screen.window)
    broken.resize(50, 50)
    broken.show()


def break_model(screen: Screen) -> None:
    view = QListView(screen.window)
    view.setModel(BrokenModel(["一", "二"], view))
    QTimer.singleShot(0, view.show)


BREAKS: dict[str, Callable[[Screen], None]] = {
    "slot": lambda _screen: QTimer.singleShot(0, fail),
    "thread": lambda _screen: threading.Thread(target=fail).start(),
    "qthread": break_thread,
    "paint": break_paint,
    "model": break_model,
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("where", BREAKS)
def test_f54_an_exception_anywhere_is_saved_before_told_once_and_the_program_goes_on(
    ledger: Path, qtbot: QtBot, selfeval_home: Path, where: str
) -> None:
    with qtbot.capture_exceptions():
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        screen.begin_amount("87.5")
        # What a model raises, an import that is under way may raise again.
        while screen.window.document.services.preload():
            pass
        BREAKS[where](screen)
        qtbot.waitUntil(lambda: bool(crash_dialogs(screen)))
        QTest.qWait(100)
        (dialog,) = crash_dialogs(screen)
        assert str(ledger) in dialog.sentence
        assert str(stored_forms(ledger)[0].fund_line("current_year").executed) == "87.5"
        dialog.accept()
        for broken in (*screen.window.findChildren(Broken), *screen.window.findChildren(QListView)):
            if broken.objectName() != "formList":
                broken.hide()
        screen.type_name(" II")
        assert screen.form.project_name == "宣传与推广 II"
        assert screen.close()
    logged = (selfeval_home / "log" / "selfeval.log").read_text("utf-8")
    assert "ValueError" in logged
    assert SECRET not in logged


def test_f54_a_fault_that_comes_with_every_picture_leaves_room_in_the_log(
    ledger: Path, qtbot: QtBot, selfeval_home: Path
) -> None:
    with qtbot.capture_exceptions() as caught:
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        for _ in range(20):
            QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: len(caught) == 20 and bool(crash_dialogs(screen)))
        screen.close()
    assert (selfeval_home / "log" / "selfeval.log").read_text("utf-8").count("ValueError") == 3


def test_f56_after_a_fault_in_saving_the_form_can_be_put_elsewhere(
    ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "另存.selfeval"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(elsewhere), ""))
    with qtbot.capture_exceptions():
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        assert screen.window.document.ledger is not None
        monkeypatch.setattr(screen.window.document.ledger.store, "save_form", lambda *_arguments: fail())
        screen.type_name(" II")
        QTimer.singleShot(0, screen.window.close)
        qtbot.waitUntil(lambda: bool(crash_dialogs(screen)))
        assert screen.window.isVisible()
        (dialog,) = crash_dialogs(screen)
        button = dialog.findChild(QPushButton, "crashSaveAs")
        assert button is not None
        assert button.isVisible()
        button.click()
        assert "另存为一个新台账" in dialog.sentence
        assert screen.close()
    assert [form.project_name for form in stored_forms(elsewhere)] == ["宣传与推广 II"]


def test_f56_a_fault_in_saving_does_not_lock_the_user_in(
    ledger: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def ask(sentence: str, _parent: object) -> SaveFailedChoice:
        told.append(sentence)
        return SaveFailedChoice.GIVE_UP

    monkeypatch.setattr(ledger_commands, "ask_after_failed_save", ask)
    with qtbot.capture_exceptions():
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        assert screen.window.document.ledger is not None
        monkeypatch.setattr(screen.window.document.ledger.store, "save_form", lambda *_arguments: fail())
        screen.type_name(" II")
        QTimer.singleShot(0, screen.window.close)
        qtbot.waitUntil(lambda: bool(crash_dialogs(screen)))
        assert screen.window.isVisible()
        assert told == []
        assert screen.close()
    assert "程序出了错" in told[0]


def test_without_a_form_nothing_is_said_of_saving(qtbot: QtBot) -> None:
    with qtbot.capture_exceptions():
        screen = Screen(None)
        qtbot.addWidget(screen.window)
        QTimer.singleShot(0, fail)
        qtbot.waitUntil(lambda: bool(crash_dialogs(screen)))
        assert "没有打开的表" in crash_dialogs(screen)[0].sentence
        screen.close()


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
            assert "test_program_faults.py" in text
            assert SECRET not in text
        screen.close()


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(ProgramFault("kind", "ValueError\nmodels.py:7 setData"), None)
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
        fault = describe_fault(type(error), error.__traceback__)
    assert fault.kind.startswith("ValueError test_program_faults.py:")
    assert fault.kind.endswith(" fail")
