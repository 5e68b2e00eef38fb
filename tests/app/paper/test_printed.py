"""How a text prints is read off the pages themselves, and agrees with what a reader of the PDF finds."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from selfeval_desktop import bootstrap
from selfeval_desktop.app.paper.drawing import Page, PrintedCell, find_printed_cell
from selfeval_desktop.app.paper.outputs import Paperwork
from selfeval_desktop.app.ports.documents import Printout
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals
from tests.builders import complete_form, mof_2020, with_row
from tests.output.sheets import SENTENCE, long_form

EXPECTED, ACTUAL = FieldRef.goal("expected"), FieldRef.goal("actual")
PAPER = mof_2020().paper
NINE_HUNDRED = (SENTENCE * 30)[:900]


def printout(form: Form) -> Printout:
    paperwork = Paperwork(bootstrap.installed_templates(), bootstrap.paper_code, "草稿")
    return paperwork.build_printout(1, form, evaluate(form, mof_2020()))


def pages(form: Form) -> tuple[Page, ...]:
    return bootstrap.build_services().pages(printout(form))


def of(form: Form, field: FieldRef) -> PrintedCell:
    found = find_printed_cell(pages(form), field)
    assert found is not None
    return found


def lines_in_pdf(form: Form, field: FieldRef, path: Path) -> list[int]:
    """The lines of text that a reader finds within the cell, page by page."""
    bootstrap.form_writers()["pdf"]([printout(form)], path)
    counts = []
    with pypdfium2.PdfDocument(path) as document:
        for page, drawn in zip(document, pages(form), strict=True):
            boxes = [target for target in drawn.targets if target.field == field]
            texts = [
                page.get_textpage().get_text_bounded(
                    box.x, drawn.height - box.y - box.height, box.x + box.width, drawn.height - box.y
                )
                for box in boxes
            ]
            counts.append(sum(bool(line.strip()) for text in texts for line in text.splitlines()))
    return counts


@pytest.mark.parametrize(
    ("goals", "on_pages"),
    [
        (Goals("完成宣传。", NINE_HUNDRED), 1),
        (Goals(NINE_HUNDRED, NINE_HUNDRED), 1),
        (Goals("一、\n\n二、", SENTENCE * 40), 2),
    ],
    ids=["beside a short one", "beside a long one", "over two pages"],
)
def test_lines_are_those_that_a_reader_of_the_pdf_finds(goals: Goals, on_pages: int, tmp_path: Path) -> None:
    form = complete_form(goals=goals)
    for field in (EXPECTED, ACTUAL):
        counts = lines_in_pdf(form, field, tmp_path / "表.pdf")
        assert of(form, field).lines == sum(counts)
    assert sum(map(bool, counts)) == on_pages


def test_a_short_text_has_the_full_size_and_one_line() -> None:
    assert of(complete_form(), ACTUAL) == PrintedCell(1, 1, 1, PAPER.text_size)


def test_a_text_of_900_characters_may_shrink_to_save_a_page() -> None:
    form = complete_form(goals=Goals("完成宣传。", NINE_HUNDRED))
    found = of(form, ACTUAL)
    assert PAPER.smallest_size <= found.size < PAPER.text_size
    assert found.first_page == found.last_page == 1
    assert len(pages(form)) == 1


def test_a_text_that_flows_over_pages_says_which() -> None:
    form = complete_form(goals=Goals("完成宣传。", SENTENCE * 40))
    assert (of(form, ACTUAL).first_page, of(form, ACTUAL).last_page) == (1, 2)
    assert (of(form, EXPECTED).first_page, of(form, EXPECTED).last_page) == (1, 1)


def test_a_name_that_the_next_page_repeats_counts_once() -> None:
    form, level1 = long_form(60), FieldRef.indicator(0, "level1")
    form = replace(form, indicators=tuple(replace(row, level1="产出指标") for row in form.indicators))
    drawn = pages(form)
    on_pages = [number for number, page in enumerate(drawn) if any(run.field == level1 for run in page.runs)]
    assert len(on_pages) > 1
    found = of(form, level1)
    assert found.first_page == found.last_page


def test_an_empty_cell_prints_nothing() -> None:
    form = with_row(complete_form(), 0, deviation="")
    assert find_printed_cell(pages(form), FieldRef.indicator(0, "deviation")) is None
    assert find_printed_cell((), ACTUAL) is None
