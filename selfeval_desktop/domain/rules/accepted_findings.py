"""Findings that the filler has given a reason for, and those that are still open.

A reason holds for the values that the finding was about; when they change, the finding is open again. An error cannot
be explained: it blocks the final print until it is corrected.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256

from selfeval_desktop.domain.form import amounts, edits, texts
from selfeval_desktop.domain.form.annotations import FindingKey
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.findings import Figure, Finding, Severity

# Left out of the digest: the place of another row or form changes when rows are moved.
_PLACES = frozenset({"first", "form"})
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding with the filler's reason why it may stay; "" while there is none."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class OpenFindings:
    """All findings of a form: `open` without a reason, `explained` with one."""

    open: tuple[Finding, ...] = ()
    explained: tuple[AcceptedFinding, ...] = ()

    def count_open_findings(self, severity: Severity) -> int:
        """The open findings of one severity, counted; accepted ones aside."""
        return sum(finding.severity is severity for finding in self.open)

    @property
    def all_findings(self) -> tuple[AcceptedFinding, ...]:
        """Every finding, the open ones first, without a reason."""
        return (*(AcceptedFinding(finding, "") for finding in self.open), *self.explained)


def separate_explained(form: Form, findings: Iterable[Finding]) -> OpenFindings:
    """The findings in their order, apart by whether the form's annotations have a reason for them."""
    reasons = form.annotations.explained
    if not reasons:
        return OpenFindings(tuple(findings))
    opened, explained = [], []
    for finding in findings:
        reason = _accepted_reason(form, finding, reasons)
        if reason:
            explained.append(AcceptedFinding(finding, reason))
        else:
            opened.append(finding)
    return OpenFindings(tuple(opened), tuple(explained))


def can_be_explained(finding: Finding) -> bool:
    """Whether a reason may take the place of a correction: not for an error."""
    return finding.severity is not Severity.ERROR


def explain_finding(form: Form, finding: Finding, reason: str) -> Form:
    """The form with that reason among its annotations; an empty one removes the reason."""
    annotations = form.annotations.with_reason(finding_key(form, finding), texts.clean_text(reason).strip())
    return replace(form, annotations=annotations)


def finding_key(form: Form, finding: Finding) -> FindingKey:
    """Code, cell and a digest of the values now: the key under which a reason is kept."""
    told = [f"{name}={_figure_text(figure)}" for name, figure in sorted(finding.figures.items()) if name not in _PLACES]
    values = "\x1f".join((*told, edits.cell_text(form, finding.field)))
    digest = sha256(values.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    return FindingKey(finding.code, form.annotation_key(finding.field), digest)


def _accepted_reason(form: Form, finding: Finding, reasons: Mapping[FindingKey, str]) -> str:
    """The reason given for exactly these values; "" where there is none."""
    if not can_be_explained(finding) or not any(matter.code == finding.code for matter in reasons):
        return ""
    return reasons.get(finding_key(form, finding), "")


def _figure_text(figure: Figure) -> str:
    return amounts.plain_number(figure) if isinstance(figure, Decimal) else str(figure)
