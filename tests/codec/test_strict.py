"""What does not fit its type is refused with its place and kind, whatever msgspec says of it, and soon."""

from enum import Enum
from time import perf_counter
from typing import Annotated, Any, Literal

import msgspec
import pytest

from selfeval_desktop.app.errors import FileProblem
from selfeval_desktop.codec import strict
from selfeval_desktop.codec.strict import Complaint


class Colour(Enum):
    RED = "red"


class Row(msgspec.Struct, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=5)]
    share: Annotated[float, msgspec.Meta(ge=0, le=100)] = 0
    colour: Colour | None = None
    side: Literal["left", "right"] = "left"


class Table(msgspec.Struct, forbid_unknown_fields=True):
    rows: tuple[Row, ...]
    notes: dict[Annotated[str, msgspec.Meta(max_length=5)], strict.Number] = {}
    groups: Annotated[list[dict[str, Row]], msgspec.Meta(max_length=2)] = []


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def test_a_document_is_read_down_to_the_deepest_level_that_is_allowed() -> None:
    assert strict.read_json(nested(strict.MAX_DEPTH)) != []
    with pytest.raises(Complaint) as caught:
        strict.read_json(nested(strict.MAX_DEPTH + 1))
    assert caught.value.problem is FileProblem.TOO_DEEP
    side_by_side = b"[" + b",".join([nested(strict.MAX_DEPTH - 1)] * 20) + b"]"
    assert len(strict.read_json(side_by_side)) == 20  # type: ignore[arg-type] # it is a list


def refusal(document: Any) -> tuple[str, FileProblem, str]:
    with pytest.raises(Complaint) as caught:
        strict.convert_to_struct(document, Table, ("top",))
    return caught.value.place, caught.value.problem, caught.value.found


def with_row(**changes: Any) -> dict[str, Any]:
    return {"rows": [{"name": "a"}, {"name": "b", **changes}]}


REFUSED: list[tuple[Any, str, FileProblem, str]] = [
    ([], "top", FileProblem.WRONG_TYPE, "[…]"),
    ({}, "top.rows", FileProblem.MISSING_KEY, ""),
    ({"strange": 1}, "top.strange", FileProblem.UNKNOWN_KEY, "strange"),
    ({"rows": {}}, "top.rows", FileProblem.WRONG_TYPE, "{…}"),
    ({"rows": [None]}, "top.rows[0]", FileProblem.WRONG_TYPE, "null"),
    (with_row(name=""), "top.rows[1].name", FileProblem.TOO_LONG, "0"),
    (with_row(name="abcdef"), "top.rows[1].name", FileProblem.TOO_LONG, "6"),
    (with_row(share=True), "top.rows[1].share", FileProblem.WRONG_TYPE, "true"),
    (with_row(share=101), "top.rows[1].share", FileProblem.BAD_VALUE, "101"),
    (with_row(share=-0.5), "top.rows[1].share", FileProblem.BAD_VALUE, "-0.5"),
    (with_row(colour="blue"), "top.rows[1].colour", FileProblem.BAD_VALUE, "blue"),
    (with_row(colour=3), "top.rows[1].colour", FileProblem.WRONG_TYPE, "3"),
    (with_row(side="up"), "top.rows[1].side", FileProblem.BAD_VALUE, "up"),
    (with_row(side=None), "top.rows[1].side", FileProblem.WRONG_TYPE, "null"),
    ({"rows": [], "notes": {"a": "1", "b`.c": "x"}}, "top.notes.b`.c", FileProblem.NOT_A_NUMBER, "x"),
    ({"rows": [], "notes": {"a": "1", "abcdef": "2"}}, "top.notes", FileProblem.TOO_LONG, "6"),
    ({"rows": [], "groups": [{}, {}, 3]}, "top.groups", FileProblem.TOO_LONG, "3"),
    ({"rows": [], "groups": [{}, {"x": {}}]}, "top.groups[1].x.name", FileProblem.MISSING_KEY, ""),
]


@pytest.mark.parametrize(("document", "place", "problem", "found"), REFUSED)
def test_what_does_not_fit_is_refused_with_its_place(
    document: Any, place: str, problem: FileProblem, found: str
) -> None:
    assert refusal(document) == (place, problem, found)


def test_of_several_faults_the_first_is_told() -> None:
    assert refusal({"rows": [{"name": "a", "side": 1, "share": -1}], "strange": 1})[0] == "top.rows[0].side"
    assert refusal({"strange": 1, "rows": 1})[0] == "top.strange"


@pytest.mark.parametrize(("document", "place", "problem", "found"), REFUSED)
def test_place_and_kind_hang_on_no_sentence_of_the_library(
    monkeypatch: pytest.MonkeyPatch, document: Any, place: str, problem: FileProblem, found: str
) -> None:
    convert = msgspec.convert

    def convert_with_other_words(value: Any, kind: Any) -> Any:
        try:
            return convert(value, kind)
        except msgspec.ValidationError as error:
            raise msgspec.ValidationError("refusé") from error

    monkeypatch.setattr(msgspec, "convert", convert_with_other_words)
    assert refusal(document) == (place, problem, found)


def test_the_last_of_many_keys_is_found_soon() -> None:
    started = perf_counter()
    notes = {**{f"k{number}": "1" for number in range(10_000)}, "z": 1}
    rows = [{"name": "a"}] * 10_000
    assert refusal({"rows": rows, "notes": notes})[:2] == ("top.notes.z", FileProblem.WRONG_TYPE)
    assert perf_counter() - started < 5


def test_a_key_that_stands_twice_among_many_is_found_soon() -> None:
    started = perf_counter()
    keys = ",".join(f'"k{number}":1' for number in [*range(60_000), 59_999])
    with pytest.raises(Complaint) as caught:
        strict.read_json(f"{{{keys}}}".encode())
    assert (caught.value.problem, caught.value.found) == (FileProblem.DUPLICATE_KEY, "k59999")
    assert perf_counter() - started < 10
