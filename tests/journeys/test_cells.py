"""Cells that take what is typed, right or wrong, and cells that the program fills."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.document.cells import CELL, Cell
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import ALT, CONTROL, Key, User

WEIGHT, SCORE, REASON = 5, 6, 7


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    return sit(examples)


def drawn(user: User, table: str, row: int, column: int) -> Cell:
    """What the delegate draws there."""
    model = user.find(QTableView, table).model()
    cell = model.data(model.index(row, column), CELL)
    assert isinstance(cell, Cell)
    return cell


def test_text_in_an_amount_stays_is_marked_and_leads_back(user: User, qtbot: QtBot, examples: Path) -> None:
    user.go_to("fundsTab", 2, 1)
    user.type("abc")
    user.press(Key.Key_Return)
    assert user.cell("fundsTable", 2, 1) == "abc"
    assert drawn(user, "fundsTable", 2, 1).marked_severity is Severity.ERROR
    assert user.place() == ("fundsTab", 3, 1)
    line = "错误 资金 · 上年结转资金 · 全年预算数 “abc”不是数字。请只填写数字，不带单位和其他文字。"
    assert user.problems()[0] == line
    user.turn_to("indicatorsTab")
    user.click("problemList", 0)
    assert user.place() == ("fundsTab", 2, 1)
    assert user.find(QTableView, "fundsTable").hasFocus()
    qtbot.waitUntil(lambda: stored(examples)[0].unread == {FieldRef.fund("carried_over", "annual"): "abc"})


def test_the_wrong_text_can_be_changed_where_it_stands(user: User) -> None:
    user.go_to("fundsTab", 2, 1)
    user.write("1o0")
    user.go_to("fundsTab", 2, 1)
    user.press(Key.Key_F2, Key.Key_Left, Key.Key_Backspace)
    user.type("0")
    user.press(Key.Key_Return)
    assert user.cell("fundsTable", 2, 1) == "100.00"
    assert not any("不是数字" in line for line in user.problems())


def test_wrong_text_survives_closing(sit: Sit, user: User, examples: Path) -> None:
    user.go_to("indicatorsTab", 1, WEIGHT)
    user.type("十五")
    user.close()
    again = sit(examples)
    assert again.cell("indicatorTable", 1, WEIGHT) == "十五"
    assert again.place() == ("indicatorsTab", 1, WEIGHT)


def test_a_grey_score_is_overridden_marked_and_cleared(user: User, examples: Path) -> None:
    grey = drawn(user, "indicatorTable", 0, SCORE)
    assert (grey.text, grey.grey) == ("15", True)
    user.go_to("indicatorsTab", 0, SCORE)
    user.type("12.5")
    user.press(Key.Key_Return)
    typed = drawn(user, "indicatorTable", 0, SCORE)
    assert (typed.text, typed.grey, typed.is_overridden) == ("12.5", False, True)
    assert user.label("statusScore") == "总分 97.50"
    assert any("得分 12.5 低于分值 15" in line for line in user.problems())
    user.go_to("indicatorsTab", 0, SCORE)
    user.press(Key.Key_Delete)
    assert drawn(user, "indicatorTable", 0, SCORE) == grey
    assert user.label("statusScore") == "总分 100.00"


def test_a_grey_total_is_overridden_and_cleared(user: User) -> None:
    user.go_to("fundsTab", 0, 1)
    user.type("300000")
    user.press(Key.Key_Return)
    assert drawn(user, "fundsTable", 0, 1).is_overridden
    assert user.label("statusRate") == "执行率 70.39%"
    assert any("各项之和为 211,166.72，差 88,833.28" in line for line in user.problems())
    user.go_to("fundsTab", 0, 1)
    user.press(Key.Key_Delete)
    assert drawn(user, "fundsTable", 0, 1).grey
    assert user.label("statusRate") == "执行率 100.00%"


def test_f8_goes_from_problem_to_problem(user: User) -> None:
    user.click("formList", 2)
    user.turn_to("goalsTab")
    user.press(Key.Key_F8)
    assert user.place() == ("fundsTab", 0, 1)
    user.press(Key.Key_F8)
    assert user.place() == ("indicatorsTab", 7, 2)


def test_escape_gives_up_what_was_typed(user: User) -> None:
    before = user.cell("fundsTable", 1, 2)
    user.go_to("fundsTab", 1, 2)
    user.type("999")
    user.press(Key.Key_Escape)
    assert user.editor() is None
    assert user.cell("fundsTable", 1, 2) == before


def test_undo_while_typing_takes_the_typing_back(user: User) -> None:
    before = user.cell("fundsTable", 1, 2)
    user.go_to("fundsTab", 1, 2)
    user.write("1", "2")
    assert user.column("fundsTable", 2)[1] == "1.00"
    user.press(Key.Key_Z, Key.Key_Z, with_=CONTROL)
    assert user.cell("fundsTable", 1, 2) == before


def test_a_reason_of_two_lines_is_kept_with_its_break(user: User, qtbot: QtBot, examples: Path) -> None:
    user.go_to("indicatorsTab", 2, REASON)
    user.type("一是（客观）原因；")
    user.press(Key.Key_Return, with_=Qt.KeyboardModifier.AltModifier)
    user.type("二是改进。")
    user.press(Key.Key_Return)
    wanted = "一是（客观）原因；\n二是改进。"
    qtbot.waitUntil(lambda: stored(examples)[0].indicators[2].deviation == wanted)


@pytest.mark.parametrize("column", [1, 2, REASON])
def test_text_composed_in_an_input_method_replaces_a_cells_text(
    user: User, qtbot: QtBot, examples: Path, column: int
) -> None:
    user.go_to("indicatorsTab", 3, column)
    user.compose("zhi", "")
    user.compose("zhiliang", "")
    user.compose("", "质量")
    user.compose("", "好")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 3, column) == "质量好"


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return, Key.Key_Escape, Key.Key_Right, Key.Key_Delete])
@pytest.mark.parametrize("column", [1, 2, WEIGHT])
def test_no_key_ends_the_first_word_composed_for_a_cell(user: User, key: Key, column: int) -> None:
    user.go_to("indicatorsTab", 1, column)
    user.compose("zhi", "")
    user.press(key)
    assert user.editor() is not None
    user.compose("", "质量")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 1, column) == "质量"
    assert user.place()[2] == column


def test_enter_while_composing_belongs_to_the_input_method(user: User) -> None:
    user.go_to("indicatorsTab", 3, REASON)
    user.compose("", "因")
    user.compose("tian", "")
    user.press(Key.Key_Return)
    assert user.editor() is not None
    user.compose("", "天气")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 3, REASON) == "因天气"


@pytest.mark.parametrize(
    ("key", "end"),
    [
        (Key.Key_Right, (2, WEIGHT + 1)),
        (Key.Key_Left, (2, WEIGHT - 1)),
        (Key.Key_Up, (1, WEIGHT)),
        (Key.Key_Down, (3, WEIGHT)),
    ],
)
def test_an_arrow_takes_in_what_was_typed_anew(user: User, key: Key, end: tuple[int, int]) -> None:
    user.go_to("indicatorsTab", 2, WEIGHT)
    user.type("12")
    user.press(key)
    assert user.cell("indicatorTable", 2, WEIGHT) == "12"
    assert user.editor() is None
    assert user.place() == ("indicatorsTab", *end)


def test_an_arrow_takes_in_a_text_of_several_lines_and_a_level(user: User) -> None:
    user.go_to("indicatorsTab", 0, REASON)
    user.type("一")
    user.press(Key.Key_Return, with_=ALT)
    user.type("二")
    user.press(Key.Key_Up, Key.Key_Down)
    assert user.cell("indicatorTable", 0, REASON) == "一\n二"
    assert user.place() == ("indicatorsTab", 1, REASON)
    user.go_to("indicatorsTab", 0, 1)
    user.type("质量指标")
    user.press(Key.Key_Right)
    assert user.cell("indicatorTable", 0, 1) == "质量指标"
    assert user.place()[2] == 2


def test_arrows_move_in_a_text_that_is_gone_on_with_and_in_what_is_composed(user: User) -> None:
    user.go_to("indicatorsTab", 2, 2)
    before = user.cell("indicatorTable", 2, 2)
    user.press(Key.Key_F2, Key.Key_Left)
    user.type("x")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 2, 2) == f"{before[:-1]}x{before[-1]}"
    user.go_to("indicatorsTab", 2, 2)
    user.type("新")
    user.compose("ming", "")
    user.press(Key.Key_Right)
    assert user.editor() is not None
    user.compose("", "名")
    user.press(Key.Key_Right)
    assert user.cell("indicatorTable", 2, 2) == "新名"


def test_what_is_pasted_into_a_box_of_one_line_is_one_line(user: User) -> None:
    QGuiApplication.clipboard().setText("政策宣讲\r\n（2025）\t甲\r\n")
    user.find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_A, Key.Key_V, with_=CONTROL)
    user.type("乙")
    assert user.box("projectName") == "政策宣讲 （2025） 甲乙"
    state = user.window.document.form
    assert state is not None
    assert state.form.project_name == "政策宣讲 （2025） 甲乙"


def test_a_spreadsheets_line_end_is_no_part_of_a_cell_that_is_gone_on_with(user: User) -> None:
    QGuiApplication.clipboard().setText("名称\r\n")
    user.go_to("indicatorsTab", 0, 2)
    user.press(Key.Key_F2)
    user.press(Key.Key_A, Key.Key_V, with_=CONTROL)
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 0, 2) == "名称"
