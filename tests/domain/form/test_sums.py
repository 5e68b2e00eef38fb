"""A number cell takes a sum as a spreadsheet does; nothing else is taken for one."""

import pytest

from selfeval_desktop.domain.form.sums import figure_of_sum


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("=3+5", "8"),
        ("12*1.5", "18"),
        ("＝（3＋5）×2", "16"),
        ("=10/4", "2.5"),
        ("=10÷3", "3.333333"),
        ("1,000+5", "1005"),
        ("=-5+8", "3"),
        ("=123456789012345.67+0.01", "123456789012345.68"),
    ],
)
def test_t60_a_sum_gives_its_result(typed: str, figure: str) -> None:
    assert figure_of_sum(typed) == figure


@pytest.mark.parametrize(
    "typed",
    ["", "12", "3-5", "2023-1", "3/5", "=", "=1/0", "=2**9", "=abs(-1)", "=A1", "=1e999*10", "=" + "(" * 90, "1,0,0"],
)
def test_t60_anything_else_stays_as_it_is(typed: str) -> None:
    assert figure_of_sum(typed) == typed
