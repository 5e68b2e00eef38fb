"""Text broken into lines as a Chinese typesetter would: 避头尾, and numbers, words and units in one piece."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

# No line begins with these …
_CLOSING = frozenset("，。、；：？！,.;:?!）)］]〕】》〉」』｝}”’…—～·‧・％%‰℃°″′＞>々ー／/|｜﹐﹑﹒﹔﹕﹖﹗")
# … and none ends with these.
_OPENING = frozenset("（(［[〔【《〈「『｛{“‘＜<≥≤≧≦=＝±￥¥$＄№#＃")

_UNIT = (
    "万元|亿元|千元|万人|万次|万亩|万平方米|平方米|平方公里|立方米|公里|公斤|公顷|小时|分钟|千米|千克|毫米|厘米|个月|人次|人天|"
    "[年月日号时分秒次个人元万亿千百件份批项台套场户家页张条篇册天米吨克升亩辆所处座间期届岁倍成类种名位]"
)
_FIGURE = rf"\d[\d.,:/．，]*(?:[%‰％℃]|{_UNIT})?"
# Pieces of a line that stay whole: figures with operator and unit, also a range of them; a Latin word; a dash.
_WHOLE = re.compile(
    rf"(?:[≥≤≧≦><=＞＜＝±]=?)*[+\-−]?{_FIGURE}(?:[\-−–~～]{_FIGURE})*"
    r"|[A-Za-z\u00a1-\u024f\u0370-\u052f][!-~\u00a1-\u024f\u0370-\u052f]*"
    r"|—{2,}|…{2,}"
)
# Centred texts of up to so many lines are balanced, in steps of so many em.
_BALANCED = 4
_STEP = 0.5
_EXACT = 1e-6


def break_lines(text: str, width: float, advances: Mapping[str, float]) -> list[str]:
    """The lines of `text` in a column of `width` em; at least one, an empty one for an empty text.

    White space at a break is dropped, every other character stays. A piece that is longer than the
    line is split between characters; a column narrower than one character still takes one a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_paragraph(paragraph.rstrip(), width, advances))
    return lines


def balanced_lines(text: str, width: float, advances: Mapping[str, float]) -> list[str]:
    """As few lines as `break_lines` gives, of lengths as equal as can be: for short centred texts."""
    lines = break_lines(text, width, advances)
    if not 1 < len(lines) <= _BALANCED or "\n" in text:
        return lines
    low = max(width / 2, sum(map(advances.__getitem__, text)) / len(lines))
    while low < width:
        narrower = break_lines(text, low, advances)
        if len(narrower) == len(lines):
            return narrower
        low += _STEP
    return lines


def _paragraph(text: str, width: float, advances: Mapping[str, float]) -> list[str]:
    ends = list(accumulate(map(advances.__getitem__, text), initial=0.0))
    if ends[-1] <= width + _EXACT:
        return [text]
    inside = {place for piece in _WHOLE.finditer(text) for place in range(piece.start() + 1, piece.end())}
    # A straight quote opens and closes in turn: no line ends after the one nor begins with the other.
    quotes = (place for place, character in enumerate(text) if character == '"')
    inside.update(place + 1 - number % 2 for number, place in enumerate(quotes))
    lines, start = [], 0
    while start < len(text):
        fitting = bisect_right(ends, ends[start] + width + _EXACT) - 1
        stop = _break_before(text, start, fitting, inside) if fitting < len(text) else len(text)
        lines.append(text[start:stop].rstrip())
        start = stop
        while start < len(text) and text[start].isspace():
            start += 1
    return lines


def _break_before(text: str, start: int, fitting: int, inside: set[int]) -> int:
    """The last place after `start` and up to `fitting` where a line may end; else the line is split hard."""
    for place in range(fitting, start, -1):
        following = text[place]
        if following.isspace():
            return place
        if place not in inside and following not in _CLOSING and text[place - 1] not in _OPENING:
            return place
    return max(fitting, start + 1)
