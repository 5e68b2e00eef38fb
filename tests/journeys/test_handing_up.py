"""From a finished form to the receiver and back: packages, lists, typing over, answers."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)
from python_calamine import CalamineWorkbook

from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.app.ports.output_events import ReceiverAnswer, ReceiverComment
from selfeval_desktop.domain.form.annotations import BLANK_ANNOTATIONS, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.portal_lists import HEADINGS
from selfeval_desktop.output import package
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import CONTROL, Key, User
from tests.output.test_package import changed, tampering

CARRIED = BLANK_ANNOTATIONS.with_origin([FieldRef.goal("actual")], ValueOrigin.CARRIED)
Work = Callable[[QDialog], None]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Four forms: one ready, one with an error, one with a value to confirm, one with a character that portals refuse."""
    return ledger_of(
        tmp_path / "台账.selfeval",
        complete_form(),
        complete_form(project_name=""),
        replace(complete_form(project_name="结转"), annotations=CARRIED),
        with_row(complete_form(project_name="小于"), 0, target="<5件", actual="3件"),
    )


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def part(dialog: QDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def item(table: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    found = table.item(row, column)
    assert found is not None
    return found


def package_work(target: Path, *rows: int) -> Work:
    """Tick these lines of the package dialog and write to that file."""

    def work(dialog: QDialog) -> None:
        forms, line = (
            dialog.findChild(QListWidget, "packageForms"),
            dialog.findChild(QLineEdit, "packageTarget"),
        )
        assert forms is not None
        assert line is not None
        for row in range(forms.count()):
            state = Qt.CheckState.Checked if row in rows else Qt.CheckState.Unchecked
            forms.item(row).setCheckState(state)
        line.setText(str(target))
        part(dialog, "packageOk").click()

    return work


def states(user: User) -> list[State]:
    ledger = user.window.document.ledger
    assert ledger is not None
    return [summary.state for summary in ledger.summaries]


def test_forms_without_errors_are_handed_up_in_one_package(user: User, tmp_path: Path) -> None:
    target = tmp_path / "上报.zip"
    user.in_dialog("packageDialog", package_work(target, 0))
    user.trigger("actionPackage")
    with zipfile.ZipFile(target) as archive:
        assert "manifest.txt" in archive.namelist()
    assert "没有差异" in user.label("messageText")
    assert states(user)[0] is State.EXPORTED


def test_values_to_confirm_are_told_form_by_form_and_nothing_is_written(user: User, tmp_path: Path) -> None:
    target = tmp_path / "上报.zip"
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        lines = dialog.findChild(QListWidget, "listingLines")
        assert lines is not None
        told.extend(lines.item(row).text() for row in range(lines.count()))

    def work(dialog: QDialog) -> None:
        user.in_dialog("notReadyDialog", read)
        package_work(target, 0, 1)(dialog)

    user.in_dialog("packageDialog", work)
    user.trigger("actionPackage")
    assert len(told) == 1
    assert "1 处导入或结转来的值没有核对" in told[0]
    assert not target.exists()


@pytest.mark.parametrize("goes_on", [False, True])
def test_characters_that_a_receiver_may_refuse_are_listed_before(user: User, tmp_path: Path, *, goes_on: bool) -> None:
    target = tmp_path / "上报.zip"

    def answer(dialog: QDialog) -> None:
        lines = dialog.findChild(QListWidget, "listingLines")
        assert lines is not None
        assert lines.item(0).text().startswith("指标 · 第 1 行 · 年度指标值“<”")
        part(dialog, "listingAnyway" if goes_on else "listingLeave").click()

    def work(dialog: QDialog) -> None:
        user.in_dialog("foreignDialog", answer)
        package_work(target, 2)(dialog)

    user.in_dialog("packageDialog", work)
    user.trigger("actionPackage")
    assert target.exists() is goes_on


def test_a_broken_writer_is_told_and_leaves_nothing(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "xlsx_bytes", tampering(changed))
    user.in_dialog("packageDialog", package_work(tmp_path / "上报.zip", 0))
    user.trigger("actionPackage")
    assert "指标 · 第 2 行 · 实际完成值" in user.label("messageText")
    assert not (tmp_path / "上报.zip").exists()
    assert states(user)[0] is State.READY


def test_with_errors_in_every_form_there_is_nothing_to_hand_up(sit: Sit, tmp_path: Path) -> None:
    user = sit(ledger_of(tmp_path / "a.selfeval", complete_form(project_name="")))
    user.trigger("actionPackage")
    assert "还没有一张表可以上报" in user.label("messageText")


@pytest.mark.parametrize(("kind", "ending"), [("docx", "docx"), ("list", "xlsx")])
def test_word_and_list_are_kinds_of_export(user: User, tmp_path: Path, kind: str, ending: str) -> None:
    target = tmp_path / f"表.{ending}"

    def work(dialog: QDialog) -> None:
        box, line = dialog.findChild(QComboBox, "exportKind"), dialog.findChild(QLineEdit, "exportTarget")
        assert box is not None
        assert line is not None
        box.setCurrentIndex(box.findData(kind))
        assert line.text().endswith(f".{ending}")
        line.setText(str(target))
        dialog.accept()

    user.in_dialog("exportDialog", work)
    user.trigger("actionExport")
    if kind == "docx":
        assert len(docx.Document(str(target)).tables) == 2
    else:
        rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
        assert rows[0] == list(HEADINGS)
    assert states(user)[0] is State.EXPORTED


def test_a_spreadsheet_is_written_without_asking_and_odd_characters_told_after(user: User, tmp_path: Path) -> None:
    user.click("formList", 3)

    def work(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit, "exportTarget")
        assert line is not None
        line.setText(str(tmp_path / "表.xlsx"))
        dialog.accept()

    user.in_dialog("exportDialog", work)
    user.trigger("actionExport")
    assert (tmp_path / "表.xlsx").exists()
    assert "接收方可能不收：指标 · 第 1 行 · 年度指标值“<”" in user.label("messageText")


def test_a_form_is_typed_over_by_keyboard_alone(user: User) -> None:
    def work(dialog: QDialog) -> None:
        count, text = (
            dialog.findChild(QLabel, "typeOverCount"),
            dialog.findChild(QPlainTextEdit, "typeOverText"),
        )
        assert count is not None
        assert text is not None
        total = int(count.text().split("共 ")[1].split(" ")[0])
        user.press(Key.Key_C, with_=CONTROL)
        assert QGuiApplication.clipboard().text() == "宣传与推广"
        user.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
        assert text.toPlainText() == "150,000.00"
        user.press(Key.Key_C, with_=CONTROL)
        assert QGuiApplication.clipboard().text() == "150000"
        user.press(*[Key.Key_PageUp] * 5)
        assert count.text().startswith("第 1 项")
        user.press(*[Key.Key_Return] * total)
        assert count.text() == f"第 {total} 项，共 {total} 项；已录 {total} 项"
        user.press(Key.Key_Escape)

    user.in_dialog("typeOverDialog", work)
    user.trigger("actionTypeOver")


def test_ticks_are_kept_while_the_ledger_is_open(user: User) -> None:
    shown: list[str] = []

    def tick(dialog: QDialog) -> None:
        user.press(Key.Key_Return, Key.Key_Return)

    def look(dialog: QDialog) -> None:
        count = dialog.findChild(QLabel, "typeOverCount")
        assert count is not None
        shown.append(count.text())

    for work in (tick, look):
        user.in_dialog("typeOverDialog", work)
        user.trigger("actionTypeOver")
    assert shown[0].startswith("第 3 项")
    assert shown[0].endswith("已录 2 项")


def test_another_ledger_begins_without_ticks(user: User, tmp_path: Path) -> None:
    shown: list[str] = []

    def tick(dialog: QDialog) -> None:
        user.press(Key.Key_Return, Key.Key_Return)

    def look(dialog: QDialog) -> None:
        count = dialog.findChild(QLabel, "typeOverCount")
        assert count is not None
        shown.append(count.text())

    user.in_dialog("typeOverDialog", tick)
    user.trigger("actionTypeOver")
    user.window.document.open_ledger(ledger_of(tmp_path / "别的.selfeval", complete_form()))
    user.window.document.show_form(1)
    user.in_dialog("typeOverDialog", look)
    user.trigger("actionTypeOver")
    assert shown[0].startswith("第 1 项")
    assert shown[0].endswith("已录 0 项")


def test_the_list_for_the_other_pc_can_be_printed(user: User) -> None:
    titles: list[str] = []

    def print_it(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())

    def work(dialog: QDialog) -> None:
        user.in_dialog("printDialog", print_it)
        part(dialog, "typeOverPrint").click()

    user.in_dialog("typeOverDialog", work)
    user.trigger("actionTypeOver")
    assert len(titles) == 1


def answers_of(user: User) -> dict[int, ReceiverAnswer]:
    ledger, form = user.window.document.ledger, user.window.document.form
    assert ledger is not None
    assert form is not None
    return dict(ledger.store.receiver_answers(form.form_id))


@pytest.fixture
def answered(user: User, tmp_path: Path) -> QDialog:
    """The dialog over one export."""
    user.in_dialog("packageDialog", package_work(tmp_path / "上报.zip", 0))
    user.trigger("actionPackage")
    user.trigger("actionAnswers")
    return user.find(QDialog, "answersDialog")


def test_an_answer_and_its_comments_are_noted_tied_to_cells_and_ticked_off(user: User, answered: QDialog) -> None:
    issue = answered.findChild(QComboBox, "answersIssue")
    new = answered.findChild(QPlainTextEdit, "answersNew")
    table = answered.findChild(QTableWidget, "answersComments")
    assert issue is not None
    assert new is not None
    assert table is not None
    assert "上报包 · 上报.zip" in issue.itemText(0)
    new.setPlainText("请补充偏差原因\n附件缺盖章\n")
    part(answered, "answersAdd").click()
    assert answers_of(user) == {
        1: ReceiverAnswer("returned", (ReceiverComment("请补充偏差原因"), ReceiverComment("附件缺盖章")))
    }
    user.window.activateWindow()
    user.go_to("indicatorsTab", 2, 7)
    field = user.window.document.form
    assert field is not None
    table.setCurrentCell(0, 0)
    part(answered, "answersTie").click()
    item(table, 1, 0).setCheckState(Qt.CheckState.Checked)
    (first, second) = answers_of(user)[1].comments
    assert first.cell is not None
    assert (first.cell.row, second.done) == (field.form.indicators[2].key, True)
    assert "第 3 行" in item(table, 0, 1).text()
    user.turn_to("fundsTab")
    part(answered, "answersGo").click()
    assert user.place()[:2] == ("indicatorsTab", 2)
    table.setCurrentCell(1, 0)
    part(answered, "answersRemove").click()
    assert len(answers_of(user)[1].comments) == 1


def test_a_verdict_is_noted_by_itself(user: User, answered: QDialog) -> None:
    box = answered.findChild(QComboBox, "answersVerdict")
    assert box is not None
    box.setCurrentIndex(box.findData("accepted"))
    assert answers_of(user) == {1: ReceiverAnswer("accepted")}
    box.setCurrentIndex(box.findData(None))
    assert answers_of(user) == {}


def test_the_dialog_follows_the_open_form_and_goes_with_the_ledger(user: User, answered: QDialog) -> None:
    user.click("formList", 2)
    about, verdict = (
        answered.findChild(QLabel, "answersAbout"),
        answered.findChild(QComboBox, "answersVerdict"),
    )
    assert about is not None
    assert verdict is not None
    assert about.text().endswith("还没有导出过。")
    assert not verdict.isEnabled()
    user.trigger("actionCloseLedger")
    assert not answered.isVisible()


def test_a_comment_of_a_row_that_is_gone_says_so(user: User, answered: QDialog) -> None:
    ledger = user.window.document.ledger
    assert ledger is not None
    ledger.store.save_answer(1, ReceiverAnswer("returned", (ReceiverComment("甲", FieldRef.indicator(99, "actual")),)))
    user.trigger("actionAnswers")
    table = answered.findChild(QTableWidget, "answersComments")
    assert table is not None
    assert item(table, 0, 1).text() == "（这一行已删除）"
    part(answered, "answersGo").click()
    QTest.keyClick(answered, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not answered.isVisible()
