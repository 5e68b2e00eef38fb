"""Rows are chosen and dragged by their numbers; a drag can be given up, and reaches rows out of view."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.document.indicators_model import IndicatorsModel
from selfeval_desktop.ui.filling.indicator_grid import IndicatorGrid
from tests.builders import complete_form
from tests.ui.sessions import OpenForm

LEFT = Qt.MouseButton.LeftButton
NUMBER = 6


@pytest.fixture
def table(qtbot: QtBot) -> IndicatorGrid:
    table = IndicatorGrid(IndicatorsModel(OpenForm(complete_form())))
    qtbot.addWidget(table)
    table.resize(900, 300)
    with qtbot.waitExposed(table):
        table.show()
    return table


@pytest.fixture
def dropped(table: IndicatorGrid) -> list[tuple[int, bool]]:
    """Where rows were let go."""
    found: list[tuple[int, bool]] = []
    table.handles.dropped.connect(lambda row, below: found.append((row, below)))
    return found


def middle(table: IndicatorGrid, row: int) -> QPoint:
    """Of that row's number, a little below."""
    handles = table.handles
    return QPoint(NUMBER, handles.sectionViewportPosition(row) + handles.sectionSize(row) // 2 + 2)


def press(table: IndicatorGrid, row: int) -> None:
    QTest.mousePress(table.handles.viewport(), LEFT, pos=middle(table, row))


def move(table: IndicatorGrid, *places: QPoint) -> None:
    for place in places:
        QTest.mouseMove(table.handles.viewport(), place)


def let_go(table: IndicatorGrid, at: QPoint) -> None:
    QTest.mouseRelease(table.handles.viewport(), LEFT, pos=at)


def choose_rows(table: IndicatorGrid, *rows: int) -> None:
    for number, row in enumerate(rows):
        control = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(table.handles.viewport(), LEFT, control, middle(table, row))
    assert table.chosen_rows() == list(rows)


def test_rows_are_dropped_where_the_mouse_is(table: IndicatorGrid, dropped: list[tuple[int, bool]]) -> None:
    press(table, 0)
    move(table, middle(table, 1), middle(table, 3))
    let_go(table, middle(table, 3))
    assert dropped == [(3, True)]


def test_esc_gives_a_drag_up(table: IndicatorGrid, dropped: list[tuple[int, bool]]) -> None:
    press(table, 0)
    move(table, middle(table, 1), middle(table, 3))
    keyboard = table.keyboardGrabber()
    assert keyboard is table.handles
    QTest.keyClick(keyboard, Qt.Key.Key_Escape)
    assert table.keyboardGrabber() is None
    move(table, middle(table, 2))
    let_go(table, middle(table, 2))
    assert dropped == []
    assert table.chosen_rows() == [0]
    press(table, 1)
    move(table, middle(table, 2), middle(table, 3))
    let_go(table, middle(table, 3))
    assert dropped == [(3, True)]


@pytest.mark.parametrize("aside", [-200, 1200])
def test_rows_let_go_far_beside_the_table_stay(
    table: IndicatorGrid, dropped: list[tuple[int, bool]], aside: int
) -> None:
    press(table, 0)
    away = middle(table, 2) + QPoint(aside, 0)
    move(table, middle(table, 2), away)
    let_go(table, away)
    assert dropped == []
    assert table.keyboardGrabber() is None


@pytest.mark.parametrize(("begin", "row"), [("top", 0), ("bottom", 4)])
def test_the_table_scrolls_while_rows_are_held_at_its_edge(
    table: IndicatorGrid, dropped: list[tuple[int, bool]], qtbot: QtBot, begin: str, row: int
) -> None:
    table.resize(900, 110)
    bar = table.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum() if begin == "top" else 0)
    edge = QPoint(NUMBER, 1 if begin == "top" else table.handles.viewport().height() - 2)
    start = QPoint(NUMBER, table.handles.viewport().height() // 2)
    QTest.mousePress(table.handles.viewport(), LEFT, pos=start)
    move(table, edge)
    qtbot.waitUntil(lambda: bar.value() == (0 if begin == "top" else bar.maximum()))
    let_go(table, edge)
    assert dropped == [(row, begin == "bottom")]
    still = bar.value()
    qtbot.wait(120)
    assert bar.value() == still


def test_a_click_on_one_of_several_chosen_rows_leaves_it_alone(table: IndicatorGrid) -> None:
    choose_rows(table, 0, 1, 3)
    QTest.mouseClick(table.handles.viewport(), LEFT, pos=middle(table, 1))
    assert table.chosen_rows() == [1]


def test_several_chosen_rows_are_dragged_together(table: IndicatorGrid, dropped: list[tuple[int, bool]]) -> None:
    choose_rows(table, 0, 1)
    press(table, 1)
    move(table, middle(table, 2), middle(table, 4))
    let_go(table, middle(table, 4))
    assert dropped == [(4, True)]
    assert table.chosen_rows() == [0, 1]
