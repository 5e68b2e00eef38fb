"""The text that a spreadsheet shows for a number: decimals, percentages and dates, by the cell's number format."""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Literal

from selfeval_desktop.domain.form import amounts

NumberDisplay = Literal["plain", "percent", "date", "time"]

EXACT_DIGITS = 15
"""Significant digits that a spreadsheet keeps."""
_PERCENT = frozenset({9, 10})
_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 32), *range(34, 37), 50, 51, 52, 53, 54, 57, 58})
_TIMES = frozenset({18, 19, 20, 21, 32, 33, 45, 46, 47, 55, 56})
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?:[^\]hms]|[A-Za-z]{3,})[^\]]*\]', re.IGNORECASE)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - the same
_LATEST_DAY = 2_958_465


def number_display(number_format: int, code: str) -> NumberDisplay:
    """How the format shows a number; `code` is a workbook's own, "" for one that every program knows."""
    if not code:
        if number_format in _PERCENT:
            return "percent"
        return "date" if number_format in _DATES else "time" if number_format in _TIMES else "plain"
    signs = _QUOTED.sub("", code.partition(";")[0])
    if "%" in signs:
        return "percent"
    if signs.casefold().replace("/", "").startswith(("general", "g通用格式")):
        return "plain"
    if re.search("[yd年日]", signs, re.IGNORECASE):
        return "date"
    return "time" if re.search("[hs]", signs, re.IGNORECASE) else "plain"


def number_text(figure: str, how: NumberDisplay, *, from_1904: bool = False) -> str:
    """The number as the spreadsheet shows it; a text that is no number stays as it is."""
    try:
        value = Decimal(figure)
    except InvalidOperation:
        return figure
    if not value.is_finite() or abs(value.adjusted()) > 300:
        return figure
    if how in {"date", "time"} and 0 <= value <= _LATEST_DAY:
        return _date_or_time_text(value, how, _EPOCH_1904 if from_1904 else _EPOCH)
    value = without_noise(value)
    return f"{amounts.plain_number(value * 100)}%" if how == "percent" else amounts.plain_number(value)


def without_noise(value: Decimal) -> Decimal:
    """Rounded to the digits that a spreadsheet keeps: 0.1 + 0.2 is 0.3. A longer whole number stays."""
    if len(value.as_tuple().digits) <= EXACT_DIGITS or value == value.to_integral_value():
        return value
    return Decimal(f"{float(value):.{EXACT_DIGITS}g}")


def is_inexact(figure: str) -> bool:
    """Whether digits before the point may have been lost."""
    try:
        return Decimal(figure).adjusted() >= EXACT_DIGITS
    except InvalidOperation:
        return False


def is_fraction(figure: str) -> bool:
    """Whether the number lies between 0 and 1, as an unmarked percentage does."""
    try:
        return 0 < Decimal(figure) < 1
    except InvalidOperation:
        return False


def moment_text(moment: datetime) -> str:
    """A day, with its time where it has one."""
    return f"{moment:%Y-%m-%d}" if moment.time() == datetime.min.time() else f"{moment:%Y-%m-%d %H:%M}"


def _date_or_time_text(value: Decimal, how: NumberDisplay, epoch: datetime) -> str:
    moment = epoch + timedelta(seconds=round(float(value) * 86_400))
    if how == "time" and value < 1:
        return f"{moment:%H:%M}"
    return moment_text(moment)
