"""The order of pages on their way to the printer."""

from dataclasses import replace

import pytest

from selfeval_desktop.app.paper.print_order import CopyOrder, PrintChoice, arrange_pages

TWO = PrintChoice(copies=2)
FORMS = ("ab", "c")


@pytest.mark.parametrize(("order", "printed"), [("set", "abcabc"), ("form", "ababcc"), ("page", "aabbcc")])
def test_copies_come_by_set_by_form_or_by_page(order: CopyOrder, printed: str) -> None:
    assert arrange_pages(FORMS, replace(TWO, order=order)) == tuple(printed)


def test_the_other_way_round_the_last_page_comes_first() -> None:
    assert arrange_pages(FORMS, replace(TWO, reverse=True)) == tuple("ccbaba")


@pytest.mark.parametrize(
    ("order", "printed"), [("set", "abc-c-abc-c-"), ("form", "abc-abc-c-c-"), ("page", "ababc-c-c-c-")]
)
def test_on_both_sides_every_copy_begins_on_a_sheet_of_its_own(order: CopyOrder, printed: str) -> None:
    sides = arrange_pages(("abc", "c"), replace(TWO, order=order, two_sided=True))
    assert "".join(side or "-" for side in sides) == printed


def test_the_other_way_round_a_sheet_keeps_its_front_in_front() -> None:
    sides = arrange_pages(("abc",), PrintChoice(reverse=True, two_sided=True))
    assert sides == ("c", None, "a", "b")


def test_nothing_prints_nothing() -> None:
    assert arrange_pages((), TWO) == ()
