"""The window fits a small screen, whatever was opened before and whatever is said; its figures stay whole."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QMenu, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.settings import TEXT_SIZES
from selfeval_desktop.domain.form.form import FundLine
from selfeval_desktop.ui.kit import theme
from selfeval_desktop.ui.kit.message_bar import MessageBar
from selfeval_desktop.ui.safety.start_page import StartPage
from selfeval_desktop.wording import language
from tests.builders import complete_form
from tests.ui.windows import Screen, ledger_file, stored_forms

LEAST = QSize(910, 430)
"""A screen of 1366×768 pixels at 150%, without the title bar and the task bar, in logical pixels."""
AMOUNT = Decimal("211161150.35")


@pytest.fixture(params=["zh_CN", "en"])
def spoken(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Screen]:
    """The window in each language, on forms with long names and large amounts."""
    language.switch_language(request.param)
    line = FundLine(AMOUNT, AMOUNT, AMOUNT)
    name = "河西村特色种养补贴到户项目" * 3
    form = complete_form(project_name=name, unit=name, funds={"current_year": line, "carried_over": line})
    opened = Screen(ledger_file(tmp_path / "台账.selfeval", [form, replace(form, unit="某区档案馆")]))
    qtbot.addWidget(opened.window)
    yield opened
    opened.close()
    theme.apply_theme(theme_application(), theme.ThemeChoice())
    language.switch_language(language.SOURCE)


def theme_application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def resize(screen: Screen, size: QSize) -> None:
    """Make the window that large, and let every part find its place."""
    for _ in range(4):
        screen.window.resize(size)
        QCoreApplication.processEvents()


def seen_rows(table: QTableView) -> int:
    """How many rows are to be seen whole."""
    rows = [
        table.visualRect(table.model().index(row, table.currentIndex().column() + 1))
        for row in range(table.model().rowCount())
    ]
    return sum(
        table.viewport().rect().top() <= each.top() and each.bottom() <= table.viewport().height() for each in rows
    )


def cut_amounts(table: QTableView) -> list[int]:
    """The columns of the funds table that do not show their longest amount."""
    return [
        column
        for column in range(table.model().columnCount())
        if table.sizeHintForColumn(column) > table.columnWidth(column)
        or table.columnViewportPosition(column) + table.columnWidth(column) > table.viewport().width() + 2
    ]


def test_t02_t03_m6_n2_the_least_window_fits_a_small_screen_and_shows_its_figures_whole(spoken: Screen) -> None:
    window, sizes = spoken.window, spoken.part(QMenu, "textSizeMenu").actions()
    start = spoken.part(StartPage, "startPage")
    start.show_ledgers([Path(f"/台账/{number}/很长的名字{number}.selfeval") for number in range(12)])
    tips = [action.statusTip() for action in window.findChildren(QAction) if action.statusTip()]
    assert len(tips) > 50
    longest = sorted(tips, key=len)[-3:]
    for choice, size in zip(sizes, TEXT_SIZES, strict=True):
        choice.trigger()
        resize(spoken, LEAST)
        assert (size, window.size().toTuple()) == (size, LEAST.toTuple())
        for tip in (*longest, "很长的说明" * 60):
            window.statusBar().showMessage(tip)
            least = window.minimumSizeHint()
            assert (size, tip, LEAST.expandedTo(least)) == (size, tip, LEAST)
        spoken.tabs.setCurrentIndex(0)
        resize(spoken, LEAST)
        assert (size, seen_rows(spoken.funds), cut_amounts(spoken.funds)) == (size, 4, [])
        spoken.tabs.setCurrentIndex(2)
        resize(spoken, LEAST)
        assert (size, seen_rows(spoken.part(QTableView, "indicatorTable")) >= 4) == (size, True)
        assert window.minimumSizeHint().height() <= LEAST.height()


def test_t03_the_head_is_one_line_that_opens_over_the_page_and_goes_with_the_keyboard(
    screen: Screen, ledger: Path
) -> None:
    resize(screen, LEAST)
    name = screen.part(QLineEdit, "projectName")
    tabs = screen.tabs.geometry()
    assert not name.isVisible()
    assert screen.text("headSummary").startswith("宣传与推广 · 2023 年度")
    screen.part(QToolButton, "openHead").click()
    assert name.isVisible()
    assert screen.tabs.geometry() == tabs
    screen.type_name("A")
    screen.window.activateWindow()
    assert QTest.qWaitForWindowActive(screen.window)
    name.setFocus()
    screen.funds.setFocus()
    assert not name.isVisible()
    assert screen.text("headSummary").startswith("宣传与推广A")
    screen.close()
    assert stored_forms(ledger)[0].project_name == "宣传与推广A"


def test_t03_a_new_form_in_a_low_window_opens_its_head(screen: Screen) -> None:
    resize(screen, LEAST)
    screen.do("actionNewForm")
    assert screen.part(QLineEdit, "projectName").isVisible()
    resize(screen, QSize(1366, 768))
    assert screen.part(QLineEdit, "projectName").isVisible()
    assert not screen.part(QLabel, "headSummary").isVisible()


def test_t03_where_the_window_is_low_the_problem_list_is_one_line_until_it_is_asked_for(screen: Screen) -> None:
    problems, height = screen.part(QWidget, "problemList"), screen.part(QWidget, "problemList").height()
    resize(screen, LEAST)
    assert not problems.isVisible()
    assert screen.part(QToolButton, "foldProblems").isVisible()
    screen.do("actionCheck")
    assert problems.isVisible()
    screen.part(QToolButton, "foldProblems").click()
    assert not problems.isVisible()
    resize(screen, QSize(1366, 768))
    assert problems.isVisible()
    assert problems.height() == height


def test_t03_in_a_narrow_window_the_list_and_the_form_take_turns(screen: Screen) -> None:
    resize(screen, QSize(800, 430))
    assert (screen.forms.isVisible(), screen.funds.isVisible()) == (False, True)
    screen.do("actionFormList")
    assert (screen.forms.isVisible(), screen.funds.isVisible()) == (True, False)
    screen.open_form(1)
    assert (screen.forms.isVisible(), screen.funds.isVisible()) == (False, True)
    assert screen.form.unit == "某区档案馆"
    resize(screen, QSize(1366, 768))
    assert (screen.forms.isVisible(), screen.funds.isVisible()) == (True, True)


def test_t28_the_preview_has_the_height_of_the_problem_list(screen: Screen) -> None:
    problems = screen.part(QWidget, "problemList")
    screen.do("actionPrintPreview")
    assert not problems.isVisible()
    screen.do("actionTab1")
    assert problems.isVisible()


def test_t14_a_notice_moves_nothing(screen: Screen) -> None:
    QCoreApplication.processEvents()
    bar = screen.part(MessageBar, "messageBar")
    before = screen.funds.mapTo(screen.window, QPoint()), screen.funds.size()
    bar.show_message("已经做好。" * 30, "warning")
    QCoreApplication.processEvents()
    assert (screen.funds.mapTo(screen.window, QPoint()), screen.funds.size()) == before
    foot = bar.mapTo(screen.window, bar.rect().bottomLeft()).y()
    assert screen.window.statusBar().y() - 20 < foot < screen.window.statusBar().y()
    assert bar.height() > 2 * bar.fontMetrics().lineSpacing()


def test_t14_the_line_about_stale_paper_stands_beside_the_tabs(screen: Screen) -> None:
    QCoreApplication.processEvents()
    banner = screen.part(QFrame, "paperBanner")
    before = screen.funds.mapTo(screen.window, QPoint())
    banner.show()
    QCoreApplication.processEvents()
    assert screen.funds.mapTo(screen.window, QPoint()) == before
    bar = screen.tabs.tabBar()
    assert banner.mapTo(screen.tabs, QPoint()).x() > bar.geometry().right()
    assert banner.height() <= bar.height()


def test_t29_on_a_large_screen_the_names_of_indicators_grow_too(screen: Screen) -> None:
    screen.do("actionTab3")
    table = screen.part(QTableView, "indicatorTable")
    names = [table.model().headerData(place, Qt.Orientation.Horizontal) for place in range(table.model().columnCount())]
    place = names.index("三级指标")
    resize(screen, QSize(1366, 768))
    usual = table.columnWidth(place)
    resize(screen, QSize(1920, 1040))
    assert table.columnWidth(place) > usual + 60
