"""All forms of a ledger checked at once, by keyboard: one list in two views, a way to each cell, a report, rules."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.form import Form
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User

WORDS = with_row(complete_form(project_name="满意度调查"), 4, target="满意", actual="满意", achievement="met")
NAMELESS = complete_form(project_name="", unit="某区档案馆")
OTHER_TARGET = with_row(complete_form(project_name="图书采购"), 3, target="≥90%", actual="91%")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", complete_form(), WORDS, NAMELESS, OTHER_TARGET)


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def check_all(user: User) -> QDialog:
    user.press(Key.Key_F5, with_=SHIFT)
    return user.find(QDialog, "ledgerCheckDialog")


def tree(dialog: QDialog) -> QTreeView:
    found = dialog.findChild(QTreeView, "ledgerProblems")
    assert found is not None
    return found


def groups(dialog: QDialog) -> dict[str, list[str]]:
    """The lines under each heading: severity, place and sentence."""
    model, found = tree(dialog).model(), {}
    for row in range(model.rowCount(QModelIndex())):
        top = model.index(row, 0, QModelIndex())
        found[str(top.data())] = [
            " ".join(str(model.index(line, column, top).data()) for column in range(3))
            for line in range(model.rowCount(top))
        ]
    return found


def arrange(dialog: QDialog, place: int) -> None:
    box = dialog.findChild(QComboBox, "ledgerCheckGrouping")
    assert box is not None
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_all_forms_in_two_views_with_the_same_counts(user: User) -> None:
    dialog = check_all(user)
    by_form = groups(dialog)
    assert list(by_form) == [
        "宣传与推广（某区信访办公室，2023 年度）　3 个提示",
        "满意度调查（某区信访办公室，2023 年度）　1 个提醒，2 个提示",
        "（未填项目名称）（某区档案馆，2023 年度）　1 个错误",
        "图书采购（某区信访办公室，2023 年度）　2 个提示",
    ]
    arrange(dialog, 1)
    by_rule = groups(dialog)
    assert [title.split("　")[0] for title in by_rule] == [
        "K36 名称相近",
        "K43 满意度用数字",
        "K49 必填项",
        "K71 各表都是满分",
    ]
    assert sum(map(len, by_rule.values())) == sum(map(len, by_form.values())) == 6
    assert any("图书采购" in line for line in by_rule["K36 名称相近　6 处，3 张表"])


def test_the_list_is_filtered(user: User) -> None:
    dialog = check_all(user)
    hints = dialog.findChild(QToolButton, "ledgerCheckHints")
    assert hints is not None
    hints.click()
    assert sum(map(len, groups(dialog).values())) == 2


def test_enter_opens_the_form_at_the_cell_and_the_list_stays(user: User, qtbot: QtBot) -> None:
    dialog = check_all(user)
    view = tree(dialog)
    model = view.model()
    group = model.index(2, 0, QModelIndex())
    view.setCurrentIndex(group)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.isExpanded(group)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert user.window.document.form is not None
    assert user.window.document.form.form_id == 3
    assert user.window.focusWidget() is user.find(QLineEdit, "projectName")
    assert dialog.isVisible()
    qtbot.waitUntil(user.find(QLineEdit, "projectName").hasFocus)
    user.type("图书采购")
    again = dialog.findChild(QPushButton, "ledgerCheckAgain")
    assert again is not None
    again.click()
    assert not any(title.startswith("（未填") for title in groups(dialog))
    assert "1 个提醒" in groups_title(dialog, "图书采购（某区档案馆")


def groups_title(dialog: QDialog, start: str) -> str:
    return next(title for title in groups(dialog) if title.startswith(start))


def test_only_the_forms_in_the_list_are_checked_where_the_user_wants_that(user: User) -> None:
    user.find(QLineEdit, "formSearch").setFocus()
    user.type("档案")
    user.window.findChild(QLineEdit, "formSearch")
    user.press(Key.Key_Return)
    dialog = check_all(user)
    scope = dialog.findChild(QComboBox, "ledgerCheckScope")
    assert scope is not None
    if scope.count() == 1:  # the search waits for a pause
        dialog.close()
        pytest.fail("the list was not filtered yet")
    scope.setCurrentIndex(1)
    scope.activated.emit(1)
    assert len(groups(dialog)) == 1


def test_the_open_form_tells_of_a_namesake_once_it_has_its_name(user: User, qtbot: QtBot) -> None:
    user.find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    user.type("图书采购")
    qtbot.waitUntil(lambda: any("图书采购" in line and line.startswith("提醒") for line in user.problems()))
    user.press(Key.Key_Z, with_=CONTROL)
    qtbot.waitUntil(lambda: not any(line.startswith("提醒") for line in user.problems()))


def test_the_report_lists_reasons_and_rules(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "报告.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    user.window.document.show_form(2)

    def write(dialog: QDialog) -> None:
        user.type("问卷只有文字")
        user.press(Key.Key_Tab, Key.Key_Return)

    user.press(Key.Key_F5)
    user.press(Key.Key_Home)
    user.in_dialog("explainDialog", write)
    user.press(Key.Key_Space)

    def save(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, "xlsxDocument")
        assert button is not None
        button.click()

    user.in_dialog("reportDialog", save)
    user.trigger("actionCheckReport")
    sheet = openpyxl.load_workbook(target).active
    assert sheet is not None
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert any(row[0] == "已说明" and row[1] == "K43" and row[4] == "问卷只有文字" for row in rows)
    texts = [" ".join(row) for row in rows]
    assert any("2. 满意度调查（某区信访办公室，2023 年度）：2 个提示，已说明 1 个" in text for text in texts)
    assert any("本台账没有停用的规则" in text for text in texts)


def switch_off(user: User, words: str) -> None:
    def work(dialog: QDialog) -> None:
        user.type(words)
        user.press(Key.Key_Down, Key.Key_Space)
        button = dialog.findChild(QPushButton, "rulesOk")
        assert button is not None
        button.click()

    user.in_dialog("rulesDialog", work)
    user.trigger("actionRules")


def test_a_warning_is_switched_off_in_the_ledger_and_on_again(user: User, sit: Sit, ledger: Path) -> None:
    user.window.document.show_form(2)
    assert any(line.startswith("提醒") for line in user.problems())
    assert "1 个提醒" in user.forms()[1]
    switch_off(user, "K43")
    assert not any(line.startswith("提醒") for line in user.problems())
    assert "提醒" not in user.forms()[1]
    assert user.label("messageText") == "本台账停用的规则：K43 满意度用数字。"
    user.press(Key.Key_Z, with_=CONTROL)
    assert any(line.startswith("提醒") for line in user.problems())
    user.press(Key.Key_Y, with_=CONTROL)
    user.close()
    again = sit(ledger)
    again.window.document.show_form(2)
    assert not any(line.startswith("提醒") for line in again.problems())
    assert "K43" not in str(groups(check_all(again)))
    switch_off(again, "K43")
    assert any(line.startswith("提醒") for line in again.problems())


def test_an_error_has_no_box_to_switch_it_off(user: User) -> None:
    user.window.document.show_form(3)
    before = user.problems()
    switch_off(user, "K49")
    assert user.problems() == before


def test_the_catalogue_opens_without_a_ledger_too(sit: Sit) -> None:
    user = sit(None)
    seen: list[int] = []

    def work(dialog: QDialog) -> None:
        table = dialog.findChild(QTableView, "rulesTable")
        assert table is not None
        seen.append(table.model().rowCount())
        user.type("满意度")
        seen.append(table.model().rowCount())
        assert table.model().data(table.model().index(0, 0), Qt.ItemDataRole.CheckStateRole) is None

    user.in_dialog("rulesDialog", work)
    user.trigger("actionRules")
    everything, found = seen
    assert everything > 40
    assert 0 < found < 5


def test_a_checkup_asks_what_a_reviewer_would_and_leads_there(user: User) -> None:
    user.window.document.show_form(2)
    told: list[str] = []

    def work(dialog: QDialog) -> None:
        table = dialog.findChild(QTableView, "checkupQuestions")
        label = dialog.findChild(QLabel, "checkupSummary")
        assert table is not None
        assert label is not None
        told.append(label.text())
        told.extend(str(table.model().index(row, 0).data()) for row in range(table.model().rowCount()))
        user.press(Key.Key_Return)

    user.in_dialog("checkupDialog", work)
    user.press(Key.Key_F5, with_=CONTROL)
    assert told[0] == "审核的人可能会问 2 个问题。先想好怎么答，或写明理由。"
    assert told[1] == "指标设得合不合适"
    assert "满意度是怎样调查的，结果是百分之几？" in told
    assert user.place()[:2] == ("indicatorsTab", 4)


def test_a_form_without_a_question_is_told_so(sit: Sit, tmp_path: Path) -> None:
    user = sit(ledger_of(tmp_path / "好.selfeval", complete_form()))
    told: list[str] = []

    def work(dialog: QDialog) -> None:
        label = dialog.findChild(QLabel, "checkupSummary")
        assert label is not None
        told.append(label.text())
        user.press(Key.Key_Escape)

    user.in_dialog("checkupDialog", work)
    user.press(Key.Key_F5, with_=CONTROL)
    assert told == ["没有发现容易被问到的地方。"]


def test_an_empty_ledger_has_nothing_to_check(sit: Sit, empty_ledger: Path) -> None:
    user = sit(empty_ledger)
    user.press(Key.Key_F5, with_=SHIFT)
    assert user.label("messageText") == "台账里还没有自评表。"
    assert user.window.findChild(QDialog, "ledgerCheckDialog") is None


def test_the_list_goes_with_its_ledger(user: User) -> None:
    dialog = check_all(user)
    user.trigger("actionCloseLedger")
    assert user.window.document.ledger is None
    assert not dialog.isVisible()


def test_what_a_ledger_holds_is_not_changed_by_checking_it(user: User, ledger: Path) -> None:
    before: list[Form] = stored(ledger)
    check_all(user)
    assert stored(ledger) == before
    assert before[0] == replace(complete_form())
