"""The model of the funds table: amounts as typed, calculated figures in grey."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

from selfeval_desktop.app.ledger.session import FormState
from selfeval_desktop.app.ports.documents import Progress
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Column, FundRow
from selfeval_desktop.domain.form.texts import max_length
from selfeval_desktop.domain.layout.cell_texts import number_text
from selfeval_desktop.domain.reading.fund_block import map_fund_block
from selfeval_desktop.domain.reading.pasting import PasteResult, Refusal, RefusedText
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from selfeval_desktop.ui.document.cells import (
    Cell,
    FindingsByField,
    findings_by_field,
    overridable_cell,
    shown_number,
    with_annotations,
)
from selfeval_desktop.ui.document.form_table_model import NOWHERE, FormTableModel, Index

EXECUTION_SCORE = FieldRef.head("execution_score")


class FundsModel(FormTableModel):
    """Rows and columns of the template's funds block, in the form's order."""

    def _column_and_row_heads(self, state: FormState) -> tuple[tuple[str, ...], tuple[str, ...]]:
        layout = state.template.funds
        columns = tuple("".join(column.heading.split()) for column in layout.columns)
        return columns, tuple("".join(row.label.split()) for row in layout.rows)

    def _lay_out(self, state: FormState) -> list[list[Cell]]:
        found = findings_by_field(state.found.open)
        layout = state.template.funds
        return [
            [with_annotations(_fund_cell(state, row, column, found), state.form) for column in layout.columns]
            for row in layout.rows
        ]

    def cell_address(self, index: Index) -> FieldRef | None:
        kept = super().cell_address(index)
        if kept is not None or self._state is None or not index.isValid():
            return kept
        layout = self._state.template.funds
        return FieldRef.fund(layout.rows[index.row()].key, layout.columns[index.column()].key)

    def _with_pasted_block(
        self, state: FormState, block: Sequence[Sequence[str]], first: int, left: int, progress: Progress
    ) -> PasteResult:
        """A block row that fits no row of the table is refused once, not once for each of its cells."""
        progress(0, len(block))
        places = map_fund_block(block, state.template.funds, first, left)
        form, refused, came = state.form, [], []
        for row, (texts, line) in enumerate(zip(block, places.rows, strict=True)):
            if isinstance(line, Refusal):
                refused.append(RefusedText(row, 0, " ".join(filter(str.strip, texts)), line))
            if not isinstance(line, int):
                continue
            for column, (text, place) in enumerate(zip(texts, places.columns, strict=False)):
                if place is None:
                    continue
                index = NOWHERE if isinstance(place, Refusal) else self.index(line, place)
                cell = self.cell_at(index)
                if cell.editable and cell.field is not None and len(text) > max_length(cell.field):
                    refused.append(RefusedText(row, column, text, Refusal.TOO_LONG))
                elif cell.editable and cell.field is not None:
                    form = self._with_typed_text(form, index, text)
                    came.append(cell.field)
                elif text.strip() and text.strip() != cell.text:
                    refused.append(RefusedText(row, column, text, _refusal_reason(place, index)))
        new = [field for field in came if edits.cell_value(form, field) != edits.cell_value(state.form, field)]
        form = clear_calculated_cells(form, state.template, new)
        lines = [line for line in places.rows if isinstance(line, int) and line < self.rowCount()]
        begin = min(lines, default=first)
        return PasteResult(form, begin, max(lines, default=begin - 1) - begin + 1, tuple(refused))

    def _head_address(self, section: int, orientation: Qt.Orientation) -> FieldRef | None:
        if self._state is None:
            return None
        layout = self._state.template.funds
        if orientation == Qt.Orientation.Vertical:
            return FieldRef.fund(layout.rows[section].key, "")
        column = layout.columns[section]
        return FieldRef("funds", column.key, extra=column.extra)


def _refusal_reason(place: int | Refusal, index: Index) -> Refusal:
    if isinstance(place, Refusal):
        return place
    return Refusal.FIXED if index.isValid() else Refusal.BESIDE


def _fund_cell(state: FormState, row: FundRow, column: Column, found: FindingsByField) -> Cell:
    is_total = row.key == "total"
    if column.kind == "amount":
        return _amount_cell(state, row, column, found)
    if column.kind == "text":
        field = FieldRef.fund(row.key, column.key, extra=True)
        text = edits.cell_text(state.form, field)
        return Cell(text, field, column.align, found.get(field, ()), editable=True)
    if not is_total:
        blank = "" if column.kind == "rate" else state.template.funds.part_blank
        return Cell(blank, align=column.align, grey=True)
    if column.kind == "score":
        proposal = number_text(state.evaluation.calculated_execution_score, column.kind, column.places)
        typed = shown_number(state.form, EXECUTION_SCORE, column)
        return overridable_cell(typed, proposal, EXECUTION_SCORE, column.align, found.get(EXECUTION_SCORE, ()))
    value = state.evaluation.execution_rate if column.kind == "rate" else state.template.execution.weight
    text = "" if value is None else number_text(value, column.kind, column.places)
    return Cell(text, align=column.align, grey=True)


def _amount_cell(state: FormState, row: FundRow, column: Column, found: FindingsByField) -> Cell:
    field = FieldRef.fund(row.key, column.key)
    typed = shown_number(state.form, field, column)
    if row.key != "total" or not state.template.funds.part_rows:
        return Cell(typed, field, column.align, found.get(field, ()), editable=True)
    sum_ = state.evaluation.calculated_total.amount(column.key)
    calculated = "" if sum_ is None else number_text(sum_, column.kind)
    cell = overridable_cell(typed, calculated, field, column.align, found.get(field, ()))
    return replace(cell, grey=not typed)
