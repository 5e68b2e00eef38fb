"""PDF file, printer and preview draw one list of operations: the same characters at the same places.

The preview is compared by its picture, in test_paper; here every character of both PDF files is compared
with the run that it comes from.
"""

import ctypes
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from selfeval_desktop.app.paper.drawing import Page, TextRun
from selfeval_desktop.app.paper.print_order import PrintChoice
from selfeval_desktop.bootstrap import form_writers
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.ui.printing.print_job import PrintDocument, print_documents
from tests.builders import complete_form
from tests.output.sheets import RARE, long_form, printout
from tests.ui.printing.test_print_job import pdf_printer

FORMS = {
    "long": replace(long_form(), project_name=f"社会治理{RARE}"),
    "short": complete_form(project_name="宣传（2023）Ab—1,234.50％"),
}
# Points; the printer rounds to its dots, 1200 to the inch.
NEAR = {"file": 0.05, "printer": 0.2}


def origins(page: pypdfium2.PdfPage) -> dict[str, list[tuple[float, float]]]:
    """Where each character of a PDF page stands, in points from its top left corner."""
    text, height = page.get_textpage(), page.get_height()
    found = defaultdict(list)
    for number in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, number) == 1:
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        assert raw.FPDFText_GetCharOrigin(text, number, x, y)
        code = raw.FPDFText_GetUnicode(text, number)
        if 0xDC00 <= code < 0xE000:
            continue
        if 0xD800 <= code < 0xDC00:
            second = raw.FPDFText_GetUnicode(text, number + 1)
            code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00)
        character = chr(code)
        found[unicodedata.normalize("NFKC", character)].append((x.value, height - y.value))
    return found


def starts(page: Page) -> Iterator[tuple[TextRun, str]]:
    """Each run with its first character that is no space, as the PDF files spell it."""
    for run in page.runs:
        if run.text.strip() and not run.text.startswith(" "):
            yield run, unicodedata.normalize("NFKC", run.text[0])


def written(kind: str, form: str, folder: Path) -> Path:
    made, target = printout(FORMS[form]), folder / "paper.pdf"
    if kind == "file":
        form_writers()["pdf"]([made], target)
    else:
        print_documents(pdf_printer(target), [PrintDocument(pages_of(made))], PrintChoice())
    return target


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("kind", list(NEAR))
def test_every_run_stands_where_the_list_says(kind: str, form: str, tmp_path: Path) -> None:
    path = written(kind, form, tmp_path)
    with pypdfium2.PdfDocument(path) as document:
        pages = pages_of(printout(FORMS[form]))
        assert len(document) == len(pages)
        for number, page in enumerate(pages):
            there = origins(document[number])
            astray = [
                run
                for run, first in starts(page)
                if not any(abs(x - run.x) < NEAR[kind] and abs(y - run.baseline) < NEAR[kind] for x, y in there[first])
            ]
            assert astray == []
            if kind == "file":
                # The text of a printer's PDF is not meant to be read: it has signs of its own for rare characters.
                drawn = Counter(unicodedata.normalize("NFKC", sign) for run in page.runs for sign in run.text)
                assert Counter({sign: len(places) for sign, places in there.items()}) == drawn
