"""Weights of 98 become 100 in two actions."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QTreeWidget

from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import CONTROL, Key, User


@pytest.fixture
def user(sit: Sit, tmp_path: Path) -> User:
    """At a form whose first class has 48 points of 50."""
    return sit(ledger_of(tmp_path / "台账.selfeval", with_row(complete_form(), 0, weight=Decimal(18))))


def weights(user: User) -> list[str]:
    return [user.cell("indicatorTable", row, 5) for row in range(5)]


def test_two_keys_make_the_weights_add_up_and_one_takes_it_back(user: User) -> None:
    user.in_dialog("balanceDialog", lambda _: user.press(Key.Key_Return))
    user.press(Key.Key_B, with_=CONTROL)
    assert weights(user) == ["19", "16", "15", "30", "10"]
    user.press(Key.Key_Z, with_=CONTROL)
    assert weights(user) == ["18", "15", "15", "30", "10"]


def test_the_dialog_shows_what_is_missing_where_and_what_would_change(user: User) -> None:
    shown: list[list[str]] = []

    def look(dialog: QDialog) -> None:
        rows = dialog.findChild(QTreeWidget, "balanceRows")
        assert rows is not None
        model = rows.model()
        first = model.index(0, 0)
        lines = [(row, QModelIndex()) for row in range(model.rowCount())] + [(0, first)]
        shown.extend([str(model.index(row, column, above).data()) for column in range(3)] for row, above in lines)
        user.press(Key.Key_Escape)

    user.in_dialog("balanceDialog", look)
    user.trigger("actionBalance")
    assert shown == [
        ["产出指标，应为 50", "48", "50"],
        ["效益指标，应为 30", "30", "30"],
        ["满意度指标，应为 10", "10", "10"],
        ["登记单印刷率", "18", "19"],
    ]
    assert weights(user)[0] == "18"


def test_what_cannot_be_balanced_is_told_and_the_whole_can(user: User) -> None:
    user.go_to("indicatorsTab", 4, 5)
    user.trigger("actionDeleteRow")
    told: list[str] = []

    def choose(dialog: QDialog) -> None:
        note, scope = dialog.findChild(QLabel, "balanceNote"), dialog.findChild(QComboBox, "balanceScope")
        assert note is not None
        assert scope is not None
        told.append(note.text())
        scope.setCurrentIndex(1)
        told.append(note.text())
        user.press(Key.Key_Return)

    user.in_dialog("balanceDialog", choose)
    user.press(Key.Key_B, with_=CONTROL)
    assert told[0].startswith("满意度指标配不平")
    assert told[1] == "加粗的是要改的分值，改后可以撤销。"
    assert sum(map(Decimal, weights(user)[:4])) == 90


def test_what_adds_up_needs_nothing(user: User) -> None:
    user.in_dialog("balanceDialog", lambda _: user.press(Key.Key_Return))
    user.press(Key.Key_B, with_=CONTROL)
    enabled: list[bool] = []

    def look(dialog: QDialog) -> None:
        do = dialog.findChild(QPushButton, "balanceDo")
        assert do is not None
        enabled.append(do.isEnabled())

    user.in_dialog("balanceDialog", look)
    user.trigger("actionBalance")
    assert enabled == [False]
