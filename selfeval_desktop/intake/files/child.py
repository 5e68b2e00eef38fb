"""Reads files in a process of its own, so that a crash or runaway memory ends that process only.

Started by the gate: takes paths from its standard input, each a JSON text in a line, and writes what it found in
that file, as JSON, to its standard output.
"""

import codecs
import csv
import json
import math
import sys
import zlib
from pathlib import Path
from typing import IO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from selfeval_desktop.app.errors import UnfitReason
from selfeval_desktop.app.foreign_files import open_regular_file
from selfeval_desktop.app.incoming import Container
from selfeval_desktop.intake.files import archive, document, workbook
from selfeval_desktop.intake.files.cells import (
    LENGTH_BYTES,
    CellGathering,
    FileContents,
    FileRefused,
    encode_contents,
    encode_refusal,
)
from selfeval_desktop.intake.text.pasted_table import read_table

MEMORY = 300_000_000
SECONDS = 10
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


def main() -> None:
    """Answer each path from standard input until it closes, within the memory and time limits of the system."""
    said = sys.stdout.buffer
    for line in sys.stdin.buffer:
        _limit_resources()
        told = encoded_answer(Path(json.loads(line)))
        said.write(len(told).to_bytes(LENGTH_BYTES, "big") + told)
        said.flush()


def encoded_answer(path: Path) -> bytes:
    """The contents, or the refusal, as `decode_contents` takes them."""
    try:
        return encode_contents(read_contents(path))
    except FileRefused as refusing:
        return encode_refusal(refusing)
    except MemoryError:
        return encode_refusal(FileRefused(UnfitReason.TOO_HEAVY))


def read_contents(path: Path) -> FileContents:
    """The contents; the format is recognised by the first bytes, not by the name. FileRefused."""
    gathering = CellGathering()
    try:
        with open_regular_file(path) as file:
            _read_by_format(path, file, gathering)
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


def _limit_resources() -> None:
    """Limit memory and processor time; on a system without such limits the gate's clock alone applies."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, highest = resource.getrlimit(what)
        bound = most if highest == resource.RLIM_INFINITY else min(most, highest)
        resource.setrlimit(what, (bound, highest))


if __name__ == "__main__":
    main()
