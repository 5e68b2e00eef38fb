"""What a check is given, and how checks are listed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from selfeval_desktop.domain.fields import FieldRef
from selfeval_desktop.domain.findings import Figure, Finding, Severity
from selfeval_desktop.domain.form import Form, Indicator
from selfeval_desktop.domain.scoring import Figures
from selfeval_desktop.domain.template import Template


@dataclass(frozen=True, slots=True)
class Case:
    """One form under its template, with all figures calculated."""

    form: Form
    template: Template
    figures: Figures

    @property
    def filled_rows(self) -> Iterator[tuple[int, Indicator]]:
        """The indicator rows that hold anything, with their places."""
        return (
            (place, row)
            for place, row in enumerate(self.form.indicators)
            if not row.is_blank or self._unread(place)
        )

    def scored_rows(self) -> Iterator[tuple[int, Indicator, Decimal]]:
        """The rows with an effective score."""
        for place, row in enumerate(self.form.indicators):
            score = self.figures.indicator_scores[place]
            if score is not None:
                yield place, row, score

    def is_unread(self, field: FieldRef) -> bool:
        """Whether the cell, or a part of a total that is left to calculate, holds text that is no number."""
        if field in self.form.unread:
            return True
        if field.row != "total" or self.figures.funds["total"].amount(field.column) is not None:
            return False
        parts = (FieldRef.fund(row.key, field.column) for row in self.template.funds.parts)
        return any(part in self.form.unread for part in parts)

    def _unread(self, place: int) -> bool:
        return any(field.part == "indicators" and field.row == place for field in self.form.unread)


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding before the template has said how much it weighs."""

    field: FieldRef
    figures: dict[str, Figure]


def fault(field: FieldRef, **figures: Figure) -> Fault:
    """What a check yields: the cell, and every figure that the sentence needs."""
    return Fault(field, figures)


CheckFunction = Callable[[Case], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Check:
    """A listed check: its code, its weight where a template says nothing else, and the function."""

    code: str
    severity: Severity
    find: CheckFunction


CHECKS: list[Check] = []


def check(code: str, severity: Severity) -> Callable[[CheckFunction], CheckFunction]:
    """List the function below as the check of that code."""

    def listed(find: CheckFunction) -> CheckFunction:
        CHECKS.append(Check(code, severity, find))
        return find

    return listed


def find_all(form: Form, template: Template, figures: Figures) -> tuple[Finding, ...]:
    """Every finding of every check, errors first, then by code; a template's "off" leaves a check out."""
    case = Case(form, template, figures)
    found = [
        Finding(entry.code, severity, fault.field, fault.figures)
        for entry in CHECKS
        if (severity := template.severities.get(entry.code, entry.severity)) != "off"
        for fault in entry.find(case)
    ]
    order = list(Severity)
    return tuple(sorted(found, key=lambda finding: (order.index(finding.severity), finding.code)))
