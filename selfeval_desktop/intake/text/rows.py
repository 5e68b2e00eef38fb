"""Indicator rows and goals in pasted text whose cells are lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.intake.text import words as text_words
from selfeval_desktop.intake.text.words import Word, is_pair, is_points, is_signed, is_target

_SENTENCE_ENDS = ("。", "；", "！")


@dataclass(frozen=True, slots=True)
class TextRow:
    """The words of each cell, by the column's key."""

    cells: Mapping[str, Sequence[Word]]


@dataclass(slots=True)
class TextRows:
    """The rows; `unsure` are words that may belong to another cell, `strays` figures that belong to no row."""

    rows: list[TextRow] = field(default_factory=list)
    used: list[Word] = field(default_factory=list)
    unsure: list[Word] = field(default_factory=list)
    strays: list[Word] = field(default_factory=list)


def rows_of(words: Sequence[Word], template: Template) -> TextRows:
    """All rows that can be recognised."""
    return _RowReader(words, template).gather_rows()


class _RowReader:
    """Goes through the words once; `_open` are the words since the last row or level."""

    def __init__(self, words: Sequence[Word], template: Template) -> None:
        self._words = words
        self._names = text_words.level_names(template)
        self._above = {name: level.name for level in template.levels for name in level.level2}
        self._found = TextRows()
        self._open: list[Word] = []
        self._levels: dict[str, Sequence[Word]] = {}
        self._fresh: set[str] = set()
        self._inherited: list[Word] = []
        self._is_out_of_place = False

    def gather_rows(self) -> TextRows:
        """The rows; if level names are left without rows, the levels of all rows are unsure, too."""
        place = 0
        while place < len(self._words):
            place += self._read_next(place)
        self._close_open_words()
        if self._fresh or self._is_out_of_place:
            self._found.unsure += self._inherited
        return self._found

    def _read_next(self, place: int) -> int:
        """Read the item that begins there; how many words it has."""
        count = text_words.name_word_count(self._words, place, self._names)
        if count:
            self._read_level(self._words[place : place + count])
            return count
        run = 0
        while place + run < len(self._words) and is_points(self._words[place + run].text):
            run += 1
        if not run:
            self._open.append(self._words[place])
            return 1
        self._read_figures(list(self._words[place : place + run]))
        return run

    def _read_level(self, words: Sequence[Word]) -> None:
        self._close_open_words()
        text = text_words.joined_words(words)
        column, _ = self._names.get(labels.bare_label(text)) or self._names[labels.core_label(text)]
        for gone in ("level1", "level2") if column == "level1" else ("level2",):
            if gone in self._fresh:
                self._is_out_of_place = True
                self._found.unsure += self._levels[gone][:1]
            self._fresh.discard(gone)
            self._levels.pop(gone, None)
        self._levels[column] = list(words)
        self._fresh.add(column)
        self._found.used += words

    def _read_figures(self, run: list[Word]) -> None:
        """Finish a row with these figures, if the words before can be its target and result."""
        before, texts = self._open, [word.text for word in self._open]
        if len(run) >= 2 and len(before) >= 2 and is_pair(*texts[-2:]):
            self._add_row(before[:-2], before[-2:], run[:2])
            self._found.strays += run[2:]
        elif len(run) == 1 and len(before) >= 2 and is_signed(texts[-2]):
            self._add_row(before[:-2], before[-2:], run)
        elif len(run) >= 3 and before and is_target(texts[-1]):
            self._add_row(before[:-1], [before[-1], run[0]], run[1:3])
            self._found.strays += run[3:]
        elif len(run) >= 4:
            self._add_row(before, run[:2], run[2:4])
            self._found.strays += run[4:]
        elif len(run) == 2 and len(before) >= 3:
            self._found.unsure.append(before[-2])
            self._add_row(before[:-2], before[-2:], run)
        elif len(run) == 2 and not before:
            self._found.strays += run
            self._found.used += run
        else:
            self._open += run
            return
        self._found.used += self._found.strays

    def _add_row(self, name: Sequence[Word], results: Sequence[Word], points: Sequence[Word]) -> None:
        name = self._without_row(self._without_reason(name)) if points else self._without_reason(name)
        # Figures before a name are those of a row whose own name the text has elsewhere.
        strange = max((place + 1 for place, word in enumerate(name) if is_points(word.text)), default=0)
        name, self._open = name[strange:], []
        cells = {
            "level3": name,
            "target": results[:1],
            "actual": results[1:2],
            "weight": points[:1],
            "score": points[1:2],
            **self._level_cells(results[0]),
        }
        self._found.rows.append(TextRow(cells))
        self._found.used += [*name, *results, *points]
        if not name:
            self._found.unsure.append(results[0])

    def _level_cells(self, beside: Word) -> dict[str, Sequence[Word]]:
        """The levels of a row; a level-2 name implies its level 1."""
        cells: dict[str, Sequence[Word]] = dict(self._levels)
        if "level1" not in cells and "level2" in cells:
            second = self._names.get(labels.bare_label(text_words.joined_words(cells["level2"])))
            first = self._above.get(second[1]) if second else None
            if first:
                cells["level1"] = [Word(beside.line, beside.place, beside.start, first)]
        if "level2" not in self._fresh:
            self._inherited.append(beside)
        self._fresh.clear()
        return cells

    def _without_reason(self, name: Sequence[Word]) -> Sequence[Word]:
        """The words without a reason at their beginning, which belongs to the row before and ends with a sentence."""
        ends = [place for place, word in enumerate(name) if word.text.endswith(_SENTENCE_ENDS)]
        if not self._found.rows:
            return name
        last = self._found.rows[-1]
        if ends:
            reason = name[: ends[-1] + 1]
            self._found.rows[-1] = TextRow({**last.cells, "deviation": reason})
            self._found.used += reason
            return name[ends[-1] + 1 :]
        if name and len(name) > 1 and _has_lost_points(last):
            self._found.unsure.append(name[0])
        return name

    def _close_open_words(self) -> None:
        """Assign the open words: to the row before, or to a row of their own without points."""
        self._without_row(self._without_reason(self._open))
        self._open = []

    def _without_row(self, words: Sequence[Word]) -> Sequence[Word]:
        """Without the words of a row that has no points, which is added."""
        for place in range(len(words) - 1):
            if is_signed(words[place].text) and any(map(str.isdigit, words[place + 1].text)):
                self._found.unsure.append(words[place])
                self._add_row(words[:place], words[place : place + 2], ())
                return words[place + 2 :]
        return words


def _has_lost_points(row: TextRow) -> bool:
    weight, score = (row.cells.get(key, ()) for key in ("weight", "score"))
    return bool(weight) and bool(score) and Decimal(score[0].text) < Decimal(weight[0].text)


_SHORTEST_HALF = 6
_OFTEN = 0.4
_SHORT_LINE = 0.93


def split_goals(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Expected goal and outcome. Where one ends is guessed from gaps and ends of lines, so the result is doubtful."""
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    lines = list(by_line.values())
    gaps = [_right_half_start(line) for line in lines]
    if sum(gap is not None for gap in gaps) >= _OFTEN * len(lines):
        return _side_by_side(lines, gaps)
    return _one_after_other(lines)


def _right_half_start(line: Sequence[Word]) -> int | None:
    """Where the right half begins: after the widest gap, the one nearest to the middle among equals; None for one half."""
    begin, end = line[0].start, line[-1].end
    best: tuple[int, float, int] | None = None
    for place in range(1, len(line)):
        left, right = line[place].start - begin, end - line[place].start
        width = line[place].start - line[place - 1].end
        is_gap = width > 1 or line[place - 1].text.endswith(_SENTENCE_ENDS)
        if min(left, right) >= _SHORTEST_HALF and is_gap:
            best = max(best or (0, 0.0, 0), (width, -abs(left - right), place))
    return best[2] if best else None


def _side_by_side(lines: Sequence[Sequence[Word]], gaps: Sequence[int | None]) -> tuple[list[Word], list[Word]]:
    expected: list[Word] = []
    actual: list[Word] = []
    starts = [line[gap].start for line, gap in zip(lines, gaps, strict=True) if gap is not None]
    edge = min(starts, default=0)
    for line, gap in zip(lines, gaps, strict=True):
        if gap is not None:
            expected += line[:gap]
            actual += line[gap:]
        elif line[0].start >= edge or (expected and expected[-1].text.endswith(("。", "！"))):
            actual += line
        else:
            expected += line
    return expected, actual


def _one_after_other(lines: Sequence[Sequence[Word]]) -> tuple[list[Word], list[Word]]:
    """Goals one below the other: the first ends with the only full stop at a line's end, or with one on a line not full."""
    stops = [number for number, line in enumerate(lines[:-1]) if line[-1].text.endswith(("。", "！"))]
    if len(stops) == 1:
        cut = stops[0] + 1
        return [word for row in lines[:cut] for word in row], [word for row in lines[cut:] for word in row]
    full = 0
    for number, line in enumerate(lines[:-1]):
        length = line[-1].end - line[0].start
        full = max(full, length)
        if line[-1].text.endswith(("。", "！", ".")) and length < _SHORT_LINE * full:
            cut = number + 1
            return [word for row in lines[:cut] for word in row], [word for row in lines[cut:] for word in row]
    return [word for line in lines for word in line], []
