"""Reasons to choose: the ledger's own first, filtered as one types, changed before they are taken."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.domain.over_time.library import Cause, Phrase, SourceForm, WrittenReason
from selfeval_desktop.ui.filling.reasons_dialog import ReasonsDialog, ReasonsInput, source_form_name

Key = Qt.Key
CAUSES = (
    Cause("预算调整", (Phrase("预算调减，完成{actual}。", "同步调整。"), Phrase("压减开支。", "保证重点。"))),
    Cause("项目延期", (Phrase("手续较慢。", "提前办理。", "missed"),)),
)
OFFER = ReasonsInput(
    Indicator(level3="印刷率", target="≥95%", actual="87%"),
    2,
    (WrittenReason("印数\n核减。", SourceForm("宣传与推广", 2022)),),
    CAUSES,
)
OWN = "本台账以往写过的"

Opened = Callable[..., ReasonsDialog]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def _open(offer: ReasonsInput = OFFER) -> ReasonsDialog:
        dialog = ReasonsDialog(offer)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return _open


def part(dialog: QDialog, kind: type[QWidget], name: str) -> QWidget:
    found = dialog.findChild(kind, name)
    assert found is not None
    assert found.accessibleName()
    return found


def search(dialog: QDialog) -> QLineEdit:
    found = part(dialog, QLineEdit, "reasonsSearch")
    assert isinstance(found, QLineEdit)
    return found


def text(dialog: QDialog) -> QPlainTextEdit:
    found = part(dialog, QPlainTextEdit, "reasonsText")
    assert isinstance(found, QPlainTextEdit)
    return found


def note(dialog: QDialog) -> str:
    found = part(dialog, QLabel, "reasonsSource")
    assert isinstance(found, QLabel)
    return found.text()


def phrases(dialog: QDialog) -> list[str]:
    found = part(dialog, QTableView, "reasonsList")
    assert isinstance(found, QTableView)
    model = found.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def causes(dialog: QDialog) -> list[str]:
    found = part(dialog, QListWidget, "reasonsCauses")
    assert isinstance(found, QListWidget)
    items = [found.item(row) for row in range(found.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_the_ledgers_own_come_first_with_the_form_they_come_from(opened: Opened) -> None:
    dialog = opened()
    assert causes(dialog) == ["全部", OWN, "预算调整", "项目延期"]
    assert phrases(dialog)[:2] == ["印数 核减。", "预算调减，完成87%。改进措施：同步调整。"]
    assert text(dialog).toPlainText() == "印数\n核减。"
    assert note(dialog) == "来源：宣传与推广（2022 年度）"
    QTest.keyClick(search(dialog), Key.Key_Down)
    assert dialog.text == "预算调减，完成87%。改进措施：同步调整。"
    assert note(dialog) == "来源：程序自带的用语"


def test_without_forms_written_before_there_is_no_cause_for_them(opened: Opened) -> None:
    assert OWN not in causes(opened(replace(OFFER, written=())))


def test_phrases_that_the_row_contradicts_are_left_out(opened: Opened) -> None:
    dialog = opened(replace(OFFER, row=Indicator(target="≥95%", actual="95%")))
    assert causes(dialog) == ["全部", OWN, "预算调整"]
    dialog = opened(replace(OFFER, row=Indicator()))
    assert phrases(dialog) == [
        "印数 核减。",
        "压减开支。改进措施：保证重点。",
        "手续较慢。改进措施：提前办理。",
    ]


def test_a_search_looks_through_all_causes_and_a_cause_narrows_it(opened: Opened) -> None:
    dialog = opened()
    groups = part(dialog, QListWidget, "reasonsCauses")
    assert isinstance(groups, QListWidget)
    groups.setCurrentRow(3)
    assert phrases(dialog) == ["手续较慢。改进措施：提前办理。"]
    search(dialog).setText("减")
    assert phrases(dialog) == [
        "印数 核减。",
        "预算调减，完成87%。改进措施：同步调整。",
        "压减开支。改进措施：保证重点。",
    ]
    assert causes(dialog) == ["全部", OWN, "预算调整"]
    groups.setCurrentRow(2)
    assert len(phrases(dialog)) == 2
    search(dialog).setText("核减")
    assert phrases(dialog) == ["印数 核减。"]
    search(dialog).clear()
    assert len(phrases(dialog)) == 4


def test_enter_takes_the_text_as_it_was_changed(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    box = text(dialog)
    box.moveCursor(box.textCursor().MoveOperation.End)
    QTest.keyClicks(box, "OK")
    QTest.keyClick(box, Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(search(dialog), Key.Key_Return)
    assert dialog.text == "印数\n核减。OK\n"


def test_ctrl_enter_takes_the_text_from_within_it(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened()
    text(dialog).setFocus()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(text(dialog), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_change_lost_to_another_choice_can_be_undone_back(opened: Opened) -> None:
    dialog = opened()
    QTest.keyClicks(text(dialog), "OK")
    QTest.keyClick(search(dialog), Key.Key_Down)
    text(dialog).undo()
    assert dialog.text == "OK印数\n核减。"


def test_nothing_can_be_inserted_where_there_is_no_text(opened: Opened) -> None:
    dialog = opened()
    search(dialog).setText("没有这样的")
    assert (phrases(dialog), dialog.text) == ([], "")
    assert note(dialog) == "没有这样的用语，可以自己写。"
    insert = part(dialog, QPushButton, "reasonsInsert")
    assert not insert.isEnabled()
    QTest.keyClick(search(dialog), Key.Key_Return)
    assert dialog.isVisible()
    text(dialog).setPlainText("自己写的。")
    assert insert.isEnabled()


def test_what_the_cell_holds_is_said_to_stay(opened: Opened) -> None:
    dialog = opened(replace(OFFER, row=replace(OFFER.row, deviation="尾款\n未付")))
    assert note(dialog).endswith("格里已有“尾款 未付”，插入的文字接在后面。")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (SourceForm("宣传\n与推广", 2023), "宣传 与推广（2023 年度）"),
        (SourceForm("宣传", None), "宣传"),
        (SourceForm(" ", 2022), "未填项目名称（2022 年度）"),
        (None, "参考指标"),
    ],
)
def test_a_source_is_the_form_with_its_year(source: SourceForm | None, told: str) -> None:
    assert source_form_name(source) == told
