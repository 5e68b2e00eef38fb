"""The one strict reader: what is not exactly as its Struct says is refused, with its place in the file."""

import json
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeVar

import msgspec

from selfeval_desktop.app.errors import FileProblem
from selfeval_desktop.domain.form import limits, texts

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 12
_MAX_FOUND = 60
_MAX_INTEGER = 18

Text = Annotated[str, msgspec.Meta(max_length=limits.LONGEST_TEXT)]
Name = Annotated[str, msgspec.Meta(max_length=limits.LONGEST_NAME)]
# The look-ahead keeps `$` from accepting a newline at the end. 15 and 6 digits: see domain.amounts.
Number = Annotated[str, msgspec.Meta(pattern=r"^[+-]?[0-9]{1,15}(\.[0-9]{1,6})?(?!\n)$")]

_T = TypeVar("_T")
_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', re.DOTALL)
_PLACE = re.compile(r" - at `(?:key in )?\$(?P<place>.*?)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<index>[0-9]+)\]|(?P<any>\[\.\.\.\])")
_KINDS = (
    (re.compile(r"unknown field `(.*?)`", re.DOTALL), FileProblem.UNKNOWN_KEY),
    (re.compile(r"missing required field `(.*?)`"), FileProblem.MISSING_KEY),
    (re.compile(r"matching regex"), FileProblem.NOT_A_NUMBER),
    (re.compile(r"of length"), FileProblem.TOO_LONG),
    (re.compile(r"Invalid enum value|[<>]="), FileProblem.BAD_VALUE),
    (re.compile(r""), FileProblem.WRONG_TYPE),
)

Document = dict[str, "Document"] | list["Document"] | str | int | Decimal | bool | None
Steps = tuple[str | int, ...]


@dataclass(eq=False)
class Complaint(Exception):
    """Why a document is refused; `steps` lead to the culprit, () means the document as a whole."""

    steps: Steps
    problem: FileProblem
    found: str = ""

    @property
    def place(self) -> str:
        """The steps as people read them: `[2].funds.total.annual`."""
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return path.removeprefix(".")


def read_json(data: bytes) -> Document:
    """JSON in UTF-8, with or without a byte order mark, as plain values; numbers with a point are Decimals.

    Complaint for duplicate keys, NaN and Infinity, too much of anything, and texts that `domain.texts`
    forbids. Texts come cleaned.
    """
    text = decode_utf8(data)
    _refuse_depth(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_without_duplicates,
            parse_constant=Decimal,
            parse_float=_parse_decimal,
            parse_int=_parse_integer,
        )
    except json.JSONDecodeError as error:
        raise Complaint((f"{error.lineno}:{error.colno}",), FileProblem.NOT_JSON) from error
    return clean_document(value)


def read_toml(data: bytes, format_: str) -> dict[str, Document]:
    """TOML in UTF-8 that names that format under `format`, without this key; texts come cleaned."""
    try:
        found: dict[str, Document] = tomllib.loads(decode_utf8(data))
    except tomllib.TOMLDecodeError as error:
        raise Complaint((), FileProblem.NOT_TOML, shorten_quote(str(error))) from error
    named = found.pop("format", "")
    if named != format_:
        raise Complaint(("format",), FileProblem.UNKNOWN_FORMAT, shorten_quote(str(named)))
    return {_clean_key(key, ()): clean_document(item, (key,)) for key, item in found.items()}


def decode_utf8(data: bytes) -> str:
    """The text of a file that is not too large."""
    if len(data) > MAX_BYTES:
        raise Complaint((), FileProblem.TOO_LARGE, str(len(data)))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Complaint((), FileProblem.NOT_UTF8) from error


def clean_document(value: Document, steps: Steps = ()) -> Document:
    """The document with each text as it may be kept; Complaint for a text or key that cannot be."""
    if isinstance(value, str):
        return _clean_text(value, steps)
    if isinstance(value, list):
        return [clean_document(item, (*steps, index)) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {_clean_key(key, steps): clean_document(item, (*steps, key)) for key, item in value.items()}
    if isinstance(value, Decimal) and not value.is_finite():
        raise Complaint(steps, FileProblem.NOT_A_NUMBER, str(value))
    return value


def convert_to_struct(value: Document, kind: type[_T], steps: Steps = ()) -> _T:
    """The document as a value of a Struct type; Complaint when it does not fit. `steps` lead to it in its file."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        complaint = _complaint_from_message(str(error), value, kind)
        raise Complaint((*steps, *complaint.steps), complaint.problem, complaint.found) from error


def shorten_quote(text: str) -> str:
    """The text, or its beginning when it is too long for a sentence."""
    return text if len(text) <= _MAX_FOUND else text[:_MAX_FOUND] + "…"


def _clean_text(text: str, steps: Steps) -> str:
    bad = texts.first_forbidden_character(text)
    if bad:
        raise Complaint(steps, FileProblem.BAD_TEXT, f"U+{ord(bad):04X}")
    return texts.clean_text(text)


def _clean_key(key: str, steps: Steps) -> str:
    """A backtick is in no key of ours, and would be taken for the end of a name in msgspec's sentences."""
    if "`" in key:
        raise Complaint((*steps, key), FileProblem.UNKNOWN_KEY, shorten_quote(key))
    return _clean_text(key, steps)


def _refuse_depth(text: str) -> None:
    depth = 0
    for found in _BRACKETS.finditer(text):
        if found[0] in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise Complaint((), FileProblem.TOO_DEEP)
        elif found[0] in "]}":
            depth -= 1


def _without_duplicates(pairs: list[tuple[str, Document]]) -> dict[str, Document]:
    value = dict(pairs)
    if len(value) < len(pairs):
        keys = [key for key, _ in pairs]
        raise Complaint(
            (), FileProblem.DUPLICATE_KEY, shorten_quote(next(key for key in keys if keys.count(key) > 1))
        )
    return value


# No Struct takes a Decimal; as one, a strange number comes as far as where its place is known.
def _parse_integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= _MAX_INTEGER else Decimal(text)


def _parse_decimal(text: str) -> Decimal:
    """NaN for an exponent that not even a Decimal can hold."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _complaint_from_message(message: str, value: Document, kind: type[object]) -> Complaint:
    """msgspec's sentence as a Complaint. It names a key of a mapping only as `[...]`."""
    at = _PLACE.search(message)
    steps = _exact_steps(at["place"], value, kind, message) if at else ()
    words, problem = next((found, problem) for shape, problem in _KINDS if (found := shape.search(message)))
    if problem in {FileProblem.UNKNOWN_KEY, FileProblem.MISSING_KEY}:
        key: str = words[1]
        return Complaint(
            (*steps, key), problem, shorten_quote(key) if problem is FileProblem.UNKNOWN_KEY else ""
        )
    culprit = _member_at(value, steps)
    if problem is FileProblem.TOO_LONG and isinstance(culprit, str | list):
        return Complaint(steps, problem, str(len(culprit)))
    return Complaint(steps, problem, shorten_quote(_displayed_value(culprit)))


def _exact_steps(path: str, value: Document, kind: type[object], message: str) -> Steps:
    """The steps of a path. For `[...]` each key is tried alone until the same complaint comes back."""
    steps: Steps = ()
    for step in _STEP.finditer(path):
        if step["any"]:
            steps = (*steps, _refused_key(_member_at(value, steps), value, kind, message))
        else:
            steps = (*steps, int(step["index"]) if step["index"] else step["key"])
    return steps


def _refused_key(mapping: Document, value: Document, kind: type[object], message: str) -> str:
    assert isinstance(mapping, dict)
    whole = dict(mapping)
    try:
        return next(
            key for key in whole if _message_for_mapping(value, kind, mapping, {key: whole[key]}) == message
        )
    finally:
        mapping.clear()
        mapping.update(whole)


def _message_for_mapping(
    value: Document, kind: type[object], mapping: dict[str, Document], only: dict[str, Document]
) -> str:
    """What msgspec says of the document when one mapping in it holds nothing else."""
    mapping.clear()
    mapping.update(only)
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def _member_at(value: Any, steps: Steps) -> Document:
    for step in steps:
        value = value[step]
    return value  # type: ignore[no-any-return]


def _displayed_value(value: Document) -> str:
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return str(value)
