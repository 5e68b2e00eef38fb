"""What can be chosen for paper, and what stays as the template says."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.ports.documents import FontOffer
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.ui.printing.paper_commands import PageSetupDialog, PageSetupInput
from tests.builders import mof_2020
from tests.ui.paper_trays import part

AS_TEMPLATE = PaperChoice()
FANGSONG = FontOffer("simfang", "仿宋")
ALL = PaperChoice("A3", "landscape", 25, imprint=False, signature=False, font="simfang")


def opened(qtbot: QtBot, choice: PaperChoice = AS_TEMPLATE, template: Template | None = None) -> PageSetupDialog:
    dialog = PageSetupDialog(PageSetupInput(template or mof_2020(), choice, (FANGSONG,)))
    qtbot.addWidget(dialog)
    return dialog


def choose(dialog: PageSetupDialog, name: str, data: object) -> None:
    box = part(dialog, QComboBox, name)
    box.setCurrentIndex(box.findData(data))


@pytest.mark.parametrize("choice", [PaperChoice(), replace(ALL, signature=not mof_2020().signature.shown)])
def test_what_was_chosen_is_shown_and_given_back(qtbot: QtBot, choice: PaperChoice) -> None:
    assert opened(qtbot, choice).paper_choice() == choice


def test_every_change_is_told_at_once(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    told: list[PaperChoice] = []
    dialog.changed.connect(told.append)
    choose(dialog, "paperSize", "A3")
    choose(dialog, "paperOrientation", "landscape")
    part(dialog, QSpinBox, "paperBinding").setValue(20)
    choose(dialog, "paperFont", "simfang")
    part(dialog, QCheckBox, "paperImprint").toggle()
    assert told[0] == PaperChoice("A3")
    assert told[-1] == PaperChoice("A3", "landscape", 20, imprint=False, font="simfang")
    assert "上边" in part(dialog, QLabel, "paperNote").text()
    assert "纸张、方向、装订边、正文字体、校验码" in part(dialog, QLabel, "paperNote").text()


def test_what_equals_the_template_goes_on_following_it(qtbot: QtBot) -> None:
    dialog = opened(qtbot, PaperChoice("A3", "landscape"))
    choose(dialog, "paperSize", "A4")
    choose(dialog, "paperOrientation", "portrait")
    assert dialog.paper_choice() == PaperChoice()
    assert "与表样相同" in part(dialog, QLabel, "paperNote").text()


def test_one_button_goes_back_to_the_template(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ALL)
    told: list[PaperChoice] = []
    dialog.changed.connect(told.append)
    reset = part(dialog, QPushButton, "paperReset")
    reset.click()
    assert told == [PaperChoice()]
    assert not reset.isEnabled()


def test_a_binding_margin_has_its_limits(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    box = part(dialog, QSpinBox, "paperBinding")
    assert (box.minimum(), box.maximum()) == (0, 30)


def test_a_font_that_is_missing_here_is_said_to_be(qtbot: QtBot) -> None:
    dialog = opened(qtbot, PaperChoice(font="FZFSK"))
    assert "没有安装" in part(dialog, QComboBox, "paperFont").currentText()
    assert dialog.paper_choice().font == "FZFSK"


def test_a_template_may_have_a_sheet_and_a_font_of_its_own(qtbot: QtBot) -> None:
    own = replace(mof_2020().paper, width=200.0, height=300.0, font="simfang")
    dialog = opened(qtbot, template=replace(mof_2020(), paper=own))
    assert part(dialog, QComboBox, "paperSize").currentText() == "200×300 mm（表样）"
    assert part(dialog, QComboBox, "paperFont").currentText() == "仿宋"
    assert dialog.paper_choice() == PaperChoice()
