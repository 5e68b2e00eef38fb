"""What must hold inside a template beyond its types: rows that fill the sheet, sums, and names that lead somewhere."""

from collections.abc import Iterable, Iterator, Sequence
from string import Formatter

from selfeval_desktop.app.errors import FileProblem
from selfeval_desktop.codec import strict
from selfeval_desktop.codec.strict import Complaint, Steps
from selfeval_desktop.domain.form.amounts import ZERO
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.funds import COLUMNS as AMOUNTS
from selfeval_desktop.domain.form.template import CheckLimits, Column, Template
from selfeval_desktop.domain.rules.catalogue import RULES

_HEAD = frozenset({"project_name", "department", "unit", "year"})
_GOALS = ("expected", "actual")
# The kind of each column that every form has; further ones may be of the others.
_INDICATOR_KINDS = {
    **dict.fromkeys(("level1", "level2"), "level"),
    **dict.fromkeys(("level3", "target", "actual", "deviation"), "text"),
    "weight": "weight",
    "score": "score",
}
_FUND_KINDS = {**dict.fromkeys(AMOUNTS, "amount"), "weight": "weight", "rate": "rate", "score": "score"}
_FURTHER_INDICATOR_KINDS = ("text", "operator", "unit", "deduction")
_ONCE = ("operator", "unit", "deduction")
_FEWEST_CHOICES = 2


def template_contradictions(template: Template) -> Iterator[Complaint]:
    """Every contradiction; those that make others follow come first."""
    yield from _check_columns(template)
    yield from _check_spans(template)
    yield from _check_levels(template)
    yield from _check_settings(template)
    yield from _check_further_fields(template)
    yield from _check_addresses(template)
    yield from _check_text_patterns(template)
    yield from _check_limits(template)


def _bad_value(steps: Steps, found: str) -> Complaint:
    return Complaint(steps, FileProblem.BAD_VALUE, strict.shorten_quote(found))


def _repeated_names(steps: Steps, names: Iterable[str]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield Complaint(steps, FileProblem.DUPLICATE_KEY, strict.shorten_quote(name))
        seen.add(name)


def _check_columns(template: Template) -> Iterator[Complaint]:
    """The columns and rows that every form has, each of its kind, and further ones with keys of their own."""
    funds, goals, indicators = template.funds, template.goals, template.indicators
    yield from _check_column_kinds(("funds", "columns"), funds.columns, _FUND_KINDS, ("text",))
    yield from _check_column_kinds(
        ("indicators", "columns"), indicators.columns, _INDICATOR_KINDS, _FURTHER_INDICATOR_KINDS
    )
    yield from _repeated_names(("funds", "rows"), (row.key for row in funds.rows))
    for index, row in enumerate(funds.rows):
        if not _is_key(row.key):
            yield _bad_value(("funds", "rows", index, "key"), row.key)
    if all(row.key != "total" for row in funds.rows):
        yield Complaint(("funds", "rows", "total"), FileProblem.MISSING_KEY)
    yield from _missing_columns(("funds", "columns"), funds.columns, (template.execution.denominator, "executed"))
    yield from _missing_columns(("indicators", "columns"), indicators.columns, (*_INDICATOR_KINDS,), but="deviation")
    yield from _missing_columns(("indicators", "columns"), indicators.printed_columns, ("score",))
    yield from _repeated_names(("goals", "columns"), (column.key for column in goals.columns))
    for index, goal in enumerate(goals.columns):
        if goal.key not in _GOALS:
            yield _bad_value(("goals", "columns", index, "key"), goal.key)


def _check_column_kinds(
    steps: Steps, columns: Sequence[Column], own: dict[str, str], further: Sequence[str]
) -> Iterator[Complaint]:
    yield from _repeated_names(steps, (column.key for column in columns))
    yield from _repeated_names(steps, (column.kind for column in columns if column.kind in _ONCE))
    for index, column in enumerate(columns):
        if not _is_key(column.key) or (column.key in own) is column.extra:
            yield _bad_value((*steps, index, "key"), column.key)
        elif column.kind not in (further if column.extra else (own[column.key],)):
            yield _bad_value((*steps, index, "kind"), column.kind)


def _missing_columns(
    steps: Steps, columns: Iterable[Column], keys: Iterable[str], but: str = ""
) -> Iterator[Complaint]:
    present = {column.key for column in columns}
    for key in keys:
        if key not in present and key != but:
            yield Complaint((*steps, key), FileProblem.MISSING_KEY)


def _check_spans(template: Template) -> Iterator[Complaint]:
    """Each kind of row of the sheet takes all base columns, each of its cells one at least."""
    for steps, spans in _row_spans(template):
        if sum(spans) != len(template.columns) or min(spans) < 1:
            yield Complaint(steps, FileProblem.WRONG_SPANS, str(sum(spans)))


def _row_spans(template: Template) -> Iterator[tuple[Steps, list[int]]]:
    for name, rows in (("head", template.head), ("foot", template.foot)):
        for index, row in enumerate(rows):
            yield (name, index), [cell.span for cell in row] or [0]
    funds, goals, indicators = template.funds, template.goals, template.indicators
    columns = [column.span for column in funds.printed_columns]
    yield ("funds", "columns"), [funds.side.span, funds.label_span, *columns]
    if goals.columns:
        yield ("goals", "columns"), [goals.side.span, *(column.span for column in goals.columns)]
    columns = [column.span for column in indicators.printed_columns]
    yield ("indicators", "columns"), [indicators.side.span, *columns]


def _check_levels(template: Template) -> Iterator[Complaint]:
    """Classes have names and points, and make up the full mark with the execution."""
    yield from _repeated_names(("levels",), (level.name for level in template.levels))
    for index, level in enumerate(template.levels):
        for key, names in (("name", (level.name,)), ("level2", level.level2)):
            if not all(name.strip() for name in names):
                yield _bad_value(("levels", index, key), "")
        if level.weight <= ZERO:
            yield _bad_value(("levels", index, "weight"), str(level.weight))
        for name in level.level2_weights:
            if name not in level.level2:
                yield Complaint(
                    ("levels", index, "level2_weights", name),
                    FileProblem.UNKNOWN_KEY,
                    strict.shorten_quote(name),
                )
    weights = template.execution.weight + sum((level.weight for level in template.levels), ZERO)
    if weights != template.full_mark:
        yield Complaint(("levels",), FileProblem.WRONG_WEIGHTS, str(weights))


def _check_settings(template: Template) -> Iterator[Complaint]:
    """Money units, steps, bands and paper: a value that needs another, or is out of its range."""
    bands, paper = template.scoring.bands, template.paper
    if not template.money_units:
        yield Complaint(("money_units",), FileProblem.MISSING_KEY)
    if template.execution.method == "steps" and not template.execution.steps:
        yield Complaint(("execution", "steps"), FileProblem.MISSING_KEY)
    if not ZERO <= bands.partly <= bands.met <= 1:
        yield _bad_value(("scoring", "bands", "met"), str(bands.met))
    for key, inner in (
        ("width", paper.width - paper.left - paper.right),
        ("height", paper.height - paper.top - paper.bottom),
    ):
        if inner <= 0:
            yield _bad_value(("paper", key), str(inner))
    for code in template.severities:
        if code not in RULES:
            yield Complaint(("severities", code), FileProblem.UNKNOWN_KEY, strict.shorten_quote(code))


def _check_further_fields(template: Template) -> Iterator[Complaint]:
    """Further values have keys of their own; a choice offers something, and nothing else does."""
    yield from _repeated_names(("fields",), (each.key for each in template.further_fields))
    for index, each in enumerate(template.fields):
        if not _is_key(each.key):
            yield _bad_value(("fields", index, "key"), each.key)
        if each.kind == "choice" and len(set(each.choices)) < _FEWEST_CHOICES:
            yield _bad_value(("fields", index, "choices"), "、".join(each.choices))
        elif each.kind != "choice" and each.choices:
            yield _bad_value(("fields", index, "kind"), each.kind)
    for index, each in enumerate(template.signature.cells):
        if not _is_key(each.key) or each.kind != "line" or each.choices:
            yield _bad_value(("signature", "cells", index, "key"), each.key)


def _check_addresses(template: Template) -> Iterator[Complaint]:
    """The values in head and foot are the form's own, or declared among the further ones."""
    for name, rows in (("head", template.head), ("foot", template.foot)):
        for index, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell.field and not _is_outside_tables(cell.field, template):
                    yield _bad_value((name, index, place, "field"), cell.field)


def _check_text_patterns(template: Template) -> Iterator[Complaint]:
    """Texts with placeholders such as {year} have only those that the program fills in."""
    head = frozenset({"year", "project_name"})
    for steps, text, names in (
        (("title",), template.title, head),
        (("year_line",), template.year_line, head),
        (("funds", "side", "text"), template.funds.side.text, frozenset({"money_unit"})),
        (("indicators", "level1_text"), template.indicators.level1_text, frozenset({"name", "weight"})),
    ):
        try:
            parts = list(Formatter().parse(text))
        except ValueError:
            yield _bad_value(steps, text)
            continue
        if any(name is not None and (name not in names or spec or mark) for _, name, spec, mark in parts):
            yield _bad_value(steps, text)


def _check_limits(template: Template) -> Iterator[Complaint]:
    """Figures of checks are for cells that the template has; lost points have a place for their reason."""
    limits = template.limits
    if limits.description and limits.description not in _further_columns(template.indicators.columns):
        yield _bad_value(("limits", "description"), limits.description)
    is_set = limits.reason_rate is not None or limits.reason_cell != CheckLimits().reason_cell
    if is_set and not _has_cell(limits.reason_cell, template):
        yield _bad_value(("limits", "reason_cell"), limits.reason_cell)
    if limits.whole_reason:
        if not _is_outside_tables(limits.whole_reason, template):
            yield _bad_value(("limits", "whole_reason"), limits.whole_reason)
    elif all(column.key != "deviation" for column in template.indicators.columns):
        yield Complaint(("limits", "whole_reason"), FileProblem.MISSING_KEY)
    for address in limits.texts:
        if not _has_cell(address.replace("indicators.", "indicators[0].", 1), template):
            yield Complaint(("limits", "texts", address), FileProblem.UNKNOWN_KEY, strict.shorten_quote(address))


def _has_cell(address: str, template: Template) -> bool:
    """Whether a form of the template has that cell."""
    if not _is_address(address):
        return False
    field = FieldRef.parse(address)
    match field.part:
        case "head":
            return _is_outside_tables(address, template)
        case "goals":
            return any(column.key == field.column for column in template.goals.columns)
        case "funds":
            has_row = any(row.key == field.row for row in template.funds.rows)
            return has_row and _has_column(field, template.funds.columns)
        case "indicators":
            return _has_column(field, template.indicators.columns)


def _has_column(field: FieldRef, columns: Iterable[Column]) -> bool:
    return any((column.key, column.extra) == (field.column, field.extra) for column in columns)


def _is_outside_tables(address: str, template: Template) -> bool:
    if not _is_address(address):
        return False
    field = FieldRef.parse(address)
    if field.part != "head":
        return False
    return template.further_field(field.column) is not None if field.extra else field.column in _HEAD


def _further_columns(columns: Iterable[Column]) -> set[str]:
    return {column.key for column in columns if column.extra}


def _is_key(text: str) -> bool:
    return _is_address(f"fields.{text}")


def _is_address(text: str) -> bool:
    try:
        return FieldRef.parse(text) != FieldRef.indicators()
    except ValueError:
        return False
