"""From the paper back to the field, in the real window."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.workspace import Workspace
from selfeval_desktop.ui.printing.pages_scroll import PagesScroll
from selfeval_desktop.ui.printing.pages_view import PagesView
from tests.journeys.conftest import Sit
from tests.journeys.user import CONTROL, Key


def test_a_double_click_on_the_paper_leads_to_the_field_and_opens_nothing(examples: Path, sit: Sit) -> None:
    user = sit(examples)
    table, view = user.find(QTableView, "fundsTable"), user.find(PagesView, "pages")
    cell = table.visualRect(table.model().index(1, 1)).center()
    user.turn_to("previewTab")
    # The paper lies so that a figure covers a cell of the page that a click on it brings up.
    bar = user.find(PagesScroll, "pagesScroll").verticalScrollBar()
    place, field = QPoint(), None
    for value in range(0, bar.maximum(), 5):
        bar.setValue(value)
        place = table.viewport().mapTo(user.window, cell)
        field = view.field_at(QPointF(view.mapFrom(user.window, place)))
        if str(field).startswith("funds.") and field != FieldRef.fund("current_year", "annual"):
            break
    window = user.window.windowHandle()
    QTest.mouseDClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert user.find(Workspace, "workspace").current_field() == field
    assert user.editor() is None


def test_the_rate_leads_to_what_it_is_reckoned_from(examples: Path, sit: Sit) -> None:
    user = sit(examples)
    user.turn_to("previewTab")
    view = user.find(PagesView, "pages")
    (target,) = [
        target
        for page in view.pages
        for run in page.runs
        for target in page.targets
        if run.text == "100.00%"
        and _holds(target.x, target.width, run.x)
        and _holds(target.y, target.height, run.baseline)
    ][:1]
    assert target.field == FieldRef.fund("total", "executed")


def _holds(start: float, length: float, at: float) -> bool:
    return start <= at <= start + length


def test_by_keys_from_page_to_page_and_from_the_paper_to_a_field(examples: Path, sit: Sit) -> None:
    user = sit(examples)
    for _ in range(4):
        user.press(Key.Key_PageDown, with_=CONTROL)
    user.turn_to("previewTab")
    user.press(Key.Key_End)
    count = len(user.find(PagesView, "pages").pages)
    assert count > 1
    assert user.label("pagePlace") == f"第 {count} / {count} 页"
    user.press(Key.Key_Home, Key.Key_Right, Key.Key_Return)
    assert user.window.focusWidget() is not user.find(PagesScroll, "pagesScroll")


def test_keys_enlarge_the_preview_from_wherever_one_is(examples: Path, sit: Sit, qtbot: QtBot) -> None:
    user = sit(examples)
    user.trigger("actionZoomFit")
    scale = user.find(PagesView, "pages").scale
    user.press(Key.Key_Plus, with_=CONTROL)
    larger = user.find(PagesView, "pages").scale
    assert larger > scale
    user.press(Key.Key_Equal, with_=CONTROL)
    assert user.find(PagesView, "pages").scale > larger
    user.press(Key.Key_Minus, with_=CONTROL)
    assert user.find(PagesView, "pages").scale == larger
    user.press(Key.Key_0, with_=CONTROL)
    assert user.find(QComboBox, "zoom").currentText() == "适合宽度"
    assert user.find(QLabel, "pagePlace").isVisible()
