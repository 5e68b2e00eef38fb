"""The preview shows the pages that will be printed, and leads back from a figure to its cell."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import TooMuchText
from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.paper.drawing import ClickTarget, Page, RuledLine
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.printing import pages_view
from selfeval_desktop.ui.printing.pages_scroll import PagesScroll
from selfeval_desktop.ui.printing.pages_view import PagesView
from selfeval_desktop.ui.printing.preview_tab import PreviewTab
from selfeval_desktop.ui.printing.thumbnails import PagesModel, Thumbnails
from tests.builders import complete_form
from tests.ui.paper_trays import part
from tests.ui.sessions import OpenForm

RATE = FieldRef.fund("total", "executed")
SCORE = FieldRef.parse("execution_score")
LEFT = Qt.MouseButton.LeftButton


class ThreePages:
    """Lays every form out on pages with figures on the second, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[FormState] = []
        self.count = 3
        self.refuses = False

    def __call__(self, state: FormState) -> tuple[Page, ...]:
        self.asked.append(state)
        if self.refuses:
            raise TooMuchText("宣传", 400_000, 300_000)
        empty = Page(400, 300, (), (RuledLine(10, 10, 100, 10, 1),), (), ())
        targets = (ClickTarget(50, 60, 100, 20, RATE), ClickTarget(200, 250, 100, 20, SCORE))
        return (empty, replace(empty, targets=targets), *[empty] * (self.count - 2))


@pytest.fixture
def session() -> OpenForm:
    return OpenForm()


@pytest.fixture
def pages() -> ThreePages:
    return ThreePages()


@pytest.fixture
def preview(session: OpenForm, pages: ThreePages, qtbot: QtBot) -> PreviewTab:
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


def test_load_a_form_too_long_for_paper_is_told_in_place_of_its_pages(
    preview: PreviewTab, pages: ThreePages, session: OpenForm, qtbot: QtBot
) -> None:
    refusal = part(preview, QLabel, "previewRefusal")
    view = shown(preview, qtbot)
    assert not refusal.isVisible()
    pages.refuses = True
    session.change_form(complete_form(unit="x"), label="")
    assert "“宣传”共有 400,000 个字" in refusal.text()
    assert (refusal.isVisible(), view.pages) == (True, ())
    pages.refuses = False
    session.change_form(complete_form(unit="y"), label="")
    assert (refusal.isVisible(), len(view.pages)) == (False, 3)


def scrolled(preview: PreviewTab) -> PagesScroll:
    return part(preview, PagesScroll, "pagesScroll")


def wheel(scroll: PagesScroll, at: QPointF, turn: int) -> None:
    """Turn the wheel with Ctrl held, in eighths of a degree."""
    everywhere = scroll.viewport().mapToGlobal(at)
    event = QWheelEvent(
        at,
        everywhere,
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(scroll.viewport(), event)


def standing_out(view: PagesView) -> FieldRef | None:
    return view.highlighted_spot.target.field if view.highlighted_spot else None


def hover(view: PagesView, at: QPointF) -> None:
    """Move the mouse there."""
    none = Qt.MouseButton.NoButton
    kind, keys = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QMouseEvent(kind, at, view.mapToGlobal(at), none, none, keys))


def test_the_part_that_scrolls_by_keyboard_has_a_name(preview: PreviewTab) -> None:
    focused = preview.focusProxy()
    assert focused is not None
    assert focused.accessibleName() == "打印预览"


def test_nothing_is_laid_out_while_nobody_looks(
    preview: PreviewTab, pages: ThreePages, session: OpenForm, qtbot: QtBot
) -> None:
    session.change_form(complete_form(unit="x"), label="")
    assert pages.asked == []
    shown(preview, qtbot)
    assert len(pages.asked) == 1
    preview.hide()
    preview.show()
    assert len(pages.asked) == 1


def test_a_change_is_seen_at_once(preview: PreviewTab, pages: ThreePages, session: OpenForm, qtbot: QtBot) -> None:
    shown(preview, qtbot)
    session.change_form(complete_form(project_name="另一个项目"), label="")
    assert pages.asked[-1].form.project_name == "另一个项目"


def test_a_click_on_a_figure_leads_to_its_cell(preview: PreviewTab, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    place = view.field_position(RATE)
    assert place is not None
    with qtbot.waitSignal(preview.fieldChosen) as chosen:
        QTest.mouseClick(view, LEFT, pos=place.toPoint())
    assert chosen.args == [RATE]
    with qtbot.assertNotEmitted(preview.fieldChosen):
        QTest.mouseClick(view, LEFT)
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=place.toPoint())
        QTest.mousePress(view, LEFT, pos=place.toPoint())
        QTest.mouseRelease(view, LEFT, pos=QPoint(3, 3))


def test_a_figure_below_the_mouse_stands_out_and_says_where_a_click_leads(preview: PreviewTab, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    place = view.field_position(RATE)
    assert place is not None
    hover(view, place)
    assert standing_out(view) == RATE
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert view.toolTip() == "单击转到填写处"
    hover(view, QPointF(3, 3))
    assert standing_out(view) is None
    assert view.toolTip() == ""
    hover(view, place)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert standing_out(view) is None


def test_arrows_go_from_figure_to_figure_and_enter_leads_there(preview: PreviewTab, qtbot: QtBot) -> None:
    view, scroll = shown(preview, qtbot), scrolled(preview)
    with qtbot.assertNotEmitted(preview.fieldChosen):
        QTest.keyClick(scroll, Qt.Key.Key_Return)
    for field in (RATE, SCORE, SCORE):
        QTest.keyClick(scroll, Qt.Key.Key_Right)
        assert standing_out(view) == field
    assert view.highlighted_spot is not None
    visible = view.visibleRegion().boundingRect()
    assert visible.contains(view.spot_rect(view.highlighted_spot).toRect())
    QTest.keyClick(scroll, Qt.Key.Key_Left)
    with qtbot.waitSignal(preview.fieldChosen) as chosen:
        QTest.keyClick(scroll, Qt.Key.Key_Return)
    assert chosen.args == [RATE]


def zoom_box(preview: PreviewTab) -> QComboBox:
    return part(preview, QComboBox, "zoom")


def real(preview: PreviewTab) -> float:
    return preview.logicalDpiX() / 72


def test_pages_are_as_wide_as_the_window_until_a_size_is_chosen(preview: PreviewTab, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    fitting = view.scale
    preview.resize(800, 400)
    assert view.scale > fitting
    for place in range(2, zoom_box(preview).count()):
        zoom_box(preview).setCurrentIndex(place)
        factor = int(zoom_box(preview).currentText().rstrip("%")) / 100
        assert view.scale == pytest.approx(factor * real(preview))
    preview.resize(600, 400)
    assert view.scale == pytest.approx(2 * real(preview))
    zoom_box(preview).setCurrentIndex(0)
    QApplication.processEvents()
    assert view.scale == pytest.approx(fitting)


def test_a_whole_page_is_seen_at_once_and_page_keys_turn_pages(preview: PreviewTab, qtbot: QtBot) -> None:
    view, scroll = shown(preview, qtbot), scrolled(preview)
    zoom_box(preview).setCurrentIndex(1)
    assert view.sheet_rect(0).height() < scroll.viewport().height()
    for key, place in (
        (Qt.Key.Key_PageDown, "第 2 / 3 页"),
        (Qt.Key.Key_PageDown, "第 3 / 3 页"),
        (Qt.Key.Key_PageDown, "第 3 / 3 页"),
        (Qt.Key.Key_PageUp, "第 2 / 3 页"),
        (Qt.Key.Key_Home, "第 1 / 3 页"),
        (Qt.Key.Key_End, "第 3 / 3 页"),
    ):
        QTest.keyClick(scroll, key)
        assert part(preview, QLabel, "pagePlace").text() == place
    preview.resize(1000, 300)
    assert view.sheet_rect(2).height() < scroll.viewport().height()


def test_page_keys_scroll_by_a_window_in_a_large_page(preview: PreviewTab, qtbot: QtBot) -> None:
    shown(preview, qtbot)
    scroll = scrolled(preview)
    zoom_box(preview).setCurrentIndex(zoom_box(preview).count() - 1)
    QTest.keyClick(scroll, Qt.Key.Key_PageDown)
    assert 0 < scroll.verticalScrollBar().value() < scroll.viewport().height()


def test_the_wheel_with_control_enlarges_what_lies_below_it(preview: PreviewTab, qtbot: QtBot) -> None:
    view, scroll = shown(preview, qtbot), scrolled(preview)
    zoom_box(preview).setCurrentIndex(zoom_box(preview).findData(1.0))
    scroll.turn_to(1)
    at = QPointF(100, 100)
    before = view.mapFrom(scroll.viewport(), at) - view.sheet_rect(1).topLeft()
    wheel(scroll, at, 60)
    assert view.scale == pytest.approx(real(preview))
    wheel(scroll, at, 60)
    assert view.scale == pytest.approx(1.25 * real(preview))
    after = view.mapFrom(scroll.viewport(), at) - view.sheet_rect(1).topLeft()
    assert after.y() == pytest.approx(1.25 * before.y(), abs=2)
    wheel(scroll, at, -120)
    assert view.scale == pytest.approx(real(preview))
    assert zoom_box(preview).currentText() == "100%"


def test_steps_lead_from_any_size_to_the_next_and_stop_at_the_ends(preview: PreviewTab, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    larger, smaller = part(preview, QToolButton, "zoomIn"), part(preview, QToolButton, "zoomOut")
    for _ in range(8):
        larger.click()
    assert view.scale == pytest.approx(2 * real(preview))
    for _ in range(8):
        smaller.click()
    assert view.scale == pytest.approx(0.5 * real(preview))
    preview.fit_width()
    assert zoom_box(preview).currentText() == "适合宽度"


def test_only_pages_in_view_are_painted(preview: PreviewTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = shown(preview, qtbot)
    painted: list[Page] = []
    monkeypatch.setattr(pages_view, "paint_page", lambda _painter, page, _scale: painted.append(page))
    view.repaint()
    assert painted == [view.pages[0]]


def test_a_thumbnail_turns_to_its_page_and_the_page_in_view_is_marked(preview: PreviewTab, qtbot: QtBot) -> None:
    preview.resize(1000, 400)
    shown(preview, qtbot)
    small = part(preview, Thumbnails, "thumbnails")
    assert small.isVisible()
    assert small.currentIndex().row() == 0
    spot = small.visualRect(small.model().index(1, 0)).center()
    QTest.mouseClick(small.viewport(), LEFT, pos=spot)
    assert part(preview, QLabel, "pagePlace").text() == "第 2 / 3 页"
    part(preview, QToolButton, "nextPage").click()
    assert small.currentIndex().row() == 2
    assert not part(preview, QToolButton, "nextPage").isEnabled()
    part(preview, QToolButton, "previousPage").click()
    assert small.currentIndex().row() == 1


def test_thumbnails_are_made_when_they_come_into_view(
    preview: PreviewTab, pages: ThreePages, session: OpenForm, qtbot: QtBot
) -> None:
    pages.count = 60
    preview.resize(1000, 400)
    shown(preview, qtbot)
    model = part(preview, Thumbnails, "thumbnails").model()
    assert isinstance(model, PagesModel)
    preview.grab()
    assert 0 < model.painted_count < 10
    session.change_form(complete_form(unit="x"), label="")
    preview.grab()
    assert 0 < model.painted_count < 10
    assert model.index(4, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "第 5 页"


def test_in_a_narrow_window_there_are_no_thumbnails_until_asked_for(preview: PreviewTab, qtbot: QtBot) -> None:
    shown(preview, qtbot)
    small, button = part(preview, Thumbnails, "thumbnails"), part(preview, QToolButton, "showThumbnails")
    assert not small.isVisible()
    button.click()
    assert small.isVisible()
    preview.resize(1000, 400)
    button.click()
    assert not small.isVisible()
    preview.resize(1100, 400)
    assert not small.isVisible()


def test_the_model_of_thumbnails_is_sound(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = PagesModel()
    model.set_pages(ThreePages()(OpenForm().shown))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves this one untyped
    model.set_pages(())
    assert model.rowCount() == 0
    assert model.data(model.index(0, 0)) is None


def test_a_change_of_the_form_leaves_the_place_and_another_form_begins_at_its_top(
    preview: PreviewTab, session: OpenForm, qtbot: QtBot
) -> None:
    shown(preview, qtbot)
    scroll = scrolled(preview)
    scroll.turn_to(1)
    place = scroll.verticalScrollBar().value()
    session.change_form(complete_form(unit="x"), label="")
    assert scroll.verticalScrollBar().value() == place
    state = session.state
    assert state is not None
    session.show_form(state.form_id + 1, complete_form())
    assert scroll.verticalScrollBar().value() == 0


def test_another_paper_is_shown_at_once(preview: PreviewTab, pages: ThreePages, qtbot: QtBot) -> None:
    shown(preview, qtbot)
    preview.redraw_pages()
    assert len(pages.asked) == 2


def test_without_a_form_there_are_no_pages(preview: PreviewTab, session: OpenForm, qtbot: QtBot) -> None:
    view = shown(preview, qtbot)
    session.close()
    assert view.field_position(RATE) is None
    assert "第 0 / 0 页" in [label.text() for label in preview.findChildren(QLabel)]
    assert not preview.show_field(RATE)
    assert preview.current_field() is None
