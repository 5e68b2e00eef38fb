"""What one step changed in a form, as a text of the change log."""

from collections.abc import Iterable

import msgspec

from selfeval_desktop.domain.form_texts import Change

_Changes = dict[str, tuple[str | None, str | None]]


def text_of(changes: Iterable[Change]) -> str:
    """By address what stood there and what stands there; equal changes give equal texts."""
    document = {change.address: (change.before, change.after) for change in changes}
    return msgspec.json.encode(document, order="sorted").decode()


def read(text: str) -> tuple[Change, ...]:
    """The changes of such a text; ValueError for any other."""
    found = msgspec.json.decode(text, type=_Changes)
    return tuple(Change(address, *texts) for address, texts in found.items())
