"""Rows of a template that nobody filled in: ……, 指标2:, or a name of 无 without target, result and points."""

import re

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.look_alikes import compact_text

_NAME = re.compile(
    r"(?:[一二三]级|绩效|具体)?指标[0-9一二三四五六七八九十]{0,3}[:.、]?(?:名称)?|[0-9]{1,2}[、.:]?|[.。·…⋯-]+"
)
_NOTHING = re.compile(r"[/\\*×.。…_-]*|无|不涉及|不适用|n/a")


def find_blank_rows(form: Form) -> tuple[int, ...]:
    """The rows that hold nothing but their levels, words of the template, and signs for what does not apply."""
    unread = {field.row for field in form.unread if field.part == "indicators"}
    return tuple(place for place, row in enumerate(form.indicators) if place not in unread and _is_never_filled(row))


def without_blank_rows(form: Form) -> Form:
    """The form without these rows."""
    return edits.delete_rows(form, find_blank_rows(form))


def _is_never_filled(row: Indicator) -> bool:
    name = compact_text(row.level3)
    texts = (row.target, row.actual, row.deviation, *row.fields.values())
    has_points = bool(row.weight or row.score) or row.achievement is not None
    is_unnamed = _NAME.fullmatch(name) is not None or _NOTHING.fullmatch(name) is not None
    return is_unnamed and not has_points and all(_NOTHING.fullmatch(compact_text(text)) for text in texts)
