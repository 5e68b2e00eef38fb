"""Somebody asks who changed a figure, when, and from what; an earlier state and a deleted form come back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QTableView

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ledger.form_history import MOST_LINES as PAGE
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.change_history import Ancestor
from selfeval_desktop.storage.file.file_lock import system_user_name as system_user
from selfeval_desktop.ui.filling.workspace import Workspace
from tests.builders import complete_form
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User
from tests.storage.drafts import draft, history

ACTUAL = ("indicatorsTab", 0, 4)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "台账.selfeval", complete_form(), complete_form(project_name="档案数字化"))


@pytest.fixture
def user(sit: Sit, ledger: Path) -> User:
    """Has typed another result into the first row, then deleted the third."""
    user = sit(ledger)
    user.go_to(*ACTUAL)
    user.type("99%")
    user.press(Key.Key_Return)
    user.trigger("actionSave")
    user.go_to("indicatorsTab", 2, 4)
    user.trigger("actionDeleteRow")
    user.trigger("actionSave")
    return user


def rows(dialog: QDialog, view: str) -> list[list[str]]:
    """What the lines of a list say, column by column."""
    table = dialog.findChild(QTableView, view)
    assert table is not None
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def lines(dialog: QDialog) -> list[list[str]]:
    """What was done, where, and both texts."""
    return [line[2:] for line in rows(dialog, "historyLines")]


def verdict(dialog: QDialog) -> str:
    label = dialog.findChild(QLabel, "historyVerdict")
    assert label is not None
    return label.text()[len("2024-03-01 12:00") :]


def form(user: User) -> Form:
    state = user.window.document.form
    assert state is not None
    return state.form


def test_a_form_tells_what_was_done_to_it_when_and_by_whom(user: User) -> None:
    seen: list[QDialog] = []

    def look(dialog: QDialog) -> None:
        assert lines(dialog) == [
            ["删除行", "指标 · 第 3 行", "活动按期完成率 · =100% · 100%", "（已删除）"],
            ["修改", "指标 · 第 1 行 · 实际完成值", "97%", "99%"],
            ["新建", "整张表", "", ""],
        ]
        assert {line[1] for line in rows(dialog, "historyLines")} == {system_user()}
        seen.append(dialog)

    user.in_dialog("historyDialog", look)
    user.press(Key.Key_H, with_=CONTROL)
    assert seen


def test_the_cell_with_the_cursor_tells_its_own_history(user: User) -> None:
    seen: list[list[list[str]]] = []

    def look(dialog: QDialog) -> None:
        seen.append(lines(dialog))
        user.press(Key.Key_Tab, with_=SHIFT)
        user.press(Key.Key_Up)
        seen.append(lines(dialog))

    user.go_to(*ACTUAL)
    user.in_dialog("historyDialog", look)
    user.press(Key.Key_H, with_=CONTROL | SHIFT)
    place = "指标 · 第 1 行 · 实际完成值"
    own, everything = seen
    assert own == [["修改", place, "97%", "99%"], ["新建", place, "", "97%"]]
    assert len(everything) == 3


def test_a_figure_is_two_clicks_from_its_history(user: User) -> None:
    for table in ("indicatorTable", "fundsTable"):
        actions = [action.objectName() for action in user.find(QTableView, table).actions()]
        assert "actionCellHistory" in actions


def test_what_one_types_in_one_go_is_one_line(user: User) -> None:
    seen: list[list[list[str]]] = []
    user.turn_to("goalsTab")
    user.press(Key.Key_Tab)
    before = form(user).goals.actual
    for text in ("一", "二", "三"):
        user.type(text)
        user.trigger("actionSave")
    assert form(user).goals.actual != before
    user.in_dialog("historyDialog", lambda dialog: seen.append(lines(dialog)))
    user.trigger("actionHistory")
    assert [line[0] for line in seen[0]] == ["修改", "删除行", "修改", "新建"]


def test_each_time_is_compared_with_now_and_two_with_each_other(user: User) -> None:
    seen: list[tuple[str, list[list[str]]]] = []

    def compare(dialog: QDialog) -> None:
        seen.append((verdict(dialog), rows(dialog, "historyDifferences")))
        user.press(Key.Key_Down, Key.Key_Down)
        seen.append((verdict(dialog), rows(dialog, "historyDifferences")))
        user.press(Key.Key_Up, with_=SHIFT)
        seen.append((verdict(dialog), rows(dialog, "historyDifferences")))

    user.in_dialog("historyDialog", compare)
    user.trigger("actionHistory")
    now, oldest, two = seen
    changed = ["指标 · 第 1 行 · 实际完成值", "97%", "99%"]
    assert now == (" 时的内容与现在相同。", [])
    assert oldest[0] == " 时的内容与现在有 2 处不同："
    assert oldest[1][0] == changed
    assert two[0].endswith(" 时有 1 处不同：")
    assert two[1] == [changed]


def test_enter_goes_to_the_cell_of_a_line(user: User) -> None:
    def choose(dialog: QDialog) -> None:
        user.press(Key.Key_Return)
        assert dialog.isVisible(), "the row is gone"
        user.press(Key.Key_Down, Key.Key_Return)
        assert not dialog.isVisible()

    user.turn_to("fundsTab")
    user.in_dialog("historyDialog", choose)
    user.trigger("actionHistory")
    assert user.find(Workspace, "workspace").current_field() == FieldRef.indicator(0, "actual")


def test_an_earlier_state_comes_back_as_a_new_draft_that_knows_where_it_comes_from(user: User, ledger: Path) -> None:
    def take_oldest(dialog: QDialog) -> None:
        user.press(Key.Key_Down, Key.Key_Down)
        button = dialog.findChild(QPushButton, "historyRestore")
        assert button is not None
        button.setFocus()
        user.press(Key.Key_Space)

    user.in_dialog("historyDialog", take_oldest)
    user.trigger("actionHistory")
    assert form(user) == edits.duplicate_form(complete_form(), "（恢复稿）")
    assert len(stored(ledger)) == 3
    assert user.window.document.ledger is not None
    assert history(user.window.document.ledger.store, 3)[-1].ancestor == Ancestor(1, 1)
    seen: list[list[list[str]]] = []
    user.in_dialog("historyDialog", lambda dialog: seen.append(lines(dialog)))
    user.trigger("actionHistory")
    assert seen[0][0][:3] == ["新建", "整张表", ""]
    assert seen[0][0][3].startswith(f"取自“{complete_form().project_name}”")
    user.trigger("actionUndo")
    assert len(stored(ledger)) == 2


def test_a_copy_knows_what_it_is_a_copy_of(user: User) -> None:
    user.trigger("actionDuplicateForm")
    seen: list[list[list[str]]] = []
    user.in_dialog("historyDialog", lambda dialog: seen.append(lines(dialog)))
    user.trigger("actionHistory")
    assert seen[0][0][3] == f"复制自“{complete_form().project_name}”"


def test_a_state_that_the_log_does_not_lead_to_is_told_in_the_dialog(user: User) -> None:
    document = user.window.document
    assert document.ledger is not None
    store = document.ledger.store
    with store._connection.begin():  # type: ignore[attr-defined]
        store._connection.exec_driver_sql(  # type: ignore[attr-defined]
            "UPDATE changes SET content = replace(content, '97%', '7%')"
        )
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        user.press(Key.Key_Down, Key.Key_Down)
        label = dialog.findChild(QLabel, "historyVerdict")
        assert label is not None
        seen.append(label.text())

    user.in_dialog("historyDialog", look)
    user.trigger("actionHistory")
    assert "变更历史与存入时不一致" in seen[0]


def test_the_history_of_no_cell_is_not_asked_for(user: User) -> None:
    user.turn_to("previewTab")
    user.trigger("actionCellHistory")
    assert user.label("messageText") == "请先把光标放到要看历史的格里。"
    seen: list[int] = []

    def look(dialog: QDialog) -> None:
        box = dialog.findChild(QComboBox, "historyFilter")
        assert box is not None
        seen.append(box.count())

    user.in_dialog("historyDialog", look)
    user.trigger("actionHistory")
    assert seen == [1]


def test_a_deleted_form_comes_back_byte_for_byte(user: User, ledger: Path, tmp_path: Path) -> None:
    """What is exported of it is what was exported before."""
    before = form_json.write_forms(stored(ledger))
    user.trigger("actionDeleteForm")
    user.trigger("actionDeleteForm")
    assert stored(ledger) == []

    def take_both(dialog: QDialog) -> None:
        table = dialog.findChild(QTableView, "recycleBinForms")
        assert table is not None
        names = [line[1] for line in rows(dialog, "recycleBinForms")]
        assert names == ["档案数字化", complete_form().project_name]
        user.press(Key.Key_A, with_=CONTROL)
        user.press(Key.Key_Return)

    user.in_dialog("recycleBinDialog", take_both)
    user.trigger("actionRecycleBin")
    assert form_json.write_forms(stored(ledger)) == before
    assert user.label("messageText") == "已从回收站恢复 2 张表。"
    user.trigger("actionUndo")
    assert stored(ledger) == []


def test_the_recycle_bin_is_searched_by_words(user: User, ledger: Path) -> None:
    user.trigger("actionDeleteForm")
    user.trigger("actionDeleteForm")

    def search(dialog: QDialog) -> None:
        user.press(Key.Key_Tab, with_=SHIFT)
        user.type("nothing")
        button = dialog.findChild(QPushButton, "recycleBinRestore")
        assert button is not None
        assert not button.isEnabled()
        user.press(*[Key.Key_Backspace] * len("nothing"))
        user.type("数字化")
        user.press(Key.Key_Return)

    user.in_dialog("recycleBinDialog", search)
    user.trigger("actionRecycleBin")
    assert [each.project_name for each in stored(ledger)] == ["档案数字化"]


def test_an_empty_recycle_bin_says_so(user: User) -> None:
    user.trigger("actionRecycleBin")
    assert user.label("messageText") == "回收站是空的。"


def test_leaving_the_recycle_bin_brings_nothing_back(user: User, ledger: Path) -> None:
    user.trigger("actionDeleteForm")
    user.in_dialog("recycleBinDialog", lambda _dialog: user.press(Key.Key_Escape))
    user.trigger("actionRecycleBin")
    assert len(stored(ledger)) == 1


def test_a_long_history_opens_at_its_newest_page(sit: Sit, ledger: Path) -> None:
    store = bootstrap.ledger_files().open_ledger_file(ledger)
    for number in range(PAGE + 9):
        goal = FieldRef.goal("actual" if number % 2 else "expected")
        store.save_form(1, draft(edits.set_cell(store.load_form(1), goal, str(number))))
    store.close()
    user, seen = sit(ledger), list[int]()

    def look(dialog: QDialog) -> None:
        seen.append(len(lines(dialog)))
        user.press(*[Key.Key_PageDown] * 40)
        seen.append(len(lines(dialog)))

    user.in_dialog("historyDialog", look)
    user.trigger("actionHistory")
    assert seen == [PAGE, PAGE + 10]
