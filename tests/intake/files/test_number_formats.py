"""A spreadsheet's number becomes what people see."""

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from selfeval_desktop.intake.files import number_formats
from selfeval_desktop.intake.files.number_formats import ShownText, shown_number, shown_text
from selfeval_desktop.intake.text.html_table import read_html_tables
from tests.intake.offices import saved

ACCOUNTING = '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ '
SHOWN = [
    ("0.30000000000000004", "", "0.3"),
    ("211166.72", "General", "211166.72"),
    ("1.5E-2", "", "0.015"),
    ("2.3E+6", "G/通用格式", "2300000"),
    ("-0", "", "0"),
    ("0.333333333333333", "General", "0.333333"),
    ("428571.428571429", "#,##0.00", "428571.43"),
    ("1234567.891", "0.00_ ", "1234567.89"),
    ("1.234567891", "0.000000000", "1.234568"),
    ("0.95", "0%", "95%"),
    ("0.8617", "0.00%", "86.17%"),
    ("1", "0.00%", "100%"),
    ("5", '0"%"', "5%"),
    ("1000000", "0!.0,", "100"),
    ("962345", "0!.0,", "96.2"),
    ("1000000", "0.00,,万%", "100.00万"),
    ("1000000", '0.00,,"万"\n%', "100.00万"),
    ("12345678", '0!.00,"万"', "123.46万"),
    ("1000000", '0.00,,"百万元"', "1.00百万元"),
    ("400", '"≥"0"户"', "≥400户"),
    ("7.6", '"≤"0.0"万元"', "≤7.6万元"),
    ("12", '">="General"公里"', ">=12公里"),
    ("0.98", '"="0%', "=98%"),
    ("12000", '"≥"#,##0"户"', "≥12,000户"),
    ("1000000", '#,##0.00"元"', "1,000,000.00元"),
    ("1000000", ACCOUNTING, "1000000"),
    ("-1000", ACCOUNTING, "-1000"),
    ("0", ACCOUNTING, "0"),
    ("-1234.5", "#,##0.00_);(#,##0.00)", "-1234.5"),
    ("-1234.5", "#,##0.00;[Red]#,##0.00", "-1234.5"),
    ("5", "+0.0;-0.0", "+5"),
    ("1000", "[$¥-804]#,##0.00", "1000"),
    ("1000", "[$US$-409]#,##0.00", "US$1,000.00"),
    ("120", '[>=100]0"以上";0"以下"', "120以上"),
    ("50", '[>=100]0"以上";0"以下"', "50以下"),
    ("-5", "[>100]0.0;0", "-5"),
    ("-5", '[>10]"多";"负"0;"少"', "负5"),
    ("3", '[>10]"多";"负"0;"少"', "少"),
    ("7", "000", "007"),
    ("13800138000", "000-0000-0000", "138-0013-8000"),
    ("123456", '#!.####"万"', "12.3456万"),
    ("0.5", "#.00", "0.5"),
    ("0.5", "# ?/?", "1/2"),
    ("1.25", "# ?/8", "1 2/8"),
    ("1.5", "?/?", "3/2"),
    ("-2", "# ?/?", "-2"),
    ("1000000", "0.00E+00", "1000000"),
    ("123", "[DBNum2][$-804]General", "123"),
    ("5", ";;;", ""),
    ("0", "0;-0;;@", ""),
    ("45291", "yyyy/m/d", "2023-12-31"),
    ("45291", '[$-804]yyyy"年"m"月"d"日";@', "2023-12-31"),
    ("45291", '[DBNum1][$-804]yyyy"年"m"月"d"日"', "2023-12-31"),
    ("45291.5", "yyyy/m/d h:mm", "2023-12-31 12:00"),
    ("45291.5", "yyyy-mm-dd", "2023-12-31"),
    ("45291", 'yyyy"年"m"月"', "2023年12月"),
    ("45291", 'm"月"d"日"', "12月31日"),
    ("45291", "yyyy", "2023"),
    ("45291", "yy.mm", "23.12"),
    ("45291", "aaaa", "星期日"),
    ("0.75", "h:mm", "18:00"),
    ("0.75", "上午/下午h:mm", "下午6:00"),
    ("0.5", "mm:ss", "00:00"),
    ("1.5", "[h]:mm", "36:00"),
    ("1", "yyyy-m-d", "1900-01-01"),
    ("-5", "yyyy-m-d", "-5"),
    ("99999999", "yyyy-m-d", "99999999"),
    ("nan", "0.00", "nan"),
    ("1E+999", "0.00", "1E+999"),
    ("甲", "0.00", "甲"),
]
SAME_ELSEWHERE = [
    *("0\\.0,", '"≥"0"户"', '"≤"0.0"万元"', "0.00", "#,##0.00", "0%", "0.00%", '0"%"', '#,##0.00"元"', "0,", "000"),
    *(
        '[>=100]0"以上";0"以下"',
        "+0.0;-0.0",
        "#,##0.00;(#,##0.00)",
        'yyyy"年"m"月"',
        'm"月"d"日"',
        "# ?/?",
        "0.0,",
        '0.00,,"百万元"',
    ),
    *("000-0000-0000", 'General"份"', "[h]:mm", "yyyy", '"约"0"人次"', "#.00"),
]
DATES = frozenset({'yyyy"年"m"月"', 'm"月"d"日"', "[h]:mm", "yyyy"})
"""Of the days before March 1900 programs think differently."""
VALUES = ["1000000", "962345.678", "0.98", "12", "45291", "100", "99.995", "7.6", "0.5"]


@pytest.mark.parametrize(("figure", "code", "text"), SHOWN)
def test_a_number_is_written_as_it_is_shown(figure: str, code: str, text: str) -> None:
    assert shown_number(figure, code).text == text


def test_a_workbook_may_count_its_days_from_1904() -> None:
    assert shown_number("43829", "yyyy-mm-dd", from_1904=True).text == "2023-12-31"


@pytest.mark.parametrize(
    ("figure", "code", "shown"),
    [
        ("20.4", "0", ShownText("20", is_shortened=True, is_bare=True)),
        ("20.123456789", "0", ShownText("20", is_bare=True)),
        ("0.9725", "0%", ShownText("97%", is_shortened=True)),
        ("150000", "0,", ShownText("150", is_scaled=True, is_bare=True)),
        ("1234567", "0.0E+0", ShownText("1234567", is_shortened=True, is_bare=True)),
        ("0.95", "", ShownText("0.95", is_bare=True)),
    ],
)
def test_what_is_lost_by_showing_is_told(figure: str, code: str, shown: ShownText) -> None:
    assert shown_number(figure, code) == shown


def test_a_format_may_show_more_than_a_text_or_hide_it() -> None:
    assert shown_text("12", '@"户"') == "12户"
    assert shown_text("甲", "0.00") == "甲"
    assert shown_text("甲", ";;;") == ""


def test_only_what_a_spreadsheet_cannot_keep_is_inexact() -> None:
    assert not number_formats.is_inexact("999999999999999")
    assert number_formats.is_inexact("1234567890123456")
    assert number_formats.is_inexact("1.2345678901234568E+17")
    assert not number_formats.is_inexact("0.30000000000000004")
    assert not number_formats.is_inexact("甲")


def test_a_fraction_lies_between_none_and_all() -> None:
    assert number_formats.is_fraction("0.95")
    assert not any(map(number_formats.is_fraction, ("0", "1", "1.5", "-0.5", "甲")))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice with its Calc")
def test_another_spreadsheet_program_shows_the_same(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row, code in enumerate(SAME_ELSEWHERE, start=1):
        for column, value in enumerate(VALUES, start=1):
            cell = sheet.cell(row, column)
            cell.value, cell.number_format = float(value), code
    (tmp_path / "a.xlsx").write_bytes(saved(book))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*command, "html", "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")], check=True, capture_output=True
    )
    (table,) = read_html_tables((tmp_path / "a.html").read_text("utf-8"))
    differing = [
        (code, value, theirs, ours)
        for code, line in zip(SAME_ELSEWHERE, table.rows, strict=True)
        for value, theirs in zip(VALUES, line, strict=True)
        if (code not in DATES or value == "45291")
        and not is_same(theirs, ours := shown_number(value, code).text, value)
    ]
    assert differing == []


def is_same(theirs: str, ours: str, value: str) -> bool:
    """Whether both are the same but for the marks that a plain figure does without."""
    return number_formats.plain_figure(" ".join(theirs.split()), Decimal(value)) == ours
