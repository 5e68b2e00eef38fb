"""Whoever has a PDF read aloud hears title, lines and one table, cell by cell, in reading order."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import pdf_bytes
from tests.builders import complete_form
from tests.output.reading import squeezed
from tests.output.sheets import long_form, printout, sheet_of

FORMS = (complete_form(project_name="项目\U00030000<一>", unit="甲&乙"), long_form(60))


@pytest.fixture(scope="module")
def file() -> Any:
    """Two forms in one file, one of them over several pages, with a character that no font has."""
    return PdfReader(BytesIO(pdf_bytes([printout(form, mark="草稿") for form in FORMS])), strict=True)


def test_the_file_says_that_it_is_tagged(file: Any) -> None:
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_every_font_is_embedded_and_tells_its_characters(file: Any) -> None:
    for page in file.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/FontDescriptor"]
            assert "beginbfchar" in font["/ToUnicode"].get_data().decode()


def resolved(found: Any) -> Any:
    """The object itself where a reference to it was found."""
    return found.get_object() if hasattr(found, "get_object") else found


def elements(node: Any) -> list[Any]:
    """The element and all below it, in reading order."""
    children = node.get("/K", [])
    below = children if isinstance(children, list) else [children]
    found = [node] if "/S" in node else []
    for child in map(resolved, below):
        if isinstance(child, dict) and child.get("/Type") != "/MCR":
            found += elements(child)
    return found


def spoken(file: Any, element: Any) -> str:
    """The text of an element, put together from the passages it holds."""
    said = ""
    children = element.get("/K", [])
    for child in map(resolved, children if isinstance(children, list) else [children]):
        if isinstance(child, int):
            said += passages(file, element["/Pg"])[child]
        elif child.get("/Type") == "/MCR":
            said += passages(file, child["/Pg"])[child["/MCID"]]
    return said


def characters(font: Any) -> str:
    """What the codes of a font mean, a line for each."""
    table: str = font["/ToUnicode"].get_data().decode()
    return table.partition("endcodespacerange")[2]


def passages(file: Any, page: Any) -> dict[int, str]:
    """What the marked passages of a page say, by number."""
    tables = {
        name: {
            code: bytes.fromhex(value).decode("utf-16-be")
            for code, value in re.findall(r"^<([0-9A-F]{2})> <([0-9A-F]+)>$", characters(font), re.MULTILINE)
        }
        for name, font in page["/Resources"]["/Font"].items()
    }
    said: dict[int, str] = {}
    current, font = None, ""
    for operands, operator in ContentStream(page["/Contents"], file).operations:
        match operator:
            case b"BDC":
                current = int(operands[1]["/MCID"])
                said[current] = ""
            case b"EMC":
                current = None
            case b"Tf":
                font = str(operands[0])
            case b"Tj" if current is not None:
                said[current] += "".join(tables[font][f"{code:02X}"] for code in operands[0].original_bytes)
    return said


def test_all_content_is_marked_as_text_or_as_artifact(file: Any) -> None:
    for page in file.pages:
        depth = 0
        for _, operator in ContentStream(page["/Contents"], file).operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert depth in {0, 1}
            if operator in {b"Tj", b"S", b"f"}:
                assert depth == 1


@pytest.mark.parametrize(("number", "form"), list(enumerate(FORMS)))
def test_the_structure_is_title_and_one_table_with_every_cell(file: Any, number: int, form: Form) -> None:
    sheet = printout(form).sheet
    section = file.trailer["/Root"]["/StructTreeRoot"]["/K"]["/K"][number].get_object()
    title, subtitle, *_ = elements(section)[1:]
    assert (title["/S"], squeezed(spoken(file, title))) == ("/H1", squeezed(sheet.title))
    assert (subtitle["/S"], squeezed(spoken(file, subtitle))) == ("/P", squeezed(sheet.subtitle))
    cells = [each for each in elements(section) if each["/S"] in {"/TD", "/TH"}]
    assert [squeezed(spoken(file, cell)) for cell in cells] == [squeezed(cell.text) for cell in sheet.cells]
    spans = [(cell.get("/A", {}).get("/RowSpan", 1), cell.get("/A", {}).get("/ColSpan", 1)) for cell in cells]
    assert spans == [(cell.row_span, cell.column_span) for cell in sheet.cells]


def test_the_line_for_signatures_is_read_after_the_table() -> None:
    signed = replace(printout(), sheet=sheet_of(complete_form(), signature=True))
    root: Any = PdfReader(BytesIO(pdf_bytes([signed]))).trailer["/Root"]
    section = root["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    assert [part.get_object()["/S"] for part in section["/K"]] == ["/H1", "/P", "/Table", "/P"]


def test_every_passage_leads_to_its_element(file: Any) -> None:
    root = file.trailer["/Root"]["/StructTreeRoot"]
    parents = dict(zip(root["/ParentTree"]["/Nums"][::2], root["/ParentTree"]["/Nums"][1::2], strict=True))
    for page in file.pages:
        owners = parents[page["/StructParents"]].get_object()
        assert sorted(passages(file, page)) == list(range(len(owners)))
        for owner in owners:
            assert owner.get_object()["/P"].get_object()["/S"] in {"/TR", "/Sect"}


def test_passages_of_a_page_follow_each_other_and_leave_out_what_repeats() -> None:
    first, *others = pages_of(printout(long_form(60)))
    for page in (first, *others):
        assert all(one.stop <= other.start for one, other in pairwise(page.passages))
    assert all("(续)" not in shown(page) for page in others)
    assert all("三级指标" not in shown(page) for page in others[1:])


def shown(page: Page) -> str:
    """What the passages of the page say."""
    return "".join(run.text for each in page.passages for run in page.runs[each.start : each.stop])
