"""Ticking forms: all, none, the open one, those of the window's list, those found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.document.form_chooser import FormChooser, FormChooserInput
from tests.builders import complete_form
from tests.ui.paper_trays import part
from tests.ui.summaries import summary_of

FORMS = [
    summary_of(1, complete_form(project_name="宣传")),
    summary_of(2, complete_form(project_name="", unit="某区档案馆")),
    summary_of(3, complete_form(project_name="维稳", year=2022)),
]


def opened(qtbot: QtBot, offer: FormChooserInput) -> FormChooser:
    chooser = FormChooser(offer, "forms")
    qtbot.addWidget(chooser)
    return chooser


@pytest.fixture
def chooser(qtbot: QtBot) -> FormChooser:
    return opened(qtbot, FormChooserInput(FORMS, 2, [1, 3]))


def press(chooser: FormChooser, which: str) -> None:
    part(chooser, QPushButton, f"forms{which}").click()


def test_forms_can_be_ticked_all_none_alone_or_as_listed(chooser: FormChooser) -> None:
    for which, chosen in (("All", (1, 2, 3)), ("None", ()), ("Current", (2,)), ("Listed", (1, 3))):
        press(chooser, which)
        assert chooser.ticked_form_ids() == chosen
    assert part(chooser, QLabel, "formsCount").text() == "已选 2 张，共 3 张"


def test_a_tick_is_told(chooser: FormChooser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chooser.changed):
        part(chooser, QListWidget, "forms").item(0).setCheckState(Qt.CheckState.Checked)
    assert chooser.ticked_form_ids() == (1,)


@pytest.mark.parametrize(("words", "found"), [("档案", (2,)), ("2022 维", (3,)), ("错误", (2,)), ("x", ())])
def test_a_search_finds_forms_to_tick_and_leaves_the_others_as_they_are(
    chooser: FormChooser, words: str, found: tuple[int, ...]
) -> None:
    part(chooser, QLineEdit, "formsSearch").setText(words)
    press(chooser, "All")
    assert chooser.ticked_form_ids() == found
    part(chooser, QLineEdit, "formsSearch").clear()
    press(chooser, "All")
    part(chooser, QLineEdit, "formsSearch").setText(words)
    press(chooser, "None")
    assert chooser.ticked_form_ids() == tuple(form_id for form_id in (1, 2, 3) if form_id not in found)


def test_buttons_without_a_meaning_are_not_shown(qtbot: QtBot) -> None:
    chooser = opened(qtbot, FormChooserInput(FORMS, None, [1, 2, 3]))
    assert part(chooser, QPushButton, "formsCurrent").isHidden()
    assert part(chooser, QPushButton, "formsListed").isHidden()
