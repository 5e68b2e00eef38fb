"""Checks of what must be filled in, of text in numeric cells, and of hints of the empty form that were left."""

from collections.abc import Iterator

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check


@register_check("K04", Severity.ERROR, RuleSource.PORTAL)
def numbers_are_numbers(case: CheckCase) -> Iterator[RawFinding]:
    """A numeric cell holds no text that cannot be read as a number."""
    for field, text in case.form.unread.items():
        yield raw_finding(field, text=text)
    deducted = case.template.indicators.key_of("deduction")
    for row in case.rows if deducted else ():
        text = row.cells.fields.get(deducted, "")
        if not _is_number(text):
            yield raw_finding(row.cell_address(deducted, extra=True), text=text)


@register_check("K49", Severity.ERROR, RuleSource.PORTAL, RuleSource.NOTICE)
def nothing_required_is_empty(case: CheckCase) -> Iterator[RawFinding]:
    """Project, department, unit, year, goal and outcome are filled in, and what else the template requires."""
    form = case.form
    texts = {
        FieldRef.head("project_name"): form.project_name,
        FieldRef.head("department"): form.department,
        FieldRef.head("unit"): form.unit,
        FieldRef.head("year"): "" if form.year is None else str(form.year),
    }
    goals = (FieldRef.goal(column.key) for column in case.template.goals.columns)
    further = (FieldRef.head(each.key, extra=True) for each in case.template.fields if each.required)
    texts |= {field: edits.cell_text(form, field) for field in (*goals, *further)}
    for field, text in texts.items():
        if not text.strip() and not case.is_unread(field):
            yield raw_finding(field)


@register_check("K50", Severity.ERROR, RuleSource.PUBLISHED_FORM)
def hints_are_replaced(case: CheckCase) -> Iterator[RawFinding]:
    """No cell still holds what the empty form printed in it: 指标1, ……, (100字以内)."""
    yield from case.odd_text_findings("K50")


def _is_number(text: str) -> bool:
    try:
        amounts.parse(text)
    except amounts.NotAnAmount:
        return False
    return True
