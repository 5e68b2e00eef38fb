"""Which template a form is under, and the form evaluated under it."""

from dataclasses import replace

from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.templates import Templates
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.template_change import change_template


def template_of(form: Form, templates: Templates) -> Template:
    """The version that the form names, else the newest one that is installed; UnknownTemplate."""
    return templates.get_template(form.template, form.template_version)


def later_version(template: Template, templates: Templates) -> Template | None:
    """The installed version that came after this one; None for the newest, and for a template that is not installed."""
    installed = next((each for each in templates.newest_templates() if each.id == template.id), template)
    return installed if installed.version > template.version else None


def bring_form_up_to_date(form: Form, templates: Templates) -> Form:
    """The form under the newest version of its template; UnknownTemplate."""
    template = template_of(form, templates)
    later = later_version(template, templates)
    return form if later is None else change_template(form, template, later).form


def evaluate_draft(form: Form, templates: Templates) -> Draft:
    """The form with its evaluation, bound to the version of its template from now on; UnknownTemplate."""
    template = template_of(form, templates)
    return Draft(replace(form, template_version=template.version), evaluate(form, template))
