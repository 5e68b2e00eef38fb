"""Where the parts of a form stand in a block of cells: funds, goals and indicators, by their heads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.labels import MatchedLabels
from selfeval_desktop.domain.reading.pasting import IndicatorHeads, NoteReason, ReadNote, find_heads, is_total
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

    `amounts` and `aims` are the heads of funds and goals, `grid` those of the indicators. `notes` are heads that were
    taken for others.
    """

    funds: TablePart
    amounts: MatchedLabels[Column]
    goals: TablePart | None
    aims: MatchedLabels[str]
    indicators: TablePart
    grid: IndicatorHeads
    notes: tuple[ReadNote, ...]


def find_parts(block: CellGrid, template: Template, words: Vocabulary) -> FormParts | None:
    """The parts of a whole form; None where the heads of funds or indicators are missing."""
    grid = find_heads(block, template.indicators.columns)
    if grid.count < _FEWEST_INDICATOR_HEADS:
        return None
    above = [_without_sides(row, words) for row in block[: grid.begin - 1]]
    funds, amounts = _find_head_row(above, words.fund_columns)
    if sum(column.kind == "amount" for column in amounts.meanings.values()) < _FEWEST_AMOUNT_HEADS:
        return None
    goals, aims = _find_head_row([row if place != funds else () for place, row in enumerate(above)], words.goals)
    notes = [*_near_notes(block, funds, amounts.near), *_near_notes(block, goals, aims.near), *grid.notes]
    if aims.meanings:
        aims, more = _with_only_other_goal(block, goals, aims, template, words)
        notes += more
    starts = [funds, grid.begin - 1, *([goals] if aims.meanings else [])]
    return FormParts(
        funds=TablePart(funds, range(funds + 1, _next_start(starts, funds))),
        amounts=amounts,
        goals=TablePart(goals, _until_label(block, range(goals + 1, _next_start(starts, goals)), words))
        if aims.meanings
        else None,
        aims=aims,
        indicators=TablePart(grid.begin - 1, range(grid.begin, _indicators_end(block, grid.begin, template, words))),
        grid=grid,
        notes=tuple(notes),
    )


def is_total_row(texts: Sequence[str], template: Template) -> bool:
    """Whether it is a row of totals, by the template's label or another."""
    first = next(filter(str.strip, texts), "")
    return is_total(texts) or labels.bare_label(first) == labels.bare_label(template.indicators.total_label)


def _find_head_row(rows: CellGrid, names: Mapping[str, Meaning]) -> tuple[int, MatchedLabels[Meaning]]:
    """The row with the most recognised heads, and these; (0, none) where there is none."""
    counts = [
        len({labels.bare_label(text) for text in row if labels.find_by_label(names, text) is not None}) for row in rows
    ]
    best = max(counts, default=0)
    if not best:
        return 0, MatchedLabels({}, {}, frozenset())
    row = counts.index(best)
    return row, labels.match_labels(names, rows[row])


def _without_sides(row: Sequence[str], words: Vocabulary) -> list[str]:
    """The row without the labels beside the parts, which are near to many a head."""
    return ["" if labels.find_by_label(words.sides, text) else text for text in row]


def _near_notes(block: CellGrid, row: int, near: Mapping[int, str]) -> list[ReadNote]:
    return [ReadNote(row, column, block[row][column], NoteReason.NEAR, name) for column, name in near.items()]


def _with_only_other_goal(
    block: CellGrid, row: int, aims: MatchedLabels[str], template: Template, words: Vocabulary
) -> tuple[MatchedLabels[str], list[ReadNote]]:
    """The heads of the goals, with the only unknown one beside a known one as the other goal."""
    missing = [column for column in template.goals.columns if column.key not in aims.meanings.values()]
    unknown = [
        column
        for column, text in enumerate(block[row])
        if text.strip() and column not in aims.meanings and not labels.find_by_label(words.sides, text)
    ]
    if len(missing) != 1 or len(unknown) != 1 or unknown[0] in aims.doubled:
        return aims, []
    (column,), (other,) = unknown, missing
    note = ReadNote(row, column, block[row][column], NoteReason.ONLY, other.heading)
    return MatchedLabels({**aims.meanings, column: other.key}, aims.near, aims.doubled), [note]


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
