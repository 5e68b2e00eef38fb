"""What can be picked, as the program's own TOML files hold it: phrases by cause, and indicators by level."""

import re
from pathlib import Path
from typing import Literal

import msgspec

from selfeval_desktop.app.errors import BadResource, FileProblem
from selfeval_desktop.codec import strict
from selfeval_desktop.codec.strict import Complaint, Text
from selfeval_desktop.domain.over_time.library import QUOTED, Cause, KnownIndicator, Phrase

REASONS = "selfeval-reasons/1"
INDICATORS = "selfeval-indicators/1"
_BRACE = re.compile(r"[{}].*")


class _Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: Text
    measure: Text
    when: Literal["missed", "exceeded"] | None = None


class _Cause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Text
    phrases: tuple[_Phrase, ...]


class _Causes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    causes: tuple[_Cause, ...]


class _Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: Text
    target: Text


class _IndicatorGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    level1: Text
    level2: Text
    indicators: tuple[_Indicator, ...]


class _IndicatorGroups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[_IndicatorGroup, ...]


def read_reasons(data: bytes, *, path: Path) -> tuple[Cause, ...]:
    """The phrases of a file; BadResource for anything unknown or missing, or a figure that no row has."""
    try:
        read = strict.convert_to_struct(strict.read_toml(data, REASONS), _Causes)
        for place, cause in enumerate(read.causes):
            for number, phrase in enumerate(cause.phrases):
                _refuse_unknown_figures(phrase, ("causes", place, "phrases", number))
    except Complaint as complaint:
        raise BadResource(path, complaint.place, complaint.problem, complaint.found) from complaint
    return tuple(
        Cause(
            cause.name, tuple(Phrase(phrase.reason, phrase.measure, phrase.when) for phrase in cause.phrases)
        )
        for cause in read.causes
    )


def read_indicators(data: bytes, *, path: Path) -> tuple[KnownIndicator, ...]:
    """The indicators of a file, in its order; BadResource for anything unknown or missing."""
    try:
        read = strict.convert_to_struct(strict.read_toml(data, INDICATORS), _IndicatorGroups)
    except Complaint as complaint:
        raise BadResource(path, complaint.place, complaint.problem, complaint.found) from complaint
    return tuple(
        KnownIndicator(group.level1, group.level2, indicator.name, indicator.target)
        for group in read.groups
        for indicator in group.indicators
    )


def _refuse_unknown_figures(phrase: _Phrase, steps: strict.Steps) -> None:
    for name in ("reason", "measure"):
        left = _BRACE.search(QUOTED.sub("", getattr(phrase, name)))
        if left:
            raise Complaint((*steps, name), FileProblem.BAD_VALUE, strict.shorten_quote(left[0]))
