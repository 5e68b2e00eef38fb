"""Texts that lie in the ledger, as JSON with sorted keys: forms, their paper, annotations and changes.

They are no format for others: each lies under a digest and is read as it was written. Equal values give equal
texts. Reading raises ValueError for any text that was not written here.
"""

from collections.abc import Iterable
from decimal import Decimal
from hashlib import sha256

import msgspec

from selfeval_desktop.codec import form_json
from selfeval_desktop.domain.form.annotations import Annotations, DroppedText, FindingKey, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator, MoneyUnit
from selfeval_desktop.domain.form.form_texts import TextChange
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.form.text_edits import TextEdit, shorten_change
from selfeval_desktop.domain.layout.paper import PaperSetup

_Changes = dict[str, list[str | int | None]]
"""By address, what stood in a cell before and after, None where there was no such cell; or a TextEdit."""


class _FormContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    template: str
    year: int | None
    money_unit: MoneyUnit
    project_name: str
    department: str
    unit: str
    fields: dict[str, str]
    funds: dict[str, FundLine]
    execution_score: Decimal | None
    goals: Goals
    indicators: tuple[Indicator, ...]
    unread: dict[str, str]


class _PaperContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    setup: PaperSetup
    signature: bool


def form_snapshot_text(form: Form) -> str:
    """All of a form that is its value, keys of rows and unread cells included; without its annotations."""
    document = {name: getattr(form, name) for name in _FormContent.__struct_fields__}
    document["unread"] = {str(cell): text for cell, text in form.unread.items()}
    return msgspec.json.encode(document, order="sorted").decode()


def read_form_snapshot(text: str) -> Form:
    content = msgspec.json.decode(text, type=_FormContent)
    found = {name: getattr(content, name) for name in _FormContent.__struct_fields__}
    found["unread"] = {FieldRef.parse(cell): typed for cell, typed in content.unread.items()}
    return Form(**found)


def paper_setup_text(setup: PaperSetup, *, signature: bool) -> str:
    """`signature`: whether the line for signatures stood below the table."""
    return msgspec.json.encode(_PaperContent(setup, signature), order="sorted").decode()


def read_paper_setup(text: str) -> tuple[PaperSetup, bool]:
    """The paper, and whether the line for signatures stood below the table."""
    paper = msgspec.json.decode(text, type=_PaperContent)
    return paper.setup, paper.signature


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
    document = _AnnotationsContent(
        {str(cell): origin for cell, origin in annotations.origins.items()},
        {str(cell): text for cell, text in annotations.notes.items()},
        {str(cell): kept for cell, kept in annotations.dropped.items()},
        tuple(
            _AcceptedFindingEntry(finding.code, str(finding.cell), finding.values, reason)
            for finding, reason in annotations.explained.items()
        ),
    )
    return msgspec.json.encode(document, order="sorted").decode()


def read_annotations(text: str) -> Annotations:
    content = msgspec.json.decode(text, type=_AnnotationsContent)
    return Annotations(
        {FieldRef.parse(cell): origin for cell, origin in content.origins.items()},
        {FieldRef.parse(cell): noted for cell, noted in content.notes.items()},
        {FieldRef.parse(cell): kept for cell, kept in content.dropped.items()},
        {FindingKey(each.code, FieldRef.parse(each.cell), each.values): each.reason for each in content.explained},
    )


def changes_text(changes: Iterable[TextChange]) -> str:
    """The changes by address, those within a long text as the stretch that differs."""
    document = {each.address: _change_content(shorten_change(each)) for each in changes}
    return msgspec.json.encode(document, order="sorted").decode()


def read_changes(text: str) -> tuple[TextChange | TextEdit, ...]:
    found = msgspec.json.decode(text, type=_Changes)
    return tuple(_read_change(address, content) for address, content in found.items())


def _change_content(change: TextChange | TextEdit) -> tuple[str | int | None, ...]:
    if isinstance(change, TextEdit):
        return change.start, change.removed, change.inserted
    return change.before, change.after


def _read_change(address: str, content: list[str | int | None]) -> TextChange | TextEdit:
    match content:
        case [None | str() as before, None | str() as after]:
            return TextChange(address, before, after)
        case [int() as start, str() as removed, str() as inserted]:
            return TextEdit(address, start, removed, inserted)
    raise msgspec.ValidationError(address)


_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 8


def form_digest(form: Form) -> bytes:
    """SHA-256 over the canonical form: 32 bytes, the same on every PC."""
    return sha256(form_json.canonical_bytes(form)).digest()


def paper_code(form: Form, template: Template) -> str:
    """The code of this content under this template, as `content_code`."""
    return content_code(form, template.id, template.version)


def content_code(form: Form, template_id: str, template_version: int) -> str:
    """8 characters of Crockford's base 32 (5 bits each) that stand for this content under this template.

    Taken from SHA-256 over three lines: the canonical form, the template's id, its version.
    """
    text = b"\n".join((form_json.canonical_bytes(form), template_id.encode(), str(template_version).encode()))
    bits = int.from_bytes(sha256(text).digest()[:5], "big")
    return "".join(_CROCKFORD[bits >> 5 * place & 31] for place in reversed(range(_CODE_LENGTH)))
