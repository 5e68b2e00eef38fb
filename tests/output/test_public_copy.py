"""What was masked is nowhere in a written 公开版: not as text, not in its names, not in any stream."""

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from selfeval_desktop.app.paper.documents import public_copy
from selfeval_desktop.app.paper.outputs import FormOutput, Paperwork
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.masking import MASK, Masks, cell_position
from selfeval_desktop.domain.reading.word_finder import WordFinder
from selfeval_desktop.output.docx import docx_bytes
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes
from selfeval_desktop.output.xlsx import xlsx_bytes
from tests.builders import complete_form, mof_2020, with_fund, with_row
from tests.output.reading import Reader, with_pdfium, with_pdftotext
from tests.output.sheets import long_form

# Characters that stand nowhere else on the paper, so that each of them can be looked for by itself.
NAME, PHONE, PROJECT, OFFICE, REASON = "欧阳靐", "13912345678", "麒麟罨画", "峄嵫署", "貔貅迟到"
WORDS = (NAME, PHONE)
CELLS = ("project_name", "unit", "indicators[1].deviation", "funds.current_year.annual")
AMOUNT = "7319846.25"
SECRETS = (NAME, PHONE, PROJECT, OFFICE, REASON, AMOUNT, "7,319,846.25")
FORM = with_fund(
    with_row(
        complete_form(
            project_name=PROJECT,
            unit=OFFICE,
            goals=Goals(f"由{NAME}负责。", f"{NAME}，139-1234-5678；{PHONE}。"),
        ),
        1,
        deviation=REASON,
    ),
    "current_year",
    annual=Decimal(AMOUNT),
)


class OneTemplate:
    def newest_templates(self) -> tuple[Template, ...]:
        return (mof_2020(),)

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        assert template_id == "mof-2020"
        return mof_2020()


def official() -> FormOutput:
    return Paperwork(OneTemplate(), lambda *_: "7K3M9QX2", "草稿").build_output(1, FORM)


def public() -> Printout:
    made = official()
    fields = (*CELLS, "funds.total.annual")
    cells = frozenset(cell_position(cell) for cell in made.printout.sheet.cells if str(cell.field) in fields)
    return public_copy(made, Masks(cells, WORDS))


def opened_streams(pdf: bytes) -> Iterator[bytes]:
    """Every stream of the file, decompressed."""
    for found in re.finditer(rb"stream\r?\n", pdf):
        if pdf[: found.start()].endswith(b"end"):
            continue
        about = pdf[pdf.rindex(b" obj", 0, found.start()) : found.start()]
        content = pdf[found.end() : pdf.index(b"endstream", found.end())]
        if b"ASCII85Decode" in about:
            content = base64.a85decode(content.strip().removesuffix(b"~>"))
        if b"FlateDecode" in about:
            content = zlib.decompressobj().decompress(content)
        yield content


def unescaped(content: bytes) -> bytes:
    """With the octal escapes of literal strings undone."""
    return re.sub(rb"\\([0-3][0-7]{2})", lambda found: bytes([int(found[1], 8)]), content)


def everything(pdf: bytes) -> bytes:
    """All that can be read out of the file, in upper case, so that hex digits are found in either case."""
    parts = [pdf, *opened_streams(pdf)]
    return b"\n".join([*parts, *map(unescaped, parts)]).upper()


def spellings(text: str) -> list[bytes]:
    """How a PDF can hold a text."""
    wide, narrow = text.encode("utf-16-be"), text.encode("utf-8")
    known = text.encode("gb18030")
    plain = (narrow, known, wide, text.encode("utf-16-le"))
    hexed = (wide.hex().encode(), narrow.hex().encode())
    named = "".join(f"uni{ord(character):04x}" for character in text).encode()
    listed = b"".join(b"<%04x>" % ord(character) for character in text)
    return [each.upper() for each in (*plain, *hexed, named, listed)]


def held(text: str, content: bytes) -> list[bytes]:
    return [each for each in spellings(text) if each in content]


@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_masked_is_in_the_bytes_of_the_pdf(secret: str) -> None:
    assert held(secret, everything(pdf_bytes([public()]))) == []


def test_the_same_search_finds_what_is_not_masked() -> None:
    content = everything(pdf_bytes([official().printout]))
    assert held(PROJECT, content) != []
    assert held(OFFICE, content) != []


def test_no_font_of_the_pdf_knows_a_masked_character() -> None:
    tables = [each for each in opened_streams(pdf_bytes([public()])) if b"beginbfchar" in each]
    known = {code.upper() for table in tables for code in re.findall(rb"<([0-9A-Fa-f]{4,})>", table)}
    secret = {b"%04X" % ord(character) for text in (NAME, PROJECT, OFFICE, REASON) for character in text}
    assert b"%04X" % ord("■") in known
    assert known & secret == set()


@pytest.mark.parametrize("read", [with_pdfium, with_pdftotext])
def test_no_reader_finds_what_was_masked(read: Reader, tmp_path: Path) -> None:
    text = "".join(read(pdf_bytes([public()]), tmp_path))
    assert [secret for secret in SECRETS if secret in text] == []
    assert f"由{MASK}负责。" in text
    assert f"{MASK}，{MASK}；{MASK}。" in text
    official_text = "".join(read(pdf_bytes([official().printout]), tmp_path))
    assert PROJECT in official_text


def test_no_glyph_that_is_drawn_spells_it() -> None:
    drawn = "".join(run.text for page in pages_of(public()) for run in page.runs)
    assert [secret for secret in SECRETS if secret in drawn] == []
    assert "公开版" in drawn


def test_the_pdf_says_on_each_page_that_it_is_public(tmp_path: Path) -> None:
    form = long_form(60)
    made = Paperwork(OneTemplate(), lambda *_: "7K3M9QX2", "草稿").build_output(1, form)
    pages = with_pdfium(pdf_bytes([public_copy(made, Masks())]), tmp_path)
    assert len(pages) > 1
    assert all("公开版" in page for page in pages)
    assert "（2023年度）公开版" in pages[0]
    assert not any("7K3M9QX2" in page for page in pages)


def test_nothing_masked_is_in_any_part_of_the_spreadsheet() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes([public()]))) as parts:
        content = b"\n".join(parts.read(name) for name in parts.namelist())
    assert [secret for secret in SECRETS if secret.encode() in content] == []
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes([official().printout]))) as parts:
        assert any(PROJECT.encode() in parts.read(name) for name in parts.namelist())


def test_the_file_s_name_tells_nothing() -> None:
    assert public().name == f"{MASK}-2023-{MASK}（公开版）-1"


DISGUISED = (
    "⾦\u3164额，e\u0301cole，139.1234.5678，1,234,567.00，123.4567万元，壹佰贰拾叁万肆仟伍佰陆拾柒元，金\u2800额"
)


@pytest.mark.parametrize("read", [with_pdfium, with_pdftotext])
def test_x15_no_written_copy_holds_a_word_that_looks_the_same(read: Reader, tmp_path: Path) -> None:
    words = ("金额", "école", "13912345678", "1234567")
    form = complete_form(project_name=f"支持{DISGUISED}", unit="⾦额处", goals=Goals(DISGUISED, f"共{DISGUISED}。"))
    made = Paperwork(OneTemplate(), lambda *_: "7K3M9QX2", "草稿").build_output(1, form)
    copy = public_copy(made, Masks(words=words))
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes([copy]))) as parts:
        sheets = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels")))
    with zipfile.ZipFile(io.BytesIO(docx_bytes([copy]))) as parts:
        documents = "".join(parts.read(name).decode() for name in parts.namelist())
    pages = "".join(read(pdf_bytes([copy]), tmp_path))
    finder = WordFinder(words)
    for written in (copy.name, pages, re.sub("<[^>]*>", "|", sheets), re.sub("<[^>]*>", "|", documents)):
        assert [written[start:end] for start, end in finder.find_spans(written)] == []
        assert MASK in written
