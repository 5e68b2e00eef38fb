"""Each reader gives cells as people see them, and passes over what they do not."""

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.incoming import Container, PassedOverPart, PassedOverReason
from selfeval_desktop.intake.files import cells, office_file
from selfeval_desktop.intake.files.cells import CellGathering, FileContents, FileRefused
from tests.intake.hostile import BOOK, DOCUMENT, SHEET, TEXTS, changed, sheet_xml
from tests.intake.offices import document_of, saved, workbook_of
from tests.intake.variants import ods_of

HIDDEN = (
    '<office:automatic-styles><style:style style:name="h" style:family="table">'
    '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
)


def contents(data: bytes, folder: Path, name: str = "a.xlsx") -> FileContents:
    path = folder / name
    path.write_bytes(data)
    return office_file.read_contents(path)


def texts(found: FileContents) -> list[str]:
    (block,) = found.blocks
    return list(block.texts.values())


def ods_row(*values: Sequence[str]) -> str:
    written = "".join(
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}"><text:p>{value}</text:p></table:table-cell>'
        for kind, name, value in values
    )
    return f"<table:table-row>{written}</table:table-row>"


def test_every_kind_of_value_of_an_ods_becomes_a_text(tmp_path: Path) -> None:
    row = ods_row(
        ("float", "value", "0.95"),
        ("float", "value", "1234567890123456"),
        ("boolean", "boolean-value", "true"),
        ("date", "date-value", "2023-12-31"),
        ("time", "time-value", "PT01H30M00S"),
    )
    found = contents(ods_of(f'<table:table table:name="表">{row}</table:table>'), tmp_path, "a.ods")
    assert texts(found) == ["0.95", "1234567890123456", "TRUE", "2023-12-31", "01:30:00"]
    assert [each.reason for each in found.blocks[0].doubts] == ["fraction", "inexact"]


def test_a_hidden_sheet_of_an_ods_is_passed_over(tmp_path: Path) -> None:
    row = ods_row(("float", "value", "1"))
    tables = (
        f'<table:table table:name="藏" table:style-name="h">{row}</table:table>'
        f'<table:table table:name="表">{row}</table:table>'
    )
    found = contents(ods_of(tables, HIDDEN), tmp_path, "a.ods")
    assert [block.name for block in found.blocks] == ["表"]
    assert found.notes == (PassedOverPart(Container.SHEET, "藏", PassedOverReason.HIDDEN),)


def test_cells_without_addresses_stand_one_after_the_other(tmp_path: Path) -> None:
    row = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    (block,) = contents(changed(workbook_of(), SHEET, sheet_xml(row)), tmp_path).blocks
    assert block.texts == {(0, 0): "1", (0, 1): "2", (1, 0): "3"}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="s"><v>7</v></c>', None),
        ('<c t="s"><v>x</v></c>', None),
        ('<c s="99"><v>5.5</v></c>', "5.5"),
        ('<c s="x"><v>2</v></c>', "2"),
        ('<c t="b"><v>0</v></c>', "FALSE"),
        ('<c t="str"><f>A1</f><v>甲_x000A_乙</v></c>', "甲\n乙"),
        ('<c t="str"><f>A1</f><v></v></c>', None),
        ('<c t="d"><v>2023-12-31</v></c>', "2023-12-31"),
        ('<c t="inlineStr"><is><t>_x005F_x000A_</t></is></c>', "_x000A_"),
        ("<c/>", None),
        ("<c><v>nan</v></c>", "nan"),
    ],
)
def test_a_cell_of_any_kind_is_read_or_blank(cell: str, text: str | None, tmp_path: Path) -> None:
    found = contents(changed(workbook_of(), SHEET, sheet_xml(f"<row>{cell}</row>")), tmp_path)
    assert [list(block.texts.values()) for block in found.blocks] == ([] if text is None else [[text]])
    assert not [each for block in found.blocks for each in block.doubts]


def test_texts_that_cells_share_are_found_by_their_places(tmp_path: Path) -> None:
    shared = '<sst xmlns="x"><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>yi</t></rPh></si></sst>'
    row = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>9</v></c></row>'
    data = changed(changed(workbook_of(), TEXTS, shared), SHEET, sheet_xml(row))
    assert texts(contents(data, tmp_path)) == ["乙丙", "甲"]


def test_a_range_that_is_none_merges_nothing(tmp_path: Path) -> None:
    body = sheet_xml('<row><c r="B1"><v>1</v></c></row>').replace(
        "</worksheet>", '<mergeCells><mergeCell ref="A1"/><mergeCell ref="??:B2"/></mergeCells></worksheet>'
    )
    assert texts(contents(changed(workbook_of(), SHEET, body), tmp_path)) == ["1"]


def test_a_workbook_of_1904_counts_from_there(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = MAC_EPOCH
    assert book.active is not None
    book.active["A1"] = 43829
    book.active["A1"].number_format = "yyyy-mm-dd"
    assert texts(contents(saved(book), tmp_path)) == ["2023-12-31"]


def test_sheets_are_found_by_absolute_and_odd_targets(tmp_path: Path) -> None:
    relations = (
        '<Relationships xmlns="x"><Relationship Id="rId1" Target="./../xl/worksheets/sheet1.xml"/>'
        '<Relationship Id="rId9" Target="http://x" TargetMode="External"/></Relationships>'
    )
    data = changed(workbook_of(), "xl/_rels/workbook.xml.rels", relations)
    assert len(contents(data, tmp_path).blocks) == 1


def test_a_sheet_that_is_missing_is_none(tmp_path: Path) -> None:
    book = '<workbook xmlns="x" xmlns:r="y"><sheets><sheet name="甲" r:id="rId99"/></sheets></workbook>'
    assert contents(changed(workbook_of(), BOOK, book), tmp_path) == FileContents()


def test_a_table_of_a_document_may_begin_further_right(tmp_path: Path) -> None:
    body = (
        '<w:document xmlns:w="w"><w:body><w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>'
        "<w:tc><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
        "</w:body></w:document>"
    )
    (block,) = contents(changed(document_of(), DOCUMENT, body), tmp_path, "a.docx").blocks
    assert block.texts == {(0, 2): "甲\t乙\n丙"}


def test_a_document_of_endless_rows_is_refused(tmp_path: Path) -> None:
    body = f'<w:document xmlns:w="w"><w:tbl>{"<w:tr/>" * 5_000}</w:tbl></w:document>'
    with pytest.raises(FileRefused) as refused:
        contents(changed(document_of(), DOCUMENT, body), tmp_path, "a.docx")
    assert refused.value.reason is UnfitReason.TOO_MUCH


def test_what_is_packed_is_unpacked_the_same(tmp_path: Path) -> None:
    found = contents(workbook_of(more={"E7": "约", "F13": 0.97, "XFD9": "远"}), tmp_path)
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.notes


def test_more_text_than_forms_have_is_refused() -> None:
    gathering = CellGathering()
    block = gathering.begin_block(Container.SHEET, "甲")
    for row in range(cells.MOST_CHARACTERS // 30_000):
        block.put_text(row, 0, "字" * 30_000)
    with pytest.raises(FileRefused):
        block.put_text(1_000, 0, "字" * 30_000)


def test_more_parts_passed_over_than_a_file_has_are_refused() -> None:
    gathering = CellGathering()
    for number in range(cells.MOST_BLOCKS):
        gathering.skip_part(Container.SHEET, str(number), PassedOverReason.HIDDEN)
    with pytest.raises(FileRefused):
        gathering.skip_part(Container.SHEET, "又一个", PassedOverReason.HIDDEN)


def test_a_block_too_big_takes_nothing_more() -> None:
    gathering = CellGathering()
    block = gathering.begin_block(Container.SHEET, "甲")
    for row in range(2_100):
        block.put_text(row, 0, "甲")
    assert not block.put_text(0, 1, "乙")
    gathering.end_block(block)
    assert gathering.gathered_contents() == FileContents(
        (), (PassedOverPart(Container.SHEET, "甲", PassedOverReason.TOO_BIG),)
    )
