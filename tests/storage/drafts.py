"""Forms with what was found in them, as they go into a ledger."""

from typing import Any

from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.ledgers import FormStore
from selfeval_desktop.app.ports.output_events import OutputRecord
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.over_time.change_history import HistoryEntry
from tests import builders


def draft(form: Form | None = None, **changes: Any) -> Draft:
    """The form, or the complete one with changes, evaluated."""
    form = form or builders.complete_form(**changes)
    return Draft(form, evaluate(form, builders.mof_2020()))


def release(form_id: int, form: Form | None = None, *, signature: bool = True) -> OutputRecord:
    """The form, or the complete one, as it goes out on its template's paper."""
    paper = builders.mof_2020().paper
    return OutputRecord(form_id, form or builders.complete_form(), paper, signature)


def faulty() -> Draft:
    """A form with an error: it has no project name."""
    return draft(project_name="")


def history(store: FormStore, form_id: int) -> tuple[HistoryEntry, ...]:
    """The whole history of a form, the newest first."""
    return tuple(store.form_history(form_id))
