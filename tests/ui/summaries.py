"""Summaries of forms, as the ledger gives them to the list."""

from selfeval_desktop.app.ports.forms import FormSummary, State
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.rules.findings import Severity
from tests.builders import mof_2020


def summary_of(form_id: int, form: Form, state: State | None = None) -> FormSummary:
    """As stored; without `state` a form is a draft or ready by what was found in it."""
    found = evaluate(form, mof_2020())
    return FormSummary(
        form_id=form_id,
        template=form.template,
        project_name=form.project_name,
        year=form.year,
        unit=form.unit,
        department=form.department,
        execution_rate=found.execution_rate,
        score_total=found.score_total,
        grade=found.grade,
        errors=found.count_findings(Severity.ERROR),
        warnings=found.count_findings(Severity.WARNING),
        hints=found.count_findings(Severity.HINT),
        state=state or (State.DRAFT if found.has_errors else State.READY),
    )
