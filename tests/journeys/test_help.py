"""Help at the field: on F1, beside the form, with the form's own figures, and never in the way of typing."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop import paths
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.document.cell_explanation import CellExplanation
from selfeval_desktop.ui.help.help_panel import HelpPanel
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import ALT, CONTROL, Key, User

TARGET, ACTUAL, WEIGHT, SCORE = 3, 4, 5, 6


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    form = complete_form()
    form = with_row(form, 0, actual="80%", weight=Decimal(10))
    form = with_row(form, 1, score=Decimal("12.5"), deviation="天气")
    form = edits.mark_origin(form, [FieldRef.indicator(2, "target")], ValueOrigin.IMPORTED)
    form = edits.set_note(form, FieldRef.indicator(2, "target"), "问过财务")
    return ledger_of(tmp_path / "台账.selfeval", form, complete_form(project_name="另一张"))


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def panel(user: User) -> HelpPanel:
    return user.find(HelpPanel, "helpPanel")


def told(user: User) -> CellExplanation:
    """What the panel tells once the cursor has come to rest; its labels say the same."""
    QApplication.processEvents()
    story = panel(user).cell_explanation
    assert panel(user).isVisible()
    assert story is not None
    shown = [label.text() for label in panel(user).findChildren(QLabel)]
    assert {story.place, story.help.what, *(remark.text for remark in story.remarks)} <= set(shown)
    return story


def remarks(user: User) -> list[str]:
    return [remark.text for remark in told(user).remarks]


def test_f1_explains_the_cell_and_follows_the_cursor(user: User) -> None:
    user.go_to("indicatorsTab", 0, SCORE)
    assert not panel(user).isVisible()
    user.press(Key.Key_F1)
    assert told(user).place == "指标 · 第 1 行 · 得分"
    assert told(user).help.example
    assert told(user).help.looks_for
    assert remarks(user) == ["程序计算，可以改填。\n实际 80% ÷ 目标 95% × 分值 10 = 8.42"]
    user.press(Key.Key_Down)
    assert remarks(user)[0].startswith("填写 12.5，程序计算 15。清空后恢复计算值。")
    user.press(Key.Key_Down, Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert told(user).place == "指标 · 第 3 行 · 年度指标值"
    assert remarks(user) == ["从文件导入，还没有认可（Ctrl+K 认可）", "私人备注：问过财务"]
    user.turn_to("fundsTab")
    assert told(user).place.startswith("资金")
    assert user.place()[0] == "fundsTab"


def test_the_figures_follow_what_is_typed(user: User) -> None:
    user.go_to("indicatorsTab", 0, SCORE)
    user.press(Key.Key_F1)
    user.type("11")
    user.press(Key.Key_Return, Key.Key_Up)
    texts = remarks(user)
    assert texts[0] == "得分 11 高于分值 10。请把得分改为不超过 10。"
    assert texts[-1].splitlines()[0] == "填写 11，程序计算 8.42。清空后恢复计算值。"
    user.press(Key.Key_Delete)
    assert remarks(user)[-1].startswith("程序计算，可以改填。")


@pytest.mark.parametrize(
    ("column", "place", "working"),
    [
        (0, "资金 · 年度资金总额 · 年初预算数", "合计 = 各项之和：150,000.00 + 0.00 + 0.00 = 150,000.00"),
        (3, "资金 · 年度资金总额 · 分值", "分值由表样规定"),
        (4, "资金 · 年度资金总额 · 执行率", "150,000.00 ÷ 150,000.00 = 100.00%"),
        (5, "资金 · 年度资金总额 · 得分", "× 10 = 10.00，最高 10"),
    ],
)
def test_each_calculated_cell_of_the_funds_tells_its_figures(user: User, column: int, place: str, working: str) -> None:
    user.go_to("fundsTab", 0, column)
    user.press(Key.Key_F1)
    assert told(user).place == place
    assert remarks(user)[0].endswith(working)


def test_head_goals_and_further_fields_have_help_too(user: User) -> None:
    user.find(QLineEdit, "year").setFocus()
    user.press(Key.Key_F1)
    assert told(user).place == "年度"
    assert "不是填表的年份" in told(user).help.what
    assert remarks(user) == ["手工填写。"]
    user.press(Key.Key_A, with_=CONTROL)
    user.press(Key.Key_Delete)
    assert remarks(user) == ["年度没有填写。请填写。"]
    user.turn_to("goalsTab")
    assert told(user).place == "目标 · 预期目标"
    user.turn_to("fundsTab")
    user.find(QLineEdit, "fields.budget_note").setFocus()
    assert told(user).place == "预算调整说明"
    assert remarks(user) == ["还没有填写。"]


@pytest.mark.parametrize(("column", "more", "wanted"), [(WEIGHT, "5", "15"), (ACTUAL, "8", "18")])
def test_an_open_editor_keeps_its_text_and_caret(user: User, column: int, more: str, wanted: str) -> None:
    user.go_to("indicatorsTab", 3, column)
    user.type("1")
    editor = user.editor()
    assert editor is not None
    user.press(Key.Key_F1)
    assert told(user).place.startswith("指标 · 第 4 行")
    assert user.editor() is editor
    assert editor.hasFocus()
    user.type(more)
    user.press(Key.Key_F1)
    assert not panel(user).isVisible()
    assert user.editor() is editor
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 3, column) == wanted


def test_escape_first_belongs_to_the_open_editor_and_then_closes_the_help(user: User) -> None:
    user.go_to("indicatorsTab", 3, WEIGHT)
    user.press(Key.Key_F1)
    user.type("1")
    user.press(Key.Key_Escape)
    assert user.cell("indicatorTable", 3, WEIGHT) == "30"
    assert panel(user).isVisible()
    user.press(Key.Key_Escape)
    assert not panel(user).isVisible()
    assert not user.find(QAction, "actionFieldHelp").isChecked()
    assert user.place() == ("indicatorsTab", 3, WEIGHT)
    user.press(Key.Key_F1)
    assert panel(user).isVisible()
    user.find(QToolButton, "helpClose").click()
    assert not panel(user).isVisible()


def test_the_help_takes_the_place_of_the_list_until_the_list_is_wanted(user: User) -> None:
    forms = user.find(QWidget, "formSearch")
    room = user.find(QWidget, "workspace").width()
    user.window.resize(1366, 768)
    user.go_to("indicatorsTab", 0, SCORE)
    user.press(Key.Key_F1)
    assert told(user).place
    assert not forms.isVisible()
    assert user.find(QWidget, "workspace").width() == room
    user.press(Key.Key_F, with_=CONTROL)
    assert not panel(user).isVisible()
    assert forms.hasFocus()


def test_a_high_window_shows_the_list_and_the_help(user: User, qtbot: QtBot) -> None:
    user.window.resize(1366, 1000)
    user.go_to("indicatorsTab", 0, SCORE)
    user.press(Key.Key_F1)
    assert told(user).place
    assert user.find(QWidget, "formSearch").isVisible()
    user.window.resize(1366, 700)
    qtbot.waitUntil(lambda: not user.find(QWidget, "formSearch").isVisible())


def test_from_the_list_f1_goes_to_the_cell_that_it_tells_of(user: User) -> None:
    user.go_to("indicatorsTab", 1, WEIGHT)
    user.find(QListView, "formList").setFocus()
    user.press(Key.Key_F1)
    assert told(user).place == "指标 · 第 2 行 · 分值"
    assert user.find(QWidget, "indicatorTable").hasFocus()
    user.find(QWidget, "helpText").setFocus()
    assert told(user).place == "指标 · 第 2 行 · 分值"
    user.press(Key.Key_Escape)
    assert user.find(QWidget, "indicatorTable").hasFocus()
    user.turn_to("previewTab")
    user.find(QListView, "formList").setFocus()
    user.press(Key.Key_F1)
    assert panel(user).cell_explanation is None
    assert panel(user).isVisible()


def test_what_is_gone_is_told_of_no_longer(user: User) -> None:
    user.go_to("indicatorsTab", 4, WEIGHT)
    user.press(Key.Key_F1)
    assert told(user).place == "指标 · 第 5 行 · 分值"
    user.find(QWidget, "problemList").setFocus()
    user.trigger("actionDeleteRow")
    assert told(user).place == "指标 · 第 4 行 · 分值"
    user.press(Key.Key_PageDown, with_=CONTROL)
    QApplication.processEvents()
    assert told(user).place == "指标 · 第 4 行 · 分值"
    user.press(Key.Key_Home, with_=CONTROL)
    assert told(user).place == "指标 · 第 1 行 · 一级指标"
    user.trigger("actionCloseLedger")
    assert not panel(user).isVisible()
    assert not user.find(QAction, "actionFieldHelp").isChecked()


def test_a_long_text_is_turned_by_keys_without_leaving_the_cell(user: User) -> None:
    user.window.resize(910, 460)
    user.go_to("indicatorsTab", 1, SCORE)
    user.press(Key.Key_F1)
    assert told(user).place
    shown = user.find(QWidget, "helpPage")
    top = shown.y()
    user.press(Key.Key_PageDown, with_=ALT)
    assert shown.y() < top
    user.press(Key.Key_PageUp, with_=ALT)
    assert shown.y() == top
    assert user.place() == ("indicatorsTab", 1, SCORE)


def test_a_damaged_manual_is_told_and_the_form_stays_usable(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fields.toml").write_text("format = ''", "utf-8")
    monkeypatch.setattr(paths, "manual_folder", lambda: tmp_path)
    user = sit(ledger)
    user.go_to("indicatorsTab", 0, WEIGHT)
    user.press(Key.Key_F1)
    assert "程序自带的文件" in user.label("messageText")
    assert "请重新安装程序" in user.label("messageText")
    user.type("15")
    user.press(Key.Key_Return)
    assert user.cell("indicatorTable", 0, WEIGHT) == "15"
