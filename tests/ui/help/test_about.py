"""What the program tells of itself: its parts, what is new, whether a package is genuine."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from selfeval_desktop import __version__, bootstrap
from selfeval_desktop.app.program_parts import ProgramPart
from selfeval_desktop.ui.help.changes_dialog import ChangesDialog
from selfeval_desktop.ui.help.parts_dialog import PartsDialog
from selfeval_desktop.ui.help.program_package_dialog import ProgramPackageDialog
from tests.ui.windows import Screen


def test_about_leads_to_the_licences_of_the_parts(screen: Screen) -> None:
    screen.do("actionAbout")
    screen.part(QPushButton, "aboutParts").click()
    (dialog,) = screen.window.findChildren(PartsDialog)
    model = dialog.view.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert {"SQLAlchemy", "Noto Sans SC"} <= set(names)
    dialog.view.selectRow(names.index("Noto Sans SC"))
    assert "SIL OPEN FONT LICENSE" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert any("LGPL-3.0" in label.text() for label in dialog.findChildren(QLabel))


def test_a_part_without_a_text_says_so(screen: Screen) -> None:
    dialog = PartsDialog((ProgramPart("某库", "1", "MIT"),), screen.window)
    assert "没有附许可全文" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()


def test_the_changes_can_be_read_again(screen: Screen) -> None:
    screen.do("actionChanges")
    (dialog,) = screen.window.findChildren(ChangesDialog)
    assert dialog.changes.toPlainText().startswith("[未发布]")
    dialog.reject()


def start_after(version: str, ledger: Path | None) -> list[ChangesDialog]:
    """The dialogs on changes of a window that opens where the program of that version ran before."""
    bootstrap.user_settings().change_settings(version=version)
    if ledger is not None:
        Screen(ledger).close()
        bootstrap.user_settings().change_settings(version=version)
    window = bootstrap.open_window(None)
    found = window.findChildren(ChangesDialog)
    assert bootstrap.user_settings().load_settings().version == __version__
    again = bootstrap.open_window(None)
    assert again.findChildren(ChangesDialog) == []
    window.close()
    again.close()
    return found


def test_a_newer_program_shows_its_changes_once(selfeval_home: Path) -> None:
    (dialog,) = start_after("0.0.1", None)
    assert "新增" in dialog.changes.toPlainText()
    assert not dialog.isModal()


def test_the_program_after_those_that_kept_no_version_shows_its_changes(selfeval_home: Path, ledger: Path) -> None:
    assert len(start_after("", ledger)) == 1


def test_a_first_start_shows_no_changes(selfeval_home: Path) -> None:
    assert start_after("", None) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{0}  安装.exe", "与校验单一致，可以安装"),
        ("{0}  原名.exe", "原名.exe 一致，只是文件名不同"),
        ("{1}  安装.exe", "请不要安装"),
        ("{1}  别的.exe", "没有这个文件名的一行"),
        (None, "旁边没有校验单"),
    ],
)
def test_a_package_is_compared_with_the_sheet_beside_it(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str | None, said: str
) -> None:
    package = tmp_path / "安装.exe"
    package.write_bytes(b"1")
    digest = hashlib.sha256(b"1").hexdigest()
    if line is not None:
        (tmp_path / "selfeval-0.2.0-sha256.txt").write_text(line.format(digest, "0" * 64) + "\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(package), ""))
    screen.do("actionCheckPackage")
    (dialog,) = screen.window.findChildren(ProgramPackageDialog)
    assert said in screen.part(QLabel, "programPackageResult").text()
    assert screen.part(QLineEdit, "programPackageDigest").text() == digest
    assert (dialog.findChild(QLineEdit, "programPackageListed") is not None) is ("请不要安装" in said)


def test_a_package_that_cannot_be_read_is_told(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "没有.exe"), ""))
    screen.do("actionCheckPackage")
    assert screen.window.findChildren(ProgramPackageDialog) == []
    assert "没有.exe" in screen.text("messageText")
