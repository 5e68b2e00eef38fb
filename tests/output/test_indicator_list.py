"""The file that a portal imports: twelve heads in the first line, a row for each indicator, numbers as numbers."""

from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from selfeval_desktop.app.errors import TextTooLong
from selfeval_desktop.app.paper import documents
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.layout.portal_lists import HEADINGS
from selfeval_desktop.output.indicator_list import write_indicator_list
from tests.builders import complete_form, with_row
from tests.output.packages import example_forms, outputs


def lists(*forms: Form) -> list[Printout]:
    return [documents.indicator_list(each) for each in outputs(*forms)]


def test_the_examples_read_back_equal_in_every_cell(tmp_path: Path) -> None:
    printouts = lists(*example_forms())
    write_indicator_list(printouts, tmp_path / "清单.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "清单.xlsx")
    for number, printout in enumerate(printouts):
        rows = book.get_sheet_by_index(number).to_python()
        assert rows[0] == list(HEADINGS)
        assert len(rows) == printout.sheet.row_count
        for cell in printout.sheet.cells:
            shown = float(cell.number) if cell.number is not None else cell.text
            assert rows[cell.row][cell.column] == shown


def test_nothing_is_merged_and_texts_are_texts(tmp_path: Path) -> None:
    write_indicator_list(lists(with_row(complete_form(), 0, level3="=1+1")), tmp_path / "a.xlsx")
    worksheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert not worksheet.merged_cells.ranges
    assert (worksheet["C2"].value, worksheet["C2"].data_type) == ("=1+1", "s")
    assert worksheet.freeze_panes == "A2"


def test_a_folder_gets_a_file_of_its_own_name_for_each(tmp_path: Path) -> None:
    (path,) = write_indicator_list(lists(complete_form()), tmp_path / "folder")
    assert path.name == "某区信访办公室-2023-宣传与推广-1-指标清单.xlsx"


def test_a_draft_has_no_mark_where_a_portal_would_read_it() -> None:
    (printout,) = lists(complete_form(project_name=""))
    assert (printout.mark, printout.imprint) == ("", None)


def test_a_text_that_no_cell_holds_is_named(tmp_path: Path) -> None:
    form = with_row(complete_form(), 0, deviation="长" * 32_768)
    with pytest.raises(TextTooLong) as refused:
        write_indicator_list(lists(form), tmp_path / "a.xlsx")
    assert refused.value.cell == "indicators[0].deviation"
    assert not (tmp_path / "a.xlsx").exists()
