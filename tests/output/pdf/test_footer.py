"""The foot of a page says which project and page it is, and leads back to the data, by code and by QR code."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from selfeval_desktop.app.paper.drawing import Page, TextRun
from selfeval_desktop.app.ports.documents import Imprint, Printout
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.paper import PaperChoice
from selfeval_desktop.output.pdf.page_frame import QrImage, qr_image
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes
from tests.builders import complete_form, mof_2020
from tests.output.reading import Reader, with_pdfium, with_pdftotext
from tests.output.sheets import RARE, long_form, printout

MM = 72 / 25.4
PAPER = mof_2020().paper
CHOICES = (
    PaperChoice("A4", "portrait"),
    PaperChoice("A4", "landscape", binding=10),
    PaperChoice("A3", "portrait"),
    PaperChoice("A3", "landscape"),
)
FORM = long_form(90)
HELD = f"{FORM.project_name}\n2023\n60PPCW11"


def stamped(
    form: Form = FORM, *, choice: PaperChoice | None = None, code: str = "60PPCW11", **paper: float
) -> Printout:
    """The form with a code, on the paper chosen."""
    setup = replace((choice or PaperChoice()).apply_to_paper(PAPER), **paper)  # type: ignore[arg-type]
    imprint = Imprint(code, f"{form.project_name}\n{form.year}\n{code}")
    return replace(printout(form), paper=setup, imprint=imprint)


def scanned(data: bytes, dpi: int = 300) -> list[list[str]]:
    """What a scanner reads in the QR codes of each page."""
    with pypdfium2.PdfDocument(data) as document:
        pictures = [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]
    return [[found.text for found in zxingcpp.read_barcodes(picture)] for picture in pictures]


def foot(page: Page) -> list[TextRun]:
    """The small runs below the table."""
    lowest = max(rule.y2 for rule in page.rules)
    return [run for run in page.runs if run.baseline > lowest and run.size <= 8]


def text_of(runs: Sequence[TextRun]) -> str:
    """What the runs say."""
    return "".join(run.text for run in runs)


@pytest.mark.parametrize("choice", CHOICES)
def test_the_qr_code_of_every_page_is_read(choice: PaperChoice) -> None:
    whole = stamped(choice=choice)
    pages = scanned(pdf_bytes([whole]))
    assert len(pages) == len(pages_of(whole)) > 1
    assert pages == [[HELD]] * len(pages)


@pytest.mark.parametrize(
    "name",
    [
        "甲",
        f"项目{RARE}",
        "a" * 134,
        "维稳工作" * 11,
        # Too long: what the QR code says of it ends with …
        "维稳工作" * 12,
        "维稳工作" * 5_000,
    ],
)
def test_a_project_of_any_name_has_a_qr_code_that_a_copier_keeps(name: str) -> None:
    ((held,), *_) = scanned(pdf_bytes([stamped(complete_form(project_name=name))]), dpi=200)
    project, year, code = held.split("\n")
    assert (year, code) == ("2023", "60PPCW11")
    assert project == name or (project.endswith("…") and name.startswith(project[:-1]) and len(project) > 40)


@pytest.mark.parametrize("length", range(30, 61))
def test_no_module_of_a_qr_code_is_finer_than_a_fifth_of_a_millimetre(length: int) -> None:
    """However long the project's name is: where it would need more modules it is cut."""
    page = pages_of(stamped(complete_form(project_name="维" * length)))[0]
    assert min(block.height for block in page.blocks) * 25.4 / 72 > 0.2


@pytest.mark.parametrize("read", [with_pdfium, with_pdftotext])
def test_code_and_page_copy_as_text(read: Reader, tmp_path: Path) -> None:
    pages = read(pdf_bytes([stamped()]), tmp_path)
    for number, said in enumerate(pages, start=1):
        assert "校验码60PP-CW11" in said
        assert f"第{number}页共{len(pages)}页" in said
        assert FORM.project_name in said


def test_without_imprint_there_are_name_and_page_alone() -> None:
    whole = stamped()
    for plain in (replace(whole, paper=replace(whole.paper, imprint=False)), replace(whole, imprint=None)):
        pages = pages_of(plain)
        assert all(page.blocks == () for page in pages)
        assert text_of(foot(pages[0])) == f"{FORM.project_name}第 1 页 共 {len(pages)} 页"


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("bottom", [5.0, 16.0, 30.0])
def test_the_foot_keeps_clear_of_the_table_and_of_the_papers_edge(choice: PaperChoice, bottom: float) -> None:
    for page in pages_of(stamped(choice=choice, bottom=bottom)):
        module = min(block.height for block in page.blocks)
        top = min(block.y for block in page.blocks)
        left = min(block.x for block in page.blocks)
        assert top - max(rule.y2 for rule in page.rules) >= 4 * module - 0.5
        assert max(block.y + block.height for block in page.blocks) <= page.height - 5 * MM + 0.01
        assert max(block.x + block.width for block in page.blocks) <= max(rule.x2 for rule in page.rules)
        assert left - max(run.x + run.width for run in foot(page)) >= 4 * module - 0.01
        assert 10 * MM <= max(block.x + block.width for block in page.blocks) - left <= 12 * MM


@pytest.mark.parametrize("width", [100.0, 148.0, 210.0])
@pytest.mark.parametrize("name", ["", "甲", "维稳工作" * 200])
def test_name_page_and_code_never_run_into_each_other(width: float, name: str) -> None:
    for imprint in (True, False):
        whole = stamped(complete_form(project_name=name), width=width)
        for page in pages_of(replace(whole, paper=replace(whole.paper, imprint=imprint))):
            runs = foot(page)
            assert runs
            assert len({run.baseline for run in runs}) == 1
            assert all(one.x + one.width <= other.x + 0.01 for one, other in pairwise(runs))
            assert runs[0].x >= PAPER.left * MM - 0.01


def test_a_small_margin_at_the_foot_costs_the_table_its_room() -> None:
    narrow, none = (pages_of(stamped(bottom=bottom)) for bottom in (17.2, 0.0))
    assert [page.rules for page in none] == [page.rules for page in narrow]
    assert none[0].rules != pages_of(stamped(bottom=40.0))[0].rules


def test_the_pages_of_a_form_share_one_qr_code() -> None:
    first, *others = pages_of(stamped())
    assert all(page.blocks is first.blocks for page in others)


def test_another_code_makes_another_foot() -> None:
    one, other = pages_of(stamped())[0], pages_of(stamped(code="00000000"))[0]
    assert one.blocks != other.blocks
    assert "校验码 0000-0000" in text_of(foot(other))
    assert replace(one, blocks=(), runs=()) == replace(other, blocks=(), runs=())


QUIET = 4


def picture(image: QrImage) -> Image.Image:
    """The code with its quiet zone, a module being four pixels wide."""
    side = image.side + 2 * QUIET
    found = Image.new("L", (side, side), 255)
    for column, row, length in image.stretches:
        found.paste(0, (QUIET + column, QUIET + row, QUIET + column + length, QUIET + row + 1))
    return found.resize((4 * side, 4 * side), Image.Resampling.NEAREST)


@pytest.mark.parametrize("length", [3, 14, 15, 26, 42, 62, 84, 106, 122, 152])
def test_the_text_is_read_back(length: int) -> None:
    text = ("财政项目支出绩效自评表" * 20).encode()[:length].decode(errors="ignore").ljust(length // 3, "a")
    assert [each.text for each in zxingcpp.read_barcodes(picture(qr_image(text)))] == [text]


def test_a_text_gets_the_smallest_size_that_holds_it() -> None:
    assert [qr_image("a" * length).side for length in (14, 15, 152, 153)] == [21, 25, 49, 53]
