"""Phone, identity card and bank card numbers in a text, in whatever spacing, separators and width they are written.

What is money (15000000000元) or a decimal is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from selfeval_desktop.domain.form.look_alikes import FoldedText, folded_readings

PersonalKind = Literal["phone", "identity", "number"]
"""A number is one that may be a phone, an identity card or a bank card, or a mere code."""

# Between two digits, in folded text; `_is_one_number` sees to it that they are not several figures.
_GAP = r" *(?:[-./·_\\()] *){0,2}"
_ABROAD = rf"(?:\(?(?:\+|00)? ?86 ?\)?{_GAP})?"
_BEFORE = r"(?<![0-9])(?<!0\.)"
_AFTER = r"(?![0-9]|\.[0-9]{1,6}(?![0-9])| *[元万亿])"
_AREA = r"\(? ?0[0-9]{2,3} ?\)?"
_LOCAL = rf"[2-9](?:{_GAP}[0-9]){{6,7}}"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{pattern}{_AFTER}")


_PATTERNS: tuple[tuple[PersonalKind, re.Pattern[str]], ...] = (
    ("identity", _compile(rf"(?P<digits>[1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9x])")),
    ("number", _compile(r"(?P<digits>[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?)")),
    ("phone", _compile(rf"{_ABROAD}(?P<digits>\(?1{_GAP}[3-9](?:{_GAP}[0-9]){{9}})")),
    ("phone", _compile(rf"{_ABROAD}(?P<digits>{_AREA}{_GAP}(?<![0-9])(?:[0-9]{{7,8}}|{_LOCAL}))")),
    ("phone", _compile(rf"(?:\+|00) ?86{_GAP}(?P<digits>[1-9][0-9]{{1,2}}{_GAP}(?<![0-9]){_LOCAL})")),
    ("phone", re.compile(rf"(?:电话|传真|座机|手机|tel|fax)(?:号码|号)? *(?:[:.] *)?(?P<digits>{_LOCAL}){_AFTER}")),
    ("number", _compile(rf"(?P<digits>0[0-9]{{2,3}}{_LOCAL})")),
    ("number", _compile(r"(?P<digits>[0-9]{17}x|[0-9]{15,19})")),
)
_NOT_DIGITS = re.compile("[^0-9x]")
_AREA_CODE = re.compile(rf"{_AREA} *[-/]?")
_FEWEST_DIGITS = 7
_EARLIEST_BIRTH = 1880


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """Such a number in a text: where it stands, and its digits, the country's and the area's among them."""

    kind: PersonalKind
    start: int
    end: int
    digits: str


@lru_cache(maxsize=4096)
def find_personal_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """All of them in their order; none overlaps another."""
    if sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return ()
    found: list[PersonalNumber] = []
    # ①13800138000 is a phone number behind a mark rather than one of twelve digits.
    for reading in reversed(tuple(folded_readings(text))):
        for number in _numbers_in(reading):
            if all(number.end <= other.start or number.start >= other.end for other in found):
                found.append(number)
    return tuple(sorted(found, key=lambda number: number.start))


def _numbers_in(reading: FoldedText) -> Iterator[PersonalNumber]:
    """Those of one kind after those of another, the surest first."""
    for kind, pattern in _PATTERNS:
        place = 0
        while match := pattern.search(reading.text, place):
            if _is_one_number(kind, match["digits"]):
                # A word such as 电话 before the number is no part of it.
                part = "digits" if match[0][0].isalpha() else 0
                start, end = reading.original_span(*match.span(part))
                yield PersonalNumber(kind, start, end, _NOT_DIGITS.sub("", match[part]))
                place = match.end()
            else:
                place = match.start() + 1


def _is_one_number(kind: PersonalKind, written: str) -> bool:
    """Whether the digits are parted in one way, and not as decimals are; those of an identity card hold a date."""
    if kind == "identity" and not _has_birth_date(_NOT_DIGITS.sub("", written)):
        return False
    marks = set(re.sub("[0-9x ()]", "", _AREA_CODE.sub("", written, count=1)))
    if len(marks) > 1:
        return False
    has_decimals = re.fullmatch(r"[0-9]+\.[0-9]{1,6}", written) or re.search(r"\.[0-9]+ +[0-9]", written)
    return not has_decimals


def _has_birth_date(digits: str) -> bool:
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    return _EARLIEST_BIRTH <= born.year < _EARLIEST_BIRTH + 200
