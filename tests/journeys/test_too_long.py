"""M9: a text that is longer than its cell takes is refused whole, with a sentence; nothing is ever cut."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTableView

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import BadFormFile, FileProblem
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form import texts
from selfeval_desktop.domain.reading.pasting import Refusal
from selfeval_desktop.intake.forms import incoming
from tests.builders import complete_form
from tests.intake.offices import workbook_of
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import CONTROL, Key, User

LONG = "长" * (texts.LONGEST_TEXT + 1)
NAME = "名" * (texts.LONGEST_NAME + 1)


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    return sit(examples)


def paste(user: User, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    user.press(Key.Key_V, with_=CONTROL)


def told(user: User) -> str:
    return user.label("messageText")


def test_a_name_that_is_too_long_leaves_the_box_as_it_was(user: User) -> None:
    box = user.find(QLineEdit, "projectName")
    box.setFocus()
    before = box.text()
    paste(user, NAME)
    assert box.text() == before
    assert "项目名称最多 1,000 个字" in told(user)
    assert "没有截断" in told(user)
    paste(user, "名" * 200_000)
    assert box.text() == before
    assert QGuiApplication.clipboard().text() == "名" * 200_000


def test_typing_meets_the_limit_letter_by_letter(user: User) -> None:
    box = user.find(QLineEdit, "projectName")
    box.setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    paste(user, "名" * texts.LONGEST_NAME)
    assert len(box.text()) == texts.LONGEST_NAME
    user.type("ab")
    assert box.text() == "名" * texts.LONGEST_NAME
    assert "有 1,001 个字" in told(user)


def test_a_goal_that_is_too_long_leaves_the_box_as_it_was(user: User) -> None:
    user.turn_to("goalsTab")
    box = user.find(QPlainTextEdit, "goalExpected")
    before = box.toPlainText()
    paste(user, LONG)
    assert box.toPlainText() == before
    assert "最多 100,000 个字" in told(user)
    user.type("好")
    assert len(box.toPlainText()) == len(before) + 1


@pytest.mark.parametrize(("column", "text"), [(7, LONG), (0, NAME), (5, NAME)])
def test_an_open_cell_keeps_what_was_typed_before(user: User, examples: Path, column: int, text: str) -> None:
    user.go_to("indicatorsTab", 0, column)
    user.type("12")
    paste(user, text)
    assert "没有放进去" in told(user)
    user.type("3")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 0, column).startswith("123")
    user.close()
    assert NAME not in str(stored(examples)[0])


def test_a_cell_that_a_program_writes_to_stays_as_it_was(user: User) -> None:
    model = user.find(QTableView, "indicatorTable").model()
    before = user.cell("indicatorTable", 0, 7)
    assert not model.setData(model.index(0, 7), LONG)
    assert user.cell("indicatorTable", 0, 7) == before
    assert "没有放进去" in told(user)


def test_a_block_is_pasted_without_the_cell_that_is_too_long(user: User) -> None:
    user.go_to("indicatorsTab", 0, 7)
    before = user.cell("indicatorTable", 0, 7)
    paste(user, f"{LONG}\n好\n")
    assert user.cell("indicatorTable", 0, 7) == before
    assert user.cell("indicatorTable", 1, 7) == "好"
    assert "有 1 处没有放进去" in told(user)


def test_an_amount_is_pasted_without_the_cell_that_is_too_long(user: User) -> None:
    user.go_to("fundsTab", 1, 1)
    before = user.cell("fundsTable", 1, 1)
    paste(user, f"{NAME}\t5")
    assert user.cell("fundsTable", 1, 1) == before
    assert user.cell("fundsTable", 1, 2) == "5.00"


@pytest.mark.parametrize(("key", "text", "length"), [("project_name", NAME, 1_001), ("goals.expected", LONG, 100_001)])
def test_json_with_a_text_that_is_too_long_is_refused(key: str, text: str, length: int) -> None:
    data = form_json.write_forms([complete_form()]).decode()
    old = "宣传与推广" if key == "project_name" else "印制登记单，开展信访宣传。"
    with pytest.raises(BadFormFile) as refused:
        form_json.read_forms(
            data.replace(old, text).encode(), path=Path("x.json"), templates=bootstrap.installed_templates()
        )
    assert (refused.value.place, refused.value.problem) == (f"[0].{key}", FileProblem.TOO_LONG)
    assert refused.value.found == str(length)


def test_a_spreadsheet_comes_in_without_the_name_that_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(workbook_of(complete_form()))
    book = openpyxl.load_workbook(path)
    for cell in (cell for row in book.worksheets[0] for cell in row):
        if cell.value == "宣传与推广":
            cell.value = NAME
    book.save(path)
    (found,) = incoming.read_file(path, bootstrap.installed_templates()).recognised_forms
    read = found.readings[0]
    assert read.form.project_name == ""
    assert [each.reason for each in read.doubts] == [Refusal.TOO_LONG]
