"""Reads office files of every kind; the gate calls this in the reading process."""

import codecs
import csv
import zlib
from pathlib import Path
from typing import IO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from selfeval_desktop.app.errors import UnfitFile, UnfitReason
from selfeval_desktop.app.foreign_files import open_regular_file
from selfeval_desktop.app.incoming import Container
from selfeval_desktop.intake.files import archive, document, workbook
from selfeval_desktop.intake.files.cells import (
    CellGathering,
    FileContents,
    FileRefused,
)
from selfeval_desktop.intake.text.pasted_table import TooManyCells, read_table

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_OTHERS = frozenset({".doc", ".wps"})
_TEXTS = frozenset({".csv", ".tsv", ".txt"})
_DELIMITERS = ",\t;"
_HEAD = 4_096
_BROKEN = (ExpatError, BadZipFile, zlib.error, NotImplementedError, EOFError, KeyError, ValueError, csv.Error)
"""Errors of the standard library for files that break their format's rules."""


def read_office_file(path: Path) -> FileContents:
    """The contents; UnfitFile."""
    try:
        return read_contents(path)
    except FileRefused as refusing:
        raise UnfitFile(path, refusing.reason, refusing.found) from refusing


def read_contents(path: Path) -> FileContents:
    """The contents; the format is recognised by the first bytes, not by the name. FileRefused."""
    gathering = CellGathering()
    try:
        with open_regular_file(path) as file:
            _read_by_format(path, file, gathering)
    except TooManyCells as error:
        raise FileRefused(UnfitReason.TOO_MUCH) from error
    except _BROKEN as error:
        raise FileRefused(UnfitReason.BROKEN) from error
    return gathering.gathered_contents()


def _read_by_format(path: Path, file: IO[bytes], gathering: CellGathering) -> None:
    head = file.read(_HEAD)
    if not head:
        raise FileRefused(UnfitReason.EMPTY)
    if head.startswith(_ZIP):
        with archive.open_archive(path) as opened:
            _read_archive(path, opened, gathering)
    elif head.startswith(_OLE):
        _read_compound(path, head + file.read(), gathering)
    elif head.lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower().startswith((b"<html", b"<table", b"<!doctype html")):
        _put_rows(gathering, read_table("", _decode_text(head + file.read())))
    elif path.suffix.lower() in _TEXTS:
        text = _decode_text(head + file.read())
        _put_rows(gathering, list(csv.reader(text.splitlines(keepends=True), delimiter=_csv_delimiter(text))))
    elif head.startswith(b"%PDF"):
        raise FileRefused(UnfitReason.PDF)
    else:
        raise FileRefused(UnfitReason.OLD_WORD if path.suffix.lower() in _OTHERS else UnfitReason.UNKNOWN, path.suffix)


def _read_archive(path: Path, opened: ZipFile, gathering: CellGathering) -> None:
    names = opened.NameToInfo
    if workbook.BOOK in names:
        workbook.read_workbook(opened, gathering)
    elif document.DOCUMENT in names:
        document.read_document(opened, gathering)
    elif "mimetype" in names and opened.read("mimetype").startswith(_ODS):
        # The library that reads it must not meet what is refused here.
        archive.read_member(opened, "content.xml", archive.XmlHandler())
        _read_old(path, gathering)
    else:
        raise FileRefused(UnfitReason.UNKNOWN, path.suffix)


def _read_compound(path: Path, data: bytes, gathering: CellGathering) -> None:
    """Read an OLE container: an old office file, or a new one behind a password."""
    if _ENCRYPTED_STREAM in data:
        raise FileRefused(UnfitReason.LOCKED)
    if _WORD_STREAM in data:
        raise FileRefused(UnfitReason.OLD_WORD, path.suffix)
    _read_old(path, gathering)


def _read_old(path: Path, gathering: CellGathering) -> None:
    from selfeval_desktop.intake.files import old_workbook

    old_workbook.read_old_workbook(path, gathering)


def _put_rows(gathering: CellGathering, rows: list[list[str]] | tuple[tuple[str, ...], ...]) -> None:
    block = gathering.begin_block(Container.SHEET, "")
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            block.put_text(row, column, text)
    gathering.end_block(block)


def _decode_text(data: bytes) -> str:
    """Decode as UTF-8, UTF-16 with byte order mark, or GB18030; FileRefused for anything else."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefused(UnfitReason.BROKEN)


def _csv_delimiter(text: str) -> str:
    """The delimiter by the first line that has one: the most frequent of comma, tab and semicolon."""
    line = next((line for line in text.splitlines() if any(sign in line for sign in _DELIMITERS)), "")
    return max(_DELIMITERS, key=line.count)
