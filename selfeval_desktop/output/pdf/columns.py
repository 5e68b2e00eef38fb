"""Widths of a sheet's base columns, fitted to what they hold."""

import re
from collections.abc import Callable

from selfeval_desktop.domain.sheet import Sheet, SheetCell

MM = 72 / 25.4

_FIGURE = re.compile(r"[≥≤≧≦><=＞＜＝±]*[+\-−]?\d[\d,.]*[%‰％]?")
# No amount is longer, with operator and thousands marks; a longer row of digits is text like any other.
_LONGEST = 30
# Labels of up to so many characters should stay on one line.
_SHORT = 7
# This part of its minimum a column keeps when figures need the rest.
_TIGHT = 0.6


def column_widths(sheet: Sheet, width: float, need: Callable[[str], float]) -> list[float]:
    """Widths in points that add up to `width`; `need` is the width of a cell that shows a text on one line.

    Each column has its minimum, and more where a figure would not stay on one line. Of the rest, short
    labels get what keeps them on one line, the cheapest first; what is left is dealt out by share.
    Where that is too much for the page, the minimums give way down to a part of them, then the figures.
    """
    least = [column.minimum * MM for column in sheet.columns]
    wanted = _wide_enough(least, sheet, need)
    if width >= sum(wanted):
        _keep_labels_whole(wanted, width, sheet, need)
        return _dealt(wanted, width - sum(wanted), [column.share for column in sheet.columns])
    narrow = [column * _TIGHT for column in least]
    tight = _wide_enough(narrow, sheet, need)
    if width >= sum(tight):
        return _between(tight, wanted, width)
    if width > sum(narrow):
        return _between(narrow, tight, width)
    return [width * column / sum(narrow) for column in narrow]


def _between(low: list[float], high: list[float], width: float) -> list[float]:
    part = (width - sum(low)) / (sum(high) - sum(low))
    return [less + (more - less) * part for less, more in zip(low, high, strict=True)]


def _wide_enough(widths: list[float], sheet: Sheet, need: Callable[[str], float]) -> list[float]:
    """The widths, raised where a figure needs it."""
    raised = list(widths)
    for cell in sorted(sheet.cells, key=lambda cell: cell.column_span):
        if len(cell.text) <= _LONGEST and _FIGURE.fullmatch(cell.text):
            _widen(raised, cell, need(cell.text), sheet)
    return raised


def _widen(widths: list[float], cell: SheetCell, need: float, sheet: Sheet) -> None:
    span = slice(cell.column, cell.column + cell.column_span)
    lack = need - sum(widths[span])
    if lack > 0:
        widths[span] = _dealt(widths[span], lack, [column.share for column in sheet.columns[span]])


def _keep_labels_whole(widths: list[float], width: float, sheet: Sheet, need: Callable[[str], float]) -> None:
    wishes = {
        (need(cell.text) - widths[cell.column], cell.column)
        for cell in sheet.cells
        if cell.column_span == 1 and cell.align == "center" and len(cell.text) <= _SHORT
    }
    start = list(widths)
    for lack, column in sorted(wishes):
        more = start[column] + lack - widths[column]
        if 0 < more <= width - sum(widths):
            widths[column] += more


def _dealt(widths: list[float], spare: float, shares: list[float]) -> list[float]:
    """`spare` dealt out by share; evenly where nobody has one."""
    if not sum(shares):
        shares = [1.0] * len(shares)
    whole = sum(shares)
    return [width + spare * share / whole for width, share in zip(widths, shares, strict=True)]
