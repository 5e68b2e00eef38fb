"""The actions and where they stand."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from selfeval_desktop import paths
from selfeval_desktop.ui.frame import menu_table
from selfeval_desktop.ui.frame.actions import Actions
from selfeval_desktop.ui.frame.ledger_page import LedgerPage
from selfeval_desktop.ui.kit.commands import does, marked_methods
from tests.ui.windows import Screen


@pytest.mark.parametrize("elsewhere", [menu_table.ZOOMS, (*menu_table.ROW_ACTIONS, *menu_table.ROW_KEYS)])
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


def test_every_action_is_done_by_one_method_and_every_mark_names_an_action(screen: Screen) -> None:
    page = screen.window.findChildren(LedgerPage)[0]
    marked = [name for group in (screen.window, page, *page.command_groups) for name in marked_methods(group)]
    assert sorted(marked) == sorted(row.name for row in menu_table.ROWS)


def test_what_changes_forms_is_out_of_reach_while_the_ledger_is_only_read(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.enable_by_need({"", "ledger", "form", "row", "step"})
    before = {action.objectName() for action in actions.all_actions() if action.isEnabled()}
    actions.set_read_only(True)
    barred = {name for name in before if not actions[name].isEnabled()}
    assert barred == {
        *("actionSave", "actionUndo", "actionRedo", "actionImport", "actionPasteForm", "actionFinanceList"),
        *("actionInsertRow", "actionDuplicateRow", "actionDeleteRow", "actionDeleteBlankRows"),
        *("actionMoveUp", "actionMoveDown"),
        *("actionCut", "actionPaste", "actionClear"),
        *("actionPasteRows", "actionFillDown", "actionBalance", "actionTidy", "actionLibrary"),
        *("actionReasons", "actionNote", "actionConfirm", "actionConfirmAll"),
        *("actionNewForm", "actionDuplicateForm", "actionCarryOver", "actionDeleteForm", "actionUnits"),
        *("actionExplain", "actionAnswers", "actionRecycleBin"),
    }
    assert all("只读" in actions[name].toolTip() for name in barred)
    actions.enable_by_need({"", "ledger", "form", "row"})
    assert not any(actions[name].isEnabled() for name in barred)


class Recorded:
    """Notes which method was called, with what."""

    def __init__(self) -> None:
        self.calls: list[object] = []

    @does("actionNextForm", 1)
    @does("actionPreviousForm", -1)
    def step(self, way: int, further: object = "nothing") -> None:
        self.calls.append((way, further))

    @does("actionCheck")
    def check(self, further: object = "nothing") -> None:
        self.calls.append(further)

    @does("actionLastYear")
    def show(self, shown: bool) -> None:
        self.calls.append(shown)


def test_a_method_is_called_with_what_its_mark_says_and_only_a_checkable_one_hears_more(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions, recorded = Actions(window), Recorded()
    actions.connect_commands(recorded)
    actions.enable_by_need({"", "ledger", "form"})
    for name in ("actionNextForm", "actionPreviousForm", "actionCheck", "actionLastYear", "actionLastYear"):
        actions[name].trigger()
    assert recorded.calls == [(1, "nothing"), (-1, "nothing"), "nothing", True, False]


def test_every_icon_is_bundled(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.show_all_icons()
    assert [name for name in menu_table.TOOLBAR if name and actions[name].icon().isNull()] == []
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
