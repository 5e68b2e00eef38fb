"""What stands beside the cells of a form, as a text that lies in the ledger."""

import msgspec

from selfeval_desktop.domain.form.annotations import Annotations, DroppedText, FindingKey, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef


class _AcceptedFindingEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    cell: str
    values: str
    reason: str


class _AnnotationsContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    origins: dict[str, ValueOrigin]
    notes: dict[str, str]
    dropped: dict[str, DroppedText] = {}
    explained: tuple[_AcceptedFindingEntry, ...] = ()


def annotations_text(annotations: Annotations) -> str:
    """The margin as a text; equal margins give equal texts."""
    document = _AnnotationsContent(
        {str(cell): origin for cell, origin in annotations.origins.items()},
        {str(cell): text for cell, text in annotations.notes.items()},
        {str(cell): kept for cell, kept in annotations.dropped.items()},
        tuple(
            _AcceptedFindingEntry(matter.code, str(matter.cell), matter.values, reason)
            for matter, reason in annotations.explained.items()
        ),
    )
    return msgspec.json.encode(document, order="sorted").decode()


def read_annotations(text: str) -> Annotations:
    """The margin of such a text; ValueError for any other."""
    margin = msgspec.json.decode(text, type=_AnnotationsContent)
    return Annotations(
        {FieldRef.parse(cell): origin for cell, origin in margin.origins.items()},
        {FieldRef.parse(cell): noted for cell, noted in margin.notes.items()},
        {FieldRef.parse(cell): kept for cell, kept in margin.dropped.items()},
        {
            FindingKey(each.code, FieldRef.parse(each.cell), each.values): each.reason
            for each in margin.explained
        },
    )
