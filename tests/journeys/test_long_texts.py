"""A long text is written large; nothing is lost by closing it, and how it prints is told in a pause."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.form import Goals
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import ALT, CONTROL, Key, User

LEVEL1, NAME, WEIGHT, DEVIATION = 0, 2, 5, 7
SENTENCE = "按计划开展宣传活动，印发手册三千册，覆盖全部街镇；"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    form = complete_form(goals=Goals("印制登记单。", "已完成。"))
    return ledger_of(tmp_path / "台账.selfeval", with_row(form, 0, deviation="天气"))


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def box(dialog: QWidget) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, "longText")
    assert found is not None
    return found


def facts(dialog: QWidget) -> str:
    found = dialog.findChild(QLabel, "longTextFacts")
    assert found is not None
    return found.toolTip()


def enlarge(user: User, work: Callable[[QDialog], None]) -> None:
    """Open the large box by its key and have `work` done there."""

    def begin(dialog: QDialog) -> None:
        # No window manager hands the keyboard over to a dialog.
        dialog.activateWindow()
        QTest.qWait(0)
        assert QApplication.focusWidget() is box(dialog)
        work(dialog)

    user.in_dialog("longTextDialog", begin)
    user.press(Key.Key_F4)


def expand(user: User, *keys: Key, text: str = "") -> list[str]:
    """Type into the large box, press keys and leave; what the box held to begin with, and in the end."""
    seen = []

    def write(dialog: QDialog) -> None:
        seen.append(box(dialog).toPlainText())
        user.type(text)
        user.press(*keys)
        seen.append(box(dialog).toPlainText())
        user.press(Key.Key_Escape)
        assert not dialog.isVisible()

    enlarge(user, write)
    return seen


def test_what_is_typed_stays_after_escape_and_one_undo_takes_it_back(user: User) -> None:
    user.go_to("indicatorsTab", 0, DEVIATION)
    assert expand(user, text="多雨，户外活动改期") == ["天气", "天气多雨，户外活动改期"]
    assert user.cell("indicatorTable", 0, DEVIATION) == "天气多雨，户外活动改期"
    assert user.place() == ("indicatorsTab", 0, DEVIATION)
    user.press(Key.Key_Z, with_=CONTROL)
    assert user.cell("indicatorTable", 0, DEVIATION) == "天气"


def test_what_is_typed_is_stored_while_the_box_is_open(user: User, ledger: Path, qtbot: QtBot) -> None:
    def write(dialog: QDialog) -> None:
        user.type("多雨")
        qtbot.waitUntil(lambda: stored(ledger)[0].indicators[0].deviation == "天气多雨")
        assert dialog.isVisible()

    user.go_to("indicatorsTab", 0, DEVIATION)
    enlarge(user, write)


def test_an_open_cell_editor_is_taken_in_first_and_escape_brings_nothing_old_back(user: User) -> None:
    user.go_to("indicatorsTab", 0, DEVIATION)
    user.press(Key.Key_F2)
    user.type("多雨")

    def write(dialog: QDialog) -> None:
        assert user.editor() is None
        assert box(dialog).toPlainText() == "天气多雨"
        user.type("改期")

    enlarge(user, write)
    user.press(Key.Key_Escape)
    assert user.cell("indicatorTable", 0, DEVIATION) == "天气多雨改期"


def test_undo_in_the_box_goes_back_to_how_it_was_opened_and_no_further(user: User) -> None:
    user.turn_to("goalsTab")
    user.type("前言。甲")
    user.press(Key.Key_Z, with_=CONTROL)
    texts = []

    def write(dialog: QDialog) -> None:
        def step(key: Key) -> None:
            user.press(key, with_=CONTROL)
            texts.append(box(dialog).toPlainText())

        step(Key.Key_Y)
        user.type("一；二")
        for key in (Key.Key_Z, Key.Key_Z, Key.Key_Z, Key.Key_Y, Key.Key_Y, Key.Key_Y):
            step(key)

    enlarge(user, write)
    old = "前言。印制登记单。"
    assert texts == [old, f"{old}一；", old, old, f"{old}一；", f"{old}一；二", f"{old}一；二"]
    assert user.goal("goalExpected") == f"{old}一；二"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, CONTROL),
        (Key.Key_Enter, CONTROL),
    ],
)
def test_its_own_key_and_ctrl_enter_close_it(user: User, key: Key, modifier: Qt.KeyboardModifier) -> None:
    closed = []

    def write(dialog: QDialog) -> None:
        user.press(Key.Key_Return)
        user.press(key, with_=modifier)
        closed.append(not dialog.isVisible())

    user.turn_to("goalsTab")
    enlarge(user, write)
    assert closed == [True]
    assert user.goal("goalExpected") == "印制登记单。\n"


def test_how_it_prints_is_told_after_a_pause_in_box_and_page(user: User, qtbot: QtBot) -> None:
    user.turn_to("goalsTab")
    shown = user.find(QLabel, "goalExpectedFacts")
    qtbot.waitUntil(lambda: shown.toolTip() == "6 字 · 打印 1 行")

    def write(dialog: QDialog) -> None:
        box(dialog).insertPlainText(SENTENCE * 38)
        assert facts(dialog) == "956 字 · 打印 1 行"
        qtbot.waitUntil(lambda: "字号" in facts(dialog))

    user.in_dialog("longTextDialog", write)
    user.find(QToolButton, "goalExpectedExpand").click()
    assert shown.toolTip().startswith("956 字 · 打印 3")
    box_on_page = user.find(QPlainTextEdit, "goalExpected")
    box_on_page.insertPlainText(SENTENCE * 80)
    qtbot.waitUntil(lambda: "跨第 1–2 页" in shown.toolTip())
    assert "全表 2 页" in shown.toolTip()
    assert "全表 2 页" in user.find(QLabel, "goalActualFacts").toolTip()


def test_what_is_found_in_the_text_stands_below_it(user: User) -> None:
    def look(dialog: QDialog) -> None:
        user.press(Key.Key_A, with_=CONTROL)
        user.press(Key.Key_Delete)
        told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        assert any("没有填写" in text for text in told)
        user.type("完成")
        told = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
        assert not any("没有填写" in text for text in told)

    user.turn_to("goalsTab")
    enlarge(user, look)
    assert user.goal("goalExpected") == "完成"


def test_the_text_is_put_in_order_within_the_box(user: User) -> None:
    def write(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, "longTextTidy")
        assert button is not None
        assert not button.isEnabled()
        user.type("共 12  场。。")
        assert button.isEnabled()
        user.in_dialog("tidyDialog", lambda _: user.press(Key.Key_Return))
        user.press(Key.Key_T, with_=CONTROL)
        assert box(dialog).toPlainText() == "印制登记单。共 12 场。"
        assert not button.isEnabled()
        user.press(Key.Key_Z, with_=CONTROL)
        assert box(dialog).toPlainText().endswith("。。")

    user.turn_to("goalsTab")
    enlarge(user, write)


def test_a_merged_name_stays_merged(user: User) -> None:
    before = user.spans(LEVEL1)
    user.go_to("indicatorsTab", 0, LEVEL1)
    expand(user, text="（甲类）")
    assert user.cell("indicatorTable", 0, LEVEL1) == "产出指标（甲类）"
    assert user.spans(LEVEL1) == before
    user.press(Key.Key_Z, with_=CONTROL)
    assert user.spans(LEVEL1) == before


def test_tidying_a_merged_name_keeps_it_merged(sit: Sit, tmp_path: Path) -> None:
    form = complete_form()
    for row in range(3):
        form = with_row(form, row, level1="产出  指标")
    user = sit(ledger_of(tmp_path / "台账.selfeval", form))
    before = user.spans(LEVEL1)
    user.go_to("indicatorsTab", 0, LEVEL1)
    user.in_dialog("tidyDialog", lambda _: user.press(Key.Key_Return))
    user.press(Key.Key_T, with_=CONTROL)
    assert user.cell("indicatorTable", 0, LEVEL1) == "产出指标"
    assert user.spans(LEVEL1) == before


def test_the_project_name_can_be_written_large(user: User) -> None:
    user.find(QWidget, "projectName").setFocus()
    assert expand(user, text="（二期）") == ["宣传与推广", "宣传与推广（二期）"]
    assert user.box("projectName") == "宣传与推广（二期）"


@pytest.mark.parametrize(("tab", "column", "told"), [("indicatorsTab", WEIGHT, "分值"), ("fundsTab", 1, "数")])
def test_a_number_says_that_there_is_no_text(user: User, tab: str, column: int, told: str) -> None:
    user.go_to(tab, 1, column)
    user.press(Key.Key_F4)
    assert QApplication.activeModalWidget() is None
    message = user.label("messageText")
    assert told in message
    assert "不是文字" in message


def test_nothing_to_expand_is_said_and_a_list_opens(user: User) -> None:
    user.turn_to("previewTab")
    user.press(Key.Key_F4)
    assert user.label("messageText").startswith("请先把光标放到要展开的文字里")
    template = user.find(QComboBox, "template")
    template.setFocus()
    user.press(Key.Key_F4)
    assert template.view().isVisible()
    template.hidePopup()


def test_everything_has_a_name_and_the_keyboard_reaches_it(user: User) -> None:
    reached = []

    def look(dialog: QDialog) -> None:
        assert dialog.accessibleName() == "展开编辑"
        assert box(dialog).accessibleName() == "偏差原因分析及改进措施"
        user.type("  多雨")
        for _ in range(3):
            focused = QApplication.focusWidget()
            assert focused is not None
            reached.append((focused.objectName(), focused.accessibleName()))
            user.press(Key.Key_Tab)
        user.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
        assert not dialog.isVisible()

    user.go_to("indicatorsTab", 0, DEVIATION)
    enlarge(user, look)
    assert reached == [
        ("longText", "偏差原因分析及改进措施"),
        ("longTextTidy", "整理"),
        ("longTextClose", "完成"),
    ]


def test_the_table_offers_it_in_its_menu(user: User) -> None:
    names = [action.objectName() for action in user.find(QTableView, "indicatorTable").actions()]
    assert "actionLongText" in names
    assert user.find(QAction, "actionLongText").shortcut().toString() == "F4"


def test_rows_can_still_be_moved_after_the_box_was_used(user: User) -> None:
    """The box has let go of the form: nothing of it is told of later changes."""
    user.go_to("indicatorsTab", 1, NAME)
    expand(user, text="（新）")
    user.press(Key.Key_Up, with_=ALT)
    assert user.cell("indicatorTable", 0, NAME) == "宣传材料合格率（新）"


def test_the_cursor_stays_in_view_when_the_row_above_it_grows(user: User, qtbot: QtBot) -> None:
    table = user.find(QTableView, "indicatorTable")
    user.go_to("indicatorsTab", 1, 7)
    user.type("项目推迟，原因如下。" * 40)
    user.press(Key.Key_Return)
    assert user.place() == ("indicatorsTab", 2, 7)
    assert table.rowHeight(1) > 300
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(table.currentIndex())))
