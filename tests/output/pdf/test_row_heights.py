"""Rows are as high as the sheet wants them, and higher where their text needs it."""

from dataclasses import replace
from itertools import pairwise

import pytest

from selfeval_desktop.app.paper.drawing import Page
from selfeval_desktop.output.pdf.pages import make_pages
from tests.builders import mof_2020
from tests.output.geometry import check_pages
from tests.output.sheets import plain_sheet

PAPER = mof_2020().paper
MM = 72 / 25.4


def row_heights(page: Page) -> list[float]:
    """The distances between the horizontal rules, in mm."""
    edges = sorted({round(rule.y1, 3) for rule in page.rules if rule.y1 == rule.y2})
    return [(lower - upper) / MM for upper, lower in pairwise(edges)]


def test_an_empty_row_has_the_least_height() -> None:
    sheet = replace(plain_sheet("甲", "", "", ""), least_heights=(9.0, 30.0))
    (page,) = make_pages(sheet, PAPER)
    assert row_heights(page) == pytest.approx([9.0, 30.0], abs=0.01)


def test_a_text_that_needs_more_gets_it() -> None:
    sheet = replace(plain_sheet("字" * 400, "", "甲", "乙"), least_heights=(9.0, 9.0))
    (page,) = make_pages(sheet, PAPER)
    check_pages((page,), sheet)
    long, short = row_heights(page)
    assert long > 30
    assert short == pytest.approx(9.0, abs=0.01)


def test_high_rows_go_on_overleaf_and_none_is_lost() -> None:
    sheet = replace(plain_sheet(*["字" * 90] * 60), least_heights=(30.0,) * 30)
    pages = make_pages(sheet, PAPER)
    check_pages(pages, sheet)
    assert len(pages) == 4
