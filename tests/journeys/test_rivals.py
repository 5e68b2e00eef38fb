"""Two at one ledger: the second looks on; and where the lock was taken away, neither loses what was told saved."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ledger.access import Medium
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.ui.filling.form_head import FormHead
from selfeval_desktop.ui.frame.menu_table import ROWS
from selfeval_desktop.ui.safety.access_watch import AccessWatch
from tests.journeys import rival
from tests.journeys.conftest import Sit, stored
from tests.journeys.user import CONTROL, Key, User
from tests.templates import ELSEWHERE, elsewhere_text, later_text

SECONDS = float(os.environ.get("SELFEVAL_RIVALS", "3"))
"""How long two writers work against each other; `make faults` has them do it for a minute."""


def test_f22_two_writers_without_a_lock_lose_nothing_that_was_told_saved(examples: Path) -> None:
    command = [sys.executable, "-m", "tests.journeys.rival", str(examples)]
    writers = []
    for seed in ("1", "2"):
        writers.append(subprocess.Popen([*command, seed, str(SECONDS)], stdout=subprocess.PIPE, encoding="utf-8"))
        assert writers[-1].stdout is not None
        assert writers[-1].stdout.readline() == "open\n"
    told = [writer.communicate(timeout=SECONDS + 120)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert min(map(len, told)) > SECONDS
    with closing(bootstrap.ledger_files().open_ledger_file(examples, read_only=True)) as store:
        store.verify()
        found = "".join(
            edits.cell_text(form, field)
            for form in store.load_forms([each.form_id for each in store.form_summaries()])
            for field in rival.FIELDS
        )
    assert [mark for marks in told for mark in marks if mark not in found] == []


def lock_of(ledger: Path) -> Path:
    return ledger.with_name(f".~lock.{ledger.name}")


def turn_to(user: User) -> User:
    """Have that window in front, where its keys work."""
    user.window.activateWindow()
    assert QTest.qWaitForWindowActive(user.window)
    return user


def look(user: User) -> None:
    """Have the window look at the file now, not in two seconds."""
    (watch,) = user.window.findChildren(AccessWatch)
    watch.check_file()


def banner(user: User) -> str:
    """What the line above the work says; nothing while it is hidden."""
    return "" if user.find(QWidget, "accessBanner").isHidden() else user.label("accessText")


def offer(user: User, text: str) -> None:
    """Press the button with that text, in the banner or the bar of messages."""
    found = [button for button in user.window.findChildren(QPushButton) if button.text() == text]
    (button,) = [each for each in found if each.isVisible()]
    button.setFocus()
    user.press(Key.Key_Return)


@pytest.fixture
def saved_as(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the user answers when asked for a name."""
    path = tmp_path / "副本.selfeval"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


@pytest.fixture
def holder(sit: Sit, examples: Path) -> User:
    return sit(examples)


@pytest.fixture
def reader(holder: User, sit: Sit, examples: Path) -> User:
    """A second window on the same ledger."""
    return sit(examples)


def test_f16_the_second_window_looks_on_and_names_the_first(reader: User) -> None:
    assert "只读：" in banner(reader)
    assert "@" in banner(reader)
    assert "起正在使用这个台账" in banner(reader)
    assert reader.label("statusSaved") == "只读"
    assert "（只读）" in reader.window.windowTitle()
    assert len(reader.forms()) == 5
    assert reader.box("projectName") != ""


def test_f16_nothing_can_be_typed_so_that_nothing_can_be_lost(reader: User, examples: Path) -> None:
    before, form = stored(examples), reader.window.document.form
    QGuiApplication.clipboard().setText("77")
    reader.go_to("fundsTab", 1, 2)
    reader.type("5")
    reader.press(Key.Key_F2, Key.Key_Delete)
    reader.press(Key.Key_V, with_=CONTROL)
    assert reader.editor() is None
    for name in ("projectName", "unit", "year"):
        reader.find(QLineEdit, name).setFocus()
        reader.type("x")
        reader.press(Key.Key_Down, Key.Key_Return)
    reader.turn_to("goalsTab")
    reader.find(QPlainTextEdit, "goalActual").setFocus()
    reader.type("x")
    reader.go_to("indicatorsTab", 0, 3)
    reader.type("9")
    reader.press(Key.Key_End, with_=CONTROL)
    reader.press(Key.Key_Return, Key.Key_Tab)
    assert not reader.find(QComboBox, "template").isEnabled()
    state = reader.window.document.form
    assert form is not None
    assert state is not None
    assert state.form.same_as(form.form)
    assert stored(examples) == before
    assert reader.label("statusSaved") == "只读"


def test_f16_actions_that_change_are_off_and_say_why(reader: User) -> None:
    for name in (row.name for row in ROWS if row.changes):
        action = reader.find(QAction, name)
        assert not action.isEnabled(), name
        assert "只读" in action.toolTip(), name
    for name in ("actionPrint", "actionExport", "actionCheck", "actionSaveCopy"):
        assert reader.find(QAction, name).isEnabled(), name


def test_f16_texts_can_be_copied(reader: User) -> None:
    box = reader.find(QLineEdit, "projectName")
    box.setFocus()
    reader.press(Key.Key_A, Key.Key_C, with_=CONTROL)
    assert QGuiApplication.clipboard().text() == reader.box("projectName")


def test_f16_it_follows_what_the_first_stores(holder: User, reader: User) -> None:
    name = type_more(holder)
    holder.press(Key.Key_S, with_=CONTROL)
    look(reader)
    assert reader.box("projectName") == name
    assert name in reader.forms()[0]
    holder.trigger("actionDeleteForm")
    look(reader)
    assert len(reader.forms()) == 4
    assert reader.box("projectName") != name


def test_f16_it_looks_by_itself_every_few_seconds(reader: User) -> None:
    timer = reader.find(QTimer, "accessTimer")
    assert timer.isActive()
    assert timer.interval() <= 3000


def test_f16_an_export_is_written_and_says_that_it_was_not_noted(
    reader: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "表.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    reader.trigger("actionSavePdf")
    assert target.is_file()
    assert "没有记下这次输出" in reader.label("messageText")


def test_f16_an_earlier_state_and_a_switched_rule_are_refused_before_anything_is_asked(
    reader: User,
) -> None:
    seen: list[tuple[bool, str]] = []

    def look_at(button: str) -> Callable[[QDialog], None]:
        def see(dialog: QDialog) -> None:
            found = dialog.findChild(QPushButton, button)
            assert found is not None
            seen.append((found.isEnabled(), found.toolTip()))

        return see

    reader.in_dialog("historyDialog", look_at("historyRestore"))
    reader.trigger("actionHistory")
    reader.in_dialog("rulesDialog", look_at("rulesOk"))
    reader.trigger("actionRules")
    assert seen == [(False, "台账是只读打开的，不能修改")] * 2


def test_f16_no_change_is_told_that_was_not_done(reader: User, tmp_path: Path) -> None:
    document = reader.window.document
    assert document.form is not None
    form = edits.set_cell(document.form.form, FieldRef.head("project_name"), "改不了")
    assert not document.change_form(form, label="")
    assert "只读打开" in reader.label("messageText")
    template = tmp_path / "别处.toml"
    template.write_text(elsewhere_text(), "utf-8")
    bootstrap.load_template(template)
    (head,) = reader.window.findChildren(FormHead)
    head.templateChosen.emit(ELSEWHERE)
    assert "只读打开" in reader.label("messageText")
    assert "撤销" not in [button.text() for button in reader.window.findChildren(QPushButton)]


def test_f16_a_later_version_of_the_template_is_told_and_not_offered(
    holder: User, sit: Sit, examples: Path, tmp_path: Path
) -> None:
    template = tmp_path / "后来.toml"
    template.write_text(later_text(), "utf-8")
    bootstrap.load_template(template)
    reader = sit(examples)
    assert "第 2 版" in reader.label("messageText")
    assert not [each for each in reader.window.findChildren(QPushButton) if each.text().startswith("换用第")]


def test_f16_it_can_try_again_and_is_where_it_was(holder: User, reader: User) -> None:
    reader.click("formList", 2)
    reader.turn_to("goalsTab")
    name = reader.box("projectName")
    offer(reader, "再试一次")
    assert "现在还不能编辑" in reader.label("messageText")
    holder.close()
    offer(reader, "再试一次")
    assert banner(reader) == ""
    assert (reader.box("projectName"), reader.window.document.read_only) == (name, False)
    box = reader.find(QLineEdit, "projectName")
    assert not box.isReadOnly()
    box.setFocus()
    reader.press(Key.Key_End)
    reader.type("2")
    assert reader.box("projectName") == f"{name}2"


def test_f16_it_can_go_on_in_a_copy(reader: User, saved_as: Path, examples: Path) -> None:
    reader.click("formList", 1)
    name = reader.box("projectName")
    offer(reader, "另存副本…")
    assert "现在编辑的是这个副本" in reader.label("messageText")
    assert banner(reader) == ""
    assert reader.box("projectName") == name
    reader.find(QLineEdit, "projectName").setFocus()
    reader.press(Key.Key_End)
    reader.type("2")
    reader.press(Key.Key_S, with_=CONTROL)
    assert stored(saved_as)[1].project_name == f"{name}2"
    assert stored(examples)[1].project_name == name


def test_f16_the_keyboard_reaches_the_line_above(reader: User) -> None:
    reader.press(Key.Key_F6)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "再试一次"


def test_f19_a_ledger_that_another_pc_left_is_read_until_the_user_takes_it(sit: Sit, examples: Path) -> None:
    said = {"user": "wang", "host": "PC2", "since": "2024-03-01T14:03:00+08:00"}
    lock_of(examples).write_text(json.dumps(said), "utf-8")
    user = sit(examples)
    assert "wang@PC2" in banner(user)
    assert "没有正常关闭" in banner(user)
    assert user.window.document.read_only
    offer(user, "继续编辑")
    assert banner(user) == ""
    assert not user.window.document.read_only


def test_f19_an_empty_lock_is_asked_about(sit: Sit, examples: Path) -> None:
    lock_of(examples).touch()
    assert "锁文件" in banner(sit(examples))


def test_f21_an_unwritable_ledger_is_read_and_can_be_saved_elsewhere(
    sit: Sit, examples: Path, saved_as: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.access
    monkeypatch.setattr(
        os, "access", lambda path, right: real(path, right) and not (path == examples and right == os.W_OK)
    )
    user = sit(examples)
    assert "不能写入（没有权限）" in banner(user)
    offer(user, "另存副本…")
    assert banner(user) == ""
    assert len(stored(saved_as)) == 5


@pytest.mark.parametrize(
    ("medium", "said"), [(Medium.REMOVABLE, "拔出之前"), (Medium.NETWORK, "网络"), (Medium.LOCAL, "")]
)
def test_a_ledger_on_a_stick_or_in_the_network_says_so_once(
    sit: Sit, examples: Path, monkeypatch: pytest.MonkeyPatch, medium: Medium, said: str
) -> None:
    monkeypatch.setattr("selfeval_desktop.ui.safety.access_watch.medium_of", lambda _path: medium)
    user = sit(examples)
    assert said in banner(user)
    assert bool(banner(user)) == bool(said)
    if said:
        offer(user, "知道了")
        look(user)
        assert banner(user) == ""


def type_more(user: User) -> str:
    """Something that is not stored yet; the project's name then."""
    turn_to(user).find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_End)
    user.type(" III")
    return user.box("projectName")


@pytest.mark.parametrize("how", ["delete", "rename", "replace"])
def test_f14_a_ledger_that_lost_its_place_is_saved_elsewhere_with_all_that_was_typed(
    holder: User, examples: Path, saved_as: Path, how: str
) -> None:
    other = b"somebody else's" * 100
    if how == "delete":
        examples.unlink()
    elif how == "rename":
        examples.rename(examples.with_name("改名.selfeval"))
    else:
        examples.with_name("new").write_bytes(other)
        examples.with_name("new").replace(examples)
    look(holder)
    assert ("替换" if how == "replace" else "移走、改名或删除") in holder.label("messageText")
    name = type_more(holder)
    holder.press(Key.Key_S, with_=CONTROL)
    assert "录入的内容还在窗口里" in holder.label("messageText")
    assert holder.box("projectName") == name
    offer(holder, "另存副本…")
    assert holder.label("statusSaved").startswith("已保存")
    forms = stored(saved_as)
    assert len(forms) == 5
    assert name in [form.project_name for form in forms]
    assert not examples.exists() or examples.read_bytes() == other


def test_f14_a_ledger_that_comes_back_is_saved_by_itself(holder: User, examples: Path) -> None:
    away = examples.rename(examples.with_name("away"))
    name = type_more(holder)
    holder.press(Key.Key_S, with_=CONTROL)
    assert "没有保存" in holder.label("messageText")
    away.rename(examples)
    look(holder)
    assert holder.label("statusSaved").startswith("已保存")
    assert holder.find(QWidget, "messageBar").isHidden()
    assert stored(examples)[0].project_name == name


def test_f15_what_was_written_over_the_ledger_stays_and_the_open_form_is_saved_elsewhere(
    holder: User, examples: Path, saved_as: Path
) -> None:
    examples.write_text("别的内容" * 5000, "utf-8")
    name = type_more(holder)
    holder.press(Key.Key_S, with_=CONTROL)
    assert "没有保存" in holder.label("messageText")
    offer(holder, "另存副本…")
    assert "只把窗口里的这张表" in holder.label("messageText")
    assert [form.project_name for form in stored(saved_as)] == [name]
    assert examples.read_text("utf-8") == "别的内容" * 5000


def overwrite(path: Path, other: Path) -> None:
    """As a copying program does it: the file stays the same."""
    with path.open("r+b") as file:
        file.truncate()
        file.write(other.read_bytes())


def earlier_state(user: User, path: Path) -> Path:
    """What is stored now, to be written over the ledger later."""
    ledger = user.window.document.ledger
    assert ledger is not None
    ledger.store.back_up(path)
    return path


def test_f15_an_earlier_state_over_the_ledger_costs_neither_the_open_form_nor_another(
    holder: User, examples: Path, saved_as: Path, tmp_path: Path
) -> None:
    before = [form.project_name for form in stored(examples)]
    old = earlier_state(holder, tmp_path / "old")
    holder.trigger("actionDuplicateForm")
    rename_stored(holder, "新表")
    overwrite(examples, old)
    name = type_more(holder)
    holder.press(Key.Key_S, with_=CONTROL)
    offer(holder, "另存副本…")
    assert "后来的改动请从备份找回" in holder.label("messageText")
    assert holder.box("projectName") == name == "新表 III"
    assert [form.project_name for form in stored(saved_as)] == [*before, name]


def test_f15_a_form_that_was_changed_since_the_earlier_state_is_saved_as_it_is_in_the_window(
    holder: User, examples: Path, saved_as: Path, tmp_path: Path
) -> None:
    old = earlier_state(holder, tmp_path / "old")
    rename_stored(holder, "改过")
    overwrite(examples, old)
    holder.trigger("actionSaveCopy")
    assert "后来的改动请从备份找回" in holder.label("messageText")
    assert holder.box("projectName") == "改过"
    assert stored(saved_as)[0].project_name == "改过"


def test_f15_an_earlier_state_without_a_form_takes_the_open_one(
    sit: Sit, empty_ledger: Path, saved_as: Path, tmp_path: Path
) -> None:
    user = sit(empty_ledger)
    old = earlier_state(user, tmp_path / "old")
    user.trigger("actionNewForm")
    rename_stored(user, "第一张")
    overwrite(empty_ledger, old)
    user.trigger("actionSaveCopy")
    assert user.box("projectName") == "第一张"
    assert [form.project_name for form in stored(saved_as)] == ["第一张"]


def test_f16_a_form_that_was_deleted_meanwhile_is_in_the_copy_beside_the_others(
    holder: User, reader: User, examples: Path, saved_as: Path
) -> None:
    name = reader.box("projectName")
    holder.trigger("actionDeleteForm")
    left = [form.project_name for form in stored(examples)]
    reader.trigger("actionSaveCopy")
    assert reader.box("projectName") == name
    assert [form.project_name for form in stored(saved_as)] == [*left, name]


def test_f16_the_copy_has_what_was_stored_last_though_the_window_has_not_looked_yet(
    holder: User, reader: User, saved_as: Path
) -> None:
    rename_stored(holder, "刚改的")
    reader.trigger("actionSaveCopy")
    assert reader.box("projectName") == "刚改的"
    assert stored(saved_as)[0].project_name == "刚改的"


def test_f14_a_lost_ledger_is_not_saved_under_its_own_name_which_this_window_holds(
    holder: User, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [examples, tmp_path / "副本.selfeval"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(names.pop(0)), ""))
    examples.unlink()
    name = type_more(holder)
    holder.trigger("actionSaveCopy")
    assert "请换一个名称" in holder.label("messageText")
    assert holder.box("projectName") == name
    assert not examples.exists()
    holder.trigger("actionSaveCopy")
    assert not holder.window.document.read_only
    assert holder.box("projectName") == name


def in_box(user: User, name: str, button: str) -> None:
    """Press that button of the next message box of that name."""

    def press(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        (found,) = [each for each in dialog.buttons() if each.text() == button]
        found.click()

    user.in_dialog(name, press)


def test_f14_leaving_a_deleted_ledger_asks_first(holder: User, examples: Path, saved_as: Path) -> None:
    examples.unlink()
    in_box(holder, "lostLedgerDialog", "返回")
    holder.close()
    assert holder.window.isVisible()
    in_box(holder, "lostLedgerDialog", "另存副本…")
    holder.close()
    assert not holder.window.isVisible()
    assert len(stored(saved_as)) == 5


def open_again(user: User, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    user.trigger("actionOpenLedger")


def test_f14_what_took_the_ledgers_place_can_be_opened_by_the_same_name(
    holder: User, examples: Path, saved_as: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier_state(holder, tmp_path / "new")
    rename_stored(holder, "原来的")
    (tmp_path / "new").replace(examples)
    in_box(holder, "lostLedgerDialog", "返回")
    open_again(holder, examples, monkeypatch)
    assert holder.box("projectName") == "原来的"
    in_box(holder, "lostLedgerDialog", "另存副本…")
    open_again(holder, examples, monkeypatch)
    assert holder.box("projectName") == stored(examples)[0].project_name != "原来的"
    assert stored(saved_as)[0].project_name == "原来的"
    assert not holder.window.document.read_only


def test_f14_what_took_its_place_can_be_written_when_the_lost_ledger_was_given_up(
    holder: User, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier_state(holder, tmp_path / "new").replace(examples)
    in_box(holder, "lostLedgerDialog", "不存，离开")
    open_again(holder, examples, monkeypatch)
    assert banner(holder) == ""
    assert not holder.window.document.read_only


NEEDS_A_RIGHT = pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there")


@pytest.mark.parametrize("link", [pytest.param(os.symlink, marks=NEEDS_A_RIGHT), os.link])
def test_f16_the_open_ledger_by_another_name_is_the_open_ledger(
    holder: User, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: Callable[..., None]
) -> None:
    link(examples, tmp_path / "别名.selfeval")
    open_again(holder, tmp_path / "别名.selfeval", monkeypatch)
    assert not holder.window.document.read_only
    assert banner(holder) == ""
    assert holder.window.document.ledger is not None
    assert holder.window.document.ledger.store.path == examples


def test_f14_closing_with_unsaved_edits_saves_the_whole_ledger_elsewhere(
    holder: User, examples: Path, saved_as: Path
) -> None:
    examples.unlink()
    name = type_more(holder)
    in_box(holder, "saveFailedDialog", "另存为…")
    holder.close()
    assert not holder.window.isVisible()
    assert len(stored(saved_as)) == 5
    assert name in [form.project_name for form in stored(saved_as)]


def test_f24_a_log_beside_the_ledger_is_told_until_it_goes(holder: User, examples: Path) -> None:
    log = examples.with_name(f"{examples.name}-wal")
    log.write_bytes(b"x" * 4000)
    look(holder)
    assert "-wal" in holder.label("messageText")
    log.unlink()
    look(holder)
    assert holder.find(QWidget, "messageBar").isHidden()


def test_f17_a_ledger_locked_by_another_program_is_saved_into_once_it_is_free(
    holder: User, examples: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfeval_desktop.storage.file.file_identity._PATIENCE", "PRAGMA busy_timeout=50")
    assert holder.window.document.ledger is not None
    holder.window.document.ledger.store.form_summaries()
    with closing(sqlite3.connect(examples, isolation_level=None)) as another:
        another.execute("BEGIN EXCLUSIVE")
        name = type_more(holder)
        holder.press(Key.Key_S, with_=CONTROL)
        assert "录入的内容还在窗口里" in holder.label("messageText")
        look(holder)
        assert holder.box("projectName") == name
        another.execute("ROLLBACK")
    look(holder)
    # The proof of the window's own backup may still be reading: then the next try stores it.
    qtbot.waitUntil(lambda: holder.label("statusSaved").startswith("已保存"))
    assert stored(examples)[0].project_name == name


@pytest.fixture
def both(holder: User, sit: Sit, examples: Path) -> tuple[User, User]:
    """Two windows that write: the lock of the first was taken away. They look at the file when told to: see `look`."""
    lock_of(examples).unlink()
    windows = holder, sit(examples)
    for user in windows:
        # On a slow PC the two seconds would be over between two keys.
        user.find(QTimer, "accessTimer").stop()
    return windows


def rename_stored(user: User, name: str) -> None:
    """Give the open form another name and store it."""
    document = user.window.document
    assert document.form is not None
    document.session.change_form(edits.set_cell(document.form.form, FieldRef.head("project_name"), name), label="")
    assert document.flush()


def choose(user: User, button: str) -> list[tuple[str, str, str]]:
    """Press that button of the dialog about the conflict; the lines that it shows by then."""
    lines: list[tuple[str, str, str]] = []

    def press(dialog: QDialog) -> None:
        table = dialog.findChild(QTableView, "conflictDifferences")
        assert table is not None
        model = table.model()
        for row in range(model.rowCount()):
            place, theirs, mine = (str(model.index(row, column).data()) for column in range(3))
            lines.append((place, theirs, mine))
        found = dialog.findChild(QPushButton, button)
        assert found is not None
        found.click()

    user.in_dialog("conflictDialog", press)
    return lines


def test_f22_changes_of_other_forms_are_taken_in_and_mine_is_saved(both: tuple[User, User], examples: Path) -> None:
    mine, theirs = both
    theirs.click("formList", 2)
    rename_stored(theirs, "他的")
    name = type_more(mine)
    mine.press(Key.Key_S, with_=CONTROL)
    assert mine.label("statusSaved").startswith("已保存")
    assert any("他的" in line for line in mine.forms())
    names = [form.project_name for form in stored(examples)]
    assert "他的" in names
    assert name in names


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("conflictBoth", ["他的", "我的"]),
        ("conflictTheirs", ["他的"]),
        ("conflictMine", ["我的", "他的"]),
    ],
)
def test_f22_the_same_form_is_asked_about_cell_by_cell(
    both: tuple[User, User], examples: Path, qtbot: QtBot, button: str, expected: list[str]
) -> None:
    mine, theirs = both
    rename_stored(theirs, "他的")
    document = mine.window.document
    assert document.form is not None
    lines = choose(mine, button)
    document.session.change_form(edits.set_cell(document.form.form, FieldRef.head("project_name"), "我的"), label="")
    turn_to(mine).press(Key.Key_S, with_=CONTROL)
    qtbot.waitUntil(lambda: bool(lines) and document.ledger is not None and document.ledger.conflict is None)
    assert lines == [("项目名称", "他的", "我的")]
    assert mine.label("statusSaved").startswith("已保存")
    names = [form.project_name for form in stored(examples)]
    assert [name for name in names if name in {"他的", "我的"}] == expected
    assert mine.box("projectName") == ("他的" if button == "conflictTheirs" else "我的")
    if button == "conflictTheirs":
        mine.trigger("actionUndo")
        assert mine.box("projectName") == "我的"


def test_f22_a_conflict_that_is_put_off_stays_unsaved_and_within_reach(
    both: tuple[User, User], examples: Path, qtbot: QtBot
) -> None:
    mine, theirs = both
    # A slow PC would look before anything is typed, and there would be no conflict.
    timer = mine.window.findChild(QTimer, "accessTimer")
    assert timer is not None
    timer.stop()
    rename_stored(theirs, "他的")
    lines = choose(mine, "conflictLater")
    name = type_more(mine)
    mine.press(Key.Key_S, with_=CONTROL)
    qtbot.waitUntil(lambda: bool(lines))
    QTest.qWait(50)
    assert "没有覆盖" in mine.label("messageText")
    assert mine.box("projectName") == name
    assert stored(examples)[0].project_name == "他的"
    answered = choose(mine, "conflictBoth")
    offer(mine, "处理…")
    assert answered == lines
    assert [form.project_name for form in stored(examples)][0::5] == ["他的", name]


def test_f22_closing_asks_about_the_conflict_first(both: tuple[User, User], examples: Path) -> None:
    mine, theirs = both
    rename_stored(theirs, "他的")
    name = type_more(mine)
    choose(mine, "conflictLater")
    mine.close()
    assert mine.window.isVisible()
    choose(mine, "conflictBoth")
    mine.close()
    assert not mine.window.isVisible()
    assert [form.project_name for form in stored(examples)][0::5] == ["他的", name]
