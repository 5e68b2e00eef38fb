"""The ruled lines of a table: between different cells, each drawn once and over its full length."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from selfeval_desktop.app.paper.drawing import RuledLine

INNER_RULE = 0.5
OUTER_RULE = 1.0


def table_rules(
    owner: Sequence[Sequence[int]], rows: Sequence[float], columns: Sequence[float]
) -> Iterator[RuledLine]:
    """The rules of a grid with its edges at `rows` and `columns`, and a stronger frame.

    `owner` tells by row and column which cell a field of the grid belongs to.
    """
    for edge, (above, below) in enumerate(pairwise(owner), start=1):
        for start, stop in _drawn_stretches(one != other for one, other in zip(above, below, strict=True)):
            yield RuledLine(columns[start], rows[edge], columns[stop], rows[edge], INNER_RULE)
    for edge in range(1, len(columns) - 1):
        for start, stop in _drawn_stretches([row[edge - 1] != row[edge] for row in owner]):
            yield RuledLine(columns[edge], rows[start], columns[edge], rows[stop], INNER_RULE)
    yield from _frame_rules(columns[0], rows[0], columns[-1], rows[-1])


def _frame_rules(left: float, top: float, right: float, bottom: float) -> Iterator[RuledLine]:
    reach = OUTER_RULE / 2  # so that the corners are full
    for y in (top, bottom):
        yield RuledLine(left - reach, y, right + reach, y, OUTER_RULE)
    for x in (left, right):
        yield RuledLine(x, top - reach, x, bottom + reach, OUTER_RULE)


def _drawn_stretches(drawn: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """From … to of each unbroken stretch where something is drawn."""
    start = None
    at = -1
    for at, here in enumerate(drawn):
        if here and start is None:
            start = at
        elif not here and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, at + 1
