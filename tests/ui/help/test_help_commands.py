"""Tooltips of heads and names say what belongs there."""

import html
import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTableView, QToolTip, QWidget

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form.fields import FieldRef
from tests.ui.windows import Screen

MANUAL = bootstrap.build_services().manual


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every tooltip that is shown, as plain text."""
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_rest: shown.append(plain(text)))
    return shown


def plain(text: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", text))


def rest_on(widget: QWidget) -> None:
    """Rest the mouse on a widget."""
    at = QPoint(3, 3)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))


def name_of(screen: Screen, box: QWidget) -> QLabel:
    """The label that belongs to a box."""
    return next(label for label in screen.window.findChildren(QLabel) if label.buddy() is box)


@pytest.mark.parametrize(
    ("box", "field"),
    [
        ("projectName", "project_name"),
        ("year", "year"),
        ("department", "department"),
        ("unit", "unit"),
        ("moneyUnit", "money_unit"),
        ("template", "template"),
        ("goalExpected", "goals.expected"),
        ("goalActual", "goals.actual"),
        ("fields.budget_note", "fields.budget_note"),
    ],
)
def test_the_name_of_a_field_tells_what_belongs_there(screen: Screen, tips: list[str], box: str, field: str) -> None:
    screen.tabs.setCurrentIndex(1 if field.startswith("goals") else 0)
    rest_on(name_of(screen, screen.part(QWidget, box)))
    assert tips == [MANUAL(FieldRef.parse(field)).what]


def test_an_empty_box_that_is_found_fault_with_tells_the_fault_instead(screen: Screen, tips: list[str]) -> None:
    unit, name = screen.part(QLineEdit, "unit"), screen.part(QLineEdit, "projectName")
    screen.open_form(1)
    rest_on(unit)
    assert tips == [MANUAL(FieldRef.head("unit")).what]
    rest_on(name)
    assert len(tips) == 1
    assert "请填写" in name.toolTip()


def test_texts_and_empty_places_are_left_in_peace(screen: Screen, tips: list[str]) -> None:
    screen.tabs.setCurrentIndex(1)
    rest_on(screen.part(QPlainTextEdit, "goalExpected").viewport())
    rest_on(screen.part(QWidget, "workspace"))
    assert tips == []


@pytest.mark.parametrize(
    ("table", "orientation", "section", "address"),
    [
        ("fundsTable", Qt.Orientation.Horizontal, 1, FieldRef("funds", "annual")),
        ("fundsTable", Qt.Orientation.Horizontal, 4, FieldRef("funds", "rate")),
        ("fundsTable", Qt.Orientation.Vertical, 2, FieldRef.fund("carried_over", "")),
        ("indicatorTable", Qt.Orientation.Horizontal, 3, FieldRef("indicators", "target")),
        ("indicatorTable", Qt.Orientation.Horizontal, 8, FieldRef("indicators", "achievement")),
    ],
)
def test_the_head_of_a_column_or_row_tells_what_belongs_there(
    screen: Screen, table: str, orientation: Qt.Orientation, section: int, address: FieldRef
) -> None:
    model = screen.part(QTableView, table).model()
    tip = model.headerData(section, orientation, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>")
    assert plain(tip) == MANUAL(address).what


def test_numbers_of_rows_and_heads_that_are_not_there_say_nothing(screen: Screen) -> None:
    indicators, funds = screen.part(QTableView, "indicatorTable").model(), screen.funds.model()
    tip = Qt.ItemDataRole.ToolTipRole
    assert indicators.headerData(0, Qt.Orientation.Vertical, tip) is None
    assert funds.headerData(99, Qt.Orientation.Horizontal, tip) is None
    screen.do("actionCloseLedger")
    assert funds.headerData(0, Qt.Orientation.Horizontal, tip) is None
    assert indicators.headerData(0, Qt.Orientation.Horizontal, tip) is None
