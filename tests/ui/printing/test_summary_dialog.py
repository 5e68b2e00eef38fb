"""Which years can be summed up, and what is said about them."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.paper.documents import SummaryRequest
from selfeval_desktop.ui.printing.derived_printout_commands import SummaryDialog
from tests.builders import complete_form
from tests.ui.summaries import summary_of

FORMS = [
    summary_of(1, complete_form(year=2022)),
    summary_of(2, complete_form(unit="某区档案馆")),
    summary_of(3, complete_form(project_name="")),
    summary_of(4, complete_form(year=None)),
]


class Opened:
    """The dialog with its parts at hand."""

    def __init__(self, year: int | None, qtbot: QtBot) -> None:
        self.dialog = SummaryDialog(FORMS, year)
        qtbot.addWidget(self.dialog)
        (self.year,) = self.dialog.findChildren(QComboBox, "summaryYear")
        (self.unit,) = self.dialog.findChildren(QComboBox, "summaryMoneyUnit")
        (self.subtotals,) = self.dialog.findChildren(QCheckBox, "summarySubtotals")
        (self.note,) = self.dialog.findChildren(QLabel, "documentNote")


@pytest.mark.parametrize(("open_year", "chosen"), [(2022, 2022), (None, 2023), (1999, 2023)])
def test_the_open_form_s_year_comes_first_else_the_newest(open_year: int | None, chosen: int, qtbot: QtBot) -> None:
    opened = Opened(open_year, qtbot)
    assert opened.dialog.summary_request() == SummaryRequest(chosen, None, subtotals=False)
    assert [opened.year.itemText(place) for place in range(opened.year.count())] == ["2023", "2022"]


def test_what_is_summed_up_and_what_is_left_out_is_said(qtbot: QtBot) -> None:
    opened = Opened(2023, qtbot)
    assert opened.note.text() == (
        "将汇总 2 张表。其中 1 张还有错误或没有认可的结转值，备注里会写“草稿”。另有 1 张没有填年度，不在汇总之内。"
    )
    opened.year.setCurrentIndex(1)
    assert opened.note.text() == "将汇总 1 张表。另有 1 张没有填年度，不在汇总之内。"


def test_subtotals_are_offered_where_there_are_several_units(qtbot: QtBot) -> None:
    opened = Opened(2023, qtbot)
    opened.subtotals.click()
    assert opened.dialog.summary_request().subtotals
    opened.year.setCurrentIndex(1)
    assert not opened.subtotals.isEnabled()
    assert not opened.dialog.summary_request().subtotals


def test_the_money_unit_can_be_chosen(qtbot: QtBot) -> None:
    opened = Opened(2023, qtbot)
    opened.unit.setCurrentIndex(2)
    assert opened.dialog.summary_request().money_unit == "万元"
