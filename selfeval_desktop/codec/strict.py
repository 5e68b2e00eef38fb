"""The one strict reader: what is not exactly as its Struct says is refused, with its place in the file."""

import codecs
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from selfeval_desktop.app import log
from selfeval_desktop.app.errors import FileProblem, SelfEvalError
from selfeval_desktop.codec.limited import StopReason
from selfeval_desktop.domain.form import texts

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 12
_CHUNK = 1 << 20
_MAX_FOUND = 60
_MAX_INTEGER = 18
_LONGEST_NUMBER = 1_000
_LINE_AND_COLUMN = re.compile(r"\(at line (\d+), column (\d+)\)")

Text = Annotated[str, msgspec.Meta(max_length=texts.LONGEST_TEXT)]
Name = Annotated[str, msgspec.Meta(max_length=texts.LONGEST_NAME)]
# The look-ahead keeps `$` from accepting a newline at the end. 15 and 6 digits: see domain.amounts.
Number = Annotated[str, msgspec.Meta(pattern=r"^[+-]?[0-9]{1,15}(\.[0-9]{1,6})?(?!\n)$")]

STOPS = {
    StopReason.SLOW: FileProblem.TOO_SLOW,
    StopReason.HEAVY: FileProblem.TOO_HEAVY,
    StopReason.BROKEN: FileProblem.BROKEN,
}

_T = TypeVar("_T")
# Other escapes may stand for characters that are cleaned. A quoted backslash may match, too.
_ODD_ESCAPE = re.compile(r'\\[^"\\/n]')

Document = dict[str, "Document"] | list["Document"] | str | int | Decimal | bool | None
Steps = tuple[str | int, ...]


@dataclass(eq=False)
class Complaint(Exception):
    """Why a document is refused; `steps` lead to the value in question, () means the document as a whole."""

    steps: Steps
    problem: FileProblem
    found: str = ""

    @property
    def place(self) -> str:
        """The steps as people read them: `[2].funds.total.annual`."""
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)
        return path.removeprefix(".")


@contextmanager
def refusing_file(path: Path, error_class: Callable[[Path, str, FileProblem, str], SelfEvalError]) -> Iterator[None]:
    """A Complaint becomes the error of that class, about the file at `path`; so does what a parser gives up with."""
    try:
        yield
    except SelfEvalError:
        raise
    except Complaint as complaint:
        raise error_class(path, complaint.place, complaint.problem, complaint.found) from complaint
    except MemoryError as error:
        raise error_class(path, "", FileProblem.TOO_HEAVY, "") from error
    except Exception as error:
        log.log_error(error)
        raise error_class(path, "", FileProblem.BROKEN, "") from error


def read_json(data: bytes) -> Document:
    """JSON in UTF-8, with or without a byte order mark, as plain values; numbers with a point are Decimals.

    Complaint for duplicate keys, NaN and Infinity, too much of anything, and texts that `domain.texts`
    forbids. Texts come cleaned.
    """
    try:
        return _parse_json(decode_utf8(data), MAX_DEPTH)
    except json.JSONDecodeError as error:
        raise Complaint((f"{error.lineno}:{error.colno}",), FileProblem.NOT_JSON) from error


def read_json_items(data: bytes) -> tuple[int | None, Iterator[Document]]:
    """The items of a list, and how many there are; None, and the one value, where it is no list. As `read_json`.

    Of a long list only one item at a time is held as values.
    """
    pieces = _split_list(data)
    if pieces is not None:
        return len(pieces), _parse_items(pieces, data)
    document = read_json(data)
    return (len(document), iter(document)) if isinstance(document, list) else (None, iter((document,)))


def read_toml(data: bytes, format_: str) -> dict[str, Document]:
    """TOML in UTF-8 that names that format under `format`, without this key; texts come cleaned."""
    text = decode_utf8(data)
    try:
        found: dict[str, Document] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found_at = _LINE_AND_COLUMN.search(str(error))
        line, column = found_at.groups() if found_at else (text.count("\n") + 1, len(text) - text.rfind("\n"))
        raise Complaint((f"{line}:{column}",), FileProblem.NOT_TOML) from error
    except RecursionError as error:
        raise Complaint((), FileProblem.TOO_DEEP) from error
    _refuse_depth(found, MAX_DEPTH)
    named = found.pop("format", "")
    if named != format_:
        raise Complaint(("format",), FileProblem.UNKNOWN_FORMAT, shorten_quote(str(named)))
    return {_clean_text(key, ()): clean_document(item, (key,)) for key, item in found.items()}


def decode_utf8(data: bytes) -> str:
    """The text of a file that is not too large."""
    if len(data) > MAX_BYTES:
        raise Complaint((), FileProblem.TOO_LARGE, str(len(data)))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Complaint((), FileProblem.NOT_UTF8) from error


def _refuse_other_encodings(data: bytes) -> None:
    """As `decode_utf8`, without holding the text as a whole."""
    if len(data) > MAX_BYTES:
        raise Complaint((), FileProblem.TOO_LARGE, str(len(data)))
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Complaint((), FileProblem.NOT_UTF8) from error


def clean_document(value: Document, steps: Steps = ()) -> Document:
    """The document with each text as it may be kept; Complaint for a text or key that cannot be."""
    if isinstance(value, str):
        return _clean_text(value, steps)
    if isinstance(value, list):
        return [clean_document(item, (*steps, index)) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {_clean_text(key, steps): clean_document(item, (*steps, key)) for key, item in value.items()}
    if isinstance(value, Decimal) and not value.is_finite():
        raise Complaint(steps, FileProblem.NOT_A_NUMBER, str(value))
    return value


def convert_to_struct(value: Document, kind: type[_T], steps: Steps = ()) -> _T:
    """The document as a value of a Struct type; Complaint when it does not fit. `steps` lead to it in its file."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise next(find_complaints(value, kind, steps)) from error


def shorten_quote(text: str) -> str:
    """The text, or its beginning when it is too long for a sentence."""
    return text if len(text) <= _MAX_FOUND else text[:_MAX_FOUND] + "…"


def _clean_text(text: str, steps: Steps) -> str:
    bad = texts.first_forbidden_character(text)
    if bad:
        raise Complaint(steps, FileProblem.BAD_TEXT, f"U+{ord(bad):04X}")
    return texts.clean_text(text)


def _split_list(data: bytes) -> list[msgspec.Raw] | None:
    """The items of a list as they stand in the file; None for all else, even a list with a fault somewhere."""
    _refuse_other_encodings(data)
    try:
        return msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError):
        return None


def _parse_items(pieces: list[msgspec.Raw], data: bytes) -> Iterator[Document]:
    for index, piece in enumerate(pieces):
        try:
            yield _parse_json(str(memoryview(piece), "utf-8"), MAX_DEPTH - 1, (index,))
        except json.JSONDecodeError:
            # The place is wanted as it is in the whole file.
            read_json(data)
            raise


def _parse_json(text: str, deepest: int, steps: Steps = ()) -> Document:
    odd: list[Decimal] = []

    def parse_odd_number(text: str) -> Decimal:
        odd.append(_parse_decimal(text))
        return odd[-1]

    try:
        value = json.loads(
            text,
            object_pairs_hook=_without_duplicates,
            parse_constant=parse_odd_number,
            parse_float=parse_odd_number,
            parse_int=lambda digits: int(digits) if len(digits) <= _MAX_INTEGER else parse_odd_number(digits),
        )
    except RecursionError as error:
        raise Complaint((), FileProblem.TOO_DEEP) from error
    _refuse_depth(value, deepest)
    # Most files are clean as they stand, and to see that is much faster than to clean each text.
    is_clean = not odd and text.replace("\n", "").isprintable() and not _ODD_ESCAPE.search(text)
    return value if is_clean else clean_document(value, steps)


def _refuse_depth(value: Document, deepest: int) -> None:
    """Level by level, as a deep document would exhaust any function that calls itself."""
    level = [value] if isinstance(value, dict | list) else []
    depth = 0
    while level:
        depth += 1
        if depth > deepest:
            raise Complaint((), FileProblem.TOO_DEEP)
        level = [
            item
            for outer in level
            for item in (outer.values() if type(outer) is dict else outer)
            if type(item) is dict or type(item) is list
        ]


def _without_duplicates(pairs: list[tuple[str, Document]]) -> dict[str, Document]:
    value = dict(pairs)
    if len(value) < len(pairs):
        often = Counter(key for key, _ in pairs)
        first = next(key for key, times in often.items() if times > 1)
        raise Complaint((), FileProblem.DUPLICATE_KEY, shorten_quote(first))
    return value


# No form or package has a Decimal: as one, a strange number is refused later, when its place is known.
def _parse_decimal(text: str) -> Decimal:
    """NaN for an exponent that not even a Decimal can hold, and for a number as long as a text."""
    try:
        return Decimal(text if len(text) <= _LONGEST_NUMBER else "NaN")
    except InvalidOperation:
        return Decimal("NaN")


def find_complaints(value: Document, kind: Any, steps: Steps = ()) -> Iterator[Complaint]:
    """Everything in a refused value that does not fit, in the order in which msgspec reads.

    Found by the types alone: what msgspec says of it are English sentences, which name no key of a mapping.
    """
    shape, limit = _split_type(kind)
    outer = get_origin(shape) or shape
    if limit and fits(value, outer) and not fits(value, Annotated[outer, limit]):
        yield _limit_complaint(value, limit, steps)
        return
    is_choice = outer is Literal or (isinstance(outer, type) and issubclass(outer, Enum))
    problem = FileProblem.BAD_VALUE if is_choice and isinstance(value, str) else FileProblem.WRONG_TYPE
    as_a_whole = Complaint(steps, problem, shorten_quote(_displayed_value(value)))
    members = _member_complaints(value, shape, steps)
    yield next(members, as_a_whole)
    yield from members


def _split_type(kind: Any) -> tuple[Any, msgspec.Meta | None]:
    """A type without `| None`, and the limit of an Annotated one; None where it has none."""
    if get_origin(kind) in {Union, UnionType}:
        kind = next(each for each in get_args(kind) if each is not NoneType)
    return get_args(kind)[:2] if get_origin(kind) is Annotated else (kind, None)


def fits(value: Document, kind: Any) -> bool:
    """Whether the value is one of that type."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _limit_complaint(value: Document, limit: msgspec.Meta, steps: Steps) -> Complaint:
    """A value of the right type that is too long, too great or not as a pattern says."""
    if isinstance(value, str | list) and limit.pattern is None:
        return Complaint(steps, FileProblem.TOO_LONG, str(len(value)))
    problem = FileProblem.BAD_VALUE if limit.pattern is None else FileProblem.NOT_A_NUMBER
    return Complaint(steps, problem, shorten_quote(_displayed_value(value)))


def _member_complaints(value: Document, shape: Any, steps: Steps) -> Iterator[Complaint]:
    """What does not fit inside a mapping, Struct or list; nothing for a value that is none of them."""
    if isinstance(value, dict) and msgspec.inspect.is_struct_type(shape):
        yield from _struct_complaints(value, shape, steps)
    elif isinstance(value, dict) and get_origin(shape) is dict:
        of_keys, of_items = get_args(shape)
        for key, item in value.items():
            if not fits(key, of_keys):
                yield Complaint(steps, FileProblem.TOO_LONG, str(len(key)))
            elif not fits(item, of_items):
                yield from find_complaints(item, of_items, (*steps, key))
    elif isinstance(value, list) and get_origin(shape) in {list, tuple}:
        for index, item in enumerate(value):
            if not fits(item, get_args(shape)[0]):
                yield from find_complaints(item, get_args(shape)[0], (*steps, index))


def _struct_complaints(value: dict[str, Document], shape: type[msgspec.Struct], steps: Steps) -> Iterator[Complaint]:
    fields = {field.name: field for field in msgspec.structs.fields(shape)}
    for key, item in value.items():
        if key not in fields:
            yield Complaint((*steps, key), FileProblem.UNKNOWN_KEY, shorten_quote(key))
        elif not fits(item, fields[key].type):
            yield from find_complaints(item, fields[key].type, (*steps, key))
    for name, field in fields.items():
        if field.required and name not in value:
            yield Complaint((*steps, name), FileProblem.MISSING_KEY)


def _displayed_value(value: Document) -> str:
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return str(value)
