"""The indicator grid: the form's columns and one more, 达成情况, that is not printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from selfeval_desktop.app.ledger.session import FormSession, FormState
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Achievement, Form, Indicator
from selfeval_desktop.domain.form.merged_levels import level_spans
from selfeval_desktop.domain.form.template import Column
from selfeval_desktop.domain.layout.cell_texts import number_text
from selfeval_desktop.domain.reading.pasting import PasteResult, paste_rows
from selfeval_desktop.domain.rules.findings import Finding
from selfeval_desktop.domain.scoring import graded_words, measures, scores
from selfeval_desktop.domain.scoring.measures import Direction
from selfeval_desktop.domain.scoring.scores import level_text
from selfeval_desktop.domain.scoring.targets import OPERATORS
from selfeval_desktop.ui.document.cells import (
    Cell,
    FindingsByField,
    findings_by_field,
    overridable_cell,
    shown_number,
    with_annotations,
)
from selfeval_desktop.ui.document.form_table_model import NOWHERE, FormTableModel, Index
from selfeval_desktop.ui.kit.list_model import common_ends
from selfeval_desktop.wording import labels
from selfeval_desktop.wording.labels import UndoLabel

ACHIEVEMENT = "achievement"


@dataclass(frozen=True, slots=True)
class MergedLevelSpan:
    """Rows `row`…`row + count - 1` of a level column shown as one cell."""

    row: int
    column: int
    count: int


class IndicatorsModel(FormTableModel):
    """One line for each indicator; the last column is the achievement of 定性 rows."""

    def __init__(self, session: FormSession, parent: QObject | None = None) -> None:
        self._bases: list[tuple[object, ...]] = []
        self._merged: tuple[FormState | None, dict[tuple[int, int], range]] | None = None
        super().__init__(session, parent)

    @property
    def template_columns(self) -> tuple[Column, ...]:
        """The template's columns; the achievement follows them."""
        return () if self._state is None else self._state.template.indicators.columns

    def row_keys(self) -> tuple[int, ...]:
        """The keys of the rows, from top to bottom."""
        return () if self._state is None else tuple(row.key for row in self._state.form.indicators)

    def is_fresh(self, row: int) -> bool:
        """Whether nothing but the levels of the row is filled in."""
        return self._state is not None and edits.is_unfilled_row(self._state.form, row)

    def column_of(self, key: str) -> int:
        """Where the column with that key stands; the achievement where there is none."""
        keys = [column.key for column in self.template_columns]
        return keys.index(key) if key in keys else len(keys)

    def merged_with(self, field: FieldRef) -> tuple[FieldRef, ...]:
        """The cells of the merged one that this cell belongs to; none where nothing is merged."""
        index = self.index_of(field)
        if field.extra or not index.isValid() or field.column not in {"level1", "level2"}:
            return ()
        return tuple(FieldRef.indicator(row, field.column) for row in self._merged_rows(index))

    def cell_choices(self, index: Index) -> tuple[str, ...]:
        """Operators, or the template's names for a level cell; for level 2 those of the row's level 1."""
        if self._state is None:
            return ()
        if self.template_columns[index.column()].kind == "operator":
            return OPERATORS
        levels = self._state.template.levels
        if self.template_columns[index.column()].key == "level1":
            return tuple(level.name for level in levels)
        level1 = scores.class_of(self._state.form.indicators[index.row()].level1, self._state.template)
        return tuple(name for level in levels if level1 in {None, level.name} for name in level.level2)

    def word_choices(self, index: Index) -> tuple[tuple[str, str], ...]:
        """Answers to a target in words, with the grade that each suggests; none in other cells."""
        if self._state is None or index.column() != self.column_of("actual"):
            return ()
        row = self._state.form.indicators[index.row()]
        return tuple(
            (f"{text}　（{labels.grade_name(grade)}{self._score_band_text(row, grade)}）", text)
            for text, grade in graded_words.proposed_answers(row.target)
        )

    def achievement_choices(self, place: int) -> tuple[tuple[str, str], ...]:
        """The grades of that row with the scores that each allows; the one that the words suggest says so."""
        if self._state is None:
            return ()
        row = self._state.form.indicators[place]
        suggested = graded_words.suggest_achievement(row.target, row.actual)
        found = []
        for grade, name in labels.grade_names().items():
            told = self._score_band_text(row, grade) + (self.tr("，建议") if grade == suggested else "")
            found.append((f"{name}　{told.strip('，')}" if told else name, name))
        return tuple(found)

    def _score_band_text(self, row: Indicator, grade: Achievement) -> str:
        """The scores that a grade allows; "" while the row has no weight."""
        if self._state is None or row.weight is None or row.weight <= 0:
            return ""
        low, high = scores.achievement_band(row.weight, grade, self._state.template.scoring.bands)
        return self.tr("，{low}–{high} 分").format(low=amounts.plain_number(low), high=amounts.plain_number(high))

    def merged_level_spans(self) -> tuple[MergedLevelSpan, ...]:
        """The merged level cells, as the paper has them.

        A row of which nothing but its levels is filled in stands alone, so that they can still be changed.
        """
        if self._state is None:
            return ()
        form = self._state.form
        fresh = {place for place in range(len(form.indicators)) if edits.is_unfilled_row(form, place)}
        spans = []
        for key, first, count in level_spans(form):
            column, start = self.column_of(key), first
            for place in range(first, first + count + 1):
                if place == first + count or place in fresh:
                    if place - start > 1:
                        spans.append(MergedLevelSpan(start, column, place - start))
                    start = place + 1
        return tuple(spans)

    def _column_and_row_heads(self, state: FormState) -> tuple[tuple[str, ...], tuple[str, ...]]:
        printed = ("".join(column.heading.split()) for column in state.template.indicators.columns)
        rows = tuple(str(place) for place in range(1, len(state.form.indicators) + 1))
        return (*printed, self.tr("达成情况")), rows

    def _head_address(self, section: int, orientation: Qt.Orientation) -> FieldRef | None:
        if self._state is None or orientation == Qt.Orientation.Vertical:
            return None
        if section == len(self.template_columns):
            return FieldRef("indicators", ACHIEVEMENT)
        column = self.template_columns[section]
        return FieldRef("indicators", column.key, extra=column.extra)

    def _lay_out(self, state: FormState) -> list[list[Cell]]:
        form, figures, findings = state.form, state.evaluation, state.found.open
        found = findings_by_field(findings)
        found_in: dict[object, list[Finding]] = {}
        for finding in findings:
            found_in.setdefault(finding.field.row, []).append(finding)
        unread: dict[object, list[str]] = {}
        for field, text in form.unread.items():
            unread.setdefault(field.row, []).append(text)
        beside: dict[object, list[object]] = {}
        for aside in (*form.annotations.origins.items(), *form.annotations.notes.items()):
            beside.setdefault(aside[0].row, []).append(aside)
        bases: list[tuple[object, ...]] = [
            (state.template.id, row, score, found_in.get(place), unread.get(place), beside.get(row.key))
            for place, (row, score) in enumerate(zip(form.indicators, figures.calculated_scores, strict=True))
        ]
        before, self._bases = self._bases, bases
        return [
            self._cells[place]
            if place < len(self._cells) and before[place] == base
            else self._row_cells(state, place, found)
            for place, base in enumerate(bases)
        ]

    def _row_cells(self, state: FormState, place: int, found: FindingsByField) -> list[Cell]:
        columns = state.template.indicators.columns
        line = [self._template_cell(state, place, column, found) for column in columns]
        line.append(self._achievement_cell(state, place, found))
        return [with_annotations(cell, state.form) for cell in line]

    def _template_cell(self, state: FormState, place: int, column: Column, found: FindingsByField) -> Cell:
        field = FieldRef.indicator(place, column.key, extra=column.extra)
        findings = found.get(field, ())
        if column.kind == "score":
            proposal = state.evaluation.calculated_scores[place]
            calculated = "" if proposal is None else number_text(proposal, column.kind, column.places)
            typed = shown_number(state.form, field, column)
            return overridable_cell(typed, calculated, field, column.align, findings)
        if column.kind == "weight":
            text = shown_number(state.form, field, column)
        else:
            text = edits.cell_text(state.form, field)
        if column.kind == "level":
            text = level_text(text, state.template)
        return Cell(text, field, column.align, findings, editable=True)

    def _achievement_cell(self, state: FormState, place: int, found: FindingsByField) -> Cell:
        row, field = state.form.indicators[place], FieldRef.indicator(place, ACHIEVEMENT)
        if not row.target.strip() or measures.read_measure(row.target).direction is not Direction.WORDS:
            return Cell(field=field, grey=True, findings=found.get(field, ()))
        words = labels.grade_names()
        typed = "" if row.achievement is None else words[row.achievement]
        stated = measures.achievement_in(row.actual)
        calculated = "" if stated is None else words[stated]
        return overridable_cell(typed, calculated, field, "center", found.get(field, ()))

    def _with_pasted_block(
        self, state: FormState, block: Sequence[Sequence[str]], first: int, left: int, progress: Progress
    ) -> PasteResult:
        return paste_rows(state.form, state.template, block, first, left, progress=progress)

    def _edit_text(self, cell: Cell) -> str:
        if cell.field is not None and cell.field.column == ACHIEVEMENT:
            return "" if cell.grey else cell.text
        return super()._edit_text(cell)

    def _with_typed_text(self, form: Form, index: Index, text: str) -> Form:
        if index.column() == len(self.template_columns):
            chosen = {word: grade for grade, word in labels.grade_names().items()}
            return edits.set_achievement(form, index.row(), chosen.get(text.strip()))
        if self._is_level(index):
            key = self.template_columns[index.column()].key
            return edits.set_level(form, self._merged_rows(index), key, text)
        return super()._with_typed_text(form, index, text)

    def _merged_fields(self, index: Index, field: FieldRef) -> tuple[FieldRef, ...]:
        return self.merged_with(field) or (field,)

    def _write_texts(self, texts: Iterable[tuple[Index, str]], deed: UndoLabel) -> None:
        """Where other columns are filled too, a merged level cell changes only if all of its rows are among the rows filled."""
        chosen = list(texts)
        rows = {index.row() for index, _ in chosen}
        has_others = any(not self._is_level(index) for index, _ in chosen)
        meant: dict[tuple[int, int], tuple[Index, str]] = {}
        for index, text in chosen:
            shared = self._merged_rows(index)
            if not has_others or rows.issuperset(shared):
                # Once for all rows of a merged cell.
                meant.setdefault((shared.start, index.column()), (index, text))
        super()._write_texts(meant.values(), deed)

    def _is_level(self, index: Index) -> bool:
        return index.column() < len(self.template_columns) and self.template_columns[index.column()].kind == "level"

    def _merged_rows(self, index: Index) -> range:
        """The rows of the merged cell that the index belongs to; its own row where nothing is merged."""
        if self._merged is None or self._merged[0] is not self._state:
            spans = {
                (row, span.column): range(span.row, span.row + span.count)
                for span in self.merged_level_spans()
                for row in range(span.row, span.row + span.count)
            }
            self._merged = self._state, spans
        alone = range(index.row(), index.row() + 1)
        return self._merged[1].get((index.row(), index.column()), alone)

    def _replace_cells(self, state: FormState | None, cells: list[list[Cell]]) -> None:
        """Remove and insert rows by their keys, then compare the cells of the rows that stayed."""
        assert self._state is not None
        assert state is not None
        old = [row.key for row in self._state.form.indicators]
        new = [row.key for row in state.form.indicators]
        if len(old) != len(new):
            first, last = common_ends(old, new)
            self._state = state
            if gone := len(old) - first - last:
                self.beginRemoveRows(NOWHERE, first, first + gone - 1)
                del self._cells[first : first + gone]
                self.endRemoveRows()
            if come := len(new) - first - last:
                self.beginInsertRows(NOWHERE, first, first + come - 1)
                self._cells[first:first] = cells[first : first + come]
                self.endInsertRows()
        super()._replace_cells(state, cells)
        if len(old) != len(new):
            self._index_cells()
