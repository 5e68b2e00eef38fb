"""A whole form in text whose cells are lost, such as that of a PDF: put together again by labels, levels and figures.

Cells are found by what their words are like and by their order; the table made of them is then read as any other is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from selfeval_desktop.domain.form import texts
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import Refusal, RefusedText, is_head, is_total
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.intake.forms import form_labels, money_units
from selfeval_desktop.intake.forms.form_labels import Vocabulary
from selfeval_desktop.intake.forms.form_table import read_form
from selfeval_desktop.intake.text import layout
from selfeval_desktop.intake.text import words as text_words
from selfeval_desktop.intake.text.rows import TextRow, rows_of, split_goals
from selfeval_desktop.intake.text.words import Word, is_amount, is_dash, is_side_letter, joined_words

LONGEST = 60_000
_FEWEST_FUND_HEADS = 2
_AMOUNTS = 3


def read_text(text: str, template: Template) -> ReadForm | None:
    """The form, its doubts by line and word; None where the labels of funds, project and indicators are not all there."""
    if len(text) > LONGEST:
        return None
    lines = text_words.words_of(texts.clean_text(text).replace("\t", "  "))
    words, levels = form_labels.template_vocabulary(template), text_words.level_names(template)
    if layout.is_laid_out(lines):
        order = layout.in_reading_order(lines, words, levels)
    else:
        order = [word for line in lines for word in line]
    return _PlainTextReader(order, template, words).read_words()


@dataclass(slots=True)
class _TextTable:
    """The table that is being put together: its rows, and the first word of each cell."""

    rows: list[list[str]] = field(default_factory=list)
    words: dict[tuple[int, int], Word] = field(default_factory=dict)

    def add_row(self, *cells: tuple[str, Word | None]) -> None:
        """One more row."""
        for column, (_, word) in enumerate(cells):
            if word is not None:
                self.words[len(self.rows), column] = word
        self.rows.append([text for text, _ in cells])


class _PlainTextReader:
    """Goes through the words part by part; `_used` are the indices of recognised words."""

    def __init__(self, order: Sequence[Word], template: Template, words: Vocabulary) -> None:
        self._order, self._template, self._words = order, template, words
        levels = text_words.level_names(template)
        parts = {
            place + more
            for place in range(len(order))
            for more in range(text_words.name_word_count(order, place, levels))
        }
        self._used: set[int] = {
            place for place, word in enumerate(order) if is_side_letter(word) and place not in parts
        }
        self._unsure: list[Word] = []
        self._table = _TextTable()
        columns = template.indicators.columns
        self._grid_heads = {place for place, word in enumerate(order) if is_head(word.text, columns)}

    def read_words(self) -> ReadForm | None:
        """The recognised form; None where there is none."""
        names = [labels.core_label(word.text) for word in self._order]
        if "三级指标" not in names:
            return None
        grid = min(names.index(name) for name in ("二级指标", "三级指标") if name in names)
        heads = [place for place in range(len(self._order)) if self._is_fund_head(place)]
        if len(heads) < _FEWEST_FUND_HEADS:
            return None
        self._read_title()
        self._read_heads(grid)
        self._read_funds(grid)
        self._read_goals()
        rows = self._read_rows(grid)
        self._use_heads()
        if not rows:
            return None
        found = read_form(self._table.rows, self._template)
        return None if found is None else replace(found, doubts=tuple(self._sorted_doubts(found)))

    def _is_fund_head(self, place: int) -> bool:
        return labels.find_by_label(self._words.fund_columns, self._order[place].text) is not None

    def _read_title(self) -> None:
        for place, word in enumerate(self._order):
            year = form_labels.title_year(word.text, self._words.title)
            unit = money_units.unit_line(word.text) or money_units.unit_in_label(word.text)
            if year is None and unit is None:
                continue
            if year is not None and len(word.text) < 3:
                continue
            self._used.add(place)
            self._table.add_row((f"单位：{unit}" if unit else word.text, word))

    def _read_heads(self, grid: int) -> None:
        """Labels with the words that follow; of labels that follow each other, each has one word in turn."""
        place, waiting = 0, list[int]()
        while place < len(self._order):
            if place in self._used or not self._is_label(place):
                place += 1
                continue
            waiting.append(place)
            self._used.add(place)
            place += 1
            if place < len(self._order) and self._is_label(place):
                continue
            values = list(self._value_places(place, grid))
            for number, label in enumerate(waiting):
                last = number == len(waiting) - 1
                mine = values[number:] if last else values[number : number + 1]
                self._used.update(mine)
                value = joined_words(self._order[each] for each in mine)
                word = self._order[label]
                self._table.add_row((word.text, word), (value, self._order[mine[0]] if mine else None))
            waiting.clear()

    def _is_label(self, place: int) -> bool:
        return labels.find_by_label(self._words.head, self._order[place].text) is not None

    def _value_places(self, place: int, grid: int) -> Iterator[int]:
        """The indices of the words up to the next recognised one."""
        for each in range(place, min(place + 6, grid, len(self._order))):
            text = self._order[each].text
            names = (self._words.sides, self._words.fund_rows, self._words.goals, self._words.fund_columns)
            if each in self._used or self._is_label(each) or any(labels.find_by_label(name, text) for name in names):
                return
            yield each

    def _read_funds(self, grid: int) -> None:
        """Each row's label with the amounts that follow it."""
        columns = [column for column in self._template.funds.columns if column.kind == "amount"][:_AMOUNTS]
        rest = [column for column in self._template.funds.columns if column.kind in {"weight", "rate", "score"}]
        self._table.add_row(("", None), *((column.heading, None) for column in (*columns, *rest)))
        place = 0
        while place < grid:
            count = text_words.name_word_count(self._order[:grid], place, self._words.fund_rows)
            if not count or place in self._used:
                place += 1
                continue
            label = self._order[place : place + count]
            self._used.update(range(place, place + count))
            place += count
            values = []
            while place < grid and _is_fund_value(self._order[place].text):
                values.append(place)
                place += 1
            self._add_fund(label, values)

    def _add_fund(self, label: Sequence[Word], values: Sequence[int]) -> None:
        """Amounts first; then weight, rate and score if a rate shows which is which."""
        figures = [self._order[place] for place in values]
        rate = next((place for place, word in enumerate(figures) if "%" in word.text or "％" in word.text), None)
        plain = [word for word in (figures if rate is None else figures[:rate]) if is_amount(word.text)]
        others: list[Word] = []
        if rate is not None:
            if len(plain) > _AMOUNTS or (len(plain) == _AMOUNTS and len(figures) - rate < 2):
                others = [plain.pop()]
            others += figures[rate:]
        elif len(plain) > _AMOUNTS:
            plain, others = plain[:_AMOUNTS], plain[_AMOUNTS:]
        if 0 < len(plain) < _AMOUNTS and any(set(word.text) - set("0.,") for word in plain):
            self._unsure.append(plain[0])
        self._used.update(values)
        blanks = [("", None)] * (_AMOUNTS - len(plain))
        self._table.add_row(
            (joined_words(label), label[0]),
            *((word.text, word) for word in plain),
            *blanks,
            *((word.text, word) for word in others if not is_dash(word.text)),
        )

    def _read_goals(self) -> None:
        """The longest run of words after a head of the goals, split into both goals by its lines."""
        best: list[int] = []
        for place, word in enumerate(self._order):
            if labels.find_by_label(self._words.goals, word.text) is None:
                continue
            self._used.add(place)
            run = list(self._goal_words(place + 1))
            best = max(best, run, key=lambda places: sum(len(self._order[each].text) for each in places))
        if not best:
            return
        self._used.update(best)
        parts = split_goals([self._order[place] for place in best])
        self._unsure += [part[0] for part in parts if part]
        names = {column.key: column.heading for column in self._template.goals.columns}
        self._table.add_row((names["expected"], None), (names["actual"], None))
        self._table.add_row(*((joined_words(part), part[0] if part else None) for part in parts))

    def _goal_words(self, place: int) -> Iterator[int]:
        for each in range(place, len(self._order)):
            if each in self._grid_heads or self._is_fund_head(each) or self._is_label(each):
                return
            text = self._order[each].text
            if labels.find_by_label(self._words.sides, text) or labels.find_by_label(self._words.goals, text):
                return
            if each not in self._used:
                yield each

    def _read_rows(self, grid: int) -> list[TextRow]:
        total = next(
            (place for place in range(grid, len(self._order)) if is_total([self._order[place].text])),
            len(self._order),
        )
        places = [place for place in range(grid, total) if place not in self._used and place not in self._grid_heads]
        gathered = rows_of([self._order[place] for place in places], self._template)
        used = set(gathered.used)
        self._used.update(place for place in places if self._order[place] in used)
        self._unsure += gathered.unsure
        columns = self._template.indicators.columns
        self._table.add_row(*((column.heading, None) for column in columns))
        for row in gathered.rows:
            self._table.add_row(*(_cell_text_and_word(row.cells, column.key) for column in columns))
        self._read_total(total, gathered.strays)
        return gathered.rows

    def _read_total(self, place: int, strays: Sequence[Word]) -> None:
        """The figures of the total row, wherever they are in the text."""
        figures = list(strays)
        if place < len(self._order):
            self._used.add(place)
            for each in range(place + 1, min(place + 3, len(self._order))):
                if not text_words.is_points(self._order[each].text):
                    break
                self._used.add(each)
                figures.append(self._order[each])
        kinds: list[str] = [column.kind for column in self._template.indicators.columns]
        row: list[tuple[str, Word | None]] = [("", None)] * len(kinds)
        row[0] = (self._template.indicators.total_label, None)
        for kind, word in zip(("weight", "score"), figures, strict=False):
            row[kinds.index(kind)] = (word.text, word)
        self._table.add_row(*row)

    def _use_heads(self) -> None:
        """Mark heads, side labels and repeated page heads as recognised, so that they give no doubts."""
        seen = {text for row in self._table.rows for text in row}
        for place, word in enumerate(self._order):
            is_known = (
                place in self._grid_heads
                or self._is_fund_head(place)
                or labels.find_by_label(self._words.sides, word.text)
                or word.text in seen
                or _is_part_of_label(word.text, self._template)
            )
            if is_known:
                self._used.add(place)

    def _sorted_doubts(self, found: ReadForm) -> Iterator[RefusedText]:
        told = [
            replace(each, row=word.line, column=word.place)
            for each in found.doubts
            if (word := self._table.words.get((each.row, each.column))) is not None
        ]
        told += [RefusedText(word.line, word.place, word.text, Refusal.UNSURE) for word in self._unsure]
        told += [
            RefusedText(word.line, word.place, word.text, Refusal.UNKNOWN)
            for place, word in enumerate(self._order)
            if place not in self._used
        ]
        yield from sorted(set(told), key=lambda each: (each.row, each.column))


def _cell_text_and_word(cells: Mapping[str, Sequence[Word]], key: str) -> tuple[str, Word | None]:
    words = cells.get(key, ())
    return joined_words(words), words[0] if words else None


def _is_fund_value(text: str) -> bool:
    return is_dash(text) or is_amount(text.rstrip("%％"))


def _is_part_of_label(text: str, template: Template) -> bool:
    """Whether the word is one line of a label printed over several lines."""
    return any(
        text in label.replace("{money_unit}", "元").split("\n") or (len(text) > 2 and text in label)
        for label in (
            *(column.heading for column in template.indicators.columns),
            *(side.text for side in (template.funds.side, template.goals.side, template.indicators.side)),
        )
    )
