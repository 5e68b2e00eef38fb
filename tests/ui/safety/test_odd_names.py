"""The window on a ledger whose name is in another encoding, or that is reached by a link or has a second name."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap, paths
from selfeval_desktop.ui.safety.start_page import StartPage
from tests.ui.windows import Screen, ledger_file, stored_forms, two_forms

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such names are Linux's")
NAME = os.fsdecode("台账".encode("gbk"))


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    folder = tmp_path / NAME
    folder.mkdir()
    return ledger_file(folder / f"{NAME}.selfeval", two_forms())


def test_x12_the_window_opens_stores_and_remembers_such_a_ledger(odd: Path, qtbot: QtBot) -> None:
    screen = Screen(odd)
    qtbot.addWidget(screen.window)
    assert "台账 — 绩效自评" in screen.window.windowTitle()
    screen.open_form(0)
    screen.type_name(" II")
    screen.close()
    assert stored_forms(odd)[0].project_name.endswith("II")
    again = Screen(None)
    qtbot.addWidget(again.window)
    start, last = again.part(StartPage, "startPage"), again.part(QListWidget, "lastLedgers")
    assert last.item(0).text() == f"台账\n{odd.parent.parent}/台账"
    assert start.shown_problem == ""
    QTest.keyClick(again.part(QWidget, "lastLedgers"), Qt.Key.Key_Return)
    assert again.forms.model().rowCount() == 2
    assert paths.user_settings().is_file()
    again.close()
    backups = bootstrap.backup_files().backup_status(odd)
    assert backups.newest is not None


def test_x12_an_error_tells_such_a_name_as_it_was_meant(odd: Path, qtbot: QtBot) -> None:
    odd.write_bytes(b"")
    screen = Screen(odd)
    qtbot.addWidget(screen.window)
    assert "/台账/台账.selfeval 是空文件" in screen.part(StartPage, "startPage").shown_problem


def test_x19_a_pdf_is_not_saved_over_a_ledger(
    screen: Screen, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "表.pdf"
    target.hardlink_to(ledger)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: (str(target), ""))
    screen.do("actionSavePdf")
    assert "是台账" in screen.text("messageText")
    target.unlink()
    assert len(stored_forms(ledger)) == 2


def test_x02_a_link_opens_the_file_that_it_leads_to(ledger: Path, tmp_path: Path, qtbot: QtBot) -> None:
    link = tmp_path / "link.selfeval"
    link.symlink_to(ledger)
    screen = Screen(link)
    qtbot.addWidget(screen.window)
    store = screen.window.document.ledger
    assert store is not None
    assert store.store.path == ledger
    assert not store.store.read_only
    screen.close()


def test_x02_a_ledger_with_two_names_opens_for_reading_and_says_why(ledger: Path, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "二.selfeval").hardlink_to(ledger)
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    assert screen.window.document.read_only
    assert "同一个文件还有别的名称" in screen.text("accessText")
    screen.close()


def test_x11_a_lock_that_is_a_link_opens_for_reading_and_says_why(ledger: Path, tmp_path: Path, qtbot: QtBot) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    ledger.with_name(f".~lock.{ledger.name}").symlink_to(victim)
    screen = Screen(ledger)
    qtbot.addWidget(screen.window)
    assert screen.window.document.read_only
    assert f".~lock.{ledger.name} 不是普通文件" in screen.text("accessText")
    screen.close()
    assert victim.read_bytes() == b"precious"
