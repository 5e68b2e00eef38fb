"""The funds table shows what was typed and, in grey, what follows from it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Column
from selfeval_desktop.ui.document.funds_model import FundsModel
from tests.builders import complete_form, mof_2020
from tests.ui.sessions import OneTemplate, OpenForm

TOTAL, CURRENT, CARRIED = range(3)
INITIAL, ANNUAL, EXECUTED, WEIGHT, RATE, SCORE = range(6)


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def model(session: OpenForm, qtbot: object) -> FundsModel:
    return FundsModel(session)


def text(model: FundsModel, row: int, column: int) -> str:
    return str(model.index(row, column).data())


def type_in(model: FundsModel, row: int, column: int, typed: str) -> bool:
    model.begin_undo_step()
    return model.setData(model.index(row, column), typed)


def test_rows_and_columns_are_those_of_the_form(model: FundsModel) -> None:
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    rows = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert heads == ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    assert rows == ["年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"]


def test_qt_finds_no_fault_with_the_model(model: FundsModel, session: OpenForm, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves this one untyped
    type_in(model, CURRENT, EXECUTED, "87.5")
    session.steps.undo()
    session.close()


def test_an_invalid_index_has_no_flags(model: FundsModel) -> None:
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_totals_rate_and_score_follow_in_grey(model: FundsModel) -> None:
    assert [text(model, TOTAL, column) for column in (INITIAL, WEIGHT, RATE, SCORE)] == [
        "150,000.00",
        "10",
        "100.00%",
        "10",
    ]
    assert all(model.cell_at(model.index(TOTAL, column)).grey for column in range(6))


def test_a_typed_amount_changes_everything_that_follows_from_it(model: FundsModel) -> None:
    assert type_in(model, CURRENT, EXECUTED, "１３５,000")
    assert text(model, CURRENT, EXECUTED) == "135,000.00"
    assert text(model, TOTAL, EXECUTED) == "135,000.00"
    assert text(model, TOTAL, RATE) == "90.00%"
    assert text(model, TOTAL, SCORE) == "9"


def test_only_cells_that_differ_are_announced(model: FundsModel) -> None:
    announced: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, _last: announced.append((first.row(), first.column())))
    type_in(model, CURRENT, INITIAL, "150001")
    # The budget that now differs from it is marked as well.
    assert sorted(announced) == [(TOTAL, INITIAL), (TOTAL, ANNUAL), (CURRENT, INITIAL)]


def test_a_total_typed_over_keeps_the_sum_at_hand_until_it_is_cleared(model: FundsModel) -> None:
    total = model.index(TOTAL, INITIAL)
    type_in(model, TOTAL, INITIAL, "160000")
    assert model.cell_at(total).is_overridden
    assert "160,000.00" in total.data(Qt.ItemDataRole.ToolTipRole)
    assert "150,000.00" in total.data(Qt.ItemDataRole.ToolTipRole)
    model.clear_cells([total])
    assert total.data() == "150,000.00"
    assert model.cell_at(total).grey


def test_text_that_is_no_amount_stays_as_typed_and_is_marked(model: FundsModel, session: OpenForm) -> None:
    type_in(model, CARRIED, ANNUAL, "约三万")
    cell = model.cell_at(model.index(CARRIED, ANNUAL))
    assert cell.text == "约三万"
    assert cell.marked_severity is not None
    assert session.form.unread == {FieldRef.fund("carried_over", "annual"): "约三万"}


def test_the_execution_score_can_be_overridden(model: FundsModel, session: OpenForm) -> None:
    type_in(model, TOTAL, SCORE, "8")
    assert session.form.execution_score == Decimal(8)
    assert model.cell_at(model.index(TOTAL, SCORE)).calculated == "10"


@pytest.mark.parametrize(("row", "column"), [(TOTAL, WEIGHT), (TOTAL, RATE), (CURRENT, SCORE), (CARRIED, RATE)])
def test_what_only_the_program_says_cannot_be_typed_over(model: FundsModel, row: int, column: int) -> None:
    assert not model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable
    assert not type_in(model, row, column, "5")


@pytest.mark.parametrize(
    ("column", "told"),
    [
        (INITIAL, "合计 = 各项之和：150,000.00 + 0.00 + 0.00 = 150,000.00"),
        (WEIGHT, "分值由表样规定"),
        (RATE, "执行率 = 全年执行数 ÷ 全年预算数 = 150,000.00 ÷ 150,000.00 = 100.00%"),
        (SCORE, "得分 = 执行率 × 分值 = 150,000.00 ÷ 150,000.00 × 10 = 10.00，最高 10"),
    ],
)
def test_a_calculated_cell_tells_how_it_came_about(model: FundsModel, column: int, told: str) -> None:
    assert model.index(TOTAL, column).data(Qt.ItemDataRole.ToolTipRole) == told
    assert model.index(CURRENT, column).data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_template_with_a_column_of_reasons_takes_text_there(monkeypatch: pytest.MonkeyPatch) -> None:
    layout = mof_2020().funds
    reasons = replace(layout, columns=(*layout.columns, Column("reason", "原因", "text", extra=True)))
    monkeypatch.setattr(OneTemplate, "get_template", lambda *_: replace(mof_2020(), funds=reasons))
    session = OpenForm()
    model = FundsModel(session)
    assert type_in(model, CURRENT, SCORE + 1, "追加预算")
    assert text(model, CURRENT, SCORE + 1) == "追加预算"
    assert session.form.fund_line("current_year").fields == {"reason": "追加预算"}


def test_an_editor_starts_with_the_plain_number(model: FundsModel) -> None:
    assert model.index(CURRENT, ANNUAL).data(Qt.ItemDataRole.EditRole) == "150000"
    assert model.index(TOTAL, ANNUAL).data(Qt.ItemDataRole.EditRole) == ""


def test_commits_of_one_visit_are_one_step(model: FundsModel, session: OpenForm) -> None:
    index = model.index(CURRENT, EXECUTED)
    model.begin_undo_step()
    for typed in ("1", "12", "123"):
        model.setData(index, typed)
    model.begin_undo_step()
    model.setData(index, "4")
    assert len(session.steps.done) == 2


def test_every_cell_can_be_found_by_its_address(model: FundsModel) -> None:
    assert model.index_of(FieldRef.fund("total", "annual")) == model.index(TOTAL, ANNUAL)
    assert model.index_of(FieldRef.head("execution_score")) == model.index(TOTAL, SCORE)
    assert not model.index_of(FieldRef.goal("actual")).isValid()


def test_another_form_takes_the_place_of_the_first(model: FundsModel, session: OpenForm) -> None:
    session.show_form(2, complete_form(funds={}))
    assert text(model, CURRENT, INITIAL) == ""
    assert model.cell_at(model.index(TOTAL, INITIAL)).grey


def test_a_screen_reader_hears_place_and_figure(model: FundsModel) -> None:
    spoken = model.index(CURRENT, ANNUAL).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "当年财政拨款" in spoken
    assert "全年预算数" in spoken
    assert "150,000.00" in spoken


def test_the_tip_tells_an_unreadable_amount_in_full(model: FundsModel, session: OpenForm) -> None:
    text = "约三万元，以决算为准；" * 10
    amount = FieldRef.fund("carried_over", "annual")
    session.change_form(edits.set_cell(session.form, amount, text), label="")
    assert model.index_of(amount).data(Qt.ItemDataRole.ToolTipRole).splitlines()[0] == text
