"""F48 to F52: whatever text a form holds, it comes out of ledger, JSON, spreadsheet, document and paper as it went in."""

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from selfeval_desktop import bootstrap
from selfeval_desktop.app.errors import TextTooLong
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.rules import foreign_characters
from selfeval_desktop.output.docx import docx_bytes
from selfeval_desktop.output.pdf.missing import missing_characters
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.output.xlsx import write_xlsx, xlsx_bytes
from tests.builders import complete_form, mof_2020, with_row
from tests.journeys.conftest import ledger_of, stored
from tests.output.geometry import check_pages
from tests.output.packages import outputs
from tests.output.reading import holds, with_pdfium
from tests.output.sheets import SENTENCE, printout

EXTENSIONS = "㐀䶵𠀀𪛖𪜀𫜴𫝀𫠝𫠠𬺡𬺰𮯠𰀀𱍊𱍐𲎯"
"""The first and one of the last characters of the extensions A to H of Chinese."""
TEXTS = {
    "rare characters": EXTENSIONS,
    "emoji": "完成😀👨‍👩‍👧🇨🇳❤️",
    "spaces": "甲\u00a0乙\u3000丙",
    "escapes": "_x000D_ _x0041_",
    "errors": "#N/A",
    "zeros": "007",
    "a formula": "=1+1",
    "other formulas": "+1 -1 @SUM(A1)",
    "markup": "<b>&amp;</b> <img src='file:///etc/passwd'>",
    "placeholders": "%s{0}%(x)d",
    "quotes": "\"甲\" '乙' \\n",
    "lines": "甲\n乙\n\n丙",
    "a date": "2023-01-02",
    "digits": "123456789012345678",
    "combined": "e\u0301 한 ㊣ ①",
    "the longest of a spreadsheet": (SENTENCE * 2000)[:32_767],
}
BIDI = "甲\u202e乙\u202c\u2066丙\u2069"


def holding(text: str) -> Form:
    """A form with the text in a goal and in an indicator."""
    return with_row(replace(complete_form(), goals=Goals(text, "已完成。")), 1, actual=text, deviation=text)


def texts_of(written: Printout) -> list[str]:
    return [cell.text for cell in written.sheet.cells if cell.text]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_f48_a_ledger_and_json_give_back_what_went_in(tmp_path: Path, text: str) -> None:
    form = holding(text)
    assert edits.set_cell(form, FieldRef.goal("actual"), text).goals.actual == text
    assert stored(ledger_of(tmp_path / "L.selfeval", form)) == [form]
    read = form_json.read_forms(form_json.write_forms([form]), path=tmp_path, templates=bootstrap.installed_templates())
    assert read == (form,)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_f48_a_spreadsheet_shows_what_went_in_as_text(text: str) -> None:
    data = xlsx_bytes([printout(holding(text))])
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0] for cell in row]
    assert [cell.data_type for cell in cells if cell.value == text] == ["s"] * 3
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert sum(value == text for row in rows for value in row) == 3


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "\t=1+1"])
def test_f53_no_text_becomes_a_formula(text: str, tmp_path: Path) -> None:
    lists = [documents.indicator_list(each) for each in outputs(holding(text))]
    bootstrap.form_writers()["list"](lists, tmp_path / "list.xlsx")
    for data in (xlsx_bytes([printout(holding(text))]), (tmp_path / "list.xlsx").read_bytes()):
        cells = [cell for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0] for cell in row]
        assert {cell.data_type for cell in cells if cell.value == text} == {"s"}
        with ZipFile(io.BytesIO(data)) as archive:
            assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_f48_a_document_shows_what_went_in(text: str) -> None:
    document = docx.Document(io.BytesIO(docx_bytes([printout(holding(text))])))
    cells = {cell._tc: cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert list(cells.values()).count(text) == 3
    assert document.element.body.findall(f".//{qn('w:drawing')}") == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_f48_paper_copies_back_what_went_in_but_for_what_no_font_has(tmp_path: Path, text: str) -> None:
    written = printout(holding(text))
    lacking = "".join(missing_characters(written).values())
    # What joins or varies the characters around it is drawn by none itself.
    lacking += "\u200d\ufe0f"
    wanted = "".join(character for character in text if character not in lacking)
    pages = ["".join(c for c in page if c not in lacking) for page in with_pdfium(pdf_bytes([written]), tmp_path)]
    assert holds(pages, wanted)


def test_f48_a_longer_text_is_told_before_a_spreadsheet_is_written(tmp_path: Path) -> None:
    target = tmp_path / "form.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(TextTooLong) as refused:
        write_xlsx([printout(holding("长" * 32_768))], target)
    assert (refused.value.cell, refused.value.length) == ("goals.expected", 32_768)
    assert target.read_bytes() == b"old"


def test_f48_of_a_longer_text_nothing_is_cut_elsewhere(tmp_path: Path) -> None:
    form = holding("长" * 40_000)
    assert stored(ledger_of(tmp_path / "L.selfeval", form)) == [form]
    pages = with_pdfium(pdf_bytes([printout(form)]), tmp_path)
    assert sum(page.count("长") for page in pages) >= 3 * 40_000


def test_f49_control_characters_are_left_out_of_what_is_typed_or_pasted() -> None:
    form = edits.set_cell(complete_form(), FieldRef.goal("actual"), "甲\x00\x07乙\x1b[31m\x85丙\r\n丁\x0b戊\ufffe")
    assert form.goals.actual == "甲乙[31m丙\n丁\n戊"


def test_f50_marks_that_turn_the_direction_are_told_and_change_no_paper(tmp_path: Path) -> None:
    form = holding(BIDI)
    found = [finding for finding in evaluate(form, mof_2020()).findings if finding.field == FieldRef.goal("expected")]
    assert found != []
    foreign = foreign_characters.find_foreign_characters(printout(form).sheet)
    assert {each.kind for each in foreign} == {foreign_characters.ForeignKind.UNSEEN}
    pages = with_pdfium(pdf_bytes([printout(form)]), tmp_path)
    assert holds(pages, "甲乙丙")
    assert "\u202e" not in "".join(pages)
    assert stored(ledger_of(tmp_path / "L.selfeval", form)) == [form]


def test_f51_characters_that_no_font_has_are_listed_by_cell_before_printing() -> None:
    form = with_row(complete_form(), 1, actual="藏文\u0f40，完成")
    assert missing_characters(printout(form)) == {FieldRef.indicator(1, "actual"): "\u0f40"}


def test_f52_a_cell_taller_than_a_page_flows_and_is_all_there(tmp_path: Path) -> None:
    form = with_row(replace(complete_form(), goals=Goals(SENTENCE * 200, "已完成。")), 2, deviation=SENTENCE * 60)
    written = printout(form)
    pages = pages_of(written)
    assert len(pages) > 3
    check_pages(pages, written.sheet)
    shown = with_pdfium(pdf_bytes([written]), tmp_path)
    assert holds(shown, SENTENCE * 200)
    assert holds(shown, SENTENCE * 60)


def test_drafts_of_such_forms_are_what_a_ledger_takes(tmp_path: Path) -> None:
    form = holding(EXTENSIONS)
    store = bootstrap.ledger_files().create_ledger_file(
        tmp_path / "L.selfeval", [Draft(form, evaluate(form, mof_2020()))]
    )
    store.verify()
    store.close()
