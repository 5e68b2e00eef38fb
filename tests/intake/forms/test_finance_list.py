"""Lists as finance offices keep them: found by their heads, whatever the file."""

from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook

from selfeval_desktop.app.errors import ListFault, MissingFile, NoFinanceList, UnfitFile, UnreadableFile
from selfeval_desktop.intake.files import gate
from selfeval_desktop.intake.forms import finance_list
from selfeval_desktop.intake.forms.finance_list import read_finance_list

TEXT = """2023年度项目支出情况表{0}{0}{0}
单位：万元{0}{0}{0}
项目名称{0}项目编码{0}调整预算数{0}支出数
宣传与推广{0}A1{0}15.5{0}"1,400"
课题{0}{0}约30{0}
项目名称{0}项目编码{0}调整预算数{0}支出数
{0}B2{0}20{0}19
合 计{0}{0}65{0}59
{0}{0}{0}
"""


def book(path: Path, *sheets: list[list[object]]) -> Path:
    with Workbook(path) as workbook:
        for rows in sheets:
            sheet = workbook.add_worksheet()
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return path


def text_file(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def fault(path: Path) -> ListFault:
    with pytest.raises(NoFinanceList) as caught:
        read_finance_list(path)
    return caught.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_text_list_is_read_in_every_encoding_and_with_every_delimiter(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    found = read_finance_list(text_file(tmp_path / "名单.csv", TEXT.format(delimiter).encode(encoding)))
    assert (found.money_unit, found.year, found.columns) == ("万元", 2023, ("annual", "executed"))
    first, second, third = found.lines
    assert (first.place, first.name, first.code) == (4, "宣传与推广", "A1")
    assert first.amounts == {"annual": Decimal("15.5"), "executed": Decimal(1400)}
    assert (second.amounts, second.unread) == ({}, {"annual": "约30"})
    assert (third.name, third.code, third.amounts["executed"]) == ("", "B2", Decimal(19))


def test_a_spreadsheet_is_read_from_the_first_sheet_with_heads(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["年度", "预算单位", "项 目\n名称", "年初预算数（元）", "全年预算数（元）", "执行数", "备注"],
        [2023, "某馆", "宣传", 214167, 211166.72, 0.1 + 0.2, True],
        ["二〇二三", "某馆", "课题", None, 5, "—"],
    ]
    found = read_finance_list(book(tmp_path / "名单.xlsx", [["说明"]], rows))
    first, second = found.lines
    assert found.money_unit == "元"
    assert (first.year, first.unit) == (2023, "某馆")
    assert first.amounts == {
        "initial": Decimal(214167),
        "annual": Decimal("211166.72"),
        "executed": Decimal("0.3"),
    }
    assert (second.year, second.amounts, second.unread) == (None, {"annual": Decimal(5)}, {})


def test_amounts_lose_the_noise_of_a_program_s_sums_and_nothing_else(tmp_path: Path) -> None:
    lines = "项目名称,年初预算数,执行数\n宣传,0.30000000000000004,211166.71999999997\n课题,0.123456,0.1234565\n"
    first, second = read_finance_list(text_file(tmp_path / "a.csv", lines.encode())).lines
    assert first.amounts == {"initial": Decimal("0.3"), "executed": Decimal("211166.72")}
    assert second.amounts == {"initial": Decimal("0.123456"), "executed": Decimal("0.123457")}
    assert (first.unread, second.unread) == ({}, {})


@pytest.mark.parametrize(("above", "is_read"), [(29, True), (30, False)])
def test_heads_are_looked_for_in_the_first_thirty_rows(tmp_path: Path, above: int, is_read: bool) -> None:
    rows: list[list[object]] = [["说明", number] for number in range(above)]
    path = book(tmp_path / "名单.xlsx", [*rows, ["项目名称", "执行数"], ["宣传", 5]])
    if is_read:
        assert [line.name for line in read_finance_list(path).lines] == ["宣传"]
    else:
        assert fault(path) is ListFault.NO_HEAD


def test_what_a_list_does_not_say_stays_open(tmp_path: Path) -> None:
    found = read_finance_list(text_file(tmp_path / "a.csv", "项目名称,执行数\n宣传,5\n课题\n".encode()))
    assert (found.money_unit, found.year) == (None, None)
    assert [line.amounts for line in found.lines] == [{"executed": Decimal(5)}, {}]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"%PDF", ListFault.FORMAT),
        ("a.xlsx", "不是表格".encode(), ListFault.FORMAT),
        ("a.csv", b"\xff\xff,\x80", ListFault.FORMAT),
        ("a.csv", "项目名称,执行数\n".encode() + b"a" * 140_000 + b",1", ListFault.FORMAT),
        ("a.csv", b"", ListFault.FORMAT),
        ("a.csv", "姓名,电话\n李某,1".encode(), ListFault.NO_HEAD),
        ("a.csv", "项目名称,执行数\n合计,5".encode(), ListFault.NO_LINES),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_its_reason(
    tmp_path: Path, name: str, data: bytes, reason: ListFault
) -> None:
    assert fault(text_file(tmp_path / name, data)) is reason


def test_too_large_a_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "LARGEST", 3)
    assert fault(book(tmp_path / "a.xlsx", [["项目名称", "执行数"], ["宣传", 1]])) is ListFault.TOO_LARGE


def test_too_long_a_list_is_refused(tmp_path: Path) -> None:
    rows: list[list[object]] = [["项目名称", "执行数"], *([f"宣传{row}", row] for row in range(2_500))]
    assert fault(book(tmp_path / "a.xlsx", rows)) is ListFault.TOO_LARGE


def test_a_bomb_ends_at_the_gate(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>" + b" " * 150_000_000)
    with pytest.raises(UnfitFile):
        read_finance_list(path)


def test_a_title_without_a_delimiter_does_not_hide_that_of_the_list(tmp_path: Path) -> None:
    told = "2023年度项目支出\n项目名称;执行数\n宣传;1,400\n"
    assert read_finance_list(text_file(tmp_path / "a.txt", told.encode())).lines[0].amounts == {
        "executed": Decimal(1400)
    }


def test_a_path_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read_finance_list(tmp_path / "没有.csv")
    folder = tmp_path / "夹.csv"
    folder.mkdir()
    with pytest.raises(UnreadableFile):
        read_finance_list(folder)


def test_a_year_of_thousands_of_digits_is_none() -> None:
    assert finance_list._parse_year("9" * 5000) is None
    assert finance_list._parse_year("2023年度") == 2023
