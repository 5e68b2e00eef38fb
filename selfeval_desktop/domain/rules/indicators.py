"""Checks of the names of indicator rows, of their levels, and of their further columns."""

import re
from collections.abc import Iterator

from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check
from selfeval_desktop.domain.rules.twins import near_twins
from selfeval_desktop.domain.scoring.measures import Direction

_EXECUTION = re.compile(r"(?:预算|资金|经费)的?(?:执行|支付|支出|使用|完成)(?:完成)?(?:率|进度)|支出进度")
_COST = "成本"


@register_check("K29", Severity.WARNING, RuleSource.PORTAL)
def words_are_described(case: CheckCase) -> Iterator[RawFinding]:
    """A 定性 row has its 完成情况简要描述, where the template has that column; in Guangxi its lack is an error."""
    key = case.template.limits.description
    if not key:
        return
    for row in case.rows:
        is_words = row.target.direction is Direction.WORDS and row.cells.target.strip()
        if is_words and not row.cells.fields.get(key, "").strip():
            yield raw_finding(row.cell_address(key, extra=True), target=row.cells.target.strip())


@register_check("K33", Severity.ERROR, RuleSource.PORTAL, RuleSource.NOTICE, RuleSource.PUBLISHED_FORM)
def target_and_actual_are_given(case: CheckCase) -> Iterator[RawFinding]:
    """Neither the target nor the actual value is empty."""
    for row in case.rows:
        for column, text in (("target", row.cells.target), ("actual", row.cells.actual)):
            if not text.strip():
                yield raw_finding(row.cell_address(column), column=column)


@register_check("K35", Severity.WARNING, RuleSource.PORTAL, RuleSource.PUBLISHED_FORM)
def names_are_unique(case: CheckCase) -> Iterator[RawFinding]:
    """No 三级指标 stands twice: portals match rows by name and overwrite the earlier one."""
    seen: dict[str, int] = {}
    for row in case.rows:
        if not row.name:
            continue
        first = seen.setdefault(row.name, row.place)
        if first != row.place:
            yield raw_finding(row.cell_address("level3"), name=row.name, first=first + 1)


@register_check("K36", Severity.HINT, RuleSource.PUBLISHED_FORM)
def names_are_not_nearly_equal(case: CheckCase) -> Iterator[RawFinding]:
    """No two names are nearly the same; names that are the same are K35 alone."""
    first = {row.name: row for row in reversed(case.rows) if row.name}
    names = tuple(dict.fromkeys(row.name for row in case.rows if row.name))
    for earlier, later in near_twins(names, float(case.template.limits.near_names)):
        yield raw_finding(
            first[names[later]].cell_address("level3"),
            name=names[later],
            other=names[earlier],
            first=first[names[earlier]].place + 1,
        )


@register_check("K38", Severity.WARNING, RuleSource.PUBLISHED_FORM, RuleSource.JUDGEMENT)
def every_class_has_a_row(case: CheckCase) -> Iterator[RawFinding]:
    """Each 一级指标 of the template has a row."""
    present = {row.level for row in case.rows}
    for level in case.template.levels:
        if level.name not in present:
            yield raw_finding(FieldRef.indicators(), name=level.name, expected=level.weight)


@register_check("K40", Severity.WARNING, RuleSource.PUBLISHED_FORM)
def spending_is_no_indicator(case: CheckCase) -> Iterator[RawFinding]:
    """No row repeats the execution of the budget, which has its own score: by its name, or by both amounts.

    A cost indicator may name the money of the whole project.
    """
    line = case.figures.funds["total"]
    for row in case.rows:
        is_amount = (
            row.target.number is not None
            and row.actual.number is not None
            and (row.target.number, row.actual.number) == (line.annual, line.executed)
            and _COST not in row.cells.level2
            and {row.target.unit, row.actual.unit} <= {"", case.form.money_unit}
        )
        if is_amount or _EXECUTION.search(row.name):
            yield raw_finding(row.cell_address("level3"), name=row.name)


@register_check("K62", Severity.ERROR, RuleSource.JUDGEMENT)
def levels_are_named(case: CheckCase) -> Iterator[RawFinding]:
    """A row that holds anything names both levels and its indicator."""
    for row in case.rows:
        for column in ("level1", "level2", "level3"):
            if not getattr(row.cells, column).strip():
                yield raw_finding(row.cell_address(column), column=column)
