"""Texts made unreadable for a support packet; length and kinds of characters stay, so that faults still show."""

import unicodedata

_CHINESE, _FAR, _EMOJI = "字", "𠀀", "😀"
_LAST_OF_BMP = 0xFFFF
_KEPT = frozenset("PZCS")
"""Kept as they are: punctuation, white space, control characters, symbols. These are what programs stumble over."""


def disguise_text(text: str) -> str:
    """Figures become 9, small letters a, capitals A, all other letters one Chinese character; signs stay.

    Characters beyond the first plane stay beyond it, as one of their kind.
    """
    return "".join(map(_disguise_character, text))


def _disguise_character(character: str) -> str:
    kind = unicodedata.category(character)
    is_far = ord(character) > _LAST_OF_BMP
    if kind == "Nd" or kind[0] == "N":
        return "9"
    if is_far:
        return _EMOJI if kind[0] in _KEPT else _FAR
    if kind[0] in _KEPT:
        return character
    if kind in {"Lu", "Ll"} and character.isascii():
        return "A" if kind == "Lu" else "a"
    return _CHINESE
