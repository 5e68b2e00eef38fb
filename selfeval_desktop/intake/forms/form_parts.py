"""Where the parts of a form stand in a block of cells: funds, goals and indicators, by their heads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import find_heads, is_total
from selfeval_desktop.intake.forms import form_labels
from selfeval_desktop.intake.forms.form_labels import Vocabulary

CellGrid = Sequence[Sequence[str]]
Meaning = TypeVar("Meaning")

_FEWEST_INDICATOR_HEADS = 3
_FEWEST_AMOUNT_HEADS = 2


@dataclass(frozen=True, slots=True)
class TablePart:
    """One part: the row of its heads, and the rows below it up to what comes next."""

    head: int
    rows: range


@dataclass(frozen=True, slots=True)
class FormParts:
    """The parts, with the meaning of their heads by column; `goals` is None where the form has none.

    `places` gives for the block's columns the number of the template's indicator column, None for no column.
    """

    funds: TablePart
    amounts: Mapping[int, Column]
    goals: TablePart | None
    aims: Mapping[int, str]
    indicators: TablePart
    places: tuple[int | None, ...]


def find_parts(block: CellGrid, template: Template, words: Vocabulary) -> FormParts | None:
    """The parts of a whole form; None where the heads of funds or indicators are missing."""
    begin, places = find_heads(block, template.indicators.columns)
    if sum(place is not None for place in places) < _FEWEST_INDICATOR_HEADS:
        return None
    above = block[: begin - 1]
    funds, amounts = _find_head_row(above, words.fund_columns)
    if sum(column.kind == "amount" for column in amounts.values()) < _FEWEST_AMOUNT_HEADS:
        return None
    goals, aims = _find_head_row([row if place != funds else () for place, row in enumerate(above)], words.goals)
    starts = [funds, begin - 1, *([goals] if aims else [])]
    return FormParts(
        funds=TablePart(funds, range(funds + 1, _next_start(starts, funds))),
        amounts=amounts,
        goals=TablePart(goals, _until_label(block, range(goals + 1, _next_start(starts, goals)), words))
        if aims
        else None,
        aims=aims,
        indicators=TablePart(begin - 1, range(begin, _indicators_end(block, begin, template, words))),
        places=places,
    )


def is_total_row(texts: Sequence[str], template: Template) -> bool:
    """Whether it is a row of totals, by the template's label or another."""
    first = next(filter(str.strip, texts), "")
    return is_total(texts) or labels.bare_label(first) == labels.bare_label(template.indicators.total_label)


def _find_head_row(rows: CellGrid, names: Mapping[str, Meaning]) -> tuple[int, dict[int, Meaning]]:
    """The row with the most recognised heads, and their meanings by column; (0, empty) where there is none."""
    found = [
        {column: meant for column, text in enumerate(row) if (meant := labels.find_by_label(names, text)) is not None}
        for row in rows
    ]
    best = max(found, key=len, default={})
    return (found.index(best), best) if best else (0, {})


def _next_start(starts: Sequence[int], start: int) -> int:
    return min(other for other in starts if other > start)


def _until_label(block: CellGrid, rows: range, words: Vocabulary) -> range:
    """The rows before the first that begins with a label of the head or of the signature."""
    return range(rows.start, next((row for row in rows if _begins_with_label(block[row], words)), rows.stop))


def _indicators_end(block: CellGrid, begin: int, template: Template, words: Vocabulary) -> int:
    """Where the indicators end: below their last row of totals, or else where other labels begin."""
    totals = [row for row in range(begin, len(block)) if is_total_row(block[row], template)]
    if totals:
        return totals[-1] + 1
    return _until_label(block, range(begin, len(block)), words).stop


def _begins_with_label(texts: Sequence[str], words: Vocabulary) -> bool:
    first = next(filter(str.strip, texts), "")
    return (
        labels.find_by_label(words.head, first) is not None
        or form_labels.label_with_value(words.head, first) is not None
    )
