"""Text files: their encoding, and the cells of lists whose cells are parted by commas, tabs or semicolons."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.intake.files.cells import FileRefused

_DELIMITERS = ",\t;|"
_SAMPLE = 200_000
_GUARDED = re.compile(r'="(?P<text>(?:[^"]|"")*)"', re.DOTALL)
_NAMED_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_XML_LINE = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode_text(data: bytes) -> str:
    """Decode as UTF-8, UTF-16 with byte order mark, or GB18030; FileRefused for anything else."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefused(UnfitReason.BROKEN)


def xml_in_utf8(data: bytes) -> bytes:
    """An XML text in UTF-8, without a first line that may say otherwise: the parser knows no Chinese encoding."""
    return _XML_LINE.sub("", decode_text(data), count=1).encode()


def is_text(data: bytes) -> bool:
    """Whether the bytes are a text that people write."""
    try:
        return _CONTROLS.search(decode_text(data)) is None
    except (FileRefused, UnicodeDecodeError):
        return False


def read_rows(text: str) -> list[list[str]]:
    """The cells of the list; only line feeds end a row, whatever other line separators stand in a cell.

    A cell guarded against a spreadsheet's guesses, as in ="0012", holds what stands between the quotes.
    """
    named = _NAMED_DELIMITER.match(text)
    delimiter = named[1] if named else _likely_delimiter(text)
    rows = csv.reader(StringIO(text[named.end() :] if named else text, newline=""), delimiter=delimiter)
    return [[_unguarded(cell) for cell in row] for row in rows]


def _unguarded(cell: str) -> str:
    found = _GUARDED.fullmatch(cell.strip())
    return found["text"].replace('""', '"') if found else cell


def _likely_delimiter(text: str) -> str:
    """The delimiter that parts the most rows into equally many cells, and of such the one into more."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text[:_SAMPLE], delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    """How many rows have the most usual number of cells, more than one, and that number."""
    rows: Sequence[Sequence[str]] = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, count = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
    return count, width
