"""The spreadsheet holds what the sheet shows: figures as numbers, texts as texts, in the official layout."""

import io
import re
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from selfeval_desktop.app.errors import TextTooLong
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.layout.sheet import SheetCell
from selfeval_desktop.output.xlsx import is_exact, sheet_names, write_xlsx, xlsx_bytes
from tests.builders import complete_form, mof_2020, with_fund, with_row
from tests.output.sheets import RARE, SENTENCE, long_form, plain_sheet, printout, sheet_of

TITLE_ROWS = 2
TRICKY = (
    "=100%",
    "=1+1",
    "007",
    "1E5",
    "#N/A",
    "TRUE",
    "http://a.cn",
    "_x000D_",
    "'甲",
    "<b>&amp;",
    "{=A1}",
    RARE,
)


def opened(*printouts: Printout) -> openpyxl.Workbook:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(printouts)))


def first_sheet(*printouts: Printout) -> Worksheet:
    """Its first worksheet."""
    worksheet = opened(*printouts).worksheets[0]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def cell_value(worksheet: Worksheet, cell: SheetCell) -> object:
    """What stands where the sheet's cell belongs."""
    return worksheet.cell(cell.row + TITLE_ROWS + 1, cell.column + 1).value


def shown(cell: SheetCell) -> object:
    """What a reader of the file must find."""
    return float(cell.number) if cell.number is not None else cell.text or None


@pytest.mark.parametrize("form", [complete_form(), long_form(40)], ids=["short", "long"])
def test_every_cell_stands_where_the_paper_has_it(form: Form) -> None:
    written = printout(form)
    worksheet = first_sheet(written)
    assert [cell for cell in written.sheet.cells if cell_value(worksheet, cell) != shown(cell)] == []
    assert worksheet.cell(1, 1).value == written.sheet.title
    assert worksheet.cell(2, 1).value == written.sheet.subtitle


def test_a_second_reader_finds_the_same() -> None:
    written = printout(long_form(10))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_bytes([written]))).get_sheet_by_index(0).to_python()
    for cell in written.sheet.cells:
        assert rows[cell.row + TITLE_ROWS][cell.column] == ("" if shown(cell) is None else shown(cell))


@pytest.mark.parametrize("text", TRICKY)
def test_a_text_stays_the_text_it_is(text: str) -> None:
    sheet = plain_sheet(text, "乙")
    data = xlsx_bytes([Printout("a", sheet, mof_2020().paper, complete_form())])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[TITLE_ROWS][0] == text
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].cell(TITLE_ROWS + 1, 1).value == text
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        written = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in written
    assert b"<hyperlink" not in written


def test_cells_are_merged_as_on_paper() -> None:
    written = printout(long_form(10))
    spans = {
        (cell.row + TITLE_ROWS + 1, cell.column + 1, cell.row_span, cell.column_span)
        for cell in written.sheet.cells
        if cell.row_span > 1 or cell.column_span > 1
    }
    found = {
        (area.min_row, area.min_col, area.max_row - area.min_row + 1, area.max_col - area.min_col + 1)
        for area in first_sheet(written).merged_cells.ranges
    }
    assert spans == {span for span in found if span[0] > TITLE_ROWS}


def test_amounts_are_numbers_in_the_form_s_format() -> None:
    form = with_fund(complete_form(), "current_year", annual=Decimal("2273786.35"))
    cells = first_sheet(printout(form)).iter_rows()
    found = [cell for row in cells for cell in row if cell.value == 2273786.35]
    assert {cell.number_format for cell in found} == {"#,##0.00####"}


def test_an_amount_with_more_digits_than_a_number_keeps_is_written_as_text() -> None:
    amount = Decimal("123456789012345.67")
    written = printout(with_fund(complete_form(), "current_year", annual=amount))
    values = [cell.value for row in first_sheet(written).iter_rows() for cell in row]
    assert "123,456,789,012,345.67" in values


@pytest.mark.parametrize(
    ("number", "exact"),
    [("0.1", True), ("278.4449", True), ("123456789012.345", True), ("1234567890123456", False), ("0", True)],
)
def test_fifteen_digits_are_exact(number: str, *, exact: bool) -> None:
    assert is_exact(Decimal(number)) is exact


def test_a_text_that_no_cell_holds_is_named_before_anything_is_written(tmp_path: Path) -> None:
    good = printout(name="甲-1")
    bad = printout(replace(complete_form(), goals=Goals("长" * 32_768, "")), name="乙-2")
    with pytest.raises(TextTooLong) as refused:
        write_xlsx([good, bad], tmp_path / "folder")
    assert (refused.value.cell, refused.value.length) == ("goals.expected", 32_768)
    assert list(tmp_path.iterdir()) == []


def test_length_counts_as_spreadsheets_do() -> None:
    with pytest.raises(TextTooLong):
        write_xlsx([printout(replace(complete_form(), goals=Goals("𬭎" * 16_384, "")))], Path("unused.xlsx"))


def test_a_text_of_the_greatest_length_is_written_whole() -> None:
    text = "长" * 32_767
    written = printout(replace(complete_form(), goals=Goals(text, "")))
    assert any(cell.value == text for row in first_sheet(written).iter_rows() for cell in row)


def test_each_form_has_a_sheet_named_for_its_project() -> None:
    book = opened(printout(complete_form()), printout(long_form()), printout(complete_form()))
    assert book.sheetnames == ["宣传与推广", "社会治理综合宣传", "宣传与推广(2)"]


def test_sheet_names_are_what_a_workbook_takes() -> None:
    names = sheet_names(["a/b:c*[d]?\\", "长" * 40, "长" * 40, "A", "a", "", "'引'", "History", "𬭎" * 20])
    assert names[:2] == ["a b c d", "长" * 31]
    assert names[2] == "长" * 28 + "(2)"
    assert names[3:] == ["A", "a(2)", "自评表", "引", "History(2)", "𬭎" * 15]


def test_the_page_is_set_up_for_a4_on_one_page_s_width() -> None:
    worksheet = first_sheet(printout())
    setup = worksheet.page_setup
    # A width of one page is the format's default and therefore not written.
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (
        9,
        "portrait",
        None,
        0,
    )
    assert worksheet.sheet_properties.pageSetUpPr.fitToPage
    assert worksheet.page_margins.left == pytest.approx(15 / 25.4)


def test_a_lying_page_is_set_up_lying() -> None:
    setup = first_sheet(replace(printout(), paper=replace(mof_2020().paper, width=297, height=210))).page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape")


def test_the_head_of_the_indicators_is_repeated_on_further_pages() -> None:
    written = printout(long_form())
    head = written.sheet.repeated[-1].head + TITLE_ROWS + 1
    assert first_sheet(written).print_title_rows == f"${head}:${head}"
    assert first_sheet(replace(written, sheet=plain_sheet("甲"))).print_title_rows is None


def test_rows_are_as_high_as_the_sheet_wants_them_at_least() -> None:
    sheet = replace(plain_sheet("甲", "乙", "长" * 400, "丁"), least_heights=(12.0, 12.0))
    heights = first_sheet(replace(printout(), sheet=sheet)).row_dimensions
    assert heights[TITLE_ROWS + 1].height == pytest.approx(12 * 72 / 25.4, abs=0.5)
    assert heights[TITLE_ROWS + 2].height > 12 * 72 / 25.4 + 1


def test_the_mark_stands_in_the_page_header_of_drafts() -> None:
    assert "草稿" in _part(xlsx_bytes([printout(mark="草稿")]), "<oddHeader>")
    assert "<oddHeader>" not in _part(xlsx_bytes([printout()]), "")


def _part(data: bytes, beginning: str) -> str:
    """The first worksheet's text from `beginning` on."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        text = parts.read("xl/worksheets/sheet1.xml").decode("utf-8")
    return text[text.index(beginning) :]


def test_an_ampersand_and_digits_in_the_name_stay_text_in_the_footer() -> None:
    data = xlsx_bytes([printout(replace(complete_form(), project_name="2023宣传&推广"))])
    footer = re.search("<oddFooter>(.*?)</oddFooter>", _part(data, "<oddFooter>"))
    assert footer
    assert footer[1].startswith("&amp;L&amp;8 2023宣传&amp;&amp;推广&amp;C")


def test_rows_are_high_enough_and_never_higher_than_a_row_can_be() -> None:
    form = with_row(replace(complete_form(), goals=Goals(SENTENCE * 3, SENTENCE * 60)), 0, deviation=SENTENCE)
    heights = {row: part.height for row, part in first_sheet(printout(form)).row_dimensions.items()}
    assert 380 < max(heights.values()) <= 409
    assert min(heights.values()) >= mof_2020().paper.text_size * 1.3


def test_a_text_too_high_for_a_row_is_set_smaller_and_others_are_not() -> None:
    form = replace(complete_form(), goals=Goals("已完成。", SENTENCE * 60))
    worksheet = first_sheet(printout(form))
    sizes = {cell.value: cell.font.size for row in worksheet.iter_rows() for cell in row if cell.value}
    assert sizes["已完成。"] == mof_2020().paper.text_size
    assert 6 <= sizes[SENTENCE * 60] < mof_2020().paper.text_size


def test_column_widths_follow_the_paper() -> None:
    dimensions = first_sheet(printout()).column_dimensions
    assert dimensions["A"].width < dimensions["D"].width


def test_the_signature_line_is_spread_below_the_table() -> None:
    written = replace(printout(), sheet=sheet_of(complete_form(), signature=True))
    row = written.sheet.row_count + TITLE_ROWS + 1
    worksheet = first_sheet(written)
    assert [cell.value for cell in worksheet[row] if cell.value] == list(written.sheet.signature)


def test_the_same_forms_give_the_same_bytes() -> None:
    assert xlsx_bytes([printout(), printout(long_form())]) == xlsx_bytes([printout(), printout(long_form())])


def test_windows_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    here = xlsx_bytes([printout()])
    # What zipfile asks, to say in an archive which system made it.
    monkeypatch.setattr(sys, "platform", "win32")
    assert xlsx_bytes([printout()]) == here
    assert {part.create_system for part in zipfile.ZipFile(io.BytesIO(here)).infolist()} == {3}


def test_there_is_no_clock_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes([printout()]))) as parts:
        core = parts.read("docProps/core.xml").decode("utf-8")
        times = {part.date_time for part in parts.infolist()}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", core)) == {"2000-01-01T00:00:00Z"}
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_one_file_or_a_folder(tmp_path: Path) -> None:
    one = tmp_path / "自评表.xlsx"
    assert write_xlsx([printout(), printout(long_form())], one) == (one,)
    folder = tmp_path / "2023"
    assert write_xlsx([printout(name="甲-1")], folder) == (folder / "甲-1.xlsx",)
    assert openpyxl.load_workbook(folder / "甲-1.xlsx").sheetnames == ["宣传与推广"]


def test_a_landscape_paper_of_another_size_is_kept() -> None:
    paper = replace(mof_2020().paper, width=420.0, height=297.0)
    setup = first_sheet(replace(printout(), paper=paper)).page_setup
    assert (setup.paperSize, setup.orientation) == (8, "landscape")


def test_a_form_without_a_name_has_only_page_numbers_in_its_footer() -> None:
    data = xlsx_bytes([printout(replace(complete_form(), project_name=""))])
    assert "<oddFooter>&amp;C" in _part(data, "<oddFooter>")
