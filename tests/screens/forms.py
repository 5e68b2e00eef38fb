"""The forms that are pictured: the examples, and one with something wrong on each page."""

from dataclasses import replace
from pathlib import Path

from selfeval_desktop import bootstrap
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form import edits
from selfeval_desktop.domain.form.fields import FieldRef
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.wording import labels

# What is wrong with the last form of the ledger: something on each page.
FAULTS = {
    "unit": "",
    "funds.current_year.annual": "211166.72",
    "funds.current_year.executed": "250000",
    "funds.carried_over.executed": "无",
    "goals.actual": "",
    "indicators[0].weight": "十五",
    "indicators[1].score": "18",
    "indicators[2].actual": "80%",
    "indicators[4].level3": "",
}


def fill(ledger: Path) -> None:
    """A ledger with the examples and, last, a form with faults on every page."""
    store = bootstrap.ledger_files().create_ledger_file(ledger)
    forms = bootstrap.build_services().examples()
    store.insert_forms([drafted(form) for form in (*forms, faulty(forms[0]))])
    store.close()


def faulty(form: Form) -> Form:
    """The form with FAULTS typed into it."""
    for field, text in FAULTS.items():
        form = edits.set_cell(form, FieldRef.parse(field), text)
    return replace(form, project_name=form.project_name + labels.copy_suffix())


def drafted(form: Form) -> Draft:
    """The form with what is found in it."""
    return Draft(form, evaluate(form, bootstrap.installed_templates().get_template(form.template)))
