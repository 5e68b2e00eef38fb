"""What can be picked instead of typed: reasons for a deviation by their cause, and indicators.

Both come from the program's own files and from what the other forms of a ledger say. Nothing here fills a cell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from selfeval_desktop.domain.form import Indicator
from selfeval_desktop.domain.scoring import level_name
from selfeval_desktop.domain.tidying import tidied

QUOTED = re.compile(r"\{(target|actual|level3)\}")
"""The cells of a row that a phrase may quote."""
MOST_REASONS = 300
MOST_INDICATORS = 2000
_STOPS = tuple("。！？；：，、…．.!?;:,")
_SAYS_NOTHING = frozenset({"", "无", "暂无", "没有", "无偏差", "不适用", "0", "/", "-", "—", "——"})
_HINT = re.compile(r"指标\d*|\W*")
"""Names that an empty template prints: 指标1, ……"""


@dataclass(frozen=True, slots=True)
class Source:
    """The form that something was written in."""

    project_name: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Why a target was missed or exceeded, and what is done about it (K56 asks for both)."""

    reason: str
    measure: str

    def text_for(self, row: Indicator) -> str | None:
        """The phrase with that row's own figures; None while the row lacks one of them."""
        text = f"{self.reason}改进措施：{self.measure}"
        figures: dict[str, str] = {name: _quoted(getattr(row, name)) for name in QUOTED.findall(text)}
        return QUOTED.sub(lambda found: figures[found[1]], text) if all(figures.values()) else None


@dataclass(frozen=True, slots=True)
class Cause:
    """A kind of reason, with the program's phrases for it."""

    name: str
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class WrittenReason:
    """A deviation as another form gives it."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """An indicator to choose; without a source it is one of the program's own, for reference."""

    level1: str
    level2: str
    level3: str
    target: str
    source: Source | None = None

    @property
    def row(self) -> Indicator:
        """A row that has yet to be reported on."""
        return Indicator(level1=self.level1, level2=self.level2, level3=self.level3, target=self.target)

    @property
    def identity(self) -> tuple[str, str, str]:
        """What makes two of them the same, white space and "(50分)" aside."""
        return level_name(self.level1), level_name(self.level2), _plain(self.level3)


def appended(before: str, text: str) -> str:
    """The text behind what a cell holds, parted by a stop; what was there stays, letter by letter."""
    held = before.rstrip()
    if not held or held.endswith(_STOPS):
        return f"{before}{text}" if held else text
    return f"{held}。{before[len(held) :]}{text}"


def reasons(written: Iterable[WrittenReason]) -> tuple[WrittenReason, ...]:
    """Those that say something, each once, as they come; no more than can be looked through."""
    found: dict[str, WrittenReason] = {}
    for each in written:
        text = each.text.strip()
        if text.rstrip("。.") not in _SAYS_NOTHING:
            found.setdefault(_plain(text), WrittenReason(text, each.source))
            if len(found) == MOST_REASONS:
                break
    return tuple(found.values())


def indicators(known: Iterable[KnownIndicator]) -> tuple[KnownIndicator, ...]:
    """Those with a name, each once, as they come; no more than can be looked through."""
    return tuple(islice(_distinct(known), MOST_INDICATORS))


def offered(own: Iterable[KnownIndicator], reference: Iterable[KnownIndicator]) -> tuple[KnownIndicator, ...]:
    """All there is to choose: an indicator that the ledger has itself is not given for reference as well."""
    return tuple(_distinct((*own, *reference)))


def _distinct(known: Iterable[KnownIndicator]) -> Iterator[KnownIndicator]:
    seen = set()
    for each in known:
        identity = each.identity
        if identity not in seen and not _HINT.fullmatch(identity[2]):
            seen.add(identity)
            yield each


def _plain(text: str) -> str:
    return "".join(text.split())


def _quoted(text: str) -> str:
    """A cell's text within a sentence: in one line, without the breaks of a narrow column."""
    return "".join(tidied(text).split("\n")).strip("。；;，, ")
