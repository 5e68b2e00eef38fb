"""What a check is given, what it yields, and the register in which its file enters it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple

from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.amounts import ZERO
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form, Indicator
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.findings import Figure, Severity
from selfeval_desktop.domain.rules.odd_texts import OddText, odd_texts
from selfeval_desktop.domain.scoring import measures
from selfeval_desktop.domain.scoring.measures import MeasuredValue
from selfeval_desktop.domain.scoring.scores import Figures, class_of
from selfeval_desktop.domain.scoring.targets import whole_rows

EffectiveSeverity = Severity | Literal["off"]
"""Under a template, where "off" stands for a rule that the place does not know."""


class RuleSource(StrEnum):
    """Where a rule is known from; `JUDGEMENT` is ours alone, and is shown as such."""

    PORTAL = "portal"
    """A portal refuses or flags it."""
    FORM_NOTE = "form_note"
    """A note that is printed on an official form."""
    NOTICE = "notice"
    """A portal's manual or a notice."""
    PUBLISHED_FORM = "published_form"
    """Seen in forms that were published."""
    REVIEWERS = "reviewers"
    """The working papers or the tool of a firm that reviews forms."""
    JUDGEMENT = "judgement"


class IndicatorRow(NamedTuple):
    """An indicator row that is not blank, read once for all checks.

    `place` counts from 0. `cells` hold the whole target and actual value, however the template splits them. `name` is
    the 三级指标 without white space, "" also for the empty form's 指标1. `level` is the template's 一级指标, None for an
    unknown name. `score` is the effective one: typed, else `calculated`, less what is deducted. `reason` is the text
    on lost points, of the row or of the whole form.
    """

    place: int
    cells: Indicator
    name: str
    level: str | None
    target: MeasuredValue
    actual: MeasuredValue
    calculated: Decimal | None
    score: Decimal | None
    reason: str

    def cell_address(self, column: str, *, extra: bool = False) -> FieldRef:
        """The address of a cell of this row."""
        return FieldRef.indicator(self.place, column, extra=extra)

    def loss_figures(self) -> dict[str, Figure]:
        """`found` score, `expected` weight and their `difference`; empty where no points are lost."""
        weight, score = self.cells.weight, self.score
        return {} if weight is None or score is None else _loss_figures(score, weight)

    @property
    def earned_score(self) -> Decimal | None:
        """The score before anything is deducted."""
        return self.calculated if self.cells.score is None else self.cells.score

    @property
    def is_rate(self) -> bool:
        """Whether the name is that of a rate."""
        return measures.is_rate_name(self.name)

    @property
    def plain_name(self) -> str:
        """The name without a hint in brackets behind it, such as (个) or (≥**平方米)."""
        return measures.name_without_hint(self.name)

    @property
    def has_full_marks(self) -> bool:
        """Whether the row scores its whole weight."""
        return self.score is not None and self.score == self.cells.weight


class DeviationReason(NamedTuple):
    """The text on lost points in that cell, "" for none; `score` and `weight` are of the row or rows that it is about."""

    cell: FieldRef
    text: str
    score: Decimal
    weight: Decimal

    def loss_figures(self) -> dict[str, Figure]:
        """As IndicatorRow.loss_figures."""
        return _loss_figures(self.score, self.weight)


def _loss_figures(score: Decimal, weight: Decimal) -> dict[str, Figure]:
    return {"found": score, "expected": weight, "difference": weight - score} if score < weight else {}


@dataclass(frozen=True, slots=True)
class RawFinding:
    """A finding before the template has said how severe it is."""

    field: FieldRef
    figures: dict[str, Figure]


def raw_finding(field: FieldRef, **figures: Figure) -> RawFinding:
    """The cell, and by name every figure that the sentence needs."""
    return RawFinding(field, figures)


@dataclass(frozen=True, slots=True)
class CheckCase:
    """One form under its template with its figures; `rows` leaves out blank rows.

    `reasons` has one for each row with a score, or one for the whole form; none where the form has no such cell.
    """

    form: Form
    template: Template
    figures: Figures
    rows: tuple[IndicatorRow, ...]
    odd: tuple[OddText, ...]
    reasons: tuple[DeviationReason, ...]

    def is_unread(self, field: FieldRef) -> bool:
        """Whether the cell, or a part of a total that is left to calculate, holds text that is no number."""
        if not self.form.unread:
            return False
        if field in self.form.unread:
            return True
        if field.row != "total" or self.figures.funds["total"].amount(field.column) is not None:
            return False
        parts = (FieldRef.fund(row.key, field.column) for row in self.template.funds.part_rows)
        return any(part in self.form.unread for part in parts)

    def odd_text_findings(self, code: str) -> Iterator[RawFinding]:
        """The odd texts that are for the check of that code."""
        for field, oddity in self.odd:
            if oddity.code == code:
                yield raw_finding(field, **{oddity.name: oddity.figure})


CheckFunction = Callable[[CheckCase], Iterator[RawFinding]]


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A check; `severity` counts where a template says nothing else, `sources` are the best known first.

    `find` looks at one form; None where only several forms together show the fault.
    """

    code: str
    severity: Severity
    sources: tuple[RuleSource, ...]
    find: CheckFunction | None = None

    def severity_under(self, template: Template) -> EffectiveSeverity:
        """How much its findings weigh in a form of that template."""
        return template.severities.get(self.code, self.severity)


REGISTER: dict[str, CheckRule] = {}
"""By code, in the order in which the families were imported."""


def register_rule(rule: CheckRule) -> CheckRule:
    """Enter the rule; ValueError for a code that another has."""
    if rule.code in REGISTER:
        raise ValueError(rule.code)
    REGISTER[rule.code] = rule
    return rule


def register_check(code: str, severity: Severity, *sources: RuleSource) -> Callable[[CheckFunction], CheckRule]:
    """Make the function below the rule of that code."""
    return lambda find: register_rule(CheckRule(code, severity, sources, find))


def check_case(form: Form, template: Template, figures: Figures) -> CheckCase:
    """What all checks of that form are given."""
    odd = odd_texts(form)
    rows = tuple(_indicator_rows(form, template, figures, odd))
    return CheckCase(form, template, figures, rows, odd, tuple(_deviation_reasons(template, rows)))


def _indicator_rows(
    form: Form, template: Template, figures: Figures, odd: tuple[OddText, ...]
) -> Iterator[IndicatorRow]:
    unread = {field.row for field in form.unread if field.part == "indicators"}
    unnamed = {text.field for text in odd if text.oddity.code == "K50"}
    classes = {name: class_of(name, template) for name in {row.level1 for row in form.indicators}}
    box = template.limits.whole_reason
    for_all = edits.cell_text(form, FieldRef.parse(box)).strip() if box else ""
    rows = zip(whole_rows(form, template), figures.calculated_scores, figures.indicator_scores, strict=True)
    for place, (row, calculated, score) in enumerate(rows):
        if not row.level3 and row.is_blank and place not in unread:
            continue
        name = "".join(row.level3.split())
        if unnamed and FieldRef.indicator(place, "level3") in unnamed:
            name = ""
        target, actual = measures.read_measure(row.target), measures.read_measure(row.actual)
        reason = for_all if box else row.deviation.strip()
        yield IndicatorRow(place, row, name, classes[row.level1], target, actual, calculated, score, reason)


def _deviation_reasons(template: Template, rows: Sequence[IndicatorRow]) -> Iterator[DeviationReason]:
    scored = [
        (row, row.score, row.cells.weight) for row in rows if row.score is not None and row.cells.weight is not None
    ]
    box = template.limits.whole_reason
    if box and scored:
        score = sum((score for _, score, _ in scored), ZERO)
        weight = sum((weight for _, _, weight in scored), ZERO)
        yield DeviationReason(FieldRef.parse(box), scored[0][0].reason, score, weight)
    elif any(column.key == "deviation" for column in template.indicators.columns):
        for row, score, weight in scored:
            yield DeviationReason(row.cell_address("deviation"), row.reason, score, weight)
