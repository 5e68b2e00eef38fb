"""Lines to pick from are filtered by group and words; ticks outlast what is shown."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.picker import PickRow, PicksModel

PICKS = (
    PickRow(("产出指标", "培训人次"), ("产出", "数量")),
    PickRow(("产出指标", "培训合格率"), ("产出", "质量")),
    PickRow(("满意度指标", "学员满意度 A"), ("满意度",)),
)
Role = Qt.ItemDataRole


@pytest.fixture
def model(qtbot: QtBot) -> PicksModel:
    return PicksModel(PICKS, ("一级指标", "三级指标"), checkable=True)


def names(model: PicksModel) -> list[str]:
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_it_keeps_the_rules_of_models(model: PicksModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it
    model.filter_picks(("产出",), "")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it


def test_groups_come_with_what_they_lie_in(model: PicksModel) -> None:
    assert model.groups_with_parents() == (("产出",), ("产出", "数量"), ("产出", "质量"), ("满意度",))


@pytest.mark.parametrize(
    ("group", "text", "shown"),
    [
        ((), "", ["培训人次", "培训合格率", "学员满意度 A"]),
        (("产出",), "", ["培训人次", "培训合格率"]),
        (("产出", "质量"), "培训", ["培训合格率"]),
        ((), "a 学员", ["学员满意度 A"]),
        ((), "质量", ["培训合格率"]),
        (("满意度",), "培训", []),
    ],
)
def test_those_of_a_group_that_have_every_word_are_left(
    model: PicksModel, group: tuple[str, ...], text: str, shown: list[str]
) -> None:
    model.filter_picks(group, text)
    assert names(model) == shown


def test_the_groups_with_something_found_are_told(model: PicksModel) -> None:
    assert model.groups_with("人次") == {(), ("产出",), ("产出", "数量")}
    assert model.groups_with("没有的") == set()


def test_a_filter_that_leaves_the_same_lines_resets_nothing(model: PicksModel, qtbot: QtBot) -> None:
    model.filter_picks((), "培训")
    with qtbot.assertNotEmitted(model.modelReset):
        model.filter_picks(("产出",), "培训")


def test_a_tick_outlasts_a_filter_and_can_be_taken_away(model: PicksModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.ticked):
        model.toggle_pick(model.index(2, 1))
    model.filter_picks(("产出",), "")
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, Role.CheckStateRole)
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, Role.CheckStateRole)
    assert list(model.checked_numbers) == [0, 2]
    assert model.index(0, 0).data(Role.CheckStateRole) == Qt.CheckState.Checked
    model.filter_picks((), "")
    model.toggle_pick(model.index(2, 0))
    assert list(model.checked_numbers) == [0]


def test_nothing_else_can_be_written_and_lines_without_boxes_take_no_tick(qtbot: QtBot) -> None:
    model = PicksModel(PICKS, ("一级指标", "三级指标"), checkable=False)
    model.toggle_pick(model.index(0, 0))
    assert not model.setData(model.index(0, 0), "x", Role.EditRole)
    assert model.checked_numbers == ()
    assert model.index(0, 0).data(Role.CheckStateRole) is None
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
