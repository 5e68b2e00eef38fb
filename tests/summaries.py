"""Forms of a year to sum up in tests."""

from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.scoring.year_totals import SummaryEntry
from tests.builders import complete_form, fund, mof_2020


def entry(form: Form, template: Template | None = None, remark: str = "") -> SummaryEntry:
    """The form with what follows from it, under the usual template unless another is given."""
    template = template or mof_2020()
    return SummaryEntry(form, template, evaluate(form, template), remark)


def spending(initial: str | None, annual: str | None, executed: str | None, **changes: object) -> Form:
    """A form whose only funds are those."""
    return complete_form(funds={"current_year": fund(initial, annual, executed)}, **changes)
