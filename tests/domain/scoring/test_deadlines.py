"""Dates as targets and actual values, as people write them."""

from datetime import date

import pytest

from selfeval_desktop.domain.scoring.deadlines import DateSpan, read_date, read_deadline


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2025年12月31日前", date(2025, 12, 31)),
        ("2025年12月31日之前完成。", date(2025, 12, 31)),
        ("12月底前完成", date(2025, 12, 31)),
        ("6月底前", date(2025, 6, 30)),
        ("2025年2月", date(2025, 2, 28)),
        ("年底前", date(2025, 12, 31)),
        ("2024年年底", date(2024, 12, 31)),
        ("本年度内", date(2025, 12, 31)),
        ("2025/9/30", date(2025, 9, 30)),
        ("2025-9-30前", date(2025, 9, 30)),
        ("２０２５．９．３０", date(2025, 9, 30)),
        ("上半年", date(2025, 6, 30)),
        ("第三季度末", date(2025, 9, 30)),
        ("4季度", date(2025, 12, 31)),
        ("6月中旬", date(2025, 6, 20)),
        ("2024年3月至5月", date(2024, 5, 31)),
        ("10月1日-10月7日", date(2025, 10, 7)),
    ],
)
def test_a_deadline_is_the_last_day_that_it_may_mean(text: str, last: date) -> None:
    found = read_deadline(text, 2025)
    assert found is not None
    assert found.last == last


@pytest.mark.parametrize(
    "text",
    [
        "",
        "及时",
        "12个月",
        "3.5",
        "3年内",
        "100年底蕴",
        "2025年2月30日",
        "完成2024年12月的审计",
        "6月份完成文本;9月份验收",
    ],
)
def test_other_texts_set_no_deadline(text: str) -> None:
    assert read_deadline(text, 2025) is None


def test_a_date_is_found_among_words() -> None:
    assert read_date("已于2026年1月16日完成验收", 2025) == DateSpan(date(2026, 1, 16), date(2026, 1, 16))
    assert read_date("一月开工", 2025) is None


def test_a_month_without_any_year_is_no_date() -> None:
    assert read_deadline("12月底前", None) is None
    assert read_deadline("2025年12月底前", None) is not None
