"""Reads office files of every kind; the gate calls this in the reading process."""

import csv
import zlib
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from typing import IO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from selfeval_desktop.app.errors import UnfitFile, UnfitReason
from selfeval_desktop.app.foreign_files import open_regular_file
from selfeval_desktop.app.incoming import Container, PassedOverReason
from selfeval_desktop.intake.files import (
    archive,
    document,
    file_kinds,
    old_workbook,
    open_workbook,
    text_rows,
    workbook,
    xml_workbook,
)
from selfeval_desktop.intake.files.archive import OfficeArchive
from selfeval_desktop.intake.files.cells import CellGathering, FileContents, FileRefused
from selfeval_desktop.intake.files.file_kinds import FileKind
from selfeval_desktop.intake.text.html_table import HtmlTable, TooManyCells, read_html_tables

_BROKEN = (ExpatError, BadZipFile, zlib.error, NotImplementedError, EOFError, KeyError, ValueError, csv.Error)
"""Errors of the standard library for files that break their format's rules."""
_REFUSED = {
    FileKind.PDF: UnfitReason.PDF,
    FileKind.PICTURE: UnfitReason.PICTURE,
    FileKind.ARCHIVE: UnfitReason.ARCHIVE,
    FileKind.XML_DOCUMENT: UnfitReason.XML_DOCUMENT,
    FileKind.RICH_TEXT: UnfitReason.OLD_WORD,
}


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
    head = file.read(file_kinds.HEAD)
    kind = file_kinds.kind_of(head, path.suffix)
    if kind in _REFUSED:
        raise FileRefused(_REFUSED[kind])
    if kind is FileKind.PACKAGE:
        with archive.open_archive(path) as opened:
            _read_archive(path, opened, gathering)
        return
    data = head + file.read()
    match kind:
        case FileKind.COMPOUND:
            old_workbook.read_old_workbook(data, path.suffix, gathering)
        case FileKind.WEB_PAGE:
            _put_tables(gathering, read_html_tables(text_rows.decode_text(data)))
        case FileKind.WEB_ARCHIVE:
            _put_tables(gathering, _tables_in_archive(data))
        case FileKind.XML_WORKBOOK:
            xml_workbook.read_xml_workbook(BytesIO(text_rows.xml_in_utf8(data)), gathering)
        case FileKind.FLAT_OPEN_WORKBOOK:
            open_workbook.read_flat_workbook(BytesIO(text_rows.xml_in_utf8(data)), gathering)
        case FileKind.TEXT:
            _put_rows(gathering, text_rows.read_rows(text_rows.decode_text(data)))
        case _ if not data:
            raise FileRefused(UnfitReason.EMPTY)
        case _:
            raise FileRefused(
                UnfitReason.OLD_WORD if file_kinds.is_old_word(path.suffix) else UnfitReason.UNKNOWN, path.suffix
            )


def _read_archive(path: Path, opened: OfficeArchive, gathering: CellGathering) -> None:
    main_part = _main_part(opened)
    if main_part.endswith(".bin"):
        raise FileRefused(UnfitReason.BINARY_WORKBOOK)
    media_type = opened.open_member("mimetype").read(file_kinds.HEAD) if opened.has_member("mimetype") else b""
    match archive.root_element(opened, main_part):
        case "workbook":
            workbook.read_workbook(opened, main_part, gathering)
        case "document":
            document.read_document(opened, main_part, gathering)
        case "presentation":
            raise FileRefused(UnfitReason.SLIDES)
        case _ if media_type.startswith(open_workbook.MEDIA_TYPE):
            open_workbook.read_open_workbook(opened, gathering)
        case _:
            raise FileRefused(file_kinds.refused_package(opened.names, media_type), path.suffix)


def _main_part(opened: OfficeArchive) -> str:
    """The member that the archive names as its document, or a usual one."""
    relations = archive.part_relations(opened, "")
    usual = next(filter(opened.has_member, (workbook.MAIN_PART, document.MAIN_PART)), "")
    return archive.related_part(relations, "officeDocument", usual)


def _tables_in_archive(data: bytes) -> list[HtmlTable]:
    """The tables of all pages of a web page that was saved as one file."""
    message = message_from_bytes(data, policy=policy.default)
    pages = (part for part in message.walk() if part.get_content_type() == "text/html")
    texts = (text_rows.decode_text(page.get_payload(decode=True) or b"") for page in pages)  # type: ignore[arg-type]
    return [table for text in texts for table in read_html_tables(text)]


def _put_tables(gathering: CellGathering, tables: list[HtmlTable]) -> None:
    """Each table that holds anything as a block; the only one is the file itself."""
    filled = [table for table in tables if any(map(str.strip, table.cells.values()))]
    for number, table in enumerate(filled, start=1):
        if table.is_hidden:
            gathering.skip_part(Container.TABLE, str(number), PassedOverReason.HIDDEN)
            continue
        is_only = len(filled) == 1
        block = gathering.begin_block(Container.SHEET if is_only else Container.TABLE, "" if is_only else str(number))
        block.hidden_rows, block.hidden_columns = table.hidden_rows, table.hidden_columns
        for (row, column), text in sorted(table.cells.items()):
            block.put_text(row, column, text)
        for row, column in table.covered:
            block.mark_covered(row, column)
        for each in table.left_out:
            block.add_doubt(*each)
        gathering.end_block(block)


def _put_rows(gathering: CellGathering, rows: list[list[str]]) -> None:
    block = gathering.begin_block(Container.SHEET, "")
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            block.put_text(row, column, text)
    gathering.end_block(block)
