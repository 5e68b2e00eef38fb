"""The problem list counts what was found, and each line leads to its cell."""

from decimal import Decimal
from itertools import groupby

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.accepted_findings import explain_finding
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.ui.checking.problem_list import ProblemList
from selfeval_desktop.ui.checking.problems_model import (
    PLACE,
    SENTENCE,
    SEVERITY,
    ProblemKind,
    ProblemOrder,
    ProblemsModel,
)
from selfeval_desktop.wording import cell_names
from tests.builders import complete_form, mof_2020, with_row
from tests.ui.sessions import OpenForm

NAME, LEVEL = FieldRef.head("project_name"), FieldRef.indicator(1, "level2")
UNIT = FieldRef.head("unit")


@pytest.fixture
def session() -> OpenForm:
    return OpenForm(with_row(complete_form(project_name=""), 1, level2=""))


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


def chips(problems: ProblemList) -> list[str]:
    """The filters that are shown, in their order."""
    shown = [button for button in problems.findChildren(QToolButton) if button.isVisible()]
    return [button.text() for button in shown if button.objectName().startswith("show")]


def heads(problems: ProblemList) -> list[str]:
    """What stands above the list besides the filters."""
    return [label.text() for label in problems.findChildren(QLabel) if label.isVisible()]


def lines(problems: ProblemList, column: int) -> list[str]:
    model = problems.view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_the_head_counts_by_severity(problems: ProblemList, session: OpenForm) -> None:
    problems.resize(900, 300)
    assert (heads(problems), chips(problems)) == (["检查结果", "单击跳到该处"], ["错误 2"])
    session.change_form(complete_form(), label="")
    assert (heads(problems), chips(problems)) == (["没有发现问题"], [])
    session.close()
    assert heads(problems) == ["检查结果"]


MIXED = with_row(with_row(complete_form(unit=""), 1, target="较高", actual="较高"), 0, level1="效益指标")


def test_kinds_are_left_out_and_shown_again(problems: ProblemList, session: OpenForm) -> None:
    session.change_form(MIXED, label="")
    everything = lines(problems, SEVERITY)
    assert {"错误", "提醒", "提示"} == set(everything)
    warnings = problems.findChild(QToolButton, "showWarnings")
    assert warnings is not None
    count = session.shown.found.count_open_findings(Severity.WARNING)
    assert warnings.text() == f"提醒 {count}"
    QTest.keyClick(warnings, Qt.Key.Key_Space)
    assert lines(problems, SEVERITY) == [word for word in everything if word != "提醒"]
    assert heads(problems)[1] == f"{count} 条没有显示"
    assert problems.hidden_kinds == {ProblemKind.WARNING}
    QTest.keyClick(warnings, Qt.Key.Key_Space)
    assert lines(problems, SEVERITY) == everything


def test_next_goes_through_what_is_shown(problems: ProblemList, session: OpenForm, chosen: list[FieldRef]) -> None:
    session.change_form(MIXED, label="")
    problems.sort_and_filter(ProblemOrder.SEVERITY, [ProblemKind.WARNING, ProblemKind.HINT])
    for _ in range(problems.view.model().rowCount() + 1):
        problems.step_finding(1)
    assert chosen[0] == chosen[-1] == UNIT
    assert len(set(chosen)) == problems.view.model().rowCount()


def test_by_rule_the_lines_of_a_rule_stand_together_under_its_name(problems: ProblemList, session: OpenForm) -> None:
    session.change_form(with_row(MIXED, 2, level1="效益指标"), label="")
    problems.sort_and_filter(ProblemOrder.RULE, [])
    names = lines(problems, SEVERITY)
    assert "必填项" in names
    assert [name for name, _ in groupby(names)] == list(dict.fromkeys(names))


def test_by_form_the_lines_come_as_the_cells_do(problems: ProblemList, session: OpenForm) -> None:
    session.change_form(MIXED, label="")
    before = sorted(lines(problems, SENTENCE))
    problems.sort_and_filter(ProblemOrder.FORM, [])
    assert lines(problems, PLACE)[0] == "实施单位"
    rows = [text.split(" · ")[1] for text in lines(problems, PLACE) if "行" in text]
    assert rows == sorted(rows)
    assert sorted(lines(problems, SENTENCE)) == before


def test_an_explained_finding_stands_last_with_its_reason_and_counts_no_more(
    problems: ProblemList, session: OpenForm
) -> None:
    session.change_form(MIXED, label="")
    finding = next(each for each in session.shown.found.open if each.severity is Severity.WARNING)
    open_before = session.shown.found.count_open_findings(Severity.WARNING)
    session.change_form(explain_finding(session.form, finding, "属实"), label="")
    assert lines(problems, SEVERITY)[-1] == "已说明"
    assert lines(problems, SENTENCE)[-1].endswith("说明：属实")
    assert f"提醒 {open_before - 1}" in chips(problems)
    assert "已说明 1" in chips(problems)


def test_a_click_leads_to_the_cell(problems: ProblemList, chosen: list[FieldRef]) -> None:
    place = problems.view.visualRect(problems.view.model().index(1, 2)).center()
    QTest.mouseClick(problems.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [LEVEL]


def test_a_double_click_leads_to_the_cell_too(problems: ProblemList, chosen: list[FieldRef]) -> None:
    place = problems.view.visualRect(problems.view.model().index(1, 2)).center()
    QTest.mouseClick(problems.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    chosen.clear()
    QTest.mouseDClick(problems.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(chosen) == {LEVEL}


def test_arrows_only_look_and_enter_leads_to_the_cell(problems: ProblemList, chosen: list[FieldRef]) -> None:
    problems.view.setFocus()
    QTest.keyClick(problems.view, Qt.Key.Key_Down)
    QTest.keyClick(problems.view, Qt.Key.Key_Down)
    assert chosen == []
    QTest.keyClick(problems.view, Qt.Key.Key_Return)
    assert chosen == [LEVEL]


def test_next_and_previous_go_round(problems: ProblemList, chosen: list[FieldRef]) -> None:
    for by in (1, 1, 1, -1):
        problems.step_finding(by)
    assert chosen == [NAME, LEVEL, NAME, LEVEL]


def test_next_and_previous_go_through_all_cells_of_a_line(
    problems: ProblemList, chosen: list[FieldRef], session: OpenForm
) -> None:
    session.change_form(with_row(complete_form(project_name="", unit=""), 1, level2=""), label="")
    for by in (1, 1, 1, -1, -1, -1):
        problems.step_finding(by)
    assert chosen == [NAME, UNIT, LEVEL, UNIT, NAME, LEVEL]
    assert len(lines(problems, PLACE)) == 2


def test_after_a_mended_problem_comes_the_one_below_it(
    problems: ProblemList, chosen: list[FieldRef], session: OpenForm
) -> None:
    form = with_row(with_row(complete_form(project_name=""), 1, level2=""), 3, score=Decimal(31))
    session.change_form(form, label="")
    named = lines(problems, PLACE)
    problems.step_finding(1)
    problems.step_finding(1)
    first, second = chosen
    session.change_form(edits.set_cell(session.form, second, "有"), label="")
    assert problems.view.selectionModel().selectedRows() == []
    problems.step_finding(1)
    problems.step_finding(-1)
    assert [cell_names.cell_path(field, mof_2020()) for field in chosen] == [*named[:3], named[0]]
    assert chosen[-1] == first


def test_the_list_stays_where_it_is_when_the_chosen_problem_is_mended(problems: ProblemList, session: OpenForm) -> None:
    form = with_row(with_row(MIXED, 1, level2=""), 3, score=Decimal(31))
    form = edits.set_cell(form, FieldRef.goal("expected"), "2022年印制登记单。")
    problems.resize(600, problems.height_of(4))
    session.change_form(form, label="")
    last = problems.view.model().rowCount() - 1
    problems.view.setCurrentIndex(problems.view.model().index(last, SENTENCE))
    problems.view.scrollToTop()
    session.change_form(edits.set_cell(session.form, problems_field(problems, last), "≥95%"), label="")
    assert problems.view.verticalScrollBar().value() == 0
    assert problems.view.selectionModel().selectedRows() == []


def problems_field(problems: ProblemList, row: int) -> FieldRef:
    model = problems.view.model()
    assert isinstance(model, ProblemsModel)
    return model.rows[row].cells[0]


def test_without_findings_there_is_nowhere_to_go(
    problems: ProblemList, chosen: list[FieldRef], session: OpenForm
) -> None:
    session.change_form(complete_form(), label="")
    problems.step_finding(1)
    assert chosen == []


def height_needed(problems: ProblemList, row: int) -> int:
    """What the sentence of that row takes at the width it has, as Qt's own layout tells."""
    view = problems.view
    text = view.model().index(row, SENTENCE).data()
    room = QRect(0, 0, view.columnWidth(SENTENCE) - 8, 10_000)
    return view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


@pytest.mark.parametrize("width", [900, 500, 320])
def test_sentences_are_seen_in_full_at_any_width(problems: ProblemList, session: OpenForm, width: int) -> None:
    problems.resize(width, 300)
    session.change_form(with_row(complete_form(unit=""), 0, weight=Decimal(3)), label="")
    rows = range(problems.view.model().rowCount())
    assert len(rows) > 1
    assert [row for row in rows if problems.view.rowHeight(row) < height_needed(problems, row)] == []
    assert problems.view.columnViewportPosition(SENTENCE) + problems.view.columnWidth(SENTENCE) <= width


def test_rows_grow_in_a_narrow_list_and_shrink_again(problems: ProblemList) -> None:
    problems.resize(900, 300)
    low = problems.view.rowHeight(0)
    problems.resize(240, 300)
    assert problems.view.rowHeight(0) > low
    problems.resize(900, 300)
    assert problems.view.rowHeight(0) == low


def test_a_finding_of_a_longer_sentence_makes_its_row_taller(problems: ProblemList, session: OpenForm) -> None:
    problems.resize(360, 300)
    session.change_form(with_row(complete_form(), 0, weight=Decimal(3)), label="")
    assert problems.view.rowHeight(0) >= height_needed(problems, 0) > problems.view.fontMetrics().height()


@pytest.mark.parametrize("lines", [3, 5])
def test_the_list_tells_how_tall_it_is_with_so_many_lines(problems: ProblemList, lines: int) -> None:
    problems.resize(900, problems.height_of(lines))
    assert problems.view.viewport().height() == lines * problems.view.rowHeight(0)
