"""Under every template paper and spreadsheet hold what the sheet says."""

import io
from pathlib import Path

import openpyxl
import pytest

from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.layout.blank import blank_sheet
from selfeval_desktop.output.pdf.missing import missing_characters
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.output.xlsx import is_exact, xlsx_bytes
from tests.layouts import IDS, filled, sheet_of, template
from tests.output.reading import holds, with_pdfium


def printed(template_id: str) -> Printout:
    layout, form = template(template_id), filled(template(template_id))
    return Printout("表", sheet_of(form, layout, signature=True), layout.paper, form)


@pytest.mark.parametrize("template_id", IDS)
def test_everything_on_the_sheet_is_read_back_from_the_paper(template_id: str, tmp_path: Path) -> None:
    written = printed(template_id)
    sheet, pages = written.sheet, with_pdfium(pdf_bytes([written]), tmp_path)
    texts = [
        sheet.title,
        sheet.subtitle,
        *sheet.notes,
        *sheet.signature,
        *(cell.text for cell in sheet.cells),
    ]
    assert [text for text in texts if not holds(pages, text)] == []
    assert missing_characters(written) == {}


@pytest.mark.parametrize("template_id", IDS)
def test_nothing_is_drawn_beyond_the_margins(template_id: str) -> None:
    for page in pages_of(printed(template_id)):
        assert all(run.x > 0 and run.x + run.width <= page.width - 20 for run in page.runs if run.field)
        assert all(run.baseline < page.height for run in page.runs)


@pytest.mark.parametrize("template_id", IDS)
def test_the_spreadsheet_holds_the_same(template_id: str) -> None:
    written = printed(template_id)
    sheet = written.sheet
    worksheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([written]))).worksheets[0]
    for cell in sheet.cells:
        value = worksheet.cell(cell.row + 3, cell.column + 1).value
        is_number = cell.number is not None and is_exact(cell.number)
        assert value == (float(cell.number or 0) if is_number else cell.text or None)
    below = [cell.value for row in worksheet.iter_rows(min_row=sheet.row_count + 3) for cell in row if cell.value]
    assert below == [*sheet.notes, *sheet.signature]
    assert worksheet["A1"].value == sheet.title


@pytest.mark.parametrize("template_id", IDS)
def test_a_blank_prints(template_id: str) -> None:
    layout = template(template_id)
    printout = Printout("空白", blank_sheet(layout, signature=True), layout.paper, None)
    assert len(pages_of(printout)) <= 2
