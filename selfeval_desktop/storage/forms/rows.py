"""A form as rows of the tables, and back."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast, get_args

from sqlalchemy import Row

from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.codec import ledger_texts
from selfeval_desktop.codec.ledger_texts import form_digest
from selfeval_desktop.domain.form import amounts
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Achievement, Form, FundLine, Goals, Indicator, MoneyUnit
from selfeval_desktop.domain.form.units import Unit
from selfeval_desktop.domain.rules.findings import Severity

Values = dict[str, str | int | None]
"""Column values of one row."""

_ACHIEVEMENTS = (None, *get_args(Achievement))
_MONEY_UNITS = get_args(MoneyUnit)


def form_values(draft: Draft, *, template_version: int) -> Values:
    """The row of `forms` without its id and times; the version is the one that the form was evaluated under."""
    form, evaluation, found = draft.form, draft.evaluation, draft.sorted_findings
    return {
        "template": form.template,
        "template_version": template_version,
        "year": form.year,
        "money_unit": form.money_unit,
        "execution_score": _decimal_text(form.execution_score),
        "execution_rate": _decimal_text(evaluation.execution_rate),
        "score_total": _decimal_text(evaluation.score_total),
        "grade": evaluation.grade,
        "errors": found.count_open_findings(Severity.ERROR),
        "warnings": found.count_open_findings(Severity.WARNING),
        "hints": found.count_open_findings(Severity.HINT),
        "digest": form_digest(form).hex(),
        "project_name": form.project_name,
        "unit": form.unit,
        "department": form.department,
        "fields": _field_texts_json(form.fields),
        "unread": _field_texts_json({str(cell): text for cell, text in form.unread.items()}),
        "goal_expected": form.goals.expected,
        "goal_actual": form.goals.actual,
    }


def fund_values(form_id: int, form: Form) -> list[Values]:
    """The rows of `fund_lines`, in the form's order."""
    return [
        {
            "form_id": form_id,
            "position": position,
            "key": key,
            "initial": _decimal_text(line.initial),
            "annual": _decimal_text(line.annual),
            "executed": _decimal_text(line.executed),
            "fields": _field_texts_json(line.fields),
        }
        for position, (key, line) in enumerate(form.funds.items())
    ]


def indicator_values(form_id: int, form: Form) -> list[Values]:
    """The rows of `indicators`, in the form's order."""
    return [
        {
            "form_id": form_id,
            "position": position,
            "key": line.key,
            "achievement": line.achievement,
            "weight": _decimal_text(line.weight),
            "score": _decimal_text(line.score),
            "level1": line.level1,
            "level2": line.level2,
            "level3": line.level3,
            "target": line.target,
            "actual": line.actual,
            "deviation": line.deviation,
            "fields": _field_texts_json(line.fields),
        }
        for position, line in enumerate(form.indicators)
    ]


def annotation_values(form_id: int, form: Form) -> Values:
    """The row of `margins`."""
    return {"form_id": form_id, "content": ledger_texts.annotations_text(form.annotations)}


def unit_values(units: Iterable[Unit]) -> list[Values]:
    """The rows of `units`, in their order."""
    return [
        {
            "position": position,
            "name": unit.name,
            "department": unit.department,
            "fields": _field_texts_json(unit.fields),
        }
        for position, unit in enumerate(units)
    ]


def unit_from_row(row: Row[Any]) -> Unit:
    """The unit of its row; ValueError when it holds what no unit can."""
    return Unit(row.name, row.department, field_texts(row.fields))


def form_from_rows(head: Row[Any], funds: Iterable[Row[Any]], indicators: Iterable[Row[Any]]) -> Form:
    """The form of its rows; ValueError when they hold what no form can."""
    if head.money_unit not in _MONEY_UNITS:
        raise ValueError(head.money_unit)
    funds, indicators = tuple(funds), tuple(indicators)
    # What is no number sorts anywhere.
    if not all(is_count(row.position) for row in (*funds, *indicators)):
        raise ValueError("position")
    return Form(
        template=head.template,
        year=head.year,
        money_unit=cast("MoneyUnit", head.money_unit),
        project_name=head.project_name,
        department=head.department,
        unit=head.unit,
        fields=field_texts(head.fields),
        funds={row.key: _fund_line_from_row(row) for row in funds},
        execution_score=read_decimal(head.execution_score),
        goals=Goals(head.goal_expected, head.goal_actual),
        indicators=tuple(_indicator_from_row(row) for row in indicators),
        unread={FieldRef.parse(cell): text for cell, text in field_texts(head.unread).items()},
        template_version=head.template_version,
    )


def current_time_text() -> str:
    """Local time with its offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def read_decimal(value: object) -> Decimal | None:
    """An amount from its column; ValueError when it is none."""
    return None if value is None else _normalised_decimal(str(value))


@lru_cache(maxsize=4096)
def _normalised_decimal(text: str) -> Decimal:
    try:
        return amounts.normalise(Decimal(text))
    except ArithmeticError as error:
        raise ValueError(text) from error


def is_count(value: object) -> bool:
    """Whether this is a number as we give them ourselves; one more still fits into the column."""
    return type(value) is int and 0 <= value < 1 << 62


def _fund_line_from_row(row: Row[Any]) -> FundLine:
    _, _, _, initial, annual, executed, fields = cast("tuple[Any, ...]", row)
    return FundLine(read_decimal(initial), read_decimal(annual), read_decimal(executed), field_texts(fields))


def _indicator_from_row(row: Row[Any]) -> Indicator:
    """By place, as the table has its columns: names are looked up too slowly for thousands of forms."""
    _, _, key, achievement, weight, score, level1, level2, level3, target, actual, deviation, fields = cast(
        "tuple[Any, ...]", row
    )
    if achievement not in _ACHIEVEMENTS or not is_count(key):
        raise ValueError(key, achievement)
    return Indicator(
        key,
        level1,
        level2,
        level3,
        target,
        actual,
        cast("Achievement | None", achievement),
        read_decimal(weight),
        read_decimal(score),
        deviation,
        field_texts(fields),
    )


def _decimal_text(value: Decimal | None) -> str | None:
    return None if value is None else amounts.plain_number(value)


def _field_texts_json(texts: Mapping[str, str]) -> str:
    return json.dumps(dict(texts), ensure_ascii=False) if texts else "{}"


def field_texts(text: str) -> Mapping[str, str]:
    """Further fields by their keys; ValueError for a text that holds none."""
    if text == "{}":
        return {}
    found = json.loads(text)
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError(text)
    return found
