"""The dialog of the 公开版: what it proposes, counts, warns of and gives back."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form, Goals, Indicator
from selfeval_desktop.domain.layout.masking import Masks, cell_position
from selfeval_desktop.domain.layout.sheet import Sheet, lay_out
from selfeval_desktop.ui.printing.public_copy_dialog import ChosenMasking, PublicCopyDialog
from tests.builders import complete_form, mof_2020, with_fund, with_row

FORM = complete_form(
    project_name="甲、乙宣传",
    department="某区政府",
    goals=Goals("由张三丰负责，电话138-0013-8000。", "某区信访办公室、张三丰已完成甲、乙宣传。"),
)


def sheet_of(form: Form) -> Sheet:
    return lay_out(form, mof_2020(), evaluate(form, mof_2020()))


class Opened:
    """The dialog over a form, with its parts at hand."""

    def __init__(self, qtbot: QtBot, form: Form = FORM, last: ChosenMasking | None = None) -> None:
        self.sheet = sheet_of(form)
        self.dialog = PublicCopyDialog(self.sheet, form, last)
        qtbot.addWidget(self.dialog)
        (self.tree,) = self.dialog.findChildren(QTreeWidget, "publicCells")
        (self.words,) = self.dialog.findChildren(QLineEdit, "publicWords")
        (self.search,) = self.dialog.findChildren(QLineEdit, "publicSearch")
        (self.note,) = self.dialog.findChildren(QLabel, "documentNote")
        (self.warning,) = self.dialog.findChildren(QLabel, "publicWarning")
        (self.everywhere,) = self.dialog.findChildren(QPushButton, "publicEverywhere")
        self._qtbot = qtbot

    def items(self) -> list[QTreeWidgetItem]:
        """The lines of all cells."""
        every = self.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return [item for item in every if not item.childCount() and item.parent() is not None]

    def group(self, item: QTreeWidgetItem) -> QTreeWidgetItem:
        """The line above it."""
        found = item.parent()
        assert found is not None
        return found

    def tick(self, *places: str) -> None:
        """Press Space on the lines of these cells, or of a group."""
        for place in places:
            (item,) = self.tree.findItems(place, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
            self.tree.setCurrentItem(item)
            QTest.keyClick(self.tree, Qt.Key.Key_Space)

    def says(self, text: str) -> None:
        """Wait until the note says so."""
        self._qtbot.waitUntil(lambda: text in self.note.text())

    def write(self, words: str) -> None:
        """Have an input method write words after those that stand there."""
        self.words.end(False)
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(self.words, event)

    def button(self, name: str) -> QPushButton:
        (found,) = self.dialog.findChildren(QPushButton, name)
        return found

    def spots(self, *fields: str) -> frozenset[tuple[int, int]]:
        return frozenset(cell_position(cell) for cell in self.sheet.cells if str(cell.field) in fields)


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_phone_numbers_are_proposed_and_nothing_is_ticked(opened: Opened) -> None:
    assert opened.words.text() == "138-0013-8000"
    assert opened.dialog.chosen_masks() == Masks(frozenset(), ("138-0013-8000",))
    assert opened.note.text() == "将涂去 0 格，另有 1 处词语。"


def test_every_filled_cell_stands_in_the_list_under_the_paper_s_own_name(opened: Opened) -> None:
    texts = [(opened.group(item).text(0), item.text(0), item.text(1)) for item in opened.items()]
    assert texts[:3] == [
        ("项目", "项目名称", "甲、乙宣传"),
        ("项目", "主管部门", "某区政府"),
        ("项目", "实施单位", "某区信访办公室"),
    ]
    assert ("资金", "年度资金总额 · 执行率", "100.00%") in texts
    assert ("资金", "年度资金总额 · 得分", "10") in texts
    assert ("指标", "第 1 行 · 三级指标", "登记单印刷率") in texts
    assert ("指标", "总分 · 得分", "100") in texts


def test_ticked_cells_are_masked_and_counted(opened: Opened) -> None:
    opened.tick("主管部门", "预期目标")
    opened.says("将涂去 2 格，另有 0 处词语。")
    assert opened.dialog.chosen_masks().cells == opened.spots("department", "goals.expected")


def test_a_group_is_ticked_at_once(opened: Opened) -> None:
    opened.tick("目标")
    opened.says("将涂去 2 格")
    assert opened.dialog.chosen_masks().cells == opened.spots("goals.expected", "goals.actual")


def test_words_are_taken_as_they_are_typed(opened: Opened) -> None:
    opened.write("、张三丰")
    assert opened.dialog.chosen_masks().words == ("138-0013-8000", "张三丰")
    assert opened.note.text() == "将涂去 0 格，另有 3 处词语。"


def test_a_word_that_stands_nowhere_is_told(opened: Opened) -> None:
    opened.write(" 李四")
    assert "没有找到“李四”" in opened.note.text()
    assert opened.button("pdfDocument").isEnabled()


def test_a_single_character_is_refused(opened: Opened) -> None:
    opened.write(" 张")
    assert "“张”只有一个字" in opened.note.text()
    assert [opened.button(f"{way}Document").isEnabled() for way in ("print", "pdf", "xlsx")] == [False] * 3
    opened.write("三")
    assert opened.button("printDocument").isEnabled()


def test_the_search_leaves_the_cells_that_hold_the_text(opened: Opened) -> None:
    QTest.keyClicks(opened.search, "100.00%")
    assert [item.text(0) for item in opened.items() if not item.isHidden()] == ["年度资金总额 · 执行率"]
    hidden, shown = opened.group(opened.items()[0]), opened.group(opened.items()[4])
    assert (hidden.isHidden(), shown.isHidden()) == (True, False)
    opened.search.clear()
    assert not any(item.isHidden() for item in opened.items())


def test_what_another_cell_still_shows_is_told_and_taken_out_there(opened: Opened) -> None:
    assert not opened.everywhere.isVisibleTo(opened.dialog)
    opened.tick("实施单位", "项目名称")
    opened.says("将涂去 2 格")
    assert opened.warning.text() == "涂去的内容在别处还看得到：实际完成情况"
    opened.everywhere.click()
    # A name is taken out as a word; a text that would be read as several words takes its cell along.
    assert opened.words.text() == "138-0013-8000、某区信访办公室"
    opened.says("将涂去 3 格")
    assert not opened.warning.isVisibleTo(opened.dialog)


def test_an_amount_is_taken_out_with_its_cells(qtbot: QtBot) -> None:
    opened = Opened(qtbot, with_fund(FORM, "current_year", annual=Decimal(140908), executed=Decimal(1)))
    opened.tick("其中：当年财政拨款 · 全年预算数")
    opened.says("将涂去 1 格")
    assert opened.warning.text() == "涂去的内容在别处还看得到：年度资金总额 · 全年预算数"
    opened.everywhere.click()
    opened.says("将涂去 2 格")
    assert opened.dialog.chosen_masks().cells == opened.spots("funds.current_year.annual", "funds.total.annual")


def test_only_a_few_other_places_are_named(qtbot: QtBot) -> None:
    form = FORM
    for row in range(5):
        form = with_row(form, row, deviation="经某区政府同意")
    opened = Opened(qtbot, form)
    opened.tick("主管部门")
    opened.says("将涂去 1 格")
    assert opened.warning.text().endswith("第 3 行 · 偏差原因分析及改进措施等 5 处")


def test_a_label_that_shows_a_masked_text_is_named_and_stays(qtbot: QtBot) -> None:
    opened = Opened(qtbot, replace(FORM, department="总分", goals=Goals()))
    opened.tick("主管部门")
    opened.says("将涂去 1 格")
    assert opened.warning.text() == "涂去的内容在别处还看得到：总分"
    opened.everywhere.click()
    assert opened.dialog.chosen_masks().words == ("总分",)


def test_a_label_is_no_cell_to_tick(qtbot: QtBot) -> None:
    opened = Opened(qtbot, replace(FORM, department="项目资金，（元）", goals=Goals()))
    sheet = opened.sheet
    cells = tuple(
        replace(cell, text="项目资金，（元）") if cell.row == 2 and cell.column == 0 else cell for cell in sheet.cells
    )
    dialog = PublicCopyDialog(replace(sheet, cells=cells), replace(FORM, goals=Goals()))
    opened.dialog, opened.tree = dialog, dialog.findChildren(QTreeWidget)[0]
    qtbot.addWidget(dialog)
    opened.tick("主管部门")
    dialog.findChildren(QPushButton, "publicEverywhere")[0].click()
    assert len(dialog.chosen_masks().cells) == 1


def test_what_was_masked_is_proposed_again_though_rows_have_moved(qtbot: QtBot) -> None:
    first = Opened(qtbot)
    first.tick("第 2 行 · 三级指标")
    first.write("、张三丰")
    moved = replace(FORM, indicators=(Indicator(key=9, level3="新行"), *FORM.indicators))
    again = Opened(qtbot, moved, first.dialog.chosen_masking())
    assert again.dialog.chosen_masks().cells == again.spots("indicators[2].level3")
    assert again.words.text() == "138-0013-8000、张三丰"


def test_the_buttons_say_what_becomes_of_it(opened: Opened) -> None:
    for way in ("pdf", "xlsx", "print"):
        opened.button(f"{way}Document").click()
        assert opened.dialog.output_kind == way
    assert opened.dialog.result() == 1


def test_a_form_without_rows_has_no_group_for_them(qtbot: QtBot) -> None:
    opened = Opened(qtbot, replace(FORM, goals=Goals(), indicators=()))
    groups = [opened.tree.topLevelItem(number) for number in range(opened.tree.topLevelItemCount())]
    assert [group.text(0) for group in groups if group and not group.isHidden()] == ["项目", "资金", "指标"]


def test_a_word_of_one_character_keeps_anything_from_being_made(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    buttons = [
        button
        for button in opened.dialog.findChildren(QPushButton)
        if button.objectName() in {"printDocument", "pdfDocument", "xlsxDocument"}
    ]
    assert [button.isEnabled() for button in buttons] == [True] * 3
    opened.words.setText("张")
    opened.says("“张”只有一个字")
    assert [button.isEnabled() for button in buttons] == [False] * 3
    opened.words.setText("张三丰")
    qtbot.waitUntil(lambda: [button.isEnabled() for button in buttons] == [True] * 3)
