"""A form as plain texts by address, and back, exact to its last note: what tells one stored state from the next.

An address is the text of a FieldRef, a row of indicators by its key, so that it stays with a row that moves.
What is no value of a cell has a word before it: `unread:funds.total.annual`, `note:goals.actual`,
`order:indicators` for the keys of the rows from top to bottom. A blank cell has no text.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, cast

from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.annotations import Annotations, DroppedText, FindingKey, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator

Texts = Mapping[str, str]
Aspect = Literal["", "unread", "origin", "note", "dropped", "explained", "order"]
"""The word before an address: which kind of text it is; "" for the cell's value."""

ROWS = "order:indicators"
FUNDS = "order:funds"
VERSION = "template_version"
_CHOSEN = frozenset({VERSION, "template", "money_unit"})
_MONEY = ("initial", "annual", "executed")
_ROW_TEXTS = ("level1", "level2", "level3", "target", "actual", "achievement", "deviation")
_POINTS = ("weight", "score")
_Holders = dict[tuple[str, str | int | None], tuple[dict[str, str], dict[str, str]]]
"""Own and further texts by column, of each part of the form and row."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """What stood at an address, and what stands there since; None for nothing."""

    address: str
    before: str | None
    after: str | None


def compare_texts(before: Texts, after: Texts) -> tuple[TextChange, ...]:
    """All that differs, by address."""
    differing = {address for address, _ in before.items() ^ after.items()}
    return tuple(TextChange(each, before.get(each), after.get(each)) for each in sorted(differing))


def undo_changes(texts: Texts, done: Iterable[TextChange]) -> Texts:
    """The texts as they were before these changes."""
    earlier = dict(texts)
    undo_in_place(earlier, done)
    return earlier


def undo_in_place(texts: dict[str, str], done: Iterable[TextChange]) -> None:
    """As `undo_changes`, in the texts themselves."""
    for change in done:
        if change.before is None:
            texts.pop(change.address, None)
        else:
            texts[change.address] = change.before


def is_typed_text(address: str, before: Texts, after: Texts) -> bool:
    """Whether a change there is of a cell's own text, and neither text was imported or carried over."""
    origin = f"origin:{address}"
    is_cell = ":" not in address and address not in _CHOSEN
    return is_cell and origin not in before and origin not in after


def split_address(address: str) -> tuple[Aspect, str]:
    """The kind and the cell of an address: `note:goals.actual` → `note`, `goals.actual`."""
    word, _, rest = address.rpartition(":")
    return cast("Aspect", word.partition(":")[0]), rest


def dropped_text(text: str) -> str:
    """The words of a `dropped` text, without the template that is stored in front of them."""
    return _parse_dropped(text).text


def form_to_texts(form: Form) -> Texts:
    """Every text of the form by its address, annotations and order of rows included."""
    keys = row_keys(form)
    found: dict[str, str] = {}
    _add_texts(
        found,
        "",
        form,
        ("template", "money_unit", "project_name", "department", "unit"),
        ("execution_score",),
    )
    numbers = (("year", form.year), (VERSION, form.template_version))
    found |= {name: str(number) for name, number in numbers if number is not None}
    goals = (("goals.expected", form.goals.expected), ("goals.actual", form.goals.actual))
    found |= {name: text for name, text in goals if text}
    if form.funds:
        found[FUNDS] = " ".join(form.funds)
    for name, line in form.funds.items():
        _add_texts(found, f"funds.{name}.", line, (), _MONEY)
    if keys:
        found[ROWS] = " ".join(map(str, keys))
    for key, row in zip(keys, form.indicators, strict=True):
        _add_texts(found, f"indicators[{key}].", row, _ROW_TEXTS, _POINTS)
    found |= {f"unread:{_replace_row_number(cell, keys)}": text for cell, text in form.unread.items()}
    return found if form.annotations.is_blank else {**found, **_annotation_texts(form.annotations)}


def form_from_texts(texts: Texts) -> Form:
    """The inverse of `form_to_texts`; ValueError or KeyError for texts that no form gives."""
    aspects: dict[Aspect, dict[str, str]] = defaultdict(dict)
    for address, text in texts.items():
        word, _, rest = address.partition(":")
        aspects[cast("Aspect", word if rest else "")][rest or word] = text
    holders: _Holders = defaultdict(lambda: ({}, {}))
    for address, text in aspects[""].items():
        cell = FieldRef.parse(address)
        holders[cell.part, cell.row][cell.extra][cell.column] = text
    head, further = holders["head", None]
    keys = list(map(int, aspects["order"].get("indicators", "").split()))
    places = {key: place for place, key in enumerate(keys)}
    unread = {_replace_row_number(FieldRef.parse(cell), places): text for cell, text in aspects["unread"].items()}
    return Form(
        **_parse_attributes(head, numbers=("execution_score",), whole=("year", VERSION)),
        fields=further,
        funds={name: _parse_fund_line(holders, name) for name in aspects["order"].get("funds", "").split()},
        goals=Goals(**holders["goals", None][False]),
        indicators=tuple(_parse_indicator(holders, key) for key in keys),
        unread=unread,
        annotations=_parse_annotations(aspects),
    )


def row_keys(form: Form) -> tuple[int, ...]:
    """The keys that the rows go by, from top to bottom; their numbers where two rows share a key."""
    keys = tuple(row.key for row in form.indicators)
    return keys if len(set(keys)) == len(keys) else tuple(range(1, len(keys) + 1))


def _add_texts(
    found: dict[str, str],
    where: str,
    holder: Form | FundLine | Indicator,
    texts: Iterable[str],
    numbers: Iterable[str],
) -> None:
    """All texts, numbers and further fields of one part of the form that are not blank."""
    for name in texts:
        if text := getattr(holder, name):
            found[where + name] = text
    for name in numbers:
        if (number := getattr(holder, name)) is not None:
            found[where + name] = amounts.plain_number(number)
    for key, text in holder.fields.items():
        found[f"{where}fields.{key}"] = text


def _replace_row_number(cell: FieldRef, rows: Mapping[int, int] | Sequence[int]) -> FieldRef:
    """The cell with its row replaced by `rows`: the number by the key, or the key by the number."""
    if cell.part != "indicators" or not isinstance(cell.row, int):
        return cell
    return FieldRef.indicator(rows[cell.row], cell.column, extra=cell.extra)


def _parse_attributes(
    own: Mapping[str, str], *, numbers: Iterable[str] = (), whole: Iterable[str] = ()
) -> dict[str, Any]:
    """Attributes from their texts: `numbers` are decimals."""
    values: dict[str, Any] = dict(own)
    values |= {name: amounts.normalise(Decimal(own[name])) for name in numbers if name in own}
    return values | {name: int(own[name]) for name in whole if name in own}


def _parse_fund_line(holders: "_Holders", name: str) -> FundLine:
    own, further = holders["funds", name]
    return FundLine(**_parse_attributes(own, numbers=_MONEY), fields=further)


def _parse_indicator(holders: "_Holders", key: int) -> Indicator:
    own, further = holders["indicators", key]
    return Indicator(key, **_parse_attributes(own, numbers=_POINTS), fields=further)


def _annotation_texts(annotations: Annotations) -> Texts:
    found = {f"origin:{cell}": str(origin) for cell, origin in annotations.origins.items()}
    found |= {f"note:{cell}": text for cell, text in annotations.notes.items()}
    found |= {
        f"dropped:{cell}": json.dumps([kept.text, kept.template, kept.version], ensure_ascii=False)
        for cell, kept in annotations.dropped.items()
    }
    return found | {
        f"explained:{matter.code}:{matter.values}:{matter.cell}": reason
        for matter, reason in annotations.explained.items()
    }


def _parse_annotations(aspects: Mapping[Aspect, Mapping[str, str]]) -> Annotations:
    explained = {}
    for address, reason in aspects["explained"].items():
        code, values, cell = address.split(":")
        explained[FindingKey(code, FieldRef.parse(cell), values)] = reason
    return Annotations(
        {FieldRef.parse(cell): ValueOrigin(text) for cell, text in aspects["origin"].items()},
        {FieldRef.parse(cell): text for cell, text in aspects["note"].items()},
        {FieldRef.parse(cell): _parse_dropped(text) for cell, text in aspects["dropped"].items()},
        explained,
    )


def _parse_dropped(text: str) -> DroppedText:
    return DroppedText(*json.loads(text))
