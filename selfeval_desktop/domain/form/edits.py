"""Everything that makes the next form out of one: typing into a cell, and row operations.

Every function returns a new Form and leaves the old one as it was. Text that a numeric cell cannot
read is kept in `unread`, so that nothing typed is thrown away.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from selfeval_desktop.domain.form import amounts, texts
from selfeval_desktop.domain.form.annotations import ValueOrigin
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Achievement, Form, FundLine, Goals, Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.scoring.scores import level_name
from selfeval_desktop.domain.scoring.targets import split_row

MONEY_COLUMNS = frozenset({"initial", "annual", "executed"})
POINT_COLUMNS = frozenset({"weight", "score", "execution_score"})
NUMERIC_COLUMNS = MONEY_COLUMNS | {"weight", "score"}
NUMERIC_HEADS = frozenset({"year", "execution_score"})
CHOSEN = frozenset({"template", "money_unit", "achievement"})
"""Cells whose value is chosen from a list."""
Kept = TypeVar("Kept")
Holder = TypeVar("Holder", Form, FundLine, Goals, Indicator)

FIRST_YEAR, LAST_YEAR = 1949, 2199
_POINTS = re.compile(r"(?<=[0-9０-９.．])\s*分\s*$")


def new_form(template: Template, *, year: int | None = None, department: str = "", unit: str = "") -> Form:
    """An empty form with one row for each level-1 class and its first level-2 name, ready to be filled."""
    rows = tuple(
        Indicator(key, level1=level.name, level2=level.level2[0] if level.level2 else "")
        for key, level in enumerate(template.levels, start=1)
    )
    return Form(
        template=template.id,
        year=year,
        money_unit=template.money_units[0],
        department=department,
        unit=unit,
        indicators=rows,
    )


def duplicate_form(form: Form, suffix: str) -> Form:
    """The same form under a name that says it is a copy."""
    return replace(form, project_name=form.project_name + suffix)


def is_numeric(field: FieldRef) -> bool:
    """Whether the cell takes a number: text that is none is kept as unread."""
    if field.extra or field.part == "goals":
        return False
    return field.column in (NUMERIC_HEADS if field.part == "head" else NUMERIC_COLUMNS)


def is_text(field: FieldRef) -> bool:
    """Whether the cell takes free text: neither a number nor a choice from a list."""
    return bool(field.column) and not is_numeric(field) and (field.extra or field.column not in CHOSEN)


def cell_text(form: Form, field: FieldRef) -> str:
    """What an editor of the cell starts with: the text as typed, or a number in its shortest form; "" when blank."""
    if field in form.unread:
        return form.unread[field]
    value = cell_value(form, field)
    if value is None:
        return ""
    return amounts.plain_number(value) if isinstance(value, Decimal) else str(value)


def cell_value(form: Form, field: FieldRef) -> Decimal | int | str | None:
    """The value of a cell, None when it is blank or the form has no such row."""
    holder = _cell_holder(form, field)
    if holder is None:
        return None
    if field.extra:
        return holder.fields.get(field.column, "") if not isinstance(holder, Goals) else ""
    value: Decimal | int | str | None = getattr(holder, field.column)
    return value


def set_cell(form: Form, field: FieldRef, text: str) -> Form:
    """The form with that text typed into that cell, without characters that no file can carry.

    Money may be typed in 万 or 亿 and with its unit: it is kept in the form's own; points may have 分 behind them.
    The cell loses its origin. TooLong for a text longer than `texts.max_length` of the cell.
    """
    text = texts.clean_text(text)
    if len(text) > texts.LONGEST_NAME:
        texts.refuse_longer(field, text, cell_text(form, field))
    form = confirm_cells(form, [field])
    if not is_numeric(field):
        return _with_value(form, field, text)
    unread = {other: kept for other, kept in form.unread.items() if other != field}
    try:
        value = _parse_number_cell(form, field, text)
    except amounts.NotAnAmount:
        unread[field] = text
        value = None
    return _with_value(replace(form, unread=unread), field, value)


def set_row_texts(form: Form, row: int, found: Mapping[str, str]) -> Form:
    """The form with these texts typed into the cells of a row, by column: none of them a number or a further column."""
    form = confirm_cells(form, [FieldRef.indicator(row, column) for column in found])
    changes: dict[str, Any] = {column: texts.clean_text(text) for column, text in found.items()}
    return _with_indicator(form, row, replace(form.indicators[row], **changes))


def set_achievement(form: Form, row: int, achievement: Achievement | None) -> Form:
    """The form with that grade in a 定性 row; None clears it."""
    form = confirm_cells(form, [FieldRef.indicator(row, "achievement")])
    return _with_indicator(form, row, replace(form.indicators[row], achievement=achievement))


def confirm_cells(form: Form, cells: Iterable[FieldRef]) -> Form:
    """The form with these cells confirmed: their values count as the user's own."""
    annotations = form.annotations
    if annotations.origins:
        annotations = annotations.with_confirmed_cells(map(form.annotation_key, cells))
    return form if annotations is form.annotations else replace(form, annotations=annotations)


def mark_origin(form: Form, cells: Iterable[FieldRef], origin: ValueOrigin) -> Form:
    """The form with that origin noted for these cells."""
    return replace(form, annotations=form.annotations.with_origin(map(form.annotation_key, cells), origin))


def set_note(form: Form, cell: FieldRef, text: str) -> Form:
    """The form with that private note on the cell; an empty one removes it. TooLong."""
    if len(text) > texts.LONGEST_TEXT:
        raise texts.TooLong(cell, len(text))
    return replace(
        form,
        annotations=form.annotations.with_note(form.annotation_key(cell), texts.clean_text(text).strip()),
    )


def set_level(form: Form, rows: Iterable[int], column: str, text: str) -> Form:
    """One level name for all rows of a merged cell."""
    for row in rows:
        form = set_cell(form, FieldRef.indicator(row, column), text)
    return form


def insert_row(form: Form, at: int) -> Form:
    """A new row at that place, in the group of the row above it (or below it, at the top)."""
    rows = form.indicators
    neighbour = rows[at - 1] if at > 0 else rows[0] if rows else Indicator()
    key = max((row.key for row in rows), default=0) + 1
    fresh = Indicator(key, level1=neighbour.level1, level2=neighbour.level2)
    return with_rows(form, [*rows[:at], fresh, *rows[at:]])


def add_indicators(form: Form, rows: Iterable[Indicator], template: Template) -> tuple[Form, tuple[int, ...]]:
    """The form with these rows added, and the row numbers they got. Targets are split where the template splits them.

    Each takes the place of a row of its group that is still to be filled in, else the one below the last of
    its group, or of its class, or of all; its levels are named as that group has them.
    """
    keys = []
    for row in rows:
        form, key = _add_indicator(form, split_row(row, template))
        keys.append(key)
    return form, tuple(place for place, row in enumerate(form.indicators) if row.key in keys)


def is_unfilled_row(form: Form, place: int) -> bool:
    """Whether nothing but the levels of that row is filled in."""
    row = form.indicators[place]
    if row.level3 or not replace(row, level1="", level2="").is_blank:
        return False
    return not any(field.row == place and field.part == "indicators" for field in form.unread)


def delete_rows(form: Form, rows: Iterable[int]) -> Form:
    """Without these rows."""
    gone = set(rows)
    return with_rows(form, [row for place, row in enumerate(form.indicators) if place not in gone])


def move_row(form: Form, row: int, to: int) -> Form:
    """The row at another place (counted after it was taken out)."""
    rest = [other for place, other in enumerate(form.indicators) if place != row]
    return with_rows(form, [*rest[:to], form.indicators[row], *rest[to:]])


def duplicate_rows(form: Form, rows: Sequence[int]) -> Form:
    """These rows once more, below the last of them, with their unread texts and where their values came from."""
    at, key = max(rows) + 1, 1 + max((row.key for row in form.indicators), default=0)
    sources = [form.indicators[row] for row in sorted(rows)]
    copies = [replace(row, key=key + number) for number, row in enumerate(sources)]
    grown = with_rows(form, [*form.indicators[:at], *copies, *form.indicators[at:]])
    unread = _renumbered_cells(form.unread, {row: at + number for number, row in enumerate(sorted(rows))})
    origins = _renumbered_cells(form.annotations.origins, {row.key: key + number for number, row in enumerate(sources)})
    annotations = replace(grown.annotations, origins={**grown.annotations.origins, **origins})
    return replace(grown, unread={**grown.unread, **unread}, annotations=annotations)


def regroup_rows(form: Form, rows: Iterable[int], host: int, *, below: bool) -> Form:
    """These rows above or below that one, as members of its group."""
    moved = sorted(set(rows))
    if host in moved:
        return form
    group = form.indicators[host]
    joined = [replace(form.indicators[row], level1=group.level1, level2=group.level2) for row in moved]
    rest = [row for row in form.indicators if row.key not in {each.key for each in joined}]
    at = next(place for place, row in enumerate(rest) if row.key == group.key) + below
    return with_rows(form, [*rest[:at], *joined, *rest[at:]])


def with_rows(form: Form, rows: Sequence[Indicator]) -> Form:
    """The form with its rows in that order; unread texts and annotations stay with their row, by its key."""
    place_of = {row.key: place for place, row in enumerate(rows)}
    unread = {}
    for field, text in form.unread.items():
        if field.part == "indicators" and isinstance(field.row, int):
            place = place_of.get(form.indicators[field.row].key)
            if place is None:
                continue
            field = FieldRef.indicator(place, field.column, extra=field.extra)  # noqa: PLW2901 - same text, new place
        unread[field] = text
    gone = {row.key for row in form.indicators} - place_of.keys()
    return replace(form, indicators=tuple(rows), unread=unread, annotations=form.annotations.without_rows(gone))


def number_rows(rows: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """The rows with keys 1…n, for a form that comes from outside."""
    return tuple(replace(row, key=key) for key, row in enumerate(rows, start=1))


def _renumbered_cells(kept: Mapping[FieldRef, Kept], rows: Mapping[int, int]) -> dict[FieldRef, Kept]:
    """The entries of indicator rows with row numbers or keys replaced (`rows`: old → new); all others are left out."""
    return {
        FieldRef.indicator(rows[cell.row], cell.column, extra=cell.extra): value
        for cell, value in kept.items()
        if cell.part == "indicators" and isinstance(cell.row, int) and cell.row in rows
    }


def _add_indicator(form: Form, row: Indicator) -> tuple[Form, int]:
    """The form with that row, and the key it has there."""
    group, name = _level_pair(row), level_name(row.level1)
    same_group = [place for place, other in enumerate(form.indicators) if _level_pair(other) == group]
    same_class = [place for place, other in enumerate(form.indicators) if level_name(other.level1) == name]
    if same_group:
        host = form.indicators[same_group[-1]]
        row = replace(row, level1=host.level1, level2=host.level2)
    elif same_class:
        row = replace(row, level1=form.indicators[same_class[-1]].level1)
    for place in same_group:
        if is_unfilled_row(form, place):
            key = form.indicators[place].key
            return _with_indicator(form, place, replace(row, key=key)), key
    at = (same_group or same_class or [len(form.indicators) - 1])[-1] + 1
    key = max((other.key for other in form.indicators), default=0) + 1
    return with_rows(form, [*form.indicators[:at], replace(row, key=key), *form.indicators[at:]]), key


def _level_pair(row: Indicator) -> tuple[str, str]:
    return level_name(row.level1), level_name(row.level2)


def _parse_number_cell(form: Form, field: FieldRef, text: str) -> Decimal | int | None:
    if field.column == "year":
        return _parse_year(text)
    if field.part == "funds" and field.column in MONEY_COLUMNS:
        return amounts.parse_money(text, form.money_unit)
    return amounts.parse(_POINTS.sub("", text) if field.column in POINT_COLUMNS else text)


def _parse_year(text: str) -> int | None:
    value = amounts.parse(text.strip().removesuffix("年度").removesuffix("年"))
    if value is None:
        return None
    if value != int(value) or not FIRST_YEAR <= value <= LAST_YEAR:
        raise amounts.NotAnAmount(text)
    return int(value)


def _cell_holder(form: Form, field: FieldRef) -> Form | FundLine | Goals | Indicator | None:
    match field.part:
        case "head":
            return form
        case "goals":
            return form.goals
        case "funds":
            return form.fund_line(str(field.row))
        case "indicators":
            place = field.row
            return form.indicators[place] if isinstance(place, int) and place < len(form.indicators) else None


def _with_value(form: Form, field: FieldRef, value: Decimal | int | str | None) -> Form:
    match field.part:
        case "head":
            return _replace_column(form, field, value)
        case "goals":
            return replace(form, goals=_replace_column(form.goals, field, value))
        case "funds":
            line = _replace_column(form.fund_line(str(field.row)), field, value)
            return replace(form, funds={**form.funds, str(field.row): line})
        case "indicators":
            assert isinstance(field.row, int)
            return _with_indicator(form, field.row, _replace_column(form.indicators[field.row], field, value))


def _replace_column(holder: Holder, field: FieldRef, value: Decimal | int | str | None) -> Holder:
    change: dict[str, Any] = {field.column: value}
    if field.extra and not isinstance(holder, Goals):
        change = {"fields": _with_entry(holder.fields, field.column, str(value))}
    return replace(holder, **change)


def _with_entry(fields: Mapping[str, str], key: str, text: str) -> dict[str, str]:
    rest = {name: kept for name, kept in fields.items() if name != key}
    return {**rest, key: text} if text else rest


def _with_indicator(form: Form, place: int, row: Indicator) -> Form:
    return replace(form, indicators=(*form.indicators[:place], row, *form.indicators[place + 1 :]))
