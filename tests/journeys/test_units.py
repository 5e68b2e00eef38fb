"""An office that reports for several units: each is typed once, and none is mixed with another."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.domain.form.units import Unit
from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User

UNITS = (
    Unit("某区档案馆", "某区档案局", {"filler": "李某", "phone": "62000001"}),
    Unit("某区图书馆", "某区文化局", {"filler": "王某", "phone": "62000002"}),
    Unit("某区气象台", "某区气象局", {"filler": "赵某"}),
)
HALL, LIBRARY, STATION = UNITS


@pytest.fixture
def user(sit: Sit, empty_ledger: Path) -> User:
    return sit(empty_ledger)


def write_units(user: User, *units: Unit) -> None:
    """All of them into the dialog 单位, by keys."""

    def write(_dialog: QDialog) -> None:
        for number, unit in enumerate(units):
            if number:
                user.press(Key.Key_N, with_=CONTROL)
            user.write(unit.name, unit.department, unit.fields.get("filler", ""), unit.fields.get("phone", ""))
        user.press(Key.Key_Return)

    user.in_dialog("unitsDialog", write)
    user.trigger("actionUnits")


def kept_units(ledger: Path) -> tuple[Unit, ...]:
    """The units as they lie in the file."""
    store = bootstrap.ledger_files().open_ledger_file(ledger, read_only=True)
    units = store.reporting_units()
    store.close()
    return units


def head(user: User) -> tuple[str, str, str]:
    return user.box("projectName"), user.box("unit"), user.box("department")


def test_three_units_of_five_forms_each_are_never_mixed(user: User, empty_ledger: Path) -> None:
    write_units(user, *UNITS)
    for unit in UNITS:
        user.choose("unitFilter", unit.name)
        for number in range(1, 6):
            user.press(Key.Key_N, with_=CONTROL)
            user.type(f"{unit.name}项目{number}")
    user.choose("unitFilter", "全部单位")
    wanted = [(f"{unit.name}项目{number}", unit) for unit in UNITS for number in range(1, 6)]
    for row in (*range(15), 7, 2, 12, 0):
        name, unit = wanted[row]
        user.click("formList", row)
        assert head(user) == (name, unit.name, unit.department)
    for unit in UNITS:
        user.choose("unitFilter", unit.name)
        assert [line.split(" ")[0] for line in user.forms()] == [f"{unit.name}项目{number}" for number in range(1, 6)]
        assert user.label("formCounts").endswith("10 张未显示")
    kept = [(form.project_name, form.unit, form.department, dict(form.fields)) for form in stored(empty_ledger)]
    assert kept == [(name, unit.name, unit.department, unit.fields) for name, unit in wanted]


def test_a_new_form_needs_its_project_name_alone(user: User, empty_ledger: Path) -> None:
    write_units(user, HALL)
    user.press(Key.Key_N, with_=CONTROL)
    user.write("接待群众来访", "2024", "", "")
    user.type(HALL.name)
    user.press(Key.Key_Tab)
    user.press(Key.Key_N, with_=CONTROL)
    user.type("编印资料")
    user.press(Key.Key_S, with_=CONTROL)
    first, second = stored(empty_ledger)
    assert (second.project_name, second.year, second.unit) == ("编印资料", 2024, HALL.name)
    assert (second.department, second.fields) == (HALL.department, HALL.fields)
    assert (first.unit, first.department, first.fields) == (HALL.name, HALL.department, HALL.fields)


def test_a_ledger_without_kept_units_takes_them_from_its_forms(sit: Sit, tmp_path: Path) -> None:
    forms = [complete_form(unit=unit.name, department=unit.department, fields=unit.fields) for unit in (HALL, STATION)]
    user = sit(ledger_of(tmp_path / "台账.selfeval", *forms))
    user.press(Key.Key_N, with_=CONTROL)
    assert head(user) == ("", HALL.name, HALL.department)
    user.choose("unitFilter", STATION.name)
    user.press(Key.Key_N, with_=CONTROL)
    assert head(user) == ("", STATION.name, STATION.department)


def choose_unit(user: User, typed: str) -> None:
    """Type a part of the name and take the first that is offered."""
    unit = user.find(QLineEdit, "unit")
    unit.setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    user.type(typed)
    assert QApplication.activePopupWidget() is not None
    user.press(Key.Key_Down, Key.Key_Return)
    QApplication.processEvents()


def test_choosing_a_unit_fills_what_is_empty_and_one_undo_takes_both_back(user: User, empty_ledger: Path) -> None:
    write_units(user, HALL, LIBRARY)
    user.press(Key.Key_N, with_=CONTROL)
    choose_unit(user, "图书")
    assert head(user) == ("", LIBRARY.name, LIBRARY.department)
    user.press(Key.Key_Z, with_=CONTROL)
    assert head(user) == ("", "", "")
    user.press(Key.Key_Y, with_=CONTROL)
    user.press(Key.Key_S, with_=CONTROL)
    (form,) = stored(empty_ledger)
    assert (form.unit, form.department, form.fields) == (LIBRARY.name, LIBRARY.department, LIBRARY.fields)


def test_half_a_name_is_not_offered_to_complete_itself(user: User) -> None:
    write_units(user, HALL)
    user.press(Key.Key_N, with_=CONTROL)
    unit = user.find(QLineEdit, "unit")
    unit.setFocus()
    user.type("某区")
    user.press(Key.Key_Escape)
    user.press(Key.Key_S, with_=CONTROL)
    user.press(Key.Key_Tab)
    unit.setFocus()
    user.press(Key.Key_Down)
    offered = unit.completer().completionModel()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == [HALL.name]
    user.press(Key.Key_Escape)


def test_what_is_typed_already_stays_when_a_unit_is_chosen(user: User) -> None:
    write_units(user, HALL, LIBRARY)
    user.press(Key.Key_N, with_=CONTROL)
    user.find(QLineEdit, "department").setText("另一局")
    choose_unit(user, "图书")
    assert head(user) == ("", LIBRARY.name, "另一局")


def test_a_department_that_was_taken_out_again_stays_out(user: User) -> None:
    write_units(user, HALL)
    user.press(Key.Key_N, with_=CONTROL)
    choose_unit(user, "档案")
    department = user.find(QLineEdit, "department")
    department.setFocus()
    user.press(Key.Key_A, with_=CONTROL)
    user.press(Key.Key_Delete, Key.Key_Tab, Key.Key_Tab)
    assert head(user) == ("", HALL.name, "")


def test_removing_a_unit_leaves_the_forms_as_they_are_and_can_be_undone(user: User, empty_ledger: Path) -> None:
    write_units(user, HALL, LIBRARY)
    user.choose("unitFilter", HALL.name)
    user.press(Key.Key_N, with_=CONTROL)
    user.type("整理档案")
    user.press(Key.Key_S, with_=CONTROL)
    before = stored(empty_ledger)

    def remove(_dialog: QDialog) -> None:
        user.press(Key.Key_Delete, with_=CONTROL | SHIFT)
        user.press(Key.Key_Return)

    user.in_dialog("unitsDialog", remove)
    user.trigger("actionUnits")
    assert kept_units(empty_ledger) == (LIBRARY,)
    assert stored(empty_ledger) == before
    assert head(user) == ("整理档案", HALL.name, HALL.department)
    user.press(Key.Key_Z, with_=CONTROL)
    assert kept_units(empty_ledger) == (HALL, LIBRARY)


def test_a_ledger_opened_again_keeps_its_units(sit: Sit, empty_ledger: Path) -> None:
    user = sit(empty_ledger)
    write_units(user, *UNITS)
    user.close()
    again = sit(empty_ledger)
    combo = again.find(QComboBox, "unitFilter")
    assert [combo.itemText(place) for place in range(1, combo.count())] == [unit.name for unit in UNITS]
    assert kept_units(empty_ledger) == UNITS


def focused() -> str:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.objectName() if isinstance(widget, QWidget) else ""


def test_the_line_for_signatures_is_typed_while_it_is_printed(user: User, empty_ledger: Path, qtbot: QtBot) -> None:
    write_units(user, HALL)
    user.press(Key.Key_N, with_=CONTROL)
    assert user.window.findChild(QLineEdit, "fields.filler") is None
    user.turn_to("fundsTab")
    user.trigger("actionSignature")
    user.find(QLineEdit, "fields.budget_note").setFocus()
    user.press(Key.Key_Tab, with_=SHIFT)
    assert focused() == "fundsTable"
    user.find(QLineEdit, "fields.budget_note").setFocus()
    for field in ("budget_note", "filler", "phone", "date"):
        assert focused() == f"fields.{field}"
        user.write(field)
    qtbot.waitUntil(lambda: user.label("statusSaved").startswith("已保存"))
    (form,) = stored(empty_ledger)
    assert form.fields == {"budget_note": "budget_note", "filler": "filler", "phone": "phone", "date": "date"}
    user.trigger("actionSignature")
    assert not user.find(QLineEdit, "fields.filler").isVisible()


def test_another_unit_brings_its_own_department_in_place_of_the_one_before(user: User, empty_ledger: Path) -> None:
    write_units(user, HALL, LIBRARY)
    user.press(Key.Key_N, with_=CONTROL)
    choose_unit(user, "档案")
    user.press(Key.Key_N, with_=CONTROL)
    assert head(user) == ("", HALL.name, HALL.department)
    choose_unit(user, "图书")
    assert head(user) == ("", LIBRARY.name, LIBRARY.department)
    user.press(Key.Key_Z, with_=CONTROL)
    assert head(user) == ("", HALL.name, HALL.department)
    user.press(Key.Key_Y, with_=CONTROL)
    user.press(Key.Key_S, with_=CONTROL)
    assert stored(empty_ledger)[1].fields == LIBRARY.fields


def test_a_unit_typed_in_full_is_given_when_the_user_leaves_by_a_shortcut(user: User) -> None:
    write_units(user, HALL)
    user.press(Key.Key_N, with_=CONTROL)
    unit = user.find(QLineEdit, "unit")
    unit.setFocus()
    user.type(HALL.name)
    assert QApplication.activePopupWidget() is not None
    user.trigger("actionTab1")
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    assert head(user) == ("", HALL.name, HALL.department)
