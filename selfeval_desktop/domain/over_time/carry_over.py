"""This year's form made from last year's: the plan stays, the results are blank."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.annotations import BLANK_ANNOTATIONS, ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, FundLine, Goals, Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.differences import filled_cells
from selfeval_desktop.domain.reading.labels import year_words

_RESULTS = frozenset({"deducted", "deduction", "description", "remark", "note", "reason"})
"""Keys of a template's further indicator columns that hold results, which are not carried over."""
_CLEARED_COLUMNS = frozenset({"actual", "achievement", "score", "deviation"})


class CarriedPart(StrEnum):
    """The parts of a form that can be carried over, each by itself."""

    BASICS = "basics"
    GOALS = "goals"
    INDICATORS = "indicators"
    FUNDS = "funds"


USUAL_PARTS = frozenset({CarriedPart.BASICS, CarriedPart.GOALS, CarriedPart.INDICATORS})
"""Amounts are another year's: they are carried over only when that is asked for."""


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year in a carried text, and what it would become; `is_plain` where it can hardly mean anything else.

    `before` stands at `start` of the text of `field`. Plain are the words for the year carried over from; a
    number without 年 may belong to a document, and another year to a plan of several.
    """

    field: FieldRef
    start: int
    before: str
    after: str
    is_plain: bool


@dataclass(frozen=True, slots=True)
class CarriedForm:
    """The new form, all its values but the year marked as carried over, and the years that its texts name."""

    form: Form
    mentions: tuple[YearMention, ...]


def carry_over_form(form: Form, template: Template, parts: Collection[CarriedPart], year: int) -> CarriedForm:
    """The form for that year, with these parts of it.

    Kept are names and what goes with the unit, expected goals, levels, names, targets and weights, and of the
    funds the budget. Whatever tells of the outcome is blank, and so is why the budget was changed. Private notes
    stay with the form that they were written on.
    """
    begun = edits.new_form(template, year=year)
    new = replace(begun, template=form.template, money_unit=form.money_unit)
    for part in CarriedPart:
        if part in parts:
            new = _PART_COPIERS[part](new, form, template)
    new = replace(new, unread=dict(_carried_unread_texts(form, parts)))
    cells = [cell for cell in filled_cells(new) if _is_carried_cell(cell, parts)]
    new = edits.mark_origin(replace(new, annotations=BLANK_ANNOTATIONS), cells, ValueOrigin.CARRIED)
    return CarriedForm(new, tuple(_find_year_mentions(new, cells, form.year, year)))


def replace_years(form: Form, mentions: Iterable[YearMention]) -> Form:
    """The carried form with these years replaced; their cells still wait for confirmation."""
    cells = []
    for mention in mentions:
        text = edits.cell_text(form, mention.field)
        end = mention.start + len(mention.before)
        form = edits.set_cell(form, mention.field, text[: mention.start] + mention.after + text[end:])
        cells.append(mention.field)
    return edits.mark_origin(form, cells, ValueOrigin.CARRIED)


def _with_basics(new: Form, form: Form, template: Template) -> Form:
    """Names, department, unit and further fields; of those on signature lines only the unit's own."""
    dropped = {each.key for each in template.signature.cells if each.whose != "unit"}
    dropped.add(template.limits.reason_cell.removeprefix("fields."))
    return replace(
        new,
        project_name=form.project_name,
        department=form.department,
        unit=form.unit,
        fields={key: text for key, text in form.fields.items() if key not in dropped},
    )


def _with_goals(new: Form, form: Form, _template: Template) -> Form:
    return replace(new, goals=Goals(expected=form.goals.expected))


def _with_indicators(new: Form, form: Form, template: Template) -> Form:
    return replace(new, indicators=tuple(_planned_row(row, template) for row in form.indicators))


def _with_funds(new: Form, form: Form, _template: Template) -> Form:
    return replace(new, funds={key: FundLine(line.initial, line.annual) for key, line in form.funds.items()})


_PART_COPIERS: Mapping[CarriedPart, Callable[[Form, Form, Template], Form]] = {
    CarriedPart.BASICS: _with_basics,
    CarriedPart.GOALS: _with_goals,
    CarriedPart.INDICATORS: _with_indicators,
    CarriedPart.FUNDS: _with_funds,
}


def _planned_row(row: Indicator, template: Template) -> Indicator:
    """The row with its plan only: without result, score, grade and reason."""
    results = _RESULTS | {template.limits.description}
    kept = {key: text for key, text in row.fields.items() if key not in results}
    return replace(row, actual="", achievement=None, score=None, deviation="", fields=kept)


def _carried_unread_texts(form: Form, parts: Collection[CarriedPart]) -> Iterator[tuple[FieldRef, str]]:
    """Unread texts of the carried parts: a weight that is no number is carried, too."""
    for cell, text in form.unread.items():
        is_weight = CarriedPart.INDICATORS in parts and cell.part == "indicators" and cell.column == "weight"
        is_budget = CarriedPart.FUNDS in parts and cell.part == "funds" and cell.column != "executed"
        if is_weight or is_budget:
            yield cell, text


def _is_carried_cell(cell: FieldRef, parts: Collection[CarriedPart]) -> bool:
    """Whether its value is last year's: not the chosen year, nor the template's own rows where indicators were left out."""
    if cell.part == "indicators":
        return CarriedPart.INDICATORS in parts
    return cell != FieldRef.head("year")


def _find_year_mentions(form: Form, cells: Iterable[FieldRef], old: int | None, new: int) -> Iterator[YearMention]:
    """The years in words, and the bare numbers of the old year."""
    if old is None or old == new:
        return
    for cell in cells:
        if not edits.is_text(cell):
            continue
        for found in year_words(edits.cell_text(form, cell)):
            if found.is_word or found.year == old:
                is_plain = found.is_word and found.year == old
                yield YearMention(cell, found.start, found.digits, found.shifted_digits(new - old), is_plain)
