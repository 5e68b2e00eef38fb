"""The model by columns keeps Qt's rules, and shows what its columns say."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QIcon
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.list_model import TOP_LEFT, ColumnsModel, ListColumn

Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Fruit:
    """A row."""

    name: str
    count: int
    is_fixed: bool = False


class Fruits(ColumnsModel[Fruit]):
    """Fruit to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.ticked: set[str] = set()
        self.set_columns(
            ListColumn("名称", lambda fruit: fruit.name, is_ticked=self._is_ticked, tick=self._tick),
            ListColumn(
                "个数",
                lambda fruit: str(fruit.count),
                tooltip=lambda fruit: f"{fruit.count} 个",
                colour=lambda fruit: QColor("red") if fruit.count == 0 else None,
                icon=lambda _fruit: QIcon(),
                alignment=TOP_LEFT,
            ),
        )
        self.show_rows([Fruit("苹果", 3), Fruit("梨", 0), Fruit("桃", 1, is_fixed=True)])

    def _is_ticked(self, fruit: Fruit) -> bool | None:
        return None if fruit.is_fixed else fruit.name in self.ticked

    def _tick(self, fruit: Fruit, wanted: bool) -> bool:
        before = set(self.ticked)
        self.ticked = before | {fruit.name} if wanted else before - {fruit.name}
        return self.ticked != before


@pytest.fixture
def fruits(qtbot: QtBot) -> Fruits:
    return Fruits()


def test_it_keeps_the_rules_of_models(fruits: Fruits, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(fruits)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it
    fruits.append_rows([Fruit("李", 5)])
    fruits.toggle_row(fruits.index(0, 0))
    fruits.show_rows([])
    qtmodeltester.check(fruits)  # type: ignore[no-untyped-call] # pytest-qt ships no types for it


def test_each_column_says_how_it_shows_a_row(fruits: Fruits) -> None:
    shown = {role: fruits.index(1, 1).data(role) for role in (Role.DisplayRole, Role.ToolTipRole)}
    assert shown == {Role.DisplayRole: "0", Role.ToolTipRole: "0 个"}
    assert fruits.index(1, 1).data(Role.ForegroundRole) == QColor("red")
    assert fruits.index(0, 1).data(Role.ForegroundRole) is None
    assert isinstance(fruits.index(0, 1).data(Role.DecorationRole), QIcon)
    assert fruits.index(0, 1).data(Role.TextAlignmentRole) == int(TOP_LEFT)
    assert fruits.index(0, 0).data(Role.ToolTipRole) is None
    heads = [fruits.headerData(column, Qt.Orientation.Horizontal) for column in range(2)]
    assert heads == ["名称", "个数"]
    assert fruits.headerData(0, Qt.Orientation.Vertical) is None


def test_a_box_is_set_by_the_view_and_by_the_keyboard(fruits: Fruits, qtbot: QtBot) -> None:
    box = fruits.index(0, 0)
    assert box.data(Role.CheckStateRole) == Qt.CheckState.Unchecked
    with qtbot.waitSignal(fruits.dataChanged):
        assert fruits.setData(box, Qt.CheckState.Checked, Role.CheckStateRole)
    assert fruits.ticked == {"苹果"}
    with qtbot.assertNotEmitted(fruits.dataChanged):
        assert fruits.setData(box, Qt.CheckState.Checked, Role.CheckStateRole)
    assert fruits.toggle_row(box)
    assert fruits.ticked == set()
    assert not fruits.setData(box, "苹果", Role.EditRole)


def test_a_row_without_a_box_cannot_be_ticked(fruits: Fruits) -> None:
    fixed = fruits.index(2, 0)
    assert fixed.data(Role.CheckStateRole) is None
    assert not fruits.toggle_row(fixed)
    assert not fruits.setData(fixed, Qt.CheckState.Checked, Role.CheckStateRole)
    assert not fruits.flags(fixed) & Qt.ItemFlag.ItemIsUserCheckable
    assert fruits.flags(fruits.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not fruits.flags(fruits.index(0, 1)) & Qt.ItemFlag.ItemIsUserCheckable
    assert not fruits.toggle_row(QModelIndex())


def test_the_same_rows_reset_nothing(fruits: Fruits, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(fruits.modelReset):
        fruits.show_rows(fruits.rows)
    with qtbot.waitSignal(fruits.modelReset):
        fruits.show_rows(fruits.rows[:1])
    assert fruits.row_at(fruits.index(0, 1)) == Fruit("苹果", 3)
    assert fruits.row_at(QModelIndex()) is None


def test_rows_with_other_values_keep_their_place(fruits: Fruits, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(fruits.modelReset), qtbot.waitSignal(fruits.dataChanged):
        fruits.replace_rows([Fruit("苹果", 4), *fruits.rows[1:]])
    assert fruits.index(0, 1).data() == "4"
