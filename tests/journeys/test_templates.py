"""A form goes to another template and back, old forms meet a new version, and templates come from files."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.storage.forms.transactions import WriteTransaction
from tests.builders import complete_form, mof_2020, with_row
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, Key, User
from tests.templates import ELSEWHERE, elsewhere, elsewhere_text, later_text

FORM = with_row(complete_form(), 1, deviation="资金到位晚")
DEVIATION = FieldRef.indicator(1, "deviation")


def file_of(folder: Path, text: str) -> Path:
    path = folder / "来自 U 盘.toml"
    path.write_text(text, "utf-8")
    return path


def forget(template_id: str) -> None:
    """The user's folder without that template, for a program that is started anew."""
    (paths.user_templates() / f"{template_id}.toml").unlink()
    bootstrap._template_folder.cache_clear()


@pytest.fixture
def installed(tmp_path: Path) -> None:
    """Another place's template, loaded by the user before."""
    bootstrap.load_template(file_of(tmp_path, elsewhere_text()))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", FORM, complete_form(project_name="第二个"))


@pytest.fixture
def user(installed: None, sit: Sit, ledger: Path) -> User:
    return sit(ledger)


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def offers(user: User) -> list[str]:
    """The buttons of the message bar."""
    found = user.window.findChildren(QPushButton)
    return [each.text() for each in found if each.isVisible() and each.objectName().startswith("offer")]


def take(user: User, offer: str) -> None:
    buttons = user.window.findChildren(QPushButton)
    next(button for button in buttons if button.isVisible() and button.text() == offer).click()


def lines(dialog: QDialog) -> list[tuple[str, ...]]:
    view = dialog.findChild(QTableView, "templateLines")
    assert view is not None
    model = view.model()
    return [tuple(str(model.index(row, column).data()) for column in range(3)) for row in range(model.rowCount())]


def test_another_template_is_taken_at_once_and_what_has_no_place_is_listed(user: User) -> None:
    before = form_of(user)
    user.choose("template", "外省")
    form = form_of(user)
    assert (form.template, form.template_version, form.money_unit) == (ELSEWHERE, 1, "万元")
    assert user.label("messageText") == ("已换成“外省”第 1 版。有 4 格在新表样里没有位置，已留存。金额已换算成万元。")
    assert offers(user) == ["查看", "撤销"]
    seen: list[tuple[str, ...]] = []
    user.in_dialog("templateDialog", lambda dialog: seen.extend(lines(dialog)))
    take(user, "查看")
    former = "“财政部 2020 版”第 1 版"
    assert seen == [
        ("资金 · 当年财政拨款 · 年初预算数", "150000元", former),
        ("资金 · 当年财政拨款 · 全年预算数", "150000元", former),
        ("资金 · 当年财政拨款 · 全年执行数", "150000元", former),
        ("指标 · 第 2 行 · 偏差原因分析及改进措施", "资金到位晚", former),
    ]
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).same_as(before)
    assert user.find(QComboBox, "template").currentText() == "财政部 2020 版"
    user.press(Key.Key_Y, with_=CONTROL)
    assert form_of(user).template == ELSEWHERE


def test_there_and_back_gives_the_same_form_over_a_restart(user: User, sit: Sit, ledger: Path, qtbot: QtBot) -> None:
    before = form_of(user)
    user.choose("template", "外省")
    qtbot.waitUntil(lambda: stored(ledger)[0].template == ELSEWHERE)
    user.close()
    again = sit(ledger)
    assert again.find(QComboBox, "template").currentText() == "外省"
    again.choose("template", "财政部 2020 版")
    assert form_of(again).same_as(before)
    assert again.label("messageText") == "已换成“财政部 2020 版”第 1 版。原来留存的 4 格已放回。金额已换算成元。"
    assert offers(again) == ["撤销"]
    qtbot.waitUntil(lambda: stored(ledger)[0].same_as(before))


def test_a_script_sets_the_template_by_its_id(user: User) -> None:
    box = user.find(QComboBox, "template")
    box.setCurrentIndex(box.findData(ELSEWHERE))
    assert form_of(user).template == ELSEWHERE
    user.trigger("actionUndo")
    assert form_of(user).same_as(replace(FORM, template_version=1))


def test_what_is_kept_can_be_looked_at_and_copied_later(user: User) -> None:
    user.trigger("actionDropped")
    assert user.label("messageText").startswith("这张表没有留存的内容")
    user.choose("template", "外省")

    def copy(dialog: QDialog) -> None:
        assert dialog.focusWidget() is not None
        button = dialog.findChild(QPushButton, "templateCopy")
        assert button is not None
        button.click()
        user.press(Key.Key_Escape)
        assert not dialog.isVisible()

    user.in_dialog("templateDialog", copy)
    user.trigger("actionDropped")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[-1].split("\t")[:2] == ["指标 · 第 2 行 · 偏差原因分析及改进措施", "资金到位晚"]


def test_a_template_is_loaded_from_a_file_and_chosen_at_once(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(ledger)
    path = file_of(tmp_path, elsewhere_text())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.trigger("actionLoadTemplate")
    assert user.label("messageText") == "已载入表样“外省”第 1 版，可以在表样一栏里选用。"
    path.unlink()
    user.choose("template", "外省")
    assert form_of(user).template == ELSEWHERE
    assert bootstrap.installed_templates().get_template(ELSEWHERE) == elsewhere()
    assert (paths.user_templates() / "elsewhere.toml").is_file()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (elsewhere_text().replace("full_mark", "full_marks"), "full_mark"),
        (
            later_text().replace("version = 2", "version = 0"),
            "是表样“财政部 2020 版”的第 0 版，已装有第 1 版",
        ),
        (later_text().replace("version = 2", "version = 1"), "同为第 1 版，内容却不同"),
    ],
    ids=["damaged", "older", "different"],
)
def test_a_file_that_cannot_be_loaded_is_refused_with_the_reason(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str
) -> None:
    user = sit(None)
    path = file_of(tmp_path, text)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.trigger("actionLoadTemplate")
    told = user.label("messageText")
    assert words in told
    assert path.name in told
    assert not paths.user_templates().exists()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    user.find(QLabel, "messageText").clear()
    user.trigger("actionLoadTemplate")
    assert user.label("messageText") == ""


def test_all_faults_of_a_file_can_be_looked_at(sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user = sit(None)
    path = file_of(tmp_path, elsewhere_text().replace("full_mark", "full_marks"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.trigger("actionLoadTemplate")
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        view = dialog.findChild(QTableView, "templateFaults")
        assert view is not None
        told.extend(view.model().index(row, 0).data() for row in range(view.model().rowCount()))
        dialog.reject()

    user.in_dialog("templateFaultsDialog", look)
    take(user, "查看全部 2 处")
    assert any("full_mark：缺少这一项" in line for line in told)
    assert any("不认识“full_marks”" in line for line in told)


def test_an_old_form_is_as_it_was_and_is_offered_the_new_version(
    sit: Sit, ledger: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bootstrap.load_template(file_of(tmp_path, later_text()))
    user = sit(ledger)
    state = user.window.document.form
    assert state is not None
    assert state.template == mof_2020()
    assert user.label("messageText") == (
        "这张表按“财政部 2020 版”第 1 版填写，现在有第 2 版。不换也可以照旧检查和打印。"
    )
    assert user.find(QComboBox, "template").toolTip() == "“财政部 2020 版”第 1 版"
    take(user, "换用第 2 版")
    assert form_of(user).template_version == 2
    assert user.label("messageText") == "已换成“财政部 2020 版”第 2 版。"
    qtbot.waitUntil(lambda: stored(ledger)[0].template_version == 2)
    take(user, "撤销")
    assert form_of(user).template_version == 1
    user.click("formList", 1)
    assert offers(user) == ["换用第 2 版"]
    user.click("formList", 0)
    assert offers(user) == []


def test_loading_a_new_version_offers_it_for_the_open_form(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(ledger)
    path = file_of(tmp_path, later_text())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.trigger("actionLoadTemplate")
    assert form_of(user).template_version == 1
    take(user, "换用第 2 版")
    state = user.window.document.form
    assert state is not None
    assert state.template.title == "财政项目支出绩效自评表（新）"


def test_a_copy_is_under_the_newest_version_and_keeps_what_has_no_place(
    installed: None, sit: Sit, tmp_path: Path
) -> None:
    measured = edits.set_cell(
        replace(FORM, template=ELSEWHERE, money_unit="万元"),
        FieldRef.indicator(0, "measure", extra=True),
        "%",
    )
    ledger = ledger_of(tmp_path / "台账.selfeval", measured)
    newer = elsewhere_text(2).replace('"measure", heading = "度量单位"', '"unit_name", heading = "单位"')
    bootstrap.load_template(file_of(tmp_path, newer))
    user = sit(ledger)
    assert form_of(user).indicators[0].fields == {"measure": "%"}
    user.trigger("actionDuplicateForm")
    copy = form_of(user)
    assert (copy.template_version, copy.indicators[0].fields) == (2, {})
    assert copy.annotations.dropped[FieldRef.indicator(1, "measure", extra=True)].text == "%"
    user.trigger("actionNewForm")
    assert form_of(user).template_version == 1


def test_a_form_under_a_template_that_is_gone_opens_from_the_ledger(
    user: User, sit: Sit, ledger: Path, qtbot: QtBot
) -> None:
    user.choose("template", "外省")
    qtbot.waitUntil(lambda: stored(ledger)[0].template == ELSEWHERE)
    user.close()
    forget(ELSEWHERE)
    again = sit(ledger)
    box = again.find(QComboBox, "template")
    assert (box.currentText(), box.currentData()) == ("外省", ELSEWHERE)
    assert "外省" not in [template.name for template in bootstrap.installed_templates().newest_templates()]
    again.click("formList", 1)
    assert box.findData(ELSEWHERE) < 0


def test_a_form_under_a_template_that_nobody_has_says_so_and_the_others_open(
    installed: None, sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = replace(complete_form(funds={}), template=ELSEWHERE, money_unit="万元")
    with monkeypatch.context() as before_0004:
        before_0004.setattr(WriteTransaction, "keep_template", lambda *_: None)
        ledger = ledger_of(tmp_path / "台账.selfeval", foreign, FORM)
    forget(ELSEWHERE)
    user = sit(ledger)
    assert user.label("messageText") == "没有安装表样“elsewhere”，数据没有改动。请改用已安装的表样。"
    user.click("formList", 1)
    assert form_of(user) == FORM


def test_a_damaged_template_in_the_users_folder_does_not_keep_the_window_from_opening(
    installed: None, sit: Sit, ledger: Path
) -> None:
    (paths.user_templates() / "elsewhere.toml").write_text("nonsense", "utf-8")
    bootstrap._template_folder.cache_clear()
    user = sit(ledger)
    assert user.find(QComboBox, "template").findData(ELSEWHERE) < 0
    assert form_of(user) == FORM
