"""Forms come, go, are found and left: the work with a ledger as a whole."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User

NAMES = ["网络信息系统开发、升级、建设", "信息系统运行与维护", "宣传与推广", "课题与规划", "维稳工作"]


@pytest.fixture
def user(sit: Sit, examples: Path) -> User:
    return sit(examples)


def names(user: User) -> list[str]:
    """The project names in the form list."""
    return [line.split(" ")[0] for line in user.forms()]


def undo(user: User) -> None:
    user.press(Key.Key_Z, with_=CONTROL)


def test_a_new_form_brings_year_department_and_unit_along(user: User, examples: Path) -> None:
    user.press(Key.Key_N, with_=CONTROL)
    assert [user.box(name) for name in ("projectName", "year", "department", "unit")] == [
        "",
        "2023",
        "某区人民政府办公室",
        "某区信访办公室",
    ]
    user.type("新项目")
    assert names(user) == [*NAMES, "新项目"]
    assert len(stored(examples)) == 6


def test_undoing_a_new_form_takes_it_away(user: User, examples: Path) -> None:
    before = stored(examples)
    user.press(Key.Key_N, with_=CONTROL)
    undo(user)
    assert names(user) == NAMES
    assert stored(examples) == before
    user.press(Key.Key_Y, with_=CONTROL)
    assert len(names(user)) == 6


def test_a_copy_differs_in_its_name_alone(user: User, examples: Path) -> None:
    user.click("formList", 2)
    user.press(Key.Key_D, with_=CONTROL | SHIFT)
    assert names(user) == [*NAMES, "宣传与推广（副本）"]
    assert user.box("projectName") == "宣传与推广（副本）"
    copy, original = stored(examples)[5], stored(examples)[2]
    assert (copy.funds, copy.goals, copy.indicators) == (original.funds, original.goals, original.indicators)


def test_a_deleted_form_comes_back_with_undo_and_opens(user: User, examples: Path) -> None:
    before = stored(examples)
    user.click("formList", 2)
    user.press(Key.Key_Delete, with_=CONTROL | SHIFT)
    assert names(user) == [*NAMES[:2], *NAMES[3:]]
    assert user.box("projectName") == "课题与规划"
    assert user.label("messageText") == "已删除“宣传与推广”。"
    undo(user)
    assert names(user) == NAMES
    assert user.box("projectName") == "宣传与推广"
    assert not user.find(QLabel, "messageText").isVisible()
    assert stored(examples) == before


def test_deleting_all_forms_leaves_an_empty_ledger_that_goes_on(user: User) -> None:
    for _ in NAMES:
        user.press(Key.Key_Delete, with_=CONTROL | SHIFT)
    assert user.forms() == []
    assert user.box("projectName") == ""
    user.press(Key.Key_N, with_=CONTROL)
    assert len(user.forms()) == 1


def test_changing_forms_keeps_what_is_being_typed(user: User, examples: Path) -> None:
    user.go_to("fundsTab", 2, 2)
    user.type("777")
    user.click("formList", 1)
    assert user.box("projectName") == NAMES[1]
    assert user.cell("fundsTable", 2, 2) != "777.00"
    assert stored(examples)[0].fund_line("carried_over").executed == 777
    user.click("formList", 0)
    assert user.cell("fundsTable", 2, 2) == "777.00"


def test_a_goal_half_typed_is_kept_and_undone_in_its_own_form(user: User, examples: Path) -> None:
    before = user.goal("goalExpected")
    user.turn_to("goalsTab")
    user.press(Key.Key_End, with_=CONTROL)
    user.type("另有补充")
    user.press(Key.Key_PageDown, with_=CONTROL)
    assert user.box("projectName") == NAMES[1]
    assert stored(examples)[0].goals.expected == f"{before}另有补充"
    undo(user)
    assert user.box("projectName") == NAMES[0]
    assert user.goal("goalExpected") == before


def test_search_leaves_the_forms_that_match_and_enter_opens_the_first(user: User, qtbot: QtBot) -> None:
    user.press(Key.Key_F, with_=CONTROL)
    assert user.find(QLineEdit, "formSearch").hasFocus()
    user.type("系统")
    qtbot.waitUntil(lambda: names(user) == NAMES[:2])
    assert user.label("formCounts").endswith("3 张未显示")
    user.press(Key.Key_A, with_=CONTROL)
    user.type("维稳")
    user.press(Key.Key_Return)
    assert names(user) == ["维稳工作"]
    assert user.box("projectName") == "维稳工作"
    user.press(Key.Key_F, with_=CONTROL)
    user.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: names(user) == NAMES)


def test_year_filter_shows_one_years_forms(sit: Sit, tmp_path: Path) -> None:
    forms = [complete_form(project_name=f"项目{year}", year=year) for year in (2022, 2023, 2023)]
    user = sit(ledger_of(tmp_path / "多年.selfeval", *forms))
    user.choose("yearFilter", "2023 年度")
    assert names(user) == ["项目2023", "项目2023"]
    user.choose("yearFilter", "2022 年度")
    assert names(user) == ["项目2022"]
    user.choose("yearFilter", "全部年度")
    assert len(names(user)) == 3


def test_a_new_form_shows_although_the_search_would_hide_it(user: User, qtbot: QtBot) -> None:
    user.press(Key.Key_F, with_=CONTROL)
    user.type("维稳")
    qtbot.waitUntil(lambda: names(user) == ["维稳工作"])
    user.press(Key.Key_N, with_=CONTROL)
    assert len(user.forms()) == 6


def test_the_practice_ledger_holds_the_examples(sit: Sit) -> None:
    user = sit(None)
    user.trigger("actionExamples")
    assert names(user) == NAMES
    assert user.label("statusScore") == "总分 100.00"
    user.close()
    assert bootstrap.build_services().practice.is_file()


def focused(user: User) -> str:
    """What has the keyboard, once all is at rest."""
    QApplication.processEvents()
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def test_another_form_is_gone_on_with_at_the_same_cell(user: User) -> None:
    user.go_to("indicatorsTab", 3, 4)
    user.type("12")
    user.press(Key.Key_PageDown, with_=CONTROL)
    assert user.place() == ("indicatorsTab", 3, 4)
    assert focused(user) == "indicatorTable"
    user.write("34")
    assert user.cell("indicatorTable", 3, 4) == "34"
    user.press(Key.Key_PageUp, with_=CONTROL)
    assert user.cell("indicatorTable", 3, 4) == "12"
    user.go_to("indicatorsTab", 7, 0)
    row = user.place()[1]
    user.press(Key.Key_PageDown, with_=CONTROL)
    assert user.place()[2] == 0
    assert user.place()[1] <= row


def test_the_keyboard_stays_in_the_work_when_a_form_is_deleted(user: User) -> None:
    user.go_to("fundsTab", 1, 1)
    for _ in NAMES[1:]:
        user.press(Key.Key_Delete, with_=CONTROL | SHIFT)
        assert focused(user) == "fundsTable"
    user.press(Key.Key_Delete, with_=CONTROL | SHIFT)
    undo(user)
    assert focused(user) == "fundsTable"
    assert user.place() == ("fundsTab", 1, 1)
    user.press(Key.Key_N, with_=CONTROL)
    undo(user)
    assert focused(user) == "projectName"
