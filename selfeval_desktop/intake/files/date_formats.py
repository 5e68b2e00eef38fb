"""The moment that a spreadsheet shows for a number, by a format code with parts of a date."""

import re
from datetime import datetime, timedelta
from decimal import Decimal

BUILT_IN_CODES = (
    {15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss"}
    | {14: "yyyy-mm-dd", 22: "yyyy-mm-dd h:mm", 30: "yyyy-mm-dd", 31: "yyyy-mm-dd"}
    | {45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss"}
    | dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"')
    | dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"')
    | dict.fromkeys((32, 34, 55), 'h"时"mm"分"')
    | dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"')
)
_TEXTS = re.compile(r'"[^"]*"|[\\!].|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General|G/通用格式', re.IGNORECASE)
_PARTS = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.|\*.|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]'
    r"|(?P<noon>AM/PM|A/P|上午/下午)|(?P<part>y+|m+|d+|h+|s+|a{3,4}|e+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001 - the same
_LATEST_DAY = 2_958_465
_NO_LEAP_DAY = 60
"""Spreadsheets number a 29 February 1900, which never was."""
_WEEKDAYS = "一二三四五六日"


def is_date(code: str) -> bool:
    """Whether the section of a code shows a date or a time."""
    return re.search("[ydhsm]|aaa|e(?![+-])", _TEXTS.sub("", code), re.IGNORECASE) is not None


def moment_text(value: Decimal, code: str, *, from_1904: bool) -> str | None:
    """The day as 2023-12-31, with its time where the code shows one; parts of a date as the code has them.

    None for a number that no day has.
    """
    if not 0 <= value <= _LATEST_DAY:
        return None
    parts = {found["part"][0].lower() for found in _PARTS.finditer(code) if found["part"]}
    epoch = _EPOCH_1904 if from_1904 else _EPOCH + timedelta(days=value < _NO_LEAP_DAY)
    moment = epoch + timedelta(seconds=round(float(value) * 86_400))
    if {"y", "m", "d"} <= parts or {"e", "m", "d"} <= parts:
        has_time = "h" in parts and moment.time() != datetime.min.time()
        return f"{moment:%Y-%m-%d %H:%M}" if has_time else f"{moment:%Y-%m-%d}"
    return _parts_text(moment, code, value)


def _parts_text(moment: datetime, code: str, value: Decimal) -> str:
    found = list(_PARTS.finditer(code))
    is_half_day = any(each["noon"] for each in found)
    texts: list[str] = []
    last = ""
    for place, each in enumerate(found):
        if each["part"]:
            following = next((later["part"] for later in found[place + 1 :] if later["part"]), "") or ""
            is_minute = each["part"][0] in "mM" and (last in {"h", "H"} or following[:1] in {"s", "S"})
            texts.append(_part_text(moment, each["part"], is_minute=is_minute, is_half_day=is_half_day))
            last = each["part"][0]
        elif each["elapsed"]:
            last = each["elapsed"][0]
            texts.append(_elapsed_text(value, each["elapsed"]))
        elif each["noon"]:
            texts.append("上午" if moment.hour < 12 else "下午")
        else:
            texts.append(
                each["quoted"] or each["escaped"] or ("" if each["other"] in {None, "@", ";"} else each["other"])
            )
    return "".join(texts).strip()


def _part_text(moment: datetime, part: str, *, is_minute: bool, is_half_day: bool) -> str:
    letter, is_long = part[0].lower(), len(part) > 1
    if letter in "ye":
        return f"{moment.year:04}" if len(part) > 2 or letter == "e" else f"{moment.year % 100:02}"
    if letter == "a":
        return f"{'星期' if len(part) > 3 else ''}{_WEEKDAYS[moment.weekday()]}"
    if letter == "d" and len(part) > 2:
        return f"{moment:%a}" if len(part) == 3 else f"{moment:%A}"
    if letter == "m" and not is_minute and len(part) > 2:
        return f"{moment:%b}" if len(part) == 3 else f"{moment:%B}"
    number = {
        "m": moment.minute if is_minute else moment.month,
        "d": moment.day,
        "h": (moment.hour + 11) % 12 + 1 if is_half_day else moment.hour,
        "s": moment.second,
    }[letter]
    return f"{number:02}" if is_long else str(number)


def _elapsed_text(value: Decimal, part: str) -> str:
    """All hours, minutes or seconds of the number of days."""
    unit = {"h": 24, "m": 24 * 60, "s": 24 * 3_600}[part[0].lower()]
    return f"{int(round(float(value) * 86_400) * unit // 86_400):0{len(part)}}"
