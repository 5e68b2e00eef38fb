"""A text as nobody can read it, in a shape from which faults can still be understood."""

import unicodedata

_CHINESE, _FAR, _EMOJI = "字", "𠀀", "😀"
_LAST_OF_BMP = 0xFFFF
_KEPT = frozenset("PZCS")
"""Punctuation, spaces, what is not seen and signs stay: they make no words, and are what trips programs up."""


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
