"""Making, opening and leaving ledgers."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.ui.safety import ledger_commands
from selfeval_desktop.ui.safety.ledger_commands import SaveFailedChoice, ask_after_failed_save
from tests.ui.windows import Screen, stored_forms


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_arguments: (str(path), ""))


def answer(monkeypatch: pytest.MonkeyPatch, *answers: SaveFailedChoice) -> list[str]:
    """Answer the question on closing so, one after the other; the sentences it showed."""
    told: list[str] = []
    left = list(answers)

    def ask(sentence: str, _parent: object) -> SaveFailedChoice:
        told.append(sentence)
        return left.pop(0)

    monkeypatch.setattr(ledger_commands, "ask_after_failed_save", ask)
    return told


@pytest.fixture
def full(screen: Screen, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    """The window with something typed and a disk that takes no more of this ledger."""
    open_ledger = screen.window.document.ledger
    assert open_ledger is not None

    def refuse(*_arguments: object) -> None:
        raise UnwritableFile(ledger, "No space left on device")

    monkeypatch.setattr(open_ledger.store, "save_form", refuse)
    screen.type_name(" II")
    return screen


def test_a_new_ledger_gets_its_ending_and_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    screen = Screen(None)
    qtbot.addWidget(screen.window)
    choose(monkeypatch, tmp_path / "2024")
    screen.do("actionNewLedger")
    assert (tmp_path / "2024.selfeval").is_file()
    assert screen.forms.isVisible()
    screen.do("actionNewForm")
    screen.close()
    assert len(stored_forms(tmp_path / "2024.selfeval")) == 1


def test_a_new_ledger_never_replaces_a_file(screen: Screen, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ledger.read_bytes()
    choose(monkeypatch, ledger)
    screen.do("actionNewLedger")
    assert "已经存在" in screen.text("messageText")
    assert ledger.read_bytes() == before
    assert screen.forms.model().rowCount() == 2


def test_opening_the_open_ledger_again_changes_nothing(
    screen: Screen, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.type_name(" II")
    choose(monkeypatch, ledger)
    screen.do("actionOpenLedger")
    assert screen.form.project_name == "宣传与推广 II"
    assert screen.text("messageText") == ""


def test_closing_stays_while_saving_fails_and_the_user_says_so(full: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answer(monkeypatch, SaveFailedChoice.RETRY, SaveFailedChoice.STAY)
    assert not full.close()
    assert len(told) == 2
    assert "磁盘已满" in told[0]
    assert full.form.project_name == "宣传与推广 II"
    answer(monkeypatch, SaveFailedChoice.GIVE_UP)


def test_changes_that_were_given_up_are_gone(full: Screen, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, SaveFailedChoice.GIVE_UP)
    assert full.close()
    assert stored_forms(ledger)[0].project_name == "宣传与推广"


def test_what_cannot_be_stored_can_be_stored_elsewhere(
    full: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, SaveFailedChoice.SAVE_ELSEWHERE)
    choose(monkeypatch, tmp_path / "rescued")
    assert full.close()
    assert [form.project_name for form in stored_forms(tmp_path / "rescued.selfeval")] == ["宣传与推广 II"]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def box() -> QMessageBox:
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, QMessageBox)
    return shown


def press(text: str) -> None:
    next(button for button in box().buttons() if button.text() == text).click()


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        ("重试", SaveFailedChoice.RETRY),
        ("另存为…", SaveFailedChoice.SAVE_ELSEWHERE),
        ("放弃改动", SaveFailedChoice.GIVE_UP),
        ("返回", SaveFailedChoice.STAY),
    ],
)
def test_each_button_is_an_answer(window: QWidget, button: str, answer: SaveFailedChoice) -> None:
    QTimer.singleShot(0, lambda: press(button))
    assert ask_after_failed_save("磁盘已满。", window) is answer


def test_escape_stays_and_the_reason_is_told(window: QWidget) -> None:
    told: list[str] = []

    def escape() -> None:
        told.append(box().informativeText())
        QTest.keyClick(box(), Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    assert ask_after_failed_save("磁盘已满。", window) is SaveFailedChoice.STAY
    assert told == ["磁盘已满。"]
