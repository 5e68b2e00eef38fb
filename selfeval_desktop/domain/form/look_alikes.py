"""One folding of texts that look alike to the eye, matched back to the characters that were typed.

Folded are: width, case and compatibility forms (NFKD), radicals of the Kangxi dictionary and its supplement, as text
copied from a PDF has them, ideographs that differ by less than a stroke, Latin, Greek, Cyrillic and kana letters of
one shape, digits of any script, dashes, middle dots, quotes and white space. Combining marks and whatever paper does
not show are left out. Not folded are characters that merely mean the same: 〇 and 零, 一 and 1, 国 and 國.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺉⺊⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺶⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "厂乛乚乙亻冂刂卜小小兀尣尢巳幺彑忄㣺扌攵旡日月歺民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒㓁羊耂肀聿月臼艹艹艹虎衤覀西见角讠贝车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
)
_STROKES = "㇏㇐㇑㇒㇓㇔㇖㇚㇟㇠", "乀一丨丿丿丶乛亅乚乙"
_IDEOGRAPHS = (
    "戶戸靑淸黃呂侶內別眞卽旣冊尙兪兌悅脫稅宮彔荊値毎歩溫丟吶曰囗勻○◯◌カロニハエタト",
    "户户青清黄吕侣内别真即既册尚俞兑悦脱税宫录荆值每步温丢呐日口匀〇〇〇力口二八工夕卜",
)
_LETTERS = ("авекмнорстухѕіјһԁԛԝӏүαβεζηικμνορτυχıɡɑ", "abekmhopctyxsijhdqwlyabezhikmnoptyxiga")
_MARKS = (
    "−─━⁃ー\N{BULLET}‧∙⋅・ᐧ⸱ꞏ◦●“”„‟″〃«»‘’‚‛′`∶꞉ː〜∼˜⁄∕╱",
    '-----··········""""""""\'\'\'\'\'\':::~~~///',
)
_ALIKE = {
    one: other
    for pair in (_RADICALS, _STROKES, _IDEOGRAPHS, _LETTERS, _MARKS)
    for one, other in zip(*pair, strict=True)
}
WIDE_COMMA = "\N{FULLWIDTH COMMA}"
"""It parts figures more often than the digits of one, so that a folded text, unlike a compact one, keeps it."""
_WIDE_COMMAS = frozenset("，﹐︐")
_UNSEEN_KINDS = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})
# Blank though Unicode calls them letters, signs or unassigned: fillers, the blank of braille, and what no font shows.
_BLANKS = re.compile("[\u115f\u1160\u2065\u2800\u303f\u3164\uffa0\ufff0-\ufff8\U0001d159\U000e0000-\U000e0fff]")
_DIGIT = re.compile("[0-9]")


class _Folding(dict[int, str]):
    """What each code point is folded to, found out when it is first met; as `str.translate` takes it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._fold(chr(code))
        return folded

    def _fold(self, character: str) -> str:
        return _fold_character(character)


class _FoldingWithoutMarks(_Folding):
    """The same, but digits in circles, brackets or above the line number something: they belong to no figure."""

    def _fold(self, character: str) -> str:
        folded = _fold_character(character)
        return _DIGIT.sub("#", folded) if unicodedata.category(character) == "No" else folded


def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    if _BLANKS.match(character) or unicodedata.category(character) in _UNSEEN_KINDS:
        return ""
    if character in _WIDE_COMMAS:
        return WIDE_COMMA
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    return "".join(map(_fold_part, unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())))


def _fold_part(part: str) -> str:
    """A character of a decomposition."""
    if part.isspace() or _BLANKS.match(part) or unicodedata.category(part) in _UNSEEN_KINDS:
        return ""
    if unicodedata.category(part) == "Pd":
        return "-"
    return _ALIKE.get(part, part)


_FOLDING, _FOLDING_WITHOUT_MARKS = _Folding(), _FoldingWithoutMarks()
_NUMBERED = re.compile("[²³¹¼-¾\u2070-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\U0001f100-\U0001f10c]")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text folded, and of each of its characters the place in the original where it comes from.

    White space is a space each.
    """

    original: str
    text: str
    places: Sequence[int]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]`, which is not empty, stands in the original, with the marks that sit on it."""
        last = self.places[end - 1] + 1
        while last < len(self.original) and unicodedata.category(self.original[last]) in {"Mn", "Me"}:
            last += 1
        return self.places[start], last


def folded_readings(text: str) -> Iterator[FoldedText]:
    """The text as the eye may read it: with digits in circles and above the line as digits, and as mere marks."""
    yield _fold(text, _FOLDING)
    if _NUMBERED.search(text):
        yield _fold(text, _FOLDING_WITHOUT_MARKS)


def visible_text(text: str) -> str:
    """The text without the characters that paper does not show."""
    return text if text.isprintable() else "".join(each for each in text if _FOLDING[ord(each)])


def shown_name(text: str, longest: int = 60) -> str:
    """A name out of a file, as it may stand in a sentence: one line, nothing unseen in it, cut where it is too long."""
    shown = " ".join(visible_text(text).split())
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


@lru_cache(maxsize=4096)
def compact_text(text: str) -> str:
    """The text folded, without white space: equal for texts that look alike, however they are spaced."""
    return "".join(text.translate(_FOLDING).split()).replace(WIDE_COMMA, ",")


@lru_cache(maxsize=1 << 15)
def search_line(*texts: str) -> str:
    """What `has_words` looks in: the texts of a row."""
    return "\n".join("".join(text.translate(_FOLDING).split()).replace(WIDE_COMMA, ",") for text in texts)


def search_words(text: str) -> tuple[str, ...]:
    """The words of what was typed into a search, for `has_words`."""
    return tuple(filter(None, map(compact_text, text.split())))


def has_words(line: str, words: Sequence[str]) -> bool:
    """Whether a `search_line` has each of the `search_words`; no word is in every line."""
    return all(word in line for word in words)


def _fold(text: str, folding: _Folding) -> FoldedText:
    parts = [folding[ord(character)] for character in text]
    folded = "".join(parts)
    if len(folded) == len(text) and all(parts):
        return FoldedText(text, folded, range(len(text)))
    return FoldedText(text, folded, [place for place, part in enumerate(parts) for _ in part])
