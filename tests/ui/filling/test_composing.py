"""Chinese typed on Windows into a cell, a goal and a dialog; Enter, Tab and Esc are the input method's meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.annotation_commands import NoteDialog
from selfeval_desktop.ui.filling.funds_tab import FundsTab
from selfeval_desktop.ui.filling.goals_tab import GoalsTab
from selfeval_desktop.ui.filling.indicators_tab import IndicatorsTab
from tests.ui.composing import WindowsComposition, windows_input_method
from tests.ui.sessions import OpenForm
from tests.ui.windows import Screen

CELL = FieldRef.indicator(1, "level3")
Key = Qt.Key


@pytest.fixture
def method() -> Iterator[WindowsComposition]:
    with windows_input_method() as method:
        yield method


@pytest.fixture
def cell(page: IndicatorsTab, session: OpenForm) -> str:
    """The cursor is on a cell; its text."""
    assert page.show_field(CELL)
    page.table.setFocus()
    return session.form.indicators[1].level3


@pytest.fixture
def goal(session: OpenForm, qtbot: QtBot) -> Iterator[QPlainTextEdit]:
    """The cursor is before the expected goal."""
    window = QWidget()
    goals = GoalsTab(session, PrintLayoutWatch(session, lambda _: (), window), window)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    box = goals.findChild(QPlainTextEdit, "goalExpected")
    assert box is not None
    box.setFocus()
    yield box
    window.close()


@pytest.fixture
def dialog(qtbot: QtBot) -> NoteDialog:
    """A note that stands there, all of it selected."""
    dialog = NoteDialog("三级指标", "旧的", None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key that comes to the window, as none is composing."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def test_a_chosen_candidate_replaces_the_cell(cell: str, method: WindowsComposition, session: OpenForm) -> None:
    method.type_letters("liangshi")
    method.move_among_candidates()
    method.choose("粮食")
    press(Key.Key_Return)
    assert session.form.indicators[1].level3 == "粮食"
    assert len(session.steps.done) == 1


def test_words_one_after_the_other_go_into_one_cell(cell: str, method: WindowsComposition, session: OpenForm) -> None:
    method.type_letters("liangshi")
    method.choose("粮食")
    method.type_letters("chu")
    method.choose("储")
    method.choose("（")
    method.type_letters("bei")
    method.keep_letters()
    press(Key.Key_Tab)
    assert session.form.indicators[1].level3 == "粮食储（bei"


def test_enter_keeps_the_letters_and_the_cell_open(
    cell: str, method: WindowsComposition, page: IndicatorsTab, session: OpenForm
) -> None:
    method.type_letters("abc")
    method.keep_letters()
    assert page.current_field() == CELL
    assert session.form.indicators[1].level3 == cell
    method.type_letters("liangshi")
    method.choose("粮食")
    press(Key.Key_Return)
    assert session.form.indicators[1].level3 == "abc粮食"


def test_esc_drops_the_letters_and_another_one_what_was_typed(
    cell: str, method: WindowsComposition, page: IndicatorsTab, session: OpenForm
) -> None:
    method.type_letters("liangshi")
    method.drop_letters()
    assert page.current_field() == CELL
    press(Key.Key_Escape)
    assert session.form.indicators[1].level3 == cell
    assert not session.steps.done


def test_letters_are_kept_where_the_focus_goes_elsewhere(screen: Screen, method: WindowsComposition) -> None:
    screen.funds.setFocus()
    screen.funds.setCurrentIndex(screen.funds.model().index(1, 2))
    method.type_letters("80")
    screen.part(QLineEdit, "projectName").setFocus()
    assert str(screen.form.fund_line("current_year").executed) == "80"
    assert screen.form.project_name == "宣传与推广"


def test_full_width_digits_become_an_amount(qtbot: QtBot, method: WindowsComposition, session: OpenForm) -> None:
    funds = FundsTab(session)
    qtbot.addWidget(funds)
    with qtbot.waitExposed(funds):
        funds.show()
    assert funds.show_field(FieldRef.fund("current_year", "executed"))
    funds.table.setFocus()
    method.type_letters("yi")
    method.choose("８７．５")
    press(Key.Key_Return)
    assert str(session.form.fund_line("current_year").executed) == "87.5"


def test_a_goal_takes_what_was_chosen_and_no_letter_of_it(
    goal: QPlainTextEdit, method: WindowsComposition, session: OpenForm
) -> None:
    before = session.form.goals.expected
    method.type_letters("liangshi")
    method.move_among_candidates()
    assert session.form.goals.expected == before
    method.choose("粮食")
    assert session.form.goals.expected == f"粮食{before}"
    method.type_letters("an")
    method.drop_letters()
    assert session.form.goals.expected == f"粮食{before}"
    method.type_letters("ab")
    method.keep_letters()
    assert session.form.goals.expected == f"粮食ab{before}"
    assert goal.hasFocus()


def test_a_dialog_stays_open_while_composing(dialog: NoteDialog, method: WindowsComposition) -> None:
    method.type_letters("liangshi")
    method.move_among_candidates()
    method.drop_letters()
    method.type_letters("ab")
    method.keep_letters()
    method.type_letters("liangshi")
    method.choose("粮食")
    assert dialog.isVisible()
    assert dialog.note == "ab粮食"
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
