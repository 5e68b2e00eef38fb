"""The PDF says what the sheet says, in every viewer, and is the same for the same form."""

import base64
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from selfeval_desktop.app.errors import FileExists
from selfeval_desktop.app.ports import Printout
from selfeval_desktop.domain.form import Form, Goals
from selfeval_desktop.output.pdf.writer import pdf_bytes, write_pdf
from tests.builders import complete_form, mof_2020, with_row
from tests.output.reading import Reader, holds, squeezed, with_pdfium, with_pdftotext
from tests.output.sheets import RARE, SENTENCE, long_form, plain_sheet, printout

FORMS = {
    "short": complete_form(),
    "long": long_form(60),
    "rare characters": replace(complete_form(), project_name=f"{RARE}项目"),
    "split goal": replace(complete_form(), goals=Goals(SENTENCE * 90, SENTENCE * 40)),
    "split reason": with_row(complete_form(), 1, deviation=SENTENCE * 60),
    "lines and signs": replace(
        complete_form(), goals=Goals('一、"A-1"≥95%；\n\n二、<b>&amp;</b> %s{0}', "—— …… ①℃")
    ),
}


@pytest.mark.parametrize("read", [with_pdfium, with_pdftotext])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_every_cell_is_read_back(form: Form, read: Reader, tmp_path: Path) -> None:
    written = printout(form, mark="草稿")
    pages = read(pdf_bytes([written]), tmp_path)
    assert [cell.text for cell in written.sheet.cells if not holds(pages, cell.text)] == []
    assert holds(pages[:1], written.sheet.title)


def test_a_character_that_no_font_has_stays_in_the_text(tmp_path: Path) -> None:
    form = replace(complete_form(), project_name="项目\U00030000一")
    assert holds(with_pdfium(pdf_bytes([printout(form)]), tmp_path), "项目\U00030000一")


def test_pages_are_numbered_per_form_and_each_form_is_a_bookmark(tmp_path: Path) -> None:
    data = pdf_bytes([printout(complete_form()), printout(long_form())])
    pages = with_pdfium(data, tmp_path)
    assert "第1页共1页" in pages[0]
    assert f"第1页共{len(pages) - 1}页" in pages[1]
    with pypdfium2.PdfDocument(data) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks == [("宣传与推广", 0), ("社会治理综合宣传", 1)]


def test_the_file_tells_title_author_and_language() -> None:
    data = pdf_bytes([printout()])
    with pypdfium2.PdfDocument(data) as document:
        found = document.get_metadata_dict()
    assert (found["Title"], found["Author"]) == ("宣传与推广", "某区信访办公室")
    assert b"/Lang" in data
    assert b"zh-CN" in data


def test_fonts_are_embedded_as_subsets() -> None:
    data = pdf_bytes([printout()])
    names = re.findall(rb"/BaseFont /([A-Za-z0-9+\-]+)", data)
    assert {name.split(b"+")[-1] for name in names if b"+" in name} == {
        b"NotoSerifSC-Regular",
        b"NotoSansSC-Bold",
    }
    assert len(data) < 200_000


def test_each_code_of_a_font_names_its_character_in_utf_16() -> None:
    form = replace(complete_form(), project_name="𬭎𠅤")
    tables = [table for table in _streams(pdf_bytes([printout(form)])) if b"beginbfchar" in table]
    entries = b"\n".join(tables)
    for character in "𬭎𠅤":
        assert f"<{character.encode('utf-16-be').hex().upper()}>".encode() in entries
    assert not re.search(rb"<[0-9A-F]{2}> <[0-9A-F]{5,6}>\s", entries)
    assert max(int(count) for count in re.findall(rb"(\d+) beginbfchar", entries)) <= 100


def _streams(data: bytes) -> list[bytes]:
    """The streams of the file, decompressed."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", data, re.DOTALL)
    plain = [base64.a85decode(b"<~" + body, adobe=True) if body.endswith(b"~>") else body for body in found]
    return [zlib.decompressobj().decompress(body) for body in plain]


def test_the_same_form_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib; from tests.output.sheets import long_form, printout;"
        "from selfeval_desktop.output.pdf.writer import pdf_bytes;"
        "print(hashlib.sha256(pdf_bytes([printout(long_form())])).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "LANG": language, "TZ": zone, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, language, zone in (("1", "C", "UTC"), ("2", "zh_CN.UTF-8", "Asia/Shanghai"))
    }
    assert len(sums) == 1


def test_a_form_written_after_another_has_the_bytes_it_has_alone() -> None:
    alone = pdf_bytes([printout()])
    pdf_bytes([printout(FORMS["rare characters"])])
    assert pdf_bytes([printout()]) == alone


def test_one_digit_changed_gives_other_bytes() -> None:
    assert pdf_bytes([printout()]) != pdf_bytes([printout(replace(complete_form(), year=2024))])


def test_the_mark_is_on_drafts_only(tmp_path: Path) -> None:
    assert "草稿" in with_pdfium(pdf_bytes([printout(mark="草稿")]), tmp_path)[0]
    assert "草稿" not in with_pdfium(pdf_bytes([printout()]), tmp_path)[0]


def test_a_path_with_the_ending_is_one_file_of_all_forms(tmp_path: Path) -> None:
    target = tmp_path / "自评表.PDF"
    assert write_pdf([printout(), printout(long_form())], target) == (target,)
    assert len(with_pdfium(target.read_bytes(), tmp_path)) > 2


def test_any_other_path_is_a_folder_with_a_file_each(tmp_path: Path) -> None:
    folder = tmp_path / "2023年"
    files = write_pdf([printout(name="甲-1"), printout(name="乙-2")], folder)
    assert files == (folder / "甲-1.pdf", folder / "乙-2.pdf")
    assert sorted(path.name for path in folder.iterdir()) == ["乙-2.pdf", "甲-1.pdf"]


def test_nothing_is_written_where_a_folder_cannot_be_made(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("", "utf-8")
    with pytest.raises(FileExists):
        write_pdf([printout()], blocker / "a.pdf")
    assert blocker.read_text("utf-8") == ""


def test_a_form_without_a_name_is_called_by_its_title() -> None:
    sheet = plain_sheet("值", "")
    unnamed = Printout("a", replace(complete_form(), project_name=" "), sheet, mof_2020().paper)
    with pypdfium2.PdfDocument(pdf_bytes([unnamed])) as document:
        assert squeezed(document.get_metadata_dict()["Title"]) == sheet.title
