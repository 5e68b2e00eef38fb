"""Lines for a terminal; the JSON shapes are shown by tests/cli."""

from selfeval_desktop.cli.reports import align_columns


def test_columns_are_as_wide_as_their_widest_cell_and_chinese_counts_double() -> None:
    rows = [("编号", "名", "x"), ("1", "abcd", "y")]
    assert list(align_columns(rows)) == ["编号  名    x", "1     abcd  y"]


def test_no_line_ends_in_blanks() -> None:
    assert list(align_columns([("a", "b"), ("cc", "")])) == ["a   b", "cc"]
