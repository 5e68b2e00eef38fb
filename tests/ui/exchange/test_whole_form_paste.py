"""The question about a whole form shows what would come in, and leaves nothing to guess."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.ui.exchange.whole_form_paste import WholeFormDialog
from tests.builders import complete_form, mof_2020

UNIT = FieldRef.head("money_unit")
DOUBT = RefusedText(18, 0, "注：一式两份。", Refusal.UNKNOWN)


def shown(qtbot: QtBot, read: ReadForm, current: Form | None) -> WholeFormDialog:
    dialog = WholeFormDialog(read, mof_2020(), current)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def text(dialog: WholeFormDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


@pytest.mark.parametrize("doubts", [(), (DOUBT,)])
def test_the_list_is_there_where_something_was_not_understood(qtbot: QtBot, doubts: tuple[RefusedText, ...]) -> None:
    dialog = shown(qtbot, ReadForm(complete_form(), (UNIT,), doubts), complete_form())
    found = dialog.findChild(QListWidget, "wholeFormDoubts")
    assert found is not None
    assert found.isVisible() is bool(doubts)
    assert found.count() == len(doubts)


def test_a_unit_that_nobody_wrote_is_told(qtbot: QtBot) -> None:
    dialog = shown(qtbot, ReadForm(complete_form(), (), ()), complete_form())
    assert text(dialog, "wholeForm_money_unit") == "没有写明，按元"


def test_a_unit_that_nobody_wrote_is_the_open_forms_own_where_that_is_filled_in(qtbot: QtBot) -> None:
    current = complete_form(money_unit="万元")
    unnamed = shown(qtbot, ReadForm(complete_form(), (), ()), current)
    assert text(unnamed, "wholeForm_money_unit") == "没有写明，作为新表按元，填进当前表按万元"
    named = shown(qtbot, ReadForm(complete_form(), (UNIT,), ()), current)
    assert text(named, "wholeForm_money_unit") == "元"


def test_a_long_name_is_cut_and_told_in_full(qtbot: QtBot) -> None:
    name = "城区公共设施维护" * 9
    dialog = shown(qtbot, ReadForm(complete_form(project_name=name), (UNIT,), ()), complete_form())
    label = dialog.findChild(QLabel, "wholeForm_project_name")
    assert label is not None
    assert label.text() != name
    assert label.toolTip() == name


def test_lost_rows_are_told_before(qtbot: QtBot) -> None:
    form = complete_form()
    read = ReadForm(replace(form, indicators=form.indicators[:2]), (UNIT, FieldRef.indicator(0, "level3")), ())
    assert "当前表有 3 行指标剪贴板里没有" in text(shown(qtbot, read, form), "wholeFormNote")
    assert "不再保留" not in text(shown(qtbot, read, read.form), "wholeFormNote")


@pytest.mark.parametrize(
    ("button", "use"), [("wholeFormImport", "import"), ("wholeFormFill", "fill"), ("wholeFormRows", "rows")]
)
def test_each_button_says_what_is_wanted(qtbot: QtBot, button: str, use: str) -> None:
    dialog = shown(qtbot, ReadForm(complete_form(), (UNIT,), ()), complete_form())
    found = dialog.findChild(QPushButton, button)
    assert found is not None
    assert found.isDefault() is (use == "import")
    found.click()
    assert (dialog.result(), dialog.paste_target) == (1, use)


def test_without_an_open_form_there_is_nothing_to_fill(qtbot: QtBot) -> None:
    dialog = shown(qtbot, ReadForm(complete_form(), (UNIT,), ()), None)
    names = {button.objectName() for button in dialog.findChildren(QPushButton)}
    assert names == {"wholeFormImport", "wholeFormCancel"}
