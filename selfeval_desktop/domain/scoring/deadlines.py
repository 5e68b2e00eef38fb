"""Dates as targets and as actual values: 2025年12月31日前, 6月底, 年底前, 2026/1/16. They give no score, only an order."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_DATE = re.compile(
    rf"(?:{_YEAR}年度?)?(?P<month>1[0-2]|0?[1-9])月份?(?:(?P<day>3[01]|[12][0-9]|0?[1-9])[日号]|(?P<third>[上中下])旬)?"
    rf"|(?<![0-9]){_YEAR.replace('year', 'signed')}(?P<sign>[-./])(?P<signed_month>1[0-2]|0?[1-9])"
    r"(?:(?P=sign)(?P<signed_day>3[01]|[12][0-9]|0?[1-9]))?(?![0-9])"
    rf"|(?:{_YEAR.replace('year', 'quarter_year')}年度?)?第?(?P<quarter>[一二三四1-4])季度"
    rf"|(?:{_YEAR.replace('year', 'half_year')}年度?)?(?P<half>[上下])半年"
    rf"|(?<![0-9])(?:{_YEAR.replace('year', 'end_year')}年?|本|当)?年度?(?=[底末内终])"
)
_NAMED_YEARS = ("year", "signed", "quarter_year", "half_year", "end_year")
_QUARTERS = {sign: place for place, signs in enumerate(("一1", "二2", "三3", "四4"), start=1) for sign in signs}
_THIRDS = {"上": (1, 10), "中": (11, 20)}
_LAST_MONTH, _MONTHS_OF_QUARTER, _MONTHS_OF_HALF = 12, 3, 6
_LIMIT = re.compile(r"(?:底|末|终|内|初)?(?:之前|以前|前)?(?:完成|竣工|完工)?[。.]?")
_LEAD = re.compile(r"(?:于|在|不晚于|不迟于|截至|截止)?")
_RANGE = re.compile(r"(?:日|号)?(?:底|初|末)?[-~～—–至到]{1,2}")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The days that a date may mean, both included: 12月 is the whole month."""

    first: date
    last: date


def read_deadline(text: str, year: int | None) -> DateSpan | None:
    """The date that a target sets; None for other texts, for several dates, and without a year of its own or given.

    A target is a date when it says hardly anything else: 12月底前完成 is one, 完成2024年12月的审计 is none.
    """
    compact = _compact_text(text)
    found = list(_DATE.finditer(compact))
    if (
        not found
        or not _LEAD.fullmatch(compact[: found[0].start()])
        or not _LIMIT.fullmatch(compact[found[-1].end() :])
    ):
        return None
    return read_date(text, year)


@lru_cache(maxsize=1024)
def read_date(text: str, year: int | None) -> DateSpan | None:
    """The only date in a text, of a span of dates the last; `year` is for dates that name none."""
    compact = _compact_text(text)
    found = list(_DATE.finditer(compact))
    for earlier, later in pairwise(found):
        if not _RANGE.fullmatch(compact[earlier.end() : later.start()]):
            return None
    span = None
    for each in found:
        span = _date_span(each, year)
        year = span.first.year if span else year
    return span


def _compact_text(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _date_span(found: re.Match[str], year: int | None) -> DateSpan | None:
    named = next(filter(None, (found[name] for name in _NAMED_YEARS)), None)
    of_year = int(named) if named else year
    if of_year is None:
        return None
    if found["quarter"]:
        last = _QUARTERS[found["quarter"]] * _MONTHS_OF_QUARTER
        return _months_span(of_year, last - _MONTHS_OF_QUARTER + 1, last)
    if found["half"]:
        last = _MONTHS_OF_HALF if found["half"] == "上" else _LAST_MONTH
        return _months_span(of_year, last - _MONTHS_OF_HALF + 1, last)
    month = int(found["month"] or found["signed_month"] or 0)
    if not month:
        return _months_span(of_year, 1, _LAST_MONTH)
    days = monthrange(of_year, month)[1]
    if day := int(found["day"] or found["signed_day"] or 0):
        return DateSpan(date(of_year, month, day), date(of_year, month, day)) if day <= days else None
    first, last = _THIRDS.get(found["third"] or "", (21 if found["third"] else 1, days))
    return DateSpan(date(of_year, month, first), date(of_year, month, last))


def _months_span(year: int, first: int, last: int) -> DateSpan:
    return DateSpan(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
