"""The list of forms as a model."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ports.forms import FormSummary, State
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.ui.document.form_list_model import DETAIL, FormOrder, FormsModel
from tests.builders import complete_form, mof_2020, with_fund
from tests.ui.summaries import summary_of

READY = summary_of(1, complete_form(project_name="宣传"))
DRAFT = summary_of(2, complete_form(project_name="", year=2022, unit="某区档案馆"))
PRINTED = summary_of(3, complete_form(project_name="安全"), State.PRINTED)


@pytest.fixture
def model() -> FormsModel:
    made = FormsModel()
    made.show_summaries([READY, DRAFT, PRINTED])
    return made


def ids(model: FormsModel) -> list[int]:
    return [form.form_id for form in model.shown_forms()]


def test_the_model_keeps_qts_rules(model: FormsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it
    model.search_forms("宣传")
    model.filter_unit("某区档案馆")
    model.show_summaries([DRAFT], ["某区档案馆"])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it


@pytest.mark.parametrize(
    ("form", "detail"),
    [
        (READY, "执行 100.00% · 100 分 · 可打印"),
        (DRAFT, "执行 100.00% · 1 个错误"),
        (PRINTED, "执行 100.00% · 100 分 · 已打印"),
        (replace(READY, warnings=3), "执行 100.00% · 3 个提醒"),
        (replace(READY, score_total=Decimal("97.47"), execution_rate=None), "执行 — · 97.47 分 · 可打印"),
    ],
)
def test_the_second_line_says_how_the_form_stands(model: FormsModel, form: FormSummary, detail: str) -> None:
    model.show_summaries([form])
    assert model.index(0).data(DETAIL) == detail


def test_a_script_can_walk_over_the_list(model: FormsModel) -> None:
    assert (model.rowCount(), model.columnCount()) == (3, 1)
    assert model.columnCount(model.index(0)) == 0


def test_a_form_without_a_name_is_still_readable(model: FormsModel) -> None:
    index = model.index_of(2)
    assert index.data() == "（未填项目名称）"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "（未填项目名称），2022 年度，执行 100.00%，1 个错误"


def test_search_takes_every_word_from_project_unit_or_department(model: FormsModel) -> None:
    model.search_forms("档案")
    assert ids(model) == [2]
    model.search_forms("信访 宣传")
    assert ids(model) == [1]
    model.search_forms("")
    assert ids(model) == [1, 2, 3]


def test_x15_search_finds_what_looks_the_same(model: FormsModel) -> None:
    model.search_forms("档\u200b案")
    assert ids(model) == [2]
    model.search_forms("信\u3164访 宣\u2800传")
    assert ids(model) == [1]


def test_one_year_can_be_shown(model: FormsModel) -> None:
    assert model.tally.form_years() == (2023, 2022)
    model.filter_year(2022)
    assert ids(model) == [2]
    model.filter_year(None)
    assert ids(model) == [1, 2, 3]


def test_one_unit_can_be_shown_however_it_is_spaced(model: FormsModel) -> None:
    model.filter_unit("某区 档案馆")
    assert ids(model) == [2]
    model.filter_unit("")
    assert ids(model) == [1, 2, 3]


def test_units_come_as_they_are_kept_and_then_those_of_stored_forms(model: FormsModel) -> None:
    model.show_summaries([READY, DRAFT, replace(PRINTED, unit="")], ["某区图书馆", "某区 档案馆"])
    assert model.unit_names() == ("某区图书馆", "某区 档案馆", "某区信访办公室")
    form = complete_form(unit="某")
    model.update_open_form(FormState(1, form, mof_2020(), evaluate(form, mof_2020())))
    assert "某" not in model.unit_names()


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (FormOrder.ID, [1, 2, 3]),
        (FormOrder.NAME, [2, 3, 1]),
        (FormOrder.STATE, [2, 1, 3]),
        (FormOrder.SCORE, [1, 2, 3]),
    ],
)
def test_the_list_can_be_sorted(model: FormsModel, order: FormOrder, expected: list[int]) -> None:
    model.sort_by(order)
    assert ids(model) == expected


def test_what_is_left_to_do_comes_first_errors_then_unconfirmed_values_then_warnings(
    model: FormsModel,
) -> None:
    form = summary_of(1, complete_form())
    warned, waiting, wrong = (
        replace(form, form_id=2, warnings=5),
        replace(form, form_id=3, waiting=1),
        replace(form, form_id=4, errors=1),
    )
    model.show_summaries([form, warned, waiting, wrong])
    model.sort_by(FormOrder.STATE)
    assert ids(model) == [4, 3, 2, 1]


def test_new_figures_touch_their_row_alone(model: FormsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        model.show_summaries([READY, DRAFT, replace(PRINTED, state=State.CHANGED)])
    assert changed.args is not None
    assert changed.args[0].row() == changed.args[1].row() == 2


def test_the_open_form_is_shown_as_it_is_now(model: FormsModel) -> None:
    form = with_fund(complete_form(project_name="宣传周"), "current_year", executed=Decimal(75000))
    model.update_open_form(FormState(1, form, mof_2020(), evaluate(form, mof_2020())))
    assert model.index(0).data() == "宣传周"
    assert model.index(0).data(DETAIL).startswith("执行 50.00%")


def test_a_form_that_is_not_in_the_list_changes_nothing(model: FormsModel) -> None:
    form = complete_form()
    model.update_open_form(FormState(9, form, mof_2020(), evaluate(form, mof_2020())))
    assert ids(model) == [1, 2, 3]


def test_what_was_shown_live_gives_way_to_what_is_stored(model: FormsModel) -> None:
    form = complete_form(project_name="半个名")
    model.update_open_form(FormState(1, form, mof_2020(), evaluate(form, mof_2020())))
    model.show_summaries([READY, DRAFT, PRINTED])
    assert model.index(0).data() == "宣传"


def test_the_row_of_a_form_goes_with_the_order(model: FormsModel) -> None:
    model.sort_by(FormOrder.NAME)
    assert [model.index_of(form_id).row() for form_id in (1, 2, 3)] == [2, 0, 1]
    model.search_forms("宣传")
    assert not model.index_of(3).isValid()
    with_more = replace(READY, form_id=4)
    model.show_summaries([READY, DRAFT, PRINTED, with_more])
    assert (ids(model), model.index_of(4).row()) == ([1, 4], 1)


def test_another_form_in_the_same_place_is_another_row(model: FormsModel) -> None:
    model.show_summaries([READY, DRAFT, replace(PRINTED, form_id=7)])
    assert ids(model) == [1, 2, 7]
