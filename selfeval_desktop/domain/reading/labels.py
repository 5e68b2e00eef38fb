"""Labels, heads and years as offices write them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from selfeval_desktop.domain.form.look_alikes import compact_text

Meaning = TypeVar("Meaning")

# No label is longer; texts that are need no closer look.
_LONGEST = 60
# Of folded texts, in which brackets and stops of full width are those of ASCII.
_BESIDE_NAMES = re.compile(r"[()、/:]+")
_IN_BRACKETS = re.compile(r"[(【\[〔][^()【】\[\]〔〕]*[)】\]〕]")
_OF_OTHER_TIME = re.compile(r"[(（【\[](?:上|前|去|半|下)(?:半)?[年期]|[(（【\[][^)）】\]]*(?:季度|中期)")
_BEFORE_NAMES = re.compile(r"(?:[一二三四五六七八九十0-9]{1,3}[、.)]|其中:?|\*)+")


@lru_cache(maxsize=4096)
def bare_label(name: str) -> str:
    """Folded as the eye reads it (see `look_alikes`), without white space and signs."""
    return _BESIDE_NAMES.sub("", compact_text(name))


@lru_cache(maxsize=4096)
def core_label(name: str) -> str:
    """Without what stands in brackets, and a number or 其中 before it: 1.财政拨款（万元）is 财政拨款."""
    plain, before = compact_text(name), None
    while plain != before:
        # Brackets may stand in brackets.
        before, plain = plain, _IN_BRACKETS.sub("", plain)
    found = _BEFORE_NAMES.match(plain)
    return bare_label(plain[found.end() :] if found else plain)


def find_by_label(names: Mapping[str, Meaning], text: str) -> Meaning | None:
    """The meaning of a label: looked up as it stands, then without brackets and numbering; None for no label."""
    if len(text) > _LONGEST:
        return None
    found = names.get(bare_label(text))
    return names.get(core_label(text)) if found is None and not _OF_OTHER_TIME.search(text) else found


_NEAR, _NEAR_LEAD, _SHORTEST_NEAR = 78, 4, 4
"""Likeness from which a name is near, its lead over names of another meaning, and the length of the shortest such name."""
_TELLING = frozenset("上前去次后半季月旬期末累率比差增减结余额类型编码单位级备非不")
"""Characters that make another thing of a name: 上年完成值 and 完成率 are not 完成值."""


def near_label(names: Mapping[str, Meaning], text: str) -> tuple[str, Meaning] | None:
    """The known name that a label nearly is, and its meaning; None where none is near or two of them are."""
    label = core_label(text) if len(text) <= _LONGEST else ""
    if len(label) < _SHORTEST_NEAR:
        return None
    found = sorted(
        ((fuzz.ratio(label, name), name) for name in names if _differs_harmlessly(label, name)), reverse=True
    )
    if not found or found[0][0] < _NEAR:
        return None
    best, name = found[0]
    is_alone = all(names[other] == names[name] or likeness <= best - _NEAR_LEAD for likeness, other in found)
    return (name, names[name]) if is_alone else None


def _differs_harmlessly(label: str, name: str) -> bool:
    one, other = Counter(label), Counter(name)
    return _TELLING.isdisjoint([*(one - other), *(other - one)])


@dataclass(frozen=True, slots=True)
class MatchedLabels(Generic[Meaning]):
    """What the labels of a row mean, by place. `near` has the known name of those that only nearly are one.

    `doubled` are the places of labels that mean what one before them does: they have no meaning of their own.
    """

    meanings: Mapping[int, Meaning]
    near: Mapping[int, str]
    doubled: frozenset[int]


def match_labels(names: Mapping[str, Meaning], texts: Sequence[str]) -> MatchedLabels[Meaning]:
    """The labels of a row, known ones first: the others are near only to what none of them means."""
    meanings: dict[int, Meaning] = {}
    near: dict[int, str] = {}
    doubled = set()
    for place, text in enumerate(texts):
        meant = find_by_label(names, text)
        if meant is not None and meant in meanings.values():
            doubled.add(place)
        elif meant is not None:
            meanings[place] = meant
    for place, text in enumerate(texts):
        if text.strip() and place not in meanings and place not in doubled:
            free = {name: meant for name, meant in names.items() if meant not in meanings.values()}
            found = near_label(free, text)
            if found is not None:
                near[place], meanings[place] = found
    return MatchedLabels(meanings, near, frozenset(doubled))


_ALPHABETS = ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九")
_ZEROS = "○零◯OＯ"
"""Other characters that people take for 〇."""
_HALF_WIDTH = {ord(digit): str(value) for digits in _ALPHABETS for value, digit in enumerate(digits)}
_HALF_WIDTH |= dict.fromkeys(map(ord, _ZEROS), "0")
_DIGITS = f"0-9０-９〇{_ZEROS}一二三四五六七八九"
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
        alphabet = max(_ALPHABETS, key=lambda digits: sum(digit in digits for digit in self.digits))
        return "".join(alphabet[int(digit)] for digit in str(self.year + years))


def year_words(text: str) -> Iterator[YearWord]:
    """Every number in the text that can be a year, in order."""
    for found in _YEAR.finditer(text):
        year = int(found[0].translate(_HALF_WIDTH))
        if FIRST <= year <= LAST:
            is_word = _IS_FOLLOWED.match(text, found.end()) is not None
            yield YearWord(found.start(), found[0], year, is_word)


def with_plain_years(text: str) -> str:
    """The text with its years in plain digits: 二〇二三年度 → 2023年度."""
    for word in year_words(text):
        text = f"{text[: word.start]}{word.year}{text[word.start + len(word.digits) :]}"
    return text


def without_years(text: str) -> str:
    """The text without the years that it names: 2023年度宣传 → 宣传."""
    return _WORD.sub("", text)
