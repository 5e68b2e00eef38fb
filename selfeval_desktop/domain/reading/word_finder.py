"""Finds words in texts however they are written: look-alikes, spacing, amounts by their value, numbers by their digits.

An amount is found in any grouping and unit: 1234567 is 1,234,567.00, 123.4567万, 123万4567 and 壹佰贰拾叁万肆仟伍佰陆拾柒.
One typed with its unit (123.4567万元) is found by its own figure alone as well.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.look_alikes import WIDE_COMMA, compact_text, folded_readings
from selfeval_desktop.domain.reading.personal_numbers import find_personal_numbers

Span = tuple[int, int]

_SPACES = " *"
_DASHES = " *(?:- *)*"
# Signs between the digits of a number that is known by its digits alone.
_LOOSE = r"[\W_]{0,4}"
# Between the digits of an amount: dashes and apostrophes, and a comma before a group.
_GROUPING = r" *(?:[-'_] *|[,，] *(?=[0-9] *[0-9] *[0-9]))*"
_LONGEST_PHONE = 12
_ABROAD = re.compile("^(?:00)?86(?=[0-9]{9,11}$)")
_LONG = re.compile("[0-9]{7,}")
_DASH_RUN = re.compile("--+")
_LOOKS_LIKE_DIGIT = {"0": "[0o]", "1": "[1il]"}
_SCALES = (
    (Decimal(10**3), "千(?= *元)"),
    (Decimal(10**4), "万(?! *亿)"),
    (Decimal(10**6), "百 *万"),
    (Decimal(10**7), "千 *万"),
    (Decimal(10**8), "亿"),
    (Decimal(10**12), "万 *亿"),
)
_OWN_SCALES = {"千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_WITH_SCALE = re.compile(
    rf"¥?(?P<figure>[0-9][0-9,]{{0,14}}(?:\.[0-9]{{1,8}})?)(?P<scale>{'|'.join(_OWN_SCALES)})元?(?:整|人民币)?"
)
_MOST_PLACES = 8
_FEWEST_BARE_DIGITS = 4
_LEAST_IN_WORDS, _MOST_IN_WORDS = 1000, 10**16
_DIGITS_IN_WORDS = (
    "[零〇]",
    "[壹一]",
    "[贰二貳]",
    "[叁三參]",
    "[肆四]",
    "[伍五]",
    "[陆六陸]",
    "[柒七]",
    "[捌八]",
    "[玖九]",
)
_PLACES_IN_WORDS = ("", "[拾十]", "[佰百]", "[仟千]")
_GROUPS_IN_WORDS = ("", "[万萬]", "[亿億]", "[万萬][亿億]")


class WordFinder:
    """Where any of the words stands in a text; `money_unit` is that of figures without one in it, "" for none."""

    def __init__(self, words: Iterable[str], money_unit: str = "") -> None:
        plain = dict.fromkeys(filter(None, map(compact_text, words)))
        self._patterns = tuple(pattern for word in plain for pattern in _word_patterns(word, money_unit))

    def find_spans(self, text: str) -> list[Span]:
        """The stretches of the text that hold a word, overlapping ones as one, in their order."""
        if not self._patterns or not text:
            return []
        spans = [
            reading.original_span(*span)
            for reading in folded_readings(text)
            for pattern in self._patterns
            for span in _every_span(pattern, reading.text)
        ]
        return _joined_spans(sorted(spans))


def find_amount(value: Decimal, text: str) -> bool:
    """Whether a text states an amount of that value, as a figure of its own and not as a part of a longer one."""
    patterns = _bounded_patterns(value)
    return any(pattern.search(reading.text) for reading in folded_readings(text) for pattern in patterns)


def _every_span(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """All matches, those that overlap others too."""
    place = 0
    while match := pattern.search(text, place):
        yield match.span()
        place = match.start() + 1


def _joined_spans(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


@lru_cache(maxsize=1024)
def _word_patterns(word: str, money_unit: str) -> tuple[re.Pattern[str], ...]:
    """Of a compact word, which is not empty."""
    numbers = find_personal_numbers(word)
    if len(numbers) == 1 and (numbers[0].start, numbers[0].end) == (0, len(word)):
        return (re.compile(_number_pattern(numbers[0].digits)),)
    value = _amount_of(word)
    parts = [_literal_pattern(word)] if value is None else _amount_patterns(value)
    if value is not None and (own := _own_figure(word, value, money_unit)):
        parts.append(_alone(_figure_pattern(own)))
    return tuple(re.compile(part) for part in parts)


def _own_figure(word: str, value: Decimal, money_unit: str) -> str:
    """The figure that stands for the amount where its unit is said elsewhere; "" where it would say too little."""
    scaled = _WITH_SCALE.fullmatch(word)
    if scaled is None and money_unit != "万元":
        return ""
    figure = _figure_text(value / (_OWN_SCALES[scaled["scale"]] if scaled else _OWN_SCALES["万"]))
    return figure if len(figure) > _FEWEST_BARE_DIGITS else ""


def _amount_of(word: str) -> Decimal | None:
    """The amount in 元 that the word is, without its sign; None where it is none, or is nought."""
    if scaled := _WITH_SCALE.fullmatch(word):
        return Decimal(scaled["figure"].replace(",", "")) * _OWN_SCALES[scaled["scale"]] or None
    try:
        value = amounts.parse_money(word.upper(), "元")
    except amounts.NotAnAmount:
        return None
    return abs(value) if value else None


@lru_cache(maxsize=256)
def _bounded_patterns(value: Decimal) -> tuple[re.Pattern[str], ...]:
    whole, *others = _amount_patterns(abs(value))
    return tuple(map(re.compile, (_alone(whole), *others)))


def _amount_patterns(value: Decimal) -> list[str]:
    """The figure itself, also inside a longer one; then other ways of writing it, each by itself."""
    patterns = [_figure_pattern(_figure_text(value))]
    for scale, unit in _SCALES:
        scaled = value / scale
        figure = _figure_text(scaled)
        if len(figure.partition(".")[2]) <= _MOST_PLACES:
            patterns.append(rf"{_alone(_figure_pattern(figure))} *{unit}")
    above, below = divmod(value, 10_000)
    if above and below == int(below) and below:
        patterns.append(
            rf"(?<![0-9.,]){_figure_pattern(str(above))} *万 *零? *{_figure_pattern(str(int(below)))}(?![0-9])"
        )
    if _LEAST_IN_WORDS <= value < _MOST_IN_WORDS:
        patterns.append(_amount_in_words(int(value)))
    return patterns


def _alone(pattern: str) -> str:
    return rf"(?<![0-9])(?<![0-9][.,]){pattern}(?![0-9]|[.,][0-9])"


def _figure_text(value: Decimal) -> str:
    return amounts.plain_number(value)


def _figure_pattern(figure: str) -> str:
    """Grouped or not, with or without noughts after the point."""
    whole, point, places = figure.partition(".")
    written = _GROUPING.join(whole)
    if point:
        return rf"{written} *\. *{_SPACES.join(places)}(?: *0)*"
    return rf"{written}(?: *\. *0(?: *0)*(?! *[0-9]))?"


def _amount_in_words(whole: int) -> str:
    """As it is written by hand, 壹仟零伍拾 or 一千零五十; without 元."""
    groups = []
    while whole:
        whole, group = divmod(whole, 10_000)
        groups.append(group)
    written = ""
    for place in reversed(range(len(groups))):
        group = groups[place]
        if group:
            gap = "[零〇]?" if written else ""
            written += f"{gap}{_group_in_words(group)}{_GROUPS_IN_WORDS[place]}"
    return _SPACES.join(re.findall(r"\[[^]]*\]\??", written))


def _group_in_words(group: int) -> str:
    written, is_gap = "", False
    for place in reversed(range(4)):
        digit = group // 10**place % 10
        if digit:
            gap = "[零〇]" if is_gap and written else ""
            # Ten is 壹拾 and 十.
            once = "?" if (digit, place) == (1, 1) and not written else ""
            written += f"{gap}{_DIGITS_IN_WORDS[digit]}{once}{_PLACES_IN_WORDS[place]}"
        is_gap = not digit
    return written


def _number_pattern(digits: str) -> str:
    """A phone, identity or card number by its digits, with or without the codes before it."""
    if not digits.endswith("x"):
        digits = _ABROAD.sub("", digits)
    if digits.startswith("0") and len(digits) <= _LONGEST_PHONE:
        return rf"(?:(?:\+|00)? ?86{_LOOSE})?(?:\(?0{_LOOSE})?{_digits_pattern(digits[1:])}"
    if digits.startswith("1") and len(digits) < _LONGEST_PHONE:
        return rf"(?:(?:\+|00)? ?86{_LOOSE})?{_digits_pattern(digits)}"
    return _digits_pattern(digits)


def _digits_pattern(digits: str) -> str:
    return _LOOSE.join(_LOOKS_LIKE_DIGIT.get(digit, digit) for digit in digits)


def _literal_pattern(word: str) -> str:
    """The word's characters; between digits dashes too, between those of a long number any sign."""
    word = _DASH_RUN.sub("-", word)
    loose = {place for found in _LONG.finditer(word) for place in range(found.start() + 1, found.end())}
    parts = [_literal_part(word[0])]
    for place, (before, character) in enumerate(pairwise(word), 1):
        gap = _DASHES if before.isdigit() and character.isdigit() else _SPACES
        parts += (_LOOSE if place in loose else gap, _literal_part(character))
    return "".join(parts)


def _literal_part(character: str) -> str:
    match character:
        case "-":
            return "-(?: *-)*"
        case ",":
            return f"[,{WIDE_COMMA}]"
    return re.escape(character)
