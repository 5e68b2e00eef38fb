"""New, copied, deleted and imported forms, and going from one to the next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.codec import form_json
from tests.builders import complete_form
from tests.ui.windows import Screen, ledger_file, stored_forms


def names(screen: Screen) -> list[str]:
    model = screen.forms.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def choose_files(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    answer = ([str(path) for path in paths], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_arguments: answer)


def test_a_new_form_takes_year_department_and_unit_from_the_open_one(screen: Screen) -> None:
    screen.do("actionNewForm")
    assert screen.form.project_name == ""
    assert screen.form.year == 2023
    assert screen.form.unit == screen.form.department == "某区信访办公室"
    assert screen.part(QLineEdit, "projectName").hasFocus()
    assert len(names(screen)) == 3


def test_the_first_form_of_a_ledger_is_for_last_year(tmp_path: Path, qtbot: QtBot) -> None:
    screen = Screen(ledger_file(tmp_path / "empty.selfeval", []))
    qtbot.addWidget(screen.window)
    screen.do("actionNewForm")
    assert screen.form.year == QDate.currentDate().year() - 1


def test_a_new_form_is_shown_although_the_search_would_hide_it(screen: Screen) -> None:
    screen.part(QLineEdit, "formSearch").setText("宣传")
    QTest.keyClick(screen.part(QLineEdit, "formSearch"), Qt.Key.Key_Return)
    assert len(names(screen)) == 1
    screen.do("actionNewForm")
    assert len(names(screen)) == 3


def test_a_new_form_is_of_the_unit_that_the_list_shows_and_takes_nothing_of_another(screen: Screen) -> None:
    units = screen.part(QComboBox, "unitFilter")
    units.setCurrentIndex(units.findText("某区档案馆"))
    assert names(screen) == ["（未填项目名称）"]
    screen.do("actionNewForm")
    assert (screen.form.unit, screen.form.department) == ("某区档案馆", "某区信访办公室")
    assert len(names(screen)) == 2


def test_a_new_form_after_one_without_a_unit_takes_its_department(screen: Screen) -> None:
    screen.part(QLineEdit, "unit").clear()
    screen.do("actionNewForm")
    assert (screen.form.unit, screen.form.department) == ("", "某区信访办公室")


def test_a_copy_says_that_it_is_one_and_opens(screen: Screen, ledger: Path) -> None:
    screen.type_amount("87.5")
    screen.do("actionDuplicateForm")
    assert screen.form.project_name == "宣传与推广（副本）"
    assert str(screen.form.fund_line("current_year").executed) == "87.5"
    assert len(stored_forms(ledger)) == 3


def test_deleting_asks_nothing_and_offers_undo(screen: Screen, ledger: Path) -> None:
    screen.do("actionDeleteForm")
    assert "宣传与推广" in screen.text("messageText")
    assert len(stored_forms(ledger)) == 1
    screen.part(QPushButton, "offer0").click()
    assert [form.project_name for form in stored_forms(ledger)] == ["宣传与推广", ""]


def test_the_offer_of_undo_goes_with_the_next_step(screen: Screen) -> None:
    screen.do("actionDeleteForm")
    assert screen.part(QWidget, "messageBar").isVisible()
    screen.type_amount("1")
    assert not screen.part(QWidget, "messageBar").isVisible()


def test_deleting_every_form_leaves_an_empty_list(screen: Screen) -> None:
    screen.do("actionDeleteForm")
    screen.do("actionDeleteForm")
    assert names(screen) == []
    assert not screen.funds.isEnabled()
    screen.do("actionUndo")
    assert len(names(screen)) == 1


def test_importing_takes_all_forms_as_one_step(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    one.write_bytes(form_json.write_forms([complete_form(project_name="甲"), complete_form(project_name="乙")]))
    two.write_bytes(form_json.write_forms([complete_form(project_name="丙")]))
    choose_files(monkeypatch, one, two)
    screen.do("actionImport")
    assert names(screen)[2:] == ["甲", "乙", "丙"]
    assert "3 张表" in screen.text("messageText")
    screen.do("actionUndo")
    assert len(names(screen)) == 2


def test_a_bad_file_leaves_the_ledger_as_it_was(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('[{"format": "selfeval-form/1", "extra": 1}]', "utf-8")
    choose_files(monkeypatch, bad)
    screen.do("actionImport")
    assert len(names(screen)) == 2
    assert str(bad) in screen.text("messageText")


def test_keys_go_through_the_list_and_stop_at_its_ends(screen: Screen) -> None:
    screen.do("actionPreviousForm")
    assert screen.form.project_name == "宣传与推广"
    screen.do("actionNextForm")
    assert screen.form.unit == "某区档案馆"
    screen.do("actionNextForm")
    assert screen.form.unit == "某区档案馆"


def test_check_says_when_nothing_is_found(screen: Screen) -> None:
    screen.do("actionCheck")
    assert screen.text("messageText") == "没有发现问题。"


@pytest.mark.parametrize("form", [0, 1])
def test_check_leaves_the_news_of_a_failed_save(screen: Screen, monkeypatch: pytest.MonkeyPatch, form: int) -> None:
    def refuse(*_arguments: object) -> None:
        raise UnwritableFile(Path("a.selfeval"), "disk full")

    screen.open_form(form)
    assert screen.window.document.ledger is not None
    with monkeypatch.context() as full:
        full.setattr(screen.window.document.ledger.store, "save_form", refuse)
        screen.part(QLineEdit, "department").setFocus()
        QTest.keyClicks(screen.part(QLineEdit, "department"), "x")
        screen.do("actionCheck")
        assert screen.part(QWidget, "messageBar").isVisible()
        assert screen.text("messageText").startswith("没有保存")


def test_check_takes_in_the_open_editor_and_shows_the_list(screen: Screen) -> None:
    screen.begin_amount("87.5x")
    screen.do("actionCheck")
    problems = screen.part(QTableView, "problemList")
    assert problems.isVisible()
    assert problems.hasFocus()
    assert problems.model().rowCount() >= 1


def test_the_next_problem_leads_to_its_cell(screen: Screen) -> None:
    screen.open_form(1)
    screen.do("actionTab3")
    screen.do("actionNextProblem")
    assert screen.part(QLineEdit, "projectName").hasFocus()


def test_one_edit_shows_everywhere_and_undo_brings_all_back(screen: Screen) -> None:
    before = (screen.text("statusRate"), screen.text("statusScore"), screen.tabs.tabText(0), names(screen))
    screen.type_amount("75000")
    assert screen.text("statusRate") == "执行率 50.00%"
    assert screen.text("statusScore") == "总分 95.00"
    assert "执行 50.00%" in screen.forms.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert screen.funds.model().index(0, 2).data() == "75,000.00"
    screen.type_amount("abc")
    assert screen.tabs.tabText(0).startswith("① 资金 ×")
    screen.do("actionUndo")
    screen.do("actionUndo")
    after = (screen.text("statusRate"), screen.text("statusScore"), screen.tabs.tabText(0), names(screen))
    assert after == before


def test_year_and_search_filter_the_list(screen: Screen, qtbot: QtBot) -> None:
    years = screen.part(QComboBox, "yearFilter")
    assert [years.itemText(place) for place in range(years.count())] == ["全部年度", "2023 年度"]
    screen.part(QLineEdit, "formSearch").setText("档案馆")
    qtbot.waitUntil(lambda: len(names(screen)) == 1)
    assert "1 张未显示" in screen.text("formCounts")


def test_a_new_form_is_in_the_money_unit_of_the_open_one_and_begins_on_its_first_page(screen: Screen) -> None:
    screen.part(QComboBox, "moneyUnit").setCurrentText("万元")
    screen.do("actionTab3")
    screen.do("actionNewForm")
    assert screen.form.money_unit == "万元"
    assert screen.tabs.currentIndex() == 0
    assert screen.part(QLineEdit, "projectName").hasFocus()
