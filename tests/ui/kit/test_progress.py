"""Longer work, watched: its dialog, its end, and what may not happen meanwhile."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import Cancelled
from selfeval_desktop.ui.kit.progress import ProgressDialogs


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setWindowTitle("宣传 — 台账 — 绩效自评")
    qtbot.addWidget(window)
    return window


@pytest.fixture
def work(window: QWidget) -> ProgressDialogs:
    return ProgressDialogs(window)


def dialog_of(window: QWidget) -> QProgressDialog:
    return window.findChildren(QProgressDialog)[-1]


def test_the_dialog_tells_how_far_the_work_is_and_blocks_the_window(work: ProgressDialogs, window: QWidget) -> None:
    with work.show_progress("正在排版…") as watch:
        assert work.is_busy
        watch(3, 20)
        dialog = dialog_of(window)
        assert not dialog.isVisible()
        assert (dialog.value(), dialog.maximum(), dialog.labelText()) == (3, 20, "正在排版…")
        assert dialog.windowTitle() == "绩效自评"
        assert dialog.windowModality() is Qt.WindowModality.WindowModal
        watch.change_progress_text("正在送往打印机…")
        assert dialog.labelText() == "正在送往打印机…"
    assert not work.is_busy


def test_an_ended_work_never_brings_its_dialog_up(work: ProgressDialogs, window: QWidget) -> None:
    with work.show_progress("正在排版…") as watch:
        watch(0, 2)
    dialog = dialog_of(window)
    assert not dialog.isVisible()
    assert not any(timer.isActive() for timer in dialog.findChildren(QTimer))


@pytest.mark.parametrize("way", ["button", "cross"])
def test_the_button_and_the_cross_stop_the_work_at_the_next_piece(
    work: ProgressDialogs, window: QWidget, way: str
) -> None:
    done = []
    with pytest.raises(Cancelled), work.show_progress("正在排版…") as watch:  # noqa: PT012 - the work is what raises
        for piece in range(5):
            watch(piece, 5)
            done.append(piece)
            if piece == 2:
                dialog = dialog_of(window)
                dialog.show()
                if way == "button":
                    dialog.findChildren(QPushButton)[0].click()
                else:
                    dialog.close()
    assert done == [0, 1, 2]
    assert not work.is_busy


def test_the_button_works_in_a_piece_that_takes_long(work: ProgressDialogs, window: QWidget, qtbot: QtBot) -> None:
    with pytest.raises(Cancelled), work.show_progress("正在读取…") as watch:  # noqa: PT012 - the work is what raises

        def shown() -> bool:
            watch(0, 3)
            return dialog_of(window).isVisible()

        qtbot.waitUntil(shown)
        QTimer.singleShot(0, dialog_of(window).findChildren(QPushButton)[0].click)
        for _ in range(3):
            watch(0, 3)


def test_what_cannot_be_called_back_has_no_button_and_goes_on(work: ProgressDialogs, window: QWidget) -> None:
    with work.show_progress("正在送往打印机…") as watch:
        watch.change_progress_text("正在送往打印机…", can_stop=False)
        dialog = dialog_of(window)
        dialog.show()
        assert not [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
        dialog.close()
        watch(1, 2)


def test_what_waits_for_the_end_of_the_work_comes_after_it(work: ProgressDialogs, qtbot: QtBot) -> None:
    happened: list[str] = []
    with pytest.raises(Cancelled), work.show_progress("正在排版…") as watch:  # noqa: PT012 - the work is what raises
        assert not work.may_leave(lambda: happened.append("closed"))
        happened.append("working")
        watch(1, 2)
    assert happened == ["working"]
    qtbot.waitUntil(lambda: happened == ["working", "closed"])


def test_without_work_one_may_leave(work: ProgressDialogs) -> None:
    assert work.may_leave(lambda: pytest.fail("nothing was going on"))
    assert not work.is_busy


def test_work_begun_inside_other_work_ends_before_one_may_leave(work: ProgressDialogs, qtbot: QtBot) -> None:
    happened: list[str] = []
    with pytest.raises(Cancelled), work.show_progress("正在读取文件…") as outer:  # noqa: PT012 - the work is what raises
        with pytest.raises(Cancelled), work.show_progress("正在核对…") as inner:  # noqa: PT012
            assert not work.may_leave(lambda: happened.append("closed"))
            inner(1, 2)
        assert work.is_busy
        QTest.qWait(20)
        assert happened == []
        outer(1, 2)
    qtbot.waitUntil(lambda: happened == ["closed"])
