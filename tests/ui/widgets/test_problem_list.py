"""The problem list counts what was found, and each line leads to its cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.ui.widgets.problem_list import ProblemList
from tests.builders import complete_form
from tests.ui.sessions import OpenForm

NAME, UNIT = FieldRef.head("project_name"), FieldRef.head("unit")


@pytest.fixture
def session() -> OpenForm:
    return OpenForm(complete_form(project_name="", unit=""))


@pytest.fixture
def problems(session: OpenForm, qtbot: QtBot) -> ProblemList:
    problems = ProblemList(session)
    qtbot.addWidget(problems)
    with qtbot.waitExposed(problems):
        problems.show()
    return problems


@pytest.fixture
def chosen(problems: ProblemList) -> list[FieldRef]:
    """The cells that the list asked to be shown."""
    fields: list[FieldRef] = []
    problems.fieldChosen.connect(fields.append)
    return fields


def summary(problems: ProblemList) -> str:
    label = problems.findChild(QLabel)
    assert label is not None
    return label.text()


def test_the_head_counts_by_severity(problems: ProblemList, session: OpenForm) -> None:
    assert summary(problems) == "检查结果 — 2 个错误（单击跳到该处）"
    session.change(complete_form(), label="")
    assert summary(problems) == "检查结果 — 没有发现问题"
    session.close()
    assert summary(problems) == "检查结果"


def test_a_click_leads_to_the_cell(problems: ProblemList, chosen: list[FieldRef]) -> None:
    place = problems.view.visualRect(problems.view.model().index(1, 2)).center()
    QTest.mouseClick(problems.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [UNIT]


def test_arrows_only_look_and_enter_leads_to_the_cell(problems: ProblemList, chosen: list[FieldRef]) -> None:
    problems.view.setFocus()
    QTest.keyClick(problems.view, Qt.Key.Key_Down)
    QTest.keyClick(problems.view, Qt.Key.Key_Down)
    assert chosen == []
    QTest.keyClick(problems.view, Qt.Key.Key_Return)
    assert chosen == [UNIT]


def test_next_and_previous_go_round(problems: ProblemList, chosen: list[FieldRef]) -> None:
    for by in (1, 1, 1, -1):
        problems.step(by)
    assert chosen == [NAME, UNIT, NAME, UNIT]


def test_without_findings_there_is_nowhere_to_go(
    problems: ProblemList, chosen: list[FieldRef], session: OpenForm
) -> None:
    session.change(complete_form(), label="")
    problems.step(1)
    assert chosen == []
