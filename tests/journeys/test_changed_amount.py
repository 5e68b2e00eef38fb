"""One amount of an example form is changed: everything that follows from it follows, and comes back with undo."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Sit, stored
from tests.journeys.user import CONTROL, Key, User

EXECUTED = ("fundsTab", 1, 2)


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    """At form 1, whose executed amount is 211,166.72 of as much."""
    return sit(examples)


def shown(user: User) -> dict[str, object]:
    """All that follows from the amounts, as the user sees it."""
    labels = ("statusWeights", "statusRate", "statusScore", "statusGrade")
    return {
        "funds": [user.column("fundsTable", column) for column in range(6)],
        "problems": user.problems(),
        "tabs": user.tabs(),
        "status": [user.label(label) for label in labels],
        "forms": user.forms(),
    }


def change(user: User, text: str) -> None:
    user.go_to(*EXECUTED)
    user.type(text)
    user.press(Key.Key_Return)


def test_less_spent_lowers_rate_score_and_total_everywhere(user: User) -> None:
    change(user, "190050.05")
    assert user.column("fundsTable", 2) == ["190,050.05", "190,050.05", "", ""]
    assert user.cell("fundsTable", 0, 4) == "90.00%"
    assert user.cell("fundsTable", 0, 5) == "9"
    assert user.label("statusRate") == "执行率 90.00%"
    assert user.label("statusScore") == "总分 99.00"
    assert user.forms()[0].startswith("网络信息系统开发、升级、建设 执行 90.00% · ")


def test_more_spent_than_granted_is_an_error_everywhere(user: User) -> None:
    others = user.forms()[1:]
    change(user, "250000")
    assert user.cell("fundsTable", 0, 4) == "118.39%"
    errors = [line for line in user.problems() if line.startswith("错误")]
    assert len(errors) == 1
    assert "250,000.00 超过全年预算数 211,166.72，多 38,833.28" in errors[0]
    assert "同样的问题共 2 处" in errors[0]
    assert user.tabs()[0] == "① 资金 ×2 ▲1"
    assert user.forms()[0] == "网络信息系统开发、升级、建设 执行 118.39% · 2 个错误"
    assert user.forms()[1:] == others


def test_undo_brings_all_back(user: User, qtbot: QtBot, examples: Path) -> None:
    before, form = shown(user), stored(examples)[0]
    change(user, "190050.05")
    change(user, "250000")
    qtbot.waitUntil(lambda: stored(examples)[0] != form)
    user.press(Key.Key_Z, Key.Key_Z, with_=CONTROL)
    assert shown(user) == before
    assert user.place() == EXECUTED
    qtbot.waitUntil(lambda: stored(examples)[0] == form)


def test_redo_does_it_once_more(user: User) -> None:
    change(user, "250000")
    after = shown(user)
    user.press(Key.Key_Z, with_=CONTROL)
    assert shown(user) != after
    user.press(Key.Key_Y, with_=CONTROL)
    assert shown(user) == after


def test_status_line_says_when_it_was_stored(user: User, qtbot: QtBot, examples: Path) -> None:
    assert user.label("statusSaved") == "已保存"
    change(user, "250000")
    assert user.label("statusSaved") == "未保存"
    qtbot.waitUntil(lambda: user.label("statusSaved").startswith("已保存 "))
    executed = stored(examples)[0].fund_line("current_year").executed
    assert executed == 250000
