"""One undo stack for the whole window."""

from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.app.ports.session import LedgerStep, UndoableStep
from selfeval_desktop.ui.document.document import UndoSteps
from tests.ui.windows import Screen


@dataclass(frozen=True)
class Write:
    """Appends a word to a list; steps of one key merge into the word of the first and the last."""

    words: list[str]
    word: str
    merge_key: str = ""
    label: str = "写"
    fails: bool = False

    def redo(self) -> None:
        if self.fails:
            raise UnwritableFile(__file__, "disk full")  # type: ignore[arg-type] # any path will do
        self.words.append(self.word)

    def undo(self) -> None:
        self.words.remove(self.word)

    def merged_with(self, later: UndoableStep) -> UndoableStep | None:
        assert isinstance(later, Write)
        if not self.merge_key or later.merge_key != self.merge_key:
            return None
        return Write(self.words, f"{self.word}{later.word}", self.merge_key)


def test_a_step_is_done_once_when_pushed_and_taken_back_by_undo(qtbot: QtBot) -> None:
    words: list[str] = []
    steps = UndoSteps()
    steps.push_step(Write(words, "一"))
    assert words == ["一"]
    steps.undo()
    assert words == []
    steps.redo()
    assert words == ["一"]


def test_steps_of_one_key_that_follow_each_other_are_one(qtbot: QtBot) -> None:
    steps, words = UndoSteps(), list[str]()
    for word, key in (("一", "a"), ("二", "a"), ("三", "b"), ("四", ""), ("五", "")):
        steps.push_step(Write(words, word, key))
    assert steps.stack.count() == 4


def test_each_step_of_a_ledger_is_taken_back_by_itself(qtbot: QtBot) -> None:
    steps, words = UndoSteps(), list[str]()
    for word in ("一", "二"):
        steps.push_step(LedgerStep("删除", partial(words.append, word), partial(words.remove, word)))
    assert (steps.stack.count(), steps.stack.undoText(), words) == (2, "删除", ["一", "二"])
    steps.undo()
    assert (words, steps.stack.redoText()) == (["一"], "删除")
    steps.redo()
    assert words == ["一", "二"]


def test_a_sealed_step_is_not_extended(qtbot: QtBot) -> None:
    steps, words = UndoSteps(), list[str]()
    steps.push_step(Write(words, "一", "a"))
    steps.end_step_merging()
    steps.push_step(Write(words, "二", "a"))
    assert steps.stack.count() == 2


def test_typing_after_an_undo_starts_a_new_step(qtbot: QtBot) -> None:
    steps, words = UndoSteps(), list[str]()
    steps.push_step(Write(words, "一", "a"))
    steps.push_step(Write(words, "二", "b"))
    steps.undo()
    steps.push_step(Write(words, "三", "a"))
    steps.undo()
    assert words == ["一"]


def test_a_step_that_fails_is_told_to_its_action_and_not_kept(qtbot: QtBot) -> None:
    steps, words = UndoSteps(), list[str]()
    with pytest.raises(UnwritableFile):
        steps.push_step(Write(words, "一", fails=True))
    assert steps.stack.count() == 0


def test_undo_goes_back_to_the_form_and_cell_of_the_step(screen: Screen) -> None:
    screen.type_amount("87.5")
    screen.open_form(1)
    screen.do("actionTab2")
    screen.do("actionUndo")
    assert screen.form.project_name == "宣传与推广"
    assert screen.tabs.currentWidget().objectName() == "fundsTab"
    index = screen.funds.currentIndex()
    assert (index.row(), index.column()) == (1, 2)
    assert screen.funds.model().data(index) == "150,000.00"


def test_the_same_cell_of_two_forms_is_two_steps(screen: Screen) -> None:
    screen.type_amount("1")
    screen.open_form(1)
    screen.type_amount("2")
    screen.do("actionUndo")
    assert str(screen.form.fund_line("current_year").executed) == "150000"
    screen.open_form(0)
    assert str(screen.form.fund_line("current_year").executed) == "1"


def test_undo_takes_back_what_is_still_open_in_an_editor(screen: Screen) -> None:
    screen.type_amount("5", column=0)
    screen.begin_amount("87.5")
    screen.do("actionUndo")
    assert str(screen.form.fund_line("current_year").executed) == "150000"
    assert str(screen.form.fund_line("current_year").initial) == "5"


def test_undo_and_redo_say_what_they_would_do(screen: Screen) -> None:
    undo = screen.window.findChild(QAction, "actionUndo")
    redo = screen.window.findChild(QAction, "actionRedo")
    assert isinstance(undo, QAction)
    assert isinstance(redo, QAction)
    assert not undo.isEnabled()
    screen.type_amount("87.5")
    assert undo.isEnabled()
    assert "全年执行数" in undo.text()
    undo.trigger()
    assert not undo.isEnabled()
    assert "全年执行数" in redo.text()


def test_a_deleted_form_comes_back_with_undo(screen: Screen) -> None:
    screen.do("actionDeleteForm")
    assert screen.forms.model().rowCount() == 1
    screen.do("actionUndo")
    assert screen.forms.model().rowCount() == 2
    assert screen.part(QLineEdit, "projectName").text() == "宣传与推广"
