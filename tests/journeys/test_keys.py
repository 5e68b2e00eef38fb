"""What the key card promises of the tables, key by key."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTableView, QTabWidget, QWidget

from selfeval_desktop.ui.help.keys_dialog import IN_HELP, IN_TABLES
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import ALT, CONTROL, SHIFT, Key, User

LEVEL3, WEIGHT, SCORE, REASON, ACHIEVEMENT = 2, 5, 6, 7, 8
NONE = Qt.KeyboardModifier.NoModifier
LAST = 4
Cell = tuple[int, int]


@pytest.fixture
def user(sit: Sit, tmp_path: Path) -> User:
    form = with_row(complete_form(), 3, target="良好", actual="较好")
    return sit(ledger_of(tmp_path / "台账.selfeval", replace(form, project_name="宣传")))


def chosen(user: User) -> set[Cell]:
    table = user.find(QTableView, "indicatorTable")
    return {(index.row(), index.column()) for index in table.selectionModel().selectedIndexes()}


MOVES: list[tuple[str, Cell, Qt.Key, Qt.KeyboardModifier, Cell]] = [
    ("到下面一格", (1, WEIGHT), Key.Key_Return, NONE, (2, WEIGHT)),
    ("到下面一格", (LAST, WEIGHT), Key.Key_Return, NONE, (LAST, WEIGHT)),
    ("到上面一格", (1, WEIGHT), Key.Key_Return, SHIFT, (0, WEIGHT)),
    ("到上面一格", (0, WEIGHT), Key.Key_Return, SHIFT, (0, WEIGHT)),
    ("到后面要填的一格；指标填完最后一格，另起一行", (1, WEIGHT), Key.Key_Tab, NONE, (1, SCORE)),
    ("到后面要填的一格；指标填完最后一格，另起一行", (1, REASON), Key.Key_Tab, NONE, (2, 1)),
    ("到后面要填的一格；指标填完最后一格，另起一行", (LAST, REASON), Key.Key_Tab, NONE, (LAST + 1, LEVEL3)),
    ("到前面要填的一格", (1, SCORE), Key.Key_Backtab, SHIFT, (1, WEIGHT)),
    ("到前面要填的一格", (2, 1), Key.Key_Backtab, SHIFT, (1, REASON)),
    ("到相邻的格，到边为止", (1, WEIGHT), Key.Key_Right, NONE, (1, SCORE)),
    ("到相邻的格，到边为止", (1, WEIGHT), Key.Key_Up, NONE, (0, WEIGHT)),
    ("到相邻的格，到边为止", (LAST, WEIGHT), Key.Key_Down, NONE, (LAST, WEIGHT)),
    ("到相邻的格，到边为止", (0, WEIGHT), Key.Key_Up, NONE, (0, WEIGHT)),
    ("到相邻的格，到边为止", (1, ACHIEVEMENT), Key.Key_Right, NONE, (1, ACHIEVEMENT)),
    ("到相邻的格，到边为止", (LAST, 0), Key.Key_Left, NONE, (LAST, 0)),
    ("到第一格，到最后一格", (2, WEIGHT), Key.Key_Home, CONTROL, (0, 0)),
    ("到第一格，到最后一格", (2, WEIGHT), Key.Key_End, CONTROL, (LAST, ACHIEVEMENT)),
]


@pytest.mark.parametrize(("_claim", "start", "key", "held", "end"), MOVES)
def test_a_key_moves_the_cursor_as_the_card_says(
    user: User, _claim: str, start: Cell, key: Qt.Key, held: Qt.KeyboardModifier, end: Cell
) -> None:
    user.go_to("indicatorsTab", *start)
    user.press(key, with_=held)
    assert user.place() == ("indicatorsTab", *end)


def selects(user: User) -> None:
    user.press(Key.Key_Down, Key.Key_Right, with_=SHIFT)
    assert chosen(user) == {(1, WEIGHT), (2, WEIGHT), (1, SCORE), (2, SCORE)}


def leaves(user: User) -> None:
    table = user.find(QTableView, "indicatorTable")
    user.press(Key.Key_Tab, with_=CONTROL)
    assert not table.hasFocus()
    assert user.find(QTabWidget, "tabs").currentIndex() == 2


def changes(user: User) -> None:
    user.press(Key.Key_F2)
    user.type(".5")
    user.press(Key.Key_Return)
    user.press(Key.Key_Return, with_=SHIFT)
    assert user.cell("indicatorTable", 1, WEIGHT) == "15.5"
    user.type("9")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 1, WEIGHT) == "9"


def gives_up(user: User) -> None:
    user.type("9")
    user.press(Key.Key_Escape)
    assert user.cell("indicatorTable", 1, WEIGHT) == "15"


def clears(user: User) -> None:
    user.press(Key.Key_Delete)
    assert user.cell("indicatorTable", 1, WEIGHT) == ""
    user.press(Key.Key_Right)
    user.press(Key.Key_Delete)
    assert user.cell("indicatorTable", 2, SCORE) == "15"


def breaks_a_line(user: User) -> None:
    user.go_to("indicatorsTab", 1, REASON)
    user.type("1")
    user.press(Key.Key_Return, with_=ALT)
    user.type("2")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 1, REASON) == "1\n2"


def opens_a_list(user: User) -> None:
    user.go_to("indicatorsTab", 3, 4)
    user.press(Key.Key_F2)
    user.press(Key.Key_Down, with_=ALT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    popup.close()
    user.press(Key.Key_Escape)
    user.go_to("indicatorsTab", 3, 0)
    user.press(Key.Key_F2)
    editor = user.editor()
    assert isinstance(editor, QComboBox)
    user.press(Key.Key_Down, with_=ALT)
    assert editor.view().isVisible()
    editor.hidePopup()


def copies(user: User) -> None:
    user.press(Key.Key_C, with_=CONTROL)
    user.press(Key.Key_Down)
    user.press(Key.Key_V, with_=CONTROL)
    user.press(Key.Key_Down)
    user.press(Key.Key_X, with_=CONTROL)
    assert user.column("indicatorTable", WEIGHT)[1:4] == ["15", "15", ""]
    assert QApplication.clipboard().text().strip() == "30"


def turns_help(user: User) -> None:
    user.press(Key.Key_F1)
    user.press(Key.Key_PageDown, with_=ALT)
    assert user.find(QWidget, "helpPanel").isVisible()


def closes_help(user: User) -> None:
    user.press(Key.Key_F1, Key.Key_Escape)
    assert not user.find(QWidget, "helpPanel").isVisible()


DEEDS: dict[str, Callable[[User], None]] = {
    "选定一片": selects,
    "离开表格，到后面或前面的一项": leaves,
    "接着改这一格；直接打字则替换原来的内容": changes,
    "放弃这一格刚才的输入": gives_up,
    "清空选定的格；计算的格恢复计算值": clears,
    "在格里换行": breaks_a_line,
    "正在填的格：打开清单或备选的说法": opens_a_list,
    "复制、剪切、粘贴选定的格": copies,
    "填写说明翻页，光标留在格里": turns_help,
    "收起填写说明": closes_help,
}


@pytest.mark.parametrize("claim", DEEDS)
def test_a_key_does_what_the_card_says(user: User, claim: str) -> None:
    user.go_to("indicatorsTab", 1, WEIGHT)
    DEEDS[claim](user)


def test_every_claim_of_the_card_is_kept_here() -> None:
    assert {text for text, _ in (*IN_TABLES, *IN_HELP)} == {claim for claim, *_ in MOVES} | set(DEEDS)


@pytest.mark.parametrize(
    ("tab", "cell", "typed"),
    [
        ("fundsTab", (1, 1), ""),
        ("fundsTab", (1, 1), "77"),
        ("indicatorsTab", (1, WEIGHT), "9"),
        ("indicatorsTab", (1, REASON), "abc"),
        ("indicatorsTab", (3, 0), "x"),
    ],
)
def test_ctrl_tab_leaves_a_table_on_either_side_with_what_was_typed(
    user: User, tab: str, cell: Cell, typed: str
) -> None:
    name = "fundsTable" if tab == "fundsTab" else "indicatorTable"
    user.go_to(tab, *cell)
    wanted = {"": "150,000.00", "77": "77.00"}.get(typed, typed)
    user.type(typed)
    user.press(Key.Key_Tab, with_=CONTROL)
    after = QApplication.focusWidget()
    assert after is not None
    assert not user.find(QTableView, name).isAncestorOf(after)
    assert user.cell(name, *cell) == wanted
    user.go_to(tab, *cell)
    user.type(typed)
    user.press(Key.Key_Backtab, with_=CONTROL | SHIFT)
    before = QApplication.focusWidget()
    assert before is user.find(QComboBox, "template")
    assert after is not before
    assert user.cell(name, *cell) == wanted
    assert user.find(QTabWidget, "tabs").currentWidget().objectName() == tab


ACTION_KEYS = {
    "actionFieldHelp": "F1",
    "actionKeys": "Shift+F1",
    "actionFillDown": "Ctrl+D",
    "actionInsertRow": "Ctrl+Shift++",
    "actionDeleteRow": "Ctrl+-",
    "actionMoveUp": "Alt+Up",
    "actionMoveDown": "Alt+Down",
    "actionUndo": "Ctrl+Z",
    "actionRedo": "Ctrl+Y",
    "actionCheck": "F5",
    "actionNextProblem": "F8",
    "actionPreviousProblem": "Shift+F8",
    "actionTab1": "Ctrl+1",
    "actionTab2": "Ctrl+2",
    "actionTab3": "Ctrl+3",
    "actionTab4": "Ctrl+4",
    "actionFind": "Ctrl+F",
}


def test_the_keys_of_the_actions_are_as_people_know_them(user: User) -> None:
    found = {name: user.find(QAction, name).shortcut().toString() for name in ACTION_KEYS}
    assert found == ACTION_KEYS
