"""What is read back from a file is held against the sheet, and the first cell that differs is named."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from selfeval_desktop.app.errors import ReadBackMismatch
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.bootstrap import installed_templates
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.layout.sheet import Sheet, SheetCell, lay_out
from selfeval_desktop.output.pdf.pages import pages_of
from selfeval_desktop.output.pdf.writer import PdfFile
from selfeval_desktop.output.read_back import read_back_pdf, read_back_xlsx
from selfeval_desktop.output.xlsx import xlsx_bytes
from tests.builders import complete_form, mof_2020, with_fund
from tests.output.packages import example_forms, outputs
from tests.output.pdf.test_wild import wild_form
from tests.output.sheets import SENTENCE, long_form, printout, sheet_of

Change = Callable[[SheetCell], SheetCell | None]


def pdf_of(written: Printout) -> bytes:
    """The printout as the writer makes it."""
    file = PdfFile()
    file.add_form(written.sheet, pages_of(written))
    return file.finish_file()


def tampered(written: Printout, place: tuple[int, int], change: Change) -> Printout:
    """The printout with one cell changed or dropped."""
    cells = [change(cell) if (cell.row, cell.column) == place else cell for cell in written.sheet.cells]
    return replace(written, sheet=replace(written.sheet, cells=tuple(filter(None, cells))))


def cell_of(sheet: Sheet, field: str) -> SheetCell:
    return next(cell for cell in sheet.cells if str(cell.field) == field)


def test_the_examples_are_proved_whole_in_both_files() -> None:
    for each in outputs(*example_forms()):
        written = each.printout
        count = len(written.sheet.cells)
        assert read_back_pdf(pdf_of(written), written, pages_of(written), "a.pdf") == count
        assert read_back_xlsx(xlsx_bytes([written]), written, "a.xlsx") == count


@pytest.mark.parametrize("template", installed_templates().newest_templates(), ids=lambda template: template.id)
@pytest.mark.parametrize("signature", [False, True])
def test_every_layout_is_proved_with_its_notes_and_signatures(template: Template, *, signature: bool) -> None:
    for form in example_forms():
        sheet = lay_out(form, template, evaluate(form, template), signature=signature)
        written = Printout("a", sheet, template.paper, form)
        count = len(sheet.cells)
        assert read_back_pdf(pdf_of(written), written, pages_of(written), "a.pdf") == count
        assert read_back_xlsx(xlsx_bytes([written]), written, "a.xlsx") == count


@pytest.mark.parametrize("seed", range(8))
def test_no_odd_text_raises_a_false_alarm(seed: int) -> None:
    random = Random(seed)
    form = wild_form(random, random.randint(0, 25), 400)
    written = Printout("a", sheet_of(form, signature=True), mof_2020().paper, form)
    read_back_pdf(pdf_of(written), written, pages_of(written), "a.pdf")
    read_back_xlsx(xlsx_bytes([written]), written, "a.xlsx")


def test_ligatures_which_pdfium_takes_apart_raise_no_false_alarm() -> None:
    written = printout(complete_form(project_name="o\ufb03ce"))
    read_back_pdf(pdf_of(written), written, pages_of(written), "a.pdf")


def test_an_amount_too_long_for_a_number_is_compared_as_text() -> None:
    written = printout(with_fund(complete_form(), "current_year", annual=Decimal("123456789012345.67")))
    read_back_xlsx(xlsx_bytes([written]), written, "a.xlsx")


FAULTS: dict[str, tuple[str, Change]] = {
    "a text": ("indicators[2].actual", lambda cell: replace(cell, text="99%")),
    "a number": ("funds.current_year.annual", lambda cell: replace(cell, number=Decimal(150001))),
    "a number as text": ("funds.current_year.annual", lambda cell: replace(cell, number=None)),
    "a missing cell": ("goals.actual", lambda _cell: None),
    "a merge": ("goals.expected", lambda cell: replace(cell, column_span=1)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_spreadsheet_is_caught_and_the_cell_named(fault: str) -> None:
    shown = printout()
    name, change = FAULTS[fault]
    cell = cell_of(shown.sheet, name)
    data = xlsx_bytes([tampered(shown, (cell.row, cell.column), change)])
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_xlsx(data, shown, "表.xlsx")
    assert (failed.value.file, failed.value.cell) == ("表.xlsx", name)


def test_what_stands_where_nothing_should_is_caught() -> None:
    shown = printout()
    more = replace(shown, sheet=replace(shown.sheet, signature=("填表人：", "多出来的")))
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_xlsx(xlsx_bytes([more]), shown, "表.xlsx")
    assert (failed.value.expected, failed.value.found) == ("", "填表人：")


def test_a_wrong_label_is_named_by_its_place() -> None:
    shown = printout()
    label = shown.sheet.cells[0]
    data = xlsx_bytes([tampered(shown, (0, 0), lambda cell: replace(cell, text="项目"))])
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_xlsx(data, shown, "表.xlsx")
    assert (failed.value.cell, failed.value.expected, failed.value.found) == ("(2, 0)", label.text, "项目")


@pytest.mark.parametrize("name", ["indicators[2].actual", "goals.actual", "funds.total.annual"])
def test_a_wrong_pdf_is_caught_and_the_cell_named(name: str) -> None:
    shown = printout()
    cell = cell_of(shown.sheet, name)
    wrong = tampered(shown, (cell.row, cell.column), lambda cell: replace(cell, text=f"{cell.text}9"))
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_pdf(pdf_of(wrong), shown, pages_of(shown), "表.pdf")
    assert (failed.value.file, failed.value.cell) == ("表.pdf", name)


def test_a_cell_that_no_page_shows_is_caught() -> None:
    shown = printout()
    cell = cell_of(shown.sheet, "indicators[4].level3")
    lacking = tampered(shown, (cell.row, cell.column), lambda cell: replace(cell, text=""))
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_pdf(pdf_of(lacking), shown, pages_of(lacking), "表.pdf")
    assert (failed.value.cell, failed.value.found) == ("indicators[4].level3", "")


def test_a_page_too_few_is_caught() -> None:
    shown = printout(long_form(60))
    pages = pages_of(shown)
    file = PdfFile()
    file.add_form(shown.sheet, pages[:-1])
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_pdf(file.finish_file(), shown, pages, "表.pdf")
    assert (failed.value.expected, failed.value.found) == (str(len(pages)), str(len(pages) - 1))


def test_text_after_the_last_of_a_page_is_caught() -> None:
    shown = printout()
    pages = tuple(replace(page, runs=page.runs[:-1]) for page in pages_of(shown))
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_pdf(pdf_of(shown), shown, pages, "表.pdf")
    assert failed.value.cell == ""


def test_a_title_that_differs_is_told_without_a_cell() -> None:
    shown = printout()
    wrong = replace(shown, sheet=replace(shown.sheet, title="别的表"))
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_pdf(pdf_of(wrong), shown, pages_of(shown), "表.pdf")
    assert failed.value.cell == ""


def test_long_texts_are_told_in_a_readable_length() -> None:
    shown = printout(replace(complete_form(), goals=Goals(SENTENCE * 6, "已完成。")))
    cell = cell_of(shown.sheet, "goals.expected")
    wrong = tampered(shown, (cell.row, cell.column), lambda cell: replace(cell, text="少"))
    with pytest.raises(ReadBackMismatch) as failed:
        read_back_xlsx(xlsx_bytes([wrong]), shown, "表.xlsx")
    assert len(failed.value.expected) == 60


@pytest.mark.parametrize(
    "name",
    [
        "ئۇيغۇر تىلى تەرجىمە 维吾尔语翻译经费",
        "תקציב 2023 (a)",
        "العربية ١٢٣ 项目 2023年",
        "فارسی abc 12% def العربية",
        "维吾尔语ئۇيغۇر经费، 5.5%",
    ],
)
def test_words_that_run_from_right_to_left_are_proved_whole(name: str) -> None:
    written = printout(complete_form(project_name=name))
    assert read_back_pdf(pdf_of(written), written, pages_of(written), "a.pdf") == len(written.sheet.cells)


def test_a_lost_letter_of_a_word_from_right_to_left_is_found() -> None:
    shown = printout(complete_form(project_name="ئۇيغۇر 翻译"))
    wrong = printout(complete_form(project_name="ئۇيغۇ 翻译"))
    with pytest.raises(ReadBackMismatch):
        read_back_pdf(pdf_of(wrong), shown, pages_of(shown), "表.pdf")


def test_a_figure_beside_words_from_right_to_left_is_compared_as_it_stands() -> None:
    form = complete_form(project_name="ئۇيغۇر 翻译")
    shown = printout(form)
    wrong = printout(with_fund(form, "current_year", initial=Decimal(105000)))
    with pytest.raises(ReadBackMismatch):
        read_back_pdf(pdf_of(wrong), shown, pages_of(shown), "表.pdf")
