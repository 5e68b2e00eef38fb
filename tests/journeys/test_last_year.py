"""Last year's values beside this year's: in the line below, in tooltips and in the help."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.ledger.open_ledger import LedgerSession
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.ui.frame.status_line import StatusLine
from selfeval_desktop.ui.help.help_panel import HelpPanel
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import CONTROL, Key, User

TARGET, ACTUAL, WEIGHT = 3, 4, 5


@pytest.fixture
def user(sit: Sit, tmp_path: Path) -> User:
    """A form of 2024 whose project had one in 2023, with another first row."""
    now = with_row(complete_form(year=2024), 0, level3="新来的指标")
    now = replace(now, goals=Goals("今年的目标。", ""))
    user = sit(ledger_of(tmp_path / "台账.selfeval", now, complete_form()))
    assert user.box("year") == "2024"
    return user


def line(user: User, qtbot: QtBot, text: str) -> None:
    """Wait for that text in the line below."""
    qtbot.waitUntil(lambda: user.find(QLabel, "lastYear").toolTip() == text)


def test_the_line_below_follows_the_cursor_while_it_is_asked_for(user: User, qtbot: QtBot) -> None:
    shown = user.find(QLabel, "lastYear")
    assert not shown.isVisible()
    user.go_to("indicatorsTab", 1, ACTUAL)
    user.press(Key.Key_F7)
    line(user, qtbot, "上年（2023 年度）：年度指标值 ≥90%　实际完成值 92%　得分 15")
    assert shown.isVisible()
    user.press(Key.Key_Right)
    line(user, qtbot, "上年（2023 年度）：分值 15　年度指标值 ≥90%　实际完成值 92%　得分 15")
    user.press(Key.Key_Up)
    line(user, qtbot, "上年（2023 年度）没有这个指标。")
    user.go_to("fundsTab", 0, 1)
    line(user, qtbot, "上年（2023 年度）：全年预算数 150,000.00 元")
    user.turn_to("goalsTab")
    line(user, qtbot, "上年（2023 年度）：预期目标 印制登记单，开展信访宣传。")
    user.go_to("fundsTab", 3, 2)
    line(user, qtbot, "上年（2023 年度）这一格没有填写。")
    user.press(Key.Key_F7)
    assert not shown.isVisible()


def test_the_tip_of_an_action_takes_its_turn(user: User) -> None:
    user.press(Key.Key_F7)
    status, shown = user.find(StatusLine, "statusLine"), user.find(QLabel, "lastYear")
    status.showMessage("列出全部错误")
    assert (shown.isVisible(), user.label("statusTip")) == (False, "列出全部错误")
    status.clearMessage()
    assert shown.isVisible()


def test_tooltips_and_the_help_tell_it_too(user: User, qtbot: QtBot) -> None:
    user.go_to("indicatorsTab", 1, ACTUAL)
    table = user.find(QTableView, "indicatorTable")
    tip = table.model().index(1, ACTUAL).data(Qt.ItemDataRole.ToolTipRole)
    assert "上年（2023 年度）：92%" in tip
    user.press(Key.Key_F1)
    panel = user.find(HelpPanel, "helpPanel")
    assert panel.cell_explanation is not None
    assert "上年（2023 年度）：92%" in [remark.text for remark in panel.cell_explanation.remarks]


def test_a_form_without_last_year_says_so(user: User, qtbot: QtBot) -> None:
    user.press(Key.Key_F7)
    user.press(Key.Key_PageDown, with_=CONTROL)
    user.go_to("indicatorsTab", 0, TARGET)
    line(user, qtbot, "台账里没有同一项目上年（2022 年度）的表。")
    year = user.find(QLineEdit, "year")
    year.setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    user.press(Key.Key_Delete)
    line(user, qtbot, "这张表没有填年度，找不到上年的表。")


def test_a_change_of_last_year_s_form_is_seen(user: User, qtbot: QtBot) -> None:
    user.press(Key.Key_F7)
    user.press(Key.Key_PageDown, with_=CONTROL)
    user.go_to("indicatorsTab", 1, ACTUAL)
    user.type("99%")
    user.press(Key.Key_Return)
    user.press(Key.Key_PageUp, with_=CONTROL)
    user.go_to("indicatorsTab", 1, ACTUAL)
    line(user, qtbot, "上年（2023 年度）：年度指标值 ≥90%　实际完成值 99%　得分 15")


def open_ledger_in(user: User) -> LedgerSession:
    ledger = user.window.document.ledger
    assert ledger is not None
    return ledger


def tip(user: User) -> str:
    """The tooltip of the second indicator's actual value."""
    return str(user.find(QTableView, "indicatorTable").model().index(1, ACTUAL).data(Qt.ItemDataRole.ToolTipRole))


def test_what_happens_to_last_year_s_form_meanwhile_is_seen(user: User, qtbot: QtBot) -> None:
    user.press(Key.Key_F7)
    user.go_to("indicatorsTab", 1, ACTUAL)
    line(user, qtbot, "上年（2023 年度）：年度指标值 ≥90%　实际完成值 92%　得分 15")
    ledger = open_ledger_in(user)
    ledger.change_forms({2: with_row(complete_form(), 1, actual="97%")}, label="")
    assert "上年（2023 年度）：97%" in tip(user)
    user.press(Key.Key_Left)
    line(user, qtbot, "上年（2023 年度）：年度指标值 ≥90%　实际完成值 97%　得分 15")
    ledger.delete_forms([2], label="")
    assert "上年" not in tip(user)
    user.press(Key.Key_Right)
    line(user, qtbot, "台账里没有同一项目上年（2023 年度）的表。")
    user.press(Key.Key_Z, with_=CONTROL)
    assert open_ledger_in(user).session.state is not None
    user.window.document.show_form(1)
    assert "上年（2023 年度）：97%" in tip(user)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("year", "2025", "台账里没有同一项目上年（2024 年度）的表。"),
        ("unit", "另一单位", "台账里没有同一项目上年（2023 年度）的表。"),
        ("projectName", "另一项目", "台账里没有同一项目上年（2023 年度）的表。"),
    ],
)
def test_another_project_unit_or_year_has_another_last_year(
    user: User, qtbot: QtBot, name: str, text: str, said: str
) -> None:
    user.press(Key.Key_F7)
    user.go_to("indicatorsTab", 1, ACTUAL)
    assert "上年（2023 年度）：92%" in tip(user)
    user.find(QLineEdit, name).setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    user.write(text)
    user.go_to("indicatorsTab", 1, ACTUAL)
    line(user, qtbot, said)
    assert "上年" not in tip(user)


def test_another_ledger_has_another_last_year(user: User, tmp_path: Path) -> None:
    assert "上年（2023 年度）：92%" in tip(user)
    now = with_row(complete_form(year=2024), 0, level3="新来的指标")
    other = ledger_of(tmp_path / "别的.selfeval", now, with_row(complete_form(), 1, actual="91%"))
    user.window.document.open_ledger(other)
    user.window.document.show_form(1)
    assert "上年（2023 年度）：91%" in tip(user)
