"""Pages on their way to a printer; one that writes a PDF file stands for it."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.errors import Cancelled, PrinterRefused
from selfeval_desktop.app.paper.drawing import TextRun
from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.output.pdf.fonts import SONG
from selfeval_desktop.output.pdf.pages import make_pages
from selfeval_desktop.ui.printing.print_job import PrintDocument, can_cancel_job, print_documents, set_printer_paper
from tests.builders import complete_form, mof_2020
from tests.output.sheets import sheet_of
from tests.ui.printing.test_paper import BLANK, SCALE, difference, form_pages, ink, painted

ONCE = PrintChoice()
MM = 72 / 25.4


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Fonts need an application."""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


def pdf_printer(target: Path, kind: type[QPrinter] = QPrinter) -> QPrinter:
    """A printer that writes a file."""
    printer = kind(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


def lettered(letters: str, width: float = 595.0, height: float = 842.0) -> PrintDocument:
    """A page for each letter, which stands on it."""
    run = TextRun(100.0, 100.0, "", SONG, 40.0, 20.0)
    blank = replace(BLANK, width=width, height=height)
    return PrintDocument(tuple(replace(blank, runs=(replace(run, text=letter),)) for letter in letters))


def printed(target: Path) -> tuple[str, list[tuple[float, float]]]:
    """What stands on the pages, - for an empty one, and their sizes in points."""
    with pypdfium2.PdfDocument(target) as document:
        texts = [page.get_textpage().get_text_bounded().strip() or "-" for page in document]
        return "".join(texts), [page.get_size() for page in document]


def test_the_page_prints_on_its_own_paper(target: Path) -> None:
    pages = form_pages(mark="草稿")
    assert print_documents(pdf_printer(target), [PrintDocument(pages)], ONCE) == len(pages)
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) == len(pages)
        for number, page in enumerate(pages):
            assert document[number].get_size() == pytest.approx((page.width, page.height), abs=1)
            picture = document[number].render(scale=SCALE).to_pil().convert("L")
            preview = painted(page)
            assert ink(picture) == pytest.approx(ink(preview), abs=2)
            assert difference(picture.crop((0, 0, *preview.size)), preview) < 2


@pytest.mark.parametrize(("width", "height"), [(210.0, 297.0), (297.0, 210.0), (297.0, 420.0), (420.0, 297.0)])
def test_paper_of_any_size_lies_as_its_page(target: Path, width: float, height: float) -> None:
    paper = replace(mof_2020().paper, width=width, height=height)
    pages = make_pages(sheet_of(complete_form()), paper)
    print_documents(pdf_printer(target), [PrintDocument(pages)], ONCE)
    for size in printed(target)[1]:
        assert size == pytest.approx((width * MM, height * MM), abs=1)


def test_documents_on_different_paper_go_in_one_job(target: Path) -> None:
    documents = [lettered("ab"), lettered("c", 842.0, 595.0), lettered("d")]
    print_documents(pdf_printer(target), documents, ONCE)
    letters, sizes = printed(target)
    assert letters == "abcd"
    assert [width > height for width, height in sizes] == [False, False, True, False]


def test_copies_come_in_the_order_asked_for(target: Path) -> None:
    choice = PrintChoice(copies=2, order="set", reverse=True)
    assert print_documents(pdf_printer(target), [lettered("ab"), lettered("c")], choice) == 6
    assert printed(target)[0] == "cbacba"


def test_a_form_begins_on_a_new_sheet_and_its_bound_edge_stays_free(target: Path) -> None:
    documents = [replace(lettered("abc"), binding=20.0), replace(lettered("d"), binding=20.0)]
    assert print_documents(pdf_printer(target), documents, PrintChoice(two_sided=True)) == 4
    assert printed(target)[0] == "abc-d-"
    with pypdfium2.PdfDocument(target) as document:
        lefts = [document[number].get_textpage().get_charbox(0)[0] for number in (0, 1, 2)]
    assert lefts[1] == pytest.approx(lefts[0] - 20 * MM, abs=3)
    assert lefts[2] == pytest.approx(lefts[0], abs=3)


def test_the_back_of_a_lying_sheet_is_bound_at_its_foot(target: Path) -> None:
    document = replace(lettered("ab", 842.0, 595.0), binding=20.0)
    print_documents(pdf_printer(target), [document], PrintChoice(two_sided=True))
    with pypdfium2.PdfDocument(target) as read:
        boxes = [read[number].get_textpage().get_charbox(0) for number in (0, 1)]
    assert boxes[1][0] == pytest.approx(boxes[0][0], abs=3)
    assert boxes[1][1] > boxes[0][1] + 18 * MM


class TornPrinter(QPrinter):
    """A printer that runs out of paper after its first sheet."""

    def newPage(self) -> bool:
        return False


class JammedPrinter(QPrinter):
    """A printer that takes everything and prints nothing."""

    def printerState(self) -> QPrinter.PrinterState:
        return QPrinter.PrinterState.Error


@pytest.mark.parametrize("kind", [TornPrinter, JammedPrinter])
def test_a_printer_that_stops_is_an_error_of_the_world_and_leaves_no_file(target: Path, kind: type[QPrinter]) -> None:
    with pytest.raises(PrinterRefused):
        print_documents(pdf_printer(target, kind), [lettered("ab")], ONCE)
    assert not target.exists()


def test_no_pages_print_nothing(target: Path) -> None:
    assert print_documents(pdf_printer(target), (), ONCE) == 0
    assert not target.exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_an_error_of_the_world(tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "printed.pdf"
    with pytest.raises(PrinterRefused) as refused:
        print_documents(pdf_printer(target), [lettered("a")], ONCE)
    assert refused.value.printer == str(target)


@pytest.mark.parametrize("stop", [0, 3, 6])
def test_a_job_called_off_leaves_no_file(target: Path, stop: int) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == stop:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_documents(pdf_printer(target), [lettered("abcdef")], ONCE, progress)
    assert told == [(done, 6) for done in range(stop + 1)]
    assert not target.exists()


def test_setting_up_a_printer_leaves_no_margin_to_the_driver() -> None:
    printer = QPrinter()
    set_printer_paper(printer, (595.0, 842.0))
    assert printer.fullPage()
    assert printer.pageLayout().margins().left() == 0


def test_only_a_spooler_that_can_forget_is_asked_to(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert can_cancel_job(pdf_printer(target))
    spooled = QPrinter()
    monkeypatch.setattr("sys.platform", "win32")
    assert can_cancel_job(spooled)
    monkeypatch.setattr("sys.platform", "linux")
    assert not can_cancel_job(spooled)
