"""What is told of a cell: findings first, then where its value came from, then what is beside it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.field_help import FieldHelp
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.ui.document.cell_explanation import GREY, OVERRIDDEN, cell_outside_tables, explain_cell
from selfeval_desktop.ui.document.cells import Cell
from selfeval_desktop.ui.document.funds_model import FundsModel
from selfeval_desktop.ui.document.indicators_model import IndicatorsModel
from tests.builders import complete_form, mof_2020, with_row
from tests.ui.sessions import OpenForm

HELP = FieldHelp("什么")


def told(form: Form, field: str) -> list[tuple[Cell, str]]:
    """The remarks on a cell, as the tables show it."""
    session, address = OpenForm(form), FieldRef.parse(field)
    cell = cell_outside_tables(session.shown, address) if address.part in {"head", "goals"} else None
    for model in (FundsModel(session), IndicatorsModel(session)):
        index = model.index_of(address)
        cell = model.cell_at(index) if index.isValid() else cell
    assert cell is not None
    found = explain_cell(session.shown, address, cell, HELP)
    assert found.help is HELP
    return [(remark.sample, remark.text) for remark in found.remarks]


@pytest.mark.parametrize(
    ("field", "sample", "text"),
    [
        ("project_name", Cell(), "手工填写。"),
        ("fields.budget_note", Cell(), "还没有填写。"),
        ("indicators[0].weight", Cell(), "手工填写。"),
        ("indicators[0].deviation", Cell(), "还没有填写。"),
        ("indicators[0].score", GREY, "程序计算，可以改填。\n实际 97% 达到目标 95%，得满分 20"),
        ("indicators[0].achievement", GREY, "这一格不用填写。"),
        ("funds.total.weight", GREY, "由程序填写，不能改。\n分值由表样规定"),
        ("funds.other.rate", GREY, "这一格不用填写。"),
    ],
)
def test_a_cell_tells_where_its_value_came_from(field: str, sample: Cell, text: str) -> None:
    assert told(complete_form(), field) == [(sample, text)]


def test_a_total_of_nothing_says_so() -> None:
    assert told(complete_form(funds={}), "funds.total.initial") == [(GREY, "由程序计算，现在还没有可算的数。")]


def test_a_typed_figure_beside_the_calculated_one_is_told_with_both() -> None:
    form = with_row(complete_form(), 0, score=Decimal(19), deviation="天气")
    ((sample, text),) = told(form, "indicators[0].score")
    assert sample == OVERRIDDEN
    assert text.startswith("填写 19，程序计算 20。")
    same = told(with_row(form, 0, score=Decimal(20)), "indicators[0].score")
    assert same == [(Cell(), "手工填写，与程序计算的相同。\n实际 97% 达到目标 95%，得满分 20")]


def test_findings_come_first_and_an_empty_cell_is_not_told_of_twice() -> None:
    ((sample, text),) = told(complete_form(unit=""), "unit")
    assert sample.marked_severity is not None
    assert text == "实施单位没有填写。请填写。"
    findings = told(with_row(complete_form(), 0, weight=Decimal(-1)), "indicators[0].weight")
    assert [text for _, text in findings] == ["分值 -1 不大于 0。请改为大于 0 的分值。", "手工填写。"]


def test_origin_and_note_stand_last_with_their_signs() -> None:
    field = FieldRef.indicator(0, "target")
    form = edits.mark_origin(complete_form(), [field], ValueOrigin.CARRIED)
    form = edits.set_note(form, field, "问过财务")
    assert told(form, str(field)) == [
        (Cell(origin=ValueOrigin.CARRIED), "从上年结转，还没有认可（Ctrl+K 认可）"),
        (Cell(note="问过财务"), "私人备注：问过财务"),
    ]


def test_an_imported_figure_that_differs_is_told_as_both() -> None:
    field = FieldRef.indicator(0, "score")
    form = with_row(complete_form(), 0, score=Decimal(19), deviation="天气")
    remarks = told(edits.mark_origin(form, [field], ValueOrigin.IMPORTED), str(field))
    assert [sample for sample, _ in remarks] == [OVERRIDDEN, Cell(origin=ValueOrigin.IMPORTED)]


def test_the_place_is_in_the_words_of_the_template() -> None:
    form = complete_form()
    template = replace(mof_2020(), head=())
    state = FormState(1, form, template, evaluate(form, template))
    assert explain_cell(state, FieldRef.fund("total", "rate"), Cell(), HELP).place == "资金 · 年度资金总额 · 执行率"
