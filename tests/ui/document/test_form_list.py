"""The list's filter by unit: there when there is something to choose, never wider than its place."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.document.form_list import FormList
from selfeval_desktop.ui.document.form_list_model import FormsModel
from selfeval_desktop.ui.kit.inputs import NameFilter
from tests.builders import complete_form
from tests.ui.summaries import summary_of

LONG = "某区重大工程建设项目稽察与招标投标管理服务中心"
FORMS = [
    summary_of(number, complete_form(unit=unit))
    for number, unit in enumerate(("某区档案馆", LONG, "某区档案馆"), start=1)
]


@pytest.fixture
def model() -> FormsModel:
    model = FormsModel()
    model.show_summaries(FORMS)
    return model


@pytest.fixture
def forms(model: FormsModel, qtbot: QtBot) -> FormList:
    forms = FormList(model, [])
    qtbot.addWidget(forms)
    with qtbot.waitExposed(forms):
        forms.show()
    return forms


def choices(combo: QComboBox) -> Sequence[str]:
    return [combo.itemText(place) for place in range(combo.count())]


def test_one_unit_is_chosen_and_the_counts_say_what_is_hidden(forms: FormList, model: FormsModel) -> None:
    assert choices(forms.unit) == ["全部单位", "某区档案馆", LONG]
    assert forms.shown_unit() == ""
    forms.unit.setCurrentIndex(1)
    assert (forms.shown_unit(), [form.form_id for form in model.shown_forms()]) == ("某区档案馆", [1, 3])
    counts = forms.findChild(QLabel, "formCounts")
    assert counts is not None
    assert counts.text().endswith("1 张未显示")
    forms.clear_filters()
    assert (forms.shown_unit(), model.rowCount()) == ("", 3)


def test_an_office_of_one_unit_has_no_filter(forms: FormList, model: FormsModel) -> None:
    assert forms.unit.isVisible()
    model.show_summaries(FORMS[:1])
    assert not forms.unit.isVisible()
    model.show_summaries(FORMS[:1], ["某区图书馆"])
    assert forms.unit.isVisible()


def test_a_filter_for_a_unit_that_is_gone_is_dropped(forms: FormList, model: FormsModel) -> None:
    forms.unit.setCurrentIndex(2)
    model.show_summaries(FORMS[::2], ["某区图书馆"])
    assert (forms.shown_unit(), model.rowCount()) == ("", 2)


def test_a_filter_stays_when_another_unit_comes(forms: FormList, model: FormsModel) -> None:
    forms.unit.setCurrentIndex(1)
    model.show_summaries(FORMS, ["某区图书馆"])
    assert (forms.shown_unit(), model.rowCount()) == ("某区档案馆", 2)


def test_a_long_name_makes_the_list_no_wider_and_is_told_in_its_tip(forms: FormList, model: FormsModel) -> None:
    forms.unit.setCurrentIndex(2)
    assert forms.minimumSizeHint().width() <= 230
    assert forms.unit.toolTip() == LONG


def test_a_long_name_ends_with_dots(qtbot: QtBot) -> None:
    def picture(name: str) -> QImage:
        combo = NameFilter()
        qtbot.addWidget(combo)
        combo.addItem(name)
        combo.resize(210, 30)
        return combo.grab().toImage()

    # So many characters have room before the dots.
    fitting = [picture(f"{LONG[:length]}…") for length in range(6, 13)]
    assert picture(LONG) in fitting


def test_esc_ends_a_search_and_a_pasted_line_end_is_no_part_of_it(forms: FormList, model: FormsModel) -> None:
    model.show_summaries(
        [summary_of(1, complete_form(project_name="甲")), summary_of(2, complete_form(project_name="乙"))]
    )
    forms.search.setFocus()
    forms.search.setText("乙\r\n")
    QTest.keyClick(forms.search, Qt.Key.Key_Return)
    assert model.rowCount() == 1
    forms.search.setFocus()
    QTest.keyClick(forms.search, Qt.Key.Key_Escape)
    assert (forms.search.text(), model.rowCount()) == ("", 2)
