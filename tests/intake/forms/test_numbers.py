"""A spreadsheet's number becomes what people see."""

from datetime import datetime

import pytest

from selfeval_desktop.intake.forms import numbers


@pytest.mark.parametrize(
    ("number", "code", "look"),
    [
        (0, "", "plain"),
        (4, "", "plain"),
        (9, "", "percent"),
        (10, "", "percent"),
        (14, "", "date"),
        (31, "", "date"),
        (20, "", "time"),
        (164, "0.0%", "percent"),
        (164, '0"%"', "plain"),
        (164, "General", "plain"),
        (164, "G/通用格式", "plain"),
        (164, "#,##0.00_);[Red]\\(#,##0.00\\)", "plain"),
        (164, 'yyyy"年"m"月"d"日"', "date"),
        (164, "[$-804]yyyy/m/d", "date"),
        (164, "h:mm:ss", "time"),
        (164, "[h]:mm", "time"),
        (164, '0.00"元"', "plain"),
        (164, '0"days"', "plain"),
    ],
)
def test_the_format_tells_what_a_number_is(number: int, code: str, look: str) -> None:
    assert numbers.number_display(number, code) == look


@pytest.mark.parametrize(
    ("figure", "look", "text"),
    [
        ("0.30000000000000004", "plain", "0.3"),
        ("211166.72", "plain", "211166.72"),
        ("1.5E-2", "plain", "0.015"),
        ("2.3E+6", "plain", "2300000"),
        ("100", "plain", "100"),
        ("-0", "plain", "0"),
        ("0.95", "percent", "95%"),
        ("0.86170000000000002", "percent", "86.17%"),
        ("1", "percent", "100%"),
        ("45291", "date", "2023-12-31"),
        ("45291.5", "date", "2023-12-31 12:00"),
        ("0.75", "time", "18:00"),
        ("1.75", "time", "1899-12-31 18:00"),
        ("-5", "date", "-5"),
        ("99999999", "date", "99999999"),
        ("nan", "plain", "nan"),
        ("1E+999", "plain", "1E+999"),
        ("甲", "plain", "甲"),
    ],
)
def test_a_number_is_written_as_it_looks(figure: str, look: numbers.NumberDisplay, text: str) -> None:
    assert numbers.number_text(figure, look) == text


def test_a_workbook_may_count_its_days_from_1904() -> None:
    assert numbers.number_text("43829", "date", from_1904=True) == "2023-12-31"


def test_only_what_a_spreadsheet_cannot_keep_is_inexact() -> None:
    assert not numbers.is_inexact("999999999999999")
    assert numbers.is_inexact("1234567890123456")
    assert numbers.is_inexact("1.2345678901234568E+17")
    assert not numbers.is_inexact("0.30000000000000004")
    assert not numbers.is_inexact("甲")


def test_a_fraction_lies_between_none_and_all() -> None:
    assert numbers.is_fraction("0.95")
    assert not any(map(numbers.is_fraction, ("0", "1", "1.5", "-0.5", "甲")))


def test_a_day_has_no_time_unless_it_is_told() -> None:
    assert numbers.moment_text(datetime(2023, 1, 2)) == "2023-01-02"  # noqa: DTZ001 - without a zone
