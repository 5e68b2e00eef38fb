"""What stands beside the cells of a form, as a text that lies in the ledger."""

import msgspec

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.margin import Margin, Origin


class _Margin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    origins: dict[str, Origin]
    notes: dict[str, str]


def text_of(margin: Margin) -> str:
    """The margin as a text; equal margins give equal texts."""
    document = _Margin(
        {str(cell): origin for cell, origin in margin.origins.items()},
        {str(cell): text for cell, text in margin.notes.items()},
    )
    return msgspec.json.encode(document, order="sorted").decode()


def read(text: str) -> Margin:
    """The margin of such a text; ValueError for any other."""
    margin = msgspec.json.decode(text, type=_Margin)
    return Margin(
        {FieldRef.parse(cell): origin for cell, origin in margin.origins.items()},
        {FieldRef.parse(cell): noted for cell, noted in margin.notes.items()},
    )
