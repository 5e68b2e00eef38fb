"""Characters of a Sheet that a receiver's program may refuse or change, by cell, before it is printed or exported.

They forbid nothing: the user sees them and decides. Characters that no text may hold at all are removed wherever
text comes in (`texts.clean_text`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.layout.sheet import Sheet


class ForeignKind(StrEnum):
    """Why a character may be refused."""

    MARKUP = "markup"  # read as tags: & < >
    SPACE = "space"  # white space that is neither the usual one nor that of Chinese print
    UNSEEN = "unseen"  # steers writing, or nothing at all, without being seen
    PRIVATE = "private"  # has no meaning of its own: every PC shows another sign
    RARE = "rare"  # outside GBK, which many receivers still store in


_KINDS = {
    ForeignKind.MARKUP: re.compile("[&<>]"),
    ForeignKind.SPACE: re.compile("[\t\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]"),
    ForeignKind.UNSEEN: re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"),
    ForeignKind.PRIVATE: re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ForeignCharacters:
    """The characters of one kind in one cell, each once, in their order."""

    field: FieldRef
    kind: ForeignKind
    characters: str


def find_foreign_characters(sheet: Sheet) -> tuple[ForeignCharacters, ...]:
    """In the cells that stand for a field, in reading order; what the template prints is the receiver's own."""
    return tuple(
        ForeignCharacters(cell.field, kind, characters)
        for cell in sheet.cells
        if cell.field is not None
        for kind, characters in _foreign_by_kind(cell.text)
    )


@lru_cache(maxsize=4096)
def _foreign_by_kind(text: str) -> tuple[tuple[ForeignKind, str], ...]:
    known = ((kind, "".join(pattern.findall(text))) for kind, pattern in _KINDS.items())
    kinds = [(kind, "".join(dict.fromkeys(characters))) for kind, characters in known if characters]
    told = "".join(characters for _, characters in kinds)
    rare = "".join(dict.fromkeys(each for each in text if each not in told and not _is_in_gbk(each)))
    return (*kinds, (ForeignKind.RARE, rare)) if rare else tuple(kinds)


@lru_cache(maxsize=4096)
def _is_in_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
