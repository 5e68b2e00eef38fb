"""Figures and findings of a form: `evaluate` is the one pure function that all views and writers use."""

from dataclasses import dataclass, fields

from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.rules.catalogue import find_all
from selfeval_desktop.domain.rules.findings import Finding, Severity
from selfeval_desktop.domain.scoring import scores
from selfeval_desktop.domain.scoring.scores import Figures

_FIGURES = tuple(entry.name for entry in fields(Figures))


@dataclass(frozen=True, slots=True)
class Evaluation(Figures):
    """Figures and findings of one form."""

    findings: tuple[Finding, ...]

    def count_findings(self, severity: Severity) -> int:
        """How many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def has_errors(self) -> bool:
        """Whether the final print is blocked."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def evaluate(form: Form, template: Template) -> Evaluation:
    """Rates, totals, scores, grade and all findings in one pass; errors first, then by code."""
    found = scores.calculate_figures(form, template)
    values = {name: getattr(found, name) for name in _FIGURES}
    return Evaluation(**values, findings=find_all(form, template, found))
