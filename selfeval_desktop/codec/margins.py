"""What stands beside the cells of a form, as a text that lies in the ledger."""

import msgspec

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.margin import Dropped, Margin, Matter, Origin


class _Explained(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    cell: str
    values: str
    reason: str


class _Margin(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    origins: dict[str, Origin]
    notes: dict[str, str]
    dropped: dict[str, Dropped] = {}
    explained: tuple[_Explained, ...] = ()


def text_of(margin: Margin) -> str:
    """The margin as a text; equal margins give equal texts."""
    document = _Margin(
        {str(cell): origin for cell, origin in margin.origins.items()},
        {str(cell): text for cell, text in margin.notes.items()},
        {str(cell): kept for cell, kept in margin.dropped.items()},
        tuple(
            _Explained(matter.code, str(matter.cell), matter.values, reason)
            for matter, reason in margin.explained.items()
        ),
    )
    return msgspec.json.encode(document, order="sorted").decode()


def read(text: str) -> Margin:
    """The margin of such a text; ValueError for any other."""
    margin = msgspec.json.decode(text, type=_Margin)
    return Margin(
        {FieldRef.parse(cell): origin for cell, origin in margin.origins.items()},
        {FieldRef.parse(cell): noted for cell, noted in margin.notes.items()},
        {FieldRef.parse(cell): kept for cell, kept in margin.dropped.items()},
        {Matter(each.code, FieldRef.parse(each.cell), each.values): each.reason for each in margin.explained},
    )
