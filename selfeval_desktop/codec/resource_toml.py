"""The program's own TOML files: the manual of the fields, reasons by their cause, and reference indicators.

Each is read strictly (BadResource for anything unknown or missing; `path` is for the complaint), when its content
is first asked for, and once.
"""

import re
from pathlib import Path
from typing import Annotated, Generic, Literal, Protocol, TypeVar

import msgspec

from selfeval_desktop.app.errors import BadResource, FileProblem, UnreadableFile
from selfeval_desktop.app.foreign_files import read_regular_file
from selfeval_desktop.app.system_errors import failure_reason
from selfeval_desktop.codec import strict
from selfeval_desktop.codec.strict import Complaint, Text
from selfeval_desktop.domain.form.field_help import FieldManual
from selfeval_desktop.domain.over_time.library import QUOTED, Cause, KnownIndicator

MANUAL = "selfeval-manual/1"
REASONS = "selfeval-reasons/1"
INDICATORS = "selfeval-indicators/1"
_BRACE = re.compile(r"[{}].*")
_Sentence = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]


class _HelpEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    what: _Sentence
    example: Annotated[str, msgspec.Meta(max_length=500)] = ""
    looks_for: tuple[_Sentence, ...] = ()


class _Manual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    head: dict[str, _HelpEntry]
    further: dict[str, _HelpEntry]
    fund_columns: dict[str, _HelpEntry]
    fund_rows: dict[str, _HelpEntry]
    goals: dict[str, _HelpEntry]
    indicators: dict[str, _HelpEntry]
    other: _HelpEntry


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


Content = TypeVar("Content")
Made_co = TypeVar("Made_co", covariant=True)


class ResourceReader(Protocol[Made_co]):
    """One of the functions below: the content of a file's bytes."""

    def __call__(self, data: bytes, *, path: Path) -> Made_co: ...


class ResourceFile(Generic[Content]):
    """A file whose content is kept once it was read; one that cannot be used is read again at the next call."""

    def __init__(self, path: Path, read: ResourceReader[Content]) -> None:
        self._path, self._read = path, read
        self._kept: list[Content] = []

    def content(self) -> Content:
        """What the file holds; BadResource, or UnreadableFile for one that is missing or locked."""
        if not self._kept:
            self._kept.append(self._read(self._read_bytes(), path=self._path))
        return self._kept[0]

    def _read_bytes(self) -> bytes:
        try:
            return read_regular_file(self._path, strict.MAX_BYTES)
        except OSError as error:
            raise UnreadableFile(self._path, failure_reason(error)) from error


def read_manual(data: bytes, *, path: Path) -> FieldManual:
    """The entries of the manual, by part of the form and by key."""
    with strict.refusing_file(path, BadResource):
        found = strict.convert_to_struct(strict.read_toml(data, MANUAL), _Manual)
    return msgspec.convert(found, FieldManual, from_attributes=True)


def read_reasons(data: bytes, *, path: Path) -> tuple[Cause, ...]:
    """The phrases by cause, in the file's order; BadResource for a figure that no row has, too."""
    with strict.refusing_file(path, BadResource):
        found = strict.convert_to_struct(strict.read_toml(data, REASONS), _Causes)
        for place, cause in enumerate(found.causes):
            for number, phrase in enumerate(cause.phrases):
                _refuse_unknown_figures(phrase, ("causes", place, "phrases", number))
    return msgspec.convert(found.causes, tuple[Cause, ...], from_attributes=True)


def read_indicators(data: bytes, *, path: Path) -> tuple[KnownIndicator, ...]:
    """The indicators with the levels of their group, in the file's order."""
    with strict.refusing_file(path, BadResource):
        found = strict.convert_to_struct(strict.read_toml(data, INDICATORS), _IndicatorGroups)
    return tuple(
        KnownIndicator(group.level1, group.level2, indicator.name, indicator.target)
        for group in found.groups
        for indicator in group.indicators
    )


def _refuse_unknown_figures(phrase: _Phrase, steps: strict.Steps) -> None:
    for name in ("reason", "measure"):
        left = _BRACE.search(QUOTED.sub("", getattr(phrase, name)))
        if left:
            raise Complaint((*steps, name), FileProblem.BAD_VALUE, strict.shorten_quote(left[0]))
