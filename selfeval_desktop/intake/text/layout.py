"""Text in which spaces stand for columns, its words put into the reading order of the cells."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from selfeval_desktop.domain.reading import labels
from selfeval_desktop.intake.forms.form_labels import Vocabulary
from selfeval_desktop.intake.text.words import Word, is_amount, is_pair, is_points, is_signed, name_word_count

_INDENT = 4
_FEW = 4
_MOST_ROWS = 150
_LEVELS = ("一级指标", "二级指标", "三级指标")
_TOTALS = frozenset({"总分", "合计", "总计"})

Lines = Sequence[Sequence[Word]]


def is_laid_out(lines: Lines) -> bool:
    """Whether spaces stand for columns."""
    return sum(bool(line) and line[0].start >= _INDENT for line in lines) >= _FEW


def in_reading_order(lines: Lines, words: Vocabulary, levels: Mapping[str, object]) -> list[Word]:
    """All words: labels that are broken over lines in one piece, and each row's levels and name before its figures."""
    head = next((number for number, line in enumerate(lines) if _is_head(line)), len(lines))
    above = _LinesAboveGrid(lines[:head], words)
    grid = _IndicatorGrid(lines[head:], levels) if head < len(lines) else None
    return [*above.ordered_words(), *(grid.ordered_words() if grid else ())]


def _is_head(line: Sequence[Word]) -> bool:
    return sum(word.text in _LEVELS for word in line) >= 2


class _LinesAboveGrid:
    """The lines above the indicators."""

    def __init__(self, lines: Lines, words: Vocabulary) -> None:
        self._lines, self._words = lines, words
        self._gone: set[Word] = set()

    def ordered_words(self) -> list[Word]:
        """The words line by line; those joined to a label on another line are left out there."""
        found: list[tuple[Word, list[Word]]] = []
        for number, line in enumerate(self._lines):
            for place, word in enumerate(line):
                found.append((word, [*self._broken_label(number, place), word, *self._broken_value(number, place)]))
        return [each for word, group in found if word not in self._gone for each in group]

    def _broken_label(self, number: int, place: int) -> list[Word]:
        """The label of a row of amounts that stands half above and half below them."""
        line = self._lines[number]
        figures = [word for word in line if is_amount(word.text)]
        if len(figures) < 2 or line[place] != figures[0]:
            return []
        if any(labels.find_by_label(self._words.fund_rows, word.text) for word in line[:place]):
            return []
        for upper in self._line_at(number - 1):
            for lower in self._line_at(number + 1):
                if labels.find_by_label(self._words.fund_rows, upper.text + lower.text):
                    self._gone.update((upper, lower))
                    return [upper, lower]
        return []

    def _broken_value(self, number: int, place: int) -> list[Word]:
        """The value of a label that stands half above and half below it."""
        line = self._lines[number]
        if labels.find_by_label(self._words.head, line[place].text) is None:
            return []
        follower = line[place + 1] if place + 1 < len(line) else None
        if follower is not None and labels.find_by_label(self._words.head, follower.text) is None:
            return []
        edge = follower.start if follower else 10_000
        found = [
            word
            for other in (number - 1, number + 1)
            for word in self._line_at(other)
            if line[place].end < word.start < edge and word not in self._gone
        ]
        self._gone.update(found)
        return found

    def _line_at(self, number: int) -> Sequence[Word]:
        return self._lines[number] if 0 <= number < len(self._lines) else ()


class _IndicatorGrid:
    """The indicator rows, on one page or several: each has its figures on one line, its other texts on lines around it."""

    def __init__(self, lines: Lines, levels: Mapping[str, object]) -> None:
        self._levels = levels
        self._middles = {word.text: word.middle for word in lines[0] if word.text in _LEVELS}
        end = next((number for number, line in enumerate(lines) if _is_total(line)), len(lines))
        self._rest = [word for line in lines[end:] for word in line]
        self._heads = [word for line in lines[:end] if _is_head(line) for word in line]
        self._lines = [() if _is_head(line) else line for line in lines[:end]]
        self._figures = {
            number: place for number, line in enumerate(self._lines) if (place := _figures_start(line)) is not None
        }
        self._claimed: set[Word] = set()

    def ordered_words(self) -> list[Word]:
        """Heads, rows, and what stands below them."""
        names = {number: self._indicator_name(number) for number in self._figures}
        groups = [self._level_names_by_line(column) for column in _LEVELS[:2]]
        found: list[Word] = []
        for number, place in self._figures.items():
            for group in groups:
                found += group.pop(number, [])
            found += [*names[number], *self._lines[number][place:]]
        placed = set(found)
        left = [word for line in self._lines for word in line if word not in placed]
        return [*self._heads, *found, *self._rest, *left]

    def _nearest_column(self, word: Word) -> str:
        """The column of levels or names that a word stands in."""
        return min(self._middles, key=lambda head: abs(self._middles[head] - word.middle))

    def _words_in_column(self, number: int, column: str) -> list[Word]:
        """The words of a line that stand in that column."""
        line = self._lines[number] if 0 <= number < len(self._lines) else ()
        stop = self._figures.get(number, len(line))
        return [word for word in line[:stop] if len(word.text) > 1 and self._nearest_column(word) == column]

    def _indicator_name(self, number: int) -> list[Word]:
        """The indicator's name: the line with the figures, and as many lines above as below."""
        above = list(self._neighbouring_name_lines(number, -1))
        below = list(self._neighbouring_name_lines(number, +1))[: len(above)]
        name = [word for part in (*reversed(above), self._words_in_column(number, _LEVELS[2]), *below) for word in part]
        self._claimed.update(name)
        return name

    def _neighbouring_name_lines(self, number: int, step: int) -> Iterator[list[Word]]:
        """The names on the lines next to that one, up to a gap or the figures of another row."""
        number += step
        while number not in self._figures:
            found = [word for word in self._words_in_column(number, _LEVELS[2]) if word not in self._claimed]
            if not found:
                return
            yield found
            number += step

    def _level_names_by_line(self, column: str) -> dict[int, list[Word]]:
        """The names of a level by the line of their first row; a name is printed in the middle of its rows."""
        pieces = [word for number in range(len(self._lines)) for word in self._words_in_column(number, column)]
        names: list[list[Word]] = []
        place = 0
        while place < len(pieces):
            count = name_word_count(pieces, place, self._levels) or 1
            names.append(pieces[place : place + count])
            place += count
        base = self._lines_before()
        middles = [sum(word.line - base for word in name) / len(name) for name in names]
        rows = list(self._figures)
        starts = _group_starts(tuple(rows), tuple(middles))
        return {rows[start]: name for start, name in zip(starts, names, strict=False)}

    def _lines_before(self) -> int:
        """How many lines of the text stand above the grid."""
        return next(word.line - number for number, line in enumerate(self._lines) for word in line[:1])


def _is_total(line: Sequence[Word]) -> bool:
    return bool(line) and labels.bare_label(line[0].text) in _TOTALS


def _figures_start(line: Sequence[Word]) -> int | None:
    """Where target, result, weight and score begin in the line, or target and result alone; None for another line."""
    for place in range(len(line) - 1):
        texts = [word.text for word in line[place : place + 4]]
        has_points = len(texts) > 2 and all(map(is_points, texts[2:]))
        is_alone = is_signed(texts[0]) and len(texts) == 2
        if (has_points or is_alone) and (is_pair(texts[0], texts[1]) or len(texts) == 4):
            return place
    return None


def _group_starts(rows: tuple[int, ...], middles: tuple[float, ...]) -> Sequence[int]:
    """The first row of each group, chosen so that the middles of all groups are nearest to the given lines."""
    if not middles or len(middles) > len(rows) or len(rows) > _MOST_ROWS:
        return ()

    @cache
    def best_starts(start: int, group: int) -> tuple[float, tuple[int, ...]]:
        """The cost of the groups from that one on, when it begins at that row, and their starts."""
        if group == len(middles) - 1:
            return abs((rows[start] + rows[-1]) / 2 - middles[group]), (start,)
        found = []
        for stop in range(start + 1, len(rows) - (len(middles) - group - 1) + 1):
            cost, starts = best_starts(stop, group + 1)
            found.append((cost + abs((rows[start] + rows[stop - 1]) / 2 - middles[group]), (start, *starts)))
        return min(found)

    return best_starts(0, 0)[1]
