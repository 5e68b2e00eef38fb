"""The two goal texts: every keystroke is in the form, undo is the window's."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.ui.document.print_layout_watch import PrintLayoutWatch
from selfeval_desktop.ui.filling.goals_tab import GoalsTab
from tests.builders import complete_form
from tests.ui.sessions import OpenForm


@pytest.fixture
def session() -> OpenForm:
    return OpenForm(complete_form(goals=Goals("abc", "")))


@pytest.fixture
def page(session: OpenForm, qtbot: QtBot) -> Iterator[GoalsTab]:
    window = QWidget()
    page = GoalsTab(session, PrintLayoutWatch(session, lambda _: (), window), window)
    QHBoxLayout(window).addWidget(page)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield page
    window.close()


def box(page: GoalsTab, name: str) -> QPlainTextEdit:
    found = page.findChild(QPlainTextEdit, name)
    assert found is not None
    return found


def labels(page: GoalsTab) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_each_keystroke_is_in_the_form_at_once(page: GoalsTab, session: OpenForm) -> None:
    QTest.keyClicks(box(page, "goalActual"), "ab")
    assert session.form.goals.actual == "ab"
    assert len(session.steps.done) == 1


def test_typing_in_the_middle_stays_in_the_middle(page: GoalsTab, session: OpenForm) -> None:
    expected = box(page, "goalExpected")
    expected.moveCursor(QTextCursor.MoveOperation.Right)
    QTest.keyClicks(expected, "xy")
    assert session.form.goals.expected == "axybc"
    assert expected.textCursor().position() == 3


def test_undo_goes_back_a_sentence_not_a_page(page: GoalsTab, session: OpenForm) -> None:
    actual = box(page, "goalActual")
    QTest.keyClicks(actual, "one;two")
    session.steps.undo()
    assert actual.toPlainText() == "one;"
    session.steps.undo()
    assert actual.toPlainText() == ""


def test_the_undo_key_is_left_to_the_window(page: GoalsTab) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(box(page, "goalActual"), event)
    assert not event.isAccepted()


def test_a_text_from_elsewhere_replaces_only_what_differs(page: GoalsTab, session: OpenForm) -> None:
    expected = box(page, "goalExpected")
    expected.setFocus()
    session.change_form(complete_form(goals=Goals("a𠮷bc", "")), label="")
    assert expected.toPlainText() == "a𠮷bc"
    session.change_form(complete_form(goals=Goals("a𠮷b", "")), label="")
    assert expected.toPlainText() == "a𠮷b"
    assert session.form.goals.expected == "a𠮷b"


def test_characters_are_counted_without_white_space(page: GoalsTab) -> None:
    QTest.keyClicks(box(page, "goalActual"), "a b\tc")
    assert "3 字" in labels(page)


def test_a_missing_text_is_named_beside_its_title(page: GoalsTab, session: OpenForm) -> None:
    missing = [text for text in labels(page) if "没有填写" in text]
    assert len(missing) == 1
    QTest.keyClicks(box(page, "goalActual"), "done")
    assert not [text for text in labels(page) if "没有填写" in text]


def test_a_goal_is_found_by_its_address(page: GoalsTab) -> None:
    assert page.show_field(FieldRef.goal("actual"))
    assert page.current_field() == FieldRef.goal("actual")
    assert not page.show_field(FieldRef.head("unit"))
