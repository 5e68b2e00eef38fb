"""Labels, heads and years as offices write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

Meaning = TypeVar("Meaning")

# No label is longer; texts that are need no closer look.
_LONGEST = 60
_BESIDE_NAMES = re.compile(r"[\s（）()、/:：]+")
_IN_BRACKETS = re.compile(r"[（(【\[][^（()）【】\[\]]*[）)】\]]")
_BEFORE_NAMES = re.compile(r"(?:[一二三四五六七八九十0-9]{1,3}[、.．)）]|其中[:：]?|[*＊])+")


def bare_label(name: str) -> str:
    """Without white space and signs."""
    return _BESIDE_NAMES.sub("", name)


def core_label(name: str) -> str:
    """Without what stands in brackets, and a number or 其中 before it: 1.财政拨款（万元）is 财政拨款."""
    plain = _IN_BRACKETS.sub("", "".join(name.split()))
    found = _BEFORE_NAMES.match(plain)
    return bare_label(plain[found.end() :] if found else plain)


def find_by_label(names: Mapping[str, Meaning], text: str) -> Meaning | None:
    """The meaning of a label: looked up as it stands, then without brackets and numbering; None for no label."""
    if len(text) > _LONGEST:
        return None
    found = names.get(bare_label(text))
    return names.get(core_label(text)) if found is None else found


_ALPHABETS = ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九")
_HALF_WIDTH = {ord(digit): str(value) for digits in _ALPHABETS for value, digit in enumerate(digits)}
_HALF_WIDTH |= {ord("○"): "0", ord("零"): "0"}
_DIGITS = "0-9０-９〇○零一二三四五六七八九"
_FOLLOWED = r"\s*年"
_YEAR = re.compile(rf"(?<![{_DIGITS}.])[{_DIGITS}]{{4}}(?![{_DIGITS}])")
_IS_FOLLOWED = re.compile(_FOLLOWED)
_WORD = re.compile(rf"(?<![{_DIGITS}.])[{_DIGITS}]{{4}}{_FOLLOWED}度?")
FIRST, LAST = 1949, 2199


@dataclass(frozen=True, slots=True)
class YearWord:
    """A year as it stands in a text, from `start` on. `is_word` tells that 年 follows."""

    start: int
    digits: str
    year: int
    is_word: bool

    def shifted_digits(self, years: int) -> str:
        """The digits of the year so many years later, in the same writing."""
        alphabet = next(digits for digits in _ALPHABETS if set(self.digits) & set(digits))
        return "".join(alphabet[int(digit)] for digit in str(self.year + years))


def year_words(text: str) -> Iterator[YearWord]:
    """Every number in the text that can be a year, in order."""
    for found in _YEAR.finditer(text):
        year = int(found[0].translate(_HALF_WIDTH))
        if FIRST <= year <= LAST:
            is_word = _IS_FOLLOWED.match(text, found.end()) is not None
            yield YearWord(found.start(), found[0], year, is_word)


def without_years(text: str) -> str:
    """The text without the years that it names: 2023年度宣传 → 宣传."""
    return _WORD.sub("", text)
