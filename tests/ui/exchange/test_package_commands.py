"""What the package dialog proposes and refuses."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.document.form_chooser import FormChooserInput
from selfeval_desktop.ui.exchange.package_commands import PackageDialog, PackageRequest
from tests.builders import complete_form
from tests.ui.summaries import summary_of


class Opened:
    """The dialog over four forms: two of 2023, one with errors, one of 2022."""

    def __init__(self, target: Path, qtbot: QtBot) -> None:
        forms = [summary_of(number, complete_form(year=year)) for number, year in enumerate((2023,) * 3 + (2022,), 1)]
        forms[1] = replace(forms[1], errors=2)
        self.dialog = PackageDialog(FormChooserInput(forms, 1), 2023, target)
        qtbot.addWidget(self.dialog)
        (self.target,) = self.dialog.findChildren(QLineEdit, "packageTarget")
        (self.note,) = self.dialog.findChildren(QLabel, "packageNote")
        (self.ok,) = self.dialog.findChildren(QPushButton, "packageOk")
        (self.forms,) = self.dialog.findChildren(QListWidget, "packageForms")


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Opened:
    return Opened(tmp_path / "包.zip", qtbot)


def test_the_year_s_forms_without_errors_are_ticked_and_the_others_told(opened: Opened, tmp_path: Path) -> None:
    assert opened.dialog.package_request() == PackageRequest((1, 3), tmp_path / "包.zip")
    assert opened.forms.count() == 3
    assert opened.note.text() == "另有 1 张表还有错误，不能上报，没有列出。"
    assert opened.ok.isDefault()


def test_the_file_ends_in_zip(opened: Opened, tmp_path: Path) -> None:
    opened.target.setText(str(tmp_path / "1.5版"))
    assert opened.dialog.package_request().target == tmp_path / "1.5版.zip"


def test_replacing_a_file_is_said_before(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "旧.zip").touch()
    opened.target.setText(str(tmp_path / "旧"))
    assert opened.ok.text() == "替换"
    assert "替换" in opened.note.text()


def test_no_form_or_no_place_cannot_be_handed_up(opened: Opened) -> None:
    opened.target.clear()
    assert not opened.ok.isEnabled()
    opened.target.setText("/包.zip")
    assert opened.ok.isEnabled()
    (none,) = opened.dialog.findChildren(QPushButton, "packageFormsNone")
    none.click()
    assert (opened.ok.isEnabled(), opened.note.text()) == (False, "请至少选一张表。")


@pytest.mark.parametrize(("name", "expected"), [("/别处/表.zip", "/别处/表.zip"), ("", None)])
def test_a_chosen_place_is_taken(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, name: str, expected: str | None
) -> None:
    before = opened.target.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: (name, ""))
    (browse,) = opened.dialog.findChildren(QPushButton, "packageBrowse")
    browse.click()
    assert opened.target.text() == (expected or before)
