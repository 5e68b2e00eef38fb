"""The words of a text without cells, and what a word alone may be: figure, target, name of a level."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import Direction

_FOOT = re.compile(r"第\s*[0-9]+\s*页|校验码")
_WORD = re.compile(r"\S+")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_SIDE_LETTERS = frozenset("年度总体目标绩效指项资金")
_LONGEST_JOIN = 3
_UNITS = (
    *(
        "元",
        "个",
        "户",
        "人",
        "次",
        "项",
        "件",
        "场",
        "公里",
        "千米",
        "米",
        "里",
        "亩",
        "平方米",
        "公顷",
        "吨",
        "天",
        "日",
    ),
    *(
        "月",
        "个月",
        "年",
        "周",
        "小时",
        "分钟",
        "台",
        "套",
        "辆",
        "座",
        "处",
        "条",
        "份",
        "册",
        "本",
        "批",
        "篇",
        "家",
        "所",
    ),
    *(
        "人次",
        "户次",
        "期",
        "张",
        "块",
        "只",
        "头",
        "株",
        "棵",
        "分",
        "名",
        "位",
        "升",
        "度",
        "千瓦",
        "千瓦时",
        "立方米",
    ),
    *(
        "公斤",
        "千克",
        "盏",
        "根",
        "间",
        "栋",
        "片",
        "幅",
        "门",
        "支",
        "班",
        "组",
        "类",
        "例",
        "宗",
        "起",
        "平方公里",
        "工日",
    ),
)
_UNIT = re.compile(
    rf"[十百千万亿]{{0,2}}(?:{'|'.join(_UNITS)}|(?<=[万亿千百]))(?:/[年月日人户次天公里亩吨个平方米]+)?(?:以[内上下])?"
)
_FIGURE = re.compile(r"[≥≧≤≦<>=＞＜＝﹦═]*[0-9][0-9,.]*")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a line without spaces: line from 0, its number among the line's words, and its first column."""

    line: int
    place: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The column after its last character."""
        return self.start + len(self.text)

    @property
    def middle(self) -> float:
        """The column of its middle."""
        return (self.start + self.end) / 2


def words_of(text: str) -> list[list[Word]]:
    """The words of each line; page footers are left out."""
    lines = [
        []
        if _FOOT.search(line)
        else [Word(number, place, found.start(), found[0]) for place, found in enumerate(_WORD.finditer(line))]
        for number, line in enumerate(text.split("\n"))
    ]
    for number, line in enumerate(lines):
        _join_units(line, lines[number + 1] if number + 1 < len(lines) else [])
    return lines


def _join_units(line: list[Word], following: list[Word]) -> None:
    """Put figures and their units together that a program wrote apart, or on two lines: 12 公里, 12 公 and 里."""
    place = 0
    while place + 1 < len(line):
        figure, unit = line[place], line[place + 1]
        if _FIGURE.fullmatch(figure.text) and unit.start == figure.end + 1:
            is_last = place + 2 == len(line)
            if _UNIT.fullmatch(unit.text):
                line[place : place + 2] = [replace(figure, text=f"{figure.text}{unit.text}")]
            elif is_last and following and _UNIT.fullmatch(unit.text + following[0].text):
                line[place : place + 2] = [replace(figure, text=f"{figure.text}{unit.text}{following[0].text}")]
                del following[0]
        place += 1


def is_side_letter(word: Word) -> bool:
    """Whether it is a single character of a side label that is written downwards."""
    return word.text in _SIDE_LETTERS


def is_points(text: str) -> bool:
    """Whether it may be a weight or a score."""
    return _POINTS.fullmatch(text) is not None


def is_dash(text: str) -> bool:
    """Whether it stands for a cell that is left blank."""
    try:
        return amounts.parse(text) is None
    except amounts.NotAnAmount:
        return False


def is_amount(text: str) -> bool:
    """Whether it is a plain figure, such as an amount."""
    try:
        return amounts.parse(text) is not None
    except amounts.NotAnAmount:
        return False


def is_target(text: str) -> bool:
    """Whether it may be a target: it holds a digit, and begins with no letter unless it reads as a measure."""
    return any(map(str.isdigit, text)) and (
        not text[0].isalpha() or measures.read_measure(text).direction is not Direction.WORDS
    )


def is_signed(text: str) -> bool:
    """Whether it begins with a comparison sign and holds a digit."""
    return text[0] in "≥≧≤≦<>=＞＜＝﹦═" and any(map(str.isdigit, text))


def is_pair(target: str, actual: str) -> bool:
    """Whether two words are likely to be a target and its result."""
    return is_target(target) or target == actual


def level_names(template: Template) -> Mapping[str, tuple[str, str]]:
    """The column and the printed name of each level, by its bare name."""
    second = {name: ("level2", name) for level in template.levels for name in level.level2}
    first = {level.name: ("level1", level.name) for level in template.levels}
    return {labels.bare_label(name): meant for name, meant in {**second, **first}.items()}


def name_word_count(words: Sequence[Word], place: int, names: Mapping[str, object]) -> int:
    """How many words from there on are one of the names; 0 for none. The longest name counts."""
    for count in range(min(_LONGEST_JOIN, len(words) - place), 0, -1):
        text = joined_words(words[place : place + count])
        if labels.bare_label(text) in names or labels.core_label(text) in names:
            return count
    return 0


def joined_words(words: Iterable[Word]) -> str:
    """The words as one text; only Latin ones are kept apart."""
    text = ""
    for word in words:
        apart = text and text[-1].isascii() and text[-1].isalpha() and word.text[0].isascii()
        text += f" {word.text}" if apart else word.text
    return text
