"""What a file is, by its first bytes: its name may say anything."""

import codecs
import re
from collections.abc import Collection
from enum import Enum, auto

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.intake.files import text_rows

HEAD = 4_096
"""So many bytes tell the kind."""
_MAGIC = (
    (b"PK\x03\x04", "PACKAGE"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "COMPOUND"),
    *((start, "PICTURE") for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")),
    *((start, "ARCHIVE") for start in (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"PK\x05\x06")),
    (b"{\\rtf", "RICH_TEXT"),
)
_BEFORE_ROOT = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(
    r"<(?:!doctype html|html|head|body|table|div|meta|style|center|form|title|font|span|p|h[1-6]|link|script|base)\b",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:\w+:)?(?P<name>\w+)")
_WORD_XML = ("wordDocument", "package")
_OLD_WORD = frozenset({".doc", ".wps", ".dot", ".wpt"})
_TEXTS = frozenset({".csv", ".tsv", ".txt", ".prn"})
_SHEETS = frozenset({".xls", ".et"})
"""Some programs give a list of texts such an ending, so that a spreadsheet program opens it."""


class FileKind(Enum):
    """The kinds that are read, and those that are refused by their names."""

    PACKAGE = auto()  # a zip, with an office file in it or not
    COMPOUND = auto()  # the container of the old office programs
    WEB_PAGE = auto()
    WEB_ARCHIVE = auto()  # a web page with all that belongs to it
    XML_WORKBOOK = auto()  # the XML of Excel 2003
    FLAT_OPEN_WORKBOOK = auto()  # the XML of an .ods, not packed
    TEXT = auto()
    PDF = auto()
    PICTURE = auto()
    ARCHIVE = auto()
    XML_DOCUMENT = auto()
    RICH_TEXT = auto()
    OTHER = auto()


def kind_of(head: bytes, suffix: str) -> FileKind:
    """The kind of the file that begins so; only of a plain text the ending says whether it is a list."""
    found = next((kind for start, kind in _MAGIC if head.startswith(start)), None)
    if found:
        return FileKind[found]
    if b"%PDF" in head[:1_024]:
        return FileKind.PDF
    if b"mime-version:" in head[:1_024].lower():
        return FileKind.WEB_ARCHIVE
    return _kind_of_text(_beginning(head), head, suffix)


def is_old_word(suffix: str) -> bool:
    """Whether the ending is that of an old document."""
    return suffix.lower() in _OLD_WORD


def refused_package(names: Collection[str], media_type: bytes) -> UnfitReason:
    """What a zip is that holds no spreadsheet or document of ours, by the names in it."""
    if media_type.startswith(b"application/vnd.oasis.opendocument.text"):
        return UnfitReason.OPEN_TEXT
    if media_type.startswith(b"application/vnd.oasis.opendocument.presentation"):
        return UnfitReason.SLIDES
    if "ofd.xml" in names:
        return UnfitReason.OFD
    return UnfitReason.UNKNOWN if "[content_types].xml" in names else UnfitReason.ARCHIVE


def _kind_of_text(text: str, head: bytes, suffix: str) -> FileKind:
    begin = text[_BEFORE_ROOT.match(text).end() :]  # type: ignore[union-attr]
    root = _ROOT.match(begin)
    if _PAGE.match(begin):
        return FileKind.WEB_PAGE
    if root and root["name"] == "Workbook":
        return FileKind.XML_WORKBOOK
    if root and root["name"] in _WORD_XML:
        return FileKind.XML_DOCUMENT
    if root and root["name"] == "document" and "opendocument.spreadsheet" in text:
        return FileKind.FLAT_OPEN_WORKBOOK
    if head and suffix.lower() in _TEXTS:
        return FileKind.TEXT
    if head and suffix.lower() in _SHEETS and text_rows.is_text(_whole_characters(head)):
        return FileKind.TEXT
    return FileKind.OTHER


def _beginning(head: bytes) -> str:
    """The first bytes as text, to look for what is written in ASCII."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _whole_characters(head: bytes) -> bytes:
    """The bytes up to the last line's end, so that no character is cut in two."""
    if len(head) < HEAD:
        return head
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head[: len(head) // 2 * 2]
    return head[: head.rfind(b"\n") + 1]
