"""What can be picked instead of typed: reasons for a deviation by their cause, and indicators.

Both come from the program's own files and from what the other forms of a ledger say. Nothing here fills a cell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from selfeval_desktop.domain.form.form import Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.texts import tidy_text
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.scores import level_name, level_text, target_is_met

QUOTED = re.compile(r"\{(target|actual|level3)\}")
"""The cells of a row that a phrase may quote."""
Outcome = Literal["missed", "met", "exceeded"]
MOST_REASONS = 300
MOST_INDICATORS = 2000
_STOPS = tuple("。！？；：，、…．.!?;:,")
_CLOSING = "”’」』）)"
_SAYS_NOTHING = frozenset({"", "无", "暂无", "没有", "无偏差", "不适用", "0", "/", "-", "—", "——"})
_HINT = re.compile(r"指标\d*|\W*")
"""Names that an empty template prints: 指标1, ……"""


@dataclass(frozen=True, slots=True)
class SourceForm:
    """The form that something was written in."""

    project_name: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Why a target was missed or exceeded, and what is done about it (K56 asks for both).

    `when` limits it to targets missed or to targets exceeded.
    """

    reason: str
    measure: str
    when: Outcome | None = None

    def text_for(self, row: Indicator) -> str | None:
        """The phrase with that row's own figures; None where they contradict it, or the row lacks one of them."""
        if self.when and target_outcome(row) not in {None, self.when}:
            return None
        text = f"{self.reason}改进措施：{self.measure}"
        figures: dict[str, str] = {name: _quotable_text(getattr(row, name)) for name in QUOTED.findall(text)}
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
    source: SourceForm


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """An indicator to choose; without a source it is one of the program's own, for reference."""

    level1: str
    level2: str
    level3: str
    target: str
    source: SourceForm | None = None

    @property
    def as_indicator(self) -> Indicator:
        """A new row with its plan only."""
        return Indicator(level1=self.level1, level2=self.level2, level3=self.level3, target=self.target)

    @property
    def comparison_key(self) -> tuple[str, str, str]:
        """What makes two of them the same, white space and "(50分)" aside."""
        return level_name(self.level1), level_name(self.level2), _without_spaces(self.level3)


def target_outcome(row: Indicator) -> Outcome | None:
    """Whether the target was missed, met or exceeded (by a higher value); None where its numbers cannot be compared."""
    is_met = target_is_met(row)
    pair = measures.comparable_numbers(measures.read_measure(row.target), measures.read_measure(row.actual))
    if pair is None or not is_met:
        return None if pair is None else "missed"
    return "exceeded" if pair[1] > pair[0] else "met"


def append_text(before: str, text: str) -> str:
    """The cell's text with this one appended after a full stop; the text that was there is not changed."""
    held = before.rstrip()
    if not held:
        return text
    if held.rstrip(_CLOSING).endswith(_STOPS):
        return f"{before}{text}"
    return f"{held}。{before[len(held) :]}{text}"


def distinct_reasons(written: Iterable[WrittenReason]) -> tuple[WrittenReason, ...]:
    """Reasons that say something, each once, in their order; at most MOST_REASONS."""
    found: dict[str, WrittenReason] = {}
    for each in written:
        text = each.text.strip()
        if text.rstrip("。.") not in _SAYS_NOTHING:
            found.setdefault(_without_spaces(text), WrittenReason(text, each.source))
            if len(found) == MOST_REASONS:
                break
    return tuple(found.values())


def distinct_indicators(known: Iterable[KnownIndicator]) -> tuple[KnownIndicator, ...]:
    """Indicators with a name, each once, in their order; at most MOST_INDICATORS."""
    return tuple(islice(_without_duplicates(known), MOST_INDICATORS))


def merge_known_indicators(
    own: Iterable[KnownIndicator], reference: Iterable[KnownIndicator]
) -> tuple[KnownIndicator, ...]:
    """All indicators to choose from; one of the ledger's own hides the same one of the reference."""
    return tuple(_without_duplicates((*own, *reference)))


def sort_by_level(known: Iterable[KnownIndicator], template: Template) -> tuple[KnownIndicator, ...]:
    """In the order of the template's levels and named as it names them; levels that it has not come last."""
    found = tuple(known)
    names = {name: level_text(name, template) for each in found for name in (each.level1, each.level2)}
    order = {
        name: level_sort_key
        for level_sort_key, name in enumerate(name for level in template.levels for name in (level.name, *level.level2))
    }

    def level_sort_key(each: KnownIndicator) -> tuple[int, str, int, str]:
        last = len(order)
        return order.get(each.level1, last), each.level1, order.get(each.level2, last), each.level2

    renamed = (replace(each, level1=names[each.level1], level2=names[each.level2]) for each in found)
    return tuple(sorted(renamed, key=level_sort_key))


def _without_duplicates(known: Iterable[KnownIndicator]) -> Iterator[KnownIndicator]:
    seen = set()
    for each in known:
        identity = each.comparison_key
        if identity not in seen and not _HINT.fullmatch(identity[2]):
            seen.add(identity)
            yield each


def _without_spaces(text: str) -> str:
    return "".join(text.split())


def _quotable_text(text: str) -> str:
    """A cell's text within a sentence: in one line, without the breaks of a narrow column and a bare "="."""
    return "".join(tidy_text(text).split("\n")).strip("。；;，, ").lstrip("=＝")
