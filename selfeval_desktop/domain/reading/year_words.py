"""Years in texts: 2023年, ２０２３ 年度, 二〇二三年; found, and moved on by so many years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
