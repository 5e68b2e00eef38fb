"""A form is set as large and with as much space as goes without another page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.domain.form.form import Goals
from selfeval_desktop.domain.layout.paper import PaperSetup
from selfeval_desktop.domain.layout.sheet import Sheet
from selfeval_desktop.output.pdf.fonts import BODY, metrics_by_size
from selfeval_desktop.output.pdf.manuscript import Manuscript
from selfeval_desktop.output.pdf.page_frame import PageFrame, SheetSetting, choose_setting
from selfeval_desktop.output.pdf.pages import make_pages
from selfeval_desktop.output.pdf.text_layout import composer_for
from tests.builders import complete_form, mof_2020
from tests.output.geometry import check_pages
from tests.output.sheets import SENTENCE, long_form, sheet_of

PAPER = mof_2020().paper
FULL = replace(PAPER, smallest_size=PAPER.text_size)


def size_of(pages: Sequence[Page]) -> float:
    """The size of the table's text."""
    (size,) = {run.size for page in pages for run in page.runs if run.field}
    return size


def tightest(sheet: Sheet) -> int:
    """How many pages the sheet takes at the smallest size."""
    return len(make_pages(sheet, replace(PAPER, text_size=PAPER.smallest_size)))


def test_space_gives_way_before_the_size_and_the_size_by_quarter_points() -> None:
    ladder = metrics_by_size(PAPER)
    assert [step.size for step in ladder] == [10, 10, 9.75, 9.5, 9.25, 9]
    assert all(one.cell_height(1) > other.cell_height(1) for one, other in pairwise(ladder))


@pytest.mark.parametrize(("full", "smallest", "sizes"), [(10.5, 10.1, {10.5, 10.25, 10.1}), (8.0, 9.0, {8.0})])
def test_the_smallest_size_is_reached_and_never_passed(full: float, smallest: float, sizes: set[float]) -> None:
    paper = replace(PAPER, text_size=full, smallest_size=smallest)
    assert {step.size for step in metrics_by_size(paper)} == sizes


def test_a_short_form_has_the_full_size_and_room_to_breathe() -> None:
    sheet = sheet_of(complete_form())
    pages = make_pages(sheet, PAPER)
    assert size_of(pages) == PAPER.text_size
    rows = sorted({rule.y1 for rule in pages[0].rules if rule.x1 != rule.x2})
    assert min(below - above for above, below in pairwise(rows)) > 2.2 * PAPER.text_size


@pytest.mark.parametrize("rows", range(8, 48, 3))
def test_the_setting_is_the_most_comfortable_that_takes_fewest_pages(rows: int) -> None:
    manuscript = Manuscript(sheet_of(long_form(rows)), composer_for(BODY))
    frame = PageFrame.for_paper(PAPER, 0.0)
    settings = {step: SheetSetting(manuscript, PAPER, frame, BODY, step) for step in metrics_by_size(PAPER)}
    fewest = min(len(setting.pages) for setting in settings.values())
    first = next(step for step, setting in settings.items() if len(setting.pages) == fewest)
    assert choose_setting(PAPER, settings.__getitem__).metrics == first


@pytest.mark.parametrize("rows", range(8, 48, 3))
def test_a_form_takes_no_more_pages_than_at_the_smallest_size(rows: int) -> None:
    sheet = sheet_of(long_form(rows))
    pages = make_pages(sheet, PAPER)
    check_pages(pages, sheet)
    assert len(pages) <= min(tightest(sheet), len(make_pages(sheet, FULL)))


def test_shrinking_happens_and_the_full_size_stays_where_it_saves_nothing() -> None:
    sizes = {size_of(make_pages(sheet_of(long_form(rows)), PAPER)) for rows in range(5, 30)}
    assert {9.0, 9.5, 10.0} <= sizes


def test_a_long_goal_shrinks_too() -> None:
    def pages(paper: PaperSetup, repeats: int) -> tuple[Page, ...]:
        return make_pages(sheet_of(replace(complete_form(), goals=Goals(SENTENCE * repeats, "完成"))), paper)

    saved = [repeats for repeats in range(5, 60) if len(pages(PAPER, repeats)) < len(pages(FULL, repeats))]
    assert saved
    assert all(PAPER.smallest_size <= size_of(pages(PAPER, repeats)) < PAPER.text_size for repeats in saved)
