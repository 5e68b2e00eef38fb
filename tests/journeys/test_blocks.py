"""Blocks of cells go in from a spreadsheet and out again, by keyboard."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.intake.text import clipboard
from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import CONTROL, SHIFT, Key, User

HEAD = "<tr><th>一级指标</th><th>二级指标</th><th>三级指标</th><th>年度指标值</th><th>实际完成值</th><th>分值</th></tr>"
WEIGHT = 5


def html_of(count: int) -> str:
    """A spreadsheet's block of so many rows, its levels merged in groups of four."""
    rows = []
    for number in range(count):
        merged = "" if number % 4 else f"<td rowspan=4>产出指标</td><td rowspan=4>类别{number // 4}</td>"
        rows.append(f"<tr>{merged}<td>第{number}项</td><td>≥95%</td><td>96%</td><td>4</td></tr>")
    return f"<table>{HEAD}{''.join(rows)}</table>"


def put(*, text: str = "", html: str = "") -> None:
    """What another program leaves on the clipboard."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


@pytest.fixture
def user(sit: Sit, tmp_path: Path) -> User:
    return sit(ledger_of(tmp_path / "台账.selfeval", complete_form()))


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def choose(user: User, rows: int, columns: int) -> None:
    """Extend the selection from the cursor by keys."""
    user.press(*[Key.Key_Down] * (rows - 1), *[Key.Key_Right] * (columns - 1), with_=SHIFT)


def message(user: User) -> str:
    return user.find(QLabel, "messageText").text()


def rows_of(form: Form) -> Sequence[tuple[str, str, str]]:
    return [(row.level1, row.level2, row.level3) for row in form.indicators]


def test_twenty_rows_with_merged_levels_are_one_step(user: User) -> None:
    before = form_of(user)
    put(text="not this", html=html_of(20))
    user.go_to("indicatorsTab", 0, 0)
    user.press(Key.Key_V, with_=CONTROL)
    assert rows_of(form_of(user)) == [("产出指标", f"类别{each // 4}", f"第{each}项") for each in range(20)]
    assert message(user) == "已粘贴 20 行。"
    assert user.spans(1) == [4] * 5
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user) == before


def test_what_is_copied_out_and_pasted_back_changes_nothing(user: User) -> None:
    before = form_of(user)
    user.go_to("indicatorsTab", 0, 0)
    user.press(Key.Key_A, with_=CONTROL)
    user.press(Key.Key_C, with_=CONTROL)
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("产出指标\t数量指标\t登记单印刷率\t≥95%")
    user.go_to("indicatorsTab", 0, 0)
    user.press(Key.Key_V, with_=CONTROL)
    assert form_of(user) == before


def test_the_menu_pastes_too_and_says_when_there_is_no_table(user: User) -> None:
    put(text="")
    user.turn_to("indicatorsTab")
    user.trigger("actionPasteRows")
    assert message(user).startswith("剪贴板里没有表格")
    put(text="12\t11\n8\t7\n")
    user.go_to("indicatorsTab", 1, WEIGHT)
    user.trigger("actionPasteRows")
    assert [str(row.weight) for row in form_of(user).indicators[1:3]] == ["12", "8"]


def test_a_single_cell_of_a_spreadsheet_replaces_the_text_at_once_without_its_line_end(user: User) -> None:
    put(text="新的名称\r\n")
    user.go_to("indicatorsTab", 0, 2)
    user.press(Key.Key_V, with_=CONTROL)
    assert user.editor() is None
    assert form_of(user).indicators[0].level3 == "新的名称"
    user.go_to("fundsTab", 1, 0)
    put(text="1 234.50\r\n")
    user.press(Key.Key_V, with_=CONTROL)
    assert user.cell("fundsTable", 1, 0) == "1,234.50"


def test_a_cell_that_nobody_fills_in_takes_nothing(user: User) -> None:
    before = form_of(user)
    put(text="1")
    user.go_to("fundsTab", 0, 4)
    user.press(Key.Key_V, with_=CONTROL)
    assert user.editor() is None
    assert form_of(user) == before


def test_a_clipboard_without_text_opens_nothing_and_is_told(user: User) -> None:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(data)
    user.go_to("indicatorsTab", 0, 2)
    user.press(Key.Key_V, with_=CONTROL)
    assert user.editor() is None
    assert message(user).startswith("剪贴板里没有表格")


def test_x23_a_clipboard_without_any_data_pastes_nothing_and_is_told(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As offscreen, and on a desktop whose clipboard's owner just died."""
    before = form_of(user)
    monkeypatch.setattr(QClipboard, "mimeData", lambda _: None)
    for name in ("actionPasteRows", "actionPasteForm"):
        user.trigger(name)
        assert "剪贴板里没有" in message(user)
    assert form_of(user) == before


def test_a_clipboard_that_holds_too_much_pastes_nothing_and_is_told(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = form_of(user)
    monkeypatch.setattr(clipboard, "MOST_CELLS", 3)
    put(text="1\t2\n3\t4\n")
    for name in ("actionPasteRows", "actionPasteForm"):
        user.window.document.messages.clear_message()
        user.trigger(name)
        assert message(user).startswith("剪贴板里的内容太多，没有粘贴")
    assert form_of(user) == before


def test_the_menu_pastes_and_fills_where_the_user_looks(user: User) -> None:
    put(text="1600\t1600\n")
    user.go_to("fundsTab", 1, 0)
    before = form_of(user).indicators
    user.trigger("actionPasteRows")
    assert user.cell("fundsTable", 1, 0) == "1,600.00"
    user.go_to("fundsTab", 2, 1)
    user.trigger("actionFillDown")
    assert user.cell("fundsTable", 2, 1) == "1,600.00"
    assert form_of(user).indicators == before
    user.turn_to("goalsTab")
    user.trigger("actionPasteRows")
    assert user.place()[0] == "indicatorsTab"


def test_one_cell_is_filled_from_the_one_above_it(user: User) -> None:
    user.go_to("indicatorsTab", 1, 3)
    user.press(Key.Key_D, with_=CONTROL)
    assert form_of(user).indicators[1].target == "≥95%"
    before = form_of(user)
    user.go_to("indicatorsTab", 0, 3)
    user.press(Key.Key_D, with_=CONTROL)
    assert form_of(user) == before


def test_funds_with_their_labels_go_into_the_rows_and_columns_of_these_names(user: User) -> None:
    put(
        text="项目资金\t全年预算\t实际支出数\t备注\n"
        "年度资金总额\t1,700\t1,600\t\n其中：本年财政拨款\t1,700\t1,600\t甲\n捐款\t5\t5\t\n"
    )
    user.go_to("fundsTab", 0, 0)
    user.press(Key.Key_V, with_=CONTROL)
    funds = form_of(user).funds
    assert (str(funds["current_year"].annual), str(funds["current_year"].executed)) == ("1700", "1600")
    assert user.cell("fundsTable", 0, 1) == "1,700.00"
    assert funds["total"].annual is None
    assert message(user) == "已粘贴 2 行。有 2 处没有放进去。"


def test_a_single_value_fills_all_selected_cells(user: User) -> None:
    put(text="18")
    user.go_to("indicatorsTab", 0, WEIGHT)
    choose(user, 5, 1)
    user.press(Key.Key_V, with_=CONTROL)
    assert {str(row.weight) for row in form_of(user).indicators} == {"18"}


def test_the_uppermost_text_fills_what_is_below_in_one_step(user: User) -> None:
    before = form_of(user)
    user.go_to("indicatorsTab", 0, 3)
    choose(user, 3, 2)
    user.press(Key.Key_D, with_=CONTROL)
    assert [(row.target, row.actual) for row in form_of(user).indicators[:3]] == [("≥95%", "97%")] * 3
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user) == before


def test_what_is_cut_is_on_the_clipboard_and_gone(user: User) -> None:
    user.go_to("indicatorsTab", 0, 3)
    choose(user, 1, 2)
    user.press(Key.Key_X, with_=CONTROL)
    assert QGuiApplication.clipboard().text() == "≥95%\t97%\n"
    assert (form_of(user).indicators[0].target, form_of(user).indicators[0].actual) == ("", "")


def test_what_does_not_go_in_is_listed_with_its_reason(user: User) -> None:
    put(text="三级指标\t分值\t序号\n甲\t20\t1\n合计\t100\t\n")
    user.go_to("indicatorsTab", 0, 0)
    user.press(Key.Key_V, with_=CONTROL)
    assert message(user) == "已粘贴 1 行。有 2 处没有放进去。"
    lines: list[str] = []

    def read(dialog: QDialog) -> None:
        shown = dialog.findChild(QListWidget, "refusedLines")
        assert shown is not None
        lines.extend(shown.item(row).text() for row in range(shown.count()))
        user.press(Key.Key_Return)

    user.in_dialog("refusedDialog", read)
    user.find(QPushButton, "offer0").click()
    assert lines == [
        "复制内容第 1 行第 3 列“序号”：表样里没有这个列名，这一列没有放进去",
        "复制内容第 3 行第 1 列“合计 100”：合计由程序计算",
    ]


def test_the_funds_take_a_block_where_they_can(user: User) -> None:
    put(text="1,600.00\t1600\t1500\t10\n￥5\t\t")
    user.go_to("fundsTab", 1, 0)
    user.press(Key.Key_V, with_=CONTROL)
    line = form_of(user).funds["current_year"]
    assert [str(value) for value in (line.initial, line.annual, line.executed)] == ["1600", "1600", "1500"]
    table = user.find(QTableView, "fundsTable")
    assert table.hasFocus()
    assert message(user) == "已粘贴 2 行。有 1 处没有放进去。"


def test_a_form_without_rows_takes_its_first_from_a_block(user: User) -> None:
    user.turn_to("indicatorsTab")
    user.press(Key.Key_A, with_=CONTROL)
    user.trigger("actionDeleteRow")
    assert form_of(user).indicators == ()
    put(html=html_of(4))
    user.trigger("actionPasteRows")
    assert rows_of(form_of(user)) == [("产出指标", "类别0", f"第{each}项") for each in range(4)]


def test_a_block_longer_than_the_funds_says_what_was_left(user: User) -> None:
    put(text="1\n2\n3\n4\n5\n")
    user.go_to("fundsTab", 2, 0)
    user.press(Key.Key_V, with_=CONTROL)
    assert message(user) == "已粘贴 2 行。有 3 处没有放进去。"


CLIPBOARD = Path(__file__).parents[1] / "intake" / "clipboard"


def only_rows(dialog: QDialog) -> None:
    """Want nothing of a whole form but its rows."""
    button = dialog.findChild(QPushButton, "wholeFormRows")
    assert button is not None
    button.click()


@pytest.mark.parametrize("name", ["calc", "writer"])
def test_the_rows_of_a_whole_form_come_from_an_office_suite(user: User, name: str) -> None:
    before = form_of(user)
    user.turn_to("indicatorsTab")
    user.press(Key.Key_A, with_=CONTROL)
    user.trigger("actionDeleteRow")
    put(html=(CLIPBOARD / f"{name}.html").read_text("utf-8"))
    user.in_dialog("wholeFormDialog", only_rows)
    user.trigger("actionPasteRows")
    assert form_of(user).indicators == before.indicators
    assert message(user) == f"已粘贴 {len(before.indicators)} 行。"


def test_a_level_that_wraps_beside_its_mark_gets_the_room_it_needs(sit: Sit, examples: Path, qtbot: QtBot) -> None:
    user = sit(examples)
    user.click("formList", 4)
    put(html=(CLIPBOARD / "calc.html").read_text("utf-8"))
    user.go_to("indicatorsTab", 0, 0)
    user.in_dialog("wholeFormDialog", only_rows)
    user.press(Key.Key_V, with_=CONTROL)
    table = user.find(QTableView, "indicatorTable")
    table.horizontalHeader().resizeSection(0, 88)
    qtbot.waitUntil(lambda: table.rowHeight(4) > table.rowHeight(3))


def test_nothing_selected_is_copied_nowhere(user: User) -> None:
    put(text="留着")
    user.turn_to("indicatorsTab")
    user.find(QTableView, "indicatorTable").clearSelection()
    user.press(Key.Key_C, with_=CONTROL)
    assert QGuiApplication.clipboard().text() == "留着"
    assert user.find(QTableView, "indicatorTable").focusPolicy() != Qt.FocusPolicy.NoFocus


def test_the_report_of_a_block_goes_when_the_block_is_taken_back(user: User) -> None:
    put(text="1\n2\n3\n4\n5\n")
    user.go_to("fundsTab", 2, 0)
    user.press(Key.Key_V, with_=CONTROL)
    user.write("7")
    assert message(user).endswith("没有放进去。")
    user.press(Key.Key_Z, Key.Key_Z, with_=CONTROL)
    assert not user.find(QLabel, "messageText").isVisible()
