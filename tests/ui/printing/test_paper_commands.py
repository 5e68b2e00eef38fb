"""Choosing the paper of a template: seen at once, remembered, taken back."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.ui.printing.pages_view import PagesView
from selfeval_desktop.ui.printing.paper_commands import PageSetupDialog
from selfeval_desktop.ui.printing.print_dialog import PrintDialog
from tests.builders import mof_2020
from tests.output.sheets import long_form
from tests.ui.paper_trays import answer, load, part
from tests.ui.windows import Screen, ledger_file


def choose(dialog: PageSetupDialog, name: str, data: object) -> None:
    box = part(dialog, QComboBox, name)
    box.setCurrentIndex(box.findData(data))


def lying(dialog: PageSetupDialog) -> None:
    choose(dialog, "paperOrientation", "landscape")
    dialog.accept()


def chosen(screen: Screen) -> PaperChoice | None:
    return screen.window.document.services.settings.load_settings().paper.get("mof-2020")


def sheet(screen: Screen) -> tuple[float, float]:
    """The paper that the preview shows, in whole points."""
    page = screen.part(PagesView, "pages").pages[0]
    return round(page.width), round(page.height)


def test_another_paper_is_seen_in_the_preview_and_kept_after_a_restart(
    screen: Screen, ledger: Path, qtbot: QtBot
) -> None:
    answer(PageSetupDialog, lying)
    screen.do("actionPageSetup")
    assert screen.tabs.currentWidget().objectName() == "previewTab"
    assert sheet(screen) == (842, 595)
    screen.close()
    again = Screen(ledger)
    qtbot.addWidget(again.window)
    again.do("actionPrintPreview")
    assert sheet(again) == (842, 595)
    assert chosen(again) == PaperChoice(orientation="landscape")
    again.close()


def test_the_preview_follows_each_change_and_goes_back_when_it_is_given_up(screen: Screen) -> None:
    seen: list[tuple[float, float]] = []

    def work(dialog: PageSetupDialog) -> None:
        choose(dialog, "paperSize", "A3")
        seen.append(sheet(screen))
        dialog.reject()

    answer(PageSetupDialog, work)
    screen.do("actionPageSetup")
    assert seen == [(842, 1191)]
    assert sheet(screen) == (595, 842)
    assert chosen(screen) == PaperChoice()


def test_the_signature_row_is_the_same_in_dialog_and_menu(screen: Screen) -> None:
    shown = mof_2020().signature.shown
    action = screen.window.findChild(QAction, "actionSignature")
    assert isinstance(action, QAction)

    def work(dialog: PageSetupDialog) -> None:
        part(dialog, QCheckBox, "paperSignature").setChecked(not shown)
        dialog.accept()

    answer(PageSetupDialog, work)
    screen.do("actionPageSetup")
    assert action.isChecked() is not shown
    screen.do("actionSignature")
    assert chosen(screen) == PaperChoice(signature=shown)


def test_the_print_dialog_counts_the_pages_of_a_paper_chosen_from_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = Screen(ledger_file(tmp_path / "long.selfeval", [long_form()]))
    qtbot.addWidget(screen.window)
    load(monkeypatch, tmp_path)
    counts: list[str] = []

    def large(dialog: PageSetupDialog) -> None:
        choose(dialog, "paperSize", "A3")
        dialog.accept()

    def work(dialog: PrintDialog) -> None:
        counts.append(part(dialog, QLabel, "printNote").text())
        answer(PageSetupDialog, large)
        part(dialog, QPushButton, "printPageSetup").click()
        counts.append(part(dialog, QLabel, "printNote").text())

    answer(PrintDialog, work)
    screen.do("actionPrint")
    assert counts[0] != counts[1]
    state = screen.window.document.form
    assert state is not None
    assert counts[1].startswith(f"将印 {len(screen.window.document.form_pages(state))} 页")
    screen.close()
