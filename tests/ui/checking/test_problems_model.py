"""The problem list shows every finding once, the heaviest first."""

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.checking.problems_model import PLACE, SENTENCE, SEVERITY, ProblemsModel
from tests.builders import complete_form, with_row
from tests.ui.sessions import OpenForm


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def model(session: OpenForm, qtbot: object) -> ProblemsModel:
    return ProblemsModel(session)


def cells(model: ProblemsModel) -> list[FieldRef]:
    return [cell for line in model.rows for cell in line.cells]


def test_a_complete_form_has_no_line(model: ProblemsModel) -> None:
    assert model.rowCount() == 0


def test_qt_finds_no_fault_with_the_model_while_findings_come_and_go(
    model: ProblemsModel, session: OpenForm, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves this one untyped
    session.change_form(complete_form(project_name="", unit=""), label="")
    session.change_form(with_row(complete_form(unit=""), 1, weight=None), label="")
    session.steps.undo()
    session.change_form(complete_form(), label="")
    session.close()


def test_a_line_says_severity_place_and_what_to_do(model: ProblemsModel, session: OpenForm) -> None:
    session.change_form(complete_form(project_name=""), label="")
    line = [model.index(0, column).data() for column in (SEVERITY, PLACE, SENTENCE)]
    assert line[:2] == ["错误", "项目名称"]
    assert line[2].endswith("。")
    assert cells(model) == [FieldRef.head("project_name")]


def test_errors_stand_before_warnings(model: ProblemsModel, session: OpenForm) -> None:
    session.change_form(with_row(complete_form(unit=""), 0, level1="效益指标"), label="")
    words = [model.index(row, SEVERITY).data() for row in range(model.rowCount())]
    assert words == sorted(words, key=["错误", "提醒", "提示"].index)
    assert {"错误", "提醒"} <= set(words)


def test_the_lines_are_the_findings_after_any_change(model: ProblemsModel, session: OpenForm) -> None:
    for form in (complete_form(unit=""), complete_form(unit="", year=None), complete_form(year=None)):
        session.change_form(form, label="")
        assert cells(model) == [finding.field for finding in session.shown.evaluation.findings]


def test_the_findings_of_one_rule_are_one_line_with_their_cells(model: ProblemsModel, session: OpenForm) -> None:
    form = complete_form()
    for row in (0, 2, 3):
        form = with_row(form, row, actual="")
    session.change_form(form, label="")
    line = [model.index(0, column).data() for column in (SEVERITY, PLACE, SENTENCE)]
    assert line[:2] == ["错误", "指标 · 第 1、3、4 行 · 实际完成值"]
    assert line[2].endswith("同样的问题共 3 处。")
    assert model.shown_count == len(session.shown.evaluation.findings) > model.rowCount()


def test_only_the_lines_that_differ_are_touched(model: ProblemsModel, session: OpenForm) -> None:
    session.change_form(with_row(with_row(complete_form(unit=""), 1, score=None, actual=""), 3, target=""), label="")
    told: list[tuple[str, int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append(("changed", first.row(), last.row())))
    model.rowsInserted.connect(lambda _parent, first, last: told.append(("inserted", first, last)))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(("removed", first, last)))
    before = [model.index(row, SENTENCE).data() for row in range(model.rowCount())]
    session.change_form(replace(session.form, unit="某区信访办公室"), label="")
    after = [model.index(row, SENTENCE).data() for row in range(model.rowCount())]
    ((kind, first, last),) = told
    assert (kind, first) == ("removed", last)
    assert before[:first] + before[last + 1 :] == after
    session.steps.undo()
    assert told[1:] == [("inserted", first, first)]
