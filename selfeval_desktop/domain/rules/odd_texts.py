"""Texts with hints of the empty form (K50), unclean characters (K57) or personal numbers (K58), found in one pass.

What was found in a text is cached by the text, as most cells stay the same between two evaluations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.look_alikes import visible_text
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.texts import HAN
from selfeval_desktop.domain.reading.personal_numbers import find_personal_numbers
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.graded_words import suggest_achievement
from selfeval_desktop.domain.scoring.targets import whole_row

_COLUMNS = ("level3", "target", "actual", "deviation")
_HINT = re.compile(
    r"[（(](?:[^()（）]{0,8}[0-9０-９]{1,5}\s*字(?:以内|之内|以下|内|左右)"
    r"|[^()（）]{0,4}(?:限|不超过|不多于|控制在)\s*[0-9０-９]{1,5}\s*字)[^()（）]{0,4}[)）]"
)
_PLACEHOLDER = re.compile(
    r"\s*(?:指标\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十])[:：.．、。]?|…+|⋯+|\.{3,}|。{3,})\s*"
)
_BETWEEN_HAN = re.compile(f"[^\\S\\n](?<=[{HAN}].)[^\\S\\n]*(?=[{HAN}])")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
# Tabs, and what steers writing without being seen: soft hyphens, marks of direction and width, byte order marks.
_UNSIGHTLY = "\t\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_UNSEEN = re.compile(f"[{_UNSIGHTLY}]")
# Every match of the patterns above holds one of these, so that most texts need this one search.
_SUSPECT = re.compile(f"[\\s０-９Ａ-Ｚａ-ｚ(（指…⋯{_UNSIGHTLY}]")


class TextOddity(NamedTuple):
    """What is odd in a text: the code of its check, the name of the figure, and the figure."""

    code: str
    name: str
    figure: str | int


class OddText(NamedTuple):
    """A cell whose text is odd."""

    field: FieldRef
    oddity: TextOddity


def odd_texts(form: Form) -> tuple[OddText, ...]:
    """The odd texts of the form in its order; not in level names, which are matched without white space."""
    found = [
        OddText(field, oddity) for field, text in _texts_outside_indicators(form) for oddity in _text_oddities(text)
    ]
    found += _odd_texts_in_rows(form)
    return tuple(found)


def _texts_outside_indicators(form: Form) -> Iterator[tuple[FieldRef, str]]:
    """The texts outside the indicators."""
    yield FieldRef.head("project_name"), form.project_name
    yield FieldRef.head("department"), form.department
    yield FieldRef.head("unit"), form.unit
    for key, text in form.fields.items():
        yield FieldRef.head(key, extra=True), text
    for row, line in form.funds.items():
        for key, text in line.fields.items():
            yield FieldRef.fund(row, key, extra=True), text
    yield FieldRef.goal("expected"), form.goals.expected
    yield FieldRef.goal("actual"), form.goals.actual


def _odd_texts_in_rows(form: Form) -> Iterator[OddText]:
    """Those of the indicators; addresses are made for odd texts alone, as a hundred rows have four hundred cells."""
    for place, row in enumerate(form.indicators):
        texts = (row.level3, row.target, row.actual, row.deviation)
        if any(map(_text_oddities, texts)):
            for column, text in zip(_COLUMNS, texts, strict=True):
                for oddity in _text_oddities(text):
                    yield OddText(FieldRef.indicator(place, column), oddity)
        for key, text in row.fields.items():
            for oddity in _text_oddities(text):
                yield OddText(FieldRef.indicator(place, key, extra=True), oddity)


@lru_cache(maxsize=4096)
def _text_oddities(text: str) -> tuple[TextOddity, ...]:
    """The first stretch of each kind."""
    if _SUSPECT.search(text) or ".." in text or "。。" in text or find_personal_numbers(text):
        return tuple(_search_oddities(text))
    return ()


def _search_oddities(text: str) -> Iterator[TextOddity]:
    hint = _PLACEHOLDER.fullmatch(text) or _HINT.search(text)
    if hint:
        yield TextOddity("K50", "text", hint[0].strip())
    if unseen := _UNSEEN.search(text):
        yield TextOddity("K57", "place", unseen.start() + 1)
    elif wide := _WIDE.search(text):
        yield TextOddity("K57", "wide", wide[0])
    elif gap := _BETWEEN_HAN.search(text):
        yield TextOddity("K57", "gap", text[gap.start() - 1 : gap.end() + 1])
    private = (number for number in find_personal_numbers(text) if number.kind != "number")
    if found := next(private, None):
        yield TextOddity("K58", "text", visible_text(text[found.start : found.end]))


_FULL = 100


@dataclass(frozen=True, slots=True)
class MissingPercent:
    """The number in that column has no unit though it is likely a percentage; `meant` is the text with %."""

    column: Literal["target", "actual"]
    typed: str
    meant: str


def missing_percent(row: Indicator, template: Template) -> MissingPercent | None:
    """A number above 1 and up to 100 without a unit, beside one in percent or under the name of a rate; else None."""
    whole = whole_row(row, template)
    target, actual = measures.read_measure(whole.target), measures.read_measure(whole.actual)
    is_rate = measures.is_rate_name(row.level3)
    sides: tuple[tuple[Literal["target", "actual"], str, measures.MeasuredValue, measures.MeasuredValue], ...] = (
        ("target", row.target, target, actual),
        ("actual", row.actual, actual, target),
    )
    for column, text, one, other in sides:
        in_percent = other.unit == "%" or (is_rate and not other.unit)
        is_bare = one.number is not None and not one.unit and text.rstrip()[-1:].isdecimal()
        if is_bare and in_percent and 1 < (one.number or 0) <= _FULL:
            return MissingPercent(column, text, f"{text.strip()}%")
    return None


def against_target(row: Indicator) -> bool:
    """Whether a 定性 actual value says the opposite of its target (提高, 下降) and the row has no achievement yet."""
    return (
        row.achievement is None
        and measures.achievement_in(row.actual) is None
        and (suggest_achievement(row.target, row.actual) == "unmet")
    )
