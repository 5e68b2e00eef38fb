"""Private notes, and values that came from a file until the user makes them his own: by keyboard, stored, undone."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.ui.document.cells import CELL
from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User

WEIGHT = 5


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


def write_note(user: User, text: str) -> None:
    def work(dialog: QDialog) -> None:
        user.press(Key.Key_A, with_=CONTROL)
        user.type(text)
        user.press(Key.Key_Tab, Key.Key_Return)

    user.in_dialog("noteDialog", work)
    user.press(Key.Key_F2, with_=SHIFT)


def test_a_note_is_kept_in_the_ledger_and_taken_back_with_undo(
    user: User, sit: Sit, ledger: Path, qtbot: QtBot
) -> None:
    user.go_to("indicatorsTab", 1, WEIGHT)
    write_note(user, "问过财务")
    cell = FieldRef.indicator(1, "weight")
    assert form_of(user).cell_note(cell) == "问过财务"
    assert user.place() == ("indicatorsTab", 1, WEIGHT)
    table = user.find(QTableView, "indicatorTable")
    assert "私人备注：问过财务" in table.model().index(1, WEIGHT).data(3)
    qtbot.waitUntil(lambda: stored(ledger)[0].cell_note(cell) == "问过财务")
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).cell_note(cell) == ""
    user.press(Key.Key_Y, with_=CONTROL)
    user.close()
    again = sit(ledger)
    assert form_of(again).cell_note(cell) == "问过财务"
    again.go_to("indicatorsTab", 1, WEIGHT)
    write_note(again, " ")
    assert form_of(again).annotations.is_blank


def test_undo_goes_to_the_cell_that_a_note_was_written_on(user: User) -> None:
    user.go_to("indicatorsTab", 1, WEIGHT)
    write_note(user, "问过财务")
    for key in (Key.Key_Z, Key.Key_Y):
        user.turn_to("goalsTab")
        user.press(key, with_=CONTROL)
        assert user.place() == ("indicatorsTab", 1, WEIGHT)


def test_undo_goes_to_the_first_cell_that_was_confirmed(imported: User) -> None:
    imported.go_to("indicatorsTab", 2, WEIGHT)
    imported.press(Key.Key_K, with_=CONTROL)
    imported.turn_to("fundsTab")
    imported.press(Key.Key_Z, with_=CONTROL)
    assert imported.place() == ("indicatorsTab", 2, WEIGHT)


def test_a_goal_and_the_head_take_notes_too(user: User) -> None:
    user.turn_to("goalsTab")
    write_note(user, "照抄批复")
    assert form_of(user).cell_note(FieldRef.goal("expected")) == "照抄批复"
    assert "照抄批复" in user.find(QPlainTextEdit, "goalExpected").toolTip()
    user.find(QLineEdit, "projectName").setFocus()
    write_note(user, "全称")
    assert form_of(user).cell_note(FieldRef.head("project_name")) == "全称"


@pytest.fixture
def imported(sit: Sit, tmp_path: Path) -> User:
    """At a form whose values all came from a file."""
    form = complete_form(project_name="外来项目")
    marked = edits.mark_origin(form, filled_cells(form), ValueOrigin.IMPORTED)
    return sit(ledger_of(tmp_path / "来表.selfeval", marked))


@pytest.mark.parametrize("column", [0, 3, WEIGHT], ids=["level", "text", "figure"])
def test_looking_at_an_imported_value_in_its_editor_leaves_it_marked(imported: User, column: int) -> None:
    before = form_of(imported)
    imported.go_to("indicatorsTab", 0, column)
    imported.press(Key.Key_F2, Key.Key_Return)
    imported.go_to("indicatorsTab", 1, 3)
    imported.press(Key.Key_F2)
    imported.window.document.flush()
    imported.press(Key.Key_Escape)
    assert form_of(imported) is before
    assert not imported.find(QAction, "actionUndo").isEnabled()


def test_the_same_text_typed_anew_is_the_users_own(imported: User) -> None:
    imported.go_to("indicatorsTab", 0, WEIGHT)
    imported.type("20")
    imported.press(Key.Key_Return)
    assert form_of(imported).cell_origin(FieldRef.indicator(0, "weight")) is None


@pytest.mark.parametrize("column", [0, 3, WEIGHT], ids=["level", "text", "figure"])
def test_giving_up_what_was_stored_meanwhile_gives_back_the_mark(imported: User, column: int) -> None:
    before = form_of(imported)
    imported.go_to("indicatorsTab", 0, column)
    imported.type("7")
    imported.window.document.flush()
    assert len(form_of(imported).annotations.origins) < len(before.annotations.origins)
    imported.press(Key.Key_Escape)
    assert form_of(imported).same_as(before)


def test_imported_values_are_marked_until_they_are_confirmed_or_retyped(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "来表.json"
    file.write_bytes(form_json.write_forms([complete_form(project_name="外来项目")]))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    user.trigger("actionImport")
    form = form_of(user)
    first, second = FieldRef.indicator(0, "weight"), FieldRef.indicator(1, "weight")
    assert form.cell_origin(first) is form.cell_origin(FieldRef.goal("expected")) is ValueOrigin.IMPORTED
    user.go_to("indicatorsTab", 0, WEIGHT)
    user.press(Key.Key_K, with_=CONTROL)
    assert form_of(user).cell_origin(first) is None
    assert user.label("messageText") == "已认可 1 格的值。"
    user.press(Key.Key_Down)
    user.type("12")
    user.press(Key.Key_Return)
    assert form_of(user).cell_origin(second) is None
    table = user.find(QTableView, "indicatorTable")
    assert table.model().index(2, WEIGHT).data(CELL).origin is ValueOrigin.IMPORTED
    user.trigger("actionConfirmAll")
    assert not form_of(user).annotations.origins
    user.trigger("actionConfirmAll")
    assert user.label("messageText") == "这里没有导入或结转来的值。"
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).cell_origin(FieldRef.goal("expected")) is ValueOrigin.IMPORTED


def test_a_note_is_kept_by_a_key_from_its_text(user: User) -> None:
    def write(_dialog: QDialog) -> None:
        user.type("问过财务")
        user.press(Key.Key_Return, with_=CONTROL)

    user.go_to("indicatorsTab", 1, WEIGHT)
    user.in_dialog("noteDialog", write)
    user.press(Key.Key_F2, with_=SHIFT)
    assert form_of(user).cell_note(FieldRef.indicator(1, "weight")) == "问过财务"
