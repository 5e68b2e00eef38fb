"""What characters a cell may hold, however the text came in: typed, pasted, imported."""

import re

# NUL, halves of surrogate pairs and noncharacters: no file format of ours can carry them.
_LAST_OF_PLANES = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(f"[\x00\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c]")
_BREAKS = "\t\n\r\x0b\x0c\u2028\u2029"
_BREAK = re.compile(f"[{_BREAKS}]+")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f]")


def first_forbidden_character(text: str) -> str:
    """The first character that no text may hold (NUL, half a surrogate pair, a noncharacter), or ""."""
    found = _FORBIDDEN.search(text)
    return found[0] if found else ""


def clean_text(text: str) -> str:
    """The text as it may be kept: every kind of line end as a newline, without control characters but the tab."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """What was several lines or cells as one line; a cell copied from a spreadsheet ends with a line end."""
    return _BREAK.sub(" ", text.strip(_BREAKS))
