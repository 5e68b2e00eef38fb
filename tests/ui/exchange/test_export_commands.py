"""What the export dialog proposes and refuses; exporting from the window, and what else is done with paper."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.codec import form_json
from selfeval_desktop.ui.document.form_chooser import FormChooserInput
from selfeval_desktop.ui.exchange.export_commands import ExportDialog, ExportInput, ExportRequest
from selfeval_desktop.ui.printing.delivery import Delivery
from tests.builders import complete_form, mof_2020
from tests.ui.summaries import summary_of
from tests.ui.windows import Screen

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
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: ("/elsewhere/表.xlsx", ""))
    (browse,) = [button for button in opened.dialog.findChildren(type(opened.ok)) if button.text() == "浏览…"]
    browse.click()
    assert opened.dialog.export_request().target == Path("/elsewhere/表.xlsx")


def states(screen: Screen) -> list[State]:
    ledger = screen.window.document.ledger
    assert ledger is not None
    return [summary.state for summary in ledger.summaries]


def in_export_dialog(work: Callable[[ExportDialog], None]) -> None:
    """Do that once the dialog is open, then press its button."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        work(dialog)
        dialog.accept()

    QTimer.singleShot(0, act)


def target(dialog: ExportDialog, path: Path) -> None:
    box = dialog.findChild(QLineEdit, "exportTarget")
    assert box is not None
    box.setText(str(path))
    box.textEdited.emit(str(path))


def choose(dialog: ExportDialog, name: str, data: object) -> None:
    box = dialog.findChild(QComboBox, name)
    assert box is not None
    box.setCurrentIndex(box.findData(data))


def press(dialog: ExportDialog, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def test_export_takes_in_the_open_editor(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "out" / "form.json"
    path.parent.mkdir()

    def work(dialog: ExportDialog) -> None:
        choose(dialog, "exportKind", "json")
        target(dialog, path)

    screen.begin_amount("87.5")
    in_export_dialog(work)
    screen.do("actionExport")
    (form,) = form_json.read_file(path, bootstrap.installed_templates())
    assert str(form.fund_line("current_year").executed) == "87.5"
    assert str(path) in screen.text("messageText")
    assert screen.part(QPushButton, "offer0").text() == "打开所在文件夹"


def test_a_form_without_errors_counts_as_exported(screen: Screen, tmp_path: Path) -> None:
    in_export_dialog(lambda dialog: target(dialog, tmp_path / "one.xlsx"))
    screen.do("actionExport")
    assert (tmp_path / "one.xlsx").is_file()
    assert states(screen) == [State.EXPORTED, State.DRAFT]


def test_the_next_file_is_proposed_for_the_folder_of_the_last_one(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "上报"
    folder.mkdir()
    proposed: list[str] = []

    def look(dialog: ExportDialog) -> None:
        box = dialog.findChild(QLineEdit, "exportTarget")
        assert box is not None
        proposed.append(box.text())
        target(dialog, folder / "two.xlsx")

    in_export_dialog(lambda dialog: target(dialog, folder / "one.xlsx"))
    screen.do("actionExport")
    in_export_dialog(look)
    screen.do("actionExport")
    assert [Path(each).parent for each in proposed] == [folder]


def test_an_output_that_could_not_be_recorded_is_told_once(ledger: Path, tmp_path: Path, qtbot: QtBot) -> None:
    with closing(bootstrap.ledger_files().open_ledger_file(ledger)):
        screen = Screen(ledger)
        qtbot.addWidget(screen.window)
        in_export_dialog(lambda dialog: target(dialog, tmp_path / "one.xlsx"))
        screen.do("actionExport")
        assert "没有记下这次输出" in screen.text("messageText")
        delivery = screen.window.findChild(Delivery)
        assert delivery is not None
        delivery.report_written_files([tmp_path / "one.xlsx"])
        assert "没有记下" not in screen.text("messageText")
        screen.close()


def test_all_forms_go_to_a_folder_with_one_file_each(screen: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "all"

    def work(dialog: ExportDialog) -> None:
        choose(dialog, "exportKind", "pdf")
        press(dialog, "全选")
        choose(dialog, "exportShape", False)
        target(dialog, folder)

    in_export_dialog(work)
    screen.do("actionExport")
    assert sorted(path.name for path in folder.iterdir()) == [
        "某区信访办公室-2023-宣传与推广-1.pdf",
        "某区档案馆-2023-2.pdf",
    ]
    assert "草稿" in screen.text("messageText")
    assert states(screen) == [State.PRINTED, State.DRAFT]


def test_text_in_a_numeric_cell_keeps_a_form_out_of_json(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "form.json"

    def work(dialog: ExportDialog) -> None:
        choose(dialog, "exportKind", "json")
        target(dialog, path)

    screen.type_amount("abc")
    in_export_dialog(work)
    screen.do("actionExport")
    assert not path.exists()
    assert "全年执行数" in screen.text("messageText")


def test_save_as_pdf_adds_the_ending(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / "表"), ""))
    screen.do("actionSavePdf")
    assert (tmp_path / "表.pdf").read_bytes().startswith(b"%PDF")


def test_the_preview_action_shows_the_preview(screen: Screen) -> None:
    screen.do("actionPrintPreview")
    assert screen.tabs.currentWidget().objectName() == "previewTab"


def test_the_signature_row_is_remembered(screen: Screen, ledger: Path, qtbot: QtBot) -> None:
    shown = mof_2020().signature.shown
    screen.do("actionSignature")
    screen.close()
    again = Screen(ledger)
    qtbot.addWidget(again.window)
    choice = again.window.document.services.settings.load_settings().paper["mof-2020"]
    assert choice.signature is not shown
