"""Why a warning may stand: written by keyboard, kept with the form, gone with another value, taken back."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.form import Form
from tests.builders import complete_form, with_fund
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User

CHANGED_BUDGET = "年初预算数"


def cut() -> Form:
    """A form whose budget was cut without a word: one warning, K17."""
    return with_fund(complete_form(), "current_year", initial=Decimal(150010))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", cut())


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def write_reason(user: User, text: str) -> None:
    def work(dialog: QDialog) -> None:
        user.press(Key.Key_A, with_=CONTROL)
        user.type(text)
        user.press(Key.Key_Tab, Key.Key_Return)

    user.in_dialog("explainDialog", work)


def explain_first(user: User, text: str) -> None:
    """By keys alone: check, first line, the space bar, the reason."""
    user.press(Key.Key_F5)
    user.press(Key.Key_Home)
    write_reason(user, text)
    user.press(Key.Key_Space)


def test_an_explained_warning_is_ticked_until_its_value_changes(
    user: User, sit: Sit, ledger: Path, qtbot: QtBot
) -> None:
    (line,) = user.problems()
    assert line.startswith("提醒")
    assert CHANGED_BUDGET in line
    assert "▲1" in user.tabs()[0]
    assert "1 个提醒" in user.forms()[0]
    explain_first(user, "按批复调减")
    (line,) = user.problems()
    assert line.startswith("已说明")
    assert line.endswith("说明：按批复调减")
    assert "▲" not in user.tabs()[0]
    assert "提醒" not in user.forms()[0]
    assert user.find(QTableView, "problemList").hasFocus()
    qtbot.waitUntil(lambda: bool(stored(ledger)[0].annotations.explained))
    user.press(Key.Key_F5)
    assert user.problems() == [line]
    user.close()
    again = sit(ledger)
    assert again.problems() == [line]
    assert "提醒" not in again.forms()[0]
    again.go_to("fundsTab", 1, 0)
    again.type("150020")
    again.press(Key.Key_Return)
    (line,) = again.problems()
    assert line.startswith("提醒")
    again.press(Key.Key_Z, with_=CONTROL)
    assert again.problems()[0].startswith("已说明")


def test_undo_takes_the_reason_back_and_so_does_its_button(user: User) -> None:
    explain_first(user, "属实")
    user.press(Key.Key_Z, with_=CONTROL)
    assert user.problems()[0].startswith("提醒")
    user.press(Key.Key_Y, with_=CONTROL)
    assert user.problems()[0].startswith("已说明")

    def withdraw(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, "explainWithdraw")
        assert button is not None
        for _ in range(4):
            if not button.hasFocus():
                user.press(Key.Key_Tab)
        user.press(Key.Key_Space)

    user.in_dialog("explainDialog", withdraw)
    user.press(Key.Key_J, with_=CONTROL)
    assert user.problems()[0].startswith("提醒")
    assert user.label("messageText") == "已撤回说明。"


def test_ctrl_j_asks_about_the_cell_with_the_cursor(user: User) -> None:
    user.find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_F8)
    cell = user.place()
    told: list[str] = []

    def work(dialog: QDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        user.type("属实")
        user.press(Key.Key_Tab, Key.Key_Return)

    user.in_dialog("explainDialog", work)
    user.press(Key.Key_J, with_=CONTROL)
    assert any(CHANGED_BUDGET in text for text in told)
    assert user.problems()[0].startswith("已说明")
    assert user.place() == cell


def test_without_a_reason_nothing_is_explained(user: User) -> None:
    def work(dialog: QDialog) -> None:
        keep = dialog.findChild(QPushButton, "explainKeep")
        assert keep is not None
        assert not keep.isEnabled()
        user.type(" ")
        assert not keep.isEnabled()
        user.press(Key.Key_Escape)

    user.press(Key.Key_F5)
    user.press(Key.Key_Home)
    user.in_dialog("explainDialog", work)
    user.press(Key.Key_Space)
    assert user.problems()[0].startswith("提醒")


def test_an_error_cannot_be_explained(user: User) -> None:
    user.find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    user.press(Key.Key_Delete)
    user.press(Key.Key_F5)
    user.press(Key.Key_Home)
    assert user.problems()[0].startswith("错误")
    user.press(Key.Key_Space)
    assert user.label("messageText") == "错误不能用说明代替，请改正。"


def test_with_nothing_found_there_is_nothing_to_explain(sit: Sit, tmp_path: Path) -> None:
    user = sit(ledger_of(tmp_path / "好.selfeval", complete_form()))
    user.press(Key.Key_J, with_=CONTROL)
    assert user.label("messageText") == "请先在检查结果里选一条提醒或提示。"


def test_how_the_list_is_filtered_is_remembered(user: User, sit: Sit, ledger: Path) -> None:
    user.trigger("actionCheck")
    user.press(Key.Key_Tab, with_=SHIFT)
    user.choose("problemOrder", "按规则")
    assert user.problems()[0].startswith("预算调整说明")
    user.close()
    assert sit(ledger).problems()[0].startswith("预算调整说明")
