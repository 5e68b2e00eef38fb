"""The preview shows the page that the PDF holds."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from selfeval_desktop.app.paper.drawing import FilledRectangle, Page, TextRun
from selfeval_desktop.app.ports.documents import Imprint
from selfeval_desktop.output.pdf.fonts import HEI, SONG
from selfeval_desktop.output.pdf.pages import make_pages, pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.ui.printing.print_job import paint_page
from tests.builders import complete_form, mof_2020
from tests.output.sheets import RARE, long_form, printout, sheet_of
from tests.output.system_fonts import install, make_font

SCALE = 2.0
BLANK = Page(595.0, 842.0, (), (), (), ())


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Fonts need an application."""


def form_pages(mark: str = "") -> tuple[Page, ...]:
    """A form over several pages, with rare characters in its name."""
    form = replace(long_form(), project_name=f"社会治理{RARE}")
    return make_pages(sheet_of(form), mof_2020().paper, mark=mark)


def painted(page: Page, scale: float = SCALE, *, smooth: bool = False) -> Image.Image:
    """The page as the preview shows it, in grey; `smooth` where the painter blurs edges between pixels."""
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
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
        assert difference(preview, viewer) < 1.8


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


@pytest.mark.parametrize("scale", [1.0, 1.37, 2.5, 600 / 72])
def test_blocks_that_touch_leave_no_seam_and_no_grey(scale: float) -> None:
    """A block as high as a module of a QR code, again and again, side by side and below each other."""
    side = 0.8027
    blocks = tuple(
        FilledRectangle(20 + 7 * column * side, 20 + row * side, 7 * side, side)
        for column in range(3)
        for row in range(21)
    )
    picture = painted(replace(BLANK, width=50.0, height=50.0, blocks=blocks), scale, smooth=True)
    box = picture.crop(ink(picture))
    assert [value for _, value in box.getcolors() or ()] == [0]
    assert ink(picture) == pytest.approx([scale * each for each in (20, 20, 20 + 21 * side, 20 + 21 * side)], abs=0.51)


@pytest.mark.parametrize("scale", [1.5, 3.0, 600 / 72])
def test_the_qr_code_is_read_from_the_screen_and_from_what_a_printer_gets(scale: float) -> None:
    held = "宣传与推广\n2023\n60PPCW11"
    page = pages_of(replace(printout(), imprint=Imprint("60PPCW11", held)))[0]
    assert [found.text for found in zxingcpp.read_barcodes(painted(page, scale))] == [held]


def test_blocks_stand_where_the_pdf_has_them() -> None:
    whole = replace(printout(), imprint=Imprint("60PPCW11", "宣传与推广\n2023\n60PPCW11"))
    page = pages_of(whole)[0]
    preview = painted(page)
    viewer = rendered(pdf_bytes([whole]), 0, preview.size)
    left, top = (round(SCALE * min(getattr(block, side) for block in page.blocks)) for side in "xy")
    area = (left - 4, top - 4, left + 70, top + 70)
    assert ink(preview.crop(area)) == pytest.approx(ink(viewer.crop(area)), abs=1)
    assert difference(preview.crop(area), viewer.crop(area)) < 8


@pytest.mark.parametrize("file", ["PreviewSong.ttf", "PreviewSongs.ttc"])
def test_a_font_of_the_pc_looks_alike_in_preview_and_pdf(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch)
    make_font(tmp_path / file, family=Path(file).stem)
    whole = printout(complete_form(project_name=f"宣传与推广{RARE}"))
    chosen = replace(whole, paper=replace(whole.paper, font=Path(file).stem))
    page, plain = pages_of(chosen)[0], pages_of(whole)[0]
    preview = painted(page)
    assert ink(preview) == pytest.approx(ink(rendered(pdf_bytes([chosen]), 0, preview.size)), abs=2)
    assert difference(preview, rendered(pdf_bytes([chosen]), 0, preview.size)) < 1.8
    assert difference(preview, painted(plain)) > 1


def test_a_character_that_no_font_has_is_the_same_empty_box_as_in_the_pdf() -> None:
    runs = [TextRun(50.0, 100.0, text, SONG, 20.0, 20.0) for text in ("\U00030000", "□")]
    missing, box = (painted(replace(BLANK, runs=(run,))) for run in runs)
    assert missing.tobytes() == box.tobytes()


def test_spacing_stands_between_characters_only() -> None:
    run = TextRun(50.0, 100.0, "国国国", SONG, 20.0, 90.0, spacing=15.0)
    left, _, right, _ = ink(painted(replace(BLANK, runs=(run,)), scale=4.0))
    one = ink(painted(replace(BLANK, runs=(replace(run, text="国", width=20.0, spacing=0.0),)), scale=4.0))
    assert left == one[0]
    assert right - one[2] == pytest.approx(4.0 * 70.0, abs=1)
