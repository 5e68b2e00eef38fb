"""Papers beside the forms, from the window: what is asked, made and said."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QSpinBox, QTreeWidget
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.ports.forms import State
from selfeval_desktop.ui.printing.derived_printout_commands import BlankFormDialog, SummaryDialog
from selfeval_desktop.ui.printing.derived_printout_dialog import DocumentDialog
from selfeval_desktop.ui.printing.print_dialog import PrintDialog
from selfeval_desktop.ui.printing.public_copy_dialog import PublicCopyDialog
from tests.builders import complete_form
from tests.output.reading import with_pdfium
from tests.ui.paper_trays import answer, load, part
from tests.ui.windows import Screen, ledger_file

Dialogs = tuple[str, type[DocumentDialog]]
EVERY: tuple[Dialogs, ...] = (
    ("actionSummary", SummaryDialog),
    ("actionPublicCopy", PublicCopyDialog),
    ("actionBlankForm", BlankFormDialog),
)


def end(way: str) -> Callable[[QDialog], None]:
    """Press the button for print, pdf or xlsx."""
    return lambda dialog: part(dialog, QPushButton, f"{way}Document").click()


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """What the user answers when asked for a file; None calls it off."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments, **_options: (str(path or ""), ""))


def states(screen: Screen) -> list[State]:
    ledger = screen.window.document.ledger
    assert ledger is not None
    return [summary.state for summary in ledger.summaries]


def pdf_text(path: Path) -> str:
    return "".join(with_pdfium(path.read_bytes(), path.parent))


@pytest.mark.parametrize(("action", "kind"), EVERY)
@pytest.mark.parametrize("way", ["pdf", "xlsx"])
def test_each_paper_goes_to_a_file_and_nothing_is_recorded(
    action: str, kind: type[DocumentDialog], way: str, screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    choose_file(monkeypatch, tmp_path / "文件")
    before = states(screen)
    answer(kind, end(way))
    screen.do(action)
    path = tmp_path / f"文件.{way}"
    assert path.read_bytes()[:2] == {"pdf": b"%P", "xlsx": b"PK"}[way]
    assert str(path) in screen.text("messageText")
    assert states(screen) == before


@pytest.mark.parametrize(("action", "kind"), EVERY)
def test_each_paper_goes_to_the_printer(
    action: str, kind: type[DocumentDialog], screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray = load(monkeypatch, tmp_path)

    def choose_print(dialog: DocumentDialog) -> None:
        answer(PrintDialog, lambda asked: part(asked, QPushButton, "printOk").click())
        end("print")(dialog)

    answer(kind, choose_print)
    screen.do(action)
    (job,) = tray.jobs
    with pypdfium2.PdfDocument(job) as document:
        assert len(document) == 1


@pytest.mark.parametrize(("action", "kind"), EVERY)
def test_a_paper_called_off_leaves_nothing(
    action: str, kind: type[DocumentDialog], screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(tmp_path.glob("*.*"))
    choose_file(monkeypatch, None)
    for work in (QDialog.reject, end("pdf")):
        answer(kind, work)
        screen.do(action)
    assert sorted(tmp_path.glob("*.*")) == files
    assert not screen.part(QLabel, "messageText").isVisible()


def test_a_place_that_takes_no_file_is_told(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "占用").write_text("不是文件夹", "utf-8")
    choose_file(monkeypatch, tmp_path / "占用" / "表.pdf")
    answer(SummaryDialog, end("pdf"))
    screen.do("actionSummary")
    assert "占用" in screen.text("messageText")


def test_the_summary_takes_in_the_open_editor(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_file(monkeypatch, tmp_path / "汇总.xlsx")
    screen.begin_amount("87.5")
    answer(SummaryDialog, end("xlsx"))
    screen.do("actionSummary")
    rows = openpyxl.load_workbook(tmp_path / "汇总.xlsx").worksheets[0].iter_rows(values_only=True)
    assert 87.5 in next(row for row in rows if row[1] == "宣传与推广")


def test_a_ledger_without_a_year_has_nothing_to_sum_up(tmp_path: Path, qtbot: QtBot) -> None:
    screen = Screen(ledger_file(tmp_path / "无年度.selfeval", [complete_form(year=None)]))
    qtbot.addWidget(screen.window)
    screen.do("actionSummary")
    assert "没有可以汇总的内容" in screen.text("messageText")


def test_what_was_masked_is_proposed_again_while_the_ledger_is_open(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "公开.pdf")

    def mask(dialog: PublicCopyDialog) -> None:
        top = part(dialog, QTreeWidget, "publicCells").topLevelItem(0)
        assert top is not None
        department = top.child(1)
        assert department is not None
        department.setCheckState(0, Qt.CheckState.Checked)
        part(dialog, QLineEdit, "publicWords").setText("印刷")
        end("pdf")(dialog)

    seen = []
    answer(PublicCopyDialog, mask)
    screen.do("actionPublicCopy")
    text = pdf_text(tmp_path / "公开.pdf")
    assert "登记单■■■率" in text
    assert "印刷" not in text
    for row in (0, 1):
        screen.open_form(row)
        answer(PublicCopyDialog, lambda dialog: seen.append(dialog.chosen_masks()))
        screen.do("actionPublicCopy")
    assert [(len(masks.cells), masks.words) for masks in seen] == [(1, ("印刷",)), (0, ())]


def test_a_blank_has_the_rows_asked_for(screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_file(monkeypatch, tmp_path / "空白.xlsx")

    def ask(dialog: BlankFormDialog) -> None:
        part(dialog, QSpinBox, "blankRows").setValue(20)
        end("xlsx")(dialog)

    answer(BlankFormDialog, ask)
    screen.do("actionBlankForm")
    sheet = openpyxl.load_workbook(tmp_path / "空白.xlsx").worksheets[0]
    # Two title rows, ten rows above the indicators, twenty of them, the total.
    assert sheet.max_row == 2 + 10 + 20 + 1


def test_a_blank_needs_no_form(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(ledger_file(tmp_path / "空.selfeval", []))
    qtbot.addWidget(screen.window)
    choose_file(monkeypatch, tmp_path / "空白.pdf")
    answer(BlankFormDialog, end("pdf"))
    screen.do("actionBlankForm")
    assert "财政项目支出绩效自评表" in pdf_text(tmp_path / "空白.pdf")
