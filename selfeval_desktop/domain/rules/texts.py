"""Checks of texts and of what must be filled in."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz import fuzz

from selfeval_desktop.domain.form import amounts, edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.findings import Severity
from selfeval_desktop.domain.rules.rule import CheckCase, RawFinding, RuleSource, raw_finding, register_check
from selfeval_desktop.domain.scoring import measures

_DONE = re.compile(
    r"(?:项目|工作|任务|目标)?(?:已经|已|全部|均|都|按期|按时|按计划|基本|圆满|顺利)*(?:完成|达成|实现)(?:了|任务|目标|年度目标)?[。.!！]?"
)
_YEARS = re.compile(r"(?:(?P<first>(?:19|20)[0-9]{2})年?(?:-|—|–|~|～|至|到))?(?P<last>(?:19|20)[0-9]{2})(?:学年|年)")
_LONGEST_BARE = 40
_QUOTES = {('"', '"'), ("“", "”"), ("”", "”"), ("“", "“"), ("＂", "＂")}
_SHORTEST_QUOTED = 5
_YEAR = re.compile(r"[12][09][0-9]{2}")
_PHONE = ("电话", "手机", "联系方式")


@register_check("K51", Severity.WARNING, RuleSource.PUBLISHED_FORM)
def outcome_is_no_copied_goal(case: CheckCase) -> Iterator[RawFinding]:
    """实际完成情况 is not 预期目标 again (95% alike as a rule), nor 完成 alone, nor an amount alone."""
    goals, limit = case.form.goals, case.template.limits.copied_goal
    field = FieldRef.goal("actual")
    if _is_bare(goals.actual):
        yield raw_finding(field, text=goals.actual.strip())
    elif likeness := _likeness_percent(goals.expected, goals.actual, float(limit)):
        yield raw_finding(field, found=likeness, expected=limit)


@register_check("K52", Severity.WARNING, RuleSource.FORM_NOTE)
def texts_fit_their_cells(case: CheckCase) -> Iterator[RawFinding]:
    """No text has more characters than the template's limit for its cell, white space aside: (100字以内)."""
    for address, limit in case.template.limits.texts.items():
        for field in _cells_at_address(address, len(case.form.indicators)):
            found = len("".join(edits.cell_text(case.form, field).split()))
            if found > limit:
                yield raw_finding(field, found=found, expected=limit, difference=found - limit)


@register_check("K55", Severity.WARNING, RuleSource.JUDGEMENT)
def goals_are_of_the_year(case: CheckCase) -> Iterator[RawFinding]:
    """Where a goal or its outcome names years, the form's is among them; others may be named for comparison.

    Our own judgement: texts are often copied from the form of the year before.
    """
    year = case.form.year
    if year is None:
        return
    for column, text in (("expected", case.form.goals.expected), ("actual", case.form.goals.actual)):
        spans = _year_spans(text)
        if spans and not any(first <= year <= last for first, last in spans):
            yield raw_finding(FieldRef.goal(column), found=spans[0][1], expected=year)


@register_check("K73", Severity.HINT, RuleSource.PUBLISHED_FORM)
def goals_are_not_quoted(case: CheckCase) -> Iterator[RawFinding]:
    """No goal stands in quotation marks as a whole: they came with a cell copied from a spreadsheet."""
    for column, text in (("expected", case.form.goals.expected), ("actual", case.form.goals.actual)):
        if _is_quoted(text.strip()):
            yield raw_finding(FieldRef.goal(column), text=text.strip()[:1])


@register_check("K57", Severity.HINT, RuleSource.REVIEWERS, RuleSource.JUDGEMENT)
def texts_are_written_cleanly(case: CheckCase) -> Iterator[RawFinding]:
    """No full-width digits or letters, no spaces between Chinese characters, no unseen characters."""
    yield from case.odd_text_findings("K57")


@register_check("K58", Severity.HINT, RuleSource.PUBLISHED_FORM, RuleSource.JUDGEMENT)
def personal_numbers_are_private(case: CheckCase) -> Iterator[RawFinding]:
    """No text holds a phone or identity number, cells that ask for a phone aside: forms are published (公开版)."""
    for found in case.odd_text_findings("K58"):
        if not _asks_for_phone(found.field, case.template):
            yield found


@lru_cache(maxsize=1024)
def _is_bare(text: str) -> bool:
    """Whether the text is 完成 alone, or a figure alone."""
    plain = "".join(text.split())
    if len(plain) > _LONGEST_BARE:
        return False
    return measures.read_measure(plain).number is not None or _DONE.fullmatch(plain) is not None


@lru_cache(maxsize=1024)
def _likeness_percent(expected: str, actual: str, least: float) -> int:
    """How much of the one is in the other, white space aside, in whole percent; 0 below `least`."""
    one, other = ("".join(text.split()) for text in (expected, actual))
    return int(fuzz.ratio(one, other, score_cutoff=least)) if one and other else 0


@lru_cache(maxsize=1024)
def _year_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The years, and spans of years, that a text names."""
    if not _YEAR.search(text):
        return ()
    return tuple((int(found["first"] or found["last"]), int(found["last"])) for found in _YEARS.finditer(text))


def _is_quoted(text: str) -> bool:
    """Whether one pair of quotation marks holds the whole text; marks within a copied cell are doubled."""
    inner = text[1:-1]
    if len(inner) < _SHORTEST_QUOTED or (text[0], text[-1]) not in _QUOTES:
        return False
    opening, closing = text[0], text[-1]
    if opening == closing:
        return opening not in inner.replace(opening * 2, "")
    depth = 0
    for mark in inner:
        depth += (mark == opening) - (mark == closing)
        if depth < 0:
            return False
    return True


@cache
def _parse_address(text: str) -> FieldRef:
    return FieldRef.parse(text)


def _cells_at_address(address: str, rows: int) -> Iterator[FieldRef]:
    """The cells that a template's address stands for: in the indicators one of each row."""
    column = address.removeprefix("indicators.")
    if column == address:
        yield _parse_address(address)
        return
    for place in range(rows):
        yield FieldRef.indicator(place, column.removeprefix("fields."), extra=column.startswith("fields."))


def _asks_for_phone(field: FieldRef, template: Template) -> bool:
    """Whether the label of a cell of the head or of the last line is that of a phone number."""
    labels = [entry.label for entry in template.further_fields if entry.key == field.column]
    labels += [label for address, label in template.field_labels if address == str(field)]
    return field.part == "head" and any(word in label for label in labels for word in _PHONE)


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
