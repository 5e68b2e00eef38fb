"""The Word document holds what the sheet shows, in the official layout, and opens for whoever reads it."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table, _Cell

from selfeval_desktop import bootstrap
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell
from selfeval_desktop.output.docx import docx_bytes, write_docx
from selfeval_desktop.wording.lists.batch_lists import cover_sheet
from tests.builders import complete_form, mof_2020
from tests.output.sheets import RARE, SENTENCE, label, long_form, plain_sheet, printout, sheet_of

TRICKY = ("=1+1", "007", "<b>&amp;", '"甲"', " 前后 ", "甲\t乙", "甲\n\n乙", "_x000D_", RARE)


def opened(*printouts: Printout) -> Document:
    """The document as python-docx reads it."""
    return docx.Document(io.BytesIO(docx_bytes(printouts)))


def grid(tables: list[Table]) -> list[list[_Cell]]:
    """The cells of tables that follow each other, a merged one in each of its places."""
    return [list(row.cells) for table in tables for row in table.rows]


def different(sheet: Sheet, tables: list[Table]) -> list[SheetCell]:
    """The cells that do not read as the sheet has them, in every place that they cover."""
    cells = grid(tables)
    return [
        cell
        for cell in sheet.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
        if cells[row][column].text != cell.text
    ]


def examples() -> Iterator[Printout]:
    services = bootstrap.build_services()
    paperwork = Paperwork(services.templates, services.paper_code, "草稿")
    for form_id, form in enumerate(services.examples(), start=1):
        yield paperwork.build_output(form_id, form).printout


def test_the_examples_read_back_equal_in_every_printed_cell() -> None:
    printouts = tuple(examples())
    assert len(printouts) == 5
    for each in printouts:
        document = opened(each)
        assert different(each.sheet, document.tables) == []
        assert [paragraph.text for paragraph in document.paragraphs][:2] == [
            f"{each.sheet.title}（草稿）" if each.mark else each.sheet.title,
            each.sheet.subtitle,
        ]


def test_a_cell_left_out_would_be_seen() -> None:
    sheet = plain_sheet("甲", "乙")
    other = replace(sheet, cells=(sheet.cells[0],))
    assert different(sheet, opened(replace(printout(), sheet=other)).tables) == [sheet.cells[1]]


@pytest.mark.parametrize("text", TRICKY)
def test_a_text_stays_the_text_it_is(text: str) -> None:
    document = opened(replace(printout(), sheet=plain_sheet(text, "乙")))
    assert document.tables[0].cell(0, 0).text == text


def test_what_word_refuses_is_left_out() -> None:
    document = opened(replace(printout(), sheet=plain_sheet("甲\x00\x0b乙\x1f\ud800丙\ufffe", "乙")))
    assert document.tables[0].cell(0, 0).text == "甲\n乙丙"


def test_cells_are_merged_as_on_paper() -> None:
    sheet = replace(plain_sheet("左", "一", "", "二"), cells=(label(0, "左", 2), SheetCell(0, 1, "一")))
    cells = grid(opened(replace(printout(), sheet=sheet)).tables)
    assert cells[0][0]._tc is cells[1][0]._tc
    assert [cell.text for cell in cells[1]] == ["左", ""]


def test_every_font_is_named_for_chinese_too() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_bytes([printout()]))) as parts:
        document = ET.fromstring(parts.read("word/document.xml"))
    fonts = [found.attrib for found in document.iter(qn("w:rFonts"))]
    assert {found[qn("w:eastAsia")] for found in fonts} == {"宋体", "黑体"}
    assert all(found[qn("w:ascii")] == found[qn("w:eastAsia")] for found in fonts)


def test_the_head_of_the_indicators_begins_a_table_and_is_repeated() -> None:
    written = printout(long_form())
    upper, lower = opened(written).tables
    assert len(upper.rows) == written.sheet.repeated[-1].head
    heads = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in lower.rows]
    assert heads == [True] + [False] * (len(lower.rows) - 1)
    assert not upper._tbl.xpath(".//w:tblHeader")


def test_a_list_is_one_table_whose_first_row_is_repeated() -> None:
    (table,) = opened(replace(printout(), sheet=cover_sheet([]))).tables
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [True, False]


def test_a_head_that_a_cell_reaches_into_begins_no_table() -> None:
    sheet = sheet_of(long_form())
    head = sheet.repeated[-1].head
    side = SheetCell(head - 1, 0, "跨", row_span=2)
    rest = tuple(cell for cell in sheet.cells if cell.row not in {head - 2, head - 1, head} or cell.column)
    crossed = replace(sheet, cells=(*rest, side))
    assert len(opened(replace(printout(), sheet=crossed)).tables) == 1


def rounded(*lengths: Length | None) -> list[int]:
    """Lengths in whole mm."""
    return [round(length.mm) for length in lengths if length is not None]


def test_the_page_is_the_paper_s() -> None:
    paper = replace(mof_2020().paper, width=420.0, height=297.0, binding=10.0)
    upright, lying = opened(printout(), replace(printout(), paper=paper)).sections
    assert rounded(upright.page_width, upright.left_margin) == [210, round(paper.left)]
    assert rounded(lying.page_width, lying.page_height, lying.top_margin) == [420, 297, round(paper.top + 10)]


def test_columns_are_as_wide_as_the_page_leaves() -> None:
    written = printout()
    for table in opened(written).tables:
        widths = [column.width.mm for column in table.columns]
        inner = written.paper.width - written.paper.left - written.paper.right
        assert sum(widths) == pytest.approx(inner, abs=0.5)


def test_each_form_has_a_section_with_its_name_and_its_own_page_numbers() -> None:
    document = opened(printout(), printout(long_form()))
    feet = [section.footer.paragraphs[0].text for section in document.sections]
    assert [foot.split("\t")[0] for foot in feet] == ["宣传与推广", "社会治理综合宣传"]
    xml = [section.footer._element.xml for section in document.sections]
    assert all("SECTIONPAGES" in foot for foot in xml)


def test_the_pages_of_a_form_alone_are_counted_by_every_program() -> None:
    (section,) = opened(printout()).sections
    assert "NUMPAGES" in section.footer._element.xml


def test_the_mark_of_a_draft_stands_in_title_and_head() -> None:
    draft, whole = opened(printout(mark="草稿")), opened(printout())
    assert draft.paragraphs[0].text.endswith("（草稿）")
    assert draft.sections[0].header.paragraphs[0].text == "草稿"
    assert "草稿" not in whole.element.xml
    assert whole.sections[0].header.paragraphs[0].text == ""


def test_the_signature_line_is_spread_below_the_table() -> None:
    written = replace(printout(), sheet=sheet_of(complete_form(), signature=True))
    last = opened(written).paragraphs[-1]
    assert last.text.split("\t") == list(written.sheet.signature)
    assert len(last.paragraph_format.tab_stops) == len(written.sheet.signature) - 1


def test_a_row_is_as_high_as_the_sheet_wants_it_at_least() -> None:
    sheet = replace(plain_sheet("甲", "乙"), least_heights=(12.0,))
    (row,) = opened(replace(printout(), sheet=sheet)).tables[0].rows
    assert row.height is not None
    assert row.height.mm == pytest.approx(12, abs=0.1)


def test_short_rows_stay_on_one_page_and_long_ones_go_on() -> None:
    written = printout(replace(complete_form(), goals=Goals(SENTENCE * 8, "已完成。")))
    held = [bool(row._tr.xpath("./w:trPr/w:cantSplit")) for row in opened(written).tables[0].rows]
    assert held[0]
    assert not held[-1]


def test_the_same_forms_give_the_same_bytes_without_a_clock() -> None:
    data = docx_bytes([printout(), printout(long_form())])
    assert data == docx_bytes([printout(), printout(long_form())])
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert properties.title == mof_2020().title
    assert properties.author == "某区信访办公室"


def test_one_file_or_a_folder(tmp_path: Path) -> None:
    one = tmp_path / "自评表.docx"
    assert write_docx([printout(), printout(long_form())], one) == (one,)
    folder = tmp_path / "2023"
    assert write_docx([printout(name="甲-1")], folder) == (folder / "甲-1.docx",)
    assert len(docx.Document(str(folder / "甲-1.docx")).tables) == 2
