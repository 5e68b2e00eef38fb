"""A change of a long text as the one stretch that differs: what was typed, not all that stood around it."""

from dataclasses import dataclass

from selfeval_desktop.domain.form.form_texts import TextChange, Texts

_WORTH = 100
"""How many characters must stay, before and behind, for a stretch to be shorter than both texts."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """`inserted` stands where `removed` stood before, `start` characters into the text at that address."""

    address: str
    start: int
    removed: str
    inserted: str

    def whole_change(self, after: Texts) -> TextChange:
        """The change with both texts, where these stood after it; ValueError where it did not lead to them."""
        text = after.get(self.address, "")
        end = self.start + len(self.inserted)
        if self.start < 0 or text[self.start : end] != self.inserted:
            raise ValueError(self.address)
        return TextChange(self.address, text[: self.start] + self.removed + text[end:], text)


def shorten_change(change: TextChange) -> TextChange | TextEdit:
    """The change as its stretch, where most of a long text stayed as it was."""
    before, after = change.before, change.after
    if before is None or after is None or min(len(before), len(after)) < _WORTH:
        return change
    start = common_length(before, after)
    tail = common_length(before[start:][::-1], after[start:][::-1])
    if start + tail < _WORTH:
        return change
    return TextEdit(change.address, start, before[start : len(before) - tail], after[start : len(after) - tail])


def common_length(one: str, other: str) -> int:
    """How many characters both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
