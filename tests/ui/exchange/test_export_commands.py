"""Exporting from the window, and what else is done with paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.ui.exchange.export_dialog import ExportDialog
from tests.builders import mof_2020
from tests.ui.windows import Screen


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
    (form,) = bootstrap.build_services().read_forms(path)
    assert str(form.fund_line("current_year").executed) == "87.5"
    assert str(path) in screen.text("messageText")
    assert screen.part(QPushButton, "offer0").text() == "打开所在文件夹"


def test_a_form_without_errors_counts_as_exported(screen: Screen, tmp_path: Path) -> None:
    in_export_dialog(lambda dialog: target(dialog, tmp_path / "one.xlsx"))
    screen.do("actionExport")
    assert (tmp_path / "one.xlsx").is_file()
    assert states(screen) == [State.EXPORTED, State.DRAFT]


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
