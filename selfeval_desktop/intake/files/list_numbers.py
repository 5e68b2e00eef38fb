"""The numbers that Word itself puts before the paragraphs of a list."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selfeval_desktop.intake.files.archive import Attributes, XmlHandler

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CIRCLED = 0x2460


def chinese_number(number: int) -> str:
    """The number as it is read aloud, up to 99: 二十一."""
    tens, ones = divmod(number, 10)
    if not 0 < tens < 10:
        return _DIGITS[ones] if number < 10 else str(number)
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def _roman_number(number: int) -> str:
    text = ""
    for value, letters in (*_ROMAN, *_ROMAN_ONES):
        text, number = text + letters * (number // value), number % value
    return text


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_WRITTEN: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "upperRoman": lambda number: _roman_number(number).upper(),
    "lowerRoman": _roman_number,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "decimalFullWidth": lambda number: str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)}),
    "bullet": lambda _: "",
    "none": lambda _: "",
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCountingThousand",
            "ideographDigital",
        ),
        chinese_number,
    ),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"),
        lambda number: chr(_CIRCLED + number - 1) if number <= 20 else str(number),
    ),
}


@dataclass(slots=True)
class _Level:
    """How a level of a list is numbered: its first number, the way of writing, and the text around it."""

    start: int = 1
    written: str = "decimal"
    text: str = ""
    suffix: str = ""


@dataclass(slots=True)
class _List:
    """A list: its levels, and the last number of each that was given."""

    levels: dict[int, _Level] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)


class ListNumbers(XmlHandler):
    """The lists of a document; gives their numbers one after the other."""

    def __init__(self) -> None:
        self._kinds: dict[str, _List] = {}
        self._lists: dict[str, tuple[_List, dict[int, int]]] = {}
        self._kind = _List()
        self._level = _Level()
        self._number, self._place, self._is_kind = "", 0, False
        self._started: set[tuple[str, int]] = set()

    def on_element_start(self, name: str, attributes: Attributes) -> None:
        """Collect the kinds of lists and the lists of these kinds."""
        value = attributes.get("val", "")
        match name:
            case "abstractNum":
                self._kind = self._kinds[attributes.get("abstractNumId", "")] = _List()
                self._is_kind = True
            case "num":
                self._number, self._is_kind = attributes.get("numId", ""), False
            case "abstractNumId" if not self._is_kind:
                self._lists[self._number] = (self._kinds.get(value, _List()), {})
            case "lvl" if self._is_kind:
                self._level = self._kind.levels[_whole(attributes.get("ilvl", ""), 0)] = _Level()
            case "lvlOverride":
                self._place = _whole(attributes.get("ilvl", ""), 0)
            case "startOverride" if self._number in self._lists:
                self._lists[self._number][1][self._place] = _whole(value, 1)
            case "start" if self._is_kind:
                self._level.start = _whole(value, 1)
            case "numFmt" if self._is_kind:
                self._level.written = value
            case "lvlText" if self._is_kind:
                self._level.text = value
            case "suff" if self._is_kind:
                self._level.suffix = value

    def next_mark(self, number: str, level: int) -> str:
        """What Word puts before the next paragraph of that list and level; "" for a bullet or a list that is none."""
        if number not in self._lists:
            return ""
        kind, starts = self._lists[number]
        shape = kind.levels.get(level)
        if shape is None:
            return ""
        if level in starts and (number, level) not in self._started:
            kind.last[level] = starts[level]
        else:
            kind.last[level] = kind.last.get(level, shape.start - 1) + 1
        self._started.add((number, level))
        for deeper in range(level + 1, _LEVELS):
            kind.last.pop(deeper, None)
        if shape.written in {"bullet", "none"}:
            return ""
        text = _PLACE.sub(lambda found: self._written_number(kind, int(found[1]) - 1), shape.text)
        return f"{text}{' ' if text and shape.suffix != 'nothing' and text[-1] in '.)' else ''}"

    def _written_number(self, kind: _List, level: int) -> str:
        shape = kind.levels.get(level, _Level())
        number = kind.last.get(level, shape.start)
        return _WRITTEN.get(shape.written, str)(number)


def _whole(text: str, usual: int) -> int:
    return int(text) if text.isdigit() and len(text) < 6 else usual
