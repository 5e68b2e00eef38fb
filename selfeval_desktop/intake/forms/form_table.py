"""A whole form in a block of cells, read by its labels and heads wherever they stand."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from selfeval_desktop.domain.form import amounts, edits, texts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.funds import execution_rate
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.layout import cell_texts
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import NoteReason, PasteResult, ReadNote, Refusal, RefusedText, paste_rows
from selfeval_desktop.domain.reading.read_form import ReadForm
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from selfeval_desktop.domain.scoring.scores import Figures, calculate_figures
from selfeval_desktop.intake.forms import captions, form_labels, money_units
from selfeval_desktop.intake.forms.captions import CaptionItem, CaptionKind
from selfeval_desktop.intake.forms.cell_homes import CellHomes, Spot
from selfeval_desktop.intake.forms.form_labels import Vocabulary
from selfeval_desktop.intake.forms.form_parts import CellGrid, FormParts, find_parts, is_total_row
from selfeval_desktop.intake.forms.money_units import FundUnits

_PROJECT, _YEAR, _MONEY_UNIT = map(FieldRef.head, ("project_name", "year", "money_unit"))
_MONEY_WORDS = frozenset("元万亿")
_BLANK_SIGNS = frozenset({"/", "／", "//", "\\", "＼", "*", "＊", "**", "***"})
_PLACES = 2
"""Decimals of rates and scores."""
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
    even = [(*map(_without_blank_sign, row), *[""] * (width - len(row))) for row in block]
    words = form_labels.template_vocabulary(template)
    parts = find_parts(even, template, words)
    return None if parts is None else _FormTableReader(even, template, words, parts, covered).read_block()


class _FormTableReader:
    """Goes through the block once; `_homes` is the account of its cells, `_texts` what the form's cells are given."""

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
        self._homes = CellHomes(block)
        self._figures: dict[Spot, tuple[str, str]] = {}
        self._notes = list(parts.notes)
        self._units = FundUnits()
        self._amounts: dict[FieldRef, Spot] = {}

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
        taken += [_MONEY_UNIT] if self._units.is_named or any(map(self._names_its_unit, self._amounts)) else []
        taken += self._row_cells(form, rows)
        above = [("",) * len(line) for line in lines[:1] * parts.indicators.head]
        return ReadForm(form, tuple(taken), tuple(self._sorted_doubts(form)), (*above, *lines), tuple(self._notes))

    def _is_in_tables(self, row: int) -> bool:
        goals, grid = self._parts.goals, self._parts.indicators
        return row == grid.head or row in grid.rows or (goals is not None and (row == goals.head or row in goals.rows))

    def _read_labels(self, row: int) -> None:
        """Labels with the text that follows in the row or in the label itself, and lines of the title."""
        label: FieldRef | None = None
        for column, text in self._filled_cells(row):
            field = labels.find_by_label(self._words.head, text)
            if field is None and label is None:
                field = self._near_field(row, column, text)
            if field is not None:
                self._labelled.add(field)
                self._homes.mark_label((row, column))
                label = field
                continue
            if labels.bare_label(text) in self._words.printed:
                self._homes.mark_label((row, column))
                label = None
                continue
            items = captions.caption_items(text, self._words)
            is_caption = captions.has_values(items) or label is None
            if is_caption or form_labels.is_strange(self._words, text):
                self._read_caption((row, column), items)
            elif label is not None:
                self._keep_text(label, row, column, self._ticked_choice(label, text))
            label = None

    def _near_field(self, row: int, column: int, text: str) -> FieldRef | None:
        """The field whose label the text nearly is, if a text follows and the field has no label yet; noted."""
        follows = any(True for _ in self._filled_cells(row, range(column + 1, len(self._block[row]))))
        names = {name: field for name, field in self._words.head.items() if field not in self._labelled}
        found = labels.near_label(names, text) if follows and not form_labels.is_strange(self._words, text) else None
        if found is None:
            return None
        self._notes.append(ReadNote(row, column, text, NoteReason.NEAR, found[0]))
        return found[1]

    def _read_caption(self, spot: Spot, items: Sequence[CaptionItem]) -> None:
        """Each item of the cell to its own place; a cell that is understood in no part is left to be told as a whole."""
        if all(item.kind is CaptionKind.UNKNOWN for item in items):
            return
        self._homes.mark_label(spot)
        for item in items:
            if item.field is not None:
                self._labelled.add(item.field)
            if item.kind is CaptionKind.VALUE and item.field is not None:
                self._keep_text(item.field, *spot, self._ticked_choice(item.field, item.text), is_part=True)
            elif item.kind is CaptionKind.YEAR:
                self._keep_text(_YEAR, *spot, item.text, is_part=True)
            elif item.kind is CaptionKind.UNIT:
                self._units.add_line(item.text, spot)
            elif item.kind is CaptionKind.UNKNOWN:
                self._homes.refuse(spot, item.text, Refusal.UNKNOWN)

    def _ticked_choice(self, cell: FieldRef, text: str) -> str:
        """Of boxes to tick the choice that is ticked; any other text as it stands."""
        further = self._template.further_field(cell.column) if cell.extra else None
        if further is None or further.kind != "choice":
            return text
        return cell_texts.chosen_in(text, further.choices) or (
            "" if cell_texts.is_blank(text, further.choices) else text
        )

    def _read_fund_heads(self, row: int) -> None:
        for column, text in self._filled_cells(row):
            if column in self._parts.amounts.meanings or labels.find_by_label(self._words.sides, text):
                self._homes.mark_label((row, column))
                self._units.add_label(text, (row, column), is_head=column in self._parts.amounts.meanings)
            elif column in self._parts.amounts.doubled:
                self._homes.refuse((row, column), text, Refusal.SAME_HEAD)
            else:
                self._read_caption((row, column), captions.caption_items(text, self._words))

    def _read_fund_row(self, row: int) -> bool:
        """Whether the row is one of the funds."""
        amounts, key = self._parts.amounts, None
        for column, text in self._filled_cells(row, range(min(amounts.meanings))):
            found = labels.find_by_label(self._words.fund_rows, text)
            if found is not None or labels.find_by_label(self._words.sides, text):
                self._homes.mark_label((row, column))
                self._units.add_label(text, (row, column), is_row=found is not None)
            key = key or found
        if key is None:
            return False
        for head, span in _head_extents([*amounts.meanings, *amounts.doubled], len(self._block[row])):
            cells = list(self._filled_cells(row, span))
            if head in amounts.doubled:
                # The head itself is told.
                self._homes.mark_label(*((row, column) for column, _ in cells))
                continue
            for column, text in cells[:1]:
                if amounts.meanings[head].kind == "amount":
                    self._amounts.setdefault(FieldRef.fund(key, amounts.meanings[head].key), (row, head))
                self._read_fund_cell(key, amounts.meanings[head], (row, column), text)
        return True

    def _read_fund_cell(self, key: str, head: Column, spot: tuple[int, int], text: str) -> None:
        if head.kind == "amount":
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
                if labels.find_by_label(self._words.sides, text) or (row == goals.head and column in aims.meanings):
                    self._homes.mark_label((row, column))
                elif row == goals.head and column in aims.doubled:
                    self._homes.refuse((row, column), text, Refusal.SAME_HEAD)
        for head, span in _head_extents([*aims.meanings, *aims.doubled], len(self._block[goals.head])):
            spots = [
                (row, column)
                for row in goals.rows
                for column, text in self._filled_cells(row, span)
                if not self._is_furniture_row(row)
            ]
            if head in aims.doubled:
                self._homes.mark_label(*spots)
            elif spots:
                field = FieldRef.goal(aims.meanings[head])
                text = "\n".join(self._homes.text_at(spot).strip() for spot in spots)
                if self._keep_text(field, *spots[0], text):
                    for spot in spots[1:]:
                        self._homes.give(spot, field)
                else:
                    self._homes.mark_label(*spots)

    def _is_furniture_row(self, row: int) -> bool:
        """Whether the row is a line between the parts of a table, such as 续表; it is marked as such."""
        filled = list(self._filled_cells(row))
        is_line = len(filled) == 1 and captions.is_furniture(filled[0][1], self._words)
        if is_line:
            self._homes.mark_label((row, filled[0][0]))
        return is_line

    def _read_indicators(self) -> tuple[list[int], list[tuple[str, ...]]]:
        """Where in the block each row of indicators stands, and their texts as pasting takes them, heads first."""
        grid, places = self._parts.indicators, self._parts.grid.places
        known = {column for column, place in enumerate(places) if place is not None}
        rows = []
        for row in (grid.head, *grid.rows):
            filled = list(self._filled_cells(row))
            self._homes.mark_label(
                *((row, column) for column, text in filled if self._is_side_label(text, column, known))
            )
            if row == grid.head or self._repeats_heads(row):
                self._homes.mark_label(*((row, column) for column, _ in filled if column in known))
            elif self._is_furniture_row(row):
                continue
            elif is_total_row(self._own_texts(row), self._template):
                self._read_total_row(row)
            elif any(column in known for column, _ in filled):
                rows.append(row)
        return rows, [self._own_texts(row) for row in (grid.head, *rows)]

    def _repeats_heads(self, row: int) -> bool:
        """Whether the row has the heads once more, as at the top of a further page."""
        heads = self._block[self._parts.indicators.head]
        pairs = [(text, head) for text, head in zip(self._block[row], heads, strict=True) if text.strip()]
        same = sum(labels.bare_label(text) == labels.bare_label(head) for text, head in pairs)
        return same > 2 and same == len(pairs)

    def _with_merged_levels(self, rows: Sequence[int], lines: Sequence[Sequence[str]]) -> list[Sequence[str]]:
        """The lines with each level in all rows of its merged cell; none where no level is merged."""
        columns = self._template.indicators.columns
        levels = [
            column
            for column, place in enumerate(self._parts.grid.places)
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
        is_known = [place is not None for place in self._parts.grid.places]
        return tuple(
            "" if not known and labels.find_by_label(self._words.sides, text) else text
            for text, known in zip(self._block[row], is_known, strict=True)
        )

    def _read_total_row(self, row: int) -> None:
        label, *others = [column for column, text in self._filled_cells(row) if self._own_texts(row)[column]]
        self._homes.mark_label((row, label))
        self._figures.update(dict.fromkeys(((row, column) for column in others), (_TOTAL_ROW, "score")))

    def _add_refused_columns(self, refused: Iterable[RefusedText], rows: Sequence[int]) -> None:
        """Add one doubt for each column that pasting refused as a whole, by its head."""
        head = self._parts.indicators.head
        for each in refused:
            if each.text.strip():
                self._homes.refuse((head, each.column), each.text, each.reason)
                self._homes.mark_label(*((row, each.column) for row in (head, *rows)))

    def _filled_form(self, pasted: PasteResult) -> Form:
        unit = self._units.form_unit(list(self._amounts.values())) or self._template.money_units[0]
        for cell, spot in self._amounts.items():
            named = self._units.unit_at(*spot)
            if cell in self._texts and named not in {None, unit}:
                self._texts[cell] = money_units.in_form_unit(self._texts[cell], named, unit)
                self._homes.change_given(cell, self._texts[cell])
        form = replace(pasted.form, money_unit=unit)
        for cell, text in self._texts.items():
            form = edits.set_cell(form, cell, text)
        return clear_calculated_cells(form, self._template, self._texts)

    def _row_cells(self, form: Form, rows: Sequence[int]) -> Iterator[FieldRef]:
        """The cells of indicators that were given, levels below a merged cell too; their spots are kept."""
        columns = self._template.indicators.columns
        for place, row in enumerate(rows):
            for column, number in enumerate(self._parts.grid.places):
                if number is None:
                    continue
                entry, text = columns[number], self._block[row][column]
                cell = FieldRef.indicator(place, entry.key, extra=entry.extra)
                if text.strip():
                    self._homes.give((row, column), cell)
                if _has_content(cell, text) or (entry.kind == "level" and edits.cell_text(form, cell)):
                    yield cell

    def _sorted_doubts(self, form: Form) -> list[RefusedText]:
        own = calculate_figures(form, self._template)
        found = [*self._homes.doubts(form, self._template, self._figures), *self._unit_doubts()]
        for spot, (key, kind) in self._figures.items():
            if not _is_own_figure(self._homes.text_at(spot), kind, self._expected_figures(own, key, kind)):
                found.append(RefusedText(*spot, self._homes.text_at(spot), Refusal.DIFFERS))
        for cell, text in form.unread.items():
            found.append(RefusedText(*self._homes.spot_of(cell), text, Refusal.NO_NUMBER))
        return sorted(found, key=lambda each: (each.row, each.column))

    def _unit_doubts(self) -> Iterator[RefusedText]:
        """Units that contradict each other, and amounts whose unit nothing names: of these the head of the first."""
        yield from self._units.contradictions(list(self._amounts.values()))
        if len(self._template.money_units) < 2:
            return
        for cell, (row, column) in self._amounts.items():
            is_bare = not self._names_its_unit(cell) and _has_content(cell, self._texts.get(cell, ""))
            if is_bare and self._units.unit_at(row, column) is None:
                head = (self._parts.funds.head, column)
                yield RefusedText(*head, self._homes.text_at(head), Refusal.NO_UNIT)
                return

    def _names_its_unit(self, cell: FieldRef) -> bool:
        """Whether the amount says itself what it is worth: 15万元."""
        return not _MONEY_WORDS.isdisjoint(self._texts.get(cell, ""))

    def _expected_figures(self, own: Figures, key: str, kind: str) -> tuple[Decimal | None, ...]:
        """The calculated figures that may stand in that row."""
        rules = self._template.execution
        if key == _TOTAL_ROW:
            return own.weight_total, own.score_total, self._template.full_mark
        if kind == "rate":
            return (execution_rate(own.funds[key], rules),)
        return (rules.weight,) if key == "total" and kind == "weight" else ()

    def _keep_text(self, cell: FieldRef, row: int, column: int, text: str, *, is_part: bool = False) -> bool:
        """Keep the first text for a cell; another one later, or one that is too long, becomes a doubt.

        `is_part` says that more stands in the same cell of the block.
        """
        spot, text = (row, column), text.strip()
        if cell == _YEAR:
            text = next((str(word.year) for word in labels.year_words(text)), text)
        if len(text) > texts.max_length(cell):
            self._homes.refuse(spot, text, Refusal.TOO_LONG)
            return False
        if self._texts.setdefault(cell, text) != text:
            if is_part:
                self._homes.refuse(spot, text, Refusal.UNKNOWN)
            return False
        self._homes.give(spot, cell, text)
        return True

    def _filled_cells(self, row: int, columns: range | None = None) -> Iterator[tuple[int, str]]:
        texts = self._block[row]
        for column in range(len(texts)) if columns is None else columns:
            if texts[column].strip():
                yield column, texts[column]


def _head_extents(heads: Iterable[int], width: int) -> Iterator[tuple[int, range]]:
    """Each head's column with the columns below it: up to the next head, as merged cells are."""
    starts = sorted(heads)
    for start, end in zip(starts, [*starts[1:], width], strict=True):
        yield start, range(start, end)


def _without_blank_sign(text: str) -> str:
    """The text, or "" where it is only a stroke that stands for nothing."""
    return "" if text.strip() in _BLANK_SIGNS else text


def _has_content(cell: FieldRef, text: str) -> bool:
    """Whether the text is more than a blank, or a dash for one."""
    if not edits.is_numeric(cell):
        return bool(text.strip())
    try:
        return amounts.parse(text) is not None
    except amounts.NotAnAmount:
        return True


def _is_own_figure(text: str, kind: str, expected: Iterable[Decimal | None]) -> bool:
    """Whether the text is one of the calculated figures to two places; a rate may have fewer decimals."""
    try:
        figure = amounts.parse(text.strip().rstrip("%％") if kind == "rate" else text)
    except amounts.NotAnAmount:
        return False
    if figure is None:
        return True
    places = min(_PLACES, max(0, -int(figure.as_tuple().exponent))) if kind == "rate" else _PLACES
    figure = amounts.round_half_up(figure, places)
    return any(own is not None and amounts.round_half_up(own, places) == figure for own in expected)
