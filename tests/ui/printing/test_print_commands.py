"""Printing from the window: what is asked, sent, recorded and said."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.ui.printing.print_commands import PrintCommands
from selfeval_desktop.ui.printing.print_dialog import PrintDialog
from tests.builders import complete_form
from tests.output.sheets import long_form, printout
from tests.ui.paper_trays import Tray, answer, load, part
from tests.ui.windows import Screen, ledger_file


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Tray:
    return load(monkeypatch, tmp_path)


def states(screen: Screen) -> list[State]:
    ledger = screen.window.document.ledger
    assert ledger is not None
    return [summary.state for summary in ledger.summaries]


def press(dialog: PrintDialog, name: str = "printOk") -> None:
    button = part(dialog, QPushButton, name)
    assert button.isEnabled()
    button.click()


def page_count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def long_screen(tmp_path: Path, qtbot: QtBot) -> Screen:
    """The window on a form of several pages."""
    screen = Screen(ledger_file(tmp_path / "long.selfeval", [long_form()]))
    qtbot.addWidget(screen.window)
    return screen


def test_printing_sends_the_pages_and_is_noted(screen: Screen, tray: Tray) -> None:
    answer(PrintDialog, press)
    screen.do("actionPrint")
    assert [page_count(job) for job in tray.jobs] == [1]
    assert "共 1 页" in screen.text("messageText")
    assert states(screen)[0] is State.PRINTED


def test_printing_takes_in_the_open_editor(screen: Screen, tray: Tray) -> None:
    screen.begin_amount("87.5")
    answer(PrintDialog, press)
    screen.do("actionPrint")
    with pypdfium2.PdfDocument(tray.jobs[0]) as document:
        assert "87.50" in document[0].get_textpage().get_text_bounded()


def test_a_form_with_errors_prints_as_a_draft_and_stays_one(screen: Screen, tray: Tray) -> None:
    notes: list[str] = []

    def work(dialog: PrintDialog) -> None:
        notes.append(part(dialog, QLabel, "printNote").text())
        press(dialog)

    screen.open_form(1)
    answer(PrintDialog, work)
    screen.do("actionPrint")
    assert "草稿" in notes[0]
    assert "草稿" in screen.text("messageText")
    assert states(screen)[1] is State.DRAFT


def test_a_print_called_off_is_not_noted(screen: Screen, tray: Tray, qtbot: QtBot) -> None:
    answer(PrintDialog, PrintDialog.reject)
    screen.do("actionPrint")
    assert states(screen)[0] is State.READY
    assert tray.jobs == []
    qtbot.waitUntil(lambda: not screen.window.findChildren(PrintDialog))


def test_a_form_changed_after_printing_says_so(screen: Screen, tray: Tray) -> None:
    answer(PrintDialog, press)
    screen.do("actionPrint")
    screen.type_name(" II")
    screen.do("actionSave")
    assert states(screen)[0] is State.CHANGED


def test_a_part_of_the_pages_is_no_printed_form(tmp_path: Path, tray: Tray, qtbot: QtBot) -> None:
    screen = long_screen(tmp_path, qtbot)
    before = states(screen)

    def work(dialog: PrintDialog) -> None:
        part(dialog, QSpinBox, "printFirst").setValue(2)
        assert "不记为已打印" in part(dialog, QLabel, "printNote").text()
        press(dialog)

    answer(PrintDialog, work)
    screen.do("actionPrint")
    with pypdfium2.PdfDocument(tray.jobs[0]) as document:
        text = "".join(document[0].get_textpage().get_text_bounded().split())
        assert "(续)" in text
        assert "项目名称" not in text
    assert "没有记为已打印" in screen.text("messageText")
    assert states(screen) == before
    screen.close()


def test_how_it_was_printed_is_remembered_for_the_template(
    screen: Screen, tray: Tray, ledger: Path, qtbot: QtBot
) -> None:
    def choose(dialog: PrintDialog) -> None:
        part(dialog, QComboBox, "printPrinter").setCurrentIndex(1)
        part(dialog, QSpinBox, "printCopies").setValue(2)
        part(dialog, QCheckBox, "printTwoSided").setChecked(True)
        part(dialog, QCheckBox, "printReverse").setChecked(True)
        order = part(dialog, QComboBox, "printOrder")
        order.setCurrentIndex(order.findData("page"))
        press(dialog)

    answer(PrintDialog, choose)
    screen.do("actionPrint")
    assert tray.used == ["财务室"]
    screen.close()
    again = Screen(ledger)
    qtbot.addWidget(again.window)
    seen: list[PrintChoice] = []
    answer(PrintDialog, lambda dialog: seen.append(dialog.print_request().choice))
    again.do("actionPrint")
    assert seen == [PrintChoice("财务室", 2, "page", reverse=True, two_sided=True)]
    again.close()


def test_without_a_printer_a_pdf_is_offered(
    screen: Screen, tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray.names = ()
    path = tmp_path / "表.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))

    def work(dialog: PrintDialog) -> None:
        assert "没有安装打印机" in part(dialog, QLabel, "printNote").text()
        assert not part(dialog, QPushButton, "printOk").isEnabled()
        assert part(dialog, QPushButton, "printToPdf").isDefault()
        press(dialog, "printToPdf")

    answer(PrintDialog, work)
    screen.do("actionPrint")
    assert page_count(path) == 1
    assert states(screen)[0] is State.PRINTED


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said_and_nothing_is_noted(
    screen: Screen, tray: Tray, tmp_path: Path, qtbot: QtBot
) -> None:
    tray.folder = tmp_path / "no such folder"
    answer(PrintDialog, press)
    with qtbot.capture_exceptions() as faults:
        screen.do("actionPrint")
    assert faults == []
    assert "没有接受" in screen.text("messageText")
    assert states(screen)[0] is State.READY


def offered(screen: Screen) -> PrintCommands:
    (commands,) = screen.window.findChildren(PrintCommands)
    return commands


def test_ready_printouts_can_be_printed_or_saved(
    screen: Screen, tray: Tray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def ask(*arguments: object) -> tuple[str, str]:
        proposed.append(Path(str(arguments[2])).name)
        return str(tmp_path / "空白表.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    ready: Sequence[Printout] = [printout(complete_form()), printout(complete_form())]
    answer(PrintDialog, press)
    offered(screen).offer_printouts(ready, "空白表", "mof-2020")
    assert page_count(tray.jobs[0]) == 2
    answer(PrintDialog, lambda dialog: press(dialog, "printToPdf"))
    offered(screen).offer_printouts(ready, "空白表", "mof-2020")
    assert page_count(tmp_path / "空白表.pdf") == 2
    assert proposed == ["空白表.pdf"]
    assert states(screen)[0] is State.READY
