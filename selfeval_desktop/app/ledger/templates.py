"""Which template a form is under, and the templates of a ledger without the rules it has switched off."""

from dataclasses import replace

from selfeval_desktop.app.errors import UnknownTemplate
from selfeval_desktop.app.ports.forms import Draft
from selfeval_desktop.app.ports.session import Templates
from selfeval_desktop.domain.evaluation import evaluate
from selfeval_desktop.domain.form.form import Form
from selfeval_desktop.domain.form.template import Template
from selfeval_desktop.domain.over_time.template_change import change_template
from selfeval_desktop.domain.rules.catalogue import RULES, with_rules_off


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


class GivenTemplates:
    """The port Templates over values, such as another process can be handed; the first is the default."""

    def __init__(self, templates: tuple[Template, ...]) -> None:
        self._by_id = {template.id: template for template in templates}

    def newest_templates(self) -> tuple[Template, ...]:
        return tuple(self._by_id.values())

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        if template_id not in self._by_id:
            raise UnknownTemplate(template_id)
        return self._by_id[template_id]


class SingleTemplate:
    """Templates for `--template`: whatever template a file names, it is read under this one."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def newest_templates(self) -> tuple[Template, ...]:
        return (self._template,)

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        return self._template


class TemplatesWithRulesOff:
    """The port Templates. Unknown codes of rules are ignored."""

    def __init__(self, installed: Templates, off: frozenset[str] = frozenset()) -> None:
        self._installed = installed
        self._off = off & RULES.keys()
        self._made: dict[tuple[str, int], tuple[Template, Template]] = {}

    @property
    def installed_templates(self) -> Templates:
        """The templates with all their rules."""
        return self._installed

    @property
    def rules_off(self) -> frozenset[str]:
        """The codes of the rules that are turned off."""
        return self._off

    def set_rules_off(self, codes: frozenset[str]) -> None:
        """Turn off these rules from now on, and no others."""
        self._off = codes & RULES.keys()
        self._made.clear()

    def newest_templates(self) -> tuple[Template, ...]:
        return tuple(map(self._without_rules_off, self._installed.newest_templates()))

    def get_template(self, template_id: str, version: int | None = None) -> Template:
        return self._without_rules_off(self._installed.get_template(template_id, version))

    def _without_rules_off(self, template: Template) -> Template:
        """Made once, so that a form's template stays the same value from step to step."""
        if not self._off:
            return template
        key = template.id, template.version
        made = self._made.get(key)
        if made is None or made[0] is not template:
            made = self._made[key] = template, with_rules_off(template, self._off)
        return made[1]
