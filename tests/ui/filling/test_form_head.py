"""The form's head: each keystroke in the form, what is missing marked before anybody errs."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.form_head import FormHead
from tests.builders import complete_form, mof_2020
from tests.templates import elsewhere
from tests.ui.sessions import OneTemplate, OpenForm


@pytest.fixture
def head(session: OpenForm, qtbot: QtBot) -> FormHead:
    head = FormHead(session, OneTemplate())
    qtbot.addWidget(head)
    with qtbot.waitExposed(head):
        head.show()
    return head


def box(head: FormHead, name: str) -> QLineEdit:
    found = head.findChild(QLineEdit, name)
    assert found is not None
    return found


def popup(line: QLineEdit) -> QAbstractItemView:
    view = line.completer().popup()
    assert view is not None
    return view


def offered(line: QLineEdit) -> list[str]:
    """The names in the list below a box."""
    model = line.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choice(head: FormHead, name: str) -> QComboBox:
    found = head.findChild(QComboBox, name)
    assert found is not None
    return found


def test_each_keystroke_is_in_the_form_and_one_visit_is_one_step(head: FormHead, session: OpenForm) -> None:
    unit = box(head, "unit")
    unit.setFocus()
    unit.selectAll()
    QTest.keyClicks(unit, "abc")
    assert session.form.unit == "abc"
    assert len(session.steps.done) == 1
    session.steps.undo()
    assert unit.text() == complete_form().unit


def test_a_text_that_is_set_without_typing_is_in_the_form_too(head: FormHead, session: OpenForm) -> None:
    box(head, "projectName").setText("新项目")
    assert session.form.project_name == "新项目"
    box(head, "unit").clear()
    assert session.form.unit == ""
    session.steps.undo()
    session.steps.undo()
    assert session.form == complete_form()
    assert box(head, "unit").text() == complete_form().unit


def test_showing_a_form_changes_nothing_in_it(head: FormHead, session: OpenForm) -> None:
    imported = complete_form(unit="某" * 40_000)
    session.show_form(1, imported)
    assert session.form == imported
    assert session.steps.done == []


def test_a_year_being_typed_is_not_tidied_under_the_hand(head: FormHead, session: OpenForm) -> None:
    year = box(head, "year")
    year.setFocus()
    year.selectAll()
    QTest.keyClicks(year, "2")
    assert year.text() == "2"
    assert session.form.unread == {FieldRef.head("year"): "2"}
    year.selectAll()
    composed = QInputMethodEvent()
    composed.setCommitString("２０２４")
    QApplication.sendEvent(year, composed)
    assert (session.form.year, year.text()) == (2024, "２０２４")
    box(head, "unit").setFocus()
    assert year.text() == "2024"


def test_a_missing_name_is_marked_with_sign_colour_and_words(head: FormHead, session: OpenForm) -> None:
    name = box(head, "projectName")
    assert not name.actions()
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    assert name.placeholderText() == "必填"
    assert len(name.actions()) == 1
    assert name.property("mark") == "error"
    assert name.toolTip()
    QTest.keyClicks(name, "x")
    assert not name.actions()
    assert name.toolTip() == ""


def test_the_money_unit_is_chosen_from_those_of_the_template(head: FormHead, session: OpenForm) -> None:
    unit = choice(head, "moneyUnit")
    assert [unit.itemText(place) for place in range(unit.count())] == ["元", "万元"]
    QTest.keyClick(unit, Qt.Key.Key_Down)
    assert not unit.view().isVisible()
    assert session.form.money_unit == "万元"
    session.steps.undo()
    assert (session.form.money_unit, unit.currentText()) == ("元", "元")
    unit.setCurrentText("万元")
    assert session.form.money_unit == "万元"
    unit.setCurrentIndex(-1)
    assert session.form.money_unit == "万元"


def test_the_template_is_shown_by_its_name(head: FormHead) -> None:
    assert choice(head, "template").currentText() == "财政部 2020 版"


def test_a_template_is_only_asked_for_and_the_list_shows_the_forms_own_again(
    head: FormHead, session: OpenForm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OneTemplate, "newest_templates", lambda _: (mof_2020(), elsewhere()))
    head.reload_templates()
    template = choice(head, "template")
    with qtbot.waitSignal(head.templateChosen) as chosen:
        template.setCurrentIndex(template.findData("elsewhere"))
    assert chosen.args == ["elsewhere"]
    assert session.form.template == "mof-2020"
    head.reload_templates()
    assert template.currentData() == "mof-2020"
    with qtbot.assertNotEmitted(head.templateChosen):
        template.setCurrentIndex(-1)


def test_turning_the_wheel_over_the_head_chooses_nothing(head: FormHead, session: OpenForm) -> None:
    unit = choice(head, "moneyUnit")
    at, down = QPointF(5, 5), QPoint(0, -120)
    turned = QWheelEvent(
        at,
        at,
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(unit, turned)
    assert (session.form.money_unit, unit.currentText()) == ("元", "元")


def test_fields_are_found_by_their_address(head: FormHead) -> None:
    for column in ("project_name", "department", "unit", "year", "money_unit", "template"):
        field = FieldRef.head(column)
        assert head.show_field(field)
        assert head.current_field() == field
    assert not head.show_field(FieldRef.head("execution_score"))


def test_without_a_form_nothing_can_be_typed(head: FormHead, session: OpenForm) -> None:
    session.close()
    assert not box(head, "projectName").isEnabled()
    assert box(head, "projectName").text() == ""
    assert not choice(head, "template").isEnabled()


def test_a_unit_is_given_when_its_box_is_left_and_only_when_it_is_another(
    head: FormHead, session: OpenForm, qtbot: QtBot
) -> None:
    unit, name = box(head, "unit"), box(head, "projectName")
    unit.setFocus()
    with qtbot.assertNotEmitted(head.unitGiven):
        name.setFocus()
    unit.setFocus()
    with qtbot.assertNotEmitted(head.unitGiven):
        QTest.keyClicks(unit, "abc")
    with qtbot.waitSignal(head.unitGiven):
        QTest.keyClick(unit, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(head.unitGiven):
        name.setFocus()


def test_a_list_of_names_that_closes_does_not_end_the_visit(head: FormHead, qtbot: QtBot) -> None:
    unit = box(head, "unit")
    unit.setFocus()
    QTest.keyClicks(unit, "abc")
    QApplication.sendEvent(unit, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.PopupFocusReason))
    with qtbot.waitSignal(head.unitGiven):
        box(head, "projectName").setFocus()


def test_what_follows_from_a_unit_is_one_step_with_it(head: FormHead, session: OpenForm, qtbot: QtBot) -> None:
    def follow(merge_key: str) -> None:
        session.change_form(replace(session.form, department="某局"), label="", merge_key=merge_key)

    head.unitGiven.connect(follow)
    unit = box(head, "unit")
    unit.setFocus()
    QTest.keyClicks(unit, "abc")
    box(head, "projectName").setFocus()
    assert session.form.department == "某局"
    assert len(session.steps.done) == 1


@pytest.mark.parametrize("form_id", [2, 1])
def test_a_unit_of_another_form_or_ledger_is_not_given_to_this_one(
    head: FormHead, session: OpenForm, qtbot: QtBot, form_id: int
) -> None:
    unit = box(head, "unit")
    unit.setFocus()
    QTest.keyClicks(unit, "abc")
    if form_id == 1:
        session.close()
    session.show_form(form_id, complete_form(unit="某区档案馆"))
    unit.setFocus(Qt.FocusReason.PopupFocusReason)
    with qtbot.assertNotEmitted(head.unitGiven):
        box(head, "projectName").setFocus()


def test_names_are_offered_wherever_they_hold_what_is_typed(head: FormHead, session: OpenForm, qtbot: QtBot) -> None:
    head.namesWanted.connect(lambda: head.offer_unit_names(["ABC", "B2", "D"], ["E"]))
    unit = box(head, "unit")
    unit.setFocus()
    unit.selectAll()
    QTest.keyClicks(unit, "b")
    assert offered(unit) == ["ABC", "B2"]
    QTest.keyClick(popup(unit), Qt.Key.Key_Down)
    with qtbot.waitSignal(head.unitGiven):
        QTest.keyClick(popup(unit), Qt.Key.Key_Return)
    assert session.form.unit == "ABC"
    assert len(session.steps.done) == 1
    assert offered(box(head, "department")) == ["E"]


def test_the_down_key_offers_every_name(head: FormHead) -> None:
    head.offer_unit_names(["ABC", "B2", "D"], [])
    unit = box(head, "unit")
    unit.setFocus()
    QTest.keyClick(unit, Qt.Key.Key_Down)
    assert popup(unit).isVisible()
    assert offered(unit) == ["ABC", "B2", "D"]
    QTest.keyClick(popup(unit), Qt.Key.Key_Escape)
    assert unit.text() == complete_form().unit
