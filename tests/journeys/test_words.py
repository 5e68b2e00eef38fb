"""Percents without a sign and words with a direction: asked about once, offered from lists, never changed unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu

from selfeval_desktop.domain.form.form import Form
from tests.builders import complete_form, with_row
from tests.journeys.conftest import Sit, ledger_of
from tests.journeys.user import ALT, CONTROL, SHIFT, Key, User

TARGET, ACTUAL, SCORE, ACHIEVEMENT = 3, 4, 6, 8


@pytest.fixture
def user(sit: Sit, tmp_path: Path) -> User:
    form = with_row(complete_form(), 3, level3="政策知晓情况", target="提高", actual="")
    return sit(ledger_of(tmp_path / "台账.selfeval", form))


def form_of(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def asked(user: User) -> str:
    """The sentence in the message bar."""
    return user.window.document.messages.text


def test_a_percent_without_its_sign_is_asked_about_once_and_mended_by_keyboard(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    assert asked(user) == "指标 · 第 1 行 · 实际完成值“96”没有百分号，是百分数吗？"
    assert form_of(user).indicators[0].actual == "96"
    assert user.place() == ("indicatorsTab", 0, ACTUAL + 1)
    user.press(Key.Key_F6, Key.Key_Space)
    assert form_of(user).indicators[0].actual == "96%"
    assert user.place() == ("indicatorsTab", 0, ACTUAL + 1)
    user.press(Key.Key_Z, with_=CONTROL)
    assert form_of(user).indicators[0].actual == "96"
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("94")
    assert asked(user) == ""


def test_a_question_may_be_left_alone(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    user.write("20")
    assert asked(user) == ""
    assert form_of(user).indicators[0].actual == "96"


def test_a_question_goes_when_its_row_says_something_else(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    assert asked(user) != ""
    user.press(Key.Key_Z, with_=CONTROL)
    assert asked(user) == ""


def test_the_answer_goes_to_the_row_that_was_asked_about_wherever_it_is_by_now(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    user.press(Key.Key_Down, with_=ALT)
    user.press(Key.Key_F6, Key.Key_Space)
    assert [row.actual for row in form_of(user).indicators[:2]] == ["92%", "96%"]


def test_a_question_goes_with_its_row_even_where_another_one_reads_the_same(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    user.press(Key.Key_Down, with_=ALT | SHIFT)
    assert len(form_of(user).indicators) == 6
    assert asked(user) != ""
    user.press(Key.Key_Up)
    user.press(Key.Key_Delete, with_=CONTROL)
    assert [row.actual for row in form_of(user).indicators[:2]] == ["96", "92%"]
    assert asked(user) == ""


def test_the_row_that_came_to_its_place_is_asked_about_too(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    user.press(Key.Key_Down, with_=ALT)
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("91")
    assert "“91”" in asked(user)


def test_the_same_row_of_another_form_is_asked_about_too(sit: Sit, tmp_path: Path) -> None:
    other = with_row(complete_form(), 0, actual="96")
    user = sit(ledger_of(tmp_path / "台账.selfeval", complete_form(), other))
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    assert asked(user) != ""
    user.click("formList", 1)
    assert asked(user) == ""
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("94")
    assert "“94”" in asked(user)


def test_another_ledger_is_asked_about_anew(user: User, tmp_path: Path) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    user.window.open_ledger(ledger_of(tmp_path / "另一台账.selfeval", complete_form()))
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    assert asked(user) != ""


def test_esc_in_the_bar_goes_back_to_the_table(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    user.press(Key.Key_F6, Key.Key_Escape)
    assert asked(user) == ""
    user.write("20")
    assert form_of(user).indicators[0].weight == 20


def test_an_answer_against_the_target_offers_to_grade_it_unmet(user: User) -> None:
    user.go_to("indicatorsTab", 3, ACTUAL)
    user.write("下降")
    assert asked(user) == "第 4 行的目标是“提高”，实际是“下降”，没有达到。达成情况建议选“未达成”。"
    assert form_of(user).indicators[3].achievement is None
    assert user.cell("indicatorTable", 3, SCORE) == ""
    user.press(Key.Key_F6, Key.Key_Space)
    assert form_of(user).indicators[3].achievement == "unmet"


def test_a_question_about_the_cell_that_was_left_by_a_jump_names_that_cell(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.type("96")
    user.press(Key.Key_F8)
    assert "第 1 行" in asked(user)


def test_words_are_offered_with_direction_and_band_and_stay_editable(user: User) -> None:
    user.go_to("indicatorsTab", 3, ACTUAL)
    user.press(Key.Key_F2)
    user.press(Key.Key_Down, with_=ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions()]
    assert offered[0] == "显著提高　（达成，24–30 分）"
    assert "下降　（未达成，0–17.99 分）" in offered
    user.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    user.type("一些")
    user.press(Key.Key_Return)
    assert form_of(user).indicators[3].actual == "有所提高一些"


def test_alt_down_moves_the_row_where_nothing_is_offered(user: User) -> None:
    user.go_to("indicatorsTab", 0, TARGET)
    user.type("99")
    user.press(Key.Key_Down, with_=ALT)
    assert [row.target for row in form_of(user).indicators[:2]] == ["≥90%", "99"]
    assert user.place() == ("indicatorsTab", 1, TARGET)


def test_the_list_of_grades_shows_bands_and_says_which_the_words_suggest(user: User) -> None:
    user.go_to("indicatorsTab", 3, ACTUAL)
    user.write("有所提高")
    user.go_to("indicatorsTab", 3, ACHIEVEMENT)
    user.press(Key.Key_F2)
    editor = user.editor()
    assert isinstance(editor, QComboBox)
    shown = [editor.itemText(place) for place in range(editor.count())]
    assert shown == ["", "达成　24–30 分", "部分达成　18–23.99 分，建议", "未达成　0–17.99 分"]
    user.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert form_of(user).indicators[3].achievement == "partly"
    assert user.cell("indicatorTable", 3, ACHIEVEMENT) == "部分达成"


def test_enter_in_the_bar_takes_the_offer(user: User) -> None:
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.write("96")
    user.press(Key.Key_F6, Key.Key_Return)
    assert form_of(user).indicators[0].actual == "96%"
    assert user.place() == ("indicatorsTab", 0, ACTUAL + 1)


def test_the_way_back_from_the_bar_leads_to_the_table_when_a_cell_was_open(user: User) -> None:
    user.window.document.messages.show_message("已删除。", "hint", [("撤销", lambda: None)], about="step")
    user.go_to("indicatorsTab", 0, ACTUAL)
    user.type("97")
    # The second time the keyboard is in the bar already.
    user.press(Key.Key_F6, Key.Key_F6, Key.Key_Escape)
    user.write("", "20")
    assert form_of(user).indicators[0].actual == "97"
    assert form_of(user).indicators[0].weight == 20
