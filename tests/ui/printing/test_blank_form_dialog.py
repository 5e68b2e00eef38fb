"""Which blank the dialog asks for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.paper.documents import BlankFormRequest
from selfeval_desktop.ui.printing.derived_printout_commands import BlankFormDialog, BlankFormInput
from tests.builders import mof_2020

OTHER = replace(mof_2020(), id="hubei", name="湖北", money_units=("万元",))


class Opened:
    """The dialog with its parts at hand; a page holds twelve rows."""

    def __init__(self, chosen: str, unit: str, qtbot: QtBot) -> None:
        offer = BlankFormInput((mof_2020(), OTHER), chosen, unit, lambda order: -(-order.rows // 12))
        self.dialog = BlankFormDialog(offer)
        qtbot.addWidget(self.dialog)
        (self.template,) = self.dialog.findChildren(QComboBox, "blankTemplate")
        (self.unit,) = self.dialog.findChildren(QComboBox, "blankMoneyUnit")
        (self.rows,) = self.dialog.findChildren(QSpinBox, "blankRows")
        (self.levels,) = self.dialog.findChildren(QCheckBox, "blankLevels")
        (self.note,) = self.dialog.findChildren(QLabel, "documentNote")


@pytest.mark.parametrize(
    ("chosen", "unit", "expected"),
    [
        ("mof-2020", "万元", BlankFormRequest("mof-2020", "万元", 12)),
        ("mof-2020", "", BlankFormRequest("mof-2020", "元", 12)),
        ("hubei", "元", BlankFormRequest("hubei", "万元", 12)),
    ],
)
def test_template_and_unit_of_the_open_form_are_proposed(
    chosen: str, unit: str, expected: BlankFormRequest, qtbot: QtBot
) -> None:
    assert Opened(chosen, unit, qtbot).dialog.blank_form_request() == expected


def test_rows_can_be_typed_and_the_pages_are_counted(qtbot: QtBot) -> None:
    opened = Opened("mof-2020", "元", qtbot)
    assert "共 1 页" in opened.note.text()
    opened.rows.selectAll()
    QTest.keyClicks(opened.rows, "20")
    QTest.keyClick(opened.rows, Qt.Key.Key_Tab)
    assert opened.dialog.blank_form_request().rows == 20
    assert "共 2 页" in opened.note.text()


def test_the_levels_can_be_left_out(qtbot: QtBot) -> None:
    opened = Opened("mof-2020", "元", qtbot)
    opened.levels.click()
    assert not opened.dialog.blank_form_request().levels


def test_another_template_offers_its_own_money_units(qtbot: QtBot) -> None:
    opened = Opened("mof-2020", "元", qtbot)
    opened.template.setCurrentIndex(1)
    assert opened.dialog.blank_form_request() == BlankFormRequest("hubei", "万元", 12)
    assert opened.unit.count() == 1
