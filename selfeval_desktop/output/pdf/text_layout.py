"""Text broken into lines by the rules of Chinese typesetting: 避头尾, whole figures and words, no widow."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

from selfeval_desktop.output.pdf.pieces import HANGING, may_break_between, unbreakable_pieces
from selfeval_desktop.output.pdf.words import torn_places

# How far the blank half of a closing sign may stand beyond the line's end, in em.
HANG = 0.3
# The last line of a paragraph has so many em at least, where the line before it can spare them: one
# character and its full stop are too few. Nothing is moved where that would leave less than this part
# of the line before.
_LONELY = 1.9
_SPARING = 0.7
# A paragraph of up to so many lines and characters is arranged: lines break between words, and centred
# ones are of about the same length.
_ARRANGED_LINES = 6
_ARRANGED_LENGTH = 60
_TEAR = 0.5
_PROSE_KEPT = 4096
_WIDTHS_KNOWN = 8
_EXACT = 1e-6


def line_width(line: str, advances: Mapping[str, float]) -> float:
    """Width of a line in em, without the part of a closing sign that may hang beyond its end."""
    return sum(map(advances.__getitem__, line)) - (HANG if line and line[-1] in HANGING else 0.0)


def break_lines(text: str, width: float, advances: Mapping[str, float]) -> list[str]:
    """The lines of `text` in a column of `width` em; at least one, an empty one for an empty text.

    White space at a break is dropped, every other character stays. A piece that is longer than the
    line is split between characters; a column narrower than one character, be it by its padding less
    than nothing, still takes one a line.
    """
    return Prose(text, advances).full_lines(width)


def balanced_lines(text: str, width: float, advances: Mapping[str, float]) -> list[str]:
    """As few lines as `break_lines` gives, of lengths as equal as words allow: for short centred texts."""
    return Prose(text, advances).arranged_lines(width, centred=True)


class Prose:
    """A text made ready to be broken: at any width its lines then cost next to nothing.

    `naturals` are the widths in em that its paragraphs take on one line each.
    """

    __slots__ = ("_known", "_paragraphs", "naturals")

    def __init__(self, text: str, advances: Mapping[str, float]) -> None:
        self._paragraphs = [_Paragraph(part.rstrip(), advances) for part in text.split("\n")]
        self.naturals = [paragraph.natural for paragraph in self._paragraphs]
        self._known: dict[tuple[float, bool | None], list[str]] = {}

    @property
    def natural_width(self) -> float:
        """Width in em of the widest paragraph on one line."""
        return max(self.naturals)

    @property
    def longest_piece_width(self) -> float:
        """Width in em of the widest piece that no line tears where it can be helped."""
        return max(paragraph.longest_piece_width for paragraph in self._paragraphs)

    def full_lines(self, width: float) -> list[str]:
        """The lines, each as full as possible."""
        return self._cached_lines(width, None)

    def arranged_lines(self, width: float, *, centred: bool) -> list[str]:
        """As few lines as `full_lines`; short paragraphs break between words, `centred` ones evenly."""
        return self._cached_lines(width, centred)

    def paragraph_ends(self, width: float) -> set[int]:
        """Which of `full_lines` end a paragraph."""
        counts = (len(paragraph.full_lines(width)) for paragraph in self._paragraphs)
        return {count - 1 for count in accumulate(counts)}

    def _cached_lines(self, width: float, centred: bool | None) -> list[str]:
        width = max(width, 0.0)
        if len(self._paragraphs) == 1 and self.naturals[0] <= width + _EXACT:
            return [self._paragraphs[0].text]
        known = self._known.get((width, centred))
        if known is None:
            known = []
            for paragraph in self._paragraphs:
                if centred is None:
                    known.extend(paragraph.full_lines(width))
                else:
                    known.extend(paragraph.arranged_lines(width, centred=centred))
            if len(self._known) >= _WIDTHS_KNOWN:
                self._known.clear()
            self._known[width, centred] = known
        return known


class Composer:
    """Makes texts ready in one typeface. Short ones are kept, as forms say the same again and again."""

    def __init__(self, advances: Mapping[str, float]) -> None:
        self.advances = advances
        self._kept: dict[str, Prose] = {}

    def make_prose(self, text: str) -> Prose:
        """The text made ready to be broken."""
        prose = self._kept.get(text)
        if prose is None:
            prose = Prose(text, self.advances)
            if len(text) <= _ARRANGED_LENGTH:
                if len(self._kept) >= _PROSE_KEPT:
                    self._kept.clear()
                self._kept[text] = prose
        return prose


_COMPOSERS: dict[int, Composer] = {}


def composer_for(advances: Mapping[str, float]) -> Composer:
    """The one composer of a typeface, which lives as long as the program."""
    return _COMPOSERS.setdefault(id(advances), Composer(advances))


@dataclass(slots=True)
class _Pieces:
    """Where a paragraph's pieces start and stop, the space after them aside, and up to where their ink reaches."""

    starts: list[int]
    stops: list[int]
    ends: list[float]
    reaches: list[float]


@dataclass(eq=False)
class _Paragraph:
    text: str
    advances: Mapping[str, float]
    natural: float = field(init=False)

    def __post_init__(self) -> None:
        self.natural = line_width(self.text, self.advances)

    @cached_property
    def longest_piece_width(self) -> float:
        if not self.text:
            return 0.0
        found = self._measured_pieces
        return max(reach - found.ends[start] for start, reach in zip(found.starts, found.reaches, strict=True))

    @cached_property
    def _measured_pieces(self) -> _Pieces:
        text = self.text
        lead = len(text) - len(text.lstrip())
        found = unbreakable_pieces(text[lead:])
        places = list(accumulate((len(part) for piece in found for part in piece), initial=lead))
        starts, stops = places[:-1:2], places[1::2]
        starts[0] = 0
        ends = list(accumulate(map(self.advances.__getitem__, text), initial=0.0))
        reaches = [ends[stop] - HANG if text[stop - 1] in HANGING else ends[stop] for stop in stops]
        return _Pieces(starts, stops, ends, reaches)

    def full_lines(self, width: float) -> list[str]:
        if self.natural <= width + _EXACT:
            return [self.text]
        return self._lines_between(self._full_line_breaks(width))

    def arranged_lines(self, width: float, *, centred: bool) -> list[str]:
        if self.natural <= width + _EXACT:
            return [self.text]
        breaks = self._full_line_breaks(width)
        if len(breaks) < _ARRANGED_LINES and len(self.text) <= _ARRANGED_LENGTH and self._is_coarse(breaks):
            arrangement = _Arrangement(self.text, self._measured_pieces, width, centred=centred)
            return self._lines_between(arrangement.best_breaks(len(breaks) + 1) or breaks)
        return self._lines_between(breaks)

    def _is_coarse(self, breaks: Sequence[int]) -> bool:
        """Whether no piece had to be split."""
        return set(breaks) <= set(self._measured_pieces.starts)

    def _lines_between(self, breaks: Sequence[int]) -> list[str]:
        edges = [0, *breaks, len(self.text)]
        return [self.text[start:stop].rstrip() for start, stop in pairwise(edges)]

    def _full_line_breaks(self, width: float) -> list[int]:
        """The places where lines after the first begin, each line as full as can be."""
        found = self._measured_pieces
        starts, ends, reaches, count = found.starts, found.ends, found.reaches, len(found.starts)
        breaks: list[int] = []
        piece, start = 0, 0
        while True:
            limit = ends[start] + width + _EXACT
            after = bisect_right(reaches, limit, piece)
            if after == piece:
                start = self._tear_position(start, found.stops[piece], limit)
                after += start == found.stops[piece]
            if after == count:
                break
            if after > piece:
                piece, start = after, starts[after]
            breaks.append(start)
        self._avoid_lonely_character(breaks, width)
        return breaks

    def _tear_position(self, start: int, stop: int, limit: float) -> int:
        """Where to tear a piece that is longer than the line: at least one character stays."""
        fitting = max(bisect_right(self._measured_pieces.ends, limit) - 1, start + 1)
        if fitting < stop:
            for place in range(fitting, start, -1):
                if may_break_between(self.text[place - 1], self.text[place]):
                    return place
        return min(fitting, stop)

    def _avoid_lonely_character(self, breaks: list[int], width: float) -> None:
        """Let the last line begin earlier where a single character would stand on it."""
        found = self._measured_pieces
        if not breaks:
            return
        begin, last = breaks[-2] if len(breaks) > 1 else 0, breaks[-1]
        place = bisect_left(found.starts, last)
        if place == len(found.starts) or found.starts[place] != last:
            return
        least = found.ends[begin] + min(_SPARING * width, width - _LONELY / 2)
        while found.reaches[-1] - found.ends[found.starts[place]] < min(_LONELY, width / 2):
            place -= 1
            if found.starts[place] <= begin or found.reaches[place - 1] < least:
                return
        breaks[-1] = found.starts[place]


class _Arrangement:
    """All ways to set a short paragraph in a given number of lines, and the one that looks best."""

    def __init__(self, text: str, found: _Pieces, width: float, *, centred: bool) -> None:
        self._pieces = found
        self._width = width
        self._centred = centred
        self._torn = torn_places(text)
        self._known: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}

    def best_breaks(self, lines: int) -> tuple[int, ...] | None:
        """The places where lines after the first begin; None where that many lines do not suffice."""
        self._ideal = self._pieces.reaches[-1] / lines if self._centred else self._width
        cost, breaks = self._cheapest_from(0, lines)
        return breaks if cost < float("inf") else None

    def _cheapest_from(self, piece: int, lines: int) -> tuple[float, tuple[int, ...]]:
        """Cost and breaks of the text from a piece on."""
        key = (piece, lines)
        if key not in self._known:
            self._known[key] = self._search_breaks(piece, lines)
        return self._known[key]

    def _search_breaks(self, piece: int, lines: int) -> tuple[float, tuple[int, ...]]:
        found, count = self._pieces, len(self._pieces.starts)
        begin = found.ends[found.starts[piece]]
        if lines == 1:
            return self._last_line(found.reaches[-1] - begin), ()
        best: tuple[float, tuple[int, ...]] = (float("inf"), ())
        after = min(bisect_right(found.reaches, begin + self._width + _EXACT, piece), count - 1)
        for following in range(after, piece, -1):
            here = self._length_badness(found.reaches[following - 1] - begin)
            if here >= best[0]:
                break
            start = found.starts[following]
            cost, breaks = self._cheapest_from(following, lines - 1)
            cost += here + _TEAR * self._torn.get(start, 0.0)
            if cost < best[0] - _EXACT:
                best = (cost, (start, *breaks))
        return best

    def _length_badness(self, length: float) -> float:
        return ((length - self._ideal) / self._ideal) ** 2

    def _last_line(self, length: float) -> float:
        if length > self._width + _EXACT:
            return float("inf")
        if self._centred:
            return self._length_badness(length)
        return _TEAR if length < min(_LONELY, self._width / 2) else 0.0
