"""A whole form copied elsewhere is recognised, shown, and goes in as the user wants it, by keyboard."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QTableWidget

from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import find_differences
from selfeval_desktop.intake.text.pasted_table import write_text
from tests.blocks import block_of, html_of
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User

OTHER = with_row(
    complete_form(project_name="档案数字化", unit="某区档案馆", year=2022),
    1,
    level3="扫描合格率",
    actual="91%",
)


def put(*, text: str = "", html: str = "") -> None:
    """What another program leaves on the clipboard."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", complete_form())


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def message(user: User) -> str:
    return user.label("messageText")


def by_keys(user: User, button: str) -> Callable[[QDialog], None]:
    """Tab to the button and press it."""

    def work(dialog: QDialog) -> None:
        wanted = dialog.findChild(QPushButton, button)
        assert wanted is not None
        for _ in range(12):
            if not wanted.hasFocus():
                user.press(Key.Key_Tab)
        assert wanted.hasFocus()
        user.press(Key.Key_Space)
        assert not dialog.isVisible()

    return work


def test_enter_takes_it_in_as_a_new_form_and_one_undo_takes_it_out(user: User, ledger: Path) -> None:
    put(text="not this", html=html_of(OTHER))
    user.go_to("indicatorsTab", 0, 0)
    user.in_dialog("wholeFormDialog", lambda _dialog: user.press(Key.Key_Return))
    user.press(Key.Key_V, with_=CONTROL)
    assert find_differences(OTHER, form_of(user)) == ()
    assert form_of(user).cell_origin(FieldRef.indicator(1, "actual")) is ValueOrigin.IMPORTED
    assert message(user) == "已导入 1 张表。"
    assert len(stored(ledger)) == 2
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user) == complete_form()
    assert len(user.forms()) == 1


def test_it_fills_the_open_form_in_one_step(user: User) -> None:
    before = form_of(user)
    put(text=write_text(block_of(replace(OTHER, year=None))))
    user.go_to("fundsTab", 1, 0)
    user.in_dialog("wholeFormDialog", by_keys(user, "wholeFormFill"))
    user.press(Key.Key_V, with_=CONTROL)
    filled = form_of(user)
    assert (filled.project_name, filled.unit, filled.year) == ("档案数字化", "某区档案馆", 2023)
    assert [row.level3 for row in filled.indicators] == [row.level3 for row in OTHER.indicators]
    assert filled.cell_origin(FieldRef.head("unit")) is ValueOrigin.IMPORTED
    assert message(user) == "剪贴板里的自评表已填进当前表。"
    assert len(user.forms()) == 1
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).same_as(before)


def test_its_rows_alone_go_in_at_the_cursor(user: User) -> None:
    signed = [["总分", *[""] * 8], ["填表人：张三", *[""] * 8], ["负责人：李四", "", "联系电话：", *[""] * 6]]
    put(text=write_text([*block_of(OTHER), *signed]))
    user.go_to("fundsTab", 1, 0)
    user.in_dialog("wholeFormDialog", by_keys(user, "wholeFormRows"))
    user.press(Key.Key_V, with_=CONTROL)
    assert user.place()[0] == "indicatorsTab"
    assert form_of(user) == replace(complete_form(), indicators=OTHER.indicators)
    assert message(user) == "已粘贴 5 行。"


def test_escape_leaves_everything_as_it_was(user: User) -> None:
    put(html=html_of(OTHER))
    user.go_to("indicatorsTab", 2, 3)
    user.in_dialog("wholeFormDialog", lambda _dialog: user.press(Key.Key_Escape))
    user.press(Key.Key_V, with_=CONTROL)
    assert form_of(user) == complete_form()
    assert user.place() == ("indicatorsTab", 2, 3)


def test_the_dialog_shows_what_was_recognised_and_what_was_not(user: User) -> None:
    block = block_of(replace(OTHER, money_unit="万元", year=None))
    block[6][4] = "约十五万"
    block.append(["注：一式两份。", *[""] * 8])
    put(text=write_text(block))
    told: dict[str, str] = {}
    doubts: list[str] = []
    amounts: list[str] = []

    def look(dialog: QDialog) -> None:
        told.update({label.objectName(): label.text() for label in dialog.findChildren(QLabel)})
        lines, funds = dialog.findChild(QListWidget), dialog.findChild(QTableWidget)
        assert lines is not None
        assert funds is not None
        doubts.extend(lines.item(row).text() for row in range(lines.count()))
        for row in (0, 1):
            amounts.extend(str(funds.model().index(row, column).data()) for column in range(3))

    user.in_dialog("wholeFormDialog", look)
    user.press(Key.Key_V, with_=CONTROL | SHIFT)
    assert told["wholeForm_project_name"] == "档案数字化"
    assert told["wholeForm_year"] == "（没有写明）"
    assert told["wholeForm_money_unit"] == "万元"
    assert told["wholeForm_goals"] == "预期 13 字，实际 17 字"
    assert told["wholeForm_indicators"].startswith("5 行")
    assert told["wholeFormNote"].endswith("当前表有 1 行指标剪贴板里没有，填进后不再保留。")
    assert amounts == ["150,000.00", "150,000.00", "150,000.00", "150,000.00", "约十五万", "150,000.00"]
    assert doubts == [
        "复制内容第 7 行第 5 列“约十五万”：不是数字，原样留在格里，请改正",
        "复制内容第 19 行第 1 列“注：一式两份。”：不知道该填在哪里",
    ]


def test_what_was_typed_last_is_replaced_too_and_comes_back(user: User) -> None:
    user.go_to("fundsTab", 1, 2)
    user.type("140000")
    put(html=html_of(OTHER))
    user.in_dialog("wholeFormDialog", by_keys(user, "wholeFormFill"))
    user.press(Key.Key_V, with_=CONTROL | SHIFT)
    assert form_of(user).fund_line("current_year").executed == Decimal(150000)
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).fund_line("current_year").executed == Decimal(140000)


def test_an_empty_ledger_takes_its_first_form_from_the_clipboard(sit: Sit, empty_ledger: Path) -> None:
    user = sit(empty_ledger)
    put(html=html_of(OTHER))
    offered: list[str] = []

    def look(dialog: QDialog) -> None:
        offered.extend(button.text() for button in dialog.findChildren(QPushButton))
        user.press(Key.Key_Return)

    user.in_dialog("wholeFormDialog", look)
    user.trigger("actionPasteForm")
    assert sorted(offered) == sorted(["作为新表导入", "取消"])
    assert find_differences(OTHER, form_of(user)) == ()
    assert user.box("projectName") == "档案数字化"


def test_a_clipboard_without_a_form_is_told(user: User) -> None:
    put(text="甲\t乙\n")
    user.trigger("actionPasteForm")
    assert message(user).startswith("剪贴板里没有完整的自评表。")


def test_a_table_of_indicators_goes_in_without_a_question(user: User) -> None:
    put(text=write_text(block_of(OTHER)[11:]))
    user.go_to("indicatorsTab", 0, 0)
    user.press(Key.Key_V, with_=CONTROL)
    assert form_of(user).indicators == OTHER.indicators
