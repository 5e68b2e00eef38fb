"""Indicators to choose: found by typing, ticked with space, added with Enter."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.over_time.library import KnownIndicator, SourceForm
from selfeval_desktop.ui.filling.library_commands import LibraryDialog
from tests.builders import complete_form

Key = Qt.Key
KNOWN = (
    KnownIndicator("产出指标", "数量指标", "培训\n人次", "≥500人次", SourceForm("培训", 2022)),
    KnownIndicator("产出指标", "数量指标", "登记单印刷率", "≥95%"),
    KnownIndicator("产出指标", "质量指标", "培训合格率", "≥95%"),
    KnownIndicator("满意度指标", "服务对象满意度指标", "学员满意度", "≥90%"),
)

Opened = Callable[..., LibraryDialog]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def _open(known: tuple[KnownIndicator, ...] = KNOWN) -> LibraryDialog:
        dialog = LibraryDialog(complete_form(), known)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return _open


def search(dialog: QDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "librarySearch")
    assert isinstance(found, QLineEdit)
    return found


def table(dialog: QDialog) -> QTableView:
    found = dialog.findChild(QTableView, "libraryTable")
    assert isinstance(found, QTableView)
    return found


def lines(dialog: QDialog) -> list[list[str]]:
    model = table(dialog).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def count(dialog: QDialog) -> str:
    found = dialog.findChild(QLabel, "libraryCount")
    assert isinstance(found, QLabel)
    return found.text()


def names(dialog: LibraryDialog) -> list[str]:
    return [row.level3 for row in dialog.wanted_rows()]


def test_each_line_tells_levels_name_target_and_where_it_comes_from(opened: Opened) -> None:
    dialog = opened()
    assert lines(dialog)[:3] == [
        ["产出指标", "数量指标", "培训 人次", "≥500人次", "培训（2022 年度）"],
        ["产出指标", "数量指标", "登记单印刷率", "≥95%", "本表已有"],
        ["产出指标", "质量指标", "培训合格率", "≥95%", "参考指标"],
    ]
    heads = table(dialog).model()
    assert heads.headerData(3, Qt.Orientation.Horizontal) == "年度指标值"


def test_enter_adds_the_current_one_where_none_is_ticked(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    assert count(dialog) == "没有勾选；回车加入光标所在的一项。"
    search(dialog).setText("满意")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(search(dialog), Key.Key_Return)
    assert names(dialog) == ["学员满意度"]


def test_space_ticks_and_the_next_word_is_another_search(opened: Opened) -> None:
    dialog = opened()
    box = search(dialog)
    box.setText("学员")
    QTest.keyClick(box, Key.Key_Space)
    assert count(dialog).startswith("没有勾选")
    QTest.keyClick(box, Key.Key_Space)
    assert count(dialog) == "已勾选 1 项：学员满意度"
    assert box.selectedText() == "学员 "
    box.clear()
    QTest.keyClick(box, Key.Key_Space)
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(box, Key.Key_Down)
    QTest.keyClick(box, Key.Key_Space)
    assert names(dialog) == ["培训\n人次", "培训合格率", "学员满意度"]
    assert count(dialog) == "已勾选 3 项：培训 人次、培训合格率、学员满意度"
    QTest.keyClick(table(dialog), Key.Key_Space)
    assert names(dialog) == ["培训\n人次", "学员满意度"]


def test_a_space_between_two_words_is_part_of_the_search(opened: Opened) -> None:
    dialog = opened()
    search(dialog).setText("率")
    QTest.keyClick(search(dialog), Key.Key_Space)
    search(dialog).insert("合格")
    assert [line[2] for line in lines(dialog)] == ["培训合格率"]
    assert count(dialog).startswith("没有勾选")


def test_space_ticks_where_arrows_have_led(opened: Opened) -> None:
    dialog = opened()
    search(dialog).setText("培训")
    QTest.keyClick(search(dialog), Key.Key_Down)
    QTest.keyClick(search(dialog), Key.Key_Space)
    QTest.keyClick(search(dialog), Key.Key_Up)
    QTest.keyClick(search(dialog), Key.Key_Space)
    assert names(dialog) == ["培训\n人次", "培训合格率"]
    search(dialog).insert("合格")
    QTest.keyClick(search(dialog), Key.Key_Space)
    assert search(dialog).text() == "合格 "


def test_the_mouse_ticks_boxes(opened: Opened) -> None:
    dialog = opened()
    view = table(dialog)
    at = view.visualRect(view.model().index(2, 0)).topLeft() + QPoint(10, 12)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert names(dialog) == ["培训合格率"]


def test_levels_narrow_the_list(opened: Opened) -> None:
    dialog = opened()
    groups = dialog.findChild(QListWidget, "libraryGroups")
    assert isinstance(groups, QListWidget)
    texts = [groups.item(row).text().strip() for row in range(groups.count())]
    assert texts == [
        *("全部", "产出指标", "数量指标", "质量指标"),
        *("满意度指标", "服务对象满意度指标"),
    ]
    groups.setCurrentRow(1)
    assert len(lines(dialog)) == 3
    groups.setCurrentRow(3)
    assert [line[2] for line in lines(dialog)] == ["培训合格率"]
    QTest.keyClick(groups, Key.Key_Return)
    assert not dialog.isVisible()


def test_many_names_are_cut_but_counted(opened: Opened) -> None:
    known = tuple(KnownIndicator("产出指标", "数量指标", f"第{number}项", "≥1") for number in range(10))
    dialog = opened(known)
    for _ in known:
        QTest.keyClick(search(dialog), Key.Key_Space)
        QTest.keyClick(search(dialog), Key.Key_Down)
    assert count(dialog).startswith("已勾选 10 项：第0项、")
    assert count(dialog).endswith("第7项、…")


def test_nothing_can_be_added_where_nothing_is_left(opened: Opened) -> None:
    dialog = opened()
    add = dialog.findChild(QPushButton, "libraryAdd")
    assert isinstance(add, QPushButton)
    assert add.isDefault()
    search(dialog).setText("没有的")
    assert not add.isEnabled()
    QTest.keyClick(search(dialog), Key.Key_Return)
    assert dialog.isVisible()
    search(dialog).clear()
    assert add.isEnabled()
