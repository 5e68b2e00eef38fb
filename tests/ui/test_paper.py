"""The preview and the printer show the page that the PDF holds."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.drawing import Page, TextRun
from selfeval_desktop.app.errors import UnwritableFile
from selfeval_desktop.output.pdf.fonts import HEI, SONG
from selfeval_desktop.output.pdf.pages import make_pages
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.ui.paper import paint_page, print_pages, set_up
from tests.builders import complete_form, mof_2020
from tests.output.sheets import RARE, long_form, printout, sheet_of

SCALE = 2.0
BLANK = Page(595.0, 842.0, (), (), (), ())


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def form_pages(mark: str = "") -> tuple[Page, ...]:
    """A form over several pages, with rare characters in its name."""
    form = replace(long_form(), project_name=f"社会治理{RARE}")
    return make_pages(sheet_of(form), mof_2020().paper, mark=mark)


def painted(page: Page, scale: float = SCALE) -> Image.Image:
    """The page as the preview shows it, in grey."""
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_page(painter, page, scale)
    painter.end()
    size = (image.width(), image.height())
    return Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())


def rendered(data: bytes, number: int, size: tuple[int, int]) -> Image.Image:
    """A page of the PDF as a viewer shows it, in grey."""
    with pypdfium2.PdfDocument(data) as document:
        picture: Image.Image = document[number].render(scale=SCALE).to_pil().convert("L")
    return picture.crop((0, 0, *size))


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is darker than half grey."""
    box = picture.point(lambda value: 255 if value < 160 else 0).getbbox()
    assert box is not None
    return box


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the grey, 0 to 255, after smoothing: edges may fall on other pixels, lines may not."""
    smoothed = [picture.filter(ImageFilter.GaussianBlur(SCALE)) for picture in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*smoothed)).mean[0]


@pytest.mark.parametrize("mark", ["", "草稿"])
def test_the_preview_shows_what_the_pdf_shows(mark: str) -> None:
    form = replace(long_form(), project_name=f"社会治理{RARE}")
    data = pdf_bytes([printout(form, mark=mark)])
    for number, page in enumerate(make_pages(sheet_of(form), mof_2020().paper, mark=mark)):
        preview = painted(page)
        viewer = rendered(data, number, preview.size)
        assert ink(preview) == pytest.approx(ink(viewer), abs=2)
        assert difference(preview, viewer) < 1.5


def test_a_shifted_page_would_be_noticed() -> None:
    page = form_pages()[0]
    moved = replace(page, runs=tuple(replace(run, x=run.x + 2) for run in page.runs))
    assert difference(painted(page), painted(moved)) > 3


@pytest.mark.parametrize("font", [SONG, HEI])
@pytest.mark.parametrize("width", [100.0, 140.0])
def test_a_run_takes_exactly_its_width(font: str, width: float) -> None:
    run = TextRun(50.0, 100.0, "国国国国国", font, 20.0, width)
    left, _, right, _ = ink(painted(replace(BLANK, runs=(run,)), scale=4.0))
    alone = replace(run, text="国", width=20.0)
    first_left, _, first_right, _ = ink(painted(replace(BLANK, runs=(alone,)), scale=4.0))
    assert left == first_left
    assert right - left == pytest.approx(first_right - first_left + (width - width / 5) * 4.0, abs=1)


@pytest.mark.parametrize("size", [10.5, 9.0, 200.0])
def test_type_of_any_size_is_drawn_at_any_enlargement(size: float) -> None:
    run = TextRun(20.0, 300.0, "国", SONG, size, size)
    for scale in (1.0, 3.0, 8.0):
        left, top, right, bottom = ink(painted(replace(BLANK, runs=(run,)), scale))
        assert right - left == pytest.approx(0.82 * size * scale, rel=0.15, abs=2)
        assert bottom - top == pytest.approx(0.9 * size * scale, rel=0.15, abs=2)


def test_every_rule_of_a_table_is_equally_strong_on_screen() -> None:
    page = make_pages(sheet_of(complete_form()), mof_2020().paper)[0]
    for scale in (1.0, 1.25, 1.7):
        picture = painted(replace(page, runs=()), scale)
        assert {value for _, value in picture.getcolors() or ()} == {0, 255}


def test_the_page_prints_on_its_own_paper(tmp_path: Path) -> None:
    pages = form_pages(mark="草稿")
    target = tmp_path / "printed.pdf"
    print_pages(pdf_printer(target), pages)
    with pypdfium2.PdfDocument(target) as printed:
        assert len(printed) == len(pages)
        assert printed[0].get_size() == pytest.approx((pages[0].width, pages[0].height), abs=1)
        picture = printed[0].render(scale=SCALE).to_pil().convert("L")
    preview = painted(pages[0])
    assert ink(picture) == pytest.approx(ink(preview), abs=2)
    assert difference(picture.crop((0, 0, *preview.size)), preview) < 2


def test_a_landscape_page_turns_the_paper(tmp_path: Path) -> None:
    paper = replace(mof_2020().paper, width=297.0, height=210.0)
    target = tmp_path / "printed.pdf"
    print_pages(pdf_printer(target), make_pages(sheet_of(complete_form()), paper))
    with pypdfium2.PdfDocument(target) as printed:
        width, height = printed[0].get_size()
    assert width > height


def test_the_range_of_the_print_dialog_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    printer = pdf_printer(target)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    print_pages(printer, form_pages())
    with pypdfium2.PdfDocument(target) as printed:
        assert len(printed) == 1
        assert "第9项宣传活动" in "".join(printed[0].get_textpage().get_text_bounded().split())


class TornPrinter(QPrinter):
    """A printer that runs out of paper after its first sheet."""

    def newPage(self) -> bool:
        return False


def test_a_printer_that_stops_is_an_error_of_the_world(tmp_path: Path) -> None:
    printer = TornPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with pytest.raises(UnwritableFile):
        print_pages(printer, form_pages())


def test_no_pages_print_nothing(tmp_path: Path) -> None:
    target = tmp_path / "printed.pdf"
    print_pages(pdf_printer(target), ())
    assert not target.exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_an_error_of_the_world(tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "printed.pdf"
    with pytest.raises(UnwritableFile) as refused:
        print_pages(pdf_printer(target), form_pages())
    assert refused.value.path == target


def test_setting_up_a_printer_leaves_no_margin_to_the_driver() -> None:
    printer = QPrinter()
    set_up(printer, BLANK)
    assert printer.fullPage()
    assert printer.pageLayout().margins().left() == 0


def pdf_printer(target: Path) -> QPrinter:
    """A printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer
