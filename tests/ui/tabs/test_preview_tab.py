"""The preview shows the pages that will be printed, and leads back from a figure to its cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.drawing import Page, Rule, Target
from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.sheet import Sheet
from selfeval_desktop.domain.template import PaperSetup
from selfeval_desktop.ui.tabs.preview_tab import PagesView, PreviewTab
from tests.builders import complete_form
from tests.ui.sessions import OpenForm

RATE = FieldRef.fund("total", "executed")


class TwoPages:
    """Lays every form out on two pages, a figure on the second, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Sheet, str]] = []

    def __call__(self, sheet: Sheet, paper: PaperSetup, *, mark: str = "") -> tuple[Page, ...]:
        self.asked.append((sheet, mark))
        rule = Rule(10, 10, 100, 10, 1)
        first = Page(400, 300, (), (rule,), (), ())
        return first, Page(400, 300, (), (rule,), (), (Target(50, 60, 100, 20, RATE),))


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def pages() -> TwoPages:
    return TwoPages()


@pytest.fixture
def preview(session: OpenForm, pages: TwoPages, qtbot: QtBot) -> PreviewTab:
    preview = PreviewTab(session, pages)
    qtbot.addWidget(preview)
    preview.resize(600, 400)
    return preview


def shown(preview: PreviewTab, qtbot: QtBot) -> PagesView:
    with qtbot.waitExposed(preview):
        preview.show()
    view = preview.findChild(PagesView, "pages")
    assert view is not None
    return view


def test_the_part_that_scrolls_by_keyboard_has_a_name(preview: PreviewTab) -> None:
    focused = preview.focusProxy()
    assert focused is not None
    assert focused.accessibleName() == "打印预览"


def test_nothing_is_laid_out_while_nobody_looks(
    preview: PreviewTab, pages: TwoPages, session: OpenForm, qtbot: QtBot
) -> None:
    session.change(complete_form(unit="x"), label="")
    assert pages.asked == []
    shown(preview, qtbot)
    assert len(pages.asked) == 1
    preview.hide()
    preview.show()
    assert len(pages.asked) == 1


def test_a_change_is_seen_at_once(
    preview: PreviewTab, pages: TwoPages, session: OpenForm, qtbot: QtBot
) -> None:
    shown(preview, qtbot)
    session.change(complete_form(project_name="另一个项目"), label="")
    assert pages.asked[-1][0].footer == "另一个项目"


def test_a_form_with_errors_is_marked_as_a_draft(
    preview: PreviewTab, pages: TwoPages, session: OpenForm, qtbot: QtBot
) -> None:
    shown(preview, qtbot)
    session.change(complete_form(unit=""), label="")
    assert [mark for _, mark in pages.asked] == ["", "草稿"]


def test_a_double_click_on_a_figure_leads_to_its_cell(preview: PreviewTab, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    place = view.place_of(RATE)
    assert place is not None
    with qtbot.waitSignal(preview.fieldChosen) as chosen:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert chosen.args == [RATE]
    with qtbot.assertNotEmitted(preview.fieldChosen):
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton)


def test_pages_are_as_wide_as_the_window_or_as_large_as_on_paper(preview: PreviewTab, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    fitting = view.scale
    real = next(button for button in preview.findChildren(QToolButton) if button.text() == "实际大小")
    QTest.mouseClick(real, Qt.MouseButton.LeftButton)
    assert view.scale == pytest.approx(preview.logicalDpiX() / 72)
    assert view.scale != fitting
    preview.resize(800, 400)
    assert view.scale == pytest.approx(preview.logicalDpiX() / 72)


def test_the_signature_line_is_shown_when_asked_for(
    preview: PreviewTab, pages: TwoPages, qtbot: QtBot
) -> None:
    shown(preview, qtbot)
    preview.show_signature(True)
    assert [bool(sheet.signature) for sheet, _ in pages.asked] == [False, True]


def test_without_a_form_there_are_no_pages(preview: PreviewTab, session: OpenForm, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    session.close()
    assert view.place_of(RATE) is None
    assert "共 0 页" in [label.text() for label in preview.findChildren(QLabel)]
    assert not preview.show_field(RATE)
    assert preview.current_field() is None
