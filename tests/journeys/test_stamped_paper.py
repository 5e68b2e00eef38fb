"""A form is printed, stamped and filed; then somebody changes a digit. The paper's code tells what was changed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import complete_form, mof_2020
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import CONTROL, Key, User

EXECUTED = ("fundsTab", 1, 2)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two forms without errors: the first is the one that gets printed."""
    return ledger_of(tmp_path / "台账.selfeval", complete_form(), complete_form(project_name="档案数字化"))


@pytest.fixture
def user(sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> User:
    """Has saved the first form as PDF for signature."""
    user = sit(ledger)
    target = str(tmp_path / "签章件.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (target, ""))
    user.trigger("actionSavePdf")
    assert (tmp_path / "签章件.pdf").is_file()
    return user


def code_of(user: User) -> str:
    """The code in the foot of the open form's pages."""
    state = user.window.document.form
    assert state is not None
    return user.window.document.services.paper_code(state.form, mof_2020())


def change(user: User, text: str) -> None:
    """Type another executed amount, back in the window where a dialog was in front."""
    user.window.activateWindow()
    assert QTest.qWaitForWindowActive(user.window)
    user.go_to(*EXECUTED)
    user.type(text)
    user.press(Key.Key_Return)


def banner(user: User) -> str:
    """What the line above the form says; empty while there is none."""
    shown = user.find(QFrame, "paperBanner").isVisible()
    return user.find(QLabel, "paperBannerText").text() if shown else ""


def verify(user: User, typed: str) -> QDialog:
    """Open 盖章件核对 by its key, type a code and press Enter."""
    user.press(Key.Key_F9)
    dialog = user.find(QDialog, "proofDialog")
    box = dialog.findChild(QLineEdit, "proofCode")
    assert box is not None
    assert dialog.focusWidget() is box
    for line in typed.splitlines():
        QTest.keyClicks(box, line)
        QTest.keyClick(box, Key.Key_Return)
    return dialog


def words(dialog: QDialog) -> str:
    found = dialog.findChild(QLabel, "proofWords")
    assert found is not None
    return found.text()


def table(dialog: QDialog, name: str) -> list[list[str]]:
    view = dialog.findChild(QTableView, name)
    assert view is not None
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_one_digit_changed_gives_another_code_and_the_cell_is_named(user: User, qtbot: QtBot) -> None:
    code = code_of(user)
    change(user, "140000")
    assert code_of(user) != code
    dialog = verify(user, code.lower())
    assert "此后有 1 处改动" in words(dialog)
    assert table(dialog, "proofDifferences") == [["资金 · 当年财政拨款 · 全年执行数", "150,000.00", "140,000.00"]]


def test_paper_that_agrees_with_the_data_is_the_same(user: User) -> None:
    code = code_of(user)
    dialog = verify(user, f"{code[:4]}-{code[4:]}")
    assert words(dialog).endswith("与现在的数据相同。")
    assert table(dialog, "proofDifferences") == []


def test_a_line_leads_to_its_cell_by_enter(user: User) -> None:
    code = code_of(user)
    change(user, "140000")
    user.turn_to("goalsTab")
    user.click("formList", 1)
    dialog = verify(user, code)
    view = dialog.findChild(QTableView, "proofDifferences")
    assert view is not None
    view.selectRow(0)
    QTest.keyClick(view, Key.Key_Return)
    assert user.box("projectName") == "宣传与推广"
    assert user.place() == EXECUTED


def test_the_form_says_so_at_once_and_undo_makes_it_good(user: User) -> None:
    assert banner(user) == ""
    change(user, "140000")
    assert banner(user).startswith("与已打印件不一致：有 1 处改动")
    user.press(Key.Key_Z, with_=CONTROL)
    assert banner(user) == ""
    user.press(Key.Key_Y, with_=CONTROL)
    assert banner(user) != ""
    user.click("formList", 1)
    assert banner(user) == ""
    user.click("formList", 0)
    assert banner(user) != ""
    user.trigger("actionSavePdf")
    assert banner(user) == ""


def test_a_form_never_printed_is_not_nagged_about(user: User) -> None:
    user.click("formList", 1)
    change(user, "140000")
    assert banner(user) == ""


def test_the_changes_are_listed_from_the_line_above_the_form(user: User) -> None:
    change(user, "140000")
    user.find(QPushButton, "paperChanges").click()
    dialog = user.find(QDialog, "proofDialog")
    view = dialog.findChild(QTableView, "proofDifferences")
    assert dialog.focusWidget() is view
    (issue,) = table(dialog, "proofIssues")
    assert issue[1] == "打印"
    assert issue[3] == "有 1 处改动"
    change(user, "150000")
    assert table(dialog, "proofIssues")[0][3] == "与现在的数据相同"
    assert table(dialog, "proofDifferences") == []


def test_a_scanned_qr_code_is_three_lines_of_which_the_last_counts(user: User) -> None:
    dialog = verify(user, f"XUAN CHUAN\n2023\n{code_of(user)}\n")
    assert words(dialog).endswith("与现在的数据相同。")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "请录入"),
        ("12345", "这里有 5 位"),
        ("1234567U", "不会有“U”"),
        ("00000000", "这个台账里没有校验码 0000-0000"),
    ],
)
def test_what_cannot_be_found_is_told_with_the_next_step(user: User, typed: str, told: str) -> None:
    dialog = verify(user, typed or "\n")
    assert told in words(dialog)
    assert "请" in words(dialog)
    assert table(dialog, "proofDifferences") == []
    reprint = dialog.findChild(QPushButton, "proofReprint")
    assert reprint is not None
    assert not reprint.isEnabled()


def test_paper_that_was_never_noted_is_known_by_the_present_data(user: User) -> None:
    user.click("formList", 1)
    code = code_of(user)
    user.click("formList", 0)
    dialog = verify(user, code)
    assert "“档案数字化”，与现在的数据相同" in words(dialog)
    assert table(dialog, "proofIssues") == []
    user.click("formList", 1)
    change(user, "140000")
    assert "核对以后有 1 处改动" in words(dialog)


def test_paper_of_a_deleted_form_is_known(user: User) -> None:
    code = code_of(user)
    user.trigger("actionDeleteForm")
    dialog = verify(user, code)
    assert "已经删除" in words(dialog)
    assert table(dialog, "proofIssues")[0][3] == "—"
    user.trigger("actionUndo")
    assert "与现在的数据相同" in words(verify(user, code))


def test_the_dialog_goes_with_the_ledger(user: User) -> None:
    dialog = verify(user, code_of(user))
    user.trigger("actionCloseLedger")
    assert not dialog.isVisible()


def test_everything_in_it_has_a_name_and_the_keyboard_reaches_it(user: User) -> None:
    change(user, "140000")
    dialog = verify(user, "00000000")
    parts = [part for part in dialog.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    named = [part for part in parts if part.isVisible() and part.parent() is dialog]
    assert {part.objectName() for part in named} == {
        *("proofCode", "proofVerify", "proofIssues", "proofDifferences", "proofReprint", "proofClose")
    }
    assert all(part.accessibleName() for part in named)
