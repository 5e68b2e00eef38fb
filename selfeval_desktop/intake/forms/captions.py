"""Lines about a form and cells with several items: year, money unit, title, labels with their values behind a colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.look_alikes import compact_text
from selfeval_desktop.domain.form.texts import HAN
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.intake.forms import form_labels, money_units
from selfeval_desktop.intake.forms.form_labels import Vocabulary

_LONGEST = 400
_LONGEST_LABEL = 14
_COLON = re.compile("[:：]")
_GAP = re.compile(r"\s{2,}|[\t\n\u3000]|(?<=[)）】])\s*|\s+(?=[（(【])")
_FILLER = " \t\n\u3000；;，,、。_"
_NEW_LABEL = re.compile(rf"(?:^|\s)([{HAN}]{{2,8}}(?:[（(][^（()）]*[）)])?)\s*$")
_HEADING = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．)）]")
_OF_FORMS = re.compile("项目|资金|预算|目标|指标|基本|信息|情况")
_LONGEST_HEADING = 24
_FURNITURE = re.compile(
    r"[(]?(?:续表?[一二三四五六七八九十0-9]*|接上[页表]|转下[页表]|第[0-9]+页(?:[,/共]*[0-9]*页?)?|[0-9]{1,3}/[0-9]{1,3})[)]?"
)


class CaptionKind(StrEnum):
    """What an item says: a value of the form's head, its year, its money unit, something printed, or nothing known."""

    VALUE = "value"
    YEAR = "year"
    UNIT = "unit"
    PRINTED = "printed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CaptionItem:
    """One item: `text` is the value, the year's digits or the whole item; `field` is given for values and labels."""

    kind: CaptionKind
    text: str
    field: FieldRef | None = None


def caption_items(text: str, words: Vocabulary) -> list[CaptionItem]:
    """The items of a line or a cell, in order; a label without a value is printed."""
    if len(text) > _LONGEST:
        return [CaptionItem(CaptionKind.UNKNOWN, text)]
    if money_units.unit_line(text) is not None:
        return [CaptionItem(CaptionKind.UNIT, text)]
    starts = list(_label_starts(text, words))
    edges = [*(start for start, _ in starts), len(text)]
    items = list(_plain_items(text[: edges[0]], words))
    for (start, colon), end in zip(starts, edges[1:], strict=True):
        items += _labelled_items(text[start:colon], text[colon + 1 : end], words)
    return items


def has_values(items: list[CaptionItem]) -> bool:
    """Whether something of the form's head stands in them with its label."""
    return any(item.field is not None for item in items)


def is_furniture(text: str, words: Vocabulary) -> bool:
    """Whether it is a line that says nothing of the project: a title, 续表, the number of a page or a section's heading."""
    plain = compact_text(text)
    if _FURNITURE.fullmatch(plain) or labels.bare_label(text) in words.printed:
        return True
    is_heading = len(plain) <= _LONGEST_HEADING and _HEADING.match(plain) is not None and _OF_FORMS.search(plain)
    return bool(is_heading) or form_labels.title_year(text, words.title) == ""


def _label_starts(text: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where each label begins, and the colon behind it."""
    end = 0
    for found in _COLON.finditer(text):
        start = _known_label_start(text, end, found.start(), words)
        if start is None:
            new = _NEW_LABEL.search(text, end, found.start())
            start = new.start(1) if new and (end or not text[: new.start(1)].strip()) else None
        if start is not None:
            yield start, found.start()
            end = found.end()


def _known_label_start(text: str, first: int, colon: int, words: Vocabulary) -> int | None:
    """Where the longest known label begins that ends at that colon."""
    for start in range(max(first, colon - _LONGEST_LABEL), colon - 1):
        if not text[start].isspace() and _is_label(text[start:colon], words):
            return start
    return None


def _is_label(text: str, words: Vocabulary) -> bool:
    if re.match(f"[{HAN}]", text) is None:
        return False
    names = (words.head, words.strangers, dict.fromkeys(form_labels.UNIT_LABELS, True))
    return any(labels.find_by_label(each, text) is not None for each in names)


def _labelled_items(label: str, value: str, words: Vocabulary) -> Iterator[CaptionItem]:
    shown, behind = _split_at_gap(value.strip(_FILLER), words)
    field = labels.find_by_label(words.head, label)
    if money_units.unit_line(f"{label}:{shown}") is not None:
        yield CaptionItem(CaptionKind.UNIT, f"{label}:{shown}")
    elif field is not None:
        yield CaptionItem(CaptionKind.VALUE if shown else CaptionKind.PRINTED, shown, field)
    elif shown:
        yield from _items_behind_stranger(label, shown)
    else:
        yield CaptionItem(CaptionKind.PRINTED, label)
    yield from behind


def _split_at_gap(value: str, words: Vocabulary) -> tuple[str, list[CaptionItem]]:
    """The value without the captions that stand behind it after a wide gap, and these."""
    first, *more = (piece.strip(_FILLER) for piece in _GAP.split(value))
    items = [_plain_item(piece, words) for piece in more if piece]
    if not first or not items or any(item.kind is CaptionKind.UNKNOWN for item in items):
        return value, []
    return first, items


def _items_behind_stranger(label: str, value: str) -> Iterator[CaptionItem]:
    unit = money_units.unit_line(value.rsplit(maxsplit=1)[-1])
    if unit is not None and len(value.split()) > 1:
        value = value[: value.rindex(value.rsplit(maxsplit=1)[-1])].strip(_FILLER)
        yield CaptionItem(CaptionKind.UNKNOWN, f"{label}：{value}")
        yield CaptionItem(CaptionKind.UNIT, f"单位:{unit}")
    else:
        yield CaptionItem(CaptionKind.UNKNOWN, f"{label}：{value}")


def _plain_items(text: str, words: Vocabulary) -> Iterator[CaptionItem]:
    """Items without a label: the whole text where it is one, else what stands between wide gaps, or between spaces."""
    plain = text.strip(_FILLER)
    if not plain:
        return
    whole = _plain_item(plain, words)
    if whole.kind is not CaptionKind.UNKNOWN:
        yield whole
        return
    for pieces in (_GAP.split(plain), plain.split()):
        items = [_plain_item(piece.strip(_FILLER), words) for piece in pieces if piece.strip(_FILLER)]
        if len(items) > 1 and all(item.kind is not CaptionKind.UNKNOWN for item in items):
            yield from items
            return
    items = [_plain_item(piece.strip(_FILLER), words) for piece in _GAP.split(plain) if piece.strip(_FILLER)]
    yield from items if any(item.kind is not CaptionKind.UNKNOWN for item in items) else [whole]


def _plain_item(text: str, words: Vocabulary) -> CaptionItem:
    year = form_labels.title_year(text, words.title)
    if money_units.unit_line(text) is not None:
        return CaptionItem(CaptionKind.UNIT, text)
    if year:
        return CaptionItem(CaptionKind.YEAR, year)
    if year == "" or is_furniture(text, words) or labels.find_by_label(words.sides, text):
        return CaptionItem(CaptionKind.PRINTED, text)
    return CaptionItem(CaptionKind.UNKNOWN, text)
