"""The actions and where they stand."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from selfeval_desktop import paths
from selfeval_desktop.ui.frame import menus
from selfeval_desktop.ui.frame.actions import Actions


@pytest.mark.parametrize("elsewhere", [menus.ZOOMS, (*menus.ROW_ACTIONS, *menus.ROW_KEYS)])
def test_no_two_actions_share_a_key_but_on_different_pages(qtbot: QtBot, elsewhere: tuple[str, ...]) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    keys = Counter(
        key.toString()
        for action in Actions(window).all_actions()
        if action.objectName() not in elsewhere
        for key in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert keys["F5"] == 1


def test_every_action_stands_in_one_menu_and_every_menu_name_exists(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    assert sorted(menus.all_action_names()) == sorted(action.objectName() for action in actions.all_actions())


def test_every_icon_is_bundled(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.show_icons(menus.all_action_names())
    assert [name for name in menus.TOOLBAR if name and actions[name].icon().isNull()] == []
    assert (paths.icon_folder() / "undo.svg").is_file()


def test_without_a_ledger_the_reason_names_the_next_step(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    assert actions["actionOpenLedger"].isEnabled()
    assert not actions["actionNewForm"].isEnabled()
    assert "新建或打开一个台账" in actions["actionNewForm"].toolTip()
    actions.enable_by_need({"", "ledger"})
    assert actions["actionNewForm"].isEnabled()
    assert "Ctrl+N" in actions["actionNewForm"].toolTip()
    assert "选一张表" in actions["actionPrint"].statusTip()
