"""A whole form in a block of cells, read by its labels and heads wherever they stand."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from selfeval_desktop.domain.form import amounts, edits, texts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, MoneyUnit
from selfeval_desktop.domain.form.funds import execution_rate
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.layout import cell_texts
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import PasteResult, Refusal, RefusedText, paste_rows
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from selfeval_desktop.domain.scoring.scores import Figures, calculate_figures
from selfeval_desktop.intake.forms import form_labels
from selfeval_desktop.intake.forms.form_labels import Vocabulary
from selfeval_desktop.intake.forms.form_parts import CellGrid, FormParts, find_parts, is_total_row

_PROJECT, _YEAR, _MONEY_UNIT = map(FieldRef.head, ("project_name", "year", "money_unit"))
_MONEY_WORDS = frozenset("元万亿")
_TOTAL_ROW = "indicators"
"""Key of the form's last row among the keys of fund rows, where figures are compared."""


def read_form(
    block: CellGrid, template: Template, covered: Collection[tuple[int, int]] = frozenset()
) -> ReadForm | None:
    """The form in the block; None where it holds no whole form. Merged cells have their text in the first cell only.

    `covered` are the others of vertically merged cells: where levels have such, a blank level outside them is blank.
    A whole form has the heads of the indicators, those of the funds, and a label for the project's name.
    """
    width = max(map(len, block), default=0)
    even = [(*row, *[""] * (width - len(row))) for row in block]
    words = form_labels.template_vocabulary(template)
    parts = find_parts(even, template, words)
    return None if parts is None else _FormTableReader(even, template, words, parts, covered).read_block()


class _FormTableReader:
    """Goes through the block once; `_spots` is where each cell of the form was found, `_used` the recognised spots."""

    def __init__(
        self,
        block: CellGrid,
        template: Template,
        words: Vocabulary,
        parts: FormParts,
        covered: Collection[tuple[int, int]],
    ) -> None:
        self._block, self._template, self._words, self._parts = block, template, words, parts
        self._covered = covered
        self._labelled: set[FieldRef] = set()
        self._texts: dict[FieldRef, str] = {}
        self._spots: dict[FieldRef, tuple[int, int]] = {}
        self._used: set[tuple[int, int]] = set()
        self._figures: dict[tuple[int, int], tuple[str, str]] = {}
        self._refused: list[RefusedText] = []
        self._unit: MoneyUnit | None = None

    def read_block(self) -> ReadForm | None:
        """The recognised form; None where no label names the project."""
        parts = self._parts
        for row in range(len(self._block)):
            if row == parts.funds.head:
                self._read_fund_heads(row)
            elif row in parts.funds.rows and self._read_fund_row(row):
                continue
            elif not self._is_in_tables(row):
                self._read_labels(row)
        if _PROJECT not in self._labelled:
            return None
        self._read_goals()
        rows, lines = self._read_indicators()
        merged = self._with_merged_levels(rows, lines)
        pasted = paste_rows(Form(self._template.id), self._template, merged or lines, 0, 0, fills_levels=not merged)
        self._add_refused_columns(pasted.refused, rows)
        form = self._filled_form(pasted)
        taken = [cell for cell, text in self._texts.items() if _has_content(cell, text)]
        taken += [_MONEY_UNIT] if self._unit else []
        taken += self._row_cells(form, rows)
        above = [("",) * len(line) for line in lines[:1] * parts.indicators.head]
        return ReadForm(form, tuple(taken), tuple(self._sorted_doubts(form)), (*above, *lines))

    def _is_in_tables(self, row: int) -> bool:
        goals, grid = self._parts.goals, self._parts.indicators
        return row == grid.head or row in grid.rows or (goals is not None and (row == goals.head or row in goals.rows))

    def _read_labels(self, row: int) -> None:
        """Labels with the text that follows in the row or in the label itself, and lines of the title."""
        label: FieldRef | None = None
        for column, text in self._filled_cells(row):
            field, whole = (
                labels.find_by_label(self._words.head, text),
                form_labels.label_with_value(self._words.head, text),
            )
            if field is not None:
                self._labelled.add(field)
                self._used.add((row, column))
                label = field
            elif whole is not None:
                self._labelled.add(whole[0])
                self._keep_text(whole[0], row, column, whole[1])
                label = None
            elif labels.bare_label(text) in self._words.printed:
                self._used.add((row, column))
                label = None
            elif form_labels.is_strange(self._words, text):
                label = None
            elif label is not None:
                self._keep_text(label, row, column, self._ticked_choice(label, text))
                label = None
            else:
                self._read_title(row, column, text)

    def _ticked_choice(self, cell: FieldRef, text: str) -> str:
        """Of boxes to tick the choice that is ticked; any other text as it stands."""
        further = self._template.further_field(cell.column) if cell.extra else None
        if further is None or further.kind != "choice":
            return text
        return cell_texts.chosen_in(text, further.choices) or (
            "" if cell_texts.is_blank(text, further.choices) else text
        )

    def _read_title(self, row: int, column: int, text: str) -> None:
        unit, year = form_labels.unit_line(text), form_labels.title_year(text, self._words.title)
        if unit is not None:
            self._unit = self._unit or unit
        elif year:
            self._keep_text(_YEAR, row, column, year)
        elif year is None and not labels.find_by_label(self._words.sides, text):
            return
        self._used.add((row, column))

    def _read_fund_heads(self, row: int) -> None:
        for column, text in self._filled_cells(row):
            if column in self._parts.amounts or labels.find_by_label(self._words.sides, text):
                self._used.add((row, column))
                self._unit = self._unit or form_labels.unit_in_label(text)

    def _read_fund_row(self, row: int) -> bool:
        """Whether the row is one of the funds."""
        heads, key = self._parts.amounts, None
        for column, text in self._filled_cells(row, range(min(heads))):
            found = labels.find_by_label(self._words.fund_rows, text)
            if found is not None or labels.find_by_label(self._words.sides, text):
                self._used.add((row, column))
                self._unit = self._unit or form_labels.unit_in_label(text)
            key = key or found
        if key is None:
            return False
        for head, span in _head_extents(heads, len(self._block[row])):
            for column, text in list(self._filled_cells(row, span))[:1]:
                self._read_fund_cell(key, heads[head], (row, column), text)
        return True

    def _read_fund_cell(self, key: str, head: Column, spot: tuple[int, int], text: str) -> None:
        if head.kind == "amount":
            if not _MONEY_WORDS.isdisjoint(text):
                # The unit in the label decides, whatever unit stands elsewhere.
                self._unit = self._unit or self._template.money_units[0]
            self._keep_text(FieldRef.fund(key, head.key), *spot, text)
        elif head.kind == "text":
            self._keep_text(FieldRef.fund(key, head.key, extra=True), *spot, text)
        elif head.kind == "score" and key == "total":
            self._keep_text(FieldRef.head("execution_score"), *spot, text)
        else:
            self._figures[spot] = (key, head.kind)

    def _read_goals(self) -> None:
        """Each goal is all that stands below its head: one cell, or several."""
        goals, aims = self._parts.goals, self._parts.aims
        if goals is None:
            return
        for row in (goals.head, *goals.rows):
            for column, text in self._filled_cells(row):
                if labels.find_by_label(self._words.sides, text) or (row == goals.head and column in aims):
                    self._used.add((row, column))
        for head, span in _head_extents(aims, len(self._block[goals.head])):
            spots = [(row, column) for row in goals.rows for column, _ in self._filled_cells(row, span)]
            if spots:
                text = "\n".join(self._block[row][column].strip() for row, column in spots)
                self._keep_text(FieldRef.goal(aims[head]), *spots[0], text)
                self._used.update(spots)

    def _read_indicators(self) -> tuple[list[int], list[tuple[str, ...]]]:
        """Where in the block each row of indicators stands, and their texts as pasting takes them, heads first."""
        grid, places = self._parts.indicators, self._parts.places
        known = {column for column, place in enumerate(places) if place is not None}
        rows = []
        for row in (grid.head, *grid.rows):
            filled = list(self._filled_cells(row))
            self._used.update((row, column) for column, text in filled if self._is_side_label(text, column, known))
            if row == grid.head or self._block[row] == self._block[grid.head]:
                self._used.update((row, column) for column, _ in filled if column in known)
            elif is_total_row(self._own_texts(row), self._template):
                self._read_total_row(row)
            elif any(column in known for column, _ in filled):
                self._used.update((row, column) for column, _ in filled if column in known)
                rows.append(row)
        return rows, [self._own_texts(row) for row in (grid.head, *rows)]

    def _with_merged_levels(self, rows: Sequence[int], lines: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        """The lines with each level in all rows of its merged cell; none where no level is merged."""
        columns = self._template.indicators.columns
        levels = [
            column
            for column, place in enumerate(self._parts.places)
            if place is not None and columns[place].kind == "level"
        ]
        if not any((row, column) in self._covered for row in rows for column in levels):
            return []
        filled = [*lines[:1]]
        for row, line in zip(rows, lines[1:], strict=True):
            above = filled[-1]
            filled.append(
                tuple(
                    above[column] if column in levels and (row, column) in self._covered else text
                    for column, text in enumerate(line)
                )
            )
        return filled

    def _is_side_label(self, text: str, column: int, known: set[int]) -> bool:
        """Whether the text is the label beside the grid."""
        return column not in known and bool(labels.find_by_label(self._words.sides, text))

    def _own_texts(self, row: int) -> tuple[str, ...]:
        """The row without the label beside it."""
        is_known = [place is not None for place in self._parts.places]
        return tuple(
            "" if not known and labels.find_by_label(self._words.sides, text) else text
            for text, known in zip(self._block[row], is_known, strict=True)
        )

    def _read_total_row(self, row: int) -> None:
        label, *others = [column for column, text in self._filled_cells(row) if self._own_texts(row)[column]]
        self._used.add((row, label))
        self._figures.update(dict.fromkeys(((row, column) for column in others), (_TOTAL_ROW, "score")))

    def _add_refused_columns(self, refused: Iterable[RefusedText], rows: Sequence[int]) -> None:
        """Add one doubt for each column that pasting refused as a whole, by its head."""
        for each in refused:
            if each.text.strip():
                self._refused.append(replace(each, row=self._parts.indicators.head))
                self._used.update((row, each.column) for row in (self._parts.indicators.head, *rows))

    def _filled_form(self, pasted: PasteResult) -> Form:
        form = replace(pasted.form, money_unit=self._unit or self._template.money_units[0])
        for cell, text in self._texts.items():
            form = edits.set_cell(form, cell, text)
        return clear_calculated_cells(form, self._template, self._texts)

    def _row_cells(self, form: Form, rows: Sequence[int]) -> Iterator[FieldRef]:
        """The cells of indicators that were given, levels below a merged cell too; their spots are kept."""
        columns = self._template.indicators.columns
        for place, row in enumerate(rows):
            for column, number in enumerate(self._parts.places):
                if number is None:
                    continue
                entry, text = columns[number], self._block[row][column]
                cell = FieldRef.indicator(place, entry.key, extra=entry.extra)
                self._spots[cell] = (row, column)
                if _has_content(cell, text) or (entry.kind == "level" and edits.cell_text(form, cell)):
                    yield cell

    def _sorted_doubts(self, form: Form) -> list[RefusedText]:
        own = calculate_figures(form, self._template)
        found = [*self._refused]
        for spot, (key, kind) in self._figures.items():
            if not _is_own_figure(self._text_at(spot), kind, self._expected_figures(own, key, kind)):
                found.append(RefusedText(*spot, self._text_at(spot), Refusal.DIFFERS))
        for cell, text in form.unread.items():
            found.append(RefusedText(*self._spots[cell], text, Refusal.NO_NUMBER))
        for row in range(len(self._block)):
            for column, text in self._filled_cells(row):
                if (row, column) not in self._used and (row, column) not in self._figures:
                    found.append(RefusedText(row, column, text, Refusal.UNKNOWN))
        return sorted(found, key=lambda each: (each.row, each.column))

    def _expected_figures(self, own: Figures, key: str, kind: str) -> tuple[Decimal | None, ...]:
        """The calculated figures that may stand in that row."""
        rules = self._template.execution
        if key == _TOTAL_ROW:
            return own.weight_total, own.score_total, self._template.full_mark
        if kind == "rate":
            return (execution_rate(own.funds[key], rules),)
        return (rules.weight,) if key == "total" and kind == "weight" else ()

    def _keep_text(self, cell: FieldRef, row: int, column: int, text: str) -> None:
        """Keep the first text for a cell; a second one, or one that is too long, becomes a doubt."""
        if len(text) > texts.max_length(cell):
            self._refused.append(RefusedText(row, column, text, Refusal.TOO_LONG))
            self._used.add((row, column))
        elif cell not in self._texts:
            self._texts[cell], self._spots[cell] = text.strip(), (row, column)
            self._used.add((row, column))

    def _text_at(self, spot: tuple[int, int]) -> str:
        return self._block[spot[0]][spot[1]]

    def _filled_cells(self, row: int, columns: range | None = None) -> Iterator[tuple[int, str]]:
        texts = self._block[row]
        for column in range(len(texts)) if columns is None else columns:
            if texts[column].strip():
                yield column, texts[column]


def _head_extents(heads: Mapping[int, object], width: int) -> Iterator[tuple[int, range]]:
    """Each head's column with the columns below it: up to the next head, as merged cells are."""
    starts = sorted(heads)
    for start, end in zip(starts, [*starts[1:], width], strict=True):
        yield start, range(start, end)


def _has_content(cell: FieldRef, text: str) -> bool:
    """Whether the text is more than a blank, or a dash for one."""
    if not edits.is_numeric(cell):
        return bool(text.strip())
    try:
        return amounts.parse(text) is not None
    except amounts.NotAnAmount:
        return True


def _is_own_figure(text: str, kind: str, expected: Iterable[Decimal | None]) -> bool:
    """Whether the text is one of the calculated figures; a rate may have fewer decimals."""
    try:
        figure = amounts.parse(text.strip().rstrip("%％") if kind == "rate" else text)
    except amounts.NotAnAmount:
        return False
    if figure is None:
        return True
    places = max(0, -int(figure.as_tuple().exponent)) if kind == "rate" else amounts.DECIMAL_PLACES
    return any(own is not None and amounts.round_half_up(own, places) == figure for own in expected)
