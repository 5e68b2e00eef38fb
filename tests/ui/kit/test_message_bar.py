"""The message bar: good news goes by itself, what must be seen or settled stays."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.kit.message_bar import BarPlace, MessageBar
from tests.ui.windows import Screen


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def grow_old(bar: MessageBar) -> None:
    """Let the time pass that a message is shown."""
    timer = bar.findChild(QTimer, "messageTimer")
    assert timer is not None
    assert timer.isActive()
    timer.timeout.emit()


@pytest.mark.parametrize("tone", ["ok", "hint"])
def test_good_news_goes_by_itself(bar: MessageBar, tone: str) -> None:
    bar.show_message("已导出。", tone, [("打开所在文件夹", lambda: None)])
    grow_old(bar)
    assert bar.text == ""


@pytest.mark.parametrize(("tone", "about"), [("error", ""), ("warning", ""), ("hint", "step"), ("ok", "step")])
def test_faults_and_open_matters_stay(bar: MessageBar, tone: str, about: str) -> None:
    bar.show_message("已删除。", tone, [("撤销", lambda: None)], about=about)
    grow_old(bar)
    bar.clear_passing_message()
    assert bar.text == "已删除。"


def test_good_news_stays_while_the_mouse_is_over_its_offer(bar: MessageBar) -> None:
    bar.show_message("已导出。", "ok", [("打开所在文件夹", lambda: None)])
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    grow_old(bar)
    assert bar.text == "已导出。"
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    grow_old(bar)
    assert bar.text == ""


def test_a_new_message_has_its_whole_time(bar: MessageBar) -> None:
    bar.show_message("已导出。")
    bar.show_message("没有写成。", "error")
    grow_old(bar)
    assert bar.text == "没有写成。"


def test_good_news_goes_with_the_next_keystroke(screen: Screen) -> None:
    screen.do("actionCheck")
    assert screen.text("messageText") == "没有发现问题。"
    screen.type_name("x")
    assert screen.part(MessageBar, "messageBar").text == ""


def test_good_news_goes_with_the_next_page(screen: Screen) -> None:
    screen.do("actionCheck")
    screen.do("actionTab3")
    assert screen.part(MessageBar, "messageBar").text == ""


def test_the_offer_to_undo_stays_on_the_next_page(screen: Screen) -> None:
    screen.do("actionDeleteForm")
    screen.do("actionTab3")
    assert "已删除" in screen.part(MessageBar, "messageBar").text


def test_a_bar_without_a_close_button_stays_while_its_matter_does(qtbot: QtBot) -> None:
    bar, pressed = (
        MessageBar(None, BarPlace("accessBanner", "accessText", "access{}"), "台账的读写"),
        list[str](),
    )
    qtbot.addWidget(bar)
    bar.show_message("只读。", "hint", [("另存副本…", lambda: pressed.append("copy")), ("知道了", bar.hide)])
    bar.focus_first_button()
    copy, known = bar.findChildren(QPushButton)
    assert (copy.objectName(), copy.accessibleName()) == ("access0", "另存副本")
    assert (bar.accessibleName(), bar.findChild(QToolButton)) == ("台账的读写", None)
    QTest.keyClick(copy, Qt.Key.Key_Escape)
    qtbot.waitUntil(copy.hasFocus)
    QTest.keyClick(copy, Qt.Key.Key_Return)
    assert pressed == ["copy"]
    assert bar.text == "只读。"
    known.click()
    assert bar.text == ""
