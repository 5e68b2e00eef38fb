"""Indicators and reasons are picked by keyboard, and undone in one step."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop import paths
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from tests.builders import complete_form, mof_2020, with_row
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User
from tests.layouts import filled, template

NAME, TARGET, DEVIATION = 2, 3, 7
OLD = with_row(complete_form(project_name="宣传与推广", year=2022), 0, level3="宣传册印数", deviation="印数按需核减")
NEW = with_row(complete_form(project_name="今年的宣传"), 1, actual="80%")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", OLD, NEW, edits.new_form(mof_2020(), year=2023))


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    user = sit(ledger)
    user.click("formList", 1)
    return user


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def action(user: User, name: str) -> QAction:
    return user.find(QAction, name)


def test_a_learned_reason_is_changed_inserted_and_undone_exactly(user: User, ledger: Path, qtbot: QtBot) -> None:
    seen: list[str] = []

    def choose(dialog: QDialog) -> None:
        user.type("核减")
        source = dialog.findChild(QLabel, "reasonsSource")
        assert source is not None
        seen.append(source.text())
        user.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
        user.press(Key.Key_End)
        user.type("，已改发电子版。")
        user.press(Key.Key_Return, with_=CONTROL)

    user.go_to("indicatorsTab", 1, TARGET)
    user.in_dialog("reasonsDialog", choose)
    user.press(Key.Key_R, with_=CONTROL)
    assert seen == ["来源：宣传与推广（2022 年度）"]
    assert form_of(user).indicators[1].deviation == "印数按需核减，已改发电子版。"
    assert user.place() == ("indicatorsTab", 1, DEVIATION)
    assert action(user, "actionUndo").text() == "撤销 插入偏差原因"
    qtbot.waitUntil(lambda: stored(ledger)[1].indicators[1].deviation != "")
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user) == NEW


def test_a_phrase_of_the_program_takes_the_rows_figures_and_overwrites_nothing(user: User) -> None:
    def choose(_: QDialog) -> None:
        user.type("设定偏高")
        user.press(Key.Key_Return)

    user.go_to("indicatorsTab", 1, DEVIATION)
    user.type("尾款未付")
    user.in_dialog("reasonsDialog", choose)
    user.press(Key.Key_R, with_=CONTROL)
    text = form_of(user).indicators[1].deviation
    assert text.startswith("尾款未付。首次开展此项工作")
    assert "（≥90%）" in text
    assert "80%" in text
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).indicators[1].deviation == "尾款未付"


def test_leaving_a_dialog_fills_nothing(user: User) -> None:
    user.go_to("indicatorsTab", 1, DEVIATION)
    for name, key, with_ in (
        ("reasonsDialog", Key.Key_R, CONTROL),
        ("libraryDialog", Key.Key_I, CONTROL | SHIFT),
    ):
        user.in_dialog(name, lambda _: user.press(Key.Key_Escape))
        user.press(key, with_=with_)
    assert form_of(user) == NEW
    assert user.place() == ("indicatorsTab", 1, DEVIATION)


def test_reasons_are_offered_for_a_row_only(user: User) -> None:
    reasons = action(user, "actionReasons")
    user.turn_to("goalsTab")
    user.press(Key.Key_R, with_=CONTROL)
    user.go_to("indicatorsTab", 0, NAME)
    assert reasons.isEnabled()
    user.press(Key.Key_A, with_=CONTROL)
    user.press(Key.Key_Delete, with_=CONTROL)
    assert not form_of(user).indicators
    assert not reasons.isEnabled()
    assert "请先把光标放到一行指标上" in reasons.statusTip()
    user.press(Key.Key_Z, with_=CONTROL)
    user.go_to("indicatorsTab", 0, NAME)
    assert reasons.isEnabled()
    user.click("formList", 0)
    assert user.place() == ("indicatorsTab", 0, NAME)
    assert reasons.isEnabled()


def test_both_stand_in_the_menu_of_a_row(user: User) -> None:
    shown = {each.objectName() for each in user.find(QTableView, "indicatorTable").actions()}
    assert {"actionReasons", "actionLibrary"} <= shown


def test_five_indicators_are_picked_with_their_targets_and_undone_in_one_step(
    user: User, ledger: Path, qtbot: QtBot
) -> None:
    def choose(_: QDialog) -> None:
        user.type("宣传册")
        user.press(Key.Key_Space, Key.Key_Space)
        user.type("培训")
        user.press(Key.Key_Space, Key.Key_Space, Key.Key_Down, Key.Key_Space)
        user.type("30日")
        user.press(Key.Key_Space, Key.Key_Space)
        user.type("企业 满意")
        user.press(Key.Key_Space, Key.Key_Space, Key.Key_Return)

    user.in_dialog("libraryDialog", choose)
    user.press(Key.Key_I, with_=CONTROL | SHIFT)
    form = form_of(user)
    added = [row for row in form.indicators if row.key > len(NEW.indicators)]
    assert [(row.level2, row.level3, row.target) for row in added] == [
        ("数量指标", "宣传册印数", "≥95%"),
        ("数量指标", "举办培训期数", "≥4期"),
        ("数量指标", "参加培训人次", "≥500人次"),
        ("时效指标", "群众来信来访答复时限", "≤30日"),
        ("服务对象满意度指标", "企业满意度", "≥90%"),
    ]
    assert {(row.actual, row.weight, row.deviation) for row in added} == {("", None, "")}
    table = user.find(QTableView, "indicatorTable")
    chosen = sorted(index.row() for index in table.selectionModel().selectedIndexes())
    assert [form.indicators[row].level3 for row in chosen] == [row.level3 for row in added]
    assert user.place() == ("indicatorsTab", chosen[0], NAME)
    assert user.spans(0) == [7, 1, 2]
    qtbot.waitUntil(lambda: stored(ledger)[1] == form)
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user) == NEW


def test_a_new_form_is_begun_from_the_library(user: User) -> None:
    def choose(_: QDialog) -> None:
        user.type("课题研究")
        user.press(Key.Key_Return)

    user.click("formList", 2)
    user.in_dialog("libraryDialog", choose)
    user.press(Key.Key_I, with_=CONTROL | SHIFT)
    assert [row.level3 for row in form_of(user).indicators] == ["完成课题研究数量", "", ""]


@pytest.mark.parametrize("content", ["format = 1", None], ids=["broken", "missing"])
@pytest.mark.parametrize(
    ("where", "name"),
    [("reason_phrases", "actionReasons"), ("reference_indicators", "actionLibrary")],
)
def test_a_file_of_the_program_that_cannot_be_used_is_said_and_changes_nothing(
    sit: Sit,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    name: str,
    content: str | None,
) -> None:
    file = tmp_path / "own.toml"
    if content is not None:
        file.write_text(content, "utf-8")
    monkeypatch.setattr(paths, where, lambda: file)
    user = sit(ledger_of(tmp_path / "台账.selfeval", NEW))
    user.go_to("indicatorsTab", 0, NAME)
    user.trigger(name)
    assert str(file) in user.label("messageText")
    assert form_of(user) == NEW


def test_where_one_box_is_for_all_rows_the_reason_goes_there(sit: Sit, tmp_path: Path) -> None:
    form = edits.set_cell(filled(template("hubei")), FieldRef.parse("fields.reason"), "雨季较长")
    user = sit(ledger_of(tmp_path / "台账.selfeval", OLD, form))
    user.click("formList", 1)
    user.go_to("indicatorsTab", 3, NAME)
    user.in_dialog("reasonsDialog", lambda _dialog: user.press(Key.Key_Return))
    user.press(Key.Key_R, with_=CONTROL)
    assert form_of(user).fields["reason"] == "雨季较长。印数按需核减"
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user) == form
