"""Rows of indicators come, go and move by keyboard; the merged cells of their levels are right at each step."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import Sit, stored
from tests.journeys.user import ALT, CONTROL, SHIFT, Key, User

LEVEL1, LEVEL2, NAME = 0, 1, 2
FIRST = "来访来电登记单印刷率"


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    """At form 3: 产出指标 5 rows (3 + 1 + 1), 效益指标 4 (1 + 1 + 2), 满意度指标 3."""
    user = sit(examples)
    user.click("formList", 2)
    user.turn_to("indicatorsTab")
    return user


def merged(user: User) -> tuple[list[int], list[int]]:
    """The spans of both level columns."""
    return user.spans(LEVEL1), user.spans(LEVEL2)


BEGINNING = ([5, 4, 3], [3, 1, 1, 1, 1, 2, 3])


def test_levels_are_merged_to_begin_with(user: User) -> None:
    assert merged(user) == BEGINNING


def test_a_row_is_put_below_and_joins_its_group_once_it_is_filled_in(user: User) -> None:
    user.go_to("indicatorsTab", 1, NAME)
    user.press(Key.Key_Insert, with_=CONTROL)
    assert user.place() == ("indicatorsTab", 2, NAME)
    assert [user.cell("indicatorTable", 2, column) for column in (LEVEL1, LEVEL2, NAME)] == [
        "产出指标",
        "数量指标",
        "",
    ]
    user.type("新指标")
    user.press(Key.Key_Tab)
    assert merged(user) == ([6, 4, 3], [4, 1, 1, 1, 1, 2, 3])
    user.press(*[Key.Key_Z] * 2, with_=CONTROL)
    assert merged(user) == BEGINNING


def test_rows_are_deleted_by_key_and_come_back(user: User, qtbot: QtBot, examples: Path) -> None:
    before = stored(examples)[2]
    user.go_to("indicatorsTab", 0, NAME)
    user.press(Key.Key_Down, with_=SHIFT)
    user.press(Key.Key_Delete, with_=CONTROL)
    assert merged(user) == ([3, 4, 3], [1, 1, 1, 1, 1, 2, 3])
    assert user.column("indicatorTable", NAME)[0] == "信访宣传工作计划完成率"
    user.press(Key.Key_Delete, with_=CONTROL)
    assert merged(user) == ([2, 4, 3], [1, 1, 1, 1, 2, 3])
    user.press(Key.Key_Z, Key.Key_Z, with_=CONTROL)
    assert merged(user) == BEGINNING
    qtbot.waitUntil(lambda: stored(examples)[2] == before)


def test_deleting_a_merged_level_deletes_its_whole_group(user: User) -> None:
    user.go_to("indicatorsTab", 0, LEVEL2)
    user.press(Key.Key_Delete, with_=CONTROL)
    assert merged(user) == ([2, 4, 3], [1, 1, 1, 1, 2, 3])


def test_moving_a_row_down_splits_and_joins_groups(user: User) -> None:
    user.go_to("indicatorsTab", 2, NAME)
    user.press(Key.Key_Down, with_=ALT)
    assert merged(user) == ([5, 4, 3], [2, 1, 1, 1, 1, 1, 2, 3])
    assert user.place() == ("indicatorsTab", 3, NAME)
    user.press(Key.Key_Down, Key.Key_Down, with_=ALT)
    assert merged(user) == ([4, 1, 1, 3, 3], [2, 1, 1, 1, 1, 1, 2, 3])
    user.press(*[Key.Key_Up] * 3, with_=ALT)
    assert merged(user) == BEGINNING


def test_the_first_row_moves_no_further_up(user: User) -> None:
    user.go_to("indicatorsTab", 0, NAME)
    user.press(Key.Key_Up, with_=ALT)
    assert user.column("indicatorTable", NAME)[0] == FIRST
    assert merged(user) == BEGINNING


def test_renaming_a_merged_level_renames_all_its_rows(user: User, qtbot: QtBot, examples: Path) -> None:
    user.go_to("indicatorsTab", 0, LEVEL2)
    user.type("质量指标")
    user.press(Key.Key_Return)
    assert merged(user) == ([5, 4, 3], [4, 1, 1, 1, 2, 3])
    qtbot.waitUntil(
        lambda: [row.level2 for row in stored(examples)[2].indicators[:4]] == ["质量指标"] * 4,
    )


def test_row_keys_work_in_the_table_of_indicators_alone(user: User) -> None:
    """On a list of the form's head Alt with an arrow opens it, in a text Ctrl+Del takes a word away."""
    before = user.column("indicatorTable", NAME)
    user.turn_to("fundsTab")
    user.press(Key.Key_Down, with_=ALT)
    user.press(Key.Key_Delete, with_=CONTROL)
    user.press(Key.Key_Insert, with_=CONTROL)
    assert user.column("indicatorTable", NAME) == before
    assert user.find(QTableView, "fundsTable").isVisible()


def test_undoing_many_steps_leaves_one_cell_selected(user: User) -> None:
    user.go_to("fundsTab", 1, 1)
    for figure in "123":
        user.type(figure)
        user.press(Key.Key_Return)
    table = user.find(QTableView, "fundsTable")
    user.press(Key.Key_Z, Key.Key_Z, Key.Key_Z, with_=CONTROL)
    assert table.selectionModel().selectedIndexes() == [table.currentIndex()]
    user.press(Key.Key_Y, Key.Key_Y, Key.Key_Y, with_=CONTROL)
    assert table.selectionModel().selectedIndexes() == [table.currentIndex()]
    assert user.place() == ("fundsTab", 3, 1)


def test_rows_that_nobody_filled_in_go_in_one_step_and_come_back(user: User) -> None:
    names = user.column("indicatorTable", NAME)
    for row in (1, 6):
        user.go_to("indicatorsTab", row, NAME)
        user.press(Key.Key_Insert, with_=CONTROL)
    user.type("指标2：")
    user.press(Key.Key_Tab)
    assert len(user.column("indicatorTable", NAME)) == len(names) + 2
    user.trigger("actionDeleteBlankRows")
    assert user.column("indicatorTable", NAME) == names
    user.press(Key.Key_Z, with_=CONTROL)
    assert len(user.column("indicatorTable", NAME)) == len(names) + 2
