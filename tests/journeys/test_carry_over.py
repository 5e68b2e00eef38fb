"""Beginning a year by keyboard: forms carried over, years put right, values confirmed, and only then a final print."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import create_engine, text

from selfeval_desktop.cli import run
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User

GOAL = FieldRef.goal("expected")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    form = complete_form(goals=Goals("2023年印制登记单，依据财预〔2023〕10号。", "登记单全部印制。"))
    return ledger_of(tmp_path / "台账.selfeval", form)


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def carry_over(user: User) -> None:
    user.press(Key.Key_Y, with_=CONTROL | SHIFT)


def note(dialog: QDialog) -> str:
    label = dialog.findChild(QLabel, "carryNote")
    assert label is not None
    return label.text()


def test_enter_carries_the_open_form_over_and_undo_takes_it_back(user: User, ledger: Path) -> None:
    before = stored(ledger)[0]

    def work(dialog: QDialog) -> None:
        mentions = dialog.findChild(QListWidget, "carryMentions")
        assert mentions is not None
        assert [mentions.item(row).text() for row in range(mentions.count())] == [
            "目标 · 预期目标　“2023年印制登记单，依” → “2024年印制登记单，依”",
            "目标 · 预期目标　“，依据财预〔2023〕10号。” → “，依据财预〔2024〕10号。”",
        ]
        assert "将新建 1 张表" in note(dialog)
        user.press(Key.Key_Return)

    user.in_dialog("carryDialog", work)
    carry_over(user)
    form = form_of(user)
    assert (form.year, form.goals) == (2024, Goals("2024年印制登记单，依据财预〔2023〕10号。", ""))
    assert form.cell_origin(GOAL) is ValueOrigin.CARRIED
    assert user.label("messageText") == "已结转 1 张表到 2024 年度，共 29 格的值等待认可（Ctrl+K）。"
    assert "待认可 29" in user.forms()[1]
    assert stored(ledger)[0].same_as(before)
    user.press(Key.Key_Z, with_=CONTROL)
    assert len(user.forms()) == 1
    user.press(Key.Key_Y, with_=CONTROL)
    assert form_of(user).year == 2024


def test_the_five_examples_go_over_to_the_next_year_in_one_action(sit: Sit, examples: Path) -> None:
    user = sit(examples)

    def work(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, "carryFormsAll")
        assert button is not None
        button.setFocus(Qt.FocusReason.TabFocusReason)
        user.press(Key.Key_Space)
        assert "将新建 5 张表" in note(dialog)
        confirm = dialog.findChild(QPushButton, "carryOk")
        assert confirm is not None
        confirm.setFocus(Qt.FocusReason.TabFocusReason)
        user.press(Key.Key_Return)

    user.in_dialog("carryDialog", work)
    carry_over(user)
    forms = stored(examples)
    assert [form.year for form in forms] == [2023] * 5 + [2024] * 5
    assert [form.project_name for form in forms[5:]] == [form.project_name for form in forms[:5]]
    assert all(form.annotations.unconfirmed_count for form in forms[5:])
    user.press(Key.Key_Z, with_=CONTROL)
    assert len(stored(examples)) == 5


def test_parts_and_year_are_chosen_and_what_cannot_be_done_is_said(user: User) -> None:
    def work(dialog: QDialog) -> None:
        boxes = {box.objectName(): box for box in dialog.findChildren(QCheckBox)}
        assert [name for name, box in boxes.items() if not box.isChecked()] == ["carryPart_funds"]
        for box in boxes.values():
            box.setChecked(False)
        ok = dialog.findChild(QPushButton, "carryOk")
        assert ok is not None
        assert (note(dialog), ok.isEnabled()) == ("请至少选一部分。", False)
        boxes["carryPart_funds"].setChecked(True)
        nothing = dialog.findChild(QPushButton, "carryFormsNone")
        assert nothing is not None
        nothing.click()
        assert (note(dialog), ok.isEnabled()) == ("请在左边至少选一张表。", False)
        only = dialog.findChild(QPushButton, "carryFormsCurrent")
        assert only is not None
        only.click()
        year = dialog.findChild(QLineEdit, "qt_spinbox_lineedit")
        assert year is not None
        year.setFocus()
        year.selectAll()
        user.type("2023")
        assert "2023 年度已经有其中 1 个项目的表" in note(dialog)
        year.selectAll()
        user.type("2026")
        user.press(Key.Key_Return)

    user.in_dialog("carryDialog", work)
    carry_over(user)
    form = form_of(user)
    assert (form.year, form.project_name) == (2026, "")
    assert form.fund_line("current_year").annual == 150000
    assert form.fund_line("current_year").executed is None


def test_esc_carries_nothing_over(user: User, ledger: Path) -> None:
    user.in_dialog("carryDialog", lambda _: user.press(Key.Key_Escape))
    carry_over(user)
    assert len(stored(ledger)) == 1


@pytest.fixture
def carried_ledger(tmp_path: Path) -> Path:
    """A form in which nothing is found, with two values carried over."""
    cells = (GOAL, FieldRef.indicator(0, "target"))
    carried = edits.mark_origin(complete_form(), cells, ValueOrigin.CARRIED)
    imported = edits.mark_origin(complete_form(project_name="维稳"), cells, ValueOrigin.IMPORTED)
    return ledger_of(tmp_path / "台账.selfeval", carried, imported)


def test_the_final_print_waits_until_all_is_confirmed(
    sit: Sit, carried_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    user, target = sit(carried_ledger), tmp_path / "表.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    user.press(Key.Key_P, with_=CONTROL | SHIFT)
    assert "还有 2 格结转的值没有认可，所以印有“草稿”字样。" in user.label("messageText")
    assert "待认可 2" in user.forms()[0]
    assert "1 张待认可" in user.label("formCounts")
    user.go_to("indicatorsTab", 0, 3)
    user.press(Key.Key_K, with_=CONTROL)
    assert "待认可 1" in user.forms()[0]
    user.trigger("actionConfirmAll")
    user.press(Key.Key_P, with_=CONTROL | SHIFT)
    assert "草稿" not in user.label("messageText")
    qtbot.waitUntil(lambda: "已打印" in user.forms()[0])


def test_the_command_refuses_it_with_the_count_and_takes_imported_values(
    carried_ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pdf"
    arguments = ["print", str(carried_ledger), "--out"]
    assert run([*arguments, str(folder), "--final"]) == 1
    assert "1 号表“宣传与推广”还有 2 格结转的值没有认可，没有打印。" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["某区信访办公室-2023-维稳-2.pdf"]
    assert run([*arguments, str(tmp_path / "一.pdf"), "--final"]) == 2
    assert run([*arguments, str(tmp_path / "一.pdf")]) == 0


def test_errors_and_waiting_values_are_both_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = edits.mark_origin(replace(complete_form(), goals=Goals("完成。", "")), (GOAL,), ValueOrigin.CARRIED)
    ledger = ledger_of(tmp_path / "台账.selfeval", form)
    assert run(["print", str(ledger), "--out", str(tmp_path / "一.pdf"), "--final"]) == 2
    assert "有 1 个错误，还有 1 格结转的值没有认可，没有打印" in capsys.readouterr().err


def test_a_form_that_cannot_be_read_is_told_in_the_dialog(user: User, ledger: Path) -> None:
    engine = create_engine(f"sqlite:///{ledger}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE forms SET project_name = 'x'"))
    engine.dispose()

    def work(dialog: QDialog) -> None:
        ok = dialog.findChild(QPushButton, "carryOk")
        assert ok is not None
        assert ("台账" in note(dialog), ok.isEnabled()) == (True, False)

    user.in_dialog("carryDialog", work)
    carry_over(user)
    user.window.document.close_ledger()


def test_the_action_needs_a_ledger(sit: Sit) -> None:
    assert not sit(None).find(QAction, "actionCarryOver").isEnabled()
