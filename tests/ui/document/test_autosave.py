"""Stores by itself, and says honestly whether it has."""

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import (
    ChangedElsewhere,
    LedgerInUse,
    SelfEvalError,
    UnreadableFile,
    UnwritableFile,
)
from selfeval_desktop.ui.document.autosave import (
    AT_MOST_MS,
    QUIET_MS,
    RETRY_MS,
    SLOWEST_RETRY_MS,
    Autosave,
    SaveState,
    Saving,
)
from tests.ui.windows import Screen, stored_forms

FULL = UnwritableFile(Path("a.selfeval"), "disk full")
NOON = datetime(2024, 3, 5, 12, 0, 0)  # noqa: DTZ001 - the clock on the wall, as the status line shows it


class Desktop:
    """A window with one text box and a disk that may be full."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.box = QLineEdit(self.window)
        self.calls: list[str] = []
        self.obstacle: SelfEvalError | None = None
        self.autosave = Autosave(self.commit, self.save, lambda: NOON, self.window)
        self.quiet, self.deadline, self.retry = self.autosave.findChildren(QTimer)
        self.window.show()
        self.window.activateWindow()
        self.box.setFocus()
        QApplication.processEvents()

    def commit(self) -> None:
        self.calls.append("commit")

    def save(self) -> bool:
        self.calls.append("save")
        if self.obstacle is not None:
            raise self.obstacle
        return True


@pytest.fixture
def desktop(qtbot: QtBot) -> Desktop:
    return Desktop(qtbot)


def test_a_key_in_an_open_editor_counts_as_unsaved(desktop: Desktop, qtbot: QtBot) -> None:
    QTest.keyClicks(desktop.box, "8")
    assert desktop.autosave.state.saving is Saving.UNSAVED
    assert desktop.quiet.isActive()
    assert desktop.quiet.interval() == QUIET_MS == 800


def test_a_key_in_a_list_that_can_be_typed_into_counts_as_well(desktop: Desktop) -> None:
    box = QComboBox(desktop.window)
    box.setEditable(True)
    box.show()
    box.setFocus()
    QTest.keyClicks(box, "8")
    assert desktop.autosave.state.saving is Saving.UNSAVED


def test_each_key_begins_the_quiet_anew_but_not_the_deadline(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    QTest.keyClicks(desktop.box, "8")
    assert desktop.deadline.interval() == AT_MOST_MS == 2000
    assert desktop.deadline.isActive()
    desktop.quiet.stop()
    first = desktop.deadline.remainingTime()
    begun: list[str] = []
    monkeypatch.setattr(desktop.deadline, "start", lambda: begun.append("deadline"))
    QTest.keyClicks(desktop.box, "7")
    assert desktop.quiet.isActive()
    assert desktop.deadline.remainingTime() <= first
    # Begun anew within one millisecond it would have as much time left.
    assert begun == []


@pytest.mark.parametrize("name", ["quiet", "deadline"])
def test_both_timers_take_in_the_editor_and_then_store(desktop: Desktop, qtbot: QtBot, name: str) -> None:
    QTest.keyClicks(desktop.box, "8")
    getattr(desktop, name).timeout.emit()
    assert desktop.calls == ["commit", "save"]
    assert desktop.autosave.state.saving is Saving.SAVED
    assert desktop.autosave.state.at == NOON
    assert not desktop.quiet.isActive()
    assert not desktop.deadline.isActive()


def test_a_full_disk_is_said_and_the_next_key_tries_again(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.obstacle = FULL
    QTest.keyClicks(desktop.box, "8")
    assert not desktop.autosave.save_now()
    assert desktop.autosave.state.saving is Saving.FAILED
    assert isinstance(desktop.autosave.state.error, UnwritableFile)
    desktop.obstacle = None
    QTest.keyClicks(desktop.box, "7")
    with qtbot.waitSignal(desktop.autosave.stateChanged, check_params_cb=lambda state: state.saving is Saving.SAVED):
        desktop.quiet.timeout.emit()


@pytest.mark.parametrize(
    "reason",
    [
        FULL,
        UnwritableFile(Path("a.selfeval"), os.strerror(errno.EIO)),
        UnwritableFile(Path("a.selfeval"), os.strerror(errno.EROFS)),
        UnreadableFile(Path("a.selfeval"), os.strerror(errno.EIO)),
        LedgerInUse(Path("a.selfeval"), ""),
    ],
    ids=["full", "EIO", "read-only", "unreadable", "busy"],
)
def test_f02_what_could_not_be_stored_is_tried_again_without_a_key(desktop: Desktop, reason: SelfEvalError) -> None:
    desktop.obstacle = reason
    desktop.autosave.mark_unsaved()
    desktop.quiet.timeout.emit()
    assert desktop.retry.isActive()
    desktop.obstacle = None
    desktop.retry.timeout.emit()
    assert desktop.autosave.state == SaveState(Saving.SAVED, NOON)
    assert not desktop.retry.isActive()


def test_f02_it_is_tried_ever_more_slowly_and_told_once(desktop: Desktop) -> None:
    told: list[SaveState] = []
    desktop.obstacle = FULL
    desktop.autosave.save_now()
    desktop.autosave.stateChanged.connect(told.append)
    waits = [desktop.retry.interval()]
    while len(waits) < 6:
        # Each time it is another error that says the same.
        desktop.obstacle = UnwritableFile(FULL.path, FULL.reason)
        desktop.retry.timeout.emit()
        waits.append(desktop.retry.interval())
    assert waits == [RETRY_MS, 2 * RETRY_MS, 4 * RETRY_MS, 8 * RETRY_MS, SLOWEST_RETRY_MS, SLOWEST_RETRY_MS]
    assert told == []
    desktop.obstacle = LedgerInUse(FULL.path, "")
    desktop.retry.timeout.emit()
    assert [state.error for state in told] == [desktop.obstacle]
    desktop.obstacle = None
    desktop.retry.timeout.emit()
    desktop.obstacle = FULL
    desktop.autosave.save_now()
    assert desktop.retry.interval() == RETRY_MS


def test_f02_asked_for_by_the_user_it_is_told_again(desktop: Desktop) -> None:
    told: list[Saving] = []
    desktop.obstacle = FULL
    desktop.autosave.save_now()
    desktop.autosave.stateChanged.connect(lambda state: told.append(state.saving))
    desktop.autosave.save_now()
    assert told == [Saving.RUNNING, Saving.FAILED]


def test_what_only_the_user_can_decide_is_not_tried_again(desktop: Desktop) -> None:
    desktop.obstacle = ChangedElsewhere(1, "甲")
    desktop.autosave.save_now()
    assert not desktop.retry.isActive()


def test_nothing_is_tried_again_once_the_ledger_is_closed(desktop: Desktop) -> None:
    desktop.obstacle = FULL
    desktop.autosave.save_now()
    desktop.autosave.set_nothing_open()
    assert not desktop.retry.isActive()


def test_an_editor_in_which_an_input_method_composes_is_left_alone(desktop: Desktop, qtbot: QtBot) -> None:
    QApplication.sendEvent(desktop.box, QInputMethodEvent("xuan", []))
    desktop.autosave.mark_unsaved()
    desktop.autosave.save_now()
    assert desktop.calls == ["save"]
    assert desktop.quiet.isActive()
    done = QInputMethodEvent("", [])
    done.setCommitString("宣")
    QApplication.sendEvent(desktop.box, done)
    desktop.autosave.save_now()
    assert desktop.calls == ["save", "commit", "save"]


def test_what_a_composition_held_back_is_stored_as_soon_as_it_ends(desktop: Desktop, qtbot: QtBot) -> None:
    QApplication.sendEvent(desktop.box, QInputMethodEvent("xuan", []))
    desktop.autosave.mark_unsaved()
    desktop.autosave.save_now()
    done = QInputMethodEvent("", [])
    done.setCommitString("宣")
    QApplication.sendEvent(desktop.box, done)
    # Neither after the pause that every key is given.
    for timer in (desktop.quiet, desktop.deadline):
        timer.stop()
    qtbot.waitUntil(lambda: desktop.calls == ["save", "commit", "save"])


def test_text_that_the_program_puts_into_a_box_is_not_typing(qtbot: QtBot) -> None:
    desktop = Desktop(qtbot)
    text = QPlainTextEdit(desktop.window)
    text.show()
    text.setFocus()
    text.setPlainText("由撤销放回")
    QApplication.processEvents()
    assert not desktop.quiet.isActive()
    QTest.keyClicks(text, "x")
    QApplication.processEvents()
    assert desktop.autosave.state.saving is Saving.UNSAVED


def test_an_editor_that_vanishes_is_forgotten(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.box.deleteLater()
    QApplication.sendPostedEvents(desktop.box, 52)
    other = QLineEdit(desktop.window)
    other.show()
    other.setFocus()
    QTest.keyClicks(other, "8")
    assert desktop.autosave.state.saving is Saving.UNSAVED


def test_the_window_stores_an_open_editor_without_closing_it(screen: Screen, ledger: Path, qtbot: QtBot) -> None:
    editor = screen.begin_amount("87.5")
    assert screen.text("statusSaved") == "未保存"
    assert screen.window.isWindowModified()
    with qtbot.waitSignal(
        screen.window.document.autosave.stateChanged,
        check_params_cb=lambda state: state.saving is Saving.SAVED,
    ):
        pass
    assert editor.isVisible()
    assert editor.text() == "87.5"
    assert str(stored_forms(ledger)[0].fund_line("current_year").executed) == "87.5"
    assert screen.text("statusSaved").startswith("已保存 ")
    assert not screen.window.isWindowModified()


def test_a_search_is_nothing_to_store(screen: Screen) -> None:
    search = screen.part(QLineEdit, "formSearch")
    search.setFocus()
    before = screen.text("statusSaved")
    QTest.keyClicks(search, "a")
    assert screen.text("statusSaved") == before
    assert not screen.window.isWindowModified()


def test_closing_while_an_input_method_composes_keeps_what_was_typed_before(screen: Screen, ledger: Path) -> None:
    QApplication.sendEvent(screen.begin_amount("87.5"), QInputMethodEvent("yi", []))
    assert screen.close()
    assert str(stored_forms(ledger)[0].fund_line("current_year").executed) == "87.5"


def test_a_fault_in_taking_in_the_editor_keeps_nothing_else_back(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ValueError

    monkeypatch.setattr(desktop, "commit", fail)
    autosave = Autosave(desktop.commit, desktop.save, lambda: NOON, desktop.window)
    with pytest.raises(ValueError, match=r"^$"):
        autosave.save_now()
    assert desktop.calls == ["save"]
    assert autosave.state.saving is Saving.UNSAVED


def test_switching_forms_stores_the_first(screen: Screen, ledger: Path) -> None:
    screen.type_name(" II")
    screen.open_form(1)
    assert stored_forms(ledger)[0].project_name == "宣传与推广 II"


def test_a_failed_save_stays_in_the_window_until_retried(
    screen: Screen, ledger: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    document = screen.window.document
    assert document.ledger is not None

    def refuse(*_arguments: object) -> None:
        raise UnwritableFile(ledger, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(document.ledger.store, "save_form", refuse)
        screen.type_name(" II")
        screen.do("actionSave")
        assert screen.text("statusSaved").startswith("× 保存失败：")
        assert "磁盘已满" in screen.text("messageText")
        screen.open_form(1)
        assert screen.form.project_name == "宣传与推广 II"
    screen.part(QPushButton, "offer0").click()
    assert screen.text("statusSaved").startswith("已保存 ")
    assert stored_forms(ledger)[0].project_name == "宣传与推广 II"
