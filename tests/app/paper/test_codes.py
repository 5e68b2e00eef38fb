"""A code is read however it was typed or scanned, and what is none is told why."""

import pytest

from selfeval_desktop.app.errors import CodeFault, NotACode
from selfeval_desktop.app.paper.paper_check import format_code, read_code

CODE = "60PPCW11"


@pytest.mark.parametrize(
    "typed",
    [
        *("60PPCW11", "60ppcw11", " 60PP CW11 ", "60PP-CW11", "6 0 p-p c w-1 1", "６０ＰＰＣＷ１１"),
        *("6OPPCWI1", "6oppcwlL", "60PP—CW11"),
        *(
            "宣传与推广\n2023\n60PPCW11",
            "宣传与推广\n2023\n60PP CW11\n",
            "宣传与推广\r\n2023\r\n60ppcw11\r\n",
        ),
        *("宣传与推广\u20282023\u202860PPCW11", "宣传 与推广 2023 60PPCW11", "\n\n60PPCW11\n\n"),
    ],
)
def test_a_code_is_read_as_people_and_scanners_type_it(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize(
    ("typed", "reason", "found"),
    [
        ("", CodeFault.EMPTY, ""),
        (" - \n", CodeFault.EMPTY, ""),
        ("60PPCW1", CodeFault.LENGTH, "7"),
        ("60PP CW11 2", CodeFault.LENGTH, "9"),
        ("2023", CodeFault.LENGTH, "4"),
        ("60PPCWU1", CodeFault.CHARACTER, "U"),
        ("60PPCW1*", CodeFault.CHARACTER, "*"),
        ("网络信息系统开发", CodeFault.CHARACTER, "网"),
        ("推广 2023 60PPCWU1", CodeFault.CHARACTER, "U"),
    ],
)
def test_what_is_no_code_is_told_why(typed: str, reason: CodeFault, found: str) -> None:
    with pytest.raises(NotACode) as caught:
        read_code(typed)
    assert (caught.value.reason, caught.value.found) == (reason, found)


def test_a_code_is_shown_in_two_halves() -> None:
    assert format_code(CODE) == "60PP-CW11"
