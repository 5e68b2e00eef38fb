"""The PDF says what the sheet says, in every viewer, and is the same for the same form."""

import hashlib
import re
import subprocess
import sys
import zlib
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from selfeval_desktop.app.errors import FileExists
from selfeval_desktop.app.ledger.templates import evaluate_draft
from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.bootstrap import installed_templates, ledger_files, paper_code
from selfeval_desktop.domain.form.form import Form, Goals
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.output.pdf.fonts import HEI, SONG
from selfeval_desktop.output.pdf.pages import make_pages
from selfeval_desktop.output.pdf.writer import PdfFile, pdf_bytes, write_pdf
from tests.builders import complete_form, mof_2020, with_row
from tests.output.reading import Reader, holds, squeezed, with_pdfium, with_pdftotext
from tests.output.sheets import RARE, SENTENCE, long_form, plain_sheet, printout, sheet_of

FORMS = {
    "short": complete_form(),
    "long": long_form(60),
    "rare characters": replace(complete_form(), project_name=f"{RARE}项目"),
    "split goal": replace(complete_form(), goals=Goals(SENTENCE * 90, SENTENCE * 40)),
    "split reason": with_row(complete_form(), 1, deviation=SENTENCE * 60),
    "lines and signs": replace(complete_form(), goals=Goals('一、"A-1"≥95%；\n\n二、<b>&amp;</b> %s{0}', "—— …… ①℃")),
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
        toc = [mark for mark in document.get_toc() if not mark.level]
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in toc]
    assert marks == [("宣传与推广", 0), ("社会治理综合宣传", 1)]


def test_the_parts_of_a_form_are_bookmarks_below_it() -> None:
    data = pdf_bytes([printout(long_form(60)), printout()])
    with pypdfium2.PdfDocument(data) as document:
        marks = [
            (mark.level, mark.get_title(), mark.get_dest().get_index())
            for mark in document.get_toc()
            if mark.level or not mark.get_dest().get_index()
        ]
    assert marks[:4] == [
        (0, "社会治理综合宣传", 0),
        (1, "项目资金", 0),
        (1, "年度总体目标", 0),
        (1, "绩效指标", 0),
    ]
    assert len(marks) == 7


def opened(data: bytes) -> Any:
    """The file, to look into its objects."""
    return PdfReader(BytesIO(data))


def test_the_file_tells_title_author_and_language() -> None:
    found = opened(pdf_bytes([printout()]))
    assert dict(found.metadata) == {
        "/Title": "宣传与推广",
        "/Author": "某区信访办公室",
        "/Subject": "财政项目支出绩效自评表",
        "/Creator": "绩效自评",
        "/Producer": "绩效自评",
    }
    assert found.trailer["/Root"]["/Lang"] == "zh-CN"


def test_titles_of_any_length_are_bearable_and_hold_no_controls() -> None:
    form = replace(complete_form(), project_name="项\u0007目\n" * 20_000, unit="")
    found = opened(pdf_bytes([printout(form), printout()]))
    assert found.metadata.title == "项目 " * 166 + "项目…"
    assert found.metadata.author == "某区信访办公室"


def test_fonts_are_embedded_as_subsets() -> None:
    data = pdf_bytes([printout()])
    page = opened(data).pages[0]
    names = [str(font["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]
    assert {re.sub("^/[A-Z]{6}[+]", "", name) for name in names} == {SONG, HEI}
    assert len(data) < 200_000


def test_each_code_of_a_font_names_its_character_in_utf_16() -> None:
    form = replace(complete_form(), project_name="𬭎𠅤")
    entries = b"\n".join(table for table in streams(pdf_bytes([printout(form)])) if b"beginbfchar" in table)
    for character in "𬭎𠅤":
        assert f"> <{character.encode('utf-16-be').hex().upper()}>".encode() in entries
    assert not re.search(rb"<[0-9A-F]{2}> <[0-9A-F]{5,7}>\s", entries)
    assert max(int(count) for count in re.findall(rb"(\d+) beginbfchar", entries)) <= 100


def test_a_character_that_no_font_has_shows_as_an_empty_box() -> None:
    form = replace(complete_form(), project_name="项目\U00030000一")
    shown, boxed = (
        picture(pdf_bytes([printout(each)])) for each in (form, replace(complete_form(), project_name="项目□一"))
    )
    assert shown == boxed


def picture(data: bytes) -> bytes:
    """The first page as pixels, its foot and the name in it left out."""
    with pypdfium2.PdfDocument(data) as document:
        found = document[0].render(scale=2).to_pil()
    pixels: bytes = found.crop((0, 0, found.width, found.height - 100)).tobytes()
    return pixels


@pytest.mark.parametrize("read", [with_pdfium, with_pdftotext])
def test_a_stretched_line_copies_back_without_gaps(read: Reader, tmp_path: Path) -> None:
    wanted = f"开展宣传12场，覆盖率95.5%{RARE}"
    shown = make_pages(plain_sheet(wanted, columns=1), mof_2020().paper)
    page = replace(shown[0], runs=tuple(replace(run, spacing=1.5) for run in shown[0].runs))
    data = pdf_of([page], plain_sheet(wanted, columns=1))
    assert holds(read(data, tmp_path), wanted)
    with pypdfium2.PdfDocument(data) as document:
        assert wanted[:16] in document[0].get_textpage().get_text_bounded()


def pdf_of(pages: Sequence[Page], sheet: Sheet) -> bytes:
    """These pages as a file."""
    file = PdfFile()
    file.add_form(sheet, pages)
    return file.finish_file()


def streams(data: bytes) -> list[bytes]:
    """The streams of the file, decompressed."""
    parts = re.findall(rb"\nstream\n(.*?)endstream\n", data, re.DOTALL)
    return [zlib.decompress(part) for part in parts]


def test_what_a_pdf_says_of_a_form_is_on_its_pages_or_its_name_and_author() -> None:
    """A public copy masks words in its sheet: they must be nowhere else."""
    form = replace(complete_form(), project_name="机密甲", unit="机密乙", department="机密丙")
    sheet = replace(sheet_of(complete_form()), name="公开", author="某局")
    data = pdf_bytes([Printout("机密丁", sheet, mof_2020().paper, form)])
    for secret in ("机密", "宣传与推广"):
        spelt = [secret.encode(code) for code in ("utf-8", "utf-16-be")]
        spelt += [each.hex().upper().encode() for each in spelt]
        held = b"".join([data, *(stream for stream in streams(data) if b"beginbfchar" not in stream)])
        assert not any(each in held for each in spelt)


@pytest.mark.parametrize("options", [(), ("--lang", "en")])
def test_the_same_form_gives_the_same_bytes_in_another_process(options: tuple[str, ...], tmp_path: Path) -> None:
    """Whatever the process's hash seed, language, time zone and day."""
    ledger = tmp_path / "台账.selfeval"
    drafts = [evaluate_draft(form, installed_templates()) for form in (complete_form(), long_form())]
    ledger_files().create_ledger_file(ledger, drafts).close()
    sums = set()
    for seed, language_set, zone, faked in (
        ("1", "C", "UTC", "0"),
        ("2", "zh_CN.UTF-8", "Asia/Shanghai", "86400"),
    ):
        target = tmp_path / f"{seed}.pdf"
        arguments = ["print", *options, str(ledger), "--out", str(target)]
        script = (
            "import sys, time; now = time.time;"
            f"time.time = lambda: now() + {faked};"
            "from selfeval_desktop.cli.program import run; sys.exit(run(sys.argv[1:]))"
        )
        subprocess.run(
            [sys.executable, "-c", script, *arguments],
            env={
                "PYTHONHASHSEED": seed,
                "LANG": language_set,
                "LC_ALL": language_set,
                "TZ": zone,
                "PYTHONPATH": ".",
                "SELFEVAL_HOME": str(tmp_path / seed),
            },
            capture_output=True,
            check=True,
        )
        sums.add(hashlib.sha256(target.read_bytes()).hexdigest())
    outputs = Paperwork(installed_templates(), paper_code, "草稿")
    made = [outputs.build_output(number, form) for number, form in enumerate((complete_form(), long_form()), 1)]
    assert sums == {hashlib.sha256(pdf_bytes([each.printout for each in made])).hexdigest()}


def test_a_form_written_after_another_has_the_bytes_it_has_alone() -> None:
    alone = pdf_bytes([printout()])
    pdf_bytes([printout(FORMS["rare characters"]), printout(long_form(60))])
    assert pdf_bytes([printout()]) == alone


def test_there_is_no_clock_in_the_bytes() -> None:
    data = pdf_bytes([printout()])
    held = b"".join([data, *streams(data)])
    assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate|MetadataDate|\(D:", held)


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
    unnamed = Printout("a", replace(sheet, name=" "), mof_2020().paper)
    with pypdfium2.PdfDocument(pdf_bytes([unnamed])) as document:
        assert squeezed(document.get_metadata_dict()["Title"]) == sheet.title
