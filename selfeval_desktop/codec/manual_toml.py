"""What the manual says of each field, as TOML (`selfeval-manual/1`), read strictly."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from selfeval_desktop.app.errors import BadResource
from selfeval_desktop.codec import strict
from selfeval_desktop.codec.strict import Complaint
from selfeval_desktop.domain.form.field_help import FieldHelp, FieldManual

FORMAT = "selfeval-manual/1"
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


def read_manual(data: bytes, *, path: Path) -> FieldManual:
    """The manual of a file; BadResource for anything unknown or missing. `path` is for the complaint."""
    try:
        found = strict.convert_to_struct(strict.read_toml(data, FORMAT), _Manual)
    except Complaint as complaint:
        raise BadResource(path, complaint.place, complaint.problem, complaint.found) from complaint
    return FieldManual(
        head=_help_by_key(found.head),
        further=_help_by_key(found.further),
        fund_columns=_help_by_key(found.fund_columns),
        fund_rows=_help_by_key(found.fund_rows),
        goals=_help_by_key(found.goals),
        indicators=_help_by_key(found.indicators),
        other=_field_help(found.other),
    )


def _help_by_key(entries: Mapping[str, _HelpEntry]) -> dict[str, FieldHelp]:
    return {key: _field_help(entry) for key, entry in entries.items()}


def _field_help(entry: _HelpEntry) -> FieldHelp:
    return FieldHelp(entry.what, entry.example, entry.looks_for)
