"""Rows and columns that are not shown: nothing is changed in them, and whoever is led there sees them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QTableView

from selfeval_desktop.domain.form.form import Form
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import CONTROL, SHIFT, Key, User

LEVEL3, TARGET, ACTUAL, WEIGHT, SCORE, REASON = range(2, 8)


@pytest.fixture
def user(sit: Sit, tmp_path: Path) -> User:
    """At a form of five rows, of which only the first and the last have a problem."""
    form = with_row(with_row(complete_form(), 0, actual=""), 4, actual="")
    user = sit(ledger_of(tmp_path / "台账.selfeval", form))
    user.turn_to("indicatorsTab")
    return user


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def only_problems(user: User) -> None:
    user.press(Key.Key_F8, with_=CONTROL)
    assert shown(user) == [0, 4]


def shown(user: User) -> list[int]:
    table = user.find(QTableView, "indicatorTable")
    return [row for row in range(table.model().rowCount()) if not table.isRowHidden(row)]


def choose_both(user: User, column: int) -> None:
    """Select that column of the two rows in view."""
    user.press(Key.Key_Home, with_=CONTROL)
    user.press(*[Key.Key_Right] * column)
    user.press(Key.Key_Down, with_=SHIFT)
    assert user.place()[1] == 4


def test_the_cursor_leaves_a_row_that_is_hidden(user: User) -> None:
    before = form_of(user).indicators
    user.go_to("indicatorsTab", 2, ACTUAL)
    only_problems(user)
    assert user.place() == ("indicatorsTab", 4, ACTUAL)
    user.write("99%")
    assert form_of(user).indicators[1:4] == before[1:4]


def test_rows_that_are_not_shown_are_not_deleted_with_those_around_them(user: User) -> None:
    before = form_of(user).indicators
    only_problems(user)
    choose_both(user, LEVEL3)
    user.press(Key.Key_Minus, with_=CONTROL)
    assert form_of(user).indicators == before[1:4]


def test_cells_that_are_not_shown_are_neither_cleared_nor_filled(user: User) -> None:
    before = form_of(user).indicators
    only_problems(user)
    choose_both(user, TARGET)
    user.press(Key.Key_D, with_=CONTROL)
    assert form_of(user).indicators[4].target == before[0].target
    user.press(Key.Key_Delete)
    assert [row.target for row in form_of(user).indicators] == ["", *(row.target for row in before[1:4]), ""]


def test_what_is_copied_is_what_is_shown(user: User) -> None:
    only_problems(user)
    choose_both(user, LEVEL3)
    user.press(Key.Key_C, with_=CONTROL)
    names = [form_of(user).indicators[row].level3 for row in (0, 4)]
    assert QGuiApplication.clipboard().text().splitlines() == names


def test_no_block_covers_rows_that_are_not_shown(user: User) -> None:
    before = form_of(user)
    only_problems(user)
    data = QMimeData()
    data.setText("甲\n乙\n")
    QGuiApplication.clipboard().setMimeData(data)
    choose_both(user, LEVEL3)
    user.press(Key.Key_V, with_=CONTROL)
    assert form_of(user) == before
    assert "没有显示" in user.find(QLabel, "messageText").text()


def test_a_step_taken_back_in_a_hidden_row_brings_it_into_view(user: User) -> None:
    user.go_to("indicatorsTab", 2, TARGET)
    user.write("≥90%")
    only_problems(user)
    user.press(Key.Key_Z, with_=CONTROL)
    assert shown(user) == [0, 2, 4]
    assert user.place() == ("indicatorsTab", 2, TARGET)


def test_without_a_row_in_view_there_is_no_cursor(user: User) -> None:
    for row in (0, 4):
        user.go_to("indicatorsTab", row, ACTUAL)
        user.write("100%")
    user.press(Key.Key_F8, with_=CONTROL)
    assert shown(user) == []
    assert user.place()[1:] == (-1, -1)
    user.press(Key.Key_F8, with_=CONTROL)
    assert user.place() == ("indicatorsTab", 4, WEIGHT)


def hide(user: User, head: str) -> None:
    """Take that column away by the menu."""
    menu = user.find(QMenu, "columnsMenu")
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == head).trigger()


def test_a_hidden_column_keeps_its_cells_and_is_shown_to_whoever_is_led_there(user: User) -> None:
    table = user.find(QTableView, "indicatorTable")
    user.go_to("indicatorsTab", 1, SCORE)
    user.write("99")
    hide(user, "得分")
    assert table.isColumnHidden(SCORE)
    user.go_to("indicatorsTab", 1, WEIGHT)
    user.press(Key.Key_Right, with_=SHIFT)
    user.press(Key.Key_Delete)
    assert form_of(user).indicators[1].weight is None
    assert form_of(user).indicators[1].score == 99
    user.press(Key.Key_Z, with_=CONTROL)
    assert table.isColumnHidden(SCORE)
    user.press(Key.Key_Z, with_=CONTROL)
    assert not table.isColumnHidden(SCORE)
    assert user.place() == ("indicatorsTab", 1, SCORE)
