"""Keeping reporting units: by keyboard, told what is wrong, and nothing typed lost by one key."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import DamagedLedger, LedgerDamage, UnwritableFile
from selfeval_desktop.domain.form.units import Unit, unit_fields
from selfeval_desktop.ui.filling.units_dialog import UnitsDialog, UnitsInput
from tests.builders import mof_2020

Key = Qt.Key
HALL = Unit("某区档案馆", "某区档案局", {"filler": "李某", "phone": "010"})
LIBRARY = Unit("某区图书馆", "某区文化局")
Show = Callable[..., UnitsDialog]


@pytest.fixture
def kept() -> list[tuple[Unit, ...]]:
    """What the ledger was given."""
    return []


def offer(*units: Unit, in_forms: tuple[Unit, ...] = ()) -> UnitsInput:
    """These units are kept, those are in forms."""

    def known(names: Sequence[str]) -> list[Unit]:
        return [unit for unit in in_forms if unit.name in names]

    fields, names = unit_fields([mof_2020()]), [unit.name for unit in in_forms]
    return UnitsInput(units, fields, names, [unit.department for unit in in_forms], known)


@pytest.fixture
def show(qtbot: QtBot, kept: list[tuple[Unit, ...]]) -> Show:
    def dialog_of(*units: Unit, in_forms: tuple[Unit, ...] = ()) -> UnitsDialog:
        dialog = UnitsDialog(offer(*units, in_forms=in_forms), kept.append)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return dialog_of


def press(key: Qt.Key, dialog: QWidget, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, as the system sends it to the window."""
    QTest.keyClick(dialog.windowHandle(), key, keys)


def write(dialog: UnitsDialog, *texts: str) -> None:
    """Type from box to box."""
    for text in texts:
        box = dialog.focusWidget()
        assert isinstance(box, QLineEdit)
        box.insert(text)
        press(Key.Key_Tab, dialog)


def lines(dialog: UnitsDialog) -> list[str]:
    shown = dialog.findChild(QListWidget, "unitList")
    assert shown is not None
    return [shown.item(row).text() for row in range(shown.count())]


def note(dialog: UnitsDialog) -> str:
    label = dialog.findChild(QLabel, "unitsNote")
    assert label is not None
    return label.text()


def button(dialog: UnitsDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def test_the_first_units_are_typed_by_keyboard_alone(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show()
    write(dialog, HALL.name, HALL.department, "李某", "010")
    press(Key.Key_N, dialog, Qt.KeyboardModifier.ControlModifier)
    write(dialog, f" {LIBRARY.name} ", LIBRARY.department)
    assert lines(dialog) == [HALL.name, LIBRARY.name]
    press(Key.Key_Return, dialog)
    assert kept == [(HALL, LIBRARY)]
    assert not dialog.isVisible()


def test_units_are_changed_ordered_and_removed(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show(HALL, LIBRARY, Unit("某馆"))
    press(Key.Key_Down, dialog)
    press(Key.Key_Up, dialog, Qt.KeyboardModifier.AltModifier)
    assert lines(dialog) == [LIBRARY.name, HALL.name, "某馆"]
    press(Key.Key_Tab, dialog)
    write(dialog, "某区新馆")
    press(Key.Key_Down, dialog, Qt.KeyboardModifier.AltModifier)
    assert lines(dialog) == [HALL.name, "某区新馆", "某馆"]
    press(Key.Key_Delete, dialog, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog.accept()
    assert kept == [(HALL, Unit("某馆"))]


def test_the_last_unit_can_go_and_nothing_can_be_typed_then(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show(HALL)
    button(dialog, "unitRemove").click()
    assert not any(box.isEnabled() or box.text() for box in dialog.findChildren(QLineEdit))
    assert not any(button(dialog, name).isEnabled() for name in ("unitRemove", "unitUp", "unitDown"))
    dialog.accept()
    assert kept == [()]


@pytest.mark.parametrize(
    ("name", "told"),
    [("", "第 2 个单位没有填名称。"), (" 某区 档案馆", "“某区 档案馆”有两个，请改名或删除一个。")],
)
def test_a_unit_without_a_name_of_its_own_is_refused_with_the_cursor_in_it(
    show: Show, kept: list[tuple[Unit, ...]], name: str, told: str
) -> None:
    dialog = show(HALL, Unit(name, "某局"), LIBRARY)
    dialog.accept()
    assert (note(dialog), kept, dialog.isVisible()) == (told, [], True)
    box = dialog.focusWidget()
    assert isinstance(box, QLineEdit)
    assert box.objectName() == "unitName"
    box.setText("某馆")
    assert note(dialog) == ""
    dialog.accept()
    assert kept == [(HALL, Unit("某馆", "某局"), LIBRARY)]


def test_units_of_which_nothing_is_typed_go_without_a_word(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show(HALL)
    button(dialog, "unitAdd").click()
    button(dialog, "unitAdd").click()
    assert lines(dialog) == [HALL.name, "（未填名称）", "（未填名称）"]
    dialog.accept()
    assert kept == [(HALL,)]


def test_escape_leaves_at_once_only_when_nothing_would_be_lost(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show(HALL)
    press(Key.Key_Escape, dialog)
    assert not dialog.isVisible()
    dialog = show(HALL)
    button(dialog, "unitAdd").click()
    write(dialog, "某馆")
    press(Key.Key_Escape, dialog)
    assert dialog.isVisible()
    assert note(dialog) == "改动还没有保存。再取消一次，就放弃这些改动。"
    write(dialog, "某局")
    press(Key.Key_Escape, dialog)
    assert dialog.isVisible()
    press(Key.Key_Escape, dialog)
    assert not dialog.isVisible()
    assert kept == []


def test_what_cannot_be_stored_stays_in_the_dialog(qtbot: QtBot) -> None:
    def refuse(_units: tuple[Unit, ...]) -> None:
        raise UnwritableFile(Path("a.selfeval"), "disk full")

    dialog = UnitsDialog(offer(HALL), refuse)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert "a.selfeval" in note(dialog)


def test_units_that_forms_name_are_taken_without_typing(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show(HALL, in_forms=(Unit("某区 档案馆", "旧局"), LIBRARY))
    button(dialog, "unitsFromForms").click()
    assert lines(dialog) == [HALL.name, LIBRARY.name]
    assert not button(dialog, "unitsFromForms").isEnabled()
    dialog.accept()
    assert kept == [(HALL, LIBRARY)]


def test_a_form_that_cannot_be_read_is_told_in_the_dialog(qtbot: QtBot) -> None:
    def damaged(_names: Sequence[str]) -> list[Unit]:
        raise DamagedLedger(Path("a.selfeval"), LedgerDamage.CONTENT)

    dialog = UnitsDialog(replace(offer(HALL, in_forms=(LIBRARY,)), known=damaged), lambda _units: None)
    qtbot.addWidget(dialog)
    button(dialog, "unitsFromForms").click()
    assert "a.selfeval" in note(dialog)
    assert lines(dialog) == [HALL.name]


def test_what_is_typed_or_pasted_comes_cleaned(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show(Unit("某馆"))
    for name in ("unitName", "unit.phone"):
        box = dialog.findChild(QLineEdit, name)
        assert box is not None
        box.insert("7\x07\ufffe\x7f")
    dialog.accept()
    assert kept == [(Unit("7某馆", fields={"phone": "7"}),)]


def test_what_no_box_shows_stays_with_its_unit(show: Show, kept: list[tuple[Unit, ...]]) -> None:
    dialog = show(Unit("某馆", fields={"leader": "王某"}))
    box = dialog.findChild(QLineEdit, "unit.phone")
    assert box is not None
    box.setText("010")
    dialog.accept()
    assert kept == [(Unit("某馆", fields={"leader": "王某", "phone": "010"}),)]
