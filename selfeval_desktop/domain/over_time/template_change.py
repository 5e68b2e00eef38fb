"""A form put under another template, or another version of its own: cells that are kept, dropped and restored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.annotations import DroppedText
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Indicator, MoneyUnit
from selfeval_desktop.domain.form.funds import calculated_total
from selfeval_desktop.domain.form.template import Column, Template
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.domain.scoring.calculated import clear_calculated_cells
from selfeval_desktop.domain.scoring.scores import level_name

MONEY_UNIT = FieldRef.head("money_unit")


@dataclass(frozen=True, slots=True)
class RetemplatedForm:
    """A form under another template, and what became of its filled-in cells.

    `kept` exist there, too; `dropped` do not, and are listed with their texts; `restored` were dropped by an
    earlier template and exist again, in `form`.
    """

    form: Form
    kept: tuple[FieldRef, ...]
    dropped: Mapping[FieldRef, str]
    restored: tuple[FieldRef, ...]


def change_template(form: Form, old: Template, new: Template) -> RetemplatedForm:
    """The form under `new` instead of `old`.

    Cells go by their keys. Official names of levels are spelled as `new` does, and money is put into a unit
    that it knows. A text without a cell is kept as an annotation, as is the unit, until a template has the cell
    and it is blank. A total keeps its figure when parts of it stay behind, and is left to them when they come back.
    """
    filled = tuple(filled_cells(form))
    dropped = {cell: _text_with_unit(form, cell) for cell in filled if not template_has_cell(new, cell)}
    unit = _choose_money_unit(form, new)
    gone = dropped if form.money_unit in new.money_units else {**dropped, MONEY_UNIT: form.money_unit}
    aside = {form.annotation_key(cell): DroppedText(text, old.id, old.version) for cell, text in gone.items()}
    moved = _convert_money_unit(_respell_levels(_without_cells(form, dropped, new), old, new), unit)
    moved = _with_totals(moved, form, old, dropped)
    moved, restored = _restore_dropped(moved, form.annotations.dropped, new)
    moved = _recalculate_totals(moved, new, _totals_of(restored))
    back = {*map(moved.annotation_key, restored), *([MONEY_UNIT] if unit != form.money_unit else [])}
    kept = {cell: text for cell, text in form.annotations.dropped.items() if cell not in back}
    annotations = replace(form.annotations, dropped={**kept, **aside})
    moved = replace(moved, template=new.id, template_version=new.version, annotations=annotations)
    return RetemplatedForm(moved, tuple(cell for cell in filled if cell not in dropped), dropped, restored)


def template_has_cell(template: Template, cell: FieldRef) -> bool:
    """Whether the template has that cell. 达成情况 stands in no column, and goes with every row."""
    columns = template.funds.columns if cell.part in {"head", "funds"} else template.indicators.columns
    match cell.part:
        case "head" if cell.extra:
            return str(cell) in _further_addresses(template)
        case "head":
            return cell.column != "execution_score" or _is_among(columns, FieldRef.fund("total", "score"))
        case "goals":
            return any(column.key == cell.column for column in template.goals.columns)
        case "funds":
            return any(row.key == cell.row for row in template.funds.rows) and _is_among(columns, cell)
        case "indicators":
            return cell.column == "achievement" or _is_among(columns, cell)


def _further_addresses(template: Template) -> set[str]:
    """Fields outside the tables that only this template has, as FieldRef texts."""
    declared = {f"fields.{each.key}" for each in template.further_fields}
    return declared | {cell.field for row in (*template.head, *template.foot) for cell in row}


def _is_among(columns: Iterable[Column], cell: FieldRef) -> bool:
    return any((column.key, column.extra) == (cell.column, cell.extra) for column in columns)


def _text_with_unit(form: Form, cell: FieldRef) -> str:
    """The text of a cell; an amount with its money unit, which may differ when the text is restored."""
    text = edits.cell_text(form, cell)
    is_amount = cell.part == "funds" and not cell.extra and cell not in form.unread
    return f"{text}{form.money_unit}" if is_amount else text


def _with_totals(moved: Form, form: Form, old: Template, dropped: Iterable[FieldRef]) -> Form:
    """The form with those totals typed in that `old` calculates from cells which are dropped, where they can be read."""
    summed = calculated_total(form, old)
    for cell in _totals_of(dropped):
        amount = summed.amount(cell.column)
        if amount is not None and not edits.cell_text(moved, cell):
            typed = edits.set_cell(moved, cell, f"{amounts.plain_number(amount)}{form.money_unit}")
            moved = moved if cell in typed.unread else typed
    return moved


def _recalculate_totals(form: Form, template: Template, totals: set[FieldRef]) -> Form:
    """The form with these totals cleared where calculating gives the same figure; an empty total row is removed."""
    form = clear_calculated_cells(form, template, totals)
    if totals and form.fund_line("total") == FundLine():
        form = replace(form, funds={key: line for key, line in form.funds.items() if key != "total"})
    return form


def _totals_of(cells: Iterable[FieldRef]) -> set[FieldRef]:
    """The totals of the columns in which these cells are parts."""
    parts = (cell for cell in cells if cell.part == "funds" and cell.row != "total" and not cell.extra)
    return {FieldRef.fund("total", cell.column) for cell in parts if cell.column in edits.MONEY_COLUMNS}


def _without_cells(form: Form, cells: Iterable[FieldRef], new: Template) -> Form:
    """The form with these cells blank, without blank further fields and without fund rows that the template lacks."""
    for cell in cells:
        form = edits.set_cell(form, cell, "")
    rows = {row.key for row in new.funds.rows}
    return replace(
        form,
        fields=_without_blanks(form.fields),
        funds={
            key: replace(line, fields=_without_blanks(line.fields)) for key, line in form.funds.items() if key in rows
        },
        indicators=tuple(replace(row, fields=_without_blanks(row.fields)) for row in form.indicators),
    )


def _without_blanks(fields: Mapping[str, str]) -> Mapping[str, str]:
    return {key: text for key, text in fields.items() if text}


def _respell_levels(form: Form, old: Template, new: Template) -> Form:
    """Levels that are named just as the old template has it, as the new one has it."""
    first = _spelling_map((level.name for level in old.levels), (level.name for level in new.levels))
    second = _spelling_map(
        (name for level in old.levels for name in level.level2),
        (name for level in new.levels for name in level.level2),
    )

    def respell_row(row: Indicator) -> Indicator:
        level1, level2 = first.get(row.level1, row.level1), second.get(row.level2, row.level2)
        return replace(row, level1=level1, level2=level2)

    return replace(form, indicators=tuple(map(respell_row, form.indicators)))


def _spelling_map(old: Iterable[str], new: Iterable[str]) -> dict[str, str]:
    known = {level_name(name): name for name in new}
    return {name: known[level_name(name)] for name in old if level_name(name) in known}


def _choose_money_unit(form: Form, new: Template) -> MoneyUnit:
    """The unit that an earlier template took away, else the present one, as far as the new template has it."""
    kept = form.annotations.dropped.get(MONEY_UNIT)
    wanted = (kept.text if kept else "", form.money_unit)
    return next((unit for name in wanted for unit in new.money_units if unit == name), new.money_units[0])


def _convert_money_unit(form: Form, unit: MoneyUnit) -> Form:
    """The same money in that unit; an amount that would need more than 6 places stays as text, to be looked at."""
    if unit == form.money_unit:
        return form
    moved = replace(form, money_unit=unit)
    for cell in filled_cells(form):
        if cell.part == "funds" and not cell.extra:
            moved = edits.set_cell(moved, cell, _text_with_unit(form, cell))
    return moved


def _restore_dropped(
    form: Form, dropped: Mapping[FieldRef, DroppedText], new: Template
) -> tuple[Form, tuple[FieldRef, ...]]:
    """The form with what was dropped before put back where there is a blank cell for it, and these cells."""
    back = []
    for beside, kept in dropped.items():
        cell = form.annotated_cell(beside)
        if cell is not None and cell != MONEY_UNIT and template_has_cell(new, cell) and not edits.cell_text(form, cell):
            form = edits.set_cell(form, cell, kept.text)
            back.append(cell)
    return form, tuple(back)
