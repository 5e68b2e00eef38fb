"""Templates as TOML (`selfeval-template/1`): read strictly, then checked for what types cannot say."""

import dataclasses
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from selfeval_desktop.app.errors import BadTemplate, FileProblem
from selfeval_desktop.codec import strict, template_rules
from selfeval_desktop.codec.strict import Complaint, Number, Text
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.catalogue import differing_severities
from selfeval_desktop.domain.rules.findings import Severity

FORMAT = "selfeval-template/1"

_STRICT: Mapping[object, object] = {
    Decimal: Number,
    Decimal | None: Number | None,
    str: Text,
    float: Annotated[float, msgspec.Meta(ge=0, le=2000)],
    int: Annotated[int, msgspec.Meta(ge=0, le=1000)],
    Severity | Literal["off"]: Literal["error", "warning", "hint", "off"],
}


def read_template(data: bytes, *, path: Path) -> Template:
    """The template of a file; BadTemplate for anything unknown, missing or at odds with itself.

    The keys are the fields of the dataclasses in domain.template, nested alike, with `format` before
    them; tables and lists that are empty may be left out. Decimals are strings. `path` is for the complaint.

    A severity that is the rule's own anyway is left away: a file that repeats it is the same template.
    """
    with strict.refusing_file(path, BadTemplate):
        return _template_from_tables(strict.read_toml(data, FORMAT))


def template_text(template: Template) -> str:
    """The same tables as JSON with sorted keys: what a ledger keeps."""
    return msgspec.json.encode({"format": FORMAT, **dataclasses.asdict(template)}, order="sorted").decode()


def read_template_text(kept: str, *, path: Path) -> Template:
    """The template of such a text, of a ledger at `path`; BadTemplate as for a file.

    A ledger holds texts of earlier versions of the program: what is new in domain.template has a default.
    """
    with strict.refusing_file(path, BadTemplate):
        return _template_from_tables(_template_tables(kept))


def _template_tables(kept: str) -> dict[str, strict.Document]:
    """The tables that `template_text` wrote, without `format`."""
    try:
        document: dict[str, Any] = msgspec.json.decode(kept, type=dict[str, Any])
    except (ValueError, RecursionError) as error:
        raise Complaint((), FileProblem.NOT_JSON) from error
    if document.pop("format", "") != FORMAT:
        raise Complaint(("format",), FileProblem.UNKNOWN_FORMAT)
    return {key: strict.clean_document(item, (key,)) for key, item in document.items()}


def _template_from_tables(document: dict[str, strict.Document]) -> Template:
    template: Template = _domain_value(strict.convert_to_struct(document, _strict_struct(Template)), Template)
    for complaint in template_rules.template_contradictions(template):
        raise complaint
    return replace(template, severities=differing_severities(template.severities))


@cache
def _strict_struct(shape: type[Any]) -> type[msgspec.Struct]:
    """A Struct with the fields of a dataclass. Unlike a dataclass it refuses unknown keys."""
    hints = get_type_hints(shape)
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    for field in dataclasses.fields(shape):
        kind = _strict_type(hints[field.name])
        if field.default is not dataclasses.MISSING:
            fields.append((field.name, kind, field.default))
        elif get_origin(hints[field.name]) in {tuple, Mapping}:
            fields.append((field.name, kind, msgspec.field(default_factory=get_origin(kind))))
        else:
            fields.append((field.name, kind))
    return msgspec.defstruct(shape.__name__, fields, frozen=True, forbid_unknown_fields=True, kw_only=True)


def _strict_type(hint: Any) -> Any:
    """The type of a field, with Structs for dataclasses and limits on texts and numbers."""
    if dataclasses.is_dataclass(hint):
        return _strict_struct(hint)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        return GenericAlias(tuple, (_strict_type(get_args(hint)[0]), ...))
    if get_origin(hint) is Mapping:
        return GenericAlias(dict, tuple(_strict_type(inner) for inner in get_args(hint)))
    return _STRICT.get(hint, hint)


def _domain_value(found: Any, hint: Any) -> Any:
    """A value of a Struct as a value of the dataclass that it mirrors."""
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{name: _domain_value(getattr(found, name), inner) for name, inner in hints.items()})  # type: ignore[operator]
    if get_origin(hint) is tuple:
        return tuple(_domain_value(item, get_args(hint)[0]) for item in found)
    if get_origin(hint) is Mapping:
        return {key: _domain_value(item, get_args(hint)[1]) for key, item in found.items()}
    if Decimal in {hint, *get_args(hint)}:
        return None if found is None else Decimal(found)
    return Severity(found) if Severity in get_args(hint) and found != "off" else found
