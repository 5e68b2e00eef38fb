"""A block of amounts goes where its own heads and labels say, else where the cursor is."""

from selfeval_desktop.domain.reading.fund_block import Place, map_fund_block
from selfeval_desktop.domain.reading.pasting import Refusal
from tests.builders import mof_2020

Places = tuple[tuple[Place, ...], tuple[Place, ...]]


def places(*lines: str, row: int = 1, column: int = 1) -> Places:
    """Where the rows and columns of these lines go, with the cursor there."""
    found = map_fund_block([line.split("|") for line in lines], mof_2020().funds, row, column)
    return found.rows, found.columns


def test_amounts_alone_go_on_from_the_cursor() -> None:
    assert places("1|2", "3|4") == ((1, 2), (1, 2))
    assert places() == ((), ())


def test_heads_tell_the_columns() -> None:
    assert places("执行数|年初预算|备注", "1|2|3", "4|5|6") == ((None, 1, 2), (2, 0, Refusal.NO_COLUMN))


def test_what_stands_above_the_heads_is_no_amount() -> None:
    assert places("单位：元|", "年初预算数|全年预算数", "1|2") == ((Refusal.ABOVE, None, 1), (0, 1))


def test_labels_tell_the_rows() -> None:
    rows, columns = places("1.本年财政拨款|1|2", "捐款|3|4", "||", "（2）其它资金|5|6")
    assert rows == (1, Refusal.UNKNOWN, None, 3)
    assert columns == (None, 1, 2)


def test_both_tell_where_each_amount_goes_whatever_stands_before_the_labels() -> None:
    rows, columns = places(
        "项目资金（万元）||全年预算数（A）|全年执行数（B）|得分",
        "|年度资金总额|1|2|3",
        "|其中：当年财政拨款|1|2|—",
    )
    assert rows == (None, 0, 1)
    assert columns == (None, None, 1, 2, 5)


def test_one_head_alone_is_taken_for_an_amount_that_is_none() -> None:
    assert places("执行数|2") == ((1,), (1, 2))
