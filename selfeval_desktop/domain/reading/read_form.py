"""A form recognised in a foreign table, and how it is filled into the open form."""

from collections import defaultdict, deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.blank_rows import find_blank_rows, without_blank_rows
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Goals, Indicator, MoneyUnit
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.reading import labels
from selfeval_desktop.domain.reading.pasting import ReadNote, RefusedText
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells

_MONEY_UNIT = FieldRef.head("money_unit")
_OF_FUNDS = frozenset({_MONEY_UNIT, FieldRef.head("execution_score")})


class ImportedPart(StrEnum):
    """The parts of a recognised form that can be taken over each by itself."""

    HEAD = "head"
    FUNDS = "funds"
    GOALS = "goals"
    INDICATORS = "indicators"


@dataclass(frozen=True, slots=True)
class ReadForm:
    """What was recognised. `taken` are the cells that the table says something of, those left to the program too.

    `money_unit` is among them only where the table names it. `doubts` are texts that were not understood
    or not taken as they stand, in the order of the table; `notes` are heads taken for others. `rows` are the heads of
    the indicators and their rows alone, the heads in the row where the table has them.
    """

    form: Form
    taken: tuple[FieldRef, ...]
    doubts: tuple[RefusedText, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[ReadNote, ...] = ()

    def unit_for(self, form: Form) -> MoneyUnit:
        """The money unit to read the amounts in: the one the table names, else that of the form they go into."""
        return self.form.money_unit if _MONEY_UNIT in self.taken else form.money_unit


def fill_recognised_cells(form: Form, template: Template, read: ReadForm) -> Form:
    """The form with all that was recognised, marked as imported; what the table leaves blank stays as it was.

    Its rows become those of the table, where that has any: one of the same name stays the row that it was.
    """
    form = _convert_money_unit(form, read.unit_for(form))
    if _has_rows(read):
        form = edits.with_rows(form, _matched_rows(form, read.form))
    cells = [cell for cell in read.taken if cell != _MONEY_UNIT]
    for cell in cells:
        form = edits.set_cell(form, cell, edits.cell_text(read.form, cell))
    form = clear_calculated_cells(form, template, cells)
    return edits.mark_origin(form, [cell for cell in cells if edits.cell_text(form, cell)], ValueOrigin.IMPORTED)


def sweep_blank_rows(read: ReadForm) -> ReadForm:
    """What was recognised without the rows that nobody filled in."""
    gone = find_blank_rows(read.form)
    kept = [place for place in range(len(read.form.indicators)) if place not in gone]
    places = {place: number for number, place in enumerate(kept)}
    taken = [
        replace(cell, row=places[cell.row]) if isinstance(cell.row, int) else cell
        for cell in read.taken
        if cell.row not in gone or not isinstance(cell.row, int)
    ]
    return replace(read, form=without_blank_rows(read.form), taken=tuple(taken))


def imported_part_of(cell: FieldRef) -> ImportedPart:
    """The part that a cell belongs to; money unit and execution score belong to the funds."""
    return ImportedPart.FUNDS if cell in _OF_FUNDS else ImportedPart(cell.part)


def select_parts(read: ReadForm, pieces: Collection[ImportedPart], template: Template) -> ReadForm:
    """What was recognised, these parts only; without indicators the rows are those of a new form. Doubts stay."""
    form, new = read.form, edits.new_form(template)
    if ImportedPart.HEAD not in pieces:
        form = replace(form, project_name="", department="", unit="", year=None, fields={})
    if ImportedPart.FUNDS not in pieces:
        form = replace(form, funds={}, execution_score=None, money_unit=new.money_unit)
    if ImportedPart.GOALS not in pieces:
        form = replace(form, goals=Goals())
    if ImportedPart.INDICATORS not in pieces:
        form = replace(form, indicators=new.indicators)
    unread = {cell: text for cell, text in form.unread.items() if imported_part_of(cell) in pieces}
    taken = tuple(cell for cell in read.taken if imported_part_of(cell) in pieces)
    return replace(read, form=replace(form, unread=unread), taken=taken)


def count_lost_rows(form: Form, read: ReadForm) -> int:
    """How many filled-in rows the form would lose because the table has no row of that name."""
    if not _has_rows(read):
        return 0
    kept = {row.key for row in _matched_rows(form, read.form)}
    return sum(
        row.key not in kept and not edits.is_unfilled_row(form, place) for place, row in enumerate(form.indicators)
    )


def _convert_money_unit(form: Form, unit: MoneyUnit) -> Form:
    """The form in that money unit, its amounts worth the same."""
    before = form
    if before.money_unit == unit:
        return form
    form = replace(form, money_unit=unit)
    for key, line in before.funds.items():
        for column in edits.MONEY_COLUMNS:
            cell, amount = FieldRef.fund(key, column), line.amount(column)
            if amount is not None:
                form = edits.set_cell(form, cell, f"{amounts.plain_number(amount)}{before.money_unit}")
    return form


def _matched_rows(form: Form, other: Form) -> list[Indicator]:
    """The rows of the other form: each as it is in this one, or blank with a key that is new to it."""
    same: Mapping[str, deque[Indicator]] = defaultdict(deque)
    for row in form.indicators:
        same[labels.bare_label(row.level3)].append(row)
    key = max((row.key for row in form.indicators), default=0)
    found = []
    for row in other.indicators:
        name = labels.bare_label(row.level3)
        if name and same[name]:
            found.append(same[name].popleft())
        else:
            key += 1
            found.append(Indicator(key))
    return found


def _has_rows(read: ReadForm) -> bool:
    """Whether indicator rows are taken over."""
    return any(cell.part == "indicators" for cell in read.taken)
