"""What one step changed in a form, as a text of the change log."""

from collections.abc import Iterable

import msgspec

from selfeval_desktop.domain.form.form_texts import TextChange

_Changes = dict[str, tuple[str | None, str | None]]


def changes_text(changes: Iterable[TextChange]) -> str:
    """By address what stood there and what stands there; equal changes give equal texts."""
    document = {change.address: (change.before, change.after) for change in changes}
    return msgspec.json.encode(document, order="sorted").decode()


def read_changes(text: str) -> tuple[TextChange, ...]:
    """The changes of such a text; ValueError for any other."""
    found = msgspec.json.decode(text, type=_Changes)
    return tuple(TextChange(address, *texts) for address, texts in found.items())
