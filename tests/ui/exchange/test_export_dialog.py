"""What the export dialog proposes and refuses."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.ui.document.form_chooser import FormChooserInput
from selfeval_desktop.ui.exchange.export_dialog import ExportDialog, ExportInput, ExportRequest
from tests.builders import complete_form
from tests.ui.summaries import summary_of

NAME = "某区.-2023-宣传-2"


class Opened:
    """The dialog over three forms, the second of them open, with its parts at hand."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        forms = [summary_of(number, complete_form()) for number in (1, 2, 3)]
        self.dialog = ExportDialog(ExportInput(FormChooserInput(forms, 2, [1, 2]), folder, NAME))
        qtbot.addWidget(self.dialog)
        (self.target,) = self.dialog.findChildren(QLineEdit, "exportTarget")
        (self.note,) = self.dialog.findChildren(QLabel, "exportNote")
        (self.forms,) = self.dialog.findChildren(QListWidget, "exportForms")
        (self.kind,) = self.dialog.findChildren(QComboBox, "exportKind")
        (self.shape,) = self.dialog.findChildren(QComboBox, "exportShape")
        (buttons,) = self.dialog.findChildren(QDialogButtonBox)
        self.ok = buttons.buttons()[0]

    def choose(self, kind: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def check(self, *rows: int) -> None:
        for row in range(self.forms.count()):
            state = Qt.CheckState.Checked if row in rows else Qt.CheckState.Unchecked
            self.forms.item(row).setCheckState(state)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Opened:
    return Opened(tmp_path, qtbot)


def test_the_open_form_is_proposed_under_its_file_name(opened: Opened, tmp_path: Path) -> None:
    assert opened.dialog.export_request() == ExportRequest("xlsx", (2,), tmp_path / f"{NAME}.xlsx")


def test_another_kind_changes_the_ending_alone(opened: Opened, tmp_path: Path) -> None:
    opened.choose("pdf")
    assert opened.dialog.export_request() == ExportRequest("pdf", (2,), tmp_path / f"{NAME}.pdf")
    opened.target.clear()
    QTest.keyClicks(opened.target, "/mine.v2.pdf")
    opened.choose("json")
    assert opened.dialog.export_request().target == Path("/mine.v2.json")


def test_a_list_never_takes_the_place_of_the_form_s_spreadsheet(opened: Opened, tmp_path: Path) -> None:
    opened.choose("list")
    assert opened.dialog.export_request() == ExportRequest("list", (2,), tmp_path / f"{NAME}-指标清单.xlsx")
    assert opened.dialog.export_request().is_one_file
    opened.check(0, 2)
    assert opened.dialog.export_request().target == tmp_path / "指标清单-2张.xlsx"
    opened.choose("docx")
    assert opened.dialog.export_request().target == tmp_path / "自评表-2张.docx"


def test_several_forms_can_go_to_one_file_or_a_folder(opened: Opened, tmp_path: Path) -> None:
    assert not opened.shape.isEnabled()
    opened.check(0, 2)
    assert opened.dialog.export_request() == ExportRequest("xlsx", (1, 3), tmp_path / "自评表-2张.xlsx")
    opened.shape.setCurrentIndex(1)
    assert opened.dialog.export_request().target == tmp_path / "自评表-2张"


def test_no_form_or_no_place_cannot_be_exported(opened: Opened) -> None:
    opened.check()
    assert not opened.ok.isEnabled()
    assert opened.note.text() == "请至少选一张表。"
    opened.check(1)
    assert opened.ok.isEnabled()
    opened.target.clear()
    assert not opened.ok.isEnabled()


def test_replacing_a_file_is_said_before(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.pdf").touch()
    assert opened.note.text() == ""
    opened.choose("pdf")
    assert "替换" in opened.note.text()
    assert opened.ok.text() == "替换"


def test_a_chosen_place_is_taken(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_arguments, **_options: ("/elsewhere/表.xlsx", "")
    )
    (browse,) = [button for button in opened.dialog.findChildren(type(opened.ok)) if button.text() == "浏览…"]
    browse.click()
    assert opened.dialog.export_request().target == Path("/elsewhere/表.xlsx")
