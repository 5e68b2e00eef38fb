"""Targets that a template splits into 指标性质, 指标值 and 度量单位 (Sichuan, Yunnan): joined to be read, and split again."""

from dataclasses import replace

from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import Direction, MeasuredValue

OPERATORS = ("≥", "≤", ">", "<", "=", measures.IN_WORDS)
"""What the column of operators offers."""


def whole_rows(form: Form, template: Template) -> tuple[Indicator, ...]:
    """The rows, each with operator and unit in the texts of `target` and `actual`."""
    operator, unit = _split_columns(template)
    if not operator and not unit:
        return form.indicators
    return tuple(_join_target(row, operator, unit) for row in form.indicators)


def whole_row(row: Indicator, template: Template) -> Indicator:
    """The row with operator and unit in the texts of `target` and `actual`, as under templates that split nothing."""
    operator, unit = _split_columns(template)
    return _join_target(row, operator, unit) if operator or unit else row


def split_row(row: Indicator, template: Template) -> Indicator:
    """The row with operator and unit in columns of their own, where the template has these and they are blank."""
    operator, unit = _split_columns(template)
    keys = [key for key in (operator, unit) if key]
    if not keys or not row.target.strip() or any(row.fields.get(key, "").strip() for key in keys):
        return row
    read = measures.read_measure(row.target)
    if read.number is None:
        in_words = bool(operator) and read.direction is Direction.WORDS
        return replace(row, fields={**row.fields, operator: measures.IN_WORDS}) if in_words else row
    parts = {operator: read.operator, unit: read.unit}
    kept = MeasuredValue(read.direction, "" if operator else read.operator, read.number, "" if unit else read.unit)
    fields = {**row.fields, **{key: text for key, text in parts.items() if key and text}}
    return replace(row, target=_measure_text(kept), fields=fields)


def _split_columns(template: Template) -> tuple[str, str]:
    return template.indicators.key_of("operator"), template.indicators.key_of("unit")


def _join_target(row: Indicator, operator: str, unit: str) -> Indicator:
    sign = measures.operator_in(row.fields.get(operator, ""))
    unit = row.fields.get(unit, "").strip()
    target, actual = _with_parts(row.target, sign, unit), _with_parts(row.actual, "", unit)
    return replace(row, target=target, actual=actual)


def _with_parts(text: str, sign: str, unit: str) -> str:
    """The number with operator and unit where it has none itself; words, ranges and dates stay as they are."""
    read = measures.read_measure(text)
    if read.number is None or not ((sign and not read.operator) or (unit and not read.unit)):
        return text
    return _measure_text(MeasuredValue(read.direction, read.operator or sign, read.number, read.unit or unit))


def _measure_text(read: MeasuredValue) -> str:
    return f"{read.operator}{read.number:f}{read.unit}"
