"""Backups come by themselves, are told of truly, and lead back to the work when a ledger is lost."""

import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
)
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.app.ports.safety import Backup, BackupReason
from selfeval_desktop.storage.copies.backups import BackupFolder
from selfeval_desktop.ui.safety import backup_commands, backup_scheduler, ledger_commands
from selfeval_desktop.ui.safety.backup_scheduler import BackupScheduler
from selfeval_desktop.ui.safety.removable_media import RemovableDrive
from tests.builders import complete_form
from tests.cli.conftest import json_file
from tests.journeys.conftest import Sit, ledger_of, stored
from tests.journeys.user import CONTROL, SHIFT, Key, User


def made() -> list[Backup]:
    """All backups of this user, the newest first."""
    return [each for one in bootstrap.backup_files().backup_sets() for each in one.backups]


def reasons() -> list[BackupReason]:
    return [each.reason for each in made()]


def line(user: User) -> str:
    """What the safety line says where there is room for all of it."""
    return user.find(QLabel, "statusBackup").toolTip()


def without_the_first(user: User) -> None:
    """Leave out the backup that comes half a second after opening."""
    user.find(BackupScheduler, "safetyWatch")._opened.stop()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    forms = (complete_form(project_name="宣传"), complete_form(project_name="维稳"))
    return ledger_of(tmp_path / "台账.selfeval", *forms)


def rename(user: User, text: str) -> None:
    """Type at the end of the project name, and have it stored."""
    box = user.find(QLineEdit, "projectName")
    box.setFocus()
    user.press(Key.Key_End)
    user.type(text)
    assert user.window.document.flush()


def test_a_ledger_is_backed_up_when_it_is_opened_and_closed_if_it_changed(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    user = sit(ledger)
    qtbot.waitUntil(lambda: reasons() == [BackupReason.OPENED])
    qtbot.waitUntil(lambda: "今天" in user.label("statusBackup"))
    rename(user, "2")
    user.close()
    assert reasons() == [BackupReason.CLOSING, BackupReason.OPENED]
    sit(ledger).close()
    assert len(made()) == 2
    assert stored(made()[0].path)[0].project_name == "宣传2"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> Path:
    """A ledger that counts as one of many forms, whose backup nobody could wait for."""
    monkeypatch.setattr(backup_scheduler, "AT_ONCE_BYTES", 0)
    return ledger


def await_notes(qtbot: QtBot, ready: Callable[[list[bytes]], bool]) -> None:
    """Wait until the notes on backups of closed ledgers are such."""
    folder = paths.user_closing_backups()
    qtbot.waitUntil(lambda: ready([note.read_bytes() for note in folder.glob("*.backup")]), timeout=60_000)


def test_load_a_large_ledger_is_backed_up_once_it_is_closed_and_opens_meanwhile(
    sit: Sit, qtbot: QtBot, large: Path
) -> None:
    user = sit(large)
    qtbot.waitUntil(lambda: reasons() == [BackupReason.OPENED])
    rename(user, "2")
    user.close()
    assert not user.window.isVisible()
    with closing(bootstrap.ledger_files().open_ledger_file(large)) as store:
        assert not store.read_only
    await_notes(qtbot, lambda notes: not notes)
    assert reasons() == [BackupReason.CLOSING, BackupReason.OPENED]
    assert stored(made()[0].path)[0].project_name == "宣传2"


def test_load_a_large_ledger_that_did_not_change_is_not_backed_up_again(sit: Sit, qtbot: QtBot, large: Path) -> None:
    user = sit(large)
    qtbot.waitUntil(lambda: reasons() == [BackupReason.OPENED])
    user.trigger("actionCloseLedger")
    assert not paths.user_closing_backups().exists()


def test_load_a_backup_that_failed_after_closing_is_told_by_the_next_start(sit: Sit, qtbot: QtBot, large: Path) -> None:
    paths.user_backups().parent.mkdir(parents=True, exist_ok=True)
    paths.user_backups().write_text("in the way", "utf-8")
    user = sit(large)
    rename(user, "2")
    user.close()
    await_notes(qtbot, lambda notes: any(b'failure": "\\u' in note for note in notes))
    paths.user_backups().unlink()
    told = sit(None).label("messageText")
    assert "上次关闭台账“台账”后没有备份成：无法写入" in told
    assert "打开台账时会再备份" in told
    assert "没有备份成" not in sit(None).label("messageText")


def test_load_a_backup_that_was_cut_off_after_closing_is_made_at_the_next_start(
    sit: Sit, qtbot: QtBot, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(large)
    without_the_first(user)
    rename(user, "2")
    with monkeypatch.context() as shutdown:
        shutdown.setattr(paths, "closing_backup_command", lambda _note: [sys.executable, "-c", ""])
        user.close()
    assert reasons() == []
    sit(None)
    await_notes(qtbot, lambda notes: not notes)
    assert reasons() == [BackupReason.CLOSING]
    assert stored(made()[0].path)[0].project_name == "宣传2"


def test_every_half_hour_of_work_is_backed_up_if_it_changed(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    user = sit(ledger)
    qtbot.waitUntil(lambda: reasons() == [BackupReason.OPENED])
    timer = user.find(BackupScheduler, "safetyWatch").timed
    assert timer.isActive()
    assert timer.interval() == 30 * 60 * 1000
    rename(user, "2")
    timer.timeout.emit()
    qtbot.waitUntil(lambda: reasons() == [BackupReason.TIMED, BackupReason.OPENED])
    timer.timeout.emit()
    qtbot.wait(200)
    assert len(made()) == 2


def test_what_changes_much_is_backed_up_before(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit(ledger)
    without_the_first(user)
    file = json_file(str(tmp_path / "more.json"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    user.trigger("actionImport")
    assert reasons() == [BackupReason.BEFORE_IMPORT]
    assert len(stored(made()[0].path)) == 2
    user.in_dialog("carryDialog", lambda _dialog: user.press(Key.Key_Return))
    user.trigger("actionCarryOver")
    assert reasons() == [BackupReason.BEFORE_CARRY, BackupReason.BEFORE_IMPORT]
    assert len(stored(made()[0].path)) == 3
    assert len(stored(ledger)) == 4


def test_the_line_is_true_after_a_kill_because_it_reads_the_files(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    kept = bootstrap.backup_files().make_backup(ledger, BackupReason.TIMED)
    (paths.user_data() / "settings.json").unlink(missing_ok=True)
    user = sit(ledger)
    qtbot.waitUntil(lambda: "（定时）" in line(user))
    assert str(kept.path.parent) in line(user)
    kept.path.unlink()
    qtbot.waitUntil(lambda: reasons() == [BackupReason.OPENED])
    qtbot.waitUntil(lambda: "（打开时）" in line(user))


def test_f12_where_no_backup_can_be_made_the_edit_is_saved_and_the_line_says_so(
    sit: Sit, qtbot: QtBot, ledger: Path
) -> None:
    paths.user_backups().parent.mkdir(parents=True, exist_ok=True)
    paths.user_backups().write_text("in the way", "utf-8")
    user = sit(ledger)
    qtbot.waitUntil(lambda: user.label("statusBackup").startswith("× 备份失败"))
    rename(user, "照存")
    assert user.label("statusSaved").startswith("已保存")
    assert stored(ledger)[0].project_name == "宣传照存"
    assert QApplication.activeModalWidget() is None
    assert "录入的内容照常保存在台账里" in line(user)
    paths.user_backups().unlink()
    user.trigger("actionBackup")
    assert user.label("statusBackup").startswith("最近备份 今天")
    assert "读回核对无误" in user.label("messageText")
    user.close()


def test_f12_a_failed_backup_is_told_until_one_is_made(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    paths.user_backups().parent.mkdir(parents=True, exist_ok=True)
    paths.user_backups().write_text("in the way", "utf-8")
    user = sit(ledger)
    watch = user.find(BackupScheduler, "safetyWatch")
    qtbot.waitUntil(lambda: user.label("statusBackup").startswith("× 备份失败"))
    before = watch.backup_report
    watch.refresh_backup_standing()
    qtbot.waitUntil(lambda: watch.backup_report is not before)
    assert user.label("statusBackup").startswith("× 备份失败")
    paths.user_backups().unlink()
    user.trigger("actionBackup")
    watch.refresh_backup_standing()
    qtbot.wait(50)
    assert user.label("statusBackup").startswith("最近备份 今天")


def test_f14_a_ledger_that_came_in_place_of_the_open_one_is_not_called_backed_up(
    sit: Sit, qtbot: QtBot, ledger: Path, tmp_path: Path
) -> None:
    other = ledger_of(tmp_path / "别的.selfeval", complete_form(project_name="别人的"))
    user, stick, aside = sit(ledger), tmp_path / "U", tmp_path / "原来的.selfeval"
    stick.mkdir()
    without_the_first(user)
    user.trigger("actionBackup")
    ledger.rename(aside)
    other.rename(ledger)
    try:
        user.trigger("actionBackup")
        assert "已被另一个文件替换" in user.label("messageText")
        assert line(user).startswith("备份失败：台账")
        assert "（手动）" in line(user)
        begin_copy(user, stick)
        qtbot.waitUntil(lambda: "已被另一个文件替换" in user.label("messageText"))
        user.find(BackupScheduler, "safetyWatch").start_backup(BackupReason.TIMED)
        qtbot.wait(200)
        assert (reasons(), list(stick.iterdir())) == ([BackupReason.BY_HAND], [])
    finally:
        # Closing would ask about the lost one.
        aside.replace(ledger)


def test_a_ledger_that_is_only_read_is_backed_up_on_request_only(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    with closing(bootstrap.ledger_files().open_ledger_file(ledger)):
        user = sit(ledger)
        assert user.window.document.read_only
        watch = user.find(BackupScheduler, "safetyWatch")
        qtbot.waitUntil(lambda: "还没有备份" in line(user))
        active = (watch._opened.isActive(), watch.timed.isActive(), watch.minute.isActive())
        assert active == (False, False, True)
        user.trigger("actionBackup")
        user.close()
    assert reasons() == [BackupReason.BY_HAND]


def test_a_ledger_that_is_only_read_is_not_backed_up_when_it_is_left(sit: Sit, ledger: Path) -> None:
    with closing(bootstrap.ledger_files().open_ledger_file(ledger)):
        user = sit(ledger)
        assert user.window.document.read_only
        user.close()
    assert reasons() == []


def test_f58_a_backup_of_the_future_says_that_the_clock_was_changed(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    kept = bootstrap.backup_files().make_backup(ledger, BackupReason.TIMED)
    kept.path.rename(kept.path.with_name(re.sub(r"-\d{8}-", "-29990101-", kept.path.name)))
    user = sit(ledger)
    qtbot.waitUntil(lambda: "系统时间可能被改过" in user.label("statusBackup"))
    rename(user, "2")
    user.close()
    assert [each.sequence for each in made()] == [2, 1]


def test_the_backups_are_a_click_away(sit: Sit, qtbot: QtBot, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    user = sit(ledger)
    without_the_first(user)
    user.trigger("actionBackupFolder")
    assert "还没有备份" in user.label("messageText")
    user.trigger("actionBackup")
    user.trigger("actionBackupFolder")
    label = user.find(QLabel, "statusBackup")
    qtbot.waitUntil(lambda: label.width() > label.minimumSizeHint().width())
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert opened == [str(made()[0].path.parent)] * 2


def plug_in(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Have these folders for sticks."""
    found = tuple(RemovableDrive(folder, folder.name, 12_300_000_000) for folder in folders)
    monkeypatch.setattr(backup_commands, "removable_drives", lambda: found)


def test_a_ledger_is_copied_to_a_stick_with_one_key_while_typing(
    sit: Sit, qtbot: QtBot, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, user = tmp_path / "KINGSTON", sit(ledger)
    stick.mkdir()
    plug_in(monkeypatch, stick)
    user.go_to("fundsTab", 2, 2)
    user.type("5.5")

    def confirm(dialog: QDialog) -> None:
        assert "KINGSTON" in user.find(QListWidget, "stickPlaces").item(0).text()
        assert "还没有备份到U盘" in user.label("stickNote")
        user.press(Key.Key_Return)

    user.in_dialog("stickDialog", confirm)
    user.press(Key.Key_U, with_=CONTROL | SHIFT)
    qtbot.waitUntil(lambda: "与台账一致" in user.label("messageText"))
    (copied,) = stick.rglob("*.selfeval")
    assert stored(copied) == stored(ledger)
    assert str(stored(copied)[0].fund_line("carried_over").executed) == "5.5"
    qtbot.waitUntil(lambda: "U盘备份：" in line(user))
    user.go_to("fundsTab", 2, 2)
    user.type("6.5")
    user.press(Key.Key_U, with_=CONTROL | SHIFT)
    assert user.editor() is not None
    qtbot.waitUntil(lambda: len(list(stick.rglob("*.selfeval"))) == 2)
    qtbot.waitUntil(lambda: "与台账一致" in user.label("messageText"))


@pytest.fixture
def slow_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick to which a copy takes a second."""
    real = BackupFolder.copy_to_folder

    def slowly(kept: BackupFolder, ledger: Path, place: Path, progress: Progress, *more: str) -> Backup:
        for step in range(50):
            progress(step, 50)
            time.sleep(0.02)
        return real(kept, ledger, place, progress, *more)

    monkeypatch.setattr(BackupFolder, "copy_to_folder", slowly)
    stick = tmp_path / "U"
    stick.mkdir()
    return stick


def begin_copy(user: User, stick: Path) -> None:
    user.window.document.services.settings.change_settings(backup_place=str(stick))
    user.trigger("actionBackupTo")
    assert "先不要拔下U盘" in user.label("messageText")


def test_a_copy_to_a_stick_is_finished_whatever_is_backed_up_or_opened_meanwhile(
    sit: Sit, qtbot: QtBot, ledger: Path, slow_stick: Path, tmp_path: Path
) -> None:
    other = ledger_of(tmp_path / "别的.selfeval", complete_form())
    user = sit(ledger)
    begin_copy(user, slow_stick)
    user.find(BackupScheduler, "safetyWatch").back_up_and_wait(BackupReason.BEFORE_IMPORT)
    assert BackupReason.BEFORE_IMPORT in reasons()
    user.window.open_ledger(other)
    (copied,) = slow_stick.rglob("*.selfeval")
    assert stored(copied) == stored(ledger)
    qtbot.waitUntil(lambda: "与台账一致" in user.label("messageText"))


def test_closing_waits_for_a_copy_to_a_stick(sit: Sit, ledger: Path, slow_stick: Path) -> None:
    user = sit(ledger)
    begin_copy(user, slow_stick)
    user.close()
    assert not user.window.isVisible()
    assert len(list(slow_stick.rglob("*.selfeval"))) == 1


def test_a_copy_to_a_stick_that_is_stopped_at_the_end_is_told(
    sit: Sit, qtbot: QtBot, ledger: Path, slow_stick: Path
) -> None:
    user = sit(ledger)
    begin_copy(user, slow_stick)
    user.in_dialog("progress", lambda dialog: dialog.findChild(QPushButton).click())  # type: ignore[union-attr]
    user.close()
    assert user.window.isVisible()
    qtbot.waitUntil(lambda: "已停止" in user.label("messageText"))
    assert list(slow_stick.rglob("*.*")) == []
    user.close()
    assert not user.window.isVisible()


def test_a_stick_that_is_not_plugged_in_is_asked_for(
    sit: Sit, qtbot: QtBot, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, user = tmp_path / "U", sit(ledger)
    plug_in(monkeypatch)

    def choose_folder(_dialog: QDialog) -> None:
        assert "没有找到U盘" in user.label("stickNote")
        assert not user.find(QPushButton, "stickOk").isEnabled()
        stick.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
        user.find(QPushButton, "stickBrowse").click()
        user.press(Key.Key_Return)

    user.in_dialog("stickDialog", choose_folder)
    user.trigger("actionBackupTo")
    qtbot.waitUntil(lambda: bool(list(stick.rglob("*.selfeval"))))
    qtbot.waitUntil(lambda: "与台账一致" in user.label("messageText"))


def test_f12_a_full_stick_is_told_and_nothing_half_stays(sit: Sit, qtbot: QtBot, ledger: Path, tmp_path: Path) -> None:
    stick, user = tmp_path / "U", sit(ledger)
    stick.mkdir()
    document = bootstrap.backup_files().make_backup(ledger, BackupReason.BY_HAND).path.parent.name
    (stick / document).write_text("in the way", "utf-8")
    user.window.document.services.settings.change_settings(backup_place=str(stick))
    user.trigger("actionBackupTo")
    qtbot.waitUntil(lambda: "无法写入" in user.label("messageText"))
    assert [entry.name for entry in stick.iterdir()] == [document]


def test_an_earlier_state_is_restored_as_a_new_ledger_by_keyboard(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    bootstrap.backup_files().make_backup(ledger, BackupReason.BY_HAND)
    user = sit(ledger)
    user.trigger("actionDeleteForm")
    before, seen = stored(ledger), list[str]()

    def restore(_dialog: QDialog) -> None:
        seen.extend((user.label("restoreHeading"), user.label("restoreNote")))
        seen.append(user.cell("restoreForms", 0, 1))
        user.press(Key.Key_Return)
        user.press(Key.Key_Return)

    user.in_dialog("restoreDialog", restore)
    user.trigger("actionRestore")
    assert seen[0] == "这份备份里有 2 张表；与现在的台账相比：相同 1，现在没有 1"
    assert "都不改动" in seen[1]
    assert seen[2] == "宣传"
    ledger_now = user.window.document.ledger
    assert ledger_now is not None
    assert ledger_now.store.path.name.startswith("台账-恢复-")
    assert [form.project_name for form in stored(ledger_now.store.path)] == ["宣传", "维稳"]
    assert stored(ledger) == before
    assert BackupReason.BEFORE_RESTORE in reasons()
    assert "没有改动" in user.label("messageText")
    qtbot.waitUntil(lambda: len(user.window.findChildren(QPushButton, "offer0")) == 1)
    user.press(Key.Key_F6, Key.Key_Return)
    assert user.window.document.ledger is not None
    assert user.window.document.ledger.store.path == ledger


def test_a_backup_on_a_stick_is_shown_before_it_is_restored(
    sit: Sit, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ledger_of(tmp_path / "别处.selfeval", complete_form(project_name="课题"))
    user, target = sit(ledger), tmp_path / "新的"
    without_the_first(user)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))

    def restore(_dialog: QDialog) -> None:
        assert "还没有备份" in user.label("restoreNote")
        assert not user.find(QPushButton, "restoreOk").isEnabled()
        user.find(QPushButton, "restoreOther").click()
        assert user.column("restoreForms", 1)[0] == "课题"
        box = user.find(QLineEdit, "restoreTarget")
        box.setFocus()
        box.selectAll()
        user.type(str(ledger))
        assert "请换一个名称" in user.label("restoreNote")
        assert not user.find(QPushButton, "restoreOk").isEnabled()
        user.find(QPushButton, "restoreBrowse").click()
        user.press(Key.Key_Return)

    user.in_dialog("restoreDialog", restore)
    user.trigger("actionRestore")
    assert [form.project_name for form in stored(tmp_path / "新的.selfeval")] == ["课题"]


def restore_first(user: User) -> None:
    """Restore the newest backup under the name that is offered."""

    def restore(_dialog: QDialog) -> None:
        user.find(QPushButton, "restoreOk").setFocus()
        user.press(Key.Key_Return)

    user.in_dialog("restoreDialog", restore)
    user.trigger("actionRestore")


def answer(monkeypatch: pytest.MonkeyPatch, given: ledger_commands.SaveFailedChoice) -> list[str]:
    """Give that answer where something cannot be stored; the sentences that came with the question."""
    asked: list[str] = []

    def ask(sentence: str, _parent: object) -> ledger_commands.SaveFailedChoice:
        asked.append(sentence)
        return given

    monkeypatch.setattr(ledger_commands, "ask_after_failed_save", ask)
    return asked


def test_f28_a_damaged_ledger_with_unsaved_edits_is_restored_as_its_sentence_says(
    sit: Sit, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.backup_files().make_backup(ledger, BackupReason.BY_HAND)
    user = sit(ledger)
    without_the_first(user)
    damage(ledger)
    user.find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_End)
    user.type("2")
    asked = answer(monkeypatch, ledger_commands.SaveFailedChoice.GIVE_UP)
    restore_first(user)
    assert len(asked) == 1
    restored = user.window.document.ledger
    assert restored is not None
    assert restored.store.path.name.startswith("台账-恢复-")
    assert user.label("messageText").endswith("没有改动。")


def test_what_was_restored_is_not_told_to_be_open_when_the_user_stays(
    sit: Sit, qtbot: QtBot, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.backup_files().make_backup(ledger, BackupReason.BY_HAND)
    user = sit(ledger)
    without_the_first(user)
    away = ledger.rename(ledger.with_name("away"))
    user.find(QLineEdit, "projectName").setFocus()
    user.press(Key.Key_End)
    user.type("2")
    answer(monkeypatch, ledger_commands.SaveFailedChoice.STAY)
    restore_first(user)
    assert "还没有打开" in user.label("messageText")
    assert user.box("projectName") == "宣传2"
    away.rename(ledger)
    qtbot.waitUntil(lambda: len(user.window.findChildren(QPushButton, "offer0")) == 1)
    user.find(QPushButton, "offer0").click()
    assert stored(ledger)[0].project_name == "宣传2"
    assert user.window.document.ledger is not None
    assert "恢复" in user.window.document.ledger.store.path.name


def test_a_backup_that_cannot_be_read_is_told_and_not_restored(sit: Sit, ledger: Path) -> None:
    kept = bootstrap.backup_files().make_backup(ledger, BackupReason.BY_HAND)
    good = bootstrap.backup_files().make_backup(ledger, BackupReason.BY_HAND)
    good.path.write_bytes(kept.path.read_bytes()[:3000])
    user, seen = sit(ledger), list[tuple[str, bool]]()

    def look(_dialog: QDialog) -> None:
        ok = user.find(QPushButton, "restoreOk")
        seen.append((user.label("restoreNote"), ok.isEnabled()))
        user.find(QTableView, "restoreBackups").setFocus()
        user.press(Key.Key_Down)
        seen.append((user.label("restoreNote"), ok.isEnabled()))

    user.in_dialog("restoreDialog", look)
    user.trigger("actionRestore")
    assert "没有改动" in seen[0][0]
    assert [enabled for _, enabled in seen] == [False, True]


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = os.urandom(64)
    path.write_bytes(content)


@pytest.mark.parametrize("lose", [damage, Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_lost_ledger_leads_to_its_last_backups_by_keyboard(
    sit: Sit, ledger: Path, lose: Callable[[Path], object]
) -> None:
    bootstrap.backup_files().make_backup(ledger, BackupReason.CLOSING)
    lose(ledger)
    before = ledger.read_bytes() if ledger.exists() else b""
    user = sit(ledger)
    offer = user.find(QPushButton, "startBackup0")
    assert re.fullmatch(r"用 今天 \d\d:\d\d 的备份恢复…", offer.text())
    assert offer.hasFocus()

    def restore(_dialog: QDialog) -> None:
        assert user.label("restoreHeading") == "这份备份里有 2 张表"
        user.find(QPushButton, "restoreOk").setFocus()
        user.press(Key.Key_Return)

    user.in_dialog("restoreDialog", restore)
    user.press(Key.Key_Return)
    restored = user.window.document.ledger
    assert restored is not None
    assert [form.project_name for form in stored(restored.store.path)] == ["宣传", "维稳"]
    assert (ledger.read_bytes() if ledger.exists() else b"") == before


def test_a_lost_ledger_is_offered_beside_the_open_one(sit: Sit, ledger: Path, tmp_path: Path) -> None:
    other = ledger_of(tmp_path / "别的.selfeval", complete_form())
    bootstrap.backup_files().make_backup(other, BackupReason.CLOSING)
    damage(other)
    user, seen = sit(ledger), list[str]()
    user.window.open_ledger(other)
    offer = user.find(QPushButton, "offer0")
    assert "的备份恢复" in offer.text()
    user.in_dialog("restoreDialog", lambda _dialog: seen.append(user.label("restoreHeading")))
    user.press(Key.Key_F6, Key.Key_Return)
    assert seen
    assert user.window.document.ledger is not None
    assert user.window.document.ledger.store.path == ledger


def test_without_a_ledger_all_backups_are_there(sit: Sit, ledger: Path, tmp_path: Path) -> None:
    other = ledger_of(tmp_path / "别的.selfeval", complete_form())
    for path in (ledger, other):
        bootstrap.backup_files().make_backup(path, BackupReason.CLOSING)
    user, seen = sit(None), list[str]()

    def look(_dialog: QDialog) -> None:
        box = user.find(QComboBox, "restoreLedger")
        assert {box.itemText(number).split("  ")[0] for number in range(box.count())} == {"台账", "别的"}
        for number in range(box.count()):
            box.setCurrentIndex(number)
            seen.append(user.label("restoreHeading"))

    user.in_dialog("restoreDialog", look)
    user.trigger("actionRestore")
    assert sorted(seen) == ["这份备份里有 1 张表", "这份备份里有 2 张表"]


def test_closing_while_a_backup_runs_gives_it_up_and_makes_the_last_one(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    user = sit(ledger)
    watch = user.find(BackupScheduler, "safetyWatch")
    rename(user, "2")
    QTimer.singleShot(0, lambda: watch.start_backup(BackupReason.TIMED))
    qtbot.wait(5)
    user.close()
    assert not user.window.isVisible()
    assert stored(made()[0].path)[0].project_name == "宣传2"
    assert list(paths.user_backups().rglob("*.tmp")) == []
    assert datetime.now().astimezone().replace(tzinfo=None) >= made()[0].moment


def test_the_line_looks_into_the_folders_again_as_time_goes_by(sit: Sit, qtbot: QtBot, ledger: Path) -> None:
    user = sit(ledger)
    qtbot.waitUntil(lambda: "（打开时）" in line(user))
    made()[0].path.unlink()
    for _ in range(5):
        user.find(BackupScheduler, "safetyWatch").minute.timeout.emit()
    qtbot.waitUntil(lambda: user.label("statusBackup").startswith("最近备份 还没有"))
