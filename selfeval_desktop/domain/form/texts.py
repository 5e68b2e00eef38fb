"""Texts of a form: what may stand in a cell, how long it may be, and pasted texts put in order."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from selfeval_desktop.domain.form.fields import FieldRef

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


LONGEST_NAME = 1_000
LONGEST_TEXT = 100_000
_NAMES = frozenset({"project_name", "department", "unit", "year", "execution_score"})
_LEVELS = frozenset({"level1", "level2", "weight", "score"})


class TooLong(Exception):
    """A text that a cell does not take: it stays as it was, nothing is cut."""

    def __init__(self, field: FieldRef, length: int) -> None:
        super().__init__(field, length)
        self.field, self.length = field, length


def max_length(field: FieldRef) -> int:
    """The most characters of that cell: 1,000 for names and figures, 100,000 for other texts."""
    if field.extra or field.part == "goals":
        return LONGEST_TEXT
    is_short = field.part == "funds" or field.column in (_NAMES if field.part == "head" else _LEVELS)
    return LONGEST_NAME if is_short else LONGEST_TEXT


def refuse_longer(field: FieldRef, text: str, before: str) -> None:
    """TooLong; a text that was stored longer, by an older version of the program, may be made shorter bit by bit."""
    if len(text) > max(max_length(field), len(before)):
        raise TooLong(field, len(text))


# Chinese characters, as the inside of a class of a regular expression.
HAN = "\u2e80-\u2fdf\u3003-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE_MARKS = (
    "\u3001\u3002\u3008-\u3011\u3014-\u301b\u2018\u2019\u201c\u201d\u2026\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d"
)
_SPACE = "[^\\S\\n]"
_BETWEEN_HAN = re.compile(f"(?<=[{HAN}]){_SPACE}+(?=[{HAN}])")
_BESIDE_MARK = re.compile(f"(?<=[{_WIDE_MARKS}]){_SPACE}+|{_SPACE}+(?=[{_WIDE_MARKS}])")
_SPACES = re.compile(f"{_SPACE}+")
_STOPS = "？！。；：，、;,"
"""Stops by rank: of several in a row the one named first here stays."""
_DOUBLED = re.compile(f"[{_STOPS}]{{2,}}")
_ENDS = tuple("。！？；：.!?;:")
_ITEM = re.compile(
    r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、）)．]|\d{1,2}\.(?!\d)|[一二三四五六七八九十]是|[①-⑳]|[•·●■◆*-]"
)
_LATIN = re.compile(r"[0-9A-Za-z]")


class TextStretch(NamedTuple):
    """Neighbouring characters that are kept, removed or added."""

    kind: Literal["kept", "removed", "added"]
    text: str


def tidy_text(text: str) -> str:
    """The text without what came in by copying; only white space and doubled stops differ.

    Lines that a web page broke are joined. A break stays after a stop, before the number of an item,
    and at a blank line. Tidying a tidied text changes nothing.
    """
    before = None
    while text != before:
        before, text = text, _marks_once(_collapse_spaces("\n".join(_join_paragraphs(text))))
    return text


def tidying_changes(before: str, after: str) -> tuple[TextStretch, ...]:
    """What `tidy_text` changed from `before` to `after`, in stretches as long as possible."""
    return tuple(
        TextStretch(kind, "".join(character for _, character in found))
        for kind, found in groupby(_compare_characters(before, after), lambda each: each[0])
    )


def _join_paragraphs(text: str) -> Iterator[str]:
    """The lines that stay lines, joined of those that a page broke; a blank one where nothing else parts them."""
    current, after_blank = "", False
    for line in map(str.strip, text.split("\n")):
        if not line:
            after_blank = True
            continue
        parts = current.endswith(_ENDS) or _ITEM.match(line) is not None
        if not current:
            current = line
        elif parts or after_blank:
            yield current
            if not parts:
                yield ""
            current = line
        else:
            gap = " " if _LATIN.match(current[-1]) and _LATIN.match(line) else ""
            current = f"{current}{gap}{line}"
        after_blank = False
    if current:
        yield current


def _collapse_spaces(text: str) -> str:
    return _SPACES.sub(" ", _BESIDE_MARK.sub("", _BETWEEN_HAN.sub("", text)))


def _marks_once(text: str) -> str:
    """One stop where several stand; ！ and ？ alone may be meant."""
    return _DOUBLED.sub(lambda found: found[0] if set(found[0]) <= {"！", "？"} else _strongest_stop(found[0]), text)


def _strongest_stop(marks: str) -> str:
    return min(marks, key=_STOPS.index)


def _compare_characters(before: str, after: str) -> Iterator[tuple[Literal["kept", "removed", "added"], str]]:
    place = 0
    for character in before:
        if place < len(after) and after[place] == character:
            yield "kept", character
            place += 1
        elif character.isspace() or character in _STOPS:
            yield "removed", character
        else:
            yield "added", after[place]
            yield "kept", character
            place += 2
    if place < len(after):
        yield "added", after[place:]
