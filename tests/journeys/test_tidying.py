"""A text pasted from a web page is put in order, seen before it is taken."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QTextEdit, QToolButton

from selfeval_desktop.domain.form.form import Goals
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import CONTROL, Key, User

PASTED = "举办 宣讲 12 场，\n覆盖各街镇。。\n二、编印材料"
TIDY = "举办宣讲 12 场，覆盖各街镇。\n二、编印材料"


@pytest.fixture
def user(sit: Sit, tmp_path: Path) -> User:
    form = complete_form(goals=Goals(PASTED, "已完成。"))
    return sit(ledger_of(tmp_path / "台账.selfeval", with_row(form, 0, level3="登记单 印刷率")))


def test_every_change_is_seen_and_taken_in_one_step(user: User) -> None:
    shown: list[str] = []

    def look(dialog: QDialog) -> None:
        for name in ("tidyBefore", "tidyAfter"):
            box = dialog.findChild(QTextEdit, name)
            assert box is not None
            shown.append(box.toPlainText())
        user.press(Key.Key_Return)

    user.turn_to("goalsTab")
    user.in_dialog("tidyDialog", look)
    user.press(Key.Key_T, with_=CONTROL)
    assert shown == ["举办␣宣讲 12 场，↵覆盖各街镇。。\n二、编印材料", TIDY]
    assert user.goal("goalExpected") == TIDY
    user.press(Key.Key_Z, with_=CONTROL)
    assert user.goal("goalExpected") == PASTED


def test_nothing_changes_without_consent(user: User) -> None:
    user.turn_to("goalsTab")
    user.in_dialog("tidyDialog", lambda _: user.press(Key.Key_Escape))
    user.find(QToolButton, "goalExpectedTidy").click()
    assert user.goal("goalExpected") == PASTED


def test_a_cell_of_the_table_can_be_tidied(user: User) -> None:
    user.go_to("indicatorsTab", 0, 2)
    user.in_dialog("tidyDialog", lambda _: user.press(Key.Key_Return))
    user.press(Key.Key_T, with_=CONTROL)
    assert user.cell("indicatorTable", 0, 2) == "登记单印刷率"
    assert user.place() == ("indicatorsTab", 0, 2)


def test_what_is_in_order_or_no_text_is_said(user: User) -> None:
    user.turn_to("goalsTab")
    user.find(QToolButton, "goalActualTidy").click()
    assert "没有要整理的" in user.find(QLabel, "messageText").text()
    user.go_to("fundsTab", 1, 0)
    user.press(Key.Key_T, with_=CONTROL)
    assert user.find(QLabel, "messageText").text().startswith("请先把光标放到一段文字里")
