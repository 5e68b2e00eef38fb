"""Files that do harm to who reads them, made by a script: each small on disk."""

import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO

from openpyxl import Workbook

from selfeval_desktop.app.errors import UnfitReason
from tests.intake.offices import document_of, workbook_of

BOOK = "xl/workbook.xml"
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
DOCUMENT = "word/document.xml"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(
        f'<!ENTITY {name} "{"".join(f"&{last};" for _ in range(10))}">'
        for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><x>&i;</x>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def changed(data: bytes, name: str, content: str | bytes) -> bytes:
    """The archive with other content in one member, which may be new."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return out.getvalue()


def with_member(data: bytes, name: str, content: bytes, count: int = 1) -> bytes:
    """The archive with more members."""
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(name.format(number), content)
    return out.getvalue()


def empty_archive() -> bytes:
    """An archive with nothing in it, to put something in."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w"):
        pass
    return out.getvalue()


@lru_cache
def zeros(name: str, size: int) -> bytes:
    """An archive whose one member is that long, and packs to next to nothing."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open(name, "w") as member:
        for _ in range(size // 1_000_000):
            member.write(bytes(1_000_000))
    return out.getvalue()


def overlapping() -> bytes:
    """An archive that says its member is small, and unpacks to much more."""
    data = bytearray(zeros(BOOK, 50_000_000))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def sheet_xml(rows: str) -> str:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def stray_cell() -> bytes:
    """A form, and one cell at the far corner of the sheet."""
    return workbook_of(more={"XFD1048576": "离群的一格", "B900000": "又一格"})


def many_cells() -> bytes:
    """More cells than any form has."""
    row = "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return changed(
        workbook_of(),
        SHEET,
        sheet_xml("".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 60_001))),
    )


def deep() -> bytes:
    """Elements in elements, ten thousand deep."""
    return changed(workbook_of(), SHEET, "<a>" * 10_000 + "</a>" * 10_000)


def slow() -> bytes:
    """A million merged ranges beside a form."""
    merged = "".join(f'<mergeCell ref="A{row}:Z{row}"/>' for row in range(1, 1_000_001))
    body = sheet_xml("").replace("</worksheet>", f"<mergeCells>{merged}</mergeCells></worksheet>")
    return changed(workbook_of(), SHEET, body)


def many_texts() -> bytes:
    """Six hundred thousand shared texts, which pack less tightly than a bomb."""
    texts = "".join(f"<si><t>指标{number * 7919 % 1_000_003}</t></si>" for number in range(600_000))
    return changed(workbook_of(), TEXTS, f'<sst xmlns="x">{texts}</sst>')


def locked() -> bytes:
    """What a new office program writes behind a password: an old container with the file inside."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2_000)


def nested_ods() -> bytes:
    """A spreadsheet of few bytes with a hundred million cells."""
    out = BytesIO()
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="表"><table:table-row table:number-rows-repeated="99999">'
        '<table:table-cell table:number-columns-repeated="1000" office:value-type="string"><text:p>指标</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr("content.xml", content)
    return out.getvalue()


def nothing_of_ours() -> bytes:
    """A sheet like any other."""
    book, out = Workbook(), BytesIO()
    assert book.active is not None
    book.active.append(["姓名", "电话"])
    book.save(out)
    return out.getvalue()


HOSTILE: Mapping[str, tuple[str, Callable[[], bytes], frozenset[UnfitReason]]] = {
    "F38 entities in entities": (
        "a.xlsx",
        lambda: changed(workbook_of(), SHEET, LAUGHS),
        frozenset({UnfitReason.ENTITIES}),
    ),
    "F38 entities in a document": (
        "a.docx",
        lambda: changed(document_of(), DOCUMENT, LAUGHS),
        frozenset({UnfitReason.ENTITIES}),
    ),
    "F38 a file from outside": (
        "a.xlsx",
        lambda: changed(workbook_of(), TEXTS, OUTSIDE),
        frozenset({UnfitReason.ENTITIES}),
    ),
    "F38 elements without end": ("a.xlsx", deep, frozenset({UnfitReason.BROKEN})),
    "F39 a member of zeros": ("a.xlsx", lambda: zeros(BOOK, 190_000_000), frozenset({UnfitReason.BOMB})),
    "F39 too large unpacked": (
        "a.docx",
        lambda: zeros(DOCUMENT, 2_000_000_000),
        frozenset({UnfitReason.BOMB}),
    ),
    "F39 a false size": ("a.xlsx", overlapping, frozenset({UnfitReason.BOMB, UnfitReason.BROKEN})),
    "F39 too many members": (
        "a.xlsx",
        lambda: with_member(workbook_of(), "x{}.xml", b"", 3_000),
        frozenset({UnfitReason.BOMB}),
    ),
    "F44 a name that leaves": (
        "a.xlsx",
        lambda: with_member(workbook_of(), "../../x.xml", b"x"),
        frozenset({UnfitReason.BOMB}),
    ),
    "F44 a name with a drive": (
        "a.docx",
        lambda: with_member(document_of(), "C:\\x.xml", b"x"),
        frozenset({UnfitReason.BOMB}),
    ),
    "F40 sixty thousand rows": ("a.xlsx", many_cells, frozenset({UnfitReason.TOO_MUCH})),
    "F40 a hundred million cells in an ods": (
        "a.ods",
        nested_ods,
        frozenset({UnfitReason.TOO_MUCH}),
    ),
    "F13 more texts than forms have": (
        "a.xlsx",
        many_texts,
        frozenset({UnfitReason.TOO_MUCH}),
    ),
    "F13 a million merged ranges": ("a.xlsx", slow, frozenset({UnfitReason.TOO_MUCH})),
    "F41 no form in it": ("a.xlsx", nothing_of_ours, frozenset({UnfitReason.NO_FORM})),
    "F41 behind a password": ("a.xlsx", locked, frozenset({UnfitReason.LOCKED})),
    "F43 cut off": ("a.xlsx", lambda: workbook_of()[:3_000], frozenset({UnfitReason.BROKEN})),
    "F43 half a document": (
        "a.docx",
        lambda: changed(document_of(), DOCUMENT, "<w:document><w:body>"),
        frozenset({UnfitReason.BROKEN}),
    ),
    "empty": ("a.xlsx", lambda: b"", frozenset({UnfitReason.EMPTY})),
    "a picture": ("a.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), frozenset({UnfitReason.PICTURE})),
    "a PDF": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(500), frozenset({UnfitReason.PDF})),
    "an old document": (
        "a.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le"),
        frozenset({UnfitReason.OLD_WORD}),
    ),
    "a zip of other files": (
        "a.xlsx",
        lambda: with_member(empty_archive(), "名单.txt", b"x"),
        frozenset({UnfitReason.ARCHIVE}),
    ),
    "a rar": ("a.xls", lambda: b"Rar!\x1a\x07\x00" + bytes(500), frozenset({UnfitReason.ARCHIVE})),
    "a text of OpenDocument": (
        "a.docx",
        lambda: with_member(empty_archive(), "mimetype", b"application/vnd.oasis.opendocument.text"),
        frozenset({UnfitReason.OPEN_TEXT}),
    ),
    "an OFD": ("a.docx", lambda: with_member(empty_archive(), "OFD.xml", b"<x/>"), frozenset({UnfitReason.OFD})),
    "a binary workbook": (
        "a.xls",
        lambda: with_member(
            with_member(empty_archive(), "xl/workbook.bin", b"\x83\x01"),
            "_rels/.rels",
            b'<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
        frozenset({UnfitReason.BINARY_WORKBOOK}),
    ),
    "a document in XML": (
        "a.doc",
        lambda: b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"/>',
        frozenset({UnfitReason.XML_DOCUMENT}),
    ),
    "a rich text": ("a.doc", lambda: b"{\\rtf1 x}", frozenset({UnfitReason.OLD_WORD})),
    "a spreadsheet behind a password": (
        "a.ods",
        lambda: with_member(
            with_member(empty_archive(), "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            "META-INF/manifest.xml",
            b'<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>',
        ),
        frozenset({UnfitReason.LOCKED}),
    ),
    "no spreadsheet inside": (
        "a.xls",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000),
        frozenset({UnfitReason.BROKEN}),
    ),
}
