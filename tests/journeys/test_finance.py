"""Budgets and spending of many projects from one list: seen, ticked, filled in and taken back by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QListWidget, QPushButton, QTableWidget
from sqlalchemy import create_engine, text

from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, Key, User

LIST = """项目名称,全年预算数,执行数
宣传与推广,160000,150000
维稳及安全工作,200000,约二十万
课题,150000,150000
城区绿化,1,1
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The list, which the user chooses."""
    path = tmp_path / "名单.csv"
    path.write_bytes(LIST.encode("gb18030"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    names = ("宣传与推广", "维稳与安全工作", "课题")
    forms = [complete_form(project_name=name) for name in names]
    return ledger_of(tmp_path / "台账.selfeval", *forms, complete_form(year=2022))


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def annual(form: Form) -> str:
    return str(form.fund_line("current_year").annual)


def told(dialog: QDialog) -> list[list[str]]:
    table = dialog.findChild(QTableWidget, "financeTable")
    assert table is not None
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def label(dialog: QDialog) -> str:
    note = dialog.findChild(QLabel, "financeNote")
    assert note is not None
    return note.text()


def button(dialog: QDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "financeOk")
    assert found is not None
    return found


def test_figures_go_into_the_ticked_forms_in_one_step(user: User, ledger: Path, file: Path) -> None:
    def work(dialog: QDialog) -> None:
        assert told(dialog) == [
            ["宣传与推广", "宣传与推广", "150,000.00\n→\u00a0160,000.00", "150,000.00", ""],
            [
                *("维稳与安全工作", "维稳及安全工作", "150,000.00\n→\u00a0200,000.00"),
                *("看不懂：约二十万", "名称相近；有看不懂的数"),
            ],
            ["课题", "课题", "150,000.00", "150,000.00", "相同"],
        ]
        left = dialog.findChild(QListWidget, "financeUnmatched")
        assert left is not None
        assert [left.item(row).text() for row in range(left.count())] == ["第 5 行　城区绿化"]
        assert "有 1 行需要核对" in label(dialog)
        assert button(dialog).text() == "填入 1 张表"
        user.press(Key.Key_Down, Key.Key_Space)
        assert button(dialog).text() == "填入 2 张表"
        user.press(Key.Key_Return)

    user.in_dialog("financeDialog", work)
    user.trigger("actionFinanceList")
    assert user.label("messageText") == "已填入 2 张表的财务数据，填入的格带有导入的记号。"
    forms = stored(ledger)
    assert [annual(form) for form in forms] == ["160000", "200000", "150000", "150000"]
    assert forms[0].cell_origin(FieldRef.fund("current_year", "annual")) is ValueOrigin.IMPORTED
    assert forms[1].fund_line("current_year").executed == 150000
    assert user.cell("fundsTable", 1, 1) == "160,000.00"
    user.press(Key.Key_Z, with_=CONTROL)
    assert [annual(form) for form in stored(ledger)] == ["150000"] * 4
    assert user.cell("fundsTable", 1, 1) == "150,000.00"
    user.press(Key.Key_Y, with_=CONTROL)
    assert [annual(form) for form in stored(ledger)][:2] == ["160000", "200000"]


def test_another_unit_or_year_matches_anew(user: User, file: Path, ledger: Path) -> None:
    def work(dialog: QDialog) -> None:
        unit, year = dialog.findChild(QComboBox, "financeUnit"), dialog.findChild(QComboBox, "financeYear")
        assert unit is not None
        assert year is not None
        assert (unit.currentText(), year.currentText()) == ("元", "2023 年度")
        unit.setCurrentIndex(1)
        assert "大多相差一万倍" in label(dialog)
        assert not button(dialog).isEnabled()
        unit.setCurrentIndex(0)
        year.setCurrentIndex(year.findText("2022 年度"))
        assert [row[0] for row in told(dialog)] == ["宣传与推广"]
        assert label(dialog).startswith("勾选的填入当年财政拨款")
        user.press(Key.Key_Return)

    user.in_dialog("financeDialog", work)
    user.trigger("actionFinanceList")
    assert [annual(form) for form in stored(ledger)] == ["150000"] * 3 + ["160000"]


def test_esc_changes_nothing(user: User, file: Path, ledger: Path) -> None:
    user.in_dialog("financeDialog", lambda _: user.press(Key.Key_Escape))
    user.trigger("actionFinanceList")
    assert [annual(form) for form in stored(ledger)] == ["150000"] * 4


def test_a_file_that_is_no_list_is_told(user: User, file: Path) -> None:
    file.write_text("姓名,电话", "utf-8")
    user.trigger("actionFinanceList")
    assert "没有找到表头，没有导入" in user.label("messageText")


def test_without_forms_of_a_year_there_is_nothing_to_fill(sit: Sit, empty_ledger: Path, file: Path) -> None:
    user = sit(empty_ledger)
    user.trigger("actionFinanceList")
    assert "没有可以填入的表" in user.label("messageText")


def test_a_form_that_cannot_be_read_is_told_in_the_dialog(sit: Sit, ledger: Path, file: Path) -> None:
    engine = create_engine(f"sqlite:///{ledger}")
    user = sit(ledger)
    store = user.window.document.ledger
    assert store is not None

    def work(dialog: QDialog) -> None:
        year = dialog.findChild(QComboBox, "financeYear")
        assert year is not None
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM forms WHERE year = 2022"))
        engine.dispose()
        year.setCurrentIndex(year.findText("2022 年度"))
        assert "台账" in label(dialog)
        assert not button(dialog).isEnabled()

    user.in_dialog("financeDialog", work)
    user.trigger("actionFinanceList")
    user.window.document.close_ledger()
