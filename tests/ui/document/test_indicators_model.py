"""The indicator grid: derived merges, calculated scores, rows that come and go."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.merged_levels import level_spans
from selfeval_desktop.ui.document.indicators_model import IndicatorsModel, MergedLevelSpan
from tests.builders import complete_form, with_row
from tests.ui.sessions import OpenForm

LEVEL1, LEVEL2, LEVEL3, TARGET, ACTUAL, WEIGHT, SCORE, DEVIATION, ACHIEVEMENT = range(9)


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def model(session: OpenForm, qtbot: object) -> IndicatorsModel:
    return IndicatorsModel(session)


def change(session: OpenForm, form: Form) -> None:
    session.change_form(form, label="")


def column(model: IndicatorsModel, which: int) -> list[str]:
    return [str(model.index(row, which).data()) for row in range(model.rowCount())]


def test_the_achievement_follows_the_printed_columns(model: IndicatorsModel) -> None:
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert heads[0] == "一级指标"
    assert heads[-2:] == ["偏差原因分析及改进措施", "达成情况"]


def test_qt_finds_no_fault_with_the_model_while_rows_come_and_go(
    model: IndicatorsModel, session: OpenForm, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves this one untyped
    change(session, edits.insert_row(session.form, 2))
    change(session, edits.delete_rows(session.form, [0, 3]))
    change(session, edits.move_row(session.form, 0, 2))
    for _ in range(3):
        session.steps.undo()
    session.close()


def test_an_invalid_index_has_no_flags(model: IndicatorsModel) -> None:
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_levels_are_merged_as_on_paper(model: IndicatorsModel) -> None:
    assert model.merged_level_spans() == (MergedLevelSpan(0, LEVEL1, 3),)


def test_a_row_with_nothing_but_levels_stands_alone(model: IndicatorsModel, session: OpenForm) -> None:
    change(session, edits.insert_row(session.form, 2))
    assert model.merged_level_spans() == (MergedLevelSpan(0, LEVEL1, 2),)
    model.setData(model.index(2, LEVEL2), "成本指标")
    assert column(model, LEVEL2)[:4] == ["数量指标", "质量指标", "成本指标", "时效指标"]
    model.setData(model.index(2, LEVEL3), "经费支出")
    assert model.merged_level_spans() == (MergedLevelSpan(0, LEVEL1, 4),)


def test_a_merged_level_is_renamed_for_all_its_rows_in_one_step(model: IndicatorsModel, session: OpenForm) -> None:
    model.setData(model.index(0, LEVEL1), "成本指标")
    assert column(model, LEVEL1)[:4] == ["成本指标"] * 3 + ["效益指标"]
    assert len(session.steps.done) == 1


def test_level_2_choices_belong_to_the_level_1_of_the_row(model: IndicatorsModel) -> None:
    assert "产出指标" in model.cell_choices(model.index(0, LEVEL1))
    assert model.cell_choices(model.index(4, LEVEL2)) == ("服务对象满意度指标",)


def test_a_score_follows_target_and_actual_until_it_is_typed(model: IndicatorsModel, session: OpenForm) -> None:
    score = model.index(0, SCORE)
    model.setData(model.index(0, ACTUAL), "76%")
    assert score.data() == "16"
    assert model.cell_at(score).grey
    model.setData(score, "15")
    assert session.form.indicators[0].score == Decimal(15)
    assert model.cell_at(score).is_overridden
    model.clear_cells([score])
    assert score.data() == "16"


def test_a_score_that_cannot_be_calculated_waits_in_white(model: IndicatorsModel, session: OpenForm) -> None:
    change(session, with_row(session.form, 0, target="良好", actual="较好"))
    cell = model.cell_at(model.index(0, SCORE))
    assert (cell.text, cell.grey) == ("", False)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("≥95%", "达到目标 95%，得满分"),
        ("=99%", "÷ 目标 99% × 分值"),
        ("≤99%", "不超过目标 99%，得满分"),
        ("80%-90%", "不能自动计算，请填写得分"),
    ],
)
def test_a_score_tells_how_it_came_about(model: IndicatorsModel, session: OpenForm, target: str, told: str) -> None:
    change(session, with_row(session.form, 0, target=target))
    assert told in model.index(0, SCORE).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, TARGET).data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_stated_achievement_is_shown_in_grey(model: IndicatorsModel, session: OpenForm) -> None:
    change(session, with_row(session.form, 0, target="良好", actual="达成预期指标"))
    cell = model.cell_at(model.index(0, ACHIEVEMENT))
    assert (cell.text, cell.grey) == ("达成", True)


def test_an_achievement_is_chosen_for_words_only(model: IndicatorsModel, session: OpenForm) -> None:
    achievement = model.index(0, ACHIEVEMENT)
    assert not model.flags(achievement) & Qt.ItemFlag.ItemIsEditable
    change(session, with_row(session.form, 0, target="良好", actual="良好"))
    assert model.setData(achievement, "达成")
    assert session.form.indicators[0].achievement == "met"
    assert model.index(0, SCORE).data() == "20"
    model.clear_cells([achievement])
    assert session.form.indicators[0].achievement is None


def test_an_unread_weight_stays_as_typed_with_its_row(model: IndicatorsModel, session: OpenForm) -> None:
    model.setData(model.index(0, WEIGHT), "十分")
    change(session, edits.move_row(session.form, 0, 1))
    assert column(model, WEIGHT)[:2] == ["15", "十分"]
    assert model.cell_at(model.index(1, WEIGHT)).marked_severity is not None


def test_typing_in_one_row_announces_that_row_only(model: IndicatorsModel) -> None:
    rows: set[int] = set()
    model.dataChanged.connect(lambda first, _last: rows.add(first.row()))
    model.setData(model.index(1, DEVIATION), "无")
    assert rows == {1}


def test_several_cells_are_cleared_in_one_step(model: IndicatorsModel, session: OpenForm) -> None:
    model.clear_cells([model.index(row, TARGET) for row in range(3)])
    assert column(model, TARGET)[:3] == ["", "", ""]
    assert len(session.steps.done) == 1


def test_every_cell_can_be_found_by_its_address_after_rows_moved(model: IndicatorsModel, session: OpenForm) -> None:
    change(session, edits.delete_rows(session.form, [0]))
    assert model.index_of(FieldRef.indicator(1, "score")) == model.index(1, SCORE)
    assert not model.index_of(FieldRef.indicator(4, "score")).isValid()


OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["insert", "delete", "move", "name", "clear"]), st.integers(0, 9), st.integers(0, 9)),
    max_size=12,
)


@given(OPERATIONS)
def test_any_row_operations_undone_give_the_first_form(operations: list[tuple[str, int, int]]) -> None:
    session = OpenForm()
    model = IndicatorsModel(session)
    for kind, first, second in operations:
        operate(session, model, kind, first, second)
        assert column(model, LEVEL3) == [row.level3 for row in session.form.indicators]
        shown = {(span.row, span.column, span.count) for span in model.merged_level_spans()}
        paper = {
            (row, place, rows)
            for key, first_row, count in level_spans(session.form)
            for place in (("level1", "level2").index(key),)
            for row in range(first_row, first_row + count)
            for rows in range(2, first_row + count - row + 1)
        }
        assert shown <= paper
    while session.steps.done:
        session.steps.undo()
    assert session.form == complete_form()
    assert column(model, LEVEL3) == [row.level3 for row in complete_form().indicators]


def operate(session: OpenForm, model: IndicatorsModel, kind: str, first: int, second: int) -> None:
    """One thing a user can do with rows; places are taken round the table."""
    count = model.rowCount()
    if kind == "insert":
        change(session, edits.insert_row(session.form, first % (count + 1)))
    elif count:
        row, other = first % count, second % count
        match kind:
            case "delete":
                change(session, edits.delete_rows(session.form, {row, other}))
            case "move":
                change(session, edits.move_row(session.form, row, other))
            case "name":
                model.setData(model.index(row, second % 3), f"指标{second}")
            case "clear":
                model.clear_cells([model.index(row, place) for place in range(9)])


def test_clearing_a_row_leaves_the_names_that_it_shares(model: IndicatorsModel, session: OpenForm) -> None:
    model.clear_cells(model.index(1, place) for place in range(model.columnCount()))
    assert column(model, LEVEL1)[:3] == ["产出指标"] * 3
    assert [model.index(1, place).data() for place in (LEVEL2, LEVEL3, TARGET, WEIGHT)] == ["", "", "", ""]


def test_names_are_cleared_alone_or_with_all_their_rows(model: IndicatorsModel, session: OpenForm) -> None:
    model.clear_cells([model.index(0, LEVEL1)])
    assert column(model, LEVEL1)[:3] == [""] * 3
    session.steps.undo()
    model.clear_cells(model.index(row, place) for row in range(3) for place in (LEVEL1, LEVEL3))
    assert column(model, LEVEL1)[:4] == ["", "", "", "效益指标"]
